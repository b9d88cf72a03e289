#!/usr/bin/env bash
# Univer 0.25.1 (@univerjs/engine-formula) and fast-formula-parser 1.0.19, Node 20: EDATE from the end of a month into a
# shorter one, as sheets compute the day on which a loan, a guarantee or a term of months ends.
#
# Where the month has no such day, the day is its last: ECMA-376-1 §18.17.7, EDATE, gives
# EDATE(DATE(2004,2,29),12) = 36949 and EDATE(DATE(2006,1,31),5) = 37436 in the 1904 system, that is 2005-02-28 and 2006-06-30.
# These two run over into the next month instead: one month after 31 January comes out as 3 March, days after the term's end,
# and no error says so. hyperformula 3.5.0 and @formulajs/formulajs 4.6.1 (since 4.3.2) keep to the month.
#
# Seen, as days from 1900:          right   Univer  fast-formula-parser  HyperFormula
#   EDATE(DATE(2004,2,29),12)       38411   38412   38412                38411
#   EDATE(DATE(2006,1,31),5)        38898   38899   38899                38898
#   EDATE(DATE(2021,1,31),1)        44255   44258   44258                44255
# Exit 0 while it is so, 1 once it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts --save-exact @univerjs/core@0.25.1 \
  @univerjs/engine-formula@0.25.1 @univerjs/sheets@0.25.1 @univerjs/sheets-formula@0.25.1 \
  fast-formula-parser@1.0.19 hyperformula@3.5.0 >/dev/null 2>&1
cat > run.cjs <<'JS'
const { LocaleType, Univer } = require("@univerjs/core");
const { FUniver } = require("@univerjs/core/facade");
const { UniverFormulaEnginePlugin } = require("@univerjs/engine-formula");
const { UniverSheetsPlugin } = require("@univerjs/sheets");
const { UniverSheetsFormulaPlugin } = require("@univerjs/sheets-formula");
const FormulaParser = require("fast-formula-parser");
const { HyperFormula } = require("hyperformula");
require("@univerjs/sheets/facade");
require("@univerjs/engine-formula/facade");
require("@univerjs/sheets-formula/facade");

const cases = [
  ["EDATE(DATE(2004,2,29),12)", "38411 38412 38412 38411"],
  ["EDATE(DATE(2006,1,31),5)", "38898 38899 38899 38898"],
  ["EDATE(DATE(2021,1,31),1)", "44255 44258 44258 44255"],
];

async function byUniver() {
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: { [LocaleType.ZH_CN]: {} } });
  for (const plugin of [UniverFormulaEnginePlugin, UniverSheetsPlugin, UniverSheetsFormulaPlugin]) {
    univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const cellData = Object.fromEntries(cases.map(([formula], row) => [row, { 0: { f: `=${formula}` } }]));
  const sheets = { one: { id: "one", name: "表1", cellData, rowCount: 20, columnCount: 5 } };
  const book = api.createWorkbook({ id: "book", sheetOrder: ["one"], sheets });
  const engine = api.getFormula();
  engine.executeCalculation();
  await engine.onCalculationEnd();
  return cases.map((_, row) => book.getActiveSheet().getRange(row, 0).getValue());
}

(async () => {
  const univer = await byUniver();
  const parser = new FormulaParser();
  const other = HyperFormula.buildFromArray([[]], { licenseKey: "gpl-v3" });
  let same = true;
  cases.forEach(([formula, expected], row) => {
    const [right] = expected.split(" ");
    const parsed = parser.parse(formula, { sheet: "表1", row: 1, col: 1 });
    const seen = [right, univer[row], parsed, other.calculateFormula(`=${formula}`, 0)].join(" ");
    console.log(formula, seen);
    same &&= seen === expected;
  });
  process.exit(same ? 0 : 1);
})();
JS
node run.cjs
