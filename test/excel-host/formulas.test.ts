import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type BootedExcel, bootExcel } from "./boot";
import { newWorkbook } from "./model";

const limit = 30_000;

describe("formulas in the simulated Excel", () => {
  let excel: BootedExcel;
  beforeAll(async () => {
    excel = await bootExcel();
  }, 60_000);
  beforeEach(() => excel.host.open(newWorkbook(["表5(资产)", "得分"])));
  afterAll(() => excel.close());

  const calculated = (
    formulas: readonly string[],
    inputs: readonly (string | number)[] = [],
  ): Promise<readonly unknown[]> =>
    excel.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      if (inputs.length > 0) {
        sheets
          .getItem("表5(资产)")
          .getRange("A1")
          .getResizedRange(inputs.length - 1, 0).values = inputs.map((input) => [input]);
      }
      const target = sheets
        .getItem("得分")
        .getRange("B1")
        .getResizedRange(formulas.length - 1, 0);
      target.formulas = formulas.map((formula) => [formula]);
      target.load("values");
      await context.sync();
      return target.values.map((row: readonly unknown[]) => row[0]);
    });

  test(
    "quoted Chinese sheets, exact doubles, rounding, links by their label",
    async () => {
      const values = await calculated(
        [
          "=SUM('表5(资产)'!A1:A3)",
          "='表5(资产)'!A1+'表5(资产)'!A2",
          "=ROUND('表5(资产)'!A3/3,2)",
          `=HYPERLINK("#'表5(资产)'!A1","看 "&'表5(资产)'!A1)`,
          '=HYPERLINK("#得分!A1")',
          "=1/0",
          "=B1>0",
          "=SUMPRODUCT(('表5(资产)'!A1:A3>0.15)*'表5(资产)'!A1:A3)",
        ],
        [0.1, 0.2, 100],
      );
      expect(values).toEqual([100.3, 0.1 + 0.2, 33.33, "看 0.1", "#得分!A1", "#DIV/0!", true, 100.2]);
    },
    limit,
  );

  test(
    "names with Chinese characters, of the workbook and of a sheet",
    async () => {
      const value = await excel.Excel.run(async (context) => {
        const source = context.workbook.worksheets.getItem("表5(资产)");
        source.getRange("A1:A2").values = [[2], [3]];
        context.workbook.names.add("资产合计", source.getRange("A1:A2"));
        const target = context.workbook.worksheets.getItem("得分");
        target.names.add("倍数", "=10");
        target.getRange("A1").formulas = [["=SUM(资产合计)*倍数"]];
        const range = target.getRange("A1").load("values");
        const name = context.workbook.names.getItem("资产合计").load("formula,value");
        await context.sync();
        return [range.values[0]?.[0], name.formula, name.value];
      });
      expect(value).toEqual([50, "='表5(资产)'!$A$1:$A$2", "'表5(资产)'!A1:A2"]);
    },
    limit,
  );

  test(
    "under manual calculation formulas keep their value until they are calculated",
    async () => {
      const seen = await excel.Excel.run(async (context) => {
        const { application, worksheets } = context.workbook;
        const sheet = worksheets.getItem("得分");
        application.calculationMode = "Manual";
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("B1").formulas = [["=A1+1"]];
        sheet.getRange("A1").values = [[5]];
        const before = sheet.getRange("B1").load("values");
        await context.sync();
        application.calculate("Recalculate");
        const after = sheet.getRange("B1").load("values");
        await context.sync();
        return [before.values[0]?.[0], after.values[0]?.[0]];
      });
      expect(seen).toEqual([2, 6]);
    },
    limit,
  );

  test.each(["=1+", "=SUM(A1", "=1＋2", "=SUM（A1）"])(
    "refuses %s",
    async (formula) => {
      await expect(calculated([formula])).rejects.toMatchObject({ code: "InvalidArgument" });
    },
    limit,
  );

  test(
    "functions of the workbook count days from 1904 where the workbook does",
    async () => {
      const firstDay = (): Promise<unknown> =>
        excel.Excel.run(async (context) => {
          const result = context.workbook.functions.date(1904, 1, 1).load("value");
          await context.sync();
          return result.value;
        });
      expect(await firstDay()).toBe(1462);
      excel.host.workbook.date1904 = true;
      expect(await firstDay()).toBe(0);
    },
    limit,
  );

  test(
    "cached values of a file stay until what they read changes",
    async () => {
      const sheet = excel.host.workbook.sheets[1];
      if (sheet === undefined) throw new Error("The workbook has two sheets.");
      const style = excel.host.workbook.normalStyle;
      sheet.cells.set(0, { value: 1, style });
      sheet.cells.set(1, { value: 999, formula: "A1+1", style });
      excel.host.user.write("得分", "C1", [[1]]);
      expect(sheet.cells.get(1)?.value).toBe(999);
      excel.host.user.write("得分", "A1", [[2]]);
      expect(sheet.cells.get(1)?.value).toBe(3);
    },
    limit,
  );
});
