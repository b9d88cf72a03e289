/** The sentence for 完成情况: the pack's words with the workbook's figures. */
import { fractionOf, multiply, rounded } from "./fraction";
import type { IndicatorSpec, Language } from "../pack/pack";
import type { Reading } from "./prepared";

/** {name} in a sentence. */
export const PLACE = /\{([A-Za-z][A-Za-z0-9_-]{0,39})\}/g;

/** "" where the indicator has no sentence or one of its figures is missing. */
export function indicatorFacts(
  indicator: IndicatorSpec,
  read: (expression: string) => Reading,
  language: Language,
): string {
  const { facts } = indicator;
  if (facts === undefined) return "";
  const shown = new Map<string, string>();
  for (const [name, expression] of Object.entries(facts.values)) {
    const reading = read(expression);
    if (!reading.ok) return "";
    shown.set(name, factText(reading));
  }
  return facts.sentence[language].replace(PLACE, (place, name: string) => shown.get(name) ?? place);
}

/** "142565.84万元", "231", "99.77%": amounts as exact as they stand, rates in percent with 2 decimals. */
function factText({ value, unit }: Extract<Reading, { ok: true }>): string {
  if (unit.dimension === "rate") {
    const percent = unit.power === -2 ? value : multiply(value, fractionOf("100"));
    return `${rounded(percent, 2)}%`;
  }
  return `${rounded(value, 8)}${unit.dimension === "money" ? unit.name : ""}`;
}
