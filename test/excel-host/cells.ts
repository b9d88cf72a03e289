// Reading and writing areas of a sheet with Excel's rules: shapes, protection, merged cells, typed text, limits.
import { type Area, maxColumns, maxRows, sharedArea } from "./address";
import { cellsWithin, isFormula } from "./calculate";
import { displayText } from "./display-text";
import { accessDenied, invalidArgument } from "./failure";
import type { Json } from "./members/member";
import {
  type Cell,
  type CellStyle,
  type CellValue,
  type Cells,
  cellKey,
  isErrorValue,
  type Line,
  placeOf,
  type Sheet,
  type Workbook,
} from "./model";
import { typedInput } from "./typed-input";

/** From this many cells on, grids are answered as null. */
export const maxGridCells = 5_000_000;
const maxTextLength = 32_767;

/** The look of a cell, also of one that was never written. */
export function styleAt(workbook: Workbook, sheet: Sheet, row: number, column: number): CellStyle {
  return (
    sheet.cells.get(cellKey(row, column))?.style ??
    sheet.rows.get(row)?.style ??
    sheet.columns.get(column)?.style ??
    workbook.normalStyle
  );
}

/** One value per cell of an area, or null where Excel refuses to answer a grid. */
export function grid(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  blank: Json | ((style: CellStyle) => Json),
  read: (cell: Cell) => Json,
): Json {
  if (area.rows === maxRows || area.columns === maxColumns || area.rows * area.columns >= maxGridCells)
    return null;
  const lines: Json[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    const line: Json[] = [];
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const cell = sheet.cells.get(cellKey(row, column));
      line.push(
        cell !== undefined
          ? read(cell)
          : typeof blank === "function"
            ? blank(styleAt(workbook, sheet, row, column))
            : blank,
      );
    }
    lines.push(line);
  }
  return lines;
}

/** A value as `range.values` shows it. */
export function valueJson(value: CellValue | undefined): Json {
  if (value === undefined) return "";
  return isErrorValue(value) ? value.error : value;
}

/** A cell as `range.formulas` shows it: forced text without its apostrophe. */
export function formulaJson(cell: Cell): Json {
  return cell.formula === undefined ? valueJson(cell.value) : `=${cell.formula}`;
}

/** A value's kind as `range.valueTypes` names it. */
export function valueType(value: CellValue | undefined): string {
  if (value === undefined) return "Empty";
  if (isErrorValue(value)) return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/** A cell's shown text. */
export function textJson(workbook: Workbook, cell: Cell): string {
  return displayText(cell.value, cell.style.numberFormat, workbook.date1904);
}

/** Fails unless every cell of an area may be written while the sheet is protected. */
export function requireUnlocked(workbook: Workbook, sheet: Sheet, area: Area): void {
  if (sheet.protection === undefined) return;
  const rows = Math.min(area.rows, 10_000);
  for (let row = area.row; row < area.row + rows; row += 1) {
    for (let column = area.column; column < area.column + Math.min(area.columns, 1000); column += 1) {
      if (styleAt(workbook, sheet, row, column).locked)
        throw accessDenied(`The sheet ${sheet.name} is protected.`);
    }
  }
}

/** Fails when the sheet's protection does not allow to change how cells look. */
export function requireFormattable(
  sheet: Sheet,
  right: "allowFormatCells" | "allowFormatColumns" | "allowFormatRows",
): void {
  if (sheet.protection !== undefined && sheet.protection[right] !== true) {
    throw accessDenied(`The sheet ${sheet.name} is protected.`);
  }
}

/** A grid of the area's shape from what an add-in wrote: a grid of the same shape or one value for all cells. */
export function gridOf(area: Area, written: Json): (row: number, column: number) => Json {
  if (!Array.isArray(written)) {
    if (typeof written === "object" && written !== null) throw invalidArgument("A cell holds no object.");
    return () => written;
  }
  const lines: readonly Json[] = written;
  const fits =
    lines.length === area.rows && lines.every((line) => Array.isArray(line) && line.length === area.columns);
  if (!fits)
    throw invalidArgument(
      `The number of rows or columns in the input array doesn't match ${area.rows} × ${area.columns}.`,
    );
  return (row, column) => {
    const line = lines[row];
    return Array.isArray(line) ? (line[column] ?? null) : null;
  };
}

/** Keys of cells that a merge hides, inside an area. */
function coveredKeys(sheet: Sheet, area: Area): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const merge of sheet.merges) {
    if (sharedArea(merge, area) === undefined) continue;
    for (let row = merge.row; row < merge.row + merge.rows; row += 1) {
      for (let column = merge.column; column < merge.column + merge.columns; column += 1) {
        if (row !== merge.row || column !== merge.column) keys.add(cellKey(row, column));
      }
    }
  }
  return keys;
}

/** Stores a cell, or takes it away when it is blank and looks like its surroundings. */
export function storeCell(workbook: Workbook, sheet: Sheet, key: number, cell: Cell): void {
  const plain = cell.value === undefined && cell.formula === undefined && cell.style === workbook.normalStyle;
  if (plain) sheet.cells.delete(key);
  else sheet.cells.set(key, cell);
}

/** Writes what an add-in gave for `values` or `formulas`; everything is checked before the first cell changes. */
export function writeCells(workbook: Workbook, sheet: Sheet, area: Area, written: Json): void {
  const at = gridOf(area, written);
  requireUnlocked(workbook, sheet, area);
  const covered = coveredKeys(sheet, area);
  const cells: (readonly [key: number, cell: Cell])[] = [];
  for (let row = 0; row < area.rows; row += 1) {
    for (let column = 0; column < area.columns; column += 1) {
      const input = at(row, column);
      const key = cellKey(area.row + row, area.column + column);
      if (input === null || covered.has(key)) continue;
      cells.push([
        key,
        writtenCell(workbook, styleAt(workbook, sheet, area.row + row, area.column + column), input),
      ]);
    }
  }
  for (const [key, cell] of cells) storeCell(workbook, sheet, key, cell);
}

function writtenCell(workbook: Workbook, style: CellStyle, input: Json): Cell {
  const plain = style.quotePrefix ? { ...style, quotePrefix: false } : style;
  if (typeof input === "number") {
    return style.numberFormat === "@" ? { value: String(input), style } : { value: input, style: plain };
  }
  if (typeof input === "boolean") return { value: input, style: plain };
  if (typeof input !== "string") throw invalidArgument("A cell holds no array or object.");
  if (input.length > maxTextLength)
    throw invalidArgument(`A cell holds at most ${maxTextLength} characters.`);
  const typed = typedInput(input, style.numberFormat, workbook.date1904);
  switch (typed.kind) {
    case "blank":
      return { value: undefined, style: plain };
    case "formula":
      if (!isFormula(typed.formula)) throw invalidArgument(`=${typed.formula} is no formula.`);
      return { value: 0, formula: typed.formula, style: plain };
    case "value": {
      const look = typed.quotePrefix === true ? { ...style, quotePrefix: true } : plain;
      const format =
        typed.format !== undefined && look.numberFormat === "General" ? typed.format : look.numberFormat;
      return {
        value: typed.value,
        style: format === look.numberFormat ? look : { ...look, numberFormat: format },
      };
    }
  }
}

/**
 * Changes the look of an area; whole columns and rows keep it for cells to come. `zoneOf` names the kind of place, for
 * changes that differ at the edges.
 */
export function restyle(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  change: (style: CellStyle, zone: string) => CellStyle,
  zoneOf: (row: number, column: number) => string = () => "",
): void {
  const known = new Map<string, Map<CellStyle, CellStyle>>();
  const changedStyle = (style: CellStyle, row: number, column: number): CellStyle => {
    const zone = zoneOf(row, column);
    const inZone = known.get(zone) ?? new Map<CellStyle, CellStyle>();
    known.set(zone, inZone);
    const result = inZone.get(style) ?? change(style, zone);
    inZone.set(style, result);
    return result;
  };
  const withStyle = (line: Line | undefined, row: number, column: number): Line => ({
    ...(line ?? { size: undefined, hidden: false }),
    style: changedStyle(line?.style ?? workbook.normalStyle, row, column),
  });
  if (area.rows === maxRows || area.columns === maxColumns) {
    if (area.rows === maxRows) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        sheet.columns.set(column, withStyle(sheet.columns.get(column), 0, column));
      }
    } else {
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        sheet.rows.set(row, withStyle(sheet.rows.get(row), row, 0));
      }
    }
    for (const [key, cell] of cellsWithin(sheet, area)) {
      const { row, column } = placeOf(key);
      sheet.cells.set(key, { ...cell, style: changedStyle(cell.style, row, column) });
    }
    return;
  }
  eachCell(area, (row, column) => {
    const key = cellKey(row, column);
    const style = changedStyle(styleAt(workbook, sheet, row, column), row, column);
    storeCell(workbook, sheet, key, { ...(sheet.cells.get(key) ?? { value: undefined }), style });
  });
}

interface KnownArea {
  readonly changes: number;
  readonly normal: Workbook["normalStyle"];
  readonly area: Area | undefined;
}

/** Excel does not go through all cells each time either. */
const knownAreas = { all: new WeakMap<Cells, KnownArea>(), values: new WeakMap<Cells, KnownArea>() };

/** The area that holds everything of a sheet or of a part of it, or only the values there; `undefined` for an empty one. */
export function usedArea(
  workbook: Workbook,
  sheet: Sheet,
  valuesOnly: boolean,
  within?: Area,
): Area | undefined {
  if (within !== undefined) return usedWithin(workbook, sheet, valuesOnly, within);
  const known = knownAreas[valuesOnly ? "values" : "all"];
  const { changes } = sheet.cells;
  const { normalStyle: normal } = workbook;
  const before = known.get(sheet.cells);
  if (before?.changes === changes && before.normal === normal) return before.area;
  const area = usedWithin(workbook, sheet, valuesOnly, {
    row: 0,
    column: 0,
    rows: maxRows,
    columns: maxColumns,
  });
  known.set(sheet.cells, { changes, normal, area });
  return area;
}

function usedWithin(workbook: Workbook, sheet: Sheet, valuesOnly: boolean, within: Area): Area | undefined {
  let top = maxRows;
  let left = maxColumns;
  let bottom = -1;
  let right = -1;
  const look = (row: number, column: number, cell: Cell | undefined): void => {
    if (cell === undefined) return;
    const blank = cell.value === undefined && cell.formula === undefined;
    if (blank && (valuesOnly || cell.style === workbook.normalStyle)) return;
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  };
  if (within.rows * within.columns <= sheet.cells.size) {
    eachCell(within, (row, column) => look(row, column, sheet.cells.get(cellKey(row, column))));
  } else {
    const lastRow = within.row + within.rows;
    const lastColumn = within.column + within.columns;
    sheet.cells.forEach((cell, key) => {
      const row = Math.floor(key / maxColumns);
      const column = key - row * maxColumns;
      if (row < within.row || row >= lastRow || column < within.column || column >= lastColumn) return;
      look(row, column, cell);
    });
  }
  if (bottom < 0) return undefined;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Merges an area: the other cells lose what they hold. */
export function mergeArea(workbook: Workbook, sheet: Sheet, area: Area): void {
  requireUnlocked(workbook, sheet, area);
  for (const [key, cell] of cellsWithin(sheet, area)) {
    if (key !== cellKey(area.row, area.column)) {
      storeCell(workbook, sheet, key, { value: undefined, style: cell.style });
    }
  }
  sheet.merges = [...sheet.merges.filter((merge) => sharedArea(merge, area) === undefined), area];
}

/** The cells of an area one by one, for settings that hold per cell. */
export function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) visit(row, column);
  }
}
