// The simulated workbook: what Excel would hold in memory. Cells and styles are values that are replaced, never
// changed, so that a snapshot can share them.
import type { Area } from "./address";
import type { Json } from "./members/member";

export interface ErrorValue {
  readonly error: string;
}

export type CellValue = number | string | boolean | ErrorValue;

/** A cell that holds something; blank cells without a format are not stored. */
export interface Cell {
  readonly value: CellValue | undefined;
  /** Text after the equals sign. */
  readonly formula?: string;
  /** The area of an array formula, at its first cell. */
  readonly arrayArea?: string;
  readonly style: CellStyle;
}

export interface FontStyle {
  readonly name: string;
  readonly size: number;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
}

export interface BorderLine {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

export const borderSides = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "DiagonalDown",
  "DiagonalUp",
] as const;
export type BorderSide = (typeof borderSides)[number];

export interface CellStyle {
  readonly numberFormat: string;
  readonly font: FontStyle;
  /** `undefined` without a fill. */
  readonly fill: string | undefined;
  readonly borders: Readonly<Partial<Record<BorderSide, BorderLine>>>;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indentLevel: number;
  readonly shrinkToFit: boolean;
  readonly textOrientation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** Typed with a leading apostrophe: stays text although it looks like a number. */
  readonly quotePrefix: boolean;
}

export const defaultStyle: CellStyle = {
  numberFormat: "General",
  font: {
    name: "Calibri",
    size: 11,
    color: "#000000",
    bold: false,
    italic: false,
    underline: "None",
    strikethrough: false,
  },
  fill: undefined,
  borders: {},
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  indentLevel: 0,
  shrinkToFit: false,
  textOrientation: 0,
  locked: true,
  formulaHidden: false,
  quotePrefix: false,
};

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** A column's or row's own size in points; `undefined` means the sheet's standard. */
export interface Line {
  readonly size: number | undefined;
  readonly hidden: boolean;
  readonly style?: CellStyle;
}

export interface DefinedName {
  readonly name: string;
  /** Text after the equals sign. */
  readonly formula: string;
  readonly visible: boolean;
  readonly comment: string;
}

export type DifferentialFormat = Readonly<Record<string, unknown>>;

export interface ConditionalFormat {
  /** Office.js' ConditionalFormatType, or `Other` for what Office.js cannot name. */
  readonly type: string;
  readonly areas: readonly Area[];
  readonly stopIfTrue: boolean;
  /** Formulas and settings of the rule by name. */
  readonly rule: Readonly<Record<string, unknown>>;
  readonly format: DifferentialFormat;
}

export interface Validation {
  readonly areas: readonly Area[];
  readonly type: string;
  /** As Office.js shows it: `{ list: { source, inCellDropDown } }`, `{ decimal: { formula1, … } }`. */
  readonly rule: Readonly<Record<string, unknown>>;
  readonly prompt: Readonly<Record<string, unknown>>;
  readonly errorAlert: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
}

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly values: string;
  readonly categories: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A chart: only its parts that formulas and officers can see. */
export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly chartType: string;
  readonly series: readonly ChartSeries[];
  /** Titles, axes, position: by path, `title/text` or `axes/valueAxis/minimum`. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface FreezePanes {
  readonly rows: number;
  readonly columns: number;
}

export interface AutomaticFilter {
  readonly area: Area;
  /** By column of the area, as Office.js shows them. */
  readonly criteria: ReadonlyMap<number, Readonly<Record<string, Json>>>;
}

/** By place (`cellKey`). Counts its changes, so that what was worked out over all of them can be kept. */
export class Cells extends Map<number, Cell> {
  changes = 0;

  override set(key: number, cell: Cell): this {
    this.changes += 1;
    return super.set(key, cell);
  }

  override delete(key: number): boolean {
    this.changes += 1;
    return super.delete(key);
  }

  override clear(): void {
    this.changes += 1;
    super.clear();
  }
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: Visibility;
  tabColor: string;
  readonly cells: Cells;
  readonly columns: Map<number, Line>;
  readonly rows: Map<number, Line>;
  /** Characters of the default font. */
  standardWidth: number;
  /** Points. */
  standardHeight: number;
  merges: readonly Area[];
  names: readonly DefinedName[];
  conditionalFormats: readonly ConditionalFormat[];
  validations: readonly Validation[];
  readonly hyperlinks: Map<number, Hyperlink>;
  charts: readonly Chart[];
  freeze: FreezePanes;
  /** The automatic filter; not read from files. */
  filter: AutomaticFilter | undefined;
  /** Page settings by Office.js name; header and footer texts as `headersFooters/…`. */
  pageLayout: Readonly<Record<string, unknown>>;
  /** `undefined` while unprotected. */
  protection: Readonly<Record<string, unknown>> | undefined;
  showGridlines: boolean;
  showHeadings: boolean;
}

export interface CustomXmlPart {
  readonly id: string;
  readonly xml: string;
}

export interface Workbook {
  name: string;
  sheets: readonly Sheet[];
  activeSheetId: string;
  selection: Area;
  date1904: boolean;
  names: readonly DefinedName[];
  customXmlParts: readonly CustomXmlPart[];
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  readOnly: boolean;
  structureProtected: boolean;
  properties: Readonly<Record<string, string>>;
  /** The look of a cell that was never formatted: a file's first cell style. */
  normalStyle: CellStyle;
  /** Formula cells whose value is out of date under manual calculation, as `sheet id!key`. */
  readonly stale: Set<string>;
}

/** One number for a cell's place, the key of `Sheet.cells`. */
export function cellKey(row: number, column: number): number {
  return row * 16_384 + column;
}

/** The place of a key. */
export function placeOf(key: number): { readonly row: number; readonly column: number } {
  return { row: Math.floor(key / 16_384), column: key % 16_384 };
}

let lastId = 0;

/** A GUID-like id, in braces, that never comes twice, not even in another workbook. */
export function newId(): string {
  lastId += 1;
  return `{00000000-0000-4000-8000-${lastId.toString(16).toUpperCase().padStart(12, "0")}}`;
}

/** An empty sheet, not yet part of a workbook. */
export function emptySheet(name: string): Sheet {
  return {
    id: newId(),
    name,
    visibility: "Visible",
    tabColor: "",
    cells: new Cells(),
    columns: new Map(),
    rows: new Map(),
    standardWidth: 8.43,
    standardHeight: 15,
    merges: [],
    names: [],
    conditionalFormats: [],
    validations: [],
    hyperlinks: new Map(),
    charts: [],
    freeze: { rows: 0, columns: 0 },
    filter: undefined,
    pageLayout: {},
    protection: undefined,
    showGridlines: true,
    showHeadings: true,
  };
}

/** A workbook with one empty sheet per name. */
export function newWorkbook(sheetNames: readonly string[] = ["Sheet1"]): Workbook {
  const workbook: Workbook = {
    name: "Book1.xlsx",
    sheets: [],
    activeSheetId: "",
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    date1904: false,
    names: [],
    customXmlParts: [],
    calculationMode: "Automatic",
    readOnly: false,
    structureProtected: false,
    properties: {},
    normalStyle: defaultStyle,
    stale: new Set(),
  };
  workbook.sheets = sheetNames.map((name) => emptySheet(name));
  workbook.activeSheetId = workbook.sheets[0]?.id ?? "";
  return workbook;
}

/** Sheets by name as Excel compares them: without regard to case. */
export function sheetNamed(workbook: Workbook, name: string): Sheet | undefined {
  const wanted = name.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

/** Whether a value is one of Excel's errors. */
export function isErrorValue(value: CellValue | undefined): value is ErrorValue {
  return typeof value === "object";
}
