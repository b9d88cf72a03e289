/**
 * Live formulas of the score sheet's own totals, in forms that spreadsheet programs agree on: no text is coerced,
 * comparisons of texts stand alone, and the one quotient is nudged before it is rounded.
 */
import { NOT_APPLICABLE } from "../../texts/answers";
import type { ScoreItem } from "../scoring/score";

/** Least step of a manual score, as a test on the cell. */
const ONE_DECIMAL = (cell: string): string => `ABS(${cell}-ROUND(${cell},1))<0.00000001`;

/** What an item's score counts: an entry out of its range counts 0, as does a word. */
export function countedScore(item: ScoreItem, score: string, max: string): string {
  if (item.entered) {
    return `IF(ISNUMBER(${score}),IF(AND(${score}>=0,${score}<=${max},${ONE_DECIMAL(score)}),${score},0),0)`;
  }
  return item.mayNotApply ? `IF(ISNUMBER(${score}),${score},0)` : score;
}

/** Points of an item that an entry "不适用" takes out; undefined where it always applies. */
export function leftOutPoints(item: ScoreItem, score: string, max: string): string | undefined {
  if (!item.mayNotApply) return undefined;
  const words = Object.values(NOT_APPLICABLE)
    .flat()
    .map((word) => `${score}="${word}"`);
  return `IF(OR(${words.join(",")}),${max},0)`;
}

/** A cell holds a formula of at most 8192 characters; longer ones give way. */
const LONGEST_FORMULA = 8000;

/** @param plain a shorter sum for the case that the terms are too long for a cell */
export function roundedSum(terms: readonly string[], decimals: number, plain = "0"): string {
  const sum = terms.join("+");
  return `ROUND(${terms.length === 0 || sum.length > LONGEST_FORMULA ? plain : sum},${decimals})`;
}

/** scale × sum ÷ maxima, rounded half up; 0 where nothing applies. */
export function scaledBase(scale: string, sum: string, maxima: string, decimals: number): string {
  const quotient = `${scale}*${sum}/${maxima}`;
  return `IF(${maxima}=0,0,ROUND(${quotient}+SIGN(${quotient})*0.0000000001,${decimals}))`;
}
