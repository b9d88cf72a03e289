/** The scores of the sample workbooks with the manual scores that the public report claims. */
import { describe, expect, test } from "@jest/globals";
import { type Answers, NO_ANSWERS } from "../../../src/core/answers/answers";
import { runChecks } from "../../../src/core/checks/run";
import type { Language } from "../../../src/core/pack/pack";
import { createContext } from "../../../src/core/rules/language";
import { computeScore } from "../../../src/core/scoring/compute";
import type { Score } from "../../../src/core/scoring/score";
import { recognise } from "../../../src/core/tables/recognise";
import { areaAddress } from "../../../src/core/workbook/address";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021/index";
import { CLAIMED } from "../../support/claimed";
import { loadWithLibrary } from "../../support/load-with-library";

function scoreOf(sample: string, answers: Partial<Answers> = {}, language: Language = "zh-CN"): Score {
  const workbook = loadWithLibrary(`assets/samples/${sample}.xlsx`);
  const recognition = recognise(workbook, pack.tables, { dimensions: pack.dimensions, year: 2021 });
  const context = createContext(pack, recognition, workbook);
  const checks = runChecks(context, { language });
  return computeScore(pack, context, checks, { ...NO_ANSWERS, ...answers }, language);
}

const item = (score: Score, no: string) => score.items.find((each) => each.no === no);

describe("bazhou-2021-consistent", () => {
  const score = scoreOf("bazhou-2021-consistent", CLAIMED);

  test("computed scores", () => {
    const computed = score.items.filter(({ status }) => status === "computed");
    expect(Object.fromEntries(computed.map((each) => [each.no, each.score]))).toEqual({
      "2": "5",
      "4": "3.36",
      "6": "4",
      "7": "4",
      "8": "10",
      "9": "10",
      "12": "7",
    });
  });

  test("base 99.25 of 84.36 over 85, bonus 10, total 109.25", () => {
    expect(score).toMatchObject({
      baseSum: "84.36",
      applicableMax: "85",
      base: "99.25",
      bonus: "10",
      deduction: "0",
      total: "109.25",
      complete: true,
    });
    expect(score.baseBasis).toBe(
      "100 × 84.36 ÷ 85 = 99.25（得分合计 ÷ 适用指标满分合计；不适用：13 资金统筹整合使用成效情况）",
    );
    expect(item(score, "13")).toMatchObject({ status: "not-applicable", score: undefined });
  });

  test("each basis tells the figures, and the cells lead to them", () => {
    expect(item(score, "4")?.basis).toBe("231 ÷ 275 × 4，得 3.36 分");
    expect(item(score, "9")?.basis).toBe("142565.84 ÷ 142900.108 = 99.77%，不低于 92%，按满分计，得 10 分");
    expect(item(score, "9")?.cells.map(areaAddress)).toEqual(["'表4预算执行'!D13", "'表4预算执行'!C13"]);
    expect(item(score, "4")?.cells.map(areaAddress)).toContain("'表3项目明细'!R5:R279");
    expect(item(score, "12")?.basis).toContain("= 80.1%，不低于 50%，按满分计");
    expect(item(score, "7")?.basis).toBe("2 组校验全部通过，得 4 分");
  });

  test("facts are told with figures and units", () => {
    expect(item(score, "9")?.facts).toBe(
      "预算安排142900.108万元，实际支出142565.84万元，执行率99.77%，结转结余334.26万元。",
    );
    expect(item(score, "10")?.facts).toBe("集中排查4219户13140人，已消除返贫风险459户1650人。");
  });

  test("all but item 7 have a live formula", () => {
    const live = score.items.filter(({ formula }) => formula.kind === "formula").map(({ no }) => no);
    expect(live).toEqual(["2", "4", "6", "8", "9", "12"]);
    expect(item(score, "9")?.formula).toEqual({
      kind: "formula",
      text:
        "ROUND(MAX(0,MIN(10,(((('表4预算执行'!$D$13/'表4预算执行'!$C$13)-0.8)/0.12)*10)))" +
        "+SIGN(MAX(0,MIN(10,(((('表4预算执行'!$D$13/'表4预算执行'!$C$13)-0.8)/0.12)*10))))*0.0000000001,2)",
    });
  });
});

test("without answers every entered item is missing, counts 0 and keeps its maximum", () => {
  const score = scoreOf("bazhou-2021-consistent");
  expect(score).toMatchObject({
    baseSum: "43.36",
    applicableMax: "100",
    base: "43.36",
    total: "43.36",
    complete: false,
  });
});

test("the other sample scores the same, since what it contradicts is not what scores rest on", () => {
  const score = scoreOf("bazhou-2021-as-reported", CLAIMED);
  expect(score).toMatchObject({ base: "99.25", total: "109.25", complete: true });
  expect(item(score, "17")?.basis).toBe(
    "手工填报，扣 0 分。提示：还有 6 处错误未作说明，请先核实；程序不据此扣分",
  );
});

test("English says the same", () => {
  const score = scoreOf("bazhou-2021-consistent", CLAIMED, "en");
  expect(item(score, "9")?.basis).toBe(
    "142565.84 ÷ 142900.108 = 99.77%, at least 92%, the maximum: 10 points",
  );
  expect(item(score, "9")?.sectionName).toBe("Results of spending");
});
