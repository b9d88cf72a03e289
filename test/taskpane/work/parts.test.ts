import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { gather, type Part, partsOf } from "../../../src/taskpane/work/parts";

/** As one thread sends it to another. */
function sent(value: unknown): { readonly value: unknown; readonly weights: readonly number[] } {
  const parts = [...partsOf(value)].map((part): Part => structuredClone(part));
  const weights = parts.map(weight);
  const gathering = gather();
  for (const part of parts) gathering.add(part);
  return { value: gathering.value(), weights };
}

/** Objects, lists and plain values in a value. */
function weight(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, inner: unknown) => sum + weight(inner), 0);
}

const finding = (row: number): object => ({
  rule: "projects.row-total",
  cell: { sheet: "表3项目明细", row, column: 12 },
  left: { value: "1.5", cells: [{ sheet: "表3项目明细", top: row, bottom: row, left: 6, right: 11 }] },
  key: { rule: "projects.row-total", row: String(row) },
});

describe("a value in parts", () => {
  test("comes out as it went in, whatever it is", () => {
    const plain = fc.anything({
      maxDepth: 4,
      values: [fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
      withNullPrototype: false,
    });
    fc.assert(
      fc.property(plain, fc.array(plain, { maxLength: 3 }), fc.nat(1600), (value, few, many) => {
        const list = Array.from({ length: many }, (_, index) => few[index % (few.length + 1)] ?? index);
        const whole = { value, list, nested: [{ list: [list, value] }] };
        expect(sent(whole).value).toEqual(whole);
      }),
      { numRuns: 60, seed: 20211130 },
    );
  });

  test("many findings go in messages of a bounded size, in their order, and stay what they are here", () => {
    const checks = { findings: Array.from({ length: 30_000 }, (_, row) => finding(row)), counts: { run: 3 } };
    const before = JSON.stringify(checks);
    const { value, weights } = sent(checks);
    expect(value).toEqual(checks);
    expect(JSON.stringify(checks)).toBe(before);
    expect(weights.length).toBeGreaterThan(10);
    expect(Math.max(...weights)).toBeLessThan(25_000);
  });

  test("so does one finding over very many cells", () => {
    const cells = Array.from({ length: 100_000 }, (_, row) => ({ sheet: "表", row }));
    const { value, weights } = sent([{ rule: "一", cells }, { rule: "二" }]);
    expect(value).toEqual([{ rule: "一", cells }, { rule: "二" }]);
    expect(Math.max(...weights)).toBeLessThan(25_000);
  });

  test("bytes and nothing at all pass", () => {
    const bytes = new Uint8Array(100_000).fill(7);
    expect(sent({ file: { bytes } }).value).toEqual({ file: { bytes } });
    expect(sent(undefined).value).toBeUndefined();
    expect(sent([]).value).toEqual([]);
  });
});
