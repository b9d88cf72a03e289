/** Every cell of the samples, compared with what other programs read from the same file. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import * as library from "@e965/xlsx";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { openWorkbook } from "../../../src/hosts/file/open";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { convert, withLibreOffice } from "../../support/libreoffice";

const SAMPLES = ["bazhou-2021-consistent", "bazhou-2021-as-reported"];

/** "C5": 12.5 for each cell that holds something. */
function cellsOf(sheet: SheetSnapshot): Record<string, string | number> {
  const cells: Record<string, string | number> = {};
  for (let row = 0; row < sheet.rowCount; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const kind = sheet.kind(row, column);
      if (kind === "blank") continue;
      const name = library.utils.encode_cell({ r: row, c: column });
      cells[name] = kind === "number" ? sheet.number(row, column) : sheet.text(row, column);
    }
  }
  return cells;
}

function bySheet(workbook: WorkbookSnapshot): Record<string, Record<string, string | number>> {
  return Object.fromEntries(workbook.sheets.map((sheet) => [sheet.name, cellsOf(sheet)]));
}

describe.each(SAMPLES)("%s", (sample) => {
  const bytes = readFileSync(`assets/samples/${sample}.xlsx`);

  test("values, formats, merges are those that @e965/xlsx reads", () => {
    const ours = readXlsx(bytes);
    const theirs = library.read(bytes, { cellNF: true, cellText: false });
    expect(ours.sheets.map(({ name }) => name)).toEqual(theirs.SheetNames);
    let compared = 0;
    for (const sheet of ours.sheets) {
      const source = theirs.Sheets[sheet.name] ?? {};
      const cells = Object.entries(source).filter(([name]) => !name.startsWith("!")) as [
        string,
        library.CellObject,
      ][];
      expect(cellsOf(sheet)).toEqual(Object.fromEntries(cells.map(([name, cell]) => [name, cell.v])));
      for (const [name, cell] of cells) {
        const { r, c } = library.utils.decode_cell(name);
        expect([name, sheet.format(r, c)]).toEqual([name, cell.z ?? "General"]);
        compared++;
      }
      expect(sheet.merges).toEqual(
        (source["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
      );
    }
    expect(compared).toBeGreaterThan(5_000);
  });
});

/** It reads the same figures and writes a .xls that gives them again. */
withLibreOffice("through LibreOffice", () => {
  test.each(SAMPLES)(
    "%s: the .xls that it writes has the same sheets, values and merges",
    async (sample) => {
      const bytes = new Uint8Array(readFileSync(`assets/samples/${sample}.xlsx`));
      const old = convert(new Map([[`${sample}.xlsx`, bytes]]), "xls", "stored").get(`${sample}.xls`);
      const { snapshot, kind } = await openWorkbook(old ?? new Uint8Array(), `${sample}.xls`);
      const original = readXlsx(bytes);
      expect(kind).toBe("old");
      expect(bySheet(snapshot)).toEqual(bySheet(original));
      expect(snapshot.sheets.map(({ merges }) => merges.length)).toEqual(
        original.sheets.map(({ merges }) => merges.length),
      );
    },
    200_000,
  );
});
