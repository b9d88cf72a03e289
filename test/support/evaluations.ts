/**
 * Evaluations of the consistent sample made by hand: the scores that its figures give, with live formulas on its
 * cells, and findings of every kind. What the sheets show is tested on these, apart from how they came about.
 */
import type { Finding } from "../../src/core/checks/finding";
import type { Evaluation } from "../../src/core/evaluate";
import type { Language } from "../../src/core/pack/pack";
import type { ScoreItem } from "../../src/core/scoring/score";
import { parseAddress } from "../../src/core/workbook/address";
import { xjBridging2021 as pack } from "../../src/packs/xj-bridging-2021";
import { CLAIMED } from "./claimed";

const NUDGED = (x: string): string => `ROUND(${x}+SIGN(${x})*0.0000000001,2)`;

/** Indicator no → score, formula and cells, as the sample's figures give them. */
const COMPUTED: Readonly<
  Record<string, { score: string; formula: string; cells: readonly string[]; basis: string }>
> = {
  "2": {
    score: "5",
    formula: NUDGED("5*'表2资金下达'!H10/'表2资金下达'!H10"),
    cells: ["'表2资金下达'!H10"],
    basis: "5天内下达142900.108 ÷ 全部下达142900.108 × 5 = 5",
  },
  "4": {
    score: "3.36",
    formula: NUDGED("4*231/275"),
    cells: ["'表3项目明细'!R5:R279"],
    basis: "申报绩效目标231个 ÷ 项目275个 × 4 = 3.36",
  },
  "6": {
    score: "4",
    formula: NUDGED("4*1/1"),
    cells: ["'表8问题整改'!C8", "'表8问题整改'!D8"],
    basis: "已整改 ÷ 发现 × 4 = 4",
  },
  "7": { score: "4", formula: "", cells: [], basis: "资产类校验2组均通过，得4分" },
  "8": {
    score: "10",
    formula: NUDGED("3+4+3"),
    cells: ["'表3项目明细'!O5:O279"],
    basis: "开工275 ÷ 275 × 3 ＋ 完工275 ÷ 275 × 4 ＋ 支付3 = 10",
  },
  "9": {
    score: "10",
    formula: "IF(ROUND('表4预算执行'!D13/'表4预算执行'!C13-0.92,8)>=0,10,0)",
    cells: ["'表4预算执行'!C13", "'表4预算执行'!D13"],
    basis: "支出142565.84 ÷ 预算142900.108 = 99.77%，不低于92%，得满分10分",
  },
  "12": {
    score: "7",
    formula: "MIN(7,7)",
    cells: ["'表6产业占比'!D5", "'表6产业占比'!C5"],
    basis: "用于产业的中央资金 ÷ 中央资金，不低于50%，得满分7分",
  },
};

const ENTERED: Readonly<Record<string, string>> = CLAIMED.scores;

export function sampleItems(language: Language = "zh-CN"): readonly ScoreItem[] {
  const sections = new Map(pack.sections.map((section) => [section.id, section]));
  return pack.indicators.map((indicator): ScoreItem => {
    const section = sections.get(indicator.section);
    const computed = COMPUTED[indicator.no];
    const entered = ENTERED[indicator.no];
    const common = {
      no: indicator.no,
      name: indicator.label[language],
      section: indicator.section,
      sectionName: section?.label[language] ?? "",
      part: section?.part ?? "base",
      max: indicator.max,
      facts:
        indicator.no === "1"
          ? "到位衔接资金142900.108万元，其中中央37585万元、自治区507.348万元、自治州3400万元、地方政府债券100000万元、县市配套1407.76万元。"
          : "",
      evidence: indicator.no === "3" ? "项目库建设文件（巴乡振发〔2021〕12号）、入库项目清单" : "",
      entered: computed === undefined,
      mayNotApply: indicator.mayNotApply ?? false,
      criterion: indicator.criterion[language],
      assumed: indicator.assumed ?? false,
    } as const;
    if (computed !== undefined) {
      return {
        ...common,
        score: computed.score,
        status: "computed",
        basis: computed.basis,
        cells: computed.cells.flatMap((cell) => parseAddress(cell) ?? []),
        formula:
          computed.formula === ""
            ? { kind: "value", why: "由校验结果得出" }
            : { kind: "formula", text: computed.formula },
      };
    }
    const value = { kind: "value", why: "由填报单位评分" } as const;
    if (entered === undefined) {
      return {
        ...common,
        score: undefined,
        status: "not-applicable",
        basis: "不适用",
        cells: [],
        formula: value,
      };
    }
    return {
      ...common,
      score: entered,
      status: "manual",
      basis: `填报单位评分${entered}分`,
      cells: [],
      formula: value,
    };
  });
}

export function finding(more: Partial<Finding> & Pick<Finding, "rule" | "severity" | "message">): Finding {
  const key = { rule: more.rule, table: more.table ?? "", row: "", column: "", left: "", right: "" };
  return { table: "", cell: undefined, key, ...more };
}

/** A finding with both sides on 表5, whose sentence has so many characters. */
export function assetFinding(
  severity: Finding["severity"],
  row: number,
  more: Partial<Finding> = {},
): Finding {
  const sheet = "表5扶贫资产";
  return finding({
    rule: "assets.original-value",
    severity,
    table: "assets",
    cell: { sheet, row, column: 3 },
    message: `资产原值17290.12 ≠ 到户＋到乡＋到村＋到县17290.22，相差-0.10，超出尾数允许的0.05（第${row + 1}行）。`,
    left: {
      value: "17290.12",
      cells: [{ sheet, top: row, left: 3, bottom: row, right: 3 }],
      label: "资产原值",
    },
    right: {
      value: "17290.22",
      cells: [{ sheet, top: row, left: 5, bottom: row, right: 8 }],
      label: "到户＋到乡＋到村＋到县",
    },
    difference: "-0.1",
    tolerance: "0.05",
    unit: "万元",
    ...more,
  });
}

export function sampleEvaluation(more: Partial<Evaluation> = {}): Evaluation {
  const language = more.language ?? "zh-CN";
  return {
    pack: { id: pack.id, version: pack.version, title: pack.title[language] },
    language,
    forms: [],
    tables: [
      {
        id: "assets",
        label: language === "zh-CN" ? "扶贫资产" : "Assets",
        place: { sheet: "表5扶贫资产", top: 2, left: 0, bottom: 13, right: 8 },
        unit: "万元",
        confidence: 1,
        rows: 9,
        columns: [],
      },
    ],
    rules: [
      {
        id: "assets.original-value",
        name: "资产原值等于各级之和",
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
      findings: [
        assetFinding("warning", 8),
        assetFinding("error", 7),
        assetFinding("notice", 9, { explanation: "审计后调整，见会议纪要" }),
        finding({
          rule: "table.missing",
          severity: "error",
          table: "monitoring",
          message: "没有找到表“巩固成果”。",
        }),
      ],
      notRun: [
        { rule: "monitoring.people", table: "monitoring", why: "没有找到表“巩固成果”，因此没有执行。" },
      ],
      counts: { run: 931, passed: 928, errors: 1, warnings: 1, notices: 1 },
    },
    score: {
      items: sampleItems(language),
      base: "99.25",
      bonus: "10",
      deduction: "0",
      total: "109.25",
      complete: true,
      applicableMax: "85",
      baseSum: "84.36",
      baseBasis: "100 × 84.36 ÷ 85 = 99.25（不计不适用的13 资金统筹整合使用成效情况）",
    },
    conflicts: [],
    unplaced: [],
    sheets: [],
    claims: {},
    unmatchedExplanations: [],
    answers: {
      scores: {},
      evidence: {},
      notApplicable: ["13"],
      explanations: [],
      tables: {},
      pack: undefined,
    },
    ...more,
  };
}
