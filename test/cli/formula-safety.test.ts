/** What officers write into evidence, explanations and sheet names never becomes a formula or a way out of the workbook. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import * as library from "@e965/xlsx";
import { main } from "../../src/cli/main";
import { memoryIo } from "../support/memory-io";

const SAMPLE = new Uint8Array(readFileSync("assets/samples/bazhou-2021-as-reported.xlsx"));
const SHEETS = ["绩效自评得分表", "校验结果"];

/** Texts that a spreadsheet program would calculate or open if they were typed. */
const HOSTILE = [
  '=HYPERLINK("https://example.com","看")',
  "=1+1",
  "+1+1",
  "-2+3",
  "@SUM(1,1)",
  "\t=1+1",
  "\r\n=1+1",
  "＝1+1",
  "=cmd|'/c calc'!A0",
  "https://example.com/a",
  "{=1+1}",
  "'=1+1",
];

/** Sample with its first table's sheet under another name. */
function renamed(name: string): Uint8Array {
  const parts = unzipSync(SAMPLE);
  const change = (part: string): void => {
    const text = strFromU8(parts[part] ?? new Uint8Array(0));
    const escaped = name.replaceAll("&", "&amp;").replaceAll("'", "&apos;");
    parts[part] = strToU8(text.replaceAll('name="表1资金投入"', `name="${escaped}"`));
  };
  change("xl/workbook.xml");
  return zipSync(parts);
}

async function copy(bytes: Uint8Array, answers: unknown): Promise<Uint8Array> {
  const io = memoryIo({ "表.xlsx": bytes, "答.json": JSON.stringify(answers) });
  const code = await main(["check", "表.xlsx", "--answers", "答.json", "--out", "新.xlsx", "--json"], io);
  expect([code, io.stderr()]).toEqual([1, ""]);
  return io.content.get("新.xlsx") ?? new Uint8Array(0);
}

function ourCells(bytes: Uint8Array): readonly library.CellObject[] {
  const book = library.read(bytes, { cellFormula: true });
  return SHEETS.flatMap((name) =>
    Object.entries(book.Sheets[name] ?? {})
      .filter(([cell]) => !cell.startsWith("!"))
      .map(([, cell]): library.CellObject => cell),
  );
}

describe.each(HOSTILE)("%j", (text) => {
  test("as evidence and as an explanation stands there as it is and is calculated nowhere", async () => {
    const written = await copy(SAMPLE, {
      scores: { "1": "4.5" },
      evidence: { "1": text },
      explanations: { "funds.row-total@'表1资金投入'!C14": text },
    });
    const cells = ourCells(written);
    const word = text.trim();
    const holding = cells.filter((cell) => cell.t === "s" && String(cell.v).includes(word));
    expect(holding.length).toBeGreaterThanOrEqual(2);
    expect(holding.filter((cell) => cell.f !== undefined)).toEqual([]);
    expect(cells.filter((cell) => cell.f?.includes(word.replace(/^[=＝]/, "")) === true)).toEqual([]);
    expect(cells.some((cell) => cell.f !== undefined)).toBe(true);
  });
});

describe.each(["=1+1", "资金'&'投入", "+表 1 (甲)", "http.example.com"])("a sheet named %s", (name) => {
  test("is linked to inside the workbook, and formulas quote its name", async () => {
    const parts = unzipSync(await copy(renamed(name), {}));
    const ours = Object.entries(parts)
      .filter(([part]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(part))
      .map(([, content]) => strFromU8(content))
      .filter((xml) => xml.includes("<hyperlinks>"));
    const quoted = `'${name.replaceAll("'", "''")}'`.replaceAll("&", "&amp;");
    const spelled = (xml: string): string => xml.replaceAll("&apos;", "'").replaceAll("&#39;", "'");
    const links = ours.flatMap((xml) => [...spelled(xml).matchAll(/<hyperlink [^>]*>/g)].map(([tag]) => tag));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link).toMatch(/ location="'/);
      expect(link).not.toContain("r:id");
    }
    expect(links.some((link) => link.includes(`location="${quoted}!`))).toBe(true);
    // No sheet of ours has relations, so none leads to an address outside.
    const outside = Object.entries(parts).filter(
      ([part, content]) => part.endsWith(".rels") && strFromU8(content).includes('TargetMode="External"'),
    );
    expect(outside).toEqual([]);
  });
});
