#!/usr/bin/env bash
# excelize-wasm 0.1.3 (GetCellValue) and hucre 1.0.0 (formatValue), Node 20: number formats with conditions, by which sheets
# show a coded 1 and 0 as 是 and 否, a score as a grade, or a zero as 无.
#
# A section is used when its condition in brackets holds for the value (ECMA-376-1 §18.8.31; Microsoft, "Number format
# codes": "Specify conditions"), and without conditions the third section is that for zero. excelize-wasm
# takes the first section for every number that is not negative: 否 comes out as 是, 优秀 as 不合格. hucre takes the wrong
# one: 2 becomes 否, 0 stays 0, 95 is 合格. Neither gives an error, and what they say is not what the officer sees.
# @e965/xlsx 0.20.3 (SSF) takes the right ones.
#
# Seen, each as value → right / excelize-wasm / hucre:
#   [=1]"是";[=0]"否";0                   1 → 是/是/是          0 → 否/是/0          2 → 2/是/否
#   [<60]"不合格";[<80]"合格";"优秀"     50 → 不合格/不合格/不合格  70 → 合格/不合格/合格  95 → 优秀/不合格/合格
#   0.00;-0.00;"无"                       0 → 无/0.00/无
# Exit 0 while it is so, 1 once it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --save-exact excelize-wasm@0.1.3 hucre@1.0.0 @e965/xlsx@0.20.3 >/dev/null
cat > run.mjs <<'JS'
import { createRequire } from "node:module";
import * as XLSX from "@e965/xlsx";
import { formatValue } from "hucre";

const { init } = createRequire(import.meta.url)("excelize-wasm");

const cases = [
  ['[=1]"是";[=0]"否";0', 1, "是/是/是"],
  ['[=1]"是";[=0]"否";0', 0, "否/是/0"],
  ['[=1]"是";[=0]"否";0', 2, "2/是/否"],
  ['[<60]"不合格";[<80]"合格";"优秀"', 50, "不合格/不合格/不合格"],
  ['[<60]"不合格";[<80]"合格";"优秀"', 70, "合格/不合格/合格"],
  ['[<60]"不合格";[<80]"合格";"优秀"', 95, "优秀/不合格/合格"],
  ['0.00;-0.00;"无"', 0, "无/0.00/无"],
];
const sheet = { "!ref": `A1:A${cases.length}` };
cases.forEach(([format, value], index) => {
  sheet[`A${index + 1}`] = { t: "n", v: value, z: format };
});
const bytes = new Uint8Array(
  XLSX.write({ SheetNames: ["表1"], Sheets: { 表1: sheet } }, { type: "array", bookType: "xlsx" }),
);
const excelize = await init("./node_modules/excelize-wasm/excelize.wasm.gz");
const file = excelize.OpenReader(bytes);
const read = XLSX.read(bytes, { type: "array" }).Sheets["表1"];

let same = true;
cases.forEach(([format, value, expected], index) => {
  const cell = `A${index + 1}`;
  const seen = [read[cell].w, file.GetCellValue("表1", cell).value, formatValue(value, format)].join("/");
  console.log(`${format} ${value} → ${seen}`);
  same &&= seen === expected;
});
process.exit(same ? 0 : 1);
JS
node run.mjs
