/**
 * Places in a workbook and their A1 spelling.
 * Rows and columns are counted from 0 everywhere in core; only A1 text counts from 1.
 */

/** One cell of one sheet. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of one sheet, both corners included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetArea extends Area {
  readonly sheet: string;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "A" → 0, "XFD" → 16383; NaN for anything that is no column of a sheet. */
export function columnIndex(name: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return Number.NaN;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= MAX_COLUMNS ? index - 1 : Number.NaN;
}

/** {row: 7, column: 3} → "D8". */
export function cellName(cell: { readonly row: number; readonly column: number }): string {
  return columnName(cell.column) + String(cell.row + 1);
}

/** "A3:I14"; a single cell is written without the colon. */
export function areaName(area: Area): string {
  const first = cellName({ row: area.top, column: area.left });
  const last = cellName({ row: area.bottom, column: area.right });
  return first === last ? first : `${first}:${last}`;
}

/** Always quoted, since engines disagree on which Chinese names may stand bare. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** "'表5扶贫资产'!D8". */
export function cellAddress(cell: CellRef): string {
  return `${quoteSheet(cell.sheet)}!${cellName(cell)}`;
}

/** "'表5扶贫资产'!F8:I8". */
export function areaAddress(area: SheetArea): string {
  return `${quoteSheet(area.sheet)}!${areaName(area)}`;
}

const ADDRESS =
  /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/**
 * Reads "'Sheet'!A3", "Sheet!A3:B4", "$A$3" or "A3".
 * The sheet is "" where the text names none; undefined where the text is no address.
 */
export function parseAddress(text: string): SheetArea | undefined {
  const match = ADDRESS.exec(text.trim());
  if (match === null) return undefined;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? "";
  const left = columnIndex(match[3]!);
  const top = Number(match[4]) - 1;
  const right = match[5] === undefined ? left : columnIndex(match[5]);
  const bottom = match[6] === undefined ? top : Number(match[6]) - 1;
  if (Number.isNaN(left) || Number.isNaN(right) || top < 0 || bottom < 0) return undefined;
  if (top >= MAX_ROWS || bottom >= MAX_ROWS) return undefined;
  return {
    sheet,
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** A cell, or the cells from it down to a row, as one: a long column's figures need no object each. */
export interface CellRun extends CellRef {
  readonly bottom?: number;
}

/**
 * Cells as few areas as possible: runs in a column first, then equal runs of neighbouring columns,
 * or runs in a row. Order of first appearance of the sheets is kept.
 */
export function areasOf(cells: readonly CellRun[]): readonly SheetArea[] {
  const [only, second] = cells;
  if (only !== undefined && second === undefined) {
    const { sheet, row, column, bottom = row } = only;
    return [{ sheet, top: row, left: column, bottom, right: column }];
  }
  const bySheet = new Map<string, Map<number, Run[]>>();
  let last: { readonly sheet: string; readonly column: number; readonly runs: Run[] } | undefined;
  for (const { sheet, row, column, bottom = row } of cells) {
    // Sums list their cells column by column.
    if (last?.column === column && last.sheet === sheet) {
      last.runs.push({ top: row, bottom });
      continue;
    }
    let columns = bySheet.get(sheet);
    if (columns === undefined) bySheet.set(sheet, (columns = new Map()));
    let runs = columns.get(column);
    if (runs === undefined) columns.set(column, (runs = []));
    runs.push({ top: row, bottom });
    last = { sheet, column, runs };
  }
  const areas: SheetArea[] = [];
  for (const [sheet, columns] of bySheet) {
    // Areas that end at the column before, from top to bottom.
    let open: SheetArea[] = [];
    let before = -1;
    for (const column of [...columns.keys()].sort((a, b) => a - b)) {
      const next: SheetArea[] = [];
      let at = 0;
      for (const { top, bottom } of joined(columns.get(column) ?? [])) {
        for (; at < open.length && (open[at]?.top ?? 0) < top; at += 1) areas.push(open[at] as SheetArea);
        const beside = before === column - 1 ? open[at] : undefined;
        const goesOn = beside?.top === top && beside.bottom === bottom;
        if (goesOn) at += 1;
        next.push({ sheet, top, left: goesOn ? beside.left : column, bottom, right: column });
      }
      for (; at < open.length; at += 1) areas.push(open[at] as SheetArea);
      open = next;
      before = column;
    }
    for (const area of open) areas.push(area);
  }
  // A list that has grown has room for more: not so its copy, and a ledger's findings hold many.
  return areas.slice();
}

interface Run {
  readonly top: number;
  bottom: number;
}

/** Runs joined where they touch or meet. */
function joined(runs: readonly Run[]): readonly Run[] {
  if (runs.every(({ top }, at) => at === 0 || top > (runs[at - 1]?.bottom ?? 0) + 1)) return runs;
  const found: Run[] = [];
  for (const { top, bottom } of [...runs].sort((a, b) => a.top - b.top)) {
    const last = found.at(-1);
    if (last !== undefined && last.bottom >= top - 1) last.bottom = Math.max(last.bottom, bottom);
    else found.push({ top, bottom });
  }
  return found;
}
