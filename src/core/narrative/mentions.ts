/** Mentions: which figure of the text states which fact of the pack, told by the words around it. */
import type { FactSpec, Pack } from "../pack/pack";
import { PLACE_NAME, WHOLE_AREA } from "./lexicon";
import { type Phrase, readPhrase, says } from "./phrase";
import type { Sentence, TextFigure } from "./sentences";

export interface Mention {
  readonly figure: TextFigure;
  /** Most closely named first; several where the words fit several facts alike. */
  readonly facts: readonly FactSpec[];
}

interface Reader {
  readonly fact: FactSpec;
  readonly phrases: readonly Phrase[];
  readonly short: readonly Phrase[];
  readonly after: ReadonlySet<string>;
}

/**
 * Mentions in the sentences of one passage, in order. Figures of another year, of one place among several, of several
 * years together, estimates and bounds state no fact of the pack.
 */
export function mentionReader(pack: Pack): (sentences: readonly Sentence[]) => readonly Mention[] {
  const readers = (pack.facts ?? []).map(readerOf);
  return (sentences) => {
    const mentions: Mention[] = [];
    let local = false;
    /** Mentions of the sentence before, for a list that begins the next with 其中. */
    let earlier: readonly Mention[] = [];
    for (const [index, sentence] of sentences.entries()) {
      const before = sentences[index - 1]?.figures ?? [];
      const here: Mention[] = [];
      if (!/^(?:其中|分别)/u.test(sentence.text)) local = false;
      let previous: Mention | undefined;
      let last: TextFigure | undefined;
      let from = sentence.start;
      for (const figure of sentence.figures.slice(0, MOST_MENTIONS)) {
        local = scope(sentence.passage.flat.slice(from, figure.start), local);
        from = figure.end;
        const another = ofAnother(figure, last, previous);
        last = figure;
        const passed = local || another || !ofTheYear(figure, pack.year);
        const named = passed ? [] : factsOf(figure, readers, previous, here);
        const facts = named.filter((fact) => belongs(fact, figure, here, earlier, before));
        previous = facts.length === 0 ? undefined : { figure, facts };
        if (previous !== undefined) here.push(previous);
      }
      mentions.push(...here);
      earlier = here;
      local = scope(sentence.passage.flat.slice(from, sentence.end), local);
    }
    return mentions;
  };
}

/**
 * A count behind a figure of something that the pack does not name is of that thing: 东西部协作资金6000万元，实施项目25个.
 * Words of the whole (全州共实施…) say otherwise.
 */
function ofAnother(figure: TextFigure, last: TextFigure | undefined, previous: Mention | undefined): boolean {
  if (figure.kind !== "count" || last === undefined || previous !== undefined) return false;
  if (last.part !== figure.part || last.kind === "days" || last.kind === "points" || last.kind === "rate")
    return false;
  return !/全[州县市区省]|[我本][州县市区]|共|总|\d{4}年/u.test(figure.before);
}

function readerOf(fact: FactSpec): Reader {
  const excludes = fact.excludes ?? [];
  const read = (sources: readonly string[]): readonly Phrase[] =>
    sources.map((source) => readPhrase(source, excludes)).filter((phrase) => phrase !== undefined);
  return {
    fact,
    phrases: read(fact.phrases),
    short: read(fact.short?.phrases ?? []),
    after: new Set(fact.short?.after ?? []),
  };
}

/**
 * Whether a figure in a list is a part of what the fact is a part of: 支出280万元（中央190万元…） tells what was spent
 * of the central funds and not what they are.
 */
function belongs(
  fact: FactSpec,
  figure: TextFigure,
  here: readonly Mention[],
  earlier: readonly Mention[],
  figuresBefore: readonly TextFigure[],
): boolean {
  const { flat } = figure.passage;
  const { start } = figure.sentence;
  if (figure.bracket >= 0) {
    const total = figure.sentence.figures.filter(({ end }) => end <= figure.bracket).at(-1);
    if (total === undefined || figure.bracket - total.end > 10) return true;
    return here.some((one) => one.figure === total && one.facts.some((whole) => admits(whole, fact)));
  }
  const opening = flat.slice(start, figure.start).lastIndexOf("其中");
  if (opening < 0) return true;
  const before = opening === 0 ? earlier : here.filter((one) => one.figure.end <= start + opening);
  // Behind a semicolon a list is of what stands there: 到位…；支出280万元，其中中央190万元.
  const ahead = figure.sentence.figures.filter(
    ({ end, part, kind }) => end <= start + opening && part === figure.part && kind === figure.kind,
  );
  const near = ahead.length === 0 ? before : before.filter((one) => ahead.includes(one.figure));
  if (before.length > 0) return near.some((one) => one.facts.some((whole) => admits(whole, fact)));
  // 产业资金1000万元，其中中央资金800万元: a part of what the pack does not name.
  const wholes = opening === 0 ? figuresBefore.filter(({ kind }) => kind === figure.kind) : ahead;
  return figure.kind !== "money" || wholes.length === 0 || wholes.some((one) => ALL_FUNDS.test(one.before));
}

/** Whether one fact is a part of the other, or the same. */
export function admits(whole: FactSpec, part: FactSpec): boolean {
  return (
    whole.parts?.some((ids) => ids.includes(part.id)) === true ||
    part.outOf === whole.id ||
    part.short?.after.includes(whole.id) === true ||
    whole === part
  );
}

/** Whether the text up to the next figure leaves us speaking of one place (县、乡、村) and not of the whole. */
function scope(text: string, before: boolean): boolean {
  let local = before;
  for (const clause of text.split(/(?<=[，；。：、（）])/u)) {
    if (WHOLE_AREA.test(clause)) local = false;
    else if (PLACE_NAME.test(clause)) local = true;
    else if (clause.endsWith("；") && !before) local = false;
  }
  return local;
}

/** 第一轮排查…，第二批下达…, 一季度…: one of several, not the whole. */
const ONE_OF_SEVERAL =
  /第[一二三四五六七八九十\d]+(?:轮|批|阶段|季度|期|次|类|笔)|[一二三四]季度|[上下]半年|首批/u;
/** In one sentence; see `exact`. */
const MOST_MENTIONS = 120;
/** Letters back in which words tell what time a figure is of. */
const FAR = 160;

function ofTheYear(figure: TextFigure, year: number | undefined): boolean {
  if (figure.approximate) return false;
  if (year !== undefined && figure.year !== undefined && figure.year !== year) return false;
  const { passage, sentence } = figure;
  const before = passage.flat.slice(Math.max(sentence.start, figure.start - FAR), figure.start);
  if (ONE_OF_SEVERAL.test(before.slice(before.lastIndexOf("；") + 1))) return false;
  return !/(?<!今年|本年|去年)以来|十[二三四五]五|历年|年来|[二三四五]年(?:间|内|共|累计)|上年|去年|往年|计划|拟|预计|力争|下一步|\d{4}[-—~至]\d{4}/u.test(
    before,
  );
}

function factsOf(
  figure: TextFigure,
  readers: readonly Reader[],
  previous: Mention | undefined,
  here: readonly Mention[],
): readonly FactSpec[] {
  const fits: { readonly fact: FactSpec; readonly weight: number }[] = [];
  const wording = wordsOf(figure, previous);
  for (const { fact, phrases, short, after } of readers) {
    if (!unitFits(figure, fact)) continue;
    const behind = previous?.facts.some((one) => after.has(one.id)) === true;
    let weight = 0;
    for (const phrase of behind ? [...phrases, ...short] : phrases) {
      if (phrase.weight > weight && says(phrase, wording, figure.after)) weight = phrase.weight;
    }
    if (weight > 0) fits.push({ fact, weight });
  }
  const best = Math.max(0, ...fits.map(({ weight }) => weight));
  if (best < BARE && ofUnknownMoney(figure, here)) return [];
  return fits.filter(({ weight }) => weight === best).map(({ fact }) => fact);
}

/** Letters of words that name money by its source alone: 县级, 中央, 自治区. */
const BARE = 4;
/** Money of every kind together. */
const ALL_FUNDS =
  /(?:到位|筹措|筹集|争取|统筹|安排|投入|下达|收到|落实)(?:各类|各级|财政|衔接|专项|上级)*资金(?:合计|共计|总额|总计|共)?(?:为|达)?$/u;

/** 资产218462.48万元，其中县级84709.7万元; 产业资金1000万元，中央800万元: of that, whatever it is, and not of the funds. */
function ofUnknownMoney(figure: TextFigure, here: readonly Mention[]): boolean {
  if (figure.kind !== "money") return false;
  const last = figure.sentence.figures
    .filter(({ kind, end }) => kind === "money" && end <= figure.start)
    .at(-1);
  return last !== undefined && !here.some((one) => one.figure === last) && !ALL_FUNDS.test(last.before);
}

/** 4219户13140人: a figure right behind another shares its words. */
function wordsOf(figure: TextFigure, previous: Mention | undefined): string {
  if (previous === undefined || figure.before !== "") return figure.before;
  return previous.figure.end === figure.start ? previous.figure.before : figure.before;
}

function unitFits(figure: TextFigure, fact: FactSpec): boolean {
  switch (figure.kind) {
    case "money":
      return fact.unit.endsWith("元");
    case "rate":
      return fact.unit === "%";
    case "count":
    case "points":
    case "days":
      return figure.unit.name === fact.unit;
  }
}
