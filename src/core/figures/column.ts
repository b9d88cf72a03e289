/** Reads a column of a table as figures in one pass: typed storage, exact, no object per cell. */
import { type FormatSection, parseNumberFormat, sectionFor } from "../workbook/number-format";
import type { CellKind, SheetSnapshot } from "../workbook/snapshot";
import { parseAmount } from "./amount";
import {
  CONVERTED,
  ERROR_VALUE,
  FIGURE,
  type FigureColumn,
  NOT_A_NUMBER,
  NOT_CALCULATED,
  NOTHING,
} from "./figure";
import { fastScale, fastUnits, fifteenDigits, MAX_SCALE } from "./fifteen";
import { type StoredUnit, storedUnit } from "./format-unit";
import { countKind, type GluedUnit, type Unit } from "./unit";

/** What a pack says of written precision, by unit. */
export interface PrecisionRules {
  readonly decimals: Readonly<Record<string, number>>;
  readonly rateDecimals: number;
}

/** For a money unit that the pack does not name. */
const MONEY_DECIMALS = 2;
/** A % cell in a column of points holds a fraction unless it is beyond what a rate can be: 0.9977, but not 99.77. */
const GREATEST_FRACTION = 2;

/** Least written precision of figures in a unit, in that unit: 2 for 万元, 2 for points where fractions have 4. */
export function leastDecimals(unit: Unit, rules: PrecisionRules): number {
  switch (unit.dimension) {
    case "money":
      return rules.decimals[unit.name] ?? MONEY_DECIMALS;
    case "rate":
      return Math.max(0, rules.rateDecimals + unit.power);
    case "score":
    case "count":
    case "days":
    case "date":
    case "text":
      return 0;
  }
}

/** Figures while they are read: each with a scale of its own. */
export interface Draft {
  readonly states: Uint8Array;
  readonly units: Float64Array;
  readonly scales: Uint8Array;
  /** Integers beyond the safe ones, by index. */
  readonly big: Map<number, bigint>;
  readonly decimals: Uint8Array;
  readonly fromText: Uint8Array;
  readonly marks: Uint8Array;
}

/**
 * @param column sheet column
 * @param rows sheet rows; index i of the result belongs to rows[i]
 * @param unit of the column; money, count, days or rate (dates: `readDates`)
 * @param least written precision that every figure has at least, unless its number format fixes more or fewer
 * @param label money: the unit that the column's label names, where most formats show the stored `unit` as that one
 */
export function readFigures(
  sheet: SheetSnapshot,
  column: number,
  rows: Int32Array,
  unit: Unit,
  least: number,
  label: Unit = unit,
): FigureColumn {
  const draft = newDraft(rows.length);
  const numbers = sheet.numbers(column, rows);
  const bySection = new Map<FormatSection, CellFormat>();
  const toldBy = (section: FormatSection): CellFormat => {
    let told = bySection.get(section);
    if (told === undefined) {
      told = cellFormat(section, unit, least, label);
      bySection.set(section, told);
    }
    return told;
  };
  let code: string | undefined;
  let format = parseNumberFormat("");
  /** What every number in the format is told by; undefined where that goes by its value. */
  let only: CellFormat | undefined;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const value = numbers[index]!;
    if (Number.isFinite(value)) {
      const own = sheet.format(row, column);
      if (own !== code) {
        code = own;
        format = parseNumberFormat(own);
        only = format.sections.length === 1 ? toldBy(format.sections[0]) : undefined;
      }
      const told = only ?? toldBy(sectionFor(format, value));
      putNumber(draft, index, value, told, unit);
    } else {
      const kind = sheet.kind(row, column);
      if (kind === "text") putText(draft, index, sheet.text(row, column), unit, least);
      else draft.states[index] = stateOf(kind, sheet.stored(row, column));
    }
  }
  return finish(draft, unit);
}

/** Of a cell that holds neither a finite number nor a text. */
export function stateOf(kind: CellKind, stored: boolean): number {
  switch (kind) {
    case "error":
      return ERROR_VALUE;
    case "blank":
      return stored ? NOTHING : NOT_CALCULATED;
    default:
      return NOT_A_NUMBER;
  }
}

export function newDraft(length: number): Draft {
  return {
    states: new Uint8Array(length),
    units: new Float64Array(length),
    scales: new Uint8Array(length),
    big: new Map(),
    decimals: new Uint8Array(length),
    fromText: new Uint8Array(length),
    marks: new Uint8Array(length),
  };
}

/** What a format section means for the cells of this column. */
interface CellFormat {
  readonly section: FormatSection;
  /** Written precision that the format or, without one, the unit gives, in the column's unit. */
  readonly decimals: number;
  readonly toColumn: number;
  readonly marks: number;
}

function cellFormat(section: FormatSection, unit: Unit, least: number, label: Unit): CellFormat {
  if (unit.dimension === "rate") {
    const percent = section.percent ? (section.decimals ?? 0) + 2 + unit.power : 0;
    return { section, decimals: Math.max(percent, least), toColumn: 0, marks: 0 };
  }
  const { toColumn, marks } = storedAs(section, unit, label);
  // Whole numbers by format (0, #,##0) fix no decimals: 100000 of 万元 stands for 100000.00, never for ±0.5.
  const fixed = section.shift === 0 && toColumn === 0 && !section.percent ? section.decimals : undefined;
  return { section, decimals: fixed ?? least, toColumn, marks };
}

/** A format that shows the column's unit in the label's (`0!.0,` over 元 under a label 万元) shows what it should. */
function storedAs(section: FormatSection, unit: Unit, label: Unit): StoredUnit {
  if (label.power !== unit.power && section.shift > 0) {
    const told = storedUnit(section, label);
    if (label.power + told.toColumn === unit.power) return { toColumn: 0, marks: told.marks & ~CONVERTED };
  }
  return storedUnit(section, unit);
}

/** Counts and days stand for themselves. */
function isExact(unit: Unit): boolean {
  return unit.dimension === "count" || unit.dimension === "days";
}

function putNumber(draft: Draft, index: number, value: number, told: CellFormat, unit: Unit): void {
  const fraction = unit.dimension === "rate" && told.section.percent;
  const toColumn = fraction && Math.abs(value) <= GREATEST_FRACTION ? -unit.power : told.toColumn;
  // Most figures of a column have as many decimals as the one above.
  let scale = fastScale(value, draft.scales[index - 1]);
  if (scale >= 0 && toColumn === 0) {
    draft.units[index] = fastUnits(value, scale);
    draft.scales[index] = scale;
  } else {
    const exact = fifteenDigits(value);
    scale = putExact(draft, index, BigInt(exact.units), exact.scale, toColumn);
  }
  draft.states[index] = FIGURE;
  draft.decimals[index] = isExact(unit) ? 0 : Math.max(scale, told.decimals);
  // A zero shown as a dash shows nothing else than itself.
  draft.marks[index] = value === 0 ? 0 : told.marks;
}

function putText(draft: Draft, index: number, text: string, unit: Unit, least: number): void {
  const amount = parseAmount(text);
  if (amount.kind === "nothing") return;
  const toColumn = amount.kind === "amount" ? toColumnOf(amount.unit, amount.currency, unit) : undefined;
  if (amount.kind === "not-a-number" || toColumn === undefined) {
    draft.states[index] = NOT_A_NUMBER;
    return;
  }
  const scale = putExact(draft, index, amount.units, amount.scale, toColumn);
  draft.states[index] = FIGURE;
  draft.decimals[index] = isExact(unit) ? 0 : Math.max(scale, least);
  draft.fromText[index] = 1;
  draft.marks[index] = toColumn !== 0 && unit.dimension !== "rate" ? CONVERTED : 0;
}

/** Power of ten from a glued unit to the column's; undefined where the two cannot be the same quantity. */
function toColumnOf(glued: GluedUnit | undefined, currency: boolean, unit: Unit): number | undefined {
  if (currency && unit.dimension !== "money") return undefined;
  // ¥ alone says 元; whether a column of 万元 meant it so is the officer's to say.
  if (glued === undefined) return currency && unit.power !== 0 ? undefined : 0;
  if (glued.dimension === "any") {
    if (unit.dimension === "money") return glued.power - unit.power;
    return unit.dimension === "count" ? glued.power : undefined;
  }
  if (glued.dimension !== unit.dimension) return undefined;
  if (glued.dimension === "count" && !sameCount(glued.base, unit.name)) return undefined;
  return glued.power - unit.power;
}

function sameCount(glued: string, column: string): boolean {
  return column === "" || countKind(glued) === countKind(column);
}

/** Stores units × 10^-scale × 10^power; gives the scale after conversion. */
export function putExact(draft: Draft, index: number, units: bigint, scale: number, power: number): number {
  let exact = units;
  let places = scale - power;
  if (places < 0) {
    exact *= 10n ** BigInt(-places);
    places = 0;
  }
  const small = Number(exact);
  if (Number.isSafeInteger(small)) draft.units[index] = small;
  else draft.big.set(index, exact);
  draft.scales[index] = places;
  return places;
}

/** Brings all figures to one scale; BigInt only where a number could lose a digit. */
export function finish(draft: Draft, unit: Unit): FigureColumn {
  const { states, units, scales, decimals, fromText, marks } = draft;
  const { length } = states;
  let scale = 0;
  for (let index = 0; index < length; index += 1) if (scales[index]! > scale) scale = scales[index]!;
  const shared = { unit, length, states, scale, decimals, fromText, marks, units };
  if (draft.big.size === 0 && scale <= MAX_SCALE && scaledSafely(draft, scale))
    return { ...shared, big: undefined };
  const big: bigint[] = [];
  for (let index = 0; index < length; index += 1) {
    const own = draft.big.get(index) ?? BigInt(units[index]!);
    const exact = own * 10n ** BigInt(scale - scales[index]!);
    big.push(exact);
    units[index] = Number(exact);
  }
  return { ...shared, big };
}

/** @returns false, with nothing changed, where a figure at that scale could lose a digit */
function scaledSafely({ units, scales }: Draft, scale: number): boolean {
  const factors = Array.from({ length: scale + 1 }, (_, own) => 10 ** (scale - own));
  for (let index = 0; index < units.length; index += 1) {
    const scaled = units[index]! * factors[scales[index]!]!;
    if (scaled > Number.MAX_SAFE_INTEGER || scaled < -Number.MAX_SAFE_INTEGER) return false;
  }
  for (let index = 0; index < units.length; index += 1) {
    units[index] = units[index]! * factors[scales[index]!]!;
  }
  return true;
}
