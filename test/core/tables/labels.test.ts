/** Texts where figures belong, and words at the left of a row. */
import { describe, expect, test } from "@jest/globals";
import { isFigureText, isNothingMark, rowLabel } from "../../../src/core/tables/labels";

describe("a text that holds a figure or a date", () => {
  test.each([
    "5",
    "12",
    "-5",
    "+5",
    "−5",
    "￥5",
    "(-5)",
    "（5）",
    "1,234.50",
    "１２３，４５６．７",
    "12 345",
    "99.77%",
    "５％",
    "5万元",
    "5亿元",
    "5元",
    "3户",
    "4人",
    "5个",
    "5天",
    " 5 ",
    "20210420",
    "2021年4月20日",
    "2021年4月",
    "2021.4.20",
    "2021-04-20",
    "2021/4/20",
    "２０２１年４月",
    "２０２１．４",
  ])("%j", (text) => {
    expect(isFigureText(text)).toBe(true);
  });

  test.each(["约5", "5吨", "5左右", "五", "见附件", "a5", "5a", "2年", "第2021年", "2021届", "年2021", ""])(
    "%j is none",
    (text) => {
      expect(isFigureText(text)).toBe(false);
    },
  );
});

test("marks for nothing", () => {
  const marks = [
    "-",
    "—",
    "–",
    "―",
    "－",
    "_",
    "/",
    "／",
    "无",
    "没有",
    "\\",
    "*",
    ".",
    "…",
    "——",
    "--",
    "———",
    " - ",
  ];
  expect(marks.filter((mark) => !isNothingMark(mark))).toEqual([]);
  expect(
    ["有无", "待定-", "约5/", "见*", "无误", "-5", "暂无数据", "0", "----x"].filter(isNothingMark),
  ).toEqual([]);
});

describe("words at the left of a row", () => {
  const kind = (text: string): string => {
    const label = rowLabel(text);
    if (label === undefined) return "none";
    return label.kind === "total" && label.strong ? "strong" : label.kind;
  };

  test.each([
    ["合计", "total"],
    ["合 计：", "total"],
    ["1.合计", "total"],
    ["合计（万元）", "total"],
    ["共计12个", "total"],
    ["全州合计", "total"],
    ["本县合计", "total"],
    ["全县", "total"],
    ["全地区", "total"],
    ["总计", "strong"],
    ["合计总计", "strong"],
    ["全州总计", "strong"],
    ["小计", "subtotal"],
    ["中央资金小计：", "subtotal"],
    ["轮台县合计", "total-of"],
    ["其中：开发区", "part"],
    ["其中开发区", "part"],
    ["占比", "aside"],
    ["增减率", "aside"],
    ["上年同期数", "aside"],
    ["差额", "aside"],
    ["注：1.截至11月", "note"],
    ["备注", "note"],
    ["填表人：张三", "note"],
    ["审核", "note"],
    ["单位负责人（签字）：", "note"],
    ["联系电话：", "note"],
    ["数据来源：财政局", "note"],
    ["轮台县", "none"],
    ["计划生育", "none"],
    ["审计整改", "none"],
    ["其中", "part"],
    ["全额", "none"],
    ["5", "none"],
    ["", "none"],
    // A label is short, or says itself at its beginning.
    ["注：本表数据截至2021年11月30日，由各县市填报后汇总而成", "note"],
    ["二〇二一年度各县市巩固拓展脱贫攻坚成果资金合计", "none"],
  ])("%j: %s", (text, expected) => {
    expect(kind(text)).toBe(expected);
  });

  test("a total that names what it leaves out", () => {
    expect(rowLabel("合计（不含州本级、和静县）")).toMatchObject({ without: ["州本级", "和静县"] });
    expect(rowLabel("总计（除兵团以外）")).toMatchObject({ without: ["兵团"] });
    expect(rowLabel("合计（含兵团）")).toMatchObject({ without: [] });
    expect(rowLabel("轮台县合计")).toEqual({ kind: "total-of", name: "轮台县" });
  });
});
