/**
 * Runs a program over variants and counts what it got right. The program is a callback from the bytes of a workbook
 * to its answer in the shape of the command line's JSON, so that this file knows nothing of the product.
 */
import type { Answer, AnsweredFinding, Fail, FailureKind } from "./answered";
import { ASKING, compareFindings, type FindingCounts } from "./compareFindings";
import { compareTables, sparedColumns, type TableCounts } from "./compareTables";
import { makeVariant, type Variant, type VariantOptions } from "./makeVariant";
import { toXlsx } from "./write";

export type Program = (xlsx: Uint8Array, variant: Variant) => Answer | Promise<Answer>;

export type Failure = { readonly seed: number; readonly kind: FailureKind; readonly what: string };

export type Measurement = {
  readonly variants: number;
  /** Variants in which nothing at all was wrong or asked without need. */
  readonly perfect: number;
  /** Tables that a right program recognises, and what became of them. */
  readonly tables: {
    readonly expected: number;
    readonly recognised: number;
    readonly asked: number;
    readonly missed: number;
    readonly wrong: number;
  };
  /** Tables of which the officer must be asked, and was. */
  readonly asks: { readonly expected: number; readonly asked: number };
  /** Findings that must be there; those that hang on a table that was asked about are left out of both. */
  readonly findings: {
    readonly expected: number;
    readonly found: number;
    readonly missed: number;
    readonly wrongSeverity: number;
    readonly false: number;
  };
  readonly failures: readonly Failure[];
};

/** Measures a program over the variants of the seeds. */
export async function measure(
  seeds: Iterable<number>,
  program: Program,
  options: VariantOptions = {},
): Promise<Measurement> {
  const failures: Failure[] = [];
  const tables: TableCounts = { expected: 0, recognised: 0, asked: 0, missed: 0, wrong: 0 };
  const asks = { expected: 0, asked: 0 };
  const findings: FindingCounts = { expected: 0, found: 0, missed: 0, wrongSeverity: 0, false: 0 };
  let variants = 0;
  let perfect = 0;
  for (const seed of seeds) {
    variants += 1;
    const before = failures.length;
    const fail: Fail = (kind, what) => {
      failures.push({ seed, kind, what });
    };
    const variant = makeVariant(seed, options);
    let answer: Answer | undefined;
    try {
      answer = await program(toXlsx(variant.workbook), variant);
    } catch (error) {
      fail("crashed", error instanceof Error ? error.message : String(error));
    }
    if (answer === undefined) continue;
    const spare = answer.findings.filter((one) => ASKING.includes(one.rule));
    for (const ask of variant.asks) {
      asks.expected += 1;
      const at = spare.findIndex((one) => one.rule === ask.rule);
      if (at < 0) fail("not asked", `${ask.rule} of ${ask.id}`);
      else {
        asks.asked += 1;
        spare.splice(at, 1);
      }
    }
    const asking: readonly AnsweredFinding[] = [...spare];
    const columns = sparedColumns(variant, answer);
    const unread = compareTables(variant, answer, tables, spare, columns, fail);
    // Questions that stood for a table of ours are counted as asked, not as false findings.
    const spent = new Set([...asking.filter((one) => !spare.includes(one)), ...columns]);
    compareFindings(
      variant,
      answer.findings.filter((one) => !spent.has(one)),
      unread,
      findings,
      fail,
    );
    if (failures.length === before) perfect += 1;
  }
  return { variants, perfect, tables, asks, findings, failures };
}

/** The figures as lines of text, with the first failures of each kind. */
export function describeMeasurement(measurement: Measurement, examples = 5): string {
  const { tables, asks, findings } = measurement;
  const kinds = [...new Set(measurement.failures.map((failure) => failure.kind))];
  return [
    `variants ${measurement.variants}, perfect ${measurement.perfect}`,
    `tables: expected ${tables.expected}, recognised ${tables.recognised}, asked ${tables.asked}, missed ${tables.missed}, wrong ${tables.wrong}`,
    `right to ask: ${asks.expected}, asked ${asks.asked}`,
    `findings: expected ${findings.expected}, found ${findings.found}, missed ${findings.missed}, wrong severity ${findings.wrongSeverity}, false ${findings.false}`,
    ...kinds.flatMap((kind) => {
      const all = measurement.failures.filter((failure) => failure.kind === kind);
      return [
        `${kind}: ${all.length}`,
        ...all.slice(0, examples).map((one) => `  seed ${one.seed}: ${one.what}`),
      ];
    }),
  ].join("\n");
}
