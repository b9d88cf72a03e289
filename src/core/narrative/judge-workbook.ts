/** Judges what the text says of the pack's facts against the workbook: equal, 尾差, different; what only one of them has. */
import { NARRATIVE_TEXTS } from "../../texts/narrative";
import { Decimal, plain } from "../figures/decimal";
import { PERCENT, type Unit } from "../figures/unit";
import type { FactSpec, Judgement, Language } from "../pack/pack";
import type { SheetArea } from "../workbook/address";
import { type Agreement, agree, type Valued, valueIn } from "./agreement";
import type { Narrative } from "./document";
import { type Draft, type Quote, quotesOf, said } from "./finding";
import type { StatedFact, StatedValue } from "./stated-facts";
import type { WorkbookFact } from "./workbook-facts";

type Known = Extract<WorkbookFact, { known: true }>;

/** One finding for each value of the text that is not the workbook's. */
export function judgeAgainstWorkbook(
  stated: readonly StatedFact[],
  held: readonly WorkbookFact[],
  judgement: Judgement,
): readonly Draft[] {
  const byId = new Map(held.map((fact) => [fact.id, fact]));
  return stated.flatMap(({ fact, values }): readonly Draft[] => {
    const own = byId.get(fact.id);
    return own?.known === true ? values.flatMap((value) => judgeValue(fact, value, own, judgement)) : [];
  });
}

/** A fact that only one side has: to look at, no finding. */
export interface OneSided {
  readonly fact: string;
  readonly only: "report" | "workbook";
  readonly message: string;
  readonly quotes: readonly Quote[];
  readonly cells: readonly SheetArea[];
}

export function oneSided(
  stated: readonly StatedFact[],
  facts: readonly FactSpec[],
  held: readonly WorkbookFact[],
  narrative: Narrative,
  language: Language,
): readonly OneSided[] {
  const byId = new Map(held.map((fact) => [fact.id, fact]));
  const told = new Map(stated.map((one) => [one.fact.id, one]));
  return facts.flatMap((fact): readonly OneSided[] => {
    const own = byId.get(fact.id);
    const values = told.get(fact.id)?.values ?? [];
    if (own === undefined || (own.known && values.length > 0)) return [];
    if (own.known) return [onlyInWorkbook(fact, own, language)];
    return values.map((value) => ({
      fact: fact.id,
      only: "report",
      message: NARRATIVE_TEXTS.notInWorkbook(fact.label, said(value), own.why[language])[language],
      quotes: quotesOf(value.figures, narrative),
      cells: [],
    }));
  });
}

/** The workbook's value as a figure of its own, as exact as its digits. */
export function heldValue(held: Known): Valued {
  const value = new Decimal(held.value);
  if (held.unit.dimension === "rate") {
    const points = value.times(new Decimal(10).pow(held.unit.power + 2));
    return { value: points, unit: PERCENT, decimals: points.decimalPlaces() };
  }
  const { name, power } = held.unit;
  const unit: Unit = { dimension: held.unit.dimension === "money" ? "money" : "count", name, power };
  return { value, unit, decimals: value.decimalPlaces() };
}

function judgeValue(fact: FactSpec, value: StatedValue, held: Known, judgement: Judgement): readonly Draft[] {
  // A figure that its listed parts make exact is held to the workbook as it stands in the text.
  const [figure] = value.figures;
  const written: Valued = value.byParts ? figure : value;
  const against = heldValue(held);
  const agreement =
    held.unit.dimension === "rate" ? rateAgreement(written, against) : agree(written, against, judgement);
  if (agreement.verdict === "passed") return [];
  const unit = written.unit;
  const shown =
    held.unit.dimension === "rate" ? against.value.toDecimalPlaces(written.decimals + 2) : against.value;
  return [
    {
      rule: "report.workbook",
      severity: agreement.verdict,
      confidence: "sure",
      message: NARRATIVE_TEXTS.workbook(
        fact.label,
        said(written),
        said({ value: shown, unit: { ...against.unit, name: against.unit.name || unit.name } }),
        said({ value: agreement.difference.abs(), unit }),
        agreement.verdict,
      ),
      at: value.figures,
      figures: [plain(written.value), plain(valueIn(against, unit))],
      unit: unit.name,
      difference: plain(agreement.difference),
      tolerance: plain(agreement.tolerance),
      left: { value: plain(written.value), cells: [] },
      right: { value: plain(valueIn({ ...against, value: shown }, unit)), cells: held.cells },
      fact: fact.id,
    },
  ];
}

/** A rate in the text is the workbook's exact quotient rounded, or cut off (截断), to the decimals written. */
function rateAgreement(written: Valued, held: Valued): Agreement {
  const difference = written.value.minus(held.value);
  const step = new Decimal(10).pow(-written.decimals);
  const rounded = held.value.toDecimalPlaces(Math.max(0, written.decimals));
  const passed = rounded.equals(written.value);
  const verdict = passed ? "passed" : difference.abs().lessThan(step) ? "warning" : "error";
  return { verdict, difference: difference.toDecimalPlaces(written.decimals + 4), tolerance: step };
}

function onlyInWorkbook(fact: FactSpec, held: Known, language: Language): OneSided {
  const value = heldValue(held);
  const shown = held.unit.dimension === "rate" ? value.value.toDecimalPlaces(2) : value.value;
  const unit = { ...value.unit, name: value.unit.name || fact.unit };
  return {
    fact: fact.id,
    only: "workbook",
    message: NARRATIVE_TEXTS.notInReport(fact.label, said({ value: shown, unit }))[language],
    quotes: [],
    cells: held.cells,
  };
}
