/** Names and quantities: 元 and 万元 add up, 户 and 万元 do not, and an unknown name is told with its place. */
import { RULE_TEXTS } from "../../texts/rules";
import { Decimal } from "../figures/decimal";
import { PERCENT, type Unit, unitOf } from "../figures/unit";
import type { ColumnSpec, KeyDimension, Pack, TableSpec, Text } from "../pack/pack";
import type { Condition, Expression, Span } from "./syntax";
import type { ColumnNode, Node, Quantity, Test } from "./typed";
import { columnsOf, nodesOf } from "./walk";

/** A fault of a rule at its place; caught where rules are compiled. */
export class RuleFault extends Error {
  constructor(
    readonly at: Span,
    readonly text: Text,
  ) {
    super(text.en);
  }
}

export interface Names {
  readonly tables: ReadonlyMap<string, TableSpec>;
  readonly dimensions: ReadonlyMap<string, KeyDimension>;
  /** What 表.* stands for in this series. */
  readonly everyColumn: ColumnSpec | undefined;
  /** Dimensions of FOR EACH, whose members columns may be. */
  readonly members: readonly KeyDimension[];
}

const known = new WeakMap<Pack, Names>();

/** Tables and dimensions of a pack by name, tables by id too. */
export function namesOf(pack: Pack): Names {
  let names = known.get(pack);
  if (names === undefined) {
    names = {
      tables: new Map([
        ...pack.tables.map((table) => [table.id, table] as const),
        ...pack.tables.map((table) => [table.name, table] as const),
      ]),
      dimensions: new Map(pack.dimensions.map((dimension) => [dimension.name, dimension])),
      everyColumn: undefined,
      members: [],
    };
    known.set(pack, names);
  }
  return names;
}

export function typeExpression(expression: Expression, names: Names): Node {
  switch (expression.kind) {
    case "number":
      return constant(expression);
    case "text":
      return { ...expression, quantity: "text" };
    case "table":
      throw new RuleFault(expression.at, RULE_TEXTS.tableAlone(expression.table));
    case "every-column": {
      const table = tableOf(expression.table, expression.at, names);
      const column = names.everyColumn;
      if (column === undefined) throw new RuleFault(expression.at, RULE_TEXTS.starOnlyInRules());
      return { kind: "cell", table, column, quantity: quantityOf(column), at: expression.at };
    }
    case "column":
      return columnOf(expression, names);
    case "negate": {
      const operand = figure(typeExpression(expression.operand, names));
      return { kind: "negate", operand, quantity: operand.quantity, at: expression.at };
    }
    case "arithmetic":
      return arithmetic(expression, names);
    case "call":
      return call(expression, names);
  }
}

function constant(expression: Extract<Expression, { readonly kind: "number" }>): Node {
  const { unit: word, value, at } = expression;
  const number = { kind: "constant", value: new Decimal(value), at } as const;
  if (word === "") return { ...number, unit: undefined, quantity: "number" };
  const unit: Unit | undefined = word === "%" ? PERCENT : unitOf(word);
  if (unit === undefined) throw new RuleFault(at, RULE_TEXTS.unknownUnit(word));
  return { ...number, unit, quantity: unit.dimension };
}

function tableOf(name: string, at: Span, names: Names): TableSpec {
  const table = names.tables.get(name);
  if (table === undefined) throw new RuleFault(at, RULE_TEXTS.unknownTable(name, tableNames(names)));
  return table;
}

function tableNames(names: Names): readonly string[] {
  return [...new Set([...names.tables.values()].map(({ name }) => name))];
}

function quantityOf(column: ColumnSpec): Quantity {
  return column.type === "key" ? "text" : column.type;
}

function columnOf(expression: Extract<Expression, { readonly kind: "column" }>, names: Names): ColumnNode {
  const { at } = expression;
  const table = tableOf(expression.table, at, names);
  const column =
    table.columns.find(({ name }) => name === expression.column) ??
    table.columns.find(({ id }) => id === expression.column);
  if (column !== undefined) return { kind: "cell", table, column, quantity: quantityOf(column), at };
  const dimension = names.members.find(({ name }) => name === expression.column);
  if (dimension === undefined) {
    throw new RuleFault(
      at,
      RULE_TEXTS.unknownColumn(
        table.name,
        expression.column,
        table.columns.map(({ name }) => name),
      ),
    );
  }
  const columns = new Map<string, ColumnSpec>();
  for (const one of table.columns) {
    if (one.type !== "key" && one.dimension === dimension.name && one.member !== undefined)
      columns.set(one.member, one);
  }
  const [first] = columns.values();
  if (first === undefined) throw new RuleFault(at, RULE_TEXTS.noMembers(table.name, dimension.name));
  return { kind: "member", table, dimension, columns, quantity: quantityOf(first), at };
}

function figure<T extends Node>(node: T): T {
  if (node.quantity === "text" || node.quantity === "date")
    throw new RuleFault(node.at, RULE_TEXTS.noFigure(node.quantity));
  return node;
}

function arithmetic(expression: Extract<Expression, { readonly kind: "arithmetic" }>, names: Names): Node {
  // A chain leans to the left; it is walked, so that a long one costs no stack.
  const links: (typeof expression)[] = [];
  let first: Expression = expression;
  while (first.kind === "arithmetic") {
    links.push(first);
    first = first.left;
  }
  let left = typeExpression(first, names);
  for (const { operator, right: operand, at } of links.reverse()) {
    const right = typeExpression(operand, names);
    left = combine(operator, left, right, at);
  }
  return left;
}

function combine(operator: "+" | "-" | "*" | "/", left: Node, right: Node, at: Span): Node {
  if (left.quantity === "text") throw new RuleFault(left.at, RULE_TEXTS.noFigure("text"));
  if (right.quantity === "text") throw new RuleFault(right.at, RULE_TEXTS.noFigure("text"));
  if (operator === "-" && left.quantity === "date" && right.quantity === "date") {
    return { kind: "days", working: false, from: right, to: left, quantity: "days", at };
  }
  if (operator === "/" && fixedValue(right)?.isZero() === true)
    throw new RuleFault(right.at, RULE_TEXTS.dividesByZero());
  const quantity = operator === "+" || operator === "-" ? sum(left, right) : product(operator, left, right);
  if (quantity === undefined)
    throw new RuleFault(at, RULE_TEXTS.doNotCombine(operator, left.quantity, right.quantity));
  return { kind: "arithmetic", operator, left, right, quantity, at };
}

/** Whether what stands in the formula itself is 0 (the sign does not matter); undefined where a table has a say. */
function fixedValue(node: Node): Decimal | undefined {
  if (node.kind === "constant") return node.value;
  if (node.kind === "negate" || node.kind === "abs") return fixedValue(node.operand);
  if (node.kind !== "arithmetic") return undefined;
  const [left, right] = [fixedValue(node.left), fixedValue(node.right)];
  if (node.operator === "*" && (left?.isZero() === true || right?.isZero() === true)) return new Decimal(0);
  if (left === undefined || right === undefined) return undefined;
  switch (node.operator) {
    case "+":
      return left.plus(right);
    case "-":
      return left.minus(right);
    case "*":
      return left.times(right);
    case "/":
      return left.dividedBy(right);
  }
}

function sum(left: Node, right: Node): Quantity | undefined {
  if (left.quantity === "date" || right.quantity === "date") return undefined;
  return alike(left, right);
}

/** The common quantity of two sides that are added or compared. A bare number joins any but money, to which only 0 may be compared. */
function alike(left: Node, right: Node): Quantity | undefined {
  if (left.quantity === right.quantity) return left.quantity;
  if (left.quantity === "number" && joins(left, right.quantity)) return right.quantity;
  if (right.quantity === "number" && joins(right, left.quantity)) return left.quantity;
  return undefined;
}

function joins(number: Node, quantity: Quantity): boolean {
  if (quantity === "money") return number.kind === "constant" && number.value.isZero();
  return quantity === "count" || quantity === "rate" || quantity === "score" || quantity === "days";
}

function product(operator: "*" | "/", left: Node, right: Node): Quantity | undefined {
  const [a, b] = [left.quantity, right.quantity];
  if (a === "date" || b === "date") return undefined;
  if (operator === "*") {
    if (a === "number") return b;
    if (b === "number") return a;
    if (a === "rate") return b;
    return b === "rate" ? a : undefined;
  }
  if (b === "number") return a;
  if (a === b) return "rate";
  return b === "rate" ? a : undefined;
}

function call(expression: Extract<Expression, { readonly kind: "call" }>, names: Names): Node {
  const { name, operands, at } = expression;
  const takes = (count: number): void => {
    if (operands.length !== count) throw new RuleFault(at, RULE_TEXTS.operands(name, count));
  };
  const operand = (index: number): Expression => operands[index]!;
  switch (name) {
    case "SUM":
      takes(1);
      return sumOf(expression, operand(0), names);
    case "COUNT": {
      takes(1);
      const counted = operand(0);
      if (counted.kind !== "table") throw new RuleFault(counted.at, RULE_TEXTS.countTakesTable());
      const table = tableOf(counted.table, counted.at, names);
      return {
        kind: "count",
        table,
        where: rowsWhere(expression.where, table, names),
        quantity: "count",
        at,
      };
    }
    case "TOTAL":
    case "TOTALROW": {
      takes(1);
      const column = typeExpression(operand(0), names);
      if (column.kind !== "cell" && column.kind !== "member")
        throw new RuleFault(column.at, RULE_TEXTS.columnWanted());
      figure(column);
      return { kind: "total", printed: name === "TOTALROW", operand: column, quantity: column.quantity, at };
    }
    case "DAYS":
    case "WORKDAYS": {
      takes(2);
      const [from, to] = [typeExpression(operand(0), names), typeExpression(operand(1), names)];
      for (const date of [from, to])
        if (date.quantity !== "date") throw new RuleFault(date.at, RULE_TEXTS.dateWanted());
      return { kind: "days", working: name === "WORKDAYS", from, to, quantity: "days", at };
    }
    case "ROUND": {
      takes(2);
      const decimals = operand(1);
      if (decimals.kind !== "number" || decimals.unit !== "" || !/^\d{1,2}$/.test(decimals.value)) {
        throw new RuleFault(decimals.at, RULE_TEXTS.decimalsWanted());
      }
      const rounded = figure(typeExpression(operand(0), names));
      return {
        kind: "round",
        operand: rounded,
        decimals: Number(decimals.value),
        quantity: rounded.quantity,
        at,
      };
    }
    case "MIN":
    case "MAX": {
      const nodes = operands.map((one) => figure(typeExpression(one, names)));
      // The grammar has no empty list.
      let like: Node = nodes[0]!;
      for (const node of nodes) {
        const quantity = alike(like, node);
        if (quantity === undefined)
          throw new RuleFault(node.at, RULE_TEXTS.doNotCompare(like.quantity, node.quantity));
        if (quantity !== like.quantity) like = node;
      }
      return { kind: "extreme", greatest: name === "MAX", operands: nodes, quantity: like.quantity, at };
    }
    case "ABS": {
      takes(1);
      const inner = figure(typeExpression(operand(0), names));
      return { kind: "abs", operand: inner, quantity: inner.quantity, at };
    }
  }
}

function sumOf(
  expression: Extract<Expression, { readonly kind: "call" }>,
  summed: Expression,
  names: Names,
): Node {
  const operand = figure(typeExpression(summed, names));
  const aggregate = nodesOf(operand).find(
    (node) => node.kind === "sum" || node.kind === "count" || node.kind === "total",
  );
  if (aggregate !== undefined) throw new RuleFault(aggregate.at, RULE_TEXTS.sumInSum());
  const columns = columnsOf(operand);
  const [first] = columns;
  if (first === undefined) throw new RuleFault(summed.at, RULE_TEXTS.columnWanted());
  const stranger = columns.find(({ table }) => table !== first.table);
  if (stranger !== undefined) throw new RuleFault(stranger.at, RULE_TEXTS.oneTable());
  const where = rowsWhere(expression.where, first.table, names);
  return { kind: "sum", table: first.table, operand, where, quantity: operand.quantity, at: expression.at };
}

/** A condition on the rows of one table. */
function rowsWhere(where: Condition | undefined, table: TableSpec, names: Names): Test | undefined {
  if (where === undefined) return undefined;
  const test = typeTest(where, names);
  const stranger = columnsOf(test).find((column) => column.table !== table);
  if (stranger !== undefined) throw new RuleFault(stranger.at, RULE_TEXTS.oneTable());
  return test;
}

export function typeTest(condition: Condition, names: Names): Test {
  switch (condition.kind) {
    case "compare": {
      const left = typeExpression(condition.left, names);
      const right = typeExpression(condition.right, names);
      const quantity = alike(left, right);
      if (quantity === undefined)
        throw new RuleFault(condition.at, RULE_TEXTS.doNotCompare(left.quantity, right.quantity));
      if (quantity === "text" && condition.operator !== "=" && condition.operator !== "<>") {
        throw new RuleFault(condition.at, RULE_TEXTS.textOrder());
      }
      return { kind: "compare", operator: condition.operator, left, right, quantity, at: condition.at };
    }
    case "and":
    case "or":
      return {
        kind: condition.kind,
        left: typeTest(condition.left, names),
        right: typeTest(condition.right, names),
        at: condition.at,
      };
    case "not":
      return { kind: "not", operand: typeTest(condition.operand, names), at: condition.at };
    case "in": {
      const operand = typeExpression(condition.operand, names);
      const values = condition.values.map((value) => {
        const node = typeExpression(value, names);
        if (node.kind !== "text" && node.kind !== "constant")
          throw new RuleFault(node.at, RULE_TEXTS.literalWanted());
        if (alike(operand, node) === undefined)
          throw new RuleFault(node.at, RULE_TEXTS.doNotCompare(operand.quantity, node.quantity));
        return node;
      });
      return { kind: "in", operand, values, at: condition.at };
    }
    case "present": {
      const operand = typeExpression(condition.operand, names);
      if (operand.kind !== "cell" && operand.kind !== "member")
        throw new RuleFault(operand.at, RULE_TEXTS.columnWanted());
      return { kind: "present", operand, at: condition.at };
    }
    case "unique":
    case "same":
      throw new RuleFault(condition.at, RULE_TEXTS.setsStandAlone());
  }
}
