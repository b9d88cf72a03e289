/** Tables beside each other on one sheet: whose lines, columns and cells each has. */
import { describe, expect, test } from "@jest/globals";
import { areaName } from "../../../src/core/workbook/address";
import { type Cell, draw, find, findOne, keys, places } from "./draw";

const _ = undefined;
const EXECUTION: readonly (readonly Cell[])[] = [
  ["序号", "县市", "预算数", "支出数", "结转结余", "执行率"],
  [1, "轮台县", 10, 8, 2, 0.8],
  [2, "和静县", 20, 20, 0, 1],
];
const ASSETS: readonly (readonly Cell[])[] = [
  ["序号", "县市", "资产实际投入", "资产原值", "资产现值", "到户", "到乡", "到村", "到县"],
  [1, "博湖县", 100, 100, 100, 25, 25, 25, 25],
  [2, "尉犁县", 200, 200, 200, 50, 50, 50, 50],
];

/** Both on one sheet, the second from a column and a row on, each below lines of its own. */
function together(
  first: readonly (readonly Cell[])[],
  second: readonly (readonly Cell[])[],
  column: number,
  down: number,
): readonly (readonly Cell[])[] {
  const rows = Math.max(first.length, second.length + down);
  return Array.from({ length: rows }, (_row, row) => {
    const left = [...(first[row] ?? [])];
    while (left.length < column) left.push(_);
    return [...left, ...(second[row - down] ?? [])];
  });
}

const unitLine = (unit: string, at: number): readonly Cell[] => {
  const line: Cell[] = Array.from({ length: at }, () => _);
  return [...line, `单位：${unit}`];
};

describe("each with a unit line of its own", () => {
  const first = [["预算执行情况表"], unitLine("万元", 5), ...EXECUTION];
  const second = [["扶贫资产情况表"], unitLine("元", 8), ...ASSETS];

  test.each([
    [6, 0],
    [7, 0],
    [8, 0],
    [7, 1],
    [7, 4],
    [8, 8],
    [8, 9],
  ])("the second from column %i, %i rows further down", (column, down) => {
    const { tables } = find([draw("汇总", together(first, second, column, down))], ["execution", "assets"]);
    expect(tables.map((table) => [table.spec.id, table.unit.name, [...table.rows].length])).toEqual([
      ["execution", "万元", 2],
      ["assets", "元", 2],
    ]);
    expect(tables.map(({ range }) => range.left)).toEqual([0, column]);
    expect(tables.map((table) => keys(table, "county"))).toEqual([
      ["轮台县", "和静县"],
      ["博湖县", "尉犁县"],
    ]);
  });

  test("or with one of the first's only, which is not the second's", () => {
    const bare = [["扶贫资产情况表"], [], ...ASSETS];
    const units = (rows: readonly (readonly Cell[])[]): readonly string[] =>
      find([draw("汇总", rows)], ["execution", "assets"]).tables.map(({ unit }) => unit.name);
    expect(units(together([first[0]!, unitLine("元", 5), ...EXECUTION], bare, 7, 0))).toEqual(["元", "万元"]);
    expect(units(together([first[0]!, [], ...EXECUTION], second, 7, 0))).toEqual(["万元", "元"]);
  });
});

describe("columns that the notice does not know", () => {
  const columns = (...more: readonly string[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      ["no", "county", "budget", "spent", "carryover", "rate"].map((id, at) => [id, more[at]!]),
    );

  test("at the edges and inside are the table's cells, none of its figures", () => {
    const rows = EXECUTION.map(([no, county, budget, ...rest], row) =>
      row === 0
        ? ["片区", no, county, "经办股室", budget, ...rest, "结对单位", "包联数"]
        : ["南片", no, county, "预算股", budget, ...rest, "某局", 1],
    );
    const table = findOne([draw("表", rows)], "execution");
    expect(places(table)).toEqual(columns("B2", "C2", "E2", "F2", "G2", "H2"));
    expect(areaName(table.range)).toBe("A1:J3");
  });

  test("beyond a blank column are not", () => {
    const rows = EXECUTION.map((row, at) => [...row, _, at === 0 ? "联系人" : "张三"]);
    expect(areaName(findOne([draw("表", rows)], "execution").range)).toBe("A1:F3");
  });

  test("between two tables belong to the one that they stand at", () => {
    const first = EXECUTION.map((row, at) => [...row, at === 0 ? "经办股室" : "预算股"]);
    const { tables } = find([draw("汇总", together(first, ASSETS, 8, 0))], ["execution", "assets"]);
    expect(tables.map(({ range }) => areaName(range))).toEqual(["A1:G3", "I1:Q3"]);
  });
});

test("one list in two halves side by side is asked about, never read by half", () => {
  const { tables, ambiguous } = find(
    [
      draw(
        "表",
        together(EXECUTION, [EXECUTION[0]!, [3, "博湖县", 1, 1, 0, 1], [4, "尉犁县", 2, 2, 0, 1]], 6, 0),
      ),
    ],
    ["execution"],
  );
  expect(tables).toEqual([]);
  expect(ambiguous.flatMap((one) => one.candidates.map(({ range }) => areaName(range)))).toEqual([
    "A1:F3",
    "G1:L3",
  ]);
});
