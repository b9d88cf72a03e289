/**
 * Header wordings as officers print them. The words come from the published forms that README.md lists; the
 * number after a list names its source there. Only words are taken, which are facts of the forms.
 */
import type { TableId } from "./table";

export const COUNTY_WORDS = ["县市", "县（市）", "县市名称", "县区名称", "县（市、区）", "县(市)"]; // 1 3 11

/** The column's own words, where it stands without a group above it. */
export const ALONE: { readonly [table in TableId]: { readonly [column: string]: readonly string[] } } = {
  funds: {
    total: ["到位资金合计", "资金合计", "到位资金总额", "累计到位资金"], // 1 5
    centralAdvance: ["中央资金（提前下达）", "中央提前下达资金", "中央衔接资金（提前下达）"], // 1 2 9
    centralNew: ["中央资金（新增）", "中央新增资金", "中央衔接资金（新增）"], // 1 2
    region: ["自治区资金", "自治区衔接资金", "自治区财政资金"], // 1 2
    prefecture: ["州本级资金", "自治州资金", "州级资金", "州级财政资金"], // 1
    bonds: ["地方政府债券资金", "地方政府债券", "地方政府一般债券资金"], // 1 8
    countyFunds: ["县市级资金", "县级资金", "县市配套资金", "县级配套资金"], // 1 10
  },
  release: {
    level: ["资金层级", "资金级次", "资金来源级次"], // 1
    name: ["资金名称", "资金项目名称"], // 1
    document: ["文号", "文件号", "指标文号", "下达文号"], // 1 9
    received: ["收到指标文件日期", "收到上级指标文件日期", "收到指标文件时间", "收文日期"], // 1
    released: ["下达县市日期", "下达县市时间", "分解下达日期", "分解下达县市日期"], // 1 11
    days: ["间隔（天）", "间隔天数", "间隔（日）", "分解下达用时（天）"], // 1
    amount: ["金额", "下达金额", "资金金额", "资金分配额"], // 1 3 4
  },
  projects: {
    township: ["乡镇", "乡（镇）", "所在乡镇"], // 1 2
    village: ["村", "行政村", "所在村"], // 1 2
    name: ["项目名称"], // 1 2
    category: ["项目类别", "项目类型"], // 1 2
    centralAdvance: ["中央提前批", "中央提前下达", "中央衔接资金（提前批）"], // 1 2
    centralNew: ["中央新增", "中央衔接资金（新增）"], // 1 2
    region: ["自治区", "自治区资金", "自治区衔接资金"], // 1 2
    prefecture: ["自治州", "自治州资金", "州级资金"], // 1
    bonds: ["地方政府债券", "地方政府债券资金"], // 1 8
    countyFunds: ["县市配套", "县级配套", "县市配套资金"], // 1 10
    total: ["计划投入合计", "计划投入资金", "计划投入资金合计", "计划总投资"], // 1 2 10
    spent: ["实际支出", "实际支出数", "累计支出", "已支出资金"], // 1 5 6
    started: ["开工日期", "开工时间", "实际开工日期"], // 1
    completed: ["完工日期", "完工时间", "竣工日期"], // 1 8
    done: ["是否完工", "是否竣工"], // 1 8
    target: ["绩效目标是否申报", "是否申报绩效目标", "绩效目标申报情况（是/否）"], // 1
  },
  execution: {
    budget: ["预算安排数", "预算数", "预算安排资金", "年度预算数"], // 1
    spent: ["实际支出数", "支出数", "实际支出", "累计支出数"], // 1 5 6
    carryover: ["结转结余数", "结转结余", "结转结余资金", "结余资金"], // 1 6
    rate: ["预算执行率", "执行率", "支出进度", "支出率"], // 1 5 6 11
    reason: ["结转原因", "结转结余原因"], // 1
  },
  assets: {
    invested: ["资产实际投入", "实际投入", "资产投入资金"], // 1
    original: ["资产原值", "原值", "扶贫项目资产原值"], // 1 7
    present: ["资产现值", "现值", "扶贫项目资产现值"], // 1
    household: ["到户", "确权到户", "到户类资产", "到户资产"], // 1 7
    township: ["到乡", "确权到乡", "到乡（镇）", "到乡资产"], // 1 7
    village: ["到村", "确权到村", "到村资产"], // 1 7
    county: ["到县（行业部门）", "到县", "确权到县", "到县资产"], // 1 7
  },
  industry: {
    batch: ["资金批次", "批次", "资金批次名称"], // 1
    funds: ["到位资金", "到位资金总额", "到位金额"], // 1 5
    industry: ["用于产业项目的资金", "用于产业资金", "用于产业发展的资金"], // 1 11
    share: ["产业占比", "占比", "用于产业的比例", "产业资金占比"], // 1 11 14
  },
  monitoring: {
    households: ["集中排查户数", "集中排查（户）", "集中大排查户数"], // 1 12
    people: ["集中排查人数", "集中排查（人）", "集中大排查人数"], // 1 12
    clearedHouseholds: ["已消除返贫风险户数", "已消除风险户数", "风险消除户数"], // 1 12
    clearedPeople: ["已消除返贫风险人数", "已消除风险人数", "风险消除人数"], // 1 12
  },
  rectification: {
    source: ["问题来源", "检查来源", "监督检查单位"], // 1
    found: ["发现问题数", "发现问题个数", "查出问题数"], // 1 13
    mended: ["已整改数", "已整改问题数", "已完成整改数"], // 1 13
    rate: ["整改完成率", "整改率"], // 1
    note: ["备注"], // 1 2 3
  },
};

/** Groups with the words that their columns have below them; several are one row deeper each. */
export type Grouping = {
  readonly above: readonly string[];
  readonly below: { readonly [column: string]: readonly string[] };
};

export const GROUPINGS: { readonly [table in TableId]: readonly (readonly Grouping[])[] } = {
  funds: [
    [{ above: ["中央资金"], below: { centralAdvance: ["提前下达"], centralNew: ["新增"] } }], // 1
    [
      { above: ["到位资金"], below: { total: ["合计"] } },
      {
        above: ["到位资金", "其中：", "中央资金"],
        below: { centralAdvance: ["提前下达"], centralNew: ["新增"] },
      },
      {
        above: ["到位资金", "其中："],
        below: {
          region: ["自治区资金"],
          prefecture: ["州本级资金", "自治州资金"],
          bonds: ["地方政府债券资金"],
          countyFunds: ["县市级资金"],
        },
      },
    ], // 1 2 4
    [
      { above: ["到位资金"], below: { total: ["合计", "小计"] } },
      {
        above: ["到位资金", "其中：中央资金"],
        below: { centralAdvance: ["其中：提前下达"], centralNew: ["其中：新增"] },
      },
      {
        above: ["到位资金"],
        below: {
          region: ["其中：自治区资金"],
          prefecture: ["其中：州本级资金"],
          bonds: ["其中：地方政府债券资金"],
          countyFunds: ["其中：县市级资金"],
        },
      },
    ], // 4
  ],
  release: [[{ above: ["办理时间"], below: { received: ["收到指标文件日期"], released: ["下达县市日期"] } }]], // 1
  projects: [
    [
      {
        above: ["资金来源"],
        below: {
          centralAdvance: ["中央提前批"],
          centralNew: ["中央新增"],
          region: ["自治区"],
          prefecture: ["自治州"],
          bonds: ["地方政府债券"],
          countyFunds: ["县市配套"],
        },
      },
    ], // 1 2
    [
      {
        above: ["资金来源", "中央衔接资金"],
        below: { centralAdvance: ["提前批", "提前下达"], centralNew: ["新增"] },
      },
      {
        above: ["资金来源"],
        below: {
          region: ["自治区衔接资金"],
          prefecture: ["自治州资金"],
          bonds: ["地方政府债券"],
          countyFunds: ["县市配套资金"],
        },
      },
      { above: ["实施地点"], below: { township: ["乡镇"], village: ["村"] } },
    ], // 1 2
  ],
  execution: [
    [
      {
        above: ["预算执行情况"],
        below: { spent: ["实际支出数"], carryover: ["结转结余数"], rate: ["执行率"] },
      },
    ],
  ],
  assets: [
    [
      {
        above: ["资产原值其中："],
        below: {
          household: ["到户"],
          township: ["到乡"],
          village: ["到村"],
          county: ["到县（行业部门）", "到县"],
        },
      },
    ], // 1
    [
      { above: ["资产原值"], below: { original: ["合计"] } },
      {
        above: ["资产原值", "其中："],
        below: {
          household: ["到户", "确权到户"],
          township: ["到乡", "确权到乡"],
          village: ["到村", "确权到村"],
          county: ["到县", "确权到县"],
        },
      },
    ], // 1 7
  ],
  industry: [[{ above: ["资金使用情况"], below: { funds: ["到位资金"], industry: ["其中：用于产业"] } }]], // 1 9
  monitoring: [
    [
      { above: ["集中排查"], below: { households: ["户数"], people: ["人数"] } },
      { above: ["已消除返贫风险"], below: { clearedHouseholds: ["户数"], clearedPeople: ["人数"] } },
    ], // 1
    [
      { above: ["集中大排查"], below: { households: ["户数（户）"], people: ["人数（人）"] } },
      {
        above: ["累计消除风险"],
        below: { clearedHouseholds: ["户数（户）"], clearedPeople: ["人数（人）"] },
      },
    ], // 12
  ],
  rectification: [[{ above: ["整改情况"], below: { mended: ["已整改数"], rate: ["整改完成率"] } }]], // 13
};

export const TITLES: { readonly [table in TableId]: readonly string[] } = {
  funds: ["YEAR财政衔接资金投入情况表", "YEAR财政衔接推进乡村振兴补助资金投入情况表"],
  release: ["YEAR财政衔接资金分解下达情况表"],
  projects: ["YEAR财政衔接资金项目实施情况明细表"],
  execution: ["YEAR财政衔接资金预算执行情况表"],
  assets: ["扶贫项目资产统计表", "扶贫项目资产情况表"],
  industry: ["YEAR财政衔接资金用于产业情况表", "YEAR衔接资金用于产业情况表"],
  monitoring: ["YEAR巩固拓展脱贫攻坚成果情况表"],
  rectification: ["YEAR监督检查发现问题整改情况表"],
};

export const SHEET_NAMES: { readonly [table in TableId]: string } = {
  funds: "表1资金投入",
  release: "表2资金下达",
  projects: "表3项目明细",
  execution: "表4预算执行",
  assets: "表5扶贫资产",
  industry: "表6产业占比",
  monitoring: "表7巩固成果",
  rectification: "表8问题整改",
};

export const TOTAL_WORDS = ["合计", "合 计", "总计", "合　计", "全州合计", "总 计"]; // 1 2 4
export const SUBTOTAL_WORDS = ["小计", "小 计"]; // 4
export const NOTHING_MARKS = ["", "-", "—", "/", "无"];
export const LEVELS: { readonly [key: string]: readonly string[] } = {
  central: ["中央", "中央级"],
  region: ["自治区", "自治区级"],
  bonds: ["地方政府债券"],
  prefecture: ["自治州", "州级"],
  county: ["县市", "县级"],
};
export const BATCHES: { readonly [key: string]: readonly string[] } = {
  centralAdvance: ["中央提前批", "中央提前下达"],
  region: ["自治区"],
  centralNew: ["中央新增", "中央新增资金"],
  prefecture: ["自治州", "州级"],
};
