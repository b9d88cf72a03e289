/** Forms filled in or laid out in odd ways, drawn cell by cell, each with all that must be said of it. */
import { describe, expect, test } from "@jest/globals";
import { NO_ANSWERS } from "../../src/core/answers/answers";
import { type Evaluation, evaluate } from "../../src/core/evaluate";
import { cellName } from "../../src/core/workbook/address";
import { SheetBuilder, workbookOf } from "../../src/core/workbook/snapshot";
import { projectSelfEvaluation } from "../../src/packs/project-self-evaluation/index";

type Row = readonly (string | number)[];

const HEAD: readonly Row[] = [["项目支出绩效自评表"], ["项目名称", "水源地保护"]];
const GRID: Row = ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"];
/** Half is spent: 5 of 10 points. */
const WHOLE: Row = ["年度资金总额", 100, 100, 50, 10, "50%", 5];
const LIST: Row = [
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因",
];
/** 50 + 30 + 10 points and the 5 of the funds are 95. */
const WELLS: Row = ["产出指标", "数量", "水井数", "≥50个", "50个", 50, 50];
const REST: readonly Row[] = [
  ["效益指标", "效益", "受益人数", "≥100人", "100人", 30, 30],
  ["满意度指标", "满意", "群众满意度", "≥90%", "95%", 10, 10],
];
const TOTAL: Row = ["总分", "", "", "", "", 100, 95];
const FORM: readonly Row[] = [...HEAD, GRID, WHOLE, LIST, WELLS, ...REST, TOTAL];

function evaluated(rows: readonly Row[], change?: (sheet: SheetBuilder) => void): Evaluation {
  const sheet = new SheetBuilder("自评表");
  rows.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (typeof value === "number") sheet.setNumber(row, column, value);
      else if (value !== "") sheet.setText(row, column, value);
    });
  });
  change?.(sheet);
  return evaluate(workbookOf([sheet]), projectSelfEvaluation, NO_ANSWERS, { language: "zh-CN" });
}

function told({ checks }: Evaluation): readonly string[] {
  return checks.findings.map(({ rule, cell }) =>
    `${rule} ${cell === undefined ? "" : cellName(cell)}`.trim(),
  );
}

test("the right form: nothing to say", () => {
  const evaluation = evaluated(FORM);
  expect(told(evaluation)).toEqual([]);
  expect(evaluation.checks.notRun).toEqual([]);
  expect(evaluation.forms.map(({ key, total, grade }) => [key, total, grade])).toEqual([
    ["水源地保护", "95", "优"],
  ]);
});

describe("其中 among the parts of the funds", () => {
  const withParts = (...parts: readonly Row[]): readonly Row[] => [
    ...HEAD,
    GRID,
    WHOLE,
    ...parts,
    LIST,
    WELLS,
    ...REST,
    TOTAL,
  ];
  test.each([
    [
      "a second one splits the part above it",
      [
        ["其中：财政拨款", 100, 100, 50],
        ["其中：中央资金", 60, 60, 30],
        ["其中：省级资金", 40, 40, 20],
      ],
      [],
    ],
    [
      "it stands before every part",
      [
        ["其中：当年财政拨款", 60, "60.0", 30],
        ["其中：上年结转资金", 40, 40, 20],
        ["其中：其他资金", "—", "", 0],
      ],
      [],
    ],
    [
      "it stands before every part, and the budgets are 5 short",
      [
        ["其中：当年财政拨款", 60, 60, 30],
        ["其中：上年结转资金", 40, 35, 20],
      ],
      ["form.funds-parts C4"],
    ],
    [
      "a second one splits the part above it, which is 10 short",
      [
        ["其中：财政拨款", 90, 100, 50],
        ["其中：中央资金", 60, 60, 30],
      ],
      ["form.funds-parts B4"],
    ],
    [
      "parts without it that are 10 short",
      [
        ["当年财政拨款", 50, 60, 30],
        ["上年结转资金", 40, 40, 20],
      ],
      ["form.funds-parts B4"],
    ],
  ] as const)("%s", (_name, parts, expected) => {
    expect(told(evaluated(withParts(...parts)))).toEqual(expected);
  });
});

describe("targets and actual values that are numbers", () => {
  const two = (first: Row, second: Row): readonly Row[] => [
    ...HEAD,
    GRID,
    WHOLE,
    LIST,
    first,
    second,
    ...REST,
    TOTAL,
  ];
  const percents = (sheet: SheetBuilder): void => {
    for (const row of [5, 6]) for (const column of [3, 4]) sheet.setFormat(row, column, "0%");
  };

  test("shown as percentages they are held to a percentage in words of digits", () => {
    const rows = two(
      ["产出指标", "质量", "合格率", 0.95, "95%", 25, 25],
      ["", "", "达标率", "95%", 0.95, 25, 25],
    );
    expect(told(evaluated(rows, percents))).toEqual([]);
  });

  test("90% for a target of 95% and full points", () => {
    const rows = two(
      ["产出指标", "质量", "合格率", 0.95, "90%", 25, 25],
      ["", "", "达标率", "95%", 0.9, 25, 25],
    );
    expect(told(evaluated(rows, percents))).toEqual([
      "form.full-points-missed G6",
      "form.full-points-missed G7",
    ]);
  });

  test("an indicator without a name does not go by the one above: less is better of costs alone", () => {
    const rows = two(["产出指标", "数量", "项目成本", 50, 40, 25, 25], ["", "", "", 50, 60, 25, 25]);
    expect(told(evaluated(rows))).toEqual([]);
    const named = two(["产出指标", "数量", "项目成本", 50, 60, 25, 25], ["", "", "水井数", 50, 60, 25, 25]);
    expect(told(evaluated(named))).toEqual(["form.full-points-missed G6"]);
  });

  test("what cannot be compared is not judged", () => {
    const rows = two(
      ["产出指标", "数量", "水井数", "≥50个", "60户", 25, 25],
      ["", "", "管道", "50公里", "40-60公里", 25, 25],
    );
    expect(told(evaluated(rows))).toEqual([]);
  });
});

describe("cells without a figure in the points", () => {
  test.each([
    ["an error value", (sheet: SheetBuilder) => sheet.setError(5, 6, "#REF!"), "data.error-value G6"],
    [
      "a formula without a value",
      (sheet: SheetBuilder) => {
        sheet.clear(5, 6);
        sheet.setFormula(5, 6, "F6", false);
      },
      "data.not-calculated G6",
    ],
    ["a logical value", (sheet: SheetBuilder) => sheet.setBoolean(5, 6, true), "data.not-a-number G6"],
  ])("%s is told at its cell, and the total is not judged by it", (_name, change, expected) => {
    const evaluation = evaluated(FORM, change);
    expect(told(evaluation)).toContain(expected);
    expect(told(evaluation).filter((one) => one.startsWith("form.total"))).toEqual([]);
    expect(evaluation.checks.notRun.map(({ rule }) => rule)).toContain("form.total");
  });
});

describe("forms that lack something", () => {
  test("without a row of the total there is neither total nor grade", () => {
    const evaluation = evaluated(FORM.slice(0, -1));
    expect(evaluation.forms.map(({ total, grade }) => [total, grade])).toEqual([[undefined, undefined]]);
    expect(told(evaluation)).toEqual([]);
  });

  test("without second levels", () => {
    const cut = [LIST, WELLS, ...REST, TOTAL].map((row) => row.filter((_cell, column) => column !== 1));
    const evaluation = evaluated([...HEAD, GRID, WHOLE, ...cut]);
    expect(told(evaluation)).toEqual([]);
    expect(evaluation.forms.map(({ total }) => total)).toEqual(["95"]);
  });

  test("without actual values nothing is judged as missed", () => {
    const cut = [LIST, WELLS, ...REST, TOTAL].map((row) => row.filter((_cell, column) => column !== 4));
    expect(told(evaluated([...HEAD, GRID, WHOLE, ...cut]))).toEqual([]);
  });

  test("without the row of the funds' total: the funds are missing, the indicators are judged", () => {
    const missed: Row = ["产出指标", "数量", "水井数", "≥50个", "40个", 50, 50];
    const evaluation = evaluated([...HEAD, GRID, LIST, missed, ...REST, TOTAL]);
    expect(told(evaluation)).toEqual([
      "table.missing",
      "form.full-points-missed G5",
      "form.reason-missing H5",
    ]);
  });

  test("nothing spent is told once for all forms that have it, with how many more", () => {
    const unspent: readonly Row[] = [
      GRID,
      ["年度资金总额", 100, 100, "—", 10, "", 5],
      LIST,
      WELLS,
      ...REST,
      TOTAL,
    ];
    const evaluation = evaluated([
      ...HEAD,
      ...unspent,
      ["项目支出绩效自评表"],
      ["项目名称", "管网"],
      ...unspent,
    ]);
    const why = evaluation.checks.notRun.filter(({ rule }) => rule === "form.execution-points");
    expect(why).toHaveLength(1);
    expect(why[0]?.why).toMatch(/^水源地保护.*D4.*另有 1 张/u);
  });
});

test("a subtotal among the indicators counts once", () => {
  const subtotal: Row = ["小计", "", "", "", "", 50, 50];
  expect(told(evaluated([...HEAD, GRID, WHOLE, LIST, WELLS, subtotal, ...REST, TOTAL]))).toEqual([]);
});

describe("which cells are one form", () => {
  test("a list without a title takes the sheet's name, a second one behind the first's total is another form", () => {
    const list = [LIST, WELLS, ...REST, TOTAL];
    const { forms } = evaluated([...list, ...list]);
    expect(forms.map(({ key, place: { top, bottom } }) => [key, top, bottom])).toEqual([
      ["自评表", 0, 4],
      ["自评表#2", 5, 9],
    ]);
  });

  test("of a name told twice the first counts", () => {
    const names: readonly Row[] = [
      ["项目名称：甲工程", "项目名称", "乙工程"],
      ["项目名称", "甲工程", "", "项目名称：乙工程"],
      ["项目名称", "甲工程", "", "项目名称", "乙工程"],
    ];
    for (const row of names) {
      const { forms } = evaluated([["项目支出绩效自评表"], row, ...FORM.slice(2)]);
      expect(forms.map(({ name }) => name)).toEqual(["甲工程"]);
    }
  });
});
