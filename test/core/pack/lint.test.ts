import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { lintPack } from "../../../src/core/pack/lint";
import type { PackProblem } from "../../../src/core/pack/problem";
import { schoolFiles, schoolText } from "./school";

type Spoil = (pack: Record<string, unknown>) => void;

/** Level, path and Chinese message of each problem of the spoilt pack. */
function told(spoil: Spoil): readonly string[] {
  return lintPack(schoolText(spoil)).map(line);
}

const line = ({ level, path, message }: PackProblem): string => `${level} ${path}: ${message["zh-CN"]}`;

/** The indicator at that index, to be changed in place. */
const indicator = (pack: Record<string, unknown>, index: number) =>
  (pack["indicators"] as Record<string, unknown>[])[index] as Record<string, unknown>;
const check = (pack: Record<string, unknown>, index: number) =>
  (pack["checks"] as Record<string, unknown>[])[index] as Record<string, unknown>;

test("nothing is said of a pack without fault", () => {
  expect(lintPack(schoolFiles())).toEqual([]);
});

test("our own pack has no error and no warning; its assumed defaults are listed", () => {
  const folder = "src/packs/xj-bridging-2021";
  const files = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]),
  );
  const problems = lintPack(files);
  expect(problems.filter(({ level }) => level !== "notice").map(line)).toEqual([]);
  const indicators = problems.filter(({ path }) => path.startsWith("indicators"));
  expect(indicators.map(({ path }) => path)).toEqual(
    [1, 3, 5, 6, 7, 8, 11].map((index) => `indicators[${index}]`),
  );
});

describe("errors", () => {
  test.each<[string, Spoil, string]>([
    [
      "a formula with an unknown name, with the character",
      (pack) => Object.assign(check(pack, 1), { formulas: ["预算.支出额 <= 预算.预算数"] }),
      "error checks[1].formulas[0]: 第 ",
    ],
    [
      "a formula that breaks off",
      (pack) => Object.assign(check(pack, 1), { formulas: ["预算.支出数 <="] }),
      "error checks[1].formulas[0]: 第 ",
    ],
    [
      "a type error",
      (pack) => Object.assign(check(pack, 1), { formulas: ["预算.支出数 + 预算.逾期报销 <= 预算.预算数"] }),
      "error checks[1].formulas[0]: 第 ",
    ],
    [
      "an expression of a method",
      (pack) =>
        Object.assign(indicator(pack, 1), {
          method: { name: "per-item", count: "TOTAL(预算.迟交)", each: "1" },
        }),
      "error indicators[1].method.count: 第 ",
    ],
    [
      "money over a count",
      (pack) =>
        Object.assign(indicator(pack, 1), {
          method: { name: "ratio", numerator: "TOTAL(预算.支出数)", denominator: "TOTAL(预算.逾期报销)" },
        }),
      "error indicators[1].method: 第 ",
    ],
    [
      "money without a denominator",
      (pack) =>
        Object.assign(indicator(pack, 1), {
          method: { name: "linear", numerator: "TOTAL(预算.支出数)", full: "90%", zero: "0%" },
        }),
      "error indicators[1].method.numerator: 金额不能直接与数字比较；请在指标包里写明分母",
    ],
    [
      "a divisor that is always 0",
      (pack) => Object.assign(check(pack, 1), { formulas: ["预算.支出数 / 0 <= 预算.预算数"] }),
      "error checks[1].formulas[0]: 第 10 个字符「0」：除数总是 0。",
    ],
    [
      "an unknown check",
      (pack) =>
        Object.assign(indicator(pack, 2), {
          method: { name: "checks", groups: ["budget.totals"], each: "2" },
        }),
      "error indicators[2].method.groups[0]: 没有编号为 budget.totals 的规则",
    ],
    [
      "an unknown method",
      (pack) => Object.assign(indicator(pack, 2), { method: { name: "magic" } }),
      "error indicators[2].method.name: 没有名为 magic 的计分方法",
    ],
    [
      "an unknown section",
      (pack) => Object.assign(indicator(pack, 0), { section: "nowhere" }),
      "error indicators[0].section: 没有编号为 nowhere 的部分",
    ],
    [
      "a method in the wrong part",
      (pack) => Object.assign(indicator(pack, 3), { method: { name: "manual" } }),
      "error indicators[3].method.name: 计分方法 manual 不能用在「deduction」部分",
    ],
    [
      "maxima that do not add up",
      (pack) => Object.assign(indicator(pack, 2), { max: "4" }),
      "error scale.base: 各指标分值合计 19 分，与总分 20 分不符",
    ],
    [
      "two indicators of one number",
      (pack) => Object.assign(indicator(pack, 2), { no: "1" }),
      "error indicators[2].no: 「1」重复",
    ],
    [
      "a place in a sentence that has no value",
      (pack) =>
        Object.assign(indicator(pack, 0), {
          facts: { sentence: { "zh-CN": "支出{spend}", en: "spent {spend}" }, values: {} },
        }),
      "error indicators[0].facts.sentence.zh-CN: 完成情况的句子用到 {spend}，但 values 里没有它",
    ],
    [
      "a tolerance in an unknown unit",
      (pack) => Object.assign(check(pack, 0), { tolerance: "0.05块" }),
      "error checks[0].tolerance: 不认识的单位「块」",
    ],
  ])("%s", (_what, spoil, start) => {
    expect(told(spoil).some((problem) => problem.startsWith(start))).toBe(true);
  });

  test("a rate needs no denominator, and a faulty numerator is told once, not again for what is made of it", () => {
    const rated = told((pack) =>
      Object.assign(indicator(pack, 1), {
        method: {
          name: "linear",
          numerator: "TOTAL(预算.支出数) / TOTAL(预算.预算数)",
          full: "90%",
          zero: "0%",
        },
      }),
    );
    expect(rated.filter((problem) => problem.includes("indicators[1]"))).toEqual([]);
    const faulty = told((pack) =>
      Object.assign(indicator(pack, 1), {
        method: { name: "ratio", numerator: "TOTAL(预算.花费)", denominator: "TOTAL(预算.预算数)" },
      }),
    );
    expect(faulty.filter((problem) => problem.includes("indicators[1]"))).toEqual([
      expect.stringContaining("error indicators[1].method.numerator: 第 7 个字符「预算.花费」"),
    ]);
  });

  test("an unknown fact, a unit of a table that is no money, a member that its dimension lacks", () => {
    const problems = told((pack) => {
      const [table] = pack["tables"] as Record<string, unknown>[];
      const columns = table?.["columns"] as Record<string, unknown>[];
      Object.assign(table ?? {}, { unit: "块" });
      pack["dimensions"] = [
        {
          name: "校区",
          label: { "zh-CN": "校区", en: "campus" },
          kind: "members",
          members: [{ name: "东区", label: { "zh-CN": "东区", en: "east" }, synonyms: [] }],
        },
      ];
      Object.assign(columns[1] ?? {}, { dimension: "校区", member: "西区" });
      pack["facts"] = [
        {
          id: "spent",
          label: { "zh-CN": "支出", en: "spent" },
          unit: "万元",
          value: "TOTAL(预算.支出数)",
          phrases: ["支出"],
          same: "paid",
        },
      ];
    });
    expect(problems).toEqual(
      expect.arrayContaining([
        "error tables[0].unit: 不认识的金额单位「块」。",
        "error tables[0].columns[1].member: 维度「校区」没有成员「西区」。",
        "error facts[0]: 没有编号为“paid”的事实；请检查拼写。",
      ]),
    );
  });

  test("a key column that the table lacks, an unknown dimension and a doubled column", () => {
    const problems = told((pack) => {
      const [table] = pack["tables"] as Record<string, unknown>[];
      const columns = table?.["columns"] as Record<string, unknown>[];
      Object.assign(table ?? {}, { key: ["branch"] });
      Object.assign(columns[1] ?? {}, { dimension: "校区", member: "东区" });
      Object.assign(columns[2] ?? {}, { id: "planned" });
    });
    expect(problems).toEqual(
      expect.arrayContaining([
        "error tables[0].key[0]: 表「预算」没有编号为 branch 的列。",
        "error tables[0].columns[1].dimension: 没有名为「校区」的维度；请在 dimensions 里定义。",
        "error tables[0].columns[2].id: 「planned」重复。",
      ]),
    );
  });
});

describe("warnings", () => {
  test.each<[string, Spoil, string]>([
    [
      "a check with the formula of another",
      (pack) => Object.assign(check(pack, 1), { formulas: ["TOTALROW(预算.*)=SUM(预算.*)"] }),
      "warning checks[1].formulas[0]: 与规则 budget.total 的公式相同，永远不会发现新问题。",
    ],
    [
      "a check whose sides are the same",
      (pack) => Object.assign(check(pack, 1), { formulas: ["预算.支出数 <= 预算.支出数"] }),
      "warning checks[1].formulas[0]: 公式两边相同，永远不会发现问题。",
    ],
    [
      "a column that can never be recognised, and the check on it",
      (pack) => {
        const [table] = pack["tables"] as { columns: Record<string, unknown>[] }[];
        Object.assign(table?.columns[2] ?? {}, { headers: [] });
      },
      "warning checks[1].formulas[0]: 永远不会运行：列「预算.支出数」没有表头写法，识别不到。",
    ],
    [
      "a missing language",
      (pack) => Object.assign(pack, { title: { "zh-CN": "学校" } }),
      "warning title: 缺少 en 文本，英文界面将显示中文。",
    ],
    [
      "a text that was not translated",
      (pack) => Object.assign(pack, { title: { "zh-CN": "学校", en: "学校" } }),
      "warning title: en 文本仍是中文。",
    ],
    [
      "an empty text",
      (pack) => Object.assign(check(pack, 0), { help: { "zh-CN": "", en: "x" } }),
      "warning checks[0].help: zh-CN 文本为空。",
    ],
    [
      "a limit of bonuses that is never reached",
      (pack) => Object.assign(pack, { scale: { base: "20", maxBonus: "5", maxDeduction: "3", decimals: 2 } }),
      "warning scale.maxBonus: 各指标分值合计 0 分，达不到上限 5 分。",
    ],
  ])("%s", (_what, spoil, expected) => {
    expect(told(spoil)).toContain(expected);
  });

  test.each<[string, Spoil, string]>([
    [
      "a column that can never be recognised behind a minus sign",
      (pack) => {
        const [table] = pack["tables"] as { columns: Record<string, unknown>[] }[];
        Object.assign(table?.columns[2] ?? {}, { headers: [] });
        Object.assign(check(pack, 1), { formulas: ["-预算.支出数 <= 预算.预算数"] });
      },
      "warning checks[1].formulas[0]: 永远不会运行：列「预算.支出数」没有表头写法，识别不到。",
    ],
    [
      "an English text that is empty",
      (pack) => Object.assign(pack, { title: { "zh-CN": "学校", en: "" } }),
      "warning title: en 文本为空。",
    ],
    [
      "a value that no sentence uses",
      (pack) =>
        Object.assign(indicator(pack, 0), {
          facts: { sentence: { "zh-CN": "支出正常", en: "spent" }, values: { spent: "TOTAL(预算.支出数)" } },
        }),
      "warning indicators[0].facts.sentence.zh-CN: values 里的 spent 没有在句子中用到。",
    ],
  ])("%s", (_what, spoil, expected) => {
    expect(told(spoil)).toContain(expected);
  });

  test("a condition on a key that is no member", () => {
    const problems = told((pack) => {
      pack["dimensions"] = [
        {
          name: "部门",
          label: { "zh-CN": "部门", en: "Department" },
          kind: "members",
          members: [{ name: "教务处", label: { "zh-CN": "教务处", en: "Teaching" }, synonyms: ["教务"] }],
        },
      ];
      Object.assign(check(pack, 1), {
        formulas: ['SUM(预算.支出数 WHERE 预算.部门 IN ("教务", "后勤处")) <= SUM(预算.预算数)'],
      });
    });
    expect(problems).toContain(
      "warning checks[1].formulas[0]: 条件永远不成立：维度「部门」没有成员「后勤处」。",
    );
  });
});

test("an assumed default is listed", () => {
  expect(told((pack) => Object.assign(check(pack, 0), { assumed: true }))).toEqual([
    "notice checks[0]: † 「合计等于各部门之和」用的是默认口径，请对照当年通知核实。",
  ]);
});
