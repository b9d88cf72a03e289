import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { openWorkbook } from "../../../src/hosts/file/open";
import { FileProblem } from "../../../src/hosts/file/problem";
import { oneSheet, xlsxParts } from "../../support/make-xlsx";

const SAMPLE = readFileSync("assets/samples/bazhou-2021-consistent.xlsx");

/** The sentence that a file is refused with; "" where it is read. */
async function refusal(bytes: Uint8Array, name = "表.xlsx"): Promise<string> {
  try {
    await openWorkbook(bytes, name);
    return "";
  } catch (error) {
    if (error instanceof FileProblem) return error.text["zh-CN"];
    throw error;
  }
}

function utf16(text: string): number[] {
  return Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);
}

function ole(stream: string): Uint8Array {
  return Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(504).fill(0),
    ...utf16(stream),
  ]);
}

describe("files that are no workbook", () => {
  test("an empty file", async () => {
    expect(await refusal(new Uint8Array(0))).toContain("空");
  });

  test("text renamed .xlsx", async () => {
    expect(await refusal(strToU8("序号,县市\n1,焉耆县\n"))).toContain("文本文件");
  });

  test("an encrypted workbook is told from other OLE files", async () => {
    expect(await refusal(ole("EncryptedPackage"))).toContain("加密");
    expect(await refusal(ole("WordDocument"))).toContain(".doc");
  });

  test("other formats by name and by content", async () => {
    expect(await refusal(SAMPLE, "基础数据表.et")).toContain(".et");
    expect(await refusal(SAMPLE, "基础数据表.ods")).toContain(".ods");
    expect(
      await refusal(zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") })),
    ).toContain(".ods");
    expect(await refusal(strToU8("%PDF-1.7\n%\u00e2\u00e3"))).toContain("PDF");
    expect(await refusal(zipSync({ "photo.txt": strToU8("x") }))).toContain("没有工作簿");
  });

  test("a page without a table named .xls", async () => {
    expect(await refusal(strToU8("<html><body>登录已过期</body></html>"), "导出.xls")).not.toBe("");
  });

  test("a binary workbook and a document in a package", async () => {
    const relations = (target: string): Uint8Array =>
      strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
      );
    expect(
      await refusal(
        zipSync({ "_rels/.rels": relations("xl/workbook.bin"), "xl/workbook.bin": strToU8("x") }),
      ),
    ).toContain(".xlsb");
    expect(
      await refusal(
        zipSync({ "_rels/.rels": relations("word/document.xml"), "word/document.xml": strToU8("<a/>") }),
      ),
    ).toContain(".docx");
  });
});

describe("damaged packages", () => {
  test("cut anywhere, the sample is refused with one sentence", async () => {
    for (const share of [0.01, 0.1, 0.5, 0.9, 0.99, 0.9999]) {
      const sentence = await refusal(SAMPLE.subarray(0, Math.floor(SAMPLE.length * share)));
      expect(sentence).toContain("损坏");
    }
  });

  test("a flipped bit in a sheet's packed bytes never gives another figure", async () => {
    const whole = oneSheet(
      Array.from({ length: 400 }, (_, row) => `<row><c><v>${row * 7919}.${row % 97}</v></c></row>`).join(""),
    );
    const sentences = new Set<string>();
    for (let at = 700; at < whole.length - 900; at += 37) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      try {
        const { snapshot } = await openWorkbook(bytes, "表.xlsx");
        const [sheet] = snapshot.sheets;
        const wrong = Array.from({ length: 400 }, (_, row) => row).filter(
          (row) => sheet?.number(row, 0) !== Number(`${row * 7919}.${row % 97}`),
        );
        expect(wrong).toEqual([]);
      } catch (error) {
        if (!(error instanceof FileProblem)) throw error;
        sentences.add(error.text["zh-CN"]);
      }
    }
    expect(sentences.size).toBeGreaterThan(0);
  });

  test.each([
    ["text where a number belongs", `<row><c r="A1"><v>12万</v></c></row>`, "A1"],
    ["a shared text that does not exist", `<row><c r="B2" t="s"><v>5</v></c></row>`, "B2"],
    ["a negative index of a shared text", `<row><c t="s"><v>-1</v></c></row>`, "A1"],
    ["a cell outside any sheet", `<row><c r="XFE1"><v>1</v></c></row>`, ""],
    ["a row outside any sheet", `<row r="1048577"><c><v>1</v></c></row>`, ""],
    ["a reference that is none", `<row><c r="A"><v>1</v></c></row>`, ""],
    ["an unknown type of cell", `<row><c r="C3" t="q"><v>1</v></c></row>`, "C3"],
    ["an entity that XML does not know", `<row><c t="str"><v>a&nbsp;b</v></c></row>`, ""],
    ["an ampersand alone", `<row><c t="str"><v>a & b</v></c></row>`, ""],
    ["tags that do not match", `<row><c><v>1</c></v></row>`, ""],
    ["a tag without end", `<row><c><v>1</v></c></row><row`, ""],
    ["an attribute without quotes", `<row r=1><c><v>1</v></c></row>`, ""],
    ["a date that is none", `<row><c t="d"><v>2021-02-30</v></c></row>`, "A1"],
    ["a merge that is none", `</sheetData><mergeCells><mergeCell ref="A1:?"/></mergeCells><sheetData>`, ""],
  ])("%s", async (_, data, place) => {
    const sentence = await refusal(oneSheet(data));
    expect(sentence).toContain("xl/worksheets/sheet1.xml");
    expect(sentence).toContain(place);
  });

  test("a document type is refused, so that no entity of its own is expanded", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    expect(await refusal(oneSheet("", { parts: { "xl/worksheets/sheet1.xml": bomb } }))).toContain("损坏");
    const workbook = `<!DOCTYPE x [<!ENTITY a "b">]>${new TextDecoder().decode(xlsxParts({ sheets: [{ name: "表" }] }).get("xl/workbook.xml")).replace(/^<\?xml[^>]*\?>/, "")}`;
    expect(await refusal(oneSheet("", { parts: { "xl/workbook.xml": workbook } }))).toContain("损坏");
  });

  test("bytes that are no UTF-8", async () => {
    const sheet = xlsxParts({ sheets: [{ name: "表", data: `<row><c t="str"><v>aXb</v></c></row>` }] }).get(
      "xl/worksheets/sheet1.xml",
    );
    const bytes = sheet?.slice() ?? new Uint8Array(0);
    bytes[bytes.indexOf(88)] = 0xff;
    expect(await refusal(oneSheet("", { parts: { "xl/worksheets/sheet1.xml": bytes } }))).toContain("损坏");
  });

  test("a relation that leads out of the package or nowhere", async () => {
    for (const target of ["../../../etc/passwd", "worksheets/gone.xml"]) {
      const rels = new TextDecoder()
        .decode(xlsxParts({ sheets: [{ name: "表" }] }).get("xl/_rels/workbook.xml.rels"))
        .replace("worksheets/sheet1.xml", target);
      expect(await refusal(oneSheet("", { parts: { "xl/_rels/workbook.xml.rels": rels } }))).toContain(
        "损坏",
      );
    }
  });
});

describe("limits, before memory is spent", () => {
  test("a part that unpacks to hundreds of times its size", async () => {
    const spaces = new Uint8Array(30_000_000).fill(32);
    const sentence = await refusal(oneSheet("", { parts: { "xl/worksheets/sheet1.xml": spaces } }));
    expect(sentence).toContain("上限");
  });

  test("cells strewn over the sheet", async () => {
    const cells = (row: number): string =>
      Array.from({ length: 2_000 }, () => "<c><v>1</v></c>")
        .join("")
        .replace("<c>", `<c r="A${row}">`);
    const rows = Array.from(
      { length: 25 },
      (_, index) => `<row r="${index * 1024 + 1}">${cells(index * 1024 + 1)}</row>`,
    );
    expect(await refusal(oneSheet(rows.join("")))).toContain("上限 40000");
  });

  test("nesting", async () => {
    expect(await refusal(oneSheet("<a>".repeat(200)))).toContain("嵌套");
  });

  test("attributes of one element", async () => {
    const attributes = Array.from({ length: 300 }, (_, index) => ` a${index}="1"`).join("");
    expect(await refusal(oneSheet(`<row${attributes}></row>`))).toContain("属性");
  });

  test("one text", async () => {
    expect(await refusal(oneSheet(`<row><c t="str"><v>${"长".repeat(1_000_001)}</v></c></row>`))).toContain(
      "字数",
    );
  });

  test("one tag", async () => {
    const bytes = oneSheet(
      `<row a="${Array.from({ length: 1_500_000 }, (_, index) => index.toString(36)).join("")}"/>`,
    );
    expect(await refusal(bytes)).toContain("标记");
  });

  test("sheets", async () => {
    const sheets = Array.from(
      { length: 1_001 },
      (_, index) => `<sheet name="s${index}" sheetId="${index + 1}" r:id="rId1"/>`,
    );
    expect(
      await refusal(
        oneSheet("", {
          parts: {
            "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.join("")}</sheets></workbook>`,
          },
        }),
      ),
    ).toContain("工作表数");
  });
});
