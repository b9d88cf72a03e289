/** What only the rows together tell: whose sum a row holds, and which rows split others. */
import { describe, test } from "@jest/globals";
import type { Cell } from "./draw";
import { A, B, C, d, expectLetters, HEAD, type Lettered, PROJECT_HEAD, SUM, T } from "./letters";

const _ = undefined;

describe("whose sum it is", () => {
  test.each([
    ["轮台县", "轮台"],
    ["轮台县", "轮台县全县"],
    ["轮台", "轮台县"],
  ])("of the row %s: %s合计", (key, name) => {
    expectLetters([["d", 1, key, 10, 8, 2, 0.8], ["S", _, `${name}合计`, 10, 8, 2, 0.8], d(B), d(C), T(SUM)]);
  });

  test("of a name that only ends like a row's it is the table's", () => {
    expectLetters([["d", 1, "新轮台县", 10, 8, 2, 0.8], d(B), d(C), ["T", _, "轮台县合计", 35, 33, 2, 0.94]]);
  });

  test("one that names a county of a list of projects is the county's", () => {
    const figures = [1, 1, 1, 1, 1, 1, 6, 6, 44256, 44300, "是", "是"];
    const project = (no: number, county: string): Lettered => [
      "d",
      ...[no, county, "甲乡", "一村", `路${no}`, "产业发展", ...figures],
    ];
    const sum = (name: string, count: number): Cell[] => [
      ...[_, name, _, _, _, _, count, count, count, count, count, count, 6 * count, 6 * count],
    ];
    expectLetters(
      [
        project(1, "轮台县"),
        project(2, "轮台县"),
        ["S", ...sum("轮台县合计", 2)],
        project(3, "和静县"),
        ["S", ...sum("和静县合计", 1)],
        ["T", ...sum("合计", 3)],
      ],
      { table: "projects", head: PROJECT_HEAD },
    );
  });

  test("a lone 小计 is the table's at an edge only", () => {
    const sum: readonly Cell[] = [_, "小计", 35, 33, 2, 0.94];
    expectLetters([T(sum), d(A), d(B), d(C)]);
    expectLetters([d(A), ["S", _, "小计", 10, 8, 2, 0.8], d(B), d(C)]);
    expectLetters([["S", ...sum], ["S", ...sum], d(A), d(B), d(C)]);
  });

  test("a last 合计 is the table's or the last part's by what it is nearer to", () => {
    const rows = (whole: "S" | "T", amount: number): Lettered[] => [
      ["d", 1, "轮台县", 1, 1, 0, 1],
      ["S", _, "合计", 1, 1, 0, 1],
      ["d", 2, "和静县", 10, 10, 0, 1],
      ["d", 3, "焉耆县", 20, 20, 0, 1],
      [whole, _, "合计", amount, amount, 0, 1],
    ];
    expectLetters(rows("S", 30));
    expectLetters(rows("S", 30.4));
    expectLetters(rows("T", 30.6));
    expectLetters(rows("T", 31));
    expectLetters(rows("T", 40));
  });

  test("总计 at one end says nothing of 合计 at the other", () => {
    expectLetters([["T", _, "总计", 35, 33, 2, 0.94], d(A), d(B), d(C), T(SUM)]);
    expectLetters([T(SUM), d(A), d(B), d(C), ["T", _, "总计", 35, 33, 2, 0.94]]);
  });

  test("a prefecture's name between the rows, or beside another key, is a row", () => {
    const whole: readonly Cell[] = [_, "喀什地区", 35, 33, 2, 0.94];
    expectLetters([d(A), d(whole), d(B), d(C)]);
    expectLetters([d(A), d(B), d(C), ["d", 4, "阿克苏地区库车市", 35, 33, 2, 0.94]]);
    const figures = [1, 1, 1, 1, 1, 1, 6, 6];
    const project = (no: number, county: string, times = 1): Lettered => [
      "d",
      ...[no, county, "甲乡", "一村", `路${no}`, "产业发展", ...figures.map((figure) => figure * times)],
    ];
    expectLetters([project(1, "轮台县"), project(2, "和静县"), project(3, "巴州", 2)], {
      table: "projects",
      head: PROJECT_HEAD,
    });
  });

  test("a city without a number is a row where another row is the 合计, or where no row has a number", () => {
    expectLetters([["d", _, "哈密市", 35, 33, 2, 0.94], d(A), d(B), d(C), ["T", _, "合计", 70, 66, 4, 0.94]]);
    const head = HEAD.slice(1);
    const bare = ([, ...cells]: readonly Cell[]): Lettered => ["d", ...cells];
    expectLetters([["d", "哈密市", 35, 33, 2, 0.94], bare(A), bare(B), bare(C)], { head });
    // With a county's sums beside it there is a part, and so no lone whole.
    expectLetters([
      ["d", _, "哈密市", 45, 41, 4, 0.94],
      d(A),
      ["S", _, "轮台县小计", 10, 8, 2, 0.8],
      d(B),
      ["S", _, "和静县小计", 20, 20, 0, 1],
      d(C),
    ]);
  });

  test("amounts as text with separators are sums too", () => {
    expectLetters([
      ["d", 1, "轮台县", 1000, 800, 200, 0.8],
      ["d", 2, "和静县", "2,000", "2,000", 0, 1],
      ["d", 3, "焉耆县", 500, 500, 0, 1],
      ["T", _, "喀什地区", "3,500", "3,300", 200, 0.94],
    ]);
  });

  test("a total that leaves out rows by other forms of their names", () => {
    const sum = (name: string): readonly Cell[] => [_, `合计（不含${name}）`, 25, 25, 0, 1];
    expectLetters([d(A), d(B), d(C), T(sum("轮台"))]);
    expectLetters([["d", 1, "轮台", 10, 8, 2, 0.8], d(B), d(C), T(sum("轮台县"))]);
    expectLetters([d(A), d(B), d(C), ["S", ...sum("轮台镇")]]);
    expectLetters([d(A), d(B), d(C), ["S", ...sum("轮台县、且末县")]]);
  });
});

describe("sections of a numbered list", () => {
  const head = [
    "序号",
    "资金层级",
    "资金名称",
    "文号",
    "收到指标文件日期",
    "下达县市日期",
    "间隔（天）",
    "金额",
  ];
  const more = { table: "release", head };
  const line = (no: Cell, amount: number): readonly Cell[] => [
    no,
    "中央",
    "甲",
    "1号",
    44166,
    44169,
    3,
    amount,
  ];

  test.each(["一", "一、", "（一）", "(一)", "十二", "二十一", " 一 ", "三."])("%j heads one", (no) => {
    expectLetters([["S", ...line(no, 30)], d(line(1, 10)), d(line(12, 20))], more);
  });

  test.each(["一号", "附一", "壹", "一十百"])("%j does not", (no) => {
    expectLetters([d(line(no, 30)), d(line(1, 10)), d(line(2, 20))], more);
  });

  test("nor does any where the other rows have no plain numbers", () => {
    expectLetters([d(line("一", 30)), d(line("1号", 10)), d(line("第2", 20))], more);
  });

  test("nor in a table of counties", () => {
    expectLetters([["d", "一", "轮台县", 10, 8, 2, 0.8], d(B), d(C)]);
  });
});

describe("rows below a county", () => {
  const below: readonly Cell[] = [_, "阳霞镇", 6, 5, 1, 0.83];

  test("of a number of their own and further in", () => {
    for (const number of [_, "1.1", "11-12", "1．1", "(1)", "（1）", "①"])
      expectLetters([d(A), ["p", number, "　产业园", 6, 5, 1, 0.83], d(B), d(C)]);
  });

  test("not further in, or with a number like the counties', they are rows", () => {
    expectLetters([d(A), ["d", _, "产业园", 6, 5, 1, 0.83], d(B), d(C)]);
    expectLetters([d(A), ["d", "1.1", "产业园", 6, 5, 1, 0.83], d(B), d(C)]);
    for (const number of [2, "第1.1", "1.1.1", "1号"])
      expectLetters([d(A), ["d", number, "　产业园", 6, 5, 1, 0.83], d(B), d(C)]);
  });

  test("a city further in without a number splits the row above", () => {
    expectLetters([["d", 1, "巴音郭楞州", 10, 8, 2, 0.8], ["p", _, "　库尔勒市", 6, 5, 1, 0.83], d(B), d(C)]);
  });

  test("where all names stand further in, none is below another for that", () => {
    const inward = ([no, name, ...rest]: readonly Cell[]): Lettered => [
      "d",
      no,
      `　${String(name)}`,
      ...rest,
    ];
    expectLetters([inward(A), ["d", _, "　产业园", 6, 5, 1, 0.83], inward(B), inward(C)]);
  });

  test("a zone with a number of its own has townships below it, one without has not", () => {
    expectLetters([
      d(A),
      ["d", 2, "经济开发区", 6, 5, 1, 0.83],
      ["p", ...below],
      ["d", 3, "和静县", 1, 1, 0, 1],
    ]);
  });

  test("a township before any county is a row", () => {
    expectLetters([["d", ...below], d(A), ["p", ...below], d(B)]);
  });

  test("without numbers, townships are below the county above them", () => {
    const bare = ([, ...cells]: readonly Cell[]): Cell[] => cells;
    expectLetters([d(bare(A)), ["p", ...bare(below)], d(bare(B)), d(["园区", 1, 1, 0, 1]), d(bare(C))], {
      head: HEAD.slice(1),
    });
  });
});
