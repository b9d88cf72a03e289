/** Which name and id each of our sheets gets in a workbook: worked out from the snapshot, before a host writes. */
import { ownSheetName, type WrittenSheet } from "../answers/written";
import type { WorkbookSnapshot } from "../workbook/snapshot";
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
  written: readonly WrittenSheet[],
): readonly PlannedSheet[] {
  const taken = workbook.sheets.map(({ name }) => name);
  return models.map((model) => {
    const { kind } = model;
    const own = findOwnSheet(kind, workbook, written);
    if (own !== undefined) return { kind, id: own.id, name: own.name, model, replaces: true };
    const name = freeSheetName(model.name, taken);
    taken.push(name);
    return { kind, id: freeId(kind, workbook, written), name, model, replaces: false };
  });
}

/**
 * The sheet of ours of one kind: the one that the answers part records; where it records none, the only one that
 * bears a mark of the kind. A copy that the officer made bears its original's mark and is the officer's.
 */
export function findOwnSheet(
  kind: SheetKind,
  workbook: Marked,
  written: readonly WrittenSheet[],
): { readonly name: string; readonly id: string } | undefined {
  const there = new Set(workbook.sheets.map(({ name }) => name));
  const record = written.find((sheet) => sheet.kind === kind);
  if (record !== undefined) {
    const name = ownSheetName(record, workbook.ownSheets);
    return name !== undefined && there.has(name) ? { name, id: record.id } : undefined;
  }
  const marked = workbook.ownSheets.filter(
    ({ sheet, mark }) => markedKind(mark) === kind && there.has(sheet),
  );
  const [only] = marked;
  return marked.length === 1 && only !== undefined
    ? { name: only.sheet, id: markedId(only.mark) }
    : undefined;
}

/** The first number that no sheet of the kind has: copies keep the id of their original. */
function freeId(kind: SheetKind, workbook: Marked, written: readonly WrittenSheet[]): string {
  const used = new Set(written.filter((sheet) => sheet.kind === kind).map(({ id }) => id));
  for (const { mark } of workbook.ownSheets) if (markedKind(mark) === kind) used.add(markedId(mark));
  for (let number = 1; ; number += 1) {
    if (!used.has(String(number))) return String(number);
  }
}

/** A mark is kind and id, see markText. */
function markedKind(mark: string): string {
  return mark.split(" ")[0] ?? "";
}

function markedId(mark: string): string {
  return mark.slice(mark.indexOf(" ") + 1);
}
