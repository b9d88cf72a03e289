/**
 * Targets and actual values of indicators as officers write them: ≥50个, ≤90万元, =100%, ≥100百分比, 不少于3次, 50-60亩,
 * 50, or words. Whether an actual value reaches its target; nothing is guessed where the two cannot be compared.
 */
import { fold } from "./amount";
import { Decimal, tenTo } from "./decimal";
import { countKind, gluedUnit } from "./unit";

type Operator = ">=" | "<=" | ">" | "<" | "=";

/** One bound or value, in the base of its unit (元, a fraction, pieces). */
export interface Measure {
  /** undefined where none is written: 50个. */
  readonly operator: Operator | undefined;
  readonly value: Decimal;
  /** Upper end of a span (50-60). */
  readonly to: Decimal | undefined;
  /** As written, "" for none. */
  readonly unit: string;
  /** "" for a number without a unit, "any" for one that has a bare 万 or 亿. */
  readonly dimension: string;
}

/**
 * "met", "missed"; "likely-missed" where the target bears no sign and the actual value is on its worse side;
 * "unclear" where they cannot be compared.
 */
export type Reached = "met" | "missed" | "likely-missed" | "unclear";

const SIGNS: readonly (readonly [string, Operator])[] = [
  ["大于或等于", ">="],
  ["小于或等于", "<="],
  ["大于等于", ">="],
  ["小于等于", "<="],
  ["不低于", ">="],
  ["不少于", ">="],
  ["不小于", ">="],
  ["不超过", "<="],
  ["不高于", "<="],
  ["不多于", "<="],
  ["不大于", "<="],
  ["控制在", "<="],
  ["至少", ">="],
  ["大于", ">"],
  ["超过", ">"],
  ["高于", ">"],
  ["小于", "<"],
  ["低于", "<"],
  ["少于", "<"],
  ["等于", "="],
  [">=", ">="],
  ["=>", ">="],
  ["<=", "<="],
  ["=<", "<="],
  ["≥", ">="],
  ["≧", ">="],
  ["⩾", ">="],
  ["≤", "<="],
  ["≦", "<="],
  ["⩽", "<="],
  [">", ">"],
  ["<", "<"],
  ["=", "="],
];
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?`;
const MEASURE = new RegExp(
  `^(${NUMBER})([%‰]?)(?:(?:-|~|—|–|至|到)(${NUMBER}))?([%‰]|[\\p{L}²³㎡/]{0,12})$`,
  "u",
);
/** Behind the number: 50个以上, 90万元以内. */
const BEHIND: readonly (readonly [RegExp, Operator])[] = [
  [/(?:及以上|以上|或以上)$/u, ">="],
  [/(?:及以下|以下|以内|之内)$/u, "<="],
];
/** What officers put before an actual value. */
const LEADING = /^(?:实际)?(?:已)?(?:完成|达到|达|为)?(?:了)?/u;

/** Reads one written target or value; undefined for words. */
export function parseMeasure(text: string): Measure | undefined {
  let rest = fold(text)
    .replace(/[\s\u200b\ufeff]+/gu, "")
    .replace(/[。;,]$/u, "");
  let operator: Operator | undefined;
  const sign = SIGNS.find(([word]) => rest.startsWith(word));
  if (sign !== undefined) {
    operator = sign[1];
    rest = rest.slice(sign[0].length);
  } else rest = rest.replace(LEADING, "");
  for (const [pattern, meant] of BEHIND) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, "");
    operator ??= meant;
  }
  const match = MEASURE.exec(rest);
  if (match === null) return undefined;
  const [, number, sign1, upper, word] = match;
  const unit = word === "" ? sign1! : word!;
  const { dimension, power } = unitOfWord(unit);
  const scaled = (digits: string): Decimal => new Decimal(digits.replaceAll(",", "")).times(tenTo(power));
  return {
    operator,
    value: scaled(number!),
    to: upper === undefined ? undefined : scaled(upper),
    unit,
    dimension,
  };
}

function unitOfWord(word: string): { readonly dimension: string; readonly power: number } {
  if (word === "") return { dimension: "", power: 0 };
  // The systems that print these forms write % out, sometimes behind the sign: 100百分比, 100%百分比.
  if (/^%?(?:百分比|百分之|百分点)$/u.test(word)) return { dimension: "rate", power: -2 };
  const unit = gluedUnit(word);
  if (unit === undefined) return { dimension: `other:${word}`, power: 0 };
  const dimension = unit.dimension === "count" ? `count:${countKind(unit.base)}` : unit.dimension;
  return { dimension, power: unit.power };
}

/**
 * Whether an actual value reaches its target.
 * @param lessIsBetter for a target without a sign: of costs and durations less is better
 */
export function reached(target: Measure, actual: Measure, lessIsBetter: boolean): Reached {
  const pair = alike(target, actual);
  if (pair === undefined) return "unclear";
  const [wanted, got] = pair;
  // Of a rate of half or more (及时率, 完成率) less is never better, whatever the indicator is about.
  const less = lessIsBetter && !(wanted.dimension === "rate" && wanted.value.greaterThanOrEqualTo("0.5"));
  const bound = got.operator === "=" ? undefined : got.operator;
  if (wanted.to !== undefined) {
    if (got.to !== undefined || bound !== undefined) return "unclear";
    return got.value.greaterThanOrEqualTo(wanted.value) && got.value.lessThanOrEqualTo(wanted.to)
      ? "met"
      : "missed";
  }
  if (got.to !== undefined) return "unclear";
  const order = got.value.comparedTo(wanted.value);
  if (bound !== undefined) return ofBounds(wanted.operator, bound, order);
  switch (wanted.operator) {
    case undefined:
      return order === 0 || (less ? order < 0 : order > 0) ? "met" : "likely-missed";
    case "=":
      // Officers write =100个 and mean at least: only the worse side is a miss.
      return order === 0 ? "met" : (less ? order < 0 : order > 0) ? "unclear" : "missed";
    case ">=":
      return order >= 0 ? "met" : "missed";
    case "<=":
      return order <= 0 ? "met" : "missed";
    case ">":
      return order > 0 ? "met" : "missed";
    case "<":
      return order < 0 ? "met" : "missed";
  }
}

/** An actual value that is a bound itself reaches a bound of its own direction, where it is as tight. */
function ofBounds(wanted: Operator | undefined, got: Operator, order: number): Reached {
  if (wanted?.charAt(0) !== got.charAt(0)) return "unclear";
  const tighter = got.startsWith(">") ? order : -order;
  // >50 is as tight as ≥50, ≥50 not as >50.
  return tighter > 0 || (tighter === 0 && got.length <= wanted.length) ? "met" : "unclear";
}

/** Both in one dimension; a side without a unit takes the other's. */
function alike(target: Measure, actual: Measure): readonly [Measure, Measure] | undefined {
  if (target.dimension === actual.dimension) return [target, actual];
  if (actual.dimension === "any") return isCounted(target) ? [target, actual] : undefined;
  if (target.dimension === "any") return isCounted(actual) ? [target, actual] : undefined;
  if (actual.dimension === "") return [target, withUnitOf(actual, target)];
  if (target.dimension === "") return [withUnitOf(target, actual), actual];
  return undefined;
}

/** What a bare 万 or 亿 can be of; beside a number without any unit it may be meant for both or for one. */
function isCounted({ dimension }: Measure): boolean {
  return dimension === "money" || dimension.startsWith("count:");
}

function withUnitOf(bare: Measure, other: Measure): Measure {
  const factor = tenTo(powerOf(bare.value, other));
  return {
    ...bare,
    value: bare.value.times(factor),
    to: bare.to?.times(factor),
    dimension: other.dimension,
    unit: other.unit,
  };
}

/** The power of ten that a number without a unit is meant with beside a written one. */
function powerOf(bare: Decimal, other: Measure): number {
  const { power } = unitOfWord(other.unit);
  // 0.95 beside 95% is a fraction, 95 are points; nobody's target is 1% or less of something.
  if (other.dimension === "rate")
    return bare.lessThanOrEqualTo(1) && other.value.greaterThan("0.02") ? 0 : power;
  // 1.6 beside 1.5万人 are 万人, 15600 are people: whichever is nearer.
  return bare.times(bare).times(tenTo(power)).greaterThan(other.value.times(other.value)) ? 0 : power;
}
