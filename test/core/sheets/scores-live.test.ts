/**
 * The live scores: base figures are changed in a workbook that has our sheets, LibreOffice recalculates everything,
 * and a fresh run of the engine on the changed figures must give the same scores to the last digit.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { NO_ANSWERS } from "../../../src/core/answers/answers";
import { type Evaluation, evaluate } from "../../../src/core/evaluate";
import { sheetOutput } from "../../../src/core/sheets/output";
import { openPackage, readPart } from "../../../src/hosts/file/package";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { writeSheets } from "../../../src/hosts/file/splice";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021";
import { convert, odsValues, withLibreOffice } from "../../support/libreoffice";
import { withCells } from "../../support/packages";

/** LIVE_VARIANTS=200 for the full measurement; each takes LibreOffice about a second. */
const VARIANTS = Number(process.env.LIVE_VARIANTS ?? 6);

const ANSWERS = {
  ...NO_ANSWERS,
  scores: {
    "1": "4.5",
    "3": "4",
    "5": "3.7",
    "10": "8",
    "11": "19.9",
    "14": "5",
    "15": "4.5",
    "16": "1",
    "17": "0",
    "18": "0",
  },
  notApplicable: ["13"],
};

const SCORE_SHEET = "绩效自评得分表";

function run(bytes: Uint8Array): Evaluation {
  return evaluate(readXlsx(bytes), pack, ANSWERS, { language: "zh-CN" });
}

function withSheets(bytes: Uint8Array): Uint8Array {
  return writeSheets(bytes, sheetOutput(readXlsx(bytes), pack, run(bytes)));
}

/** Shown scores by indicator number, and the total. */
function recalculatedScores(
  values: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string | undefined> {
  const scores = new Map<string, string | undefined>();
  for (const [cell, text] of values ?? []) {
    const row = /^A(\d+)$/.exec(cell)?.[1];
    if (row !== undefined) scores.set(text, values?.get(`G${row}`));
  }
  return scores;
}

/** The engine's scores that stand as formulas, and its totals, by the label of their row. */
function engineScores({ score }: Evaluation): readonly (readonly [string, string | undefined])[] {
  const computed = score.items.filter(
    ({ formula, score: points }) => formula.kind === "formula" && points !== undefined,
  );
  if (computed.length < 6) throw new Error("the figures of this variant give too few live scores");
  return [
    ...computed.map((item) => [item.no, item.score] as const),
    ["适用指标合计", score.baseSum],
    ["基础得分（按100分折算）", score.base],
    ["加分合计（最高10分）", score.bonus],
    ["减分合计（最高30分）", score.deduction],
    ["总分（基础得分＋加分－减分）", score.total],
  ];
}

/** The same from the recalculated sheet. */
function sheetScores(
  fods: Uint8Array | undefined,
  labels: readonly (readonly [string, unknown])[],
): readonly (readonly [string, string | undefined])[] {
  const shown = recalculatedScores(odsValues(fods ?? new Uint8Array()).get(SCORE_SHEET));
  return labels.map(([label]) => [label, shown.get(label)]);
}

const amount = fc.integer({ min: 1_000, max: 40_000_000 }).map((n) => String(n / 1000));

/** Five and more base figures: amounts and dates of release, budget and spending, industry, problems, targets. */
const CHANGES = fc
  .record({
    release: fc.array(amount, { minLength: 6, maxLength: 6 }),
    days: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
    budget: fc.array(amount, { minLength: 9, maxLength: 9 }),
    share: fc.array(fc.integer({ min: 8_000, max: 10_000 }), { minLength: 9, maxLength: 9 }),
    industry: fc.array(amount, { minLength: 4, maxLength: 4 }),
    funds: fc.array(amount, { minLength: 4, maxLength: 4 }),
    found: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 3 }),
    mended: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }),
    declared: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
  })
  .map((drawn) => ({
    "xl/worksheets/sheet3.xml": {
      ...column("H", 4, drawn.release),
      ...column(
        "F",
        4,
        drawn.days.map((days, index) => String((RECEIVED[index] ?? 0) + days)),
      ),
    },
    "xl/worksheets/sheet5.xml": {
      ...column("C", 4, drawn.budget),
      ...column(
        "D",
        4,
        drawn.budget.map((value, index) => ((Number(value) * (drawn.share[index] ?? 0)) / 10_000).toFixed(3)),
      ),
    },
    "xl/worksheets/sheet7.xml": { ...column("C", 4, drawn.funds), ...column("D", 4, drawn.industry) },
    "xl/worksheets/sheet9.xml": {
      ...column("C", 4, drawn.found.map(String)),
      ...column("D", 4, drawn.mended.map(String)),
    },
    "xl/worksheets/sheet4.xml": column(
      "R",
      5,
      drawn.declared.map((yes) => (yes ? YES : NO_TEXT)),
    ),
  }));

function column(name: string, first: number, values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(values.map((value, index) => [`${name}${first + index}`, value]));
}

const SAMPLES = ["consistent", "as-reported"].map(
  (name) => new Uint8Array(readFileSync(`assets/samples/bazhou-2021-${name}.xlsx`)),
);
const [CONSISTENT = new Uint8Array()] = SAMPLES;
const SHEET = readXlsx(CONSISTENT);
/** Dates of receipt on 表2, as they stand in the sample. */
const RECEIVED = [4, 5, 6, 7, 8, 9].map((row) => SHEET.sheets[2]?.number(row - 1, 4) ?? 0);
/** Indices of the shared strings 是 and 否 in the sample. */
const YES = storedText("R5");
const NO_TEXT = storedText("R236");

function storedText(cell: string): string {
  const text = new TextDecoder().decode(partOf(CONSISTENT, "xl/worksheets/sheet4.xml"));
  return new RegExp(`<c r="${cell}"[^>]*><v>(\\d+)</v>`).exec(text)?.[1] ?? "";
}

function partOf(bytes: Uint8Array, name: string): Uint8Array {
  return readPart(openPackage(bytes), name);
}

withLibreOffice("scores recalculated by LibreOffice", () => {
  test("of both samples are the engine's", () => {
    const files = new Map(SAMPLES.map((bytes, index) => [`s${index}.xlsx`, withSheets(bytes)]));
    const fods = convert(files, "fods");
    SAMPLES.forEach((bytes, index) => {
      const expected = engineScores(run(bytes));
      expect(sheetScores(fods.get(`s${index}.fods`), expected)).toEqual(expected);
    });
  }, 300_000);

  test("follow changed base figures as a fresh run of the engine does", () => {
    const written = withSheets(CONSISTENT);
    const changes = fc.sample(CHANGES, { numRuns: VARIANTS, seed: 142900 });
    const named = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> =>
      new Map(changes.map((change, index) => [`v${index}.xlsx`, withCells(bytes, change)]));
    // The sample's own totals are formulas: the engine reads them as LibreOffice recalculates them.
    const fresh = convert(named(CONSISTENT), "xlsx");
    const live = convert(named(written), "fods");
    changes.forEach((_, index) => {
      const expected = engineScores(run(fresh.get(`v${index}.xlsx`) ?? new Uint8Array()));
      expect(sheetScores(live.get(`v${index}.fods`), expected)).toEqual(expected);
    });
  }, 1_800_000);
});
