/** The one configured decimal type: 40 significant digits, half away from zero (四舍五入). */
import { Decimal as Base } from "decimal.js";

/** Exponential notation is never wanted in a figure, so its thresholds are out of reach. */
export const Decimal = Base.clone({
  precision: 40,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = Base;

/** units × 10^-scale, exactly. */
export function decimalOf(units: number | bigint, scale: number): Decimal {
  const text = typeof units === "bigint" ? units.toString() : String(units);
  return new Decimal(scale === 0 ? text : `${text}e${-scale}`);
}

/** Plain decimal text without exponent, without a sign on zero: "-0.1", "218462.48", "0". */
export function plain(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}

/** Rounded half away from zero to exactly that many decimals: "14.30". */
export function fixed(value: Decimal, decimals: number): string {
  const rounded = value.toDecimalPlaces(decimals, Base.ROUND_HALF_UP);
  return rounded.isZero() ? new Decimal(0).toFixed(decimals) : rounded.toFixed(decimals);
}

/** 10^power as an exact decimal. */
export function tenTo(power: number): Decimal {
  return new Decimal(`1e${power}`);
}
