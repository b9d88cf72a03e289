/**
 * The syntax of the rule language as trees: what a formula says, before names are looked up.
 * `at` counts characters of the formula's text from 0; it takes no part in whether two formulas are the same.
 */
import type { Text } from "../pack/pack";

export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ArithmeticOperator = "+" | "-" | "*" | "/";
export type ComparisonOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";
export type FunctionName =
  | "SUM"
  | "COUNT"
  | "TOTAL"
  | "TOTALROW"
  | "DAYS"
  | "WORKDAYS"
  | "ROUND"
  | "MIN"
  | "MAX"
  | "ABS";

export type Expression =
  /** Plain decimal and the unit glued on: 0.05万元; "" for none. */
  | { readonly kind: "number"; readonly value: string; readonly unit: string; readonly at: Span }
  | { readonly kind: "text"; readonly value: string; readonly at: Span }
  /** 表.列; `column` may name a dimension inside FOR EACH. */
  | { readonly kind: "column"; readonly table: string; readonly column: string; readonly at: Span }
  /** 表.* */
  | { readonly kind: "every-column"; readonly table: string; readonly at: Span }
  /** A table alone, as COUNT takes it. */
  | { readonly kind: "table"; readonly table: string; readonly at: Span }
  | { readonly kind: "negate"; readonly operand: Expression; readonly at: Span }
  | {
      readonly kind: "arithmetic";
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Span;
    }
  | {
      readonly kind: "call";
      readonly name: FunctionName;
      readonly operands: readonly Expression[];
      readonly where: Condition | undefined;
      readonly at: Span;
    };

export type Condition =
  | {
      readonly kind: "compare";
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Span;
    }
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition; readonly at: Span }
  | { readonly kind: "not"; readonly operand: Condition; readonly at: Span }
  | {
      readonly kind: "in";
      readonly operand: Expression;
      readonly values: readonly Expression[];
      readonly at: Span;
    }
  | { readonly kind: "present"; readonly operand: Expression; readonly at: Span }
  | { readonly kind: "unique" | "same"; readonly columns: readonly Expression[]; readonly at: Span };

/** One rule: what must hold, for each key of the dimensions named, in the rows that `where` picks. */
export interface Formula {
  readonly forEach: readonly { readonly name: string; readonly at: Span }[];
  readonly condition: Condition;
  readonly where: Condition | undefined;
}

/** What is wrong with a formula and where. */
export interface RuleError {
  /** First character, from 0. */
  readonly position: number;
  /** Characters concerned, at least 1. */
  readonly length: number;
  readonly message: Text;
}

export interface ParseFailure extends RuleError {
  readonly ok: false;
  /** What could have stood there, as words of the language or kinds of things. */
  readonly expected: readonly string[];
}
