/** One fact told several times: how far apart its values are, and whether they are one fact at all. */
import { describe, expect, test } from "@jest/globals";
import { checkNarrative } from "../../../src/core/narrative/check";
import { narrativeOfText } from "../../../src/core/narrative/document";
import type { ReportFinding } from "../../../src/core/narrative/finding";
import { xjBridging2021 } from "../../../src/packs/xj-bridging-2021/index";

function found(text: string): readonly ReportFinding[] {
  return checkNarrative(narrativeOfText(text), xjBridging2021, { language: "zh-CN" }).findings;
}

describe("the funds in place, told twice", () => {
  test.each([
    ["the same digits", "142900.108", []],
    ["rounded to two decimals", "142900.11", ["notice"]],
    ["cut off at two decimals", "142900.10", ["warning"]],
    ["another figure", "143400.108", ["error"]],
  ] as const)("%s", (_name, again, severities) => {
    const text = `全州到位衔接资金142900.108万元。年底核对，全州到位衔接资金${again}万元。`;
    const findings = found(text);
    expect(findings.map(({ rule }) => rule)).toEqual(severities.map(() => "report.repeated"));
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
    expect(findings.map(({ confidence }) => confidence)).toEqual(severities.map(() => "sure"));
  });

  test("side by side in one sentence they may be two things: to look at, no error", () => {
    const [finding, ...rest] = found("全州到位衔接资金142900.108万元，到位衔接资金143400.108万元。");
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ rule: "report.repeated", severity: "warning", confidence: "look" });
  });

  test("what the report itself calls rounding needs no word below an error", () => {
    const text =
      "全州到位衔接资金142900.108万元。全州到位衔接资金142900.11万元（四舍五入）。全州到位衔接资金143400.108万元。";
    expect(found(text).map(({ severity }) => severity)).toEqual(["error"]);
    expect(found(text.replace(/全州到位衔接资金143400.108万元。$/u, ""))).toEqual([]);
  });

  test("as of several days it is a course of events", () => {
    expect(found("截至6月30日，全州到位衔接资金100万元。截至11月30日，全州到位衔接资金200万元。")).toEqual(
      [],
    );
  });

  test("a text with fifty values shows the first forty", () => {
    const values = Array.from({ length: 50 }, (_, at) => `${1000 + 50 * at}`);
    const [finding] = found(values.map((value) => `全州到位衔接资金${value}万元。`).join(""));
    expect(finding?.figures).toEqual(values.slice(0, 40));
  });
});

describe("a balance in a sentence of its own", () => {
  test.each([
    ["334.268", []],
    ["334.26", ["notice"]],
    ["434.268", ["error"]],
  ] as const)("%s of 142900.108 - 142565.84 = 334.268", (balance, severities) => {
    const text = `全州到位衔接资金142900.108万元。全州衔接资金支出142565.84万元。全州结转衔接资金${balance}万元。`;
    const findings = found(text).filter(({ rule }) => rule === "report.balance");
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
  });
});

describe("to look at", () => {
  test("a balance of none of several amounts", () => {
    const [finding, ...rest] = found("到位中央资金1000万元、整合资金200万元，支出900万元，结余250万元。");
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ rule: "report.balance", severity: "warning", confidence: "look" });
  });

  test("a rate of one of two amounts is told by the one that comes nearest", () => {
    // 1800 ÷ 3000 = 60%; 1800 ÷ 2700 = 66.67%, cut off 66.6%.
    const [finding, ...rest] = found("到位2700万元，计划3000万元，支出1800万元，支出率66.6%。");
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      rule: "report.rate",
      severity: "warning",
      confidence: "look",
      figures: ["66.6", "1800", "2700"],
    });
  });
});

test("of many amounts that a rate may be of, the nearest is named", () => {
  // 1080 ÷ 1650 = 65.45%; 300 ÷ 459 = 65.36%; of the last kind alone it would be 216%.
  const [finding, ...rest] = found(
    "全州共有监测对象459户1650人，其中脱贫不稳定户320户1150人，突发严重困难户139户500人；已消除风险300户1080人，占75.36%。",
  );
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({
    rule: "report.rate",
    confidence: "look",
    figures: ["75.36", "1080", "1650"],
  });
});

test("one of each of several is neither told as parts nor as a second value", () => {
  expect(
    found("到位中央资金5000万元、自治区资金2000万元，分别支出4800万元、1900万元，支出率分别为96%、95%。"),
  ).toEqual([]);
  expect(
    found(
      "全县到位衔接资金8000万元，其中中央资金5000万元、自治区资金3000万元；支出7600万元，其中中央资金4800万元、自治区资金2800万元。",
    ),
  ).toEqual([]);
});

test("what was spent of each source is not what the source is, however the list is opened", () => {
  const told = (list: string): readonly string[] =>
    checkNarrative(narrativeOfText(`全县到位衔接资金8000万元，支出7600万元，${list}。`), xjBridging2021, {
      language: "zh-CN",
    }).stated;
  expect(told("分别为中央资金4800万元、自治区资金1900万元、县级资金900万元")).toEqual([
    "funds.total",
    "execution.spent",
  ]);
  expect(told("其中中央资金4800万元、自治区资金1900万元、县级资金900万元")).toEqual([
    "funds.total",
    "execution.spent",
  ]);
});

describe("a source's bare name is of what stands before it", () => {
  const stated = (text: string): readonly string[] =>
    checkNarrative(narrativeOfText(text), xjBridging2021, { language: "zh-CN" }).stated;

  test.each([
    "共移交资产218462.48万元，其中：县级84709.7万元、村级59063.22万元。",
    "产业发展资金1000万元，中央800万元，自治区200万元。",
    "实施产业项目投资1000万元：中央800万元、自治区200万元。",
    "产业发展资金1000万元，其中中央资金800万元、自治区资金200万元。",
    "产业发展资金1000万元。其中：中央资金800万元、自治区资金200万元。",
  ])("%s tells nothing of the funds' sources", (text) => {
    expect(stated(text)).toEqual([]);
  });

  test.each([
    [
      "全州到位衔接资金8000万元，其中中央5000万元、自治区3000万元。",
      ["funds.total", "funds.central", "funds.region"],
    ],
    ["共筹措各类资金8000万元，其中中央5000万元、自治区3000万元。", ["funds.central", "funds.region"]],
    [
      "共筹措各类资金8000万元。其中：中央资金5000万元、自治区资金3000万元。",
      ["funds.central", "funds.region"],
    ],
    ["中央5000万元、自治区3000万元。", ["funds.central", "funds.region"]],
    ["产业发展资金1000万元，中央衔接资金5000万元。", ["funds.central"]],
  ])("%s does", (text, facts) => {
    expect(stated(text)).toEqual(facts);
  });
});

test("a sentence of more figures than prose has is a table that lost its lines, and says nothing", () => {
  const figures = Array.from({ length: 130 }, () => "1万元").join("、");
  expect(found(`共安排资金500万元，其中：${figures}，合计7万元。`)).toEqual([]);
});
