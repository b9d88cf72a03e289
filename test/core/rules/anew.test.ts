/** A figure read again: its column, the sums and conditions that it entered, and the comparisons that look at it. */
import { describe, expect, test } from "@jest/globals";
import { reach, tellAnew } from "../../../src/core/rules/anew";
import { figuresOf } from "../../../src/core/rules/context";
import { type BodyRuns, compileFormula, createContext, runFormula } from "../../../src/core/rules/language";
import { runRowAnew } from "../../../src/core/rules/run";
import type { Body } from "../../../src/core/rules/typed";
import { type Book, bookOf, type Cell, type Column, COUNTIES, outcome } from "./book";

const COLUMNS: readonly Column[] = [
  { name: "县市", type: "key", dimension: COUNTIES.name },
  { name: "甲", type: "money" },
  { name: "乙", type: "money" },
  { name: "缺", type: "money", present: false, required: false },
];
const JUDGING = { level: "error", tolerance: undefined } as const;

function book(...rows: readonly (readonly Cell[])[]): Book {
  return bookOf({ name: "表", columns: COLUMNS, rows, totals: [["合计", 6, 6]] });
}

function bodiesOf(one: Book, formula: string): readonly Body[] {
  const compiled = compileFormula(formula, one.pack);
  if (!compiled.ok) throw new Error(formula);
  return compiled.value.bodies;
}

function placeOf(one: Book, column: string) {
  const data = one.context.tables.get("表");
  const place = data?.table.columns.get(column);
  if (data === undefined || place === undefined) throw new Error(column);
  return { data, place };
}

/** Writes 甲 of the index-th row and tells it anew; the runs known then, as the re-check of a workbook does. */
function changed(one: Book, formula: string, index: number, value: number) {
  const compiled = compileFormula(formula, one.pack);
  if (!compiled.ok) throw new Error(formula);
  const known: BodyRuns = new Map();
  runFormula(compiled.value, one.context, JUDGING, known);
  one.sheets.get("表")?.setNumber(index + 1, 1, value);
  const { data, place } = placeOf(one, "甲");
  tellAnew(one.context, data, place, index);
  for (const body of compiled.value.bodies) {
    const run = known.get(body);
    const touched = reach(body, data.table.spec, place.spec);
    if (touched === "all") known.delete(body);
    if (touched === "row" && run !== undefined && body.kind === "test")
      known.set(body, runRowAnew(body, run, data, index, one.context, JUDGING));
  }
  const again = outcome(runFormula(compiled.value, one.context, JUDGING, known));
  const fresh = createContext(one.pack, one.context.recognition, one.context.workbook);
  expect(again).toEqual(outcome(runFormula(compiled.value, fresh, JUDGING)));
  return again;
}

const ROWS = [
  ["轮台县", 1, 1],
  ["和静县", 2, 2],
  ["若羌县", 3, 3],
] as const;

test.each([
  ["表.甲 = 表.乙", "row"],
  ["表.甲 = 表.乙 当 表.乙 > 1万元", "row"],
  ["表.甲 = 表.乙 当 表.甲 > 1万元", "all"],
  ["表.甲 <= 合计(表.甲)", "all"],
  ["表.乙 = 0元", "none"],
  ["合计行(表.*) = 求和(表.*)", "all"],
  ["每个 县市：表.甲 = 表.乙", "all"],
  ["求和(表.乙 当 表.甲 > 0) = 0元", "all"],
  ["不重复(表.县市)", "none"],
] as const)("%s: %s", (formula, expected) => {
  const one = book(...ROWS);
  const { data, place } = placeOf(one, "甲");
  const [body] = bodiesOf(one, formula);
  expect(body === undefined ? undefined : reach(body, data.table.spec, place.spec)).toBe(expected);
});

describe("a changed figure", () => {
  test("fails where it passed, and keeps the order of rows", () => {
    const rows = [
      ["轮台县", 9, 1],
      ["和静县", 2, 2],
      ["若羌县", 7, 3],
    ] as const;
    expect(changed(book(...rows), "表.甲 = 表.乙", 1, 5)).toEqual({
      failed: [
        ["error", "9", "1", "8"],
        ["error", "5", "2", "3"],
        ["error", "7", "3", "4"],
      ],
      passed: 1,
      notRun: [],
    });
    expect(changed(book(...rows), "表.甲 = 表.乙", 2, 3).failed).toEqual([["error", "9", "1", "8"]]);
    expect(changed(book(...rows), "表.甲 = 表.乙", 0, 8).failed).toHaveLength(2);
  });

  test("where others of its row, or of other rows, cannot be read", () => {
    const error: Cell = { error: "#REF!" };
    const rows = [
      ["轮台县", 1, error],
      ["和静县", 2, 2],
      ["若羌县", 7, error],
    ] as const;
    expect(changed(book(...rows), "表.甲 = 表.乙", 0, 5).notRun).toHaveLength(2);
    expect(changed(book(...rows), "表.甲 = 表.乙", 2, 5).notRun).toHaveLength(2);
    expect(changed(book(...rows), "表.甲 = 表.乙", 1, 5)).toMatchObject({
      failed: [["error", "5", "2", "3"]],
    });
  });

  test("in the 合计 row, where the rule looks at it and where it does not", () => {
    expect(changed(book(...ROWS), "表.甲 = 表.乙", 3, 7).failed).toEqual([["error", "7", "6", "1"]]);
    expect(changed(book(...ROWS), "表.甲 = 表.乙 当 表.乙 > 1万元", 3, 7)).toMatchObject({
      passed: 2,
      failed: [],
    });
  });

  test("in a row that the condition leaves out, and in one that it picks", () => {
    expect(changed(book(...ROWS), "表.甲 = 表.乙 当 表.乙 > 1万元", 0, 7)).toMatchObject({
      passed: 2,
      failed: [],
    });
    expect(changed(book(...ROWS), "表.甲 = 表.乙 当 表.乙 > 1万元", 2, 7).failed).toEqual([
      ["error", "7", "3", "4"],
    ]);
  });

  test("in a rule that cannot be run for want of a column", () => {
    expect(changed(book(...ROWS), "表.甲 = 表.缺", 0, 7).notRun).toEqual(['table "表" has no column "缺"']);
    // Of 表.*, columns that need not be there ask nothing where they are not.
    expect(changed(book(...ROWS), "表.甲 + 表.* >= 0元", 0, -7)).toEqual({
      failed: [
        ["error", "-14", "0", "-14"],
        ["error", "-6", "0", "-6"],
      ],
      passed: 6,
      notRun: [],
    });
  });

  test("in sums: the whole column's, by key, and those of a condition on it", () => {
    expect(changed(book(...ROWS), "每个 县市：表.甲 = 求和(表.乙)", 0, 7).failed).toEqual([
      ["error", "7", "1", "6"],
    ]);
    expect(changed(book(...ROWS), "合计行(表.*) = 求和(表.*)", 0, 7).failed).toEqual([
      ["error", "6", "12", "-6"],
    ]);
    expect(
      changed(book(...ROWS), "每个 县市：求和(表.乙 当 表.甲 > 1万元) = 求和(表.乙)", 0, 7),
    ).toMatchObject({ passed: 3 });
    expect(
      changed(book(...ROWS), "求和(表.乙 当 表.甲 > 1万元 且 表.县市 <> “若羌县”) = 2万元", 0, 7).failed,
    ).toEqual([["error", "3", "2", "1"]]);
    expect(changed(book(...ROWS), "求和(表.乙 当 表.甲 > 1万元) = 5万元", 0, 7).failed).toEqual([
      ["error", "6", "5", "1"],
    ]);
  });

  test.each([7, 0.125, 1e17, 0.000_000_000_1, -3])("%f is read as a fresh reading would read it", (value) => {
    // 元 under a label 万元, as the format shows: nothing is converted and nothing is shown otherwise.
    const one = bookOf({
      name: "表",
      columns: [{ name: "甲", type: "money", unit: "元", label: "万元" }],
      rows: [[{ value: 50_000, format: "0!.0," }], [{ value: 60_000, format: "0!.0," }]],
    });
    const { data, place } = placeOf(one, "甲");
    figuresOf(one.context, data, place);
    one.sheets.get("表")?.setNumber(2, 0, value);
    tellAnew(one.context, data, place, 1);
    const fresh = createContext(one.pack, one.context.recognition, one.context.workbook);
    const again = placeOf({ ...one, context: fresh }, "甲");
    const [read, wanted] = [figuresOf(one.context, data, place), figuresOf(fresh, again.data, again.place)];
    const seen = ({ scale, states, units, decimals, marks, fromText }: typeof read, index: number) => ({
      value: (units[index] ?? Number.NaN) / 10 ** scale,
      told: [states, decimals, marks, fromText].map((list) => list[index]),
    });
    expect(seen(read, 1)).toEqual(seen(wanted, 1));
    expect(read.marks[1]).toBe(0);
  });
});
