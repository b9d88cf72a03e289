/**
 * A grid of cells as it passes between threads: typed arrays, which are handed over without a copy, and each text once.
 */
import type { Area } from "../../core/workbook/address";
import { BLANK, BOOLEAN, NUMBER, TEXT } from "../../core/workbook/snapshot";

export interface Cells {
  /** By row, then column: BLANK, NUMBER, TEXT or BOOLEAN. */
  readonly kinds: Uint8Array;
  /** The number, the place of the text in `texts`, or 1 or 0 for a truth value. */
  readonly values: Float64Array;
  readonly texts: readonly string[];
}

/** Bytes that the cells had on the way: of a blank two quotes and a comma, of a number by guess. */
export const BLANK_BYTES = 3;
const NUMBER_BYTES = 12;

/** @param lines as Excel answered them: rows of numbers, texts and truth values; an empty text is a blank cell */
export function packed(
  { top, left, bottom, right }: Area,
  lines: readonly unknown[],
): { readonly cells: Cells; readonly bytes: number } {
  const width = right - left + 1;
  const size = (bottom - top + 1) * width;
  const kinds = new Uint8Array(size);
  const values = new Float64Array(size);
  const texts: string[] = [];
  const textBytes: number[] = [];
  const known = new Map<string, number>();
  /** By column: the last text and its place, since columns repeat themselves. */
  const above: string[] = [];
  const places: number[] = [];
  let bytes = 0;
  let index = 0;
  for (const line of lines) {
    if (!Array.isArray(line)) continue;
    const row = line as readonly unknown[];
    for (let column = 0; column < width; column += 1, index += 1) {
      const cell = row[column];
      if (typeof cell === "number") {
        kinds[index] = NUMBER;
        values[index] = cell;
        bytes += NUMBER_BYTES;
      } else if (typeof cell === "string" && cell !== "") {
        let place = places[column] ?? 0;
        if (above[column] !== cell) {
          let found = known.get(cell);
          if (found === undefined) {
            found = texts.push(cell) - 1;
            textBytes.push(BLANK_BYTES + utf8Length(cell));
            known.set(cell, found);
          }
          place = found;
          above[column] = cell;
          places[column] = place;
        }
        kinds[index] = TEXT;
        values[index] = place;
        bytes += textBytes[place] ?? 0;
      } else if (typeof cell === "boolean") {
        kinds[index] = BOOLEAN;
        values[index] = cell ? 1 : 0;
        bytes += NUMBER_BYTES;
      } else bytes += BLANK_BYTES;
    }
  }
  return { cells: { kinds, values, texts }, bytes };
}

export type Cell = number | string | boolean;
export type CellVisit = (row: number, column: number, cell: Cell) => void;

/** Cells that hold something. */
export function eachCell({ top, left, right }: Area, cells: Cells, visit: CellVisit): void {
  const { kinds, values, texts } = cells;
  const width = right - left + 1;
  for (let index = 0; index < kinds.length; index += 1) {
    const kind = kinds[index];
    if (kind === BLANK) continue;
    const value = values[index] ?? 0;
    const cell = kind === TEXT ? (texts[value] ?? "") : kind === BOOLEAN ? value === 1 : value;
    visit(top + Math.floor(index / width), left + (index % width), cell);
  }
}

/** Bytes of UTF-8, an upper bound where surrogates stand. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7ff) bytes += 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}
