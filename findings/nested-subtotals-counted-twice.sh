#!/usr/bin/env bash
# HyperFormula 3.5.0, excelize-wasm 0.1.3 (CalcCellValue) and xlsx-calc 0.9.2 with @formulajs/formulajs 4.6.1, Node 20: a
# column with SUBTOTAL(9,…) in its rows 小计 and again in its row 合计, the way Excel's own command 分类汇总 builds it.
#
# SUBTOTAL leaves cells that hold a SUBTOTAL themselves out of its range "to avoid double counting" (Microsoft, "SUBTOTAL
# function", Remarks; ECMA-376-1 §18.17.7, SUBTOTAL). These three add them again: the total is twice the right one, and no
# error says so. @ironcalc/wasm 0.8.4 gets it right.
#
# Seen: right 1000; HyperFormula 2000, excelize-wasm 2000, xlsx-calc 2000, IronCalc 1000
# Exit 0 while it is so, 1 once it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --save-exact hyperformula@3.5.0 excelize-wasm@0.1.3 xlsx-calc@0.9.2 \
  @formulajs/formulajs@4.6.1 @ironcalc/wasm@0.8.4 >/dev/null
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as formulajs from "@formulajs/formulajs";
import startIronCalc, { Model } from "@ironcalc/wasm";
import { HyperFormula } from "hyperformula";

const require = createRequire(import.meta.url);
const calculate = require("xlsx-calc");
const { init } = require("excelize-wasm");

const column = [100, 200, "=SUBTOTAL(9,A1:A2)", 300, 400, "=SUBTOTAL(9,A4:A5)", "=SUBTOTAL(9,A1:A6)"];

function byHyperFormula() {
  const engine = HyperFormula.buildFromArray(
    column.map((cell) => [cell]),
    { licenseKey: "gpl-v3" },
  );
  return engine.getCellValue({ sheet: 0, row: 6, col: 0 });
}

async function byExcelize() {
  const file = (await init("./node_modules/excelize-wasm/excelize.wasm.gz")).NewFile();
  column.forEach((cell, index) => {
    if (typeof cell === "number") file.SetCellValue("Sheet1", `A${index + 1}`, cell);
    else file.SetCellFormula("Sheet1", `A${index + 1}`, cell);
  });
  return Number(file.CalcCellValue("Sheet1", "A7").value);
}

function byXlsxCalc() {
  calculate.import_functions(formulajs);
  const sheet = { "!ref": "A1:A7" };
  column.forEach((cell, index) => {
    sheet[`A${index + 1}`] = typeof cell === "number" ? { t: "n", v: cell } : { f: cell.slice(1) };
  });
  calculate({ SheetNames: ["表1"], Sheets: { 表1: sheet } });
  return sheet.A7.v;
}

async function byIronCalc() {
  await startIronCalc({ module_or_path: readFileSync("node_modules/@ironcalc/wasm/wasm_bg.wasm") });
  const model = new Model("book", "en", "Asia/Shanghai", "en");
  column.forEach((cell, index) => model.setUserInput(0, index + 1, 1, String(cell)));
  model.evaluate();
  return Number(model.getFormattedCellValue(0, 7, 1));
}

const seen = [byHyperFormula(), await byExcelize(), byXlsxCalc(), await byIronCalc()];
const [hyperformula, excelize, xlsxCalc, ironcalc] = seen;
console.log(
  `right 1000; HyperFormula ${hyperformula}, excelize-wasm ${excelize}, xlsx-calc ${xlsxCalc}, IronCalc ${ironcalc}`,
);
process.exit(String(seen) === "2000,2000,2000,1000" ? 0 : 1);
JS
node run.mjs
