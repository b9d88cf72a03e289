#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS CE 0.20.3), Node 20: the number formats 0\.0, and 0!.0, by which Chinese finance workbooks show
# 元 as 万元. The comma at the end divides by a thousand, the point is a literal between two digits ("\" makes the next
# character one, ECMA-376-1 §18.8.31; "!" is the usual spelling of the same in Chinese guides): 12345 is 12 thousands, shown
# as 1.2.
#
# SheetJS writes .12 for the first, a tenth of the amount and without its leading digit, and 12!.3 for the second, which is no
# number at all. No error is given. A program that compares or prints the text `w` of such cells tells the officer another
# amount than the sheet shows. The value `v` is right.
#
# Seen: "!" 12!.3, "\" .12
# Exit 0 while it is so, 1 once it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --save-exact @e965/xlsx@0.20.3 >/dev/null
cat > run.cjs <<'JS'
const XLSX = require("@e965/xlsx");

/** The text of 12345 after a round trip through a file with this format. */
function shown(format) {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, { A1: { t: "n", v: 12345, z: format }, "!ref": "A1" }, "Sheet1");
  const bytes = XLSX.write(book, { type: "array", bookType: "xlsx" });
  const cell = XLSX.read(bytes, { type: "array", cellNF: true }).Sheets.Sheet1.A1;
  if (cell.z !== format) throw new Error(`the format came back as ${cell.z}`);
  return cell.w;
}

const [exclamation, backslash] = [shown("0!.0,"), shown("0\\.0,")];
console.log(`"!" ${exclamation}, "\\" ${backslash}`);
process.exit(exclamation === "12!.3" && backslash === ".12" ? 0 : 1);
JS
node run.cjs
