import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { areaAddress } from "../../../src/core/workbook/address";
import { createExcelHost, type ExcelHost } from "../../../src/hosts/excel/host";
import type { BootedExcel } from "../../excel-host/boot";
import { newWorkbook } from "../../excel-host/model";
import { LIMIT, open, startExcel, read } from "./excel";

describe("hearing what changes", () => {
  let excel: BootedExcel;
  let host: ExcelHost;
  let waiting: (() => void) | undefined;
  let asked: number;
  let heard: string[];
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  beforeEach(async () => {
    await open(excel, newWorkbook(["甲", "乙"]));
    excel.host.user.write("乙", "C3", [["=甲!A1*2"]]);
    waiting = undefined;
    asked = 0;
    heard = [];
    host = createExcelHost({
      wait: (call) => {
        asked += 1;
        waiting = call;
        return () => {
          waiting = undefined;
        };
      },
    });
    await excel.host.settled();
    await read(host);
  });
  afterAll(() => excel.close());

  const events = async (count: number): Promise<void> => {
    while (asked < count) await new Promise((done) => setImmediate(done));
  };

  test(
    "typed and recalculated cells come together once it is quiet",
    async () => {
      const stop = await host.onChange((areas) => heard.push(areas.map(areaAddress).join(" ")));
      excel.host.user.write("甲", "A1", [[21]]);
      excel.host.user.write("甲", "A2:B2", [[1, 2]]);
      await events(3);
      expect(heard).toEqual([]);
      waiting?.();
      expect(heard).toEqual(["'甲'!A1 '乙'!C3 '甲'!A2:B2"]);
      await stop();
    },
    LIMIT,
  );

  test(
    "what we write ourselves is no news, and nothing is heard once stopped",
    async () => {
      const stop = await host.onChange((areas) => heard.push(areas.map(areaAddress).join(" ")));
      await excel.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("乙").getRange("F9").values = [[5]];
        await context.sync();
      });
      excel.host.user.write("乙", "A1", [[1]]);
      await events(1);
      waiting?.();
      expect(heard).toEqual(["'乙'!A1"]);
      await stop();
      excel.host.user.write("乙", "A2", [[1]]);
      await excel.host.settled();
      expect(asked).toBe(1);
    },
    LIMIT,
  );

  test(
    "a sheet that goes is heard as a whole",
    async () => {
      const stop = await host.onChange((areas) => heard.push(areas.map(({ sheet }) => sheet).join(" ")));
      excel.host.user.deleteSheet("甲");
      await events(1);
      waiting?.();
      expect(heard.join()).toContain("甲");
      await stop();
    },
    LIMIT,
  );
});
