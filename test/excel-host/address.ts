// Cell references as Excel writes them: zero-based areas to A1 text and back, sheet names quoted where needed.

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/** A rectangle on one sheet; rows and columns count from zero. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** `0` → `A`, `26` → `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A` → `0`; `undefined` beyond column XFD. */
export function columnIndex(letters: string): number | undefined {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column >= 1 && column <= maxColumns ? column - 1 : undefined;
}

/** An area of one cell. */
export function cellArea(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

/** The A1 text of an area, without its sheet: `A1`, `A1:C3`, `A:C`, `2:5`. */
export function areaText(area: Area): string {
  const lastColumn = area.column + area.columns - 1;
  const lastRow = area.row + area.rows;
  if (area.rows === maxRows && area.row === 0) {
    return `${columnLetters(area.column)}:${columnLetters(lastColumn)}`;
  }
  if (area.columns === maxColumns && area.column === 0) return `${area.row + 1}:${lastRow}`;
  const first = `${columnLetters(area.column)}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${columnLetters(lastColumn)}${lastRow}`;
}

const corner = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;
const wholeColumns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const wholeRows = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/;

function parseCorner(text: string): { readonly row: number; readonly column: number } | undefined {
  const match = corner.exec(text);
  const column = match?.[1] === undefined ? undefined : columnIndex(match[1]);
  const row = Number(match?.[2]);
  return column === undefined || row > maxRows ? undefined : { row: row - 1, column };
}

/** The area that a reference without a sheet names, or `undefined` when it is none. */
export function parseArea(text: string): Area | undefined {
  const columns = wholeColumns.exec(text);
  if (columns?.[1] !== undefined && columns[2] !== undefined) {
    const a = columnIndex(columns[1]);
    const b = columnIndex(columns[2]);
    if (a === undefined || b === undefined) return undefined;
    return { row: 0, rows: maxRows, column: Math.min(a, b), columns: Math.abs(b - a) + 1 };
  }
  const rows = wholeRows.exec(text);
  if (rows) {
    const a = Number(rows[1]) - 1;
    const b = Number(rows[2]) - 1;
    if (Math.max(a, b) >= maxRows) return undefined;
    return { column: 0, columns: maxColumns, row: Math.min(a, b), rows: Math.abs(b - a) + 1 };
  }
  const [from, to, more] = text.split(":");
  if (from === undefined || more !== undefined) return undefined;
  const first = parseCorner(from);
  const last = to === undefined ? first : parseCorner(to);
  if (first === undefined || last === undefined) return undefined;
  return boundingArea(cellArea(first.row, first.column), cellArea(last.row, last.column));
}

/** The smallest area that holds both. */
export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** What two areas share, or `undefined`. */
export function sharedArea(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** Whether `outer` holds all of `inner`. */
export function holdsArea(outer: Area, inner: Area): boolean {
  const shared = sharedArea(outer, inner);
  return shared !== undefined && shared.rows === inner.rows && shared.columns === inner.columns;
}

/** A sheet name as formulas carry it: quoted unless it is plainly a word. */
export function quotedSheetName(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !corner.test(name) && !/^(R\d*C\d*|R|C)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'My sheet'!A1` in sheet name and rest; `sheet` is undefined without a `!`. */
export function splitSheet(text: string): { readonly sheet: string | undefined; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted?.[1] !== undefined) return { sheet: quoted[1].replaceAll("''", "'"), rest: quoted[2] ?? "" };
  const mark = text.lastIndexOf("!");
  return mark < 0
    ? { sheet: undefined, rest: text }
    : { sheet: text.slice(0, mark), rest: text.slice(mark + 1) };
}

/** The reference that formulas hold on to: `表1!$A$1:$B$2`. */
export function fixedReference(sheetName: string, area: Area): string {
  return `${quotedSheetName(sheetName)}!${areaText(area).replaceAll(/[A-Z]+|\d+/g, (part) => `$${part}`)}`;
}
