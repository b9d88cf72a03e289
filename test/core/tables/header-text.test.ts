/** One header cell: its words, and apart from them units, years, numbering, arithmetic and brackets. */
import { expect, test } from "@jest/globals";
import { headerText, looseWords, saysWhole } from "../../../src/core/tables/header-text";

test.each([
  ["预算数", "预算数", "预算数", [], []],
  ["预算数（万元）", "预算数", "预算数", ["万元"], []],
  ["预算数（单位：人民币万元）", "预算数", "预算数", ["万元"], []],
  ["资产原值 金额单位：元", "资产原值", "资产原值", ["元"], []],
  ["预算安排数、万元", "预算安排数", "预算安排数", ["万元"], []],
  ["执行率%", "执行率", "执行率", ["%"], []],
  ["集中排查（户）", "集中排查", "集中排查", ["户"], []],
  ["到县（行业部门）", "到县行业部门", "到县", [], []],
  ["中央（提前下达）资金（万元）", "中央提前下达资金", "中央资金", ["万元"], []],
  ["中央[提前下达]资金", "中央提前下达资金", "中央资金", [], []],
  ["中央【新增】资金", "中央新增资金", "中央资金", [], []],
  ["中央〔新增〕资金【万元】", "中央新增资金", "中央资金", ["万元"], []],
  ["合计（7=1+2）", "合计", "合计", [], []],
  ["合计7=1+2", "合计", "合计", [], []],
  ["合计=1+2", "合计", "合计", [], []],
  ["合计12=10+11", "合计", "合计", [], []],
  ["2021年到位资金", "到位资金", "到位资金", [], [2021]],
  ["到位资金（2021年）", "到位资金", "到位资金", [], [2021]],
  ["截至2021年底支出", "支出", "支出", [], [2021]],
  ["1.县市", "县市", "县市", [], []],
  ["（一）中央资金", "中央资金", "中央资金", [], []],
  ["二、县级资金", "县级资金", "县级资金", [], []],
  ["①县 市", "县市", "县市", [], []],
  ["其中：到户", "到户", "到户", [], []],
  ["到户，其中：", "到户", "到户", [], []],
])("%s", (text, full, bare, units, years) => {
  expect(headerText(text)).toMatchObject({ full, bare, units, years });
});

test.each([
  ["项目＼县市", ["项目", "县市"]],
  ["项目\\县市（市）", ["项目", "县市"]],
  ["县市\n项目", ["县市"]],
  ["指标　　县市", ["县市"]],
  ["资金\n来源", []],
  ["项目\n县市\n年度", []],
  ["县市", []],
])("%j names its axes", (text, pieces) => {
  expect(headerText(text).pieces).toEqual(pieces);
});

test.each([
  ["实际支出金额", "实际支出"],
  ["预算总额", "预算"],
  ["支出数额", "支出"],
  ["项目总数", "项目"],
  ["项目数量", "项目"],
  ["资金合计", "资金"],
  ["支出情况", "支出"],
  ["到位资金", "到位"],
  ["支出数", "支出"],
  ["余额", ""],
  ["金额", ""],
  ["实际支出", "实际支出"],
])("%s without a tail that adds nothing is %s", (words, loose) => {
  expect(looseWords(words)).toBe(loose);
});

test("words that mean a group as a whole", () => {
  const whole = ["合计", "小计", "总计", "共计", "总额", "金额", "数额", "合计数", "总数", "资金合计"];
  expect(whole.filter((words) => !saysWhole(words))).toEqual([]);
  expect(["中央资金", "支出", "合计中央", ""].filter(saysWhole)).toEqual([]);
});

test("a text of any length is read the same", () => {
  const long = `${"很".repeat(300)}（万元）`;
  expect(headerText(long)).toMatchObject({ bare: "很".repeat(300), units: ["万元"] });
});
