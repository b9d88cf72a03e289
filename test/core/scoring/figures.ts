/** A workbook reduced to what its expressions come to, and methods prepared and scored over it. */
import Decimal from "decimal.js";
import { countUnit, DAYS, FRACTION, moneyUnit, type Unit } from "../../../src/core/figures/unit";
import type { Text } from "../../../src/core/pack/pack";
import type { PackProblem } from "../../../src/core/pack/problem";
import { fractionOf, rounded } from "../../../src/core/scoring/fraction";
import { prepareMethod } from "../../../src/core/scoring/methods";
import type { CheckState, Outcome, ScoringInput } from "../../../src/core/scoring/prepared";
import { scoreFormula, valueOf } from "../../../src/core/scoring/term";

export interface FakeFigure {
  readonly value: string;
  readonly unit: Unit;
  /** Cell of sheet S that holds it; a reason instead where no formula can read it. */
  readonly cell: string | Text;
}

const TEN_THOUSAND = moneyUnit("万元") ?? FRACTION;
const YUAN = moneyUnit("元") ?? FRACTION;

export const wan = (value: string, cell: string | Text = "A1"): FakeFigure => ({
  value,
  unit: TEN_THOUSAND,
  cell,
});
export const yuan = (value: string, cell: string | Text = "A1"): FakeFigure => ({ value, unit: YUAN, cell });
export const count = (value: string, cell: string | Text = "A1"): FakeFigure => ({
  value,
  unit: countUnit(""),
  cell,
});
export const days = (value: string, cell: string | Text = "A1"): FakeFigure => ({ value, unit: DAYS, cell });
export const share = (value: string, cell: string | Text = "A1"): FakeFigure => ({
  value,
  unit: FRACTION,
  cell,
});

export const NO_FIGURE: Text = { "zh-CN": "单元格是错误值", en: "the cell is an error" };

export function inputOf(
  figures: Readonly<Record<string, FakeFigure>>,
  checks: Readonly<Record<string, CheckState>> = {},
): ScoringInput {
  return {
    read: (expression) => {
      const figure = figures[expression];
      if (figure === undefined) return { ok: false, why: NO_FIGURE, cells: [] };
      const { value, unit, cell } = figure;
      return {
        ok: true,
        value: fractionOf(value),
        unit,
        cells: [{ sheet: "S", top: 0, left: 0, bottom: 0, right: 0 }],
        text: value,
        formula: typeof cell === "string" ? { ok: true, formula: `'S'!${cell}` } : { ok: false, why: cell },
      };
    },
    check: (id) => checks[id] ?? { kind: "passed" },
  };
}

/** Problems of a method's parameters; none where it can be used. */
export function problemsOf(spec: unknown, max: string): readonly PackProblem[] {
  const prepared = prepareMethod(spec, new Decimal(max), "m");
  return prepared.ok ? [] : prepared.problems;
}

export function outcomeOf(spec: unknown, max: string, input: ScoringInput): Outcome {
  const prepared = prepareMethod(spec, new Decimal(max), "m");
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  if (prepared.method.kind !== "computed") throw new Error("entered by hand");
  return prepared.method.score(input);
}

/** Points rounded to 2 decimals, or the reason why there are none. */
export function pointsOf(spec: unknown, max: string, input: ScoringInput): string {
  const outcome = outcomeOf(spec, max, input);
  if (!outcome.ok) return outcome.why.en;
  const value = valueOf(outcome.term);
  return value === undefined ? "divided by 0" : rounded(value, 2);
}

export function sentenceOf(spec: unknown, max: string, input: ScoringInput): Text {
  const outcome = outcomeOf(spec, max, input);
  return outcome.ok ? outcome.sentence : outcome.why;
}

/** The live formula, or "value: " and why there is none. */
export function liveOf(spec: unknown, max: string, input: ScoringInput): string {
  const outcome = outcomeOf(spec, max, input);
  if (!outcome.ok) return `value: ${outcome.why.en}`;
  const formula = scoreFormula(outcome.term, 2);
  return formula.ok ? formula.text : `value: ${formula.why.en}`;
}
