import { expect, test } from "@jest/globals";
import { count, inputOf, liveOf, pointsOf, problemsOf, sentenceOf, wan } from "../figures";

const EACH = { name: "per-item", count: "n", each: "0.5", floor: "1" };

test.each([
  ["0", "4"],
  ["1", "3.5"],
  ["6", "1"],
  ["7", "1"],
  ["1000", "1"],
])("%s items leave %s of 4, not below 1", (items, points) => {
  expect(pointsOf(EACH, "4", inputOf({ n: count(items) }))).toBe(points);
});

test("without a floor it stops at 0", () => {
  expect(pointsOf({ name: "per-item", count: "n", each: "1" }, "4", inputOf({ n: count("9") }))).toBe("0");
});

test("says the arithmetic and carries it in a formula", () => {
  const input = inputOf({ n: count("3", "B2") });
  expect(sentenceOf(EACH, "4", input)["zh-CN"]).toBe("4 − 3 × 0.5，扣到 1 分为止");
  expect(liveOf(EACH, "4", input)).toContain("MAX(1,MIN(4,(4-('S'!B2*0.5))))");
});

test("money is no count, and a floor above the maximum is refused", () => {
  expect(pointsOf(EACH, "4", inputOf({ n: wan("3") }))).toContain("amount");
  expect(problemsOf({ ...EACH, floor: "5" }, "4").map(({ path }) => path)).toEqual(["m.floor"]);
});
