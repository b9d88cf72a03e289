/** Rules over keys where a table lacks the key, its column or itself, and rules of sums alone. */
import { describe, expect, test } from "@jest/globals";
import { type Book, bookOf, type Cell, type Column, COUNTIES, outcome, run, SOURCES } from "./book";

const county = (present = true): Column => ({ name: "县市", type: "key", dimension: COUNTIES.name, present });
const source = (present = true): Column => ({ name: "来源", type: "key", dimension: SOURCES.name, present });
const ERROR: Cell = { error: "#REF!" };

interface Held {
  readonly county?: boolean;
  readonly source?: boolean;
  readonly missing?: boolean;
}

/** 投入: 县市, 额, 率, 类; 明细: 县市, 来源, 额, 户; 列表: members as columns. */
function book(
  funds: readonly (readonly Cell[])[],
  details: readonly (readonly Cell[])[] = [],
  held: Held = {},
): Book {
  return bookOf(
    {
      name: "投入",
      columns: [
        county(held.county),
        { name: "额", type: "money" },
        { name: "率", type: "rate" },
        { name: "类", type: "text" },
        { name: "到", type: "date" },
      ],
      rows: funds,
    },
    {
      name: "明细",
      columns: [
        county(),
        source(held.source),
        { name: "额", type: "money" },
        { name: "户", type: "count", unit: "户" },
      ],
      rows: details,
      missing: held.missing ?? false,
    },
    {
      name: "列表",
      columns: [
        county(),
        { name: "中央", type: "money", dimension: SOURCES.name, member: "中央" },
        { name: "省级", type: "money", dimension: SOURCES.name, member: "省级" },
      ],
      rows: [
        ["轮台县", 1, 20],
        ["和静县", 2, 30],
      ],
    },
  );
}

const FUNDS = [
  ["轮台县", 3, 0.5, "产业", "2021-03-01"],
  ["和静县", 9, 0.2, "道路", "2021-03-02"],
];
const DETAILS = [
  ["轮台县", "中央", 1, 2],
  ["轮台县", "省级", 2, 3],
  ["和静县", "中央", 4, 4],
  ["和静县", "中央", 5, 5],
];

describe("a key that is not there", () => {
  test("a row without a key is none of the rule's", () => {
    const blank = book(
      [...FUNDS, [undefined, 100]],
      [[undefined, "中央", 50], ...DETAILS, ["轮台县", undefined, 7]],
    );
    expect(outcome(run(blank, "每个 县市：投入.额 <= 求和(明细.额)"))).toEqual({
      failed: [],
      passed: 2,
      notRun: [],
    });
    // In the table's own total it counts: 1 + 2 + 4 + 5 + 50 + 7.
    expect(run(blank, "求和(明细.额) = 69万元").passed).toBe(1);
    // In both columns at once only rows with both: 轮台县 省级 2 > 1.
    expect(outcome(run(blank, "每个 县市, 来源：求和(明细.额) <= 1万元")).failed).toEqual([
      ["error", "2", "1", "1"],
      ["error", "9", "1", "8"],
    ]);
  });

  test("no key in common, and none at all", () => {
    expect(outcome(run(book([["若羌县", 1]], DETAILS), "每个 县市：投入.额 = 明细.额")).notRun).toEqual([
      'the tables share no "县市"',
    ]);
    expect(outcome(run(book([], DETAILS), "每个 县市：投入.额 = 求和(明细.额)")).notRun).toEqual([
      'the tables share no "县市"',
    ]);
    expect(outcome(run(book(FUNDS), "每个 县市：1 = 1")).notRun).toEqual(['the tables share no "县市"']);
  });

  test("a combination of keys that a table does not hold is none of the rule's", () => {
    const funds = book(FUNDS, DETAILS);
    expect(outcome(run(funds, "每个 县市, 来源：明细.额 <= 4万元"))).toEqual({
      failed: [["error", "9", "4", "5"]],
      passed: 2,
      notRun: [],
    });
  });
});

describe("a column of keys that was not found", () => {
  const why = 'table "投入" has no column "县市"';

  test.each([
    "每个 县市：投入.额 = 求和(明细.额)",
    "每个 县市：求和(投入.额) = 求和(明细.额)",
    "每个 县市：计数(投入) = 计数(明细)",
    "同集合(投入.县市, 明细.县市)",
    "不重复(投入.县市)",
  ])("%s", (formula) => {
    expect(outcome(run(book(FUNDS, DETAILS, { county: false }), formula))).toMatchObject({
      failed: [],
      notRun: [why],
    });
  });

  test("in the table that is summed, of one dimension or of two", () => {
    const without = book(FUNDS, DETAILS, { source: false });
    const notRun = 'table "明细" has no column "来源"';
    expect(new Set(outcome(run(without, "每个 来源：列表.来源 = 求和(明细.额)")).notRun)).toEqual(
      new Set([notRun]),
    );
    expect(new Set(outcome(run(without, "每个 县市, 来源：列表.来源 = 求和(明细.额)")).notRun)).toEqual(
      new Set([notRun]),
    );
  });
});

describe("rules of sums alone", () => {
  test("run over the keys of all the tables that are summed, by rows and by columns", () => {
    expect(outcome(run(book(FUNDS, DETAILS), "每个 来源：求和(列表.来源) = 求和(明细.额)"))).toEqual({
      failed: [
        ["error", "3", "10", "-7"],
        ["error", "50", "2", "48"],
      ],
      passed: 0,
      notRun: [],
    });
    expect(outcome(run(book(FUNDS, DETAILS), "每个 县市：计数(明细) = 求和(明细.户) - 计数(投入)"))).toEqual({
      failed: [
        ["error", "2", "4", "-2"],
        ["error", "2", "8", "-6"],
      ],
      passed: 0,
      notRun: [],
    });
  });

  test("a key that one of them lacks counts 0 there", () => {
    expect(outcome(run(book([["若羌县", 8]], DETAILS), "每个 县市：求和(投入.额) <= 求和(明细.额)"))).toEqual(
      {
        failed: [["error", "8", "0", "8"]],
        passed: 2,
        notRun: [],
      },
    );
  });

  test("a table that is missing", () => {
    const missing = book(FUNDS, [], { missing: true });
    for (const formula of [
      "每个 县市：求和(投入.额) = 求和(明细.额)",
      "每个 县市：计数(明细) = 1",
      "计数(明细) = 1",
    ]) {
      expect(outcome(run(missing, formula))).toEqual({
        failed: [],
        passed: 0,
        notRun: ['no table "明细" was found'],
      });
    }
    expect(outcome(run(missing, "明细.额 > 0")).notRun).toEqual(['no table "明细" was found']);
    expect(outcome(run(missing, "不重复(明细.县市)")).notRun).toEqual(['no table "明细" was found']);
  });
});

describe("the rows of one key", () => {
  const twice = book(
    [
      ["轮台县", 3, 0.5, "产业", "2021-03-01"],
      ["轮台县", 4, 0.2, "道路", undefined],
      ["和静县", 9, 0.2, "产业", "2021-03-02"],
    ],
    DETAILS,
  );

  test("amounts add up; a rate, a date or a text of several rows is none", () => {
    expect(outcome(run(twice, "每个 县市：投入.额 <= 7万元")).failed).toEqual([["error", "9", "7", "2"]]);
    const several = 'table "投入" has several such rows';
    expect(outcome(run(twice, "每个 县市：投入.率 <= 10%"))).toEqual({
      failed: [["error", "0.2", "0.1", "0.1"]],
      passed: 0,
      notRun: [several],
    });
    expect(outcome(run(twice, '每个 县市：投入.类 = "产业"'))).toEqual({
      failed: [],
      passed: 1,
      notRun: [several],
    });
    expect(outcome(run(twice, "每个 县市：有值(投入.到)"))).toEqual({
      failed: [],
      passed: 1,
      notRun: [several],
    });
    expect(outcome(run(twice, "每个 县市：有值(投入.类) 且 投入.额 > 0")).notRun).toEqual([several]);
  });

  test("one of them that cannot be read stops its key alone", () => {
    const broken = book(
      [
        ["轮台县", 3],
        ["轮台县", ERROR],
        ["和静县", 9],
      ],
      DETAILS,
    );
    expect(outcome(run(broken, "每个 县市：投入.额 <= 求和(明细.额)"))).toEqual({
      failed: [],
      passed: 1,
      notRun: ["the cell holds an error value"],
    });
  });
});

describe("large figures stay exact", () => {
  // 2^53 hundredths are 90,071,992,547,409.92: the sums below lie beyond.
  const LARGE = [
    ["轮台县", "中央", "90071992547409.91", 1],
    ["轮台县", "中央", 0.02, 1],
    ["和静县", "中央", 3, 1],
  ];

  test("sums by key beyond what a double holds", () => {
    const funds = book(
      [
        ["轮台县", "90071992547409.93"],
        ["和静县", 3],
      ],
      LARGE,
    );
    expect(outcome(run(funds, "每个 县市：投入.额 = 求和(明细.额)"))).toEqual({
      failed: [],
      passed: 2,
      notRun: [],
    });
    // With the sum first, which is then taken in one pass over its rows.
    const none = book(
      [
        ["轮台县", 0],
        ["和静县", 3],
      ],
      LARGE,
    );
    expect(outcome(run(none, "每个 县市：求和(明细.额) - 90071992547409.93万元 <= 投入.额"))).toEqual({
      failed: [],
      passed: 2,
      notRun: [],
    });
    expect(outcome(run(none, "每个 县市：求和(明细.额) - 90071992547399.93万元 <= 投入.额")).failed).toEqual([
      ["error", "10", "0", "10"],
    ]);
    const off = book(
      [
        ["轮台县", "90071992547419.93"],
        ["和静县", 3],
      ],
      LARGE,
    );
    expect(outcome(run(off, "每个 县市：投入.额 = 求和(明细.额)")).failed).toEqual([
      ["error", "90071992547419.93", "90071992547409.93", "10"],
    ]);
  });

  test("single figures of sixteen digits", () => {
    const funds = book([["轮台县", "1234567890123456"]], [["轮台县", "中央", "1234567890123455", 1]]);
    expect(outcome(run(funds, "每个 县市：投入.额 = 求和(明细.额)")).failed).toEqual([
      ["error", "1234567890123456", "1234567890123455", "1"],
    ]);
    expect(outcome(run(funds, "投入.额 <= 1234567890123455万元")).failed).toEqual([
      ["error", "1234567890123456", "1234567890123455", "1"],
    ]);
    expect(run(funds, "投入.额 >= 1234567890123456万元").passed).toBe(1);
  });

  test("row sums beyond what a double holds, and figures of very unlike precision", () => {
    const columns = ["甲", "乙", "丙"].map((name): Column => ({ name, type: "money" }));
    const one = (...cells: Cell[]): Book => bookOf({ name: "表", columns, rows: [cells] });
    const formula = "表.甲 = 表.乙 + 表.丙";
    expect(run(one(90_071_992_547_409.9, 90_071_992_547_409.9, 0), formula).passed).toBe(1);
    expect(outcome(run(one("90071992547410.93", 90_071_992_547_409.9, 0), formula)).failed).toEqual([
      ["error", "90071992547410.93", "90071992547409.9", "1.03"],
    ]);
    expect(outcome(run(one(123_456_789_012, 123_456_789_012, "0.0000000000000001"), formula)).failed).toEqual(
      [],
    );
    expect(run(one(1, 0.5, 0.5), "表.甲 <= 0.00000000000000000001元").failed).toHaveLength(1);
    expect(run(one(1, 0.5, 0.5), "表.甲 <= 99999999999999999999元").passed).toBe(1);
  });
});

test("rows of many different texts that repeat are found among them", () => {
  // 300 different texts in each of seven columns: more combinations than a double tells apart.
  const columns = Array.from(
    { length: 7 },
    (_none, index): Column => ({ name: `列${"甲乙丙丁戊己庚"[index]}`, type: "text" }),
  );
  const rows = Array.from({ length: 300 }, (_none, row) =>
    columns.map((_column, index) => `${row}-${index}`),
  );
  const names = columns.map(({ name }) => `表.${name}`).join("、");
  const repeated = [
    ...rows,
    rows[17] ?? [],
    (rows[18] ?? []).map((text, index) => (index === 6 ? "19-6" : text)),
  ];
  const result = run(bookOf({ name: "表", columns, rows: repeated }), `不重复(${names})`);
  expect(result.passed).toBe(301);
  expect(result.failed.map(({ left, right }) => [left.cells[0]?.row, right?.cells[0]?.row])).toEqual([
    [301, 18],
  ]);
});
