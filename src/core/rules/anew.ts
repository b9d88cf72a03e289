/** What one changed figure of a table reaches: its column, the sums over it, the comparisons that look at it. */
import { FIGURE } from "../figures/figure";
import type { ColumnSpec, TableSpec } from "../pack/pack";
import type { TableColumn } from "../tables/table";
import { readColumn, type RuleContext, type TableData } from "./context";
import { sumsChanged } from "./groups";
import type { Body, Node } from "./typed";
import { columnsOf, columnsOfBody, nodesOf } from "./walk";

/**
 * "none": the series of comparisons never looks at the column; "row": only at the changed row's own cell; "all": it
 * must be run again.
 */
export function reach(body: Body, table: TableSpec, column: ColumnSpec): "none" | "row" | "all" {
  if (!columnsOfBody(body).includes(column)) return "none";
  if (body.kind !== "test" || body.scope.kind !== "rows" || body.scope.table !== table) return "all";
  const where = body.where === undefined ? [] : nodesOf(body.where);
  if (where.some((node) => node.kind === "cell" && node.column === column)) return "all";
  const looking = nodesOf(body.test).filter((node) => node.kind === "cell" && node.column === column);
  const bare = new Set<Node>(columnsOf(body.test));
  return looking.every((node) => bare.has(node)) ? "row" : "all";
}

/** Whether the value of an expression depends on a column's figures. */
export function looksAt(node: Node, column: ColumnSpec): boolean {
  return nodesOf(node).some((one) => one.kind === "cell" && one.column === column);
}

/**
 * Reads one row's figure of a column again, and mends or forgets the sums and conditions that it entered.
 * @returns true where the cell holds a figure as plain as before: nothing but its amount has changed
 */
export function tellAnew(context: RuleContext, data: TableData, place: TableColumn, index: number): boolean {
  const by = rereadCell(context, data, place, index);
  const start = `${data.table.spec.id}\n${place.spec.id}\n`;
  for (const [id, sums] of context.sums) {
    if (!id.startsWith(start)) continue;
    const stand = by !== undefined && (index >= data.dataRows || sumsChanged(sums, index, by));
    if (!stand) context.sums.delete(id);
  }
  for (const test of context.masks.keys()) {
    const looks = nodesOf(test).some((node) => node.kind === "cell" && node.column === place.spec);
    if (!looks) continue;
    context.masks.delete(test);
    context.sums.clear();
  }
  return by !== undefined;
}

/** @returns what a plain figure that stays one grew by, in the column's units; undefined for anything else */
function rereadCell(
  context: RuleContext,
  data: TableData,
  place: TableColumn,
  index: number,
): number | undefined {
  const known = data.figures.get(place.spec.id);
  if (known === undefined) return undefined;
  const one = readColumn(context, data, place, Int32Array.of(data.rows[index]!));
  const units = one.units[0]! * 10 ** (known.scale - one.scale);
  // A figure that does not fit the column's scale: the column is read again when it is next asked for.
  if (
    known.big !== undefined ||
    one.big !== undefined ||
    one.scale > known.scale ||
    !Number.isSafeInteger(units)
  ) {
    data.figures.delete(place.spec.id);
    return undefined;
  }
  const stays =
    known.states[index] === FIGURE &&
    one.states[0] === FIGURE &&
    known.fromText[index] === 0 &&
    one.fromText[0] === 0 &&
    known.marks[index] === one.marks[0];
  const by = units - known.units[index]!;
  known.states[index] = one.states[0]!;
  known.units[index] = units;
  known.decimals[index] = one.decimals[0]!;
  known.fromText[index] = one.fromText[0]!;
  known.marks[index] = one.marks[0]!;
  return stays && Number.isSafeInteger(by) ? by : undefined;
}
