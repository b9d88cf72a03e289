import { describe, expect, test } from "@jest/globals";
import type { Variant } from "./makeVariant";
import type { Answer } from "./answered";
import { describeMeasurement, measure } from "./measure";

const seeds = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Says exactly what is expected. */
function right(variant: Variant): Answer {
  return {
    tables: variant.tables.map(({ id, sheet, range, unit }) => ({ id, sheet, range, unit })),
    findings: variant.findings.flatMap((finding) =>
      Array.from({ length: finding.min }, () => ({
        rule: finding.rule,
        severity: finding.severities[0] ?? "error",
        sheet: finding.sheets === "any" ? undefined : finding.sheets[0],
        cell: finding.cells === "any" ? undefined : finding.cells[0],
      })),
    ),
  };
}

describe("measuring a program over variants", () => {
  test("finds nothing wrong with a program that says exactly what is expected", async () => {
    const measured = await measure(seeds(150), (_, variant) => right(variant));
    expect(measured.failures).toEqual([]);
    expect(measured.perfect).toBe(150);
    expect(measured.tables.recognised).toBe(measured.tables.expected);
    expect(measured.findings.found).toBe(measured.findings.expected);
    expect(measured.findings.expected).toBeGreaterThan(300);
  });

  test("counts every finding that a silent program misses, and every table", async () => {
    const measured = await measure(seeds(40), () => ({ tables: [], findings: [] }));
    expect(measured.tables.missed).toBe(measured.tables.expected);
    const told = await measure(seeds(40), (_, variant) => ({ ...right(variant), findings: [] }));
    expect(told.findings.missed).toBe(told.findings.expected);
    expect(told.tables.recognised).toBe(told.tables.expected);
  });

  test("tells a table that was asked about from one that was missed, and excuses what hangs on it", async () => {
    const measured = await measure(
      seeds(40),
      (_, variant) => {
        const answer = right(variant);
        return {
          tables: answer.tables.filter((table) => table.id !== "execution"),
          findings: [{ rule: "table.ambiguous", severity: "error" }],
        };
      },
      { only: [], plants: ["execution.carryover"] },
    );
    expect(measured.tables).toEqual({ expected: 320, recognised: 280, asked: 40, missed: 0, wrong: 0 });
    expect(measured.findings).toEqual({ expected: 0, found: 0, missed: 0, wrongSeverity: 0, false: 0 });
  });

  test("calls a range that takes in too much or too little, another sheet or another unit wrong", async () => {
    const broken: ((table: Answer["tables"][number]) => Answer["tables"][number])[] = [
      (table) => ({ ...table, range: "A1:XFD1048576" }),
      (table) => ({ ...table, range: "A3:B4" }),
      (table) => ({ ...table, sheet: "封面" }),
      (table) => ({ ...table, unit: table.unit === undefined ? undefined : "亿元" }),
    ];
    for (const [at, change] of broken.entries()) {
      const measured = await measure(
        seeds(5),
        (_, variant) => ({ ...right(variant), tables: right(variant).tables.map(change) }),
        {
          only: [],
          plants: 0,
        },
      );
      expect(measured.tables.wrong).toBe(at === 3 ? 30 : 40);
    }
  });

  test("counts a finding too many, one on another cell, one twice and one of another severity", async () => {
    const one = { only: [], plants: ["funds.row-total"] } as const;
    const extra = await measure(
      seeds(10),
      (_, variant) => {
        const answer = right(variant);
        return { ...answer, findings: [...answer.findings, ...answer.findings.slice(0, 1)] };
      },
      one,
    );
    expect(extra.findings.false).toBe(10);
    expect(extra.findings.missed).toBe(0);
    const moved = await measure(
      seeds(10),
      (_, variant) => {
        const answer = right(variant);
        return { ...answer, findings: answer.findings.map((finding) => ({ ...finding, cell: "ZZ99" })) };
      },
      one,
    );
    expect(moved.findings.missed).toBe(moved.findings.expected);
    expect(moved.findings.false).toBe(moved.findings.expected);
    const milder = await measure(
      seeds(10),
      (_, variant) => {
        const answer = right(variant);
        const other = { error: "notice", warning: "error", notice: "error" } as const;
        const change = (severity: string): string => other[severity as keyof typeof other];
        return {
          ...answer,
          findings: answer.findings.map((finding) => ({ ...finding, severity: change(finding.severity) })),
        };
      },
      one,
    );
    expect(milder.findings.wrongSeverity).toBe(milder.findings.expected);
    expect(milder.findings.false).toBe(0);
  });

  test("counts a crash and goes on, and tells seeds", async () => {
    const measured = await measure(
      seeds(3),
      (_, variant) => {
        if (variant.seed === 2) throw new Error("no such part");
        return right(variant);
      },
      { only: [], plants: 0 },
    );
    expect(measured.failures).toEqual([{ seed: 2, kind: "crashed", what: "no such part" }]);
    expect(measured.perfect).toBe(2);
    expect(describeMeasurement(measured)).toContain("seed 2: no such part");
  });

  test("counts a question that was right and one that was not asked", async () => {
    const options = { only: ["missingTable"], plants: 0 } as const;
    const asked = await measure(seeds(20), (_, variant) => right(variant), options);
    expect(asked.asks).toEqual({ expected: 20, asked: 20 });
    expect(asked.failures).toEqual([]);
    const silent = await measure(seeds(20), (_, variant) => ({ ...right(variant), findings: [] }), options);
    expect(silent.asks).toEqual({ expected: 20, asked: 0 });
    expect(silent.failures.map((failure) => failure.kind)).toContain("not asked");
  });
});
