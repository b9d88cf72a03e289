/** The columns under a band of header rows, each with its headers from the top down. */
import type { SheetSnapshot } from "../workbook/snapshot";
import { cellText } from "./cell-text";
import type { HeaderText } from "./header-text";
import type { Merges } from "./merges";

export interface HeaderColumn {
  readonly column: number;
  /** Top to bottom; pure 其中 and empty wordings are left out. */
  readonly path: readonly HeaderText[];
  /** As they stand in the cells. */
  readonly raw: readonly string[];
  /** Lowest header cell of the column. */
  readonly row: number;
}

interface Cell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** Stands alone, not merged over several columns. */
  readonly spreads: boolean;
}

/** More columns than this are no form. */
export const MAX_HEADER_COLUMNS = 512;

/**
 * Reads a band.
 * @param rows its rows, top to bottom, without blank ones
 * @param read gives the parsed words of a text; callers share it to parse each text once
 */
export function headerColumns(
  sheet: SheetSnapshot,
  merges: Merges,
  rows: readonly number[],
  read: (text: string) => HeaderText,
): readonly HeaderColumn[] {
  const width = Math.min(sheet.columnCount, MAX_HEADER_COLUMNS);
  const grid = rows.map((row) => bandRow(sheet, merges, rows[0]!, row, width));
  spread(grid, width);
  const columns: HeaderColumn[] = [];
  for (let column = 0; column < width; column++) {
    const cells: Cell[] = [];
    for (const line of grid) {
      const cell = line[column];
      if (cell !== undefined && !same(cell, cells.at(-1))) cells.push(cell);
    }
    const lowest = cells.at(-1);
    // A blank column within a group has no header of its own.
    if (lowest === undefined || (!lowest.spreads && lowest.column !== column)) continue;
    const path = cells.map((cell) => read(cell.text)).filter((words) => words.full !== "");
    if (path.length === 0) continue;
    columns.push({ column, path, raw: cells.map((cell) => cell.text), row: lowest.row });
  }
  return columns;
}

function same(a: Cell, b: Cell | undefined): boolean {
  return b !== undefined && a.row === b.row && a.column === b.column;
}

/** One row of a band: each column's cell, a merged one standing for all its columns and rows. */
function bandRow(
  sheet: SheetSnapshot,
  merges: Merges,
  top: number,
  row: number,
  width: number,
): (Cell | undefined)[] {
  const line: (Cell | undefined)[] = [];
  for (let column = 0; column < width; column++) {
    const area = merges.at(row, column);
    if (area === undefined) {
      const text = cellText(sheet, row, column);
      line.push(text.trim() === "" ? undefined : { text, row, column, spreads: true });
      continue;
    }
    const left = line[column - 1];
    if (left !== undefined && column > area.left && left.row === area.top && left.column === area.left) {
      line.push(left);
      continue;
    }
    const text = area.top >= top ? cellText(sheet, area.top, area.left) : "";
    const spreads = area.left === area.right;
    line.push(text.trim() === "" ? undefined : { text, row: area.top, column: area.left, spreads });
  }
  return line;
}

/** A group header that is not merged stands for the empty cells right of it that have headers below. */
function spread(grid: (Cell | undefined)[][], width: number): void {
  for (let level = 0; level + 1 < grid.length; level++) {
    const line = grid[level]!;
    let group: Cell | undefined;
    for (let column = 0; column < width; column++) {
      const cell = line[column];
      const below = belowOf(grid, level, column, cell);
      if (cell !== undefined) {
        group = cell.spreads && below !== undefined ? cell : undefined;
      } else if (
        below === undefined ||
        group === undefined ||
        upper(grid, level, column) !== upper(grid, level, group.column)
      ) {
        group = undefined;
      } else line[column] = group;
    }
  }
}

function belowOf(
  grid: readonly (Cell | undefined)[][],
  level: number,
  column: number,
  own: Cell | undefined,
): Cell | undefined {
  for (let lower = level + 1; lower < grid.length; lower++) {
    const cell = grid[lower]![column];
    if (cell !== undefined && (own === undefined || !same(cell, own))) return cell;
  }
  return undefined;
}

function upper(grid: readonly (Cell | undefined)[][], level: number, column: number): string {
  for (let above = level - 1; above >= 0; above--) {
    const cell = grid[above]![column];
    if (cell !== undefined) return `${cell.row}:${cell.column}`;
  }
  return "";
}
