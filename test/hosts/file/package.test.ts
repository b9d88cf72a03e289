import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, zipSync } from "fflate";
import { LIMITS } from "../../../src/hosts/file/limits";
import { buildPackage, newPackage, openPackage, readPart, streamPart } from "../../../src/hosts/file/package";
import { FileProblem } from "../../../src/hosts/file/problem";

const SAMPLE = new Uint8Array(readFileSync("assets/samples/bazhou-2021-consistent.xlsx"));
const NOTHING = { replaced: new Map(), added: new Map(), removed: new Set<string>() };

function streamed(bytes: Uint8Array, name: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  streamPart(openPackage(bytes), name, (piece) => pieces.push(piece.slice()));
  return new Uint8Array(Buffer.concat(pieces));
}

/** An archive with data descriptors, as streaming writers make it. */
function withDescriptors(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  for (const [name, text] of [
    ["a.xml", "<a/>".repeat(500)],
    ["目录/乙.xml", "<b/>"],
  ] as const) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(strToU8(text), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(pieces));
}

test("a Buffer of Node, whose slice() shares memory, is built from like any bytes and left as it was", () => {
  const buffer = readFileSync("assets/samples/bazhou-2021-consistent.xlsx");
  const built = buildPackage(openPackage(buffer), {
    ...NOTHING,
    added: new Map([["a.xml", strToU8("<a/>")]]),
  });
  expect(Buffer.compare(buffer, SAMPLE)).toBe(0);
  expect(Object.keys(unzipSync(built))).toEqual([...Object.keys(unzipSync(SAMPLE)), "a.xml"]);
});

describe("reading", () => {
  test("every part of the sample as another unzipper reads it, whole and in pieces", () => {
    const pack = openPackage(SAMPLE);
    const expected = unzipSync(SAMPLE);
    expect(pack.entries.map((entry) => entry.name).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, content] of Object.entries(expected)) {
      if (name.endsWith("/")) continue;
      expect(Buffer.compare(readPart(pack, name), content)).toBe(0);
      expect(Buffer.compare(streamed(SAMPLE, `/${name.toUpperCase()}`), content)).toBe(0);
    }
  });

  test("a stored part and an empty one", () => {
    const bytes = zipSync({ "s.xml": [strToU8("<s/>"), { level: 0 }], "e.xml": new Uint8Array() });
    expect(Buffer.from(readPart(openPackage(bytes), "s.xml")).toString()).toBe("<s/>");
    expect(readPart(openPackage(bytes), "e.xml").length).toBe(0);
    expect(streamed(bytes, "s.xml").length).toBe(4);
  });
});

describe("refused with a sentence", () => {
  const cases: [string, Uint8Array, RegExp][] = [
    ["an empty file", new Uint8Array(), /empty/],
    ["text", strToU8("序号,县市\n1,库尔勒市\n"), /not an Excel workbook/],
    ["the first half of a workbook", SAMPLE.slice(0, SAMPLE.length >> 1), /damaged or incomplete/],
    ["a name that occurs twice", duplicateName(), /damaged/],
    ["entries that share their bytes", sharedBytes(), /damaged/],
  ];
  test.each(cases)("%s", (_, bytes, message) => {
    expect(() => openPackage(bytes)).toThrow(FileProblem);
    expect(() => openPackage(bytes)).toThrow(message);
  });

  test("a part whose bytes were changed", () => {
    const bytes = SAMPLE.slice();
    const entry = openPackage(bytes).entries.find((each) => each.name === "xl/styles.xml");
    const middle = (entry?.dataStart ?? 0) + ((entry?.packed ?? 0) >> 1);
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
    expect(() => readPart(openPackage(bytes), "xl/styles.xml")).toThrow(/damaged/);
    expect(() => streamed(bytes, "xl/styles.xml")).toThrow(/damaged/);
  });

  test("more entries, larger parts or a higher ratio than the limits, told before unpacking", () => {
    const bytes = zipSync({ "a.xml": new Uint8Array(100_000), "b.xml": strToU8("x") });
    for (const limits of [
      { ...LIMITS, entries: 1 },
      { ...LIMITS, partBytes: 99_999 },
      { ...LIMITS, unpackedBytes: 100_000 },
      { ...LIMITS, ratioFrom: 50_000 },
      { ...LIMITS, packedBytes: 100 },
    ]) {
      expect(() => openPackage(bytes, limits)).toThrow(/beyond what can be handled/);
    }
    expect(openPackage(bytes).entries.length).toBe(2);
  });

  test("a part that says it is larger than its data can be", () => {
    const bytes = zipSync({ "a.xml": strToU8("<a>hello</a>") });
    const view = new DataView(bytes.buffer);
    view.setUint32((openPackage(bytes).entries[0]?.record.byteOffset as number) + 24, 400_000, true);
    expect(() => readPart(openPackage(bytes), "a.xml")).toThrow(/damaged/);
  });
});

describe("building", () => {
  test("without changes the entries are the same bytes in the same order", () => {
    for (const bytes of [SAMPLE, withDescriptors()]) {
      const rebuilt = buildPackage(openPackage(bytes), NOTHING);
      const [before, after] = [openPackage(bytes).entries, openPackage(rebuilt).entries];
      expect(after.map((entry) => entry.name)).toEqual(before.map((entry) => entry.name));
      before.forEach((entry, index) => {
        const other = after[index] as typeof entry;
        expect(
          Buffer.compare(bytes.subarray(entry.start, entry.end), rebuilt.subarray(other.start, other.end)),
        ).toBe(0);
      });
    }
  });

  test("replaced, added and removed parts; another unzipper agrees", () => {
    const rebuilt = buildPackage(openPackage(withDescriptors()), {
      replaced: new Map([["/A.xml", strToU8("<changed/>")]]),
      added: new Map([["xl/新.xml", strToU8("<new/>".repeat(99))]]),
      removed: new Set(["目录/乙.xml"]),
    });
    expect(Object.entries(unzipSync(rebuilt)).map(([name, content]) => [name, strFromU8(content)])).toEqual([
      ["a.xml", "<changed/>"],
      ["xl/新.xml", "<new/>".repeat(99)],
    ]);
  });

  test("the same input gives the same bytes", () => {
    const parts = new Map([["a.xml", strToU8("<a/>".repeat(50))]]);
    expect(Buffer.compare(newPackage(parts), newPackage(parts))).toBe(0);
  });
});

/** Two entries of different content under names that differ by case only. */
function duplicateName(): Uint8Array {
  return zipSync({ "a.xml": strToU8("<a/>"), "A.xml": strToU8("<b/>") });
}

/** The directory's second record points at the first entry's bytes. */
function sharedBytes(): Uint8Array {
  const bytes = zipSync({ "a.xml": strToU8("<a/>"), "b.xml": strToU8("<a/>") });
  const [first, second] = openPackage(bytes).entries;
  const view = new DataView(bytes.buffer);
  view.setUint32((second?.record.byteOffset ?? 0) + 42, first?.start ?? 0, true);
  return bytes;
}
