import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { count, inputOf, liveOf, pointsOf, problemsOf, sentenceOf, wan, yuan } from "../figures";

const RATIO = { name: "ratio", numerator: "a", denominator: "b" };

describe("ratio", () => {
  test("231 of 275 projects, times 4, is 3.36", () => {
    const input = inputOf({ a: count("231"), b: count("275") });
    expect(pointsOf(RATIO, "4", input)).toBe("3.36");
    expect(sentenceOf(RATIO, "4", input)["zh-CN"]).toBe("231 ÷ 275 × 4");
  });

  test("a tie of the exact quotient is rounded up: 12 × 50.64 ÷ 64 = 9.495", () => {
    expect(pointsOf(RATIO, "12", inputOf({ a: wan("50.64"), b: wan("64") }))).toBe("9.5");
  });

  test("is rounded once: 3.3649 stays 3.36", () => {
    expect(pointsOf(RATIO, "1", inputOf({ a: wan("0.33649"), b: wan("0.1") }))).toBe("1");
    expect(pointsOf(RATIO, "10", inputOf({ a: wan("33.649"), b: wan("100") }))).toBe("3.36");
  });

  test("is held to the maximum and to 0", () => {
    expect(pointsOf(RATIO, "4", inputOf({ a: count("300"), b: count("275") }))).toBe("4");
    expect(pointsOf(RATIO, "4", inputOf({ a: wan("-1"), b: wan("275") }))).toBe("0");
  });

  test("元 over 万元 is converted, in the formula too", () => {
    const input = inputOf({ a: yuan("5000", "A1"), b: wan("1", "B1") });
    expect(pointsOf(RATIO, "4", input)).toBe("2");
    expect(liveOf(RATIO, "4", input)).toBe(
      "ROUND(MAX(0,MIN(4,((('S'!A1*0.0001)/'S'!B1)*4)))+SIGN(MAX(0,MIN(4,((('S'!A1*0.0001)/'S'!B1)*4))))*0.0000000001,2)",
    );
  });

  test("households over money is no ratio", () => {
    expect(pointsOf(RATIO, "4", inputOf({ a: count("3"), b: wan("5") }))).toContain("different kinds");
  });

  test("without anything to divide by there is no score, and it says so", () => {
    expect(pointsOf(RATIO, "4", inputOf({ a: count("0"), b: count("0") }))).toContain("divisor is 0");
  });

  test("a sum is told in brackets", () => {
    const input = inputOf({ a: count("37585"), b: count("38092") });
    const told = {
      ...input,
      read: (expression: string) => {
        const reading = input.read(expression);
        return reading.ok && expression === "a" ? { ...reading, text: "14645 + 22940" } : reading;
      },
    };
    expect(sentenceOf(RATIO, "4", told)["zh-CN"]).toBe("(14645 + 22940) ÷ 38092 × 4");
  });

  test("a figure that cannot be read leaves no score, with its reason", () => {
    expect(pointsOf(RATIO, "4", inputOf({ b: count("1") }))).toBe("the cell is an error");
  });

  test("a figure held as text is scored, and the sheet carries the value", () => {
    const input = inputOf({ a: count("1", { "zh-CN": "文本", en: "held as text" }), b: count("2") });
    expect(pointsOf(RATIO, "4", input)).toBe("2");
    expect(liveOf(RATIO, "4", input)).toBe("value: held as text");
  });

  test("never leaves 0 to the maximum, and never falls as the numerator grows", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 1_000_000 }), (one, other, whole) => {
        const at = (value: number): number =>
          Number(pointsOf(RATIO, "7", inputOf({ a: wan(String(value)), b: wan(String(whole)) })));
        const [low, high] = [at(Math.min(one, other)), at(Math.max(one, other))];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(7);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});

describe("parameters", () => {
  test("a missing one, an unknown one and one of the wrong type are named with their paths", () => {
    expect(
      problemsOf({ name: "ratio", numerator: 5, divisor: "b" }, "4").map(({ path, message }) => [
        path,
        message.en,
      ]),
    ).toEqual([
      ["m.divisor", 'the method has no parameter "divisor"; there are numerator, denominator.'],
      ["m.numerator", "should be an expression of the rule language, as text."],
      ["m", 'the parameter "denominator" is missing.'],
    ]);
  });

  test("an unknown method is named with those that there are", () => {
    const [problem] = problemsOf({ name: "rasio" }, "4");
    expect(problem?.path).toBe("m.name");
    expect(problem?.message["zh-CN"]).toContain("ratio");
  });
});
