/** What stands around a block on its real sheet: titles, unit lines, years. */
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import { cellText } from "./cell-text";
import { fold } from "./fold";
import { isHeaderLike, isBlankRow } from "./header-rows";
import { rowLabel } from "./labels";
import { mergesOf } from "./merges";

export interface Surroundings {
  /** Texts of the lines above the headers, folded. */
  readonly titles: readonly string[];
  /** First row of those lines; the block's own first row where there are none. */
  readonly top: number;
  /** Unit names in a unit line or a title: 万元, 户, 人. */
  readonly units: readonly string[];
}

const MAX_LINES = 6;
const FAR = 4;
const UNIT_LINE =
  /单位[:]?(?:人民币)?[(]?((?:(?:百万元|千万元|亿元|万元|千元|百元|元|户|人|个|次|项|件|%)[、,/及和]?)+)/;
const UNIT_BRACKET = /[(](?:人民币)?(百万元|千万元|亿元|万元|千元|百元|元)[)]/;
const UNIT_WORDS = /百万元|千万元|亿元|万元|千元|百元|元|户|人|个|次|项|件|%/g;

/**
 * Reads the lines above an area of headers.
 * @param header real place of the headers
 * @param zone columns whose lines may be this table's; units within the headers' own columns come first, and one
 *   beyond a blank column comes last, before the bound of the next table
 * @param floor row that belongs to the table above, if there is one; lines start below it
 */
export function surroundingsOf(
  sheet: SheetSnapshot,
  header: Area,
  zone: { readonly left: number; readonly right: number; readonly bound: number },
  floor: number,
): Surroundings {
  const titles: string[] = [];
  const inner: string[] = [];
  const outer: string[] = [];
  const far: string[] = [];
  let top = header.top;
  let lines = 0;
  for (let row = header.top - 1; row > floor && lines < MAX_LINES && row >= header.top - 15; row--) {
    if (isBlankRow(sheet, row, zone)) continue;
    const texts = textsOver(sheet, row, zone.left, zone.right);
    if (texts.some((text) => rowLabel(text)?.kind === "total" || isSignature(text))) break;
    if (!isHeaderLike(sheet, row, zone)) break;
    lines++;
    top = row;
    titles.push(...texts);
    for (const text of textsOver(sheet, row, header.left, header.right)) inner.push(...unitsIn(text));
    for (const text of texts) outer.push(...unitsIn(text));
    far.push(...unitsBeyond(sheet, row, zone));
  }
  return { titles, top, units: [...inner, ...outer, ...far] };
}

/** Unit at the end of a line that is wider than the table's known columns. */
function unitsBeyond(
  sheet: SheetSnapshot,
  row: number,
  zone: { readonly right: number; readonly bound: number },
): readonly string[] {
  for (let column = zone.right + 1; column <= Math.min(zone.right + FAR, zone.bound); column++) {
    const text = fold(cellText(sheet, row, column));
    if (text !== "") return unitsIn(text);
  }
  return [];
}

/** 填报单位 and 填报日期 stand above a table as well as below it; names and telephones only below. */
function isSignature(text: string): boolean {
  return rowLabel(text)?.kind === "note" && !/^填[表报](?:单位|日期|时间)|^制表(?:单位|日期)|盖章/.test(text);
}

function textsOver(sheet: SheetSnapshot, row: number, left: number, right: number): readonly string[] {
  const merges = mergesOf(sheet);
  const texts: string[] = [];
  for (let column = Math.max(0, left); column <= Math.min(right, sheet.columnCount - 1); column++) {
    const area = merges.at(row, column);
    if (area !== undefined && (column !== Math.max(area.left, Math.max(0, left)) || row !== area.top))
      continue;
    const text = fold(
      area === undefined ? cellText(sheet, row, column) : cellText(sheet, area.top, area.left),
    );
    if (text !== "") texts.push(text);
  }
  return texts;
}

/** Unit names that a line gives for the table below it. */
export function unitsIn(folded: string): readonly string[] {
  const line = UNIT_LINE.exec(folded)?.[1];
  if (line !== undefined) return line.match(UNIT_WORDS) ?? [];
  const bracket = UNIT_BRACKET.exec(folded)?.[1];
  return bracket === undefined ? [] : [bracket];
}

export interface Years {
  readonly single: readonly number[];
  /** Last years of spans such as 2013—2020年. */
  readonly ends: readonly number[];
}

const SPAN = /((?:19|20)\d\d)年?(?:度)?(?:-|—|–|~|至|到|―)+((?:19|20)\d\d)(?=年|\D|$)/g;
const DOCUMENT = /〔(?:19|20)\d\d〕\d*号?|[[(【](?:19|20)\d\d[\])】]第?\d+号/g;
const SINGLE = /(?<!\d)((?:19|20)\d\d)(?=年|度|\D|$)/g;

/** The years that texts name, spans apart; document numbers and dates name none. */
export function yearsIn(texts: readonly string[]): Years {
  const single: number[] = [];
  const ends: number[] = [];
  for (const text of texts) {
    if (/日期|时间|截至|截止/.test(text)) continue;
    const rest = text
      .replace(DOCUMENT, "")
      .replace(/(?:19|20)\d\d[年.\-/]\d{1,2}[月.\-/]\d{0,2}日?/g, "")
      .replace(SPAN, (_all, _first: string, end: string) => {
        ends.push(Number(end));
        return "";
      });
    for (const match of rest.matchAll(SINGLE)) single.push(Number(match[1]));
  }
  return { single, ends };
}
