/** Where figures stand in a text, what they are worth, and what is no figure. */
import { describe, expect, test } from "@jest/globals";
import { narrativeOfText } from "../../../src/core/narrative/document";
import { figuresInText } from "../../../src/core/narrative/figures-in-text";
import { passagesOf, quoteOf, spansOf } from "../../../src/core/narrative/passage";

/** "1520.5万元 1" for each figure: value, unit, decimals, ~ for an estimate. */
function read(text: string): readonly string[] {
  return passagesOf(narrativeOfText(text)).flatMap(({ flat }) =>
    figuresInText(flat).figures.map(
      ({ value, unit, decimals, approximate }) =>
        `${value.toFixed()}${unit.name} ${decimals}${approximate ? " ~" : ""}`,
    ),
  );
}

describe("figures in every form", () => {
  test.each([
    ["143400.108万元", ["143400.108万元 3"]],
    ["14.29 亿元", ["14.29亿元 2"]],
    ["10 万 元", ["10万元 0"]],
    ["99.77%", ["99.77% 2"]],
    ["百分之九十九", ["99% 0"]],
    ["百分之99.5", ["99.5% 1"]],
    ["百分之百", ["100% 0"]],
    ["4219 户 13140 人", ["4219户 0", "13140人 0"]],
    ["275 个", ["275个 0"]],
    ["12.5万人", ["125000人 0"]],
    ["１４３４００．１０８万元", ["143400.108万元 3"]],
    ["1,234,567.89元", ["1234567.89元 2"]],
    ["143 400.108万元", ["143400.108万元 3"]],
    ["143400\n.108万元", ["143400.108万元 3"]],
    ["1434\n00.108万元", ["143400.108万元 3"]],
    ["分别为37585、507.348、3500万元", ["37585万元 0", "507.348万元 3", "3500万元 0"]],
    ["甲和乙为12和13.5万元", ["12万元 0", "13.5万元 1"]],
    ["十四亿二千九百万元", ["142900万元 -2"]],
    ["14亿2900万元", ["142900万元 0"]],
    ["一百二十户", ["120户 0"]],
    ["资金支出14.29亿", ["14.29亿元 2"]],
    ["约1400万元", ["1400万元 0 ~"]],
    ["1400余万元", ["1400万元 0 ~"]],
    ["30-50万元", ["50万元 0 ~"]],
    ["不低于30%", ["30% 0 ~"]],
    ["98%以上", ["98% 0 ~"]],
    ["1.2万亿元", ["1200000000000元 -11"]],
    ["九十九点五%", ["99.5% 1"]],
    ["二十八天", ["28天 0"]],
    ["三千五百元", ["3500元 -2"]],
    ["三亿五千元", ["3.00005亿元 5"]],
    ["分别为37585  507.348万元", ["37585万元 0", "507.348万元 3"]],
    ["结余为-5.2万元", ["-5.2万元 1"]],
    ["资金10—15万元", ["15万元 0 ~"]],
    ["资金10一15万元", ["15万元 0 ~"]],
    ["投入资金500万元建设年产3万吨饲料厂", ["500万元 0"]],
    ["支出资金建设30万千瓦电站", []],
    ["投入1.2亿用于产业", ["1.2亿元 1"]],
    ["加5分", ["5分 0"]],
    ["用时5天", ["5天 0"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("no figures of fact", () => {
  test.each([
    "新政办函〔2021〕149号",
    "财农[2021]5号",
    "2021年4月20日至5月6日",
    "2013-2020年",
    "二〇二一年十二月",
    "1.高度重视",
    "（3）强化监管",
    "落实“四个不摘”和“3331”办法",
    "《2021年度100个示范村方案》",
    "12317平台",
    "0996-2012345",
    "13812345678",
    "第3批第12号",
    "一个方面两个问题三是",
    "提高2.5个百分点",
    "12公里道路",
    "1.2.3",
    "1,23元",
    "500kg",
    "500余",
    "千千万万户",
    "三三一机制",
    "十五个项目",
    "一百二十五公里",
    "三百六十行业",
    '落实"3331"办法',
    "123456789012345678901234567890万元",
    "COVID19",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("places", () => {
  test("a figure that a page break cut is quoted whole and from both paragraphs", () => {
    const narrative = narrativeOfText("全年共安排资金，其中第一批1434\n\n00.108 万元已经到位。");
    const [passage, ...rest] = passagesOf(narrative);
    if (passage === undefined) throw new Error("no passage");
    expect(rest).toEqual([]);
    const [figure] = figuresInText(passage.flat).figures;
    const spans = spansOf(passage, figure?.start ?? 0, figure?.end ?? 0);
    expect(spans).toEqual([
      { paragraph: 0, start: 13, end: 17 },
      { paragraph: 1, start: 0, end: 9 },
    ]);
    expect(quoteOf(narrative, spans)).toBe("143400.108 万元");
  });

  test("headings, list items and labels begin passages of their own", () => {
    const text =
      "一、基本情况\n（一）资金保障\n1.地州市履行支出责任情况\n自评得分：5分\n完成情况：全年投入资金，\n共10万元";
    expect(passagesOf(narrativeOfText(text)).map(({ flat }) => flat)).toEqual([
      "一、基本情况",
      "（一）资金保障",
      "1.地州市履行支出责任情况",
      "自评得分：5分",
      "完成情况：全年投入资金，共10万元",
    ]);
  });

  test("a bracket at the head of a line goes on with an unfinished sentence", () => {
    const text = "计划外，共300万元\n（中央100万元、县200万元）。";
    expect(passagesOf(narrativeOfText(text)).map(({ flat }) => flat)).toEqual([
      "计划外，共300万元（中央100万元、县200万元）。",
    ]);
  });

  test("cells of a table and notes stay by themselves", () => {
    const texts = ["全年安排资金，其中第一批已到位", "，共10万元", "，注明的5万元"];
    const places = [
      { kind: "cell", table: 0, row: 0, column: 0 },
      { kind: "cell", table: 0, row: 0, column: 1 },
      { kind: "note" },
    ] as const;
    const paragraphs = places.map((place, at) => ({ text: texts[at] ?? "", number: "", place }));
    expect(passagesOf({ paragraphs }).map(({ flat }) => flat)).toEqual(texts);
    expect(passagesOf({ paragraphs: [] })).toEqual([]);
  });
});
