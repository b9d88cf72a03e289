/**
 * Reads totals with their parts: T（a、b、c）; T：a、b、c; T，其中a、b、c, also in the next sentence; a、b、c，合计T;
 * A、B、C分别为a、b、c of a total before them.
 */
import { OTHER_MATTER, OTHER_TIME, TOTAL_MARK, TOTAL_WORDS } from "./lexicon";
import type { Sentence, TextFigure } from "./sentences";
import { alike, exact, type PartsStatement } from "./statements";

/** @param sentences those of one passage */
export function readParts(sentences: readonly Sentence[]): readonly PartsStatement[] {
  return sentences.flatMap((sentence, index) => [
    ...inBrackets(sentence),
    ...behindWord(sentence, sentences[index - 1]),
    ...beforeTotal(sentence),
  ]);
}

/** T（a、b、c）; a list that begins with 其中 may leave parts out. */
function inBrackets(sentence: Sentence): readonly PartsStatement[] {
  const { flat } = sentence.passage;
  const figures = exact(sentence.figures);
  return figures.flatMap((total) => {
    const open = flat.indexOf("（", total.end);
    if (open < 0 || open - total.end > 10 || /[，。；、：\d）]/u.test(flat.slice(total.end, open))) return [];
    const inside = figures.filter(
      (figure) => figure.bracket === open && alike(figure, total) && nounFits(total, figure),
    );
    // A figure inside knows its bracket only if that closes.
    const words = flat.slice(open + 1, flat.indexOf("）", open));
    if (inside.length < 2 || OTHER_TIME.test(words) || !isList(inside)) return [];
    return [
      {
        kind: "parts",
        totals: [total],
        parts: inside,
        complete: !/^(?:其中|含|包括)/u.test(words),
        certain: true,
      },
    ];
  });
}

/** T，其中：a、b、c; T：a、b、c; T，分别为a、b、c. */
function behindWord(sentence: Sentence, previous: Sentence | undefined): readonly PartsStatement[] {
  const { flat } = sentence.passage;
  const figures = exact(sentence.figures);
  const statements: PartsStatement[] = [];
  /** Parts of the lists before. */
  const listed = new Set<TextFigure>();
  const opening = /其中|分别(?:为|是|达)?|包括|具体为|：/gu;
  for (const match of sentence.text.matchAll(opening)) {
    const at = sentence.start + match.index;
    const word = match[0];
    const bracketed = sentence.figures.find((figure) => figure.start > at)?.bracket ?? -1;
    const before = figures.filter((figure) => figure.end <= at && figure.bracket === -1);
    const behind = figures.filter((figure) => figure.start > at && figure.bracket === bracketed);
    // T（其中…） is a bracket's list; T: only right behind the total.
    if (bracketed >= 0 && bracketed < at && flat[bracketed] === "（") continue;
    if (word === "：" && before.at(-1)?.end !== at) continue;
    for (const kind of kindsOf(behind)) {
      const list = untilOtherMatter(
        behind.filter((figure) => alike(figure, kind)),
        flat,
        at,
        word === "：" || flat[at + word.length] === "：" || at === sentence.start,
      );
      const nested = /其中|含/u.test(
        flat.slice(at + word.length, Math.max(...list.map((figure) => figure.start))),
      );
      const head = before.length > 0 || !/^其中/u.test(sentence.text) ? before : totalsOf(previous);
      const alikes = head.filter((total) => alike(total, kind));
      // A part is the total of a list of its own only right before it: 其中中央500万元，其中产业300万元.
      const wide = alikes.filter(
        (total) =>
          (!listed.has(total) || total === alikes.at(-1)) && list.every((part) => nounFits(total, part)),
      );
      // Behind a semicolon a list is of what stands there.
      const near = wide.filter((total) => total.part === kind.part && total.sentence === sentence);
      const totals = near.length > 0 ? near : wide;
      for (const part of list) listed.add(part);
      const [likeliest, second, ...others] = byLikeness(totals, kind.before);
      if (list.length < 2 || likeliest === undefined) continue;
      // 甲a、乙b，分别支出x、y: one of each, no parts.
      if (word.startsWith("分别") && totals.length === list.length) continue;
      statements.push({
        kind: "parts",
        totals: [likeliest, ...(second === undefined ? [] : [second, ...others])],
        parts: list,
        complete: word !== "其中" && word !== "包括" && !nested,
        certain: !nested && isList(list) && sharesMatter(likeliest, second, kind.before),
      });
    }
  }
  return statements;
}

const MATTER = /投入|安排|到位/u;

/** Whether the words of a listed figure begin another matter than the first one has. */
function hasOtherMatter(figure: TextFigure, list: readonly TextFigure[]): boolean {
  return [...figure.before.matchAll(OTHER_MATTER)].some(([word]) => list[0]?.before.includes(word) !== true);
}

const SEVERAL = /^(?:以上|上述|这)?([两二三四五六七八九十\d]+)[项类级批笔方个]/u;

/** a、b，合计T. "三级合计" says how many parts it has; where they are not all there, it sums up something else. */
function beforeTotal(sentence: Sentence): readonly PartsStatement[] {
  const figures = exact(sentence.figures);
  return figures.flatMap((total, index): readonly PartsStatement[] => {
    const count = SEVERAL.exec(total.before)?.[1];
    const words = total.before.replace(SEVERAL, "").replace(/^(?:以上|上述|各级|各项)/u, "");
    if (index < 2 || !TOTAL_WORDS.test(words) || words.replace(TOTAL_WORDS, "") !== "") return [];
    const all = figures
      .slice(0, index)
      .filter((figure) => alike(figure, total) && figure.bracket === total.bracket);
    // 中央到位a，支出b；省级到位c，支出d；合计到位T: of what the total names, else of one matter.
    const matter = MATTER.exec(words)?.[0];
    const same = matter === undefined ? [] : all.filter((figure) => figure.before.includes(matter));
    const before = same.length > 1 ? same : all;
    if (before.length < 2 || !isList([...before, total])) return [];
    const others = before.some((figure) => figure.part !== total.part && hasOtherMatter(figure, before));
    if (others) return [];
    if (count !== undefined && before.length !== (DIGITS[count] ?? Number(count))) return [];
    const certain = before.length < 3 || !hasTotal(before);
    return [{ kind: "parts", totals: [total], parts: before, complete: true, certain }];
  });
}

const DIGITS: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** Totals that 其中 at the start of a sentence can speak of: what the sentence before calls a total, else its only figure. */
function totalsOf(sentence: Sentence | undefined): readonly TextFigure[] {
  if (sentence === undefined) return [];
  const figures = exact(sentence.figures).filter((figure) => figure.bracket === -1);
  const marked = figures.filter((figure) => TOTAL_MARK.test(figure.before));
  return marked.length > 0 ? marked : figures.length === 1 ? figures : [];
}

function kindsOf(figures: readonly TextFigure[]): readonly TextFigure[] {
  const kinds: TextFigure[] = [];
  for (const figure of figures) {
    if (figure.kind !== "rate" && !kinds.some((kind) => alike(kind, figure))) kinds.push(figure);
  }
  return kinds;
}

/** The list ends where a clause begins another matter than its first part has. */
function untilOtherMatter(
  list: readonly TextFigure[],
  flat: string,
  from: number,
  open: boolean,
): readonly TextFigure[] {
  // Only a colon, or a sentence of its own, opens a list that goes over semicolons.
  const most = open ? 2 : 1;
  const kept: TextFigure[] = [];
  let own = "";
  let at = from;
  let rank: number | undefined;
  for (const figure of list) {
    const words = flat.slice(at, figure.start);
    at = figure.end;
    if (kept.length === 0) own = words;
    else {
      const other = [...figure.before.matchAll(OTHER_MATTER)].some(([word]) => !own.includes(word));
      // A list keeps its mark: behind a、b a comma ends it, behind a，b a semicolon does; another 其中 is another list.
      const mark = markOf(words);
      rank ??= mark;
      const over = mark > rank || mark > most || words.includes("其中");
      if (other || over || TOTAL_WORDS.test(figure.before) || /。/u.test(words)) break;
    }
    kept.push(figure);
  }
  return kept;
}

/** The strongest mark between two figures: 、 0, ， 1, ； 2. */
function markOf(words: string): number {
  const outside = words.replace(/（[^）]*）/gu, "");
  return outside.includes("；") ? 2 : outside.includes("，") ? 1 : 0;
}

/** A count's noun must be the total's: 275个项目 has no part 3个乡镇. */
function nounFits(total: TextFigure, part: TextFigure): boolean {
  if (part.kind !== "count") return true;
  const noun = part.after.replace(/^(?:的|左右)/u, "").slice(0, 2);
  const totalNoun = total.after.replace(/^的/u, "").slice(0, 2);
  if (noun === "" || noun === totalNoun) return true;
  return total.before.includes(noun);
}

/** Parts of a list each have a name of their own or stand bare in a row; long stretches of words between are prose. */
function isList(parts: readonly TextFigure[]): boolean {
  return parts.every((part, index) => {
    const before = parts[index - 1];
    if (before === undefined) return true;
    const between = part.passage.flat.slice(before.end, part.start);
    return !/[。]/u.test(between) && between.replace(/（[^）]*）/gu, "").length <= 60;
  });
}

/** Totals most like the parts first: 资产原值 before 资产现值 for 到户原值. */
function byLikeness(totals: readonly TextFigure[], words: string): readonly TextFigure[] {
  const score = (total: TextFigure): number => {
    let best = 0;
    for (let at = 0; at + 2 <= words.length; at += 1) {
      if (total.before.includes(words.slice(at, at + 2))) best += 1;
    }
    return best;
  };
  return totals
    .map((total, index) => ({ total, index, likeness: score(total) }))
    .sort((a, b) => b.likeness - a.likeness || b.index - a.index)
    .map(({ total }) => total);
}

/** Whether the likeliest total is told apart: it is the only one, or shares the parts' words alone. */
function sharesMatter(first: TextFigure, second: TextFigure | undefined, words: string): boolean {
  if (second === undefined) return true;
  const shared = (total: TextFigure): boolean =>
    words.split("").some((_, at) => at + 2 <= words.length && total.before.includes(words.slice(at, at + 2)));
  return shared(first) && !shared(second);
}

function hasTotal(figures: readonly TextFigure[]): boolean {
  return figures.some((figure) => TOTAL_MARK.test(figure.before));
}
