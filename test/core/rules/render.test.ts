/** Rendering is canonical: parsing what is rendered gives the same rule, in either language. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { describe as tell, parseFormula, renderFormula } from "../../../src/core/rules/language";
import type { Condition, Expression, Formula } from "../../../src/core/rules/syntax";
import { COUNTIES, packOf } from "./book";

const at = { start: 0, end: 0 };
const name = fc.oneof(
  fc.constantFrom(
    "投入",
    "合计",
    "县市",
    "当",
    "且",
    "NOT",
    "或者",
    "每个县",
    "for each x",
    "central-early",
    "表 1（资金）",
    "a.b",
    "sum",
    "求和",
    "属于",
    "5天",
  ),
  fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !text.includes("」")),
);
const value = fc.oneof(
  fc.string({ maxLength: 6 }).filter((text) => !(text.includes('"') && text.includes("”"))),
  fc.constantFrom("是", '带"引号', "“双”引号", "（一）"),
);
const column = fc.record({
  kind: fc.constant("column" as const),
  table: name,
  column: name,
  at: fc.constant(at),
});
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  column,
  fc.record({ kind: fc.constant("every-column" as const), table: name, at: fc.constant(at) }),
  fc.record({
    kind: fc.constant("number" as const),
    value: fc.oneof(
      fc.nat().map(String),
      fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `${a}.${b}`),
    ),
    unit: fc.constantFrom("", "元", "万元", "天", "%"),
    at: fc.constant(at),
  }),
  fc.record({ kind: fc.constant("text" as const), value, at: fc.constant(at) }),
);

const { condition } = fc.letrec<{ expression: Expression; condition: Condition }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({
      kind: fc.constant("arithmetic" as const),
      operator: fc.constantFrom("+" as const, "-" as const, "*" as const, "/" as const),
      left: tie("expression"),
      right: tie("expression"),
      at: fc.constant(at),
    }),
    fc.record({ kind: fc.constant("negate" as const), operand: tie("expression"), at: fc.constant(at) }),
    fc.record({
      kind: fc.constant("call" as const),
      name: fc.constantFrom("TOTAL" as const, "ROUND" as const, "MIN" as const, "WORKDAYS" as const),
      operands: fc.array(tie("expression"), { minLength: 1, maxLength: 3 }),
      where: fc.constant(undefined),
      at: fc.constant(at),
    }),
    fc.record({
      kind: fc.constant("call" as const),
      name: fc.constantFrom("SUM" as const, "COUNT" as const),
      operands: fc.array(tie("expression"), { minLength: 1, maxLength: 1 }),
      where: fc.option(tie("condition"), { nil: undefined }),
      at: fc.constant(at),
    }),
  ),
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.record({
      kind: fc.constant("compare" as const),
      operator: fc.constantFrom(
        "=" as const,
        "<>" as const,
        "<" as const,
        "<=" as const,
        ">" as const,
        ">=" as const,
      ),
      left: tie("expression"),
      right: tie("expression"),
      at: fc.constant(at),
    }),
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      left: tie("condition"),
      right: tie("condition"),
      at: fc.constant(at),
    }),
    fc.record({ kind: fc.constant("not" as const), operand: tie("condition"), at: fc.constant(at) }),
    fc.record({
      kind: fc.constant("in" as const),
      operand: tie("expression"),
      values: fc.array(leaf, { minLength: 1, maxLength: 3 }),
      at: fc.constant(at),
    }),
    fc.record({ kind: fc.constant("present" as const), operand: tie("expression"), at: fc.constant(at) }),
    fc.record({
      kind: fc.constantFrom("unique" as const, "same" as const),
      columns: fc.array(column, { minLength: 1, maxLength: 3 }),
      at: fc.constant(at),
    }),
  ),
}));

const formula: fc.Arbitrary<Formula> = fc.record({
  forEach: fc.array(fc.record({ name, at: fc.constant(at) }), { maxLength: 2 }),
  condition,
  where: fc.option(condition, { nil: undefined }),
});

function withoutPlaces(rule: Formula): unknown {
  return JSON.parse(JSON.stringify(rule, (key, part: unknown) => (key === "at" ? undefined : part)));
}

describe.each(["zh-CN", "en"] as const)("%s", (language) => {
  test("parse(render(rule)) is the same rule", () => {
    fc.assert(
      fc.property(formula, (rule) => {
        const text = renderFormula(rule, language);
        fc.pre(text.length <= 2000);
        const parsed = parseFormula(text);
        if (!parsed.ok) throw new Error(`${text}: ${parsed.message.en}`);
        expect(withoutPlaces(parsed.formula)).toEqual(withoutPlaces(rule));
        expect(renderFormula(parsed.formula, language)).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });
});

test("canonical texts", () => {
  const parsed = parseFormula("for each 县市 :投入.合计>=求和(项目.支出 当 项目.类别=“产业”)*2");
  if (!parsed.ok) throw new Error(parsed.message.en);
  expect(renderFormula(parsed.formula, "zh-CN")).toBe(
    '每个 县市：投入.合计 ≥ 求和（项目.支出 当 项目.类别 = "产业"） × 2',
  );
  expect(renderFormula(parsed.formula, "en")).toBe(
    'FOR EACH 县市: 投入.合计 >= SUM(项目.支出 WHERE 项目.类别 = "产业") * 2',
  );
});

test.each([
  ["计数(项目) > 0", "计数（项目） > 0", "COUNT(项目) > 0"],
  // A text that holds the plain quotation mark, or the Chinese ones, stands in others.
  ['项目.类别 = “a"b”', '项目.类别 = “a"b”', '项目.类别 = “a"b”'],
  ['项目.类别 = ＂a"b”＂', '项目.类别 = ＂a"b”＂', '项目.类别 = ＂a"b”＂'],
])("%s in both languages", (text, chinese, english) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.message.en);
  expect(renderFormula(parsed.formula, "zh-CN")).toBe(chinese);
  expect(renderFormula(parsed.formula, "en")).toBe(english);
});

test("for people: labels, sums and tables in words", () => {
  const pack = packOf([
    {
      name: "投入",
      columns: [
        { name: "县市", type: "key", dimension: COUNTIES.name },
        { name: "合计", type: "money" },
      ],
      rows: [],
    },
    {
      name: "项目",
      columns: [
        { name: "县市", type: "key", dimension: COUNTIES.name },
        { name: "支出", type: "money" },
        { name: "类别", type: "text" },
      ],
      rows: [],
    },
  ]);
  const said = (text: string): string => {
    const parsed = parseFormula(text);
    return parsed.ok ? tell(parsed.formula, "zh-CN", pack) : "";
  };
  expect(said('每个 县市：投入.合计 >= 求和(项目.支出 当 项目.类别 = "产业")')).toBe(
    "每个县市：投入表的合计 ≥ 项目表中类别 = “产业”的支出之和",
  );
  expect(said("投入.合计 = 合计行(投入.合计)")).toBe("合计 = 合计行的合计");
  expect(said("投入.合计 = 计数(项目) × 1元")).toBe("投入表的合计 = 项目表的行数×1元");
  expect(said("项目.支出 >= -(1元 - 2元) × 3 当 项目.类别 属于 (“路”, “桥”)")).toBe(
    "支出 ≥ -(1元－2元)×3（类别属于“路”、“桥”的各行）",
  );
  expect(said("投入.合计 - (1元 - 2元) = 0元 且 非 有值(投入.县市)")).toBe(
    "合计－(1元－2元) = 0元且并非县市已填",
  );
});
