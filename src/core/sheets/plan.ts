/** Which name and id each of our sheets gets in a workbook: worked out from the snapshot, before a host writes. */
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { findOwnSheet, parseMark, type RecordedSheet } from "./mark";
import type { SheetKind, SheetModel } from "./model";
import { freeSheetName } from "./sheet-name";

/** A sheet of ours as it will stand in the workbook. */
export interface PlannedSheet {
  readonly kind: SheetKind;
  /** Id of the mark. */
  readonly id: string;
  readonly name: string;
  readonly model: SheetModel;
  /** True: written anew in place of the sheet of that name; false: a new sheet at the end. */
  readonly replaces: boolean;
}

type Marked = Pick<WorkbookSnapshot, "sheets" | "ownSheets">;

/** @param written the sheets that the answers part records */
export function planSheets(
  workbook: Marked,
  models: readonly SheetModel[],
  written: readonly RecordedSheet[],
): readonly PlannedSheet[] {
  const taken = workbook.sheets.map(({ name }) => name);
  return models.map((model) => {
    const { kind } = model;
    const own = findOwnSheet(kind, workbook.ownSheets, written);
    if (own !== undefined && taken.includes(own.sheet)) {
      return { kind, id: own.id, name: own.sheet, model, replaces: true };
    }
    const name = freeSheetName(model.name, taken);
    taken.push(name);
    return { kind, id: freeId(kind, workbook, written), name, model, replaces: false };
  });
}

/** The first number that no sheet of the kind has: copies keep the id of their original. */
function freeId(kind: SheetKind, workbook: Marked, written: readonly RecordedSheet[]): string {
  const used = new Set(written.filter((sheet) => sheet.kind === kind).map(({ id }) => id));
  for (const { mark } of workbook.ownSheets) {
    const parsed = parseMark(mark);
    if (parsed?.kind === kind) used.add(parsed.id);
  }
  for (let number = 1; ; number += 1) {
    if (!used.has(String(number))) return String(number);
  }
}
