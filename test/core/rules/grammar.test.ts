/** The grammar: every construct in both languages, where errors point, and the limits. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import peggy from "peggy";
import { parseExpression, parseFormula } from "../../../src/core/rules/language";

/** A tree without places. */
function tree(text: string): unknown {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.message.en}`);
  return JSON.parse(
    JSON.stringify(parsed.formula, (key, value: unknown) => (key === "at" ? undefined : value)),
  );
}

function failure(text: string) {
  const parsed = parseFormula(text);
  if (parsed.ok) throw new Error(`${text} parses`);
  return parsed;
}

test("the committed parser is what the grammar gives", () => {
  const folder = "src/core/rules";
  const made = peggy.generate(readFileSync(`${folder}/grammar.peggy`, "utf8"), {
    output: "source",
    format: "es",
    allowedStartRules: ["Formula", "Expression"],
    grammarSource: `${folder}/grammar.peggy`,
  });
  expect(readFileSync(`${folder}/grammar.js`, "utf8").trim()).toBe(made.trim());
});

describe("both languages, both widths", () => {
  test.each([
    ["资产.原值 = 资产.到户 + 资产.到乡", "资产.原值＝资产.到户＋资产.到乡"],
    ["SUM(项目.支出)= 5万元", "求和（项目．支出）＝５万元"],
    [
      'FOR EACH 县市, 来源: 甲.a = SUM(乙.b WHERE 乙.c = "x")',
      "每个县市，来源：甲.a = 求和（乙.b 当 乙.c = “x”）",
    ],
    ["for each 县市: 甲.a <> 乙.b", "每一个 县市： 甲.a ≠ 乙.b"],
    [
      '甲.a <= 乙.b AND NOT PRESENT(甲.c) OR 甲.d IN ("x", "y")',
      "甲.a ≤ 乙.b 且 非 有值(甲.c) 或 甲.d 属于 （“x”、“y”）",
    ],
    ["甲.a >= 乙.b * 2 / 3 - 1", "甲.a ≥ 乙.b × 2 ÷ 3 － 1"],
    ["TOTALROW(甲.*) = TOTAL(甲.*)", "合计行(甲.*) = 合计(甲.*)"],
    ["UNIQUE(甲.a, 甲.b)", "不重复(甲.a、甲.b)"],
    ["SAME(甲.a, 乙.a)", "同集合(甲.a，乙.a)"],
    ["DAYS(甲.a, 甲.b) <= WORKDAYS(甲.a, 甲.b)", "天数(甲.a, 甲.b) ≤ 工作日(甲.a, 甲.b)"],
    [
      "ROUND(MIN(甲.a, 甲.b), 2) = MAX(ABS(甲.a), 甲.b)",
      "舍入(最小(甲.a, 甲.b), 2) = 最大(绝对值(甲.a), 甲.b)",
    ],
    ["COUNT(甲) > 3", "计数(甲) ＞ 3"],
    ['甲.a = 1 WHERE 甲.b = "是"', "甲.a = 1 当 甲.b = “是”"],
  ])("%s", (english, chinese) => {
    expect(tree(chinese)).toEqual(tree(english));
  });

  test("a product binds more tightly than a sum, AND more than OR, from left to right", () => {
    expect(tree("a.b = 1 - 2 - 3 * 4")).toEqual(tree("a.b = (1 - 2) - (3 * 4)"));
    expect(tree("a.b = 1 或 a.b = 2 且 a.b = 3")).toEqual(tree("a.b = 1 或 (a.b = 2 且 a.b = 3)"));
    expect(tree("a.b = 1 - (2 - 3)")).not.toEqual(tree("a.b = 1 - 2 - 3"));
  });

  test("names that hold other signs stand in 「」, and a keyword within a name is no keyword", () => {
    expect(tree("「表 1（资金）」.「合计-1」 = 当年.非税收入")).toMatchObject({
      condition: {
        left: { table: "表 1（资金）", column: "合计-1" },
        right: { table: "当年", column: "非税收入" },
      },
    });
  });
});

describe("errors", () => {
  test.each([
    ["资产.原值 = ", 8, "name"],
    ["资产.原值 == 1", 7, "name"],
    ["SUM(项目.*", 8, ")"],
    ["甲.a 乙.b", 4, "comparison (= <> < <= > >=)"],
    ["FOR EACH 县市 甲.a = 1", 12, ":"],
    ["甲.a = 「b", 6, "name"],
  ])("%s points at character %i", (text, position, expected) => {
    const found = failure(text);
    expect(found.position).toBe(position);
    expect(found.expected).toContain(expected);
    expect(found.length).toBeGreaterThan(0);
    expect(found.message["zh-CN"]).not.toBe(found.message.en);
  });

  test.each([
    ["SUMM(项目.金额) = 1", 0, "SUMM"],
    ["甲.a = 平均 （项目.金额）", 6, "平均"],
  ])("%s names the function that there is not, and those that there are", (text, position, name) => {
    const found = failure(text);
    expect(found).toMatchObject({ position, length: name.length, expected: ["function"] });
    expect(found.message["zh-CN"]).toMatch(
      new RegExp(`没有名为“${name}”的函数；有：求和、计数、.*同集合。`, "u"),
    );
    expect(found.message.en).toMatch(
      new RegExp(`no function named "${name}"; there are: SUM, COUNT, .*SAME\\.`, "u"),
    );
  });

  test.each(["项目.金额(1) = 1", "甲.a = 5(1)", "甲.a = 5万元(1)", "(甲.a = 1)(甲.b = 1)"])(
    "%s has a bracket in the wrong place",
    (text) => {
      expect(failure(text).expected).not.toEqual(["function"]);
      expect(failure(text).message["zh-CN"]).toMatch(/^不能用在这里，此处应为：/u);
    },
  );

  test("a figure where a condition belongs, and the other way round", () => {
    expect(failure("甲.a + 1")).toMatchObject({ position: 0, length: 7 });
    expect(failure("甲.a = (甲.b = 1)")).toMatchObject({ position: 6, length: 9 });
    expect(failure("TOTAL(甲.a WHERE 甲.b = 1) = 2")).toMatchObject({ position: 16 });
    expect(failure("有值(甲.a) + 1 = 2")).toMatchObject({ position: 0, length: 7 });
    expect(failure("有值(甲.a, 甲.b)")).toMatchObject({ position: 0, length: 12 });
    expect(failure("不重复(甲.a 当 甲.b = 1)")).toMatchObject({ position: 10, length: 7 });
  });

  test.each(["5", '"x"', "甲.a", "甲.*", "甲", "-甲.a", "求和(甲.a)"])(
    "%s says nothing that could be true or false",
    (text) => {
      expect(failure(text)).toMatchObject({ position: 0, length: text.length });
    },
  );

  test("an expression alone is no formula and a formula no expression", () => {
    expect(parseExpression("甲.a = 1").ok).toBe(false);
    expect(parseExpression("SUM(甲.a) / 2").ok).toBe(true);
  });
});

describe("limits", () => {
  test("2000 characters and no more", () => {
    const long = `甲.a = ${"1 + ".repeat(498)}1`;
    expect(long.length).toBeLessThanOrEqual(2000);
    expect(parseFormula(long).ok).toBe(true);
    expect(failure(`${long} + 1 + 1`)).toMatchObject({ position: 2000 });
  });

  test("50 brackets within one another and no more", () => {
    const nested = (depth: number): string => `甲.a = ${"(".repeat(depth)}1${")".repeat(depth)}`;
    expect(parseFormula(nested(49)).ok).toBe(true);
    expect(failure(nested(51))).toMatchObject({ position: 6 + 50 });
  });

  test.each(["(", "（", "-", "NOT ", "非 ", "SUM(", "「", '"', "甲.", "1 IN (", "a.b = 1 OR "])(
    "a formula of nothing but %s is refused",
    (part) => {
      expect(parseFormula(part.repeat(Math.floor(2000 / part.length))).ok).toBe(false);
      expect(parseFormula(`甲.a = ${part.repeat(Math.floor(1900 / part.length))}1`).ok).toBe(false);
    },
  );

  test("numbers of more than 40 digits are refused", () => {
    expect(parseFormula(`甲.a = ${"9".repeat(40)}`).ok).toBe(true);
    expect(failure(`甲.a = ${"9".repeat(41)}`)).toMatchObject({ position: 6, length: 41 });
  });
});
