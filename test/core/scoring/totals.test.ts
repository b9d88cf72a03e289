/** Totals over a pack of entered scores alone: no workbook takes part. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import Decimal from "decimal.js";
import { NO_ANSWERS, type Answers } from "../../../src/core/answers/answers";
import type { CheckResult, Finding } from "../../../src/core/checks/finding";
import type { IndicatorSpec, Language, Pack } from "../../../src/core/pack/pack";
import { createContext } from "../../../src/core/rules/language";
import { computeScore } from "../../../src/core/scoring/compute";
import type { Score } from "../../../src/core/scoring/score";
import { workbookOf } from "../../../src/core/workbook/snapshot";

const text = (words: string) => ({ "zh-CN": words, en: words });

function indicator(
  no: string,
  section: string,
  max: string,
  more: Partial<IndicatorSpec> = {},
): IndicatorSpec {
  const name = section === "base" ? "manual" : section;
  return { no, section, max, label: text(`指标${no}`), criterion: text("x"), method: { name }, ...more };
}

function packOf(indicators: readonly IndicatorSpec[]): Pack {
  return {
    format: 1,
    id: "made",
    version: "1",
    title: text("x"),
    sources: [],
    judgement: { decimals: {}, rateDecimals: 4, cap: 10 },
    dimensions: [],
    tables: [],
    checks: [],
    sections: [
      { id: "base", label: text("基本"), part: "base" },
      { id: "bonus", label: text("加分"), part: "bonus" },
      { id: "deduction", label: text("减分"), part: "deduction" },
    ],
    indicators,
    scale: { base: "100", maxBonus: "10", maxDeduction: "30", decimals: 2 },
  };
}

const NO_CHECKS: CheckResult = {
  findings: [],
  notRun: [],
  counts: { run: 0, passed: 0, errors: 0, warnings: 0, notices: 0 },
};

function scoreOf(
  indicators: readonly IndicatorSpec[],
  answers: Partial<Answers>,
  checks = NO_CHECKS,
  language: Language = "zh-CN",
): Score {
  const pack = packOf(indicators);
  const recognition = { tables: [], missing: [], ambiguous: [], missingColumns: [] };
  const context = createContext(pack, recognition, workbookOf([]));
  return computeScore(pack, context, checks, { ...NO_ANSWERS, ...answers }, language);
}

describe("the base", () => {
  const ITEMS = [
    indicator("1", "base", "5"),
    indicator("2", "base", "80", { mayNotApply: true }),
    indicator("3", "base", "15", { mayNotApply: true }),
  ];

  test("what does not apply leaves the maximum, and the rest is scaled to 100", () => {
    const score = scoreOf(ITEMS, { scores: { "1": "4.4", "2": "80" }, notApplicable: ["3"] });
    // 100 × 84.4 ÷ 85 = 99.294…
    expect(score).toMatchObject({
      base: "99.29",
      baseSum: "84.4",
      applicableMax: "85",
      total: "99.29",
      complete: true,
    });
    expect(score.baseBasis).toBe("100 × 84.4 ÷ 85 = 99.29（得分合计 ÷ 适用指标满分合计；不适用：3 指标3）");
    expect(score.items[2]).toMatchObject({ status: "not-applicable", score: undefined });
    expect(score.items[2]?.basis).toContain("100 × 84.4 ÷ 85 = 99.29");
  });

  test("a missing item counts 0, keeps its maximum and makes the score incomplete", () => {
    const score = scoreOf(ITEMS, { scores: { "1": "5", "2": "80" } });
    expect(score).toMatchObject({ base: "85", applicableMax: "100", complete: false });
    expect(score.items[2]).toMatchObject({
      status: "missing",
      score: undefined,
      basis: "尚未填报；请填 0 至 15 分",
    });
  });

  test("not applicable counts only where the notice allows it", () => {
    const score = scoreOf(ITEMS, { scores: { "1": "5" }, notApplicable: ["1", "2"] });
    expect(score.items.map(({ status }) => status)).toEqual(["manual", "not-applicable", "missing"]);
  });

  test("nothing applicable is a base of 0, not a division by 0", () => {
    const items = [indicator("1", "base", "5", { mayNotApply: true })];
    expect(scoreOf(items, { notApplicable: ["1"] })).toMatchObject({
      base: "0",
      total: "0",
      baseBasis: "没有适用的指标，基本分为 0",
    });
  });

  test("is rounded half up once", () => {
    // 100 × 0.1 ÷ 16 = 0.625
    expect(scoreOf([indicator("1", "base", "16")], { scores: { "1": "0.1" } }).base).toBe("0.63");
  });
});

describe("bonus and deductions", () => {
  const ITEMS = [
    indicator("1", "base", "10"),
    indicator("2", "bonus", "5"),
    indicator("3", "bonus", "8"),
    indicator("4", "deduction", "20"),
    indicator("5", "deduction", "15"),
  ];

  test("are held to their limits", () => {
    const score = scoreOf(ITEMS, { scores: { "1": "10", "2": "5", "3": "8", "4": "20", "5": "15" } });
    expect(score).toMatchObject({ base: "100", bonus: "10", deduction: "30", total: "80" });
  });

  test("a deduction is positive points off", () => {
    const score = scoreOf(ITEMS, { scores: { "1": "10", "2": "0", "3": "2.5", "4": "1.5", "5": "0" } });
    expect(score).toMatchObject({ bonus: "2.5", deduction: "1.5", total: "101", complete: true });
    expect(score.items[3]?.basis).toBe("手工填报，扣 1.5 分");
  });
});

describe("an entry", () => {
  test.each(["-1", "5.1", "4.25", "４", "1e0", "five", "+1", "5 分", "NaN"])(
    "%s of 5 is not counted and is told",
    (entry) => {
      const score = scoreOf([indicator("1", "base", "5")], { scores: { "1": entry } });
      expect(score.items[0]).toMatchObject({ status: "missing", score: undefined });
      expect(score.items[0]?.basis).toContain(`「${entry}」不是 0 至 5 之间`);
      expect(score.complete).toBe(false);
    },
  );

  test("0 and the maximum count", () => {
    expect(scoreOf([indicator("1", "base", "5")], { scores: { "1": "0" } })).toMatchObject({
      base: "0",
      complete: true,
    });
    expect(scoreOf([indicator("1", "base", "5")], { scores: { "1": "5.0" } }).items[0]?.score).toBe("5");
  });

  test("says that it is the officer's, with evidence, and has no formula", () => {
    const score = scoreOf([indicator("1", "base", "5")], {
      scores: { "1": "4.5" },
      evidence: { "1": "巴财农〔2021〕31号" },
    });
    expect(score.items[0]).toMatchObject({
      entered: true,
      evidence: "巴财农〔2021〕31号",
      basis: "手工填报，满分 5 分，自评 4.5 分",
      formula: { kind: "value", why: "手工填报的分数，没有公式" },
    });
  });
});

test("unexplained errors are told beside the deduction that asks for it, and take nothing off", () => {
  const finding = (explanation?: string): Finding => ({
    rule: "r",
    severity: "error",
    table: "t",
    cell: undefined,
    message: "",
    key: { rule: "r", table: "t", row: "", column: "", left: "", right: "" },
    ...(explanation === undefined ? {} : { explanation }),
  });
  const items = [
    indicator("1", "base", "10"),
    indicator("2", "deduction", "10", { method: { name: "deduction", tellsErrors: true } }),
  ];
  const checks = { ...NO_CHECKS, findings: [finding(), finding(), finding("已核实")] };
  const score = scoreOf(items, { scores: { "1": "10", "2": "0" } }, checks);
  expect(score.items[1]?.basis).toBe(
    "手工填报，扣 0 分。提示：还有 2 处错误未作说明，请先核实；程序不据此扣分",
  );
  expect(score.total).toBe("100");
  expect(scoreOf(items, { scores: { "2": "0" } }, checks, "en").items[1]?.basis).toBe(
    "entered by hand, 0 points taken off. Note: errors not explained yet: 2; look into them first, the program takes nothing off for them",
  );
});

test("a faulty method leaves no score and says why, and the rest is scored", () => {
  const items = [
    indicator("1", "base", "10", { method: { name: "unheard-of" } }),
    indicator("2", "base", "10"),
  ];
  const score = scoreOf(items, { scores: { "2": "10" } });
  expect(score).toMatchObject({ base: "50", complete: false });
  expect(score.items[0]?.basis).toContain("unheard-of");
});

test("the total is never other than base + bonus − deductions, and scores stay within their maxima", () => {
  const points = fc.integer({ min: 0, max: 100 }).map((tenths) => new Decimal(tenths).div(10).toFixed());
  fc.assert(
    fc.property(points, points, points, fc.boolean(), (one, more, less, applies) => {
      const items = [
        indicator("1", "base", "10"),
        indicator("2", "base", "7", { mayNotApply: true }),
        indicator("3", "bonus", "10"),
        indicator("4", "deduction", "10"),
      ];
      const score = scoreOf(items, {
        scores: { "1": one, "2": "3.5", "3": more, "4": less },
        notApplicable: applies ? [] : ["2"],
      });
      expect(score.total).toBe(new Decimal(score.base).plus(more).minus(less).toFixed());
      const sum = new Decimal(one).plus(applies ? "3.5" : "0");
      const max = applies ? 17 : 10;
      expect(new Decimal(score.base).minus(sum.times(100).div(max)).abs().lessThanOrEqualTo("0.005")).toBe(
        true,
      );
    }),
  );
});
