import { describe, expect, test } from "@jest/globals";
import { days, inputOf, liveOf, pointsOf, problemsOf, sentenceOf, wan } from "../figures";

const BANDS = {
  name: "bands",
  numerator: "a",
  denominator: "b",
  bands: [
    { from: "95%", points: "5" },
    { from: "90%", points: "3" },
    { from: "80%", points: "1" },
  ],
};
const rate = (value: string) => inputOf({ a: wan(value, "A1"), b: wan("100", "B1") });

describe("banded steps", () => {
  test.each([
    ["100", "5"],
    ["95", "5"],
    ["94.9999999", "3"],
    ["90", "3"],
    ["80", "1"],
    ["79.99", "0"],
  ])("%s%% scores %s", (value, points) => {
    expect(pointsOf(BANDS, "5", rate(value))).toBe(points);
  });

  test("what reaches no band gets the points of `below`", () => {
    expect(pointsOf({ ...BANDS, below: "0.5" }, "5", rate("10"))).toBe("0.5");
  });

  test("upTo: fewer days are better", () => {
    const steps = {
      name: "bands",
      numerator: "d",
      bands: [
        { upTo: "5", points: "2" },
        { upTo: "10", points: "1" },
      ],
    };
    expect(["5", "6", "10", "11"].map((value) => pointsOf(steps, "2", inputOf({ d: days(value) })))).toEqual([
      "2",
      "1",
      "1",
      "0",
    ]);
  });

  test("the formula tests the bands in turn through ROUND", () => {
    expect(liveOf(BANDS, "5", rate("91"))).toContain(
      "IF(ROUND(('S'!A1/'S'!B1)-0.95,8)>=0,5,IF(ROUND(('S'!A1/'S'!B1)-0.9,8)>=0,3,IF(ROUND(('S'!A1/'S'!B1)-0.8,8)>=0,1,0)))",
    );
  });

  test("a rate too near a limit for the formula's test is written as its value", () => {
    expect(liveOf(BANDS, "5", rate("94.9999999"))).toContain("value: so near to a band's limit");
  });

  test("names the band and never shows a rate as a limit that it misses", () => {
    expect(sentenceOf(BANDS, "5", rate("94.9999"))["zh-CN"]).toBe(
      "94.9999 ÷ 100 = 94.9999%，不低于 90% 一档",
    );
  });

  test("a value on the limit is in the band, from above or from below", () => {
    expect(sentenceOf(BANDS, "5", rate("95"))["zh-CN"]).toBe("95 ÷ 100 = 95%，不低于 95% 一档");
    const steps = {
      name: "bands",
      numerator: "d",
      bands: [
        { upTo: "5", points: "2" },
        { upTo: "10", points: "1" },
      ],
    };
    const said = (value: string): string => sentenceOf(steps, "2", inputOf({ d: days(value) }))["zh-CN"];
    expect(["4", "5", "6", "11"].map(said)).toEqual([
      "4，不超过 5 一档",
      "5，不超过 5 一档",
      "6，不超过 10 一档",
      "11，各档都未达到",
    ]);
  });

  test("a band that is never reached, points above the maximum and mixed kinds are refused", () => {
    const wrong = {
      ...BANDS,
      bands: [
        { from: "80%", points: "6" },
        { from: "90%", points: "3" },
        { upTo: "5%", points: "1" },
      ],
    };
    expect(problemsOf(wrong, "5").map(({ path }) => path)).toEqual([
      "m.bands[0].points",
      "m.bands[1]",
      "m.bands[2]",
    ]);
  });

  test("a band without a limit, or with two, is refused", () => {
    expect(problemsOf({ ...BANDS, bands: [{ points: "1" }] }, "5")[0]?.path).toBe("m.bands[0]");
    expect(problemsOf({ ...BANDS, bands: [{ from: "1", upTo: "2", points: "1" }] }, "5")[0]?.path).toBe(
      "m.bands[0]",
    );
  });
});
