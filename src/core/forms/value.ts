/** The value of a row below a header: the first cell that holds something within the header's columns. */
import type { ColumnSpec } from "../pack/pack";
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Gathered } from "./gather";
import { extent } from "./labels";

/** A cell of the form, or where one was looked for. */
export type Read = Exclude<Gathered, { readonly kind: "text" }>;

/** A figure in brackets, （10分）, is no negative one where points stand. */
const BRACKETED = /^\s*[(（【[]\s*([\d.．]+\s*分?)\s*[)）】\]]\s*$/u;

/**
 * A text column takes the words of a merge for every row of it; a figure stands in its first row only.
 * A merge that begins left of the header (a note across the form) is no value.
 */
export function valueIn(sheet: SheetSnapshot, row: number, header: Area, column: ColumnSpec): Read {
  const figure = column.type !== "text" && column.type !== "key";
  for (let at = header.left; at <= header.right; at += 1) {
    const area = extent(sheet, row, at);
    if (area.left < header.left || (figure && area.top !== row)) continue;
    const kind = sheet.kind(area.top, area.left);
    if (kind === "blank" && sheet.stored(area.top, area.left)) continue;
    const place = { row: area.top, column: area.left };
    const inner = column.type === "score" ? BRACKETED.exec(sheet.text(area.top, area.left))?.[1] : undefined;
    return { kind: "cell", at: place, ...(inner === undefined ? {} : { text: inner }) };
  }
  return { kind: "blank", at: { row, column: header.left } };
}
