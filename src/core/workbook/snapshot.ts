/**
 * What a host hands over: a workbook as it stands, read once, columnar, without objects per cell.
 * Hosts fill a SheetBuilder; the rooms above read a SheetSnapshot.
 */
import type { Area } from "./address";

export type CellKind = "blank" | "number" | "text" | "boolean" | "error";
export type Visibility = "visible" | "hidden" | "veryHidden";

export interface TextIds {
  /** Cells of one number hold the same text. */
  readonly ids: Int32Array;
  /** More than any of them. */
  readonly end: number;
  /** Cells of different numbers hold different texts. */
  readonly distinct: boolean;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: Visibility;
  /** One more than the last row and column that hold anything. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** "blank" also for a formula without a stored value; see `stored`. */
  kind(row: number, column: number): CellKind;
  /** The stored binary number; 1 or 0 for a boolean; NaN for any other kind. */
  number(row: number, column: number): number;
  /** The numbers of a column in some rows; NaN for a cell of any other kind, a boolean too. */
  numbers(column: number, rows: Int32Array): Float64Array;
  /** The text, or the error's name ("#REF!"); "" for any other kind. */
  text(row: number, column: number): string;
  /** Numbers of the texts that a column holds in some rows; -1 for a cell of any other kind, an error too. */
  textIds(column: number, rows: Int32Array): TextIds;
  /** Without the leading "="; undefined where the cell holds no formula or the host did not read it. */
  formula(row: number, column: number): string | undefined;
  /** False only for a formula without a stored value. */
  stored(row: number, column: number): boolean;
  /** Number format code; "General" where none is set. */
  format(row: number, column: number): string;
  readonly merges: readonly Area[];
  hiddenRow(row: number): boolean;
  hiddenColumn(column: number): boolean;
}

/** A sheet that bears the mark `_hengbiao`. */
export interface OwnSheet {
  readonly sheet: string;
  /** Text of the mark: kind and id, as written by us. */
  readonly mark: string;
}

export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** True where day 0 is 1904-01-01. */
  readonly date1904: boolean;
  /** Text of the custom XML part with our namespace, if there is one. */
  readonly answersXml: string | undefined;
  readonly ownSheets: readonly OwnSheet[];
}

/** Kinds of cells where they stand in typed arrays. */
export const BLANK = 0;
export const NUMBER = 1;
export const TEXT = 2;
export const BOOLEAN = 3;
export const ERROR = 4;
const KIND_MASK = 7;
const NOT_STORED = 8;
const KINDS: readonly CellKind[] = ["blank", "number", "text", "boolean", "error"];

const PAGE_BITS = 10;
const PAGE_ROWS = 1 << PAGE_BITS;
const ROW_MASK = PAGE_ROWS - 1;

/** 1024 rows of one column: kinds, values (a number, or an index into the texts) and format indices. */
interface Page {
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly formats: Uint16Array;
}

/** Texts and formats shared by the sheets of one workbook, so that each stands in memory once. */
export interface SharedStore {
  readonly texts: string[];
  readonly formats: string[];
  readonly textIndex: Map<string, number>;
  readonly formatIndex: Map<string, number>;
  /** False once a text was put there that may stand there already. */
  distinct: boolean;
}

export function newStore(): SharedStore {
  return {
    texts: [],
    formats: ["General"],
    textIndex: new Map(),
    formatIndex: new Map([["General", 0]]),
    distinct: true,
  };
}

/** Index of a number format in the store, where it is put if it is new. */
export function formatId(store: SharedStore, format: string): number {
  const known = store.formatIndex.get(format);
  if (known !== undefined) return known;
  const index = store.formats.push(format) - 1;
  store.formatIndex.set(format, index);
  return index;
}

/** Index of a text in the store, where it is put if it is new. */
export function textId(store: SharedStore, text: string): number {
  const known = store.textIndex.get(text);
  if (known !== undefined) return known;
  const index = store.texts.push(text) - 1;
  store.textIndex.set(text, index);
  return index;
}

/** Filled by a host cell by cell; is itself the snapshot once filled. */
export class SheetBuilder implements SheetSnapshot {
  readonly merges: Area[] = [];
  rowCount = 0;
  columnCount = 0;
  /** Pages of storage taken so far, for hosts that bound memory. */
  pageCount = 0;
  private readonly columns: (Page | undefined)[][] = [];
  private readonly formulas = new Map<number, string>();
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();

  constructor(
    readonly name: string,
    readonly visibility: Visibility = "visible",
    private readonly store: SharedStore = newStore(),
  ) {}

  setNumber(row: number, column: number, value: number): void {
    this.put(row, column, NUMBER, value);
  }

  setText(row: number, column: number, value: string): void {
    this.put(row, column, TEXT, textId(this.store, value));
  }

  setBoolean(row: number, column: number, value: boolean): void {
    this.put(row, column, BOOLEAN, value ? 1 : 0);
  }

  /** @param index of a text that the host has put into the shared store */
  setStoredText(row: number, column: number, index: number): void {
    this.put(row, column, TEXT, index);
  }

  /**
   * All cells of an area but the blank ones, which are left as they are.
   * @param kinds by row, then column
   * @param values by row, then column: the number, 1 or 0 for a truth value, or the place of a text or of an error's name in
   * `texts`
   * @param texts their indices in the shared store
   */
  setArea(area: Area, kinds: Uint8Array, values: Float64Array, texts: Int32Array): void {
    const { top, left, bottom, right } = area;
    const width = right - left + 1;
    for (let column = left; column <= right; column += 1) {
      let page: Page | undefined;
      let last = -1;
      for (let row = top, index = column - left; row <= bottom; row += 1, index += width) {
        const kind = kinds[index]!;
        if (kind === BLANK) continue;
        if (page === undefined || row >> PAGE_BITS !== last >> PAGE_BITS) page = this.page(row, column);
        const value = values[index]!;
        page.kinds[row & ROW_MASK] = kind;
        page.values[row & ROW_MASK] = kind === TEXT || kind === ERROR ? texts[value]! : value;
        last = row;
      }
      if (last >= 0) this.grow(last, column);
    }
  }

  /** @param name e.g. "#REF!" */
  setError(row: number, column: number, name: string): void {
    this.put(row, column, ERROR, textId(this.store, name));
  }

  /** @param stored false where the file holds no value beside the formula */
  setFormula(row: number, column: number, formula: string, stored = true): void {
    this.formulas.set(row * 16_384 + column, formula);
    const page = this.page(row, column);
    if (!stored) page.kinds[row & ROW_MASK] = NOT_STORED | BLANK;
    this.grow(row, column);
  }

  /** Leaves the cell without value and formula; its format stays, and so does how far the sheet reaches. */
  clear(row: number, column: number): void {
    this.formulas.delete(row * 16_384 + column);
    this.columns[column]?.[row >> PAGE_BITS]?.kinds.fill(BLANK, row & ROW_MASK, (row & ROW_MASK) + 1);
  }

  setFormat(row: number, column: number, format: string): void {
    this.setStoredFormat(row, column, formatId(this.store, format));
  }

  /** @param index as formatId gave it */
  setStoredFormat(row: number, column: number, index: number): void {
    if (index === 0 && this.columns[column]?.[row >> PAGE_BITS] === undefined) return;
    this.page(row, column).formats[row & ROW_MASK] = index;
  }

  addMerge(area: Area): void {
    this.merges.push(area);
  }

  hideRow(row: number): void {
    this.hiddenRows.add(row);
  }

  hideColumn(column: number): void {
    this.hiddenColumns.add(column);
  }

  kind(row: number, column: number): CellKind {
    return KINDS[this.kindCode(row, column) & KIND_MASK] ?? "blank";
  }

  number(row: number, column: number): number {
    const code = this.kindCode(row, column) & KIND_MASK;
    return code === NUMBER || code === BOOLEAN ? this.value(row, column) : Number.NaN;
  }

  numbers(column: number, rows: Int32Array): Float64Array {
    const found = new Float64Array(rows.length).fill(Number.NaN);
    const pages = this.columns[column] ?? [];
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index]!;
      const page = pages[row >> PAGE_BITS];
      if (page === undefined || (page.kinds[row & ROW_MASK]! & KIND_MASK) !== NUMBER) continue;
      found[index] = page.values[row & ROW_MASK]!;
    }
    return found;
  }

  text(row: number, column: number): string {
    const code = this.kindCode(row, column) & KIND_MASK;
    return code === TEXT || code === ERROR ? (this.store.texts[this.value(row, column)] ?? "") : "";
  }

  textIds(column: number, rows: Int32Array): TextIds {
    const ids = new Int32Array(rows.length).fill(-1);
    let end = 0;
    const pages = this.columns[column] ?? [];
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index]!;
      const page = pages[row >> PAGE_BITS];
      if (page === undefined || (page.kinds[row & ROW_MASK]! & KIND_MASK) !== TEXT) continue;
      const id = page.values[row & ROW_MASK]!;
      ids[index] = id;
      if (id >= end) end = id + 1;
    }
    return { ids, end, distinct: this.store.distinct };
  }

  formula(row: number, column: number): string | undefined {
    return this.formulas.get(row * 16_384 + column);
  }

  stored(row: number, column: number): boolean {
    return (this.kindCode(row, column) & NOT_STORED) === 0;
  }

  format(row: number, column: number): string {
    const index = this.columns[column]?.[row >> PAGE_BITS]?.formats[row & ROW_MASK] ?? 0;
    return this.store.formats[index] ?? "General";
  }

  hiddenRow(row: number): boolean {
    return this.hiddenRows.has(row);
  }

  hiddenColumn(column: number): boolean {
    return this.hiddenColumns.has(column);
  }

  private put(row: number, column: number, kind: number, value: number): void {
    const page = this.page(row, column);
    page.kinds[row & ROW_MASK] = kind;
    page.values[row & ROW_MASK] = value;
    this.grow(row, column);
  }

  private grow(row: number, column: number): void {
    if (row >= this.rowCount) this.rowCount = row + 1;
    if (column >= this.columnCount) this.columnCount = column + 1;
  }

  private kindCode(row: number, column: number): number {
    return this.columns[column]?.[row >> PAGE_BITS]?.kinds[row & ROW_MASK] ?? BLANK;
  }

  private value(row: number, column: number): number {
    return this.columns[column]?.[row >> PAGE_BITS]?.values[row & ROW_MASK] ?? Number.NaN;
  }

  private page(row: number, column: number): Page {
    let pages = this.columns[column];
    if (pages === undefined) {
      pages = [];
      this.columns[column] = pages;
    }
    let page = pages[row >> PAGE_BITS];
    if (page === undefined) {
      page = {
        kinds: new Uint8Array(PAGE_ROWS),
        values: new Float64Array(PAGE_ROWS),
        formats: new Uint16Array(PAGE_ROWS),
      };
      pages[row >> PAGE_BITS] = page;
      this.pageCount++;
    }
    return page;
  }
}

/** A workbook from filled sheets; what a host does not know is left at its usual value. */
export function workbookOf(
  sheets: readonly SheetSnapshot[],
  more: Partial<Omit<WorkbookSnapshot, "sheets">> = {},
): WorkbookSnapshot {
  return {
    sheets,
    date1904: more.date1904 ?? false,
    answersXml: more.answersXml,
    ownSheets: more.ownSheets ?? [],
  };
}
