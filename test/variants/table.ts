/** A table before it is laid out: what a careful reader would say it holds, row by row. */
import type { Exact } from "./exact";

export const TABLE_IDS = [
  "funds",
  "release",
  "projects",
  "execution",
  "assets",
  "industry",
  "monitoring",
  "rectification",
] as const;
export type TableId = (typeof TABLE_IDS)[number];

export type Unit = "元" | "万元" | "亿元";
/** How many tens lie between a unit and the yuan. */
export const UNIT_POWER: { readonly [unit in Unit]: number } = { 元: 0, 万元: 4, 亿元: 8 };

export type ColumnKind =
  | "label"
  | "money"
  | "count"
  | "rate"
  | "date"
  | "days"
  | "flag"
  | "sequence"
  | "extra"
  | "blank";
export type RateForm = "fraction" | "percent-format" | "points" | "percent-text" | "live";

export type Column = {
  /** Pack columns have the ids of the README; others "sequence", "extra-…" and "blank-…". */
  readonly id: string;
  readonly kind: ColumnKind;
  /** Header texts from the top row down to the column's own. */
  path: readonly string[];
  unit?: Unit;
  rateForm?: RateForm;
  /** The number format of its figures; undefined is General. */
  format?: string | undefined;
  /** Decimals of that format, where it fixes any. */
  formatDecimals?: number | undefined;
  hidden?: boolean;
};

/**
 * A figure's value is in its column's unit: money in the unit, rates as fractions, dates as days since
 * 1899-12-30. `text` is how it is written when it is held as text; `stored` is the float when that has a residue.
 */
export type Figure = {
  readonly kind: "figure";
  value: Exact;
  text?: string;
  stored?: string;
  uncalculated?: boolean;
  format?: string;
};
export type Cell =
  | Figure
  | { readonly kind: "label"; text: string }
  | { readonly kind: "nothing"; mark: string }
  | { readonly kind: "bad"; readonly text: string }
  | { readonly kind: "error"; readonly code: string }
  | { readonly kind: "covered" };

export type RowRole = "data" | "continuation" | "township" | "subtotal" | "total";

export type Row = {
  readonly role: RowRole;
  /** Index of the county that the row speaks of, in every table that lists counties. */
  readonly county?: number;
  /** Which source or batch the row speaks of, in release and industry. */
  readonly key?: string;
  /** Rows that a subtotal or a county with townships sums up. */
  readonly parts?: Row[];
  readonly cells: { [columnId: string]: Cell };
  hidden?: boolean;
  outline?: number;
  blankBefore?: boolean;
  /** Columns in which this row's cell reaches down over the rows below it. */
  mergeDown?: { [columnId: string]: number };
  /** The label of a total row stands in the first column and reaches over to this one. */
  mergeLabel?: boolean;
};

export type Table = {
  readonly id: TableId;
  title: string;
  unit?: Unit;
  unitPlace: "line" | "title" | "headers" | "none";
  unitText: string;
  columns: Column[];
  rows: Row[];
  /** A county row that the label of the total row says is left out. */
  totalExcludes?: number;
  transposed: boolean;
  columnNumbers: boolean;
  mergedHeaders: boolean;
  footer: readonly (readonly string[])[];
  /** Set where the number format leaves the written precision open: no rounding cases are planted there. */
  openPrecision: boolean;
  /** Stands in the workbook but is not this year's, or is one of two that cannot be told apart. */
  standing: "counted" | "last-year" | "ambiguous";
};

export function figureOf(row: Row, columnId: string): Figure | undefined {
  const cell = row.cells[columnId];
  return cell?.kind === "figure" ? cell : undefined;
}

export const columnOf = (table: Table, id: string): Column | undefined =>
  table.columns.find((column) => column.id === id);
export const rowsOf = (table: Table, role: RowRole): Row[] => table.rows.filter((row) => row.role === role);
