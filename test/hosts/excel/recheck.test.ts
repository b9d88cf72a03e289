/** After a change only what changed is read again, and the outcome is that of a full check. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Evaluation } from "../../../src/core/evaluate";
import { createExcelHost } from "../../../src/hosts/excel/host";
import { openExcelBench } from "../../../src/taskpane/excel/excel-bench";
import type { Workbench } from "../../../src/taskpane/workbench";
import type { BootedExcel } from "../../excel-host/boot";
import { type Cell, placeOf, type Sheet, sheetNamed } from "../../excel-host/model";
import { CONSISTENT, LIMIT, open, problemOfCall, REPORTED, request, startExcel } from "./excel";

const SHEETS = ["表1资金投入", "表3项目明细", "表4预算执行", "表5扶贫资产", "表6产业占比"];

/** Key and cell of the first text that is like that. */
function cellWith(sheet: Sheet | undefined, text: RegExp): readonly [number, Cell] {
  const found = [...(sheet?.cells ?? [])].find(
    ([, { value }]) => typeof value === "string" && text.test(value),
  );
  if (found === undefined) throw new Error(`no cell says ${text.source}`);
  return found;
}

interface Watched {
  readonly bench: Workbench;
  /** Does something in Excel; resolves when the pane has heard of it. */
  readonly act: (act: () => void) => Promise<void>;
  readonly stop: () => Promise<void>;
}

describe("a re-check of the open workbook", () => {
  let excel: BootedExcel;
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  afterAll(() => excel.close());

  /** The bench that listens, after its first full check. */
  async function watched(bytes: Uint8Array, before: () => void = () => {}): Promise<Watched> {
    await open(excel, bytes);
    before();
    await excel.host.settled();
    let heard = 0;
    const host = createExcelHost({
      wait: (call) => {
        heard += 1;
        call();
        return () => {};
      },
    });
    const bench = await openExcelBench(host);
    const stop = await bench.live?.onChange(() => {});
    if (stop === undefined) throw new Error("not live");
    await bench.evaluate(request());
    const act = async (change: () => void): Promise<void> => {
      const already = heard;
      change();
      while (heard === already) await new Promise((done) => setImmediate(done));
      await excel.host.settled();
    };
    return { bench, act, stop };
  }

  interface Cost {
    readonly requests: number;
    /** Characters. */
    readonly sent: number;
    readonly answered: number;
  }

  async function costOf<T>(work: () => Promise<T>): Promise<Cost & { readonly result: T }> {
    await excel.host.settled();
    excel.host.clearLog();
    const result = await work();
    await excel.host.settled();
    const { log } = excel.host;
    return {
      requests: log.length,
      sent: log.reduce((sum, { requestCharacters }) => sum + requestCharacters, 0),
      answered: log.reduce((sum, { responseCharacters }) => sum + responseCharacters, 0),
      result,
    };
  }

  const recheck = (bench: Workbench): Promise<Cost & { readonly result: Evaluation }> =>
    costOf(() => bench.evaluate(request({ changedOnly: true })));

  /** By a bench that knows nothing of before. */
  async function inFull(): Promise<Cost & { readonly result: Evaluation }> {
    const other = await openExcelBench(createExcelHost());
    return costOf(() => other.evaluate(request()));
  }

  /** The cells of a sheet that hold figures, as addresses. */
  function figures(name: string): readonly string[] {
    const cells = [...(sheetNamed(excel.host.workbook, name)?.cells ?? [])];
    return cells.flatMap(([key, { value, formula }]) => {
      if (typeof value !== "number" || formula !== undefined) return [];
      const { row, column } = placeOf(key);
      return [`${String.fromCharCode(65 + column)}${row + 1}`];
    });
  }

  const typed = fc.oneof(
    fc.integer({ min: -100, max: 200_000 }),
    fc.integer({ min: 0, max: 9_999_999 }).map((thousandths) => thousandths / 1000),
    fc.constantFrom("", "无", "1,234.50", "２３", "2021年4月20日", "#N/A", "=1+1", "合计", "0.9977", "12%"),
  );
  const edits = fc.array(
    fc.record({ sheet: fc.constantFrom(...SHEETS), cell: fc.nat(), value: typed, also: fc.boolean() }),
    { minLength: 2, maxLength: 4 },
  );

  test.each([
    ["consistent", CONSISTENT],
    ["as reported", REPORTED],
  ])(
    "of the sample %s after random edits is the full check, formulas on other sheets included",
    async (_, bytes) => {
      let small = 0;
      await fc.assert(
        fc.asyncProperty(edits, async (changes) => {
          const { bench, act, stop } = await watched(bytes, () => {
            excel.host.user.write("表4预算执行", "B4", [["=表1资金投入!I4"]]);
            excel.host.user.write("表6产业占比", "C4", [["=表1资金投入!C4*0.8"]]);
          });
          for (const { sheet, cell, value } of changes) {
            const cells = figures(sheet);
            const address = cells[cell % cells.length] ?? "A1";
            await act(() => excel.host.user.write(sheet, address, [[value]]));
            const { result, requests } = await recheck(bench);
            const full = await inFull();
            expect(result).toEqual(full.result);
            if (requests < full.requests) small += 1;
          }
          await stop();
        }),
        { numRuns: 12, seed: 20211130 },
      );
      expect(small).toBeGreaterThan(12);
    },
    LIMIT * 5,
  );

  test(
    "reads one small request for a typed figure, and one sheet more for one that a formula there follows",
    async () => {
      const { bench, act, stop } = await watched(CONSISTENT, () =>
        excel.host.user.write("表4预算执行", "C5", [["=表1资金投入!C5+1"]]),
      );
      const full = await inFull();
      await act(() => excel.host.user.write("表1资金投入", "D5", [[12]]));
      const plain = await recheck(bench);
      await act(() => excel.host.user.write("表1资金投入", "C5", [[77]]));
      const followed = await recheck(bench);
      for (const { requests, sent, answered } of [plain, followed]) {
        expect(requests).toBeLessThanOrEqual(2);
        expect(sent + answered).toBeLessThan((full.sent + full.answered) / 3);
        expect(answered).toBeLessThan(full.answered / 6);
      }
      expect(followed.result).not.toEqual(plain.result);
      expect(followed.result).toEqual((await inFull()).result);
      await stop();
    },
    LIMIT,
  );

  const structures: readonly (readonly [string, () => void])[] = [
    ["rows that are inserted", () => excel.host.user.insertRows("表4预算执行", 5)],
    ["rows that are deleted", () => excel.host.user.deleteRows("表4预算执行", 5)],
    ["a sheet that is added", () => excel.host.user.addSheet("表9补充")],
    ["a sheet that is copied", () => excel.host.user.copySheet("表4预算执行", "表4预算执行 (2)")],
    ["rows that are sorted", () => excel.host.user.sortRows("表4预算执行", "A4:F8")],
    ["a sheet that is deleted", () => excel.host.user.deleteSheet("表8问题整改")],
    ["a row beyond the last one", () => excel.host.user.write("表8问题整改", "A60:B60", [["补充", 1]])],
  ];

  test.each(structures)(
    "reads all after %s",
    async (_, change) => {
      const { bench, act, stop } = await watched(CONSISTENT);
      await act(change);
      const { result, requests } = await recheck(bench);
      const full = await inFull();
      expect(result).toEqual(full.result);
      expect(requests).toBeGreaterThanOrEqual(full.requests);
      await stop();
    },
    LIMIT,
  );

  const unheard: readonly (readonly [string, (sheet: Excel.Worksheet) => void])[] = [
    ["renamed", (sheet) => Object.assign(sheet, { name: "执行情况" })],
    ["hidden", (sheet) => Object.assign(sheet, { visibility: "Hidden" })],
    ["given a merged area", (sheet) => sheet.getRange("A6:B7").merge()],
    ["given another format", (sheet) => Object.assign(sheet.getRange("C4:C9"), { numberFormat: "0!.0," })],
    ["robbed of a column", (sheet) => Object.assign(sheet.getRange("C:C"), { columnHidden: true })],
  ];

  test.each(unheard)(
    "reads all where a sheet was %s, which no event tells as a change of cells",
    async (_, change) => {
      const { bench, act, stop } = await watched(CONSISTENT);
      await excel.Excel.run(async (context) => {
        change(context.workbook.worksheets.getItem("表4预算执行"));
        await context.sync();
      });
      await act(() => excel.host.user.write("表1资金投入", "D5", [[12]]));
      const { result, requests } = await recheck(bench);
      const full = await inFull();
      expect(result).toEqual(full.result);
      expect(requests).toBeGreaterThanOrEqual(full.requests);
      await stop();
    },
    LIMIT,
  );

  test(
    "of a sheet with a stray cell far away reads little, and all where something came in between",
    async () => {
      const { bench, act, stop } = await watched(CONSISTENT, () =>
        excel.host.user.write("表1资金投入", "T1000000", [["多余"]]),
      );
      const full = await inFull();
      await act(() => excel.host.user.write("表1资金投入", "D5", [[12]]));
      const near = await recheck(bench);
      expect(near.requests).toBeLessThanOrEqual(2);
      expect(near.answered).toBeLessThan(full.answered / 6);
      expect(near.result).toEqual((await inFull()).result);
      await act(() => excel.host.user.write("表1资金投入", "B500000", [["新的"]]));
      const between = await recheck(bench);
      expect(between.requests).toBeGreaterThanOrEqual(full.requests);
      expect(between.result).toEqual((await inFull()).result);
      await stop();
    },
    LIMIT,
  );

  test(
    "judges headings and keys anew from what was read",
    async () => {
      const { bench, act, stop } = await watched(CONSISTENT);
      const sheet = sheetNamed(excel.host.workbook, "表4预算执行");
      const [key] = cellWith(sheet, /实际支出/u);
      const { row, column } = placeOf(key);
      const address = `${String.fromCharCode(65 + column)}${row + 1}`;
      await act(() => excel.host.user.write("表4预算执行", address, [["备注"]]));
      const { result, requests } = await recheck(bench);
      const full = await inFull();
      expect(requests).toBeLessThan(full.requests);
      expect(result).toEqual(full.result);
      expect(result.checks.notRun.length + result.checks.findings.length).toBeGreaterThan(0);
      await stop();
    },
    LIMIT,
  );

  test(
    "takes the answers that were typed on our sheet, and those of the pane",
    async () => {
      const { bench, act, stop } = await watched(CONSISTENT);
      await bench.insert(request());
      await bench.evaluate(request());
      const score = sheetNamed(excel.host.workbook, "绩效自评得分表");
      const [key] = cellWith(score, /履行支出责任/u);
      const before = await bench.evaluate(request());
      await act(() => excel.host.user.write("绩效自评得分表", `G${placeOf(key).row + 1}`, [[3]]));
      const typedScore = (await recheck(bench)).result;
      expect(typedScore.answers).not.toEqual(before.answers);
      expect(typedScore).toEqual((await inFull()).result);
      await bench.keep({ ...typedScore.answers, scores: { ...typedScore.answers.scores, "3": "2" } });
      const kept = (await recheck(bench)).result;
      expect(kept.answers.scores["3"]).toBe("2");
      expect(kept).toEqual((await inFull()).result);
      await stop();
    },
    LIMIT,
  );

  test(
    "is all that keeping an answer reads, a figure typed just before included",
    async () => {
      const { bench, act, stop } = await watched(CONSISTENT);
      await bench.insert(request());
      const { answers } = await bench.evaluate(request());
      const full = await inFull();
      await act(() => excel.host.user.write("表1资金投入", "D5", [[12]]));
      const { answered } = await costOf(() => bench.keep({ ...answers, scores: { "3": "2" } }));
      expect(answered).toBeLessThan(full.answered / 3);
      const { result } = await recheck(bench);
      expect(result.answers.scores["3"]).toBe("2");
      expect(result).toEqual((await inFull()).result);
      expect(result.checks).not.toEqual(full.result.checks);
      await stop();
    },
    LIMIT,
  );

  test.each([1, 12, 40])(
    "that failed at action %d leaves the change to the next one",
    async (action) => {
      const { bench, act, stop } = await watched(CONSISTENT);
      const before = (await inFull()).result;
      await act(() => excel.host.user.write("表1资金投入", "D5", [[12]]));
      excel.host.failAtAction(action, { code: "ActivityLimitReached" });
      await problemOfCall(bench.evaluate(request({ changedOnly: true })));
      excel.host.neverFail();
      const { result } = await recheck(bench);
      expect(result).not.toEqual(before);
      expect(result).toEqual((await inFull()).result);
      await stop();
    },
    LIMIT,
  );

  test(
    "with another language is a full check",
    async () => {
      const { bench, act, stop } = await watched(CONSISTENT);
      await act(() => excel.host.user.write("表1资金投入", "D5", [[12]]));
      const inEnglish = await bench.evaluate(request({ changedOnly: true, language: "en" }));
      expect(inEnglish.language).toBe("en");
      const other = await openExcelBench(createExcelHost());
      expect(inEnglish).toEqual(await other.evaluate(request({ language: "en" })));
      await stop();
    },
    LIMIT,
  );
});
