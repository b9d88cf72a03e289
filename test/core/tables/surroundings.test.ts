/** What the lines around a table say: years and units. */
import { describe, expect, test } from "@jest/globals";
import { unitsIn, yearsIn } from "../../../src/core/tables/surroundings";

describe("years", () => {
  test.each<[string, number[]]>([
    ["2021年度资金投入情况表", [2021]],
    ["2021年资金投入", [2021]],
    ["资金投入2021", [2021]],
    ["1999年与2021年", [1999, 2021]],
    ["新财扶(2021)", [2021]],
    ["编号120219", []],
    ["1899年", []],
    ["2101年", []],
  ])("named in %s: %j", (text, single) => {
    expect(yearsIn([text])).toEqual({ single, ends: [] });
  });

  test.each([
    "新财扶〔2021〕12号",
    "新财扶〔2021〕号",
    "新财扶(2021)12号",
    "新财扶[2021]第12号",
    "新财扶【2021】3号",
    "2021年12月10日",
    "2021年1月",
    "2021.12.10",
    "2021-1-5",
    "2021/11/30",
    "填报日期：2021",
    "时间：2021年",
    "截至2021年11月",
    "截止2021年底",
  ])("none by %s", (text) => {
    expect(yearsIn([text])).toEqual({ single: [], ends: [] });
  });

  test.each([
    "2013—2020年",
    "2013年至2020年",
    "2013年度—2020年度",
    "2016-2020",
    "2016~2020年度",
    "2016到2020年",
    "2016——2020年",
  ])("a span ends with its last: %s", (text) => {
    expect(yearsIn([text])).toEqual({ single: [], ends: [2020] });
  });

  test("of several texts, in their order", () => {
    expect(yearsIn(["2013—2020年结转", "2021年", "新财扶〔2019〕1号 2022年"])).toEqual({
      single: [2021, 2022],
      ends: [2020],
    });
  });
});

test.each<[string, string[]]>([
  ["单位:万元", ["万元"]],
  ["单位(元)", ["元"]],
  ["金额单位:人民币万元", ["万元"]],
  ["单位:万元、户、人", ["万元", "户", "人"]],
  ["单位:户/人", ["户", "人"]],
  ["单位:百万元", ["百万元"]],
  ["资金情况表(万元)", ["万元"]],
  ["资金情况表(人民币元)", ["元"]],
  ["单位:某县财政局", []],
  ["资金情况表(户)", []],
  ["万元以上的项目", []],
])("units in %s: %j", (text, units) => {
  expect(unitsIn(text)).toEqual(units);
});
