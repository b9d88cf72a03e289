/** Findings as the lines of a list: a line a table, a line a rule, a line a finding. */
import type { Finding, NotRun } from "../../core/checks/finding";
import type { Evaluation } from "../../core/evaluate";

export type Filter = "error" | "warning" | "notice" | "explained" | "not-run" | "passed" | undefined;

export type Line =
  | { readonly kind: "table"; readonly id: string; readonly label: string; readonly count: number }
  | {
      readonly kind: "rule";
      readonly id: string;
      readonly table: string;
      readonly label: string;
      readonly count: number;
    }
  | { readonly kind: "finding"; readonly finding: Finding }
  | { readonly kind: "not-run"; readonly notRun: NotRun };

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly explained: number;
  readonly passed: number;
  readonly notRun: number;
}

/** What the summary shows: explained findings are counted apart. */
export function countsOf(evaluation: Evaluation): Counts {
  const open = (severity: Finding["severity"]): number =>
    evaluation.checks.findings.filter((one) => one.severity === severity && one.explanation === undefined)
      .length;
  return {
    errors: open("error"),
    warnings: open("warning"),
    notices: open("notice"),
    explained: evaluation.checks.findings.filter((one) => one.explanation !== undefined).length,
    passed: evaluation.checks.counts.passed,
    notRun: evaluation.checks.notRun.length,
  };
}

export function linesOf(
  evaluation: Evaluation,
  filter: Filter,
  ruleName: (id: string) => string,
): readonly Line[] {
  if (filter === "not-run") return evaluation.checks.notRun.map((notRun) => ({ kind: "not-run", notRun }));
  const shown = evaluation.checks.findings.filter((finding) => {
    if (filter === undefined) return finding.explanation === undefined;
    if (filter === "explained") return finding.explanation !== undefined;
    return finding.severity === filter && finding.explanation === undefined;
  });
  const lines: Line[] = [];
  for (const [table, ofTable] of grouped(shown, (finding) => finding.table)) {
    const label = evaluation.tables.find(({ id }) => id === table)?.label ?? "";
    if (label !== "") lines.push({ kind: "table", id: table, label, count: ofTable.length });
    for (const [rule, findings] of grouped(ofTable, (finding) => finding.rule)) {
      lines.push({ kind: "rule", id: rule, table, label: ruleName(rule), count: findings.length });
      for (const finding of findings) lines.push({ kind: "finding", finding });
    }
  }
  return lines;
}

function grouped<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group === undefined) groups.set(key(value), [value]);
    else group.push(value);
  }
  return groups;
}
