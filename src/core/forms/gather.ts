/** Cells that stand apart on a form, put side by side as rows and columns, each with the real cell behind it. */
import type { CellRef } from "../workbook/address";
import { SheetBuilder, type SheetSnapshot } from "../workbook/snapshot";

export type Place = Omit<CellRef, "sheet">;

export type Gathered =
  /** The cell as it stands; `text` replaces its words. */
  | { readonly kind: "cell"; readonly at: Place; readonly text?: string }
  /** Nothing: `at` is where it was looked for. */
  | { readonly kind: "blank"; readonly at: Place }
  /** What was worked out from the cell. */
  | { readonly kind: "text"; readonly at: Place; readonly text: string };

export interface GatheredSheet {
  readonly sheet: SheetSnapshot;
  readonly places: (row: number, column: number) => Place;
}

/** @param rows of equal length; row and column of the result are their indices */
export function gather(from: SheetSnapshot, rows: readonly (readonly Gathered[])[]): GatheredSheet {
  const sheet = new SheetBuilder(from.name, from.visibility);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell.kind === "text") sheet.setText(row, column, cell.text);
      else if (cell.kind === "cell") copy(from, cell, sheet, row, column);
    });
  });
  return {
    sheet,
    places: (row, column) => rows[row]?.[column]?.at ?? rows[0]?.[0]?.at ?? { row: 0, column: 0 },
  };
}

function copy(
  from: SheetSnapshot,
  cell: Extract<Gathered, { readonly kind: "cell" }>,
  sheet: SheetBuilder,
  row: number,
  column: number,
): void {
  const { at, text } = cell;
  switch (from.kind(at.row, at.column)) {
    case "number":
      sheet.setNumber(row, column, from.number(at.row, at.column));
      break;
    case "boolean":
      sheet.setBoolean(row, column, from.number(at.row, at.column) === 1);
      break;
    case "text":
      sheet.setText(row, column, text ?? from.text(at.row, at.column));
      break;
    case "error":
      sheet.setError(row, column, from.text(at.row, at.column));
      break;
    case "blank":
      break;
  }
  // What the formula is matters to nobody, only that it has no result.
  if (!from.stored(at.row, at.column)) sheet.setFormula(row, column, "", false);
  sheet.setFormat(row, column, from.format(at.row, at.column));
}
