/** What a pack may write as a method: each parameter's type, and the place where it is wrong. */
import { describe, expect, test } from "@jest/globals";
import { problemsOf } from "./figures";

const label = { "zh-CN": "甲" };
const RATIO = { name: "ratio", numerator: "a", denominator: "b" };
const LINEAR = { ...RATIO, name: "linear", full: "92%", zero: "80%" };
const BANDS = { ...RATIO, name: "bands", bands: [{ from: "90%", points: "3" }] };
const DEADLINE = { name: "deadline", received: "表.收", released: "表.下", amount: "表.额", within: "5" };
const CHECKS = { name: "checks", groups: ["one"], each: "1" };
const PART = { label, max: "4", method: RATIO };
const composite = (...parts: readonly unknown[]) => ({ name: "composite", parts });

test.each([
  ["ratio", RATIO],
  ["linear", LINEAR],
  ["bands", BANDS],
  ["deadline", DEADLINE],
  ["checks", CHECKS],
  ["composite", composite(PART)],
  ["a label in both languages", composite({ ...PART, label: { "zh-CN": "甲", en: "A" } })],
  ["manual", { name: "manual" }],
  ["deduction", { name: "deduction", tellsErrors: true }],
  ["per-item", { name: "per-item", count: "n", each: "0.5", floor: "1" }],
])("%s as it should be", (_what, spec) => {
  expect(problemsOf(spec, "4")).toEqual([]);
});

describe("a wrong value is told with its place", () => {
  test.each([
    ["no object", 5, "m.name"],
    ["nothing", null, "m.name"],
    ["no name", {}, "m.name"],
    ["a name that is none", { name: "magic" }, "m.name"],
    ["a name that is no text", { name: 5 }, "m.name"],
    ["a parameter missing", { name: "ratio", numerator: "a" }, "m"],
    ["a parameter unknown", { ...RATIO, weight: "1" }, "m.weight"],
    ["a blank expression", { ...RATIO, numerator: " " }, "m.numerator"],
    ["an expression that is no text", { ...RATIO, numerator: 5 }, "m.numerator"],
    ["an expression without end", { ...RATIO, numerator: "a".repeat(2001) }, "m.numerator"],
    ["a number that is no text", { ...LINEAR, full: 0.92 }, "m.full"],
    ["a number in words", { ...LINEAR, full: "九成" }, "m.full"],
    ["a number with a comma", { ...LINEAR, full: "1,000" }, "m.full"],
    ["points below 0", { ...BANDS, below: "-1" }, "m.below"],
    ["points that are no text", { ...BANDS, below: 1 }, "m.below"],
    ["points above the maximum", { ...BANDS, below: "5" }, "m.below"],
    ["days that are no whole number", { ...DEADLINE, within: "5.5" }, "m.within"],
    ["days that are no text", { ...DEADLINE, within: 5 }, "m.within"],
    ["days beyond 400", { ...DEADLINE, within: "401" }, "m.within"],
    ["checks that are no list", { ...CHECKS, groups: "one" }, "m.groups"],
    ["no checks", { ...CHECKS, groups: [] }, "m.groups"],
    ["a check that is no text", { ...CHECKS, groups: ["one", 2] }, "m.groups"],
    ["a flag that is text", { name: "deduction", tellsErrors: "true" }, "m.tellsErrors"],
    ["bands that are no list", { ...BANDS, bands: { from: "1" } }, "m.bands"],
    ["a band that is text", { ...BANDS, bands: ["90%"] }, "m.bands[0]"],
    [
      "a band with a word unknown",
      { ...BANDS, bands: [{ from: "1", points: "1", to: "2" }] },
      "m.bands[0].to",
    ],
    ["a band without points", { ...BANDS, bands: [{ from: "1" }] }, "m.bands[0].points"],
    [
      "a band with points that are none",
      { ...BANDS, bands: [{ from: "1", points: "x" }] },
      "m.bands[0].points",
    ],
    ["a band from nowhere", { ...BANDS, bands: [{ from: 1, points: "1" }] }, "m.bands[0].from"],
    ["a band up to nowhere", { ...BANDS, bands: [{ upTo: "x", points: "1" }] }, "m.bands[0].upTo"],
    ["parts that are no list", { name: "composite", parts: PART }, "m.parts"],
    ["a part that is text", composite("甲"), "m.parts[0]"],
    ["a part that is a list", composite([PART]), "m.parts[0]"],
    ["a part with a word unknown", composite({ ...PART, points: "4" }), "m.parts[0].points"],
    ["a part without a label", composite({ ...PART, label: undefined }), "m.parts[0].label"],
    ["a label without Chinese", composite({ ...PART, label: { en: "A" } }), "m.parts[0].label"],
    [
      "a label whose English is no text",
      composite({ ...PART, label: { ...label, en: 1 } }),
      "m.parts[0].label",
    ],
    ["a part's maximum that is no text", composite({ ...PART, max: 4 }), "m.parts[0].max"],
    ["a part's maximum below 0", composite({ ...PART, max: "-4" }), "m.parts[0].max"],
    ["a part's weight that is no text", composite({ ...PART, weight: 1 }), "m.parts[0].weight"],
    ["a part's weight in words", composite({ ...PART, weight: "一半" }), "m.parts[0].weight"],
    ["a part's weight where parts have maxima", composite({ ...PART, weight: "50%" }), "m.parts[0].weight"],
    ["a part without a method", composite({ label, max: "4" }), "m.parts[0].method.name"],
    [
      "a part's method wrong inside",
      composite({ ...PART, method: { ...RATIO, numerator: 1 } }),
      "m.parts[0].method.numerator",
    ],
    [
      "a part of weighted with a maximum",
      { name: "weighted", parts: [{ ...PART, weight: "100%" }] },
      "m.parts[0].max",
    ],
    [
      "a part of weighted without a weight",
      { name: "weighted", parts: [{ label, method: RATIO }] },
      "m.parts[0].weight",
    ],
    [
      "a weight of 0",
      { name: "weighted", parts: [{ label, weight: "0", method: RATIO }] },
      "m.parts[0].weight",
    ],
    ["a part of best-of with a maximum", { name: "best-of", parts: [PART] }, "m.parts[0].max"],
    [
      "a part of best-of with a weight",
      { name: "best-of", parts: [{ label, weight: "1", method: RATIO }] },
      "m.parts[0].weight",
    ],
    ["a floor above the maximum", { name: "per-item", count: "n", each: "1", floor: "5" }, "m.floor"],
    ["a deadline that ends before it begins", { ...DEADLINE, zero: "5" }, "m.zero"],
  ] as const)("%s", (_what, spec, path) => {
    const problems = problemsOf(spec, "4");
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.message["zh-CN"]).toMatch(/\p{Script=Han}/u);
    expect(problems[0]?.message.en).not.toBe("");
  });
});
