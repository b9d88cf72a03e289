/** From a syntax tree to a typed one: series of 表.*, scopes of FOR EACH, sides that can be compared. */
import { RULE_TEXTS } from "../../texts/rules";
import type { ColumnSpec, KeyDimension, Pack, TableSpec } from "../pack/pack";
import { parseExpression, parseFormula } from "./parse";
import { type Names, namesOf, RuleFault, typeExpression, typeTest } from "./check-types";
import type { Condition, Expression, Formula, RuleError, Span } from "./syntax";
import type { Body, CellNode, ColumnNode, Node, Scope, Test } from "./typed";
import { columnsOf, nodesOf } from "./walk";

export interface CompiledFormula {
  readonly kind: "formula";
  readonly source: string;
  readonly formula: Formula;
  readonly bodies: readonly Body[];
}

export interface CompiledExpression {
  readonly kind: "expression";
  readonly source: string;
  readonly expression: Expression;
  readonly node: Node;
  readonly tables: readonly TableSpec[];
}

export type Compiled<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly RuleError[] };

const compiled = new WeakMap<Pack, Map<string, Compiled<CompiledFormula>>>();
const expressions = new WeakMap<Pack, Map<string, Compiled<CompiledExpression>>>();

/** Looks up names and checks types, once for each text; every fault comes with its place in the text. */
export function compileFormula(text: string, pack: Pack): Compiled<CompiledFormula> {
  let known = compiled.get(pack);
  if (known === undefined) compiled.set(pack, (known = new Map()));
  let result = known.get(text);
  if (result === undefined) known.set(text, (result = compileAnew(text, pack)));
  return result;
}

function compileAnew(text: string, pack: Pack): Compiled<CompiledFormula> {
  const parsed = parseFormula(text);
  if (!parsed.ok) return { ok: false, errors: [parsed] };
  const { formula } = parsed;
  return faults(() => ({ kind: "formula", source: text, formula, bodies: bodiesOf(formula, namesOf(pack)) }));
}

/** An expression that gives one value: aggregates and literals, no bare column. */
export function compileExpression(text: string, pack: Pack): Compiled<CompiledExpression> {
  let known = expressions.get(pack);
  if (known === undefined) expressions.set(pack, (known = new Map()));
  let result = known.get(text);
  if (result === undefined) known.set(text, (result = compileExpressionAnew(text, pack)));
  return result;
}

function compileExpressionAnew(text: string, pack: Pack): Compiled<CompiledExpression> {
  const parsed = parseExpression(text);
  if (!parsed.ok) return { ok: false, errors: [parsed] };
  const { expression } = parsed;
  return faults(() => {
    const node = typeExpression(expression, namesOf(pack));
    const [bare] = columnsOf(node);
    if (bare !== undefined) throw new RuleFault(bare.at, RULE_TEXTS.bareColumn());
    return { kind: "expression", source: text, expression, node, tables: tablesIn([node]) };
  });
}

function faults<T>(compile: () => T): Compiled<T> {
  try {
    return { ok: true, value: compile() };
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error;
    const { at, text } = error;
    return {
      ok: false,
      errors: [{ position: at.start, length: Math.max(1, at.end - at.start), message: text }],
    };
  }
}

function bodiesOf(formula: Formula, names: Names): readonly Body[] {
  const dimensions = formula.forEach.map(({ name, at }) => {
    const dimension = names.dimensions.get(name);
    if (dimension === undefined)
      throw new RuleFault(at, RULE_TEXTS.unknownDimension(name, [...names.dimensions.keys()]));
    return dimension;
  });
  const [repeated] = formula.forEach.filter(
    ({ name }, index) => formula.forEach.findIndex((other) => other.name === name) !== index,
  );
  if (repeated !== undefined) throw new RuleFault(repeated.at, RULE_TEXTS.dimensionTwice(repeated.name));
  return conjuncts(formula.condition).flatMap((condition) =>
    series(condition, formula.where, names).map((column) =>
      bodyOf(condition, formula.where, dimensions, { ...names, everyColumn: column, members: dimensions }),
    ),
  );
}

/** a AND b is two rules in one, so that each keeps its sides and its tolerance. */
function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === "and"
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];
}

/** The columns that 表.* stands for in a condition; one undefined where there is no 表.*. */
function series(
  condition: Condition,
  where: Condition | undefined,
  names: Names,
): readonly (ColumnSpec | undefined)[] {
  const stars = new Map<string, Span>();
  const collect = (tree: object): void => {
    if ("kind" in tree && tree.kind === "every-column") {
      const star = tree as Extract<Expression, { readonly kind: "every-column" }>;
      stars.set(star.table, star.at);
    }
    for (const part of Object.values(tree)) {
      if (Array.isArray(part)) for (const item of part) collect(item as object);
      else if (typeof part === "object" && part !== null) collect(part as object);
    }
  };
  collect(condition);
  if (where !== undefined) collect(where);
  const [first, second] = [...stars];
  if (first === undefined) return [undefined];
  if (second !== undefined) throw new RuleFault(second[1], RULE_TEXTS.twoStars());
  const table = names.tables.get(first[0]);
  if (table === undefined)
    throw new RuleFault(first[1], RULE_TEXTS.unknownTable(first[0], [...names.tables.keys()]));
  const columns = table.columns.filter(({ additive }) => additive === true);
  if (columns.length === 0) throw new RuleFault(first[1], RULE_TEXTS.nothingAdditive(table.name));
  return columns;
}

function bodyOf(
  condition: Condition,
  where: Condition | undefined,
  dimensions: readonly KeyDimension[],
  names: Names,
): Body {
  if (condition.kind === "unique" || condition.kind === "same")
    return setBody(condition, where, dimensions, names);
  const test = typeTest(condition, names);
  const filter = where === undefined ? undefined : typeTest(where, names);
  if (where !== undefined && scopeOf([test], dimensions).kind !== "rows") {
    throw new RuleFault(where.at, RULE_TEXTS.whereNeedsRows());
  }
  const trees = filter === undefined ? [test] : [test, filter];
  const scope = scopeOf(trees, dimensions);
  const optional = names.everyColumn !== undefined && !names.everyColumn.required;
  return { kind: "test", scope, test, where: filter, tables: tablesIn(trees), optional };
}

function setBody(
  condition: Extract<Condition, { readonly kind: "unique" | "same" }>,
  where: Condition | undefined,
  dimensions: readonly KeyDimension[],
  names: Names,
): Body {
  if (dimensions.length > 0) throw new RuleFault(condition.at, RULE_TEXTS.setsStandAlone());
  const columns = condition.columns.map((column): CellNode => {
    const node = typeExpression(column, names);
    if (node.kind !== "cell") throw new RuleFault(column.at, RULE_TEXTS.columnWanted());
    return node;
  });
  // The grammar has no empty list.
  const first = columns[0]!;
  if (condition.kind === "same") {
    if (where !== undefined) throw new RuleFault(where.at, RULE_TEXTS.whereNeedsRows());
    for (const column of columns) {
      if (column.column.type !== "key" || column.column.dimension !== first.column.dimension) {
        throw new RuleFault(column.at, RULE_TEXTS.sameNeedsKeys());
      }
    }
    return { kind: "same", columns, tables: [...new Set(columns.map(({ table }) => table))] };
  }
  const stranger = columns.find(({ table }) => table !== first.table);
  if (stranger !== undefined) throw new RuleFault(stranger.at, RULE_TEXTS.oneTable());
  const filter = where === undefined ? undefined : typeTest(where, names);
  return { kind: "unique", table: first.table, columns, where: filter, tables: [first.table] };
}

const IN_TOTALS: readonly string[] = ["money", "count", "rate", "score"];

function scopeOf(trees: readonly (Node | Test)[], dimensions: readonly KeyDimension[]): Scope {
  const bare = trees.flatMap((tree) => columnsOf(tree));
  if (dimensions.length > 0) {
    for (const tree of trees) checkKeys(tree, dimensions);
    return { kind: "keys", dimensions };
  }
  const [first] = bare;
  if (first === undefined) return { kind: "whole" };
  const stranger = bare.find(({ table }) => table !== first.table);
  if (stranger !== undefined)
    throw new RuleFault(stranger.at, RULE_TEXTS.twoTables(first.table.name, stranger.table.name));
  const totals = bare.every((node) => node.kind === "cell" && IN_TOTALS.includes(node.column.type));
  return { kind: "rows", table: first.table, totals };
}

/** Every table that is restricted to a key must say where it holds the key: in a column, or as columns. */
function checkKeys(tree: Node | Test, dimensions: readonly KeyDimension[]): void {
  const restricted = [
    ...columnsOf(tree).map((node) => ({
      table: node.table,
      at: node.at,
      columns: [node] as readonly ColumnNode[],
    })),
    ...nodesOf(tree).flatMap((node) =>
      node.kind === "sum" || node.kind === "count"
        ? [{ table: node.table, at: node.at, columns: node.kind === "sum" ? columnsOf(node.operand) : [] }]
        : [],
    ),
  ];
  for (const { table, at, columns } of restricted) {
    for (const dimension of dimensions) {
      const held = keyColumn(table, dimension) !== undefined;
      const members =
        columns.length > 0 && columns.every((node) => node.kind === "member" && node.dimension === dimension);
      if (!held && !members) throw new RuleFault(at, RULE_TEXTS.noKey(table.name, dimension.name));
    }
  }
}

/** The column in which a table holds the keys of a dimension. */
export function keyColumn(table: TableSpec, dimension: KeyDimension): ColumnSpec | undefined {
  return table.columns.find((column) => column.type === "key" && column.dimension === dimension.name);
}

function tablesIn(trees: readonly (Node | Test)[]): readonly TableSpec[] {
  const tables = new Set<TableSpec>();
  for (const tree of trees) {
    for (const node of nodesOf(tree)) if ("table" in node) tables.add(node.table);
  }
  return [...tables];
}
