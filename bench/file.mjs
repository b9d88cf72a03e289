/**
 * node --import ./bench/loader.mjs bench/file.mjs ROWS FILE [wrong]: the made workbook as an .xlsx file, the way Excel writes
 * one: shared texts, a style for each number format, DEFLATE at its usual level.
 */
import { writeFileSync } from "node:fs";
import { constants, crc32, createDeflateRaw } from "node:zlib";
import { once } from "node:events";
import { makeWorkbook } from "./workbook.mjs";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Rows written to the compressor at once. */
const ROWS = 2000;

const [rows, target, wrong] = [Number(process.argv[2]), process.argv[3], process.argv[4] === "wrong"];
const { workbook } = makeWorkbook(rows, 100, wrong);
const texts = new Map();
let uses = 0;
const formats = new Map([["General", 0]]);
const parts = [];
for (const [index, sheet] of workbook.sheets.entries()) {
  parts.push(await packed(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)));
}
parts.push(await packed("xl/sharedStrings.xml", sharedXml()));
const names = workbook.sheets.map(({ name }) => name);
const small = {
  "[Content_Types].xml":
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${DOCUMENT}.sheet.main+xml"/>` +
    names.map((_name, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${DOCUMENT}.worksheet+xml"/>`).join("") +
    `<Override PartName="/xl/styles.xml" ContentType="${DOCUMENT}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${DOCUMENT}.sharedStrings+xml"/></Types>`,
  "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
  "xl/_rels/workbook.xml.rels":
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    names.map((_name, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("") +
    `<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId${names.length + 2}" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  "xl/styles.xml": stylesXml(),
};
for (const [name, text] of Object.entries(small)) parts.push(await packed(name, [text]));
writeFileSync(target, archive(parts));

function* sheetXml(sheet) {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  const letters = Array.from({ length: sheet.columnCount }, (_none, column) => String.fromCharCode(65 + column));
  let lines = [];
  for (let row = 0; row < sheet.rowCount; row += 1) {
    let line = `<row r="${row + 1}">`;
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const kind = sheet.kind(row, column);
      if (kind === "blank") continue;
      const style = styleOf(sheet.format(row, column));
      const start = `<c r="${letters[column]}${row + 1}"${style === 0 ? "" : ` s="${style}"`}`;
      line += kind === "number" ? `${start}><v>${sheet.number(row, column)}</v></c>` : `${start} t="s"><v>${textOf(sheet.text(row, column))}</v></c>`;
    }
    lines.push(`${line}</row>`);
    if (lines.length < ROWS) continue;
    yield lines.join("");
    lines = [];
  }
  yield `${lines.join("")}</sheetData></worksheet>`;
}

function textOf(text) {
  uses += 1;
  let index = texts.get(text);
  if (index === undefined) texts.set(text, (index = texts.size));
  return index;
}

function styleOf(format) {
  let index = formats.get(format);
  if (index === undefined) formats.set(format, (index = formats.size));
  return index;
}

function* sharedXml() {
  yield `${HEAD}<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${texts.size}">`;
  let items = [];
  for (const text of texts.keys()) {
    items.push(`<si><t>${text}</t></si>`);
    if (items.length < ROWS * 10) continue;
    yield items.join("");
    items = [];
  }
  yield `${items.join("")}</sst>`;
}

function stylesXml() {
  const own = [...formats.keys()].slice(1);
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${own.length}">${own.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`).join("")}</numFmts>` +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${own.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${own.map((_code, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`
  );
}

async function packed(name, pieces) {
  const deflate = createDeflateRaw({ level: constants.Z_DEFAULT_COMPRESSION });
  const chunks = [];
  deflate.on("data", (chunk) => chunks.push(chunk));
  const ended = once(deflate, "end");
  let [size, checksum] = [0, 0];
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    checksum = crc32(bytes, checksum);
    if (!deflate.write(bytes)) await once(deflate, "drain");
  }
  deflate.end();
  await ended;
  return { name: Buffer.from(name), data: Buffer.concat(chunks), size, checksum };
}

function archive(entries) {
  const blocks = [];
  const records = [];
  let at = 0;
  for (const { name, data, size, checksum } of entries) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(0x210000, 6);
    common.writeUInt32LE(checksum, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 4);
    common.copy(record, 6);
    record.writeUInt32LE(at, 42);
    records.push(record, name);
    blocks.push(Buffer.from([0x50, 0x4b, 3, 4]), common, name, data);
    at += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...blocks, directory, end]);
}
