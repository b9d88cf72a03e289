/** Whether a column of rates holds fractions (0.9977) or points (99.77): decided once for the column. */
import { parseNumberFormat, sectionFor } from "../workbook/number-format";
import type { SheetSnapshot } from "../workbook/snapshot";
import { parseAmount } from "./amount";
import { FRACTION, PERCENT, type Unit } from "./unit";

/** A rate may pass 1 (spending of 102% of a budget) but not this; a share in points is seldom below it. */
const GREATEST_FRACTION = 2;

/**
 * FRACTION or PERCENT (points). A cell with a % format below 200% is a fraction whatever the rest says; "99.77%"
 * as text says its own unit and has no vote. Else the middle of the figures that are not 0 decides: 0.98, 1.02, 1
 * are fractions; 99.5, 100, 1 are points.
 */
export function rateUnit(sheet: SheetSnapshot, column: number, rows: Int32Array): Unit {
  const sizes: number[] = [];
  for (const row of rows) {
    const kind = sheet.kind(row, column);
    if (kind === "number") {
      const size = Math.abs(sheet.number(row, column));
      const percent = sectionFor(parseNumberFormat(sheet.format(row, column)), size).percent;
      if (percent && size > 0 && size <= GREATEST_FRACTION) return FRACTION;
      if (size > 0) sizes.push(size);
    } else if (kind === "text") {
      const amount = parseAmount(sheet.text(row, column));
      if (amount.kind !== "amount" || amount.unit !== undefined || amount.units === 0n) continue;
      sizes.push(Math.abs(Number(amount.units)) / 10 ** amount.scale);
    }
  }
  sizes.sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return middle > GREATEST_FRACTION ? PERCENT : FRACTION;
}
