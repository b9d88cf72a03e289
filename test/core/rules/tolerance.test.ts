/** The bands of tolerance as rules meet them: exact, 尾差, 截断, beyond; caps; own tolerances; rates. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { bookOf, type Cell, type Column, outcome, run } from "./book";

const MONEY: readonly Column[] = ["总", "甲", "乙", "丙"].map((name) => ({ name, type: "money" }));
const THREE = { format: "0.000" };

function verdict(
  cells: readonly Cell[],
  formula = "表.总 = 表.甲 + 表.乙 + 表.丙",
  level: "error" | "warning" = "error",
  tolerance?: string,
) {
  const result = run(bookOf({ name: "表", columns: MONEY, rows: [cells] }), formula, level, tolerance);
  expect(result.notRun).toEqual([]);
  return result.failed[0]?.verdict ?? "passed";
}

describe("equality of amounts with two decimals: u is 0.01 a figure", () => {
  test.each([
    [10, "passed"],
    [10.01, "notice"],
    [10.02, "notice"],
    [10.03, "warning"],
    [10.04, "warning"],
    [10.05, "error"],
    [9.98, "notice"],
    [9.96, "warning"],
    [9.95, "error"],
  ])("four figures, total %f for 10", (total, expected) => {
    expect(verdict([total, 5, 3, 2])).toBe(expected);
  });

  test("a nothing counts 0 and adds nothing to u", () => {
    expect(verdict([10.02, 10, undefined, undefined])).toBe("warning");
    expect(verdict([10.02, 10, 0, undefined])).toBe("warning");
    expect(verdict([10.02, 10, 0, 0])).toBe("notice");
    expect(verdict([10.03, 10, "—", "无"])).toBe("error");
    expect(verdict([undefined, undefined, "/", "-"])).toBe("passed");
  });

  test("digits that are written tighten it: 100000 stands for 100000.00, 0.268 for itself", () => {
    expect(verdict([100000.01, 100000, 0, 0])).toBe("notice");
    expect(verdict([10.001, 10, undefined, undefined])).toBe("notice");
    expect(verdict([{ value: 10.004, ...THREE }, { value: 10, ...THREE }, undefined, undefined])).toBe(
      "error",
    );
    expect(verdict([{ value: 10.002, ...THREE }, { value: 10, ...THREE }, undefined, undefined])).toBe(
      "warning",
    );
    expect(verdict([{ value: 10.001, ...THREE }, { value: 10, ...THREE }, undefined, undefined])).toBe(
      "notice",
    );
  });

  test("residue of float arithmetic below 10^-7 passes", () => {
    expect(verdict([0.1 + 0.2, 0.3, undefined, undefined])).toBe("passed");
    expect(verdict([218462.47999999998, 65185.23, 9504.33, 143772.92])).toBe("passed");
    expect(verdict([10.0000000999, 10, undefined, undefined])).toBe("passed");
    expect(verdict([10.0000001, 10, undefined, undefined])).toBe("notice");
  });

  test("a rule marked warning never goes above it", () => {
    expect(verdict([99, 5, 3, 2], undefined, "warning")).toBe("warning");
    expect(verdict([10.01, 5, 3, 2], undefined, "warning")).toBe("notice");
  });

  test("≤ and ≥ judge the excess alike", () => {
    const within = "表.甲 <= 表.总";
    expect(verdict([10, 9, 0, 0], within)).toBe("passed");
    expect(verdict([10, 10, 0, 0], within)).toBe("passed");
    expect(verdict([10, 10.01, 0, 0], within)).toBe("notice");
    expect(verdict([10, 10.02, 0, 0], within)).toBe("warning");
    expect(verdict([10, 10.03, 0, 0], within)).toBe("error");
    expect(verdict([10, 10.03, 0, 0], "表.总 >= 表.甲")).toBe("error");
    expect(verdict([10, 10.02, 0, 0], "表.总 >= 表.甲")).toBe("warning");
    expect(verdict([undefined, 10, 0, 0], within)).toBe("error");
    expect(verdict([10, undefined, 0, 0], within)).toBe("passed");
  });
});

test("counts are exact", () => {
  const columns: readonly Column[] = [
    { name: "户", type: "count", unit: "户" },
    { name: "人", type: "count", unit: "人" },
  ];
  const book = bookOf({
    name: "表",
    columns,
    rows: [
      [3, 3],
      [4, 3],
      [3, 4],
    ],
  });
  expect(outcome(run(book, "表.人 >= 表.户")).failed).toEqual([["error", "3", "4", "-1"]]);
  expect(outcome(run(book, "表.人 = 表.户")).failed).toEqual([
    ["error", "3", "4", "-1"],
    ["error", "4", "3", "1"],
  ]);
});

describe("a long sum is capped at 10 units of the coarsest figure", () => {
  const columns: readonly Column[] = [{ name: "额", type: "money" }];
  const sum = (total: number, rows: number, decimals?: string) =>
    run(
      bookOf({
        name: "表",
        columns,
        rows: Array.from({ length: rows }, () => [
          decimals === undefined ? 1 : { value: 1, format: decimals },
        ]),
        totals: [[total]],
      }),
      "合计行(表.额) = 求和(表.额)",
    ).failed[0];

  test("30 rows: u would be 0.31, the cap is 0.1", () => {
    expect(sum(30.1, 30)).toMatchObject({ verdict: "notice", tolerance: "0.1" });
    expect(sum(30.11, 30)).toMatchObject({ verdict: "error", tolerance: "0.1" });
  });

  test("10 rows: u is 0.11 and just above the cap; 9 rows: u is 0.1 and just the cap", () => {
    expect(sum(10.05, 10)).toMatchObject({ verdict: "notice" });
    expect(sum(10.06, 10)).toMatchObject({ verdict: "warning", tolerance: "0.1" });
    expect(sum(10.11, 10)).toMatchObject({ verdict: "error", tolerance: "0.1" });
    expect(sum(9.1, 9)).toMatchObject({ verdict: "warning", tolerance: "0.1" });
    expect(sum(9.11, 9)).toMatchObject({ verdict: "error" });
  });

  test("the coarsest figure sets it: a total of two decimals over rows of three", () => {
    expect(sum(30.02, 30, "0.000")).toMatchObject({ verdict: "notice", tolerance: "0.04" });
    expect(sum(30.04, 30, "0.000")).toMatchObject({ verdict: "warning", tolerance: "0.04" });
    expect(sum(30.05, 30, "0.000")).toMatchObject({ verdict: "error", tolerance: "0.04" });
    expect(sum(30.011, 30, "0.000")).toMatchObject({ verdict: "error", tolerance: "0.01" });
    expect(sum(200.1, 200, "0.000")).toMatchObject({ verdict: "notice", tolerance: "0.1" });
  });
});

describe("units are converted exactly", () => {
  const book = (left: Cell, right: Cell) =>
    bookOf(
      { name: "甲", columns: [{ name: "额", type: "money" }], rows: [[left]] },
      { name: "乙", columns: [{ name: "额", type: "money" }], rows: [[right]], unit: "元" },
    );
  const formula = "合计(甲.额) = 合计(乙.额)";

  test("万元 against 元: values in the left side's unit", () => {
    expect(run(book(12.34, 123400), formula)).toMatchObject({ passed: 1 });
    expect(outcome(run(book(12.34, 123460), formula)).failed).toEqual([
      ["warning", "12.34", "12.346", "-0.006"],
    ]);
    expect(run(book(12.34, 123460), formula).failed[0]).toMatchObject({
      tolerance: "0.010001",
      unit: { name: "万元" },
    });
  });

  test("half a 万元-cent is a notice, a whole one a warning, beyond an error", () => {
    expect(run(book(12.34, 123450), formula).failed[0]?.verdict).toBe("notice");
    expect(run(book(12.34, 123500), formula).failed[0]?.verdict).toBe("warning");
    expect(run(book(12.34, 123500.02), formula).failed[0]?.verdict).toBe("error");
  });

  test("residue below 10^-7 passes in the unit in which the finding is told: the left side's", () => {
    const turned = "合计(乙.额) = 合计(甲.额)";
    expect(run(book(12.34, 123400.0009), formula).passed).toBe(1);
    expect(run(book(12.34, 123400.001), formula).failed[0]?.verdict).toBe("notice");
    expect(run(book(12.34, 123400.0009), turned).failed[0]).toMatchObject({
      verdict: "notice",
      unit: { name: "元" },
    });
  });
});

describe("rates", () => {
  const columns: readonly Column[] = [
    { name: "率", type: "rate" },
    { name: "支", type: "money" },
    { name: "算", type: "money" },
  ];
  const rate = (cell: Cell, part: Cell = 142565.84, whole: Cell = 142900.108) =>
    run(bookOf({ name: "表", columns, rows: [[cell, part, whole]] }), "表.率 = 表.支 / 表.算");

  test.each([
    [{ value: 0.9977, format: "0.00%" }, undefined],
    [{ value: 0.9976, format: "0.00%" }, "warning"],
    [{ value: 0.9975, format: "0.00%" }, "error"],
    [{ value: 0.9978, format: "0.00%" }, "error"],
    [{ value: 0.998, format: "0%" }, "error"],
    [{ value: 0.99766, format: "0.00%" }, undefined],
    [{ value: 0.99767, format: "0.000%" }, "warning"],
    [142565.84 / 142900.108, undefined],
    [0.9976612, "error"],
    ["99.77%", undefined],
  ])("%j", (cell, expected) => {
    const result = rate(cell);
    expect(result.failed[0]?.verdict).toBe(expected);
    expect(result.passed).toBe(expected === undefined ? 1 : 0);
  });

  test("an exact half rounds away from zero", () => {
    expect(rate({ value: 0.0013, format: "0.00%" }, 1, 800).passed).toBe(1);
    expect(rate({ value: 0.0012, format: "0.00%" }, 1, 800).failed[0]?.verdict).toBe("warning");
  });

  test("points: 99.77 under a header of %", () => {
    const points: readonly Column[] = [{ name: "率", type: "rate", unit: "%" }, ...columns.slice(1)];
    const of = (value: number) =>
      run(
        bookOf({ name: "表", columns: points, rows: [[value, 142565.84, 142900.108]] }),
        "表.率 = 表.支 / 表.算",
      );
    expect(of(99.77).passed).toBe(1);
    expect(of(99.76).failed[0]).toMatchObject({
      verdict: "warning",
      left: { value: "99.76" },
      tolerance: "0.01",
    });
    expect(of(99.42).failed[0]?.verdict).toBe("error");
  });

  test("nothing to divide, or by 0: not run, with why", () => {
    expect(outcome(rate(0.5, 1, 0)).notRun).toEqual(["the divisor is 0"]);
    expect(outcome(rate(0.5, "无", 2)).notRun).toEqual(["the cell is empty"]);
    expect(outcome(rate(undefined, 1, 2)).notRun).toEqual(["the cell is empty"]);
    expect(outcome(rate("—", 1, 2)).notRun).toEqual(["the cell is empty"]);
  });

  test("a limit is a limit", () => {
    const book = bookOf({ name: "表", columns, rows: [[0.9, 92, 100]] });
    expect(run(book, "求和(表.支) / 求和(表.算) >= 92%").passed).toBe(1);
    expect(run(book, "求和(表.支) / 求和(表.算) >= 92.01%").failed[0]?.verdict).toBe("error");
  });
});

describe("a rule's own tolerance", () => {
  test("replaces u: in 元 here, so 0.05 万元 is 500", () => {
    expect(verdict([10.05, 5, 3, 2], undefined, "error", "500")).toBe("warning");
    expect(verdict([10.06, 5, 3, 2], undefined, "error", "500")).toBe("error");
    expect(verdict([10.01, 5, 3, 2], undefined, "error", "0")).toBe("error");
    expect(verdict([10, 5, 3, 2], undefined, "error", "0")).toBe("passed");
    expect(verdict([13, 5, 3, 2], undefined, "error", "60000")).toBe("notice");
  });

  test("widening it never adds an error", () => {
    const cents = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 100);
    const rank = ["passed", "notice", "warning", "error"];
    fc.assert(
      fc.property(fc.tuple(cents, cents, cents, cents), fc.nat(5000), fc.nat(5000), (cells, narrow, more) => {
        const [tight, wide] = [String(narrow), String(narrow + more)].map((tolerance) =>
          verdict(cells, undefined, "error", tolerance),
        );
        expect(rank.indexOf(wide ?? "")).toBeLessThanOrEqual(rank.indexOf(tight ?? ""));
      }),
    );
  });
});

test("the unit in which amounts are told changes no verdict", () => {
  const cents = fc.integer({ min: -300, max: 300 });
  fc.assert(
    fc.property(cents, cents, cents, cents, (total, a, b, c) => {
      const cells = [total, a, b, c];
      const inYuan = run(
        bookOf({
          name: "表",
          columns: MONEY,
          rows: [cells.map((value) => ({ value, format: "0.00" }))],
          unit: "元",
        }),
        "表.总 = 表.甲 + 表.乙 + 表.丙",
      );
      const inWan = run(
        bookOf({
          name: "表",
          columns: MONEY,
          rows: [cells.map((value) => ({ value, format: "0.00" }))],
          unit: "万元",
        }),
        "表.总 = 表.甲 + 表.乙 + 表.丙",
      );
      expect(inWan.failed.map(({ verdict: one }) => one)).toEqual(
        inYuan.failed.map(({ verdict: one }) => one),
      );
    }),
  );
});

describe("scores and rates that are calculated otherwise than by one quotient", () => {
  const columns: readonly Column[] = [
    { name: "率", type: "rate" },
    { name: "余率", type: "rate" },
    { name: "算", type: "money" },
    { name: "支", type: "money" },
    { name: "满分", type: "score" },
    { name: "得分", type: "score" },
  ];
  const verdictOf = (formula: string, ...cells: readonly Cell[]): string => {
    const result = run(bookOf({ name: "表", columns, rows: [cells] }), formula);
    expect(result.notRun).toEqual([]);
    return result.failed[0]?.verdict ?? "passed";
  };

  test.each([
    // 142565.84 ÷ 142900.108 = 0.99766…: rounded 0.9977, cut off 0.9976.
    [0.9977, "passed"],
    [0.9976, "warning"],
    [0.9978, "error"],
  ])("the quotient on the left, %f on the right", (rate, expected) => {
    expect(verdictOf("表.支 ÷ 表.算 = 表.率", rate, undefined, 142900.108, 142565.84)).toBe(expected);
  });

  test.each([
    [0.0023, 0.9977, "passed"],
    [0.0024, 0.9977, "error"],
    // Less than a step of the last decimal apart.
    [0.0023, 0.99766, "passed"],
    [0.0023, 0.99775, "passed"],
    [0.0023, 0.99774, "passed"],
    [0.0022, 0.99774, "warning"],
  ])("a rate %f that is the rest of another, %f", (rest, rate, expected) => {
    expect(verdictOf("表.余率 = 1 - 表.率", rate, rest)).toBe(expected);
  });

  test.each([
    [8.62, "passed"],
    [8.6, "passed"],
    [9, "warning"],
    [8.61, "error"],
    [8.63, "warning"],
    [8.64, "error"],
  ])("10 times the rate of 37.24 of 43.2, 8.62037, against %f on either side", (score, expected) => {
    const cells = [undefined, undefined, 43.2, 37.24, 10, score];
    expect(verdictOf("表.得分 = 表.满分 × (表.支 ÷ 表.算)", ...cells)).toBe(expected);
    expect(verdictOf("表.满分 × (表.支 ÷ 表.算) = 表.得分", ...cells)).toBe(expected);
  });

  test.each([
    ["表.得分 = 表.满分", 9.99, "error"],
    ["表.得分 = 表.满分", 10, "passed"],
    ["表.得分 <= 表.满分", 10.01, "error"],
    ["表.得分 <= 表.满分", 10, "passed"],
    ["表.得分 - 表.满分 = 0", 9.99, "error"],
    ["表.得分 + 0 = 表.满分 + 0", 9.99, "error"],
  ])("two scores have no digits to round: %s, %f of 10", (formula, score, expected) => {
    expect(verdictOf(formula, undefined, undefined, undefined, undefined, 10, score)).toBe(expected);
  });

  test("amounts against 0 on the left, and a count without a unit", () => {
    expect(verdictOf("0 >= 表.算", undefined, undefined, 5)).toBe("error");
    expect(verdictOf("0 >= 表.算", undefined, undefined, 0.01)).toBe("warning");
    const book = bookOf({ name: "表", columns, rows: [[0.5], [0.5]] });
    expect(outcome(run(book, "计数(表) = 3")).failed).toEqual([["error", "2", "3", "-1"]]);
    expect(outcome(run(book, "3 = 计数(表)")).failed).toEqual([["error", "3", "2", "1"]]);
  });
});
