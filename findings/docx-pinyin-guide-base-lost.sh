#!/usr/bin/env bash
# mammoth 1.13.0, docx-preview 0.4.1 and officeparser 7.8.0, Node 20: a word with a pinyin guide (Word and WPS: 拼音指南), as
# reports give to rare characters in the names of villages and counties, here 焉耆 (yānqí).
#
# <w:ruby> holds the guide in <w:rt> and the word itself in <w:rubyBase>; the word is shown where it stands, the guide above
# it (ISO/IEC 29500-1 §17.3.3.25 ruby, §17.3.3.27 rubyBase). All three readers drop both: the county's name is gone and the
# sentence still reads well. docx-preview and officeparser say nothing, mammoth names the element. LibreOffice 7.4 has the name.
#
# Seen: mammoth 县到位资金5万元。 ["An unrecognised element was ignored: w:ruby"]
#       docx-preview 县到位资金5万元。
#       officeparser 县到位资金5万元。
# Exit 0 while it is so, 1 once it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts --save-exact mammoth@1.13.0 docx-preview@0.4.1 \
  officeparser@7.8.0 jsdom@26.1.0 fflate@0.8.3 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { strToU8, zipSync } from "fflate";
import { JSDOM } from "jsdom";
import mammoth from "mammoth";
import { parseOffice } from "officeparser";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const properties = '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr>';
const ruby = `<w:r><w:ruby>${properties}<w:rt>${run("yānqí")}</w:rt><w:rubyBase>${run("焉耆")}</w:rubyBase></w:ruby></w:r>`;
const parts = {
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  "word/document.xml": `<w:document xmlns:w="${word}"><w:body><w:p>${ruby}${run("县到位资金5万元。")}</w:p><w:sectPr/></w:body></w:document>`,
};
const buffer = Buffer.from(
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))),
);

const raw = await mammoth.extractRawText({ buffer });
const byMammoth = raw.value.trim();
console.log(`mammoth ${byMammoth} ${JSON.stringify(raw.messages.map(({ message }) => message))}`);

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document, DOMParser: window.DOMParser, Node: window.Node });
const { renderAsync } = await import("docx-preview");
const page = window.document.createElement("div");
await renderAsync(buffer, page, null, { inWrapper: false });
const byPreview = page.querySelector("section").textContent.trim();
console.log(`docx-preview ${byPreview}`);

const byParser = (await parseOffice(buffer)).toText().trim();
console.log(`officeparser ${byParser}`);

process.exit([byMammoth, byPreview, byParser].every((text) => text === "县到位资金5万元。") ? 0 : 1);
JS
node run.mjs
