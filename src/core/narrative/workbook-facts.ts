/** The workbook's side: the value of each fact of the pack, as plain data. */
import { plain } from "../figures/decimal";
import type { Pack, Text } from "../pack/pack";
import { compileExpression, evaluateExpression, type RuleContext } from "../rules/language";
import type { SheetArea } from "../workbook/address";

export type WorkbookFact =
  | {
      readonly id: string;
      readonly known: true;
      /** Plain decimal in `unit`; a rate is a fraction. */
      readonly value: string;
      readonly unit: { readonly dimension: string; readonly name: string; readonly power: number };
      readonly cells: readonly SheetArea[];
      /** The arithmetic in figures. */
      readonly text: string;
    }
  | { readonly id: string; readonly known: false; readonly why: Text };

/** Values of all facts of the pack, in its order. */
export function workbookFacts(pack: Pack, context: RuleContext): readonly WorkbookFact[] {
  return (pack.facts ?? []).map((fact): WorkbookFact => {
    const compiled = compileExpression(fact.value, pack);
    if (!compiled.ok) {
      const [error] = compiled.errors;
      return { id: fact.id, known: false, why: error?.message ?? { "zh-CN": fact.value, en: fact.value } };
    }
    const value = evaluateExpression(compiled.value, context);
    if (!value.ok) return { id: fact.id, known: false, why: value.why };
    const { dimension, name, power } = value.unit;
    return {
      id: fact.id,
      known: true,
      value: plain(value.value),
      unit: { dimension, name, power },
      cells: value.cells,
      text: value.text,
    };
  });
}
