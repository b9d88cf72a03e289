/** Our sheet after the officer, or another program, had it in hand. */
import { expect, test } from "@jest/globals";
import { planSheets } from "../../../src/core/sheets/plan";
import { buildPackage, openPackage, readPart } from "../../../src/hosts/file/package";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { decodeXml } from "../../../src/hosts/file/relations";
import { writeSheets } from "../../../src/hosts/file/splice";
import { convert, withLibreOffice } from "../../support/libreoffice";
import { withReplaced } from "../../support/packages";
import { sampleModel } from "../../support/sheet-models";
import { contentTypes, relationships, smallWorkbook } from "../../support/workbooks";

function insert(bytes: Uint8Array, more: Parameters<typeof sampleModel>[1] = {}): Uint8Array {
  return writeSheets(bytes, { sheets: planSheets(readXlsx(bytes), [sampleModel("数据", more)], []) });
}

function text(bytes: Uint8Array, part: string): string {
  return decodeXml(readPart(openPackage(bytes), part));
}

const WRITTEN = insert(smallWorkbook());

test("a note that the officer put on it is kept", () => {
  const noted = buildPackage(openPackage(WRITTEN), {
    replaced: new Map([
      [
        "xl/worksheets/_rels/sheet2.xml.rels",
        new TextEncoder().encode(
          text(WRITTEN, "xl/worksheets/_rels/sheet2.xml.rels").replace(
            "</Relationships>",
            relationships([
              ["rId5", "comments", "../comments1.xml"],
              ["rId6", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
            ]).replace(/^<[^>]*>/, ""),
          ),
        ),
      ],
      [
        "xl/worksheets/sheet2.xml",
        new TextEncoder().encode(
          text(WRITTEN, "xl/worksheets/sheet2.xml").replace(
            "</worksheet>",
            '<legacyDrawing r:id="rId6"/></worksheet>',
          ),
        ),
      ],
      [
        "[Content_Types].xml",
        new TextEncoder().encode(
          text(WRITTEN, "[Content_Types].xml").replace(
            "</Types>",
            contentTypes(
              {
                "xl/comments1.xml":
                  "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
              },
              { vml: "application/vnd.openxmlformats-officedocument.vmlDrawing" },
            )
              .replace(/^<Types[^>]*>/, "")
              .replace(/<Default Extension="(?:rels|xml)"[^>]*>/g, ""),
          ),
        ),
      ],
    ]),
    added: new Map([
      [
        "xl/comments1.xml",
        new TextEncoder().encode(
          '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>',
        ),
      ],
      ["xl/drawings/vmlDrawing1.vml", new TextEncoder().encode("<xml/>")],
    ]),
    removed: new Set(),
  });
  const again = insert(noted);
  expect(text(again, "xl/worksheets/sheet2.xml")).toContain('<legacyDrawing r:id="rId6"/>');
  expect(text(again, "xl/worksheets/_rels/sheet2.xml.rels")).toContain('Target="../comments1.xml"');
  expect(openPackage(again).entries.length).toBe(openPackage(noted).entries.length);
});

test("without a chart any more, its parts go and nothing points at them", () => {
  const names = openPackage(insert(WRITTEN, { chart: undefined })).entries.map(({ name }) => name);
  expect(names.filter((name) => /drawing|chart/.test(name))).toEqual([]);
  expect(text(insert(WRITTEN, { chart: undefined }), "[Content_Types].xml")).not.toMatch(/drawing|chart/);
});

test("a name of the officer on our sheet stays, ours are written once", () => {
  const named = withReplaced(WRITTEN, "xl/workbook.xml", (xml) =>
    xml.replace(
      "</definedNames>",
      `<definedName name="我的" localSheetId="1">'绩效自评得分表'!$A$1</definedName></definedNames>`,
    ),
  );
  const names = [...text(insert(named), "xl/workbook.xml").matchAll(/<definedName name="([^"]*)"/g)].map(
    ([, name]) => name,
  );
  expect(names).toEqual([
    "我的",
    "_hengbiao",
    "_xlnm.Print_Area",
    "_xlnm.Print_Titles",
    "_xlnm._FilterDatabase",
  ]);
});

test("selected by the officer, it stays selected; a new sheet never is", () => {
  expect(text(WRITTEN, "xl/worksheets/sheet2.xml")).not.toContain("tabSelected");
  const selected = withReplaced(WRITTEN, "xl/worksheets/sheet2.xml", (xml) =>
    xml.replace("<sheetView ", '<sheetView tabSelected="1" '),
  );
  expect(text(insert(selected), "xl/worksheets/sheet2.xml")).toContain('tabSelected="1"');
});

withLibreOffice("saved by LibreOffice", () => {
  const resaved = (bytes: Uint8Array): Uint8Array =>
    convert(new Map([["w.xlsx", bytes]]), "xlsx").get("w.xlsx") ?? new Uint8Array();

  test("it is known by its mark and written in place", () => {
    const saved = resaved(WRITTEN);
    expect(readXlsx(saved).ownSheets).toEqual([{ sheet: "绩效自评得分表", mark: "score:1" }]);
    expect(readXlsx(insert(saved)).sheets.map(({ name }) => name)).toEqual(["数据", "绩效自评得分表"]);
  });

  test("its looks are found again: saved and written four times, the cell formats stop growing", () => {
    const formats = (bytes: Uint8Array): number =>
      text(bytes, "xl/styles.xml").split("<cellXfs")[1]?.split("</cellXfs>")[0]?.match(/<xf /g)?.length ?? 0;
    let bytes = insert(resaved(WRITTEN));
    const counts: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      bytes = insert(resaved(bytes));
      counts.push(formats(bytes));
    }
    expect(counts.at(-1)).toBe(counts.at(-2));
  }, 120_000);
});
