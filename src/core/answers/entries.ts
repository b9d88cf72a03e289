/**
 * Reads back what stands on our sheets now, beside what was last written there. Rows and columns that the officer
 * inserted, moved or sorted are followed by the rows' numbers and the headers; what cannot be found says nothing.
 */
import { ANSWER_TEXTS } from "../../texts/answers";
import { decimalOf, plain } from "../figures/decimal";
import { fifteenDigits } from "../figures/fifteen";
import type { Text } from "../pack/pack";
import { findOwnSheet } from "../sheets/mark";
import { type CellRef, cellAddress, parseAddress } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { type HeaderRole, type WrittenCell, type WrittenEntry, type WrittenSheet } from "./written";

export interface SheetEntry {
  readonly entry: WrittenEntry;
  /** Where it stands now. */
  readonly cell: CellRef;
  /** Last written by us; "" for blank. */
  readonly written: string;
  /** As it stands now; "" for blank. A number is its plain decimal. */
  readonly typed: string;
  /** False where a formula stands in the cell or none was written; only of interest for our own scores. */
  readonly formulaGone: boolean;
}

export interface EntriesRead {
  readonly entries: readonly SheetEntry[];
  /** Headers that are not to be found, so that their entries say nothing. */
  readonly problems: readonly Text[];
}

/** How far from its old place a header is looked for. */
const SEARCH_ROWS = 200;
const SEARCH_COLUMNS = 100;

export function readEntries(workbook: WorkbookSnapshot, sheets: readonly WrittenSheet[]): EntriesRead {
  const entries: SheetEntry[] = [];
  const problems: Text[] = [];
  for (const written of sheets) {
    const own = findOwnSheet(written.kind, workbook.ownSheets, sheets);
    const sheet = workbook.sheets.find((one) => one.name === own?.sheet);
    if (sheet !== undefined) readSheet(sheet, written, entries, problems);
  }
  return { entries, problems };
}

function readSheet(
  sheet: SheetSnapshot,
  written: WrittenSheet,
  entries: SheetEntry[],
  problems: Text[],
): void {
  const columns = new Map<HeaderRole, Place>();
  let rowsMoved = 0;
  for (const header of written.headers) {
    const was = placeOf(header.at);
    const place = was === undefined ? undefined : findHeader(sheet, header.text, was);
    if (was === undefined || place === undefined) {
      problems.push(ANSWER_TEXTS.entriesNotFound(sheet.name, header.text));
      continue;
    }
    columns.set(header.role, place);
    if (header.role === "key") rowsMoved = place.row - was.row;
  }
  const key = columns.get("key");
  if (key === undefined) return;
  const rows = rowsByKey(sheet, key);
  for (const cell of written.cells) {
    const column = columns.get(roleOf(cell.entry))?.column;
    const row = rowOf(cell, rows, rowsMoved);
    if (column === undefined || row === undefined) continue;
    entries.push({
      entry: cell.entry,
      cell: { sheet: sheet.name, row, column },
      written: cell.value,
      typed: shown(sheet, row, column),
      formulaGone:
        cell.entry.kind === "computed" && cell.entry.formula && sheet.formula(row, column) === undefined,
    });
  }
  const explanations = columns.get("explanation")?.column;
  if (explanations !== undefined) unrecorded(sheet, written, rows, explanations, problems);
}

/** What the officer typed beside findings that are too many to be recorded is told, not passed over. */
function unrecorded(
  sheet: SheetSnapshot,
  { cells }: WrittenSheet,
  rows: ReadonlyMap<string, readonly number[]>,
  column: number,
  problems: Text[],
): void {
  const recorded = new Set(cells.map(({ key }) => key));
  for (const [key, places] of rows) {
    if (recorded.has(key) || !/^\d+$/.test(key)) continue;
    for (const row of places) {
      const typed = shown(sheet, row, column);
      if (typed === "") continue;
      const address = cellAddress({ sheet: sheet.name, row, column });
      problems.push(ANSWER_TEXTS.entryWithoutFinding(address, typed));
    }
  }
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function roleOf(entry: WrittenEntry): HeaderRole {
  return entry.kind === "computed" ? "score" : entry.kind;
}

function placeOf(at: string): Place | undefined {
  const area = parseAddress(at);
  return area === undefined ? undefined : { row: area.top, column: area.left };
}

/** The cell nearest to the old place that bears the header's text. */
function findHeader(sheet: SheetSnapshot, text: string, was: Place): Place | undefined {
  let best: Place | undefined;
  let least = Number.POSITIVE_INFINITY;
  const rows = Math.min(sheet.rowCount, was.row + SEARCH_ROWS);
  const columns = Math.min(sheet.columnCount, was.column + SEARCH_COLUMNS);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const distance = Math.abs(row - was.row) + Math.abs(column - was.column);
      if (distance < least && shown(sheet, row, column) === text) {
        best = { row, column };
        least = distance;
      }
    }
  }
  return best;
}

function rowsByKey(sheet: SheetSnapshot, header: Place): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (let row = header.row + 1; row < sheet.rowCount; row += 1) {
    const key = shown(sheet, row, header.column);
    if (key === "") continue;
    const same = rows.get(key);
    if (same === undefined) rows.set(key, [row]);
    else same.push(row);
  }
  return rows;
}

/** The row that bears the cell's number; of several the one nearest to where it was. */
function rowOf(
  cell: WrittenCell,
  rows: ReadonlyMap<string, readonly number[]>,
  moved: number,
): number | undefined {
  const was = placeOf(cell.at);
  const [first, ...others] = rows.get(cell.key) ?? [];
  if (was === undefined || first === undefined) return undefined;
  const expected = was.row + moved;
  return others.reduce(
    (best, row) => (Math.abs(row - expected) < Math.abs(best - expected) ? row : best),
    first,
  );
}

/** A cell as plain text: numbers as the decimal that Excel shows of them, errors by name. */
export function shown(sheet: SheetSnapshot, row: number, column: number): string {
  switch (sheet.kind(row, column)) {
    case "number": {
      const number = sheet.number(row, column);
      if (!Number.isFinite(number)) return "";
      const { units, scale } = fifteenDigits(number);
      return plain(decimalOf(units, scale));
    }
    case "text":
    case "error":
      return sheet.text(row, column).replace(/\r\n?/gu, "\n").trim();
    case "boolean":
      return sheet.number(row, column) === 1 ? "TRUE" : "FALSE";
    case "blank":
      return "";
  }
}
