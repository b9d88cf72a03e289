#!/usr/bin/env bash
# mammoth 1.13.0 gives text that Word hides (w:vanish) as if it stood in the document.
#
# A report often holds hidden figures: notes of a colleague, the figure of last year kept beside the new one. Word and
# WPS do not show or print them. mammoth drops tracked deletions, but hidden runs come out in extractRawText and in
# convertToHtml, with no message, so that a check of the report's figures would speak of figures that nobody sees.
#
# Seen: raw text "支出100万元999万元。" for a paragraph that Word shows as "支出100万元。"; messages: none.
# Exits 0 while that is so.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund mammoth@1.13.0 docx@9.5.1 >/dev/null 2>&1
cat >run.mjs <<'JS'
import { Document, Packer, Paragraph, TextRun } from "docx";
import mammoth from "mammoth";

const runs = [
  new TextRun("支出100万元"),
  new TextRun({ text: "999万元", vanish: true }),
  new TextRun("。"),
];
const file = new Document({ sections: [{ children: [new Paragraph({ children: runs })] }] });
const buffer = await Packer.toBuffer(file);
const raw = await mammoth.extractRawText({ buffer });
const html = await mammoth.convertToHtml({ buffer });
console.log(JSON.stringify(raw.value.trim()), html.value, JSON.stringify([...raw.messages, ...html.messages]));
const shown = raw.value.includes("999万元") && html.value.includes("999万元");
process.exit(shown && raw.messages.length + html.messages.length === 0 ? 0 : 1);
JS
node run.mjs
