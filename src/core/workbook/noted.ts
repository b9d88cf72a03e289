/** A view of a workbook that notes which cells' figures somebody reads: whoever read none of them cannot depend on them. */
import type { SheetSnapshot, WorkbookSnapshot } from "./snapshot";

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

export function noteReads(workbook: WorkbookSnapshot): NotedReads {
  const noted = new Map<string, Set<number> | "all">();
  let noting = true;
  function note(sheet: string, row: number, column: number): void {
    let cells = noted.get(sheet);
    if (cells === "all") return;
    if (cells === undefined) noted.set(sheet, (cells = new Set()));
    cells.add(row * COLUMNS + column);
    if (cells.size > MOST) noted.set(sheet, "all");
  }
  const listening = (sheet: SheetSnapshot): SheetSnapshot => ({
    name: sheet.name,
    visibility: sheet.visibility,
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    kind: (row, column) => sheet.kind(row, column),
    number: (row, column) => {
      if (noting) note(sheet.name, row, column);
      return sheet.number(row, column);
    },
    text: (row, column) => sheet.text(row, column),
    formula: (row, column) => sheet.formula(row, column),
    stored: (row, column) => sheet.stored(row, column),
    format: (row, column) => sheet.format(row, column),
    merges: sheet.merges,
    hiddenRow: (row) => sheet.hiddenRow(row),
    hiddenColumn: (column) => sheet.hiddenColumn(column),
  });
  return {
    view: { ...workbook, sheets: workbook.sheets.map(listening) },
    stop: () => {
      noting = false;
    },
    read(sheet, row, column) {
      const cells = noted.get(sheet);
      return cells === "all" || (cells?.has(row * COLUMNS + column) ?? false);
    },
  };
}
