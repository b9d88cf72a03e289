import { describe, expect, test } from "@jest/globals";
import { draw, findOne, type Cell } from "./draw";

const HEAD: readonly Cell[] = ["序号", "县市", "预算数", "支出数", "结转结余", "执行率"];
const A: readonly Cell[] = [1, "轮台县", 10, 8, 2, 0.8];

function unitOf(
  rows: readonly (readonly Cell[])[],
  column: string,
  formats: Readonly<Record<number, string>> = {},
): string {
  const sheet = draw("执行", rows);
  rows.forEach((cells, row) => {
    cells.forEach((cell, index) => {
      const format = formats[index];
      if (typeof cell === "number" && format !== undefined) sheet.setFormat(row, index, format);
    });
  });
  const unit = findOne([sheet], "execution").columns.get(column)?.unit;
  return unit === undefined ? "none" : `${unit.dimension} ${unit.name}`;
}

describe("money", () => {
  test.each([
    ["单位：元", "元"],
    ["金额单位：人民币万元", "万元"],
    ["单位:亿元", "亿元"],
    ["单位：个、户、元", "元"],
    ["计量单位（千元）", "千元"],
  ])("unit line %s", (line, unit) => {
    expect(
      unitOf(
        [["预算执行情况表"], [undefined, undefined, undefined, undefined, undefined, line], HEAD, A],
        "budget",
      ),
    ).toBe(`money ${unit}`);
  });

  test("unit in the title, in the header, in none", () => {
    expect(unitOf([["预算执行情况表（元）"], HEAD, A], "budget")).toBe("money 元");
    expect(
      unitOf([["单位：万元"], ["序号", "县市", "预算数（元）", "支出数", "结转结余", "执行率"], A], "budget"),
    ).toBe("money 元");
    expect(
      unitOf(
        [["单位：元"], ["序号", "县市", "预算数（元）", "支出数（万元）", "结转结余", "执行率"], A],
        "spent",
      ),
    ).toBe("money 万元");
    expect(unitOf([HEAD, A], "budget")).toBe("money 万元");
  });

  test("元 shown as 万元 by the number format", () => {
    expect(unitOf([["单位：万元"], HEAD, A, A], "budget", { 2: "0!.0," })).toBe("money 元");
    expect(unitOf([["单位：元"], HEAD, A, A], "budget", { 2: "0!.0," })).toBe("money 元");
    expect(unitOf([["单位：万元"], HEAD, A, A], "spent", { 2: "0!.0," })).toBe("money 万元");
  });
});

describe("元 shown as 万元 tells by the first two hundred figures", () => {
  const unit = (shown: readonly (readonly [count: number, value: Cell, format: string])[]): string => {
    const rows: (readonly Cell[])[] = [["单位：万元"], HEAD];
    const formats: string[] = [];
    for (const [count, value, format] of shown)
      for (let one = 0; one < count; one++) {
        formats[rows.length] = format;
        rows.push([rows.length - 1, `第${rows.length}县`, value, 8, 2, 0.8]);
      }
    const sheet = draw("执行", rows);
    formats.forEach((format, row) => sheet.setFormat(row, 2, format));
    return findOne([sheet], "execution").columns.get("budget")?.unit.name ?? "none";
  };
  const [plain, tenThousands] = ["0.00", "0!.0,"];

  test.each([
    [90, 110, "元"],
    [110, 90, "万元"],
    // The two hundred and first counts no more.
    [100, 101, "万元"],
    [200, 250, "万元"],
  ])("%i in 万元, then %i of 元: %s", (first, then, name) => {
    expect(
      unit([
        [first, 10, plain],
        [then, 100_000, tenThousands],
      ]),
    ).toBe(name);
  });

  test("a format shows nothing of a text or a blank", () => {
    expect(
      unit([
        [1, 10, plain],
        [3, "100000", tenThousands],
        [3, undefined, tenThousands],
      ]),
    ).toBe("万元");
  });

  test("a section of its own for figures like these", () => {
    expect(unit([[2, 10, "0.00;0!.0,"]])).toBe("万元");
    expect(unit([[2, -100_000, "0.00;-0!.0,"]])).toBe("元");
  });
});

describe("the table's unit", () => {
  const table = (...heads: readonly string[]): string =>
    findOne([draw("执行", [["序号", "县市", ...heads, "执行率"], A])], "execution").unit.name;

  test("is what most of its money columns say, the pack's where none does", () => {
    expect(table("预算数（元）", "支出数（元）", "结转结余（亿元）")).toBe("元");
    expect(table("预算数（亿元）", "支出数（元）", "结转结余（元）")).toBe("元");
    expect(table("预算数", "支出数", "结转结余（亿元）")).toBe("亿元");
    expect(table("预算数", "支出数", "结转结余")).toBe("万元");
  });
});

describe("rates: decided once for the column", () => {
  const rows = (...rates: readonly Cell[]): readonly (readonly Cell[])[] => [
    HEAD,
    ...rates.map((rate, index) => [index + 1, `第${index + 1}县`, 10, 8, 2, rate]),
  ];

  test("fractions", () => {
    expect(unitOf(rows(0.9977, 1, 0), "rate")).toBe("rate ");
    expect(unitOf(rows(1, 1), "rate")).toBe("rate ");
    expect(unitOf(rows("99.77%", "80%"), "rate")).toBe("rate ");
  });

  test("points", () => {
    expect(unitOf(rows(99.77, 100, 0), "rate")).toBe("rate %");
    expect(unitOf(rows("99.77", "100"), "rate")).toBe("rate %");
  });

  test("a percent format shows fractions", () => {
    expect(unitOf(rows(0.9977, 1), "rate", { 5: "0.00%" })).toBe("rate ");
  });
});
