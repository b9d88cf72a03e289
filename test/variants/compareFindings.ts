/** Compares the findings of a program with those of the answer. */
import type { Severity } from "./bands";
import type { AnsweredFinding, Fail } from "./answered";
import type { ExpectedFinding } from "./expected";
import type { Variant } from "./makeVariant";

export const ASKING = ["table.missing", "table.ambiguous"];
const bare = (cell: string | undefined): string => (cell ?? "").replace(/\$/g, "").toUpperCase();

/** Whether a finding may be the expected one, its severity aside. */
export function fits(expected: ExpectedFinding, found: AnsweredFinding): boolean {
  if (expected.rule !== found.rule) return false;
  if (expected.sheets !== "any" && found.sheet !== undefined && !expected.sheets.includes(found.sheet))
    return false;
  return expected.cells === "any" || expected.cells.includes(bare(found.cell).split(":")[0] ?? "");
}

const describe = (one: AnsweredFinding): string =>
  `${one.rule} ${one.severity} '${one.sheet ?? ""}'!${one.cell ?? ""} ${one.message ?? ""}`.trim();
const describeExpected = (one: ExpectedFinding): string => {
  const sheets = one.sheets === "any" ? "any sheet" : one.sheets.join("|");
  const cells = one.cells === "any" ? "any cell" : one.cells.join("|");
  return `${one.rule} ${one.severities.join("|")} '${sheets}'!${cells} (${one.why})`;
};

export type FindingCounts = {
  expected: number;
  found: number;
  missed: number;
  wrongSeverity: number;
  false: number;
};

/** Findings that hang on tables that were not read are not demanded. */
export function compareFindings(
  variant: Variant,
  found: readonly AnsweredFinding[],
  unread: ReadonlySet<string>,
  counts: FindingCounts,
  fail: Fail,
): void {
  // Copies, so that one object told twice counts twice.
  const left = new Set(found.map((one) => ({ ...one })));
  const rank = (one: ExpectedFinding): number => (one.cells === "any" ? 2 : 0) + (one.min > 0 ? 0 : 1);
  for (const expected of [...variant.findings].sort((a, b) => rank(a) - rank(b))) {
    const excused = expected.tables.some((id) => unread.has(id)) && !ASKING.includes(expected.rule);
    const fitting = [...left].filter((one) => fits(expected, one));
    const right = fitting
      .filter((one) => expected.severities.includes(one.severity as Severity))
      .slice(0, expected.max);
    for (const one of right) left.delete(one);
    if (expected.min === 0 || excused) continue;
    counts.expected += 1;
    if (right.length >= expected.min) {
      counts.found += 1;
      continue;
    }
    const other = fitting.find((one) => left.has(one) && expected.cells !== "any");
    if (other === undefined) {
      counts.missed += 1;
      fail("missed finding", describeExpected(expected));
    } else {
      left.delete(other);
      counts.wrongSeverity += 1;
      fail("wrong severity", `${describe(other)} instead of ${expected.severities.join("|")}`);
    }
  }
  for (const one of left) {
    counts.false += 1;
    fail("false finding", describe(one));
  }
}
