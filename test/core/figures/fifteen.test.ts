import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decimalOf, plain } from "../../../src/core/figures/decimal";
import { fastScale, fifteenDigits } from "../../../src/core/figures/fifteen";

function cut(number: number): string {
  const { units, scale } = fifteenDigits(number);
  return plain(decimalOf(units, scale));
}

describe("a stored float cut to 15 significant digits", () => {
  test.each([
    [218462.47999999998, "218462.48"],
    [0.1 + 0.2, "0.3"],
    [334.26800000001094, "334.268000000011"],
    [-0.1, "-0.1"],
    [-0, "0"],
    [100000, "100000"],
    [1e20, "100000000000000000000"],
    [1.5e21, "1500000000000000000000"],
    [123456789012345680, "123456789012346000"],
    [2184624800, "2184624800"],
    [1 / 3, "0.333333333333333"],
    [2 / 3, "0.666666666666667"],
    [-2.9103830456733704e-11, "-0.00000000002910383046"],
    [1e-25, "0"],
    [5e-324, "0"],
    [0.000001, "0.000001"],
    [1.005, "1.005"],
  ])("%d is %s", (number, expected) => {
    expect(cut(number)).toBe(expected);
  });

  test("refuses what no cell holds", () => {
    expect(() => fifteenDigits(Number.NaN)).toThrow(RangeError);
    expect(() => fifteenDigits(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  test("gives back every decimal of 15 digits that was stored as a float", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
        fc.integer({ min: 0, max: 18 }),
        (units, scale) => {
          const written = decimalOf(units, scale);
          expect(cut(Number(written.toFixed()))).toBe(plain(written));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("the fast path agrees with the digits that the number prints", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (number) => {
        const expected = plain(decimalOf(0, 0).plus(number.toPrecision(15)).toDecimalPlaces(20));
        expect(cut(number)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("money with two or three decimals takes the fast path", () => {
    expect([218462.48, 142900.108, 17290.12, 100000].map(fastScale)).toEqual([2, 3, 2, 0]);
    expect(fastScale(1 / 3)).toBe(-1);
  });

  test("the scale that is tried first changes nothing", () => {
    const cases: [number, number][] = [
      [218462.48, 2],
      [218462.4, 1],
      [218460, 0],
      [-0.123456789, 9],
      [0, 0],
      [100000000000000.5, -1],
      [1 / 3, -1],
    ];
    for (const [number, scale] of cases) {
      for (let likely = 0; likely <= 12; likely++) expect(fastScale(number, likely)).toBe(scale);
    }
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(9), fc.nat(10), (units, scale, likely) => {
        const number = units / 10 ** scale;
        expect(fastScale(number, likely)).toBe(fastScale(number));
      }),
    );
  });
});
