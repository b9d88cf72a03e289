/** The workbook as scoring methods ask for it: expressions of the pack read once each, checks by id. */
import { SCORING_TEXTS } from "../../texts/scoring";
import type { CheckResult } from "../checks/finding";
import type { Pack } from "../pack/pack";
import {
  compileExpression,
  evaluateExpression,
  type ExcelText,
  excelFormula,
  type RuleContext,
} from "../rules/language";
import { areasOf, type SheetArea } from "../workbook/address";
import { fractionOf } from "./fraction";
import type { CheckState, Reading, ScoringInput } from "./prepared";

/** @param readings by expression, those that still hold; further ones are added */
export function scoringInput(
  pack: Pack,
  context: RuleContext,
  checks: CheckResult,
  readings: Map<string, Reading> = new Map(),
): ScoringInput {
  return {
    read: (expression) => {
      let reading = readings.get(expression);
      if (reading === undefined) {
        reading = readExpression(expression, pack, context);
        readings.set(expression, reading);
      }
      return reading;
    },
    check: (id) => checkState(id, checks),
  };
}

function readExpression(text: string, pack: Pack, context: RuleContext): Reading {
  const compiled = compileExpression(text, pack);
  if (!compiled.ok) {
    return { ok: false, why: SCORING_TEXTS.expressionFaulty(text, compiled.errors[0]!.message), cells: [] };
  }
  const evaluated = evaluateExpression(compiled.value, context);
  if (!evaluated.ok) return evaluated;
  const formula = excelFormula(compiled.value, context);
  return {
    ok: true,
    value: fractionOf(evaluated.value.toFixed()),
    unit: evaluated.unit,
    cells: toldCells(evaluated.cells, formula),
    text: evaluated.text,
    formula: formula.ok ? { ok: true, formula: formula.formula } : { ok: false, why: formula.why },
  };
}

/** More areas than these no reader follows one by one. */
const MAX_AREAS = 20;

/** The figures' cells; where there are none (a count of rows) or far too many, the ranges that the formula reads. */
function toldCells(cells: readonly SheetArea[], formula: ExcelText): readonly SheetArea[] {
  return formula.ok && (cells.length === 0 || cells.length > MAX_AREAS) ? formula.references : cells;
}

/** A check fails by an error, explained or not; one that did not fail but could not run everywhere is not passed. */
function checkState(id: string, checks: CheckResult): CheckState {
  const errors = checks.findings.filter(({ rule, severity }) => rule === id && severity === "error");
  if (errors.length > 0) {
    const cells = errors.flatMap(({ cell }) => (cell === undefined ? [] : [cell]));
    return { kind: "failed", errors: errors.length, cells: areasOf(cells) };
  }
  const stopped = checks.notRun.find(({ rule }) => rule === id);
  return stopped === undefined ? { kind: "passed" } : { kind: "not-run", why: stopped.why };
}
