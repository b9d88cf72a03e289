/** Compares where a program read tables with where they stand. */
import type { Answer, AnsweredFinding, AnsweredTable, Fail } from "./answered";
import { fits } from "./compareFindings";
import type { ExpectedTable } from "./expected";
import type { Variant } from "./makeVariant";
import { boxOf, contains } from "./model";

export type TableCounts = {
  expected: number;
  recognised: number;
  asked: number;
  missed: number;
  wrong: number;
};

/** Questions about columns that the answer does not ask. */
export function sparedColumns(variant: Variant, answer: Answer): readonly AnsweredFinding[] {
  const wanted = variant.findings.filter((one) => one.rule === "column.missing");
  return answer.findings.filter((one) => {
    if (one.rule !== "column.missing") return false;
    const at = wanted.findIndex((expected) => fits(expected, one));
    if (at >= 0) wanted.splice(at, 1);
    return at < 0;
  });
}

/** What a table that tells its columns and rows has otherwise than the answer. */
function differences(expected: ExpectedTable, told: AnsweredTable, columnsAsked: boolean): string {
  const parts: string[] = [];
  for (const [id, place] of Object.entries(expected.columns)) {
    const other = told.columns?.[id];
    if (told.columns === undefined || other === place || id === "no") continue;
    if (other !== undefined || !columnsAsked) parts.push(`${id} ${other ?? "-"} not ${place}`);
  }
  for (const lines of ["dataRows", "totalRows"] as const) {
    const other = told[lines];
    if (other !== undefined && other.join() !== expected[lines].join()) {
      parts.push(`${lines} ${other.join()} not ${expected[lines].join()}`);
    }
  }
  return parts.join("; ");
}

function inPlace(expected: ExpectedTable, told: AnsweredTable): boolean {
  const box = boxOf(told.range);
  const least = boxOf(expected.atLeast);
  const most = boxOf(expected.atMost);
  if (box === undefined || least === undefined || most === undefined) return false;
  const unit = expected.unit === undefined || told.unit === undefined || told.unit === expected.unit;
  return told.sheet === expected.sheet && unit && contains(box, least) && contains(most, box);
}

/**
 * Counts what became of each table and answers which were not read, or not wholly. `spareAsks` loses the questions
 * that stood for one.
 */
export function compareTables(
  variant: Variant,
  answer: Answer,
  counts: TableCounts,
  spareAsks: AnsweredFinding[],
  columnAsks: readonly AnsweredFinding[],
  fail: Fail,
): ReadonlySet<string> {
  const unread = new Set<string>();
  for (const expected of variant.tables) {
    counts.expected += 1;
    const place = `${expected.id} '${expected.sheet}'!${expected.range} ${expected.unit ?? ""}`;
    const told = answer.tables.filter((table) => table.id === expected.id);
    const [one] = told;
    if (one === undefined) {
      unread.add(expected.id);
      const asked = spareAsks.shift();
      if (asked === undefined) counts.missed += 1;
      else counts.asked += 1;
      fail(asked === undefined ? "table missed" : "table asked", `${place} ${asked?.message ?? ""}`);
      continue;
    }
    const columns = columnAsks.filter((ask) => ask.sheet === one.sheet);
    const inside = differences(expected, one, columns.length > 0);
    if (told.length > 1 || !inPlace(expected, one) || inside !== "") {
      counts.wrong += 1;
      const got = told.map((table) => `'${table.sheet}'!${table.range} ${table.unit ?? ""}`).join(", ");
      fail("table wrong", `${place} read as ${got} ${inside}`);
    } else if (columns.length > 0) {
      unread.add(expected.id);
      counts.asked += 1;
      fail("table asked", `${place} about ${columns.map((ask) => ask.message ?? "").join(", ")}`);
    } else counts.recognised += 1;
  }
  for (const table of answer.tables) {
    if (variant.tables.some((expected) => expected.id === table.id)) continue;
    counts.wrong += 1;
    fail("table wrong", `${table.id} should not have been read from '${table.sheet}'!${table.range}`);
  }
  return unread;
}
