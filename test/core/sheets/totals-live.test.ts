/** The sheet's own totals, recalculated by LibreOffice, against integers: random entries, right and wrong ones. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Evaluation } from "../../../src/core/evaluate";
import { planSheets } from "../../../src/core/sheets/plan";
import { scoreSheet } from "../../../src/core/sheets/score-sheet";
import type { ScoreItem } from "../../../src/core/scoring/score";
import { cellName } from "../../../src/core/workbook/address";
import { workbookOf } from "../../../src/core/workbook/snapshot";
import { writeSheets } from "../../../src/hosts/file/splice";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021";
import { sampleEvaluation, sampleItems } from "../../support/evaluations";
import { convert, odsValues, withLibreOffice } from "../../support/libreoffice";
import { smallWorkbook } from "../../support/workbooks";

/** What is typed into a score cell, and the hundredths that it counts. */
interface Typed {
  readonly text: string;
  readonly counts: number | undefined;
}

function typed(max: number): fc.Arbitrary<Typed> {
  const tenths = fc.integer({ min: 0, max: max * 10 });
  return fc.oneof(
    { weight: 8, arbitrary: tenths.map((n) => ({ text: decimal(n * 10), counts: n * 10 })) },
    {
      weight: 1,
      arbitrary: tenths.map((n) => ({ text: decimal(n * 10 + max * 100 + 10), counts: undefined })),
    },
    { weight: 1, arbitrary: tenths.map((n) => ({ text: decimal(n * 10 + 5), counts: undefined })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("五分", "-1", "4/5").map((text) => ({ text, counts: undefined })),
    },
  );
}

function decimal(hundredths: number): string {
  return (hundredths / 100).toFixed(2).replace(/\.?0+$/, "");
}

/** scale × sum ÷ maxima in hundredths, half up, in integers. */
function scaled(sum: number, maxima: number): number {
  return maxima === 0 ? 0 : Number((2n * BigInt(sum) * 10_000n + BigInt(maxima)) / (2n * BigInt(maxima)));
}

const VARIANT = fc
  .tuple(
    fc.boolean(),
    ...pack.indicators.map(({ max }) =>
      fc.tuple(typed(Number(max)), fc.integer({ min: 0, max: Number(max) * 100 })),
    ),
  )
  .map(([applies, ...drawn]): Evaluation => {
    const scores: Record<string, string> = {};
    const sums = { base: 0, bonus: 0, deduction: 0 };
    let maxima = 0;
    // The workbook of this test has no base data, so scores of ours are values without cells.
    const sample = sampleItems().map((item) => ({ ...item, cells: [] }));
    const items = sample.map((item, index): ScoreItem => {
      const [entry, computed] = drawn[index] ?? [{ text: "0", counts: 0 }, 0];
      if (item.mayNotApply && !applies) return item;
      if (item.part === "base") maxima += Number(item.max) * 100;
      if (!item.entered) {
        sums[item.part] += computed;
        return { ...item, score: decimal(computed), formula: { kind: "value", why: "x" } };
      }
      scores[item.no] = entry.text;
      if (entry.counts === undefined) return { ...item, score: undefined, status: "missing" };
      sums[item.part] += entry.counts;
      return { ...item, score: decimal(entry.counts), status: "manual" };
    });
    const base = scaled(sums.base, maxima);
    const bonus = Math.min(sums.bonus, 1000);
    const deduction = Math.min(sums.deduction, 3000);
    const evaluation = sampleEvaluation();
    return {
      ...evaluation,
      answers: { ...evaluation.answers, scores },
      score: {
        ...evaluation.score,
        items,
        base: decimal(base),
        bonus: decimal(bonus),
        deduction: decimal(deduction),
        total: decimal(base + bonus - deduction),
        applicableMax: decimal(maxima),
        baseSum: decimal(sums.base),
      },
    };
  });

test("IronCalc agrees on every total of 20 variants", () => {
  const models = fc
    .sample(VARIANT, { numRuns: 20, seed: 344 })
    .map((evaluation) => scoreSheet(evaluation, pack));
  const cases = models.flatMap((model) => {
    const cells = model.rows.flatMap(({ cells: line }, row) =>
      line.flatMap((cell, column) => {
        const value = cell?.value;
        if (value === undefined || value.kind === "empty" || (column !== 3 && column !== 6)) return [];
        return [[cellName({ row, column }), value.kind === "text" ? `'${value.text}` : value.value] as const];
      }),
    );
    return model.rows.flatMap(({ cells: line }) =>
      line.flatMap((cell) =>
        cell?.value.kind === "formula"
          ? [{ sheet: "S", cells, formula: cell.value.formula, expected: cell.value.value }]
          : [],
      ),
    );
  });
  const script = join(__dirname, "../../support/ironcalc.mjs");
  const output = execFileSync(process.execPath, [script], {
    input: JSON.stringify(cases),
    maxBuffer: 1 << 26,
  });
  const values: readonly string[] = JSON.parse(output.toString());
  expect(cases.length).toBe(20 * 22);
  expect(values).toEqual(cases.map(({ expected }) => expected));
});

withLibreOffice("totals recalculated by LibreOffice", () => {
  test("equal the decimal totals to the last digit in 200 variants", () => {
    // Without charts and all in one workbook, or LibreOffice takes a minute.
    const models = fc
      .sample(VARIANT, { numRuns: 200, seed: 20210421 })
      .map((evaluation) => ({ ...scoreSheet(evaluation, pack), chart: undefined }));
    const sheets = planSheets(workbookOf([]), models, []);
    const written = writeSheets(smallWorkbook(), { sheets });
    const fods = convert(new Map([["variants.xlsx", written]]), "fods").get("variants.fods");
    const values = odsValues(fods ?? new Uint8Array());
    let compared = 0;
    models.forEach((model, index) => {
      const sheet = values.get(sheets[index]?.name ?? "");
      model.rows.forEach(({ cells }, row) =>
        cells.forEach((cell, column) => {
          if (cell?.value.kind !== "formula") return;
          compared += 1;
          const name = cellName({ row, column });
          expect([index, name, sheet?.get(name)]).toEqual([index, name, cell.value.value]);
        }),
      );
    });
    // Points and score of 5 sections (the points of bonus and deduction are fixed), sum, base, total, chart's block.
    expect(compared).toBe(200 * (3 + 5 + 2 + 1 + 1 + 10));
  }, 300_000);
});
