/** Statements: what a sentence says about its figures, before anyone asks whether it is true. */
import type { TextFigure } from "./sentences";

/** A total with its listed parts. */
export interface PartsStatement {
  readonly kind: "parts";
  /** Most likely first; one of them is meant. */
  readonly totals: readonly [TextFigure, ...TextFigure[]];
  readonly parts: readonly TextFigure[];
  /** The list says or shows that nothing is left out. */
  readonly complete: boolean;
  /** The total is told apart surely. */
  readonly certain: boolean;
}

export interface RatePair {
  readonly of: TextFigure;
  readonly over: TextFigure;
}

/** A rate with its two amounts. */
export interface RateStatement {
  readonly kind: "rate";
  readonly rate: TextFigure;
  /** Pairs that may be meant, most likely first; no denominator is zero. */
  readonly pairs: readonly [RatePair, ...RatePair[]];
  readonly certain: boolean;
}

/** What is left of an amount. */
export interface BalanceStatement {
  readonly kind: "balance";
  readonly balance: TextFigure;
  /** Of which one it may be left, or of their sum; the nearest first. */
  readonly amounts: readonly [TextFigure, ...TextFigure[]];
  readonly spent: TextFigure;
  readonly certain: boolean;
}

/** "A与B一致". */
export interface EqualStatement {
  readonly kind: "equal";
  readonly left: TextFigure;
  readonly right: TextFigure;
}

/** Started, completed, mended out of planned, found. */
export interface OutOfStatement {
  readonly kind: "out-of";
  readonly part: TextFigure;
  readonly whole: TextFigure;
}

export type Statement = PartsStatement | RateStatement | BalanceStatement | EqualStatement | OutOfStatement;

/** Same kind of quantity, so that they can be added or compared: money with money, 户 with 户. */
export function alike(a: TextFigure, b: TextFigure): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind === "money" || a.kind === "rate" || a.unit.name === b.unit.name;
}

/** No sentence of prose has more; a table that lost its lines may, and says nothing that could be read. */
const MOST_FIGURES = 120;

/** Figures of a sentence that can take part in arithmetic. */
export function exact(figures: readonly TextFigure[]): readonly TextFigure[] {
  if (figures.length > MOST_FIGURES) return [];
  return figures.filter(
    (figure) => !figure.approximate && figure.kind !== "days" && figure.kind !== "points",
  );
}
