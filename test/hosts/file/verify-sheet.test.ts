/** Each fault that a worksheet of ours could have is seen by our own check; a sound one passes. */
import { describe, expect, test } from "@jest/globals";
import { checkFormula, startSheetCheck } from "../../../src/hosts/file/verify-sheet";

const AROUND = { formats: 2, sheetNames: new Set(["表5", "o'brien表"]) };

function check(sheetData: string, rest = ""): string | undefined {
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData>${rest}</worksheet>`;
  return checkXml(xml);
}

function checkXml(xml: string): string | undefined {
  const sheet = startSheetCheck("sheet", AROUND);
  const bytes = new TextEncoder().encode(xml);
  for (let at = 0; at < bytes.length; at += 7) sheet.take(bytes.subarray(at, at + 7));
  return sheet.problem();
}

const SOUND =
  `<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>-1.5</v></c></row>` +
  `<row r="3"><c r="A3"><f>'表5'!A1</f><v>2</v></c><c r="C3" t="str"><f>"("</f><v>(</v></c></row>`;

test("a sound sheet passes", () => {
  expect(
    check(
      SOUND,
      `<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C1:C2"/></mergeCells><hyperlinks><hyperlink ref="A1" location="'表5'!D8"/></hyperlinks>`,
    ),
  ).toBeUndefined();
});

describe("seen", () => {
  const cell = (xml: string): string => `<row r="1">${xml}</row>`;
  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    ["text in a number cell", cell('<c r="A1"><v>甲</v></c>'), "", /number/],
    ["two cells with one reference", cell('<c r="A1"/><c r="A1"/>'), "", /cell A1/],
    ["cells out of order", cell('<c r="B1"/><c r="A1"/>'), "", /cell A1/],
    ["rows out of order", '<row r="2"/><row r="1"/>', "", /row 1/],
    ["a cell in another row", '<row r="2"><c r="A1"/></row>', "", /cell A1/],
    ["a style out of range", cell('<c r="A1" s="2"/>'), "", /style/],
    ["an inline string without content", cell('<c r="A1" t="inlineStr"/>'), "", /inline string/],
    ["a formula without a value", cell('<c r="A1"><f>1+1</f></c>'), "", /without value/],
    ["a shared string", cell('<c r="A1" t="s"><v>0</v></c>'), "", /type/],
    [
      "merges that overlap",
      "",
      '<mergeCells count="2"><mergeCell ref="A1:C3"/><mergeCell ref="B3:D4"/></mergeCells>',
      /overlap/,
    ],
    ["a cell beyond the columns of a sheet", cell('<c r="AAAA1"/>'), "", /cell AAAA1/],
    [
      "a character that XML cannot hold",
      cell('<c r="A1" t="inlineStr"><is><t>\u0007</t></is></c>'),
      "",
      /XML/,
    ],
    ["a character that is none", cell('<c r="A1" t="inlineStr"><is><t>\uFFFE</t></is></c>'), "", /XML/],
    ["an unknown entity", cell('<c r="A1" t="inlineStr"><is><t>&nbsp;</t></is></c>'), "", /XML/],
    ["tags that do not close", '<row r="1"><c r="A1"></row>', "", /XML/],
    [
      "an unknown entity in a message",
      "",
      '<dataValidations count="1"><dataValidation error="&nbsp;"/></dataValidations>',
      /XML/,
    ],
    ["a wrong count of validations", "", '<dataValidations count="1"></dataValidations>', /count/],
    ["a wrong count", "", '<mergeCells count="2"><mergeCell ref="A1:C3"/></mergeCells>', /count/],
    [
      "a link to a missing sheet",
      "",
      `<hyperlinks><hyperlink ref="A1" location="'没有'!A1"/></hyperlinks>`,
      /link/,
    ],
    [
      "a link out of the workbook",
      "",
      '<hyperlinks><hyperlink ref="A1" location="http://example.com"/></hyperlinks>',
      /link/,
    ],
  ];
  test.each(cases)("%s", (_, data, rest, message) => {
    expect(check(data, rest)).toMatch(message);
  });
});

test.each([
  ["another element outside", "<workbook/>", /XML/],
  [
    "no sheetData",
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    /sheetData/,
  ],
  [
    "an end too early",
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    /XML/,
  ],
])("%s is seen", (_, xml, message) => {
  expect(checkXml(xml)).toMatch(message);
});

describe("formulas", () => {
  test.each(["SUM('表5'!A1:A3)", "'O''Brien表'!B2", 'IF(A1="不适用",")",1)', "ROUND((1+2)*3,2)"])(
    "%s passes",
    (formula) => {
      expect(checkFormula(formula, AROUND.sheetNames)).toBeUndefined();
    },
  );

  test.each(["", "=1", "SUM(1", "1)+(2", '"a', "'没有'!A1", "'表5!A1"])("%s does not", (formula) => {
    expect(checkFormula(formula, AROUND.sheetNames)).toBeDefined();
  });
});
