/** Every fixture is read as it should be, and a second program reads the same. */
import { describe, expect, test } from "@jest/globals";
import { areaName } from "../../../src/core/workbook/address";
import type { SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { openWorkbook } from "../../../src/hosts/file/open";
import { FIXTURES } from "../../fixtures/workbooks/index";
import type { Fixture, Right } from "../../fixtures/workbooks/fixture";
import { csvOf, withLibreOffice } from "../../support/libreoffice";

function cellName(row: number, column: number): string {
  return areaName({ top: row, left: column, bottom: row, right: column });
}

function rightOf(sheet: SheetSnapshot, row: number, column: number): Right | undefined {
  switch (sheet.kind(row, column)) {
    case "number":
      return sheet.number(row, column);
    case "text":
      return sheet.text(row, column);
    case "boolean":
      return sheet.number(row, column) === 1;
    case "error":
      return { error: sheet.text(row, column) };
    case "blank":
      return sheet.stored(row, column) ? undefined : { notCalculated: sheet.formula(row, column) ?? "" };
  }
}

function cellsOf(sheet: SheetSnapshot): Record<string, Right> {
  const cells: Record<string, Right> = {};
  for (let row = 0; row < sheet.rowCount; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const right = rightOf(sheet, row, column);
      if (right !== undefined) cells[cellName(row, column)] = right;
    }
  }
  return cells;
}

/** As the second program writes a cell: texts in quotes, so that a figure held as text is told from a number. */
function spelling(right: Right): string {
  switch (typeof right) {
    case "number":
      return String(right);
    case "boolean":
      return right ? "TRUE" : "FALSE";
    case "string":
      return right === "" ? "" : `"${right.replaceAll("\r\n", "\n").replaceAll('"', '""')}"`;
    case "object":
      return "error" in right ? `"${right.error}"` : `=${right.notCalculated}`;
  }
}

function spellings(fixture: Fixture, sheet: string): Record<string, string> {
  const cells = Object.entries(fixture.right[sheet] ?? {}).map(([name, right]) => [
    name,
    fixture.spelled?.[sheet]?.[name] ?? spelling(right),
  ]);
  return Object.fromEntries(cells.filter(([, text]) => text !== ""));
}

test("there are at least sixty, each under its own name, none larger than 100 KB", () => {
  expect(FIXTURES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(FIXTURES.map(({ name }) => name)).size).toBe(FIXTURES.length);
  expect(FIXTURES.filter(({ bytes }) => bytes.length > 100_000)).toEqual([]);
});

describe("cells", () => {
  test.each(FIXTURES.map((fixture) => [fixture.name, fixture] as const))("%s", async (_name, fixture) => {
    const { snapshot } = await openWorkbook(fixture.bytes, `${fixture.name}${fixture.extension}`);
    const read = Object.fromEntries(snapshot.sheets.map((sheet) => [sheet.name, cellsOf(sheet)]));
    expect(read).toEqual(fixture.right);
  });
});

withLibreOffice("LibreOffice to CSV says the same", () => {
  const filters = new Map(FIXTURES.map(({ filter }) => [filter ?? "of its own choice", filter]));
  test.each([...filters])(
    "import filter %s",
    (_name, filter) => {
      const fixtures = FIXTURES.filter((fixture) => fixture.filter === filter);
      const files = new Map(fixtures.map(({ name, extension, bytes }) => [`${name}${extension}`, bytes]));
      const read = csvOf(files, filter);
      const wanted = fixtures.map((fixture) => [
        fixture.name,
        Object.fromEntries(Object.keys(fixture.right).map((sheet) => [sheet, spellings(fixture, sheet)])),
      ]);
      const theirs = [...read].map(([name, sheets]) => [name, Object.fromEntries(sheets)]);
      expect(Object.fromEntries(theirs)).toEqual(Object.fromEntries(wanted));
    },
    600_000,
  );
});
