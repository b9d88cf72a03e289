import { describe, expect, test } from "@jest/globals";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { makeXlsx, oneSheet, type XlsxSource } from "../../support/make-xlsx";

function sheetOf(data: string, more: Omit<XlsxSource, "sheets"> = {}): SheetSnapshot {
  return first(readXlsx(oneSheet(data, more)));
}

function first(workbook: WorkbookSnapshot): SheetSnapshot {
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

function texts(sheet: SheetSnapshot, column = 0): string[] {
  return Array.from({ length: sheet.rowCount }, (_, row) => sheet.text(row, column));
}

describe("values of cells", () => {
  test("numbers are the nearest binary number of their decimals", () => {
    const written = [
      "143400.108",
      "-0.5",
      "1.5E-3",
      "12345678901234567890",
      "218462.47999999998",
      "0.1",
      "1e5",
      " 7 ",
    ];
    const sheet = sheetOf(written.map((text) => `<row><c><v>${text}</v></c></row>`).join(""));
    expect(written.map((_, row) => sheet.number(row, 0))).toEqual(written.map(Number));
    expect(sheet.kind(0, 0)).toBe("number");
  });

  test("an empty value is no value", () => {
    const sheet = sheetOf(
      `<row><c r="A1"><v></v></c><c r="B1"><v/></c><c r="C1"/><c r="D1"><v>1</v></c></row>`,
    );
    expect([0, 1, 2].map((column) => sheet.kind(0, column))).toEqual(["blank", "blank", "blank"]);
    expect(sheet.columnCount).toBe(4);
  });

  test("shared texts join rich text and leave phonetics out", () => {
    const sheet = sheetOf(`<row><c r="A1" t="s"><v>0</v></c></row><row><c r="A2" t="s"><v>1</v></c></row>`, {
      texts: [
        `<r><rPr><b/></rPr><t>资产</t></r><r><t xml:space="preserve"> 原值</t></r><rPh sb="0" eb="2"><t>シサン</t></rPh><phoneticPr fontId="1"/>`,
        `<t/>`,
      ],
    });
    expect(texts(sheet)).toEqual(["资产 原值", ""]);
  });

  test("inline texts are read, plain and rich, in <is> without the type and in <v> with it", () => {
    const sheet = sheetOf(
      `<row><c r="A1" t="inlineStr"><is><t>焉耆县</t></is></c></row>
       <row><c r="A2" t="inlineStr"><is><r><t>焉耆</t></r><r><t>县</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="0"/></is></c></row>
       <row><c r="A3"><is><t>和静</t></is></c></row><row><c r="A4" t="inlineStr"><v>博湖</v></c></row>`,
    );
    expect(texts(sheet)).toEqual(["焉耆县", "焉耆县", "和静", "博湖"]);
  });

  test("_x000D_ is a carriage return, _x005F_ an underscore, and runs are decoded each by itself", () => {
    const sheet = sheetOf(
      `<row><c r="A1" t="s"><v>0</v></c></row><row><c r="A2" t="s"><v>1</v></c></row>
       <row><c r="A3" t="s"><v>2</v></c></row><row><c r="A4" t="str"><v>a_x000a_b</v></c></row>`,
      { texts: ["<t>a_x000D_\nb</t>", "<t>_x005F_x000D_</t>", "<r><t>_x00</t></r><r><t>41_</t></r>"] },
    );
    expect(texts(sheet)).toEqual(["a\r\nb", "_x000D_", "_x0041_", "a\nb"]);
  });

  test("entities, character references, CDATA, comments and line ends", () => {
    const sheet = sheetOf(
      `<row><c r="A1" t="str"><v>a&amp;b &lt;&gt; &quot;&apos;</v></c></row>
       <row><c r="A2" t="str"><v>&#x7109;&#32774;&#x1F600;</v></c></row>
       <row><c r="A3" t="str"><v>一<![CDATA[<二>&amp;]]>三</v></c></row>
       <row><c r="A4" t="str"><v>四<!-- <c> -->五</v></c></row>
       <row><c r="A5" t="str"><v>六\r\n七\r八</v></c></row>
       <row><c r="A7"><v><![CDATA[5]]></v></c></row>`,
    );
    expect(texts(sheet).slice(0, 5)).toEqual([`a&b <> "'`, "焉耆😀", "一<二>&amp;三", "四五", "六\n七\n八"]);
    expect(sheet.number(6, 0)).toBe(5);
  });

  test("spaces at the edges of a text are kept", () => {
    const sheet = sheetOf(
      `<row><c t="str"><v> 合　计 </v></c></row><row><c t="inlineStr"><is><t>　x\n</t></is></c></row>`,
    );
    expect(texts(sheet)).toEqual([" 合　计 ", "　x\n"]);
  });

  test("booleans and errors", () => {
    const sheet = sheetOf(
      `<row><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="e"><v>#DIV/0!</v></c></row>`,
    );
    expect([0, 1, 2].map((column) => [sheet.kind(0, column), sheet.number(0, column)])).toEqual([
      ["boolean", 1],
      ["boolean", 0],
      ["boolean", 1],
    ]);
    expect([3, 4].map((column) => [sheet.kind(0, column), sheet.text(0, column)])).toEqual([
      ["error", "#REF!"],
      ["error", "#DIV/0!"],
    ]);
  });

  test("ISO dates become serial numbers with a date format where the style has none", () => {
    const sheet = sheetOf(
      `<row><c r="A1" t="d"><v>2021-04-20</v></c></row><row><c r="A2" t="d"><v>2021-04-20T12:00:00</v></c></row>
       <row><c r="A3" t="d" s="1"><v>1900-02-28T00:00:00Z</v></c></row><row><c r="A4" t="d"><v>18:00:00</v></c></row>`,
      { styles: [0, 14] },
    );
    expect([0, 1, 2, 3].map((row) => sheet.number(row, 0))).toEqual([44306, 44306.5, 59, 0.75]);
    expect([0, 1, 2].map((row) => sheet.format(row, 0))).toEqual([
      "yyyy-mm-dd",
      "yyyy-mm-dd hh:mm:ss",
      "yyyy/m/d",
    ]);
  });

  test("in the 1904 system an ISO date counts from 1904 and the workbook says so", () => {
    const workbook = readXlsx(
      oneSheet(`<row><c t="d"><v>2021-04-20</v></c></row>`, { workbookBefore: `<workbookPr date1904="1"/>` }),
    );
    expect(workbook.date1904).toBe(true);
    expect(first(workbook).number(0, 0)).toBe(44306 - 1462);
  });

  test("a picture of WPS in a cell is the text of its formula", () => {
    const sheet = sheetOf(
      `<row><c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1A",1)</f><v>=DISPIMG("ID_1A",1)</v></c></row>`,
    );
    expect(sheet.text(0, 0)).toBe('=DISPIMG("ID_1A",1)');
    expect(sheet.formula(0, 0)).toBe('_xlfn.DISPIMG("ID_1A",1)');
  });
});

describe("where cells stand", () => {
  test("a wrong dimension says nothing", () => {
    const sheet = first(
      readXlsx(
        makeXlsx({
          sheets: [
            {
              name: "表",
              before: `<dimension ref="A1:B2"/>`,
              data: `<row r="9"><c r="F9"><v>3</v></c></row>`,
            },
          ],
        }),
      ),
    );
    expect([sheet.rowCount, sheet.columnCount, sheet.number(8, 5)]).toEqual([9, 6, 3]);
  });

  test("rows and cells without references follow one another", () => {
    const sheet = sheetOf(
      `<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c><v>3</v></c><c r="D4"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>`,
    );
    expect([
      sheet.number(0, 0),
      sheet.number(0, 1),
      sheet.number(3, 0),
      sheet.number(3, 3),
      sheet.number(3, 4),
      sheet.number(4, 0),
    ]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("cells that are only styled take no part in the sheet's size", () => {
    const sheet = sheetOf(
      `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>`,
      {
        styles: [0, 2],
      },
    );
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
  });

  test("merges, hidden rows and hidden columns", () => {
    const sheet = first(
      readXlsx(
        makeXlsx({
          sheets: [
            {
              name: "表",
              before: `<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="9"/></cols>`,
              data: `<row r="2" hidden="true"><c r="A2"><v>1</v></c></row><row r="3" hidden="0"><c r="E3"><v>1</v></c></row>`,
              after: `<mergeCells count="2"><mergeCell ref="A1:I1"/><mergeCell ref="B3:B4"/></mergeCells>`,
            },
          ],
        }),
      ),
    );
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 8 },
      { top: 2, left: 1, bottom: 3, right: 1 },
    ]);
    expect([0, 1, 2].map((row) => sheet.hiddenRow(row))).toEqual([false, true, false]);
    expect([0, 1, 2, 3].map((column) => sheet.hiddenColumn(column))).toEqual([false, true, true, false]);
  });

  test("hidden and very hidden sheets keep their place", () => {
    const workbook = readXlsx(
      makeXlsx({
        sheets: [
          { name: "一" },
          { name: "二 &amp; 三", state: "hidden" },
          { name: "四", state: "veryHidden" },
        ],
      }),
    );
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["一", "visible"],
      ["二 & 三", "hidden"],
      ["四", "veryHidden"],
    ]);
  });
});

describe("number formats", () => {
  test("the file's own codes, built-in ones, and the Chinese ones by number", () => {
    const styles = [0, 2, 164, 14, 27, 31, 57, 58, 10, 49, 300];
    const sheet = sheetOf(
      `<row>${styles.map((_, style) => `<c s="${style}"><v>1</v></c>`).join("")}<c s="99"><v>1</v></c></row>`,
      { styles, formats: { 164: '0!.0,"万元"' } },
    );
    expect([...styles, 99].map((_, column) => sheet.format(0, column))).toEqual([
      "General",
      "0.00",
      '0!.0,"万元"',
      "yyyy/m/d",
      'yyyy"年"m"月"',
      'yyyy"年"m"月"d"日"',
      'yyyy"年"m"月"',
      'm"月"d"日"',
      "0.00%",
      "@",
      "General",
      "General",
    ]);
  });

  test("formats of conditional styles are not mistaken for those of cells", () => {
    const sheet = sheetOf(`<row><c s="1"><v>1</v></c></row>`, {
      parts: {
        "xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="0.000"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="@"/></dxf></dxfs></styleSheet>`,
      },
    });
    expect(sheet.format(0, 0)).toBe("0.000");
  });
});

describe("formulas", () => {
  test("text, presence of a stored value, and an empty text as a value", () => {
    const sheet = sheetOf(
      `<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>IF(A1&gt;9,"x","")</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
    );
    expect([0, 1, 2, 3].map((column) => sheet.formula(0, column))).toEqual([
      "SUM(B1:C1)",
      "1+1",
      'IF(A1>9,"x","")',
      "1/0",
    ]);
    expect([0, 1, 2, 3].map((column) => [sheet.stored(0, column), sheet.kind(0, column)])).toEqual([
      [true, "number"],
      [false, "blank"],
      [true, "text"],
      [true, "error"],
    ]);
  });

  test("shared formulas are written out for each cell", () => {
    const sheet = sheetOf(
      `<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1+$B$1+SUM(A:A)+'A1 表'!A1+LOG10(B1)+"A1"+A$1+_A1</f><v>1</v></c></row>
       <row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="D3"><f t="shared" si="0"/></c></row>`,
    );
    expect(sheet.formula(1, 2)).toBe(`A2+$B$1+SUM(A:A)+'A1 表'!A2+LOG10(B2)+"A1"+A$1+_A1`);
    expect(sheet.formula(2, 3)).toBe(`B3+$B$1+SUM(B:B)+'A1 表'!B3+LOG10(C3)+"A1"+B$1+_A1`);
    expect(sheet.stored(2, 3)).toBe(false);
  });

  test("a shared formula whose first cell is missing keeps its presence", () => {
    const sheet = sheetOf(`<row><c><f t="shared" si="7"/><v>2</v></c></row>`);
    expect([sheet.formula(0, 0), sheet.number(0, 0)]).toEqual(["", 2]);
  });

  test("array formulas belong to their first cell", () => {
    const sheet = sheetOf(
      `<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>`,
    );
    expect([sheet.formula(0, 0), sheet.formula(1, 0), sheet.number(1, 0)]).toEqual(["B1:B2*2", undefined, 4]);
  });
});
