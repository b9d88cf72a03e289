/** A workbook as the generator sees it: plain data, of no product and no library. */
export type CellValue =
  | { readonly kind: "number"; readonly digits: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "error"; readonly code: string }
  | { readonly kind: "none" };

/** Row and column count from 0. A formula has no equals sign; with the value "none" it was never calculated. */
export type CellModel = {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
};

/** All four ends included, counted from 0. */
export type Box = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

export type RowMark = {
  readonly index: number;
  readonly hidden?: boolean;
  readonly outline?: number;
};

export type SheetModel = {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly CellModel[];
  readonly merges: readonly Box[];
  readonly rows: readonly RowMark[];
  readonly hiddenColumns: readonly number[];
  readonly filter?: Box;
};

export type WorkbookModel = {
  readonly sheets: readonly SheetModel[];
  readonly date1904: boolean;
  /** Texts in the cells themselves instead of in the shared table. */
  readonly inlineStrings: boolean;
  /** A `dimension` that says less than what is there. */
  readonly wrongDimension: boolean;
};

export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

export const addressOf = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

export function rangeOf(box: Box): string {
  return `${addressOf(box.top, box.left)}:${addressOf(box.bottom, box.right)}`;
}

/** Reads "B3:D9" or "B3", with or without $. */
export function boxOf(range: string): Box | undefined {
  const match = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(range);
  if (match === null) return undefined;
  const column = (letters: string): number =>
    Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const left = column(match[1] ?? "A");
  const top = Number(match[2]) - 1;
  return {
    top,
    left,
    bottom: match[4] === undefined ? top : Number(match[4]) - 1,
    right: match[3] === undefined ? left : column(match[3]),
  };
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.top <= inner.top &&
    outer.left <= inner.left &&
    outer.bottom >= inner.bottom &&
    outer.right >= inner.right
  );
}
