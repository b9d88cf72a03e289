import { describe, expect, test } from "@jest/globals";
import { displayText } from "./display-text";
import { typedInput } from "./typed-input";

describe("what a cell shows", () => {
  test.each([
    [1234.5, "General", "1234.5"],
    [0.1 + 0.2, "General", "0.3"],
    [123456789012, "General", "1.23457E+11"],
    [1.005, "0.00", "1.01"],
    [-1234.567, "#,##0.00", "-1,234.57"],
    [-1234.567, "#,##0.00;(#,##0.00)", "(1,234.57)"],
    [0, '0.00;-0.00;"—"', "—"],
    [0.79517, "0.00%", "79.52%"],
    [123456, "#,##0.00,", "123.46"],
    [123456, '0"万元"', "123456万元"],
    [5, "00", "05"],
    [1.5, "0.###", "1.5"],
    [44540, 'yyyy"年"m"月"d"日"', "2021年12月10日"],
    [44540.75, "yyyy-mm-dd hh:mm", "2021-12-10 18:00"],
    [59, "yyyy-mm-dd", "1900-02-28"],
    [-1, "yyyy-mm-dd", "########"],
    ["文字", "0.00", "文字"],
    [true, "General", "TRUE"],
  ] as const)("%p as %s is %s", (value, format, shown) => {
    expect(displayText(value, format, false)).toBe(shown);
  });

  test("days count from 1904 where the workbook says so", () => {
    expect(displayText(0, "yyyy-mm-dd", true)).toBe("1904-01-01");
  });
});

describe("what typed text becomes", () => {
  test.each([
    ["12.50", 12.5, undefined],
    ["-12", -12, undefined],
    ["(12)", -12, undefined],
    ["1,234", 1234, "#,##0"],
    ["1,23", "1,23", undefined],
    ["12%", 0.12, "0%"],
    ["¥1,000.00", 1000, "¥#,##0.00;¥-#,##0.00"],
    ["1E3", 1000, "0.00E+00"],
    ["2021/2/30", "2021/2/30", undefined],
    ["2021年12月10日", 44540, 'yyyy"年"m"月"d"日"'],
    ["18:00", 0.75, "h:mm"],
    ["１２", "１２", undefined],
    ["12元", "12元", undefined],
    ["true", true, undefined],
    ["—", "—", undefined],
  ] as const)("%s", (text, value, format) => {
    expect(typedInput(text, "General", false)).toEqual({
      kind: "value",
      value,
      ...(format === undefined ? {} : { format }),
    });
  });

  test("a text cell and an apostrophe keep everything as text; an equals sign alone is text", () => {
    expect(typedInput("=1+1", "@", false)).toEqual({ kind: "value", value: "=1+1" });
    expect(typedInput("'=1", "General", false)).toEqual({ kind: "value", value: "=1", quotePrefix: true });
    expect(typedInput("=", "General", false)).toEqual({ kind: "value", value: "=" });
    expect(typedInput("-A1", "General", false)).toEqual({ kind: "formula", formula: "-A1" });
  });
});
