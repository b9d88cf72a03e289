/** Findings as the lines of a list: a line a table, a line a rule, a line a finding; explained ones apart. */
import type { Finding, NotRun } from "../../core/checks/finding";
import type { Evaluation } from "../../core/evaluate";

export type Filter = "error" | "warning" | "notice" | "explained" | "not-run" | "passed" | undefined;

/** `id` is the same line's in every evaluation. */
export type Line = { readonly id: string } & (
  | { readonly kind: "table"; readonly label: string; readonly count: number }
  | { readonly kind: "rule"; readonly label: string; readonly count: number }
  | { readonly kind: "finding"; readonly finding: Finding }
  | { readonly kind: "not-run"; readonly label: string; readonly notRun: NotRun }
  | { readonly kind: "remark"; readonly text: string }
);

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly explained: number;
  readonly passed: number;
  readonly notRun: number;
}

/** Headings that are no table's. */
export interface Headings {
  readonly other: string;
  readonly explained: string;
  readonly remarks: string;
  readonly stray: (explanation: string) => string;
}

/** What the summary shows: explained findings are counted apart. */
export function countsOf(evaluation: Evaluation): Counts {
  const { findings, counts, notRun } = evaluation.checks;
  const open = { error: 0, warning: 0, notice: 0, explained: 0 };
  for (const { severity, explanation } of findings) {
    open[explanation === undefined ? severity : "explained"] += 1;
  }
  return {
    errors: open.error,
    warnings: open.warning,
    notices: open.notice,
    explained: open.explained,
    passed: counts.passed,
    notRun: notRun.length,
  };
}

export function linesOf(evaluation: Evaluation, filter: Filter, headings: Headings): readonly Line[] {
  const { findings, notRun } = evaluation.checks;
  const names = new Map(evaluation.rules.map(({ id, name }) => [id, name]));
  const name = (rule: string): string => names.get(rule) ?? rule;
  if (filter === "passed") return [];
  const lineOf = lineMaker(findings.length);
  if (filter === "not-run") {
    return numbered(
      notRun.map((one) => ({
        id: `${one.rule} ${one.table}`,
        kind: "not-run",
        label: name(one.rule),
        notRun: one,
      })),
    );
  }
  const explained = findings.filter(({ explanation }) => explanation !== undefined);
  if (filter === "explained")
    return numbered(grouped(evaluation, explained, { name, lineOf }, headings), findings.length);
  const open = findings.filter(
    ({ severity, explanation }) => explanation === undefined && (filter === undefined || severity === filter),
  );
  const { length: count } = explained;
  const apart: readonly Line[] =
    filter === undefined && count > 0
      ? [{ id: "explained", kind: "table", label: headings.explained, count }, ...explained.map(lineOf)]
      : [];
  const lines = [
    ...(filter === undefined ? remarks(evaluation, headings) : []),
    ...grouped(evaluation, open, { name, lineOf }, headings),
    ...apart,
  ];
  return numbered(lines, findings.length);
}

/** Entries that could not be taken as they stand, and explanations left over. */
function remarks(evaluation: Evaluation, headings: Headings): readonly Line[] {
  const texts = [...evaluation.conflicts, ...evaluation.unmatchedExplanations.map(headings.stray)];
  if (texts.length === 0) return [];
  return [
    { id: "remarks", kind: "table", label: headings.remarks, count: texts.length },
    ...texts.map((text): Line => ({ id: `remark ${text}`, kind: "remark", text })),
  ];
}

function grouped(
  evaluation: Evaluation,
  findings: readonly Finding[],
  { name, lineOf }: { readonly name: (rule: string) => string; readonly lineOf: (finding: Finding) => Line },
  headings: Headings,
): readonly Line[] {
  const labels = new Map([...evaluation.unplaced, ...evaluation.tables].map(({ id, label }) => [id, label]));
  const lines: Line[] = [];
  for (const [table, ofTable] of groups(findings, (finding) => finding.table)) {
    const label = labels.get(table) ?? headings.other;
    lines.push({ id: `table ${table}`, kind: "table", label, count: ofTable.length });
    for (const [rule, ofRule] of groups(ofTable, (finding) => finding.rule)) {
      // What is said of the data itself has no rule of the pack; its sentences speak for themselves.
      const known = name(rule);
      if (known !== rule) {
        lines.push({ id: `rule ${table} ${rule}`, kind: "rule", label: known, count: ofRule.length });
      }
      for (const finding of ofRule) lines.push(lineOf(finding));
    }
  }
  return lines;
}

/** Of more findings than these the lines are told by their places alone: ids would take longer than the list. */
const MOST_NAMED = 20_000;

/** By the finding's place in the workbook, else by that in the list. */
function lineMaker(findings: number): (finding: Finding) => Line {
  let count = 0;
  return (finding) => {
    count += 1;
    if (findings > MOST_NAMED) return { id: String(count), kind: "finding", finding };
    const { rule, table, row, column } = finding.key;
    return { id: JSON.stringify([rule, table, row, column]), kind: "finding", finding };
  };
}

/** Ids of lines are unique: a second of the same gets a number; findings told by their places have one already. */
function numbered(lines: readonly Line[], findings = 0): readonly Line[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    if (line.kind === "finding" && findings > MOST_NAMED) return line;
    const count = (seen.get(line.id) ?? 0) + 1;
    seen.set(line.id, count);
    return count === 1 ? line : { ...line, id: `${line.id} ${count}` };
  });
}

function groups<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const value of values) {
    const group = found.get(key(value));
    if (group === undefined) found.set(key(value), [value]);
    else group.push(value);
  }
  return found;
}
