/** Phrases that name a fact: what their marks stand for, and what may stand between their words. */
import { describe, expect, test } from "@jest/globals";
import { readPhrase, says } from "../../../src/core/narrative/phrase";

function told(source: string, before: string, after = "", excludes: readonly string[] = []): boolean {
  const phrase = readPhrase(source, excludes);
  if (phrase === undefined) throw new Error("no phrase");
  return says(phrase, before, after);
}

test.each([
  ["the words right before the figure", "州级资金", "州级资金", "", true],
  ["fillers before and behind them", "州级资金", "2021年全州共到位州级资金合计为", "", true],
  ["other words before them", "州级资金", "和静县州级资金", "", false],
  ["other words between them and the figure", "州级资金", "州级资金支出", "", false],
  ["words behind the figure", "□个项目绩效目标", "完成", "个项目绩效目标申报", true],
  ["other words behind it", "□个项目绩效目标", "完成", "个项目", false],
  ["… is a few words", "州级…资金", "州级财政安排的资金", "", true],
  ["… is not two things", "州级…资金", "州级和县级资金", "", false],
  ["… is at most 16 letters", "州级…资金", `州级${"很".repeat(17)}资金`, "", false],
  ["…… is any words", "州级……资金", "州级、县级财政以及各部门安排下达的资金", "", true],
  ["…… is at most 60 letters", "州级……资金", `州级${"很".repeat(61)}资金`, "", false],
  ["another year begins within a list", "申报绩效目标", "完成2020年度自评和2021年度申报绩效目标", "", true],
])("%s", (_name, source, before, after, expected) => {
  expect(told(source, before, after)).toBe(expected);
});

test("a gap holds none of the fact's excluded words", () => {
  expect(told("州级…资金", "州级债券资金")).toBe(true);
  expect(told("州级…资金", "州级债券资金", "", ["债券"])).toBe(false);
});

test("a gap never runs over the figure", () => {
  expect(told("州级…资金□", "州级", "资金")).toBe(false);
});

describe("no phrases", () => {
  test("more than four gaps, or no word at all", () => {
    expect(readPhrase("甲…乙…丙…丁…戊", [])?.weight).toBe(5);
    expect(readPhrase("甲…乙…丙…丁…戊…己", [])).toBeUndefined();
    expect(readPhrase("……□", [])).toBeUndefined();
  });
});
