/**
 * The old formats, .xls in all its guises (BIFF, SpreadsheetML 2003, HTML), through the library that reads them.
 * It is loaded only for them. Its known faults are mended here: GBK markup is decoded before it, texts of HTML stay
 * texts, the Chinese formats 27 to 58 get their codes, what it shows of a cell is never used.
 */
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from "@e965/xlsx";
import { MAX_COLUMNS, MAX_ROWS } from "../../core/workbook/address";
import {
  newStore,
  SheetBuilder,
  type Visibility,
  type WorkbookSnapshot,
  workbookOf,
} from "../../core/workbook/snapshot";
import { FILE_TEXTS } from "../../texts/files";
import { builtInFormats } from "./number-formats";
import { type ColumnWidths, oldAsPackage } from "./old-copy";
import { FileProblem } from "./problem";
import { beyond, damaged, READ_LIMITS } from "./read-limits";
import { natureOf } from "./sniff";

interface OldWorkbook {
  readonly snapshot: WorkbookSnapshot;
  /** By the sheets' positions. */
  readonly widths: readonly ColumnWidths[];
}

type Library = typeof import("@e965/xlsx");

/**
 * An old workbook as a new package of the same sheets: from there on it is read and written like any other.
 * @throws FileProblem
 */
export async function convertOld(bytes: Uint8Array): Promise<Uint8Array> {
  const { snapshot, widths } =
    natureOf(bytes).kind === "markup" ? await readMarkup(bytes) : await readBiff(bytes);
  return oldAsPackage(snapshot, widths);
}

async function readBiff(bytes: Uint8Array): Promise<OldWorkbook> {
  const library = await load(bytes);
  // The library keeps one table of formats for all .xls files: numbers without an entry must not be those of another.
  for (const [number, code] of builtInFormats) library.SSF.load(code, number);
  return parse(() => library.read(bytes, { ...options(), type: "array" }));
}

async function readMarkup(bytes: Uint8Array): Promise<OldWorkbook> {
  const text = decodeMarkup(bytes);
  const html = !/<(?:\w+:)?Workbook[\s>]/.test(text);
  if (html && !/<table[\s>]/i.test(text)) throw new FileProblem(FILE_TEXTS.notZip);
  checkSpans(text);
  const library = await load(bytes);
  const workbook = parse(() => library.read(text, { ...options(), type: "string", raw: html }), html);
  return workbook;
}

/** Its reader writes its defaults into the object it is given: a fresh one each time. */
function options(): ParsingOptions {
  return {
    dense: true,
    nodim: true,
    sheetStubs: true,
    cellNF: true,
    cellHTML: false,
    cellText: false,
  } as ParsingOptions;
}

async function load(bytes: Uint8Array): Promise<Library> {
  if (bytes.length > READ_LIMITS.oldFile) throw beyond("oldFile");
  return import("@e965/xlsx");
}

/** Whatever the library throws is a file that it cannot read. */
function parse(read: () => WorkBook, html = false): OldWorkbook {
  let workbook: WorkBook;
  try {
    workbook = quietly(read);
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message))
      throw new FileProblem(FILE_TEXTS.encrypted);
    throw damaged(".xls");
  }
  return snapshotOf(workbook, html);
}

/** The library tells the console what it does not know in a file: no business of the officer's. */
function quietly<T>(read: () => T): T {
  const { error } = console;
  console.error = () => {};
  try {
    return read();
  } finally {
    console.error = error;
  }
}

function snapshotOf(workbook: WorkBook, html: boolean): OldWorkbook {
  const store = newStore();
  if (workbook.SheetNames.length > READ_LIMITS.sheets) throw beyond("sheets");
  const sheets = workbook.SheetNames.map((name, index) => {
    const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    const sheet = new SheetBuilder(name, VISIBILITIES[hidden] ?? "visible", store);
    const source = workbook.Sheets[name];
    if (source !== undefined) fill(sheet, source, html);
    return sheet;
  });
  return {
    snapshot: workbookOf(sheets, { date1904: workbook.Workbook?.WBProps?.date1904 ?? false }),
    widths: workbook.SheetNames.map((name) => widthsOf(workbook.Sheets[name])),
  };
}

function widthsOf(source: WorkSheet | undefined): ColumnWidths {
  const widths = new Map<number, number>();
  source?.["!cols"]?.forEach((column, index) => {
    const width = column?.width ?? column?.wch;
    if (width !== undefined && width > 0 && index < MAX_COLUMNS) widths.set(index, width);
  });
  return widths;
}

const VISIBILITIES: readonly Visibility[] = ["visible", "hidden", "veryHidden"];

const ERRORS: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

function fill(sheet: SheetBuilder, source: WorkSheet, html: boolean): void {
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = source["!data"] ?? [];
  let cells = 0;
  rows.forEach((row, rowIndex) => {
    row?.forEach((cell, column) => {
      if (cell === undefined) return;
      if (rowIndex >= MAX_ROWS || column >= MAX_COLUMNS) throw damaged(".xls");
      if (++cells > READ_LIMITS.cells) throw beyond("cells");
      put(sheet, rowIndex, column, cell, html);
      if (sheet.pageCount > READ_LIMITS.pages) throw beyond("pages");
    });
  });
  for (const { s, e } of source["!merges"] ?? []) {
    if (sheet.merges.length >= READ_LIMITS.merges) throw beyond("merges");
    sheet.addMerge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  }
  source["!rows"]?.forEach((row, index) => {
    if (row?.hidden === true) sheet.hideRow(index);
  });
  source["!cols"]?.forEach((column, index) => {
    if (column?.hidden === true) sheet.hideColumn(index);
  });
}

function put(sheet: SheetBuilder, row: number, column: number, cell: CellObject, html: boolean): void {
  const { t: type, v: value, f: formula } = cell;
  const held = type !== "z" && value !== undefined && value !== null;
  if (!held && formula === undefined) return;
  let format = typeof cell.z === "string" ? cell.z : "General";
  if (held) {
    if (type === "e") sheet.setError(row, column, ERRORS[Number(value)] ?? "#VALUE!");
    else if (typeof value === "boolean") sheet.setBoolean(row, column, value);
    else if (typeof value === "number") sheet.setNumber(row, column, value);
    else if (value instanceof Date) sheet.setNumber(row, column, serialOf(value));
    else {
      const number = html ? plainNumber(value) : undefined;
      if (number === undefined) sheet.setText(row, column, value);
      else {
        sheet.setNumber(row, column, number.value);
        format = number.format;
      }
    }
  }
  if (formula !== undefined) sheet.setFormula(row, column, formula, held);
  sheet.setFormat(row, column, format);
}

function serialOf(date: Date): number {
  return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/**
 * A cell of HTML says its value only as text. Where the digits are exactly how a number is written, it is that number
 * with its decimals as the format; 00123 and 1,234.50 stay the texts that they are.
 */
function plainNumber(text: string): { readonly value: number; readonly format: string } | undefined {
  const trimmed = text.trim();
  const match = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/.exec(trimmed);
  if (match === null || trimmed.replace(/\D/g, "").length > 15) return undefined;
  const decimals = match[1]?.length ?? 0;
  return { value: Number(trimmed), format: decimals === 0 ? "General" : `0.${"0".repeat(decimals)}` };
}

/** Markup in its own encoding; Chinese systems write GBK with or without saying so. */
function decodeMarkup(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const named = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? "utf-8";
  if (!/^(?:gb|x-gbk|cp936|windows-936|hz)/.test(named)) {
    for (const encoding of ["utf-8", named]) {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
      } catch {
        // Not that encoding, or one that the platform does not know: the next.
      }
    }
  }
  return new TextDecoder("gb18030").decode(bytes);
}

/** Spans and indices beyond a sheet, infinite ones too, would make the library fill memory with nothing. */
function checkSpans(text: string): void {
  for (const match of text.matchAll(/(?:span|index|merge(?:across|down))\s*=\s*["']?\s*([^"'\s>]*)/gi)) {
    if (Number(match[1]) > MAX_ROWS) throw damaged(".xls");
  }
}
