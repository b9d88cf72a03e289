import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type BootedExcel, bootExcel } from "./boot";

describe("Office.js over the simulated Excel", () => {
  let excel: BootedExcel;
  beforeAll(async () => {
    excel = await bootExcel("assets/samples/bazhou-2021-as-reported.xlsx");
  }, 60_000);
  afterAll(() => excel.close());

  test("reads sheets, values and number formats", async () => {
    const read = await excel.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load("items/name,items/visibility");
      const range = sheets.getItem("封面").getUsedRange(true);
      range.load("address,values,numberFormat,text,formulas,valueTypes");
      await context.sync();
      return {
        names: sheets.items.map((sheet) => sheet.name),
        address: range.address,
        date: range.values[6]?.[1],
        format: range.numberFormat[6]?.[1],
        text: range.text[6]?.[1],
      };
    });
    expect(read.names).toHaveLength(9);
    expect(read).toMatchObject({
      address: "封面!A1:B8",
      date: 44540,
      format: 'yyyy"年"m"月"d"日"',
      text: "2021年12月10日",
    });
    await excel.host.settled();
    expect(excel.host.keptReferences()).toBe(0);
    expect(excel.host.log).toHaveLength(2);
  }, 30_000);
});
