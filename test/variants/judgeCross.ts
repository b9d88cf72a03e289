/** Compares figures of two tables. */
import { judgeSums } from "./bands";
import type { ExpectedFinding } from "./expected";
import { type Placed, read, type Side, side } from "./reads";
import { type Row, rowsOf } from "./table";

/** A side of a rule across tables: cells where they stand, and what they hold. */
export type CrossSide = {
  readonly side: Side;
  readonly cells: readonly string[] | "any";
  readonly nothing: boolean;
};

export function crossSide(
  placed: Placed,
  cells: readonly (readonly [Row, string])[],
  printed: boolean,
): CrossSide {
  const reads = cells.map(([row, id]) => read(placed, row, id));
  return {
    side: side(reads),
    cells: printed ? cells.map(([row, id]) => placed.at(row, id)) : "any",
    nothing: reads.every((one) => one.kind === "nothing"),
  };
}

/** The printed total rows of a column, each a candidate, or the sum of the data rows where none is printed. */
export function totalSides(placed: Placed, columns: readonly string[]): CrossSide[] {
  const totals = rowsOf(placed.table, "total");
  if (totals.length > 0) {
    return totals.map((row) =>
      crossSide(
        placed,
        columns.map((id) => [row, id] as const),
        true,
      ),
    );
  }
  const rows = rowsOf(placed.table, "data").flatMap((row) => columns.map((id) => [row, id] as const));
  return [crossSide(placed, rows, false)];
}

/**
 * Compares every left candidate with every right one. Where they do not all agree the finding is optional; where more
 * than one disagrees, each may be said.
 */
export function judgeCross(
  rule: string,
  left: Placed,
  right: Placed,
  lefts: readonly CrossSide[],
  rights: readonly CrossSide[],
): ExpectedFinding[] {
  const verdicts = lefts.flatMap((one) =>
    rights.map((other) => {
      if (one.side === undefined || other.side === undefined) return { severity: undefined, soft: true };
      const soft = one.side.soft || other.side.soft || one.nothing;
      return { severity: judgeSums(one.side.readings, other.side.readings, false), soft };
    }),
  );
  const failed = verdicts.find((verdict) => verdict.severity !== undefined);
  if (failed?.severity === undefined) return [];
  const sure = verdicts.every((verdict) => verdict.severity === failed.severity && !verdict.soft);
  const cells = lefts.some((one) => one.cells === "any")
    ? ("any" as const)
    : lefts.flatMap((one) => (one.cells === "any" ? [] : [...one.cells]));
  const severities = [...new Set(verdicts.flatMap((verdict) => verdict.severity ?? []))];
  return [
    {
      rule,
      tables: [left.table.id, right.table.id],
      sheets: [left.sheet],
      cells,
      severities,
      min: sure ? 1 : 0,
      // Each printed total that disagrees may be said by itself.
      max: verdicts.length,
      why: sure ? "two tables disagree" : "may be judged",
    },
  ];
}
