/** Targets and actual values as officers write them, and whether one reaches the other. */
import { describe, expect, test } from "@jest/globals";
import { parseMeasure, reached } from "../../../src/core/figures/target";

function verdict(target: string, actual: string, lessIsBetter = false): string {
  const [wanted, got] = [parseMeasure(target), parseMeasure(actual)];
  return wanted === undefined || got === undefined ? "words" : reached(wanted, got, lessIsBetter);
}

describe("a target with a sign", () => {
  test.each([
    ["≥50个", "50个", "met"],
    ["≥50个", "49个", "missed"],
    ["不少于3次", "已完成3次", "met"],
    ["≥ 95 %", "９６．５％", "met"],
    ["≥95%", "94.99%", "missed"],
    ["≤90万元", "90万元", "met"],
    ["≤90万元", "900000.01元", "missed"],
    ["控制在90万元以内", "93.2万元", "missed"],
    ["＞50个", "50个", "missed"],
    [">50个", "51个", "met"],
    ["小于30天", "30天", "missed"],
    ["<30天", "29天", "met"],
    ["50个以上", "50个", "met"],
    ["≤5人以上", "4人", "met"],
    ["100%百分比", "100百分比", "met"],
    ["≥100百分比", "88百分比", "missed"],
    ["≥2,000亩", "1,850亩", "missed"],
    ["≥100㎡", "80㎡", "missed"],
    ["≥100m²", "120m²", "met"],
  ])("%s, %s: %s", (target, actual, expected) => {
    expect(verdict(target, actual)).toBe(expected);
  });
});

describe("each sign and word for a bound, at the bound and beside it", () => {
  const least = [
    "≥",
    "≧",
    "⩾",
    ">=",
    "=>",
    "＞＝",
    "大于等于",
    "大于或等于",
    "不低于",
    "不少于",
    "不小于",
    "至少",
  ];
  const most = [
    "≤",
    "≦",
    "⩽",
    "<=",
    "=<",
    "小于等于",
    "小于或等于",
    "不超过",
    "不高于",
    "不多于",
    "不大于",
    "控制在",
  ];
  const above = [">", "大于", "超过", "高于"];
  const below = ["<", "小于", "低于", "少于"];
  const verdicts = (sign: string): readonly string[] =>
    ["49个", "50个", "51个"].map((actual) => verdict(`${sign}50个`, actual));

  test.each(least)("%s50个", (sign) => {
    expect(verdicts(sign)).toEqual(["missed", "met", "met"]);
  });
  test.each(most)("%s50个", (sign) => {
    expect(verdicts(sign)).toEqual(["met", "met", "missed"]);
  });
  test.each(above)("%s50个", (sign) => {
    expect(verdicts(sign)).toEqual(["missed", "missed", "met"]);
  });
  test.each(below)("%s50个", (sign) => {
    expect(verdicts(sign)).toEqual(["met", "missed", "missed"]);
  });
  test.each(["=", "等于"])("%s50个", (sign) => {
    expect(verdicts(sign)).toEqual(["missed", "met", "unclear"]);
  });
  test.each([
    ["50个以上", ["missed", "met", "met"]],
    ["50个及以上", ["missed", "met", "met"]],
    ["50个或以上", ["missed", "met", "met"]],
    ["50个以内", ["met", "met", "missed"]],
    ["50个之内", ["met", "met", "missed"]],
    ["50个以下", ["met", "met", "missed"]],
    ["50个及以下", ["met", "met", "missed"]],
  ])("%s", (target, expected) => {
    expect(["49个", "50个", "51个"].map((actual) => verdict(target, actual))).toEqual(expected);
  });
  test.each(["完成50个", "已完成50个", "实际完成了50个", "达到50个", "已达50个", "为50个"])(
    "%s is 50",
    (actual) => {
      expect(verdict("≥50个", actual)).toBe("met");
      expect(verdict(">50个", actual)).toBe("missed");
    },
  );
});

describe("=100 is meant as at least, or at most where less is better", () => {
  test.each([
    ["=100个", "100个", false, "met"],
    ["=100个", "99个", false, "missed"],
    ["=100个", "101个", false, "unclear"],
    ["=100万元", "99万元", true, "unclear"],
    ["=100万元", "101万元", true, "missed"],
  ] as const)("%s, %s, less is better: %s: %s", (target, actual, less, expected) => {
    expect(verdict(target, actual, less)).toBe(expected);
  });
});

describe("a target without a sign is missed likely, never surely", () => {
  test.each([
    ["50个", "50个", false, "met"],
    ["50个", "52个", false, "met"],
    ["50个", "49个", false, "likely-missed"],
    ["30天", "28天", true, "met"],
    ["30天", "31天", true, "likely-missed"],
    // Of a rate of half or more less is never better, whatever the indicator is about.
    ["95%", "90%", true, "likely-missed"],
    ["50%", "49%", true, "likely-missed"],
    ["5%", "4%", true, "met"],
  ] as const)("%s, %s, less is better: %s: %s", (target, actual, less, expected) => {
    expect(verdict(target, actual, less)).toBe(expected);
  });
});

describe("a span", () => {
  test.each([
    ["50-60亩", "50亩", "met"],
    ["50～60亩", "60亩", "met"],
    ["50至60亩", "49.9亩", "missed"],
    ["50-60亩", "60.1亩", "missed"],
    ["50-60亩", "=55亩", "met"],
    ["50-60%", "0.55", "met"],
    ["50-60", "55亩", "met"],
    ["50-60", "61亩", "missed"],
    ["50-60亩", "50-60亩", "unclear"],
    ["50-60亩", "≥50亩", "unclear"],
    ["≥50亩", "50-60亩", "unclear"],
  ])("%s, %s: %s", (target, actual, expected) => {
    expect(verdict(target, actual)).toBe(expected);
  });
});

describe("an actual value that is a bound itself", () => {
  test.each([
    ["≥50个", "≥50个以上", "met"],
    ["≥50个", "≥51个", "met"],
    ["≥50个", ">50个", "met"],
    [">50个", ">50个", "met"],
    // ≥50 may be 50 itself, which is not above 50.
    [">50个", "≥50个", "unclear"],
    ["≥50个", "≥49个", "unclear"],
    ["≥50个", "≤60个", "unclear"],
    ["≤90万元", "≤90万元", "met"],
    ["≤90万元", "<80万元", "met"],
    ["<90万元", "≤90万元", "unclear"],
    ["≤90万元", "≤95万元", "unclear"],
    ["=50个", "≥50个", "unclear"],
    ["50个", "≥50个", "unclear"],
  ])("%s, %s: %s", (target, actual, expected) => {
    expect(verdict(target, actual)).toBe(expected);
  });
});

describe("units", () => {
  test.each([
    // A number without a unit takes the other's: as it stands, or in the magnitude that is nearer.
    ["≥50个", "52", "met"],
    ["50", "45个", "likely-missed"],
    ["≤90万元", "89.5", "met"],
    ["≤90万元", "93.2", "missed"],
    ["≤90万元", "932000", "missed"],
    ["≥1.5万人", "1.6", "met"],
    ["≥1.5万人", "15600", "met"],
    ["≥1.5万人", "14000", "missed"],
    ["≥1.5", "14000人", "met"],
    ["15000", "1.4万人", "likely-missed"],
    ["≥1.5万人", "15600人", "met"],
    // A fraction beside a rate, or points.
    ["≥95%", "0.96", "met"],
    ["≥95%", "1", "met"],
    ["≥95%", "94", "missed"],
    ["≥95", "96%", "met"],
    ["≥0.95", "94%", "missed"],
    ["≤2%", "1", "met"],
    ["≤3‰", "4‰", "missed"],
    // A bare 万 is of whatever the other side counts, but of no rate, and beside a bare number it is not clear.
    ["≥5万", "5.2万", "met"],
    ["≥5万", "49000人", "missed"],
    ["≥5万人", "5.2万", "met"],
    ["≥5万", "49000元", "missed"],
    ["≥5万", "52000", "unclear"],
    ["5.2", "≥5万", "unclear"],
    ["≥5万", "60%", "unclear"],
    ["≥60%", "5万", "unclear"],
    // What counts one thing says nothing of another.
    ["≥50个", "52项", "met"],
    ["≥50户", "60人", "unclear"],
    ["≥50人次", "60名", "met"],
    ["≥50亩", "60个", "unclear"],
    ["≥90分", "95%", "unclear"],
    ["≥10公里", "12公里", "met"],
    ["≥10公里", "12千米", "unclear"],
  ])("%s, %s: %s", (target, actual, expected) => {
    expect(verdict(target, actual)).toBe(expected);
  });
});

test.each(["效果明显", "达成预期指标", "≥", "", "50①", "1.2.3", "50个60个", "2021年12月前"])(
  "%j is no measure",
  (text) => {
    expect(parseMeasure(text)).toBeUndefined();
  },
);
