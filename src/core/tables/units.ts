/** In which unit a table's columns are written: header words, unit line, number formats, the pack's own. */
import { rateUnit } from "../figures/rate";
import { countUnit, DATE, DAYS, MONEY_UNITS, moneyUnit, SCORE, TEXT, type Unit } from "../figures/unit";
import type { ColumnSpec } from "../pack/pack";
import { parseNumberFormat, sectionFor } from "../workbook/number-format";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { HeaderColumn } from "./header-columns";

const SAMPLE = 200;

/**
 * Money unit of a table: its unit line's, else what its money columns say of themselves, else the pack's, else 元.
 * @param headers headers of its money columns
 */
export function tableUnit(
  unitNames: readonly string[],
  headers: readonly HeaderColumn[],
  packUnit: string | undefined,
): Unit {
  for (const name of unitNames) {
    const unit = moneyUnit(name);
    if (unit !== undefined) return unit;
  }
  const counts = new Map<Unit, number>();
  for (const header of headers) {
    const unit = headerUnit(header);
    if (unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? moneyUnit(packUnit ?? "元")!;
}

/**
 * Unit of one column's stored figures.
 * @param rows rows that hold its figures
 */
export function columnUnit(
  sheet: SheetSnapshot,
  spec: ColumnSpec,
  header: HeaderColumn,
  rows: Int32Array,
  table: Unit,
): Unit {
  switch (spec.type) {
    case "money": {
      const label = labelUnit(header, table);
      const power = label.power - shownPower(sheet, rows, header.column);
      return MONEY_UNITS.find((unit) => unit.power === power) ?? label;
    }
    case "count":
      return countUnit(spec.unit ?? "");
    case "rate":
      return rateUnit(sheet, header.column, rows);
    case "score":
      return SCORE;
    case "date":
      return DATE;
    case "days":
      return DAYS;
    case "text":
    case "key":
      return TEXT;
  }
}

/** Unit of a money column as its header or its table names it, whatever the number formats show. */
export function labelUnit(header: HeaderColumn, table: Unit): Unit {
  return headerUnit(header) ?? table;
}

/** What the lowest header that names a money unit names. */
function headerUnit(header: HeaderColumn): Unit | undefined {
  const names = [...header.path].reverse().flatMap(({ units }) => units);
  return names.map(moneyUnit).find((unit) => unit !== undefined);
}

/** Power of ten by which most of a column's formats show less than is stored: `0!.0,` 4. */
function shownPower(sheet: SheetSnapshot, rows: Int32Array, column: number): number {
  const counts = new Map<number, number>();
  let seen = 0;
  for (const row of rows) {
    if (seen === SAMPLE) break;
    if (sheet.kind(row, column) !== "number") continue;
    seen++;
    const power = shiftOf(sheet, row, column);
    counts.set(power, (counts.get(power) ?? 0) + 1);
  }
  let most = 0;
  for (const [power, count] of counts) if (count > (counts.get(most) ?? 0)) most = power;
  return most;
}

/** The figure is asked for only where its format has sections to choose from. */
function shiftOf(sheet: SheetSnapshot, row: number, column: number): number {
  const format = parseNumberFormat(sheet.format(row, column));
  if (format.sections.length === 1) return format.sections[0]!.shift;
  return sectionFor(format, sheet.number(row, column)).shift;
}
