import { describe, expect, test } from "@jest/globals";
import Decimal from "decimal.js";
import fc from "fast-check";
import {
  compare,
  distanceFromTie,
  divide,
  fractionOf,
  multiply,
  rounded,
} from "../../../src/core/scoring/fraction";

describe("rounding half away from zero", () => {
  test.each([
    ["1.005", "1.01"],
    ["1.0049999999999999999999999999999999999999999", "1"],
    ["-2.675", "-2.68"],
    ["-0.004", "0"],
    ["0.005", "0.01"],
    ["99.999", "100"],
    ["3.36", "3.36"],
    ["10.10", "10.1"],
  ])("%s to 2 decimals is %s", (value, expected) => {
    expect(rounded(fractionOf(value), 2)).toBe(expected);
  });

  test("a quotient that is a tie is rounded up, though no decimal of it ends", () => {
    // 12 × 50.64 ÷ 64 = 9.495 exactly; 7 ÷ 3 × 3 ÷ 7 × 0.005 = 0.005 by way of endless decimals.
    expect(rounded(divide(multiply(fractionOf("12"), fractionOf("50.64")), fractionOf("64")), 2)).toBe("9.5");
    const third = divide(fractionOf("7"), fractionOf("3"));
    expect(rounded(multiply(divide(third, third), fractionOf("0.005")), 2)).toBe("0.01");
  });

  test("agrees with decimal.js on decimals", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 6 }), (units, scale) => {
        const text = new Decimal(units.toString()).div(new Decimal(10).pow(scale)).toFixed();
        const expected = new Decimal(text).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).plus(0).toFixed();
        expect(rounded(fractionOf(text), 2)).toBe(expected === "-0" ? "0" : expected);
      }),
    );
  });
});

test("the distance from a tie is exact, 0 on it and counted on both sides", () => {
  const apart = (value: string, distance: string): number =>
    compare(distanceFromTie(fractionOf(value), 2), fractionOf(distance));
  expect(apart("3.365", "0")).toBe(0);
  expect(apart("3.3650000001", "0.0000000001")).toBe(0);
  expect(apart("3.3649999999", "0.0000000001")).toBe(0);
  expect(apart("-3.36", "0.005")).toBe(0);
});
