/** Rows among a table's own that are none of them: notes, examples, prepared rows, other years, checks. */
import { describe, test } from "@jest/globals";
import type { SheetBuilder } from "../../../src/core/workbook/snapshot";
import type { Cell } from "./draw";
import { A, B, C, d, expectLetters, type Lettered, PROJECT_HEAD, SUM, T } from "./letters";

const _ = undefined;
const PROJECTS = { table: "projects", head: PROJECT_HEAD };

function project(no: number): Lettered {
  return [
    "d",
    ...[
      no,
      "轮台县",
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
    ],
  ];
}

describe("notes", () => {
  test.each([
    [["-", "注：金额单位为万元"]],
    [
      ["-", "说明：1.按县市逐条填写"],
      ["-", "2.没有的填0"],
      ["-", "3.执行率为百分数"],
    ],
  ] as const)("right below the headers (%#)", (...notes: readonly Lettered[]) => {
    expectLetters([...notes, d(A), d(B), d(C), T(SUM)]);
    expectLetters([...notes, project(1), project(2)], PROJECTS);
  });

  test("at the end, with what else stands there", () => {
    expectLetters([
      d(A),
      d(B),
      d(C),
      ["-", "注：截至11月"],
      ["-", "填表人：张三"],
      ["-", 4, "博湖县", 1, 1, 0, 1],
    ]);
    expectLetters([d(A), d(B), d(C), ["-", "注：截至11月"], ["-", "县市", "人口", "户数", "男", "女"]]);
  });
});

test.each(["示例", "例", "例：", "填写示例", "举例"])("an example marked %s", (mark) => {
  expectLetters([["-", mark, "某县", 100, 90, 10, 0.9], d(A), d(B), d(C), T(SUM)]);
});

describe("rows that formulas were prepared in", () => {
  const blank = (count: number): Cell[] => Array.from({ length: count }, () => _);

  test.each([
    ["without a number", _],
    ["with one", 3],
  ])("for sums along the row, %s", (_what, number) => {
    const prepared: Lettered = ["-", number, ...blank(11), 0];
    expectLetters([project(1), project(2), prepared, prepared], {
      ...PROJECTS,
      touch: (sheet) => {
        sheet.setFormula(3, 12, "SUM(G4:L4)");
        sheet.setFormula(4, 12, "SUM(G5:L5)");
      },
    });
  });

  test("for differences and rates", () => {
    const touch = (sheet: SheetBuilder): void => {
      sheet.setFormula(3, 4, "C4-D4");
      sheet.setError(3, 5, "#DIV/0!");
      sheet.setFormula(3, 5, "D4/C4");
    };
    expectLetters([d(A), d(B), ["-", 3, _, _, _, 0], T([_, "合计", 30, 28, 2, 0.93])], { touch });
  });

  test("a figure beside them, an error of another kind or one that no formula gave makes a row of it", () => {
    const formula = (sheet: SheetBuilder): void => sheet.setFormula(3, 4, "C4-D4");
    expectLetters([d(A), d(B), ["d", 3, _, 5, 5, 0]], { touch: formula });
    expectLetters([d(A), d(B), ["d", 3, _, _, _, 0]]);
    const error = (name: string, of?: string) => (sheet: SheetBuilder) => {
      sheet.setError(3, 4, name);
      if (of !== undefined) sheet.setFormula(3, 4, of);
    };
    expectLetters([d(A), d(B), ["d", 3]], { touch: error("#REF!", "C4-#REF!") });
    expectLetters([d(A), d(B), ["d", 3]], { touch: error("#DIV/0!") });
    expectLetters([d(A), d(B), ["d", 3]], { touch: (sheet) => sheet.setFormula(3, 4, "C4-D4", false) });
  });

  test.each(["SUM(C2:C4)", "SUBTOTAL(9,C2:C4)", "C2+C3+C4", "$C$2+$C$3+$C$4"])(
    "what adds up other rows is their sum: %s",
    (formula) => {
      expectLetters([d(A), d(B), d(C), ["T", _, _, 35, 33, 2, 0.94]], {
        touch: (sheet) => sheet.setFormula(4, 2, formula),
      });
    },
  );

  test.each(["SUM(D5:E5)", "D5+E5", "C4*1.1", "SUM(C5,C4)"])("and what does not is none: %s", (formula) => {
    expectLetters([d(A), d(B), d(C), ["d", _, _, 35, 33, 2, 0.94]], {
      touch: (sheet) => sheet.setFormula(4, 2, formula),
    });
  });
});

describe("below the 合计", () => {
  test.each(["2020年", "2020年合计", "2020 年度合计", "上年合计", "去年同期数", "去年同期"])(
    "%s",
    (label) => {
      expectLetters([d(A), d(B), d(C), T(SUM), ["-", _, label, 30, 20, 10]]);
    },
  );

  test("this year's is the 合计 where no other stands there", () => {
    expectLetters([d(A), d(B), d(C), ["T", _, "2021年合计", 35, 33, 2, 0.94]]);
  });

  test.each(["核对", "核对数", "差额", "与财政一体化核对数", "与上报数差额", "检查结果"])("%s", (label) => {
    expectLetters([d(A), d(B), d(C), T(SUM), ["-", _, label, 35, 33, 2]]);
  });
});

test.each([
  ["转下页", "承前页"],
  ["过次页", "承上页"],
  ["本页小计", "接上页"],
])("sums carried over a page: %s, %s", (over, on) => {
  expectLetters([d(A), d(B), ["S", _, over, 30, 28, 2], ["S", _, on, 30, 28, 2], d(C), T(SUM)]);
});
