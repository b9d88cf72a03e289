/**
 * The value of a typed expression, and the truth of a condition, at one point: a row, a key, or the workbook as a
 * whole. Exact. Money is in 元, rates are fractions, dates day numbers. Equality in a condition is exact: bands of
 * tolerance belong to the rule itself.
 */
import { WHY } from "../../texts/rules-why";
import { Decimal, decimalOf, tenTo } from "../figures/decimal";
import { FIGURE, NOTHING } from "../figures/figure";
import { addPrecision } from "../figures/judge";
import { ExactSum, unitsAt } from "../figures/sum";
import { DAYS, FRACTION } from "../figures/unit";
import { workingDaysBetween } from "../figures/working-days";
import { speller, cellAt, figuresOf, type TableData } from "./context";
import { textMask } from "./mask";
import type { ColumnSpec } from "../pack/pack";
import type { TableColumn } from "../tables/table";
import type { CellRef } from "../workbook/address";
import type { ComparisonOperator } from "./syntax";
import {
  allRows,
  leftOutBy,
  at,
  bad,
  cellValue,
  exponent,
  halt,
  isBlank,
  meet,
  placeOf,
  presentAt,
  rowsAt,
  tableOf,
  textOf,
  type Trace,
} from "./trace";
import type { CellNode, ColumnNode, MemberNode, Node, SumNode, Test, TotalNode } from "./typed";

/** The value in base units; undefined with `trace.stop` set where there is none. */
export function valueOf(node: Node, trace: Trace): Decimal | undefined {
  switch (node.kind) {
    case "constant":
      if (node.unit !== undefined) meet(trace, node.unit);
      return node.unit === undefined ? node.value : node.value.times(tenTo(node.unit.power));
    case "text":
      return undefined;
    case "cell":
    case "member":
      return columnValue(node, trace);
    case "sum":
      return sumValue(node, trace);
    case "count": {
      const data = tableOf(node.table, trace);
      const rows = data === undefined ? undefined : rowsAt(data, trace);
      if (data === undefined || rows === undefined) return undefined;
      const count = countOf(node.where, data, rows, trace);
      return count === undefined ? undefined : new Decimal(count);
    }
    case "total":
      return totalValue(node, trace);
    case "negate":
      return valueOf(node.operand, trace)?.negated();
    case "abs":
      return valueOf(node.operand, trace)?.abs();
    case "arithmetic":
      return arithmetic(node, trace);
    case "days": {
      // The later date comes first, since that is where to look first.
      const to = valueOf(node.to, trace);
      const from = to === undefined ? undefined : valueOf(node.from, trace);
      if (from === undefined || to === undefined) return undefined;
      meet(trace, DAYS);
      if (!node.working) return to.minus(from);
      const days = workingDaysBetween(from.toNumber(), to.toNumber());
      if (days.kind === "days") return new Decimal(days.days);
      return halt(trace, "", WHY.noCalendar(days.year), undefined, false);
    }
    case "round": {
      const value = valueOf(node.operand, trace);
      const power = trace.unit?.power ?? 0;
      return value
        ?.dividedBy(tenTo(power))
        .toDecimalPlaces(node.decimals, Decimal.ROUND_HALF_UP)
        .times(tenTo(power));
    }
    case "extreme": {
      const values: Decimal[] = [];
      for (const operand of node.operands) {
        const value = valueOf(operand, trace);
        if (value === undefined) return undefined;
        values.push(value);
      }
      return node.greatest ? Decimal.max(...values) : Decimal.min(...values);
    }
  }
}

function columnValue(node: CellNode | MemberNode, trace: Trace): Decimal | undefined {
  const found = placeOf(node, trace);
  if (found === undefined) return undefined;
  const { data, place } = found;
  const figures = figuresOf(trace.context, data, place);
  const { row } = trace.point;
  if (row !== undefined && row.data === data) return cellValue(data, place, figures, row.index, trace);
  const rows = rowsAt(data, trace);
  if (rows === undefined) return undefined;
  const [first, ...others] = rows;
  const { spec } = data.table;
  if (first === undefined) return halt(trace, spec.id, WHY.noRow(spec.label), undefined, true);
  const additive = ["money", "count", "score", "days"].includes(node.quantity);
  if (others.length > 0 && !additive)
    return halt(trace, spec.id, WHY.severalRows(spec.label), cellAt(data, first, place), false);
  let sum = new Decimal(0);
  for (const index of [first, ...others]) {
    const value = cellValue(data, place, figures, index, trace);
    if (value === undefined) return undefined;
    sum = sum.plus(value);
  }
  return sum;
}

function sumValue(node: SumNode, trace: Trace): Decimal | undefined {
  const data = tableOf(node.table, trace);
  const rows = data === undefined ? undefined : rowsAt(data, trace);
  if (data === undefined || rows === undefined) return undefined;
  const { operand, where } = node;
  if (operand.kind === "cell" || operand.kind === "member")
    return columnSum(operand, node, data, rows, trace);
  const picks = pickerOf(where, data, trace);
  let sum = new Decimal(0);
  for (const index of rows) {
    const picked = picks(index);
    if (trace.stop !== undefined) return undefined;
    if (!picked) continue;
    const inner: Trace = { ...trace, point: at(trace, data, index), strict: false };
    const value = valueOf(operand, inner);
    trace.unit ??= inner.unit;
    if (value === undefined) {
      trace.stop = inner.stop;
      return undefined;
    }
    sum = sum.plus(value);
  }
  return sum;
}

function countOf(
  where: Test | undefined,
  data: TableData,
  rows: Int32Array,
  trace: Trace,
): number | undefined {
  if (where === undefined) return rows.length;
  const mask = textMask(where, data, trace.context);
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const index = rows[at]!;
    const mark = mask === undefined ? UNTOLD : mask[index]!;
    if (mark === UNTOLD ? isPicked(where, data, index, trace) : mark === 1) count += 1;
    if (trace.stop !== undefined) return undefined;
  }
  return count;
}

/** Of a mask that is known: a row whose cells cannot be read; asked again, it says why. */
const UNTOLD = 2;

/** Whether a row is picked; `trace.stop` is set where it cannot be told. */
function isPicked(where: Test, data: TableData, index: number, trace: Trace): boolean {
  return holds(where, { ...trace, point: at(trace, data, index) }, trace);
}

/** As `isPicked`, for row after row. */
function pickerOf(where: Test | undefined, data: TableData, trace: Trace): (index: number) => boolean {
  if (where === undefined) return () => true;
  const mask = textMask(where, data, trace.context);
  const told = (index: number): boolean => isPicked(where, data, index, trace);
  return mask === undefined ? told : (index) => (mask[index] === UNTOLD ? told(index) : mask[index] === 1);
}

function columnSum(
  operand: ColumnNode,
  node: SumNode,
  data: TableData,
  rows: Int32Array,
  trace: Trace,
): Decimal | undefined {
  const found = placeOf(operand, trace);
  if (found === undefined) return undefined;
  const { place } = found;
  const figures = figuresOf(trace.context, data, place);
  meet(trace, figures.unit);
  const sum = new ExactSum();
  const byDecimals: number[] = [];
  const picks = node.where === undefined ? undefined : pickerOf(node.where, data, trace);
  const gather = gatherer(data, place, trace);
  for (let at = 0; at < rows.length; at += 1) {
    const index = rows[at]!;
    const state = figures.states[index]!;
    const picked = picks === undefined || picks(index);
    if (trace.stop !== undefined) return undefined;
    if (!picked || state === NOTHING) continue;
    if (state !== FIGURE) return bad(trace, data.table.spec.id, state, cellAt(data, index, place));
    gather?.(index);
    const decimals = figures.decimals[index]!;
    byDecimals[decimals] = (byDecimals[decimals] ?? 0) + 1;
    sum.add(unitsAt(figures, index));
  }
  byDecimals.forEach((times, decimals) =>
    addPrecision(trace.precisions, exponent(figures.unit, decimals), times),
  );
  return decimalOf(sum.total(), figures.scale).times(tenTo(figures.unit.power));
}

/** Puts the cells of a column, from top to bottom, into the trace: those that follow one another as one. */
function gatherer(data: TableData, place: TableColumn, trace: Trace): ((index: number) => void) | undefined {
  const { cells } = trace;
  if (cells === undefined) return undefined;
  const { table } = data;
  if (table.orientation === "columns" || table.gathered !== undefined)
    return (index) => void cells.push(cellAt(data, index, place));
  let last: { sheet: string; row: number; column: number; bottom?: number } | undefined;
  return (index) => {
    const row = data.rows[index]!;
    if (last !== undefined && row === (last.bottom ?? last.row) + 1) {
      last.bottom = row;
      return;
    }
    last = { sheet: table.sheet.name, row, column: place.column };
    cells.push(last);
  };
}

/** The last of the cells gathered so far. */
function lastCell({ cells }: Trace): CellRef | undefined {
  const last = cells?.at(-1);
  return last === undefined
    ? undefined
    : { sheet: last.sheet, row: last.bottom ?? last.row, column: last.column };
}

function totalValue(node: TotalNode, trace: Trace): Decimal | undefined {
  const found = placeOf(node.operand, trace);
  if (found === undefined) return undefined;
  const { data, place } = found;
  const printed = data.table.totalRows.length;
  // A total that leaves rows out is not the table's.
  if (printed === 0 || (!node.printed && leftOutBy(data, trace.point.total).length > 0)) {
    if (node.printed)
      return halt(trace, node.operand.table.id, WHY.noTotalRow(node.operand.table.label), undefined, false);
    const sum: SumNode = {
      kind: "sum",
      table: node.operand.table,
      operand: node.operand,
      where: undefined,
      quantity: node.quantity,
      at: node.at,
    };
    return columnSum(node.operand, sum, data, allRows(data), trace);
  }
  const index = data.dataRows + Math.min(trace.point.total, printed - 1);
  if (isBlank(data, place, index) && figuresOf(trace.context, data, place).states[index] === NOTHING) {
    trace.cells?.push(cellAt(data, index, place));
    return halt(trace, node.operand.table.id, WHY.blankTotal(), cellAt(data, index, place), true);
  }
  return cellValue(data, place, figuresOf(trace.context, data, place), index, trace);
}

function arithmetic(node: Extract<Node, { readonly kind: "arithmetic" }>, trace: Trace): Decimal | undefined {
  if (node.operator === "*" || node.operator === "/") return product(node, trace);
  const links: { readonly plus: boolean; readonly node: Node }[] = [];
  let first: Node = node;
  while (first.kind === "arithmetic" && (first.operator === "+" || first.operator === "-")) {
    links.push({ plus: first.operator === "+", node: first.right });
    first = first.left;
  }
  let value = valueOf(first, trace);
  for (const link of links.reverse()) {
    if (value === undefined) return undefined;
    const right = valueOf(link.node, trace);
    if (right === undefined) return undefined;
    value = link.plus ? value.plus(right) : value.minus(right);
  }
  return value;
}

/** A quotient of like quantities is exact: the amounts behind it add no tolerance. A product passes its factors' on. */
function product(node: Extract<Node, { readonly kind: "arithmetic" }>, trace: Trace): Decimal | undefined {
  const outer = trace.precisions;
  const { strict, unit } = trace;
  if (node.operator === "/") trace.strict = true;
  trace.precisions = new Map();
  const left = valueOf(node.left, trace);
  const ofLeft = trace.precisions;
  const leftUnit = trace.unit;
  trace.precisions = new Map();
  const right = left === undefined ? undefined : valueOf(node.right, trace);
  const ofRight = trace.precisions;
  trace.precisions = outer;
  trace.strict = strict;
  if (left === undefined || right === undefined) return undefined;
  if (node.operator === "/" && right.isZero()) {
    return halt(trace, tableIn(node.right), WHY.divisionByZero(), lastCell(trace), false);
  }
  if (node.operator === "/" && node.quantity === "rate" && node.right.quantity !== "number") {
    trace.unit = unit ?? FRACTION;
    return left.dividedBy(right);
  }
  if (node.quantity === node.left.quantity && node.quantity !== "number") trace.unit = unit ?? leftUnit;
  const pass = (precisions: ReadonlyMap<number, number>, factor: Decimal): void => {
    for (const [exponentOf, times] of precisions)
      addPrecision(outer, exponentOf, times * factor.abs().toNumber());
  };
  pass(ofLeft, node.operator === "*" ? right : new Decimal(1).dividedBy(right));
  if (node.operator === "*") pass(ofRight, left);
  return node.operator === "*" ? left.times(right) : left.dividedBy(right);
}

function tableIn(node: Node): string {
  if ("table" in node) return node.table.id;
  if ("operand" in node) return tableIn(node.operand);
  return "left" in node ? tableIn(node.left) || tableIn(node.right) : "";
}

/**
 * A condition that picks rows: false where a cell that it asks for holds nothing.
 * @param outer gets the stop where a cell cannot be read
 */
export function holds(test: Test, trace: Trace, outer: Trace): boolean {
  const quiet: Trace = {
    ...trace,
    cells: undefined,
    precisions: new Map(),
    unit: undefined,
    stop: undefined,
    strict: true,
  };
  const held = truthOf(test, quiet);
  if (quiet.stop !== undefined && !quiet.stop.nothing) outer.stop = quiet.stop;
  return held === true;
}

/** undefined with `trace.stop` set where it cannot be told. */
export function truthOf(test: Test, trace: Trace): boolean | undefined {
  switch (test.kind) {
    case "compare":
      if (test.quantity === "text") {
        const texts = sides(test.left, test.right, trace);
        return texts === undefined ? undefined : (texts[0] === texts[1]) === (test.operator === "=");
      } else {
        const left = valueOf(test.left, trace);
        const right = left === undefined ? undefined : valueOf(test.right, trace);
        return left === undefined || right === undefined
          ? undefined
          : ordered(test.operator, left.comparedTo(right));
      }
    case "and":
    case "or": {
      // A side that decides alone spares the other: 有值(x) 且 x > 0 asks for no x where there is none.
      const left = truthOf(test.left, trace);
      if (left === undefined) return undefined;
      if (left === (test.kind === "or")) return left;
      return truthOf(test.right, trace);
    }
    case "not": {
      const operand = truthOf(test.operand, trace);
      return operand === undefined ? undefined : !operand;
    }
    case "in": {
      if (test.operand.quantity === "text") {
        let found = false;
        for (const value of test.values) {
          const texts = sides(test.operand, value, trace);
          if (texts === undefined) return undefined;
          found ||= texts[0] === texts[1];
        }
        return found;
      }
      const operand = valueOf(test.operand, trace);
      if (operand === undefined) return undefined;
      return test.values.some((value) => valueOf(value, trace)?.equals(operand) === true);
    }
    case "present":
      return presentAt(test.operand, trace);
  }
}

export function ordered(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/**
 * Both texts in the spelling in which equal ones are the same; a literal beside a key column is a key too.
 * undefined with `trace.stop` set where one cannot be told.
 */
export function sides(left: Node, right: Node, trace: Trace): readonly [string, string] | undefined {
  const [a, b] = [textSide(left, trace), textSide(right, trace)];
  if (a === undefined || b === undefined) return undefined;
  const spec = a.spec ?? b.spec;
  if (spec === undefined) return [a.text, b.text];
  const spellingOf = (side: TextSide): string => speller(trace.context, side.spec ?? spec)(side.text);
  return [spellingOf(a), spellingOf(b)];
}

interface TextSide {
  readonly text: string;
  readonly spec?: ColumnSpec;
}

/** A text as it stands; a node that is a text is a literal or a column. */
export function textSide(node: Node, trace: Trace): TextSide | undefined {
  return node.kind === "text" ? { text: node.value } : textOf(node as ColumnNode, trace);
}
