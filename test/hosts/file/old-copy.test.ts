import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { SheetBuilder, type SheetSnapshot, workbookOf } from "../../../src/core/workbook/snapshot";
import { oldAsPackage } from "../../../src/hosts/file/old-copy";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { unzipSync } from "fflate";
import { validationErrors } from "../../support/validator";

function everything(sheet: SheetSnapshot): unknown {
  const cells: unknown[] = [];
  for (let row = 0; row < sheet.rowCount; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const kind = sheet.kind(row, column);
      const formula = sheet.stored(row, column) ? undefined : sheet.formula(row, column);
      if (kind === "blank" && formula === undefined) continue;
      cells.push([
        row,
        column,
        kind,
        sheet.text(row, column),
        sheet.number(row, column),
        sheet.format(row, column),
        formula,
      ]);
    }
  }
  return [sheet.name, sheet.visibility, sheet.merges, cells];
}

describe("an old workbook as a new package", () => {
  test("every value, format, merge and hidden thing comes back", () => {
    const sheet = new SheetBuilder("表5 <资产> & '原值'", "visible");
    const texts = [
      "资产\n原值",
      " 合　计 ",
      "_x000D_",
      "a\u0001b\r\nc",
      "=1+1",
      "<&>\"'",
      "\ud83d\ude00\ud800",
      "",
    ];
    texts.forEach((text, row) => sheet.setText(row, 0, text));
    const numbers = [143400.108, -0.5, 218462.47999999998, 1e21, 5e-324, 0];
    numbers.forEach((number, row) => sheet.setNumber(row, 1, number));
    ["General", "0.00", 'yyyy"年"m"月"', '0!.0,"万元"', "0.00%", "@"].forEach((format, row) =>
      sheet.setFormat(row, 1, format),
    );
    sheet.setBoolean(0, 2, true);
    sheet.setError(1, 2, "#REF!");
    sheet.setFormula(2, 2, 'SUM(A1:A2)&"<"', false);
    sheet.setNumber(3, 2, 7);
    sheet.setFormula(3, 2, "3+4");
    sheet.addMerge({ top: 9, left: 0, bottom: 9, right: 4 });
    sheet.hideRow(1);
    sheet.hideColumn(3);
    const hidden = new SheetBuilder("隐", "veryHidden");
    const workbook = workbookOf([hidden, sheet], { date1904: true });
    const bytes = oldAsPackage(workbook, [new Map(), new Map([[0, 18.5]])]);
    const back = readXlsx(bytes);
    expect(back.date1904).toBe(true);
    expect(back.sheets.map(everything)).toEqual([hidden, sheet].map(everything));
    const second = back.sheets[1];
    expect([
      second?.hiddenRow(1),
      second?.hiddenRow(0),
      second?.hiddenColumn(3),
      second?.hiddenColumn(0),
    ]).toEqual([true, false, true, false]);
    const xml = new TextDecoder().decode(unzipSync(bytes)["xl/worksheets/sheet2.xml"]);
    expect(xml).toContain('<col min="1" max="1" width="18.5" customWidth="1"/>');
    // A formula with a stored value is that value alone.
    expect(xml).not.toContain("3+4");
  });

  test("the sample comes back whole", () => {
    const sample = readXlsx(readFileSync("assets/samples/bazhou-2021-consistent.xlsx"));
    expect(readXlsx(oldAsPackage(sample, [])).sheets.map(everything)).toEqual(sample.sheets.map(everything));
  });

  test("Microsoft's validator finds no error in it", () => {
    const sample = readXlsx(readFileSync("assets/samples/bazhou-2021-consistent.xlsx"));
    const widths = sample.sheets.map(() => new Map([[2, 12]]));
    const found = validationErrors(new Map([["copy.xlsx", oldAsPackage(sample, widths)]]));
    expect(found.get("copy.xlsx")).toEqual([]);
  }, 60_000);
});
