import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { recognise } from "../../../src/core/tables/recognise";
import { cellOf, type Table } from "../../../src/core/tables/table";
import { SheetBuilder, workbookOf, type SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { loadWithLibrary } from "../../support/load-with-library";
import { DIMENSIONS, SPECS } from "./pack-tables";

const workbook = loadWithLibrary("assets/samples/bazhou-2021-as-reported.xlsx");
const options = { dimensions: DIMENSIONS, year: 2021 };

/** A copy with another name, and blank rows and columns inserted before the given ones, as a spreadsheet does it. */
function moved(
  sheet: SheetSnapshot,
  name: string,
  rows: readonly number[],
  columns: readonly number[],
): SheetBuilder {
  const row = (at: number): number => at + rows.filter((one) => one <= at).length;
  const column = (at: number): number => at + columns.filter((one) => one <= at).length;
  const copy = new SheetBuilder(name, sheet.visibility);
  for (let r = 0; r < sheet.rowCount; r++) {
    for (let c = 0; c < sheet.columnCount; c++) {
      if (sheet.kind(r, c) === "number") copy.setNumber(row(r), column(c), sheet.number(r, c));
      if (sheet.kind(r, c) === "text") copy.setText(row(r), column(c), sheet.text(r, c));
      copy.setFormat(row(r), column(c), sheet.format(r, c));
    }
  }
  for (const { top, left, bottom, right } of sheet.merges) {
    copy.addMerge({ top: row(top), left: column(left), bottom: row(bottom), right: column(right) });
  }
  return copy;
}

/** What a table holds, free of where it stands: each row's cells as values. */
function content(table: Table): unknown {
  const line = (row: number): readonly (string | number)[] =>
    [...table.columns.values()].map(({ column }) =>
      table.sheet.kind(row, column) === "number"
        ? table.sheet.number(row, column)
        : table.sheet.text(row, column),
    );
  return {
    id: table.spec.id,
    columns: [...table.columns].map(([id, { unit, header }]) => [id, unit, header]),
    rows: [...table.rows].map(line),
    totals: table.totalRows.map(line),
    unit: table.unit,
  };
}

const expected = recognise(workbook, SPECS, options).tables.map(content);

describe("the tables found are the same", () => {
  test("under any names and order of the sheets", () => {
    const count = workbook.sheets.length;
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...workbook.sheets.keys()], { minLength: count }),
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: count, maxLength: count }),
        (order, names) => {
          const sheets = order.flatMap((index, at) => {
            const sheet = workbook.sheets[index];
            return sheet === undefined ? [] : [moved(sheet, names[at] ?? String(at), [], [])];
          });
          const { tables } = recognise(workbookOf(sheets), SPECS, options);
          expect(tables.map(content)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("with blank rows and columns inserted anywhere", () => {
    const spots = fc.array(fc.nat(18), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(spots, spots), { minLength: 9, maxLength: 9 }), (inserted) => {
        const sheets = workbook.sheets.map((sheet, index) =>
          moved(sheet, sheet.name, inserted[index]?.[0] ?? [], inserted[index]?.[1] ?? []),
        );
        const { tables } = recognise(workbookOf(sheets), SPECS, options);
        expect(tables.map(content)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test("each cell named is the cell that holds the figure", () => {
    for (const table of recognise(workbook, SPECS, options).tables) {
      for (const { column } of table.columns.values()) {
        for (const row of table.rows) {
          const cell = cellOf(table, row, column);
          const sheet = workbook.sheets.find(({ name }) => name === cell.sheet);
          expect(sheet?.kind(cell.row, cell.column)).toBe(table.sheet.kind(row, column));
        }
      }
    }
  });
});
