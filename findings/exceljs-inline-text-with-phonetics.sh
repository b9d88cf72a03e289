#!/usr/bin/env bash
# exceljs 4.4.0, Node 20: an inline text that has phonetic properties, <phoneticPr>, which East Asian editions of Excel put
# behind the text of a string, or a reading, <rPh>. An inline <is> may have both just as a shared <si> may (ISO/IEC 29500-1
# §18.3.1.53 and §18.4.8, one type, CT_Rst; §18.4.3 phoneticPr, §18.4.6 rPh); Microsoft's Open XML SDK validator finds nothing
# wrong with this workbook, and LibreOffice 7.4 shows all of it.
#
# exceljs loses that cell and every cell after it, to the end of the sheet: no value, no error, and the sheet looks like one
# that was filled in half. In a shared string it takes the same elements. A total of the column is 100 instead of 600.
# @e965/xlsx 0.20.3 reads all cells.
#
# Seen: exceljs 合计 100 of [100,null,null], sheetjs 合计 600 of [100,200,300]
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
const text = (name, phonetics) => `t="inlineStr"><is><t>${name}</t>${phonetics}</is></c>`;
const row = (number, name, amount, phonetics = "") =>
  `<row r="${number}"><c r="A${number}" ${text(name, phonetics)}<c r="B${number}"><v>${amount}</v></c></row>`;
const parts = {
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${row(1, "办公费", 100)}${row(2, "差旅费", 200, '<phoneticPr fontId="0" type="noConversion"/>')}${row(3, "培训费", 300)}</sheetData></worksheet>`,
};
const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));

(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes));
  const theirs = XLSX.read(bytes, { type: "array" }).Sheets["表1"];
  const cells = ["B1", "B2", "B3"];
  const seen = cells.map((cell) => book.worksheets[0].getCell(cell).value);
  const right = cells.map((cell) => theirs[cell].v);
  const total = (amounts) => amounts.reduce((sum, amount) => sum + (amount ?? 0), 0);
  console.log(
    `exceljs 合计 ${total(seen)} of ${JSON.stringify(seen)}, sheetjs 合计 ${total(right)} of ${JSON.stringify(right)}`,
  );
  process.exit(JSON.stringify(seen) === "[100,null,null]" && total(right) === 600 ? 0 : 1);
})();
JS
node run.cjs
