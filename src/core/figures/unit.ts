/** Units of the field: what kind of quantity a figure is, and its power of ten over the base unit. */

/** Money is in 元 times a power of ten; counts (户, 人, 个…) are exact; a rate is a fraction. */
export type Dimension = "money" | "count" | "rate" | "date" | "days" | "text";

export interface Unit {
  readonly dimension: Dimension;
  /** As written in the field: 万元, 户, %; "" where a quantity has none. */
  readonly name: string;
  /** Value in the base unit = value × 10^power. 万元: 4, 元: 0, % of a rate: -2, counts: 0. */
  readonly power: number;
}

export const MONEY_UNITS: readonly Unit[] = [
  { dimension: "money", name: "元", power: 0 },
  { dimension: "money", name: "百元", power: 2 },
  { dimension: "money", name: "千元", power: 3 },
  { dimension: "money", name: "万元", power: 4 },
  { dimension: "money", name: "百万元", power: 6 },
  { dimension: "money", name: "千万元", power: 7 },
  { dimension: "money", name: "亿元", power: 8 },
];

export const FRACTION: Unit = { dimension: "rate", name: "", power: 0 };
export const PERCENT: Unit = { dimension: "rate", name: "%", power: -2 };
export const DATE: Unit = { dimension: "date", name: "", power: 0 };
export const DAYS: Unit = { dimension: "days", name: "天", power: 0 };
export const TEXT: Unit = { dimension: "text", name: "", power: 0 };

/** A counting unit such as 户, 人, 个. */
export function countUnit(name: string): Unit {
  return { dimension: "count", name, power: 0 };
}

/** The money unit of that exact name, e.g. "万元"; undefined for anything else. */
export function moneyUnit(name: string): Unit | undefined {
  return MONEY_UNITS.find((unit) => unit.name === name);
}
