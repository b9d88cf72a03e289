import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createExcelHost } from "../../../src/hosts/excel/host";
import { parseAreas } from "../../../src/hosts/excel/outline";
import { makeVariant } from "../../variants/makeVariant";
import { toXlsx } from "../../variants/write";
import type { BootedExcel } from "../../excel-host/boot";
import { newWorkbook, sheetNamed } from "../../excel-host/model";
import { CONSISTENT, checkFile, check, LIMIT, open, problemOfCall, startExcel, read } from "./excel";

describe("reading the open workbook", () => {
  let excel: BootedExcel;
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  afterAll(() => excel.close());

  test(
    "each kind of value is told from the others",
    async () => {
      await open(excel, newWorkbook(["数据"]));
      excel.host.user.write("数据", "B2:B8", [
        [12.5],
        ["文字"],
        [true],
        ["=1/0"],
        ["=0.1+0.2"],
        ["'2021"],
        ['=""'],
      ]);
      const [sheet] = (await read(createExcelHost())).sheets;
      const kinds = [1, 2, 3, 4, 5, 6, 7].map((row) => sheet?.kind(row, 1));
      expect(kinds).toEqual(["number", "text", "boolean", "error", "number", "text", "blank"]);
      expect(sheet?.number(1, 1)).toBe(12.5);
      expect(sheet?.text(4, 1)).toBe("#DIV/0!");
      expect(sheet?.number(5, 1)).toBe(0.1 + 0.2);
      expect(sheet?.text(6, 1)).toBe("2021");
      expect(sheet?.kind(0, 0)).toBe("blank");
    },
    LIMIT,
  );

  test(
    "hidden and very hidden sheets, hidden rows and columns, merged cells and other sheets' quotes",
    async () => {
      await open(excel, newWorkbook(["开", "关", "深藏", "李,'家"]));
      for (const name of ["开", "关", "深藏", "李,'家"])
        excel.host.user.write(name, "A1:C3", [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ]);
      await excel.Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.getItem("关").visibility = "Hidden";
        worksheets.getItem("深藏").visibility = "VeryHidden";
        worksheets.getItem("开").getRange("B:B").columnHidden = true;
        worksheets.getItem("开").getRange("3:3").rowHidden = true;
        worksheets.getItem("李,'家").getRange("A1:B1").merge();
        worksheets.getItem("李,'家").getRange("A2:A3").merge();
        await context.sync();
      });
      const { sheets } = await read(createExcelHost());
      expect(sheets.map(({ visibility }) => visibility)).toEqual([
        "visible",
        "hidden",
        "veryHidden",
        "visible",
      ]);
      expect(sheets.map((sheet) => sheet.number(1, 1))).toEqual([5, 5, 5, 5]);
      expect([0, 1, 2].map((column) => sheets[0]?.hiddenColumn(column))).toEqual([false, true, false]);
      expect([0, 1, 2].map((row) => sheets[0]?.hiddenRow(row))).toEqual([false, false, true]);
      expect(sheets[3]?.merges).toEqual([
        { top: 0, left: 0, bottom: 0, right: 1 },
        { top: 1, left: 0, bottom: 2, right: 0 },
      ]);
    },
    LIMIT,
  );

  test("areas are read from addresses with commas and quotes in sheet names", () => {
    expect(parseAreas("'李,''家'!$A$1:$B$1,'李,''家'!C3,D4:E5")).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 2, left: 2, bottom: 2, right: 2 },
      { top: 3, left: 3, bottom: 4, right: 4 },
    ]);
  });

  test(
    "more than 512 merged areas, which Excel does not answer in one go",
    async () => {
      await open(excel, newWorkbook(["名单"]));
      excel.host.user.write(
        "名单",
        "A1:B1300",
        Array.from({ length: 1300 }, (_, row) => [row % 2 === 0 ? row : "", row]),
      );
      const sheet = sheetNamed(excel.host.workbook, "名单");
      if (sheet === undefined) throw new Error("no sheet");
      sheet.merges = Array.from({ length: 650 }, (_, pair) => ({
        row: pair * 2,
        column: 0,
        rows: 2,
        columns: 1,
      }));
      const { sheets } = await read(createExcelHost());
      expect(sheets[0]?.merges).toHaveLength(650);
      expect(new Set(sheets[0]?.merges.map(({ top }) => top)).size).toBe(650);
    },
    LIMIT,
  );

  test(
    "the 1904 date system is inferred from a date function",
    async () => {
      const bytes = toXlsx(makeVariant(5, { only: ["date1904"], plants: 0 }).workbook);
      await open(excel, bytes);
      const { workbook, evaluation } = await check(createExcelHost());
      expect(workbook.date1904).toBe(true);
      expect(evaluation.checks).toEqual(checkFile(bytes).checks);
      await open(excel, CONSISTENT);
      expect((await read(createExcelHost())).date1904).toBe(false);
    },
    LIMIT,
  );

  test(
    "a grid that Excel answers as null is read in halves",
    async () => {
      await open(excel, newWorkbook(["远"]));
      excel.host.user.write("远", "A1", [[1]]);
      excel.host.user.write("远", "T99999", [[2]]);
      for (let row = 2; row < 99_999; row += 12_000) excel.host.user.write("远", `B${row}`, [[row]]);
      excel.host.switches.responseLimit = 1e9;
      // Blocks far beyond what Excel answers as a grid.
      const host = createExcelHost({ blocks: { bytes: 1e9, cellBytes: 1 } });
      const { sheets } = await read(host);
      expect(sheets[0]?.number(0, 0)).toBe(1);
      expect(sheets[0]?.number(12_001, 1)).toBe(12_002);
    },
    LIMIT,
  );

  test(
    "an answer that is too large is asked for again in smaller pieces",
    async () => {
      await open(excel, newWorkbook(["长文"]));
      const text = "资金管理办法".repeat(300);
      excel.host.user.write(
        "长文",
        "A1:C40",
        Array.from({ length: 40 }, () => [text, text, text]),
      );
      excel.host.switches.responseLimit = 40_000;
      const { sheets } = await read(createExcelHost());
      expect(excel.host.log.some(({ status }) => status === 5104)).toBe(true);
      expect([0, 20, 39].map((row) => sheets[0]?.text(row, 2))).toEqual([text, text, text]);
    },
    LIMIT,
  );

  test(
    "one stray cell far away costs no reading of the emptiness between",
    async () => {
      await open(excel, newWorkbook(["表"]));
      excel.host.user.write("表", "A1:B2", [
        [1, 2],
        [3, 4],
      ]);
      excel.host.user.write("表", "Z1048576", [[9]]);
      const { sheets } = await read(createExcelHost());
      const cells = excel.host.log.reduce((sum, { responseCharacters }) => sum + responseCharacters, 0);
      expect(cells).toBeLessThan(2_000_000);
      expect([sheets[0]?.number(1, 1), sheets[0]?.number(1_048_575, 25)]).toEqual([4, 9]);
    },
    LIMIT,
  );

  test(
    "an empty workbook is read and has no tables",
    async () => {
      await open(excel, newWorkbook());
      const { evaluation } = await check(createExcelHost());
      expect(evaluation.tables).toEqual([]);
      expect(evaluation.checks.findings.every(({ rule }) => rule === "table.missing")).toBe(true);
    },
    LIMIT,
  );

  test.each([
    ["renamed", (): void => excel.host.user.renameSheet("表1资金投入", "改名")],
    ["deleted", (): void => excel.host.user.deleteSheet("表1资金投入")],
    ["added", (): void => excel.host.user.addSheet("新表")],
  ])(
    "a sheet %s in mid-reading ends in a clear problem",
    async (_, act) => {
      await open(excel, CONSISTENT);
      // Between the second request, which tells the sheets, and the third, which brings the values.
      const problem = await problemOfCall(
        read(createExcelHost(), {
          onProgress: ({ done }) => {
            if (done === 0) act();
          },
        }),
      );
      expect(problem.code).toBe("changed-meanwhile");
      expect(problem.text["zh-CN"]).toContain("重新校验");
    },
    LIMIT,
  );

  test(
    "cancelled between two requests",
    async () => {
      await open(excel, CONSISTENT);
      const controller = new AbortController();
      const reading = read(createExcelHost(), {
        signal: controller.signal,
        onProgress: () => controller.abort(),
      });
      expect((await problemOfCall(reading)).code).toBe("cancelled");
      expect(excel.host.log.length).toBeLessThanOrEqual(3);
    },
    LIMIT,
  );
});
