/** Second reader for tests: fills a snapshot through the spreadsheet library alone, without our file host. */
import { readFileSync } from "node:fs";
import * as XLSX from "@e965/xlsx";
import {
  newStore,
  SheetBuilder,
  workbookOf,
  type Visibility,
  type WorkbookSnapshot,
} from "../../src/core/workbook/snapshot";

const VISIBILITY: readonly Visibility[] = ["visible", "hidden", "veryHidden"];
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

/** Reads a workbook file as a snapshot. */
export function loadWithLibrary(path: string): WorkbookSnapshot {
  const book = XLSX.read(readFileSync(path), {
    cellNF: true,
    cellFormula: true,
    cellStyles: true,
    sheetStubs: true,
  });
  const store = newStore();
  const sheets = book.SheetNames.map((name, index) => {
    const visibility = VISIBILITY[book.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? "visible";
    const builder = new SheetBuilder(name, visibility, store);
    const sheet = book.Sheets[name];
    if (sheet !== undefined) fill(builder, sheet);
    return builder;
  });
  return workbookOf(sheets, { date1904: book.Workbook?.WBProps?.date1904 === true });
}

function fill(builder: SheetBuilder, sheet: XLSX.WorkSheet): void {
  for (const [address, value] of Object.entries(sheet)) {
    if (address.startsWith("!")) continue;
    const { r: row, c: column } = XLSX.utils.decode_cell(address);
    const cell = value as XLSX.CellObject;
    switch (cell.t) {
      case "n":
        if (typeof cell.v === "number") builder.setNumber(row, column, cell.v);
        break;
      case "s":
        if (cell.v !== undefined && cell.v !== "") builder.setText(row, column, String(cell.v));
        break;
      case "b":
        builder.setBoolean(row, column, cell.v === true);
        break;
      case "e":
        builder.setError(row, column, ERRORS[Number(cell.v)] ?? "#N/A");
        break;
      default:
        break;
    }
    if (cell.f !== undefined) builder.setFormula(row, column, cell.f, cell.v !== undefined);
    if (cell.z !== undefined) builder.setFormat(row, column, String(cell.z));
  }
  for (const { s, e } of sheet["!merges"] ?? []) {
    builder.addMerge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  }
  sheet["!rows"]?.forEach((row, index) => {
    if (row?.hidden === true) builder.hideRow(index);
  });
  sheet["!cols"]?.forEach((column, index) => {
    if (column?.hidden === true) builder.hideColumn(index);
  });
}
