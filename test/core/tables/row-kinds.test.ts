/** Rows below the headers, each by itself. */
import { describe, test } from "@jest/globals";
import type { SheetBuilder } from "../../../src/core/workbook/snapshot";
import type { Cell } from "./draw";
import { A, B, C, d, expectLetters, HEAD, type Letter, type Lettered, PROJECT_HEAD, SUM, T } from "./letters";

const _ = undefined;
/** A name that no list of places knows. */
const BASE = "石油基地";

describe("a row of a name that is no known place", () => {
  test.each<[string, readonly Cell[], Letter]>([
    ["figures", [_, BASE, 5, 5, 0, 1], "d"],
    ["figures as text", [_, BASE, "5", "5.00"], "d"],
    ["marks for nothing", [_, BASE, "-", "—", "/", "无"], "d"],
    ["a word for one figure of four", [_, BASE, "待核"], "d"],
    ["nothing", [_, BASE], "-"],
  ])("with %s", (_what, row, letter) => {
    expectLetters([d(A), [letter, ...row], d(B), d(C), T(SUM)]);
  });

  test("with words for half of the figures it heads something else", () => {
    expectLetters([d(A), d(B), d(C), ["-", "序号", "站点", "户数", "人数"], ["-", 1, "甲站", 5, 6]]);
  });

  test.each<[string, (sheet: SheetBuilder) => void]>([
    ["an error", (sheet) => sheet.setError(2, 2, "#REF!")],
    ["a truth value", (sheet) => sheet.setBoolean(2, 2, true)],
    ["a formula that was never calculated", (sheet) => sheet.setFormula(2, 2, "C9", false)],
  ])("with %s for a figure", (_what, touch) => {
    expectLetters([d(A), ["d", _, BASE], d(B), d(C)], { touch });
  });

  test("after a blank row goes on with the table where it is short", () => {
    expectLetters([d(A), ["-"], ["d", _, "一二三四五六七八九十甲乙", 5, 5, 0, 1], d(B)]);
    expectLetters([d(A), ["-"], ["-", _, "一二三四五六七八九十甲乙丙", 5, 5, 0, 1], ["-", ...B]]);
    expectLetters([d(A), ["-"], ["-", _, "石油基地：", 5, 5, 0, 1], ["-", ...B]]);
    expectLetters([d(A), ["-"], ["-", 9, BASE], d(B)]);
  });

  test("after the 合计 and a blank row is another table's, a county is not", () => {
    expectLetters([d(A), d(B), T(["", "合计", 30, 28, 2, 0.93]), ["-"], ["-", _, BASE, 5, 5, 0, 1]]);
    expectLetters([d(A), d(B), T(["", "合计", 30, 28, 2, 0.93]), ["-"], ["-", _, _, 5, 5, 0, 1]]);
  });

  test("a county that has nothing but marks goes on after a blank row", () => {
    expectLetters([
      d(A),
      ["-"],
      ["d", 2, "和静县", "-", "-", "-", "-"],
      d(C),
      T([_, "合计", 15, 13, 2, 0.87]),
    ]);
  });
});

test("figures beside a merged name are its, a blank row between or not", () => {
  const more: readonly Cell[] = [_, _, 5, 5, 0, 1];
  expectLetters([d(A), ["-"], d(more), d(C)], { merges: ["B2:B4"] });
  expectLetters([d(A), d(more), d(C)], { merges: ["B2:B3"] });
  expectLetters([d(A), ["-"], ["-", ...more], ["-", ...C]]);
});

describe("notes among the rows", () => {
  const NOTE: Lettered = ["-", "注：以下为第二批"];

  test("end nothing where a county follows at once", () => {
    expectLetters([d(A), NOTE, d(B), d(C), T(SUM)]);
    expectLetters([d(A), NOTE, ["d", 2, BASE, 5, 5, 0, 1]]);
  });

  test("end the table where anything else does", () => {
    expectLetters([d(A), NOTE, ["-", _, BASE, 5, 5, 0, 1]]);
    expectLetters([d(A), NOTE, ["-"], ["-", ...B]]);
    expectLetters([d(A), ["-"], NOTE, ["-", ...B]]);
    expectLetters([d(A), d(B), T([_, "合计", 30, 28, 2, 0.93]), NOTE, ["-", ...C]]);
  });

  test("that hold figures are none of the table's", () => {
    expectLetters([d(A), d(B), ["-", "注：另有", "轮台县", 12, 3]]);
  });

  test("in a column of its own two to the left of the table", () => {
    const moved = (row: readonly Cell[]): Cell[] => [_, _, ...row];
    const head = moved(HEAD);
    expectLetters([d(moved(A)), d(moved(B)), ["-", "注：截至11月"], ["-", ...moved(C)]], { head });
    expectLetters([d(moved(A)), d(moved(B)), ["-", "截至11月"], d(moved(C))], { head });
  });
});

describe("headings inside the table", () => {
  test.each(["二、南片", "（二）南片", "　(二)南片"])("%j after a 合计 heads the next part", (heading) => {
    expectLetters([
      ["-", "一、北片"],
      d(A),
      d(B),
      ["S", _, "合计", 30, 28, 2, 0.93],
      ["-", heading],
      d(C),
      ["d", 4, "博湖县", 1, 1, 0, 1],
      ["S", _, "合计", 6, 6, 0, 1],
    ]);
  });

  test("another one ends it there", () => {
    expectLetters([d(A), d(B), T([_, "合计", 30, 28, 2, 0.93]), ["-", "南片"], ["-", ...C]]);
  });

  test("merged over the columns", () => {
    expectLetters([d(A), ["-", "轮台县以南"], d(B), d(C)], { merges: ["A3:G3"] });
  });

  test("a 合计 of a name that no row has is the table's, with figures and without", () => {
    expectLetters([d(A), d(B), d(C), ["T", _, "巴州合计", 35, 33, 2, 0.94]]);
    expectLetters([d(A), d(B), d(C), ["T", _, "巴州合计"]]);
  });

  test("figures without a name below the 合计 are none of the table's", () => {
    expectLetters([d(A), d(B), T([_, "合计", 30, 28, 2, 0.93]), ["-", _, _, 5, 5, 0, 1]]);
  });

  test.each([0, 1, 2])("a sum by formula without a word, after %i blank rows", (blank) => {
    const rows: Lettered[] = Array.from({ length: blank }, () => ["-"]);
    expectLetters([d(A), d(B), d(C), ...rows, ["T", _, _, 35, 33, 2, 0.94]], {
      touch: (sheet) => sheet.setFormula(4 + blank, 2, "SUM(C2:C4)"),
    });
  });
});

describe("numbers of the columns under the headers", () => {
  test.each<[readonly Cell[], Letter]>([
    [["甲", "乙", 1, 2], "-"],
    [["甲", "乙", 1], "d"],
    [["甲", "乙", 1, 2, 8, 9], "-"],
    [["甲", "乙", 1, 2, 9, 10], "d"],
    [["甲", "乙", 1, 1, 2, 3], "d"],
    [["甲", "乙", 6, 8, 10, 12], "-"],
    [["甲", "乙", 1, 2, "3 = 1-2", 4], "-"],
    [["甲", "乙", "1人", "2人", "3人", "4人"], "d"],
    [[1, "甲县", 1, 2, 3, 4], "d"],
    [[1, "大甲", 1, 2, 3, 4], "d"],
  ])("%j: %s", (numbers, letter) => {
    expectLetters([[letter, ...numbers], d(A), d(B)]);
  });

  test("stand within three rows of the headers", () => {
    const numbers: readonly Cell[] = ["甲", "乙", 1, 2, 3, 4];
    expectLetters([["-"], ["-"], ["-", ...numbers], d(A), d(B)]);
    expectLetters([["-"], ["-"], ["-"], ["d", ...numbers], d(A), d(B)]);
  });

  test("rise by the columns of the sheet, however the notice orders them", () => {
    const head = ["序号", "县市", "执行率", "结转结余", "支出数", "预算数"];
    expectLetters(
      [
        ["-", "甲", "乙", 1, 2, 3, 4],
        ["d", 1, "轮台县", 0.8, 2, 8, 10],
      ],
      { head },
    );
  });
});

describe("projects", () => {
  const figures: readonly Cell[] = [1, 1, 1, 1, 1, 1, 6, 6, 44256, 44300];
  const project = (no: number, name: string, own: readonly Cell[] = figures): readonly Cell[] => [
    ...[no, "轮台县", "甲乡", "一村", name, "产业发展"],
    ...own,
    "是",
    "是",
  ];
  const more = { table: "projects", head: PROJECT_HEAD };
  /** Figures merged over the third and the fourth row. */
  const merged = "GHIJKLMNOP".split("").map((column) => `${column}3:${column}4`);

  test("one in two villages, its figures merged, is one row", () => {
    const merges = [...merged, "A3:A4", "E3:E4"];
    const second: readonly Cell[] = [_, "轮台县", "乙乡", "二村"];
    const lines: Lettered[] = [
      d(project(1, "路")),
      d(project(2, "渠")),
      ["-", ...second],
      d(project(3, "井")),
    ];
    expectLetters(lines, { ...more, merges });
    // WPS may keep what stood in the cells before they were merged.
    lines[2] = ["-", ...second, "渠", _, ...figures];
    expectLetters(lines, { ...more, merges });
  });

  test("one of its own that shares some figures with the one above is a row", () => {
    const merges = ["O3:O4", "P3:P4"];
    const own = [...figures.slice(0, 8), _, _];
    expectLetters([d(project(1, "路")), d(project(2, "渠")), d(project(3, "井", own))], { ...more, merges });
  });

  test("without figures is a row where more than one cell is filled in, and no blank row stands before", () => {
    expectLetters([d(project(1, "路")), ["d", _, "轮台县", _, _, "渠"], d(project(3, "井"))], more);
    expectLetters([d(project(1, "路")), ["-", _, "轮台县"], d(project(3, "井"))], more);
    expectLetters([d(project(1, "路")), ["-"], ["-", _, "轮台县", _, _, "渠"], d(project(3, "井"))], more);
  });

  test("with nothing but marks goes on after a blank row", () => {
    const marks = figures.map(() => "-");
    expectLetters([d(project(1, "路")), ["-"], d(project(2, "渠", marks)), d(project(3, "井"))], more);
  });

  test("may bear a name that elsewhere begins a note", () => {
    const second: readonly Cell[] = [2, _, _, _, "电话", "基础设施", ...figures, "是", "是"];
    expectLetters([d(project(1, "电话")), d(second), d(project(3, "井"))], {
      ...more,
      merges: ["B2:B3", "C2:C3", "D2:D3"],
    });
  });

  test("a list of contacts below", () => {
    const words = ["单位", "联系人", "电话", "手机", "传真", "邮编", "地址", "说明"];
    expectLetters(
      [
        d(project(1, "路")),
        d(project(2, "渠")),
        ["-", "序", "县", "乡", "村", "名", "类", ...words],
        ["-", 1, "轮台县"],
      ],
      more,
    );
  });
});
