/** Reads a table's cells for the judge: a figure, nothing, or something that no rule can use. */
import { type Reading, reading } from "./bands";
import { columnOf, type Row, type Table } from "./table";

export type Placed = {
  readonly table: Table;
  readonly sheet: string;
  /** A1 address of a row's cell. */
  readonly at: (row: Row, columnId: string) => string;
};

export type Read =
  | { readonly kind: "figure"; readonly reading: Reading; readonly soft: boolean }
  | { readonly kind: "nothing" }
  | { readonly kind: "unusable" };

export function read(placed: Placed, row: Row, columnId: string): Read {
  const column = columnOf(placed.table, columnId);
  const cell = row.cells[columnId];
  if (column === undefined || cell === undefined) return { kind: "unusable" };
  if (cell.kind === "figure") {
    return { kind: "figure", reading: reading(column, cell), soft: cell.uncalculated === true };
  }
  if (cell.kind === "nothing" || cell.kind === "covered") return { kind: "nothing" };
  return { kind: "unusable" };
}

export type Side = { readonly readings: readonly Reading[]; readonly soft: boolean } | undefined;

/** All figures of a side; nothing adds nothing, and one unusable cell makes the side unusable. */
export function side(reads: readonly Read[]): Side {
  if (reads.some((one) => one.kind === "unusable")) return undefined;
  const figures = reads.flatMap((one) => (one.kind === "figure" ? [one] : []));
  return { readings: figures.map((one) => one.reading), soft: figures.some((one) => one.soft) };
}
