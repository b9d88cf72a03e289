/** A band of header rows read as one table or several side by side. */
import type { TableSpec } from "../pack/pack";
import type { SheetSnapshot } from "../workbook/snapshot";
import { overlap, type Block } from "./block";
import { headerColumns, type HeaderColumn } from "./header-columns";
import { isTitleRow } from "./header-rows";
import type { HeaderText } from "./header-text";
import { rowLabel } from "./labels";
import type { Lexicon } from "./lexicon";
import { assign, matchesOf, type Assignment, type Match } from "./match";
import { mergesOf } from "./merges";
import { placeLevel } from "./places";

export interface BlockSearch {
  readonly lexicon: Lexicon;
  readonly year: number | undefined;
  /** Parses a header text once. */
  readonly read: (text: string) => HeaderText;
}

const UNCLEAR = 0.01;
/** Fit of a key that only what stands below it tells. */
const BY_CONTENT = 0.75;
const LOOK_BELOW = 20;

interface Matched {
  readonly header: HeaderColumn;
  readonly matches: readonly Match[];
}

/** The best reading of a band for each table. */
export function readBand(
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
    for (const spec of new Set(matches.map((match) => match.spec))) counts[spec] = counts[spec]! + 1;
  }
  const first = rows[0]!;
  const lastRow = rows[rows.length - 1]!;
  return lexicon.specs.flatMap((spec, specIndex) => {
    if (counts[specIndex]! < 2) return [];
    const own = matched.map(({ header, matches }) => ({
      header,
      matches: matches.filter((match) => match.spec === specIndex),
    }));
    const key = lexicon.placeKeys[specIndex]!;
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

/** With more blank columns than these a band is parted at each of them only. */
const MAX_GAPS = 8;

/**
 * Ways to part a band into tables side by side: as one, where the key is repeated, where the row numbers are, and at
 * blank columns, of which some may lie within a table. The readings are weighed later.
 */
function partsOf(spec: TableSpec, own: readonly Matched[]): readonly (readonly Matched[])[] {
  const key = spec.columns.findIndex((column) => column.type === "key");
  const before = spec.columns.findIndex((column) => column.type === "text" && !spec.key.includes(column.id));
  const keys = startsOf(own, key).map((at) => (fits(own[at - 1], before) ? at - 1 : at));
  const gaps = own.flatMap((one, at) =>
    at > 0 && one.header.column > own[at - 1]!.header.column + 1 ? [at] : [],
  );
  const bounds = [0, ...gaps, own.length];
  const acrossGaps =
    gaps.length > MAX_GAPS
      ? []
      : bounds.flatMap((start, from) => bounds.slice(from + 2).map((end) => own.slice(start, end)));
  return [
    own,
    ...[keys, startsOf(own, before), gaps]
      .filter((starts) => starts.length > 0)
      .flatMap((starts) =>
        [0, ...starts].map((start, index) => own.slice(start, starts[index] ?? own.length)),
      ),
    ...acrossGaps,
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
  const { type, required } = spec.columns[column]!;
  if (type === "key") return 3;
  return required ? 2 : 0.5;
}

/** Columns that a table may lack and that stand beyond another table's columns are that one's. */
function withoutStrays(
  spec: TableSpec,
  assignment: Assignment,
  foreign: ReadonlySet<number>,
): Assignment["columns"] {
  const needed = [...assignment.columns].filter(([index]) => spec.columns[index]!.required);
  // Without one there is nothing to stand beyond.
  if (needed.length === 0) return assignment.columns;
  const own = new Set([...assignment.columns.values()].map(({ header }) => header.column));
  const left = Math.min(...needed.map(([, { header }]) => header.column));
  const right = Math.max(...needed.map(([, { header }]) => header.column));
  const beyond = (from: number, to: number): boolean => {
    for (let column = from; column < to; column++) if (foreign.has(column) && !own.has(column)) return true;
    return false;
  };
  return new Map(
    [...assignment.columns].filter(([index, { header }]) => {
      if (spec.columns[index]!.required) return true;
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
  const assignment: Assignment = assign(part);
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
      .filter(({ header }) => !taken.has(header) && rowLabel(header.raw.at(-1)!)?.kind !== "note")
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
    columns: new Map([...chosen].map(([index, { header }]) => [spec.columns[index]!.id, header])),
    unclear: new Map([...assignment.unclear].map(([index, headers]) => [spec.columns[index]!.id, headers])),
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

/** Best of each table in each place. */
export function bestOfEach(found: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  for (const block of [...found].sort((a, b) => b.fit - a.fit || a.right - a.left - (b.right - b.left))) {
    if (!kept.some((other) => other.specIndex === block.specIndex && overlap(other, block))) kept.push(block);
  }
  return kept;
}
