/** A sheet seen on its side: rows as columns and columns as rows, for tables with their headers in a column. */
import type { SheetSnapshot } from "../workbook/snapshot";

const known = new WeakMap<SheetSnapshot, SheetSnapshot>();

/** The turned view; formulas keep their text as it stands. */
export function turned(sheet: SheetSnapshot): SheetSnapshot {
  const before = known.get(sheet);
  if (before !== undefined) return before;
  const numberOf = (row: number, column: number): number =>
    sheet.kind(row, column) === "number" ? sheet.number(row, column) : Number.NaN;
  const view: SheetSnapshot = {
    name: sheet.name,
    visibility: sheet.visibility,
    rowCount: sheet.columnCount,
    columnCount: sheet.rowCount,
    kind: (row, column) => sheet.kind(column, row),
    number: (row, column) => sheet.number(column, row),
    numbers: (column, rows) => Float64Array.from(rows, (row) => numberOf(column, row)),
    text: (row, column) => sheet.text(column, row),
    // Small sheets only are turned: each text is looked at by itself.
    textIds: (_column, rows) => ({ ids: new Int32Array(rows.length).fill(-1), distinct: true }),
    formula: (row, column) => sheet.formula(column, row),
    stored: (row, column) => sheet.stored(column, row),
    format: (row, column) => sheet.format(column, row),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      top: left,
      left: top,
      bottom: right,
      right: bottom,
    })),
    hiddenRow: (row) => sheet.hiddenColumn(row),
    hiddenColumn: (column) => sheet.hiddenRow(column),
  };
  known.set(sheet, view);
  return view;
}
