import { describe, expect, test } from "@jest/globals";
import { draw, find, findOne, places, type Cell } from "./draw";

const _ = undefined;

const BODY: readonly (readonly Cell[])[] = [
  [1, "轮台县", 31857.51, 31857.51, 31857.51, 8025.56, 1274.3, 10157.35, 12400.3],
  [2, "和静县", 33346.02, 33346.02, 33346.02, 10170.22, 1501.8, 8294.6, 13379.4],
];

function assetColumns(headerRow: number): Readonly<Record<string, string>> {
  const row = String(headerRow);
  const ids = [
    "no",
    "county",
    "invested",
    "original",
    "present",
    "household",
    "township",
    "village",
    "county-level",
  ];
  return Object.fromEntries(ids.map((id, index) => [id, String.fromCharCode(65 + index) + row]));
}

test("headings that differ in nothing but the unit that they count in", () => {
  const sheet = draw("巩固成果", [
    ["序号", "县市", "集中排查（户）", "集中排查（人）", "消除风险（户）", "消除风险（人）"],
    ["1", "轮台县", 10, 30, 5, 12],
    ["2", "和静县", 20, 60, 7, 20],
  ]);
  expect(places(findOne([sheet], "monitoring"))).toEqual({
    no: "A2",
    county: "B2",
    "surveyed-households": "C2",
    "surveyed-people": "D2",
    "cleared-households": "E2",
    "cleared-people": "F2",
  });
});

describe("headings that differ by a tail that adds nothing", () => {
  const columnsOf = (...heads: readonly string[]): Readonly<Record<string, string>> => {
    const rows = [heads, ["1", "轮台县", 10, 8, 2, 0.8], ["2", "和静县", 20, 20, 0, 1]];
    return places(findOne([draw("预算执行情况表", rows)], "execution"));
  };

  test("are those columns, with such a tail or without", () => {
    expect(columnsOf("序号", "县市", "预算安排情况", "实际支出数额", "结转结余资金合计", "执行率")).toEqual({
      no: "A2",
      county: "B2",
      budget: "C2",
      spent: "D2",
      carryover: "E2",
      rate: "F2",
    });
  });

  test("but a column named outright is never taken for one named so", () => {
    const { budget, spent } = columnsOf("序号", "县市", "预算安排数", "实际支出", "结转结余", "执行率");
    expect([budget, spent]).toEqual(["C2", "D2"]);
    expect(columnsOf("序号", "县市", "金额", "实际支出", "结转结余", "执行率")).not.toHaveProperty("budget");
  });
});

describe("headers in one to four rows", () => {
  test("one row, broken over lines, with spaces, full width and units", () => {
    const sheet = draw("资产", [
      [
        "序 号",
        "县\n市",
        "实际投入\n（万元）",
        "资产原值（万元）",
        "资产现值(万元)",
        "其中：到户",
        "到　乡",
        "到村",
        "到县（行业部门）",
      ],
      ...BODY,
    ]);
    expect(places(findOne([sheet], "assets"))).toEqual(assetColumns(2));
  });

  test("two rows, the group merged", () => {
    const sheet = draw(
      "资产",
      [
        ["序号", "县市", "实际投入", "原值", "现值", "资产原值其中：", _, _, _],
        [_, _, _, _, _, "到户", "到乡", "到村", "到县"],
        ...BODY,
      ],
      ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:I1"],
    );
    const table = findOne([sheet], "assets");
    expect(places(table)).toEqual(assetColumns(3));
    expect(table.headerRows).toEqual({ first: 0, last: 1 });
  });

  test("two rows, the group not merged", () => {
    const sheet = draw("资产", [
      ["序号", "县市", "实际投入", "资产原值", "现值", "资产原值其中", _, _, _],
      [_, _, _, _, _, "到户", "到乡", "到村", "到县"],
      ...BODY,
    ]);
    expect(places(findOne([sheet], "assets"))).toEqual(assetColumns(3));
  });

  test("three rows, 其中 nested, the whole as 合计 under its group", () => {
    const sheet = draw(
      "资产",
      [
        ["序号", "县市", "实际投入", "资产原值", _, _, _, _, "资产现值"],
        [_, _, _, "合计", "其中：", _, _, _, _],
        [_, _, _, _, "到户", "到乡", "到村", "到县", _],
        [1, "轮台县", 100, 90, 20, 30, 25, 15, 80],
      ],
      ["A1:A3", "B1:B3", "C1:C3", "D1:H1", "D2:D3", "E2:H2", "I1:I3"],
    );
    expect(places(findOne([sheet], "assets"))).toEqual({
      no: "A4",
      county: "B4",
      invested: "C4",
      original: "D4",
      present: "I4",
      household: "E4",
      township: "F4",
      village: "G4",
      "county-level": "H4",
    });
  });

  test("four rows, 其中 nested twice: central funds within funds in place", () => {
    const sheet = draw(
      "投入",
      [
        ["序号", "县市", "到位资金", _, _, _, _, _, _],
        [_, _, "合计", "其中：", _, _, _, _, _],
        [_, _, _, "中央资金", _, "自治区", "自治州", "地方政府债券", "县市配套"],
        [_, _, _, "提前下达", "新增", _, _, _, _],
        [1, "轮台县", 21, 1, 2, 3, 4, 5, 6],
      ],
      ["A1:A4", "B1:B4", "C1:I1", "C2:C4", "D2:I2", "D3:E3", "F3:F4", "G3:G4", "H3:H4", "I3:I4"],
    );
    expect(places(findOne([sheet], "funds"))).toEqual({
      no: "A5",
      county: "B5",
      total: "C5",
      "central-early": "D5",
      "central-new": "E5",
      region: "F5",
      prefecture: "G5",
      bonds: "H5",
      "county-funds": "I5",
    });
  });

  test("a row of column numbers below the headers is no data", () => {
    const sheet = draw("执行", [
      ["序号", "县市", "预算数", "支出数", "结转结余", "执行率"],
      ["栏次", "甲", 1, 2, "3=1-2", 4],
      [1, "轮台县", 10, 8, 2, 0.8],
      [2, "和静县", 20, 20, 0, 1],
    ]);
    expect([...findOne([sheet], "execution").rows]).toEqual([2, 3]);
  });

  test("numbering and footnote marks in headers", () => {
    const sheet = draw("执行", [
      ["序号", "县（市）", "一、预算数①", "二、支出数②", "三、结转结余数（③=①-②）", "四、执行率（%）"],
      [1, "轮台县", 10, 8, 2, 80],
    ]);
    const table = findOne([sheet], "execution");
    expect(places(table)).toEqual({
      no: "A2",
      county: "B2",
      budget: "C2",
      spent: "D2",
      carryover: "E2",
      rate: "F2",
    });
  });
});

describe("columns", () => {
  test("an unknown column and a moved one", () => {
    const sheet = draw("执行", [
      ["县市", "联系人", "支出数", "序号", "结转结余", "区域", "预算数", "执行率"],
      ["轮台县", "张三", 8, 1, 2, "南", 10, 0.8],
    ]);
    expect(places(findOne([sheet], "execution"))).toEqual({
      no: "D2",
      county: "A2",
      budget: "G2",
      spent: "C2",
      carryover: "E2",
      rate: "H2",
    });
  });

  test("a county column under an unknown word is known by its counties", () => {
    const rows = [
      ["序号", "申报主体", "预算数", "支出数", "结转结余", "执行率"],
      [1, "轮台县", 10, 8, 2, 0.8],
      [2, "和静县", 20, 20, 0, 1],
    ];
    const table = findOne([draw("执行", rows)], "execution");
    expect(places(table)["county"]).toBe("B2");
    expect(table.confidence).toBeLessThan(0.98);
    const other = rows.map((row, index) =>
      index === 0 ? row : row.map((cell) => (typeof cell === "string" ? `${cell}财政所` : cell)),
    );
    expect(find([draw("执行", other)], ["execution"]).tables).toEqual([]);
  });

  test("a breakdown of the present value is not that of the original value", () => {
    const sheet = draw(
      "资产",
      [
        ["序号", "县市", "实际投入", "资产原值", _, _, _, _, "资产现值", _, _, _, _],
        [_, _, _, "合计", "到户", "到乡", "到村", "到县", "合计", "到户", "到乡", "到村", "到县"],
        [1, "轮台县", 100, 90, 20, 30, 25, 15, 80, 18, 28, 22, 12],
      ],
      ["A1:A2", "B1:B2", "C1:C2", "D1:H1", "I1:M1"],
    );
    const found = places(findOne([sheet], "assets"));
    expect(found).toMatchObject({
      original: "D3",
      household: "E3",
      township: "F3",
      village: "G3",
      "county-level": "H3",
      present: "I3",
    });
  });

  test("with a breakdown of the present value only, the original's is missing", () => {
    const sheet = draw(
      "资产",
      [
        ["序号", "县市", "实际投入", "资产原值", "资产现值", _, _, _, _],
        [_, _, _, _, "合计", "到户", "到乡", "到村", "到县"],
        [1, "轮台县", 100, 90, 80, 18, 28, 22, 12],
      ],
      ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:I1"],
    );
    const { tables } = find([sheet], ["assets"]);
    expect(tables.map((table) => table.columns.has("household"))).toEqual(tables.map(() => false));
    expect(tables.length).toBeLessThan(2);
  });

  test("spending split by source is not the plan by source", () => {
    const groups = ["中央提前批", "中央新增", "自治区", "自治州", "地方政府债券", "县市配套"];
    const sheet = draw(
      "项目",
      [
        [
          "序号",
          "县市",
          "乡镇",
          "村",
          "项目名称",
          "项目类别",
          "实际支出",
          _,
          _,
          _,
          _,
          _,
          _,
          "资金来源",
          _,
          _,
          _,
          _,
          _,
          "计划投入合计",
          "开工日期",
          "完工日期",
          "是否完工",
          "绩效目标",
        ],
        [_, _, _, _, _, _, "合计", ...groups, ...groups],
        [
          1,
          "轮台县",
          "甲乡",
          "一村",
          "路",
          "基础设施",
          21,
          1,
          2,
          3,
          4,
          5,
          6,
          2,
          3,
          4,
          5,
          6,
          7,
          27,
          "2021.3.1",
          "2021.5.1",
          "是",
          "是",
        ],
      ],
      [
        "G1:M1",
        "N1:S1",
        ...["A", "B", "C", "D", "E", "F", "T", "U", "V", "W", "X"].map((c) => `${c}1:${c}2`),
      ],
    );
    expect(places(findOne([sheet], "projects"))).toMatchObject({
      spent: "G3",
      "central-early": "N3",
      "county-funds": "S3",
      planned: "T3",
    });
  });

  test("two columns that fit alike are both named, none is taken", () => {
    const sheet = draw("执行", [
      ["序号", "县市", "预算数", "支出金额", "已支出", "结转结余", "执行率"],
      [1, "轮台县", 10, 8, 7, 2, 0.8],
    ]);
    const table = findOne([sheet], "execution");
    expect(table.columns.has("spent")).toBe(false);
  });

  test("last year's column beside this year's", () => {
    const sheet = draw("2021执行", [
      ["序号", "县市", "2020年支出数", "2021年预算数", "2021年支出数", "结转结余", "执行率"],
      [1, "轮台县", 7, 10, 8, 2, 0.8],
    ]);
    expect(places(findOne([sheet], "execution"))).toMatchObject({ budget: "D2", spent: "E2" });
  });
});

describe("figures of last year and this", () => {
  const columns = { no: "A4", county: "B4", budget: "D4", spent: "F4", carryover: "H4", rate: "J4" };
  const row = [1, "轮台县", 9, 10, 9, 8, 0, 2, 1, 0.8];

  test.each<[string, readonly Cell[], readonly string[]]>([
    ["as words", ["2020年", "2021年"], ["C2:D2", "E2:F2", "G2:H2", "I2:J2"]],
    ["as numbers, unmerged", [2020, 2021], []],
  ])("years below each header, %s", (_name, years, merges) => {
    const sheet = draw(
      "执行",
      [
        ["2021年度预算执行情况表"],
        ["序号", "县市", "预算安排数", _, "实际支出数", _, "结转结余数", _, "执行率", _],
        [_, _, ...years, ...years, ...years, ...years],
        row,
      ],
      merges,
    );
    expect(places(findOne([sheet], "execution"))).toEqual(columns);
  });

  test("years below two rows of headers", () => {
    const years = ["2020年", "2021年"];
    const sheet = draw(
      "巩固成果",
      [
        ["序号", "县市", "集中排查", _, _, _, "已消除返贫风险", _, _, _],
        [_, _, "户数", _, "人数", _, "户数", _, "人数", _],
        [_, _, ...years, ...years, ...years, ...years],
        [1, "轮台县", 1, 20, 2, 60, 1, 5, 2, 15],
      ],
      ["A1:A3", "B1:B3", "C1:F1", "G1:J1", "C2:D2", "E2:F2", "G2:H2", "I2:J2"],
    );
    expect(places(findOne([sheet], "monitoring"))).toEqual({
      no: "A4",
      county: "B4",
      "surveyed-households": "D4",
      "surveyed-people": "F4",
      "cleared-households": "H4",
      "cleared-people": "J4",
    });
  });

  test("years above each group of headers", () => {
    const heads = ["预算安排数", "实际支出数", "结转结余数", "执行率"];
    const sheet = draw(
      "执行",
      [
        ["2021年度预算执行情况表"],
        ["序号", "县市", "2020年", _, _, _, "2021年", _, _, _],
        [_, _, ...heads, ...heads],
        [1, "轮台县", 9, 9, 0, 1, 10, 8, 2, 0.8],
      ],
      ["C2:F2", "G2:J2"],
    );
    expect(places(findOne([sheet], "execution"))).toEqual({
      no: "A4",
      county: "B4",
      budget: "G4",
      spent: "H4",
      carryover: "I4",
      rate: "J4",
    });
  });

  test("an adjusted budget beside the first one", () => {
    const sheet = draw("执行", [
      ["序号", "县市", "年初预算数", "调整预算数", "执行数", "结转数", "执行率"],
      [1, "轮台县", 9, 10, 8, 2, 0.8],
    ]);
    expect(places(findOne([sheet], "execution"))["budget"]).toBe("D2");
  });
});

test.each([
  [
    "in two languages",
    ["序号\nNo.", "县市\nCounty", "预算数\nBudget", "支出数\nSpent", "结转结余\nBalance", "执行率\nRate"],
  ],
  [
    "with the codes of a system",
    ["X01序号", "X02县市", "X03预算数", "X04支出数", "X05结转结余", "X06执行率"],
  ],
  [
    "each with the day",
    ["序号", "县市", "截至11月底预算数", "截至11月底支出数", "截至11月底结转结余", "截至11月底执行率"],
  ],
])("headings %s", (_what, head) => {
  const rows = [head, [1, "轮台县", 10, 8, 2, 0.8], [2, "和静县", 20, 20, 0, 1]];
  expect(places(findOne([draw("表", rows)], "execution"))).toEqual({
    no: "A2",
    county: "B2",
    budget: "C2",
    spent: "D2",
    carryover: "E2",
    rate: "F2",
  });
});

test("a column of places that no heading knows is the key only where no other is", () => {
  const body = [
    [1, "轮台县", "库尔勒市", 10, 8, 2, 0.8],
    [2, "和静县", "库车市", 20, 20, 0, 1],
  ];
  const countyOf = (...heads: readonly string[]): string | undefined =>
    places(
      findOne([draw("表", [[...heads, "预算数", "支出数", "结转结余", "执行率"], ...body])], "execution"),
    )["county"];
  expect(countyOf("序号", "县市", "结对关系")).toBe("B2");
  expect(countyOf("序号", "结对关系", "县市")).toBe("C2");
});
