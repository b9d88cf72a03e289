/** A block with its surroundings and rows: one place that may be a wanted table, and what speaks for it. */
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { BlockSearch } from "./band";
import { type Block, meet, trimmed } from "./block";
import { blocksOf, LEAST_COVERAGE } from "./blocks";
import { fold } from "./fold";
import type { Span } from "./header-rows";
import { rowsOf, type Copy, type TableRows } from "./rows";
import { type Surroundings, surroundingsOf, yearsIn } from "./surroundings";
import { turned } from "./turned";

export interface Candidate {
  readonly block: Block;
  readonly around: Surroundings;
  readonly rows: TableRows;
  /** Real place: headers to last row. */
  readonly range: Area;
  /** Fit of the headers, title and rows together; about 0 to 1. */
  readonly score: number;
  /** 3: names the wanted year; 2: names none, or a span that may end with it; 1: an older span; 0: another year. */
  readonly year: 0 | 1 | 2 | 3;
}

/** Sheets that are larger are no small tables on their side. */
const TURNED_ROWS = 120;
const TURNED_COLUMNS = 120;
const TITLE = 0.08;
const SAME_PLACE = 0.03;
const FAR_WORSE = 0.2;
/** Least share of the columns where no title speaks for the table. */
const UNTITLED_COVERAGE = 0.62;

/** All candidates of one sheet; each place belongs to one table, but where two fit it alike. */
export function candidatesOf(sheet: SheetSnapshot, search: BlockSearch): readonly Candidate[] {
  const upright = blocksOf(sheet, "rows", search);
  const small = sheet.rowCount <= TURNED_ROWS && sheet.columnCount <= TURNED_COLUMNS;
  const onSide = small ? blocksOf(turned(sheet), "columns", search) : [];
  const untrimmed = [...upright, ...onSide];
  const blocks = untrimmed.map((block) => untrimmed.reduce(trimmed, block));
  const titles = new Map(
    blocks.map((block) => [block, titleSupport(block, linesOver(sheet, block, -1), search)]),
  );
  const worth = (block: Block): number => block.fit + 0.015 * block.columns.size + titles.get(block)! * TITLE;
  const ranked = blocks
    .filter((block) => block.coverage >= (titles.get(block)! > 0 ? LEAST_COVERAGE : UNTITLED_COVERAGE))
    .sort((a, b) => worth(b) - worth(a));
  const kept: Block[] = [];
  for (const block of ranked) {
    const rival = kept.find((other) => meet(headerArea(other), headerArea(block)));
    if (
      rival === undefined ||
      (rival.specIndex !== block.specIndex && worth(rival) - worth(block) < SAME_PLACE)
    )
      kept.push(block);
  }
  const first = candidatesAmong(sheet, kept, false, search);
  // Keys of an upright table, read downwards, can look like headers, but fit far worse than its own.
  const sound = first.filter(
    (one) =>
      one.block.orientation === "rows" ||
      !first.some(
        ({ block, range }) =>
          block.orientation === "rows" &&
          meet(range, headerArea(one.block)) &&
          block.fit - one.block.fit > FAR_WORSE,
      ),
  );
  if (sound.every(({ block }) => block.orientation === "rows")) return sound;
  return candidatesAmong(
    sheet,
    sound.map(({ block }) => block),
    true,
    search,
  );
}

/** @param across whether tables that are read the other way bound each other */
function candidatesAmong(
  sheet: SheetSnapshot,
  blocks: readonly Block[],
  across: boolean,
  search: BlockSearch,
): readonly Candidate[] {
  return blocks.flatMap((block) => {
    const others = blocks.filter((other) => across || other.sheet === block.sheet);
    const candidate = candidateOf(sheet, block, others, search);
    return candidate === undefined ? [] : [candidate];
  });
}

/** A candidate from a block that a person pointed at. */
export function pointedCandidate(
  sheet: SheetSnapshot,
  block: Block,
  search: BlockSearch,
): Candidate | undefined {
  return candidateOf(sheet, block, blocksOf(block.sheet, block.orientation, search), search);
}

/** Real place of a block's headers. */
function headerArea(block: Block): Area {
  const { first, last } = block.headerRows;
  return block.orientation === "rows"
    ? { top: first, bottom: last, left: block.left, right: block.right }
    : { top: block.left, bottom: block.right, left: first, right: last };
}

/** Columns of the real sheet whose lines above may be the block's: to the next table or the next blank column. */
function zoneOf(
  block: Block,
  others: readonly Block[],
  lastRecord: number,
): Span & { readonly bound: number } {
  if (block.orientation === "columns") {
    return { left: block.headerRows.first - 1, right: lastRecord + 1, bound: lastRecord + 1 };
  }
  const same = others.filter((other) => other.sheet === block.sheet);
  const before = same.filter((other) => other.right < block.left).map((other) => other.right + 1);
  const after = same.filter((other) => other.left > block.right).map((other) => other.left - 1);
  return {
    left: Math.max(block.run.left - 1, ...before),
    right: Math.min(block.run.right + 1, ...after),
    bound: Math.min(...after),
  };
}

/** What stands over a block, other tables and its rows aside. */
function linesOver(sheet: SheetSnapshot, block: Block, floor: number): Surroundings {
  return surroundingsOf(sheet, headerArea(block), zoneOf(block, [], block.headerRows.last), floor);
}

function candidateOf(
  sheet: SheetSnapshot,
  block: Block,
  others: readonly Block[],
  search: BlockSearch,
): Candidate | undefined {
  const beside = others.filter(
    (other) => other.sheet === block.sheet && other.left <= block.right && other.right >= block.left,
  );
  const stops = others.flatMap((other) => (other.sheet === block.sheet ? [] : acrossStop(block, other)));
  let around: Surroundings;
  let rows: TableRows;
  if (block.orientation === "columns") {
    const next = below(block, beside).map((other) => other.headerRows.first);
    rows = rowsOf(block, [], Math.min(...stops, ...next));
    around = surroundingsOf(sheet, headerArea(block), zoneOf(block, others, rows.last), -1);
  } else {
    around = surroundingsOf(sheet, headerArea(block), zoneOf(block, others, 0), floorOf(block, beside));
    if (isCopyItself(sheet, block, beside)) return undefined;
    const { copies, next } = pagesOf(sheet, block, around, below(block, beside));
    rows = rowsOf(block, copies, Math.min(...stops, ...next));
  }
  const { headerRows, left, right } = block;
  const range =
    block.orientation === "rows"
      ? { top: headerRows.first, bottom: rows.last, left, right }
      : { top: left, bottom: right, left: headerRows.first, right: rows.last };
  const support = titleSupport(block, around, search);
  return {
    block,
    around,
    rows,
    range,
    score: block.fit + support * TITLE - (rows.rows.length === 0 ? 0.2 : 0),
    year: yearRank([sheet.name, ...around.titles], search.year),
  };
}

/** Where a table that is read the other way begins among the rows of this one, in this one's rows. */
function acrossStop(block: Block, other: Block): readonly number[] {
  const { first } = other.headerRows;
  if (first > block.right || other.left <= block.headerRows.last) return [];
  const reaches =
    block.orientation === "columns"
      ? rowsOf(other, [], other.sheet.rowCount).last >= block.left
      : first >= block.left - 1;
  return reaches ? [other.left] : [];
}

function below(block: Block, others: readonly Block[]): readonly Block[] {
  return others.filter((other) => other.headerRows.first > block.headerRows.last);
}

function above(block: Block, others: readonly Block[]): readonly Block[] {
  return others.filter((other) => other.headerRows.last < block.headerRows.first);
}

function floorOf(block: Block, beside: readonly Block[]): number {
  return Math.max(-1, ...above(block, beside).map((other) => other.headerRows.last));
}

/** The copies of a block's headers that follow each other down its sheet, and the first row of what is none. */
function pagesOf(
  sheet: SheetSnapshot,
  block: Block,
  around: Surroundings,
  later: readonly Block[],
): { readonly copies: readonly Copy[]; readonly next: readonly number[] } {
  const copies: Copy[] = [];
  for (const other of [...later].sort((a, b) => a.headerRows.first - b.headerRows.first)) {
    const copy = copyOf(sheet, block, other, around, copies);
    if (copy === undefined) return { copies, next: [other.headerRows.first] };
    copies.push(copy);
  }
  return { copies, next: [] };
}

/**
 * Headers of the same table in the same columns, under no title or the same one, are a page's copy; not so where the
 * table above has come to its 合计 row, unless the title says 续.
 */
function copyOf(
  sheet: SheetSnapshot,
  block: Block,
  other: Block,
  around: Surroundings,
  copies: readonly Copy[],
): Copy | undefined {
  if (other.specIndex !== block.specIndex || !sameColumns(block, other)) return undefined;
  const over = linesOver(sheet, other, block.headerRows.last);
  // 续表4 goes on with 表4.
  const titles = around.titles.map(plain);
  const known = new Set(["", ...titles, ...titles.map((title) => title.replace(NUMBER, ""))]);
  if (!over.titles.every((title) => known.has(plain(title)))) return undefined;
  if (!over.titles.some((title) => PAGE.test(title))) {
    const { rows, totalRows } = rowsOf(block, copies, over.top);
    const last = rows.at(-1) ?? Number.POSITIVE_INFINITY;
    if (totalRows.some((row) => row > last)) return undefined;
  }
  return { from: over.top, to: other.headerRows.last };
}

/** Whether a block is the copy of one above it, with any copies between. */
function isCopyItself(sheet: SheetSnapshot, block: Block, beside: readonly Block[]): boolean {
  const before = above(block, beside);
  return before.some((first) => {
    const pages = pagesOf(sheet, first, linesOver(sheet, first, -1), [...below(first, before), block]);
    return pages.next.length === 0;
  });
}

function sameColumns(a: Block, b: Block): boolean {
  if (a.columns.size !== b.columns.size) return false;
  for (const [id, header] of a.columns) if (b.columns.get(id)?.column !== header.column) return false;
  return true;
}

const PAGE =
  /[(]?(?:(?<![后继手连陆])续表?[一二三四五六七八九十\d]*|接上[表页]|第[一二三四五六七八九十\d]+页[,/]?(?:共[一二三四五六七八九十\d]+页)?)[)]?/;

const NUMBER = /^附?表[一二三四五六七八九十\d]+/;

/** A title without its page. */
function plain(title: string): string {
  return title.replace(PAGE, "");
}

/** 1 where a title or the sheet's name speaks for the block's table, -1 where it speaks for another, else 0. */
function titleSupport(block: Block, around: Surroundings, search: BlockSearch): -1 | 0 | 1 {
  const support = (texts: readonly string[]): -1 | 0 | 1 => {
    let own = 0;
    let other = 0;
    search.lexicon.specs.forEach((spec, index) => {
      for (const title of spec.titles) {
        const words = fold(title);
        if (!texts.some((text) => text.includes(words))) continue;
        if (index === block.specIndex) own = Math.max(own, words.length);
        else other = Math.max(other, words.length);
      }
    });
    if (own === 0 && other === 0) return 0;
    return own >= other ? 1 : -1;
  };
  const titles = around.titles.filter((text) => !/单位:|填报/.test(text));
  const byTitle = support(titles);
  return byTitle !== 0 ? byTitle : support([fold(block.sheet.name)]);
}

function yearRank(texts: readonly string[], wanted: number | undefined): 0 | 1 | 2 | 3 {
  if (wanted === undefined) return 2;
  const { single, ends } = yearsIn(texts.map(fold));
  if (single.includes(wanted) || ends.includes(wanted)) return 3;
  if (ends.length > 0) return Math.max(...ends) >= wanted - 1 ? 2 : 1;
  return single.length === 0 ? 2 : 0;
}
