/**
 * Runs a program over variants and counts what it got right. The program is a callback from the bytes of a workbook
 * to its answer in the shape of the command line's JSON, so that this file knows nothing of the product.
 */
import type { Severity } from "./bands";
import type { ExpectedFinding } from "./expected";
import { makeVariant, type Variant, type VariantOptions } from "./makeVariant";
import { boxOf, contains } from "./model";
import { toXlsx } from "./write";

export type AnsweredTable = {
  readonly id: string;
  readonly sheet: string;
  readonly range: string;
  readonly unit?: string | undefined;
};
export type AnsweredFinding = {
  readonly rule: string;
  readonly severity: string;
  readonly sheet?: string | undefined;
  readonly cell?: string | undefined;
  readonly message?: string | undefined;
};
export type Answer = {
  readonly tables: readonly AnsweredTable[];
  readonly findings: readonly AnsweredFinding[];
};
export type Program = (xlsx: Uint8Array, variant: Variant) => Answer | Promise<Answer>;

export type FailureKind =
  | "crashed"
  | "table asked"
  | "table missed"
  | "table wrong"
  | "not asked"
  | "false finding"
  | "missed finding"
  | "wrong severity";
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

const ASKING = ["table.missing", "table.ambiguous"];
const bare = (cell: string | undefined): string => (cell ?? "").replace(/\$/g, "").toUpperCase();

function fits(expected: ExpectedFinding, found: AnsweredFinding): boolean {
  if (expected.rule !== found.rule) return false;
  if (expected.sheets !== "any" && found.sheet !== undefined && !expected.sheets.includes(found.sheet))
    return false;
  return expected.cells === "any" || expected.cells.includes(bare(found.cell).split(":")[0] ?? "");
}

const describe = (one: AnsweredFinding): string =>
  `${one.rule} ${one.severity} '${one.sheet ?? ""}'!${one.cell ?? ""} ${one.message ?? ""}`.trim();
const describeExpected = (one: ExpectedFinding): string => {
  const sheets = one.sheets === "any" ? "any sheet" : one.sheets.join("|");
  const cells = one.cells === "any" ? "any cell" : one.cells.join("|");
  return `${one.rule} ${one.severities.join("|")} '${sheets}'!${cells} (${one.why})`;
};

type Counts = { expected: number; found: number; missed: number; wrongSeverity: number; false: number };

function compareFindings(
  variant: Variant,
  found: readonly AnsweredFinding[],
  unread: ReadonlySet<string>,
  counts: Counts,
  fail: (kind: FailureKind, what: string) => void,
): void {
  // Copies, so that one object told twice counts twice.
  const left = new Set(found.map((one) => ({ ...one })));
  const rank = (one: ExpectedFinding): number => (one.cells === "any" ? 2 : 0) + (one.min > 0 ? 0 : 1);
  for (const expected of [...variant.findings].sort((a, b) => rank(a) - rank(b))) {
    const excused = expected.tables.some((id) => unread.has(id)) && !ASKING.includes(expected.rule);
    const fitting = [...left].filter((one) => fits(expected, one));
    const right = fitting
      .filter((one) => expected.severities.includes(one.severity as Severity))
      .slice(0, expected.max);
    for (const one of right) left.delete(one);
    if (expected.min === 0 || excused) continue;
    counts.expected += 1;
    if (right.length >= expected.min) {
      counts.found += 1;
      continue;
    }
    const other = fitting.find((one) => left.has(one) && expected.cells !== "any");
    if (other === undefined) {
      counts.missed += 1;
      fail("missed finding", describeExpected(expected));
    } else {
      left.delete(other);
      counts.wrongSeverity += 1;
      fail("wrong severity", `${describe(other)} instead of ${expected.severities.join("|")}`);
    }
  }
  for (const one of left) {
    counts.false += 1;
    fail("false finding", describe(one));
  }
}

type TableCounts = { expected: number; recognised: number; asked: number; missed: number; wrong: number };

/** Compares where tables were read; answers which tables were not read at all. */
function compareTables(
  variant: Variant,
  answer: Answer,
  counts: TableCounts,
  spareAsks: AnsweredFinding[],
  fail: (kind: FailureKind, what: string) => void,
): ReadonlySet<string> {
  const unread = new Set<string>();
  for (const expected of variant.tables) {
    counts.expected += 1;
    const told = answer.tables.filter((table) => table.id === expected.id);
    const [one] = told;
    if (one === undefined) {
      unread.add(expected.id);
      const asked = spareAsks.shift();
      if (asked === undefined) counts.missed += 1;
      else counts.asked += 1;
      fail(
        asked === undefined ? "table missed" : "table asked",
        `${expected.id} '${expected.sheet}'!${expected.range} ${asked?.message ?? ""}`,
      );
      continue;
    }
    const box = boxOf(one.range);
    const least = boxOf(expected.atLeast);
    const most = boxOf(expected.atMost);
    const inPlace =
      box !== undefined &&
      least !== undefined &&
      most !== undefined &&
      contains(box, least) &&
      contains(most, box);
    const unit = expected.unit === undefined || one.unit === undefined || one.unit === expected.unit;
    if (told.length === 1 && one.sheet === expected.sheet && inPlace && unit) counts.recognised += 1;
    else {
      counts.wrong += 1;
      const got = told.map((table) => `'${table.sheet}'!${table.range} ${table.unit ?? ""}`).join(", ");
      fail(
        "table wrong",
        `${expected.id} '${expected.sheet}'!${expected.range} ${expected.unit ?? ""} read as ${got}`,
      );
    }
  }
  for (const table of answer.tables) {
    if (variant.tables.some((expected) => expected.id === table.id)) continue;
    counts.wrong += 1;
    fail("table wrong", `${table.id} should not have been read from '${table.sheet}'!${table.range}`);
  }
  return unread;
}

/** Measures a program over the variants of the seeds. */
export async function measure(
  seeds: Iterable<number>,
  program: Program,
  options: VariantOptions = {},
): Promise<Measurement> {
  const failures: Failure[] = [];
  const tables: TableCounts = { expected: 0, recognised: 0, asked: 0, missed: 0, wrong: 0 };
  const asks = { expected: 0, asked: 0 };
  const findings: Counts = { expected: 0, found: 0, missed: 0, wrongSeverity: 0, false: 0 };
  let variants = 0;
  let perfect = 0;
  for (const seed of seeds) {
    variants += 1;
    const before = failures.length;
    const fail = (kind: FailureKind, what: string): void => {
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
    const asking = [...spare];
    const unread = compareTables(variant, answer, tables, spare, fail);
    // Questions that stood for a table of ours are counted as asked, not as false findings.
    const spent = new Set(asking.filter((one) => !spare.includes(one)));
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
