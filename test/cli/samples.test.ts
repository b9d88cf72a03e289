/** The whole job on the two samples, through the command line in process. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { main } from "../../src/cli/main";
import { CLAIMED } from "../support/claimed";
import { memoryIo, type MemoryIo } from "../support/memory-io";

interface Json {
  readonly tables: readonly { readonly id: string; readonly sheet: string }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly sheet: string;
    readonly cell: string;
    readonly left?: { readonly value: string; readonly cells: readonly string[] };
    readonly right?: { readonly value: string; readonly cells: readonly string[] };
    readonly difference?: string;
    readonly tolerance?: string;
    readonly unit?: string;
  }[];
  readonly notRun: readonly { readonly rule: string }[];
  readonly checks: Readonly<Record<"run" | "passed" | "errors" | "warnings" | "notices", number>>;
  readonly score: {
    readonly items: readonly {
      readonly no: string;
      readonly score?: string;
      readonly status: string;
      readonly basis: string;
    }[];
    readonly base: string;
    readonly bonus: string;
    readonly deduction: string;
    readonly total: string;
    readonly complete: boolean;
  };
}

const FILES = {
  "一致.xlsx": readFileSync("assets/samples/bazhou-2021-consistent.xlsx"),
  "原样.xlsx": readFileSync("assets/samples/bazhou-2021-as-reported.xlsx"),
};

async function run(...argv: readonly string[]): Promise<{ readonly code: number; readonly io: MemoryIo }> {
  const io = memoryIo({ ...FILES, "答.json": JSON.stringify(CLAIMED) });
  return { code: await main(argv, io), io };
}

async function json(...argv: readonly string[]): Promise<{ readonly code: number; readonly json: Json }> {
  const { code, io } = await run("check", ...argv, "--json");
  expect(io.stderr()).toBe("");
  const parsed: Json = JSON.parse(io.stdout());
  return { code, json: parsed };
}

describe("the consistent sample", () => {
  let code = -1;
  let result: Json;
  beforeAll(async () => {
    ({ code, json: result } = await json("一致.xlsx"));
  });

  test("no error and no notice: exit code 0", () => {
    expect(result.findings.filter(({ severity }) => severity !== "warning")).toEqual([]);
    expect(code).toBe(0);
  });

  test("warnings: the two truncated figures of 表4 and the 44 projects without a target", () => {
    const truncated = result.findings.filter(({ rule }) => rule !== "projects.target");
    expect(truncated.map(({ sheet, cell }) => [sheet, cell])).toEqual([
      ["表4预算执行", "E12"],
      ["表4预算执行", "E13"],
    ]);
    expect(result.findings).toHaveLength(46);
  });

  test("all eight tables; comparisons add up", () => {
    expect(result.tables.map(({ id }) => id).sort()).toEqual([
      "assets",
      "execution",
      "funds",
      "industry",
      "monitoring",
      "projects",
      "rectification",
      "release",
    ]);
    const { run: all, passed, errors, warnings, notices } = result.checks;
    expect([errors, warnings, notices]).toEqual([0, 46, 0]);
    expect(passed).toBe(all - 46);
    expect(all).toBe(WITHIN + ACROSS);
  });

  test("computed scores; manual items are missing", () => {
    const computed = result.score.items.filter(({ status }) => status === "computed");
    expect(computed.map(({ no, score }) => [no, score])).toEqual([
      ["2", "5"],
      ["4", "3.36"],
      ["6", "4"],
      ["7", "4"],
      ["8", "10"],
      ["9", "10"],
      ["12", "7"],
    ]);
    expect(result.score.items).toHaveLength(18);
    expect(result.score.items.filter(({ status }) => status === "missing")).toHaveLength(11);
    expect(result.score.complete).toBe(false);
  });

  test("with the answers that the report claims: base 99.25, total 109.25", async () => {
    const { json: answered } = await json("一致.xlsx", "--answers", "答.json");
    const { base, bonus, deduction, total, complete } = answered.score;
    expect([base, bonus, deduction, total, complete]).toEqual(["99.25", "10", "0", "109.25", true]);
    expect(answered.score.items.find(({ no }) => no === "13")?.status).toBe("not-applicable");
  });
});

/** Comparisons of each check on the consistent sample: rows of its tables, columns that add up, counties and sources. */
const WITHIN =
  10 +
  7 +
  6 +
  6 +
  6 +
  1 +
  276 +
  8 +
  276 +
  275 +
  275 +
  275 +
  10 +
  10 +
  3 +
  10 +
  10 +
  7 +
  5 +
  2 +
  5 +
  20 +
  4 +
  4 +
  4 +
  2;
const ACROSS = 10 + 5 + 54 + 9 + 4 + 4 + 45;

describe("the sample as reported", () => {
  test("exactly six errors beside the same warnings: exit code 1", async () => {
    const { code, json: result } = await json("原样.xlsx");
    expect(code).toBe(1);
    expect(result.findings.filter(({ severity }) => severity === "warning")).toHaveLength(46);
    expect(result.findings.filter(({ severity }) => severity === "notice")).toEqual([]);
    const errors = result.findings.filter(({ severity }) => severity === "error");
    const told = errors.map(({ rule, left, right, cell }) => [
      rule,
      cell,
      left?.value,
      right?.value,
      left?.cells,
      right?.cells,
    ]);
    expect(told).toHaveLength(6);
    const funds = (cell: string): readonly string[] => [`'表1资金投入'!${cell}`];
    expect(told).toEqual(
      expect.arrayContaining([
        ["funds.row-total", "C14", "143400.108", "143000.108", funds("C14"), funds("D14:I14")],
        ["funds.column-total", "C14", "143400.108", "142900.108", funds("C14"), funds("C5:C13")],
        ["funds.column-total", "G14", "3500", "3400", funds("G14"), funds("G5:G13")],
        ["cross.funds-execution", "C14", "143400.108", "142900.108", funds("C14"), ["'表4预算执行'!C13"]],
        ["cross.funds-release", "G14", "3500", "3900", funds("G14"), ["'表2资金下达'!H7"]],
        ["cross.industry-funds", "C7", "3400", "3500", ["'表6产业占比'!C7"], funds("G14")],
      ]),
    );
  });
});

describe("what people see", () => {
  test("the report ends with the counts; nothing on standard error", async () => {
    const { code, io } = await run("check", "原样.xlsx");
    expect(code).toBe(1);
    expect(io.stderr()).toBe("");
    expect(io.stdout()).toContain("错误 6");
    expect(io.stdout()).toContain("funds.row-total");
    expect(io.stdout()).not.toContain("\u001b[");
  });

  test("in English", async () => {
    const { io } = await run("check", "一致.xlsx", "--lang", "en");
    expect(io.stdout()).toMatch(/error 0, warning 46, notice 0\n$/);
  });
});
