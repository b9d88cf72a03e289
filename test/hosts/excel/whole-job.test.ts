import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
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
