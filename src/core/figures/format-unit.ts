/** Which unit a cell's number format says the stored value has, beside the unit of its column's label. */
import type { FormatSection } from "../workbook/number-format";
import { CONVERTED, SHOWN_OTHERWISE } from "./figure";
import { MONEY_UNITS, type Unit } from "./unit";

export interface StoredUnit {
  /** Power of ten from the stored value to the column's unit: 元 stored in a 万元 column is -4. */
  readonly toColumn: number;
  /** CONVERTED and SHOWN_OTHERWISE, added up. */
  readonly marks: number;
}

const AS_LABELLED: StoredUnit = { toColumn: 0, marks: 0 };
const SHOWN_APART: StoredUnit = { toColumn: 0, marks: SHOWN_OTHERWISE };
/** A bare 万 or 亿 beside the digits stands for 万元 and 亿元. */
const LITERAL_UNITS: readonly (readonly [string, number])[] = [
  ...[...MONEY_UNITS]
    .reverse()
    .map((unit) => [unit.name, unit.power] as const)
    .filter(([name]) => name !== "元"),
  ["亿", 8],
  ["万", 4],
  ["元", 0],
];

/**
 * A format that divides (`0!.0,`, `#,##0.00,,`) or names a unit (`0"万元"`) shows another value or unit than the one
 * stored. Named: the stored unit is the named one over the division. Not named: the value shown is taken to be in
 * the label's unit, if that gives the stored value a money unit (元 under a label 万元 with `0!.0,`); else the
 * stored value is in the label's unit and merely shown otherwise.
 */
export function storedUnit(section: FormatSection, label: Unit): StoredUnit {
  if (section.kind === "date" || section.kind === "time") return SHOWN_APART;
  if (section.percent) return SHOWN_APART;
  if (!section.digits) return SHOWN_APART;
  if (label.dimension !== "money") return section.shift > 0 ? SHOWN_APART : AS_LABELLED;
  const named = LITERAL_UNITS.find(([name]) => section.literal.includes(name));
  const shown = named?.[1] ?? label.power;
  const stored = shown - section.shift;
  if (!MONEY_UNITS.some((unit) => unit.power === stored)) return SHOWN_APART;
  const toColumn = stored - label.power;
  return {
    toColumn,
    marks: (toColumn === 0 ? 0 : CONVERTED) + (shown === label.power ? 0 : SHOWN_OTHERWISE),
  };
}
