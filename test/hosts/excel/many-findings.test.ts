/** A findings sheet of a ledger, in the simulated Excel. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { findingsSheet } from "../../../src/core/sheets/findings-sheet";
import type { SheetOutput } from "../../../src/core/sheets/output";
import { planSheets } from "../../../src/core/sheets/plan";
import { createExcelHost } from "../../../src/hosts/excel/host";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021";
import { assetFinding, sampleEvaluation } from "../../support/evaluations";
import type { BootedExcel } from "../../excel-host/boot";
import { cellKey, sheetNamed } from "../../excel-host/model";
import { check, CONSISTENT, LIMIT, open, startExcel } from "./excel";

/** Some of the findings have texts as long as a cell holds, so that rows differ a thousandfold in bytes. */
const COUNT = 1_200;
const MOST_BYTES = 4_000_000;

let excel: BootedExcel;
beforeAll(async () => {
  excel = await startExcel();
}, LIMIT);
afterAll(() => excel.close());

test(
  "a sheet of many findings is written, and written anew in its place, in requests and answers of at most 4 MB",
  async () => {
    await open(excel, CONSISTENT);
    const host = createExcelHost();
    const evaluation = sampleEvaluation();
    const findings = Array.from({ length: COUNT }, (_none, row) => {
      const finding = assetFinding("error", row);
      return row % 20 === 7 ? { ...finding, message: "相差过大。".repeat(6_000) } : finding;
    });
    const model = findingsSheet({ ...evaluation, checks: { ...evaluation.checks, findings } }, pack);
    // In a new sheet, then in the one that stands.
    for (const replaces of [false, true]) {
      const { workbook } = await check(host);
      const output: SheetOutput = {
        sheets: planSheets(workbook, [model], []),
        answersXml: "<a/>",
        changes: "",
      };
      await excel.host.settled();
      excel.host.clearLog();
      await host.write(output);
      await excel.host.settled();
      const most = (of: (one: (typeof excel.host.log)[number]) => number): number =>
        excel.host.log.reduce((largest, one) => Math.max(largest, of(one)), 0);
      expect(most(({ requestBytes }) => requestBytes)).toBeLessThan(MOST_BYTES);
      expect(most(({ responseBytes }) => responseBytes)).toBeLessThan(MOST_BYTES);
      expect(output.sheets.map((sheet) => sheet.replaces)).toEqual([replaces]);
      const last = sheetNamed(excel.host.workbook, model.name)?.cells.get(
        cellKey(model.filter?.bottom ?? 0, 0),
      );
      expect(last?.value).toBe(COUNT);
    }
  },
  LIMIT * 10,
);
