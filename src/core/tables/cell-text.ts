/** The words of a cell where words are looked for. */
import type { SheetSnapshot } from "../workbook/snapshot";

/** Text of a text cell, digits of a number; "" for anything else. */
export function cellText(sheet: SheetSnapshot, row: number, column: number): string {
  const text = sheet.text(row, column);
  // Errors have names; most texts are soon told to be none.
  if (text !== "" && !text.startsWith("#")) return text;
  const kind = sheet.kind(row, column);
  if (kind === "text") return text;
  return kind === "number" ? String(sheet.number(row, column)) : "";
}
