import { expect, test } from "@jest/globals";
import { inputOf, liveOf, pointsOf, sentenceOf } from "../figures";

const CHECKS = { name: "checks", groups: ["assets.original-value", "assets.column-total"], each: "1" };
const failed = { kind: "failed", errors: 44, cells: [] } as const;

test("a group costs its points once, however many errors it has", () => {
  expect(pointsOf(CHECKS, "4", inputOf({}))).toBe("4");
  expect(pointsOf(CHECKS, "4", inputOf({}, { "assets.column-total": failed }))).toBe("3");
  expect(
    pointsOf(CHECKS, "4", inputOf({}, { "assets.column-total": failed, "assets.original-value": failed })),
  ).toBe("2");
});

test("not below 0", () => {
  const input = inputOf({}, { "assets.column-total": failed, "assets.original-value": failed });
  expect(pointsOf({ ...CHECKS, each: "3" }, "4", input)).toBe("0");
});

test("a group that could not run leaves no score and says which and why", () => {
  const input = inputOf({}, { "assets.column-total": { kind: "not-run", why: "找不到表「资产」" } });
  expect(sentenceOf(CHECKS, "4", input)["zh-CN"]).toBe(
    "校验 assets.column-total 没能运行，无法计分：找不到表「资产」",
  );
});

test("names the groups that failed, and no formula carries it", () => {
  const input = inputOf({}, { "assets.column-total": failed });
  expect(sentenceOf(CHECKS, "4", input)["zh-CN"]).toBe(
    "2 组校验中 1 组未通过（assets.column-total）：4 − 1 × 1",
  );
  expect(liveOf(CHECKS, "4", input)).toContain("value: ");
});
