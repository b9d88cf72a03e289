/** A school's budget, scored by a pack made from the manual alone: nothing of a notice on funds stands in core. */
import { describe, expect, test } from "@jest/globals";
import { type Answers, NO_ANSWERS } from "../../../src/core/answers/answers";
import { runChecks } from "../../../src/core/checks/run";
import { readPack } from "../../../src/core/pack/load";
import type { Pack } from "../../../src/core/pack/pack";
import { createContext } from "../../../src/core/rules/language";
import { computeScore } from "../../../src/core/scoring/compute";
import type { Score } from "../../../src/core/scoring/score";
import { recognise } from "../../../src/core/tables/recognise";
import { SheetBuilder, workbookOf } from "../../../src/core/workbook/snapshot";
import { schoolFiles } from "../pack/school";

type Cell = string | number | { readonly error: string };

function school(): Pack {
  const result = readPack(schoolFiles());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.pack;
}

function scoreOf(
  rows: readonly (readonly Cell[])[],
  answers: Partial<Answers> = { scores: { "4": "0" } },
): Score {
  const pack = school();
  const sheet = new SheetBuilder("2024年部门预算");
  sheet.setText(0, 0, "部门预算执行表");
  sheet.setText(1, 3, "单位：元");
  ["部门", "预算数", "支出数", "逾期报销"].forEach((header, column) => sheet.setText(2, column, header));
  rows.forEach((cells, index) =>
    cells.forEach((cell, column) => {
      if (typeof cell === "number") sheet.setNumber(index + 3, column, cell);
      else if (typeof cell === "string") sheet.setText(index + 3, column, cell);
      else sheet.setError(index + 3, column, cell.error);
    }),
  );
  const workbook = workbookOf([sheet]);
  const recognition = recognise(workbook, pack.tables, { dimensions: pack.dimensions });
  const context = createContext(pack, recognition, workbook);
  return computeScore(
    pack,
    context,
    runChecks(context, { language: "zh-CN" }),
    { ...NO_ANSWERS, ...answers },
    "zh-CN",
  );
}

const item = (score: Score, no: string) => score.items.find((each) => each.no === no);

describe("a school's budget", () => {
  const ROWS = [
    ["教务处", 100_000.5, 96_000.25, 1],
    ["总务处", 50_000, 47_000, 2],
    ["合计", 150_000.5, 143_000.25, 3],
  ] as const;

  test("is scored by bands, per item and by checks", () => {
    const score = scoreOf(ROWS);
    // 143000.25 ÷ 150000.5 = 95.33%: 10; 5 − 3 × 0.5 = 3.5; the checks pass: 5.
    expect(score.items.map((each) => each.score)).toEqual(["10", "3.5", "5", "0"]);
    expect(score).toMatchObject({ base: "18.5", total: "18.5", complete: true });
    expect(item(score, "1")?.facts).toBe("预算150000.5元，支出143000.25元，执行率95.33%。");
  });

  test("a total that is off fails its check, explained or not", () => {
    const score = scoreOf([ROWS[0], ROWS[1], ["合计", 150_000.5, 153_000.25, 3]]);
    expect(item(score, "3")).toMatchObject({ score: "3", formula: { kind: "value" } });
    expect(item(score, "3")?.basis).toContain("1 组校验中 1 组未通过（budget.total）");
  });

  test("a cell that is an error leaves no score, says which cell and makes the result incomplete", () => {
    const score = scoreOf([ROWS[0], ROWS[1], ["合计", 150_000.5, { error: "#REF!" }, 3]]);
    expect(item(score, "1")).toMatchObject({ status: "missing", score: undefined, facts: "" });
    expect(item(score, "1")?.basis).toContain("C6");
    expect(score.complete).toBe(false);
  });

  test("a figure held as text is scored, and written as its value", () => {
    const score = scoreOf([ROWS[0], ROWS[1], ["合计", 150_000.5, "143,000.25", 3]]);
    expect(item(score, "1")).toMatchObject({ score: "10", formula: { kind: "value" } });
  });
});
