import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createExcelHost } from "../../../src/hosts/excel/host";
import type { BootedExcel } from "../../excel-host/boot";
import { newWorkbook } from "../../excel-host/model";
import { CONSISTENT, check, LIMIT, open, REPORTED, startExcel, read } from "./excel";

/** 4 MB, of which a reading may use one request more each. */
const CHUNK = 4_000_000;

describe("what a full check costs on the way", () => {
  let excel: BootedExcel;
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  afterAll(() => excel.close());

  const answered = (): number =>
    excel.host.log.reduce((sum, { responseCharacters }) => sum + responseCharacters, 0);

  test.each([
    ["consistent", CONSISTENT],
    ["as reported", REPORTED],
  ])(
    "the sample %s: at most 6 requests and 1.3 times the characters of the values alone",
    async (_, bytes) => {
      await open(excel, bytes);
      await check(createExcelHost());
      await excel.host.settled();
      expect(excel.host.log.length).toBeLessThanOrEqual(6);
      const whole = answered();
      excel.host.clearLog();
      await excel.Excel.run(async (context) => {
        const sheets = context.workbook.worksheets.load("items/name");
        await context.sync();
        for (const sheet of sheets.items) sheet.getUsedRange(true).load("values");
        await context.sync();
      });
      await excel.host.settled();
      expect(answered()).toBeGreaterThan(40_000);
      expect(whole).toBeLessThanOrEqual(1.3 * answered());
    },
    LIMIT,
  );

  test(
    "a large workbook takes one request more for each 4 MB, none of them beyond 5 MB of UTF-8",
    async () => {
      await open(excel, newWorkbook(["资金", "名单"]));
      excel.host.user.write(
        "资金",
        "A1:J30000",
        lines(30_000, 10, (row, column) => row * 10 + column + 0.25),
      );
      excel.host.user.write(
        "名单",
        "A1:J10000",
        lines(10_000, 10, (row) => `第${row}村低收入农户名单及补助资金发放情况`),
      );
      await excel.host.settled();
      excel.host.clearLog();
      const workbook = await read(createExcelHost());
      await excel.host.settled();
      const bytes = excel.host.log.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
      expect(bytes).toBeGreaterThan(2 * CHUNK);
      expect(excel.host.log.length).toBeLessThanOrEqual(6 + Math.ceil(bytes / CHUNK));
      expect(Math.max(...excel.host.log.map(({ responseBytes }) => responseBytes))).toBeLessThan(
        5 * 1024 * 1024,
      );
      expect(excel.host.log.some(({ status }) => status !== 0)).toBe(false);
      const [money, names] = workbook.sheets;
      expect(money?.number(29_999, 9)).toBe(300_009 - 10 + 0.25);
      expect(names?.text(9_999, 0)).toBe("第9999村低收入农户名单及补助资金发放情况");
    },
    LIMIT,
  );
});

function lines<T>(
  rows: number,
  columns: number,
  at: (row: number, column: number) => T,
): readonly (readonly T[])[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => at(row, column)),
  );
}
