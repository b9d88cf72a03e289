/**
 * The rule language: formulas over table and column names that officers can read, typed, exact, and held to the cells
 * they speak of. This is the room's door; docs/rules.md is its manual.
 */
export {
  type Compiled,
  type CompiledExpression,
  type CompiledFormula,
  compileExpression,
  compileFormula,
} from "./compile";
export type { ComparedSide, Comparison, Judging, RuleRun } from "./compare";
export { createContext, type RuleContext } from "./context";
export { describe } from "./describe";
export { type Evaluated, evaluateExpression } from "./evaluate";
export { type ExcelText, excelFormula } from "./excel";
export { parseExpression, parseFormula } from "./parse";
export { renderExpression, renderFormula } from "./render";
export { type BodyRuns, runFormula } from "./run";
export type { Condition, Expression, Formula, ParseFailure, RuleError } from "./syntax";
export type { Stop } from "./trace";
import type { CompiledExpression, CompiledFormula } from "./compile";

/** Ids of the tables that a formula or expression needs. */
export function tablesOf(compiled: CompiledFormula | CompiledExpression): readonly string[] {
  const tables =
    compiled.kind === "expression" ? compiled.tables : compiled.bodies.flatMap((body) => [...body.tables]);
  return [...new Set(tables.map(({ id }) => id))];
}
