/** The scores that a report claims, against their own sum, base, bonus and total, and against the workbook's score. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { NO_ANSWERS } from "../../../src/core/answers/answers";
import { type Evaluation, evaluate } from "../../../src/core/evaluate";
import { checkNarrative, claimedScores } from "../../../src/core/narrative/check";
import { narrativeOfText } from "../../../src/core/narrative/document";
import type { ReportFinding } from "../../../src/core/narrative/finding";
import { openWorkbook } from "../../../src/hosts/file/open";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021/index";
import { CLAIMED } from "../../support/claimed";

/** The twelve indicators that apply, each with its maximum: 5+5+4+4+4+4+4+10+10+8+20+7 = 85. */
const POINTS = [5, 5, 4, 4, 4, 4, 4, 10, 10, 8, 20, 7];

function claimed(points: readonly number[], result: string): string {
  const items = points.map((score, index) => {
    const indicator = pack.indicators[index];
    return `${indicator?.no ?? ""}.${indicator?.label["zh-CN"] ?? ""}。\n自评得分：${score}分。`;
  });
  return [...items, `自评结果：${result}`].join("\n");
}

function found(text: string, workbook?: Evaluation): readonly ReportFinding[] {
  const options = { language: "zh-CN", ...(workbook === undefined ? {} : { workbook }) } as const;
  return checkNarrative(narrativeOfText(text), pack, options).findings;
}

describe("the sum of the indicators' scores", () => {
  test.each([
    ["is the base", POINTS, "自评得分85分，总计得分85分。", []],
    ["is scaled, as the report says", POINTS, "自评得分合计85分，折算后自评得分100分，总计得分100分。", []],
    ["is scaled without a word", POINTS, "自评得分100分，总计得分100分。", [["warning", "sure", "15"]]],
    [
      "is neither the base nor scaled to it",
      POINTS,
      "自评得分90分，总计得分90分。",
      [["error", "sure", "5"]],
    ],
    ["with all thirteen scored", [...POINTS, 15], "自评得分98分，总计得分98分。", [["error", "sure", "-2"]]],
    [
      // Ten indicators may have been missed in reading.
      "of two of thirteen proves nothing",
      POINTS.slice(0, 2),
      "自评得分12分，总计得分12分。",
      [["warning", "look", "2"]],
    ],
  ] as const)("%s", (_name, points, result, expected) => {
    const findings = found(claimed(points, result));
    expect(findings.map(({ rule }) => rule)).toEqual(expected.map(() => "report.score-sum"));
    expect(
      findings.map(({ severity, confidence, difference }) => [severity, confidence, difference]),
    ).toEqual(expected);
  });
});

describe("bonus and total", () => {
  const bonus = (first: string, second: string): string =>
    `14.机制创新情况。\n自评得分：加${first}分\n15.日常工作表现。\n自评得分：加${second}分\n`;
  test.each([
    ["bonuses that add up", bonus("5", "4"), "自评得分98分，加分9分，总计得分107分。", []],
    [
      "bonuses that do not",
      bonus("5", "4"),
      "自评得分98分，加分10分，总计得分108分。",
      [["report.score-sum", "1"]],
    ],
    [
      "only one of two bonuses told",
      "14.机制创新情况。\n自评得分：加5分\n",
      "自评得分98分，加分9分，总计得分107分。",
      [],
    ],
    [
      "a total above the base without a bonus",
      "",
      "自评得分90分，总计得分95分。",
      [["report.score-total", "5"]],
    ],
    ["a deduction", "", "自评得分90分，加分5分，扣分3分，总计得分92分。", []],
    [
      "a deduction that was forgotten",
      "",
      "自评得分90分，加分5分，扣分3分，总计得分95分。",
      [["report.score-total", "3"]],
    ],
  ] as const)("%s", (_name, items, result, expected) => {
    const findings = found(`${items}自评结果：${result}`);
    expect(findings.map(({ rule, difference }) => [rule, difference])).toEqual(expected);
  });

  test("a score above its maximum", () => {
    expect(found("9.预算执行率。\n自评得分：11分。")).toMatchObject([
      { rule: "report.score-item", severity: "error", left: { value: "11" }, right: { value: "10" } },
    ]);
  });
});

describe("against a complete score of the workbook: base 99.25, total 109.25", () => {
  let evaluation: Evaluation;
  beforeAll(async () => {
    const bytes = new Uint8Array(readFileSync("assets/samples/bazhou-2021-consistent.xlsx"));
    const { snapshot } = await openWorkbook(bytes, "consistent.xlsx");
    evaluation = evaluate(
      snapshot,
      pack,
      { ...NO_ANSWERS, ...CLAIMED },
      { language: "zh-CN", withFacts: true },
    );
  });

  test.each([
    ["both are", "自评得分99.25分，加分10分，总计得分109.25分。", []],
    [
      "neither is",
      "自评得分100分，加分10分，总计得分110分。",
      [
        ["report.score-total", "0.75"],
        ["report.score-total", "0.75"],
      ],
    ],
  ] as const)("%s", (_name, result, expected) => {
    const findings = found(`自评结果：${result}`, evaluation);
    expect(findings.map(({ rule, difference }) => [rule, difference])).toEqual(expected);
  });
});

describe("which indicator a heading names", () => {
  test("its number and nearly its name go before a longer name within", () => {
    // No. 12 with two words more; no. 9's name alone would fit too.
    const text = "12.中央财政衔接资金安排用于产业的比例\n自评得分：7分。\n9.预算执行率\n自评得分：10分。";
    expect(claimedScores(narrativeOfText(text), pack)).toEqual({ "12": "7", "9": "10" });
  });

  test("of two names within one heading the longer one", () => {
    const both = {
      ...pack,
      indicators: pack.indicators.map((one) =>
        one.no === "10"
          ? { ...one, label: { "zh-CN": "预算执行率达标情况", en: "Execution rate reached" } }
          : one,
      ),
    };
    const text = "预算执行率达标情况。\n自评得分：6分。";
    expect(claimedScores(narrativeOfText(text), both)).toEqual({ "10": "6" });
    const turned = { ...both, indicators: [...both.indicators].reverse() };
    expect(claimedScores(narrativeOfText(text), turned)).toEqual({ "10": "6" });
  });

  test("another year's report claims nothing", () => {
    const text = "2022年度绩效评价自评报告\n9.预算执行率\n自评得分：10分。";
    expect(claimedScores(narrativeOfText(text), pack)).toEqual({});
  });
});
