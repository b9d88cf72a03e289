/**
 * A sheet of ours as a host-neutral model: the score sheet and the findings sheet are built in core and written by
 * each host. Lengths are host-neutral: columns in characters of the default font, rows in points.
 */
import type { Area } from "../workbook/address";

export type SheetKind = "score" | "findings" | "rules";

export interface SheetModel {
  readonly kind: SheetKind;
  /** Wanted name; a host takes a numbered one where a sheet of the user has it. */
  readonly name: string;
  readonly columns: readonly { readonly characters: number }[];
  readonly rows: readonly RowModel[];
  readonly merges: readonly Area[];
  readonly validations: readonly ValidationModel[];
  readonly chart: ChartModel | undefined;
  readonly filter: Area | undefined;
  /** Rows and columns that stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly print: PrintModel;
}

export interface RowModel {
  readonly points: number;
  /** By column index; a missing cell is empty and unstyled. */
  readonly cells: readonly (CellModel | undefined)[];
}

export interface CellModel {
  readonly value: CellValue;
  readonly style: StyleName;
  /** Address inside the workbook that the cell leads to, e.g. "'表5'!D8". */
  readonly link?: string;
  /** Where the officer's entry is read back from; absent on cells that are ours. */
  readonly entry?: EntryName;
}

export type CellValue =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  /** Plain decimal. */
  | { readonly kind: "number"; readonly value: string }
  /** Without "="; the stored value is the decimal engine's; text results carry `text`. */
  | {
      readonly kind: "formula";
      readonly formula: string;
      readonly value: string;
      readonly type: "number" | "text";
    };

/** What an input cell of ours holds: a manual score, evidence, a mark "不适用", an explanation. */
export type EntryName =
  | { readonly kind: "score"; readonly no: string }
  | { readonly kind: "evidence"; readonly no: string }
  /** index into the findings in the order of the sheet, see findingsInOrder. */
  | { readonly kind: "explanation"; readonly index: number };

/** A closed set of looks; each host maps a name to fonts, fills, borders, number format and alignment. */
export type StyleName =
  | "title"
  | "note"
  /** 附件1, at the left above the title. */
  | "attachment"
  | "header"
  | "text"
  | "centered"
  | "wrapped"
  | "score"
  | "score-input"
  | "text-input"
  | "subtotal"
  | "subtotal-score"
  | "total"
  | "total-score"
  | "link"
  | "error"
  | "warning"
  | "notice"
  | "explained"
  | "amount";

export interface ValidationModel {
  readonly area: Area;
  readonly minimum: string;
  readonly maximum: string;
  /** Most decimals that a number may have. */
  readonly decimals: number;
  /** Words that the cell takes beside a number, e.g. "不适用". */
  readonly words: readonly string[];
  readonly message: string;
}

/**
 * A bar chart of two series over one contiguous block: first row the series' names, first column labels, then one
 * column a series.
 */
export interface ChartModel {
  readonly title: string;
  readonly source: Area;
  /** The cells that the chart covers. */
  readonly place: Area;
}

export interface PrintModel {
  readonly orientation: "landscape" | "portrait";
  readonly area: Area;
  /** Header rows repeated on each page. */
  readonly titleRows: { readonly first: number; readonly last: number } | undefined;
  /** With &P and &N where page and pages stand. */
  readonly footer: string;
}
