/** The formulas and expressions of a pack: whether they compile, and checks that can never find anything. */
import { derivedColumns } from "./derived";
import { PACK_TEXTS } from "../../texts/pack";
import { moneyUnit } from "../figures/unit";
import {
  type Compiled,
  type Condition,
  compileExpression,
  compileFormula,
  type Expression,
  type Formula,
  renderFormula,
} from "../rules/language";
import type { ColumnSpec, Pack } from "./pack";
import { type PackProblem, packError } from "./problem";

export function lintChecks(pack: Pack): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  /** Canonical text of a formula → the check that has it. */
  const seen = new Map<string, string>();
  pack.checks.forEach((check, index) => {
    const unit = (check.tolerance ?? "").replace(/^.*[0-9.]/su, "");
    if (unit !== "" && moneyUnit(unit) === undefined) {
      problems.push(packError(`checks[${index}].tolerance`, PACK_TEXTS.unknownTolerance(unit)));
    }
    check.formulas.forEach((text, number) => {
      const path = `checks[${index}].formulas[${number}]`;
      const compiled = compileFormula(text, pack);
      if (!compiled.ok) {
        problems.push(...errorsOf(compiled, text, path));
        return;
      }
      const { formula } = compiled.value;
      const warning = (message: PackProblem["message"]): PackProblem => ({ level: "warning", path, message });
      problems.push(...unreachable(formula, pack).map(warning));
      const canonical = renderFormula(formula, "en");
      const before = seen.get(canonical);
      if (before === undefined) seen.set(canonical, check.id);
      else problems.push(warning(PACK_TEXTS.sameFormula(before)));
    });
  });
  return problems;
}

/** Errors of an expression that gives one value. */
export function lintExpression(text: string, pack: Pack, path: string): readonly PackProblem[] {
  const compiled = compileExpression(text, pack);
  return compiled.ok ? [] : errorsOf(compiled, text, path);
}

function errorsOf(
  compiled: Extract<Compiled<unknown>, { ok: false }>,
  text: string,
  path: string,
): readonly PackProblem[] {
  return compiled.errors.map(({ position, length, message }) =>
    packError(
      path,
      PACK_TEXTS.formula(message, position + 1, text.slice(position, position + Math.min(length, 40))),
    ),
  );
}

type Message = PackProblem["message"];

/** Why a formula that compiles can still never find anything; none where it can. */
function unreachable(formula: Formula, pack: Pack): readonly Message[] {
  const found: Message[] = [];
  const { condition } = formula;
  if (condition.kind === "compare" && withoutPlaces(condition.left) === withoutPlaces(condition.right)) {
    found.push(PACK_TEXTS.alwaysEqual());
  }
  const workedOut = derivedNames(pack);
  const column = (expression: Expression): ColumnSpec | undefined =>
    expression.kind === "column"
      ? pack.tables
          .find(({ name }) => name === expression.table)
          ?.columns.find(({ name }) => name === expression.column)
      : undefined;
  const neverMember = (left: Expression, right: Expression): void => {
    const dimension = pack.dimensions.find(({ name }) => name === column(left)?.dimension);
    if (dimension?.kind !== "members" || right.kind !== "text" || column(left)?.type !== "key") return;
    const known = dimension.members?.some(
      ({ name, synonyms }) => name === right.value || synonyms.includes(right.value),
    );
    if (known !== true) found.push(PACK_TEXTS.neverTrue(right.value, dimension.name));
  };
  const inExpression = (expression: Expression): void => {
    switch (expression.kind) {
      case "column":
        if (column(expression)?.headers.length === 0 && !workedOut.has(nameOf(expression)))
          found.push(PACK_TEXTS.columnWithoutHeaders(nameOf(expression)));
        return;
      case "negate":
        inExpression(expression.operand);
        return;
      case "arithmetic":
        inExpression(expression.left);
        inExpression(expression.right);
        return;
      case "call":
        expression.operands.forEach(inExpression);
        if (expression.where !== undefined) inCondition(expression.where);
        return;
      case "number":
      case "text":
      case "table":
      case "every-column":
        return;
    }
  };
  const inCondition = (each: Condition): void => {
    switch (each.kind) {
      case "compare":
        if (each.operator === "=") {
          neverMember(each.left, each.right);
          neverMember(each.right, each.left);
        }
        inExpression(each.left);
        inExpression(each.right);
        return;
      case "and":
      case "or":
        inCondition(each.left);
        inCondition(each.right);
        return;
      case "not":
        inCondition(each.operand);
        return;
      case "in":
        for (const value of each.values) neverMember(each.operand, value);
        inExpression(each.operand);
        return;
      case "present":
        inExpression(each.operand);
        return;
      case "unique":
      case "same":
        each.columns.forEach(inExpression);
        return;
    }
  };
  inCondition(condition);
  if (formula.where !== undefined) inCondition(formula.where);
  return found;
}

/** A tree as text, without where its parts stood. */
function withoutPlaces(expression: Expression): string {
  return JSON.stringify(expression, (name, value: unknown) => (name === "at" ? undefined : value));
}

function nameOf({ table, column }: Extract<Expression, { kind: "column" }>): string {
  return `${table}.${column}`;
}

/** "table.column", by name, of the columns that a form works out. */
function derivedNames(pack: Pack): ReadonlySet<string> {
  const derived = derivedColumns(pack);
  return new Set(
    pack.tables.flatMap((table) =>
      table.columns
        .filter(({ id }) => derived.has(`${table.id}.${id}`))
        .map(({ name }) => `${table.name}.${name}`),
    ),
  );
}
