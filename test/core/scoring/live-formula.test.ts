/**
 * Every method's live formula against the exact score, calculated by a spreadsheet engine (IronCalc), on figures made
 * to fall on ties and limits far more often than real ones do.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import Decimal from "decimal.js";
import fc from "fast-check";
import { count, inputOf, liveOf, pointsOf, wan } from "./figures";

interface Case {
  readonly spec: object;
  readonly max: string;
  readonly a: string;
  readonly b: string;
}

function calculated(
  cases: readonly { readonly cells: readonly (readonly [string, string])[]; readonly formula: string }[],
): readonly string[] {
  const input = JSON.stringify(cases.map((each) => ({ sheet: "S", ...each })));
  const output = execFileSync(process.execPath, [join(__dirname, "../../support/ironcalc.mjs")], {
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output.toString()) as readonly string[];
}

/** w × a ÷ b hits a tie of 2 decimals when a = b × (k + 1/2) ÷ (100 w); b is chosen so that a ends. */
const tied = fc
  .tuple(
    fc.constantFrom("4", "7", "10", "12", "2.5"),
    fc.integer({ min: 0, max: 999 }),
    fc.integer({ min: 1, max: 99_999 }),
  )
  .map(([max, step, factor]) => {
    const points = new Decimal(max).times(100).floor();
    const k = new Decimal(step).mod(points);
    // b = 100 w × factor ÷ 1000 and a = factor × (k + 1/2) ÷ 1000
    return {
      max,
      a: new Decimal(factor).times(k.plus(0.5)).div(1000).toFixed(),
      b: new Decimal(factor).times(max).times(100).div(1000).toFixed(),
    };
  });
const anyFigures = fc
  .tuple(
    fc.constantFrom("4", "7", "10"),
    fc.integer({ min: 0, max: 20_000_000 }),
    fc.integer({ min: 1, max: 20_000_000 }),
  )
  .map(([max, a, b]) => ({
    max,
    a: new Decimal(a).div(1000).toFixed(),
    b: new Decimal(b).div(1000).toFixed(),
  }));
const figures = fc.oneof(tied, anyFigures);

const label = { "zh-CN": "x", en: "x" };
const ratio = { name: "ratio", numerator: "a", denominator: "b" };
const linear = (full: string, zero: string) => ({ ...ratio, name: "linear", full, zero });
const bands = {
  ...ratio,
  name: "bands",
  bands: [
    { from: "90%", points: "2" },
    { from: "33.3%", points: "1.25" },
  ],
  below: "0.5",
};
const METHODS: readonly (readonly [string, object])[] = [
  ["ratio", ratio],
  ["linear", linear("92%", "80%")],
  ["linear, falling", linear("10%", "75.5%")],
  ["bands", bands],
  ["per-item", { name: "per-item", count: "n", each: "0.15", floor: "0.4" }],
  [
    "weighted",
    {
      name: "weighted",
      parts: [ratio, linear("50%", "0")].map((method, index) => ({
        label,
        weight: index === 0 ? "35%" : "65%",
        method,
      })),
    },
  ],
  ["best-of", { name: "best-of", parts: [ratio, bands].map((method) => ({ label, method })) }],
];

describe("the live formula gives the decimal score", () => {
  test.each(METHODS)("%s", (_name, spec) => {
    const cases: readonly Case[] = fc
      .sample(figures, { numRuns: 250, seed: 20_211_213 })
      .map((each) => ({ spec, ...each }));
    const made = cases.map(({ max, a, b }) => {
      const items = new Decimal(a).mod(40).floor().toFixed();
      const input = inputOf({ a: wan(a, "A1"), b: wan(b, "B1"), n: count(items, "C1") });
      return {
        cells: [
          ["A1", a],
          ["B1", b],
          ["C1", items],
        ] as const,
        formula: liveOf(spec, max, input),
        expected: pointsOf(spec, max, input),
      };
    });
    const live = made.filter(({ formula }) => !formula.startsWith("value: "));
    // Values are the exception: a pack would otherwise never see its formulas.
    expect(live.length).toBeGreaterThan(220);
    const values = calculated(live);
    const wrong = live.filter(({ expected }, index) => !new Decimal(values[index] ?? "NaN").equals(expected));
    expect(wrong).toEqual([]);
  });
});
