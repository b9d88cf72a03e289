/** A sheet seen through something: whoever listens, or shows less of it, says only what is different. */
import type { Area } from "./address";
import type { CellKind, SheetSnapshot, Visibility } from "./snapshot";

export class SheetView implements SheetSnapshot {
  readonly name: string;
  readonly visibility: Visibility;

  constructor(protected readonly sheet: SheetSnapshot) {
    this.name = sheet.name;
    this.visibility = sheet.visibility;
  }

  get rowCount(): number {
    return this.sheet.rowCount;
  }

  get columnCount(): number {
    return this.sheet.columnCount;
  }

  get merges(): readonly Area[] {
    return this.sheet.merges;
  }

  kind(row: number, column: number): CellKind {
    return this.sheet.kind(row, column);
  }

  number(row: number, column: number): number {
    return this.sheet.number(row, column);
  }

  numbers(column: number, rows: Int32Array): Float64Array {
    return this.sheet.numbers(column, rows);
  }

  text(row: number, column: number): string {
    return this.sheet.text(row, column);
  }

  formula(row: number, column: number): string | undefined {
    return this.sheet.formula(row, column);
  }

  stored(row: number, column: number): boolean {
    return this.sheet.stored(row, column);
  }

  format(row: number, column: number): string {
    return this.sheet.format(row, column);
  }

  hiddenRow(row: number): boolean {
    return this.sheet.hiddenRow(row);
  }

  hiddenColumn(column: number): boolean {
    return this.sheet.hiddenColumn(column);
  }
}
