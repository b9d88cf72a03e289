/** The words of a cell where words are looked for. */
import type { SheetSnapshot } from "../workbook/snapshot";

/** Text of a text cell, digits of a number; "" for anything else. */
export function cellText(sheet: SheetSnapshot, row: number, column: number): string {
  const kind = sheet.kind(row, column);
  if (kind === "text") return sheet.text(row, column);
  return kind === "number" ? String(sheet.number(row, column)) : "";
}
