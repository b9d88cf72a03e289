/**
 * Whether two figures of a text agree, judged by the digits that were written. A figure in a coarser unit or with fewer
 * decimals is a rounding of the finer one; a listed part drops its closing zeros and stands for its full precision.
 */
import { Decimal, tenTo } from "../figures/decimal";
import { addPrecision, judgeByPrecisions, judgeRate, type Verdict } from "../figures/judge";
import { PERCENT, type Unit } from "../figures/unit";
import type { Judgement } from "../pack/pack";

/** What a figure says, wherever it stands. */
export interface Valued {
  readonly value: Decimal;
  readonly unit: Unit;
  readonly decimals: number;
}

export interface Agreement {
  readonly verdict: Verdict;
  /** left - right in the left side's unit. */
  readonly difference: Decimal;
  readonly tolerance: Decimal;
}

/** The value of a figure in another unit of its dimension. */
export function valueIn(figure: Valued, unit: Unit): Decimal {
  return figure.value.times(tenTo(figure.unit.power - unit.power));
}

/**
 * One fact stated twice. A coarser statement passes where it is the finer one rounded to its digits in another unit; in
 * the same unit that is a notice, as a truncation is a warning.
 */
export function agree(left: Valued, right: Valued, judgement: Judgement): Agreement {
  const unit = left.unit;
  const difference = left.value.minus(valueIn(right, unit));
  const leftPlace = left.decimals - left.unit.power;
  const rightPlace = right.decimals - right.unit.power;
  const coarse = leftPlace <= rightPlace ? left : right;
  const fine = coarse === left ? right : left;
  const rounded = roundedTo(valueIn(fine, coarse.unit), coarse.decimals);
  // 十四亿二千九百万元 is coarser than its unit.
  const otherForm = left.unit.power !== right.unit.power || coarse.decimals < 0;
  if (otherForm && leftPlace !== rightPlace && rounded.equals(coarse.value)) {
    return { verdict: "passed", difference, tolerance: tenTo(-Math.min(leftPlace, rightPlace) - unit.power) };
  }
  const precisions = new Map<number, number>();
  for (const figure of [left, right]) {
    const rounded = figure === coarse && leftPlace !== rightPlace;
    addPrecision(precisions, exponent(figure, rounded ? figure.decimals : written(figure, judgement), unit));
  }
  const judged = judgeByPrecisions(difference, precisions, judgement.cap, "error");
  return { verdict: judged.verdict, difference, tolerance: judged.tolerance };
}

/** A total and its parts; `total - sum of parts`. */
export function agreeWithParts(total: Valued, parts: readonly Valued[], judgement: Judgement): Agreement {
  const unit = total.unit;
  const sum = parts.reduce((value, part) => value.plus(valueIn(part, unit)), new Decimal(0));
  const difference = total.value.minus(sum);
  const finest = Math.max(...parts.map((part) => part.decimals - part.unit.power));
  // A total in a coarser unit, or with fewer decimals than its parts, was rounded on purpose.
  if (total.decimals - unit.power < finest && total.decimals >= 0) {
    const coarserUnit = parts.every((part) => part.unit.power < unit.power);
    if (coarserUnit && sum.toDecimalPlaces(total.decimals).equals(total.value)) {
      return { verdict: "passed", difference, tolerance: tenTo(-total.decimals) };
    }
  }
  const precisions = new Map<number, number>();
  const rounded = total.decimals - unit.power < finest;
  addPrecision(precisions, exponent(total, rounded ? total.decimals : written(total, judgement), unit));
  for (const part of parts) addPrecision(precisions, exponent(part, written(part, judgement), unit));
  const judged = judgeByPrecisions(difference, precisions, judgement.cap, "error");
  return { verdict: judged.verdict, difference, tolerance: judged.tolerance };
}

/** A rate in points against the quotient of two amounts, the second not zero. */
export function agreeWithQuotient(rate: Valued, of: Valued, over: Valued): Agreement {
  const numerator = valueIn(of, over.unit);
  const judged = judgeRate(
    { value: rate.value.times(tenTo(PERCENT.power)), decimals: rate.decimals - PERCENT.power },
    numerator,
    over.value,
    "error",
  );
  const points = numerator.times(100).dividedBy(over.value);
  return {
    verdict: judged.verdict,
    difference: rate.value.minus(points.toDecimalPlaces(rate.decimals + 2)),
    tolerance: judged.tolerance.times(100),
  };
}

/** A balance against amount - spent. */
export function agreeWithDifference(
  balance: Valued,
  amount: Valued,
  spent: Valued,
  judgement: Judgement,
): Agreement {
  const unit = balance.unit;
  const difference = valueIn(amount, unit).minus(valueIn(spent, unit)).minus(balance.value);
  const precisions = new Map<number, number>();
  for (const figure of [balance, amount, spent]) {
    addPrecision(precisions, exponent(figure, written(figure, judgement), unit));
  }
  const judged = judgeByPrecisions(difference, precisions, judgement.cap, "error");
  return { verdict: judged.verdict, difference, tolerance: judged.tolerance };
}

/** Half away from zero; -2 decimals are whole hundreds. */
function roundedTo(value: Decimal, decimals: number): Decimal {
  const step = tenTo(-decimals);
  return value.dividedBy(step).toDecimalPlaces(0).times(step);
}

/** Its own decimals, and at least the pack's for its unit: 100000 among figures in 万元 stands for 100000.00. */
function written(figure: Valued, judgement: Judgement): number {
  return Math.max(figure.decimals, judgement.decimals[figure.unit.name] ?? 0);
}

function exponent(figure: Valued, decimals: number, unit: Unit): number | undefined {
  if (figure.unit.dimension === "count" || figure.unit.dimension === "days") return undefined;
  return decimals + unit.power - figure.unit.power;
}
