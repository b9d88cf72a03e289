// The officer inserts or deletes rows: everything below moves, and every reference to it follows.
import { type Area, maxRows, parseArea } from "./address";
import { formulaText, tokens } from "./formula-text";
import { cellKey, type Line, placeOf, type Sheet, type Workbook } from "./model";
import { rewriteFormulas } from "./sheets";
import type { Place } from "./calculate";

/** Rows that come (count above 0) before a row, or go from it on (count below 0). */
export interface RowShift {
  /** From zero. */
  readonly row: number;
  readonly count: number;
}

/** Where an area is after the shift; `undefined` when all of its rows are gone. */
export function shiftedArea(area: Area, { row, count }: RowShift): Area | undefined {
  if (area.rows === maxRows) return area;
  const end = area.row + area.rows;
  if (count >= 0) {
    if (area.row >= row) return { ...area, row: area.row + count };
    return end > row ? { ...area, rows: area.rows + count } : area;
  }
  const gone = row - count;
  const first = area.row < row ? area.row : Math.max(area.row, gone) + count;
  const last = end <= row ? end : Math.max(end + count, row);
  return last > first ? { ...area, row: first, rows: last - first } : undefined;
}

function shiftedReference(reference: string, shift: RowShift): string {
  const area = parseArea(reference);
  if (area === undefined) return reference;
  const next = shiftedArea(area, shift);
  if (next === undefined) return "#REF!";
  let numbers = 0;
  return reference.replaceAll(/\d+/g, () => {
    numbers += 1;
    return String(numbers === 1 ? next.row + 1 : next.row + next.rows);
  });
}

function shiftedFormula(formula: string, own: boolean, sheetName: string, shift: RowShift): string {
  const wanted = sheetName.toLowerCase();
  return formulaText(
    tokens(formula).map((token) => {
      if (token.kind !== "reference") return token;
      const meant = token.sheets.length === 0 ? own : token.sheets[0]?.toLowerCase() === wanted;
      if (!meant) return token;
      const text = shiftedReference(token.text, shift);
      return text === "#REF!" ? { kind: "error", text } : { ...token, text };
    }),
  );
}

function shiftedKeys<T>(map: Map<number, T>, shift: RowShift): void {
  const entries = [...map];
  map.clear();
  for (const [key, entry] of entries) {
    const { row, column } = placeOf(key);
    const next = shiftedArea({ row, column, rows: 1, columns: 1 }, shift);
    if (next !== undefined) map.set(cellKey(next.row, column), entry);
  }
}

function shiftedLines(lines: Map<number, Line>, shift: RowShift): void {
  const entries = [...lines];
  lines.clear();
  for (const [row, line] of entries) {
    const next = shiftedArea({ row, column: 0, rows: 1, columns: 1 }, shift);
    if (next !== undefined) lines.set(next.row, line);
  }
}

function shiftedAreas<T extends { readonly areas: readonly Area[] }>(
  list: readonly T[],
  shift: RowShift,
): readonly T[] {
  return list.flatMap((entry) => {
    const areas = entry.areas.flatMap((area) => shiftedArea(area, shift) ?? []);
    return areas.length === 0 ? [] : [{ ...entry, areas }];
  });
}

/** Moves the rows of a sheet; answers the formula cells whose text changed. */
export function shiftRows(workbook: Workbook, sheet: Sheet, shift: RowShift): readonly Place[] {
  shiftedKeys(sheet.cells, shift);
  shiftedKeys(sheet.hyperlinks, shift);
  shiftedLines(sheet.rows, shift);
  sheet.merges = sheet.merges.flatMap((merge) => shiftedArea(merge, shift) ?? []);
  sheet.conditionalFormats = shiftedAreas(sheet.conditionalFormats, shift);
  sheet.validations = shiftedAreas(sheet.validations, shift);
  return rewriteFormulas(workbook, (formula, owner) =>
    shiftedFormula(formula, owner === sheet, sheet.name, shift),
  );
}
