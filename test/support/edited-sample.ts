/** The consistent sample with a few cells changed, and what the changes add to its findings. */
import type { CheckResult } from "../../src/core/checks/finding";
import { runChecks } from "../../src/core/checks/run";
import { createContext } from "../../src/core/rules/language";
import { recognise } from "../../src/core/tables/recognise";
import { cellName, parseAddress } from "../../src/core/workbook/address";
import { SheetBuilder, type WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { xjBridging2021 as pack } from "../../src/packs/xj-bridging-2021/index";
import { loadWithLibrary } from "./load-with-library";

export type Edits = Readonly<Record<string, number | string>>;

/** The sample's sheets; a place names one by its number: 1!C4. */
const NAMES = [
  "封面",
  "表1资金投入",
  "表2资金下达",
  "表3项目明细",
  "表4预算执行",
  "表5扶贫资产",
  "表6产业占比",
  "表7巩固成果",
  "表8问题整改",
];

/** Puts a value into a cell of the n-th table: edit(workbook, "1!C4", 5). */
function edit(workbook: WorkbookSnapshot, place: string, value: number | string): void {
  const [table = "", name = ""] = place.split("!");
  const sheet = workbook.sheets.find((one) => one.name === NAMES[Number(table)]);
  const cell = parseAddress(name);
  if (!(sheet instanceof SheetBuilder) || cell === undefined) throw new Error(place);
  if (typeof value === "number") sheet.setNumber(cell.top, cell.left, value);
  else sheet.setText(cell.top, cell.left, value);
}

/** All that the checks say of the changed sample. */
export function check(edits: Edits): CheckResult {
  const workbook = loadWithLibrary("assets/samples/bazhou-2021-consistent.xlsx");
  for (const [place, value] of Object.entries(edits)) edit(workbook, place, value);
  const recognition = recognise(workbook, pack.tables, { dimensions: pack.dimensions, year: 2021 });
  return runChecks(createContext(pack, recognition, workbook), { language: "zh-CN" });
}

export const before = check({});
const known = new Set(before.findings.map(({ key }) => JSON.stringify(key)));

/** What edits add: rule, severity, sheet number and cell. */
export function added(edits: Edits): readonly string[] {
  return check(edits)
    .findings.filter(({ key }) => !known.has(JSON.stringify(key)))
    .map(({ rule, severity, cell }) => {
      const place = cell === undefined ? "" : `${NAMES.indexOf(cell.sheet)}!${cellName(cell)}`;
      return `${rule} ${severity} ${place}`;
    })
    .sort();
}
