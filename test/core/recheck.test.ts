/** A re-check after changed figures or answers is the full evaluation of the changed workbook, to the last word. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Answers, NO_ANSWERS } from "../../src/core/answers/answers";
import { evaluate, type EvaluateOptions } from "../../src/core/evaluate";
import { editable, type EditableWorkbook, type Refigured, startChecking } from "../../src/core/recheck";
import { type SheetBuilder, workbookOf } from "../../src/core/workbook/snapshot";
import { readXlsx } from "../../src/hosts/file/read-xlsx";
import { xjBridging2021 as pack } from "../../src/packs/xj-bridging-2021";
import { draw } from "./tables/draw";

const SAMPLES = ["bazhou-2021-consistent", "bazhou-2021-as-reported"] as const;
const bytes = SAMPLES.map(
  (name) => new Uint8Array(readFileSync(join(__dirname, `../../assets/samples/${name}.xlsx`))),
);
const options: EvaluateOptions = { language: "zh-CN", withFacts: true };

function sample(index: number): EditableWorkbook {
  const workbook = editable(readXlsx(bytes[index] ?? new Uint8Array()));
  if (workbook === undefined) throw new Error("a workbook that was read can be overwritten");
  return workbook;
}

/** Cells that hold a figure and no formula. */
function figureCells(workbook: EditableWorkbook): readonly Omit<Refigured, "value">[] {
  return workbook.sheets.flatMap((sheet) => {
    const cells: Omit<Refigured, "value">[] = [];
    for (let row = 0; row < sheet.rowCount; row += 1) {
      for (let column = 0; column < sheet.columnCount; column += 1) {
        if (sheet.kind(row, column) !== "number" || sheet.formula(row, column) !== undefined) continue;
        cells.push({ sheet: sheet.name, row, column });
      }
    }
    return cells;
  });
}

function write(workbook: EditableWorkbook, changes: readonly Refigured[]): void {
  for (const { sheet, row, column, value } of changes) {
    workbook.sheets.find(({ name }) => name === sheet)?.setNumber(row, column, value);
  }
}

const cells = figureCells(sample(0));
const value = fc.oneof(
  fc.integer({ min: -100, max: 200_000 }),
  fc.integer({ min: 0, max: 9_999_999 }).map((thousandths) => Number(`${thousandths}e-3`)),
  fc.constantFrom(0, 1, 99.77, 0.9977, 44_256, 1e17, 123_456_789.123_456, 0.000_000_1),
);
const change = fc
  .tuple(fc.constantFrom(...cells), value)
  .map(([cell, figure]): Refigured => ({ ...cell, value: figure }));

describe("after changed figures", () => {
  test.each([0, 1])("any of them, one step after another, on %#", (index) => {
    let known = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const checking = startChecking(sample(index), pack, NO_ANSWERS, options);
        const plain = sample(index);
        for (const one of changes) {
          const again = checking.refigure([one]);
          if (again === undefined) return;
          known += 1;
          write(plain, [one]);
          expect(again).toEqual(evaluate(plain, pack, NO_ANSWERS, options));
        }
      }),
      { numRuns: 10, seed: 20211130 },
    );
    // Most changes are such that no full evaluation is needed.
    expect(known).toBeGreaterThan(10);
  });

  test("and changed back, nothing of the change is left", () => {
    const workbook = sample(0);
    const before = evaluate(sample(0), pack, NO_ANSWERS, options);
    const checking = startChecking(workbook, pack, NO_ANSWERS, options);
    const amount = { sheet: "表3项目明细", row: 10, column: 6 };
    const sheet = workbook.sheets.find(({ name }) => name === amount.sheet);
    const stood = sheet?.number(amount.row, amount.column) ?? Number.NaN;
    const wrong = checking.refigure([{ ...amount, value: stood + 0.5 }]);
    expect(wrong?.checks.findings.map(({ rule }) => rule)).toContain("projects.row-total");
    expect(checking.refigure([{ ...amount, value: stood }])).toEqual(before);
  });

  test("what recognition read, a text or a formula is left to the full evaluation", () => {
    for (const place of [
      { sheet: "表3项目明细", row: 10, column: 1 },
      { sheet: "no such sheet", row: 0, column: 0 },
    ]) {
      const checking = startChecking(sample(0), pack, NO_ANSWERS, options);
      expect(checking.refigure([{ ...place, value: 1 }])).toBeUndefined();
    }
  });
});

describe("after changed answers", () => {
  const scored: Answers = { ...NO_ANSWERS, scores: { "1": "5", "3": "4" }, notApplicable: ["13"] };

  test("scores and what does not apply", () => {
    const checking = startChecking(sample(1), pack, NO_ANSWERS, options);
    const again = checking.answer(scored);
    expect(again).toEqual(evaluate(sample(1), pack, scored, options));
    expect(again?.score.items[0]?.score).toBe("5");
  });

  test("that are all there are, as they came from the pane", () => {
    const checking = startChecking(sample(1), pack, NO_ANSWERS, options);
    const full = evaluate(sample(1), pack, scored, { ...options, answersAreAll: true });
    expect(checking.answer(scored, true)).toEqual(full);
  });

  test("a table pointed at is recognised anew", () => {
    const checking = startChecking(sample(1), pack, NO_ANSWERS, options);
    const pointed: Answers = { ...NO_ANSWERS, tables: { assets: "'表5扶贫资产'!A3" } };
    expect(checking.answer(pointed)).toBeUndefined();
  });
});

describe("where a changed figure may reach further than its own cell", () => {
  const HEAD = ["序号", "县市", "预算数", "支出数", "结转结余", "执行率"];
  const ROWS = [
    HEAD,
    [1, "轮台县", 10, 8, 2, 0.8],
    [2, "和静县", 20, 20, 0, 1],
    ["", "合计", 30, 28, 2, 0.9333],
    [],
    ["", "", "", "", "", "", "", "", 7],
  ];
  const SIDE = ["县市", "预算数", "支出数", "结转结余", "执行率"].map((_name, index) =>
    ROWS.slice(0, 4).map((row) => row[index + 1] ?? ""),
  );

  function checkingOf(workbook: EditableWorkbook, asked: typeof pack = pack) {
    return startChecking(workbook, asked, NO_ANSWERS, options);
  }

  function workbookWith(sheet: SheetBuilder, more: Partial<EditableWorkbook> = {}): EditableWorkbook {
    return { ...workbookOf([sheet]), sheets: [sheet], ...more };
  }

  test.each([
    ["upright", ROWS, { row: 2, column: 3 }],
    ["on its side", SIDE, { row: 2, column: 2 }],
  ] as const)("a table %s", (_what, rows, spent) => {
    const checking = checkingOf(workbookWith(draw("执行", rows)));
    const again = checking.refigure([{ sheet: "执行", ...spent, value: 19 }]);
    const changed = draw("执行", rows);
    changed.setNumber(spent.row, spent.column, 19);
    expect(again).toEqual(evaluate(workbookOf([changed]), pack, NO_ANSWERS, options));
    // 19 of 20 is 95 %, not 100; 20 less 19 is 1, not 0; 8 and 19 are 27.
    expect(again?.checks.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["execution.carryover", "execution.rate", "execution.column-total"]),
    );
  });

  test("a figure beside every table changes nothing", () => {
    const checking = checkingOf(workbookWith(draw("执行", ROWS)));
    const before = checking.evaluation();
    expect(checking.refigure([{ sheet: "执行", row: 5, column: 8, value: 70 }])).toEqual(before);
  });

  test("a rule that cannot be read stays what it was", () => {
    const [check] = pack.checks;
    if (check === undefined) throw new Error("the pack has checks");
    const asked = { ...pack, checks: [{ ...check, formulas: ["没有.这 = 1"] }, ...pack.checks] };
    const checking = checkingOf(workbookWith(draw("执行", ROWS)), asked);
    const changed = draw("执行", ROWS);
    changed.setNumber(2, 3, 19);
    expect(checking.refigure([{ sheet: "执行", row: 2, column: 3, value: 19 }])).toEqual(
      evaluate(workbookOf([changed]), asked, NO_ANSWERS, options),
    );
  });

  const merged = draw("执行", ROWS, ["C2:C3"]);
  const sections = draw("执行", ROWS);
  sections.setFormat(2, 3, "0.00;[Red]-0.00");
  test.each([
    ["in a merged row", workbookWith(merged), 2, 3, 19],
    ["under a format whose sections depend on the figure", workbookWith(sections), 2, 3, 19],
    // 80 and 90 beside 0.9333: the column is one of points now.
    ["that makes points of a column of fractions", workbookWith(draw("执行", ROWS)), 1, 5, 80],
    [
      "in a sheet of our own",
      workbookWith(draw("执行", ROWS), { ownSheets: [{ sheet: "执行", mark: "" }] }),
      1,
      3,
      9,
    ],
  ] as const)("a figure %s is left to the full evaluation", (_what, workbook, row, column, value) => {
    const checking = checkingOf(workbook);
    const first = checking.refigure([{ sheet: "执行", row, column, value }]);
    const second = column === 5 ? checking.refigure([{ sheet: "执行", row: 2, column, value: 90 }]) : first;
    expect(second).toBeUndefined();
    // Lost is lost: neither a further figure nor answers bring it back.
    expect(checking.refigure([{ sheet: "执行", row: 5, column: 8, value: 70 }])).toBeUndefined();
    expect(checking.answer(NO_ANSWERS)).toBeUndefined();
  });

  test("a workbook whose sheets are no builder's cannot be overwritten", () => {
    const sheet = draw("执行", ROWS);
    expect(editable(workbookOf([sheet]))).toBeDefined();
    expect(editable(workbookOf([Object.create(null, { name: { value: "执行" } })]))).toBeUndefined();
  });
});
