/** What a cell of a key column stands for: one name for all spellings of a key. */
import type { KeyDimension } from "../pack/pack";
import { cellText } from "./cell-text";
import { fold, foldWords } from "./fold";
import { mergesOf } from "./merges";
import { placeIndex } from "./places";
import { memberStems, stemOf } from "./stems";
import type { Table, TableColumn } from "./table";

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

/** Marks that say once more what stands above, folded. */
const DITTO = /^(?:同上|上同|同前|〃|\u2032\u2032|''|["“”〞])$/u;

/**
 * Texts of a key or text column, one for each data row: a merged cell's text stands for all its rows, and a blank cell
 * in the first of several key columns says the same as the row above, as where a county is named once for its projects;
 * so does 同上 or 〃 in any column.
 * @param each called for every data row, top to bottom
 */
export function eachText(
  table: Table,
  column: TableColumn,
  each: (index: number, text: string) => void,
): void {
  const { sheet, rows, spec } = table;
  const goesOn = column.spec.type === "key" && spec.key.length > 1 && spec.key[0] === column.spec.id;
  const merges = mergesOf(sheet);
  let before = "";
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const area = merges.at(row, column.column);
    let text =
      area === undefined ? cellText(sheet, row, column.column) : cellText(sheet, area.top, area.left);
    if ((goesOn && text.trim() === "") || isDitto(text)) text = before;
    before = text;
    each(index, text);
  }
}

/** The ideographs that one of them begins with. */
const SAME = "同上";

function isDitto(text: string): boolean {
  const first = text.charCodeAt(0);
  // Folding leaves ideographs as they are, and few of them begin a mark: soon told where there are many rows.
  if (Number.isNaN(first) || (first >= 0x4e00 && first <= 0x9fff && !SAME.includes(text.charAt(0))))
    return false;
  return DITTO.test(fold(text));
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
