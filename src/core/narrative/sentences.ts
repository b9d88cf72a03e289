/** Sentences of a passage and, in each, its figures with the words around them. */
import { type FoundFigure, figuresInText } from "./figures-in-text";
import type { Passage } from "./passage";

export interface TextFigure extends FoundFigure {
  readonly passage: Passage;
  readonly sentence: Sentence;
  /** Words before it, back to the punctuation, bracket or figure before; a list of names keeps its 、. */
  readonly before: string;
  /** Words behind it, up to the next punctuation, bracket or figure. */
  readonly after: string;
  /** Where the bracket opens that it stands in, innermost; -1 outside brackets. */
  readonly bracket: number;
  /** Which part of the sentence between semicolons, from 0. */
  readonly part: number;
  /** The year that its words speak of, where they name one. */
  readonly year: number | undefined;
}

export interface Sentence {
  readonly passage: Passage;
  /** Index among the passage's sentences. */
  readonly index: number;
  /** In the flat text; end excluded, its full stop included. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly figures: readonly TextFigure[];
  /** "截至11月30日" where it says as of when; "" where it does not. */
  readonly asOf: string;
}

const STOP = /[。！？]/u;
const BOUNDARY = /[，。；：！？（）“”《》]/u;

/** The sentences of a passage in order. */
export function sentencesOf(passage: Passage): readonly Sentence[] {
  const { flat } = passage;
  const { figures, dates } = figuresInText(flat);
  const brackets = bracketsOf(flat);
  const sentences: Sentence[] = [];
  let start = 0;
  let next = 0;
  let nextDate = 0;
  for (let at = 0; at <= flat.length; at += 1) {
    const last = at === flat.length;
    if (!last && !(STOP.test(flat.charAt(at)) && brackets[at] === -1)) continue;
    const end = last ? at : at + 1;
    if (end > start) sentences.push(sentence(start, end));
    start = end;
  }
  return sentences;

  function sentence(from: number, to: number): Sentence {
    const text = flat.slice(from, to);
    const own: TextFigure[] = [];
    const made: Sentence = {
      passage,
      index: sentences.length,
      start: from,
      end: to,
      text,
      figures: own,
      asOf: /截[至止到](?:[^，。；]{0,14}?[日月底末]|目前)/u.exec(text)?.[0] ?? "",
    };
    let part = 0;
    let scanned = from;
    let year: number | undefined;
    const first = next;
    while ((figures[next]?.end ?? Number.POSITIVE_INFINITY) <= to) next += 1;
    const here = figures.slice(first, next);
    here.forEach((figure, index) => {
      for (; scanned < figure.start; scanned += 1) if (flat[scanned] === "；") part += 1;
      for (; (dates[nextDate]?.end ?? Number.POSITIVE_INFINITY) <= figure.start; nextDate += 1) {
        const date = dates[nextDate];
        if (date?.year !== undefined && date.start >= from) year = date.year;
      }
      const previous = here[index - 1]?.end ?? from;
      const following = here[index + 1]?.start ?? to;
      own.push({
        ...figure,
        passage,
        sentence: made,
        before: wordsBefore(flat, previous, figure.start),
        after: wordsAfter(flat, figure.end, following),
        bracket: brackets[figure.start] ?? -1,
        part,
        year,
      });
    });
    return made;
  }
}

const LONGEST_BRACKET = 400;

/** For each character where the innermost bracket around it opens, -1 for none; brackets that never close are none. */
function bracketsOf(flat: string): Int32Array {
  const around = new Int32Array(flat.length).fill(-1);
  const open: number[] = [];
  let close = -2;
  for (let at = 0; at < flat.length; at += 1) {
    const letter = flat[at];
    if (letter === "）") open.pop();
    around[at] = open.at(-1) ?? -1;
    if (letter !== "（") continue;
    if (close !== -1 && close < at) close = flat.indexOf("）", at);
    if (close > 0 && close - at < LONGEST_BRACKET) open.push(at);
  }
  return around;
}

/** A bracket without figures does not part words from their figure: 到县（行业部门）原值. */
function wordsBefore(flat: string, from: number, to: number): string {
  let words = "";
  for (let at = to; at > from && words.length < 80; at -= 1) {
    const letter = flat.charAt(at - 1);
    if (letter === "）") {
      const open = flat.lastIndexOf("（", at - 1);
      if (open < from || at - open > 20 || /\d/u.test(flat.slice(open, at))) break;
      at = open + 1;
      continue;
    }
    if (BOUNDARY.test(letter) && !(letter === "：" && at === to)) break;
    words = letter + words;
  }
  return words;
}

function wordsAfter(flat: string, from: number, to: number): string {
  let end = from;
  while (end < to && end - from < 40 && !BOUNDARY.test(flat.charAt(end)) && flat[end] !== "、") end += 1;
  return flat.slice(from, end);
}
