/** hengbiao report, check --report and draft, in process. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { main } from "../../src/cli/main";
import { memoryIo, type MemoryIo } from "../support/memory-io";

interface Json {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly sheet?: string;
    readonly cell?: string;
    readonly quote?: string;
    readonly figures?: readonly string[];
    readonly confidence?: string;
  }[];
  readonly checks?: { readonly run: number; readonly errors: number };
  readonly report: { readonly figures: number; readonly notes: readonly string[] };
}

const WRONG =
  "全州到位衔接资金143400.108万元（中央资金37585万元、自治区资金507.348万元、州本级3500万元）。\n";
const RIGHT = "全州到位衔接资金142900.108万元，衔接资金支出142565.84万元。\n";
const LOOK =
  "共安排资金860万元，其中产业资金300万元，就业资金220万元，教育资金200万元。\n全州到位衔接资金142900.108万元。\n";

async function run(...argv: readonly string[]): Promise<{ readonly code: number; readonly io: MemoryIo }> {
  const io = memoryIo({
    "表.xlsx": readFileSync("assets/samples/bazhou-2021-consistent.xlsx"),
    "错.txt": WRONG,
    "对.txt": RIGHT,
    "看.txt": LOOK,
    "旧.doc": Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array.from("WordDocument", (letter) => [letter.charCodeAt(0), 0]).flat(),
    ]),
  });
  return { code: await main(argv, io), io };
}

async function json(...argv: readonly string[]): Promise<{ readonly code: number; readonly json: Json }> {
  const { code, io } = await run(...argv, "--json");
  expect(io.stderr()).toBe("");
  const parsed: Json = JSON.parse(io.stdout());
  return { code, json: parsed };
}

describe("report", () => {
  test("a sure error: exit code 1, quote, figures as decimals, confidence", async () => {
    const { code, json: result } = await json("report", "错.txt");
    expect(code).toBe(1);
    expect(result.findings).toMatchObject([
      {
        rule: "report.parts",
        severity: "error",
        confidence: "sure",
        quote: WRONG.trim(),
        figures: ["143400.108", "37585", "507.348", "3500"],
      },
    ]);
  });

  test("nothing wrong: exit code 0", async () => {
    const { code, json: result } = await json("report", "对.txt");
    expect([code, result.findings.length, result.report.figures]).toEqual([0, 0, 2]);
  });

  test("what is only to be looked at is no error, and the terminal counts it without showing it", async () => {
    const { code, json: result } = await json("report", "看.txt");
    expect(code).toBe(0);
    expect(result.findings).toMatchObject([
      { rule: "report.parts", severity: "warning", confidence: "look" },
    ]);
    const { io } = await run("report", "看.txt");
    expect(io.stdout()).toContain("另有 1 处请自行看一看");
    expect(io.stdout()).not.toContain("140");
  });

  test("the terminal shows the sentence", async () => {
    const { io } = await run("report", "错.txt", "--lang", "en");
    expect(io.stdout()).toMatch(/error.* report\.parts/u);
    expect(io.stdout()).toContain("到位衔接资金143400.108万元");
  });
});

describe("check --report", () => {
  test("its findings stand behind the workbook's, outside the counts; a sure error gives exit 1", async () => {
    const { json: alone } = await json("check", "表.xlsx");
    const { code, json: result } = await json("check", "表.xlsx", "--report", "错.txt");
    expect(code).toBe(1);
    expect(result.checks).toEqual(alone.checks);
    expect(result.findings.slice(0, alone.findings.length)).toEqual(alone.findings);
    const told = result.findings.slice(alone.findings.length);
    expect(told.map(({ rule }) => rule)).toEqual(["report.parts", "report.workbook", "report.workbook"]);
    expect(told[1]).toMatchObject({
      sheet: "表1资金投入",
      cell: "C14",
      figures: ["143400.108", "142900.108"],
    });
  });

  test("a report that agrees: exit 0", async () => {
    const { code, json: result } = await json("check", "表.xlsx", "--report", "对.txt");
    expect(code).toBe(0);
    expect(result.findings.some(({ rule }) => rule.startsWith("report."))).toBe(false);
  });
});

describe("draft", () => {
  test("writes a .docx that agrees with its workbook", async () => {
    const io = memoryIo({ "表.xlsx": readFileSync("assets/samples/bazhou-2021-consistent.xlsx") });
    expect(await main(["draft", "表.xlsx", "--out", "报告.docx"], io)).toBe(0);
    expect(io.stdout()).toMatch(/已写入 报告\.docx，留有 \d+ 处/u);
    const check = memoryIo(Object.fromEntries(io.content));
    expect(await main(["check", "表.xlsx", "--report", "报告.docx", "--json"], check)).toBe(0);
    const result: Json = JSON.parse(check.stdout());
    expect(result.findings.filter(({ rule }) => rule.startsWith("report."))).toEqual([]);
    expect(result.report.figures).toBeGreaterThan(30);
  });

  test.each([
    ["without a name to write to", ["draft", "表.xlsx"], "--out"],
    ["another ending", ["draft", "表.xlsx", "--out", "报告.doc"], ".docx"],
    ["over a file that is there", ["draft", "表.xlsx", "--out", "对.txt"], ".docx"],
    ["over its input", ["draft", "表.xlsx", "--out", "表.xlsx", "--force"], ".docx"],
  ])("refused %s: exit 2, one line", async (_, argv, word) => {
    const { code, io } = await run(...argv);
    expect(code).toBe(2);
    expect(io.stderr()).toContain(word);
    expect(io.stderr().trim().split("\n")).toHaveLength(1);
    expect(io.stdout()).toBe("");
  });
});

describe("reports that cannot be read: exit 2, one line, nothing on standard output", () => {
  test.each([
    ["report", ["report", "旧.doc"], "另存为 .docx"],
    ["check", ["check", "表.xlsx", "--report", "旧.doc", "--json"], "另存为 .docx"],
    ["a missing one", ["report", "没有.docx"], "找不到"],
    ["a workbook", ["report", "表.xlsx"], "工作簿"],
  ])("%s", async (_, argv, word) => {
    const { code, io } = await run(...argv);
    expect(code).toBe(2);
    expect(io.stderr()).toContain(word);
    expect(io.stderr().trim().split("\n")).toHaveLength(1);
    expect(io.stdout()).toBe("");
  });
});
