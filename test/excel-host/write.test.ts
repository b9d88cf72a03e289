import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type BootedExcel, bootExcel } from "./boot";
import { newWorkbook } from "./model";

describe("writing through Office.js", () => {
  let excel: BootedExcel;
  beforeAll(async () => {
    excel = await bootExcel();
  }, 60_000);
  beforeEach(() => excel.host.open(newWorkbook(["数据", "Sheet2"])));
  afterAll(() => excel.close());

  const codeOf = async (run: (context: Excel.RequestContext) => void): Promise<string | undefined> => {
    try {
      await excel.Excel.run(async (context) => {
        run(context);
        await context.sync();
      });
      return undefined;
    } catch (error) {
      return (error as { readonly code?: string }).code;
    }
  };

  test("typed text becomes what Excel makes of it", async () => {
    const read = await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("数据");
      sheet.getRange("A1:A9").values = [
        ["1,234.50"],
        ["50%"],
        ["2021-3-5"],
        ["'007"],
        ["=1+2"],
        ["5-3"],
        ["110101199001011234"],
        ["#N/A"],
        [" x"],
      ];
      const range = sheet.getRange("A1:A9").load("values,formulas,numberFormat,valueTypes");
      await context.sync();
      return range.toJSON();
    });
    expect(read.values?.slice(0, 5)).toEqual([[1234.5], [0.5], [44260], ["007"], [3]]);
    expect(read.values?.[6]).toEqual([110101199001011000]);
    expect(read.formulas?.[4]).toEqual(["=1+2"]);
    expect(read.numberFormat?.slice(0, 3)).toEqual([["#,##0.00"], ["0%"], ["m/d/yyyy"]]);
    expect(read.valueTypes?.[5]).toEqual(["Double"]);
    expect(read.valueTypes?.[7]).toEqual(["Error"]);
  }, 30_000);

  test("formulas follow a renamed sheet and break with a deleted one; link texts stay", async () => {
    const read = await excel.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const source = sheets.getItem("数据");
      source.getRange("A1").values = [[41]];
      const other = sheets.getItem("Sheet2");
      other.getRange("A1:A3").formulas = [["=数据!A1+1"], ['=HYPERLINK("#数据!A1","数据")'], ["=A1*2"]];
      await context.sync();
      source.name = "资产 (旧)";
      const renamed = other.getRange("A1:A3").load("values,formulas");
      await context.sync();
      source.delete();
      const deleted = other.getRange("A1:A3").load("values,formulas");
      await context.sync();
      return { renamed: renamed.toJSON(), deleted: deleted.toJSON() };
    });
    expect(read.renamed.formulas).toEqual([
      ["='资产 (旧)'!A1+1"],
      ['=HYPERLINK("#数据!A1","数据")'],
      ["=A1*2"],
    ]);
    expect(read.renamed.values).toEqual([[42], ["数据"], [84]]);
    expect(read.deleted.formulas).toEqual([["=#REF!+1"], ['=HYPERLINK("#数据!A1","数据")'], ["=A1*2"]]);
    expect(read.deleted.values).toEqual([["#REF!"], ["数据"], ["#REF!"]]);
  }, 30_000);

  test("names and custom XML parts are kept by scope and namespace", async () => {
    const read = await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("校验结果");
      const mark = sheet.names.add("_hengbiao", '="score:1"');
      mark.visible = false;
      const part = context.workbook.customXmlParts.add('<a xmlns="urn:hengbiao:answers:1"/>');
      await context.sync();
      part.setXml('<a xmlns="urn:hengbiao:answers:1"><b/></a>');
      const found = context.workbook.customXmlParts
        .getByNamespace("urn:hengbiao:answers:1")
        .getOnlyItemOrNullObject();
      const xml = found.getXml();
      const none = context.workbook.names.getItemOrNullObject("_hengbiao");
      const own = sheet.names.getItem("_hengbiao").load("name,visible,scope,value,formula");
      await context.sync();
      return { xml: xml.value, none: none.isNullObject, own: own.toJSON() };
    });
    expect(read.xml).toBe('<a xmlns="urn:hengbiao:answers:1"><b/></a>');
    expect(read.none).toBe(true);
    expect(read.own).toMatchObject({
      visible: false,
      scope: "Worksheet",
      value: "score:1",
      formula: '="score:1"',
    });
  }, 30_000);

  test.each([
    ["InvalidArgument", (sheets: Excel.WorksheetCollection) => sheets.add("a".repeat(32))],
    ["InvalidArgument", (sheets: Excel.WorksheetCollection) => sheets.add("表:1")],
    ["ItemAlreadyExists", (sheets: Excel.WorksheetCollection) => sheets.add("SHEET2")],
    [
      "InvalidArgument",
      (sheets: Excel.WorksheetCollection) => {
        sheets.getItem("数据").getRange("A1:B2").values = [[1, 2]];
      },
    ],
    [
      "ItemNotFound",
      (sheets: Excel.WorksheetCollection) => sheets.getItem("nothing").getRange("A1").load("values"),
    ],
    ["ApiNotFound", (sheets: Excel.WorksheetCollection) => sheets.getItem("数据").load("valuess")],
  ] as const)(
    "refuses with %s",
    async (code, act) => {
      expect(await codeOf((context) => act(context.workbook.worksheets))).toBe(code);
    },
    30_000,
  );

  test("children of a null object are null objects; they take no writes", async () => {
    const nulls = await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("nowhere");
      const used = sheet.getUsedRangeOrNullObject(true).load("values");
      await context.sync();
      return [sheet.isNullObject, used.isNullObject];
    });
    expect(nulls).toEqual([true, true]);
    expect(
      await codeOf((context) => {
        context.workbook.worksheets.getItemOrNullObject("nowhere").name = "x";
      }),
    ).toBe("InvalidArgument");
  }, 30_000);
});
