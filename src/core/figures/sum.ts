/** Exact sums over figure columns: integers of one scale, spilling into BigInt before a digit could be lost. */
import { type Decimal, decimalOf } from "./decimal";
import type { FigureColumn } from "./figure";

/** An exact running sum of integers; order never matters. */
export class ExactSum {
  private small = 0;
  private large = 0n;

  add(units: number | bigint): void {
    if (typeof units === "bigint") {
      this.large += units;
      return;
    }
    const next = this.small + units;
    if (Number.isSafeInteger(next)) {
      this.small = next;
      return;
    }
    this.large += BigInt(this.small) + BigInt(units);
    this.small = 0;
  }

  total(): bigint {
    return this.large + BigInt(this.small);
  }
}

/** Integer of the i-th figure at the column's scale; 0 where there is none. */
export function unitsAt(column: FigureColumn, index: number): number | bigint {
  return column.big?.[index] ?? column.units[index]!;
}

/** The i-th figure in the column's unit; 0 where there is none. */
export function valueAt(column: FigureColumn, index: number): Decimal {
  return decimalOf(unitsAt(column, index), column.scale);
}
