import { describe, expect, test } from "@jest/globals";
import { changesSince, changesText } from "../../../src/core/sheets/changes";
import { readEarlierFindings, readEarlierScores } from "../../../src/core/sheets/earlier";
import { findingsInOrder, findingsSheet } from "../../../src/core/sheets/findings-sheet";
import type { SheetModel } from "../../../src/core/sheets/model";
import { scoreSheet } from "../../../src/core/sheets/score-sheet";
import { SheetBuilder } from "../../../src/core/workbook/snapshot";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021";
import { assetFinding, sampleEvaluation } from "../../support/evaluations";

/** A sheet as a host reads it back, with rows that the officer inserted above. */
function snapshot(model: SheetModel, inserted = 0): SheetBuilder {
  const sheet = new SheetBuilder(model.name);
  model.rows.forEach(({ cells }, index) =>
    cells.forEach((cell, column) => {
      const row = index + inserted;
      if (cell === undefined || cell.value.kind === "empty") return;
      if (cell.value.kind === "text") sheet.setText(row, column, cell.value.text);
      else sheet.setNumber(row, column, Number(cell.value.value));
      if (cell.value.kind === "formula") sheet.setFormula(row, column, cell.value.formula);
    }),
  );
  return sheet;
}

describe("what stands on the earlier sheets", () => {
  const head = { unit: "某州财政局", date: "2022年2月28日" };

  test.each([0, 3])("is read with %d rows inserted above", (inserted) => {
    const earlier = readEarlierScores(snapshot(scoreSheet(sampleEvaluation(), pack, head), inserted));
    expect(earlier?.head).toEqual(head);
    expect(earlier?.total).toBe("109.25");
    expect([...(earlier?.scores ?? [])].slice(0, 4)).toEqual([
      ["1", "5"],
      ["2", "5"],
      ["3", "4"],
      ["4", "3.36"],
    ]);
  });

  test("a blank head stays blank, and the year is not taken for the unit", () => {
    expect(readEarlierScores(snapshot(scoreSheet(sampleEvaluation(), pack)))?.head).toEqual({
      unit: "",
      date: "",
    });
  });

  test("a sheet without our header row says nothing", () => {
    const sheet = new SheetBuilder("绩效自评得分表");
    sheet.setText(0, 0, "序号");
    expect(readEarlierScores(sheet)).toBeUndefined();
    expect(readEarlierFindings(sheet)).toBeUndefined();
  });
});

describe("what changed since", () => {
  const before = sampleEvaluation();
  const scores = readEarlierScores(snapshot(scoreSheet(before, pack)));
  const findings = readEarlierFindings(snapshot(findingsSheet(before, pack)));

  test("nothing", () => {
    const changes = changesSince(scores, findings, before, findingsInOrder(before));
    expect(changes).toEqual({ scores: [], total: undefined, gone: [], fresh: [] });
    expect(changesText(changes, "zh-CN")).toBe("没有变化。");
  });

  test("a computed score, the total, a finding gone and one new", () => {
    const items = before.score.items.map((item) => (item.no === "9" ? { ...item, score: "9.1" } : item));
    const after = sampleEvaluation({
      score: { ...before.score, items, total: "108.19" },
      checks: { ...before.checks, findings: [...before.checks.findings.slice(1), assetFinding("error", 11)] },
    });
    const changes = changesSince(scores, findings, after, findingsInOrder(after));
    expect(changes.scores).toEqual([{ no: "9", before: "10", after: "9.1" }]);
    expect(changes.gone).toEqual([before.checks.findings[0]?.message]);
    expect(changes.fresh).toEqual([3]);
    expect(changesText(changes, "zh-CN")).toBe(
      "指标9得分由10变为9.1；总分由109.25变为108.19；消除问题1项，新增问题1项（序号3）。",
    );
    expect(changesText(changes, "en")).toBe(
      "indicator 9 from 10 to 9.1; total from 109.25 to 108.19; findings: 1 gone, 1 new (no. 3).",
    );
  });

  test("an entry of the officer is no change of ours", () => {
    const items = before.score.items.map((item) => (item.no === "1" ? { ...item, score: "3" } : item));
    const after = sampleEvaluation({ score: { ...before.score, items } });
    expect(changesSince(scores, findings, after, findingsInOrder(after)).scores).toEqual([]);
  });

  test("the same finding in other words, or in another language, is no change where its key is recorded", () => {
    const finding = assetFinding("error", 7);
    const known = [{ no: "1", message: "Original value 17290.12 ≠ 17290.22", key: finding.key }];
    const changes = changesSince(scores, known, before, [finding]);
    expect([changes.gone, changes.fresh]).toEqual([[], []]);
    const other = [{ no: "1", message: finding.message, key: { ...finding.key, left: "17290.11" } }];
    expect(changesSince(scores, other, before, [finding]).gone).toEqual([finding.message]);
  });

  test("a score that was not there, or is no more, and a total that was not found", () => {
    const earlier = {
      head: { unit: "", date: "" },
      scores: new Map([
        ["9", ""],
        ["2", "5"],
      ]),
      total: "",
    };
    const items = before.score.items.map((item) =>
      item.no === "2" ? { ...item, score: undefined, status: "missing" as const } : item,
    );
    const after = sampleEvaluation({ score: { ...before.score, items } });
    const changes = changesSince(earlier, undefined, after, findingsInOrder(after));
    expect(changes).toEqual({
      scores: [
        { no: "2", before: "5", after: "" },
        { no: "9", before: "", after: "10" },
      ],
      total: undefined,
      gone: [],
      fresh: [],
    });
    expect(changesText(changes, "zh-CN")).toBe("指标2得分由5变为无；指标9得分由无变为10。");
  });

  test("without an earlier score sheet only findings are compared", () => {
    expect(changesSince(undefined, findings, before, findingsInOrder(before))).toEqual({
      scores: [],
      total: undefined,
      gone: [],
      fresh: [],
    });
  });

  test("numbers of new findings in a row are one stretch, and of many stretches twenty are named", () => {
    const told = (fresh: readonly number[]): string =>
      changesText({ scores: [], total: undefined, gone: [], fresh }, "zh-CN");
    expect(told([1, 3, 4, 5, 9, 10])).toBe("消除问题0项，新增问题6项（序号1, 3–5, 9–10）。");
    const odd = Array.from({ length: 21 }, (_, index) => 2 * index + 1);
    expect(told(odd)).toBe(`消除问题0项，新增问题21项（序号${odd.slice(0, 20).join(", ")}…）。`);
  });
});
