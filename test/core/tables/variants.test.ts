/** Recognition over generated workbooks with known answers: a wrong reading is a failure, asking is not. */
import { describe, expect, test } from "@jest/globals";
import { recognise } from "../../../src/core/tables/recognise";
import type { Recognition, Table } from "../../../src/core/tables/table";
import { columnName } from "../../../src/core/workbook/address";
import { makeVariant, type Variant, type VariantOptions } from "../../variants/makeVariant";
import type { ExpectedTable } from "../../variants/expected";
import { snapshotOf } from "./variant-snapshot";
import { DIMENSIONS, SPECS } from "./pack-tables";

/** Names of the lines and columns of a table as the expected answer has them. */
function differences(expected: ExpectedTable, table: Table): readonly string[] {
  const upright = table.orientation === "rows";
  const line = (row: number): string => (upright ? String(row + 1) : columnName(row));
  const across = (column: number): string => (upright ? columnName(column) : String(column + 1));
  const found: string[] = [];
  const compare = (what: string, wanted: unknown, got: unknown): void => {
    if (JSON.stringify(wanted) !== JSON.stringify(got))
      found.push(`${what}: ${JSON.stringify(wanted)} ≠ ${JSON.stringify(got)}`);
  };
  compare("sheet", expected.sheet, table.sheet.name);
  if (found.length > 0) return found;
  compare("rows", expected.dataRows, [...table.rows].map(line));
  compare("totals", expected.totalRows, table.totalRows.map(line));
  if (expected.unit !== undefined) compare("unit", expected.unit, table.unit.name);
  for (const [id, place] of Object.entries(expected.columns)) {
    const column = table.columns.get(id);
    if (column === undefined) found.push(`asked: no column ${id} at ${place}`);
    else compare(`column ${id}`, place, across(column.column));
  }
  return found;
}

interface Count {
  expected: number;
  right: number;
  asked: number;
  readonly wrong: string[];
  readonly questions: string[];
}

function judge(seeds: readonly number[], options: VariantOptions = {}): Count {
  const count: Count = { expected: 0, right: 0, asked: 0, wrong: [], questions: [] };
  for (const seed of seeds) {
    const variant = makeVariant(seed, options);
    judgeOne(
      variant,
      recognise(snapshotOf(variant.workbook), SPECS, { dimensions: DIMENSIONS, year: 2021 }),
      count,
    );
  }
  return count;
}

function judgeOne(variant: Variant, recognition: Recognition, count: Count): void {
  const at = `seed ${variant.seed}`;
  for (const expected of variant.tables) {
    count.expected++;
    const table = recognition.tables.find((one) => one.spec.id === expected.id);
    if (table === undefined) {
      count.asked++;
      count.questions.push(`${at} ${expected.id} on ${expected.sheet}`);
      continue;
    }
    const found = differences(expected, table);
    if (found.length === 0) count.right++;
    else if (found.every((one) => one.startsWith("asked"))) {
      count.asked++;
      count.questions.push(...found.map((one) => `${at} ${expected.id} ${one}`));
    } else
      count.wrong.push(
        ...found.map((one) => `${at} ${expected.id} on ${expected.sheet} ${expected.range} ${one}`),
      );
  }
  for (const { id, rule } of variant.asks) {
    const asked =
      rule === "table.missing"
        ? recognition.missing.some((spec) => spec.id === id) ||
          recognition.ambiguous.some((one) => one.table.id === id)
        : recognition.ambiguous.some((one) => one.table.id === id);
    if (!asked) count.wrong.push(`${at} ${id} should be ${rule}`);
  }
}

const START = Number(process.env["FROM"] ?? 1);
const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + START);

describe("generated workbooks", () => {
  test("no table is read wrong, hardly one is asked about", () => {
    const count = judge(seeds(Number(process.env["VARIANTS"] ?? 150)));
    expect(count.wrong).toEqual([]);
    expect(count.questions).toEqual([]);
    expect(count.right).toBe(count.expected);
  });
});
