import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { SheetOutput } from "../../../src/core/sheets/output";
import { createExcelHost, type ExcelHost } from "../../../src/hosts/excel/host";
import { writeOutput } from "../../../src/hosts/excel/write";
import { HostProblem } from "../../../src/hosts/host";
import { SHEET_TEXTS } from "../../../src/texts/sheets";
import type { BootedExcel } from "../../excel-host/boot";
import { sheetNamed } from "../../excel-host/model";
import { differences, snapshot } from "../../excel-host/snapshot";
import { makeVariant } from "../../variants/makeVariant";
import { toXlsx } from "../../variants/write";
import { checkForOutput, filterErrors, LIMIT, open, startExcel } from "./excel";

/** Both loops fail at every action of an insert. */
const LONG = 600_000;

describe("an insert that fails at any action leaves the workbook as it was", () => {
  let excel: BootedExcel;
  let host: ExcelHost;
  const small = toXlsx(makeVariant(3, { only: [], plants: 0 }).workbook);
  beforeAll(async () => {
    excel = await startExcel();
    host = createExcelHost();
  }, LIMIT);
  afterAll(() => excel.close());

  /** Fails at each action in turn until one insert ends well; gives how many failed. */
  async function failEverywhere(output: SheetOutput): Promise<number> {
    const before = snapshot(excel.host.workbook);
    const { sheets } = excel.host.workbook;
    const expected = { ids: sheets.map(({ id }) => id), names: sheets.map(({ name }) => name) };
    for (let action = 1; ; action += 1) {
      excel.host.failAtAction(action, { code: "Conflict" });
      try {
        await writeOutput(output, expected, LIMIT, () => {
          throw new Error(`nothing was put back after a failure at action ${action}`);
        });
        excel.host.neverFail();
        return action - 1;
      } catch (error) {
        if (!(error instanceof HostProblem)) throw error;
      }
      const changed = differences(before, snapshot(excel.host.workbook));
      if (changed.length > 0) {
        throw new Error(`after a failure at action ${action}: ${JSON.stringify(changed[0])}`);
      }
    }
  }

  test(
    "the first insert",
    async () => {
      await open(excel, small);
      const { output } = await checkForOutput(host);
      expect(await failEverywhere(output)).toBeGreaterThan(300);
      expect(output.sheets.map(({ name }) => sheetNamed(excel.host.workbook, name)?.visibility)).toEqual([
        "Visible",
        "Visible",
      ]);
    },
    LONG,
  );

  test(
    "a later insert with more findings where those shown are filtered, and a formula of the officer refers to our total",
    async () => {
      await open(excel, small);
      excel.host.user.write("表4预算执行", "C4", [[1_000]]);
      await host.write((await checkForOutput(host)).output);
      const score = sheetNamed(excel.host.workbook, "绩效自评得分表");
      const total = [...(score?.cells ?? [])].find(([, cell]) => cell.value === SHEET_TEXTS.total["zh-CN"]);
      const row = Math.floor((total?.[0] ?? 0) / 16_384) + 1;
      excel.host.user.addSheet("我的汇总");
      excel.host.user.write("我的汇总", "A1", [[`=绩效自评得分表!G${row}`]]);
      await filterErrors(excel);
      excel.host.user.write("表1资金投入", "C6", [[12_345]]);
      const { output, evaluation } = await checkForOutput(host);
      expect(evaluation.checks.findings.length).toBeGreaterThan(0);
      expect(await failEverywhere(output)).toBeGreaterThan(300);
      const own = sheetNamed(excel.host.workbook, "我的汇总")?.cells.get(0);
      expect(own?.formula).toBe(`绩效自评得分表!G${row}`);
      expect(own?.value).toBe(Number(evaluation.score.total));
    },
    LONG,
  );
});
