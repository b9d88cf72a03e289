/**
 * How equality is judged, from the digits that officers wrote. All arithmetic is exact.
 * u is the sum of 10^-d over the figures that a rule adds and compares: nothing apart passes, up to u/2 rounding
 * explains it (尾差, a notice), up to u truncation would (截断, a warning), beyond u or the cap it is an error.
 */
import { Decimal, tenTo } from "./decimal";
import type { Unit } from "./unit";

export type Verdict = "passed" | "notice" | "warning" | "error";
export type Level = "error" | "warning";

export interface Judged {
  readonly verdict: Verdict;
  /** min(u, cap) in the unit of the difference. */
  readonly tolerance: Decimal;
}

/** How many figures of each written precision take part: exponent d of 10^-d in the unit compared → how many. */
export type Precisions = ReadonlyMap<number, number>;

/** Residue of float arithmetic in the workbook's own formulas, in the table's unit. */
const RESIDUE = tenTo(-7);
/** A stored rate with more decimals than this is a live quotient. */
const TYPED_RATE_DECIMALS = 6;

/**
 * The d of a figure in the unit compared: 2 decimals of 元 are 6 of 万元. undefined for counts and days, which are
 * exact and add nothing.
 */
export function precisionIn(decimals: number, unit: Unit, compared: Unit): number | undefined {
  if (unit.dimension === "count" || unit.dimension === "days" || unit.dimension === "date") return undefined;
  return decimals + compared.power - unit.power;
}

/** Counts one figure (or several of one precision) in. */
export function addPrecision(precisions: Map<number, number>, exponent: number | undefined, times = 1): void {
  if (exponent === undefined || times === 0) return;
  precisions.set(exponent, (precisions.get(exponent) ?? 0) + times);
}

/** u = sum of 10^-d. */
export function spread(precisions: Precisions): Decimal {
  let sum = new Decimal(0);
  for (const [exponent, times] of precisions) sum = sum.plus(tenTo(-exponent).times(times));
  return sum;
}

/** So many units of the coarsest figure; undefined where no figure has a precision. */
export function capOf(precisions: Precisions, units: number): Decimal | undefined {
  let coarsest: number | undefined;
  for (const [exponent, times] of precisions) {
    if (times > 0 && (coarsest === undefined || exponent < coarsest)) coarsest = exponent;
  }
  return coarsest === undefined ? undefined : tenTo(-coarsest).times(units);
}

/**
 * Judges left - right of an equality, or the excess of a ≤ or ≥.
 * @param difference in the unit compared
 * @param u sum of 10^-d, or the rule's own tolerance, in that unit
 * @param cap beyond it a difference is an error whatever the band; undefined for none
 * @param level "warning": never above a warning
 */
export function judgeDifference(
  difference: Decimal,
  u: Decimal,
  cap: Decimal | undefined,
  level: Level,
): Judged {
  const tolerance = cap !== undefined && cap.lessThan(u) ? cap : u;
  return { verdict: band(difference.abs(), u, tolerance, level), tolerance };
}

/** `judgeDifference` with u and cap taken from the figures' own precisions. */
export function judgeByPrecisions(
  difference: Decimal,
  precisions: Precisions,
  capUnits: number,
  level: Level,
): Judged {
  return judgeDifference(difference, spread(precisions), capOf(precisions, capUnits), level);
}

function band(size: Decimal, u: Decimal, tolerance: Decimal, level: Level): Verdict {
  if (size.isZero() || size.lessThan(RESIDUE)) return "passed";
  if (size.greaterThan(tolerance)) return level;
  return size.times(2).lessThanOrEqualTo(u) ? "notice" : "warning";
}

export interface RateFigure {
  /** As a fraction: 0.9977. */
  readonly value: Decimal;
  /** Written decimals of the fraction, see `fractionDecimals`. */
  readonly decimals: number;
}

/** Decimals of a rate as a fraction from those in its own unit: 99.77 with 2 in points are 4. */
export function fractionDecimals(decimals: number, unit: Unit): number {
  return decimals - unit.power;
}

/**
 * Judges a rate against the exact quotient numerator / denominator, both in one unit; their own precision adds
 * nothing. Passes if the quotient rounded half away from zero to d decimals is the rate, or if the rate is a live
 * quotient (more than 6 decimals stored) within 10^-7; 截断 if less than 10^-d apart; else an error.
 * @throws RangeError for a denominator of 0, which the caller reports as not run
 */
export function judgeRate(rate: RateFigure, numerator: Decimal, denominator: Decimal, level: Level): Judged {
  if (denominator.isZero()) throw new RangeError("a quotient by 0 is not run");
  const step = tenTo(-rate.decimals);
  // Everything times |denominator|, so that no quotient is ever cut.
  const weight = denominator.abs();
  const part = denominator.isNegative() ? numerator.negated() : numerator;
  const apart = rate.value.times(weight).minus(part);
  if (
    rate.value.decimalPlaces() > TYPED_RATE_DECIMALS &&
    apart.abs().lessThanOrEqualTo(RESIDUE.times(weight))
  ) {
    return { verdict: "passed", tolerance: RESIDUE };
  }
  const half = step.times(weight).dividedBy(2);
  // Half away from zero: the quotient rounds to the rate from half a step below (included) to half above (not).
  const outward = part.isNegative() ? apart : apart.negated();
  const rounds = outward.greaterThanOrEqualTo(half.negated()) && outward.lessThan(half);
  if (rounds && rate.value.decimalPlaces() <= rate.decimals) return { verdict: "passed", tolerance: step };
  if (apart.abs().lessThan(step.times(weight))) return { verdict: "warning", tolerance: step };
  return { verdict: level, tolerance: step };
}

export interface ScoreFigure {
  readonly value: Decimal;
  /** Decimals that the score is written with. */
  readonly decimals: number;
}

/**
 * Judges a score against what it is calculated from, at the score's own decimals: 8.62 and 8.6 both stand for
 * 8.6203…. A whole number that is right only once rounded (9 for 8.62) is a warning, as is a truncated score.
 */
export function judgeScore(score: ScoreFigure, exact: Decimal, level: Level): Judged {
  const tolerance = tenTo(-score.decimals);
  const apart = score.value.minus(exact).abs();
  if (apart.lessThanOrEqualTo(RESIDUE)) return { verdict: "passed", tolerance };
  // 9 may stand for 9.0: a whole number is held to one decimal before it is doubted.
  if (exact.toDecimalPlaces(Math.max(1, score.decimals)).equals(score.value))
    return { verdict: "passed", tolerance };
  if (score.decimals === 0 && exact.toDecimalPlaces(0).equals(score.value))
    return { verdict: "warning", tolerance };
  return { verdict: score.decimals > 0 && apart.lessThan(tolerance) ? "warning" : level, tolerance };
}

/** Nothing but the residue of float arithmetic passes. */
export function judgeExact(difference: Decimal, level: Level): Judged {
  return { verdict: difference.abs().lessThan(RESIDUE) ? "passed" : level, tolerance: new Decimal(0) };
}
