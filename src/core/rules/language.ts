/**
 * The rule language: formulas over table and column names that officers can read, typed, exact, and held to the cells
 * they speak of. This is the room's door; docs/rules.md is its manual.
 */
import type Decimal from "decimal.js";
import type { Unit } from "../figures/unit";
import type { Language, Pack, Text } from "../pack/pack";
import type { Recognition } from "../tables/table";
import type { SheetArea } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Expression, Formula, ParseFailure, RuleError } from "./syntax";

export type { Condition, Expression, Formula, ParseFailure, RuleError } from "./syntax";

/** Names looked up, types checked. What is inside is this room's own business. */
export interface CompiledFormula {
  readonly kind: "formula";
  readonly source: string;
  readonly formula: Formula;
}
export interface CompiledExpression {
  readonly kind: "expression";
  readonly source: string;
  readonly expression: Expression;
}
/** A workbook's tables as rules see them: figure columns, keys and groups, each read once. */
export interface RuleContext {
  readonly pack: Pack;
  readonly recognition: Recognition;
  readonly workbook: WorkbookSnapshot;
}

export type Compiled<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly RuleError[] };

export type Evaluated =
  | {
      readonly ok: true;
      /** In `unit`; a quotient is a fraction. */
      readonly value: Decimal;
      readonly unit: Unit;
      readonly cells: readonly SheetArea[];
      /** The arithmetic in figures: "142565.84 ÷ 142900.108". */
      readonly text: string;
    }
  | { readonly ok: false; readonly why: Text; readonly cells: readonly SheetArea[] };

export type ExcelText =
  | {
      readonly ok: true;
      /** Without "=". */
      readonly formula: string;
      /** The cells that it reads. */
      readonly references: readonly SheetArea[];
    }
  | { readonly ok: false; readonly why: Text };

export declare function parseFormula(
  text: string,
): { readonly ok: true; readonly formula: Formula } | ParseFailure;
export declare function parseExpression(
  text: string,
): { readonly ok: true; readonly expression: Expression } | ParseFailure;
export declare function compileFormula(text: string, pack: Pack): Compiled<CompiledFormula>;
/** An expression that gives one value: aggregates and literals, no bare column. */
export declare function compileExpression(text: string, pack: Pack): Compiled<CompiledExpression>;
export declare function createContext(
  pack: Pack,
  recognition: Recognition,
  workbook: WorkbookSnapshot,
): RuleContext;
/** Never throws; what cannot be calculated comes with why. */
export declare function evaluateExpression(compiled: CompiledExpression, context: RuleContext): Evaluated;
/** Live formula text of the same value, within what every engine calculates alike; or why there is none. Money is in the unit that `evaluateExpression` gives. */
export declare function excelFormula(compiled: CompiledExpression, context: RuleContext): ExcelText;
/** Canonical text, in Chinese or English keywords; parsing it gives the same formula. */
export declare function renderFormula(formula: Formula, language: Language): string;
/** A rendering for people: labels of the pack instead of names. */
export declare function describe(formula: Formula, language: Language, pack: Pack): string;
export declare function describeExpression(expression: Expression, language: Language, pack: Pack): string;
/** Tables that a formula or expression needs, by id. */
export declare function tablesOf(compiled: CompiledFormula | CompiledExpression): readonly string[];
