/**
 * Judges what the text says of one fact in several places, and of facts that hang together: the same money under two
 * names, a rate and its amounts, a balance, what is done out of what was planned, a total and its parts.
 */
import { NARRATIVE_TEXTS } from "../../texts/narrative";
import { plain } from "../figures/decimal";
import type { Judgement, Text } from "../pack/pack";
import { agree, agreeWithDifference, agreeWithParts, agreeWithQuotient, valueIn } from "./agreement";
import { type Draft, said } from "./finding";
import { balanceFinding, percent } from "./judge-statements";
import type { TextFigure } from "./sentences";
import type { StatedFact, StatedValue } from "./stated-facts";

/** Figures that a sentence has already been judged by: nothing is told twice. */
export interface Settled {
  readonly totals: ReadonlySet<TextFigure>;
  readonly rates: ReadonlySet<TextFigure>;
  readonly balances: ReadonlySet<TextFigure>;
}

/** All that the facts of one text have against each other. */
export function judgeFacts(
  stated: readonly StatedFact[],
  judgement: Judgement,
  settled: Settled,
): readonly Draft[] {
  const byId = new Map(stated.map((one) => [one.fact.id, one]));
  return stated.flatMap((one) => [
    ...repeated(one, judgement),
    ...sameMoney(one, byId, judgement),
    ...quotient(one, byId, settled.rates),
    ...difference(one, byId, judgement, settled.balances),
    ...outOf(one, byId),
    ...scattered(one, byId, judgement, settled.totals),
  ]);
}

/** One fact, several values. */
function repeated({ fact, values }: StatedFact, judgement: Judgement): readonly Draft[] {
  const [first] = values;
  if (first === undefined || values.length < 2) return [];
  const dates = new Set(values.map(({ figures: [place] }) => place.sentence.asOf));
  // Several dates make a course of events (截至6月底…，截至11月底…), no contradiction.
  if (dates.size === values.length && !dates.has("")) return [];
  const sentences = new Set(values.flatMap(({ figures }) => figures.map(({ sentence }) => sentence)));
  const verdicts = values.slice(1).map((value) => agree(first, value, judgement).verdict);
  const worst = verdicts.includes("error") ? "error" : verdicts.includes("warning") ? "warning" : "notice";
  const told = values.map(placed);
  const both = (language: keyof Text): readonly string[] => told.map((text) => text[language]);
  const say = (list: readonly string[]): Text =>
    worst === "error"
      ? NARRATIVE_TEXTS.repeated(fact.label, list)
      : NARRATIVE_TEXTS.repeatedClose(fact.label, list, worst);
  return [
    {
      rule: "report.repeated",
      severity: worst,
      // Side by side in one sentence they are more likely two things than one fact.
      confidence: sentences.size === 1 ? "look" : "sure",
      message: { "zh-CN": say(both("zh-CN"))["zh-CN"], en: say(both("en")).en },
      at: values.flatMap(({ figures }) => figures),
      figures: values.map((value) => plain(valueIn(value, first.unit))),
      unit: first.unit.name,
      fact: fact.id,
    },
  ];
}

/** "3500万元（“州本级3500万元”）". */
function placed(value: StatedValue): Text {
  const snippets = value.figures.map(
    (figure) =>
      figure.before.slice(-14).replace(/^、/u, "") + figure.passage.flat.slice(figure.start, figure.end),
  );
  const amount = sayValue(value);
  const list = [...new Set(snippets)].join("”“");
  return {
    "zh-CN": NARRATIVE_TEXTS.place(amount["zh-CN"], list)["zh-CN"],
    en: NARRATIVE_TEXTS.place(amount.en, list).en,
  };
}

function same(text: string): Text {
  return { "zh-CN": text, en: text };
}

/** The value in the figure's own words, with the sum of its parts where that is more exact. */
function sayValue(value: StatedValue): Text {
  const [figure] = value.figures;
  return value.byParts ? NARRATIVE_TEXTS.byParts(said(figure), said(value)) : same(said(value));
}

/** 到位资金 and 项目涉及资金 are one sum. */
function sameMoney(
  { fact, values }: StatedFact,
  byId: ReadonlyMap<string, StatedFact>,
  judgement: Judgement,
): readonly Draft[] {
  const other = fact.same === undefined ? undefined : byId.get(fact.same);
  if (other === undefined) return [];
  return values.flatMap((value) =>
    other.values.flatMap((against): readonly Draft[] => {
      const agreement = agree(against, value, judgement);
      if (agreement.verdict === "passed") return [];
      const { verdict } = agreement;
      const apart = said({ value: agreement.difference.abs(), unit: against.unit });
      const message = (language: keyof Text): string =>
        NARRATIVE_TEXTS.same(
          other.fact.label,
          sayValue(against)[language],
          fact.label,
          sayValue(value)[language],
          apart,
          verdict,
        )[language];
      return [
        {
          rule: "report.same",
          severity: verdict,
          confidence: "sure",
          message: { "zh-CN": message("zh-CN"), en: message("en") },
          at: [...against.figures, ...value.figures],
          figures: [plain(against.value), plain(valueIn(value, against.unit))],
          unit: against.unit.name,
          difference: plain(agreement.difference),
          tolerance: plain(agreement.tolerance),
          left: { value: plain(against.value), cells: [] },
          right: { value: plain(valueIn(value, against.unit)), cells: [] },
          fact: fact.id,
        },
      ];
    }),
  );
}

/** Values of a fact and of those that are the same money under another name. */
function valuesOf(id: string, byId: ReadonlyMap<string, StatedFact>): readonly StatedValue[] {
  const names = [...byId.values()].filter(({ fact }) => fact.id === id || fact.same === id);
  return names.flatMap(({ values }) => values);
}

/** A rate against the amounts that the text gives elsewhere. */
function quotient(
  { fact, values }: StatedFact,
  byId: ReadonlyMap<string, StatedFact>,
  settled: ReadonlySet<TextFigure>,
): readonly Draft[] {
  if (fact.quotient === undefined) return [];
  const { of: numerator, over: denominator } = fact.quotient;
  const overs = valuesOf(denominator, byId).filter((over) => !over.value.isZero());
  const ofs = byId.get(numerator)?.values ?? [];
  return values.flatMap((value): readonly Draft[] => {
    if (value.figures.every((figure) => settled.has(figure))) return [];
    const pairs = ofs.flatMap((of) =>
      overs.map((over) => ({ of, over, agreement: agreeWithQuotient(value, of, over) })),
    );
    const fitting = pairs.find(({ agreement }) => agreement.verdict === "passed");
    const cut =
      fitting === undefined ? pairs.find(({ agreement }) => agreement.verdict === "warning") : undefined;
    const pair = cut ?? pairs.find(({ agreement }) => agreement.verdict === "error");
    if (pair === undefined) return [];
    const say = (language: keyof Text): string =>
      NARRATIVE_TEXTS.rateElsewhere(
        fact.label,
        said(value),
        `${said(pair.of)} ÷ ${sayValue(pair.over)[language]}`,
        percent(pair.of, pair.over, value.decimals),
        fitting === undefined ? "" : sayValue(fitting.over)[language],
      )[language];
    return [
      {
        rule: "report.rate",
        severity: cut === undefined ? "error" : "warning",
        confidence: "sure",
        message: { "zh-CN": say("zh-CN"), en: say("en") },
        at: [...value.figures, ...pair.of.figures, ...pair.over.figures, ...(fitting?.over.figures ?? [])],
        figures: [plain(value.value), plain(pair.of.value), plain(valueIn(pair.over, pair.of.unit))],
        unit: value.unit.name,
        difference: plain(pair.agreement.difference),
        tolerance: plain(pair.agreement.tolerance),
        left: { value: plain(value.value), cells: [] },
        right: { value: percent(pair.of, pair.over, value.decimals).replace("%", ""), cells: [] },
        fact: fact.id,
      },
    ];
  });
}

/** A balance against total - spent, by the total that comes nearest: the others are told as contradicting each other. */
function difference(
  { fact, values }: StatedFact,
  byId: ReadonlyMap<string, StatedFact>,
  judgement: Judgement,
  settled: ReadonlySet<TextFigure>,
): readonly Draft[] {
  if (fact.difference === undefined) return [];
  const amounts = valuesOf(fact.difference.of, byId);
  const spent = byId.get(fact.difference.less)?.values ?? [];
  return values.flatMap((value): readonly Draft[] => {
    const [figure] = value.figures;
    if (value.figures.some((one) => settled.has(one))) return [];
    const judged = amounts
      .flatMap((amount) =>
        spent.map((less) => ({
          amount,
          less,
          agreement: agreeWithDifference(value, amount, less, judgement),
        })),
      )
      .sort((a, b) => a.agreement.difference.abs().comparedTo(b.agreement.difference.abs()));
    const [best] = judged;
    if (best === undefined) return [];
    const finding = balanceFinding({
      balance: figure,
      amount: best.amount,
      spent: best.less,
      agreement: best.agreement,
      certain: true,
      at: [...value.figures, ...best.less.figures, ...best.amount.figures],
    });
    return finding === undefined ? [] : [{ ...finding, fact: fact.id }];
  });
}

/** Done out of planned: never above, and all where all are expected. */
function outOf({ fact, values }: StatedFact, byId: ReadonlyMap<string, StatedFact>): readonly Draft[] {
  const whole = fact.outOf === undefined ? undefined : byId.get(fact.outOf);
  if (whole === undefined) return [];
  return values.flatMap((value) =>
    whole.values.flatMap((of): readonly Draft[] => {
      const apart = valueIn(of, value.unit).minus(value.value);
      const above = apart.isNegative() && !apart.isZero();
      if (!above && (fact.all !== true || apart.isZero() || saidTogether(value, of))) return [];
      const names = [fact.label, said(value), whole.fact.label, said(of)] as const;
      return [
        {
          rule: "report.progress",
          severity: above ? "error" : "warning",
          confidence: "sure",
          message: above
            ? NARRATIVE_TEXTS.above(...names)
            : NARRATIVE_TEXTS.short(...names, said({ value: apart, unit: value.unit })),
          at: [...value.figures, ...of.figures],
          figures: [plain(value.value), plain(valueIn(of, value.unit))],
          unit: value.unit.name,
          difference: plain(apart.negated()),
          tolerance: "0",
          left: { value: plain(value.value), cells: [] },
          right: { value: plain(valueIn(of, value.unit)), cells: [] },
          fact: fact.id,
        },
      ];
    }),
  );
}

/** "275个，其中231个" says openly that some are left out. */
function saidTogether(part: StatedValue, whole: StatedValue): boolean {
  return part.figures.some(({ sentence }) => whole.figures.some((figure) => figure.sentence === sentence));
}

/** A total whose parts stand in other places; only where each of them has one value, and nowhere as a list. */
function scattered(
  { fact, values }: StatedFact,
  byId: ReadonlyMap<string, StatedFact>,
  judgement: Judgement,
  settled: ReadonlySet<TextFigure>,
): readonly Draft[] {
  const [total] = values;
  if (total === undefined || values.length > 1 || total.figures.some((figure) => settled.has(figure)))
    return [];
  for (const ids of fact.parts ?? []) {
    const parts = ids.map((id) => byId.get(id)?.values ?? []);
    const single = parts.flatMap((list) => (list.length === 1 ? list : []));
    if (single.length < ids.length) continue;
    const agreement = agreeWithParts(total, single, judgement);
    if (agreement.verdict !== "error") return [];
    const sum = total.value.minus(agreement.difference);
    return [
      {
        rule: "report.parts",
        severity: "error",
        confidence: "sure",
        message: NARRATIVE_TEXTS.sumOfFacts(
          fact.label,
          said(total),
          single.map(said).join(" ＋ "),
          said({ value: sum, unit: total.unit }),
        ),
        at: [total, ...single].flatMap(({ figures }) => figures.slice(0, 1)),
        figures: [total, ...single].map((value) => plain(valueIn(value, total.unit))),
        unit: total.unit.name,
        difference: plain(agreement.difference),
        tolerance: plain(agreement.tolerance),
        left: { value: plain(total.value), cells: [] },
        right: { value: plain(sum), cells: [] },
        fact: fact.id,
      },
    ];
  }
  return [];
}
