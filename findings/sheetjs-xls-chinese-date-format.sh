#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS CE 0.20.3), Node 20: a .xls (BIFF8) whose cells have one of the built-in Chinese date
# formats (here number 57, yyyy"年"m"月", which needs no FORMAT record).
#
# With cellNF: true every formatted cell should carry its format code in `z`. Cells of format 57 carry none, on the first
# reading and on every later one, while the text `w` shows that the reader knows it for a date ("4/20/21"). A program that
# goes by `z` takes a date column of a Chinese .xls for plain numbers (44306). The same cells with format 14 have z "m/d/yy".
#
# Seen: z57=undefined w57=4/20/21 z14=m/d/yy
# Exit 0 while it is so, 1 once it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --save-exact @e965/xlsx@0.20.3 >/dev/null
cat > run.cjs <<'JS'
const XLSX = require("@e965/xlsx");

/** A BIFF8 workbook of one date, its cell styles that had format 10 (0.00%) given another number. */
function workbook(format) {
  const sheet = { A1: { t: "n", v: 44306, z: "0.00%" }, "!ref": "A1" };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "Sheet1");
  const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "biff8" }));
  for (let at = 0; at + 8 < bytes.length; at++) {
    // XF record: 0x00E0, length, then font and number of the format.
    const record = bytes[at] === 0xe0 && bytes[at + 1] === 0 && bytes[at + 3] === 0;
    if (record && (bytes[at + 2] === 20 || bytes[at + 2] === 16) && bytes[at + 6] === 10) bytes[at + 6] = format;
  }
  return bytes;
}

const read = (format) => XLSX.read(workbook(format), { type: "array", cellNF: true }).Sheets.Sheet1.A1;
read(57);
const chinese = read(57);
const plain = read(14);
const seen = `z57=${chinese.z} w57=${chinese.w} z14=${plain.z}`;
console.log(seen);
process.exit(chinese.z === undefined && chinese.w === "4/20/21" && plain.z === "m/d/yy" ? 0 : 1);
JS
node run.cjs
