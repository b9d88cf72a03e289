/**
 * The mark of our sheets: the value of the sheet-scoped hidden name `_hengbiao`, "kind:id". The answers part records
 * the id and the sheet's name, so that of several sheets with one id (the officer copied ours) only one is ours.
 */
import type { OwnSheet } from "../workbook/snapshot";
import type { SheetKind } from "./model";

export const MARK_NAME = "_hengbiao";

export interface Mark {
  readonly kind: SheetKind;
  readonly id: string;
}

/** One sheet of ours as the answers part records it. */
export interface RecordedSheet extends Mark {
  readonly name: string;
}

export function formatMark(mark: Mark): string {
  return `${mark.kind}:${mark.id}`;
}

/** Reads a mark as stored: plain, or as a formula with quotes (="score:1a"). undefined for anything else. */
export function parseMark(text: string): Mark | undefined {
  const match = /^(?:=?")?(score|findings|rules):([0-9A-Za-z-]{1,64})"?$/.exec(text.trim());
  const [, kind, id] = match ?? [];
  return kind === undefined || id === undefined ? undefined : { kind: kind as SheetKind, id };
}

/**
 * The sheet of ours of one kind: of the sheets that bear a mark of that kind, the one that the answers part records;
 * if none has the recorded id, the only one there is. undefined where there is none or nothing tells which.
 */
export function findOwnSheet(
  kind: SheetKind,
  sheets: readonly OwnSheet[],
  recorded: readonly RecordedSheet[],
): { readonly sheet: string; readonly id: string } | undefined {
  const marked = sheets.flatMap(({ sheet, mark }) => {
    const parsed = parseMark(mark);
    return parsed?.kind === kind ? [{ sheet, id: parsed.id }] : [];
  });
  const record = recorded.find((each) => each.kind === kind);
  if (record === undefined) return marked.length === 1 ? marked[0] : undefined;
  const same = marked.filter((each) => each.id === record.id);
  if (same.length === 1) return same[0];
  return same.find((each) => each.sheet === record.name);
}
