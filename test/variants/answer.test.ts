import { describe, expect, test } from "@jest/globals";
import * as SheetJs from "@e965/xlsx";
import { packColumn } from "./answer";
import { add, type Exact, exact, fifteenDigits, plain, shift, ZERO } from "./exact";
import type { ExpectedTable } from "./expected";
import { makeVariant } from "./makeVariant";
import { UNIT_POWER } from "./table";
import { toXlsx } from "./write";

/** Columns that add up to the total row, told in the table's unit unless their header says another. */
const SUMMED = [
  ["funds", ["total", "centralAdvance", "centralNew", "region", "prefecture", "bonds", "countyFunds"]],
  ["release", ["amount"]],
  ["projects", ["centralAdvance", "bonds", "total", "spent"]],
  ["execution", ["budget", "spent"]],
  ["assets", ["invested", "household", "township", "village", "county"]],
  ["industry", ["funds", "industry"]],
  ["monitoring", ["households", "people", "clearedHouseholds", "clearedPeople"]],
  ["rectification", ["found", "mended"]],
] as const;

/** A cell of the file as a figure; nothing is 0, a formula without a value is undefined. */
function figure(page: SheetJs.WorkSheet, address: string): Exact | undefined {
  const cell: SheetJs.CellObject | undefined = page[address];
  if (cell?.t === "n" && typeof cell.v === "number") return fifteenDigits(cell.v);
  if (cell?.f !== undefined) return undefined;
  if (cell?.t !== "s" || typeof cell.v !== "string") return ZERO;
  const text = cell.v.normalize("NFKC").replace(/[\s,]|[万亿]?元/gu, "");
  return /^\d/.test(text) ? exact(text) : ZERO;
}

function sums(
  page: SheetJs.WorkSheet,
  table: ExpectedTable,
  column: string,
): { of: string; rows: string; totals: string[] }[] {
  const at = (line: string): string => {
    const place = table.columns[packColumn(table.id, column)] ?? "";
    return table.transposed ? line + place : place + line;
  };
  const rows = table.dataRows.map((line) => figure(page, at(line)));
  const totals = table.totalRows.map((line) => figure(page, at(line)));
  if ([...rows, ...totals].includes(undefined)) return [];
  const sum = rows.reduce<Exact>((all, row) => add(all, row ?? ZERO), ZERO);
  return [{ of: `${table.id}.${column}`, rows: plain(sum), totals: totals.map((one) => plain(one ?? ZERO)) }];
}

describe("the figures in the file, read at the places that the answer names", () => {
  test("add up to every total row, by another reader", () => {
    let compared = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      const variant = makeVariant(seed, { plants: 0, without: ["totalExclusion"] });
      const book = SheetJs.read(toXlsx(variant.workbook), { nodim: true, sheetStubs: true });
      for (const [id, columns] of SUMMED) {
        const table = variant.tables.find((one) => one.id === id);
        const page = table === undefined ? undefined : book.Sheets[table.sheet];
        if (table === undefined || page === undefined) continue;
        for (const sum of columns.flatMap((column) => sums(page, table, column))) {
          compared += sum.totals.length;
          expect({ seed, ...sum }).toEqual({ seed, ...sum, totals: sum.totals.map(() => sum.rows) });
        }
      }
    }
    expect(compared).toBeGreaterThan(1500);
  });

  test("say the same in yuan in two tables, whatever their units", () => {
    let compared = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      const variant = makeVariant(seed, {
        only: ["tableUnit", "synonyms", "headerDepth", "transposed", "stacked"],
        plants: 0,
      });
      const book = SheetJs.read(toXlsx(variant.workbook), { nodim: true, sheetStubs: true });
      const yuan = (id: string, column: string): string => {
        const table = variant.tables.find((one) => one.id === id);
        const page = table === undefined ? undefined : book.Sheets[table.sheet];
        if (table?.unit === undefined || page === undefined) return "";
        return plain(shift(exact(sums(page, table, column)[0]?.totals[0] ?? "0"), UNIT_POWER[table.unit]));
      };
      const budget = yuan("execution", "budget");
      expect(budget).toMatch(/^[1-9]\d+$/);
      expect({ seed, funds: yuan("funds", "total") }).toEqual({ seed, funds: budget });
      expect({ seed, release: yuan("release", "amount") }).toEqual({ seed, release: budget });
      expect({ seed, projects: yuan("projects", "total") }).toEqual({ seed, projects: budget });
      compared += 1;
    }
    expect(compared).toBe(80);
  });
});
