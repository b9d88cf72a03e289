/**
 * A sheet seen through something: whoever listens, or shows less of it, says only what is different. What a cell is,
 * its text and whether it is stored nobody listens to: they are asked of the sheet itself, however many views lie over it.
 */
import type { Area } from "./address";
import type { CellKind, SheetSnapshot, TextIds, Visibility } from "./snapshot";

export class SheetView implements SheetSnapshot {
  readonly name: string;
  readonly visibility: Visibility;
  /** Below all views. */
  private readonly cells: SheetSnapshot;

  constructor(protected readonly sheet: SheetSnapshot) {
    this.name = sheet.name;
    this.visibility = sheet.visibility;
    this.cells = sheet instanceof SheetView ? sheet.cells : sheet;
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
    return this.cells.kind(row, column);
  }

  number(row: number, column: number): number {
    return this.sheet.number(row, column);
  }

  numbers(column: number, rows: Int32Array): Float64Array {
    return this.sheet.numbers(column, rows);
  }

  text(row: number, column: number): string {
    return this.cells.text(row, column);
  }

  textIds(column: number, rows: Int32Array): TextIds {
    return this.cells.textIds(column, rows);
  }

  formula(row: number, column: number): string | undefined {
    return this.sheet.formula(row, column);
  }

  stored(row: number, column: number): boolean {
    return this.cells.stored(row, column);
  }

  format(row: number, column: number): string {
    return this.sheet.format(row, column);
  }

  hiddenRow(row: number): boolean {
    return this.cells.hiddenRow(row);
  }

  hiddenColumn(column: number): boolean {
    return this.cells.hiddenColumn(column);
  }
}
