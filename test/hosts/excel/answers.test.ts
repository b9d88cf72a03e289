import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type Answers, NO_ANSWERS } from "../../../src/core/answers/answers";
import { evaluate } from "../../../src/core/evaluate";
import { sheetOutput } from "../../../src/core/sheets/output";
import { createExcelHost, type ExcelHost } from "../../../src/hosts/excel/host";
import { openWorkbook } from "../../../src/hosts/file/open";
import { copyWith } from "../../../src/hosts/file/write";
import { HostProblem } from "../../../src/hosts/host";
import { openExcelBench } from "../../../src/taskpane/excel/excel-bench";
import type { Workbench } from "../../../src/taskpane/workbench";
import type { BootedExcel } from "../../excel-host/boot";
import { sheetNamed } from "../../excel-host/model";
import { differences, snapshot } from "../../excel-host/snapshot";
import { makeVariant } from "../../variants/makeVariant";
import { toXlsx } from "../../variants/write";
import { LIMIT, open, pack, request, startExcel } from "./excel";

describe("answers in the open workbook", () => {
  let excel: BootedExcel;
  let host: ExcelHost;
  let bench: Workbench;
  const small = toXlsx(makeVariant(3, { only: [], plants: ["execution.rate"] }).workbook);
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  beforeEach(async () => {
    await open(excel, small);
    await reopen();
  });
  afterAll(() => excel.close());

  /** The pane is closed and opened again. */
  const reopen = async (): Promise<void> => {
    host = createExcelHost();
    bench = await openExcelBench(host);
  };
  const answers = async (): Promise<Answers> => (await bench.evaluate(request())).answers;
  /** Place of the cell that the officer fills in for an item. */
  const scoreCell = (no: string): string => {
    const at = new RegExp(`<cell at="([A-Z]+\\d+)" key="${no}" entry="score"`).exec(
      excel.host.workbook.customXmlParts[0]?.xml ?? "",
    );
    return at?.[1] ?? "";
  };
  const standsIn = (address: string): unknown => {
    const [, column = "", row = ""] = /([A-Z])(\d+)/.exec(address) ?? [];
    const key = (Number(row) - 1) * 16_384 + column.charCodeAt(0) - 65;
    return sheetNamed(excel.host.workbook, "绩效自评得分表")?.cells.get(key)?.value;
  };

  test(
    "what the pane keeps is found again when it is opened anew, without our sheets too",
    async () => {
      const first = await answers();
      const finding = (await bench.evaluate(request())).checks.findings[0];
      if (finding === undefined) throw new Error("no finding");
      await bench.keep({
        ...first,
        scores: { "1": "4.5" },
        evidence: { "1": "巴财扶〔2021〕3号 & <附件>" },
        notApplicable: ["13"],
        explanations: [{ finding: { by: "key", ...finding.key }, text: "质保金未支付" }],
      });
      await reopen();
      const again = await answers();
      expect(again.scores).toEqual({ "1": "4.5" });
      expect(again.evidence).toEqual({ "1": "巴财扶〔2021〕3号 & <附件>" });
      expect(again.notApplicable).toEqual(["13"]);
      expect(again.explanations.map(({ text }) => text)).toEqual(["质保金未支付"]);
      expect(excel.host.workbook.customXmlParts).toHaveLength(1);
    },
    LIMIT,
  );

  test(
    "part and cell are kept together; the later word wins, wherever it was said",
    async () => {
      await bench.insert(request());
      const cell = scoreCell("1");
      expect(cell).toMatch(/^G\d+$/);
      await bench.keep({ ...(await answers()), scores: { "1": "3" } });
      expect(standsIn(cell)).toBe(3);
      // The officer types on the sheet.
      excel.host.user.write("绩效自评得分表", cell, [[4]]);
      expect((await answers()).scores).toEqual({ "1": "4" });
      // Then changes it in the pane.
      await bench.keep({ ...(await answers()), scores: { "1": "2.5" } });
      expect((await answers()).scores).toEqual({ "1": "2.5" });
      expect(standsIn(cell)).toBe(2.5);
      await bench.insert(request());
      expect(standsIn(cell)).toBe(2.5);
      await bench.keep({ ...(await answers()), scores: {} });
      expect([(await answers()).scores, standsIn(cell)]).toEqual([{}, undefined]);
    },
    LIMIT,
  );

  test(
    "what the officer typed is not overwritten by an older picture in the pane",
    async () => {
      await bench.insert(request());
      const old = await answers();
      excel.host.user.write("绩效自评得分表", scoreCell("1"), [[5]]);
      await bench.keep({ ...old, scores: { ...old.scores, "3": "2" } });
      expect((await answers()).scores).toEqual({ "1": "5", "3": "2" });
      expect(standsIn(scoreCell("1"))).toBe(5);
    },
    LIMIT,
  );

  test(
    "on a protected sheet of ours the part alone keeps the answer",
    async () => {
      await bench.insert(request());
      excel.host.user.protectSheet("绩效自评得分表");
      await bench.keep({ ...(await answers()), scores: { "1": "3" } });
      expect((await answers()).scores).toEqual({ "1": "3" });
    },
    LIMIT,
  );

  test(
    "keeping that fails at any action changes nothing",
    async () => {
      await bench.insert(request());
      const kept = { ...(await answers()), scores: { "1": "3" } };
      const before = snapshot(excel.host.workbook);
      let failures = 0;
      for (let action = 1; ; action += 1) {
        await excel.host.settled();
        // No refusal that a reading tries again without merged areas.
        excel.host.failAtAction(action, { code: "Conflict" });
        try {
          await bench.keep(kept);
          break;
        } catch (error) {
          if (!(error instanceof HostProblem)) throw error;
        }
        failures += 1;
        expect(differences(before, snapshot(excel.host.workbook))).toEqual([]);
      }
      excel.host.neverFail();
      expect(failures).toBeGreaterThan(20);
      expect((await answers()).scores).toEqual({ "1": "3" });
    },
    LIMIT,
  );

  test(
    "from the command line to Excel and back",
    async () => {
      const given: Answers = { ...NO_ANSWERS, scores: { "1": "4" }, evidence: { "3": "台账" } };
      const opened = await openWorkbook(small, "表.xlsx");
      const evaluation = evaluate(opened.snapshot, pack, given, { language: "zh-CN" });
      const copy = copyWith(opened, sheetOutput(opened.snapshot, pack, evaluation));
      // Excel opens the copy: answers and sheets of ours are known, and written in place.
      await open(excel, copy);
      await reopen();
      expect(await answers()).toMatchObject({ scores: { "1": "4" }, evidence: { "3": "台账" } });
      const inserted = await bench.insert(request());
      expect(inserted.sheets).toEqual(["绩效自评得分表", "校验结果"]);
      expect(excel.host.workbook.sheets.filter(({ charts }) => charts.length > 0)).toHaveLength(1);
      await bench.keep({ ...(await answers()), scores: { "1": "4", "5": "3.5" } });
      // The part as Excel saves it, in a file again.
      const xml = excel.host.workbook.customXmlParts[0]?.xml ?? "";
      const file = copyWith(opened, { sheets: [], answersXml: xml, changes: "" });
      const read = (await openWorkbook(file, "表.xlsx")).snapshot;
      const back = evaluate(read, pack, NO_ANSWERS, { language: "zh-CN" });
      expect(back.answers).toMatchObject({ scores: { "1": "4", "5": "3.5" }, evidence: { "3": "台账" } });
      expect(back.score.total).toBe((await bench.evaluate(request())).score.total);
    },
    LIMIT,
  );
});
