/** Labels of a form as they are compared: without spaces, brackets, numbering, 其中 and a colon. */
import { fold, splitBrackets } from "../tables/fold";
import { mergesOf } from "../tables/merges";
import { cellText } from "../tables/cell-text";
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";

const NUMBERING = /^(?:[一二三四五六七八九十]+[、.]|\d{1,2}[、.](?!\d))/u;
const PREFIX = /^其中[:：]?/u;

/** "其中：当年财政拨款（A）" → "当年财政拨款". */
export function labelOf(text: string): string {
  const { bare } = splitBrackets(fold(text));
  return bare
    .replace(/^[*★]+/u, "")
    .replace(NUMBERING, "")
    .replace(PREFIX, "")
    .replace(/[:：]+$/u, "");
}

/** Set of labels of wordings. */
export function labelsOf(wordings: readonly string[]): ReadonlySet<string> {
  return new Set(wordings.map(labelOf));
}

/** The area that a cell covers: its merge, or itself. */
export function extent(sheet: SheetSnapshot, row: number, column: number): Area {
  return mergesOf(sheet).at(row, column) ?? { top: row, left: column, bottom: row, right: column };
}

/** True for a cell that is the first of its merge or in none. */
export function isAnchor(sheet: SheetSnapshot, row: number, column: number): boolean {
  const area = extent(sheet, row, column);
  return area.top === row && area.left === column;
}

/** Words that a reader sees in a cell: those of its merge. */
export function seen(sheet: SheetSnapshot, row: number, column: number): string {
  const { top, left } = extent(sheet, row, column);
  return cellText(sheet, top, left).trim();
}
