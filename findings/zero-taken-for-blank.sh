#!/usr/bin/env bash
# excelize-wasm 0.1.3 (CalcCellValue) and Univer 0.25.1 (@univerjs/engine-formula), Node 20: a cell that holds the number 0,
# asked whether it is empty, =IF(A1="","未填",A1), as attachment tables do to tell "nothing spent" from "not filled in".
#
# A number never equals a text, and "" is a text (OASIS OpenFormula 1.2, infix operator "=": values of different types are not
# equal; Excel's "=" does the same): only a blank cell equals 0 and "" both, so the answer here is 0. excelize-wasm says
# 未填. Univer says 0 the first time, and 未填 to every further cell that asks the same of A1: one formula, written twice, has
# two answers. No error in either. Right in the same run: @ironcalc/wasm 0.8.4 and HyperFormula 3.5.0; LibreOffice 7.4 too.
#
# Seen, A1 = 0, the formula in B1 and again in B2:
#   excelize-wasm 未填 未填, Univer 0 未填, IronCalc 0 0, HyperFormula 0 0
# Exit 0 while it is so, 1 once it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts --save-exact @univerjs/core@0.25.1 \
  @univerjs/engine-formula@0.25.1 @univerjs/sheets@0.25.1 @univerjs/sheets-formula@0.25.1 \
  excelize-wasm@0.1.3 @ironcalc/wasm@0.8.4 hyperformula@3.5.0 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import startIronCalc, { Model } from "@ironcalc/wasm";
import { HyperFormula } from "hyperformula";

const require = createRequire(import.meta.url);
const { init } = require("excelize-wasm");
const { LocaleType, Univer } = require("@univerjs/core");
const { FUniver } = require("@univerjs/core/facade");
const { UniverFormulaEnginePlugin } = require("@univerjs/engine-formula");
const { UniverSheetsPlugin } = require("@univerjs/sheets");
const { UniverSheetsFormulaPlugin } = require("@univerjs/sheets-formula");
require("@univerjs/sheets/facade");
require("@univerjs/engine-formula/facade");
require("@univerjs/sheets-formula/facade");

const formula = '=IF(A1="","未填",A1)';

async function byExcelize() {
  const file = (await init("./node_modules/excelize-wasm/excelize.wasm.gz")).NewFile();
  file.SetCellValue("Sheet1", "A1", 0);
  for (const cell of ["B1", "B2"]) file.SetCellFormula("Sheet1", cell, formula);
  return ["B1", "B2"].map((cell) => file.CalcCellValue("Sheet1", cell).value);
}

async function byUniver() {
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: { [LocaleType.ZH_CN]: {} } });
  for (const plugin of [UniverFormulaEnginePlugin, UniverSheetsPlugin, UniverSheetsFormulaPlugin]) {
    univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const cellData = { 0: { 0: { v: 0 }, 1: { f: formula } }, 1: { 1: { f: formula } } };
  const sheets = { one: { id: "one", name: "表1", cellData, rowCount: 20, columnCount: 5 } };
  const book = api.createWorkbook({ id: "book", sheetOrder: ["one"], sheets });
  const engine = api.getFormula();
  engine.executeCalculation();
  await engine.onCalculationEnd();
  return ["B1", "B2"].map((cell) => book.getActiveSheet().getRange(cell).getValue());
}

async function byIronCalc() {
  await startIronCalc({ module_or_path: readFileSync("node_modules/@ironcalc/wasm/wasm_bg.wasm") });
  const model = new Model("book", "en", "Asia/Shanghai", "en");
  model.setUserInput(0, 1, 1, "0");
  for (const row of [1, 2]) model.setUserInput(0, row, 2, formula);
  model.evaluate();
  return [1, 2].map((row) => model.getFormattedCellValue(0, row, 2));
}

function byHyperFormula() {
  const engine = HyperFormula.buildFromArray([[0, formula], [null, formula]], { licenseKey: "gpl-v3" });
  return [0, 1].map((row) => engine.getCellValue({ sheet: 0, row, col: 1 }));
}

const excelize = (await byExcelize()).join(" ");
const univer = (await byUniver()).join(" ");
const ironcalc = (await byIronCalc()).join(" ");
const hyperformula = byHyperFormula().join(" ");
console.log(`excelize-wasm ${excelize}, Univer ${univer}, IronCalc ${ironcalc}, HyperFormula ${hyperformula}`);
const right = ironcalc === "0 0" && hyperformula === "0 0";
process.exit(excelize === "未填 未填" && univer === "0 未填" && right ? 0 : 1);
JS
node run.mjs
