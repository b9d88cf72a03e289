import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createExcelHost } from "../../../src/hosts/excel/host";
import { takeHere } from "../../../src/hosts/excel/taker";
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
    "a large workbook takes one request more for each 4 MB, none of them beyond that",
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
      expect(Math.max(...excel.host.log.map(({ responseBytes }) => responseBytes))).toBeLessThan(CHUNK);
      expect(excel.host.log.some(({ status }) => status !== 0)).toBe(false);
      const [money, names] = workbook.sheets;
      expect(money?.number(29_999, 9)).toBe(300_009 - 10 + 0.25);
      expect(names?.text(9_999, 0)).toBe("第9999村低收入农户名单及补助资金发放情况");
    },
    LIMIT,
  );

  test(
    "twenty thousand cells wanted one by one are asked for in requests below 4 MB",
    async () => {
      await open(excel, newWorkbook(["资金"]));
      excel.host.user.write(
        "资金",
        "A1:B20000",
        lines(20_000, 2, (row) => row),
      );
      await excel.host.settled();
      excel.host.clearLog();
      const rows = Array.from({ length: 20_000 }, (_, row) => row);
      const formats = rows.map((row) => ({
        sheet: "资金",
        top: row,
        bottom: row,
        left: row % 2,
        right: row % 2,
      }));
      const taker = takeHere({
        whole: () => ({ formats, formulas: [] }),
        further: () => ({ formats: [], formulas: [] }),
        changed: () => undefined,
      });
      await createExcelHost().read({ taker });
      await excel.host.settled();
      const { log } = excel.host;
      const asked = log.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
      expect(asked).toBeGreaterThan(CHUNK);
      expect(
        Math.max(...log.flatMap(({ requestBytes, responseBytes }) => [requestBytes, responseBytes])),
      ).toBeLessThan(CHUNK);
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
