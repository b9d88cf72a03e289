/** A quotient of two expressions, or one expression alone, as the value that a method judges. */
import { type Decimal, plain, tenTo } from "../figures/decimal";
import { SCORING_TEXTS } from "../../texts/scoring";
import { compare, divide, type Fraction, fractionOf, multiply, rounded } from "./fraction";
import type { Outcome, Reading, ScoringInput } from "./prepared";
import { number, over, type Term, times } from "./term";

export interface Rate {
  readonly ok: true;
  readonly term: Term;
  readonly value: Fraction;
  /** "231 ÷ 275". */
  readonly text: string;
  /** True for a quotient or a rate, shown in percent; false for a count or days. */
  readonly share: boolean;
}

/**
 * The value that a method judges.
 * @param denominator undefined for a numerator that is judged by itself; an amount cannot be
 * @returns why there is none: a figure that cannot be read, quantities that differ, a divisor of 0
 */
export function rateOf(
  input: ScoringInput,
  numerator: string,
  denominator: string | undefined,
): Rate | Extract<Outcome, { ok: false }> {
  const above = input.read(numerator);
  if (!above.ok) return above;
  if (denominator === undefined) {
    if (above.unit.dimension === "money") {
      return { ok: false, why: SCORING_TEXTS.moneyNeedsDivisor(), cells: above.cells };
    }
    const power = above.unit.dimension === "rate" ? above.unit.power : 0;
    return {
      ok: true,
      term: scaled(figure(above), power),
      value: scaledValue(above.value, power),
      text: above.text,
      share: above.unit.dimension === "rate",
    };
  }
  const below = input.read(denominator);
  if (!below.ok) return below;
  const cells = [...above.cells, ...below.cells];
  if (above.unit.dimension !== below.unit.dimension) {
    const why = SCORING_TEXTS.unitsDiffer(above.unit.name, below.unit.name);
    return { ok: false, why, cells };
  }
  if (below.value.n === 0n) return { ok: false, why: SCORING_TEXTS.divisionByZero(), cells };
  const power = above.unit.power - below.unit.power;
  return {
    ok: true,
    term: over(scaled(figure(above), power), figure(below)),
    value: divide(scaledValue(above.value, power), below.value),
    text: `${operand(above.text)}${power === 0 ? "" : ` × ${plain(tenTo(power))}`} ÷ ${operand(below.text)}`,
    share: true,
  };
}

/** The quotient as one expression, so that the linter sees amounts divided by counts. */
export function quotient(args: {
  readonly numerator: string;
  readonly denominator: string | undefined;
}): readonly string[] {
  return args.denominator === undefined ? [] : [`(${args.numerator}) / (${args.denominator})`];
}

export function figure(reading: Extract<Reading, { ok: true }>): Term {
  return { kind: "figure", value: reading.value, cells: reading.cells, formula: reading.formula };
}

/** A plain decimal as the arithmetic shows it, in brackets where it is a sum. */
export function operand(text: string): string {
  return text.includes(" ") ? `(${text})` : text;
}

/**
 * A rate in percent with 2 decimals, and with more where fewer would make it look like a limit that it is not:
 * 91.9996% is not shown as 92.00%.
 */
export function shown(rate: Rate, limits: readonly Decimal[]): string {
  const factor = rate.share ? fractionOf("100") : fractionOf("1");
  const value = multiply(rate.value, factor);
  const scaledLimits = limits.map((limit) => multiply(fractionOf(plain(limit)), factor));
  let decimals = 2;
  while (decimals < 12 && scaledLimits.some((limit) => looksLike(value, limit, decimals))) decimals += 1;
  return `${rounded(value, decimals)}${rate.share ? "%" : ""}`;
}

/** A limit as the pack means it: 0.92 → "92%" for a rate, 15 → "15" for a count. */
export function shownLimit(limit: Decimal, share: boolean): string {
  return share ? `${plain(limit.times(100))}%` : plain(limit);
}

function looksLike(value: Fraction, limit: Fraction, decimals: number): boolean {
  return compare(value, limit) !== 0 && rounded(value, decimals) === rounded(limit, decimals);
}

function scaled(term: Term, power: number): Term {
  return power === 0 ? term : times(term, number(plain(tenTo(power))));
}

function scaledValue(value: Fraction, power: number): Fraction {
  return power === 0 ? value : multiply(value, fractionOf(plain(tenTo(power))));
}
