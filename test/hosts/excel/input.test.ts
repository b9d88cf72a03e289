import { describe, expect, test } from "@jest/globals";
import type { CellModel } from "../../../src/core/sheets/model";
import { expectedOf, inputAgain, inputOf, textInput } from "../../../src/hosts/excel/input";
import { columnPoints, rowPoints } from "../../../src/hosts/excel/lengths";
import { typedInput } from "../../excel-host/typed-input";

const cell = (value: CellModel["value"]): CellModel => ({ value, style: "text" });

describe("what is typed into cells", () => {
  test.each([
    "=1+2",
    "+A1",
    "-5",
    "@x",
    "5-3",
    "1/2",
    "3.50",
    "007",
    "50%",
    "2021-3-5",
    "2021年3月5日",
    "3月5日",
    "12:30",
    "TRUE",
    "false",
    "#N/A",
    "'引号",
    " 1",
    "１２",
    "（5）",
    "(5)",
    "¥3",
    "May 3",
    "一月三日",
    "表5扶贫资产!D8",
    "合计行：到位资金合计 143400.108 ≠ 143000.108",
  ])("the text %s stays text", (text) => {
    expect(typedInput(textInput(text), "General", false)).toMatchObject({ kind: "value", value: text });
  });

  test("plain words need no apostrophe", () => {
    expect(textInput("到位资金合计")).toBe("到位资金合计");
    expect(textInput("")).toBe("");
  });

  test("numbers that are none never reach the wire, where they would travel as null", () => {
    expect(inputOf(cell({ kind: "number", value: "12.5" }))).toBe(12.5);
    for (const value of ["NaN", "x", "1e999"]) {
      expect(() => inputOf(cell({ kind: "number", value }))).toThrow(RangeError);
    }
    expect(inputOf(undefined)).toBe("");
  });

  test("a text of more characters than a cell holds is cut, in what is written and what is expected", () => {
    const long = cell({ kind: "text", text: "长".repeat(40_000) });
    expect(String(inputOf(long))).toHaveLength(32_767);
    expect(expectedOf(long)).toBe(inputOf(long));
  });

  test("a cell is typed again as it was read", () => {
    expect(inputAgain("=A1*2", 42)).toBe("=A1*2");
    // Forced text reads the same as formula and as value.
    expect(inputAgain("=A1*2", "=A1*2")).toBe("'=A1*2");
    expect(inputAgain("5-3", "5-3")).toBe("'5-3");
    expect(inputAgain(12.5, 12.5)).toBe(12.5);
    expect(inputAgain(true, true)).toBe(true);
    expect(inputAgain("#N/A", "#N/A")).toBe("#N/A");
    expect(inputAgain("", "")).toBe("");
  });

  test("lengths: characters to points, at most what Excel takes", () => {
    // 10 digits of 7 pixels and 5 pixels of padding are 75 pixels, 56.25 points.
    expect(columnPoints(10)).toBe(56.25);
    expect([columnPoints(1000), rowPoints(500), rowPoints(20)]).toEqual([1790, 409, 20]);
  });
});
