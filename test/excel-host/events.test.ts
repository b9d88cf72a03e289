import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type BootedExcel, bootExcel } from "./boot";
import { newWorkbook } from "./model";

const limit = 30_000;

describe("events of the simulated Excel", () => {
  let excel: BootedExcel;
  let heard: string[];
  beforeAll(async () => {
    excel = await bootExcel();
  }, 60_000);
  beforeEach(async () => {
    await excel.host.settled();
    excel.host.open(newWorkbook(["Sheet1", "Sheet2"]));
    heard = [];
  });
  afterAll(() => excel.close());

  const eventually = async (count: number): Promise<readonly string[]> => {
    while (heard.length < count) await new Promise((done) => setImmediate(done));
    await excel.host.settled();
    return heard;
  };

  test(
    "a changed cell and the formulas that follow it are told apart",
    async () => {
      await excel.Excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.getItem("Sheet2").getRange("C3").formulas = [["=Sheet1!A1*2"]];
        sheets.onChanged.add(
          async (event) => void heard.push(`changed ${event.address} ${event.triggerSource}`),
        );
        sheets.onCalculated.add(async (event) => void heard.push(`calculated ${event.address}`));
        await context.sync();
      });
      excel.host.user.write("Sheet1", "A1", [[21]]);
      expect(await eventually(2)).toEqual(["changed A1 Unknown", "calculated C3"]);
      expect(excel.host.workbook.sheets[1]?.cells.size).toBe(1);
    },
    limit,
  );

  test(
    "what the add-in writes itself is marked as its own",
    async () => {
      await excel.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.onChanged.add(async (event) => void heard.push(`${event.address} ${event.triggerSource}`));
        await context.sync();
        sheet.getRange("B2:C3").values = [
          [1, 2],
          [3, 4],
        ];
        await context.sync();
      });
      expect(await eventually(1)).toEqual(["B2:C3 ThisLocalAddin"]);
    },
    limit,
  );

  test(
    "sheets that come, get another name and go, and the selection",
    async () => {
      await excel.Excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.onAdded.add(async () => void heard.push("added"));
        sheets.onNameChanged.add(
          async (event) => void heard.push(`${event.nameBefore} → ${event.nameAfter}`),
        );
        sheets.onDeleted.add(async () => void heard.push("deleted"));
        context.workbook.onSelectionChanged.add(async () => void heard.push("selected"));
        await context.sync();
      });
      excel.host.user.addSheet("新表");
      excel.host.user.renameSheet("新表", "旧表");
      excel.host.user.deleteSheet("旧表");
      excel.host.user.select("Sheet1", "B2");
      expect(await eventually(4)).toEqual(["added", "新表 → 旧表", "deleted", "selected"]);
    },
    limit,
  );

  test(
    "a handler that was removed hears no more",
    async () => {
      const handler = await excel.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        const added = sheet.onChanged.add(async (event) => void heard.push(event.address));
        await context.sync();
        return added;
      });
      excel.host.user.write("Sheet1", "A1", [[1]]);
      await eventually(1);
      await excel.Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
      excel.host.user.write("Sheet1", "A2", [[2]]);
      await excel.host.settled();
      expect(heard).toEqual(["A1"]);
    },
    limit,
  );
});
