/** What the officer filters on the findings sheet stays filtered when it is written again, and hides no new finding. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createExcelHost, type ExcelHost } from "../../../src/hosts/excel/host";
import type { BootedExcel } from "../../excel-host/boot";
import { cellKey, type Sheet, sheetNamed } from "../../excel-host/model";
import { makeVariant } from "../../variants/makeVariant";
import { toXlsx } from "../../variants/write";
import { checkForOutput, filterErrors, LIMIT, open, startExcel } from "./excel";

const SEVERITY = 1;

describe("a filtered findings sheet that is written again", () => {
  let excel: BootedExcel;
  let host: ExcelHost;
  const one = toXlsx(makeVariant(3, { only: [], plants: ["execution.rate"] }).workbook);
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  afterAll(() => excel.close());
  beforeEach(async () => {
    await open(excel, one);
    host = createExcelHost();
    excel.host.user.write("表4预算执行", "C4", [[1_000]]);
    await insert();
  }, LIMIT);

  async function insert(): Promise<number> {
    const { output, evaluation } = await checkForOutput(host);
    await host.write(output);
    return evaluation.checks.findings.length;
  }

  function findings(): Sheet {
    const sheet = sheetNamed(excel.host.workbook, "校验结果");
    if (sheet === undefined) throw new Error("no findings sheet");
    return sheet;
  }

  /** The severities of the rows below the filter's headings that are shown, and of those that are not. */
  function severities(): { readonly shown: readonly unknown[]; readonly hidden: readonly unknown[] } {
    const sheet = findings();
    const { row = 0, rows = 0 } = sheet.filter?.area ?? {};
    const below = Array.from({ length: rows - 1 }, (_, at) => row + 1 + at);
    const of = (hidden: boolean): readonly unknown[] =>
      below
        .filter((at) => (sheet.rows.get(at)?.hidden ?? false) === hidden)
        .map((at) => sheet.cells.get(cellKey(at, SEVERITY))?.value);
    return { shown: of(false), hidden: of(true) };
  }

  test(
    "shows the errors that are new and hides the rest, on the area of now",
    async () => {
      await filterErrors(excel);
      const before = severities();
      expect(new Set(before.shown)).toEqual(new Set(["错误"]));
      excel.host.user.write("表1资金投入", "C6", [[12_345]]);
      const count = await insert();
      const { shown, hidden } = severities();
      expect(shown.length).toBeGreaterThan(before.shown.length);
      expect(new Set(shown)).toEqual(new Set(["错误"]));
      expect(hidden).not.toContain("错误");
      expect(shown.length + hidden.length).toBe(count);
    },
    LIMIT,
  );

  test(
    "keeps the heights of its rows, those that are hidden included",
    async () => {
      const heights = (): readonly unknown[] => [...findings().rows].map(([row, { size }]) => [row, size]);
      await insert();
      const before = heights();
      await filterErrors(excel);
      await insert();
      expect(heights()).toEqual(before);
    },
    LIMIT,
  );

  test(
    "shows all where what was chosen would mean other rows: a filter over other columns",
    async () => {
      await excel.Excel.run(async (context) => {
        const { autoFilter } = context.workbook.worksheets.getItem("校验结果");
        autoFilter.remove();
        autoFilter.apply("B5:C9", 0, { filterOn: "Values", values: ["警告"] });
        await context.sync();
      });
      const count = await insert();
      const { shown, hidden } = severities();
      expect(hidden).toEqual([]);
      expect(shown).toHaveLength(count);
    },
    LIMIT,
  );
});
