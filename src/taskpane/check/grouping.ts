/** Findings as the lines of a list: a line a table, a line a rule, a line a finding; explained ones apart. */
import type { Finding, NotRun } from "../../core/checks/finding";
import type { Evaluation } from "../../core/evaluate";

export type Filter = "error" | "warning" | "notice" | "explained" | "not-run" | "passed" | undefined;

/** `id` is the same line's in every evaluation. */
export type Line = { readonly id: string } & (
  | { readonly kind: "table"; readonly label: string; readonly count: number }
  | { readonly kind: "rule"; readonly label: string; readonly count: number }
  | { readonly kind: "finding"; readonly finding: Finding }
  /** `left` findings of a group are not listed; `next` of them are when asked. */
  | {
      readonly kind: "more";
      readonly group: string;
      readonly listed: number;
      readonly left: number;
      readonly next: number;
    }
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

/** Of more findings than these each group lists its first ones only; there are as many more as were listed, when asked. */
const MOST = 20_000;
const FIRST = 1_000;

/** How many findings of a group are listed, where it was asked for more than the first ones. */
export type Listed = ReadonlyMap<string, number>;

export function linesOf(
  evaluation: Evaluation,
  filter: Filter,
  headings: Headings,
  listed: Listed = new Map(),
): readonly Line[] {
  const { findings, notRun } = evaluation.checks;
  const names = new Map(evaluation.rules.map(({ id, name }) => [id, name]));
  const name = (rule: string): string => names.get(rule) ?? rule;
  if (filter === "passed") return [];
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
  const explained: Finding[] = [];
  const open: Finding[] = [];
  for (const finding of findings) {
    if (finding.explanation !== undefined) explained.push(finding);
    else if (filter === undefined || finding.severity === filter) open.push(finding);
  }
  const shown = filter === "explained" ? explained : filter === undefined ? findings : open;
  const list = (group: string, of: readonly Finding[]): readonly Line[] => {
    const count = shown.length > MOST ? (listed.get(group) ?? FIRST) : of.length;
    const lines: Line[] = of.slice(0, count).map(lineOf);
    const { length: now } = lines;
    const left = of.length - now;
    if (left > 0)
      lines.push({ id: `more ${group}`, kind: "more", group, listed: now, left, next: Math.min(left, now) });
    return lines;
  };
  if (filter === "explained") return numbered(grouped(evaluation, explained, { name, list }, headings));
  const { length: count } = explained;
  const apart: readonly Line[] =
    filter === undefined && count > 0
      ? [
          { id: "explained", kind: "table", label: headings.explained, count },
          ...list("explained", explained),
        ]
      : [];
  return numbered([
    ...(filter === undefined ? remarks(evaluation, headings) : []),
    ...grouped(evaluation, open, { name, list }, headings),
    ...apart,
  ]);
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
  {
    name,
    list,
  }: {
    readonly name: (rule: string) => string;
    readonly list: (group: string, of: readonly Finding[]) => readonly Line[];
  },
  headings: Headings,
): readonly Line[] {
  const labels = new Map([...evaluation.unplaced, ...evaluation.tables].map(({ id, label }) => [id, label]));
  const lines: Line[] = [];
  for (const [table, rules] of groups(findings)) {
    const label = labels.get(table) ?? headings.other;
    const count = [...rules.values()].reduce((sum, { length }) => sum + length, 0);
    lines.push({ id: `table ${table}`, kind: "table", label, count });
    for (const [rule, ofRule] of rules) {
      // What is said of the data itself has no rule of the pack; its sentences speak for themselves.
      const known = name(rule);
      if (known !== rule) {
        lines.push({ id: `rule ${table} ${rule}`, kind: "rule", label: known, count: ofRule.length });
      }
      for (const line of list(`${table} ${rule}`, ofRule)) lines.push(line);
    }
  }
  return lines;
}

/** By table, then by rule, in the order in which they come. */
function groups(findings: readonly Finding[]): ReadonlyMap<string, ReadonlyMap<string, readonly Finding[]>> {
  const tables = new Map<string, Map<string, Finding[]>>();
  // Those of a rule mostly follow each other.
  let last: Finding | undefined;
  let group: Finding[] = [];
  for (const finding of findings) {
    const { table, rule } = finding;
    if (last?.rule !== rule || last.table !== table) {
      const rules = tables.get(table) ?? new Map<string, Finding[]>();
      tables.set(table, rules);
      group = rules.get(rule) ?? [];
      rules.set(rule, group);
    }
    group.push(finding);
    last = finding;
  }
  return tables;
}

function lineOf(finding: Finding): Line {
  const { rule, table, row, column } = finding.key;
  return { id: JSON.stringify([rule, table, row, column]), kind: "finding", finding };
}

/** Ids of lines are unique: a second of the same gets a number. */
function numbered(lines: readonly Line[]): readonly Line[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const count = (seen.get(line.id) ?? 0) + 1;
    seen.set(line.id, count);
    return count === 1 ? line : { ...line, id: `${line.id} ${count}` };
  });
}
