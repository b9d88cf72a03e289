/** Names and units: what compiles, and where a rule that cannot mean anything is told so. */
import { describe, expect, test } from "@jest/globals";
import { compileExpression, compileFormula } from "../../../src/core/rules/language";
import { COUNTIES, packOf } from "./book";

const PACK = packOf([
  {
    name: "投入",
    columns: [
      { name: "县市", type: "key", dimension: COUNTIES.name },
      { name: "合计", type: "money" },
      { name: "中央", type: "money", dimension: "来源", member: "中央" },
      { name: "省级", type: "money", dimension: "来源", member: "省级" },
      { name: "户数", type: "count", unit: "户" },
      { name: "人数", type: "count", unit: "人" },
      { name: "占比", type: "rate" },
      { name: "收到", type: "date" },
      { name: "下达", type: "date" },
      { name: "间隔", type: "days" },
      { name: "备注", type: "text" },
    ],
    rows: [],
  },
  {
    name: "来源表",
    columns: [
      { name: "来源", type: "key", dimension: "来源" },
      { name: "金额", type: "money" },
    ],
    rows: [],
  },
  { name: "整改", columns: [{ name: "发现", type: "count" }], rows: [] },
  { name: "备忘", columns: [{ name: "事", type: "text" }], rows: [] },
]);

describe("what compiles", () => {
  test.each([
    "投入.合计 = 投入.中央 + 投入.省级",
    "投入.合计 <= 5万元 + 300元",
    "投入.合计 > 0",
    "投入.户数 <= 投入.人数",
    "投入.户数 > 3",
    "投入.占比 = 投入.中央 / 投入.合计",
    "投入.占比 <= 92%",
    "投入.合计 * 0.5 >= 投入.中央",
    "投入.合计 × 投入.占比 = 投入.中央",
    "投入.中央 ÷ 投入.占比 = 投入.合计",
    "1 - 投入.占比 <= 8%",
    "投入.下达 - 投入.收到 <= 5",
    "投入.间隔 = DAYS(投入.收到, 投入.下达)",
    '投入.备注 = "无" OR 投入.备注 IN ("甲", "乙")',
    '投入.合计 = 投入.中央 WHERE 投入.备注 <> "略"',
    "FOR EACH 来源: 来源表.金额 = TOTAL(投入.来源)",
    "FOR EACH 县市, 来源: SUM(投入.来源) > 0",
    "MAX(投入.中央, 0) = 投入.中央",
    "MIN(0, 投入.中央) = 0",
    "投入.占比 * 投入.合计 = 投入.中央",
    "投入.合计 / (2 - 1) = 投入.中央",
    "投入.合计 / (2 * 3) = 投入.中央",
    "投入.合计 / (6 / 3) = 投入.中央",
    "FOR EACH 县市: COUNT(投入) = SUM(投入.户数)",
  ])("%s", (formula) => {
    expect(compileFormula(formula, PACK)).toMatchObject({ ok: true });
  });
});

describe("what does not, with its place", () => {
  test.each([
    ["投入.合计 = 投入.户数", "投入.合计 = 投入.户数"],
    ["投入.合计 + 投入.户数 = 0", "投入.合计 + 投入.户数"],
    ["投入.合计 <= 5", "投入.合计 <= 5"],
    ["投入.合计 <= 5天", "投入.合计 <= 5天"],
    ["投入.合计 <= 5斤", "5斤"],
    ['投入.备注 < "x"', '投入.备注 < "x"'],
    ["投入.备注 + 1 = 2", "投入.备注"],
    ["投入.收到 + 投入.下达 = 1", "投入.收到 + 投入.下达"],
    ["投入.合计 * 投入.中央 = 1", "投入.合计 * 投入.中央"],
    ["投入.合计 / 投入.户数 = 1", "投入.合计 / 投入.户数"],
    ["投入.合计 / 0 = 投入.中央", "0"],
    ["投入.中央 = 投入.合计 ÷ (1 - 1)", "(1 - 1)"],
    ["投入.占比 = 投入.合计 / (0 * 投入.中央)", "(0 * 投入.中央)"],
    ["投入.占比 = 投入.合计 / (3元 - 3元 + -0元)", "(3元 - 3元 + -0元)"],
    ["投入.占比 = 投入.合计 / (投入.中央 * 0)", "(投入.中央 * 0)"],
    ["投入.占比 = 投入.占比 / (4 / 2 - 2)", "(4 / 2 - 2)"],
    ["投入.占比 = 投入.占比 / (2 * 3 - 6)", "(2 * 3 - 6)"],
    ['投入.户数 + "x" = 2', '"x"'],
    ["投入.收到 * 2 = 2", "投入.收到 * 2"],
    ["投入.中央 = 投入.收到 / 投入.合计", "投入.收到 / 投入.合计"],
    ["收入.合计 = 1元", "收入.合计"],
    ["TOTALROW(收入.*) = 1元", "收入.*"],
    ["TOTALROW(备忘.*) = 1元", "备忘.*"],
    ["投入.总计 = 1元", "投入.总计"],
    ["FOR EACH 乡镇: 投入.合计 = 1元", "乡镇"],
    ["FOR EACH 县市, 县市: 投入.合计 = 1元", "县市"],
    ["FOR EACH 县市: 投入.合计 = SUM(来源表.金额)", "SUM(来源表.金额)"],
    ["投入.来源 = 1元", "投入.来源"],
    ["投入.合计 = 来源表.金额", "来源表.金额"],
    ["SUM(SUM(投入.合计)) = 1元", "SUM(投入.合计)"],
    ["SUM(投入.合计 + 来源表.金额) = 1元", "来源表.金额"],
    ["SUM(5元) = 1元", "5元"],
    ['SUM(投入.合计 WHERE 备忘.事 = "x") = 1元', "备忘.事"],
    ["SUM(投入.合计, 投入.中央) = 1元", "SUM(投入.合计, 投入.中央)"],
    ["ABS(投入.合计, 投入.中央) = 1元", "ABS(投入.合计, 投入.中央)"],
    ["TOTAL(5元) = 1元", "5元"],
    ["MIN(投入.合计, 投入.户数) = 1元", "投入.户数"],
    ["FOR EACH 来源: 整改.来源 = 1", "整改.来源"],
    ['投入.户数 IN (1, "x")', '"x"'],
    ["PRESENT(SUM(投入.合计))", "SUM(投入.合计)"],
    ["UNIQUE(5)", "5"],
    ["UNIQUE(投入.备注, 备忘.事)", "备忘.事"],
    ['SAME(投入.县市, 投入.县市) WHERE 投入.备注 = "x"', '投入.备注 = "x"'],
    ["TOTAL(投入.备注) = 1", "投入.备注"],
    ["COUNT(投入.合计) = 1", "投入.合计"],
    ["DAYS(投入.合计, 投入.收到) = 1", "投入.合计"],
    ["ROUND(投入.合计, 1.5) = 1元", "1.5"],
    ["投入.* = 来源表.*", "来源表.*"],
    ["投入.备注 IN (投入.备注)", "投入.备注"],
    ["NOT UNIQUE(投入.备注)", "UNIQUE(投入.备注)"],
    ["FOR EACH 县市: UNIQUE(投入.备注)", "UNIQUE(投入.备注)"],
    ["SAME(投入.县市, 来源表.来源)", "来源表.来源"],
    ["SAME(投入.备注, 投入.备注)", "投入.备注"],
    ['TOTAL(投入.合计) = 1元 WHERE 投入.备注 = "x"', '投入.备注 = "x"'],
    ["投入 = 1", "投入"],
  ])("%s", (formula, at) => {
    const compiled = compileFormula(formula, PACK);
    if (compiled.ok) throw new Error("compiles");
    const [error] = compiled.errors;
    expect(formula.slice(error?.position, (error?.position ?? 0) + (error?.length ?? 0))).toBe(at);
    expect(error?.message["zh-CN"]).toMatch(/\p{Script=Han}/u);
    expect(error?.message.en).toMatch(/^[\x20-\x7e\p{Script=Han}“”、×÷…]+$/u);
  });

  test("户 and 万元 are told apart in words", () => {
    const compiled = compileFormula("投入.合计 + 投入.户数 = 0", PACK);
    expect(compiled).toMatchObject({ errors: [{ message: { "zh-CN": "金额与数量不能用“+”计算。" } }] });
  });

  test("a name that is not there is answered with those that are", () => {
    const compiled = compileFormula("来源表.总额 = 1元", PACK);
    expect(compiled).toMatchObject({
      errors: [{ message: { "zh-CN": "表“来源表”没有名为“总额”的列；有：来源、金额。" } }],
    });
  });
});

test("an expression for a score gives one value: no bare column, no 表.*", () => {
  expect(compileExpression("SUM(投入.中央) /", PACK)).toMatchObject({
    ok: false,
    errors: [{ position: 12 }],
  });
  expect(compileExpression("SUM(投入.中央) / TOTAL(投入.合计)", PACK).ok).toBe(true);
  expect(compileExpression("投入.中央", PACK)).toMatchObject({
    ok: false,
    errors: [{ position: 0, length: 5 }],
  });
  expect(compileExpression("TOTAL(投入.*)", PACK)).toMatchObject({
    ok: false,
    errors: [{ position: 6, length: 4 }],
  });
});

test("10,000 rules, right ones and wrong ones, are all told", () => {
  let right = 0;
  for (let index = 0; index < 10_000; index += 1) {
    const formula = `投入.合计 = ${index % 2 === 0 ? "投入.中央" : "投入.户数"} + ${index}${index % 2 === 0 ? "元" : ""}`;
    if (compileFormula(formula, PACK).ok) right += 1;
  }
  expect(right).toBe(5000);
});
