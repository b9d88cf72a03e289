import { describe, expect, test } from "@jest/globals";
import { count, inputOf, liveOf, pointsOf, problemsOf, sentenceOf, wan } from "../figures";

const label = (text: string) => ({ "zh-CN": text, en: text });
const ratio = (numerator: string, denominator: string) => ({ name: "ratio", numerator, denominator });

describe("composite", () => {
  const PROJECTS = {
    name: "composite",
    parts: [
      { label: label("开工"), max: "3", method: ratio("started", "all") },
      { label: label("完工"), max: "4", method: ratio("completed", "all") },
      {
        label: label("拨付"),
        max: "3",
        method: { name: "linear", numerator: "spent", denominator: "budget", full: "92%", zero: "80%" },
      },
    ],
  };
  const projects = (started: string, completed: string, spent: string) =>
    inputOf({
      started: count(started),
      completed: count(completed),
      all: count("275"),
      spent: wan(spent),
      budget: wan("100"),
    });

  test("all started, completed and paid scores 10", () => {
    expect(pointsOf(PROJECTS, "10", projects("275", "275", "99.77"))).toBe("10");
  });

  test("is rounded once, after the sum", () => {
    // 3 × 274/275 + 4 × 273/275 + 3 × (0.9 − 0.8)/0.12 = 2.98909… + 3.97090… + 2.5 = 9.46; its parts rounded give 2.99 + 3.97 + 2.5.
    expect(pointsOf(PROJECTS, "10", projects("274", "273", "90"))).toBe("9.46");
    // 1/3 of a point in each of three parts is 1, not 0.99.
    const thirds = {
      name: "composite",
      parts: [1, 2, 3].map((part) => ({
        label: label(String(part)),
        max: "1",
        method: ratio("one", "three"),
      })),
    };
    expect(pointsOf(thirds, "3", inputOf({ one: count("1"), three: count("3") }))).toBe("1");
  });

  test("tells each part", () => {
    expect(sentenceOf(PROJECTS, "10", projects("275", "273", "86"))["zh-CN"]).toBe(
      "开工：275 ÷ 275 × 3 → 3 分；完工：273 ÷ 275 × 4 → 3.9709 分；拨付：86 ÷ 100 = 86%，按直线计：(86 ÷ 100 − 80%) ÷ (92% − 80%) × 3 → 1.5 分；合计",
    );
  });

  test("one part without figures leaves no score", () => {
    expect(pointsOf(PROJECTS, "10", inputOf({ started: count("1"), all: count("1") }))).toBe(
      "the cell is an error",
    );
  });

  test("its formula is the sum of the parts'", () => {
    expect(liveOf(PROJECTS, "10", projects("275", "275", "95"))).toMatch(
      /^ROUND\(\(\(MAX\(.*\)\+MAX\(.*\)\)\+MAX\(.*,2\)$/,
    );
  });

  test("maxima that do not add up, a part without one, and a nested manual score are refused", () => {
    expect(problemsOf(PROJECTS, "9").map(({ path }) => path)).toEqual(["m.parts"]);
    expect(
      problemsOf({ name: "composite", parts: [{ label: label("a"), method: ratio("a", "b") }] }, "9").map(
        ({ path }) => path,
      ),
    ).toEqual(["m.parts[0].max"]);
    expect(
      problemsOf(
        { name: "composite", parts: [{ label: label("a"), max: "9", method: { name: "manual" } }] },
        "9",
      ).map(({ path }) => path),
    ).toEqual(["m.parts[0].method"]);
  });

  test("nesting without end is refused", () => {
    let method: object = ratio("a", "b");
    for (let level = 0; level < 8; level += 1)
      method = { name: "composite", parts: [{ label: label("x"), max: "1", method }] };
    expect(problemsOf(method, "1").map(({ message }) => message.en)).toEqual([
      "methods are nested too deep.",
    ]);
  });
});

describe("weighted", () => {
  const WEIGHTED = {
    name: "weighted",
    parts: [
      { label: label("甲"), weight: "40%", method: ratio("a", "all") },
      { label: label("乙"), weight: "0.6", method: ratio("b", "all") },
    ],
  };

  test("each part counts by its weight of the maximum", () => {
    const input = inputOf({ a: count("1", "A1"), b: count("3", "B1"), all: count("4", "C1") });
    expect(pointsOf(WEIGHTED, "10", input)).toBe("5.5");
    expect(sentenceOf(WEIGHTED, "10", input)["zh-CN"]).toBe(
      "甲：1 ÷ 4 × 10 → 2.5 分 × 40%；乙：3 ÷ 4 × 10 → 7.5 分 × 60%；合计",
    );
    expect(liveOf(WEIGHTED, "10", input)).toContain("MIN(10,(('S'!A1/'S'!C1)*10)))*0.4)+");
  });

  test("weights that do not sum to 100% are refused", () => {
    const parts = WEIGHTED.parts.map((part) => ({ ...part, weight: "40%" }));
    expect(problemsOf({ name: "weighted", parts }, "10")).toMatchObject([
      {
        path: "m.parts",
        message: { "zh-CN": "权重合计 80%，不是 100%", en: "the weights add up to 80%, not to 100%" },
      },
    ]);
  });
});

describe("best of", () => {
  const BEST = {
    name: "best-of",
    parts: [
      { label: label("甲"), method: ratio("a", "all") },
      { label: label("乙"), method: ratio("b", "all") },
    ],
  };

  test("the best part counts, whichever it is", () => {
    const input = (a: string, b: string) =>
      inputOf({ a: count(a, "A1"), b: count(b, "B1"), all: count("4", "C1") });
    expect(pointsOf(BEST, "4", input("1", "3"))).toBe("3");
    expect(pointsOf(BEST, "4", input("2", "0"))).toBe("2");
    expect(liveOf(BEST, "4", input("1", "3"))).toContain("MAX(MAX(0,MIN(4,");
    expect(sentenceOf(BEST, "4", input("1", "3"))["zh-CN"]).toBe(
      "甲：1 ÷ 4 × 4 → 1 分；乙：3 ÷ 4 × 4 → 3 分；取最高",
    );
  });

  test("all of its parts must have figures, weighed or not", () => {
    const parts = [{ label: label("甲"), weight: "100%", method: ratio("a", "all") }];
    expect(pointsOf({ name: "weighted", parts }, "4", inputOf({ a: count("1") }))).toBe(
      "the cell is an error",
    );
  });

  test("a part without figures is no 0", () => {
    expect(pointsOf(BEST, "4", inputOf({ a: count("1"), all: count("4") }))).toBe("the cell is an error");
  });
});
