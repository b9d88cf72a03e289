/** Sound files that mutants are made of, and the mutant of each number: the same for the same seed. */
import { readFileSync } from "node:fs";
import * as library from "@e965/xlsx";
import { makeXlsx } from "../support/make-xlsx";
import { type Mutant, mutateBytes, mutatePackage, mutateXml, type Random, randomFrom } from "./mutants";

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
  // A page holds one sheet: one with a table of the pack.
  book.SheetNames = book.SheetNames.slice(1, bookType === "html" ? 2 : 4);
  return new Uint8Array(library.write(book, { type: "array", bookType }) as ArrayBuffer);
}

export interface Source {
  readonly name: string;
  readonly make: (random: Random) => Mutant;
}

function oldSource(name: string, type: library.BookType, mutate: typeof mutateBytes): Source {
  const bytes = old(type);
  return { name, make: (random) => mutate(bytes, random) };
}

const SOURCES: readonly Source[] = [
  { name: "sample.xlsx", make: (random) => mutatePackage(SAMPLE, random) },
  { name: "rich.xlsx", make: (random) => mutatePackage(RICH, random) },
  oldSource("biff8.xls", "biff8", mutateBytes),
  oldSource("markup.xls", "xlml", mutateXml),
  oldSource("html.xls", "html", mutateXml),
];

export function mutantOf(seed: number, index: number): Mutant & { readonly source: Source } {
  const source = SOURCES[index % SOURCES.length];
  if (source === undefined) throw new RangeError(`no source for ${index}`);
  return { ...source.make(randomFrom(seed * 1_000_003 + index)), source };
}
