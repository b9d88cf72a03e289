import { describe, expect, test } from "@jest/globals";
import { type FakeFigure, inputOf, liveOf, pointsOf, problemsOf, sentenceOf, wan } from "../figures";

const COLUMNS = { received: "下达.收到日期", released: "下达.下达日期", amount: "下达.金额" };

describe("deadline", () => {
  const RELEASE = { name: "deadline", ...COLUMNS, within: "5" };
  const input = (inTime: string, whole: string) =>
    inputOf({
      "SUM(下达.金额 WHERE 下达.下达日期 - 下达.收到日期 <= 5天)": wan(inTime, "H4"),
      "SUM(下达.金额)": wan(whole, "H10"),
    });

  test("scores the share of the amount that was in time", () => {
    expect(pointsOf(RELEASE, "5", input("142900.108", "142900.108"))).toBe("5");
    expect(pointsOf(RELEASE, "5", input("71450.054", "142900.108"))).toBe("2.5");
    expect(pointsOf(RELEASE, "5", input("0", "142900.108"))).toBe("0");
  });

  test("nothing released is no score", () => {
    expect(pointsOf(RELEASE, "5", input("0", "0"))).toContain("divisor is 0");
  });

  test("tells the days and the amounts, and has a live formula", () => {
    expect(sentenceOf(RELEASE, "5", input("3", "4"))["zh-CN"]).toBe(
      "5 天内下达的金额 ÷ 全部金额 × 满分 = 3 ÷ 4 × 5",
    );
    expect(liveOf(RELEASE, "5", input("3", "4"))).toContain("MIN(5,(('S'!H4/'S'!H10)*5))");
  });

  test("days beyond bound are refused", () => {
    expect(problemsOf({ ...RELEASE, within: "99999999" }, "5").map(({ path }) => path)).toEqual(["m.within"]);
    expect(problemsOf({ ...RELEASE, within: "5.5" }, "5").map(({ path }) => path)).toEqual(["m.within"]);
  });
});

describe("deadline with a straight line", () => {
  test("15 days in full, 30 none, and a live formula of plain sums", () => {
    const release = { name: "deadline", ...COLUMNS, within: "15", zero: "18" };
    const inTime = (limit: number) => `SUM(下达.金额 WHERE 下达.下达日期 - 下达.收到日期 <= ${limit}天)`;
    // 60 of 100 within 15 days, 40 on the 17th: a third of it counts.
    const input = inputOf({
      [inTime(15)]: wan("60", "A1"),
      [inTime(16)]: wan("60", "B1"),
      [inTime(17)]: wan("100", "C1"),
      "SUM(下达.金额)": wan("100", "D1"),
    });
    expect(pointsOf(release, "0.5", input)).toBe("0.37");
    expect(liveOf(release, "0.5", input)).toContain("MIN(0.5,(((('S'!A1+'S'!B1)+'S'!C1)/('S'!D1*3))*0.5))");
    expect(sentenceOf(release, "0.5", input)["zh-CN"]).toBe(
      "15 天内下达的金额 ÷ 全部金额 × 满分 = 73.3333%（15 天内 60 ÷ 100，15 至 18 天之间按直线计） × 0.5",
    );
  });
});

describe("working-day deadline", () => {
  const RELEASE = { name: "working-day-deadline", ...COLUMNS, within: "25", zero: "50" };

  /** What the expressions come to where rows of (working days, amount) stand in the table. */
  const rows = (...amounts: readonly (readonly [number, number])[]) => {
    const figures: Record<string, FakeFigure> = {
      "SUM(下达.金额)": wan(String(amounts.reduce((sum, [, amount]) => sum + amount, 0))),
    };
    for (let day = 0; day <= 60; day += 1) {
      const inTime = amounts.filter(([days]) => days <= day).reduce((sum, [, amount]) => sum + amount, 0);
      figures[`SUM(下达.金额 WHERE WORKDAYS(下达.收到日期, 下达.下达日期) <= ${day}天)`] = wan(
        String(inTime),
      );
    }
    return inputOf(figures);
  };

  test.each([
    [25, "6"],
    [26, "5.76"],
    [40, "2.4"],
    [49, "0.24"],
    [50, "0"],
    [51, "0"],
  ])("%i working days score %s of 6", (days, points) => {
    expect(pointsOf(RELEASE, "6", rows([days, 100]))).toBe(points);
  });

  test("rows weigh by their amounts", () => {
    // (300 × 6 + 100 × 2.4) ÷ 400 = 5.1
    expect(pointsOf(RELEASE, "6", rows([10, 300], [40, 100]))).toBe("5.1");
  });

  test("without `zero` nothing counts beyond the days allowed", () => {
    const step = { name: "working-day-deadline", ...COLUMNS, within: "25" };
    expect(pointsOf(step, "6", rows([25, 1], [26, 1]))).toBe("3");
  });

  test("a date that the calendar does not know leaves no score, with the reason", () => {
    expect(pointsOf(RELEASE, "6", inputOf({ "SUM(下达.金额)": wan("1") }))).toBe("the cell is an error");
  });

  test("no formula carries it, since none knows make-up days", () => {
    expect(liveOf(RELEASE, "6", rows([25, 100]))).toContain("make-up days");
  });

  test("tells its days and amounts", () => {
    const step = { name: "working-day-deadline", ...COLUMNS, within: "25" };
    expect(sentenceOf(step, "6", rows([25, 1], [26, 3]))).toEqual({
      "zh-CN": "25 个工作日内下达的金额 ÷ 全部金额 × 满分 = 1 ÷ 4 × 6",
      en: "amount within 25 working days over the whole amount, times the maximum = 1 ÷ 4 × 6",
    });
  });

  test("`zero` must lie beyond `within`", () => {
    expect(problemsOf({ ...RELEASE, zero: "25" }, "6").map(({ path }) => path)).toEqual(["m.zero"]);
  });
});
