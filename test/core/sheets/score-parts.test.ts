/** Parts of a score that other notices have: several bonus sections under one cap, long sections, missing scores. */
import { describe, expect, test } from "@jest/globals";
import type { Pack } from "../../../src/core/pack/pack";
import type { ScoreItem } from "../../../src/core/scoring/score";
import type { CellModel, SheetModel } from "../../../src/core/sheets/model";
import { scoreSheet } from "../../../src/core/sheets/score-sheet";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021";
import { sampleEvaluation, sampleItems } from "../../support/evaluations";

const SCORE = 6;
const BASIS = 7;

function shown(cell: CellModel | undefined): string {
  if (cell === undefined || cell.value.kind === "empty") return "";
  return cell.value.kind === "text" ? cell.value.text : cell.value.value;
}

function rowNumber(model: SheetModel, label: string): number {
  const row = model.rows.findIndex(({ cells }) => shown(cells[0]) === label);
  if (row < 0) throw new Error(`no row ${label}`);
  return row;
}

function scoreOf(model: SheetModel, label: string): CellModel | undefined {
  return model.rows[rowNumber(model, label)]?.cells[SCORE];
}

function sheet(
  change: (item: ScoreItem) => ScoreItem,
  more: { readonly pack?: Pack; readonly bonus?: string; readonly language?: "zh-CN" | "en" } = {},
): SheetModel {
  const language = more.language ?? "zh-CN";
  const { score } = sampleEvaluation();
  const items = sampleItems(language).map(change);
  const evaluation = sampleEvaluation({ language, score: { ...score, items, bonus: more.bonus ?? "10" } });
  return scoreSheet(evaluation, more.pack ?? pack);
}

describe("two bonus sections", () => {
  const apart = (item: ScoreItem): ScoreItem =>
    item.no === "15" ? { ...item, section: "daily", sectionName: "日常" } : item;

  test("each has its own subtotal, one cap goes over both, and the total adds the cap's row alone", () => {
    const scale = { ...pack.scale, maxBonus: "8" };
    const model = sheet(apart, { pack: { ...pack, scale }, bonus: "8" });
    const [first, second] = [rowNumber(model, "加分小计"), rowNumber(model, "日常小计")];
    expect([first, second].map((row) => shown(model.rows[row]?.cells[SCORE]))).toEqual(["5", "5"]);
    const cap = scoreOf(model, "加分、日常合计（最高8分）");
    expect(cap?.value).toEqual({
      kind: "formula",
      formula: `MIN(8,ROUND(G${first + 1}+G${second + 1},2))`,
      value: "8",
      type: "number",
    });
    const total = scoreOf(model, "总分（基础得分＋加分－减分）")?.value;
    const capRow = rowNumber(model, "加分、日常合计（最高8分）") + 1;
    expect(total?.kind === "formula" ? total.formula : "").toContain(`+G${capRow}-`);
    expect(total?.kind === "formula" ? total.formula : "").not.toContain(`+G${first + 1}`);
  });

  test("in English their names are parted by a comma", () => {
    const model = sheet(
      (item) => (item.no === "15" ? { ...item, section: "daily", sectionName: "Daily" } : item),
      {
        language: "en",
      },
    );
    expect(shown(model.rows[rowNumber(model, "Bonus, Daily: total, at most 10")]?.cells[SCORE])).toBe("10");
  });
});

test("a section's own cap holds in value and formula", () => {
  const model = sheet((item) => item, { pack: { ...pack, scale: { ...pack.scale, maxBonus: "8" } } });
  const value = scoreOf(model, "加分合计（最高8分）")?.value;
  expect(value).toMatchObject({ kind: "formula", value: "8" });
  expect(value?.kind === "formula" ? value.formula : "").toMatch(/^MIN\(8,ROUND\(/);
});

test("a section of a hundred entries still has a live sum that a cell can hold", () => {
  const items = Array.from({ length: 100 }, (_, index) => ({
    ...(sampleItems()[0] as ScoreItem),
    no: `1.${index + 1}`,
  }));
  const { score } = sampleEvaluation();
  const model = scoreSheet(sampleEvaluation({ score: { ...score, items } }), pack);
  const first = rowNumber(model, "1.1") + 1;
  const sum = scoreOf(model, "资金保障小计")?.value;
  expect(sum?.kind === "formula" ? sum.formula : "").toBe(`ROUND(SUM(G${first}:G${first + 99}),2)`);
});

test("a computed score that is missing leaves its cell blank and no entry", () => {
  const model = sheet((item) =>
    item.no === "9" ? { ...item, score: undefined, status: "missing", basis: "没有找到表4" } : item,
  );
  expect(scoreOf(model, "9")).toEqual({ value: { kind: "empty" }, style: "score" });
});

test("a computed score that may not apply is an entry too: a word in its place counts 0 and takes its points out", () => {
  const model = sheet((item) => (item.no === "9" ? { ...item, mayNotApply: true } : item));
  expect(scoreOf(model, "9")).toMatchObject({
    value: { kind: "formula" },
    entry: { kind: "score", no: "9" },
  });
  const cell = `G${rowNumber(model, "9") + 1}`;
  const max = `D${rowNumber(model, "9") + 1}`;
  const row = model.rows[rowNumber(model, "资金使用成效小计")]?.cells;
  const formulas = [row?.[3]?.value, row?.[SCORE]?.value].map((value) =>
    value?.kind === "formula" ? value.formula : "",
  );
  expect(formulas[0]).toMatch(new RegExp(`-IF\\(OR\\(${cell}="[^)]*\\),${max},0\\)`, "u"));
  expect(formulas[1]).toContain(`IF(ISNUMBER(${cell}),${cell},0)`);
});

test("of more than eight places the first eight are named, and how many there are", () => {
  const cells = Array.from({ length: 10 }, (_, row) => ({
    sheet: "表1",
    top: row,
    left: 0,
    bottom: row,
    right: 0,
  }));
  const basis = (language: "zh-CN" | "en"): string => {
    const model = sheet((item) => (item.no === "9" ? { ...item, cells } : item), { language });
    return shown(model.rows[rowNumber(model, "9")]?.cells[BASIS]);
  };
  expect(basis("zh-CN")).toContain("表1!A1、A2、A3、A4、A5、A6、A7、A8 等10处");
  expect(basis("en")).toContain("表1!A1, A2, A3, A4, A5, A6, A7, A8 and others, 10 in all");
});

test("a pack of every year names none", () => {
  const { year: _year, attachment: _attachment, ...yearly } = pack;
  expect(shown(sheet((item) => item, { pack: yearly }).rows[0]?.cells[0])).toBe("绩效自评得分表");
});

test("what the rules were changed by stands below the form", () => {
  const notes = (summary: string): readonly string[] => {
    const revision = { summary, changes: [], off: [], problems: [] };
    return scoreSheet(sampleEvaluation({ revision }), pack).rows.map(({ cells }) => shown(cells[0]));
  };
  expect(notes("已按设置停用1条规则。")).toContain("已按设置停用1条规则。");
  expect(notes("")).toEqual(scoreSheet(sampleEvaluation(), pack).rows.map(({ cells }) => shown(cells[0])));
});
