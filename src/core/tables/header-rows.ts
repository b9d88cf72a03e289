/** Which rows of a sheet may be header rows; found without reading every cell's words. */
import type { SheetSnapshot } from "../workbook/snapshot";
import { cellText } from "./cell-text";
import { MAX_HEADER_COLUMNS } from "./header-columns";
import { fold } from "./fold";
import { saysYear, type HeaderText } from "./header-text";
import type { Lexicon } from "./lexicon";
import { mergesOf } from "./merges";

interface Words {
  readonly lexicon: Lexicon;
  readonly read: (text: string) => HeaderText;
}

/** Rows that are looked through in full; further down only the first columns are, until a header word is met. */
const FULL_ROWS = 400;
const FEW_COLUMNS = 8;
/** Longer texts are no headers. */
const MAX_LENGTH = 60;
const MAX_HEADERS_BELOW = 4;

/** Rows that may be the lowest row of a header, top to bottom, and rows with header words at all. */
export function headerRowsOf(
  sheet: SheetSnapshot,
  words: Words,
): { readonly lowest: readonly number[]; readonly worded: ReadonlySet<number> } {
  const worded = new Set(wordRows(sheet, words));
  const rows = new Set<number>();
  for (const row of worded) {
    rows.add(row);
    let below = row;
    for (let count = 1; count < MAX_HEADERS_BELOW; count++) {
      const next = nextRow(sheet, below);
      if (next === undefined) break;
      if (!isHeaderLike(sheet, next) && !worded.has(next) && !isYearRow(sheet, next)) break;
      below = next;
      rows.add(below);
    }
    // Beside another table's figures the lower headers tell themselves only by the merged cells around them.
    for (let next = row + 1; next <= mergedTo(sheet, row); next++) rows.add(next);
  }
  const lowest = [...rows].filter((row) => {
    const next = nextRow(sheet, row);
    return next === undefined || !rows.has(next) || !isYearRow(sheet, next);
  });
  return { lowest: lowest.sort((a, b) => a - b), worded };
}

/** A row of years alone, or with the words of further headers: what it splits is no lowest header. */
function isYearRow(sheet: SheetSnapshot, row: number): boolean {
  let years = 0;
  let others = 0;
  for (let column = 0; column < Math.min(sheet.columnCount, MAX_HEADER_COLUMNS); column++) {
    const text = cellText(sheet, row, column).trim();
    if (text === "") continue;
    if (saysYear(fold(text))) years++;
    else if (NUMBER_LIKE.test(text)) return false;
    else others++;
  }
  return years >= 2 && years >= others;
}

/** Last row that a cell merged downwards from a row reaches, a few rows at most. */
function mergedTo(sheet: SheetSnapshot, row: number): number {
  const merges = mergesOf(sheet);
  let last = row;
  for (let column = 0; column < Math.min(sheet.columnCount, MAX_HEADER_COLUMNS); column++) {
    const area = merges.at(row, column);
    if (area?.top === row) last = Math.max(last, Math.min(area.bottom, row + MAX_HEADERS_BELOW));
  }
  return last;
}

/** Rows with at least two header words. */
function wordRows(sheet: SheetSnapshot, words: Words): readonly number[] {
  const width = Math.min(sheet.columnCount, MAX_HEADER_COLUMNS);
  const seen = new Map<string, boolean>();
  const signs = signsOf(words.lexicon.words);
  const isWord = (text: string): boolean => {
    if (text.length > MAX_LENGTH || !mayBeWord(text, signs)) return false;
    let known = seen.get(text);
    if (known === undefined) {
      const { full, bare, pieces } = words.read(text);
      known = [full, bare, ...pieces].some((word) => words.lexicon.words.has(word));
      seen.set(text, known);
    }
    return known;
  };
  const rows: number[] = [];
  const full = Math.min(sheet.rowCount, FULL_ROWS);
  for (let row = 0; row < full; row++) {
    if (countWords(sheet, row, width, isWord) >= 2) rows.push(row);
  }
  if (sheet.rowCount > full) {
    const initials = new Set([...words.lexicon.words].map((word) => word.charCodeAt(0)));
    for (const row of fewWordRows(sheet, full, Math.min(width, FEW_COLUMNS), initials, isWord)) {
      if (countWords(sheet, row, width, isWord) >= 2) rows.push(row);
    }
  }
  return rows;
}

interface Signs {
  /** Signs of the words, and of what `headerText` takes away from around them, by code less LEAST. */
  readonly known: Uint8Array;
  /** Some word has a digit in it. */
  readonly digits: boolean;
}

/** The unified ideographs: signs that folding leaves as they are. */
const LEAST = 0x4e00;
const MOST = 0x9fff;
/** In units, dates and 其中. */
const AROUND = "百千万亿元户人个天日项件条次亩公里处座金额计量单位民币截至止年度月末底其中";

function signsOf(words: Iterable<string>): Signs {
  const known = new Uint8Array(MOST - LEAST + 1);
  let digits = false;
  for (const word of [...words, AROUND]) {
    for (let index = 0; index < word.length; index++) known[word.charCodeAt(index) - LEAST] = 1;
    digits ||= /\d/.test(word);
  }
  return { known, digits };
}

/** False for a text that surely is no header word: most names of projects and places have a sign that no word has. */
function mayBeWord(text: string, { known, digits }: Signs): boolean {
  let digit = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x30 && code <= 0x39) digit = true;
    else if (code < LEAST || code > MOST) return true;
    else if (known[code - LEAST] !== 1) return false;
  }
  // A digit goes with a year or a day only.
  return !digit || digits || /(?:19|20)\d\d|\d月/.test(text);
}

/** Far down a long sheet: rows with a header word in one of the first columns, told by its first sign before all. */
function fewWordRows(
  sheet: SheetSnapshot,
  from: number,
  width: number,
  initials: ReadonlySet<number>,
  isWord: (text: string) => boolean,
): ReadonlySet<number> {
  const below = new Int32Array(sheet.rowCount - from);
  for (let index = 0; index < below.length; index++) below[index] = from + index;
  const mayBe = (text: string): boolean => {
    const initial = text.charCodeAt(0);
    const known = initials.has(initial) || initial < LEAST || initial > MOST;
    return known && text.length <= 24 && isWord(text);
  };
  const rows = new Set<number>();
  for (let column = 0; column < width; column++) {
    const { ids, end } = sheet.textIds(column, below);
    /** By text: 1 a word, 2 none, 0 not looked at yet. */
    const looked = new Uint8Array(end);
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index]!;
      if (id < 0) continue;
      if (looked[id] === 0) looked[id] = mayBe(sheet.text(from + index, column)) ? 1 : 2;
      if (looked[id] === 1) rows.add(from + index);
    }
  }
  return rows;
}

function countWords(
  sheet: SheetSnapshot,
  row: number,
  width: number,
  isWord: (text: string) => boolean,
): number {
  let count = 0;
  for (let column = 0; column < width && count < 2; column++) {
    if (sheet.kind(row, column) === "text" && isWord(sheet.text(row, column))) count++;
  }
  return count;
}

const NUMBER_LIKE = /^[-+(（]?[\d０-９][\d０-９,，.．]*[)）]?[%％]?$/;

/** Columns, both included. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** True for a row of words: figures are few among them. */
export function isHeaderLike(sheet: SheetSnapshot, row: number, span?: Span): boolean {
  const { from, width } = spanOf(sheet, span);
  let texts = 0;
  let figures = 0;
  for (let column = from; column < width; column++) {
    switch (sheet.kind(row, column)) {
      case "text": {
        const text = sheet.text(row, column).trim();
        if (text === "") break;
        if (NUMBER_LIKE.test(text)) figures++;
        else texts++;
        break;
      }
      case "number": {
        const value = sheet.number(row, column);
        if (!(value >= 1990 && value <= 2100 && Number.isInteger(value))) figures++;
        break;
      }
      case "error":
      case "boolean":
        figures++;
        break;
      case "blank":
        break;
    }
  }
  return texts > 0 && figures * 3 <= texts;
}

function spanOf(
  sheet: SheetSnapshot,
  span: Span | undefined,
): { readonly from: number; readonly width: number } {
  const width = Math.min(sheet.columnCount, MAX_HEADER_COLUMNS);
  if (span === undefined) return { from: 0, width };
  return { from: Math.max(0, span.left), width: Math.min(width, span.right + 1) };
}

/** True where nothing stands in the row's first columns. */
export function isBlankRow(sheet: SheetSnapshot, row: number, span?: Span): boolean {
  const { from, width } = spanOf(sheet, span);
  for (let column = from; column < width; column++) {
    const kind = sheet.kind(row, column);
    if (kind !== "blank" && (kind !== "text" || sheet.text(row, column).trim() !== "")) return false;
  }
  return true;
}

function nextRow(sheet: SheetSnapshot, row: number): number | undefined {
  for (let next = row + 1; next < Math.min(row + 4, sheet.rowCount); next++) {
    if (!isBlankRow(sheet, next)) return next;
  }
  return undefined;
}

/** The row and up to `most` - 1 rows above it that are not blank, top to bottom. */
export function rowsAbove(
  sheet: SheetSnapshot,
  last: number,
  most: number,
  worded: ReadonlySet<number>,
): readonly number[] {
  const rows = [last];
  for (let row = last - 1; row >= 0 && row > last - 12 && rows.length < most; row--) {
    if (isBlankRow(sheet, row)) continue;
    if (!isHeaderLike(sheet, row) && !worded.has(row)) break;
    rows.unshift(row);
  }
  return rows;
}

const LINE = /单位[:：]|^附[表件]|^表[\d一二三四五六七八九十]|填[报表](?:单位|日期|时间|人)|盖章|公章/;

/** Whether a row holds a title or a unit line over the columns: one text for all of them, or words of such a line. */
export function isTitleRow(sheet: SheetSnapshot, row: number, span: Span): boolean {
  const merges = mergesOf(sheet);
  let texts = 0;
  let wide = false;
  for (let column = span.left; column <= span.right; column++) {
    const area = merges.at(row, column);
    if (area !== undefined && column > Math.max(area.left, span.left)) continue;
    const text = area === undefined ? cellText(sheet, row, column) : cellText(sheet, area.top, area.left);
    if (text.trim() === "") continue;
    if (LINE.test(text)) return true;
    texts++;
    wide ||= area !== undefined && area.left <= span.left && area.right >= span.right;
  }
  return wide && texts === 1;
}

/** Whether a row above a block's headers holds group headers of it, no title and no unit line. */
export function isGroupRow(
  sheet: SheetSnapshot,
  row: number,
  block: { readonly left: number; readonly right: number },
  words: Words,
): boolean {
  const merges = mergesOf(sheet);
  let groups = 0;
  // A lone word over the first column heads no group.
  let overFirst = false;
  for (let column = block.left; column <= block.right; column++) {
    const text = cellText(sheet, row, column).trim();
    if (text === "") continue;
    if (LINE.test(text)) return false;
    const area = merges.at(row, column);
    const wide = area !== undefined && area.right > area.left;
    if (wide && area.left <= block.left && area.right >= block.right) return false;
    const { full, bare } = words.read(text);
    if (wide || words.lexicon.words.has(full) || words.lexicon.words.has(bare)) groups++;
    if (!wide && column === block.left) overFirst = true;
  }
  return groups > (overFirst ? 1 : 0);
}
