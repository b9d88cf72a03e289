/** What a cell of a key column stands for: one name for all spellings of a key. */
import type { KeyDimension } from "../pack/pack";
import { fold, foldWords } from "./fold";
import { mergesOf } from "./merges";
import { placeIndex } from "./places";
import { memberStems, stemOf } from "./stems";
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
  const { fillers } = dimension;
  const stems = memberStems(dimension);
  const memberOf = (text: string): string | undefined =>
    members.get(fold(text)) ?? (fillers === undefined ? undefined : stems.get(stemOf(text, fillers)));
  const isMember = (text: string): boolean => memberOf(text) !== undefined;
  switch (dimension.kind) {
    case "place": {
      const place = placeIndex(names);
      return { keyOf: (text) => (fold(text) === "" ? "" : place(text)), isMember };
    }
    case "members":
      return { keyOf: (text) => memberOf(text) ?? foldWords(text), isMember };
    case "text":
      return { keyOf: foldWords, isMember };
  }
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
  const area = mergesOf(table.sheet).at(row, table.columns.get(columnId)!.column);
  return area === undefined || area.top === area.bottom ? undefined : { top: area.top, bottom: area.bottom };
}
