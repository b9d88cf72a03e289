import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import * as library from "@e965/xlsx";
import { createExcelHost } from "../../../src/hosts/excel/host";
import type { BootedExcel } from "../../excel-host/boot";
import { makeVariant } from "../../variants/makeVariant";
import { toXlsx } from "../../variants/write";
import { CONSISTENT, REPORTED, check, checkFile, LIMIT, open, startExcel } from "./excel";

describe("the whole job through Office.js gives what the file host gives", () => {
  let excel: BootedExcel;
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  afterAll(() => excel.close());

  test.each([
    ["consistent", CONSISTENT],
    ["as reported", REPORTED],
  ])(
    "the sample %s, finding for finding and score for score",
    async (_, bytes) => {
      await open(excel, bytes);
      const { evaluation } = await check(createExcelHost());
      const expected = checkFile(bytes);
      expect(evaluation.checks.findings.length).toBeGreaterThan(0);
      expect(evaluation.checks).toEqual(expected.checks);
      expect(evaluation.score).toEqual(expected.score);
      expect(evaluation.tables).toEqual(expected.tables);
    },
    LIMIT,
  );

  test(
    "rows without a name, which only their formulas tell apart",
    async () => {
      const sheet = library.utils.aoa_to_sheet([
        ["表4 预算执行情况表"],
        ["序号", "县市", "预算数", "支出数", "结转结余", "执行率"],
        [1, "轮台县", 10, 8, 2, 0.8],
        [2, "和静县", 20, 20, 0, 1],
        [3, "博湖县", 5, 5, 0, 1],
        [4, null, null, null, 0],
        [null, null, 35, 33, 2],
      ]);
      sheet["E6"].f = "C6-D6";
      for (const column of ["C", "D", "E"]) sheet[`${column}7`].f = `SUM(${column}3:${column}6)`;
      const book = library.utils.book_new();
      library.utils.book_append_sheet(book, sheet, "预算执行");
      const bytes = new Uint8Array(library.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
      await open(excel, bytes);
      const { evaluation } = await check(createExcelHost());
      const [table] = evaluation.tables;
      expect(table).toMatchObject({ id: "execution", rows: 3 });
      expect(evaluation).toEqual(checkFile(bytes));
    },
    LIMIT,
  );

  // Excel calculates a file's formulas when it opens it; a file host reads them as not calculated.
  const variants = Array.from({ length: 200 }, (_, index) => index + 1);
  test.each(variants)(
    "variant %d",
    async (seed) => {
      const bytes = toXlsx(makeVariant(seed, { without: ["uncalculated"] }).workbook);
      await open(excel, bytes);
      const { evaluation } = await check(createExcelHost());
      await excel.host.settled();
      expect(evaluation).toEqual(checkFile(bytes));
      expect(excel.host.keptReferences()).toBe(0);
    },
    LIMIT,
  );
});
