/** Claims: the scores that the report gives itself, indicator by indicator and in total. */
import { Decimal, plain } from "../figures/decimal";
import { fold } from "../figures/amount";
import type { IndicatorSpec, Pack } from "../pack/pack";
import type { Score } from "../scoring/score";
import { NARRATIVE_TEXTS } from "../../texts/narrative";
import type { Draft } from "./finding";
import type { Passage } from "./passage";
import type { Sentence, TextFigure } from "./sentences";

interface Claim {
  readonly indicator: IndicatorSpec;
  readonly figure: TextFigure;
}

export interface Claims {
  readonly items: readonly Claim[];
  /** 自评得分 of the whole, without bonus. */
  readonly base: TextFigure | undefined;
  readonly bonus: TextFigure | undefined;
  readonly deduction: TextFigure | undefined;
  readonly total: TextFigure | undefined;
}

/** Reads claims from passages and their sentences, in order. An indicator is told by its name in a heading. */
export function readClaims(
  passages: readonly { readonly passage: Passage; readonly sentences: readonly Sentence[] }[],
  pack: Pack,
): Claims {
  const items: Claim[] = [];
  const whole: TextFigure[] = [];
  let current: IndicatorSpec | undefined;
  for (const { passage, sentences } of passages) {
    const heading = indicatorOf(passage, pack);
    if (heading !== undefined) current = heading;
    for (const sentence of sentences) {
      const points = sentence.figures.filter((figure) => figure.kind === "points" && !figure.approximate);
      for (const figure of points) {
        if (isWhole(sentence, points)) whole.push(figure);
        else if (
          current !== undefined &&
          isClaim(figure) &&
          !items.some((item) => item.indicator === current)
        ) {
          items.push({ indicator: current, figure });
        }
      }
    }
  }
  const find = (words: RegExp, not?: RegExp): TextFigure | undefined =>
    whole.filter((figure) => words.test(figure.before) && not?.test(figure.before) !== true).at(-1);
  return {
    items,
    base: find(/自评(?:得分|分数|分)?(?:为|是|：)?$|基本分|基础分/u, /加分|总计|合计|总分/u),
    bonus: find(/加分/u, /分值|满分|最高|项$/u),
    deduction: find(/减分|扣分|扣减|扣$/u, /分值|满分|最高|项$/u),
    total: find(/总计|合计|总得分|最终得分|总分(?:为|是|：)?$/u, /分值|满分/u),
  };
}

/** The scores that a report gives its indicators: no → points, without the sign of a deduction. */
export function claimedPoints({ items }: Claims): Readonly<Record<string, string>> {
  return Object.fromEntries(items.map(({ indicator, figure }) => [indicator.no, plain(figure.value.abs())]));
}

/** 自评得分：5分 under an indicator; not the maximum in a heading, not 满分. */
function isClaim(figure: TextFigure): boolean {
  const before = figure.passage.flat.slice(Math.max(figure.sentence.start, figure.start - 12), figure.start);
  return /(?:自评|得|评)(?:得分|分数|分|价得分)?(?:为|是|：)*(?:加|减|扣)?-?$/u.test(before);
}

/** A sentence about the whole: it speaks of a total or of several scores at once. */
function isWhole(sentence: Sentence, points: readonly TextFigure[]): boolean {
  return points.length >= 2
    ? /总分|总计|合计|总得分|加分/u.test(sentence.text)
    : /总得分|总计得分|综合得分|自评总分|总分为|合计得分/u.test(sentence.text);
}

/**
 * The indicator that a heading names: by its name as the pack has it, or by its number and nearly its name
 * ("12.中央财政衔接资金安排用于产业的比例").
 */
function indicatorOf(passage: Passage, pack: Pack): IndicatorSpec | undefined {
  const head = passage.flat.slice(0, 60).replace(/[。：，（].*$/u, "");
  const [, number] = /^(?:指标)?(\d{1,2})[.．、]/u.exec(passage.number + head) ?? [];
  let best: IndicatorSpec | undefined;
  for (const indicator of pack.indicators) {
    const name = fold(indicator.label["zh-CN"]).replace(/\s/gu, "");
    const near = number === indicator.no && commonLetters(head, name) >= name.length * NEARLY;
    if (!near && !head.includes(name)) continue;
    if (best === undefined || near || indicator.label["zh-CN"].length > best.label["zh-CN"].length)
      best = indicator;
  }
  return best;
}

const NEARLY = 0.75;

/** Length of the longest run of letters, gaps allowed, that both texts have in order. */
function commonLetters(a: string, b: string): number {
  let row = Array.from(b, () => 0);
  for (const letter of a) {
    let diagonal = 0;
    let left = 0;
    row = row.map((above, at) => {
      left = letter === b[at] ? diagonal + 1 : Math.max(above, left);
      diagonal = above;
      return left;
    });
  }
  return Math.max(0, ...row);
}

/** What the claimed scores have against each other, their maxima and, where there is one, the score of the workbook. */
export function judgeClaims(claims: Claims, pack: Pack, score: Score | undefined): readonly Draft[] {
  return [
    ...claims.items.flatMap((claim) => judgeItem(claim, pack, score)),
    ...judgeSum(claims, pack),
    ...judgeBonus(claims, pack),
    ...judgeTotal(claims),
    ...judgeWhole(claims, score),
  ];
}

function isOf(part: "base" | "bonus", indicator: IndicatorSpec, pack: Pack): boolean {
  return pack.sections.some((section) => section.id === indicator.section && section.part === part);
}

function judgeItem({ indicator, figure }: Claim, pack: Pack, score: Score | undefined): readonly Draft[] {
  const name = indicator.label["zh-CN"];
  const claimed = plain(figure.value.abs());
  if (figure.value.abs().greaterThan(indicator.max)) {
    const message = both((language) =>
      NARRATIVE_TEXTS.aboveMax(indicator.no, indicator.label[language], claimed, indicator.max),
    );
    return [scoreDraft("report.score-item", "error", message, [figure], claimed, indicator.max)];
  }
  const item = score?.items.find(({ no }) => no === indicator.no);
  if (item?.score === undefined || item.status !== "computed" || !isOf("base", indicator, pack)) return [];
  if (figure.value.equals(item.score)) return [];
  const message = NARRATIVE_TEXTS.scoreItem(indicator.no, name, claimed, item.score, item.basis);
  return [
    {
      ...scoreDraft("report.score-item", "error", message, [figure], claimed, item.score),
      right: { value: item.score, cells: item.cells },
    },
  ];
}

/** The indicators' scores against the claimed base, plain or scaled for what does not apply. */
function judgeSum({ items, base }: Claims, pack: Pack): readonly Draft[] {
  const own = items.filter(({ indicator }) => isOf("base", indicator, pack));
  if (base === undefined || own.length < 2) return [];
  const sum = own.reduce((value, { figure }) => value.plus(figure.value), new Decimal(0));
  if (sum.equals(base.value)) return [];
  const indicators = pack.indicators.filter((indicator) => isOf("base", indicator, pack));
  const left = indicators.filter((indicator) => !own.some((item) => item.indicator === indicator));
  const max = own.reduce((value, { indicator }) => value.plus(indicator.max), new Decimal(0));
  const scaled = sum.times(pack.scale.base).dividedBy(max).toDecimalPlaces(pack.scale.decimals);
  const list = own.map(({ figure }) => plain(figure.value)).join("＋");
  const at = [base, ...own.map(({ figure }) => figure)];
  const explained =
    left.length > 0 && left.every(({ mayNotApply }) => mayNotApply === true) && scaled.equals(base.value);
  const claimed = plain(base.value);
  if (explained && base.sentence.text.includes("折算")) return [];
  if (!explained) {
    // An indicator without a score may have been missed in reading; then the sum proves nothing.
    const sure = left.every(({ mayNotApply }) => mayNotApply === true);
    const message = NARRATIVE_TEXTS.scoreSum(plain(sum), list, claimed);
    return [
      {
        ...scoreDraft("report.score-sum", "error", message, at, claimed, plain(sum)),
        confidence: sure ? "sure" : "look",
      },
    ];
  }
  const message = both((language) =>
    NARRATIVE_TEXTS.scoreScaled(
      plain(sum),
      list,
      claimed,
      NARRATIVE_TEXTS.leftOut(left.map(({ no, label }) => ({ no, name: label[language] })))[language],
      plain(max),
      pack.scale.base,
    ),
  );
  return [scoreDraft("report.score-sum", "warning", message, at, claimed, plain(sum))];
}

function judgeBonus({ items, bonus }: Claims, pack: Pack): readonly Draft[] {
  const indicators = pack.indicators.filter((indicator) => isOf("bonus", indicator, pack));
  const own = items.filter(({ indicator }) => isOf("bonus", indicator, pack));
  if (bonus === undefined || own.length < indicators.length || own.length === 0) return [];
  const sum = own.reduce((value, { figure }) => value.plus(figure.value.abs()), new Decimal(0));
  if (sum.equals(bonus.value.abs())) return [];
  const message = NARRATIVE_TEXTS.bonusSum(plain(sum), plain(bonus.value));
  return [
    scoreDraft(
      "report.score-sum",
      "error",
      message,
      [bonus, ...own.map(({ figure }) => figure)],
      plain(bonus.value),
      plain(sum),
    ),
  ];
}

function judgeTotal({ base, bonus, deduction, total }: Claims): readonly Draft[] {
  if (base === undefined || total === undefined || base === total) return [];
  const add = bonus?.value.abs() ?? new Decimal(0);
  const less = deduction?.value.abs() ?? new Decimal(0);
  const sum = base.value.plus(add).minus(less);
  if (sum.equals(total.value)) return [];
  const message = NARRATIVE_TEXTS.scoreTotal(
    plain(base.value),
    plain(add),
    plain(less),
    plain(sum),
    plain(total.value),
  );
  const at = [total, base, bonus, deduction].filter((figure) => figure !== undefined);
  return [scoreDraft("report.score-total", "error", message, at, plain(total.value), plain(sum))];
}

/** Claimed base and total against a complete score. */
function judgeWhole({ base, total }: Claims, score: Score | undefined): readonly Draft[] {
  if (score === undefined || !score.complete) return [];
  const pairs = [
    { figure: base, held: score.base, what: NARRATIVE_TEXTS.base },
    { figure: total, held: score.total, what: NARRATIVE_TEXTS.total },
  ];
  return pairs.flatMap(({ figure, held, what }): readonly Draft[] => {
    if (figure === undefined || figure.value.equals(held)) return [];
    const claimed = plain(figure.value);
    const message = NARRATIVE_TEXTS.scoreAgainst(what, claimed, held);
    return [scoreDraft("report.score-total", "error", message, [figure], claimed, held)];
  });
}

function both(
  say: (language: "zh-CN" | "en") => { readonly "zh-CN": string; readonly en: string },
): Draft["message"] {
  return { "zh-CN": say("zh-CN")["zh-CN"], en: say("en").en };
}

function scoreDraft(
  rule: Draft["rule"],
  severity: Draft["severity"],
  message: Draft["message"],
  at: readonly TextFigure[],
  left: string,
  right: string,
): Draft {
  return {
    rule,
    severity,
    confidence: "sure",
    message,
    at,
    figures: at.map((figure) => plain(figure.value)),
    unit: "分",
    difference: plain(new Decimal(left).minus(right)),
    tolerance: "0",
    left: { value: left, cells: [] },
    right: { value: right, cells: [] },
    fact: "",
  };
}
