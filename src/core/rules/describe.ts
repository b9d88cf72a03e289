/** How a rule reads to people: the tables' and columns' own labels, sums and totals in words. */
import { DESCRIBE } from "../../texts/rules-words";
import type { ColumnSpec, Language, Pack, TableSpec } from "../pack/pack";
import { BINDING } from "./names";
import type { Condition, Expression, Formula } from "./syntax";

/** What is known while describing a rule that compiles, whose names all stand for something. */
export interface Words {
  readonly language: Language;
  readonly pack: Pack;
  /** The table that needs no naming, since all is about it. */
  readonly table: string | undefined;
}

/** "到户＋到乡＋到村＋到县 = 资产原值", with the table named where the rule looks at more than one. */
export function describe(formula: Formula, language: Language, pack: Pack): string {
  const tables = new Set<string>();
  tablesNamed(formula.condition, tables, pack);
  const words: Words = { language, pack, table: tables.size === 1 ? [...tables][0] : undefined };
  const keys = formula.forEach.map(
    ({ name }) => pack.dimensions.find((one) => one.name === name)!.label[language],
  );
  const body = describeCondition(formula.condition, words);
  const where =
    formula.where === undefined ? "" : DESCRIBE.where(describeCondition(formula.where, words))[language];
  return (keys.length === 0 ? body : DESCRIBE.forEach(keys, body)[language]) + where;
}

function tableOf(name: string, pack: Pack): TableSpec {
  return pack.tables.find((table) => table.name === name) ?? pack.tables.find((table) => table.id === name)!;
}

function columnOf(table: TableSpec, name: string): ColumnSpec | undefined {
  return (
    table.columns.find((column) => column.name === name) ?? table.columns.find((column) => column.id === name)
  );
}

function words(expression: Expression, context: Words): string {
  const { language, pack } = context;
  switch (expression.kind) {
    case "number":
      return expression.value + expression.unit;
    case "text":
      return DESCRIBE.quoted(expression.value)[language];
    case "table":
      return tableOf(expression.table, pack).label[language];
    case "every-column":
      return named(expression.table, DESCRIBE.everyColumn()[language], context);
    case "column": {
      // What is no column is the dimension whose members are columns.
      const { label } =
        columnOf(tableOf(expression.table, pack), expression.column) ??
        pack.dimensions.find(({ name }) => name === expression.column)!;
      return named(expression.table, label[language], context);
    }
    case "negate":
      // Tighter than any operator: -(a - b) is not -a - b.
      return `-${bracketed(expression.operand, 3, true, context)}`;
    case "arithmetic": {
      const { operator, left, right } = expression;
      const sign = DESCRIBE.operators[operator][language];
      return (
        bracketed(left, BINDING[operator], false, context) +
        sign +
        bracketed(right, BINDING[operator], true, context)
      );
    }
    case "call": {
      const [table, ...others] = summedTables(expression, pack);
      const whole = (expression.name === "SUM" || expression.name === "COUNT") && others.length === 0;
      const inner = whole ? { ...context, table: table?.id } : context;
      const operands = expression.operands.map((one) => words(one, inner));
      if (whole && expression.name === "SUM" && table !== undefined && table.id !== context.table) {
        operands.push(table.label[language]);
      }
      const where = expression.where === undefined ? "" : describeCondition(expression.where, inner);
      return DESCRIBE.functions[expression.name](operands, where)[language];
    }
  }
}

/** The tables that a call names; one for every sum that compiles. */
function summedTables(expression: Expression, pack: Pack): readonly TableSpec[] {
  const found = new Set<string>();
  tablesNamed(expression, found, pack);
  return pack.tables.filter(({ id }) => found.has(id));
}

function named(name: string, label: string, context: Words): string {
  const table = tableOf(name, context.pack);
  if (table.id === context.table) return label;
  return DESCRIBE.columnOfTable(table.label[context.language], label)[context.language];
}

function bracketed(expression: Expression, binding: number, right: boolean, context: Words): string {
  const text = words(expression, context);
  if (expression.kind !== "arithmetic") return text;
  const own = BINDING[expression.operator];
  return own < binding || (right && own === binding) ? `(${text})` : text;
}

export function describeCondition(condition: Condition, context: Words): string {
  const { language } = context;
  switch (condition.kind) {
    case "compare": {
      const sign = DESCRIBE.operators[condition.operator][language];
      return `${words(condition.left, context)} ${sign} ${words(condition.right, context)}`;
    }
    case "and":
    case "or":
      return DESCRIBE[condition.kind](
        describeCondition(condition.left, context),
        describeCondition(condition.right, context),
      )[language];
    case "not":
      return DESCRIBE.not(describeCondition(condition.operand, context))[language];
    case "in":
      return DESCRIBE.in(
        words(condition.operand, context),
        condition.values.map((value) => words(value, context)),
      )[language];
    case "present":
      return DESCRIBE.present(words(condition.operand, context))[language];
    case "unique":
      return DESCRIBE.unique(condition.columns.map((column) => words(column, context)))[language];
    case "same":
      return DESCRIBE.same(condition.columns.map((column) => words(column, context)))[language];
  }
}

/** Ids of the tables that a tree names. */
function tablesNamed(tree: object, found: Set<string>, pack: Pack): void {
  if ("table" in tree && typeof tree.table === "string") {
    found.add(tableOf(tree.table, pack).id);
  }
  for (const part of Object.values(tree)) {
    if (Array.isArray(part)) for (const item of part) tablesNamed(item as object, found, pack);
    else if (typeof part === "object" && part !== null) tablesNamed(part as object, found, pack);
  }
}
