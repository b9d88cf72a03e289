/** Pack, workbook, checks and answers → score. */
import { Decimal, plain } from "../figures/decimal";
import { PACK_TEXTS } from "../../texts/pack";
import { SCORING_TEXTS } from "../../texts/scoring";
import type { Answers } from "../answers/answers";
import type { CheckResult } from "../checks/finding";
import type { IndicatorSpec, Language, Pack, SectionSpec } from "../pack/pack";
import type { RuleContext } from "../rules/language";
import { indicatorFacts } from "./facts";
import { divide, fractionOf, multiply, rounded } from "./fraction";
import type { Prepared, Reading, ScoringInput } from "./prepared";
import { methodNamed, prepareMethod } from "./methods";
import { scoringInput } from "./reading";
import type { Score, ScoreItem } from "./score";
import { cellsOf, scoreFormula, valueOf } from "./term";

/** Manual points: 0 to the maximum, at most one decimal. */
const ENTRY = /^\d{1,5}(?:\.\d)?$/;

/**
 * Every indicator's points and the total. Never throws: what has no score says why and makes the score incomplete.
 * A missing item counts 0 and keeps its maximum; deductions are positive points.
 * @param readings see `scoringInput`
 */
export function computeScore(
  pack: Pack,
  context: RuleContext,
  checks: CheckResult,
  answers: Answers,
  language: Language,
  readings?: Map<string, Reading>,
): Score {
  const input = scoringInput(pack, context, checks, readings);
  const sections = new Map(pack.sections.map((section) => [section.id, section]));
  const items = pack.indicators.map((indicator) => {
    const section = sections.get(indicator.section)!;
    return scoreItem({ pack, indicator, section, input, checks, answers, language });
  });
  return withTotals(pack, items, language);
}

interface ItemInput {
  readonly pack: Pack;
  readonly indicator: IndicatorSpec;
  readonly section: SectionSpec;
  readonly input: ScoringInput;
  readonly checks: CheckResult;
  readonly answers: Answers;
  readonly language: Language;
}

type Result = Pick<ScoreItem, "score" | "status" | "basis" | "cells" | "formula">;

function scoreItem(from: ItemInput): ScoreItem {
  const { indicator, section, answers, language, input } = from;
  const facts = indicatorFacts(indicator, input.read, language);
  return {
    no: indicator.no,
    name: indicator.label[language],
    section: section.id,
    sectionName: section.label[language],
    part: section.part,
    max: plain(new Decimal(indicator.max)),
    facts,
    evidence: Object.hasOwn(answers.evidence, indicator.no) ? answers.evidence[indicator.no]! : "",
    entered: methodNamed(indicator.method.name)?.kind === "entered",
    mayNotApply: indicator.mayNotApply ?? false,
    criterion: criterionOf(indicator, language),
    assumed: indicator.assumed ?? false,
    ...result(from),
  };
}

function criterionOf({ criterion, open }: IndicatorSpec, language: Language): string {
  return open === undefined
    ? criterion[language]
    : `${criterion[language]}\n${PACK_TEXTS.open(open)[language]}`;
}

function result(from: ItemInput): Result {
  const { indicator, answers, language } = from;
  if (indicator.mayNotApply === true && answers.notApplicable.includes(indicator.no)) {
    // The basis of an indicator of the base tells the scaling, which only the totals know; see withTotals.
    return {
      score: undefined,
      status: "not-applicable",
      basis: SCORING_TEXTS.notApplicableOutside()[language],
      cells: [],
      formula: { kind: "value", why: SCORING_TEXTS.noScore()[language] },
    };
  }
  const prepared = prepareMethod(
    indicator.method,
    new Decimal(indicator.max),
    `indicators.${indicator.no}.method`,
  );
  if (!prepared.ok) {
    const detail = prepared.problems.map((problem) => problem.message[language]).join("; ");
    return missing(SCORING_TEXTS.methodFaulty(detail)[language], from);
  }
  return prepared.method.kind === "entered"
    ? entered(prepared.method, from)
    : computed(prepared.method, from);
}

function computed(method: Extract<Prepared, { kind: "computed" }>, from: ItemInput): Result {
  const { pack, input, language } = from;
  const outcome = method.score(input);
  if (!outcome.ok) return { ...missing(outcome.why[language], from), cells: outcome.cells };
  const value = valueOf(outcome.term);
  const cells = cellsOf(outcome.term);
  if (value === undefined) return { ...missing(SCORING_TEXTS.divisionByZero()[language], from), cells };
  const score = rounded(value, pack.scale.decimals);
  const formula = scoreFormula(outcome.term, pack.scale.decimals);
  return {
    score,
    status: "computed",
    basis: SCORING_TEXTS.result(outcome.sentence, score)[language],
    cells,
    formula: formula.ok
      ? { kind: "formula", text: formula.text }
      : { kind: "value", why: formula.why[language] },
  };
}

function entered(method: Extract<Prepared, { kind: "entered" }>, from: ItemInput): Result {
  const { indicator, section, answers, language } = from;
  const note = method.tellsErrors ? openErrors(from) : "";
  const withNote = (basis: string): string =>
    note === "" ? basis : SCORING_TEXTS.withErrors(basis, note)[language];
  const entry = Object.hasOwn(answers.scores, indicator.no) ? answers.scores[indicator.no] : undefined;
  const max = new Decimal(indicator.max);
  const formula = { kind: "value", why: SCORING_TEXTS.entryHasNoFormula()[language] } as const;
  if (entry === undefined || entry.trim() === "") {
    return { ...missing(withNote(SCORING_TEXTS.notEntered(plain(max))[language]), from), formula };
  }
  if (!ENTRY.test(entry) || new Decimal(entry).greaterThan(max)) {
    return { ...missing(withNote(SCORING_TEXTS.outOfRange(entry, plain(max))[language]), from), formula };
  }
  const score = plain(new Decimal(entry));
  const told =
    section.part === "deduction"
      ? SCORING_TEXTS.deductionEntered(score)
      : SCORING_TEXTS.scored(plain(max), score);
  return { score, status: "manual", basis: withNote(told[language]), cells: [], formula };
}

/** How many errors are not explained, as a sentence; "" where there are none. */
function openErrors({ checks, language }: ItemInput): string {
  const open = checks.findings.filter(
    ({ severity, explanation }) => severity === "error" && explanation === undefined,
  );
  return open.length === 0 ? "" : SCORING_TEXTS.openErrors(open.length)[language];
}

function missing(why: string, { language }: ItemInput): Result {
  return {
    score: undefined,
    status: "missing",
    basis: why,
    cells: [],
    formula: { kind: "value", why: SCORING_TEXTS.noScore()[language] },
  };
}

/** base = scale × Σ scores / Σ applicable maxima, of the rounded scores, rounded once. */
function withTotals(pack: Pack, items: readonly ScoreItem[], language: Language): Score {
  const { base: scale, maxBonus, maxDeduction, decimals } = pack.scale;
  const inBase = items.filter(({ part }) => part === "base");
  const applicable = inBase.filter(({ status }) => status !== "not-applicable");
  const applicableMax = applicable.reduce((sum, { max }) => sum.plus(max), new Decimal(0));
  const baseSum = sumOf(applicable);
  const base = applicableMax.isZero()
    ? "0"
    : rounded(
        divide(multiply(fractionOf(scale), fractionOf(plain(baseSum))), fractionOf(plain(applicableMax))),
        decimals,
      );
  const bonus = Decimal.min(sumOf(items.filter(({ part }) => part === "bonus")), maxBonus);
  const deduction = Decimal.min(sumOf(items.filter(({ part }) => part === "deduction")), maxDeduction);
  const scaling = SCORING_TEXTS.base(plain(new Decimal(scale)), plain(baseSum), plain(applicableMax), base)[
    language
  ];
  const left = inBase
    .filter(({ status }) => status === "not-applicable")
    .map(({ no, name }) => `${no} ${name}`);
  return {
    items: items.map((item) =>
      item.status === "not-applicable" && item.part === "base"
        ? { ...item, basis: SCORING_TEXTS.notApplicable(scaling)[language] }
        : item,
    ),
    base,
    bonus: plain(bonus),
    deduction: plain(deduction),
    total: plain(bonus.plus(base).minus(deduction)),
    complete: items.every(({ status }) => status !== "missing"),
    applicableMax: plain(applicableMax),
    baseSum: plain(baseSum),
    baseBasis: applicableMax.isZero()
      ? SCORING_TEXTS.noBase()[language]
      : left.length === 0
        ? scaling
        : SCORING_TEXTS.baseLeftOut(scaling, left.join(", "))[language],
  };
}

function sumOf(items: readonly ScoreItem[]): Decimal {
  return items.reduce((sum, { score }) => sum.plus(score ?? 0), new Decimal(0));
}
