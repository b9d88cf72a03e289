import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Decimal, decimalOf, plain } from "../../../src/core/figures/decimal";
import {
  addPrecision,
  capOf,
  fractionDecimals,
  judgeByPrecisions,
  judgeDifference,
  judgeExact,
  judgeRate,
  judgeScore,
  precisionIn,
  spread,
} from "../../../src/core/figures/judge";
import {
  countUnit,
  DATE,
  DAYS,
  FRACTION,
  moneyUnit,
  PERCENT,
  type Unit,
} from "../../../src/core/figures/unit";

const CAP = 10;
type Mode = typeof Decimal.ROUND_HALF_UP | typeof Decimal.ROUND_DOWN;

function money(name: string): Unit {
  const unit = moneyUnit(name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
}

function precisions(...decimals: number[]): Map<number, number> {
  const map = new Map<number, number>();
  for (const one of decimals) addPrecision(map, one);
  return map;
}

function judge(difference: string, decimals: number[], level: "error" | "warning" = "error"): string {
  const judged = judgeByPrecisions(new Decimal(difference), precisions(...decimals), CAP, level);
  return `${judged.verdict} ${plain(judged.tolerance)}`;
}

describe("equality is judged by the digits written", () => {
  test("the balance 334.26 against 142900.108 - 142565.84 = 334.268", () => {
    expect(judge("0.008", [3, 2, 2])).toBe("notice 0.021");
    expect(judge("0.008", [3, 3, 2])).toBe("warning 0.012");
  });

  test("assets 17290.12 against parts that sum to 17290.22", () => {
    expect(judge("-0.1", [2, 2, 2, 2, 2])).toBe("error 0.05");
  });

  test("218462.48 against its parts is exact", () => {
    const parts = ["65185.23", "9504.33", "59063.22", "84709.7"].map((part) => new Decimal(part));
    const sum = parts.reduce((total, part) => total.plus(part));
    expect(judge(plain(new Decimal("218462.48").minus(sum)), [2, 2, 2, 2, 2])).toBe("passed 0.05");
  });

  test("the edges of the bands belong to the milder side", () => {
    expect(judge("0.01", [2, 2])).toBe("notice 0.02");
    expect(judge("0.0100001", [2, 2])).toBe("warning 0.02");
    expect(judge("-0.02", [2, 2])).toBe("warning 0.02");
    expect(judge("0.0200001", [2, 2])).toBe("error 0.02");
  });

  test("ten units of the coarsest figure cap a long sum", () => {
    const long = Array<number>(50).fill(2);
    expect(judge("0.1", long)).toBe("notice 0.1");
    expect(judge("0.11", long)).toBe("error 0.1");
    expect(judge("0.11", [1, ...long])).toBe("notice 0.6");
    expect(judge("0.6", [1, ...long])).toBe("warning 0.6");
  });

  test("residue of float arithmetic passes below 10^-7 and not at it", () => {
    expect(judge("0.00000009999", [])).toBe("passed 0");
    expect(judge("0.0000001", [])).toBe("error 0");
  });

  test("counts are exact", () => {
    expect(precisionIn(0, countUnit("户"), countUnit("户"))).toBeUndefined();
    expect(precisionIn(0, DAYS, DAYS)).toBeUndefined();
    expect(precisionIn(0, DATE, DATE)).toBeUndefined();
    expect(precisionIn(4, FRACTION, FRACTION)).toBe(4);
    expect(judge("1", [])).toBe("error 0");
  });

  test("precisions add up, none of them silently", () => {
    const some = new Map<number, number>();
    addPrecision(some, 2, 3);
    addPrecision(some, 2);
    addPrecision(some, undefined, 5);
    addPrecision(some, 0, 0);
    expect([...some]).toEqual([[2, 4]]);
    expect(plain(spread(some))).toBe("0.04");
    expect(plain(capOf(some, 10) ?? new Decimal(0))).toBe("0.1");
    expect(capOf(new Map([[2, 0]]), 10)).toBeUndefined();
  });

  test("a rule marked warning never goes above a warning", () => {
    expect(judge("5", [2, 2], "warning")).toBe("warning 0.02");
    expect(judge("0.01", [2, 2], "warning")).toBe("notice 0.02");
  });

  test("decimals count in the unit compared", () => {
    expect(precisionIn(2, money("元"), money("万元"))).toBe(6);
    expect(precisionIn(2, money("亿元"), money("万元"))).toBe(-2);
    expect(precisionIn(2, money("万元"), money("万元"))).toBe(2);
  });

  test("a rule's own tolerance has no cap", () => {
    const judged = judgeDifference(new Decimal("0.9"), new Decimal(1), undefined, "error");
    expect(judged.verdict).toBe("warning");
    expect(judgeDifference(new Decimal("0.000001"), new Decimal(0), undefined, "error").verdict).toBe(
      "error",
    );
  });

  test("a greater difference is never judged milder, and the sign never matters", () => {
    const order = ["passed", "notice", "warning", "error"];
    const size = fc.integer({ min: 0, max: 3000 }).map((units) => decimalOf(units, 4));
    const decimals = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(size, size, decimals, (a, b, digits) => {
        const [small, large] = a.lessThan(b) ? [a, b] : [b, a];
        const verdict = (difference: Decimal): number =>
          order.indexOf(judgeByPrecisions(difference, precisions(...digits), CAP, "error").verdict);
        expect(verdict(small)).toBeLessThanOrEqual(verdict(large));
        expect(verdict(large.negated())).toBe(verdict(large));
      }),
    );
  });

  test("figures rounded half up are never worse than a notice, figures cut off never worse than a warning", () => {
    const figures = fc.array(
      fc.record({ units: fc.integer({ min: 0, max: 9_999_999 }), digits: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 2, maxLength: 9 },
    );
    fc.assert(
      fc.property(figures, (list) => {
        const exact = list.map(({ units }) => decimalOf(units, 5));
        const written = (mode: Mode): Decimal[] =>
          list.map(({ digits }, index) => (exact[index] ?? new Decimal(0)).toDecimalPlaces(digits, mode));
        const total = exact.reduce((sum, one) => sum.plus(one));
        const least = Math.min(...list.map(({ digits }) => digits));
        const all = precisions(...list.map(({ digits }) => digits), least);
        const differs = (mode: Mode): string => {
          const parts = written(mode).reduce((sum, one) => sum.plus(one));
          return judgeByPrecisions(total.toDecimalPlaces(least, mode).minus(parts), all, CAP, "error")
            .verdict;
        };
        expect(["passed", "notice"]).toContain(differs(Decimal.ROUND_HALF_UP));
        expect(["passed", "notice", "warning"]).toContain(differs(Decimal.ROUND_DOWN));
      }),
    );
  });
});

function rate(value: string, decimals: number, numerator: string, denominator: string): string {
  const figure = { value: new Decimal(value), decimals };
  const judged = judgeRate(figure, new Decimal(numerator), new Decimal(denominator), "error");
  return `${judged.verdict} ${plain(judged.tolerance)}`;
}

describe("a rate is judged against the exact quotient", () => {
  test.each([
    ["0.7952", "11645.27", "14645"],
    ["0.6038", "306.348", "507.348"],
    ["0.8048", "18461.73", "22940"],
    ["0.7966", "2708.3", "3400"],
    ["0.9977", "142565.84", "142900.108"],
  ])("%s of %s over %s passes", (value, numerator, denominator) => {
    expect(rate(value, 4, numerator, denominator)).toBe("passed 0.0001");
  });

  test("99.77% is not the rate of 143400.108", () => {
    expect(rate("0.9977", 4, "142565.84", "143400.108")).toBe("error 0.0001");
  });

  test("cut off instead of rounded is 截断", () => {
    // 11645.27 / 14645 = 0.795170...
    expect(rate("0.7951", 4, "11645.27", "14645")).toBe("warning 0.0001");
    expect(rate("0.7953", 4, "11645.27", "14645")).toBe("error 0.0001");
  });

  test("a half is rounded away from zero, on both sides of it", () => {
    expect(rate("0.13", 2, "1", "8")).toBe("passed 0.01");
    expect(rate("0.12", 2, "1", "8")).toBe("warning 0.01");
    expect(rate("-0.13", 2, "-1", "8")).toBe("passed 0.01");
    expect(rate("-0.12", 2, "1", "-8")).toBe("warning 0.01");
  });

  test("a live quotient passes within 10^-7", () => {
    expect(rate("0.997660827856171", 15, "142565.84", "142900.108")).toBe("passed 0.0000001");
    // Six decimals are a typed rate: 142565.84 / 142900.108 = 0.99766082785...
    expect(rate("0.997661", 6, "142565.84", "142900.108")).toBe("passed 0.000001");
    expect(rate("0.997660", 6, "142565.84", "142900.108")).toBe("warning 0.000001");
    expect(rate("0.9976608", 7, "142565.84", "142900.108")).toBe("passed 0.0000001");
    expect(rate("0.9976607", 7, "142565.84", "142900.108")).toBe("error 0.0000001");
    expect(rate("0.99767", 5, "142565.84", "142900.108")).toBe("warning 0.00001");
    expect(rate("0.9976700", 7, "142565.84", "142900.108")).toBe("error 0.0000001");
  });

  test("a whole rate passes and a quotient by nothing is not judged", () => {
    expect(rate("1", 4, "100000", "100000")).toBe("passed 0.0001");
    expect(rate("0", 4, "0", "100000")).toBe("passed 0.0001");
    expect(() => rate("1", 4, "1", "0")).toThrow(RangeError);
  });

  test("points have two decimals fewer than their fraction", () => {
    expect(fractionDecimals(2, PERCENT)).toBe(4);
    expect(fractionDecimals(4, FRACTION)).toBe(4);
  });

  test("a quotient rounded half up passes, cut off it is at worst a warning, two steps away an error", () => {
    const amount = fc.integer({ min: 1, max: 99_999_999 }).map((units) => decimalOf(units, 3));
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 2, max: 6 }), (numerator, denominator, decimals) => {
        const quotient = numerator.dividedBy(denominator);
        const verdict = (value: Decimal): string =>
          judgeRate({ value, decimals }, numerator, denominator, "error").verdict;
        expect(verdict(quotient.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP))).toBe("passed");
        expect(["passed", "warning"]).toContain(
          verdict(quotient.toDecimalPlaces(decimals, Decimal.ROUND_DOWN)),
        );
        const far = quotient.toDecimalPlaces(decimals, Decimal.ROUND_DOWN).plus(decimalOf(2, decimals));
        expect(verdict(far)).toBe("error");
      }),
    );
  });
});

describe("a score against what it is calculated from", () => {
  test.each([
    ["8.62", 2, "8.62037", "error", "passed"],
    ["8.6", 1, "8.62037", "error", "passed"],
    // Half away from zero.
    ["8.63", 2, "8.625", "error", "passed"],
    // 8.626 cut off instead of rounded.
    ["8.62", 2, "8.626", "error", "warning"],
    ["8.61", 2, "8.62037", "error", "error"],
    ["8.61", 2, "8.62", "error", "error"],
    ["8.61", 2, "8.62037", "warning", "warning"],
    // A live formula keeps all its digits.
    ["8.62037037037037", 14, "8.6203703703703703704", "error", "passed"],
    ["8.6200001", 2, "8.62", "error", "passed"],
    // A whole number: 9 may stand for 9.0; for 8.62 it is right only once rounded.
    ["9", 0, "9.04", "error", "passed"],
    ["9", 0, "8.62", "error", "warning"],
    ["8", 0, "8.62", "error", "error"],
    ["9", 2, "8.62", "error", "error"],
    ["10", 0, "10", "error", "passed"],
  ] as const)("%s with %i decimals for %s, at most %s: %s", (value, decimals, exact, level, verdict) => {
    const judged = judgeScore({ value: new Decimal(value), decimals }, new Decimal(exact), level);
    expect(judged.verdict).toBe(verdict);
  });

  test("its tolerance is one unit of its last decimal", () => {
    const judged = judgeScore({ value: new Decimal("8.62"), decimals: 2 }, new Decimal("8.626"), "error");
    expect(plain(judged.tolerance)).toBe("0.01");
  });
});

test("figures without any tolerance differ as soon as they are apart", () => {
  const verdict = (difference: string, level: "error" | "warning"): string =>
    judgeExact(new Decimal(difference), level).verdict;
  expect(verdict("0", "error")).toBe("passed");
  expect(verdict("-0.00000005", "error")).toBe("passed");
  expect(verdict("-0.001", "error")).toBe("error");
  expect(verdict("0.001", "warning")).toBe("warning");
});
