/** Tables that stand beside, above and below each other on one sheet: each has its own rows, title and unit. */
import { describe, expect, test } from "@jest/globals";
import { areaName } from "../../../src/core/workbook/address";
import { type Cell, draw, find } from "./draw";

const _ = undefined;
type Rows = readonly (readonly Cell[])[];

const EXECUTION: Rows = [
  ["县市", "预算数", "支出数", "结转结余", "执行率"],
  ["轮台县", 10, 8, 2, 0.8],
  ["和静县", 20, 20, 0, 1],
];
const ASSETS: Rows = [
  ["序号", "县市", "实际投入", "资产原值", "资产现值", "到户", "到乡", "到村", "到县"],
  [1, "博湖县", 100, 90, 80, 20, 30, 25, 15],
  [2, "尉犁县", 50, 45, 40, 10, 15, 12, 8],
];
const PROBLEMS: Rows = [
  ["问题来源", "发现问题数", "已整改数", "整改率"],
  ["审计", 7, 7, 1],
  ["督查", 6, 3, 0.5],
];

/** With 序号 before. */
function numbered(rows: Rows): Rows {
  return rows.map((cells, row) => [row === 0 ? "序号" : row, ...cells]);
}

function onSide(rows: Rows): Rows {
  return rows[0]!.map((_cell, column) => rows.map((cells) => cells[column]));
}

/** One lot of rows drawn right of another, from a column on. */
function beside(left: Rows, right: Rows, at: number): Rows {
  return Array.from({ length: Math.max(left.length, right.length) }, (_row, row) => [
    ...Array.from({ length: at }, (_cell, column) => left[row]?.[column]),
    ...(right[row] ?? []),
  ]);
}

/** Id, place and unit of the tables found, in the pack's order. */
function told(rows: Rows, merges: readonly string[] = []): readonly string[] {
  const ids = ["assets", "execution", "monitoring", "rectification"];
  const { tables, ambiguous } = find([draw("汇总", rows, merges)], ids);
  return [
    ...tables.map(({ spec, range, unit }) => `${spec.id} ${areaName(range)} ${unit.name}`),
    ...ambiguous.map(({ table }) => `which ${table.id}?`),
  ];
}

describe("units of tables side by side", () => {
  const line = (width: number, at: number): readonly Cell[] =>
    Array.from({ length: width }, (_cell, column) => (column === at ? "单位：元" : _));

  test.each([
    [5, "F2:N4"],
    [6, "G2:O4"],
    [7, "H2:P4"],
  ])("a unit line over one of them, the other from column %i", (at, place) => {
    const pair = (left: readonly Cell[], right: readonly Cell[]): readonly string[] =>
      told(beside([left, ...EXECUTION], [right, ...ASSETS], at));
    expect(pair(line(5, 4), [])).toEqual(["execution A2:E4 元", `assets ${place} 万元`]);
    expect(pair([], line(9, 0))).toEqual(["execution A2:E4 万元", `assets ${place} 元`]);
    expect(pair([], line(9, 8))).toEqual(["execution A2:E4 万元", `assets ${place} 元`]);
    const back = (left: readonly Cell[], right: readonly Cell[]): readonly string[] =>
      told(beside([left, ...ASSETS], [right, ...EXECUTION], at + 4));
    expect(back(line(9, 8), [])[1]).toMatch(/ 元$/);
    expect(back(line(9, 8), [])[0]).toMatch(/ 万元$/);
  });

  test("on their sides, one right of the other", () => {
    const sheet = beside([[], ...onSide(EXECUTION)], [[_, _, "单位：元"], ...onSide(ASSETS)], 4);
    expect(told(sheet)).toEqual(["execution A2:C6 万元", "assets E2:G10 元"]);
  });
});

describe("where a table ends at another", () => {
  const title: readonly Cell[] = ["表8 问题整改情况表"];

  test.each<[string, Rows, readonly string[]]>([
    ["right below its rows", [...ASSETS, ...PROBLEMS], ["assets A1:I3 万元", "rectification A4:D6"]],
    ["below its title", [...ASSETS, title, ...PROBLEMS], ["assets A1:I3 万元", "rectification A5:D7"]],
    [
      "at the first of two",
      [...ASSETS, ...PROBLEMS, ...EXECUTION],
      ["execution A7:E9 万元", "assets A1:I3 万元", "rectification A4:D6"],
    ],
    [
      "on its side, right of one on its side",
      beside(onSide(ASSETS), onSide(PROBLEMS), 3),
      ["assets A1:C9 万元", "rectification D1:F4"],
    ],
    [
      "right of one on its side, behind a blank column",
      beside(onSide(ASSETS), numbered(EXECUTION), 4),
      ["execution E1:J3 万元", "assets A1:C9 万元"],
    ],
    [
      "on its side, behind a blank row",
      [...numbered(EXECUTION), [], ...onSide(ASSETS)],
      ["execution A1:F3 万元", "assets A5:C13 万元"],
    ],
    [
      "on its side, behind a blank row and its title",
      [...numbered(EXECUTION), [], ["表5 扶贫资产情况表"], ...onSide(ASSETS)],
      ["execution A1:F3 万元", "assets A6:C14 万元"],
    ],
  ])("%s", (_name, rows, expected) => {
    expect(told(rows).map((one) => one.replace(/^(rectification \S+).*/, "$1"))).toEqual(expected);
  });

  test("an empty form above gives the table below it no unit", () => {
    const empty: Rows = [["单位：元"], ["问题来源", "发现问题数（元）", "已整改数", "整改率"], []];
    expect(told([...empty, ...ASSETS])).toContain("assets A4:I6 万元");
  });
});

describe("headers that come again", () => {
  const more: Rows = [["博湖县", 5, 5, 0, 1]];
  const sum: Rows = [["合计", 30, 28, 2, 0.93]];
  const again = (...titles: readonly string[]): Rows => [...titles.map((title) => [title]), EXECUTION[0]!];
  const title = "2021年度预算执行情况表";

  test.each<[string, Rows, readonly string[]]>([
    ["page by page", [...EXECUTION, ...again(), ...more, ...again(), ["尉犁县", 1, 1, 0, 1]], ["A1:E7"]],
    ...[
      ["表4 预算执行情况表", "表4 预算执行情况表"],
      [`${title}（第1页）`, `${title}（第2页）`],
      [title, `${title}（第二页）`],
      [`${title}第9页，共11页`, `${title}第10页，共11页`],
      [title, `${title} 第2页/共3页`],
    ].map(([first, then]): [string, Rows, readonly string[]] => [
      `under ${then}`,
      [[first], ...EXECUTION, ...again(then!), ...more],
      ["A2:E7"],
    ]),
    ...[
      [title, `${title}（续）`],
      [title, `${title}（续表1）`],
      [title, `${title}续`],
      [title, "续表"],
      [title, `${title}（接上页）`],
      ["表4 预算执行情况表", "续表4 预算执行情况表"],
    ].map(([first, then]): [string, Rows, readonly string[]] => [
      `behind the 合计, under ${then}`,
      [[first], ...EXECUTION, ...sum, ...again(then!), ...more],
      ["A2:E8"],
    ]),
    // Whose counties these are cannot be told.
    ...[title, "后续扶持资金预算执行情况表", "表4 预算执行情况表"].map(
      (same): [string, Rows, readonly string[]] => [
        `behind the 合计, under ${same} again`,
        [[same], ...EXECUTION, ...sum, ...again(same), ...more],
        ["A2:E5", "A7:E8"],
      ],
    ),
    [
      "under another table's number",
      [["表3 预算执行情况表"], ...EXECUTION, ...again("表4 预算执行情况表"), ...more],
      ["A2:E4", "A6:E7"],
    ],
    [
      "under another title",
      [["年初资金预算执行情况表"], ...EXECUTION, ...again("追加资金预算执行情况表"), ...more],
      ["A2:E4", "A6:E7"],
    ],
    [
      "in another order",
      [...EXECUTION, ["县市", "支出数", "预算数", "结转结余", "执行率"], ["博湖县", 4, 5, 1, 0.8]],
      ["A1:E3", "A4:E5"],
    ],
    [
      "with a column more",
      [
        ...numbered(EXECUTION),
        ["序号", "县市", "预算数", "支出数", "结转结余", "执行率", "结转原因"],
        [3, "博湖县", 4, 4, 0, 1],
      ],
      ["A1:F3", "A4:G5"],
    ],
  ])("%s", (_name, rows, expected) => {
    const { tables, ambiguous } = find([draw("汇总", rows)], ["execution"]);
    const found = [...tables, ...ambiguous.flatMap(({ candidates }) => candidates)];
    expect(found.map(({ range }) => areaName(range)).sort()).toEqual(expected);
  });
});
