import { expect, test } from "@jest/globals";
import { gluedUnit, unitOf, unitsIn } from "../../../src/core/figures/unit";

test.each([
  ["单位：万元", ["万元"]],
  ["单位:万元", ["万元"]],
  ["单位：万元、%", ["万元", "%"]],
  ["单位：户、人", ["户", "人"]],
  ["单位：人民币万元", ["万元"]],
  ["金额单位：元", ["元"]],
  ["单 位： 万 元", ["万元"]],
  ["填报单位：巴州财政局    单位：万元", ["万元"]],
  ["单位：万元（保留两位小数）", ["万元"]],
  ["资产原值（元）", ["元"]],
  ["（万元）", ["万元"]],
  ["(单位：亿元)", ["亿元"]],
  ["执行率（％）", ["%"]],
  ["间隔（天）", ["天"]],
  ["排查户数(户)", ["户"]],
  ["金额[千元]", ["千元"]],
  ["单位：万元；单位：万元", ["万元"]],
] as const)("%j states %j", (text, names) => {
  expect(unitsIn(text).map((unit) => unit.name)).toEqual(names);
});

test.each([
  "填报单位：人社局",
  "填报单位：元谋县财政局",
  "（一）",
  "表1 资金投入",
  "单位：",
  "实施单位",
  "（万元户）",
  "单位负责人",
  "附件（个别）",
])("%j states no unit", (text) => {
  expect(unitsIn(text)).toEqual([]);
});

test("unit words", () => {
  expect(unitOf("万")).toMatchObject({ dimension: "money", power: 4 });
  expect(unitOf("%")).toMatchObject({ dimension: "rate", power: -2 });
  expect(unitOf("个")).toMatchObject({ dimension: "count", power: 0 });
  expect(unitOf("工作日")).toMatchObject({ dimension: "days" });
  expect(unitOf("吨")).toBeUndefined();
  expect(gluedUnit("万亿元")).toEqual({ dimension: "money", base: "元", power: 12 });
  expect(gluedUnit("元元")).toBeUndefined();
});
