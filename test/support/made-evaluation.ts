/** A small evaluation made by hand, for fronts to show. */
import type { Finding } from "../../src/core/checks/finding";
import type { Evaluation } from "../../src/core/evaluate";
import { NO_ANSWERS } from "../../src/core/answers/answers";

const KEY = { rule: "", table: "", row: "", column: "", left: "", right: "" };

export const ORIGINAL_VALUE: Finding = {
  rule: "assets.original-value",
  severity: "error",
  table: "assets",
  cell: { sheet: "表5扶贫资产", row: 7, column: 3 },
  message: "资产原值 17290.12 ≠ 到户＋到乡＋到村＋到县 17290.22，相差 -0.10，超出尾数允许的 0.05。",
  left: {
    value: "17290.12",
    cells: [{ sheet: "表5扶贫资产", top: 7, left: 3, bottom: 7, right: 3 }],
    label: "资产原值",
  },
  right: {
    value: "17290.22",
    cells: [{ sheet: "表5扶贫资产", top: 7, left: 5, bottom: 7, right: 8 }],
    label: "到户＋到乡＋到村＋到县",
  },
  difference: "-0.1",
  tolerance: "0.05",
  unit: "万元",
  key: { ...KEY, rule: "assets.original-value", table: "assets" },
};

/** n warnings of one rule, each in a row of its own. */
export function targets(count: number): readonly Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    rule: "projects.target",
    severity: "warning",
    table: "projects",
    cell: { sheet: "表3", row: 5 + index, column: 17 },
    message: `第 ${index + 1} 个项目没有绩效目标。`,
    key: { ...KEY, rule: "projects.target", table: "projects", row: String(index) },
  }));
}

export function madeEvaluation(findings: readonly Finding[]): Evaluation {
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity && !finding.rule.startsWith("table.")).length;
  return {
    pack: { id: "xj-bridging-2021", version: "1.0.0", title: "2021 年度" },
    language: "zh-CN",
    forms: [],
    tables: [
      {
        id: "assets",
        label: "扶贫资产",
        place: { sheet: "表5扶贫资产", top: 2, left: 0, bottom: 13, right: 8 },
        unit: "万元",
        confidence: 1,
        rows: 9,
        columns: [],
      },
      {
        id: "projects",
        label: "项目明细",
        place: { sheet: "表3", top: 2, left: 0, bottom: 80, right: 17 },
        unit: "",
        confidence: 0.9,
        rows: 75,
        columns: [],
      },
    ],
    rules: [
      {
        id: "assets.original-value",
        name: "资产原值等于四级之和",
        help: "",
        formulas: [],
        meaning: [],
        level: "error",
        tolerance: "",
        assumed: false,
        tables: [],
      },
      {
        id: "projects.target",
        name: "绩效目标申报",
        help: "",
        formulas: [],
        meaning: [],
        level: "error",
        tolerance: "",
        assumed: false,
        tables: [],
      },
    ],
    checks: {
      findings,
      notRun: [
        { rule: "release.days", table: "release", why: "没有找到表“资金下达”" },
        { rule: "cross.county-set", table: "", why: "没有县市列" },
      ],
      counts: {
        run: 100 + findings.length,
        passed: 100,
        errors: count("error"),
        warnings: count("warning"),
        notices: count("notice"),
      },
    },
    score: {
      items: [
        {
          no: "9",
          name: "预算执行率",
          section: "use",
          sectionName: "资金使用成效",
          part: "base",
          max: "10",
          score: "10",
          status: "computed",
          basis: "142565.84 ÷ 142900.108 = 99.77%",
          facts: "",
          cells: [{ sheet: "表4", top: 12, left: 3, bottom: 12, right: 3 }],
          formula: { kind: "value", why: "" },
          evidence: "",
          entered: false,
          mayNotApply: false,
          criterion: "",
          assumed: true,
        },
        {
          no: "13",
          name: "资金统筹整合使用成效情况",
          section: "use",
          sectionName: "资金使用成效",
          part: "base",
          max: "15",
          score: undefined,
          status: "missing",
          basis: "待人工评分",
          facts: "",
          cells: [],
          formula: { kind: "value", why: "" },
          evidence: "",
          entered: true,
          mayNotApply: true,
          criterion: "",
          assumed: false,
        },
      ],
      base: "40",
      bonus: "0",
      deduction: "0",
      total: "40",
      complete: false,
      applicableMax: "25",
      baseSum: "10",
      baseBasis: "100 × 10 ÷ 25 = 40",
    },
    conflicts: [],
    unplaced: [],
    sheets: [],
    claims: {},
    unmatchedExplanations: [],
    answers: NO_ANSWERS,
  };
}
