/**
 * A figure: an exact decimal with its unit, its written precision and the cell it came from.
 * A column of figures is typed storage, since a ledger has hundreds of thousands of rows.
 */
import type { Unit } from "./unit";

/**
 * One column of a table as figures; index i is the i-th of the rows it was read for.
 * value(i) = (big ?? units)[i] × 10^-scale, in `unit`.
 */
export interface FigureColumn {
  readonly unit: Unit;
  readonly length: number;
  /** NOTHING, FIGURE, NOT_A_NUMBER, ERROR_VALUE or NOT_CALCULATED of each. */
  readonly states: Uint8Array;
  readonly scale: number;
  /** Integers; exact while every |units[i]| is at most Number.MAX_SAFE_INTEGER, else `big` is given. */
  readonly units: Float64Array;
  readonly big: readonly bigint[] | undefined;
  /** Written precision of each figure, ≥ its own decimals. */
  readonly decimals: Uint8Array;
  /** 1 where the figure was held as text. */
  readonly fromText: Uint8Array;
  /** CONVERTED and SHOWN_OTHERWISE of each figure, added up. */
  readonly marks: Uint8Array;
}

/** The cell holds another unit than the column (glued to the text, or told by its number format); converted exactly. */
export const CONVERTED = 1;
/** The number format shows another unit, a date, a percentage or nothing where the stored value is taken. */
export const SHOWN_OTHERWISE = 2;

/** Blank, -, —, /, 无: counts 0 in sums, adds nothing to the tolerance. */
export const NOTHING = 0;
export const FIGURE = 1;
/** Text that is no figure. */
export const NOT_A_NUMBER = 2;
/** #REF!, #DIV/0! … */
export const ERROR_VALUE = 3;
/** A formula without a stored value. */
export const NOT_CALCULATED = 4;
