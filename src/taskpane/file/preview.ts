/** The cells around an area as they read, for a pane that has no Excel to show them in. */
import { shown } from "../../core/answers/entries";
import { dayOfSerial, isoDate } from "../../core/figures/date";
import { type Area, columnName, type SheetArea } from "../../core/workbook/address";
import { showsDate } from "../../core/workbook/number-format";
import type { SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { Preview } from "../work/protocol";

/** Rows and columns of context on each side, and the most that are shown. */
const MARGIN = 2;
const MOST_ROWS = 9;
const MOST_COLUMNS = 8;

/** undefined where the sheet is gone. */
export function previewOf(workbook: WorkbookSnapshot, area: SheetArea): Preview | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === area.sheet);
  if (sheet === undefined) return undefined;
  const top = Math.max(0, area.top - MARGIN);
  const left = Math.max(0, area.left - MARGIN);
  const bottom = Math.min(area.bottom + MARGIN, top + MOST_ROWS - 1);
  const right = Math.min(area.right + MARGIN, left + MOST_COLUMNS - 1);
  return {
    area,
    columns: range(left, right).map(columnName),
    rows: range(top, bottom).map((row) => ({
      name: String(row + 1),
      cells: range(left, right).map((column) => ({
        text: cellText(sheet, row, column, workbook.date1904),
        meant: contains(area, row, column),
      })),
    })),
  };
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function cellText(sheet: SheetSnapshot, row: number, column: number, date1904: boolean): string {
  if (sheet.kind(row, column) === "number" && showsDate(sheet.format(row, column))) {
    const day = dayOfSerial(sheet.number(row, column), date1904);
    if (day !== undefined) return isoDate(day);
  }
  return shown(sheet, row, column);
}

function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
