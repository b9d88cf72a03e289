import { describe, expect, test } from "@jest/globals";
import { evaluationJson } from "../../src/cli/json";
import { jsonPieces, listed } from "../../src/cli/json-pieces";
import { madeEvaluation, ORIGINAL_VALUE } from "../support/made-evaluation";

const PROGRAM = { name: "hengbiao", version: "1.2.3" } as const;

/** As another program reads it. */
function read(...given: Parameters<typeof evaluationJson>): Record<string, unknown> {
  const parsed: Record<string, unknown> = JSON.parse([...jsonPieces(evaluationJson(...given))].join(""));
  return parsed;
}

describe("the JSON contract", () => {
  const json = read(madeEvaluation([ORIGINAL_VALUE]), PROGRAM);

  test("program, pack and tables", () => {
    expect(json.program).toEqual(PROGRAM);
    expect(json.pack).toEqual({ id: "xj-bridging-2021", version: "1.0.0" });
    expect(json.tables).toEqual([
      { id: "assets", sheet: "表5扶贫资产", range: "A3:I14", unit: "万元" },
      { id: "projects", sheet: "表3", range: "A3:R81", unit: "" },
    ]);
  });

  test("a finding with both sides, their cells quoted, and amounts as decimal strings", () => {
    expect(json.findings).toEqual([
      {
        rule: "assets.original-value",
        severity: "error",
        table: "assets",
        sheet: "表5扶贫资产",
        cell: "D8",
        message: ORIGINAL_VALUE.message,
        left: { value: "17290.12", cells: ["'表5扶贫资产'!D8"], label: "资产原值" },
        right: { value: "17290.22", cells: ["'表5扶贫资产'!F8:I8"], label: "到户＋到乡＋到村＋到县" },
        difference: "-0.1",
        tolerance: "0.05",
        unit: "万元",
      },
    ]);
  });

  test("fields that mean nothing are left out", () => {
    const missing = read(
      madeEvaluation([
        {
          rule: "table.missing",
          severity: "error",
          table: "",
          cell: undefined,
          message: "没有找到表“资金下达”。",
          key: { rule: "table.missing", table: "", row: "", column: "", left: "", right: "" },
        },
      ]),
      PROGRAM,
    );
    expect(missing.findings).toEqual([
      { rule: "table.missing", severity: "error", message: "没有找到表“资金下达”。" },
    ]);
  });

  test("explanations stand beside their findings", () => {
    const [finding] = read(
      madeEvaluation([{ ...ORIGINAL_VALUE, explanation: "年底调账", formerExplanation: "旧" }]),
      PROGRAM,
    ).findings as readonly Record<string, unknown>[];
    expect([finding?.explanation, finding?.formerExplanation]).toEqual(["年底调账", "旧"]);
  });

  test("what was not run, and the counts", () => {
    expect(json.notRun).toEqual([
      { rule: "release.days", table: "release", why: "没有找到表“资金下达”" },
      { rule: "cross.county-set", why: "没有县市列" },
    ]);
    expect(json.checks).toEqual({ run: 101, passed: 100, errors: 1, warnings: 0, notices: 0 });
  });

  test("the score; an item without one has no score field", () => {
    expect(json.score).toEqual({
      items: [
        {
          no: "9",
          name: "预算执行率",
          section: "资金使用成效",
          max: "10",
          score: "10",
          status: "computed",
          basis: "142565.84 ÷ 142900.108 = 99.77%",
          cells: ["'表4'!D13"],
          assumed: true,
        },
        {
          no: "13",
          name: "资金统筹整合使用成效情况",
          section: "资金使用成效",
          max: "15",
          status: "missing",
          basis: "待人工评分",
          cells: [],
        },
      ],
      base: "40",
      bonus: "0",
      deduction: "0",
      total: "40",
      complete: false,
      basis: "100 × 10 ÷ 25 = 40",
    });
  });

  test("the copy that was written and what is to be known about it", () => {
    const written = read(madeEvaluation([]), PROGRAM, { out: "新.xlsx", notes: ["来源是 .xls"] });
    expect([written.out, written.notes]).toEqual(["新.xlsx", ["来源是 .xls"]]);
    expect(Object.keys(json)).not.toContain("out");
  });
});

test("pieces are together what JSON.stringify gives, lists made on the way included", () => {
  const fields = {
    text: '一\n二 "三"',
    none: undefined,
    empty: [],
    object: { inner: { a: [1, { b: "c\nd" }], nothing: undefined } },
    list: [{ a: "x", b: [] }, [], "y", null, {}],
    last: null,
  };
  const pieces = jsonPieces({ ...fields, list: listed(fields.list, (one) => one) });
  expect([...pieces].join("")).toBe(JSON.stringify(fields, undefined, 2));
  expect([...jsonPieces({ none: undefined })].join("")).toBe("{}");
});

test("a list that is longer than one piece comes in several", () => {
  const numbers = Array.from({ length: 20_000 }, (_none, index) => String(index));
  const pieces = [...jsonPieces({ findings: listed(numbers, (value) => ({ value })) })];
  expect(pieces.length).toBeGreaterThan(5);
  expect(JSON.parse(pieces.join(""))).toEqual({ findings: numbers.map((value) => ({ value })) });
});
