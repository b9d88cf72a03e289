/** Findings as lines: what stands in the list, in which order, and what each filter leaves. */
import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../../src/core/checks/finding";
import { countsOf, type Headings, type Line, linesOf } from "../../src/taskpane/check/grouping";
import { madeEvaluation } from "../support/made-evaluation";

const HEADINGS: Headings = {
  other: "其他",
  explained: "已说明的差异",
  remarks: "需要核对",
  stray: (said) => `无主：${said}`,
};

function finding(rule: string, table: string, row: string, more: Partial<Finding> = {}): Finding {
  return {
    rule,
    severity: "error",
    table,
    cell: undefined,
    message: `${rule} ${row}`,
    key: { rule, table, row, column: "", left: "1", right: "2" },
    ...more,
  };
}

function said(line: Line): string {
  switch (line.kind) {
    case "table":
    case "rule":
      return `${line.kind} ${line.label} ${line.count}`;
    case "finding":
      return line.finding.message;
    case "not-run":
      return `not run ${line.label}`;
    case "remark":
      return line.text;
  }
}

describe("the list of findings", () => {
  test("goes by table and rule, counts each, and puts explained ones apart", () => {
    const evaluation = madeEvaluation([
      finding("assets.original-value", "assets", "a"),
      finding("projects.target", "projects", "b", { severity: "warning" }),
      finding("assets.original-value", "assets", "c", { explanation: "已核" }),
    ]);
    expect(linesOf(evaluation, undefined, HEADINGS).map(said)).toEqual([
      "table 扶贫资产 1",
      "rule 资产原值等于四级之和 1",
      "assets.original-value a",
      "table 项目明细 1",
      "rule 绩效目标申报 1",
      "projects.target b",
      "table 已说明的差异 1",
      "assets.original-value c",
    ]);
    expect(countsOf(evaluation)).toMatchObject({ errors: 1, warnings: 1, notices: 0, explained: 1 });
  });

  test("names a table that was not found, and leaves what has no table to a heading of its own", () => {
    const evaluation = {
      ...madeEvaluation([finding("table.missing", "release", ""), finding("report.x", "", "r")]),
      unplaced: [{ id: "release", label: "资金下达", required: true, candidates: [] }],
    };
    expect(linesOf(evaluation, undefined, HEADINGS).map(said)).toEqual([
      "table 资金下达 1",
      "table.missing ",
      "table 其他 1",
      "report.x r",
    ]);
  });

  test("of two hundred thousand findings has a line for each", () => {
    const findings = Array.from({ length: 200_000 }, (_, row) =>
      finding("projects.target", "projects", String(row)),
    );
    const lines = linesOf(madeEvaluation(findings), undefined, HEADINGS);
    expect(lines).toHaveLength(200_002);
    expect(lines.at(-1)).toMatchObject({ kind: "finding", finding: findings.at(-1) });
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  test("leaves by a filter what it names alone", () => {
    const evaluation = madeEvaluation([
      finding("assets.original-value", "assets", "a"),
      finding("projects.target", "projects", "b", { severity: "warning" }),
    ]);
    expect(linesOf(evaluation, "warning", HEADINGS).map(said).at(-1)).toBe("projects.target b");
    expect(linesOf(evaluation, "notice", HEADINGS)).toEqual([]);
    expect(linesOf(evaluation, "not-run", HEADINGS)).toHaveLength(2);
  });

  test("gives each line an id of its own, the same after the figures changed", () => {
    const twins = [finding("r", "t", "row"), finding("r", "t", "row")];
    const ids = linesOf(madeEvaluation(twins), undefined, HEADINGS).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const later = twins.map((one) => ({ ...one, key: { ...one.key, left: "9" } }));
    expect(linesOf(madeEvaluation(later), undefined, HEADINGS).map(({ id }) => id)).toEqual(ids);
  });

  test("starts with entries that could not be taken and explanations left over", () => {
    const evaluation = { ...madeEvaluation([]), conflicts: ["得分过大"], unmatchedExplanations: ["旧说明"] };
    expect(linesOf(evaluation, undefined, HEADINGS).map(said)).toEqual([
      "table 需要核对 2",
      "得分过大",
      "无主：旧说明",
    ]);
  });
});
