import { describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { openWorkbook } from "../../../src/hosts/file/open";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { makeXlsx, oneSheet, xlsxParts, type XlsxSource } from "../../support/make-xlsx";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CELL = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>5</v></c></row>`;
const SOURCE: XlsxSource = {
  sheets: [{ name: "表", data: CELL }],
  texts: ["<t>合计</t>"],
  styles: [0, 2],
};

/** What the one sheet of these tests says, however it is written. */
function says(bytes: Uint8Array): unknown {
  const { sheets } = readXlsx(bytes);
  return sheets.map((sheet) => [sheet.name, sheet.text(0, 0), sheet.number(0, 1), sheet.format(0, 1)]);
}

const EXPECTED = [["表", "合计", 5, "0.00"]];

/** The parts with the text of each changed. */
function rewritten(change: (xml: string, name: string) => string | Uint8Array): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  for (const [name, content] of xlsxParts(SOURCE)) {
    const changed = change(new TextDecoder().decode(content), name);
    parts[name] = typeof changed === "string" ? strToU8(changed) : changed;
  }
  return zipSync(parts);
}

function prefixed(xml: string): string {
  return xml.replace(/<(\/?)([A-Za-z])/g, "<$1x:$2").replace(/ xmlns="/, ' xmlns:x="');
}

function utf16(xml: string, littleEndian: boolean): Uint8Array {
  const text = `\ufeff${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`;
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
}

describe("packages of every spelling", () => {
  test("transitional", () => {
    expect(says(makeXlsx(SOURCE))).toEqual(EXPECTED);
  });

  test("strict", () => {
    expect(says(makeXlsx({ ...SOURCE, strict: true }))).toEqual(EXPECTED);
  });

  test("elements with a prefix", () => {
    expect(says(rewritten((xml, name) => (name.startsWith("xl/") ? prefixed(xml) : xml)))).toEqual(EXPECTED);
  });

  test("a prefix of ours that means another namespace further in", () => {
    const data = `<row r="1"><c r="A1"><v>1</v><extLst><ext><v xmlns="urn:other">9</v><x:c xmlns:x="urn:other" r="B1"><x:v>8</x:v></x:c></ext></extLst></c></row>`;
    const [sheet] = readXlsx(oneSheet(data)).sheets;
    expect([sheet?.number(0, 0), sheet?.columnCount]).toEqual([1, 1]);
  });

  test("absolute relation targets, back slashes, other letters' case", () => {
    const bytes = rewritten((xml, name) =>
      name.endsWith("workbook.xml.rels")
        ? xml
            .replace("worksheets/sheet1.xml", "/xl/worksheets/Sheet1.xml")
            .replace('"styles.xml"', '"..\\xl\\styles.xml"')
            .replace('"sharedStrings.xml"', '"./sharedStrings.xml"')
        : xml,
    );
    expect(says(bytes)).toEqual(EXPECTED);
  });

  test("parts in UTF-8 with a byte order mark, and in UTF-16 of both orders", () => {
    for (const encode of [
      (xml: string) => `\ufeff${xml}`,
      (xml: string) => utf16(xml, true),
      (xml: string) => utf16(xml, false),
    ]) {
      expect(says(rewritten((xml, name) => (name.endsWith(".rels") ? xml : encode(xml))))).toEqual(EXPECTED);
    }
  });

  test("attributes in single quotes with spaces around, tags over several lines", () => {
    const data = `<row r = '1'  ><c\n r='A1'\tt ="s" ><v\n>0</v ></c  ><c r='B1' s='1'><v>5</v></c></row\n>`;
    expect(says(makeXlsx({ ...SOURCE, sheets: [{ name: "表", data }] }))).toEqual(EXPECTED);
  });

  test("parts stored without compression", () => {
    const parts = Object.fromEntries(xlsxParts(SOURCE));
    expect(says(zipSync(parts, { level: 0 }))).toEqual(EXPECTED);
  });

  test("tags and texts cut anywhere between the pieces that are unpacked", () => {
    const cells = Array.from(
      { length: 60_000 },
      (_, row) =>
        `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>乡镇&amp;村${row}</t></is></c><c r="B${row + 1}"><v>${row}.25</v></c></row>`,
    );
    const [sheet] = readXlsx(oneSheet(cells.join(""))).sheets;
    const wrong = cells.findIndex(
      (_, row) => sheet?.text(row, 0) !== `乡镇&村${row}` || sheet.number(row, 1) !== row + 0.25,
    );
    expect([sheet?.rowCount, wrong]).toEqual([60_000, -1]);
  });

  test("a sheet of a chart has its place and no cells", () => {
    const bytes = rewritten((xml, name) => {
      if (name === "xl/workbook.xml")
        return xml.replace("</sheets>", `<sheet name="图" sheetId="2" r:id="rId9"/></sheets>`);
      if (!name.endsWith("workbook.xml.rels")) return xml;
      return xml.replace(
        "</Rel",
        `<Relationship Id="rId9" Type="${OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/></Rel`,
      );
    });
    expect(readXlsx(bytes).sheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ["表", 1],
      ["图", 0],
    ]);
  });

  test("without styles and shared texts", () => {
    const bytes = oneSheet(`<row><c s="3"><v>1</v></c></row>`, {
      parts: { "xl/styles.xml": undefined, "xl/sharedStrings.xml": undefined },
    });
    expect(readXlsx(bytes).sheets[0]?.format(0, 0)).toBe("General");
  });
});

describe("what is ours in a workbook", () => {
  test("the answers part, by its namespace among other custom parts", () => {
    const answers = `<?xml version="1.0" encoding="UTF-8"?>\n<a:answers xmlns:a="urn:hengbiao:answers:1"><a:x>一</a:x></a:answers>`;
    const workbook = readXlsx(
      oneSheet(CELL, {
        texts: ["<t>x</t>"],
        relations: [
          ["customXml", "../customXml/item1.xml"],
          ["customXml", "../customXml/item2.xml"],
          ["customXml", "../customXml/item3.xml"],
        ],
        parts: {
          "customXml/item1.xml": `<o xmlns="urn:other">urn:hengbiao:answers:1</o>`,
          "customXml/item2.xml": Uint8Array.of(0xff, 0x00, 0x3c),
          "customXml/item3.xml": answers,
        },
      }),
    );
    expect(workbook.answersXml).toBe(answers);
  });

  test("none where there is none", () => {
    expect(readXlsx(makeXlsx(SOURCE)).answersXml).toBeUndefined();
  });

  test("sheets that bear our mark, and only those", () => {
    const workbook = readXlsx(
      makeXlsx({
        sheets: [{ name: "一" }, { name: "二" }, { name: "三" }],
        workbookAfter: `<definedNames><definedName name="_hengbiao" hidden="1" localSheetId="1">"score 7f3a"</definedName><definedName name="_hengbiao">"score x"</definedName><definedName name="other" localSheetId="2">"x"</definedName></definedNames>`,
      }),
    );
    expect(workbook.ownSheets).toEqual([{ sheet: "二", mark: "score 7f3a" }]);
  });
});

describe("which way a file is read", () => {
  test("a package is a package whatever its name", async () => {
    const opened = await openWorkbook(makeXlsx(SOURCE), "表.xls");
    expect([opened.kind, opened.snapshot.sheets[0]?.text(0, 0)]).toEqual(["package", "合计"]);
  });

  test("macro and template workbooks have the same parts", async () => {
    for (const name of ["表.xlsm", "表.xltx"]) {
      expect((await openWorkbook(makeXlsx(SOURCE), name)).kind).toBe("package");
    }
  });

  test("progress counts all unpacked bytes of the large parts", () => {
    const seen: [number, number][] = [];
    readXlsx(makeXlsx(SOURCE), (done, of) => seen.push([done, of]));
    const parts = xlsxParts(SOURCE);
    const size = ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"].reduce(
      (sum, name) => sum + (parts.get(name)?.length ?? 0),
      0,
    );
    expect(seen.at(-1)).toEqual([size, size]);
  });

  test("whoever listens to progress can stop the reading", () => {
    const stop = new Error("stop");
    expect(() =>
      readXlsx(makeXlsx(SOURCE), () => {
        throw stop;
      }),
    ).toThrow(stop);
  });
});
