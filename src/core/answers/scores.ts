/** Scores given by hand: which items take one, and what a typed score is worth. */
import { ANSWER_TEXTS, NOT_APPLICABLE } from "../../texts/answers";
import { Decimal, decimalOf, plain } from "../figures/decimal";
import { parseAmount } from "../figures/amount";
import type { IndicatorSpec, Pack, Text } from "../pack/pack";
import { methodNamed } from "../scoring/methods";
import type { Answers } from "./answers";

const SCORE_DECIMALS = 1;

/** True for items whose score an officer enters; all others are computed. */
export function isEntered(spec: IndicatorSpec): boolean {
  return methodNamed(spec.method.name)?.kind === "entered";
}

export type ScoreReading =
  | { readonly ok: true; readonly value: Decimal }
  | { readonly ok: false; readonly why: "not-a-number" | "out-of-range" | "too-fine" };

/**
 * A score as typed: a plain number from 0 to the maximum with at most one decimal (5.0 and 5.00 are 5).
 * @param max plain decimal, the item's maximum; deductions are positive points too
 */
export function readScore(typed: string, max: string): ScoreReading {
  const amount = parseAmount(typed);
  if (amount.kind !== "amount" || amount.unit !== undefined || amount.currency) {
    return { ok: false, why: "not-a-number" };
  }
  const value = decimalOf(amount.units, amount.scale);
  if (value.lessThan(0) || value.greaterThan(new Decimal(max))) return { ok: false, why: "out-of-range" };
  if (value.decimalPlaces() > SCORE_DECIMALS) return { ok: false, why: "too-fine" };
  return { ok: true, value };
}

/** A score as it is kept: the plain number where the text is one (４.５０ is 4.5), else as typed. */
export function scoreText(typed: string): string {
  const amount = parseAmount(typed);
  if (amount.kind !== "amount" || amount.unit !== undefined || amount.currency) return typed.trim();
  return plain(decimalOf(amount.units, amount.scale));
}

/** Why a typed score does not count, as a sentence; undefined for one that does. */
export function scoreProblem(spec: IndicatorSpec, typed: string, language: "zh-CN" | "en"): Text | undefined {
  const name = spec.label[language];
  if (!isEntered(spec)) return ANSWER_TEXTS.computedItem(spec.no, name);
  const reading = readScore(typed, spec.max);
  if (reading.ok) return undefined;
  switch (reading.why) {
    case "not-a-number":
      return ANSWER_TEXTS.scoreNotNumber(spec.no, name, typed);
    case "out-of-range":
      return ANSWER_TEXTS.scoreOutOfRange(spec.no, name, typed, plain(new Decimal(spec.max)));
    case "too-fine":
      return ANSWER_TEXTS.scoreTooFine(spec.no, name, typed);
  }
}

/** `scoreProblem` with the item's name in each language. */
export function scoreProblemText(spec: IndicatorSpec, typed: string): Text | undefined {
  const chinese = scoreProblem(spec, typed, "zh-CN");
  const english = scoreProblem(spec, typed, "en");
  if (chinese === undefined || english === undefined) return undefined;
  return { "zh-CN": chinese["zh-CN"], en: english.en };
}

/** 不适用 said of an item that always applies: no score, and no reason to leave the item out. */
function refusedWord(spec: IndicatorSpec, answers: Answers): string | undefined {
  const refused = spec.mayNotApply !== true && isEntered(spec) && answers.notApplicable.includes(spec.no);
  return refused ? NOT_APPLICABLE["zh-CN"][0] : undefined;
}

/**
 * Scores that the answers hold and that cannot count (out of range, no number, of a computed item), as sentences.
 * Such a score stays as typed; the item is missing until it is mended.
 */
export function uncountedScores(pack: Pack, answers: Answers): readonly Text[] {
  return pack.indicators.flatMap((spec) => {
    const typed = answers.scores[spec.no] ?? refusedWord(spec, answers);
    const problem = typed === undefined ? undefined : scoreProblemText(spec, typed);
    return problem === undefined ? [] : [ANSWER_TEXTS.notCounted(problem)];
  });
}
