/** Where rules are tried: rows, 合计 rows, keys, members, the whole workbook; and what cannot be run. */
import { describe, expect, test } from "@jest/globals";
import { bookOf, type Column, COUNTIES, outcome, run, SOURCES } from "./book";

const COUNTY: Column = { name: "县市", type: "key", dimension: COUNTIES.name };
const member = (name: string): Column => ({ name, type: "money", dimension: SOURCES.name, member: name });
const FUNDS = [
  COUNTY,
  { name: "合计", type: "money" },
  member("中央"),
  member("省级"),
] as const satisfies readonly Column[];
const PROJECTS = [
  COUNTY,
  member("中央"),
  member("省级"),
  { name: "类别", type: "text" },
] as const satisfies readonly Column[];

describe("rows", () => {
  test("data rows and every printed 合计 row", () => {
    const book = bookOf({
      name: "投入",
      columns: FUNDS,
      rows: [
        ["轮台县", 3, 1, 2],
        ["和静县", 5, 1, 1],
      ],
      totals: [
        ["合计", 8, 2, 3],
        ["总计", 9, 2, 7],
      ],
    });
    expect(outcome(run(book, "投入.合计 = 投入.中央 + 投入.省级"))).toEqual({
      failed: [
        ["error", "5", "2", "3"],
        ["error", "8", "5", "3"],
      ],
      passed: 2,
      notRun: [],
    });
  });

  test("a rule with dates, days or texts takes data rows alone", () => {
    const columns: readonly Column[] = [
      { name: "收到", type: "date" },
      { name: "下达", type: "date" },
      { name: "间隔", type: "days" },
    ];
    const book = bookOf({
      name: "表",
      columns,
      rows: [
        ["2021年4月12日", "2021.4.15", 3],
        ["2021-05-10", 20210514, 5],
      ],
      totals: [["合计", undefined, 8]],
    });
    expect(outcome(run(book, "表.间隔 = 天数(表.收到, 表.下达)"))).toEqual({
      failed: [["error", "5", "4", "1"]],
      passed: 1,
      notRun: [],
    });
    expect(outcome(run(book, "表.收到 >= 表.下达")).failed).toEqual([
      ["error", "2021-04-12", "2021-04-15", "-3"],
      ["error", "2021-05-10", "2021-05-14", "-4"],
    ]);
    expect(run(book, "工作日(表.收到, 表.下达) <= 3天")).toMatchObject({ passed: 1 });
  });

  test("WHERE picks rows", () => {
    const book = bookOf({
      name: "项目",
      columns: PROJECTS,
      rows: [
        ["a", 1, 2, "产业"],
        ["a", 3, 2, "产业 "],
        ["a", 5, 1, "道路"],
      ],
      totals: [["合计", 9, 5]],
    });
    expect(outcome(run(book, '项目.中央 <= 项目.省级 当 项目.类别 = "产业"'))).toMatchObject({
      passed: 1,
      failed: [["error", "3", "2", "1"]],
    });
    expect(
      outcome(run(book, '项目.中央 <= 项目.省级 当 项目.类别 属于 ("道路", "水渠") 且 项目.中央 > 0')),
    ).toMatchObject({ passed: 0, failed: [["error", "5", "1", "4"]] });
    expect(outcome(run(book, "项目.中央 <= 项目.省级 当 非 有值(项目.类别)"))).toMatchObject({
      passed: 0,
      failed: [],
    });
  });

  test("conditions without figures", () => {
    const book = bookOf({
      name: "项目",
      columns: PROJECTS,
      rows: [
        ["a", 0, 2, undefined],
        ["a", 3, 2, "产业"],
        ["a", 5, 1, "—"],
      ],
    });
    const result = run(book, "项目.中央 = 0 或 有值(项目.类别)", "warning");
    expect(result.passed).toBe(2);
    expect(result.failed).toMatchObject([{ kind: "condition", verdict: "warning" }]);
    expect(run(book, '项目.类别 = "产业"').failed.map(({ left }) => left.value)).toEqual(["", "—"]);
  });

  test("a column that was not found: not run", () => {
    const columns: readonly Column[] = [
      { name: "甲", type: "money" },
      { name: "乙", type: "money", present: false },
    ];
    const book = bookOf({ name: "表", columns, rows: [[1, 1]] });
    expect(outcome(run(book, "表.甲 = 表.乙"))).toEqual({
      failed: [],
      passed: 0,
      notRun: ['table "表" has no column "乙"'],
    });
  });

  test.each([
    [{ error: "#REF!" }, "the cell holds an error value"],
    ["约五万", "the cell does not hold the figure or date that it should"],
    [{ formula: "A1" }, "the formula has no stored value; recalculate and save the workbook"],
  ])("%j is never counted as 0", (cell, why) => {
    const columns: readonly Column[] = [
      { name: "甲", type: "money" },
      { name: "乙", type: "money" },
    ];
    const book = bookOf({
      name: "表",
      columns,
      rows: [
        [cell, 0],
        [2, 2],
      ],
      totals: [[2, 2]],
    });
    expect(outcome(run(book, "表.甲 = 表.乙"))).toEqual({ failed: [], passed: 2, notRun: [why] });
    expect(outcome(run(book, "合计行(表.甲) = 求和(表.甲)"))).toEqual({
      failed: [],
      passed: 0,
      notRun: [why],
    });
    expect(outcome(run(book, "合计行(表.乙) = 求和(表.乙)"))).toEqual({ failed: [], passed: 1, notRun: [] });
  });
});

describe("合计 rows", () => {
  const table = (totals: readonly (readonly (number | string | undefined)[])[]) =>
    bookOf({
      name: "投入",
      columns: FUNDS,
      rows: [
        ["轮台县", 3, 1, 2],
        ["和静县", 5, 4, 1],
      ],
      totals,
    });

  test("表.* makes one comparison a column that adds up", () => {
    expect(outcome(run(table([["合计", 8, 5, 4]]), "合计行(投入.*) = 求和(投入.*)"))).toEqual({
      failed: [["error", "4", "3", "1"]],
      passed: 2,
      notRun: [],
    });
  });

  test("two printed rows are compared each", () => {
    expect(
      run(
        table([
          ["合计", 8, 5, 3],
          ["合计", 8, 5, 4],
        ]),
        "合计行(投入.*) = 求和(投入.*)",
      ),
    ).toMatchObject({ passed: 5, failed: [{}] });
  });

  test("TOTAL asks what the total is: rows on top and below that say the same are one", () => {
    expect(
      run(
        table([
          ["合计", 8, 5, 3],
          ["合计", 8, 5, 3],
        ]),
        "合计(投入.合计) = 8万元",
      ),
    ).toMatchObject({ passed: 1 });
    expect(
      outcome(
        run(
          table([
            ["合计", 8, 5, 3],
            ["合计", 9, 5, 3],
          ]),
          "合计(投入.合计) = 8万元",
        ),
      ),
    ).toEqual({
      failed: [["error", "9", "8", "1"]],
      passed: 1,
      notRun: [],
    });
  });

  test("a 合计 row that says what it leaves out is the sum of the other rows; TOTAL is then the sum of all", () => {
    const without = (...leftOut: readonly (readonly number[])[]) =>
      bookOf({
        name: "投入",
        columns: FUNDS,
        rows: [
          ["州本级", 7, 7, 7],
          ["轮台县", 3, 1, 2],
          ["和静县", 5, 4, 1],
        ],
        totals: [["合计", 8, 5, 3]],
        leftOut,
      });
    const formula = "合计行(投入.*) = 求和(投入.*)";
    expect(run(without([0]), formula)).toMatchObject({ passed: 3, failed: [] });
    expect(run(without(), formula)).toMatchObject({ passed: 0, failed: [{}, {}, {}] });
    expect(run(without([1]), formula).failed.map(({ right }) => right?.value)).toEqual(["12", "11", "8"]);
    expect(run(without([0]), "合计(投入.合计) = 15万元").passed).toBe(1);
    expect(run(without([0]), "求和(投入.合计) = 15万元").passed).toBe(1);
    const twice = bookOf({
      name: "投入",
      columns: FUNDS,
      rows: [
        ["州本级", 7, 7, 7],
        ["轮台县", 3, 1, 2],
      ],
      totals: [
        ["合计（不含州本级）", 3, 1, 2],
        ["总计", 10, 8, 9],
      ],
      leftOut: [[0]],
    });
    expect(run(twice, formula)).toMatchObject({ passed: 6, failed: [] });
  });

  test("a blank 合计 cell and a missing 合计 row are not run; TOTAL adds the rows up where none is printed", () => {
    expect(outcome(run(table([["合计", undefined, 5, 3]]), "合计行(投入.*) = 求和(投入.*)"))).toEqual({
      failed: [],
      passed: 2,
      notRun: ["the total row is blank here"],
    });
    expect(outcome(run(table([]), "合计行(投入.合计) = 求和(投入.合计)")).notRun).toEqual([
      'table "投入" has no total row',
    ]);
    expect(run(table([]), "合计(投入.合计) = 8万元").passed).toBe(1);
    expect(run(table([["合计", 9, 5, 3]]), "合计(投入.合计) = 9万元").passed).toBe(1);
    expect(outcome(run(table([["合计", undefined, 5, 3]]), "合计(投入.合计) = 8万元")).notRun).toEqual([
      "the total row is blank here",
    ]);
  });

  test("in a row rule a 合计 row with a blank where the rows hold figures is not run; a dash is nothing", () => {
    const formula = "投入.合计 = 投入.中央 + 投入.省级";
    expect(outcome(run(table([["合计", 8, undefined, 3]]), formula))).toEqual({
      failed: [],
      passed: 2,
      notRun: ["the total row is blank here"],
    });
    expect(outcome(run(table([["合计", 8, "—", 3]]), formula)).failed).toEqual([["error", "8", "3", "5"]]);
    const empty = bookOf({
      name: "投入",
      columns: FUNDS,
      rows: [["轮台县", 3, 3, undefined]],
      totals: [["合计", 3, 3, undefined]],
    });
    expect(run(empty, formula).passed).toBe(2);
  });
});

describe("each key", () => {
  const funds = (rows: readonly (readonly (number | string | undefined)[])[]) => ({
    name: "投入",
    columns: FUNDS,
    rows,
    totals: [["合计", 99, 99, 99]],
  });
  const projects = (rows: readonly (readonly (number | string | undefined)[])[]) => ({
    name: "项目",
    columns: PROJECTS,
    rows,
  });

  test("short and full names of a county are one, 市 and 县 of one name are two", () => {
    const book = bookOf(
      funds([
        ["焉耆回族自治县", 3, 3, 0],
        ["伊宁市", 5, 5, 0],
        ["伊宁县", 7, 7, 0],
      ]),
      projects([
        ["焉耆县", 1, 0],
        ["焉耆", 2, 0],
        ["伊宁县", 7, 0],
        ["伊宁市", 4, 0],
      ]),
    );
    expect(outcome(run(book, "每个 县市：投入.合计 = 求和(项目.中央)"))).toEqual({
      failed: [["error", "5", "4", "1"]],
      passed: 2,
      notRun: [],
    });
  });

  test("keys that all tables with bare columns share; none in the summed table is 0", () => {
    const book = bookOf(
      funds([
        ["轮台县", 3, 3, 0],
        ["和静县", 5, 5, 0],
      ]),
      projects([
        ["轮台县", 3, 0],
        ["若羌县", 8, 0],
      ]),
    );
    expect(outcome(run(book, "每个 县市：投入.合计 = 求和(项目.中央)"))).toEqual({
      failed: [["error", "5", "0", "5"]],
      passed: 1,
      notRun: [],
    });
    expect(outcome(run(book, "每个 县市：投入.合计 = 项目.中央"))).toEqual({
      failed: [],
      passed: 1,
      notRun: [],
    });
  });

  test("the rows of one key are added up", () => {
    const book = bookOf(
      funds([
        ["轮台县", 3, 1, 0],
        ["轮台县", 4, 2, 0],
      ]),
      projects([["轮台县", 3, 0]]),
    );
    expect(run(book, "每个 县市：投入.中央 = 求和(项目.中央)").passed).toBe(1);
  });

  test("members are columns in one table, rows in another; by synonym too", () => {
    const sources = {
      name: "批次",
      columns: [
        { name: "来源", type: "key", dimension: SOURCES.name },
        { name: "金额", type: "money" },
      ] as const,
      rows: [
        ["省级资金", 2],
        ["中央", 9],
        ["县级", 1],
      ],
    };
    const book = bookOf(funds([["轮台县", 3, 1, 2]]), sources);
    expect(outcome(run(book, "每个 来源：批次.金额 = 求和(投入.来源)"))).toEqual({
      failed: [["error", "9", "1", "8"]],
      passed: 1,
      notRun: ['table "投入" has no column for "县级"'],
    });
  });

  test("two dimensions: each county and source", () => {
    const book = bookOf(
      funds([
        ["轮台县", 3, 1, 2],
        ["和静县", 7, 3, 4],
      ]),
      projects([
        ["和静县", 3, 4],
        ["轮台县", 1, 1],
      ]),
    );
    const result = run(book, "每个 县市, 来源：投入.来源 = 求和(项目.来源)");
    expect(outcome(result)).toEqual({ failed: [["error", "2", "1", "1"]], passed: 3, notRun: [] });
    expect(result.failed[0]?.left.cells).toEqual([{ sheet: "投入", row: 1, column: 3 }]);
    expect(result.failed[0]?.right?.cells).toEqual([{ sheet: "项目", row: 2, column: 2 }]);
  });

  test("a condition on rows within the sum; TOTAL is the whole table's", () => {
    const book = bookOf(
      funds([["轮台县", 3, 1, 2]]),
      projects([
        ["轮台县", 1, 0, "产业"],
        ["轮台县", 8, 0, "道路"],
      ]),
    );
    expect(run(book, '每个 县市：投入.中央 = 求和(项目.中央 当 项目.类别 = "产业")').passed).toBe(1);
    expect(run(book, "每个 县市：投入.中央 <= 合计(投入.合计)").passed).toBe(1);
  });

  test("a missing table: not run, with why", () => {
    const book = bookOf(funds([["轮台县", 3, 1, 2]]), { ...projects([]), missing: true });
    const result = run(book, "每个 县市：投入.中央 = 求和(项目.中央)");
    expect(result).toMatchObject({
      passed: 0,
      failed: [],
      notRun: [{ table: "项目", why: { en: 'no table "项目" was found' } }],
    });
  });
});

describe("sets", () => {
  test("each row after the first of its kind repeats it", () => {
    const columns: readonly Column[] = [COUNTY, { name: "村", type: "text" }, { name: "名", type: "text" }];
    const book = bookOf({
      name: "项目",
      columns,
      rows: [
        ["焉耆县", "一村", "路"],
        ["焉耆回族自治县", "一村 ", "路"],
        ["焉耆县", "二村", "路"],
        ["焉耆县", "一村", "路"],
        ["和静县", undefined, undefined],
        ["和静县", undefined, undefined],
      ],
    });
    const result = run(book, "不重复(项目.县市, 项目.村, 项目.名)", "warning");
    expect(result.passed).toBe(4);
    expect(result.failed.map(({ left, right }) => [left.cells[0]?.row, right?.cells[0]?.row])).toEqual([
      [2, 1],
      [4, 1],
    ]);
    expect(run(book, '不重复(项目.名) 当 项目.村 = "二村"').passed).toBe(1);
  });

  test("once for each table and each key of any", () => {
    const table = (name: string, counties: readonly string[]) => ({
      name,
      columns: [COUNTY],
      rows: counties.map((county) => [county]),
    });
    const book = bookOf(
      table("甲", ["焉耆县", "和静县"]),
      table("乙", ["焉耆回族自治县", "若羌县", "和静县"]),
      table("丙", ["和静县", "和静县", "焉耆"]),
    );
    const result = run(book, "同集合(甲.县市, 乙.县市, 丙.县市)");
    expect(result.passed).toBe(7);
    expect(result.failed.map(({ left, right }) => [left.cells[0]?.sheet, right?.value])).toEqual([
      ["甲", "若羌县"],
      ["丙", "若羌县"],
    ]);
  });

  test("a table that is missing leaves the others compared", () => {
    const table = (name: string, missing = false) => ({
      name,
      columns: [COUNTY],
      rows: [["和静县"]],
      missing,
    });
    const book = bookOf(table("甲"), table("乙"), table("丙", true));
    expect(run(book, "同集合(甲.县市, 乙.县市, 丙.县市)")).toMatchObject({
      passed: 2,
      failed: [],
      notRun: [{ table: "丙" }],
    });
  });
});

describe("figures that belong to no row alone", () => {
  test("where all figures of a rule are merged over the same rows, it is tried once, at the first", () => {
    const columns: readonly Column[] = [
      { name: "村", type: "text" },
      { name: "计划", type: "money" },
      { name: "支出", type: "money" },
      { name: "目标", type: "text" },
    ];
    const rows = [["一村", 10, 12, "否"], ["二村"], ["三村", 3, 3, "是"]];
    const book = bookOf({ name: "表", columns, rows, totals: [["合计", 13, 15]] });
    for (const column of [1, 2, 3])
      book.sheets.get("表")?.addMerge({ top: 1, bottom: 2, left: column, right: column });
    expect(outcome(run(book, "表.支出 <= 表.计划"))).toEqual({
      failed: [
        ["error", "12", "10", "2"],
        ["error", "15", "13", "2"],
      ],
      passed: 1,
      notRun: [],
    });
    expect(outcome(run(book, '表.目标 = "是"'))).toEqual({
      failed: [["error", "否", "是", undefined]],
      passed: 1,
      notRun: [],
    });
    expect(run(book, "合计行(表.*) = 求和(表.*)").passed).toBe(2);
  });

  test("figures merged over unlike rows are those of no row", () => {
    const columns: readonly Column[] = [
      { name: "计划", type: "money" },
      { name: "支出", type: "money" },
    ];
    const book = bookOf({ name: "表", columns, rows: [[10, 12], [], [], [3, 3]] });
    book.sheets.get("表")?.addMerge({ top: 1, bottom: 2, left: 0, right: 0 });
    book.sheets.get("表")?.addMerge({ top: 1, bottom: 3, left: 1, right: 1 });
    const result = outcome(run(book, "表.支出 <= 表.计划"));
    expect(result).toMatchObject({ failed: [], passed: 1 });
    expect(result.notRun).toHaveLength(3);
  });

  test("a figure merged over several rows is not run row by row, but counts in sums", () => {
    const columns: readonly Column[] = [
      { name: "计划", type: "money" },
      { name: "支出", type: "money" },
    ];
    const book = bookOf({
      name: "表",
      columns,
      rows: [
        [10, 4],
        [undefined, 6],
        [3, 3],
      ],
      totals: [[13, 13]],
    });
    book.sheets.get("表")?.addMerge({ top: 1, bottom: 2, left: 0, right: 0 });
    const result = outcome(run(book, "表.支出 <= 表.计划"));
    expect(result.failed).toEqual([]);
    expect(result.passed).toBe(2);
    expect(new Set(result.notRun)).toEqual(new Set(["the figure stands in a cell merged over several rows"]));
    expect(run(book, "合计行(表.*) = 求和(表.*)").passed).toBe(2);
  });
});

test("a rule of more combinations of keys than a memory holds is not run", () => {
  const columns: readonly Column[] = [
    COUNTY,
    { name: "来源", type: "key", dimension: SOURCES.name },
    { name: "额", type: "money" },
  ];
  const rows = Array.from({ length: 1100 }, (_none, index) => [`第${index}县`, `来源${index}`, 1]);
  const book = bookOf({ name: "表", columns, rows });
  expect(outcome(run(book, "每个 县市, 来源：表.额 = 1万元"))).toEqual({
    failed: [],
    passed: 0,
    notRun: ["there are more than 1000000 combinations of keys"],
  });
  expect(run(book, "每个 县市：表.额 = 1万元").passed).toBe(1100);
});
