// Sheets and areas as the objects of the host hold them: by id, so that a deleted sheet is noticed.
import type { Area } from "../address";
import { itemNotFound } from "../failure";
import type { Sheet, Workbook } from "../model";

export interface SheetTarget {
  readonly workbook: Workbook;
  readonly sheetId: string;
}

export function sheetTarget(workbook: Workbook, sheet: Sheet): SheetTarget {
  return { workbook, sheetId: sheet.id };
}

/** The living sheet of a target. */
export function sheetOf(target: SheetTarget): Sheet {
  const sheet = target.workbook.sheets.find((candidate) => candidate.id === target.sheetId);
  if (sheet === undefined) throw itemNotFound("The sheet was deleted.");
  return sheet;
}

/** An area on a sheet. */
export interface RangeTarget extends SheetTarget {
  readonly area: Area;
}
