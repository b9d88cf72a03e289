/** Header blocks: places on a sheet whose headers fit a wanted table. */
import type { TableSpec } from "../pack/pack";
import type { SheetSnapshot } from "../workbook/snapshot";
import { headerColumns, type HeaderColumn } from "./header-columns";
import type { HeaderText } from "./header-text";
import { rowLabel } from "./labels";
import type { Lexicon } from "./lexicon";
import { placeLevel } from "./places";
import { assign, matchesOf, type Assignment, type Match } from "./match";
import { mergesOf } from "./merges";
import { headerRowsOf, isGroupRow, isTitleRow, rowsAbove } from "./header-rows";

export interface Block {
  /** The sheet as the block is read: for a table on its side the turned view. */
  readonly sheet: SheetSnapshot;
  readonly orientation: "rows" | "columns";
  readonly spec: TableSpec;
  readonly specIndex: number;
  readonly headerRows: { readonly first: number; readonly last: number };
  /** Column id → header. */
  readonly columns: ReadonlyMap<string, HeaderColumn>;
  readonly unclear: ReadonlyMap<string, readonly HeaderColumn[]>;
  /** All headers of the block, known or not. */
  readonly headers: readonly HeaderColumn[];
  readonly left: number;
  readonly right: number;
  /** The block with the columns beside it that have headers too, known or not. */
  readonly run: { readonly left: number; readonly right: number };
  /** Share of the table's columns that were found, by weight; 0 to 1. */
  readonly coverage: number;
  /** Mean fit of the headers found, their share, and how few strange columns stand between; 0 to 1. */
  readonly fit: number;
}

export interface BlockSearch {
  readonly lexicon: Lexicon;
  readonly year: number | undefined;
  /** Parses a header text once. */
  readonly read: (text: string) => HeaderText;
}

const MAX_DEPTH = 5;
/** Least share of a table's columns by weight. */
export const LEAST_COVERAGE = 0.55;
const POINTED_COVERAGE = 0.2;
const UNCLEAR = 0.01;
/** Fit of a key that only what stands below it tells. */
const BY_CONTENT = 0.75;
const LOOK_BELOW = 20;

interface Matched {
  readonly header: HeaderColumn;
  readonly matches: readonly Match[];
}

/** All blocks of a sheet, best reading of each place; blocks of different tables may still overlap. */
export function blocksOf(
  sheet: SheetSnapshot,
  orientation: "rows" | "columns",
  search: BlockSearch,
): readonly Block[] {
  const { lowest, worded } = headerRowsOf(sheet, search);
  const found = lowest.flatMap((last) =>
    blocksAbove(sheet, orientation, last, worded, search, LEAST_COVERAGE),
  );
  return bestOfEach(found);
}

/** Blocks that a person pointed at: the cell lies in the header rows and at or left of the block's first column. */
export function blocksAt(
  sheet: SheetSnapshot,
  orientation: "rows" | "columns",
  cell: { readonly row: number; readonly column: number },
  search: BlockSearch,
): readonly Block[] {
  const found: Block[] = [];
  const { worded } = headerRowsOf(sheet, search);
  const end = Math.min(cell.row + 12, sheet.rowCount);
  for (let last = cell.row; last < end; last++) {
    found.push(...blocksAbove(sheet, orientation, last, worded, search, POINTED_COVERAGE));
  }
  return bestOfEach(
    found.filter(
      (block) =>
        cell.row >= block.headerRows.first &&
        cell.row <= block.headerRows.last &&
        cell.column <= block.right &&
        cell.column >= block.left - 1,
    ),
  );
}

function bestOfEach(found: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  for (const block of [...found].sort((a, b) => b.fit - a.fit || a.right - a.left - (b.right - b.left))) {
    if (!kept.some((other) => other.specIndex === block.specIndex && overlap(other, block))) kept.push(block);
  }
  return kept;
}

/** Whether the headers of two blocks of one view share cells. */
export function overlap(a: Block, b: Block): boolean {
  return (
    a.sheet === b.sheet &&
    a.headerRows.first <= b.headerRows.last &&
    b.headerRows.first <= a.headerRows.last &&
    a.left <= b.right &&
    b.left <= a.right
  );
}

/**
 * The block without the columns that it may lack and that stand nearer to another block: tables side by side have
 * their row numbers and notes between them.
 */
export function trimmed(block: Block, other: Block): Block {
  if (block.specIndex === other.specIndex || !overlap(block, other)) return block;
  const own = coreOf(block);
  const theirs = coreOf(other);
  if (own.left <= theirs.right && theirs.left <= own.right) return block;
  const distance = (column: number, core: Columns): number =>
    Math.max(core.left - column, column - core.right, 0);
  const stays = (column: number): boolean => distance(column, own) < distance(column, theirs);
  const columns = new Map([...block.columns].filter(([, header]) => stays(header.column)));
  const [left, right] =
    own.left < theirs.left
      ? [block.left, Math.max(own.right, ...kept(columns))]
      : [Math.min(own.left, ...kept(columns)), block.right];
  return { ...block, columns, left, right };
}

interface Columns {
  readonly left: number;
  readonly right: number;
}

function kept(columns: ReadonlyMap<string, HeaderColumn>): readonly number[] {
  return [...columns.values()].map((header) => header.column);
}

/** Span of the columns that the table cannot lack. */
function coreOf(block: Block): Columns {
  const columns = block.spec.columns.flatMap(({ id, required }) => {
    const header = block.columns.get(id);
    return required && header !== undefined ? [header.column] : [];
  });
  return { left: Math.min(...columns), right: Math.max(...columns) };
}

/** Best block of each table whose lowest header row is the given one. */
function blocksAbove(
  sheet: SheetSnapshot,
  orientation: "rows" | "columns",
  last: number,
  worded: ReadonlySet<number>,
  search: BlockSearch,
  least: number,
): readonly Block[] {
  const rows = rowsAbove(sheet, last, MAX_DEPTH, worded);
  const best = new Map<string, { block: Block; depth: number }>();
  const readings: (readonly Block[])[] = [];
  for (let depth = 1; depth <= rows.length; depth++) {
    const blocks = readBand(sheet, orientation, rows.slice(rows.length - depth), search, least);
    readings.push(blocks);
    for (const block of blocks) {
      const id = `${block.specIndex}:${segmentId(block)}`;
      const before = best.get(id);
      if (before === undefined || block.fit > before.block.fit + 1e-9) best.set(id, { block, depth });
    }
  }
  return [...best.values()].flatMap(({ block, depth }) => {
    let chosen: Block | undefined = block;
    // A group header above belongs to the table even where the table can be read without it.
    for (let more = depth; more < rows.length; more++) {
      const row = rows[rows.length - 1 - more];
      if (chosen === undefined || row === undefined || !isGroupRow(sheet, row, block, search)) break;
      if (chosen.headerRows.first - row > 1) break;
      chosen = readings[more]?.find(
        (other) =>
          other.specIndex === block.specIndex && other.left <= block.right && other.right >= block.left,
      );
    }
    return chosen === undefined ? [] : [chosen];
  });
}

function segmentId(block: Block): number {
  return Math.min(...[...block.columns.values()].map((header) => header.column));
}

function readBand(
  sheet: SheetSnapshot,
  orientation: "rows" | "columns",
  rows: readonly number[],
  search: BlockSearch,
  least: number,
): readonly Block[] {
  const { lexicon, year } = search;
  const matched = headerColumns(sheet, mergesOf(sheet), rows, search.read).map((header) => ({
    header,
    matches: matchesOf(header, lexicon, year, sheet.hiddenColumn(header.column)),
  }));
  const counts = lexicon.specs.map(() => 0);
  for (const { matches } of matched) {
    for (const spec of new Set(matches.map((match) => match.spec))) counts[spec] = (counts[spec] ?? 0) + 1;
  }
  const first = rows[0] ?? 0;
  const lastRow = rows.at(-1) ?? first;
  return lexicon.specs.flatMap((spec, specIndex) => {
    if ((counts[specIndex] ?? 0) < 2) return [];
    const own = matched.map(({ header, matches }) => ({
      header,
      matches: matches.filter((match) => match.spec === specIndex),
    }));
    const key = lexicon.placeKeys[specIndex] ?? -1;
    const known = key < 0 || own.some((one) => fits(one, key));
    const told = known
      ? own
      : withPlaces(sheet, lastRow, own, { spec: specIndex, column: key, score: BY_CONTENT });
    const blocks = partsOf(spec, told).flatMap((part) => {
      const block = blockOf(spec, specIndex, part, matched, orientation === "rows");
      if (block === undefined || block.coverage < least) return [];
      if (rows.length > 1 && isTitleRow(sheet, first, block)) return [];
      return [{ ...block, sheet, orientation, headerRows: { first, last: lastRow } }];
    });
    return bestOfEach(blocks);
  });
}

/** A key of places under an unknown header is known by the places below it, where one column alone holds any. */
function withPlaces(
  sheet: SheetSnapshot,
  last: number,
  own: readonly Matched[],
  match: Match,
): readonly Matched[] {
  const holders = own.filter(
    ({ header, matches }) => matches.length === 0 && holdsPlaces(sheet, last, header.column),
  );
  const [only] = holders;
  if (only === undefined || holders.length > 1) return own;
  return own.map((one) => (one === only ? { header: one.header, matches: [match] } : one));
}

function holdsPlaces(sheet: SheetSnapshot, last: number, column: number): boolean {
  let places = 0;
  let texts = 0;
  for (let row = last + 1; row <= Math.min(last + LOOK_BELOW, sheet.rowCount - 1); row++) {
    const text = sheet.text(row, column);
    if (text.trim() === "" || rowLabel(text) !== undefined) continue;
    texts++;
    if (placeLevel(text) === "county") places++;
  }
  return places >= 2 && places >= 0.7 * texts;
}

/**
 * Ways to part a band into tables side by side: as one, where the key is repeated, where the row numbers are, and at
 * blank columns. The readings are weighed later.
 */
function partsOf(spec: TableSpec, own: readonly Matched[]): readonly (readonly Matched[])[] {
  const key = spec.columns.findIndex((column) => column.type === "key");
  const before = spec.columns.findIndex((column) => column.type === "text" && !spec.key.includes(column.id));
  const keys = startsOf(own, key).map((at) => (fits(own[at - 1], before) ? at - 1 : at));
  const gaps = own.flatMap((one, at) =>
    at > 0 && one.header.column > (own[at - 1]?.header.column ?? 0) + 1 ? [at] : [],
  );
  return [
    own,
    ...[keys, startsOf(own, before), gaps]
      .filter((starts) => starts.length > 0)
      .flatMap((starts) =>
        [0, ...starts].map((start, index) => own.slice(start, starts[index] ?? own.length)),
      ),
  ].filter((part) => part.length > 1);
}

function fits(one: Matched | undefined, column: number): boolean {
  return one?.matches.some((match) => match.column === column) === true;
}

/** Positions of the headers that fit a column best, if there are several. */
function startsOf(own: readonly Matched[], column: number): readonly number[] {
  const scoreAt = (one: Matched): number => one.matches.find((match) => match.column === column)?.score ?? 0;
  const top = Math.max(0, ...own.map(scoreAt));
  const starts = own.flatMap((one, at) => (top > 0 && scoreAt(one) >= top - 0.011 ? [at] : []));
  return starts.length > 1 ? starts : [];
}

function weight(spec: TableSpec, column: number): number {
  const { type, required } = spec.columns[column] ?? { type: "text", required: false };
  if (type === "key") return 3;
  return required ? 2 : 0.5;
}

/** Columns that a table may lack and that stand beyond another table's columns are that one's. */
function withoutStrays(
  spec: TableSpec,
  assignment: Assignment,
  foreign: ReadonlySet<number>,
): Assignment["columns"] {
  const needed = [...assignment.columns].filter(([index]) => spec.columns[index]?.required === true);
  const own = new Set([...assignment.columns.values()].map(({ header }) => header.column));
  const left = Math.min(...needed.map(([, { header }]) => header.column));
  const right = Math.max(...needed.map(([, { header }]) => header.column));
  const beyond = (from: number, to: number): boolean => {
    for (let column = from; column < to; column++) if (foreign.has(column) && !own.has(column)) return true;
    return false;
  };
  return new Map(
    [...assignment.columns].filter(([index, { header }]) => {
      if (spec.columns[index]?.required === true) return true;
      return !beyond(header.column + 1, left) && !beyond(right + 1, header.column);
    }),
  );
}

function blockOf(
  spec: TableSpec,
  specIndex: number,
  part: readonly Matched[],
  all: readonly Matched[],
  upright: boolean,
): Omit<Block, "sheet" | "orientation" | "headerRows"> | undefined {
  const assignment: Assignment = assign(spec, part);
  const keys = spec.columns.flatMap((column, index) => (column.type === "key" ? [index] : []));
  if (keys.some((key) => !assignment.columns.has(key)) || assignment.columns.size < 2) return undefined;
  const foreign = new Set(
    all
      .filter(({ matches }) => matches.some((match) => match.spec !== specIndex))
      .map(({ header }) => header.column),
  );
  const chosen = withoutStrays(spec, assignment, foreign);
  const taken = new Set([...chosen.values()].map(({ header }) => header));
  for (const headers of assignment.unclear.values()) for (const header of headers) taken.add(header);
  const columnsTaken = [...taken].map((header) => header.column);
  let left = Math.min(...columnsTaken);
  let right = Math.max(...columnsTaken);
  const strange = new Set(
    part
      .filter(({ header }) => !taken.has(header) && rowLabel(header.raw.at(-1) ?? "")?.kind !== "note")
      .map(({ header }) => header.column),
  );
  const between = [...strange].filter((column) => column > left && column < right).length;
  while (upright && strange.has(left - 1) && !foreign.has(left - 1)) left--;
  while (upright && strange.has(right + 1) && !foreign.has(right + 1)) right++;

  const headed = new Set(all.map(({ header }) => header.column));
  const run = { left, right };
  while (headed.has(run.left - 1)) run.left--;
  while (headed.has(run.right + 1)) run.right++;
  let whole = 0;
  let found = 0;
  let sureness = 0;
  spec.columns.forEach((_column, index) => {
    const share = weight(spec, index);
    const hit = chosen.get(index);
    whole += share;
    if (hit === undefined) return;
    found += share;
    sureness += share * Math.min(1, hit.score);
  });
  const coverage = found / whole;
  return {
    spec,
    specIndex,
    columns: new Map([...chosen].map(([index, { header }]) => [spec.columns[index]?.id ?? "", header])),
    unclear: new Map(
      [...assignment.unclear].map(([index, headers]) => [spec.columns[index]?.id ?? "", headers]),
    ),
    headers: all.map(({ header }) => header).filter(({ column }) => column >= left && column <= right),
    left,
    right,
    run,
    coverage,
    fit:
      (0.8 * sureness) / whole +
      0.2 * (taken.size / (taken.size + between)) -
      UNCLEAR * assignment.unclear.size,
  };
}
