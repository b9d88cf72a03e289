/** What the figures of each kind of column are counted in. */
import { describe, expect, test } from "@jest/globals";
import type { ColumnSpec } from "../../../src/core/pack/pack";
import { headerText } from "../../../src/core/tables/header-text";
import { columnUnit, labelUnit } from "../../../src/core/tables/units";
import { moneyUnit } from "../../../src/core/figures/unit";
import { draw, findOne, type Cell } from "./draw";

function unitsOf(heads: readonly Cell[], row: readonly Cell[], id: string): Readonly<Record<string, string>> {
  const { columns } = findOne([draw("表", [heads, row])], id);
  return Object.fromEntries(
    [...columns].map(([column, { unit }]) => [column, `${unit.dimension} ${unit.name}`.trim()]),
  );
}

test("money in the table's unit, dates and days by themselves, keys and names in none", () => {
  const heads = ["序号", "资金层级", "资金名称", "文号", "收到日期", "下达日期", "间隔（天）", "金额"];
  expect(unitsOf(heads, [1, "中央", "中央资金", "1号", 44166, 44169, 3, 10], "release")).toEqual({
    no: "text",
    level: "text",
    name: "text",
    document: "text",
    received: "date",
    released: "date",
    interval: "days 天",
    amount: "money 万元",
  });
});

test("households and people in what the pack says they are counted in", () => {
  const heads = ["序号", "县市", "排查户数", "排查人数", "消除风险户数", "消除风险人数"];
  expect(unitsOf(heads, [1, "轮台县", 10, 30, 5, 12], "monitoring")).toEqual({
    no: "text",
    county: "text",
    "surveyed-households": "count 户",
    "surveyed-people": "count 人",
    "cleared-households": "count 户",
    "cleared-people": "count 人",
  });
});

describe("one column", () => {
  const tenThousand = moneyUnit("万元")!;
  const header = (...levels: readonly string[]) => ({
    column: 0,
    row: levels.length - 1,
    raw: levels,
    path: levels.map(headerText),
  });
  const spec = (type: ColumnSpec["type"]): ColumnSpec => ({
    id: "x",
    name: "x",
    label: { "zh-CN": "x", en: "x" },
    headers: ["x"],
    type,
    required: true,
  });
  const sheet = draw("表", [["得分"], [9]]);
  const of = (type: ColumnSpec["type"]): string => {
    const { dimension, name } = columnUnit(sheet, spec(type), header("得分"), Int32Array.of(1), tenThousand);
    return `${dimension} ${name}`;
  };

  test("of scores is in points; of things without a word for them, in none", () => {
    expect(of("score")).toBe("score 分");
    expect(of("count")).toBe("count ");
  });

  test.each([
    [["支出（元）"], "元"],
    [["支出（亿元）", "本年（元）"], "元"],
    // Households are no money: the group above says in what the money is.
    [["支出（亿元）", "本年（户）"], "亿元"],
    [["支出", "本年（户）"], "万元"],
  ])("of money under %j is in %s", (levels, name) => {
    expect(labelUnit(header(...levels), tenThousand).name).toBe(name);
  });

  test("a changed figure cannot change how a format without sections shows it, so none is asked for", () => {
    const shown = draw("表", [["支出"], [100_000]]);
    shown.setFormat(1, 0, "0!.0,");
    shown.number = () => {
      throw new Error("asked for");
    };
    expect(columnUnit(shown, spec("money"), header("支出"), Int32Array.of(1), tenThousand).name).toBe("元");
  });
});
