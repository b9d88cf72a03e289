import { describe, expect, test } from "@jest/globals";
import * as library from "@e965/xlsx";
import type { SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { openWorkbook } from "../../../src/hosts/file/open";
import { FileProblem } from "../../../src/hosts/file/problem";

/** "序号 县市 焉耆县 是" in GBK, as bytes. */
const GBK = {
  序号: [0xd0, 0xf2, 0xba, 0xc5],
  县市: [0xcf, 0xd8, 0xca, 0xd0],
  焉耆县: [0xd1, 0xc9, 0xea, 0xc8, 0xcf, 0xd8],
} as const;

type Piece = string | readonly number[];

function bytesOf(...pieces: readonly Piece[]): Uint8Array {
  return Uint8Array.from(
    pieces.flatMap((piece) =>
      typeof piece === "string" ? Array.from(new TextEncoder().encode(piece)) : Array.from(piece),
    ),
  );
}

async function sheetOf(bytes: Uint8Array): Promise<SheetSnapshot> {
  const { snapshot, kind } = await openWorkbook(bytes, "导出.xls");
  expect(kind).toBe("old");
  const [sheet] = snapshot.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

describe("HTML named .xls", () => {
  const rows: readonly Piece[] = [
    "<table><tr><td>",
    GBK["序号"],
    "</td><td>",
    GBK["县市"],
    "</td></tr><tr><td>00123</td><td>1,234.50</td><td>",
    GBK["焉耆县"],
    "</td><td>143400.10</td><td>-5</td><td>0.1 </td><td>2021-04-20</td><td>1e5</td><td>TRUE</td></tr></table>",
  ];

  test.each([
    [
      "declared gb2312",
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>`,
    ],
    ["declared gbk", `<html><head><meta charset=gbk></head>`],
    ["declared utf-8 although it is not", `<html><head><meta charset="utf-8"></head>`],
    ["without a declaration", `<html>`],
  ])("Chinese in GBK, %s", async (_, head) => {
    const sheet = await sheetOf(bytesOf(head, ...rows));
    expect([sheet.text(0, 0), sheet.text(0, 1), sheet.text(1, 2)]).toEqual(["序号", "县市", "焉耆县"]);
  });

  test("UTF-8 is read as such, with and without a byte order mark", async () => {
    for (const mark of [[], [0xef, 0xbb, 0xbf]]) {
      const sheet = await sheetOf(bytesOf(mark, "<table><tr><td>焉耆县</td></tr></table>"));
      expect(sheet.text(0, 0)).toBe("焉耆县");
    }
  });

  test("texts stay texts; only what is written exactly as a number is one, with its decimals", async () => {
    const sheet = await sheetOf(bytesOf("<html>", ...rows));
    expect([0, 1, 6, 7, 8].map((column) => [sheet.kind(1, column), sheet.text(1, column)])).toEqual([
      ["text", "00123"],
      ["text", "1,234.50"],
      ["text", "2021-04-20"],
      ["text", "1e5"],
      ["text", "TRUE"],
    ]);
    expect([3, 4, 5].map((column) => [sheet.number(1, column), sheet.format(1, column)])).toEqual([
      [143400.1, "0.00"],
      [-5, "General"],
      [0.1, "0.0"],
    ]);
  });

  test("cells over several rows and columns are merges and move the others aside", async () => {
    const sheet = await sheetOf(
      bytesOf(
        "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
      ),
    );
    expect([sheet.text(0, 1), sheet.text(1, 1), sheet.text(1, 2)]).toEqual(["b", "c", "d"]);
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ]);
  });

  test("spans beyond any sheet are refused before anything is filled", async () => {
    for (const span of ["2000000000", "1e999", "Infinity", "0x7fffffff"]) {
      await expect(
        sheetOf(bytesOf(`<table><tr><td colspan="${span}">a</td></tr></table>`)),
      ).rejects.toBeInstanceOf(FileProblem);
    }
  });
});

describe("SpreadsheetML 2003 named .xls", () => {
  const xml = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"><NumberFormat ss:Format="0.00"/></Style></Styles><Worksheet ss:Name="T1"><Table><Row><Cell><Data ss:Type="String">`;
  const tail = `</Data></Cell><Cell ss:StyleID="s1"><Data ss:Type="Number">143400.108</Data></Cell><Cell ss:Index="5"><Data ss:Type="String">00123</Data></Cell><Cell ss:Formula="=R1C2*2"><Data ss:Type="Number">286800.216</Data></Cell></Row></Table></Worksheet></Workbook>`;

  test("texts, numbers, formats and values of formulas, in UTF-8 and in GBK", async () => {
    for (const [encoding, name] of [
      ["UTF-8", "焉耆县"],
      ["gb2312", GBK["焉耆县"]],
    ] as const) {
      const sheet = await sheetOf(bytesOf(xml(encoding), name, tail));
      expect([sheet.name, sheet.text(0, 0), sheet.text(0, 4)]).toEqual(["T1", "焉耆县", "00123"]);
      expect([sheet.number(0, 1), sheet.format(0, 1), sheet.number(0, 5)]).toEqual([
        143400.108,
        "0.00",
        286800.216,
      ]);
    }
  });
});

test("an index beyond any sheet in SpreadsheetML is refused before anything is filled", async () => {
  for (const index of ["2000000000", "1e999"]) {
    const xml = `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="T"><Table><Row ss:Index="${index}"><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>`;
    await expect(sheetOf(bytesOf(xml))).rejects.toBeInstanceOf(FileProblem);
  }
});

/** A BIFF8 file of one sheet, made by the library that reads it. */
function biff(
  rows: readonly (readonly library.CellObject[])[],
  more: Partial<library.WorkSheet> = {},
): Uint8Array {
  const sheet: library.WorkSheet = { ...more };
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      sheet[library.utils.encode_cell({ r, c })] = cell;
    });
  });
  sheet["!ref"] = library.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: 8 } });
  const book = library.utils.book_new();
  library.utils.book_append_sheet(book, sheet, "表5扶贫资产");
  return new Uint8Array(library.write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
}

describe("BIFF8 .xls", () => {
  test("texts, numbers, errors, booleans, formats and merges", async () => {
    const sheet = await sheetOf(
      biff(
        [
          [
            { t: "s", v: "资产原值" },
            { t: "n", v: 17290.12, z: "#,##0.00" },
            { t: "e", v: 0x17 },
            { t: "b", v: true },
          ],
        ],
        { "!merges": [{ s: { r: 2, c: 0 }, e: { r: 2, c: 3 } }] },
      ),
    );
    expect([sheet.name, sheet.text(0, 0), sheet.number(0, 1), sheet.format(0, 1)]).toEqual([
      "表5扶贫资产",
      "资产原值",
      17290.12,
      "#,##0.00",
    ]);
    expect([sheet.kind(0, 2), sheet.text(0, 2), sheet.kind(0, 3), sheet.number(0, 3)]).toEqual([
      "error",
      "#REF!",
      "boolean",
      1,
    ]);
    expect(sheet.merges).toEqual([{ top: 2, left: 0, bottom: 2, right: 3 }]);
  });

  test("the Chinese date formats have their codes, for the first cell as for the second", async () => {
    const bytes = biff([
      [
        { t: "n", v: 44306, z: "0.00%" },
        { t: "n", v: 44307, z: "0.00%" },
      ],
    ]);
    // XF records (0x00E0): the number of the format stands behind that of the font; 10 is 0.00%, 57 a Chinese date.
    let changed = 0;
    for (let at = 0; at + 8 < bytes.length; at++) {
      if (bytes[at] !== 0xe0 || bytes[at + 1] !== 0 || bytes[at + 3] !== 0) continue;
      if ((bytes[at + 2] !== 20 && bytes[at + 2] !== 16) || bytes[at + 6] !== 10 || bytes[at + 7] !== 0)
        continue;
      bytes[at + 6] = 57;
      changed++;
    }
    expect(changed).toBeGreaterThan(0);
    const sheet = await sheetOf(bytes);
    expect([sheet.format(0, 0), sheet.format(0, 1)]).toEqual(['yyyy"年"m"月"', 'yyyy"年"m"月"']);
  });

  test("a damaged container ends in one sentence", async () => {
    const bytes = biff([[{ t: "s", v: "x" }]]);
    await expect(sheetOf(bytes.subarray(0, 700))).rejects.toBeInstanceOf(FileProblem);
  });
});
