/** Cells as areas: joined where they touch, and not limited by how many arguments a call takes. */
import { expect, test } from "@jest/globals";
import { areaAddress, areasOf } from "../../../src/core/workbook/address";

function cell(row: number, column: number, sheet = "表3"): { sheet: string; row: number; column: number } {
  return { sheet, row, column };
}

function shown(cells: Parameters<typeof areasOf>[0]): readonly string[] {
  return areasOf(cells).map(areaAddress);
}

test("runs of a column, equal runs beside them, and runs of a row", () => {
  expect(shown([cell(3, 1), cell(4, 1), cell(6, 1)])).toEqual(["'表3'!B4:B5", "'表3'!B7"]);
  expect(shown([cell(3, 1), cell(4, 1), cell(3, 2), cell(4, 2), cell(3, 3)])).toEqual([
    "'表3'!B4:C5",
    "'表3'!D4",
  ]);
  expect(shown([cell(7, 6), cell(7, 8), cell(7, 5)])).toEqual(["'表3'!F8:G8", "'表3'!I8"]);
  expect(shown([{ ...cell(3, 1), bottom: 9 }, cell(10, 1)])).toEqual(["'表3'!B4:B11"]);
});

test("areas of a column that does not go on stand before those that do", () => {
  const cells = [cell(1, 0), cell(5, 0), cell(9, 0), cell(5, 1), cell(6, 1), cell(9, 1)];
  expect(shown(cells)).toEqual(["'表3'!A2", "'表3'!A6", "'表3'!B6:B7", "'表3'!A10:B10"]);
});

test("a column left out divides", () => {
  expect(shown([cell(1, 0), cell(1, 2)])).toEqual(["'表3'!A2", "'表3'!C2"]);
});

test("sheets in the order in which they come", () => {
  expect(shown([cell(1, 0, "乙"), cell(1, 0, "甲"), cell(2, 0, "乙")])).toEqual(["'乙'!A2:A3", "'甲'!A2"]);
});

test("300,000 cells of which none touches another", () => {
  const cells = Array.from({ length: 300_000 }, (_none, index) => cell(2 * index, 3));
  expect(areasOf(cells)).toHaveLength(300_000);
});
