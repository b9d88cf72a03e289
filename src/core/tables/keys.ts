/** What a cell of a key column stands for: one name for all spellings of a key. */
import type { KeyDimension } from "../pack/pack";
import { cellText } from "./cell-text";
import { fold, foldWords } from "./fold";
import { mergesOf } from "./merges";
import { placeIndex } from "./places";
import type { Table } from "./table";

export interface KeyIndex {
  /** The canonical key of a text: a member's name, a place, or the text itself; "" for nothing. */
  readonly keyOf: (text: string) => string;
  /** True where the text names a member of a dimension of members. */
  readonly isMember: (text: string) => boolean;
}

/**
 * Keys of a dimension.
 * @param names all names of the dimension that stand in the workbook; places need them to know which names are one
 */
export function keyIndex(dimension: KeyDimension, names: Iterable<string>): KeyIndex {
  const members = new Map<string, string>();
  for (const member of dimension.members ?? []) {
    for (const word of [...member.synonyms].reverse()) members.set(fold(word), member.name);
  }
  for (const member of dimension.members ?? []) members.set(fold(member.name), member.name);
  const isMember = (text: string): boolean => members.has(fold(text));
  switch (dimension.kind) {
    case "place": {
      const place = placeIndex(names);
      return { keyOf: (text) => (fold(text) === "" ? "" : place(text)), isMember };
    }
    case "members":
      return { keyOf: (text) => members.get(fold(text)) ?? foldWords(text), isMember };
    case "text":
      return { keyOf: foldWords, isMember };
  }
}

/**
 * The text that stands for a cell of a key or text column: a merged cell's text stands for all its rows.
 * @param row row of the table's sheet
 * @param columnId id of the column; "" is given for one that the table lacks
 */
export function keyText(table: Table, row: number, columnId: string): string {
  const column = table.columns.get(columnId);
  if (column === undefined) return "";
  const area = mergesOf(table.sheet).at(row, column.column);
  return area === undefined
    ? cellText(table.sheet, row, column.column)
    : cellText(table.sheet, area.top, area.left);
}

/**
 * The merged area under a figure that stands for several rows, undefined for a cell of its own. Its amount stands in
 * the area's first cell; the rows below have none of their own.
 */
export function sharedFigure(
  table: Table,
  row: number,
  columnId: string,
): { readonly top: number; readonly bottom: number } | undefined {
  const column = table.columns.get(columnId);
  if (column === undefined) return undefined;
  const area = mergesOf(table.sheet).at(row, column.column);
  return area === undefined || area.top === area.bottom ? undefined : { top: area.top, bottom: area.bottom };
}
