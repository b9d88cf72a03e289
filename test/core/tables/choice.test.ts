import { describe, expect, test } from "@jest/globals";
import { SheetBuilder, workbookOf } from "../../../src/core/workbook/snapshot";
import { areaName } from "../../../src/core/workbook/address";
import { recognise } from "../../../src/core/tables/recognise";
import { cellOf } from "../../../src/core/tables/table";
import { draw, find, findOne, keys, places, type Cell } from "./draw";
import { DIMENSIONS, SPECS } from "./pack-tables";

const _ = undefined;
const HEAD: readonly Cell[] = ["序号", "县市", "预算数", "支出数", "结转结余", "执行率"];
const A: readonly Cell[] = [1, "轮台县", 10, 8, 2, 0.8];
const B: readonly Cell[] = [2, "和静县", 20, 20, 0, 1];
const SUM: readonly Cell[] = [_, "合计", 30, 28, 2, 0.93];
const PROBLEMS: readonly (readonly Cell[])[] = [
  ["问题来源", "发现问题数", "已整改数", "整改率"],
  ["审计", 7, 7, 1],
  ["督查", 6, 3, 0.5],
];

function beside(
  left: readonly (readonly Cell[])[],
  right: readonly (readonly Cell[])[],
  at: number,
): readonly (readonly Cell[])[] {
  const count = Math.max(left.length, right.length);
  return Array.from({ length: count }, (_row, index) => {
    const cells = [...(left[index] ?? [])];
    while (cells.length < at) cells.push(undefined);
    return [...cells, ...(right[index] ?? [])];
  });
}

describe("several tables on a sheet", () => {
  test("stacked", () => {
    const rows = [["表4 预算执行情况表"], HEAD, A, B, SUM, [], ["表8 问题整改情况表"], ...PROBLEMS];
    const { tables } = find([draw("汇总", rows)], ["execution", "rectification"]);
    expect(tables.map((table) => [table.spec.id, areaName(table.range)])).toEqual([
      ["execution", "A2:F5"],
      ["rectification", "A8:D10"],
    ]);
  });

  test("stacked without a blank row or a title", () => {
    const rows = [HEAD, A, B, ...PROBLEMS];
    const { tables } = find([draw("汇总", rows)], ["execution", "rectification"]);
    expect(tables.map((table) => [table.spec.id, areaName(table.range)])).toEqual([
      ["execution", "A1:F3"],
      ["rectification", "A4:D6"],
    ]);
  });

  test.each([6, 7])("side by side, the second from column %i", (at) => {
    const { tables } = find(
      [draw("汇总", beside([HEAD, A, B, SUM], PROBLEMS, at))],
      ["execution", "rectification"],
    );
    expect(tables.map((table) => [table.spec.id, table.rows.length, table.totalRows.length])).toEqual([
      ["execution", 2, 1],
      ["rectification", 2, 0],
    ]);
    expect(tables[1]?.columns.get("source")?.column).toBe(at);
  });

  test("two tables of counties side by side, each with its numbers", () => {
    const people: readonly (readonly Cell[])[] = [
      ["序号", "县市", "集中排查户数", "集中排查人数", "消除风险户数", "消除风险人数"],
      [1, "博湖县", 10, 30, 5, 12],
      [2, "尉犁县", 20, 60, 7, 20],
    ];
    const { tables } = find(
      [draw("汇总", beside([HEAD, A, B, SUM], people, 7))],
      ["execution", "monitoring"],
    );
    expect(tables.map((table) => keys(table, "county"))).toEqual([
      ["轮台县", "和静县"],
      ["博湖县", "尉犁县"],
    ]);
  });
});

describe("two candidates", () => {
  test("a copy of the sheet is an ambiguity that names both", () => {
    const rows = [HEAD, A, B];
    const { tables, ambiguous } = find([draw("表4", rows), draw("表4 (2)", rows)], ["execution"]);
    expect(tables).toEqual([]);
    expect(
      ambiguous.map((one) => one.candidates.map(({ sheet, range }) => [sheet, areaName(range)])),
    ).toEqual([
      [
        ["表4", "A1:F3"],
        ["表4 (2)", "A1:F3"],
      ],
    ]);
  });

  test("the one pointed at wins", () => {
    const rows = [HEAD, A, B];
    const sheets = [draw("表4", rows), draw("表4 (2)", rows)];
    const { tables, ambiguous } = find(sheets, ["execution"], { pointed: { execution: "'表4 (2)'!A1" } });
    expect(ambiguous).toEqual([]);
    expect(tables.map((table) => [table.sheet.name, table.confidence])).toEqual([["表4 (2)", 1]]);
  });

  test("without a sheet's name a place is one of the only sheet", () => {
    const pointed = { execution: "A1" };
    const sheet = draw("表4", [HEAD, A, B]);
    expect(find([sheet], ["execution"], { pointed }).tables).toHaveLength(1);
    expect(find([sheet, draw("封面", [["2021"]])], ["execution"], { pointed }).missing).toHaveLength(1);
  });

  test.each(["第一张表", "'别的'!A1"])("a place %s that is none", (execution) => {
    const { tables, missing } = find([draw("表4", [HEAD, A, B])], ["execution"], { pointed: { execution } });
    expect([tables.length, missing.length]).toEqual([0, 1]);
  });

  test("of two tables side by side the one that begins nearer to the place pointed at", () => {
    const sheets = [
      draw("表4", beside([HEAD, A, B], [HEAD, [1, "博湖县", 1, 1, 0, 1], [2, "尉犁县", 2, 2, 0, 1]], 7)),
    ];
    const county = (cell: string): readonly string[] => {
      const [table] = find(sheets, ["execution"], { pointed: { execution: cell } }).tables;
      return table === undefined ? [] : keys(table, "county");
    };
    expect(county("'表4'!A1")).toEqual(["轮台县", "和静县"]);
    expect(county("'表4'!H1")).toEqual(["博湖县", "尉犁县"]);
  });

  test("a place pointed at that holds no such table is a missing table, not a guess", () => {
    const { tables, missing } = find([draw("表4", [HEAD, A, B])], ["execution"], {
      pointed: { execution: "'表4'!H9" },
    });
    expect([tables.length, missing.map((spec) => spec.id)]).toEqual([0, ["execution"]]);
  });

  test("last year's table stands back, by title or by sheet name", () => {
    const old = draw("2020", [["2020年度预算执行情况表"], HEAD, A, B]);
    const now = draw("本年", [["2021年度预算执行情况表"], HEAD, A, B]);
    expect(findOne([old, now], "execution").sheet.name).toBe("本年");
    expect(
      findOne([draw("2020年执行", [HEAD, A, B]), draw("2021年执行", [HEAD, A, B])], "execution").sheet.name,
    ).toBe("2021年执行");
    expect(
      findOne(
        [draw("执行(2020)", [HEAD, A, B]), draw("执行", [HEAD, A, B]), draw("封面", [["2021年度"]])],
        "execution",
      ).sheet.name,
    ).toBe("执行");
  });

  test("a span of years stands back behind the year itself, and an older one behind a newer", () => {
    const titled = (name: string, title: string) => draw(name, [[title], HEAD, A, B]);
    const cover = draw("封面", [["2021年度"]]);
    const chosen = (...titles: readonly string[]): string | undefined =>
      find([cover, ...titles.map((title, index) => titled(`表${index}`, title))], ["execution"]).tables[0]
        ?.sheet.name;
    expect(chosen("2016—2020年预算执行情况表", "2021年度预算执行情况表")).toBe("表1");
    expect(chosen("2013—2018年预算执行情况表", "2016—2020年预算执行情况表")).toBe("表1");
    expect(chosen("2013—2018年预算执行情况表", "2019年度预算执行情况表")).toBe("表0");
  });

  test("last year's table stacked above this year's on one sheet", () => {
    const rows = [
      ["2020年度预算执行情况表"],
      HEAD,
      A,
      B,
      SUM,
      [],
      ["2021年度预算执行情况表"],
      HEAD,
      A,
      B,
      SUM,
    ];
    expect(areaName(findOne([draw("执行", rows)], "execution").range)).toBe("A8:F11");
  });

  test("the same table twice on a sheet, each with its total and no year, is asked about", () => {
    const rows = [["预算执行情况表"], HEAD, A, B, SUM, [], ["预算执行情况表"], HEAD, A, B, SUM];
    const { tables, ambiguous } = find([draw("执行", rows)], ["execution"]);
    expect([tables.length, ambiguous[0]?.candidates.map(({ range }) => areaName(range))]).toEqual([
      0,
      ["A2:F5", "A8:F11"],
    ]);
  });

  test("a summary of some columns is not the table, with the table there or not", () => {
    const summary = draw("汇总", [
      ["县市", "到位资金合计", "实际支出", "执行率", "资产原值"],
      ["轮台县", 10, 8, 0.8, 90],
    ]);
    expect(
      find(
        [summary],
        SPECS.map((spec) => spec.id),
      ).tables,
    ).toEqual([]);
    expect(findOne([summary, draw("执行", [HEAD, A, B])], "execution").sheet.name).toBe("执行");
  });

  test("only last year's table is there: the officer is asked", () => {
    const cover = draw("封面", [["评价年度", "2021年度"]]);
    const old = draw("执行", [["2020年度预算执行情况表"], HEAD, A, B]);
    const { tables, ambiguous } = find([cover, old], ["execution"]);
    expect([tables.length, ambiguous.length]).toEqual([0, 1]);
  });

  test("a workbook of another year throughout is read", () => {
    expect(findOne([draw("执行", [["2022年度预算执行情况表"], HEAD, A, B])], "execution").rows.length).toBe(
      2,
    );
  });

  test("a hidden copy is a candidate like any other: it may be the current one", () => {
    const hidden = draw("旧", [HEAD, A, B], [], "hidden");
    const { tables, ambiguous } = find([hidden, draw("执行", [HEAD, A, B])], ["execution"]);
    expect([tables.length, ambiguous[0]?.candidates.map(({ sheet }) => sheet)]).toEqual([0, ["旧", "执行"]]);
    expect(findOne([hidden], "execution").sheet.name).toBe("旧");
  });

  test("an empty form stands back behind a filled one", () => {
    expect(findOne([draw("空表", [HEAD, [], []]), draw("执行", [HEAD, A, B])], "execution").sheet.name).toBe(
      "执行",
    );
  });

  test("our own sheets are no candidates", () => {
    const rows = [HEAD, A, B];
    const workbook = workbookOf([draw("绩效自评得分表", rows), draw("执行", rows)], {
      ownSheets: [{ sheet: "绩效自评得分表", mark: "score 1" }],
    });
    const specs = SPECS.filter((spec) => spec.id === "execution");
    const { tables } = recognise(workbook, specs, { dimensions: DIMENSIONS, year: 2021 });
    expect(tables.map((table) => table.sheet.name)).toEqual(["执行"]);
  });

  test("funds are not found in the list of projects", () => {
    const sources = ["中央提前批", "中央新增", "自治区", "自治州", "地方政府债券", "县市配套"];
    const head = [
      "序号",
      "县市",
      "乡镇",
      "村",
      "项目名称",
      "项目类别",
      ...sources,
      "合计",
      "实际支出",
      "开工日期",
      "完工日期",
      "是否完工",
      "绩效目标",
    ];
    const row = [
      1,
      "轮台县",
      "甲乡",
      "一村",
      "路",
      "产业发展",
      1,
      1,
      1,
      1,
      1,
      1,
      6,
      6,
      44256,
      44300,
      "是",
      "是",
    ];
    const { tables, missing } = find([draw("明细", [head, row])], ["funds", "projects"]);
    expect([tables.map((table) => table.spec.id), missing.map((spec) => spec.id)]).toEqual([
      ["projects"],
      ["funds"],
    ]);
  });

  test("a workbook of something else gives nothing", () => {
    const sheet = draw("工资", [
      ["姓名", "部门", "工资", "奖金"],
      ["张三", "财政", 1, 2],
    ]);
    const { tables, ambiguous } = find(
      [sheet],
      SPECS.map((spec) => spec.id),
    );
    expect([tables, ambiguous]).toEqual([[], []]);
  });
});

describe("tables on their side", () => {
  const side: readonly (readonly Cell[])[] = [
    ["预算执行情况表"],
    ["单位：元"],
    ["县市", "轮台县", "和静县", "合计"],
    ["预算数", 10, 20, 30],
    ["支出数", 8, 20, 28],
    ["结转结余", 2, 0, 2],
    ["执行率", 0.8, 1, 0.93],
    ["填表人：张三", _, "联系电话", 9962026688],
  ];

  test("records stand in columns, cells keep their true address", () => {
    const table = findOne([draw("执行", side)], "execution");
    expect(areaName(table.range)).toBe("A3:D7");
    expect(keys(table, "county")).toEqual(["轮台县", "和静县"]);
    expect(places(table)).toEqual({ county: "B3", budget: "B4", spent: "B5", carryover: "B6", rate: "B7" });
    expect(
      table.totalRows.map((row) => cellOf(table, row, table.columns.get("budget")?.column ?? -1)),
    ).toEqual([{ sheet: "执行", row: 3, column: 3 }]);
    expect(table.unit.name).toBe("元");
    expect(table.columns.get("budget")?.headerCell).toEqual({ sheet: "执行", row: 3, column: 0 });
  });

  test("merged cells and formulas without a value are those of the true rows and columns", () => {
    const sheet = draw(
      "执行",
      [
        ["序号", 1, 2, 3, _],
        ["县市", "轮台县", _, "和静县", "合计"],
        ["预算数", 10, 5, 20, 35],
        ["支出数", 8, 5, 20, 33],
        ["结转结余", 2, 0, 0, 2],
        ["执行率", 0.8, 1, 1, 0.94],
      ],
      ["B2:C2"],
    );
    sheet.setFormula(2, 2, "B3/2", false);
    const table = findOne([sheet], "execution");
    expect(keys(table, "county")).toEqual(["轮台县", "轮台县", "和静县"]);
    expect(table.sheet.stored(2, table.columns.get("budget")?.column ?? -1)).toBe(false);
    expect(table.sheet.stored(1, table.columns.get("budget")?.column ?? -1)).toBe(true);
  });

  test("pointed at by its first header cell", () => {
    const copy = draw("执行2", side);
    const { tables } = find([draw("执行", side), copy], ["execution"], {
      pointed: { execution: "执行2!A3" },
    });
    expect(tables.map((table) => [table.sheet.name, table.orientation])).toEqual([["执行2", "columns"]]);
  });
});

describe("hostile and odd sheets", () => {
  test("a picture formula, error cells and empty sheets harm nothing", () => {
    const sheet = draw("执行", [HEAD, A, B]);
    sheet.setText(1, 7, '=DISPIMG("ID_1",1)');
    sheet.setFormula(1, 7, '_xlfn.DISPIMG("ID_1",1)');
    sheet.setError(4, 4, "#NAME?");
    expect([...findOne([new SheetBuilder("空"), sheet], "execution").rows]).toEqual([1, 2]);
  });

  test("a table that starts far down and far right", () => {
    const sheet = new SheetBuilder("远");
    const rows = [HEAD, A, B];
    rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (typeof cell === "number") sheet.setNumber(row + 900, column + 3, cell);
        else if (cell !== undefined) sheet.setText(row + 900, column + 3, cell);
      });
    });
    expect(areaName(findOne([sheet], "execution").range)).toBe("D901:I903");
  });
});
