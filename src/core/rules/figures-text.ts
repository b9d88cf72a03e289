/** Formulas read aloud in figures: each sum and cell by its value, each operator as it is written. */
import { WHY } from "../../texts/rules-why";
import { type Decimal, plain, tenTo } from "../figures/decimal";
import type { Unit } from "../figures/unit";
import type { Text } from "../pack/pack";
import { cellAddress } from "../workbook/address";
import type { RuleContext } from "./context";
import { BINDING } from "./names";
import { valueOf } from "./point";
import { type Point, type Stop, traceAt } from "./trace";
import type { Node } from "./typed";

const SIGNS = { "+": "+", "-": "-", "*": "×", "/": "÷" } as const;
/** Digits of a quotient within a longer calculation. */
const SHOWN_DECIMALS = 10;

/**
 * "142565.84 ÷ 142900.108"; a figure in another unit than `unit` carries its own.
 * @param node of an expression that has a value, and so has every part
 */
export function inFigures(node: Node, context: RuleContext, point: Point, unit: Unit | undefined): string {
  switch (node.kind) {
    case "arithmetic": {
      const left = wrapped(node.left, BINDING[node.operator], false, context, point, unit);
      const right = wrapped(node.right, BINDING[node.operator], true, context, point, unit);
      return `${left} ${SIGNS[node.operator]} ${right}`;
    }
    case "negate":
      return `-${wrapped(node.operand, 3, true, context, point, unit)}`;
    default:
      return leaf(node, context, point, unit);
  }
}

function wrapped(
  node: Node,
  binding: number,
  right: boolean,
  context: RuleContext,
  point: Point,
  unit: Unit | undefined,
): string {
  const text = inFigures(node, context, point, unit);
  const own = node.kind === "arithmetic" ? BINDING[node.operator] : 9;
  return own < binding || (right && own === binding) || text.startsWith("-") ? `(${text})` : text;
}

/** Whether it is read aloud as one figure. */
export function isLeaf(node: Node): boolean {
  return node.kind !== "arithmetic" && node.kind !== "negate";
}

/** @param value in base units */
export function shownValue(value: Decimal, unit: Unit | undefined): string {
  return plain(value.dividedBy(tenTo(unit?.power ?? 0)).toDecimalPlaces(SHOWN_DECIMALS));
}

function leaf(node: Node, context: RuleContext, point: Point, unit: Unit | undefined): string {
  const trace = traceAt(context, point, false);
  const value = valueOf(node, trace)!;
  const own = trace.unit;
  const text = shownValue(value, own);
  const tells = own !== undefined && own.name !== "" && own.dimension !== "count" && own.dimension !== "days";
  return tells && unit?.dimension === own.dimension && unit.name !== own.name ? text + own.name : text;
}

/** Why something was not run, with the cell that stands in the way in front. */
export function withCells(stop: Stop): Text {
  return stop.cell === undefined ? stop.why : WHY.at(cellAddress(stop.cell), stop.why);
}
