import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createExcelHost, type ExcelHost } from "../../../src/hosts/excel/host";
import { openExcelBench } from "../../../src/taskpane/excel/excel-bench";
import type { Workbench } from "../../../src/taskpane/workbench";
import type { BootedExcel } from "../../excel-host/boot";
import { sheetNamed } from "../../excel-host/model";
import { makeVariant } from "../../variants/makeVariant";
import { toXlsx } from "../../variants/write";
import { LIMIT, open, problemOfCall, request, startExcel } from "./excel";

describe("the open workbook as the pane's workbench", () => {
  let excel: BootedExcel;
  let host: ExcelHost;
  let bench: Workbench;
  let asked: number;
  const small = toXlsx(makeVariant(3, { only: [], plants: 0 }).workbook);
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  beforeEach(async () => {
    await open(excel, small);
    asked = 0;
    host = createExcelHost({
      wait: (call) => {
        asked += 1;
        call();
        return () => {};
      },
    });
    bench = await openExcelBench(host);
  });
  afterAll(() => excel.close());

  const live = (): NonNullable<Workbench["live"]> => {
    if (bench.live === undefined) throw new Error("not live");
    return bench.live;
  };

  test(
    "a change is told where the check may come out otherwise, and only there",
    async () => {
      await bench.insert(request());
      await bench.evaluate(request());
      excel.host.user.addSheet("便签");
      await bench.evaluate(request());
      let told = 0;
      const stop = await live().onChange(() => {
        told += 1;
      });
      const act = async (sheet: string, address: string, value: number, expected: number): Promise<void> => {
        const before = asked;
        excel.host.user.write(sheet, address, [[value]]);
        while (asked === before) await new Promise((done) => setImmediate(done));
        await excel.host.settled();
        expect([sheet, address, told]).toEqual([sheet, address, expected]);
      };
      await act("便签", "A1", 1, 0);
      await act("表4预算执行", "AZ900", 2, 0);
      await act("表4预算执行", "C4", 3, 1);
      await act("绩效自评得分表", "G5", 4, 2);
      await stop();
    },
    LIMIT,
  );

  test(
    "inserting checks first: what is written is what stands there now",
    async () => {
      const before = (await bench.evaluate(request())).checks.counts.errors;
      excel.host.user.write("表1资金投入", "C6", [[1]]);
      const { evaluation, sheets } = await bench.insert(request());
      expect(evaluation.checks.counts.errors).toBeGreaterThan(before);
      expect(sheets).toEqual(["绩效自评得分表", "校验结果"]);
      const rows = [...(sheetNamed(excel.host.workbook, "校验结果")?.cells.values() ?? [])];
      const [finding] = evaluation.checks.findings;
      expect(rows.some(({ value }) => value === finding?.message)).toBe(true);
    },
    LIMIT,
  );

  test(
    "figures typed between check and writing: checked once more, then written",
    async () => {
      const stop = await live().onChange(() => {});
      let typed = false;
      const { evaluation } = await bench.insert(
        request({
          onStep: ({ done, of }) => {
            // The last step of the evaluation: the values were read long before.
            if (typed || done !== of - 1 || of < 10) return;
            typed = true;
            excel.host.user.write("表1资金投入", "C6", [[1]]);
          },
        }),
      );
      expect(typed).toBe(true);
      const told = evaluation.checks.findings.some(
        ({ cell, left }) => cell?.sheet === "表1资金投入" && left?.value === "1",
      );
      expect(told).toBe(true);
      expect(sheetNamed(excel.host.workbook, "校验结果")).toBeDefined();
      await stop();
    },
    LIMIT,
  );

  test(
    "cells of a finding are selected; hidden ones only after the officer agreed",
    async () => {
      const area = { sheet: "表4预算执行", top: 3, left: 2, bottom: 4, right: 2 };
      expect(await live().select(area)).toBe("selected");
      expect(await live().selection()).toEqual(area);
      await excel.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("表4预算执行");
        sheet.getRange("C:C").columnHidden = true;
        sheet.visibility = "VeryHidden";
        await context.sync();
      });
      excel.host.user.select("表1资金投入", "A1");
      expect(await live().select(area)).toBe("hidden");
      expect(sheetNamed(excel.host.workbook, "表4预算执行")?.visibility).toBe("VeryHidden");
      await live().reveal(area);
      expect(sheetNamed(excel.host.workbook, "表4预算执行")?.visibility).toBe("Visible");
      expect(await live().selection()).toEqual(area);
      const gone = live().select({ ...area, sheet: "没有的表" });
      expect((await problemOfCall(gone)).code).toBe("sheet-gone");
    },
    LIMIT,
  );

  test(
    "the pack that the workbook was checked by is taken again",
    async () => {
      const evaluation = await bench.evaluate(request());
      await bench.keep({ ...evaluation.answers, pack: "xj-bridging-2021" });
      expect((await bench.evaluate(request())).pack.id).toBe("xj-bridging-2021");
    },
    LIMIT,
  );

  test(
    "cancelled while evaluating: nothing is written",
    async () => {
      const controller = new AbortController();
      const inserting = bench.insert(
        request({ signal: controller.signal, onStep: () => controller.abort() }),
      );
      expect((await problemOfCall(inserting)).code).toBe("cancelled");
      expect(excel.host.workbook.sheets.map(({ name }) => name)).not.toContain("绩效自评得分表");
    },
    LIMIT,
  );
});
