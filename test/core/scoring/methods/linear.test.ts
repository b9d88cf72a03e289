import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { days, inputOf, liveOf, pointsOf, problemsOf, sentenceOf, share, wan } from "../figures";

const EXECUTION = { name: "linear", numerator: "spent", denominator: "budget", full: "92%", zero: "80%" };
const rate = (spent: string, budget: string) =>
  inputOf({ spent: wan(spent, "D13"), budget: wan(budget, "C13") });

describe("straight line between 80% and 92%", () => {
  test.each([
    ["99.77", "100", "10"],
    ["92", "100", "10"],
    ["91.999", "100", "10"], // 9.99917 rounds to 10
    ["91.99", "100", "9.99"],
    ["86", "100", "5"],
    ["80.01", "100", "0.01"], // 0.00833
    ["80", "100", "0"],
    ["79.99", "100", "0"],
    ["0", "100", "0"],
    ["150", "100", "10"],
    // 10 × (r − 0.8) ÷ 0.12 = 0.005 exactly at r = 0.80006
    ["80.006", "100", "0.01"],
    ["80.0059999", "100", "0"],
  ])("%s of %s scores %s", (spent, budget, points) => {
    expect(pointsOf(EXECUTION, "10", rate(spent, budget))).toBe(points);
  });

  test("a rate just below the limit is not shown as the limit", () => {
    const sentence = sentenceOf(EXECUTION, "10", rate("91.99996", "100"));
    expect(sentence["zh-CN"]).toContain("91.99996%");
    expect(sentence["zh-CN"]).not.toContain("92.00%，");
  });

  test("says which side of which limit it is on", () => {
    expect(sentenceOf(EXECUTION, "10", rate("142565.84", "142900.108"))["zh-CN"]).toBe(
      "142565.84 ÷ 142900.108 = 99.77%，不低于 92%，按满分计",
    );
    expect(sentenceOf(EXECUTION, "10", rate("80", "100"))["zh-CN"]).toBe(
      "80 ÷ 100 = 80%，不超过 80%，按 0 分计",
    );
    expect(sentenceOf(EXECUTION, "10", rate("86", "100"))["zh-CN"]).toBe(
      "86 ÷ 100 = 86%，按直线计：(86 ÷ 100 − 80%) ÷ (92% − 80%) × 10",
    );
  });

  test("its live formula needs no test of a limit", () => {
    const x = "MAX(0,MIN(10,(((('S'!D13/'S'!C13)-0.8)/0.12)*10)))";
    expect(liveOf(EXECUTION, "10", rate("86", "100"))).toBe(`ROUND(${x}+SIGN(${x})*0.0000000001,2)`);
  });
});

describe("in proportion below 50%", () => {
  const INDUSTRY = { ...EXECUTION, full: "50%", zero: "0" };

  test.each([
    ["30107", "37585", "7"],
    ["50", "100", "7"],
    ["49.999", "100", "7"], // 6.99986
    ["25", "100", "3.5"],
    ["0", "100", "0"],
  ])("%s of %s scores %s of 7", (spent, budget, points) => {
    expect(pointsOf(INDUSTRY, "7", rate(spent, budget))).toBe(points);
  });
});

describe("days, where fewer are better", () => {
  const RELEASE = { name: "linear", numerator: "d", full: "15", zero: "30" };

  test.each([
    ["10", "0.5"],
    ["15", "0.5"],
    ["18", "0.4"],
    ["29", "0.03"], // 0.0333
    ["30", "0"],
    ["31", "0"],
  ])("%s days score %s of 0.5", (value, points) => {
    expect(pointsOf(RELEASE, "0.5", inputOf({ d: days(value) }))).toBe(points);
  });

  test("an amount of money needs a divisor", () => {
    expect(pointsOf(RELEASE, "1", inputOf({ d: wan("3") }))).toContain("denominator");
  });

  test("a rate alone is judged as it is", () => {
    expect(
      pointsOf(
        { name: "linear", numerator: "r", full: "100%", zero: "0%" },
        "10",
        inputOf({ r: share("0.8") }),
      ),
    ).toBe("8");
  });
});

test("equal limits are refused", () => {
  expect(problemsOf({ ...EXECUTION, zero: "0.92" }, "10").map(({ path }) => path)).toEqual(["m.zero"]);
});

test("never leaves 0 to the maximum, and never falls as the rate grows", () => {
  const amount = fc.integer({ min: 0, max: 200_000 });
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      const at = (value: number): number => Number(pointsOf(EXECUTION, "10", rate(String(value), "100000")));
      const [low, high] = [at(Math.min(one, other)), at(Math.max(one, other))];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(10);
      expect(high).toBeGreaterThanOrEqual(low);
    }),
  );
});
