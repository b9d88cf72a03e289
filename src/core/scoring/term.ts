/**
 * The arithmetic of a score as a tree, from which its exact value, its cells and its live formula all come, so that
 * they cannot say different things.
 *
 * Live formulas keep the forms that spreadsheet programs agree on: ROUND(x+SIGN(x)*0.0000000001,2) for a score and
 * ROUND(a-b,8)>=0 for a band test. Both forms have limits, checked here without floats; beyond them the sheet carries
 * the value.
 */
import { SCORING_TEXTS } from "../../texts/scoring";
import type { Text } from "../pack/pack";
import type { SheetArea } from "../workbook/address";
import * as fraction from "./fraction";
import type { Fraction } from "./fraction";

export type Term =
  /** A constant of the pack; plain decimal. */
  | { readonly kind: "number"; readonly value: string }
  /** Figures of the workbook, with the formula text that gives them in a cell, or why there is none. */
  | {
      readonly kind: "figure";
      readonly value: Fraction;
      readonly cells: readonly SheetArea[];
      readonly formula:
        | { readonly ok: true; readonly formula: string }
        | { readonly ok: false; readonly why: Text };
    }
  /** A value that no formula can carry. */
  | {
      readonly kind: "fixed";
      readonly value: Fraction;
      readonly cells: readonly SheetArea[];
      readonly why: Text;
    }
  | { readonly kind: "+" | "-" | "*" | "/"; readonly left: Term; readonly right: Term }
  | { readonly kind: "least" | "greatest"; readonly terms: readonly Term[] }
  /** The first test that holds decides. */
  | { readonly kind: "choose"; readonly tests: readonly Test[]; readonly otherwise: Term };

export interface Test {
  readonly left: Term;
  readonly relation: ">=" | "<=";
  readonly right: Term;
  readonly then: Term;
}

export function number(value: string): Term {
  return { kind: "number", value };
}

export function plus(left: Term, right: Term): Term {
  return { kind: "+", left, right };
}

export function minus(left: Term, right: Term): Term {
  return { kind: "-", left, right };
}

export function times(left: Term, right: Term): Term {
  return { kind: "*", left, right };
}

export function over(left: Term, right: Term): Term {
  return { kind: "/", left, right };
}

/** The term held between 0 and the maximum. */
export function within(term: Term, max: string): Term {
  return {
    kind: "greatest",
    terms: [number("0"), { kind: "least", terms: [number(max), term] }],
  };
}

/** Exact value; undefined where the term divides by 0. */
export function valueOf(term: Term): Fraction | undefined {
  switch (term.kind) {
    case "number":
      return fraction.fractionOf(term.value);
    case "figure":
    case "fixed":
      return term.value;
    case "+":
    case "-":
    case "*":
    case "/": {
      const left = valueOf(term.left);
      const right = valueOf(term.right);
      if (left === undefined || right === undefined) return undefined;
      switch (term.kind) {
        case "+":
          return fraction.add(left, right);
        case "-":
          return fraction.subtract(left, right);
        case "*":
          return fraction.multiply(left, right);
        case "/":
          return right.n === 0n ? undefined : fraction.divide(left, right);
      }
    }
    case "least":
    case "greatest": {
      const wanted = term.kind === "least" ? -1 : 1;
      let best: Fraction | undefined;
      for (const each of term.terms) {
        const value = valueOf(each);
        if (value === undefined) return undefined;
        if (best === undefined || fraction.compare(value, best) === wanted) best = value;
      }
      return best;
    }
    case "choose": {
      for (const test of term.tests) {
        const left = valueOf(test.left);
        const right = valueOf(test.right);
        if (left === undefined || right === undefined) return undefined;
        const order = fraction.compare(left, right);
        if (test.relation === ">=" ? order >= 0 : order <= 0) return valueOf(test.then);
      }
      return valueOf(term.otherwise);
    }
  }
}

/** Every cell that the term stands on, in order. */
export function cellsOf(term: Term): readonly SheetArea[] {
  const found = new Map<string, SheetArea>();
  const visit = (each: Term): void => {
    switch (each.kind) {
      case "number":
        return;
      case "figure":
      case "fixed":
        for (const cell of each.cells) {
          found.set(JSON.stringify([cell.sheet, cell.top, cell.left, cell.bottom, cell.right]), cell);
        }
        return;
      case "least":
      case "greatest":
        each.terms.forEach(visit);
        return;
      case "choose":
        for (const test of each.tests) [test.left, test.right, test.then].forEach(visit);
        visit(each.otherwise);
        return;
      default:
        visit(each.left);
        visit(each.right);
    }
  };
  visit(term);
  return [...found.values()];
}

export type Formula =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: Text };

/** Longest formula that a cell takes; Excel's limit is 8192 characters. */
const MAX_FORMULA = 8000;
/** The nudge is 10^-10; what lies nearer to a tie than twice that, yet not on it, could be rounded the wrong way. */
const TIE_MARGIN = fraction.fractionOf("0.0000000002");
/** Above this a float's step passes the nudge. */
const SCORE_LIMIT = fraction.fractionOf("100000");
/** Band tests are rounded to 8 decimals. */
const BAND_MARGIN = fraction.fractionOf("0.00000001");
const BAND_LIMIT = fraction.fractionOf("1000000");

/** The formula, without "=", that gives the score rounded to that many decimals; or why the sheet carries the value. */
export function scoreFormula(term: Term, decimals: number): Formula {
  const value = valueOf(term);
  if (value === undefined) return { ok: false, why: SCORING_TEXTS.divisionByZero() };
  if (fraction.compare(fraction.magnitude(value), SCORE_LIMIT) >= 0) {
    return { ok: false, why: SCORING_TEXTS.tooLargeForFormula() };
  }
  const distance = fraction.distanceFromTie(value, decimals);
  if (distance.n !== 0n && fraction.compare(distance, TIE_MARGIN) <= 0) {
    return { ok: false, why: SCORING_TEXTS.nearTie() };
  }
  const written = write(term);
  if (!written.ok) return written;
  const x = written.text;
  const text = `ROUND(${x}+SIGN(${x})*0.0000000001,${decimals})`;
  if (text.length > MAX_FORMULA) return { ok: false, why: SCORING_TEXTS.formulaTooLong() };
  return { ok: true, text };
}

/** The term as formula text; sums and products inside are bracketed where they must be. */
function write(term: Term): Formula {
  switch (term.kind) {
    case "number":
      return { ok: true, text: term.value };
    case "figure":
      return term.formula.ok ? { ok: true, text: bracketed(term.formula.formula) } : term.formula;
    case "fixed":
      return { ok: false, why: term.why };
    case "+":
    case "-":
    case "*":
    case "/":
      return join([term.left, term.right], ([left, right]) => `(${left}${term.kind}${right})`);
    case "least":
      return join(term.terms, (texts) => `MIN(${texts.join(",")})`);
    case "greatest":
      return join(term.terms, (texts) => `MAX(${texts.join(",")})`);
    case "choose": {
      let text = write(term.otherwise);
      for (const test of [...term.tests].reverse()) {
        if (!text.ok) return text;
        const otherwise = text.text;
        if (!bandHolds(test)) return { ok: false, why: SCORING_TEXTS.nearBand() };
        text = join(
          [test.left, test.right, test.then],
          ([left, right, then]) => `IF(ROUND(${left}-${right},8)${test.relation}0,${then},${otherwise})`,
        );
      }
      return text;
    }
  }
}

/** True where the rounded test in the sheet must come out as the exact one. */
function bandHolds(test: Test): boolean {
  const left = valueOf(test.left);
  const right = valueOf(test.right);
  if (left === undefined || right === undefined) return false;
  if (fraction.compare(fraction.magnitude(left), BAND_LIMIT) >= 0) return false;
  const difference = fraction.magnitude(fraction.subtract(left, right));
  return difference.n === 0n || fraction.compare(difference, BAND_MARGIN) >= 0;
}

function join(terms: readonly Term[], made: (texts: readonly string[]) => string): Formula {
  const texts: string[] = [];
  for (const term of terms) {
    const written = write(term);
    if (!written.ok) return written;
    texts.push(written.text);
  }
  return { ok: true, text: made(texts) };
}

/** Brackets around a formula that has an operator outside brackets and quotes. */
function bracketed(formula: string): string {
  let depth = 0;
  let quoted = false;
  for (const character of formula) {
    if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (depth === 0 && "+-*/<>=&^ ".includes(character)) return `(${formula})`;
  }
  return formula;
}
