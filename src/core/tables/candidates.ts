/** A block with its surroundings and rows: one place that may be a wanted table, and what speaks for it. */
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { BlockSearch } from "./band";
import { type Block, meet, overlap, trimmed } from "./block";
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
  /** Title or sheet name speaks for this table and no other wanted one. */
  readonly titled: boolean;
  /** 3: names the wanted year; 2: names none, or a span that may end with it; 1: an older span; 0: another year. */
  readonly year: 0 | 1 | 2 | 3;
}

/** Sheets that are larger are no small tables on their side. */
const TURNED_ROWS = 120;
const TURNED_COLUMNS = 120;
const TITLE = 0.08;
const SAME_PLACE = 0.03;
/** Least share of the columns where no title speaks for the table. */
const UNTITLED_COVERAGE = 0.62;
/** Tables side by side have their headers at about the same height. */
const NEAR_ROWS = 8;

/** All candidates of one sheet; each place belongs to one table, but where two fit it alike. */
export function candidatesOf(sheet: SheetSnapshot, search: BlockSearch): readonly Candidate[] {
  const upright = blocksOf(sheet, "rows", search);
  const small = sheet.rowCount <= TURNED_ROWS && sheet.columnCount <= TURNED_COLUMNS;
  const onSide = small ? blocksOf(turned(sheet), "columns", search) : [];
  const untrimmed = [...upright, ...onSide];
  const blocks = untrimmed.map((block) => untrimmed.reduce(trimmed, block));
  const titles = new Map(
    blocks.map((block) => [
      block,
      titleSupport(
        block,
        surroundingsOf(sheet, headerArea(block), zoneOf(block, [], block.headerRows.last), -1),
        search,
      ),
    ]),
  );
  const worth = (block: Block): number => block.fit + 0.015 * block.columns.size + titles.get(block)! * TITLE;
  const ranked = blocks
    .filter((block) => block.coverage >= (titles.get(block)! > 0 ? LEAST_COVERAGE : UNTITLED_COVERAGE))
    .sort((a, b) => worth(b) - worth(a));
  const kept: Block[] = [];
  for (const block of ranked) {
    const rival = kept.find((other) => clash(other, block));
    if (
      rival === undefined ||
      (rival.specIndex !== block.specIndex && worth(rival) - worth(block) < SAME_PLACE)
    )
      kept.push(block);
  }
  const first = candidatesAmong(sheet, kept, false, search);
  // Keys of an upright table, read downwards, can look like headers.
  const sound = first.filter(
    (one) =>
      one.block.orientation === "rows" ||
      !first.some((other) => other.block.orientation === "rows" && meet(other.range, headerArea(one.block))),
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
    const others = blocks.filter(
      (other) => other !== block && !clash(other, block) && (across || other.sheet === block.sheet),
    );
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
  const others = blocksOf(block.sheet, block.orientation, search).filter((other) => !overlap(other, block));
  return candidateOf(sheet, block, others, search);
}

function clash(a: Block, b: Block): boolean {
  if (a.sheet === b.sheet) return overlap(a, b);
  return meet(headerArea(a), headerArea(b));
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
  const near = others.filter(
    (other) =>
      other.sheet === block.sheet &&
      Math.abs(other.headerRows.first - block.headerRows.first) <= NEAR_ROWS &&
      !overlap(other, block),
  );
  const before = near.filter((other) => other.right < block.left).map((other) => other.right + 1);
  const after = near.filter((other) => other.left > block.right).map((other) => other.left - 1);
  return {
    left: Math.max(block.run.left - 1, ...before),
    right: Math.min(block.run.right + 1, ...after),
    bound: Math.min(block.sheet.columnCount - 1, ...after),
  };
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
  const below = beside.filter((other) => other.headerRows.first > block.headerRows.last);
  const stops = others.flatMap((other) => (other.sheet === block.sheet ? [] : acrossStop(block, other)));
  let stop = Math.min(block.sheet.rowCount, ...stops);
  const floor = floorOf(block, beside);
  let copies: readonly Copy[] = [];
  let around: Surroundings;
  let rows: TableRows;
  if (block.orientation === "columns") {
    rows = rowsOf(block, [], Math.min(stop, ...below.map((other) => other.headerRows.first)));
    around = surroundingsOf(sheet, headerArea(block), zoneOf(block, others, rows.last), floor);
  } else {
    around = surroundingsOf(sheet, headerArea(block), zoneOf(block, others, 0), floor);
    if (isCopyItself(sheet, block, beside)) return undefined;
    for (const other of [...below].sort((a, b) => a.headerRows.first - b.headerRows.first)) {
      const copy = copyOf(sheet, block, other, around, copies);
      if (copy === undefined) {
        stop = Math.min(stop, other.headerRows.first);
        break;
      }
      copies = [...copies, copy];
    }
    rows = rowsOf(block, copies, stop);
  }
  const { top, bottom, left, right } = {
    top: block.headerRows.first,
    bottom: rows.last,
    left: block.left,
    right: block.right,
  };
  const range =
    block.orientation === "rows"
      ? { top, bottom, left, right }
      : { top: left, bottom: right, left: top, right: bottom };
  const support = titleSupport(block, around, search);
  return {
    block,
    around,
    rows,
    range,
    score: block.fit + support * TITLE - (rows.rows.length === 0 ? 0.2 : 0),
    titled: support > 0,
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

function floorOf(block: Block, beside: readonly Block[]): number {
  if (block.orientation === "columns") return -1;
  const above = beside.filter((other) => other.headerRows.last < block.headerRows.first);
  return Math.max(-1, ...above.map((other) => other.headerRows.last));
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
  if (other.specIndex !== block.specIndex || block.orientation !== "rows" || !sameColumns(block, other))
    return undefined;
  const above = surroundingsOf(
    sheet,
    headerArea(other),
    zoneOf(other, [], other.headerRows.last),
    block.headerRows.last,
  );
  const known = new Set(around.titles.map(withoutPage));
  if (!above.titles.every((title) => known.has(withoutPage(title)))) return undefined;
  if (!above.titles.some((title) => withoutPage(title) !== title)) {
    const { rows, totalRows } = rowsOf(block, copies, above.top);
    const last = rows.at(-1);
    if (last !== undefined && totalRows.some((row) => row > last)) return undefined;
  }
  return { from: above.top, to: other.headerRows.last };
}

/** Whether a block is the copy of one above it, with any copies between. */
function isCopyItself(sheet: SheetSnapshot, block: Block, beside: readonly Block[]): boolean {
  const above = beside
    .filter((other) => other.headerRows.last < block.headerRows.first)
    .sort((a, b) => a.headerRows.first - b.headerRows.first);
  return above.some((first) => {
    const around = surroundingsOf(sheet, headerArea(first), zoneOf(first, [], first.headerRows.last), -1);
    let copies: readonly Copy[] = [];
    for (const other of [...above, block]) {
      if (other.headerRows.first <= first.headerRows.last) continue;
      const copy = copyOf(sheet, first, other, around, copies);
      if (copy === undefined) return false;
      if (other === block) return true;
      copies = [...copies, copy];
    }
    return false;
  });
}

function sameColumns(a: Block, b: Block): boolean {
  if (a.columns.size !== b.columns.size) return false;
  for (const [id, header] of a.columns) if (b.columns.get(id)?.column !== header.column) return false;
  return true;
}

function withoutPage(title: string): string {
  return title.replace(/[(（]?续表?[一二三四五\d]?[)）]?/g, "").replace(/第\d+页(?:共\d+页)?/g, "");
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
