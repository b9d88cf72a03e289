/** A sheet seen on its side: rows as columns and columns as rows, for tables with their headers in a column. */
import type { SheetSnapshot } from "../workbook/snapshot";

const views = new WeakMap<SheetSnapshot, SheetSnapshot>();

/** The turned view; formulas keep their text as it stands. */
export function turned(sheet: SheetSnapshot): SheetSnapshot {
  const before = views.get(sheet);
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
    textIds(column, rows) {
      const known = new Map<string, number>();
      const ids = Int32Array.from(rows, (row) => {
        if (sheet.kind(column, row) !== "text") return -1;
        const text = sheet.text(column, row);
        if (!known.has(text)) known.set(text, known.size);
        return known.get(text)!;
      });
      return { ids, end: known.size, distinct: true };
    },
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
  views.set(sheet, view);
  return view;
}
