/** One value from a compiled expression, with the cells and the arithmetic behind it. */
import { type Decimal, tenTo } from "../figures/decimal";
import { countUnit, FRACTION, type Unit } from "../figures/unit";
import type { Text } from "../pack/pack";
import { areasOf, type SheetArea } from "../workbook/address";
import type { CompiledExpression } from "./compile";
import type { RuleContext } from "./context";
import { inFigures, isLeaf, shownValue, withCells } from "./figures-text";
import { valueOf } from "./point";
import { traceAt, WHOLE } from "./trace";

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

/** Never throws; what cannot be calculated comes with why, and with the cell that stands in the way. */
export function evaluateExpression(compiled: CompiledExpression, context: RuleContext): Evaluated {
  const trace = traceAt(context, WHOLE, true);
  const value = valueOf(compiled.node, trace);
  if (value === undefined) {
    const stop = trace.stop!;
    return { ok: false, why: withCells(stop), cells: stop.cell === undefined ? [] : areasOf([stop.cell]) };
  }
  const unit = trace.unit ?? (compiled.node.quantity === "rate" ? FRACTION : countUnit(""));
  return {
    ok: true,
    value: value.dividedBy(tenTo(unit.power)),
    unit,
    cells: areasOf(trace.cells!),
    text: isLeaf(compiled.node)
      ? shownValue(value, trace.unit)
      : inFigures(compiled.node, context, WHOLE, unit),
  };
}
