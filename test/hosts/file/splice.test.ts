import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { buildPackage, openPackage, readPart } from "../../../src/hosts/file/package";
import { decodeXml } from "../../../src/hosts/file/relations";
import { writeSheets } from "../../../src/hosts/file/splice";
import { readWorkbookPart } from "../../../src/hosts/file/workbook-part";
import { planSheets } from "../../../src/core/sheets/plan";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { sampleModel } from "../../support/sheet-models";
import { spelledWorkbook } from "../../support/workbooks";
import { validationErrors } from "../../support/validator";

const SAMPLE = new Uint8Array(readFileSync("assets/samples/bazhou-2021-consistent.xlsx"));
const NAME = "绩效自评得分表";

function insert(bytes: Uint8Array): Uint8Array {
  const sheets = planSheets(readXlsx(bytes), [sampleModel("表1资金投入")], []);
  return writeSheets(bytes, {
    sheets,
    answersXml: `<answers xmlns="urn:hengbiao:answers:1"><sheet name="${sheets[0]?.name}"/></answers>`,
  });
}

function text(bytes: Uint8Array, part: string): string {
  return decodeXml(readPart(openPackage(bytes), part));
}

describe("a sheet of ours in a workbook of the user", () => {
  const written = insert(SAMPLE);

  test("every part but those that must grow is the same bytes in the same place", () => {
    const grown = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];
    const [before, after] = [openPackage(SAMPLE), openPackage(written)];
    before.entries.forEach((entry, index) => {
      const other = after.entries[index];
      expect(other?.name).toBe(entry.name);
      if (grown.includes(entry.name)) return;
      const data = SAMPLE.subarray(entry.start, entry.end);
      expect(Buffer.compare(data, written.subarray(other?.start, other?.end))).toBe(0);
    });
  });

  test("stands at the end under its name, with mark, print area and header rows in names of its own", () => {
    const workbook = readWorkbookPart(openPackage(written));
    expect(workbook.sheets.map((sheet) => sheet.name).slice(-2)).toEqual(["表8问题整改", NAME]);
    expect(workbook.names.map(({ name, scope, value }) => [name, scope, value])).toEqual([
      ["_hengbiao", 9, '"score:1"'],
      ["_xlnm.Print_Area", 9, `'${NAME}'!$A$1:$D$19`],
      ["_xlnm.Print_Titles", 9, `'${NAME}'!$2:$2`],
      ["_xlnm._FilterDatabase", 9, `'${NAME}'!$A$2:$D$4`],
    ]);
  });

  test("text of a user is an inline string marked as text, never a formula", () => {
    const sheet = text(written, "xl/worksheets/sheet10.xml");
    expect(sheet).toContain(
      't="inlineStr"><is><t xml:space="preserve">=1+1\n含 &lt;标记&gt; &amp; _x005F_x000D_ 和 _x0007_ 的文字</t></is>',
    );
    expect(sheet.match(/<f>/g)?.length).toBe(4);
    const style = /r="B3" s="(\d+)"/.exec(sheet)?.[1];
    const formats = [
      ...(text(written, "xl/styles.xml")
        .split("<cellXfs")[1]
        ?.matchAll(/<xf [^>]*>/g) ?? []),
    ];
    expect(formats[Number(style)]?.[0]).toContain('quotePrefix="1"');
  });

  test("a formula carries its value, a link stays inside, an entry has its validation", () => {
    const sheet = text(written, "xl/worksheets/sheet10.xml");
    expect(sheet).toContain("<f>ROUND(C3*2+0.0000000001,2)</f><v>9</v>");
    expect(sheet).toContain(`<hyperlink ref="D3" location="'表1资金投入'!A1"/>`);
    expect(sheet).toContain(
      "<formula1>OR(IF(ISNUMBER(C3),AND(C3&gt;=0,C3&lt;=5,ABS(C3-ROUND(C3,1))&lt;0.00000001),FALSE),C3=&quot;不适用&quot;)</formula1>",
    );
  });

  test("answers and mark are read back", () => {
    const read = readXlsx(written);
    expect(read.answersXml).toContain(`name="${NAME}"`);
    expect(read.ownSheets).toEqual([{ sheet: NAME, mark: "score:1" }]);
  });

  test("answers whose relation another program moved to the package's root are read, kept and related anew", () => {
    const moved = withRelationAtRoot(written);
    expect(readXlsx(moved).answersXml).toBe(readXlsx(written).answersXml);
    const again = insert(moved);
    const items = openPackage(again).entries.filter(({ name }) => name.startsWith("customXml/"));
    expect(items.length).toBe(
      openPackage(written).entries.filter(({ name }) => name.startsWith("customXml/")).length,
    );
    expect(readWorkbookPart(openPackage(again)).relations.map(({ kind }) => kind)).toContain("customXml");
    expect(readXlsx(again).answersXml).toContain(`name="${NAME}"`);
  });

  test("a second writing into the same sheet gives the same bytes", () => {
    expect(Buffer.compare(insert(written), written)).toBe(0);
  });

  test("Microsoft's validator finds nothing that the input did not have", () => {
    const errors = validationErrors(
      new Map([
        ["before.xlsx", SAMPLE],
        ["after.xlsx", written],
      ]),
    );
    expect(errors.get("before.xlsx")?.length).toBe(1);
    expect(errors.get("after.xlsx")).toEqual(errors.get("before.xlsx"));
  });
});

/** As LibreOffice 7.4 saves it: the workbook's relation to the item goes, the root gets one that leads nowhere. */
function withRelationAtRoot(bytes: Uint8Array): Uint8Array {
  const pack = openPackage(bytes);
  const workbook = "xl/_rels/workbook.xml.rels";
  const relation = /<Relationship [^>]*customXml"[^>]*\/>/.exec(text(bytes, workbook))?.[0] ?? "";
  expect(relation).toContain("customXml/item1.xml");
  const lost = relation
    .replace(/Id="[^"]*"/, 'Id="rIdLost"')
    .replace(/Target="[^"]*"/, 'Target="../customXml/item1.xml"');
  return buildPackage(pack, {
    replaced: new Map([
      [workbook, new TextEncoder().encode(text(bytes, workbook).replace(relation, ""))],
      [
        "_rels/.rels",
        new TextEncoder().encode(
          text(bytes, "_rels/.rels").replace("</Relationships>", `${lost}</Relationships>`),
        ),
      ],
    ]),
    added: new Map(),
    removed: new Set(),
  });
}

/** The sample with its first sheet renamed. */
function withSheetNamed(name: string): Uint8Array {
  const workbook = text(SAMPLE, "xl/workbook.xml").replace('name="封面"', `name="${name}"`);
  const replaced = new Map([["xl/workbook.xml", new TextEncoder().encode(workbook)]]);
  return buildPackage(openPackage(SAMPLE), { replaced, added: new Map(), removed: new Set() });
}

describe("a sheet of the user has the name", () => {
  test("ours takes a numbered one", () => {
    const second = insert(withSheetNamed(NAME));
    expect(
      readWorkbookPart(openPackage(second))
        .sheets.map(({ name }) => name)
        .filter((name) => name.includes(NAME)),
    ).toEqual([NAME, `${NAME} (2)`]);
  });
});

test("a template becomes a workbook", () => {
  const template = spelledWorkbook("template");
  const sheets = planSheets(readXlsx(template), [sampleModel("数据")], []);
  const types = text(writeSheets(template, { sheets }), "[Content_Types].xml");
  expect(types).toContain(
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
  );
  expect(types).not.toContain("template");
});
