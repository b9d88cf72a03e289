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

  const all = (expected: string, labels: string): readonly [string, string][] =>
    labels.split(" ").map((label) => [label, expected]);

  test.each([
    ...all("total", "合计 共计 合计数 全部合计 项目合计 资金合计 金额合计 累计 全州合计 本县合计"),
    ...all("total", "合\u3000计： 合计：， 1.合计 12.合计 二、合计 合计（万元） 共计12个 共计：12个 合计3户"),
    ...all("total", "全州 全市 全县 全区 全省 全疆 全盟 全地区"),
    ...all("strong", "总计 总合计 十二、总计 总计数 总数 总和 合计总计 全州总计"),
    ...all("subtotal", "小计 小计数 中央资金小计： 小计：中央资金"),
    ...all("total-of", "轮台县合计 轮台县总计 轮台县共计 轮台县累计 轮台县合计数"),
    ...all("part", "其中 其中：开发区 其中开发区"),
    ...all("aside", "占比 比例 比重 所占比例 占总额比例 同比 同比增减 增减 增减额 增减率 增长 增长率 增幅"),
    ...all("aside", "上年 上年数 上年同期 上年同期数 去年 去年数 去年同期 去年同期数 平均 平均值"),
    ...all("aside", "校验 校核 核对 检查 差额 差异 差数"),
    ...all(
      "note",
      "注 注： 注1 注：1.截至11月 备注 备注、 说明 说明： 说明1. 注释 注意 填表说明 填报说明 编制说明",
    ),
    ...all(
      "note",
      "备注说明： 填表人：张三 填报人 制表 制表人 审核 审核人： 复核 复核人 审批 审批人 负责人 领导",
    ),
    ...all(
      "note",
      "单位负责人（签字）： 部门负责人 分管领导： 财务负责人 项目负责人 单位领导 主管领导： 经办 经办人：",
    ),
    ...all(
      "note",
      "联系人 联系电话： 联系方式 电话：0996 手机：139 填表单位 填报日期 填报时间： 制表单位 制表日期",
    ),
    ...all("note", "公章 （公章） 单位（盖章） 签章 单位公章： 数据来源：财政局 资料来源："),
    // Sources of problems, places, projects and headings of sections are none of these.
    ...all(
      "none",
      "轮台县 计划生育 审计整改 日常审核 审计检查 检查反馈 联系村 领导交办 手机店 说明会 注册企业",
    ),
    ...all("none", "情况说明 备注栏 全额 全区域 安全区 总工会 总队 小小计算机室 资产原值其中到户 合计情况 5"),
    ...all("none", "合计12万 增长点 同比例配套 公章刻制"),
    ["", "none"],
    // A label is short, or says itself at its beginning.
    ["注：本表数据截至2021年11月30日，由各县市填报后汇总而成", "note"],
    ["二〇二一年度各县市巩固拓展脱贫攻坚成果资金合计", "none"],
    // Twenty signs are short enough; what a name of fourteen sums up may be named before 合计.
    ["巴音郭楞蒙古自治州和静县巴润哈尔莫敦合计", "none"],
    ["和静县巴润哈尔莫敦镇一二三村合计", "total-of"],
  ])("%j: %s", (text, expected) => {
    expect(kind(text)).toBe(expected);
  });

  test("a total that names what it leaves out", () => {
    expect(rowLabel("合计（不含州本级、和静县）")).toMatchObject({ without: ["州本级", "和静县"] });
    expect(rowLabel("总计（除兵团以外）")).toMatchObject({ without: ["兵团"] });
    expect(rowLabel("总计（除兵团外）")).toMatchObject({ without: ["兵团"] });
    for (const words of ["不包含", "不包括", "未含", "除", "剔除", "扣除", "万元，不含", "含州本级、不含"])
      expect(rowLabel(`全州合计（${words}兵团）`)).toMatchObject({ without: ["兵团"] });
    expect(rowLabel("全州（不含兵团及州本级）")).toMatchObject({ without: ["兵团", "州本级"] });
    expect(rowLabel("合计（含兵团）")).toMatchObject({ without: [] });
    expect(rowLabel("合计（已消除风险）")).toMatchObject({ without: [] });
    expect(rowLabel("轮台县、和静县合计")).toEqual({ kind: "total-of", name: "轮台县、和静县" });
    expect(rowLabel("轮台县合计")).toEqual({ kind: "total-of", name: "轮台县" });
  });
});
