#!/usr/bin/env bash
# exceljs 4.4.0, Node 20: cells that hold an ISO date (t="d", ISO/IEC 29500-1 §18.18.11; what Excel itself writes into a
# workbook saved as "Strict Open XML Spreadsheet").
#
# The cell <c t="d"><v>2021-04-20</v></c> with a date format should be 20 April 2021. exceljs reads the text as a number up
# to the first hyphen: 2021, which with the date format becomes 13 July 1905, and without one stays the number 2021.
# No error, no warning: a deadline check on such a workbook judges a date of 1905. @e965/xlsx 0.20.3 reads 44306 from the
# same file.
#
# Seen: exceljs formatted=1905-07-13 plain=2021 sheetjs=44306
# Exit 0 while it is so, 1 once it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --save-exact exceljs@4.4.0 fflate@0.8.3 @e965/xlsx@0.20.3 >/dev/null
cat > run.cjs <<'JS'
const ExcelJS = require("exceljs");
const XLSX = require("@e965/xlsx");
const { strToU8, zipSync } = require("fflate");

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const rels = "http://schemas.openxmlformats.org/package/2006/relationships";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const parts = {
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" s="1" t="d"><v>2021-04-20</v></c><c r="B1" t="d"><v>2021-04-20</v></c></row></sheetData></worksheet>`,
};
const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes));
  const sheet = book.worksheets[0];
  const formatted = sheet.getCell("A1").value;
  const plain = sheet.getCell("B1").value;
  const day = formatted instanceof Date ? formatted.toISOString().slice(0, 10) : String(formatted);
  const theirs = XLSX.read(bytes, { type: "array" }).Sheets.Sheet1.A1.v;
  console.log(`exceljs formatted=${day} plain=${plain} sheetjs=${theirs}`);
  process.exit(day === "1905-07-13" && plain === 2021 && Math.floor(theirs) === 44306 ? 0 : 1);
})();
JS
node run.cjs
