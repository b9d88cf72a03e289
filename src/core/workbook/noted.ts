/** A view of a workbook that notes which cells' figures somebody reads: whoever read none of them cannot depend on them. */
import type { SheetSnapshot, WorkbookSnapshot } from "./snapshot";
import { SheetView } from "./view";

export interface NotedReads {
  readonly view: WorkbookSnapshot;
  /** From now on nothing is noted. */
  readonly stop: () => void;
  /** Whether the figure of this cell was read; true too where too many were to be noted. */
  read(sheet: string, row: number, column: number): boolean;
}

/** Cells noted of one sheet; a reader of more reads the sheet whole. */
const MOST = 200_000;
const COLUMNS = 16_384;

class Notes {
  isOpen = true;
  private readonly cells = new Map<string, Set<number> | "all">();

  add(sheet: string, row: number, column: number): void {
    let cells = this.cells.get(sheet);
    if (cells === "all") return;
    if (cells === undefined) this.cells.set(sheet, (cells = new Set()));
    cells.add(row * COLUMNS + column);
    if (cells.size > MOST) this.cells.set(sheet, "all");
  }

  has(sheet: string, row: number, column: number): boolean {
    const cells = this.cells.get(sheet);
    return cells === "all" || (cells?.has(row * COLUMNS + column) ?? false);
  }
}

class NotedSheet extends SheetView {
  constructor(
    sheet: SheetSnapshot,
    private readonly notes: Notes,
  ) {
    super(sheet);
  }

  override number(row: number, column: number): number {
    if (this.notes.isOpen) this.notes.add(this.name, row, column);
    return this.sheet.number(row, column);
  }

  override numbers(column: number, rows: Int32Array): Float64Array {
    if (this.notes.isOpen) for (const row of rows) this.notes.add(this.name, row, column);
    return this.sheet.numbers(column, rows);
  }
}

export function noteReads(workbook: WorkbookSnapshot): NotedReads {
  const notes = new Notes();
  return {
    view: { ...workbook, sheets: workbook.sheets.map((sheet) => new NotedSheet(sheet, notes)) },
    stop: () => {
      notes.isOpen = false;
    },
    read: (sheet, row, column) => notes.has(sheet, row, column),
  };
}
