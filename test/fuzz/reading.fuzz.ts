/**
 * Damaged files through the reading door: each ends in a workbook or in one FileProblem, soon and without much memory.
 * FUZZ_MUTANTS (10,000) and FUZZ_SEED (1) set how many and which.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import * as library from "@e965/xlsx";
import { openWorkbook } from "../../src/hosts/file/open";
import { convertInThread } from "../../src/hosts/file/node/convert";
import { FileProblem } from "../../src/hosts/file/problem";
import { makeXlsx } from "../support/make-xlsx";
import { type Mutant, mutateBytes, mutatePackage, mutateXml, type Random, randomFrom } from "./mutants";

/** As the command line does it: the build makes the thread's program. */
const convert = (bytes: Uint8Array): Promise<Uint8Array> =>
  convertInThread(resolve("dist/cli/convert-worker.js"), bytes);

const COUNT = Number(process.env["FUZZ_MUTANTS"] ?? 10_000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 1);
const SECONDS = 5;
const MEGABYTES = 1_000;

const SAMPLE = new Uint8Array(readFileSync("assets/samples/bazhou-2021-as-reported.xlsx"));

/** A little of everything that a sheet can hold. */
const RICH = makeXlsx({
  sheets: [
    {
      name: "一",
      before: `<dimension ref="A1:C9"/><cols><col min="2" max="3" hidden="1"/></cols>`,
      data: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>1.5</v></c><c r="C1"><f t="shared" ref="C1:C3" si="0">A1+$B$1</f><v>2</v></c></row><row r="2" hidden="1"><c t="inlineStr"><is><r><t>a</t></r><rPh sb="0" eb="1"><t>b</t></rPh></is></c><c t="b"><v>1</v></c><c r="C2"><f t="shared" si="0"/></c></row><row><c t="e"><v>#REF!</v></c><c t="d"><v>2021-04-20</v></c><c t="str"><f>"x"</f><v>x_x000D_&amp;</v></c></row>`,
      after: `<mergeCells count="1"><mergeCell ref="A5:C6"/></mergeCells>`,
    },
    { name: "二", state: "hidden" },
  ],
  texts: ["<r><t>合</t></r><r><t>计</t></r>"],
  styles: [0, 164, 57],
  formats: { 164: "0.00" },
  relations: [["customXml", "../customXml/item1.xml"]],
  parts: { "customXml/item1.xml": `<answers xmlns="urn:hengbiao:answers:1"/>` },
  workbookAfter: `<definedNames><definedName name="_hengbiao" localSheetId="1" hidden="1">"score:1"</definedName></definedNames>`,
});

function old(bookType: library.BookType): Uint8Array {
  const book = library.read(SAMPLE, { cellNF: true });
  book.SheetNames = book.SheetNames.slice(0, 3);
  return new Uint8Array(library.write(book, { type: "array", bookType }) as ArrayBuffer);
}

const SOURCES: readonly { readonly name: string; readonly make: (random: Random) => Mutant }[] = [
  { name: "sample.xlsx", make: (random) => mutatePackage(SAMPLE, random) },
  { name: "rich.xlsx", make: (random) => mutatePackage(RICH, random) },
  { name: "biff8.xls", make: mutating(old("biff8"), mutateBytes) },
  { name: "markup.xls", make: mutating(old("xlml"), mutateXml) },
  { name: "html.xls", make: mutating(old("html"), mutateXml) },
];

function mutating(bytes: Uint8Array, mutate: (bytes: Uint8Array, random: Random) => Mutant) {
  return (random: Random): Mutant => mutate(bytes, random);
}

test(`${COUNT} damaged files end in a workbook or in one clear sentence`, async () => {
  const random = randomFrom(SEED);
  const wrong: string[] = [];
  const ends = new Map<string, number>();
  let slowest = 0;
  for (let index = 0; index < COUNT; index++) {
    const source = SOURCES[index % SOURCES.length];
    if (source === undefined) continue;
    const mutant = source.make(random);
    const label = `${index} ${source.name}: ${mutant.how}`;
    const before = process.memoryUsage.rss();
    const start = performance.now();
    let end = "read";
    try {
      await openWorkbook(mutant.bytes, source.name, { convert });
    } catch (error) {
      end = "refused";
      if (!(error instanceof FileProblem)) wrong.push(`${label}: ${String(error)}`);
      else if (!/\S/.test(error.text["zh-CN"]) || error.text["zh-CN"].includes("\n"))
        wrong.push(`${label}: no sentence`);
    }
    const seconds = (performance.now() - start) / 1_000;
    slowest = Math.max(slowest, seconds);
    if (seconds > SECONDS) wrong.push(`${label}: ${seconds.toFixed(1)} s`);
    const grown = (process.memoryUsage.rss() - before) / 1e6;
    if (grown > MEGABYTES) wrong.push(`${label}: ${grown.toFixed(0)} MB`);
    const key = `${source.name} ${end}`;
    ends.set(key, (ends.get(key) ?? 0) + 1);
  }
  process.stderr.write(`${JSON.stringify(Object.fromEntries(ends))}, slowest ${slowest.toFixed(2)} s\n`);
  expect(wrong).toEqual([]);
}, 3_600_000);
