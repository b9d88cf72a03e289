import { describe, expect, test } from "@jest/globals";
import type { CellModel, SheetModel } from "../../../src/core/sheets/model";
import { pageStarts } from "../../../src/core/sheets/pages";
import { scoreSheet } from "../../../src/core/sheets/score-sheet";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021";
import { sampleEvaluation, sampleItems } from "../../support/evaluations";

const NO = 0;
const MAX = 3;
const SCORE = 6;

function rowOf(model: SheetModel, label: string): readonly (CellModel | undefined)[] {
  const row = model.rows.find(({ cells }) => shown(cells[NO]) === label);
  if (row === undefined) throw new Error(`no row ${label}`);
  return row.cells;
}

function shown(cell: CellModel | undefined): string {
  if (cell === undefined || cell.value.kind === "empty") return "";
  return cell.value.kind === "text" ? cell.value.text : cell.value.value;
}

describe("the form", () => {
  const model = scoreSheet(sampleEvaluation(), pack, { unit: "某州财政局", date: "2022年2月28日" });

  test("is called as other programs look for it, its header row too", () => {
    expect(model.name).toBe("绩效自评得分表");
    const header = model.print.titleRows?.first ?? -1;
    expect(model.rows[header]?.cells.map(shown)).toEqual([
      "序号",
      "一级指标",
      "二级指标",
      "分值",
      "评分标准",
      "完成情况",
      "自评得分",
      "得分依据",
      "",
      "佐证材料",
    ]);
    expect(model.freeze.rows).toBe(header + 1);
  });

  test("lists every indicator once, under a merged section", () => {
    const numbers = model.rows.map(({ cells }) => shown(cells[NO])).filter((text) => /^\d+$/.test(text));
    expect(numbers).toEqual(pack.indicators.map(({ no }) => no));
    // Where a page ends within a section its label stands on both.
    const rows = new Map<string, number>();
    model.rows.forEach(({ cells }, row) => {
      if (!/^\d+$/.test(shown(cells[NO]))) return;
      const merged = model.merges.find(({ left, top, bottom }) => left === 1 && top <= row && row <= bottom);
      const label = shown(model.rows[merged?.top ?? row]?.cells[1]);
      rows.set(label, (rows.get(label) ?? 0) + 1);
    });
    expect([...rows]).toEqual([
      ["资金保障", 2],
      ["项目管理", 5],
      ["资金使用成效", 6],
      ["加分", 2],
      ["减分", 3],
    ]);
  });

  test("a page begins with its section's label, in a cell that does not reach over the page's edge", () => {
    const header = model.print.titleRows?.first ?? -1;
    // Six rows of ten lines are higher than a page.
    const items = sampleItems().map((item) =>
      item.section === "results" ? { ...item, facts: Array(10).fill("据").join("\n") } : item,
    );
    const long = scoreSheet(sampleEvaluation({ score: { ...sampleEvaluation().score, items } }), pack);
    // A lone last row gets no label of its own.
    const within = ["10", "11", "12"];
    const labelled = pageStarts(long, header).filter((row) =>
      within.includes(shown(long.rows[row]?.cells[NO])),
    );
    expect(labelled.map((row) => shown(long.rows[row]?.cells[1]))).toEqual(["资金使用成效"]);
    expect(
      long.merges.filter(({ top, bottom }) => labelled.some((row) => top < row && row <= bottom)),
    ).toEqual([]);
  });

  test("the attachment's number stands above the title", () => {
    expect(model.rows.slice(0, 2).map(({ cells }) => shown(cells[0]))).toEqual([
      "附件1",
      "2021年度绩效自评得分表",
    ]);
    const { attachment: _, ...unnumbered } = pack;
    expect(shown(scoreSheet(sampleEvaluation(), unnumbered).rows[0]?.cells[0])).toBe(
      "2021年度绩效自评得分表",
    );
  });

  test("subtotals, base, bonus, deduction and total carry the decimal values", () => {
    const values = (label: string): readonly string[] => [
      shown(rowOf(model, label)[MAX]),
      shown(rowOf(model, label)[SCORE]),
    ];
    expect(values("资金保障小计")).toEqual(["10", "10"]);
    expect(values("项目管理小计")).toEqual(["20", "19.36"]);
    expect(values("资金使用成效小计")).toEqual(["55", "55"]);
    expect(values("适用指标合计")).toEqual(["85", "84.36"]);
    expect(values("基础得分（按100分折算）")).toEqual(["100", "99.25"]);
    expect(values("加分合计（最高10分）")).toEqual(["10", "10"]);
    expect(values("减分合计（最高30分）")).toEqual(["30", "0"]);
    expect(values("总分（基础得分＋加分－减分）")).toEqual(["", "109.25"]);
  });

  test("a computed score is a formula on the base data, a manual one an entry with its bounds", () => {
    expect(rowOf(model, "9")[SCORE]?.value).toEqual({
      kind: "formula",
      formula: "IF(ROUND('表4预算执行'!D13/'表4预算执行'!C13-0.92,8)>=0,10,0)",
      value: "10",
      type: "number",
    });
    expect(rowOf(model, "9")[SCORE]?.entry).toBeUndefined();
    expect(rowOf(model, "11")[SCORE]).toEqual({
      value: { kind: "number", value: "20" },
      style: "score-input",
      entry: { kind: "score", no: "11" },
    });
    const bounds = model.validations.map(({ minimum, maximum, decimals }) => [minimum, maximum, decimals]);
    const entered = pack.indicators.filter(({ method }) =>
      ["manual", "bonus", "deduction"].includes(method.name),
    );
    expect(bounds).toEqual(entered.map(({ max }) => ["0", max, 1]));
  });

  test("a score that no formula carries says why", () => {
    expect(rowOf(model, "7")[SCORE]?.value).toEqual({ kind: "number", value: "4" });
    expect(shown(rowOf(model, "7")[7])).toContain("此得分为数值，非公式：由校验结果得出");
  });

  test("a criterion of ours is marked, a prescribed one is not", () => {
    const marked = pack.indicators.map(({ no }) =>
      shown(rowOf(model, no)[4]).includes("†默认口径，请对照当年通知核实"),
    );
    expect(marked).toEqual(pack.indicators.map(({ assumed }) => assumed ?? false));
    expect(marked.filter(Boolean).length).toBeGreaterThan(0);
  });

  test("the basis leads to the cells", () => {
    expect(rowOf(model, "9")[8]?.link).toBe("'表4预算执行'!C13");
    // A cell takes one link; the others are named.
    expect(shown(rowOf(model, "9")[7])).toContain("\n取数单元格：表4预算执行!C13、D13");
    expect(shown(rowOf(model, "4")[7])).not.toContain("取数单元格");
  });

  test("the head keeps what the officer typed", () => {
    const head = model.rows.flatMap(({ cells }) => cells.map(shown));
    expect(head).toContain("某州财政局");
    expect(head).toContain("2022年2月28日");
  });

  test("the chart is fed by one block of section totals, outside the printed form", () => {
    const { source, place } = model.chart ?? { source: undefined, place: undefined };
    const block = model.rows
      .slice(source?.top, (source?.bottom ?? 0) + 1)
      .map(({ cells }) => cells.slice(1, 4).map(shown));
    expect(block).toEqual([
      ["部分", "分值", "得分"],
      ["资金保障", "10", "10"],
      ["项目管理", "20", "19.36"],
      ["资金使用成效", "55", "55"],
      ["加分", "10", "10"],
      ["减分", "30", "0"],
    ]);
    expect(place?.top).toBeGreaterThan(model.print.area.bottom);
  });
});

describe("entries that do not count", () => {
  const items = sampleItems().map((item) =>
    item.no === "1" ? { ...item, score: undefined, status: "missing" as const, basis: "超出范围" } : item,
  );
  const answers = { ...sampleEvaluation().answers, scores: { "1": "7" } };
  const score = { ...sampleEvaluation().score, items, complete: false };
  const model = scoreSheet(sampleEvaluation({ score, answers }), pack);

  test("stay as typed, flagged, and the total says that it is not complete", () => {
    expect(rowOf(model, "1")[SCORE]).toEqual({
      value: { kind: "number", value: "7" },
      style: "error",
      entry: { kind: "score", no: "1" },
    });
    expect(shown(rowOf(model, "总分（基础得分＋加分－减分）")[7])).toContain("尚未得分：1。");
  });

  test("text that is no number stays text", () => {
    const typed = scoreSheet(
      sampleEvaluation({ score, answers: { ...answers, scores: { "1": "=5" } } }),
      pack,
    );
    expect(rowOf(typed, "1")[SCORE]?.value).toEqual({ kind: "text", text: "=5" });
  });
});

test("in English the headings keep the Chinese form's words in their first line", () => {
  const model = scoreSheet(sampleEvaluation({ language: "en" }), pack);
  const header = model.rows[model.print.titleRows?.first ?? -1]?.cells.map(shown) ?? [];
  expect(header[0]).toBe("序号\nNo.");
  expect(header[6]).toBe("自评得分\nScore");
  expect(model.rows.flatMap(({ cells }) => cells.map(shown))).toContain("Funding: subtotal");
});
