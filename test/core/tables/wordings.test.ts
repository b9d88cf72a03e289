/** Tables of few columns, said with little else: which column a header fits, and which table a place is. */
import { describe, expect, test } from "@jest/globals";
import type { ColumnSpec, KeyDimension, TableSpec } from "../../../src/core/pack/pack";
import { headerText } from "../../../src/core/tables/header-text";
import { lexiconOf } from "../../../src/core/tables/lexicon";
import { matchesOf } from "../../../src/core/tables/match";
import { draw, find, type Cell } from "./draw";

const said = (text: string) => ({ "zh-CN": text, en: text });
const member = (name: string, ...synonyms: string[]) => ({ name, label: said(name), synonyms });

const DIMENSIONS: readonly KeyDimension[] = [
  { name: "县市", label: said("县市"), kind: "place" },
  {
    name: "来源",
    label: said("来源"),
    kind: "members",
    fillers: ["级", "资金", "财政衔接"],
    members: [member("省", "省级资金"), member("市", "市级资金")],
  },
  { name: "去向", label: said("去向"), kind: "members", members: [member("省", "省属")] },
];

function column(id: string, type: ColumnSpec["type"], headers: string, more: Partial<ColumnSpec> = {}) {
  const [name = id] = headers.split(" ");
  return { id, name, label: said(name), type, headers: headers.split(" "), required: true, ...more };
}

function table(id: string, titles: readonly string[], columns: readonly ColumnSpec[]): TableSpec {
  return { id, name: id, label: said(id), titles, columns, key: ["county"], required: true };
}

const COUNTY = column("county", "key", "县市", { dimension: "县市" });

const FUNDS = table(
  "funds",
  ["资金"],
  [
    COUNTY,
    column("total", "money", "合计 到位总额"),
    column("province", "money", "省级资金", { dimension: "来源", member: "省" }),
    column("city", "money", "市级资金", { dimension: "来源", member: "市" }),
    column("given", "money", "拨付省属", { dimension: "去向", member: "省" }),
    column("spent", "money", "支出 已支付"),
    column("extra", "money", "支出额度数"),
  ],
);

describe("the lexicon of filled members", () => {
  test("has the columns of sources by what is left of their names", () => {
    const { stems } = lexiconOf([FUNDS], DIMENSIONS);
    expect(stems.map(({ fillers, columns }) => [fillers, [...columns]])).toEqual([
      [
        ["级", "资金", "财政衔接"],
        [
          ["省", [{ spec: 0, column: 2, segments: ["省"], canonical: false }]],
          ["市", [{ spec: 0, column: 3, segments: ["市"], canonical: false }]],
        ],
      ],
    ]);
  });
});

describe("the lexicon", () => {
  const PEOPLE = table(
    "people",
    ["人口"],
    [
      column("no", "text", "序号", { required: false }),
      COUNTY,
      column("households", "count", "排查（户） 入户/户数", { name: "户数" }),
      column("people", "count", "排查（人）", { name: "人数" }),
      column("rate", "rate", "完成率 其中/比率"),
      column("named", "money", "完成金额 完成率", { name: "完成/金额（万元）" }),
    ],
  );
  const lexicon = lexiconOf([FUNDS, PEOPLE], DIMENSIONS);
  const named = (wordings: ReadonlyMap<string, readonly { spec: number; column: number }[]>, word: string) =>
    (wordings.get(word) ?? []).map(({ spec, column: at }) => `${spec}:${at}`);

  test("knows a column by its headers, its name, and its member's synonyms", () => {
    expect(named(lexicon.byLeaf, "拨付省属")).toEqual(["0:4"]);
    expect(named(lexicon.byLeaf, "省属")).toEqual(["0:4"]);
    expect(named(lexicon.byLeaf, "户数")).toEqual(["1:2", "1:2"]);
    expect(lexicon.byLeaf.get("户数")?.map(({ segments, canonical }) => [segments, canonical])).toEqual([
      [["入户", "户数"], false],
      [["户数"], true],
    ]);
    expect(lexicon.byLeaf.get("县市")?.map(({ canonical }) => canonical)).toEqual([true, true]);
    expect(["入户", "户数", "排查", "省属", "已支付"].filter((word) => !lexicon.words.has(word))).toEqual([]);
    expect(lexicon.words.has("")).toBe(false);
    expect(lexicon.byLeaf.get("比率")?.map(({ segments }) => segments)).toEqual([["比率"]]);
  });

  test("knows counts that differ in nothing but their unit by the unit alone", () => {
    expect([named(lexicon.byLeaf, "排查#户"), named(lexicon.byLeaf, "排查#人")]).toEqual([["1:2"], ["1:3"]]);
    expect(lexicon.byLeaf.has("排查")).toBe(false);
    // Amounts are known without theirs.
    expect(named(lexicon.byLeaf, "金额")).toEqual(["1:5"]);
    expect(lexicon.byLeaf.has("金额#万元")).toBe(false);
  });

  test("knows words of one column, and amounts and counts without their tails", () => {
    expect([...(lexicon.single[1]?.get("完成率") ?? [])]).toEqual([4, 5]);
    expect([...(lexicon.single[0]?.get("支出") ?? [])]).toEqual([5]);
    expect(lexicon.single[1]?.has("金额")).toBe(false);
    expect([named(lexicon.loose, "完成"), named(lexicon.loose, "完成金额")]).toEqual([["1:5"], ["1:5"]]);
    expect(lexicon.loose.has("序号")).toBe(false);
    expect(lexicon.loose.has("")).toBe(false);
  });

  test("knows the column of places of a table that has one", () => {
    const none = { ...PEOPLE, columns: PEOPLE.columns.filter(({ id }) => id !== "county") };
    const other = { ...PEOPLE, columns: [column("source", "key", "来源", { dimension: "来源" })] };
    expect(lexiconOf([FUNDS, PEOPLE, none, other], DIMENSIONS).placeKeys).toEqual([0, 1, -1, -1]);
  });

  test("tells a column anew for a pack with other members", () => {
    const others: readonly KeyDimension[] = [
      { name: "来源", label: said("来源"), kind: "members", members: [member("省", "兵团资金")] },
    ];
    expect(lexiconOf([FUNDS], others).words.has("兵团资金")).toBe(true);
    expect(lexiconOf([FUNDS], DIMENSIONS).words.has("兵团资金")).toBe(false);
    expect(lexiconOf([FUNDS], others).stems).toEqual([]);
  });
});

describe("the column that a header fits", () => {
  const lexicon = lexiconOf([FUNDS], DIMENSIONS);
  const matched = (texts: readonly string[], year?: number, hidden = false) => {
    const header = { column: 0, path: texts.map(headerText), raw: texts, row: 0 };
    return matchesOf(header, lexicon, year, hidden);
  };
  const fit = (...texts: readonly string[]): readonly string[] =>
    matched(texts).map(({ column: at }) => FUNDS.columns[at]!.id);
  const score = (texts: readonly string[], year?: number, hidden?: boolean): number => {
    const [only, ...others] = matched(texts, year, hidden);
    if (only === undefined || others.length > 0) throw new Error(`${texts.join("/")} fits not one column`);
    return only.score;
  };

  test.each<[readonly string[], readonly string[]]>([
    [["省级财政衔接资金"], ["province"]],
    [["资金来源", "市财政衔接资金"], ["city"]],
    // What stands below another column's header splits that column.
    [["支出", "省级财政衔接资金"], []],
    [["支出", "省级资金"], []],
    [["县级财政衔接资金"], []],
    // Without any of the fillers it may as well be the name of a place's column.
    [["市"], []],
    // A tail that adds nothing.
    [["支出情况"], ["spent"]],
    [["资金使用", "支出情况"], ["spent"]],
    [["合计", "支出情况"], []],
    [["资金使用", "合计", "支出情况"], []],
    [["合计", "资金使用", "支出情况"], []],
    // Named outright, it is no other column without its tail.
    [["支出"], ["spent"]],
    [["支出额度数"], ["extra"]],
    [["支出额度"], ["extra"]],
    // 合计 below a group is the group's, and a group's 合计 is the group.
    [["合计"], ["total"]],
    [["别的资金", "合计"], []],
    [["支出", "合计"], ["spent"]],
    [["支出（万元）", "小计"], ["spent"]],
    [["2021年"], []],
    [["支出", "2021年"], ["spent"]],
    [["未知"], []],
    // A slanted header in the corner names the keys below it, and no figures.
    [["项目＼县市"], ["county"]],
    [["支出＼县市"], ["county"]],
    [["项目＼支出"], []],
    [["资金使用", "项目＼县市"], []],
    // Levels read together.
    [["省级", "资金"], ["province"]],
    [["来源", "省级", "资金"], ["province"]],
    [["支出", "省级", "资金"], []],
  ])("%j: %j", (texts, columns) => {
    expect(fit(...texts)).toEqual(columns);
  });

  test("fits less well the less of its words are said", () => {
    const falling = [score(["支出"]), score(["已支付"]), score(["已支付（其他）"]), score(["支出情况"])];
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    expect(new Set(falling).size).toBe(falling.length);
    expect(score(["省级资金"])).toBeGreaterThan(score(["省级", "资金"]));
    expect(score(["省级", "资金"])).toBeGreaterThan(score(["省级财政衔接资金"]));
  });

  test("fits less well under another year, hidden, or for one year of several", () => {
    const plain = score(["支出"]);
    expect(score(["2021年支出"], 2021)).toBe(plain);
    expect(score(["2020年支出"], 2021)).toBeLessThan(plain);
    expect(score(["2020年支出"])).toBe(plain);
    // A span of years says nothing.
    expect(score(["2020年", "2021年支出"], 2021)).toBe(plain);
    expect(score(["支出"], 2021, true)).toBeLessThan(plain);
    expect(score(["支出", "2021年"], 2021)).toBeLessThan(plain);
  });
});

describe("two tables for one place", () => {
  const body: readonly Cell[] = ["轮台县", 1, 2, 3, 4, 5, 6];
  const columns = (count: number): readonly ColumnSpec[] => [
    COUNTY,
    ...["甲数", "乙数", "丙数", "丁数", "戊数", "己数"]
      .slice(0, count)
      .map((header) => column(header, "money", header)),
  ];
  const head = (count: number): readonly Cell[] => columns(count).map(({ name }) => name);
  const outcome = (specs: readonly TableSpec[], rows: readonly (readonly Cell[])[]) => {
    const { tables, missing, ambiguous } = find(
      [draw("表", rows)],
      specs.map(({ id }) => id),
      {},
      specs,
      DIMENSIONS,
    );
    return {
      found: tables.map(({ spec }) => spec.id),
      missing: missing.map(({ id }) => id),
      asked: ambiguous.map(({ table: { id } }) => id),
    };
  };

  test("alike in all but the title: the one that the title names", () => {
    const specs = [table("first", ["投入情况"], columns(4)), table("second", ["支出情况"], columns(4))];
    expect(outcome(specs, [["支出情况表"], head(4), body])).toEqual({
      found: ["second"],
      missing: ["first"],
      asked: [],
    });
    expect(outcome(specs, [["投入情况表"], head(4), body])).toEqual({
      found: ["first"],
      missing: ["second"],
      asked: [],
    });
    expect(outcome(specs, [head(4), body]).asked).toEqual(["first", "second"]);
  });

  test("one has more of the columns that stand there", () => {
    const small = table("small", ["小表"], columns(3));
    const large = table("large", ["大表"], columns(6));
    for (const specs of [
      [small, large],
      [large, small],
    ])
      expect(outcome(specs, [head(6), body])).toEqual({ found: ["large"], missing: ["small"], asked: [] });
  });

  test("a title does not make up for half of the columns", () => {
    const whole = table("whole", ["大表"], columns(6));
    const half = table(
      "half",
      ["收支情况"],
      [...columns(3), ...["子", "丑", "寅"].map((no) => column(no, "money", `${no}项`))],
    );
    expect(outcome([half, whole], [["收支情况表"], head(6), body])).toMatchObject({
      found: ["whole"],
      asked: [],
    });
  });
});

describe("a part of the columns", () => {
  // A key counts 3, a required column 2, another 0.5: 3 + 2 + 0.5 of 10 is 55 %, 3 + 2 + 2 of 10 is 70 %.
  const spec = table(
    "part",
    ["收支情况"],
    [
      COUNTY,
      ...["甲数", "乙数", "丙数"].map((name) => column(name, "money", name)),
      ...["备考", "附言"].map((name) => column(name, "text", name, { required: false })),
    ],
  );
  const found = (name: string, title: Cell, head: readonly Cell[]): boolean =>
    find(
      [draw(name, [[title], head, head.map((_, index) => (index === 0 ? "轮台县" : index))])],
      ["part"],
      {},
      [spec],
      DIMENSIONS,
    ).tables.length === 1;

  test.each<[readonly Cell[], boolean, boolean]>([
    [["县市", "甲数", "乙数"], true, true],
    [["县市", "甲数", "备考", "附言"], true, false],
    [["县市", "甲数", "备考"], true, false],
    [["县市", "甲数"], false, false],
    [["甲数", "乙数", "丙数"], false, false],
  ])("%j: with a title %s, without %s", (head, titled, untitled) => {
    expect(found("表", "收支情况表", head)).toBe(titled);
    expect(found("收支情况", undefined, head)).toBe(titled);
    expect(found("表", undefined, head)).toBe(untitled);
  });
});
