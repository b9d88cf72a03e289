/**
 * A compiled expression as live formula text that every engine calculates alike: quoted sheet names, absolute
 * references, SUM and SUMPRODUCT of products; no text made a number by the engine, no wildcard, no double minus.
 * Where a workbook holds what such a formula would misread, there is none, and why is told.
 */
import { EXCEL_WHY } from "../../texts/rules-excel";
import { plain, tenTo } from "../figures/decimal";
import type { Text } from "../pack/pack";
import type { SheetArea } from "../workbook/address";
import type { CompiledExpression } from "./compile";
import { figuresOf, type RuleContext } from "./context";
import { evaluateExpression } from "./evaluate";
import {
  column,
  constant,
  NoFormula,
  range,
  readable,
  runs,
  scaled,
  table,
  toWritten,
  type Writing,
} from "./excel-cells";
import { array, condition } from "./excel-rows";
import { BINDING } from "./names";
import { leftOutBy, placeOf, traceAt, WHOLE } from "./trace";
import type { Node, SumNode } from "./typed";

export type ExcelText =
  | {
      readonly ok: true;
      /** Without "=". */
      readonly formula: string;
      /** The cells that it reads. */
      readonly references: readonly SheetArea[];
    }
  | { readonly ok: false; readonly why: Text };

/** Live formula of the value that `evaluateExpression` gives, in the same unit; or why there is none. */
export function excelFormula(compiled: CompiledExpression, context: RuleContext): ExcelText {
  const value = evaluateExpression(compiled, context);
  if (!value.ok) return { ok: false, why: value.why };
  const references: SheetArea[] = [];
  const writing: Writing = {
    context,
    trace: traceAt(context, WHOLE, false),
    references,
    power: value.unit.dimension === "money" ? value.unit.power : moneyPower(compiled.node, context),
  };
  try {
    const formula = write(compiled.node, writing);
    const scaled = value.unit.dimension === "rate" ? times(formula, -value.unit.power) : formula;
    return { ok: true, formula: scaled, references };
  } catch (error) {
    if (error instanceof NoFormula) return { ok: false, why: error.why };
    throw error;
  }
}

/** The unit in which amounts inside a quotient are written: that of the first amount. */
function moneyPower(node: Node, context: RuleContext): number {
  const trace = traceAt(context, WHOLE, false);
  const visit = (one: Node): number | undefined => {
    switch (one.kind) {
      case "cell":
      case "member": {
        if (one.quantity !== "money") return undefined;
        const found = placeOf(one, trace);
        return found?.place.unit.power;
      }
      case "sum":
      case "total":
      case "negate":
      case "abs":
      case "round":
        return visit(one.operand);
      case "arithmetic":
        return visit(one.left) ?? visit(one.right);
      case "extreme":
        return one.operands.map(visit).find((power) => power !== undefined);
      default:
        return undefined;
    }
  };
  return visit(node) ?? 0;
}

function write(node: Node, writing: Writing): string {
  switch (node.kind) {
    case "constant":
      return constant(node, writing);
    case "negate":
      return `-${bracketed(node.operand, 3, true, writing)}`;
    case "abs":
      return `ABS(${write(node.operand, writing)})`;
    case "extreme":
      return `${node.greatest ? "MAX" : "MIN"}(${node.operands.map((one) => write(one, writing)).join(",")})`;
    case "round": {
      // An exact half may stand a little below itself in binary; see the sources in docs/rules.md.
      const inner = write(node.operand, writing);
      return `ROUND(${inner}+SIGN(${inner})*0.0000000001,${node.decimals})`;
    }
    case "arithmetic": {
      const left = bracketed(node.left, BINDING[node.operator], false, writing);
      return left + node.operator + bracketed(node.right, BINDING[node.operator], true, writing);
    }
    case "sum":
      return sum(node, writing);
    case "count": {
      const data = table(node.table, writing);
      const { where } = node;
      const parts = runs(data).map(({ top, bottom }) => {
        if (where !== undefined) return `SUMPRODUCT(${condition(where, data, top, bottom, writing)}*1)`;
        const [any] = data.table.columns.values();
        const area = range(data, any!, top, bottom, writing);
        return data.table.orientation === "rows" ? `ROWS(${area})` : `COLUMNS(${area})`;
      });
      return together(parts);
    }
    case "total":
      return total(node, writing);
    default:
      // A bare column does not compile here, and days are those between bare columns.
      throw new NoFormula(EXCEL_WHY.tooInvolved());
  }
}

function together(parts: readonly string[]): string {
  return parts.length === 1 ? parts.join("") : `(${parts.join("+")})`;
}

function times(formula: string, power: number): string {
  return power === 0 ? formula : `(${formula})*${plain(tenTo(power))}`;
}

function bracketed(node: Node, binding: number, right: boolean, writing: Writing): string {
  const text = write(node, writing);
  const own = node.kind === "arithmetic" ? BINDING[node.operator] : node.kind === "negate" ? 0 : 9;
  return own < binding || (right && own === binding) ? `(${text})` : text;
}

function sum(node: SumNode, writing: Writing): string {
  const data = table(node.table, writing);
  const { operand, where } = node;
  if (where === undefined && (operand.kind === "cell" || operand.kind === "member")) {
    const { place } = column(operand, writing);
    const figures = figuresOf(writing.context, data, place);
    const areas = runs(data).map(({ top, bottom }) => {
      readable(data, place, figures, top, bottom, false);
      return range(data, place, top, bottom, writing);
    });
    return scaled(`SUM(${areas.join(",")})`, toWritten(figures.unit, writing));
  }
  const parts = runs(data).map(({ top, bottom }) => {
    const picked = where === undefined ? "" : `${condition(where, data, top, bottom, writing)}*`;
    return `SUMPRODUCT(${picked}${array(operand, data, top, bottom, writing)})`;
  });
  return together(parts);
}

function total(node: Extract<Node, { readonly kind: "total" }>, writing: Writing): string {
  const { data, place } = column(node.operand, writing);
  const [printed] = data.table.totalRows;
  if (printed === undefined || (!node.printed && leftOutBy(data, 0).length > 0)) {
    return sum(
      {
        kind: "sum",
        table: node.operand.table,
        operand: node.operand,
        where: undefined,
        quantity: node.quantity,
        at: node.at,
      },
      writing,
    );
  }
  const figures = figuresOf(writing.context, data, place);
  readable(data, place, figures, data.dataRows, data.dataRows, true);
  return scaled(range(data, place, data.dataRows, data.dataRows, writing), toWritten(figures.unit, writing));
}
