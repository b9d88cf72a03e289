/** What the officer's workbook holds beside cells is the same bytes after our sheets were written into it. */
import { describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { planSheets } from "../../../src/core/sheets/plan";
import { openPackage } from "../../../src/hosts/file/package";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { writeSheets } from "../../../src/hosts/file/splice";
import { refusalToWrite } from "../../../src/hosts/file/workbook-part";
import { convert, odsValues, withLibreOffice } from "../../support/libreoffice";
import { richParts } from "../../support/rich-workbook";
import { sampleModel } from "../../support/sheet-models";
import { validationErrors } from "../../support/validator";
import { packed, type Spelling, spelledWorkbook } from "../../support/workbooks";

const SPELLINGS: readonly Spelling[] = [
  "strict",
  "prefixed",
  "absolute targets",
  "no cell references",
  "1904",
  "macros",
  "template",
];

const WORKBOOKS: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly data: string }> = new Map([
  ["rich", { bytes: packed(richParts()), data: "数 据" }],
  ...SPELLINGS.map((spelling) => [spelling, { bytes: spelledWorkbook(spelling), data: "数据" }] as const),
]);

/** Parts of the user that may change, as the command line's contract lists them. */
const MAY_CHANGE = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];
const MAY_GO = ["xl/calcChain.xml"];

function insert({ bytes, data }: { readonly bytes: Uint8Array; readonly data: string }): Uint8Array {
  return writeSheets(bytes, {
    sheets: planSheets(readXlsx(bytes), [sampleModel(data)], []),
    answersXml: '<answers xmlns="urn:hengbiao:answers:1"/>',
  });
}

const WRITTEN = new Map([...WORKBOOKS].map(([name, workbook]) => [name, insert(workbook)]));

function written(name: string): Uint8Array {
  return WRITTEN.get(name) ?? new Uint8Array();
}

describe.each([...WORKBOOKS.keys()])("%s", (name) => {
  const { bytes, data } = WORKBOOKS.get(name) ?? { bytes: new Uint8Array(), data: "" };

  test("every part of the user is the same bytes", () => {
    const after = unzipSync(written(name));
    const kept = Object.entries(unzipSync(bytes)).filter(
      ([part]) => !MAY_CHANGE.includes(part) && !MAY_GO.includes(part),
    );
    const changed = kept.filter(
      ([part, content]) => Buffer.compare(after[part] ?? new Uint8Array(), content) !== 0,
    );
    expect(changed.map(([part]) => part)).toEqual([]);
    expect(Object.keys(after)).toEqual(expect.arrayContaining(MAY_CHANGE));
    expect(Object.keys(after)).not.toEqual(expect.arrayContaining(MAY_GO));
  });

  test("new parts are ours alone", () => {
    const before = Object.keys(unzipSync(bytes));
    const added = Object.keys(unzipSync(written(name))).filter((part) => !before.includes(part));
    expect(added.map((part) => part.replaceAll(/\d+/g, "")).sort()).toEqual([
      "customXml/_rels/item.xml.rels",
      "customXml/item.xml",
      "customXml/itemProps.xml",
      "xl/charts/chart.xml",
      "xl/drawings/_rels/drawing.xml.rels",
      "xl/drawings/drawing.xml",
      "xl/worksheets/_rels/sheet.xml.rels",
      "xl/worksheets/sheet.xml",
    ]);
  });

  test("workbook and styles only gain", () => {
    const text = (of: Uint8Array, part: string): string => new TextDecoder().decode(unzipSync(of)[part]);
    const elements = (xml: string): readonly string[] =>
      xml.match(
        /<(?:x:)?(?:sheet|definedName|xf|font|fill|border|numFmt|pivotCache|externalReference) [^>]*>/g,
      ) ?? [];
    for (const part of ["xl/workbook.xml", "xl/styles.xml"]) {
      const remaining = [...elements(text(written(name), part))];
      for (const element of elements(text(bytes, part))) {
        const at = remaining.indexOf(element);
        expect([element, at >= 0]).toEqual([element, true]);
        remaining.splice(0, at + 1);
      }
    }
  });

  test("cells of the user are read as before", () => {
    const [before, after] = [readXlsx(bytes), readXlsx(written(name))];
    expect(after.date1904).toBe(before.date1904);
    before.sheets.forEach((sheet, index) => {
      const other = after.sheets[index];
      for (let row = 0; row < sheet.rowCount; row += 1) {
        for (let column = 0; column < sheet.columnCount; column += 1) {
          expect([
            other?.kind(row, column),
            other?.text(row, column),
            other?.number(row, column),
            other?.formula(row, column),
          ]).toEqual([
            sheet.kind(row, column),
            sheet.text(row, column),
            sheet.number(row, column),
            sheet.formula(row, column),
          ]);
        }
      }
    });
    expect(after.sheets.map((sheet) => sheet.name)).toEqual([
      ...before.sheets.map((sheet) => sheet.name),
      "绩效自评得分表",
    ]);
  });

  test("ten more times: not a byte of growth", () => {
    let again = written(name);
    for (let time = 0; time < 10; time += 1) again = insert({ bytes: again, data });
    expect(Buffer.compare(again, written(name))).toBe(0);
  });
});

test("Microsoft's validator finds nothing that the inputs did not have", () => {
  const named = (
    all: Iterable<readonly [string, Uint8Array]>,
    stage: string,
  ): readonly (readonly [string, Uint8Array])[] =>
    [...all].map(
      ([name, bytes]) => [`${name} ${stage}.${name === "macros" ? "xlsm" : "xlsx"}`, bytes] as const,
    );
  const inputs = named(
    [...WORKBOOKS].map(([name, { bytes }]) => [name, bytes] as const),
    "before",
  );
  const outputs = named(WRITTEN, "after");
  const errors = validationErrors(new Map([...inputs, ...outputs]));
  outputs.forEach(([name], index) => {
    const before = errors.get(inputs[index]?.[0] ?? "") ?? [];
    const fresh = (errors.get(name) ?? []).filter((error) => !before.includes(error));
    expect([name, fresh]).toEqual([name, []]);
  });
});

withLibreOffice("LibreOffice", () => {
  test("opens each and calculates our formulas", () => {
    const files = new Map([...WRITTEN].map(([name, bytes]) => [`${name.replaceAll(" ", "-")}.xlsx`, bytes]));
    const fods = convert(files, "fods");
    for (const [name, content] of fods) {
      const values = odsValues(content).get("绩效自评得分表");
      expect([name, values?.get("B4"), values?.get("C4"), values?.get("D4"), values?.get("C6")]).toEqual([
        name,
        "高",
        "9",
        "1",
        "4.5",
      ]);
    }
  }, 120_000);
});

describe("refused before any work", () => {
  test("a locked structure", () => {
    const parts = richParts();
    const workbook = String(parts["xl/workbook.xml"]).replace('lockWindows="1"', 'lockStructure="1"');
    expect(
      refusalToWrite(openPackage(packed({ ...parts, "xl/workbook.xml": workbook })))?.["zh-CN"],
    ).toContain("结构已受保护");
    expect(refusalToWrite(openPackage(packed(parts)))).toBeUndefined();
  });

  test("a signature", () => {
    const signed = packed({
      ...richParts(),
      "_xmlsignatures/origin.sigs": "",
      "_xmlsignatures/sig1.xml": "<s/>",
    });
    expect(refusalToWrite(openPackage(signed))?.["zh-CN"]).toContain("数字签名");
    expect(() => insert({ bytes: signed, data: "数 据" })).toThrow(/digitally signed/);
  });
});
