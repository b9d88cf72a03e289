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
    case "more":
      return `${line.group}: ${line.listed} listed, ${line.left} left, ${line.next} next`;
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

  const many = (rule: string, count: number, more?: Partial<Finding>): readonly Finding[] =>
    Array.from({ length: count }, (_, row) => finding(rule, "projects", String(row), more));

  test("of twenty thousand findings has a line for each", () => {
    const lines = linesOf(madeEvaluation(many("projects.target", 20_000)), undefined, HEADINGS);
    expect(lines).toHaveLength(20_002);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  test("of more each rule has its first thousand, and twice as many when asked", () => {
    const findings = [
      ...many("projects.target", 2500),
      ...many("projects.sum", 18_000, { severity: "warning" }),
      finding("projects.other", "projects", ""),
    ];
    const evaluation = madeEvaluation(findings);
    const whatIs = (lines: readonly Line[]): readonly string[] =>
      lines.filter(({ kind }) => kind !== "finding").map(said);
    const rules = ["projects.target", "projects.sum"].map((rule) => `projects ${rule}`);
    const first = linesOf(evaluation, undefined, HEADINGS);
    expect(whatIs(first)).toEqual([
      "table 项目明细 20501",
      "rule 绩效目标申报 2500",
      `${rules[0]}: 1000 listed, 1500 left, 1000 next`,
      `${rules[1]}: 1000 listed, 17000 left, 1000 next`,
    ]);
    expect(first.filter(({ kind }) => kind === "finding")).toHaveLength(2001);
    expect(said(first.at(-1)!)).toBe("projects.other ");
    const second = linesOf(evaluation, undefined, HEADINGS, new Map([[rules[0]!, 2000]]));
    expect(whatIs(second)[2]).toBe(`${rules[0]}: 2000 listed, 500 left, 500 next`);
    expect(said(second[2001]!)).toBe("projects.target 1999");
    const third = linesOf(evaluation, undefined, HEADINGS, new Map([[rules[0]!, 2500]]));
    expect(whatIs(third)[2]).toBe(`${rules[1]}: 1000 listed, 17000 left, 1000 next`);
    expect(new Set(third.map(({ id }) => id)).size).toBe(third.length);
    // A filter that leaves few has them all.
    expect(linesOf(evaluation, "error", HEADINGS)).toHaveLength(2503);
  });

  test("explained findings are listed likewise", () => {
    const explained = many("projects.target", 20_001, { explanation: "已核" });
    const lines = linesOf(madeEvaluation(explained), undefined, HEADINGS);
    expect(lines.map(said).at(-1)).toBe("explained: 1000 listed, 19001 left, 1000 next");
    expect(lines).toHaveLength(1002);
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
