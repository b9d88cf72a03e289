/** The report against the workbook: equal, 尾差, cut off, different, in one place only; claimed scores against ours. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { NO_ANSWERS } from "../../../src/core/answers/answers";
import { type Evaluation, evaluate } from "../../../src/core/evaluate";
import { checkNarrative, type NarrativeResult } from "../../../src/core/narrative/check";
import { narrativeOfText } from "../../../src/core/narrative/document";
import { openWorkbook } from "../../../src/hosts/file/open";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021/index";
import { OWN_WORDS } from "./fragments";

let consistent: Evaluation;
let reported: Evaluation;

async function evaluated(name: string): Promise<Evaluation> {
  const bytes = new Uint8Array(readFileSync(`assets/samples/bazhou-2021-${name}.xlsx`));
  const { snapshot } = await openWorkbook(bytes, `${name}.xlsx`);
  return evaluate(snapshot, pack, NO_ANSWERS, { language: "zh-CN", withFacts: true });
}

beforeAll(async () => {
  consistent = await evaluated("consistent");
  reported = await evaluated("as-reported");
});

function against(text: string, evaluation = consistent): NarrativeResult {
  return checkNarrative(narrativeOfText(text), pack, { language: "zh-CN", workbook: evaluation });
}

describe("one fact against the workbook", () => {
  test.each([
    ["全州到位衔接资金142900.108万元。", []],
    ["全州到位衔接资金14.29亿元。", []],
    ["全州到位衔接资金十四亿二千九百万元。", []],
    ["全州到位衔接资金142900.11万元。", ["notice"]],
    ["全州到位衔接资金142900.10万元。", ["warning"]],
    ["全州到位衔接资金143400.108万元。", ["error"]],
    ["全州到位衔接资金14.34亿元。", ["error"]],
    ["全州到位衔接资金约14亿元。", []],
    ["全州实施项目275个。", []],
    ["全州实施项目274个。", ["error"]],
    ["预算执行率99.77%。", []],
    ["预算执行率99.8%。", []],
    ["预算执行率99.76%。", ["warning"]],
    ["预算执行率99.42%。", ["error"]],
    ["全州完成采集排查4219户13140人。", []],
    ["全州完成采集排查4219户13104人。", ["error"]],
    ["和静县到位衔接资金500万元。", []],
    ["2020年全州到位衔接资金500万元。", []],
  ] as const)("%s", (text, severities) => {
    const found = against(text).findings.filter(({ rule }) => rule === "report.workbook");
    expect(found.map(({ severity }) => severity)).toEqual(severities);
    for (const { confidence, quote } of found) {
      expect(confidence).toBe("sure");
      expect(quote).toBe(text);
    }
  });

  test("figures, difference and tolerance are decimals, the cell is the workbook's total", () => {
    const [finding] = against("全州到位衔接资金143400.108万元。").findings;
    expect(finding).toMatchObject({
      figures: ["143400.108", "142900.108"],
      unit: "万元",
      difference: "500",
      tolerance: "0.002",
      right: {
        value: "142900.108",
        cells: [{ sheet: "表1资金投入", top: 13, left: 2, bottom: 13, right: 2 }],
      },
    });
  });
});

test("words that fit two facts count for the one that has this value", () => {
  const text = "到位中央新增资金22940万元。\n中央财政衔接资金22940万元全部用于产业。\n中央资金37585万元。";
  expect(against(text).findings).toEqual([]);
});

test("what only one of both has is listed, and is no finding", () => {
  const { findings, oneSided } = against("全州到位衔接资金142900.108万元。");
  expect(findings).toEqual([]);
  const spent = oneSided.find(({ fact }) => fact === "execution.spent");
  expect(spent).toMatchObject({ only: "workbook", cells: [{ sheet: "表4预算执行" }] });
  expect(spent?.message).toContain("142565.84万元");
  expect(oneSided.some(({ fact }) => fact === "funds.total")).toBe(false);
});

test("a report of another year is checked against itself alone, and says so", () => {
  const text =
    "2022年度绩效评价自评报告\n2021年全州到位衔接资金5万元。\n共投入900万元（甲类500万元、乙类300万元）。";
  const { findings, notes } = against(text);
  expect(findings.map(({ rule }) => rule)).toEqual(["report.parts"]);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(/2022.*2021/u);
});

test("a text without figures gives a note and nothing else", () => {
  const { findings, notes, figures } = against("我县高度重视，落实“四个不摘”。");
  expect([findings.length, figures]).toEqual([0, 0]);
  expect(notes[0]).toContain("没有找到可核对的数");
});

describe("claimed scores", () => {
  const item = (score: string): string => `4.项目绩效管理情况。\n自评得分：${score}分。`;
  test.each([
    ["3.36", []],
    ["4", ["report.score-item"]],
    ["5", ["report.score-item"]],
  ] as const)("%s for what the workbook gives 3.36 of 4", (score, rules) => {
    expect(against(item(score)).findings.map(({ rule }) => rule)).toEqual(rules);
  });

  test("a total that is not base and bonus together", () => {
    expect(against("自评结果：自评得分98分，加分8分，总计得分106分。").findings).toEqual([]);
    expect(against("自评结果：自评得分98分，加分8分，总计得分104分。").findings).toMatchObject([
      { rule: "report.score-total", severity: "error", difference: "-2" },
    ]);
  });
});

describe("the public report's figures with each sample workbook", () => {
  const rules = (evaluation: Evaluation): readonly string[] =>
    against(OWN_WORDS, evaluation).findings.map(
      ({ rule, figures }) => `${rule} ${figures.slice(0, 2).join(" ")}`,
    );
  const ITSELF = [
    "report.balance 334.26 142900.108",
    "report.parts 143400.108 37585",
    "report.progress 231 275",
    "report.rate 99.77 142565.84",
    "report.repeated 3500 3900",
    "report.same 143400.108 142900.108",
    "report.score-item 4",
    "report.score-sum 100 5",
  ];

  test("the consistent one: total and two of the three values differ", () => {
    expect([...rules(consistent)].sort()).toEqual(
      [
        ...ITSELF,
        "report.workbook 143400.108 142900.108",
        "report.workbook 3500 3400",
        "report.workbook 3900 3400",
      ].sort(),
    );
  });

  test("the one as reported: it has the first total and the first value", () => {
    expect([...rules(reported)].sort()).toEqual(
      [...ITSELF, "report.workbook 3400 3500", "report.workbook 3900 3500"].sort(),
    );
  });
});

describe("a fact that only one side has", () => {
  const why = { "zh-CN": "没有找到表4", en: "Table 4 was not found" };
  const facts = [
    { id: "funds.total", known: false, why } as const,
    {
      id: "execution.spent",
      known: true,
      value: "142565.84",
      unit: { dimension: "money", name: "万元", power: 4 },
      cells: [],
      text: "",
    } as const,
  ];
  const check = (text: string): NarrativeResult =>
    checkNarrative(narrativeOfText(text), pack, { language: "zh-CN", workbook: { facts } });

  test("the report's is shown with why the workbook has none, the workbook's with its figure, neither is a finding", () => {
    const { findings, oneSided } = check("全州到位衔接资金142900.108万元。");
    expect(findings).toEqual([]);
    expect(oneSided.map(({ fact, only }) => [fact, only])).toEqual([
      ["funds.total", "report"],
      ["execution.spent", "workbook"],
    ]);
    expect(oneSided[0]?.message).toMatch(/142900\.108万元.*没有找到表4/u);
    expect(oneSided[0]?.quotes.map(({ text }) => text)).toEqual(["全州到位衔接资金142900.108万元。"]);
    expect(oneSided[1]?.message).toContain("142565.84万元");
  });

  test("what neither has is not told, nor what both have", () => {
    expect(check("全州衔接资金支出142565.84万元。").oneSided).toEqual([]);
  });
});

test("facts of a table that the workbook lacks are unknown with why, the others stay", async () => {
  const bytes = new Uint8Array(readFileSync("assets/samples/bazhou-2021-consistent.xlsx"));
  const { snapshot } = await openWorkbook(bytes, "consistent.xlsx");
  const sheets = snapshot.sheets.filter(({ name }) => name !== "表4预算执行");
  const options = { language: "zh-CN", withFacts: true } as const;
  const { facts = [] } = evaluate({ ...snapshot, sheets }, pack, NO_ANSWERS, options);
  const unknown = facts.flatMap((fact) => (fact.known ? [] : [[fact.id, fact.why["zh-CN"]]]));
  expect(unknown).toEqual(
    ["execution.budget", "execution.spent", "execution.rate", "execution.carryover"].map((id) => [
      id,
      expect.stringContaining("没有找到“预算执行”表"),
    ]),
  );
  expect(facts.find(({ id }) => id === "funds.total")).toMatchObject({ known: true, value: "142900.108" });
});

test("a pack without facts and year reads lists and rates, and holds nothing against a workbook", () => {
  const { facts: _facts, year: _year, ...bare } = pack;
  const text =
    "2022年度自评报告\n全州到位衔接资金143400.108万元。共投入900万元（甲类500万元、乙类300万元）。";
  const result = checkNarrative(narrativeOfText(text), bare, { language: "zh-CN", workbook: consistent });
  expect(result.findings.map(({ rule }) => rule)).toEqual(["report.parts"]);
  expect([result.stated, result.oneSided, result.notes]).toEqual([[], [], []]);
});

test("a figure behind a comma does not share the words of the figure before it", () => {
  expect(against("全州完成采集排查4219户13104人。").findings).toHaveLength(1);
  expect(against("全州完成采集排查4219户，13104人。").findings).toEqual([]);
});
