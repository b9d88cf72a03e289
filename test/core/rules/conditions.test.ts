/** Conditions: what picks rows, in rules and in sums, and what cannot be told. */
import { describe, expect, test } from "@jest/globals";
import { bookOf, type Cell, type Column, COUNTIES, outcome, run } from "./book";

const COLUMNS: readonly Column[] = [
  { name: "县市", type: "key", dimension: COUNTIES.name },
  { name: "甲", type: "money" },
  { name: "乙", type: "money" },
  { name: "类", type: "text" },
  { name: "别", type: "text" },
  { name: "户", type: "count", unit: "户" },
  { name: "收到", type: "date" },
  { name: "缺", type: "money", present: false },
];
const ERROR: Cell = { error: "#REF!" };

function book(...rows: readonly (readonly Cell[])[]) {
  return bookOf(
    { name: "表", columns: COLUMNS, rows },
    {
      name: "县表",
      columns: [
        { name: "县市", type: "key", dimension: COUNTIES.name },
        { name: "和", type: "money" },
      ],
      rows: [
        ["轮台县", 3],
        ["和静县", 5],
      ],
    },
  );
}

const THREE = [
  ["轮台县", 1, 0, "产业", "产业", 3, "2021-03-01"],
  ["轮台县", 2, 0, "道路", "水渠", 4, "2021-05-01"],
  ["和静县", 5, 5, "产业", "—", 9, undefined],
] as const;

/** Sums of 甲 over the rows that a condition picks, where all of 甲 is 8. */
test.each([
  ['表.类 = "产业"', 6],
  ['"产业" = 表.类', 6],
  ['表.类 <> "产业"', 2],
  ["表.类 = 表.别", 1],
  ["表.类 <> 表.别", 7],
  ['表.类 = "产业" 且 表.别 = "产业"', 1],
  ['表.类 = "道路" 或 表.别 = "产业"', 3],
  ['非 (表.类 = "道路" 或 表.别 = "产业")', 5],
  ['表.类 属于 ("道路", "水渠")', 2],
  ['非 表.类 属于 ("道路", "水渠")', 6],
  ["有值(表.别)", 3],
  ["非 有值(表.别)", 5],
  ["有值(表.收到)", 3],
  ["非 有值(表.收到)", 5],
  ["表.户 属于 (3, 9)", 6],
  ["表.户 >= 4户", 7],
  ["4户 <= 表.户", 7],
  ["表.乙 > 0", 5],
  ["非 表.乙 > 0", 3],
  ["表.甲 = 表.乙 或 表.户 = 4", 7],
  ["表.户 > 3 且 表.乙 = 0", 2],
  // A row without a date is picked neither by a condition on it nor by its contrary.
  ["表.收到 = 表.收到", 3],
  ["表.收到 <> 表.收到", 0],
  ['"甲" = "甲"', 8],
] as const)("求和(表.甲 当 %s) is %i", (condition, sum) => {
  expect(outcome(run(book(...THREE), `求和(表.甲 当 ${condition}) = ${sum}万元`))).toEqual({
    failed: [],
    passed: 1,
    notRun: [],
  });
});

test.each([
  ['表.类 = "产业"', 2],
  ["表.户 > 3", 2],
] as const)("计数(表 当 %s) is %i", (condition, count) => {
  expect(run(book(...THREE), `计数(表 当 ${condition}) = ${count}`).passed).toBe(1);
  expect(outcome(run(book(...THREE), `计数(表 当 ${condition}) = 7`)).failed).toEqual([
    ["error", String(count), "7", String(count - 7)],
  ]);
});

describe("a sum of what stands in each row", () => {
  test("takes the rows that are picked", () => {
    expect(run(book(...THREE), '求和(表.甲 - 表.乙 当 表.类 = "产业") = 1万元').passed).toBe(1);
    expect(run(book(...THREE), "求和(表.甲 - 表.乙) = 3万元").passed).toBe(1);
  });

  test("is none where a picked row cannot be read", () => {
    const broken = book(["轮台县", 1, ERROR, "产业"], ["轮台县", 1, 1, "道路"]);
    expect(outcome(run(broken, "求和(表.甲 - 表.乙) = 0元")).notRun).toEqual([
      "the cell holds an error value",
    ]);
    expect(run(broken, '求和(表.甲 - 表.乙 当 表.类 = "道路") = 0元').passed).toBe(1);
  });
});

describe("a condition that cannot be told leaves the rule not run", () => {
  const broken = book(["轮台县", 1, ERROR, "产业", "产业", 3], ["和静县", 2, 5, "道路", "水渠", 4]);

  test.each([
    "求和(表.甲 当 表.乙 > 0) = 1元",
    "求和(表.甲 - 表.甲 当 表.乙 > 0) = 0元",
    "求和(表.甲 当 非 表.乙 > 0) = 1元",
    "求和(表.甲 当 表.乙 > 0 且 表.户 > 0) = 1元",
    "求和(表.甲 当 有值(表.乙)) = 1元",
    "计数(表 当 表.乙 > 0) = 1",
    "计数(表 当 -表.乙 < 0) = 1",
    "求和(表.甲 当 最大(表.甲, 表.乙) > 0) = 1元",
    "最大(求和(表.乙), 1万元) = 1万元",
  ])("%s", (formula) => {
    const result = outcome(run(broken, formula));
    expect(result.failed).toEqual([]);
    expect(result.notRun).toEqual(["the cell holds an error value"]);
  });

  test("of one key alone where the rule is tried for each", () => {
    expect(outcome(run(broken, "每个 县市：县表.和 <= 求和(表.甲 当 表.乙 > 0)"))).toEqual({
      failed: [["error", "5", "2", "3"]],
      passed: 0,
      notRun: ["the cell holds an error value"],
    });
  });

  test("of rows that are not to repeat", () => {
    const twice = book(["轮台县", 1, 1, "路"], ["轮台县", 1, ERROR, "路"], ["轮台县", 1, 2, "路"]);
    expect(outcome(run(twice, "不重复(表.县市, 表.类) 当 表.乙 > 0"))).toEqual({
      failed: [["error", "轮台县 路", "轮台县 路", undefined]],
      passed: 1,
      notRun: ["the cell holds an error value"],
    });
  });

  test("but a side that decides alone asks for no other", () => {
    expect(run(broken, "求和(表.甲 当 表.甲 > 0 或 表.乙 > 0) = 3万元").passed).toBe(1);
    expect(run(broken, "求和(表.甲 当 表.甲 < 0 且 表.乙 > 0) = 0元").passed).toBe(1);
  });

  test("of rows: those alone whose own cells cannot be read", () => {
    expect(outcome(run(broken, "表.甲 <= 1万元 当 表.乙 > 0"))).toEqual({
      failed: [["error", "2", "1", "1"]],
      passed: 0,
      notRun: ["the cell holds an error value"],
    });
    expect(outcome(run(broken, "表.甲 = 1万元 或 表.乙 > 0"))).toEqual({ failed: [], passed: 2, notRun: [] });
    expect(outcome(run(broken, "表.甲 = 2万元 或 表.乙 > 0"))).toEqual({
      failed: [],
      passed: 1,
      notRun: ["the cell holds an error value"],
    });
    expect(outcome(run(broken, "表.户 属于 (4) 或 非 表.乙 属于 (5万元)"))).toMatchObject({
      passed: 1,
      notRun: ["the cell holds an error value"],
    });
  });

  test("a column that was not found", () => {
    expect(outcome(run(broken, "求和(表.甲 当 表.缺 > 0) = 1元")).notRun).toEqual([
      'table "表" has no column "缺"',
    ]);
    expect(outcome(run(broken, "求和(表.甲 当 有值(表.缺)) = 1元")).notRun).toEqual([
      'table "表" has no column "缺"',
    ]);
    expect(outcome(run(broken, "求和(表.缺) = 1元")).notRun).toEqual(['table "表" has no column "缺"']);
  });
});

describe("two conditions in one rule are two rules", () => {
  test("each with its own sides", () => {
    expect(outcome(run(book(...THREE), "表.甲 <= 2万元 且 表.乙 = 0"))).toEqual({
      failed: [
        ["error", "5", "2", "3"],
        ["error", "5", "0", "5"],
      ],
      passed: 4,
      notRun: [],
    });
  });
});

describe("what a comparison that fails is", () => {
  const one = bookOf({
    name: "表",
    columns: [
      { name: "甲", type: "money" },
      { name: "户", type: "count", unit: "户" },
      { name: "率", type: "rate" },
      { name: "分", type: "score" },
      { name: "满", type: "score" },
      { name: "天", type: "days" },
      { name: "收", type: "date" },
      { name: "类", type: "text" },
    ],
    rows: [[5, 3, 0.5, 4, 5, 9, "2021-03-01", "路"]],
  });
  test.each([
    ["表.甲 <= 1万元", "figures", [[1, 0]]],
    ["表.户 <= 1户", "figures", [[1, 1]]],
    ["表.分 = 表.满", "figures", [[1, 3]]],
    ["表.率 <= 10%", "rate", [[1, 2]]],
    ["表.天 <= 1天", "days", [[1, 5]]],
    ["表.收 < 表.收", "dates", [[1, 6]]],
    ["表.类 = “桥”", "texts", [[1, 7]]],
    ["“桥” = 表.类", "texts", [[1, 7]]],
    [
      "表.类 = “桥” 或 表.户 > 5",
      "condition",
      [
        [1, 7],
        [1, 1],
      ],
    ],
  ] as const)("%s: %s", (formula, kind, cells) => {
    const [failed] = run(one, formula).failed;
    expect(failed?.kind).toBe(kind);
    expect(failed?.left.cells.map(({ row, column }) => [row, column])).toEqual(cells);
    // A condition has no figures on two sides.
    expect(failed?.right === undefined).toBe(kind === "condition");
    expect(failed?.left.value === "").toBe(kind === "condition");
  });

  test("nothing counts 0 in amounts, counts and scores; a rate, days or a date that is not there is not compared", () => {
    const columns: readonly Column[] = [
      { name: "甲", type: "money" },
      { name: "户", type: "count", unit: "户" },
      { name: "分", type: "score" },
      { name: "率", type: "rate" },
      { name: "天", type: "days" },
    ];
    const blank = bookOf({
      name: "表",
      columns,
      rows: [[undefined, undefined, undefined, undefined, undefined]],
    });
    for (const formula of ["表.甲 = 0", "表.户 = 0", "表.分 = 0"])
      expect(outcome(run(blank, formula))).toEqual({ failed: [], passed: 1, notRun: [] });
    for (const formula of ["表.甲 >= 1元", "表.户 >= 1", "表.分 >= 1"])
      expect(run(blank, formula).failed).toHaveLength(1);
    for (const formula of ["表.率 = 0", "表.天 = 0"])
      expect(outcome(run(blank, formula)).notRun).toEqual(["the cell is empty"]);
  });
});

describe("texts of one row", () => {
  test("are compared as they are read, and told as they stand", () => {
    const result = run(book(...THREE), "表.类 = 表.别");
    expect(result.passed).toBe(1);
    expect(result.failed.map(({ left, right }) => [left.value, right?.value])).toEqual([
      ["道路", "水渠"],
      ["产业", "—"],
    ]);
    expect(run(book(...THREE), "表.类 <> 表.别").passed).toBe(2);
    expect(run(book(...THREE), '"产业" = 表.类').failed.map(({ right }) => right?.value)).toEqual(["道路"]);
  });
});
