import { describe, expect, test } from "@jest/globals";
import { draw, find, findOne, keys, type Cell } from "./draw";

const _ = undefined;
const HEAD: readonly Cell[] = ["序号", "县市", "预算数", "支出数", "结转结余", "执行率", "结转原因"];
const A: readonly Cell[] = [1, "轮台县", 10, 8, 2, 0.8, _];
const B: readonly Cell[] = [2, "和静县", 20, 20, 0, 1, _];
const C: readonly Cell[] = [3, "焉耆回族自治县", 5, 5, 0, 1, _];
const SUM: readonly Cell[] = [_, "合计", 35, 33, 2, 0.94, _];

const PROJECT_HEAD: readonly Cell[] = [
  "序号",
  "县市",
  "乡镇",
  "村",
  "项目名称",
  "项目类别",
  "中央提前批",
  "中央新增",
  "自治区",
  "自治州",
  "地方政府债券",
  "县市配套",
  "计划投入合计",
  "实际支出",
  "开工日期",
  "完工日期",
  "是否完工",
  "绩效目标",
];

const project = (no: number, county: string): readonly Cell[] => [
  no,
  county,
  "甲乡",
  "一村",
  `路${no}`,
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

function told(rows: readonly (readonly Cell[])[], merges: readonly string[] = []) {
  const table = findOne([draw("执行", rows, merges)], "execution");
  return {
    rows: [...table.rows],
    total: table.totalRows,
    subtotal: table.subtotalRows,
    part: table.partRows,
    last: table.range.bottom,
  };
}

describe("totals", () => {
  test("below", () => {
    expect(told([HEAD, A, B, C, SUM])).toEqual({
      rows: [1, 2, 3],
      total: [4],
      subtotal: [],
      part: [],
      last: 4,
    });
  });

  test("on top", () => {
    expect(told([HEAD, SUM, A, B, C])).toEqual({
      rows: [2, 3, 4],
      total: [1],
      subtotal: [],
      part: [],
      last: 4,
    });
  });

  test.each(["巴州", "喀什地区", "全州"])("below, by the name of the whole: %s", (name) => {
    expect(told([HEAD, A, B, C, [_, name, 35, 33, 2, 0.94]])).toEqual({
      rows: [1, 2, 3],
      total: [4],
      subtotal: [],
      part: [],
      last: 4,
    });
  });

  test.each([0, 4])("the prefecture's name beside 合计, at %i", (at) => {
    const rows = [HEAD, A, B, C, SUM];
    rows.splice(at + 1, 0, [_, "喀什地区", 35, 33, 2, 0.94]);
    expect(told(rows).rows).toHaveLength(3);
    expect(told(rows).total).toHaveLength(2);
  });

  test("a blank row of the prefecture's own level is a row", () => {
    expect(told([HEAD, A, B, C, [_, "地区本级"], SUM]).rows).toEqual([1, 2, 3, 4]);
  });

  test("of a city that a row without a number bears the name of", () => {
    expect(told([HEAD, [_, "哈密市", 35, 33, 2, 0.94], A, B, C]).total).toEqual([1]);
  });

  test("a county with a number, or one whose figures are no sums, is no total", () => {
    expect(told([HEAD, A, B, [3, "库尔勒市", 30, 28, 2, 0.93]]).total).toEqual([]);
    expect(told([HEAD, A, B, [_, "喀什地区", 6, 5, 1, 0.83]]).total).toEqual([]);
  });

  test("on top and below", () => {
    expect(told([HEAD, SUM, A, B, C, SUM]).total).toEqual([1, 5]);
  });

  test.each(["合 计", "总　计", "合计：", "合计（万元）", "总计", "全州合计", "共计"])(
    "label %s",
    (label) => {
      expect(told([HEAD, A, B, C, [label, _, 35, 33, 2, 0.94]])).toEqual({
        rows: [1, 2, 3],
        total: [4],
        subtotal: [],
        part: [],
        last: 4,
      });
      expect(told([HEAD, A, B, C, [_, label, 35, 33, 2, 0.94]]).total).toEqual([4]);
    },
  );

  test("the label merged over the first columns", () => {
    expect(told([HEAD, A, B, C, ["合计", _, 35, 33, 2, 0.94]], ["A5:B5"]).total).toEqual([4]);
  });

  test("小计 inside, 总计 below", () => {
    const rows = [
      HEAD,
      A,
      B,
      [_, "小计", 30, 28, 2, 0.93],
      C,
      [_, "小计", 5, 5, 0, 1],
      [_, "总计", 35, 33, 2, 0.94],
    ];
    expect(told(rows)).toEqual({ rows: [1, 2, 4], total: [6], subtotal: [3, 5], part: [], last: 6 });
  });

  test("two sums at the end: 总计 is the table's, 合计 beside it a part's; two alike are both held to the rows", () => {
    const extra: readonly Cell[] = [_, "合计", 36, 34, 2, 0.94];
    expect(told([HEAD, A, B, C, extra, [_, "总计", 35, 33, 2, 0.94]])).toMatchObject({
      total: [5],
      subtotal: [4],
    });
    expect(told([HEAD, [_, "总计", 35, 33, 2, 0.94], extra, A, B, C])).toMatchObject({
      total: [1],
      subtotal: [2],
    });
    expect(told([HEAD, A, B, C, SUM, extra])).toMatchObject({ total: [4, 5], subtotal: [] });
  });

  test("sums between rows and one at the end: its figures tell whether it is the table's", () => {
    const rows = (...last: readonly Cell[]): readonly (readonly Cell[])[] => [
      HEAD,
      A,
      B,
      [_, "合计", 30, 28, 2, 0.93],
      C,
      [4, "博湖县", "—", 1, 0, 1],
      [_, "合计", ...last],
    ];
    // All rows: 35, 34, 2; those after the sum between: 5, 6, 0.
    expect(told(rows(35, 34, 2, 0.94))).toMatchObject({ total: [6], subtotal: [3] });
    expect(told(rows(5, 6, 0, 1))).toMatchObject({ total: [], subtotal: [3, 6] });
    expect(told(rows("待定", 6, 0, 1))).toMatchObject({ total: [], subtotal: [3, 6] });
    // As many columns speak for the one as for the other: the last sum stays the table's, and its column is found wrong.
    expect(told(rows(35, 6, _, _))).toMatchObject({ total: [6], subtotal: [3] });
    expect(told([HEAD, A, [_, "合计", 10, 8, 2, 0.8], B, C, [_, "总计", 25, 25, 0, 1]])).toMatchObject({
      total: [5],
      subtotal: [2],
    });
  });

  test("one sum between rows and none at an edge stays the table's; on top, those between are parts'", () => {
    expect(told([HEAD, A, B, SUM, C])).toMatchObject({ total: [3], subtotal: [] });
    expect(told([HEAD, SUM, A, B, [_, "合计", 30, 28, 2, 0.93], C])).toMatchObject({
      total: [1],
      subtotal: [4],
    });
  });

  test("sums between rows and none at an edge are parts'", () => {
    const rows = [HEAD, A, [_, "合计", 10, 8, 2, 0.8], B, [_, "合计", 20, 20, 0, 1], C];
    expect(told(rows)).toMatchObject({ rows: [1, 3, 5], total: [], subtotal: [2, 4] });
  });

  test("the whole's on top, a part's between and below", () => {
    const rows = [
      HEAD,
      SUM,
      A,
      B,
      [_, "合计", 30, 28, 2, 0.93],
      C,
      [4, "博湖县", 1, 1, 0, 1],
      [_, "合计", 6, 6, 0, 1],
    ];
    expect(told(rows)).toMatchObject({ rows: [2, 3, 5, 6], total: [1], subtotal: [4, 7] });
  });

  test("between rows and two at the end, of which 总计 is the table's", () => {
    const rows = [
      HEAD,
      A,
      B,
      [_, "合计", 30, 28, 2, 0.93],
      C,
      [_, "合计", 5, 5, 0, 1],
      [_, "总计", 35, 33, 2, 0.94],
    ];
    expect(told(rows)).toMatchObject({ rows: [1, 2, 4], total: [6], subtotal: [3, 5] });
  });

  test("a row of the prefecture's name needs the sums of most columns, and two at least", () => {
    const name = "喀什地区";
    expect(told([HEAD, A, B, C, [_, name, 35, 33, 3, 0.9]]).total).toEqual([]);
    expect(told([HEAD, A, B, C, [_, name, 35, 33, 2, 0.9]]).total).toEqual([4]);
    expect(told([HEAD, A, B, C, [_, name, 35, _, _, _]]).total).toEqual([]);
    expect(told([HEAD, A, B, C, [_, name, 35, 33, _, _]]).total).toEqual([4]);
    // Rounded sums are sums.
    expect(told([HEAD, A, B, C, [_, name, 35.01, 33.01, _, _]]).total).toEqual([4]);
    expect(told([HEAD, A, B, C, [_, name, "３５", "33.00", _, _]]).total).toEqual([4]);
    // Two rows are too few to tell a sum from a row like another.
    expect(told([HEAD, A, [_, name, 10, 8, 2, 0.8]]).total).toEqual([]);
  });

  test("sums without figures keep what they say", () => {
    expect(told([HEAD, A, B, C, [_, "合计"]])).toMatchObject({ rows: [1, 2, 3], total: [4] });
    expect(told([HEAD, A, [_, "小计"], B, C, [_, "小计"]])).toMatchObject({
      rows: [1, 3, 4],
      subtotal: [2, 5],
    });
    expect(told([HEAD, A, [_, "其中：开发区"], B])).toMatchObject({ rows: [1, 3], part: [2] });
  });

  test("a row named for the whole county or prefecture is the total", () => {
    expect(told([HEAD, ["", "全州", 35, 33, 2, 0.94], A, B, C])).toMatchObject({
      rows: [2, 3, 4],
      total: [1],
    });
  });

  test("a lone 小计 at the end is the total", () => {
    expect(told([HEAD, A, B, C, [_, "小计", 35, 33, 2, 0.94]]).total).toEqual([4]);
  });

  test("a 合计 of each part and none of the whole: the last is a part's", () => {
    const rows = [
      HEAD,
      A,
      B,
      [_, "合计", 30, 28, 2, 0.93],
      C,
      [4, "博湖县", 1, 1, 0, 1],
      [_, "合计", 6, 6, 0, 1],
    ];
    expect(told(rows)).toEqual({ rows: [1, 2, 4, 5], total: [], subtotal: [3, 6], part: [], last: 6 });
  });

  test("a sum without a word, by its formula", () => {
    const sheet = draw("执行", [HEAD, A, B, C, [_, _, 35, 33, 2, 0.94]]);
    sheet.setFormula(4, 2, "SUM(C2:C4)");
    const table = findOne([sheet], "execution");
    expect([[...table.rows], table.totalRows]).toEqual([[1, 2, 3], [4]]);
  });

  test.each(["占比", "上年数", "增减率（%）", "差额"])(
    "a row %s below is neither data nor total",
    (label) => {
      expect(told([HEAD, A, B, C, SUM, [_, label, 1, 1, 1, 1]])).toEqual({
        rows: [1, 2, 3],
        total: [4],
        subtotal: [],
        part: [],
        last: 4,
      });
    },
  );

  test("a total that says what it leaves out", () => {
    const rows = [HEAD, A, B, [3, "州本级", 5, 5, 0, 1], [_, "合计（不含州本级、和静）", 10, 8, 2, 0.8]];
    const table = findOne([draw("执行", rows)], "execution");
    expect([[...table.rows], table.totalRows, [...table.leftOut]]).toEqual([[1, 2, 3], [4], [[4, [3, 2]]]]);
    const unknown = [HEAD, A, B, [_, "合计（不含兵团）", 30, 28, 2, 0.93]];
    expect(told(unknown)).toEqual({ rows: [1, 2], total: [], subtotal: [3], part: [], last: 3 });
  });

  test("the total of a county is no total of the table", () => {
    const sum = (label: string, times: number): readonly Cell[] => [
      _,
      label,
      _,
      _,
      _,
      _,
      ...Array.from({ length: 6 }, () => times),
      6 * times,
      6 * times,
    ];
    const sheet = draw("项目", [
      PROJECT_HEAD,
      project(1, "轮台县"),
      project(2, "轮台县"),
      sum("轮台县合计", 2),
      project(3, "和静县"),
      sum("和静县合计", 1),
      sum("合计", 3),
    ]);
    const table = findOne([sheet], "projects");
    expect([[...table.rows], table.subtotalRows, table.totalRows]).toEqual([[1, 2, 4], [3, 5], [6]]);
  });
});

describe("blank rows, notes and what follows", () => {
  test("blank separator rows inside", () => {
    expect(told([HEAD, A, [], B, [], [], C, [], SUM])).toEqual({
      rows: [1, 3, 6],
      total: [8],
      subtotal: [],
      part: [],
      last: 8,
    });
  });

  test.each([
    ["填表人：张三", _, "审核人：李四", _, _, "联系电话：", 9962026688],
    ["注：1.本表数据截至11月30日", _, _, _, _, _, _],
    ["备注：", _, 123],
    ["单位负责人：", "王五", _, "填表人：", "张三", "电话", 13800000000],
    ["联系电话", 9962026688],
    ["填报日期：2021年12月10日"],
  ])("a footer %#", (...footer: readonly Cell[]) => {
    expect(told([HEAD, A, B, C, SUM, footer])).toEqual({
      rows: [1, 2, 3],
      total: [4],
      subtotal: [],
      part: [],
      last: 4,
    });
    expect(told([HEAD, SUM, A, B, C, [], footer])).toEqual({
      rows: [2, 3, 4],
      total: [1],
      subtotal: [],
      part: [],
      last: 4,
    });
  });

  test("a cell of blanks is blank, for a figure and for a label", () => {
    expect(told([HEAD, A, [" ", "　", " ", _, " ", _, " "], B, [3, "焉耆县", " ", 5, " ", 1, _]])).toEqual({
      rows: [1, 3, 4],
      total: [],
      subtotal: [],
      part: [],
      last: 4,
    });
  });

  test("a name without figures is a row where it has a number, else a heading, below the 合计 on top too", () => {
    for (const number of ["4", "12", " 4 "])
      expect(told([HEAD, A, [number, "兵团"], B]).rows).toEqual([1, 2, 3]);
    for (const number of [_, "第4", "4号", "甲"])
      expect(told([HEAD, A, [number, "兵团"], B]).rows).toEqual([1, 3]);
    expect(told([HEAD, SUM, [_, "南片"], A, B, C])).toMatchObject({ rows: [3, 4, 5], total: [1] });
  });

  test("words beside the table in a row of its own: a note ends it, others do not", () => {
    expect(told([HEAD, A, B, [_, _, _, _, _, _, "注：截至11月30日"], C]).rows).toEqual([1, 2]);
    expect(told([HEAD, A, B, [_, _, _, _, _, _, "另附说明材料"], C]).rows).toEqual([1, 2, 4]);
  });

  test("more than sixty blank rows end a table", () => {
    const blank = (count: number): readonly (readonly Cell[])[] => Array.from({ length: count }, () => []);
    expect(told([HEAD, A, ...blank(60), B]).rows).toEqual([1, 62]);
    expect(told([HEAD, A, ...blank(61), B]).rows).toEqual([1]);
  });

  test("a row of words where figures belong ends the table, but not one of a county", () => {
    expect(told([HEAD, A, B, [_, "说明材料", "见附件", "见附件", "见附件", _, _], C]).rows).toEqual([1, 2]);
    expect(told([HEAD, A, B, [3, "焉耆县", "待报", "待报", "待报", _, _], C]).rows).toEqual([1, 2, 3, 4]);
  });

  test.each([
    [["甲", "乙", 1, 2, 3, 4], true],
    [["栏次", _, 1, 2, "3=1-2", "4"], true],
    [["（1）", "（2）", "（3）", "（4）", "（5）", "（6）"], true],
    [["1", "某县", 1, 2, 3, 4], false],
    [["1", "2", 3, _, 4, 5], true],
    // Not a numbering: it does not rise, or leaps.
    [["甲", "乙", 3, 2, 1, 4], false],
    [["甲", "乙", 1, 2, 30, 31], false],
  ] as const)("column numbers under the headers: %j: %s", (numbers, skipped) => {
    expect(told([HEAD, numbers, A, B]).rows.includes(1)).toBe(!skipped);
  });

  test("another table below that nobody wants", () => {
    const rows = [
      HEAD,
      A,
      B,
      C,
      SUM,
      [],
      ["附：各县市人口", _, _],
      ["县市", "人口", "男", "女"],
      ["轮台县", 100, 50, 50],
      ["和静县", 80, 40, 40],
    ];
    expect(told(rows)).toEqual({ rows: [1, 2, 3], total: [4], subtotal: [], part: [], last: 4 });
  });

  test("the same without a total and without a blank row", () => {
    const rows = [HEAD, A, B, C, ["县市", "人口", "男", "女", "汉", "其他"], ["轮台县", 100, 50, 50, 2, 3]];
    expect(told(rows).rows).toEqual([1, 2, 3]);
  });

  test("headers repeated by a page break", () => {
    const title: readonly Cell[] = ["表4 2021年度预算执行情况表"];
    const unit: readonly Cell[] = [_, _, _, _, _, "单位：万元"];
    const rows = [title, unit, HEAD, A, B, ["表4 2021年度预算执行情况表（续）"], unit, HEAD, C, SUM];
    const { ambiguous } = find([draw("执行", rows)], ["execution"]);
    expect(ambiguous).toEqual([]);
    expect(told(rows)).toEqual({ rows: [3, 4, 8], total: [9], subtotal: [], part: [], last: 9 });
    expect(told([HEAD, A, B, HEAD, C, SUM]).rows).toEqual([1, 2, 4]);
  });
});

describe("rows below a county", () => {
  test("behind 其中 they go on splitting a row that is no county", () => {
    const rows = told([
      HEAD.slice(1),
      ["州本级", 10, 8, 2, 0.8, _],
      ["其中：民主镇", 6, 5, 1, 0.83, _],
      ["　　前进乡", 4, 3, 1, 0.75, _],
      B.slice(1),
      ["合计", 30, 28, 2, 0.93, _],
    ]);
    expect(rows).toMatchObject({ rows: [1, 4], total: [5], part: [2, 3] });
  });

  test("townships below their county are parts of it", () => {
    const rows = [
      HEAD,
      A,
      [_, "哈尔巴克乡", 6, 5, 1, 0.83],
      [_, "策大雅乡", 4, 3, 1, 0.75],
      B,
      [_, "巴音布鲁克镇", 20, 20, 0, 1],
      C,
      SUM,
    ];
    expect(told(rows)).toEqual({ rows: [1, 4, 6], total: [7], subtotal: [], part: [2, 3, 5], last: 7 });
  });

  test("a table of townships alone has them as its rows", () => {
    expect(told([HEAD, [1, "哈尔巴克乡", 6, 5, 1, 0.83], [2, "策大雅乡", 4, 3, 1, 0.75]]).rows).toEqual([
      1, 2,
    ]);
  });

  test("rows under a county told by their numbers", () => {
    const rows = [
      HEAD,
      A,
      ["1.1", "　项目一", 6, 5, 1, 0.83],
      ["(2)", "　项目二", 4, 3, 1, 0.75],
      B,
      ["①", "　项目三", 20, 20, 0, 1],
      C,
    ];
    expect(told(rows)).toMatchObject({ rows: [1, 4, 6], part: [2, 3, 5] });
  });

  test("其中 below a county", () => {
    const rows = [HEAD, A, [_, "其中：经济开发区", 6, 5, 1, 0.83], B, C, SUM];
    expect(told(rows).part).toEqual([2]);
  });

  test("extra units are rows: 兵团, 州本级, 开发区", () => {
    const rows = [
      HEAD,
      A,
      B,
      [3, "州本级", 1, 1, 0, 1],
      [4, "第二师", 1, 1, 0, 1],
      [5, "库尔勒经济技术开发区", 1, 1, 0, 1],
      SUM,
    ];
    expect(told(rows).rows).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("keys", () => {
  test("a merged county stands for all its rows", () => {
    const head: readonly Cell[] = ["序号", "县市", "预算数", "支出数", "结转结余", "执行率"];
    const sheet = draw(
      "执行",
      [head, [1, "轮台县", 10, 8, 2, 0.8], [2, _, 20, 20, 0, 1], [3, "和静县", 5, 5, 0, 1]],
      ["B2:B3"],
    );
    const table = findOne([sheet], "execution");
    expect(keys(table, "county")).toEqual(["轮台县", "轮台县", "和静县"]);
  });

  test.each([
    "同上",
    "上同",
    "同前",
    "〃",
    "″",
    "''",
    "”",
    "＂",
    " 同 上 ",
    "　　　　同　上　　　　".slice(3, 10),
  ])("%j says what stands above, in any column", (mark) => {
    const rows = [HEAD, A, [2, mark, 20, 20, 0, 1], [3, "和静县", 5, 5, 0, 1], [4, mark, 1, 1, 0, 1]];
    expect(keys(findOne([draw("执行", rows)], "execution"), "county")).toEqual([
      "轮台县",
      "轮台县",
      "和静县",
      "和静县",
    ]);
  });

  test.each(["同心县", "“一县一业”示范区", "同上一县市", "上同县", "前同前", "上同上"])(
    "%s is a name of its own",
    (name) => {
      const rows = [HEAD, A, [2, name, 20, 20, 0, 1], [3, "和静县", 5, 5, 0, 1]];
      expect(keys(findOne([draw("执行", rows)], "execution"), "county")).toEqual(["轮台县", name, "和静县"]);
    },
  );

  test("a county named once for its projects, the cells below it blank", () => {
    const rows = [
      PROJECT_HEAD,
      project(1, "轮台县"),
      project(2, ""),
      project(3, " "),
      project(4, "和静县"),
      project(5, ""),
    ];
    const table = findOne([draw("项目", rows)], "projects");
    expect(keys(table, "county")).toEqual(["轮台县", "轮台县", "轮台县", "和静县", "和静县"]);
    expect(keys(findOne([draw("执行", [HEAD, A, [2, _, 20, 20, 0, 1]])], "execution"), "county")).toEqual([
      "轮台县",
      "",
    ]);
  });

  test("a county with blank or crossed-out figures stays a row", () => {
    expect(told([HEAD, A, [2, "和静县", _, _, _, _, _], [3, "博湖县", "—", "/", "无", "-"], C]).rows).toEqual(
      [1, 2, 3, 4],
    );
  });

  test("figures held as text with full-width digits, and error cells", () => {
    const sheet = draw("执行", [HEAD, [1, "轮台县", "１０", "8.00", "２", "80%"], B]);
    sheet.setError(2, 3, "#REF!");
    expect([...findOne([sheet], "execution").rows]).toEqual([1, 2]);
  });

  test("section headings with sums are subtotals", () => {
    const head: readonly Cell[] = [
      "序号",
      "资金层级",
      "资金名称",
      "文号",
      "收到指标文件日期",
      "下达县市日期",
      "间隔（天）",
      "金额",
    ];
    const rows = [
      head,
      ["一", "中央", "中央资金", _, _, _, _, 30],
      [1, "中央", "甲", "1号", 44166, 44169, 3, 10],
      [2, "中央", "乙", "2号", 44166, 44169, 3, 20],
      ["二", "自治州", "州资金", _, _, _, _, 5],
      [1, "自治州", "丙", "3号", 44166, 44169, 3, 5],
      [_, "合计", _, _, _, _, _, 35],
    ];
    const table = findOne([draw("下达", rows)], "release");
    expect([[...table.rows], table.subtotalRows, table.totalRows]).toEqual([[2, 3, 5], [1, 4], [6]]);
    // All rows numbered so are the rows themselves.
    const plain = [head, rows[1] ?? [], rows[4] ?? []];
    expect([...findOne([draw("下达", plain)], "release").rows]).toEqual([1, 2]);
  });

  test("a list of several keys: rows with words alone, far from the rest, or with nothing to their name", () => {
    const before = [PROJECT_HEAD, project(1, "轮台县")];
    const words: readonly Cell[] = [2, "轮台县", "乙乡", "二村", "桥"];
    const rowsOf = (...rows: readonly (readonly Cell[])[]): readonly number[] => [
      ...findOne([draw("项目", [...before, ...rows])], "projects").rows,
    ];
    expect(rowsOf(words, project(3, "和静县"))).toEqual([1, 2, 3]);
    expect(rowsOf(["附"], project(3, "和静县"))).toEqual([1, 3]);
    expect(rowsOf([], words)).toEqual([1]);
    expect(rowsOf([], project(3, "和静县"))).toEqual([1, 3]);
  });
});

describe("notes and parts among the rows", () => {
  test("a note between two lots of rows ends nothing", () => {
    expect(told([HEAD, A, ["备注：以下两县待核"], B, C, SUM])).toEqual({
      rows: [1, 3, 4],
      total: [5],
      subtotal: [],
      part: [],
      last: 5,
    });
    const ledger = [
      PROJECT_HEAD,
      project(1, "轮台县"),
      [_, "说明：以下为第二批，合计 12 万元"],
      project(2, "和静县"),
    ];
    expect([...findOne([draw("项目", ledger)], "projects").rows]).toEqual([1, 3]);
  });

  test("a note below the last row ends the table, whatever figures follow", () => {
    const after = [_, "联系人", 13800000000, 4, 5, 6];
    expect(told([HEAD, A, B, C, ["备注：质保金未付"], after]).rows).toEqual([1, 2, 3]);
    expect(told([HEAD, A, B, C, SUM, ["备注：质保金未付"], [4, "库车市", 1, 1, 0, 1]]).rows).toEqual([
      1, 2, 3,
    ]);
  });

  test("其中 in the first column, alone or merged down", () => {
    const poor = ["其中", "脱贫县", 30, 28, 2, 0.93];
    const rich = [_, "非脱贫县", 5, 5, 0, 1];
    expect(told([HEAD, A, B, C, poor, SUM]).part).toEqual([4]);
    expect(told([HEAD, A, B, C, poor, rich, SUM], ["A5:A6"])).toEqual({
      rows: [1, 2, 3],
      total: [6],
      subtotal: [],
      part: [4, 5],
      last: 6,
    });
  });
});
