import { expect, test } from "@jest/globals";
import { rateUnit } from "../../../src/core/figures/rate";
import { SheetBuilder } from "../../../src/core/workbook/snapshot";

function decide(cells: readonly (number | string | [number, string])[]): string {
  const sheet = new SheetBuilder("表4");
  cells.forEach((cell, row) => {
    if (typeof cell === "string") sheet.setText(row, 0, cell);
    else if (typeof cell === "number") sheet.setNumber(row, 0, cell);
    else {
      sheet.setNumber(row, 0, cell[0]);
      sheet.setFormat(row, 0, cell[1]);
    }
  });
  return rateUnit(sheet, 0, Int32Array.from(cells.keys())).name === "%" ? "points" : "fractions";
}

test.each([
  ["fractions", [0.9977, 0.8, 1]],
  ["fractions", [1.02, 0.98, 1]],
  ["fractions", [1, 1, 0, 1]],
  ["fractions", [0, 0]],
  ["fractions", []],
  ["fractions", ["99.77%", "80%"]],
  ["fractions", ["0.9977", "—"]],
  ["fractions", [0.98, 0.99, 100, 0.97]],
  ["points", [99.77, 80, 100]],
  ["points", [100, 100, 100]],
  ["points", [99.5, 100, 1, 0]],
  ["points", ["99.77", "98.5", "97%"]],
  [
    "points",
    [
      [99.77, "0.00%"],
      [98, "0.00%"],
    ],
  ],
  ["fractions", [[0.9977, "0.00%"], 99.5, 98]],
] as const)("%s: %j", (expected, cells) => {
  expect(decide(cells.map((cell) => (typeof cell === "object" ? [cell[0], cell[1]] : cell)))).toBe(expected);
});
