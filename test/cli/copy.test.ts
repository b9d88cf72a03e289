/** check --out: a copy with our sheets, everything else untouched, the answers kept in it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import * as library from "@e965/xlsx";
import { main } from "../../src/cli/main";
import { makeXlsx } from "../support/make-xlsx";
import { memoryIo, type MemoryIo } from "../support/memory-io";

const SAMPLE = new Uint8Array(readFileSync("assets/samples/bazhou-2021-as-reported.xlsx"));
const ANSWERS = JSON.stringify({
  scores: { "1": "4.5" },
  evidence: { "1": "年度预算文件" },
  notApplicable: ["13"],
  explanations: { "funds.row-total@'表1资金投入'!C14": "合计行沿用了旧数" },
});

interface Json {
  readonly findings: readonly {
    readonly rule: string;
    readonly cell?: string;
    readonly message: string;
    readonly explanation?: string;
  }[];
  readonly score: {
    readonly total: string;
    readonly items: readonly { readonly no: string; readonly score?: string; readonly evidence?: string }[];
  };
  readonly out?: string;
  readonly notes?: readonly string[];
}

async function check(
  io: MemoryIo,
  ...argv: readonly string[]
): Promise<{ readonly code: number; readonly json: Json }> {
  const before = io.stdout().length;
  const code = await main(["check", ...argv, "--json"], io);
  expect(io.stderr()).toBe("");
  const json: Json = JSON.parse(io.stdout().slice(before));
  return { code, json };
}

function written(io: MemoryIo, name: string): Uint8Array {
  const bytes = io.content.get(name);
  if (bytes === undefined) throw new Error(`${name} was not written`);
  return bytes;
}

describe("a copy of the sample", () => {
  test("gains our two sheets; every other part is untouched", async () => {
    const io = memoryIo({ "表.xlsx": SAMPLE, "答.json": ANSWERS });
    const { json } = await check(io, "表.xlsx", "--answers", "答.json", "--out", "新.xlsx");
    expect(json.out).toBe("新.xlsx");
    const [before, after] = [unzipSync(SAMPLE), unzipSync(written(io, "新.xlsx"))];
    const changed = Object.entries(before).filter(
      ([name, bytes]) => !Buffer.from(bytes).equals(Buffer.from(after[name] ?? [])),
    );
    expect(changed.map(([name]) => name).sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
    ]);
    const names = library.read(written(io, "新.xlsx")).SheetNames;
    expect(names.slice(-2)).toEqual(["绩效自评得分表", "校验结果"]);
    expect(io.content.get("表.xlsx")).toBe(SAMPLE);
  });

  test("holds the answers: checked again without the file it says the same", async () => {
    const io = memoryIo({ "表.xlsx": SAMPLE, "答.json": ANSWERS });
    const first = await check(io, "表.xlsx", "--answers", "答.json", "--out", "新.xlsx");
    const second = await check(io, "新.xlsx");
    expect(second.code).toBe(first.code);
    expect(second.json.findings).toEqual(first.json.findings);
    expect(second.json.score).toEqual(first.json.score);
    expect(second.json.score.items.find(({ no }) => no === "1")).toMatchObject({
      score: "4.5",
      evidence: "年度预算文件",
    });
    expect(second.json.findings.find(({ rule }) => rule === "funds.row-total")?.explanation).toBe(
      "合计行沿用了旧数",
    );
  });

  test("written over once more it has one score sheet and one findings sheet", async () => {
    const io = memoryIo({ "表.xlsx": SAMPLE });
    await check(io, "表.xlsx", "--out", "一.xlsx");
    await check(io, "一.xlsx", "--out", "二.xlsx");
    const [one, two] = ["一.xlsx", "二.xlsx"].map((name) => library.read(written(io, name)).SheetNames);
    expect(two).toEqual(one);
  });

  test("an existing output is replaced with --force", async () => {
    const io = memoryIo({ "表.xlsx": SAMPLE, "有.xlsx": "x" });
    await check(io, "表.xlsx", "--out", "有.xlsx", "--force");
    expect(written(io, "有.xlsx").length).toBeGreaterThan(1_000);
  });

  test("the report for people names the copy", async () => {
    const io = memoryIo({ "表.xlsx": SAMPLE });
    expect(await main(["check", "表.xlsx", "--out", "新.xlsx"], io)).toBe(1);
    expect(io.stdout()).toMatch(/已写入 新\.xlsx\n$/);
  });
});

test("a copy of a template is a workbook, with or without macros", async () => {
  const base = "application/vnd";
  for (const [template, workbook, file, out] of [
    [
      `${base}.openxmlformats-officedocument.spreadsheetml.template.main+xml`,
      `${base}.openxmlformats-officedocument.spreadsheetml.sheet.main+xml`,
      "模板.xltx",
      "新.xlsx",
    ],
    [
      `${base}.ms-excel.template.macroEnabled.main+xml`,
      `${base}.ms-excel.sheet.macroEnabled.main+xml`,
      "模板.xltm",
      "新.xlsm",
    ],
  ] as const) {
    const parts = unzipSync(SAMPLE);
    const types = strFromU8(parts["[Content_Types].xml"] ?? new Uint8Array(0));
    const sheetType = `${base}.openxmlformats-officedocument.spreadsheetml.sheet.main+xml`;
    expect(types).toContain(sheetType);
    parts["[Content_Types].xml"] = strToU8(types.replace(sheetType, template));
    const io = memoryIo({ [file]: zipSync(parts) });
    await check(io, file, "--out", out);
    const after = strFromU8(unzipSync(written(io, out))["[Content_Types].xml"] ?? new Uint8Array(0));
    expect(after).toContain(`PartName="/xl/workbook.xml" ContentType="${workbook}"`);
    expect(after).not.toContain("template");
  }
});

describe("a copy of an old workbook", () => {
  test("a .xls gives a new .xlsx with all its sheets, says so, and gives the same findings", async () => {
    const book = library.read(SAMPLE, { cellNF: true, cellStyles: true });
    const old = new Uint8Array(library.write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
    const io = memoryIo({ "表.xls": old });
    const first = await check(io, "表.xls", "--out", "新.xlsx");
    expect(first.json.notes?.join("")).toContain(".xls");
    const second = await check(io, "新.xlsx");
    expect(second.json.findings).toEqual(first.json.findings);
    const errors = first.json.findings.filter(
      ({ rule }) => !rule.startsWith("projects.target") && rule !== "execution.carryover",
    );
    expect(errors.map(({ rule, cell }) => [rule, cell])).toEqual(
      expect.arrayContaining([
        ["funds.row-total", "C14"],
        ["cross.industry-funds", "C7"],
      ]),
    );
    expect(errors).toHaveLength(6);
  });
});

describe("workbooks that may be checked but not written", () => {
  const refusedOut = async (bytes: Uint8Array): Promise<string> => {
    const io = memoryIo({ "表.xlsx": bytes });
    expect(await main(["check", "表.xlsx", "--out", "新.xlsx"], io)).toBe(2);
    expect(io.content.has("新.xlsx")).toBe(false);
    expect(io.stdout()).toBe("");
    return io.stderr();
  };
  const sheets = [{ name: "表" }];

  test("a locked structure", async () => {
    expect(
      await refusedOut(makeXlsx({ sheets, workbookBefore: `<workbookProtection lockStructure="1"/>` })),
    ).toContain("表.xlsx");
  });

  test("a signature", async () => {
    expect(await refusedOut(makeXlsx({ sheets, parts: { "_xmlsignatures/sig1.xml": "<s/>" } }))).toContain(
      "签名",
    );
  });

  test("no table of the pack: exit code 2 and nothing written", async () => {
    expect(
      await refusedOut(
        makeXlsx({ sheets: [{ name: "通讯录", data: `<row><c t="str"><v>姓名</v></c></row>` }] }),
      ),
    ).toContain("没有认出");
  });
});
