/** Words that officers of other prefectures write in the same tables: no finding more, and none less. */
import { describe, expect, test } from "@jest/globals";
import { added, check, type Edits } from "../../support/edited-sample";

/** The sample's prefecture is an autonomous one; here it is a 地区 or a city. */
const DIQU: Edits = { "1!G3": "地区本级资金", "3!J4": "地区", "2!B7": "地区", "6!B7": "地区" };
const CITY: Edits = {
  "1!D3": "中央财政衔接推进乡村振兴补助资金",
  "1!D4": "提前下达批",
  "1!E4": "第二批",
  "1!F3": "省级财政衔接推进乡村振兴补助资金",
  "1!G3": "市级财政衔接资金",
  "1!I3": "县级财政配套资金",
  "2!B5": "省级财政",
  "2!B7": "市本级",
  "6!B5": "省级财政资金",
  "6!B7": "市级财政资金",
};

describe("sources of funds by other words", () => {
  test.each<[string, Edits]>([
    ["of a 地区", DIQU],
    ["of a city of a province", CITY],
  ])("%s", (_name, edits) => {
    expect(added(edits)).toEqual([]);
    expect(check(edits).notRun).toEqual([]);
  });

  test.each<[string, Edits]>([
    ["of a 地区", DIQU],
    ["of a city of a province", CITY],
  ])("%s, with a wrong amount", (_name, edits) => {
    expect(added({ ...edits, "2!H7": 3500 })).toEqual([
      "cross.funds-release error 1!G14",
      "release.column-total error 2!H10",
    ]);
  });
});

describe("said in other words", () => {
  test.each<[string, Edits]>([
    ["ditto marks below a county, a category and an answer", { "3!B6": "同上", "3!R6": "〃" }],
    [
      "yes as a tick, with a remark, as the deed done",
      { "3!Q5": "√", "3!Q6": "是（已验收）", "3!R5": "已申报", "3!R6": "有" },
    ],
    ["a category with its number or as a class", { "3!F5": "一、产业发展", "3!F7": "产业发展类" }],
    [
      "counties numbered in their cells",
      { "4!B4": "①库尔勒市", "4!B5": "（二）轮台县", "4!B6": "三、尉犁县" },
    ],
    [
      "totals under the prefecture's name",
      { "1!B14": "巴音郭楞蒙古自治州", "4!B13": "巴州", "5!B14": "全州", "7!B14": "巴州" },
    ],
    ["the total of a ledger under the prefecture's name", { "3!B280": "巴州" }],
  ])("%s", (_name, edits) => {
    expect(added(edits)).toEqual([]);
    expect(check(edits).notRun).toEqual([]);
  });

  test("an answer that is no yes", () => {
    expect(added({ "3!R5": "未申报" })).toEqual(["projects.target warning 3!R5"]);
  });

  test("a total under the prefecture's name that is wrong", () => {
    expect(added({ "7!B14": "巴州", "7!C14": 4220 })).toEqual(["monitoring.column-total error 7!C14"]);
  });
});
