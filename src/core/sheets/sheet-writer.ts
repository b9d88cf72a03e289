/** Collects the rows, merges and validations of a sheet model while it is built from top to bottom. */
import type { Area } from "../workbook/address";
import { fittedRow, heightOf, widthOf } from "./layout";
import type { CellModel, CellValue, RowModel, StyleName, ValidationModel } from "./model";

export interface SheetWriter {
  readonly columns: readonly { readonly characters: number }[];
  readonly rows: RowModel[];
  readonly merges: Area[];
  readonly validations: ValidationModel[];
}

export function sheetWriter(characters: readonly number[]): SheetWriter {
  return { columns: characters.map((each) => ({ characters: each })), rows: [], merges: [], validations: [] };
}

export function textCell(
  text: string,
  style: StyleName,
  more: Pick<CellModel, "link" | "entry"> = {},
): CellModel {
  return { value: text === "" ? { kind: "empty" } : { kind: "text", text }, style, ...more };
}

/** A number where the text is one that a cell holds exactly, else the text itself. */
export function valueCell(
  text: string,
  style: StyleName,
  more: Pick<CellModel, "link" | "entry"> = {},
): CellModel {
  return { value: numberOrText(text), style, ...more };
}

export function numberOrText(text: string): CellValue {
  if (text === "") return { kind: "empty" };
  const plain = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
  // A cell keeps 15 significant digits; longer ones would change.
  const digits = text.replace(/^-?0*\.?0*/, "").replace(".", "").length;
  return plain && digits <= 15 ? { kind: "number", value: text } : { kind: "text", text };
}

export function formulaCell(formula: string, value: string, style: StyleName): CellModel {
  return { value: { kind: "formula", formula, value, type: "number" }, style };
}

export function blank(style: StyleName): CellModel {
  return { value: { kind: "empty" }, style };
}

/** Adds a row as high as its texts need; gives its index. */
export function addRow(
  writer: SheetWriter,
  cells: readonly (CellModel | undefined)[],
  spans: ReadonlyMap<number, number> = new Map(),
): number {
  writer.rows.push(fittedRow(cells, writer.columns, spans));
  return writer.rows.length - 1;
}

/** Adds a row of one text over all columns. */
export function addBanner(writer: SheetWriter, text: string, style: StyleName, lines?: number): number {
  const last = writer.columns.length - 1;
  const cells = writer.columns.map((_, column) => (column === 0 ? textCell(text, style) : blank(style)));
  const width = widthOf(writer.columns, { left: 0, right: last });
  const row = addRow(writer, cells, new Map([[0, width]]));
  if (lines !== undefined) writer.rows[row] = { points: heightOf(lines), cells };
  merge(writer, row, 0, last);
  return row;
}

export function merge(writer: SheetWriter, row: number, left: number, right: number, bottom = row): void {
  if (left !== right || row !== bottom) writer.merges.push({ top: row, left, bottom, right });
}
