/** The contradictions of the public report, told in sentences of our own: what must be found and what must not. */
import { describe, expect, test } from "@jest/globals";
import { checkNarrative } from "../../../src/core/narrative/check";
import { narrativeOfText } from "../../../src/core/narrative/document";
import type { ReportFinding } from "../../../src/core/narrative/finding";
import { xjBridging2021 } from "../../../src/packs/xj-bridging-2021/index";
import { OWN_WORDS } from "./fragments";

function findingsOf(text: string): readonly ReportFinding[] {
  return checkNarrative(narrativeOfText(text), xjBridging2021, { language: "zh-CN" }).findings;
}

const findings = findingsOf(OWN_WORDS);
const of = (rule: string): readonly ReportFinding[] => findings.filter((finding) => finding.rule === rule);

describe("found, each sure and with its figures", () => {
  test("funds in place against their listed parts", () => {
    const [finding, ...rest] = of("report.parts");
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      severity: "error",
      confidence: "sure",
      figures: ["143400.108", "37585", "507.348", "3500", "100000", "1407.76"],
      difference: "400",
    });
    expect(finding?.quote).toMatch(/^完成情况：本州全年共到位.*县市级1407\.76万元）。$/u);
  });

  test("the prefecture's funds: one fact, three values, all four places quoted", () => {
    const [finding, ...rest] = of("report.repeated");
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      severity: "error",
      confidence: "sure",
      fact: "funds.prefecture",
      figures: ["3500", "3900", "3400"],
    });
    const marked = finding?.quotes.map(({ text, marks }) =>
      marks.map(({ start, end }) => text.slice(start, end)),
    );
    expect(marked).toEqual([["3500万元"], ["3900万元"], ["3400万元"], ["3400万元"]]);
  });

  test("the total against the one behind 14.29亿元", () => {
    expect(of("report.same")).toMatchObject([
      { severity: "error", confidence: "sure", figures: ["143400.108", "142900.108"], difference: "500" },
    ]);
    expect(of("report.same")[0]?.quotes).toHaveLength(3);
    expect(of("report.same")[0]?.message).toContain("14.29亿元（所列各部分之和 142900.108万元）");
  });

  test("the rate, which is that of the other total", () => {
    const [finding] = of("report.rate");
    expect(of("report.rate")).toHaveLength(1);
    expect(finding).toMatchObject({
      severity: "error",
      confidence: "sure",
      figures: ["99.77", "142565.84", "143400.108"],
    });
    expect(finding?.message).toContain("99.42%");
    expect(finding?.message).toContain("142900.108");
  });

  test("231 declared targets against 275 projects", () => {
    expect(of("report.progress")).toMatchObject([
      { severity: "warning", confidence: "sure", figures: ["231", "275"], difference: "-44" },
    ]);
  });

  test("scores that sum to 85 against 100, with the scaling that explains it", () => {
    const [finding, ...rest] = of("report.score-sum");
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ severity: "warning", left: { value: "100" }, right: { value: "85" } });
    expect(finding?.message).toContain("100 × 85 ÷ 85 ＝ 100");
    expect(finding?.message).toContain("指标 13");
  });

  test("the balance as a notice: rounding explains 0.008 in the report's own figures", () => {
    expect(of("report.balance")).toMatchObject([
      { severity: "notice", left: { value: "334.268" }, right: { value: "334.26" }, difference: "0.008" },
    ]);
  });
});

test("nothing else is reported: no assets, shares, carry-over, earlier year, dates, document numbers", () => {
  expect(findings.map(({ rule }) => rule).sort()).toEqual([
    "report.balance",
    "report.parts",
    "report.progress",
    "report.rate",
    "report.repeated",
    "report.same",
    "report.score-sum",
  ]);
});

/** The same report with its contradictions mended. */
const MENDED = OWN_WORDS.replaceAll("143400.108", "142900.108")
  .replace("州本级3500", "州本级3400")
  .replace("3900", "3400")
  .replace("231个", "275个")
  .replace("余额334.26万元（质保金除外）", "余额334.26万元（有尾差）")
  .replace("本州自评得分100分", "折算后本州自评得分100分");

describe("mended", () => {
  test("nothing is reported but the balance stated again without its note", () => {
    expect(findingsOf(MENDED).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([]);
  });

  const CHANGES: readonly (readonly [string, string])[] = [
    ["（中央资金37585万元", "（中央资金37586万元"],
    ["到位衔接资金142900.108万元（", "到位衔接资金142901.108万元（"],
    ["到位衔接资金共计142900.108", "到位衔接资金共计142909.108"],
    ["中央提前批资金14645万元；", "中央提前批资金14654万元；"],
    ["2020年12月28日下达自治区资金507.348", "2020年12月28日下达自治区资金507.384"],
    ["自治州配套资金3400", "自治州配套资金3401"],
    ["中央新增资金22940", "中央新增资金22490"],
    ["2021年4月15日下达地方政府债券资金100000", "2021年4月15日下达地方政府债券资金10000"],
    ["各县市配套资金1407.76", "各县市配套资金1407.67"],
    ["275个项目绩效目标", "257个项目绩效目标"],
    ["资产原值218462.48", "资产原值218462.84"],
    ["到户原值65185.23", "到户原值65185.32"],
    ["到县（行业部门）原值84709.7", "到县（行业部门）原值84709.6"],
    ["实施项目275个，涉及", "实施项目276个，涉及"],
    ["涉及资金14.29", "涉及资金14.34"],
    ["衔接资金38092.348", "衔接资金38092.448"],
    [
      "其中：中央、自治区衔接资金38092.348万元，地方政府债券资金100000",
      "其中：中央、自治区衔接资金38092.348万元，地方政府债券资金100100",
    ],
    ["已开工275", "已开工276"],
    ["开工率100%", "开工率99%"],
    ["已完工275", "已完工257"],
    ["资金支出142565.84", "资金支出142556.84"],
    ["支出率99.77%", "支出率99.76%"],
    ["余额334.26", "余额343.26"],
    ["衔接资金334.26", "衔接资金334.62"],
    ["结转资金176.20", "结转资金176.30"],
    ["结转资金92.22", "结转资金91.22"],
    ["用于产业的资金为11645.27", "用于产业的资金为11654.27"],
    ["占比60.38%", "占比60.39%"],
    ["中央财政衔接资金22940", "中央财政衔接资金22930"],
    ["占比79.66%", "占比79.76%"],
    ["总计得分110", "总计得分109"],
  ];
  test.each(CHANGES)("one figure changed: %s", (from, to) => {
    expect(MENDED.split(from)).toHaveLength(2);
    const changed = findingsOf(MENDED.replace(from, to)).filter(
      ({ confidence, severity }) => confidence === "sure" && severity !== "notice",
    );
    expect(changed.length).toBeGreaterThan(0);
  });
});
