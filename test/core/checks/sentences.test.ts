/** What a finding says, in both languages, and the key that follows its row. */
import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../../../src/core/checks/finding";
import { runChecks, toleranceOf } from "../../../src/core/checks/run";
import type { CheckSpec, Language } from "../../../src/core/pack/pack";
import { createContext } from "../../../src/core/rules/language";
import { type Book, bookOf, type Column, COUNTIES, SOURCES } from "../rules/book";

function withChecks(
  book: Book,
  ...checks: readonly (Partial<CheckSpec> & { readonly formulas: readonly string[] })[]
): Book {
  const text = { "zh-CN": "规则", en: "rule" };
  const pack = {
    ...book.pack,
    checks: checks.map(
      (check): CheckSpec => ({ id: "rule", name: text, level: "error", help: text, ...check }),
    ),
  };
  return { ...book, pack, context: createContext(pack, book.context.recognition, book.context.workbook) };
}

function findings(
  book: Book,
  formula: string,
  more: Partial<CheckSpec> = {},
  language: Language = "zh-CN",
): readonly Finding[] {
  return runChecks(withChecks(book, { formulas: [formula], ...more }).context, { language }).findings;
}

function said(book: Book, formula: string, more: Partial<CheckSpec> = {}): readonly (readonly string[])[] {
  const english = findings(book, formula, more, "en");
  return findings(book, formula, more).map(({ message }, index) => [message, english[index]?.message ?? ""]);
}

const COUNTY: Column = { name: "县市", type: "key", dimension: COUNTIES.name };
const ASSETS: readonly Column[] = [
  COUNTY,
  ...["原值", "到户", "到乡"].map((name) => ({ name, type: "money" as const })),
];
const SUM = "资产.原值 = 资产.到户 + 资产.到乡";

describe("amounts", () => {
  const assets = (...rows: readonly (readonly (string | number)[])[]) =>
    bookOf({ name: "资产", columns: ASSETS, rows });

  test.each([
    [
      [17290.12, 17290.1, 0.12],
      "和静县：原值 17290.12 ≠ 到户＋到乡 17290.22，相差 -0.10，超出尾数允许的 0.03。",
      "和静县: 原值 17290.12 ≠ 到户 + 到乡 17290.22; difference -0.10, more than the 0.03 that rounding allows.",
    ],
    [
      [5.01, 3, 2],
      "和静县：原值 5.01 ≠ 到户＋到乡 5.00，相差 0.01，四舍五入的尾数可以解释。",
      "和静县: 原值 5.01 ≠ 到户 + 到乡 5.00; difference 0.01, which rounding explains.",
    ],
    [
      [5.02, 3, 2],
      "和静县：原值 5.02 ≠ 到户＋到乡 5.00，相差 0.02，像是截去了尾数而没有四舍五入。",
      "和静县: 原值 5.02 ≠ 到户 + 到乡 5.00; difference 0.02, as if digits were cut off instead of rounded.",
    ],
  ])("%j", (cells, chinese, english) => {
    expect(said(assets(["和静县", ...cells]), SUM)).toEqual([[chinese, english]]);
  });

  test("figures, tolerance and unit beside the sentence are plain decimals in the left side's unit", () => {
    expect(findings(assets(["和静县", 17290.12, 17290.1, 0.12]), SUM)).toMatchObject([
      {
        severity: "error",
        table: "资产",
        cell: { sheet: "资产", row: 1, column: 1 },
        left: { value: "17290.12", label: "原值", cells: [{ top: 1, left: 1, bottom: 1, right: 1 }] },
        right: { value: "17290.22", label: "到户＋到乡", cells: [{ top: 1, left: 2, bottom: 1, right: 3 }] },
        difference: "-0.1",
        tolerance: "0.03",
        unit: "万元",
        key: {
          rule: "rule",
          table: "资产",
          row: "和静县",
          column: "原值",
          left: "17290.12",
          right: "17290.22",
        },
      },
    ]);
  });

  test("≤, and a 合计 row", () => {
    const book = bookOf({
      name: "资产",
      columns: ASSETS,
      rows: [["和静县", 1, 2, 0]],
      totals: [["合计", 1, 3, 0]],
    });
    expect(said(book, "资产.到户 <= 资产.原值").map(([chinese]) => chinese)).toEqual([
      "和静县：到户 2.00 大于 原值 1.00，相差 1.00，超出尾数允许的 0.02。",
      "合计行：到户 3.00 大于 原值 1.00，相差 2.00，超出尾数允许的 0.02。",
    ]);
    expect(said(book, "合计行(资产.*) = 求和(资产.*)").map(([chinese]) => chinese)).toEqual([
      "合计行的到户 3.00 ≠ 各行到户之和 2.00，相差 1.00，超出尾数允许的 0.02。",
    ]);
  });

  test("the n-th of equal rows has a key of its own; a county keeps its key under another name", () => {
    const keys = (...names: readonly string[]) =>
      findings(
        bookOf({ name: "资产", columns: ASSETS, rows: names.map((name) => [name, 9, 1, 1]) }),
        SUM,
      ).map(({ key }) => key.row);
    expect(keys("和静县", "焉耆县", "和静县")).toEqual(["和静县", "焉耆县", "和静县#2"]);
    expect(keys("焉耆回族自治县", "和静县")).toEqual(["焉耆县", "和静县"]);
  });
});

test("rates are told in percent, with what they should be", () => {
  const columns: readonly Column[] = [
    { name: "率", type: "rate" },
    { name: "支", type: "money" },
    { name: "算", type: "money" },
  ];
  const rate = (value: number) =>
    said(
      bookOf({ name: "表", columns, rows: [[value, 142565.84, 142900.108]] }),
      "表.率 = 表.支 / 表.算",
    ).map(([chinese]) => chinese);
  expect(rate(0.9942)).toEqual(["率 99.42% ≠ 支÷算 99.7661%，应为 99.77%。"]);
  expect(rate(0.9976)).toEqual(["率 99.76% ≠ 支÷算 99.7661%，应为 99.77%，像是截去了尾数而没有四舍五入。"]);
});

test("a rate or score is held to what it is calculated from, on whichever side it stands", () => {
  const columns: readonly Column[] = [
    { name: "率", type: "rate" },
    { name: "支", type: "money" },
    { name: "算", type: "money" },
    { name: "满分", type: "score" },
    { name: "得分", type: "score" },
  ];
  const chinese = (formula: string, ...cells: readonly (number | undefined)[]) =>
    said(bookOf({ name: "表", columns, rows: [cells] }), formula).map(([text]) => text);
  expect(chinese("表.支 / 表.算 = 表.率", 0.9942, 142565.84, 142900.108)).toEqual([
    "支÷算 99.7661% ≠ 率 99.42%，应为 99.77%。",
  ]);
  expect(chinese("表.率 <= 92%", 0.95)).toEqual(["率 95.00% 大于 92.0000%。"]);
  expect(chinese("表.得分 = 表.满分 * (表.支 / 表.算)", undefined, 37.24, 43.2, 10, 9)).toEqual([
    "得分 9 ≠ 满分×(支÷算) 8.6204，相差 0.3796：四舍五入到整数才相等，请按一位或两位小数填写。",
  ]);
  expect(chinese("表.满分 * (表.支 / 表.算) = 表.得分", undefined, 37.24, 43.2, 10, 9)).toEqual([
    "满分×(支÷算) 8.6204 ≠ 得分 9，相差 -0.3796：四舍五入到整数才相等，请按一位或两位小数填写。",
  ]);
  expect(chinese("表.得分 = 表.满分 * (表.支 / 表.算)", undefined, 37.24, 43.2, 10, 8.5)).toEqual([
    "得分 8.5 ≠ 满分×(支÷算) 8.6204，相差 -0.1204。",
  ]);
  expect(chinese("表.得分 <= 表.满分", undefined, 1, 1, 10, 10.5)).toEqual([
    "得分 10.5 大于 满分 10，相差 0.5。",
  ]);
});

test("sums, counts, the least and greatest, brackets and conditions in words", () => {
  const columns: readonly Column[] = [
    COUNTY,
    { name: "支", type: "money" },
    { name: "算", type: "money" },
    { name: "类", type: "text" },
    { name: "收到", type: "date" },
    { name: "下达", type: "date" },
  ];
  const book = bookOf({
    name: "表",
    columns,
    rows: [
      ["和静县", 3, 1, "路", "2021-03-01", "2021-03-09"],
      ["轮台县", 4, 1, "桥", "2021-03-01", "2021-03-01"],
    ],
    totals: [["合计", 7, 2]],
  });
  const chinese = [
    "最大(表.支, 3万元) <= 表.算 当 表.类 = “路”",
    "表.算 >= -(表.算 - 表.支) 当 表.类 = “路”",
    "绝对值(表.算 - 表.支) = 舍入(表.算, 0) 当 表.类 = “路”",
    "工作日(表.收到, 表.下达) <= 5天 当 表.类 = “路”",
    "计数(表 当 表.类 = “路” 且 非 有值(表.收到)) = 计数(表)",
    "求和(表.支 当 表.类 属于 (“路”, “桥”) 或 表.支 > 1万元) = 合计(表.算)",
    "合计行(表.支) = 合计行(表.算)",
    "表.类 <> “路”",
  ].flatMap((formula) => said(book, formula).map(([text]) => text));
  expect(chinese).toEqual([
    "和静县：支、3万元中最大的 3.00 大于 算 1.00，相差 2.00，超出尾数允许的 0.02。",
    "和静县：算 1.00 小于 -(算－支) 2.00，相差 -1.00，超出尾数允许的 0.03。",
    "和静县：算－支的绝对值 2.00 ≠ 算（四舍五入到 0 位小数） 1.00，相差 1.00，超出尾数允许的 0.03。",
    "和静县：收到至下达的工作日 6 大于 5，相差 1 天。",
    "表表中类=“路”且并非收到已填的行数 0 ≠ 表表的行数 2，相差 -2。",
    "类属于“路”、“桥”或支>1万元的支之和 7.00 ≠ 算（合计） 2.00，相差 5.00，超出尾数允许的 0.03。",
    "合计行的支 7.00 ≠ 合计行的算 2.00，相差 5.00，超出尾数允许的 0.02。",
    "和静县：类不应为“路”。",
  ]);
});

test("a finding without a cell of its own belongs to the rule's table", () => {
  const book = bookOf({ name: "资产", columns: ASSETS, rows: [["和静县", 5, 5, 0]] });
  expect(findings(book, "计数(资产) = 3")).toMatchObject([
    { table: "资产", key: { row: "", column: "", left: "1", right: "3" } },
  ]);
  expect(findings(book, "计数(资产) = 3")[0]?.cell).toBeUndefined();
  // With a literal on the left, at the cell on the right.
  expect(findings(book, "0 >= 资产.到户")).toMatchObject([
    { cell: { sheet: "资产", row: 1, column: 2 }, key: { row: "和静县", column: "到户" } },
  ]);
  expect(said(book, "每个 县市：0 >= 资产.到户").map(([text]) => text?.slice(0, 4))).toEqual(["和静县："]);
});

test("days without a calendar are told with the rule's table", () => {
  const columns: readonly Column[] = [
    { name: "收到", type: "date" },
    { name: "下达", type: "date" },
  ];
  const book = bookOf({ name: "下达", columns, rows: [["1999-03-01", "1999-03-02"]] });
  const { context } = withChecks(book, { formulas: ["工作日(下达.收到, 下达.下达) <= 5天"] });
  expect(runChecks(context, { language: "zh-CN" }).notRun).toEqual([
    { rule: "rule", table: "下达", why: "没有 1999 年的工作日历，无法计算工作日。" },
  ]);
});

test("rows of a table without its column of keys have no names", () => {
  const columns = ASSETS.map(
    (column): Column => (column.name === "县市" ? { ...column, present: false } : column),
  );
  const book = bookOf({ name: "资产", columns, rows: [["", 9, 1, 1]] });
  expect(findings(book, SUM)).toMatchObject([{ key: { row: "" } }]);
  expect(said(book, SUM).map(([text]) => text?.slice(0, 3))).toEqual(["原值 "]);
});

test("days, dates, texts, conditions, rows that repeat, keys that are missing", () => {
  const columns: readonly Column[] = [
    COUNTY,
    { name: "收到", type: "date" },
    { name: "下达", type: "date" },
    { name: "间隔", type: "days" },
    { name: "目标", type: "text" },
  ];
  const book = bookOf(
    {
      name: "下达",
      columns,
      rows: [
        ["和静县", "2021年4月12日", "2021.4.20", 9, "否"],
        ["和静县", "2021年4月21日", "2021.4.20", undefined, undefined],
      ],
    },
    { name: "执行", columns: [COUNTY], rows: [["轮台县"], ["和静县"]] },
  );
  expect(said(book, "下达.间隔 = 天数(下达.收到, 下达.下达)")).toEqual([
    [
      "和静县：间隔 9 ≠ 收到至下达的天数 8，相差 1 天。",
      "和静县: 间隔 9 ≠ days from 收到 to 下达 8; difference 1 days.",
    ],
  ]);
  expect(said(book, "天数(下达.收到, 下达.下达) <= 5天", { level: "warning" })).toEqual([
    [
      "和静县：收到至下达的天数 8 大于 5，相差 3 天。",
      "和静县: days from 收到 to 下达 8 is above 5; difference 3 days.",
    ],
  ]);
  expect(said(book, "下达.下达 >= 下达.收到")).toEqual([
    ["和静县：下达 2021-04-20 早于 收到 2021-04-21。", "和静县: 下达 2021-04-20 is before 收到 2021-04-21."],
  ]);
  expect(said(book, '下达.目标 = "是"')).toEqual([
    ["和静县：目标为“否”，应为“是”。", '和静县: 目标 is "否"; it should be "是".'],
    ["和静县：目标为空，应为“是”。", '和静县: 目标 is blank; it should be "是".'],
  ]);
  expect(said(book, '有值(下达.目标) 或 下达.目标 = "是"')).toEqual([
    ["和静县：不符合：目标已填或目标 = “是”。", '和静县: Not met: 目标 is filled in or 目标 = "是".'],
  ]);
  expect(said(book, "不重复(下达.县市)", { level: "warning" })).toEqual([
    ["和静县 与 A2 重复。", "和静县 repeats A2."],
  ]);
  expect(said(book, "同集合(下达.县市, 执行.县市)")).toEqual([
    ["下达表没有“轮台县”，执行表有（'执行'!A2）。", "下达 lacks \"轮台县\", which 执行 has ('执行'!A2)."],
  ]);
});

test("across tables each side names its table, members by their label", () => {
  const member = (name: string): Column => ({ name, type: "money", dimension: SOURCES.name, member: name });
  const book = bookOf(
    { name: "投入", columns: [COUNTY, member("中央"), member("省级")], rows: [["焉耆回族自治县", 5, 1]] },
    {
      name: "项目",
      columns: [COUNTY, member("中央"), member("省级"), { name: "类", type: "text" }],
      rows: [["焉耆县", 3, 1, "产业"]],
    },
  );
  expect(
    said(book, '每个 县市, 来源：投入.来源 = 求和(项目.来源 当 项目.类 = "产业")').map(
      ([chinese]) => chinese,
    ),
  ).toEqual([
    "焉耆县 中央：投入表的中央 5.00 ≠ 项目表中类=“产业”的中央之和 3.00，相差 2.00，超出尾数允许的 0.02。",
  ]);
  expect(
    said(book, "每个 县市：投入.中央 = 求和(项目.中央)").map(([chinese]) => chinese?.slice(0, 8)),
  ).toEqual(["焉耆回族自治县："]);
});

describe("what was not run", () => {
  test("one entry a rule and table, with the cells that stand in the way", () => {
    const columns: readonly Column[] = [
      { name: "率", type: "rate" },
      { name: "支", type: "money" },
      { name: "算", type: "money" },
    ];
    const rows = [
      [1, 1, 0],
      [undefined, 1, 1],
      [1, "—", 1],
      [1, { error: "#N/A" }, 1],
      ...Array.from({ length: 6 }, () => [undefined, 1, 1]),
    ];
    const book = withChecks(bookOf({ name: "表", columns, rows }), { formulas: ["表.率 = 表.支 / 表.算"] });
    expect(runChecks(book.context, { language: "zh-CN" }).notRun).toEqual([
      {
        rule: "rule",
        table: "表",
        why: "C2：除数为 0；A3、B4、A6、A7、A8 等 8 处：单元格为空；B5：单元格是错误值。",
      },
    ]);
  });

  test("a rule that does not compile says where, and the others run", () => {
    const book = withChecks(
      bookOf({ name: "资产", columns: ASSETS, rows: [["和静县", 2, 1, 1]] }),
      { id: "bad", formulas: ["资产.原值 = 资产.到村"] },
      { id: "good", formulas: [SUM] },
    );
    const result = runChecks(book.context, { language: "zh-CN" });
    expect(result.notRun).toEqual([
      {
        rule: "bad",
        table: "",
        why: "公式“资产.原值 = 资产.到村”第 9 个字符：表“资产”没有名为“到村”的列；有：县市、原值、到户、到乡。",
      },
    ]);
    expect(result.counts).toMatchObject({ run: 1, passed: 1 });
  });
});

test("a rule's own tolerance, in its unit", () => {
  expect(toleranceOf("0.05万元")?.toFixed()).toBe("500");
  expect(toleranceOf("3元")?.toFixed()).toBe("3");
  expect(toleranceOf("0")?.toFixed()).toBe("0");
  expect(toleranceOf(undefined)).toBeUndefined();
  const book = bookOf({ name: "资产", columns: ASSETS, rows: [["和静县", 5.05, 3, 2]] });
  expect(findings(book, SUM, { tolerance: "0.05万元" })).toMatchObject([
    { severity: "warning", tolerance: "0.05" },
  ]);
  expect(findings(book, SUM, { tolerance: "0.1万元" })).toMatchObject([{ severity: "notice" }]);
});
