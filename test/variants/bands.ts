/** How equality is judged: exact, rounding, truncation, error — by the project's published semantics, worked slowly. */
import {
  type Exact,
  compare,
  exact,
  isZero,
  magnitude,
  quotient,
  shift,
  subtract,
  times,
  total,
  trim,
  whole,
} from "./exact";
import { type Column, type Figure, UNIT_POWER } from "./table";

export type Severity = "error" | "warning" | "notice";

/** A figure as a rule reads it: `unit` in tens of yuan (0 for counts), `decimals` its written precision there. */
export type Reading = { readonly value: Exact; readonly power: number; readonly decimals: number };

const RESIDUE = exact("0.0000001");

export function reading(column: Column, figure: Figure): Reading {
  const own = trim(figure.value).s;
  if (column.kind !== "money") return { value: figure.value, power: 0, decimals: 0 };
  const written =
    figure.text === undefined ? 0 : (/\.(\d+)/.exec(figure.text.normalize("NFKC"))?.[1]?.length ?? 0);
  const format = column.formatDecimals ?? 2;
  return {
    value: figure.value,
    power: UNIT_POWER[column.unit ?? "万元"],
    decimals: Math.max(own, written, format),
  };
}

/** The value 10^-decimals of a reading, told in the unit of `power`. */
const step = (item: Reading, power: number): Exact =>
  shift(shift(whole(1), -item.decimals), item.power - power);
const inUnit = (item: Reading, power: number): Exact => shift(item.value, item.power - power);

function bandOf(difference: Exact, steps: readonly Exact[], counts: boolean): Severity | undefined {
  const size = magnitude(difference);
  if (isZero(size) || compare(size, RESIDUE) < 0) return undefined;
  if (counts) return "error";
  const u = total(steps);
  const coarsest = steps.reduce((most, one) => (compare(one, most) > 0 ? one : most));
  if (compare(size, times(coarsest, 10)) > 0) return "error";
  if (compare(times(size, 2), u) <= 0) return "notice";
  return compare(size, u) <= 0 ? "warning" : "error";
}

/** left = sum of plus - sum of minus; undefined is passed. */
export function judgeSum(
  left: Reading,
  plus: readonly Reading[],
  minus: readonly Reading[],
  counts: boolean,
): Severity | undefined {
  const { power } = left;
  const right = subtract(
    total(plus.map((item) => inUnit(item, power))),
    total(minus.map((item) => inUnit(item, power))),
  );
  const steps = [left, ...plus, ...minus].map((item) => step(item, power));
  return bandOf(subtract(left.value, right), steps, counts);
}

/** sum of lefts = sum of rights, where the left side is itself a sum. */
export function judgeSums(
  left: readonly Reading[],
  right: readonly Reading[],
  counts: boolean,
): Severity | undefined {
  const power = left[0]?.power ?? 0;
  const side = (items: readonly Reading[]): Exact => total(items.map((item) => inUnit(item, power)));
  const steps = [...left, ...right].map((item) => step(item, power));
  return steps.length === 0 ? undefined : bandOf(subtract(side(left), side(right)), steps, counts);
}

/** left ≤ right: the excess is judged by the same bands. */
export function judgeAtMost(left: Reading, right: Reading, counts: boolean): Severity | undefined {
  const excess = subtract(left.value, inUnit(right, left.power));
  if (excess.n <= 0n) return undefined;
  return bandOf(excess, [step(left, left.power), step(right, left.power)], counts);
}

/** rate = part / all, the rate as a fraction; rounding passes, cutting off is a warning. */
export function judgeRate(column: Column, rate: Figure, part: Reading, all: Reading): Severity | undefined {
  const top = inUnit(part, all.power);
  const bottom = all.value;
  const own = trim(rate.value).s;
  const percent = column.rateForm === "percent-format" || column.rateForm === "live" ? 4 : 0;
  const decimals = Math.max(own, percent, 4);
  const gap = magnitude(subtract(multiply(rate.value, bottom), top));
  if (own > 6 && compare(gap, multiply(RESIDUE, bottom)) <= 0) return undefined;
  if (compare(quotient(top, bottom, decimals, "round"), rate.value) === 0) return undefined;
  return compare(gap, multiply(shift(whole(1), -decimals), bottom)) < 0 ? "warning" : "error";
}

const multiply = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, s: a.s + b.s });

export const atMostWarning = (severity: Severity | undefined): Severity | undefined =>
  severity === "error" ? "warning" : severity;
