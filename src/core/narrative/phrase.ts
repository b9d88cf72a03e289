/**
 * Phrases that name a fact, as packs write them: words that stand before the figure; □ where the figure does not come
 * last ("□个项目绩效目标" has the words behind it); … for a few words in between that name nothing else (no 、和与 and
 * none of the fact's excluded words); …… for any words.
 */
import { FILLERS_AFTER, FILLERS_BEFORE } from "./lexicon";

type Token =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "gap"; readonly any: boolean }
  | { readonly kind: "figure" };

export interface Phrase {
  readonly tokens: readonly Token[];
  /** Letters that it names; the longer of two phrases that fit names the figure more closely. */
  readonly weight: number;
  readonly excludes: readonly string[];
}

/** Stands for the figure in the text that phrases are held against. */
export const FIGURE_MARK = "□";
const GAP = 16;
const ANY_GAP = 60;
const MAX_GAPS = 4;
const LEADING_DATE =
  /^(?:\d{4}年(?:度)?(?:\d{1,2}月(?:\d{1,2}[日号]|底|末)?)?|截[至止到][^，]{0,12}?[日月底末]|\d{1,2}月(?:\d{1,2}[日号]|底|末)?)/u;

/** Reads a phrase; more than four gaps are no phrase, and give undefined. */
export function readPhrase(source: string, excludes: readonly string[]): Phrase | undefined {
  const tokens: Token[] = [];
  for (const piece of source.split(/(…+|□)/u)) {
    if (piece === "") continue;
    if (piece.startsWith("…")) tokens.push({ kind: "gap", any: piece.length > 1 });
    else if (piece === FIGURE_MARK) tokens.push({ kind: "figure" });
    else tokens.push({ kind: "word", text: piece });
  }
  if (tokens.filter((token) => token.kind === "gap").length > MAX_GAPS) return undefined;
  if (!tokens.some((token) => token.kind === "figure")) tokens.push({ kind: "figure" });
  const weight = tokens.reduce((sum, token) => sum + (token.kind === "word" ? token.text.length : 0), 0);
  return weight === 0 ? undefined : { tokens, weight, excludes };
}

/**
 * Whether the words around a figure say the phrase and nothing else but fillers.
 * @param before the words before the figure
 * @param after the words behind it
 */
export function says(phrase: Phrase, before: string, after: string): boolean {
  const hasAfter = phrase.tokens.at(-1)?.kind !== "figure";
  const text = before + FIGURE_MARK + (hasAfter ? after : "");
  if (!phrase.tokens.every((token) => token.kind !== "word" || text.includes(token.text))) return false;
  const mark = before.length;
  const memo = new Map<number, boolean>();
  const { tokens } = phrase;
  const fits = (token: number, at: number): boolean => {
    const key = token * 256 + at;
    const known = memo.get(key);
    if (known !== undefined) return known;
    memo.set(key, false);
    const result = step(token, at);
    memo.set(key, result);
    return result;
  };
  const step = (index: number, at: number): boolean => {
    const token = tokens[index];
    // Behind the last word of a phrase that goes on past the figure anything may follow (…汇总审核上报工作).
    if (token === undefined) return at > mark;
    switch (token.kind) {
      case "word":
        return text.startsWith(token.text, at) && fits(index + 1, at + token.text.length);
      case "figure": {
        const rest = text.slice(at, mark);
        return at <= mark && fillersOnly(rest) && fits(index + 1, mark + 1);
      }
      case "gap": {
        const most = token.any ? ANY_GAP : GAP;
        for (let end = at; end <= text.length && end - at <= most; end += 1) {
          const gap = text.slice(at, end);
          if (gap.includes(FIGURE_MARK)) break;
          if (!token.any && (/[、和及与]/u.test(gap) || phrase.excludes.some((word) => gap.includes(word))))
            break;
          if (fits(index + 1, end)) return true;
        }
        return false;
      }
    }
  };
  return starts(before).some((at) => fits(0, at));
}

/** Where the phrase may begin: behind any run of fillers, or where another year begins (…自评报告和2021年度). */
function starts(text: string): readonly number[] {
  const queue = [0, ...[...text.matchAll(/[和及与、](?=\d{4}年)/gu)].map((match) => match.index + 1)];
  const found = new Set<number>(queue);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const rest = text.slice(at);
    const ends = FILLERS_BEFORE.filter((word) => rest.startsWith(word)).map((word) => word.length);
    const date = LEADING_DATE.exec(rest)?.[0].length;
    for (const length of date === undefined ? ends : [...ends, date]) {
      if (found.has(at + length)) continue;
      found.add(at + length);
      queue.push(at + length);
    }
  }
  return [...found];
}

function fillersOnly(text: string): boolean {
  if (text === "") return true;
  return FILLERS_AFTER.some((word) => text.startsWith(word) && fillersOnly(text.slice(word.length)));
}
