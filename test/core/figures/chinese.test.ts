/** Chinese and mixed numerals, and what can be read in two ways. */
import { describe, expect, test } from "@jest/globals";
import { parseChineseNumber } from "../../../src/core/figures/chinese";

describe("numerals", () => {
  test.each([
    ["十四亿二千九百万", "1429000000", 6],
    ["14亿2900万", "1429000000", 4],
    ["1亿4千万", "140000000", 7],
    ["3千5百", "3500", 2],
    ["十亿", "1000000000", 8],
    ["十", "10", 0],
    ["二十", "20", 0],
    ["十五", "15", 0],
    ["一百零五", "105", 0],
    ["一百一十五", "115", 0],
    ["两千三百", "2300", 2],
    ["一万零五百", "10500", 2],
    ["三亿零二十万", "300200000", 4],
    ["壹拾贰万叁仟", "123000", 3],
    ["九十九点七七", "99.77", -2],
    ["一点五亿", "150000000", 7],
    ["1.5亿", "150000000", 7],
    ["一点五千", "1500", 2],
    ["一点五百万", "1500000", 5],
    ["两点三五亿", "235000000", 6],
    ["廿五", "25", 0],
  ])("%s", (text, value, place) => {
    const number = parseChineseNumber(text);
    expect(number?.value.toFixed()).toBe(value);
    expect(number?.place).toBe(place);
  });
});

describe("no numerals, or read in two ways", () => {
  test.each([
    "",
    "二〇二一",
    "三万五",
    "一百五",
    "两三百",
    "万",
    "亿",
    "十百",
    "三是",
    "零",
    "点五",
    "五点",
    "三万点五",
    "1.5点5",
    "一万二千万",
    "一万二万",
    "三亿万",
    "1.5亿2000万",
    "3万20000",
    "3千55百",
    "十15",
    "1.2.3",
    "1,000万",
    "五十亿六十亿",
  ])("%s", (text) => {
    expect(parseChineseNumber(text)).toBeUndefined();
  });
});
