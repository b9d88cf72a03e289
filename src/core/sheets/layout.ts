/** How high a row must be for its wrapped text: measured in half-width characters, since hosts cannot be asked. */
import { type Area, areaName, type SheetArea } from "../workbook/address";
import type { CellModel, RowModel, StyleName } from "./model";

/** Line height in points of the 10-point text of our sheets, with air for fonts that are taller than 宋体. */
const LINE = 14.5;
const PADDING = 4;
/** Styles that keep their text off the border at the side; it takes the room of about one character. */
const INDENTED: ReadonlySet<StyleName> = new Set(["text", "wrapped", "text-input", "link"]);
/** No program shows a higher row. */
export const HIGHEST_ROW = 409;

/** Width of one character in half-width units: Chinese characters, full-width forms and most symbols take two. */
export function charWidth(code: number): number {
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2030 && code <= 0x203e) ||
    (code >= 0x2100 && code <= 0x2bff) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code === 0xb7 ||
    code === 0xd7 ||
    code === 0xf7 ||
    code >= 0x1f000;
  return wide ? 2 : 1;
}

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += charWidth(Number(character.codePointAt(0)));
  return width;
}

/** Pieces that a line break does not divide: one wide character, or a run of narrow ones up to a space. */
const PIECE = /\s|[\u0021-\u024F\u2000-\u200F]+|[\s\S]/gu;

/** Lines that a text takes in a column of so many characters. */
export function linesOf(text: string, characters: number): number {
  // Two units of the width go to the cell's edges, and a line may end early before closing punctuation.
  const room = Math.max(2, Math.floor(characters) - 2);
  if (!text.includes("\n") && textWidth(text) <= room) return 1;
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines += 1;
    let used = 0;
    for (const [piece] of paragraph.matchAll(PIECE)) {
      const width = textWidth(piece);
      if (used + width <= room) {
        used += width;
      } else if (width <= room) {
        lines += 1;
        used = width;
      } else {
        // A run longer than a line is cut wherever the line ends, beginning on a line of its own.
        lines += (used > 0 ? 1 : 0) + Math.ceil(width / room) - 1;
        used = width % room;
      }
    }
  }
  return lines;
}

export function heightOf(lines: number): number {
  return Math.min(HIGHEST_ROW, Math.ceil(lines * LINE + PADDING));
}

/**
 * A row as high as its highest text needs.
 * @param spans for merged cells: column of the first cell → characters of the whole width, or 0 to leave it out
 */
export function fittedRow(
  cells: readonly (CellModel | undefined)[],
  columns: readonly { readonly characters: number }[],
  spans: ReadonlyMap<number, number> = new Map(),
  least = 1,
): RowModel {
  let lines = least;
  cells.forEach((cell, index) => {
    if (cell === undefined || cell.value.kind === "empty") return;
    const text = cell.value.kind === "text" ? cell.value.text : cell.value.value;
    const width = spans.get(index) ?? columns[index]?.characters ?? 10;
    const characters = width - (INDENTED.has(cell.style) ? 1 : 0);
    if (width > 0) lines = Math.max(lines, linesOf(text, characters));
  });
  return { points: heightOf(lines), cells };
}

/** Characters from one column to another, both included. */
export function widthOf(
  columns: readonly { readonly characters: number }[],
  area: Pick<Area, "left" | "right">,
): number {
  return columns.slice(area.left, area.right + 1).reduce((sum, { characters }) => sum + characters, 0);
}

/** "表5扶贫资产!D8", the sheet's name shortened where it does not fit: a link is not wrapped everywhere. */
export function linkText(area: SheetArea, characters: number): string {
  const cells = areaName(area);
  const room = characters - textWidth(cells) - 2;
  if (textWidth(area.sheet) <= room) return `${area.sheet}!${cells}`;
  let name = "";
  for (const character of area.sheet) {
    if (textWidth(name + character) > room - 2) break;
    name += character;
  }
  return name === "" ? cells : `${name}…!${cells}`;
}
