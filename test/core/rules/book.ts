/** Small workbooks drawn by hand: a pack of a few tables and the tables themselves, without recognition. */
import type {
  ColumnSpec,
  ColumnType,
  KeyDimension,
  Pack,
  TableSpec,
  Text,
} from "../../../src/core/pack/pack";
import {
  compileFormula,
  createContext,
  type RuleContext,
  type RuleRun,
  runFormula,
} from "../../../src/core/rules/language";
import {
  countUnit,
  DATE,
  DAYS,
  FRACTION,
  moneyUnit,
  PERCENT,
  SCORE,
  TEXT,
  type Unit,
} from "../../../src/core/figures/unit";
import type { Table, TableColumn } from "../../../src/core/tables/table";
import { SheetBuilder, workbookOf } from "../../../src/core/workbook/snapshot";
import Decimal from "decimal.js";

export type Cell =
  | number
  | string
  | undefined
  | { readonly value: number; readonly format: string }
  | { readonly error: string }
  | { readonly formula: string };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit?: string;
  /** The unit that the heading names, where formats show another than the stored one. */
  readonly label?: string;
  readonly dimension?: string;
  readonly member?: string;
  readonly required?: boolean;
  /** false: the pack knows the column, the sheet lacks it. */
  readonly present?: boolean;
}

export interface Drawn {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Printed 合计 rows, below the data. */
  readonly totals?: readonly (readonly Cell[])[];
  /** Data rows, from 0, that the first printed 合计 row says it leaves out. */
  readonly leftOut?: readonly (readonly number[])[];
  /** Of the money columns; 万元 where nothing is said. */
  readonly unit?: string;
  /** The pack knows the table, the workbook lacks it. */
  readonly missing?: boolean;
}

export const COUNTIES: KeyDimension = { name: "县市", label: text("县市"), kind: "place" };
export const SOURCES: KeyDimension = {
  name: "来源",
  label: text("来源"),
  kind: "members",
  members: ["中央", "省级", "县级"].map((name) => ({ name, label: text(name), synonyms: [`${name}资金`] })),
};

function text(words: string): Text {
  return { "zh-CN": words, en: words };
}

const ADDITIVE: readonly ColumnType[] = ["money", "count"];

function specOf(drawn: Drawn): TableSpec {
  const columns = drawn.columns.map(
    (column): ColumnSpec => ({
      id: column.name,
      name: column.name,
      label: text(column.name),
      type: column.type,
      headers: [column.name],
      required: column.required ?? true,
      ...(column.unit === undefined ? {} : { unit: column.unit }),
      ...(column.dimension === undefined ? {} : { dimension: column.dimension }),
      ...(column.member === undefined ? {} : { member: column.member }),
      additive: ADDITIVE.includes(column.type),
    }),
  );
  const key = columns.filter(({ type }) => type === "key").map(({ id }) => id);
  return {
    id: drawn.name,
    name: drawn.name,
    label: text(drawn.name),
    titles: [],
    columns,
    key,
    required: true,
  };
}

export function packOf(tables: readonly Drawn[]): Pack {
  return {
    format: 1,
    id: "drawn",
    version: "1",
    title: text("手绘"),
    sources: [],
    judgement: { decimals: { 元: 2, 万元: 2, 亿元: 2 }, rateDecimals: 4, cap: 10, calendar: "cn" },
    dimensions: [COUNTIES, SOURCES],
    tables: tables.map(specOf),
    checks: [],
    sections: [],
    indicators: [],
    scale: { base: "100", maxBonus: "10", maxDeduction: "30", decimals: 2 },
  };
}

function unitOf(column: Column, table: Drawn): Unit {
  switch (column.type) {
    case "money":
      return moneyUnit(column.unit ?? table.unit ?? "万元") ?? TEXT;
    case "score":
      return SCORE;
    case "count":
      return countUnit(column.unit ?? "个");
    case "rate":
      return column.unit === "%" ? PERCENT : FRACTION;
    case "date":
      return DATE;
    case "days":
      return DAYS;
    case "text":
    case "key":
      return TEXT;
  }
}

export function put(sheet: SheetBuilder, row: number, column: number, cell: Cell): void {
  if (cell === undefined) return;
  if (typeof cell === "number") sheet.setNumber(row, column, cell);
  else if (typeof cell === "string") sheet.setText(row, column, cell);
  else if ("error" in cell) sheet.setError(row, column, cell.error);
  else if ("formula" in cell) sheet.setFormula(row, column, cell.formula, false);
  else {
    sheet.setNumber(row, column, cell.value);
    sheet.setFormat(row, column, cell.format);
  }
}

export interface Book {
  readonly pack: Pack;
  readonly context: RuleContext;
  /** By table name. */
  readonly sheets: ReadonlyMap<string, SheetBuilder>;
}

/** Each table on a sheet of its own name, headers in row 1, data from row 2. */
export function bookOf(...drawn: readonly Drawn[]): Book {
  const pack = packOf(drawn);
  const sheets = new Map<string, SheetBuilder>();
  const tables: Table[] = [];
  drawn.forEach((one, number) => {
    const spec = pack.tables[number];
    if (one.missing === true || spec === undefined) return;
    const sheet = new SheetBuilder(one.name);
    sheets.set(one.name, sheet);
    const columns = new Map<string, TableColumn>();
    spec.columns.forEach((column, index) => {
      const drawnColumn = one.columns[index];
      if (drawnColumn === undefined || drawnColumn.present === false) return;
      sheet.setText(0, index, column.name);
      columns.set(column.id, {
        spec: column,
        column: index,
        unit: unitOf(drawnColumn, one),
        header: column.name,
        headerCell: { sheet: one.name, row: 0, column: index },
        ...(drawnColumn.label === undefined ? {} : { label: moneyUnit(drawnColumn.label) ?? TEXT }),
      });
    });
    const totals = one.totals ?? [];
    [...one.rows, ...totals].forEach((cells, row) =>
      cells.forEach((cell, column) => put(sheet, row + 1, column, cell)),
    );
    tables.push({
      spec,
      sheet,
      orientation: "rows",
      range: { top: 0, left: 0, bottom: one.rows.length + totals.length, right: spec.columns.length - 1 },
      headerRows: { first: 0, last: 0 },
      columns,
      rows: Int32Array.from(one.rows, (_row, index) => index + 1),
      totalRows: totals.map((_row, index) => one.rows.length + index + 1),
      leftOut: new Map((one.leftOut ?? []).map((rows) => [one.rows.length + 1, rows.map((row) => row + 1)])),
      subtotalRows: [],
      partRows: [],
      unit: moneyUnit(one.unit ?? "万元") ?? TEXT,
      confidence: 1,
    });
  });
  const missing = pack.tables.filter((_spec, index) => drawn[index]?.missing === true);
  const recognition = { tables, missing, ambiguous: [], missingColumns: [] };
  return { pack, context: createContext(pack, recognition, workbookOf([...sheets.values()])), sheets };
}

/** Runs a formula that must compile. @param tolerance in 元 for money */
export function run(
  book: Book,
  formula: string,
  level: "error" | "warning" = "error",
  tolerance?: string,
): RuleRun {
  const compiled = compileFormula(formula, book.pack);
  if (!compiled.ok) throw new Error(`${formula}: ${compiled.errors.map(({ message }) => message.en).join()}`);
  return runFormula(compiled.value, book.context, {
    level,
    tolerance: tolerance === undefined ? undefined : new Decimal(tolerance),
  });
}

/** What a run gave, shortly: verdicts with both values, passes, reasons. */
export function outcome(result: RuleRun): {
  readonly failed: readonly (readonly (string | undefined)[])[];
  readonly passed: number;
  readonly notRun: readonly string[];
} {
  return {
    failed: result.failed.map(({ verdict, left, right, difference }) => [
      verdict,
      left.value,
      right?.value,
      difference,
    ]),
    passed: result.passed,
    notRun: result.notRun.map(({ why }) => why.en),
  };
}
