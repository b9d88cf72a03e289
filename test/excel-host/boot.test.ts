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

  test("tells which members were used, and from which requirement set they are", async () => {
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("封面").getRange("A1").load("hyperlink");
      await context.sync();
    });
    const since = new Map(excel.host.usedMembers().map((used) => [used.member, used.since]));
    expect(since.get("Range.hyperlink")).toBe("1.7");
    expect(since.has("Range.conditionalFormats")).toBe(false);
  }, 30_000);

  test("a copied sheet takes its own names along", async () => {
    const names = await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("封面");
      sheet.names.add("_mark", '="1"');
      await context.sync();
      excel.host.user.copySheet("封面", "封面 (2)");
      const copied = context.workbook.worksheets.getItem("封面 (2)").names.load("items/name");
      await context.sync();
      return copied.items.map((name) => name.name);
    });
    expect(names).toEqual(["_mark"]);
  }, 30_000);

  test("globals are there until the end", async () => {
    const other = await bootExcel(undefined, { globals: true });
    expect(Excel).toBe(other.Excel);
    other.close();
    expect("Excel" in globalThis).toBe(false);
  }, 60_000);
});
