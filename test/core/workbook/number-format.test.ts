import { describe, expect, test } from "@jest/globals";
import {
  BUILTIN_FORMATS,
  parseNumberFormat,
  sectionFor,
  showsDate,
} from "../../../src/core/workbook/number-format";

function section(code: string, value = 1): ReturnType<typeof sectionFor> {
  return sectionFor(parseNumberFormat(code), value);
}

test.each([
  ["0.00", 2],
  ["#,##0.000_ ", 3],
  ["#,##0.00", 2],
  ["0.0", 1],
  ["_ * #,##0.00_ ;_ * -#,##0.00_ ", 2],
  ['0.00"万元"', 2],
  ["0.00%", 2],
  ["[Red]0.000", 3],
  ["[$-804]0.00", 2],
  ["\\¥0.00", 2],
  ["0.00;[Red]-0.00", 2],
  ["General", undefined],
  ["0", undefined],
  ["#,##0", undefined],
  ["0.0#", undefined],
  ["0.??", undefined],
  ["@", undefined],
  ["0.00E+00", undefined],
  ["# ?/?", undefined],
  ["G/通用格式", undefined],
  ["", undefined],
  ['"0.00"', undefined],
  ['General"万元"', undefined],
] as const)("%j fixes %p decimals", (code, decimals) => {
  expect(section(code).decimals).toBe(decimals);
});

test.each([
  "yyyy/m/d",
  'yyyy"年"m"月"d"日"',
  "m-d-yy",
  "mmm-yy",
  "[$-F800]dddd, mmmm dd, yyyy",
  "[$-x-sysdate]dddd",
  "yyyy/m/d h:mm",
  "aaaa",
  "[$-404]e/m/d",
  "[DBNum1][$-804]yyyy年m月d日",
  "mm",
  "d",
])("%j shows a date", (code) => {
  expect(showsDate(code)).toBe(true);
});

test.each([
  "General",
  "0.00",
  "#,##0.000_ ",
  "h:mm",
  "[h]:mm:ss",
  "mm:ss",
  '上午/下午h"时"mm"分"',
  "h:mm AM/PM",
  "@",
  '0"d"',
  "0\\d",
  "[Red]0",
  "0.00E+00",
  '"年"0',
  "[DBNum2]General",
  "# ?/?",
  '_ "¥"* #,##0_ ',
])("%j shows none", (code) => {
  expect(showsDate(code)).toBe(false);
});

test("built-in ids of a Chinese Excel", () => {
  const dates = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
  const found = Object.entries(BUILTIN_FORMATS)
    .filter(([, code]) => showsDate(code))
    .map(([id]) => Number(id));
  expect(found).toEqual(dates);
});

test.each([
  ["0.00", 0],
  ["#,##0", 0],
  ["0.00,", 3],
  ["0.00,,", 6],
  ["#,##0.00,,", 6],
  ["#,##0,.00", 3],
  ["0,", 3],
  ["0!.0,", 4],
  ["0\\.0,", 4],
  ['0"."0,', 4],
  ['0"."00,,"亿"', 8],
  ["0!.0000", 4],
  ['"第"0"."', 0],
  ['"No."0', 0],
  ["#,##0.00_);(#,##0.00)", 0],
] as const)("%j divides by 10^%d", (code, shift) => {
  expect(section(code).shift).toBe(shift);
});

describe("sections", () => {
  test("by sign", () => {
    const format = parseNumberFormat('0.00;-0.000;"—";@');
    expect([5, -5, 0].map((value) => sectionFor(format, value).decimals)).toEqual([2, 3, undefined]);
    expect(sectionFor(format, 0)).toMatchObject({ digits: false, literal: "—" });
    expect(section("0.0;0.00", 0).decimals).toBe(1);
    expect(section("0.0", -1).decimals).toBe(1);
  });

  test("by conditions", () => {
    const format = parseNumberFormat('[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0');
    expect([2184624800, 123456, 5].map((value) => sectionFor(format, value))).toMatchObject([
      { shift: 8, literal: ".亿" },
      { shift: 4, literal: ".万" },
      { shift: 0, literal: "" },
    ]);
    expect([0, 1].map((value) => section('[=0]"—";0.00', value).digits)).toEqual([false, true]);
    expect(section('[<-1.5]0.0;[<>0]0.00;"零"', -2).decimals).toBe(1);
    expect(section('[<-1.5]0.0;[<>0]0.00;"零"', -1).decimals).toBe(2);
    expect(section("[<=1]0.0;[>1]0.00", 1).decimals).toBe(1);
    expect(section("[<1]0.0;0.00", 1).decimals).toBe(2);
    expect([1, 2].map((value) => section("[>1]0.0;0.00", value).decimals)).toEqual([2, 1]);
    // No section's condition holds: the first shows it.
    expect(section("[>5]0.0;[<-5]0.00", 1).decimals).toBe(1);
  });

  test("semicolons that are quoted or escaped part nothing", () => {
    expect(parseNumberFormat('0";"0\\;0!;0').sections).toHaveLength(1);
    expect(section(";;;").digits).toBe(false);
  });

  test("what is opened and never closed goes to the end", () => {
    expect(section('0.00"万;元')).toMatchObject({ decimals: 2, literal: "万;元" });
    expect(parseNumberFormat('0.00"万;元').sections).toHaveLength(1);
    expect(section("0.0[Red")).toMatchObject({ decimals: 1, literal: "" });
    expect(section("0.0\\")).toMatchObject({ decimals: 1, literal: "" });
  });

  test("percent and the words beside the digits", () => {
    expect(section("0.00%")).toMatchObject({ percent: true, decimals: 2 });
    expect(section("0\\%")).toMatchObject({ percent: false });
    expect(section('0.00"万元"').literal).toBe("万元");
    expect(section("0.00万元").literal).toBe("万元");
  });
});
