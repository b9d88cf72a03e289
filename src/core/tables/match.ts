/** Which column of a table a header fits, and how well; then one header for each column. */
import { looseWords, saysWhole, saysYear, type HeaderText } from "./header-text";
import type { HeaderColumn } from "./header-columns";
import { withUnit, type Lexicon, type Wording } from "./lexicon";
import { stemOf } from "./stems";

export interface Match {
  readonly spec: number;
  readonly column: number;
  readonly score: number;
}

/** Scores: exact words 1, without bracketed words or joined over levels a little less, loose words far less. */
const BARE = 0.96;
const JOINED = 0.98;
const WHOLE = 0.97;
const PIECE = 0.8;
const LOOSE = 0.7;
/** Known by what is left of a member's name without its fillers. */
const FILLED = 0.75;
const CANONICAL_BONUS = 0.05;
const PATH_BONUS = 0.06;
const INCLUDED = 0.02;
const OTHER_YEAR = 0.3;
const HIDDEN = 0.03;
/** A year below a header names a part of it where the whole stands beside. */
const BY_YEAR = 0.08;
/** Scores nearer than this are alike. */
const ALIKE = 0.015;
/** Below this a header fits nothing. */
const LEAST = 0.5;

interface Form {
  readonly word: string;
  readonly above: readonly HeaderText[];
  readonly score: number;
  readonly kind: "leaf" | "joined" | "whole" | "piece";
}

/** All columns of all tables that a header fits, best score for each. */
export function matchesOf(
  header: HeaderColumn,
  lexicon: Lexicon,
  year: number | undefined,
  hidden: boolean,
): readonly Match[] {
  const best = new Map<string, Match>();
  const path = header.path.filter(({ bare }) => !saysYear(bare));
  if (path.length === 0) return [];
  const less =
    (otherYear(header.path, year) ? OTHER_YEAR : 0) +
    (hidden ? HIDDEN : 0) +
    (saysYear(header.path.at(-1)!.bare) ? BY_YEAR : 0);
  const note = (wording: Wording, score: number): void => {
    const id = `${wording.spec}:${wording.column}`;
    const total = score + (wording.canonical ? CANONICAL_BONUS : 0) - less;
    if (total >= LEAST && total > (best.get(id)?.score ?? 0)) {
      best.set(id, { spec: wording.spec, column: wording.column, score: total });
    }
  };
  for (const form of formsOf(path)) {
    for (const wording of lexicon.byLeaf.get(form.word) ?? []) {
      if (form.kind === "piece" && lexicon.specs[wording.spec]!.columns[wording.column]!.type !== "key")
        continue;
      const score = fit(form, wording, lexicon);
      if (score !== undefined) note(wording, score);
    }
  }
  if (best.size === 0) {
    for (const { word, above } of formsOf(path)) {
      for (const { fillers, columns } of lexicon.stems) {
        const stem = stemOf(word, fillers);
        for (const wording of stem === word ? [] : (columns.get(stem) ?? [])) {
          if (!belongsElsewhere(above, wording, lexicon)) note(wording, FILLED);
        }
      }
    }
  }
  if (best.size === 0) {
    const leaf = path.at(-1)!;
    const above = path.slice(0, -1);
    const loose = saysWhole(leaf.bare) ? [] : [leaf.bare, looseWords(leaf.bare)];
    for (const word of loose) {
      for (const wording of lexicon.loose.get(word) ?? []) {
        if (!belongsElsewhere(above, wording, lexicon)) note(wording, LOOSE);
      }
    }
  }
  return [...best.values()];
}

function formsOf(path: readonly HeaderText[]): readonly Form[] {
  const leaf = path.at(-1)!;
  const above = path.slice(0, -1);
  const forms: Form[] = [{ word: leaf.full, above, score: 1, kind: "leaf" }];
  if (leaf.bare !== leaf.full && leaf.bare !== "") {
    forms.push({ word: leaf.bare, above, score: BARE, kind: "leaf" });
  }
  for (const unit of leaf.units)
    forms.push({ word: withUnit(leaf.bare, unit), above, score: 1, kind: "leaf" });
  let joined = leaf.bare;
  for (let level = above.length - 1; level >= 0; level--) {
    joined = above[level]!.bare + joined;
    forms.push({ word: joined, above: above.slice(0, level), score: JOINED, kind: "joined" });
  }
  const parent = above.at(-1);
  if (parent !== undefined && saysWhole(leaf.bare)) {
    for (const word of new Set([parent.full, parent.bare])) {
      forms.push({ word, above: above.slice(0, -1), score: WHOLE, kind: "whole" });
    }
  }
  if (above.length === 0) {
    for (const word of leaf.pieces) forms.push({ word, above, score: PIECE, kind: "piece" });
  }
  return forms.filter((form) => form.word !== "");
}

/** How well a form of a header fits a wording; undefined where it does not. */
function fit(form: Form, wording: Wording, lexicon: Lexicon): number | undefined {
  const wanted = wording.segments.slice(0, -1);
  if (wanted.length === 0) {
    // 合计 below a group is the group's, not the table's.
    if (form.kind === "leaf" && form.above.length > 0 && saysWhole(form.word)) return undefined;
    return belongsElsewhere(form.above, wording, lexicon) ? undefined : form.score;
  }
  let score = form.score + PATH_BONUS * wanted.length;
  const rest = [...form.above];
  for (let index = wanted.length - 1; index >= 0; index--) {
    const word = wanted[index]!;
    let at = rest.length - 1;
    while (at >= 0 && !includes(rest[at]!, word)) at--;
    if (at < 0) return undefined;
    // 合计 below a group within the wanted one is that group's.
    if (index === wanted.length - 1 && at < rest.length - 1 && form.kind === "leaf" && saysWhole(form.word))
      return undefined;
    const found = rest[at]!;
    if (found.full !== word && found.bare !== word) score -= INCLUDED;
    const between = rest.splice(at).slice(1);
    if (belongsElsewhere(between, wording, lexicon)) return undefined;
  }
  return belongsElsewhere(rest, wording, lexicon) ? undefined : score;
}

/** True where an upper header is itself the header of another column: then what is below splits that column. */
function belongsElsewhere(above: readonly HeaderText[], wording: Wording, lexicon: Lexicon): boolean {
  const single = lexicon.single[wording.spec]!;
  return above.some((header) =>
    [header.full, header.bare].some((word) => {
      const columns = single.get(word);
      return columns !== undefined && !columns.has(wording.column);
    }),
  );
}

function includes(header: HeaderText, word: string): boolean {
  const at = header.full.indexOf(word);
  return at >= 0 && !/[未不非无]/.test(header.full.charAt(at - 1));
}

/** One year that is not the wanted one; a span of years says nothing. */
function otherYear(path: readonly HeaderText[], year: number | undefined): boolean {
  if (year === undefined) return false;
  const years = path.flatMap((header) => header.years);
  return years.length === 1 && years[0] !== year;
}

export interface Assignment {
  /** Spec column → header. */
  readonly columns: ReadonlyMap<number, { readonly header: HeaderColumn; readonly score: number }>;
  /** Spec column → headers that fit it alike. */
  readonly unclear: ReadonlyMap<number, readonly HeaderColumn[]>;
}

/** One header for each column of a table; where two fit alike, none. */
export function assign(
  headers: readonly { readonly header: HeaderColumn; readonly matches: readonly Match[] }[],
): Assignment {
  const pairs = headers
    .flatMap(({ header, matches }) => matches.map(({ column, score }) => ({ header, column, score })))
    .sort((a, b) => b.score - a.score);
  const columns = new Map<number, { header: HeaderColumn; score: number }>();
  const unclear = new Map<number, HeaderColumn[]>();
  const used = new Set<HeaderColumn>();
  for (const pair of pairs) {
    if (used.has(pair.header) || columns.has(pair.column) || unclear.has(pair.column)) continue;
    const open = pairs.filter((other) => !used.has(other.header) && !columns.has(other.column));
    const rivals = open.filter(
      (other) =>
        other.column === pair.column &&
        other.header !== pair.header &&
        pair.score - other.score < ALIKE &&
        !open.some(
          (third) =>
            third.header === other.header &&
            third.column !== pair.column &&
            third.score > other.score + ALIKE,
        ),
    );
    const twins = open.filter(
      (other) =>
        other.header === pair.header && other.column !== pair.column && pair.score - other.score < ALIKE,
    );
    const settled = twins.every((twin) =>
      open.some(
        (other) =>
          other.column === twin.column && other.header !== pair.header && other.score >= twin.score - ALIKE,
      ),
    );
    if (rivals.length > 0) {
      const fits = [pair.header, ...rivals.map((rival) => rival.header)];
      unclear.set(pair.column, fits);
      for (const header of fits) used.add(header);
    } else if (twins.length > 0 && !settled) {
      for (const { column } of [pair, ...twins]) unclear.set(column, [pair.header]);
      used.add(pair.header);
    } else {
      columns.set(pair.column, { header: pair.header, score: pair.score });
      used.add(pair.header);
    }
  }
  return { columns, unclear };
}
