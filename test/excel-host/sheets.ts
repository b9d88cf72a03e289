// What happens to a workbook when its sheets come, go and get other names: names are checked, formulas follow.
import type { Place } from "./calculate";
import { withSheetDeleted, withSheetRenamed } from "./formula-text";
import { accessDenied, ExcelFailure, invalidArgument, invalidOperation } from "./failure";
import {
  Cells,
  type Chart,
  type DefinedName,
  emptySheet,
  newId,
  type Sheet,
  sheetNamed,
  type Workbook,
} from "./model";

/** Fails unless a sheet may bear the name. */
export function requireSheetName(workbook: Workbook, name: string, own?: Sheet): void {
  const forbidden = /[\\/?*:[\]]/.test(name) || name.startsWith("'") || name.endsWith("'");
  if (name === "" || name.length > 31 || forbidden || /^history$/i.test(name)) {
    throw invalidArgument(`"${name}" cannot be the name of a sheet.`);
  }
  const other = sheetNamed(workbook, name);
  if (other !== undefined && other !== own) {
    throw new ExcelFailure(
      "ItemAlreadyExists",
      `A resource with the same name or identifier already exists: ${name}.`,
      409,
    );
  }
}

function requireOpenStructure(workbook: Workbook): void {
  if (workbook.structureProtected) throw accessDenied("The workbook's structure is protected.");
}

/** Adds a sheet at the end; without a name the next free `SheetN`. */
export function addSheet(workbook: Workbook, name: string | undefined): Sheet {
  requireOpenStructure(workbook);
  let chosen = name;
  for (let number = 1; chosen === undefined; number += 1) {
    if (sheetNamed(workbook, `Sheet${number}`) === undefined) chosen = `Sheet${number}`;
  }
  requireSheetName(workbook, chosen);
  const sheet = emptySheet(chosen);
  workbook.sheets = [...workbook.sheets, sheet];
  return sheet;
}

/** Takes a sheet away: references to it become `#REF!`, a workbook keeps one visible sheet. Answers the broken cells. */
export function deleteSheet(workbook: Workbook, sheet: Sheet): readonly Place[] {
  requireOpenStructure(workbook);
  if (sheet.visibility === "VeryHidden") throw invalidOperation("A very hidden sheet cannot be deleted.");
  const others = workbook.sheets.filter((other) => other !== sheet);
  if (!others.some((other) => other.visibility === "Visible")) {
    throw invalidOperation("A workbook must hold at least one visible sheet.");
  }
  const index = workbook.sheets.indexOf(sheet);
  workbook.sheets = others;
  if (workbook.activeSheetId === sheet.id) {
    const next =
      others.slice(index).find((other) => other.visibility === "Visible") ??
      others.find((other) => other.visibility === "Visible");
    workbook.activeSheetId = next?.id ?? "";
  }
  return rewriteFormulas(workbook, (formula) => withSheetDeleted(formula, sheet.name));
}

/** Gives a sheet another name: formulas, names, formats and charts follow, texts and links do not. */
export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  requireOpenStructure(workbook);
  requireSheetName(workbook, name, sheet);
  const before = sheet.name;
  sheet.name = name;
  rewriteFormulas(workbook, (formula) => withSheetRenamed(formula, before, name));
}

/** Copies a sheet behind itself with everything on it; its own names and references to itself go along. */
export function copySheet(workbook: Workbook, sheet: Sheet, name: string): Sheet {
  requireOpenStructure(workbook);
  requireSheetName(workbook, name);
  const follow = (formula: string): string => withSheetRenamed(formula, sheet.name, name);
  const copy: Sheet = {
    ...sheet,
    id: newId(),
    name,
    cells: new Cells(
      [...sheet.cells].map(([key, cell]) => [
        key,
        cell.formula === undefined ? cell : { ...cell, formula: follow(cell.formula) },
      ]),
    ),
    columns: new Map(sheet.columns),
    rows: new Map(sheet.rows),
    hyperlinks: new Map(sheet.hyperlinks),
    names: sheet.names.map((own) => ({ ...own, formula: follow(own.formula) })),
    charts: sheet.charts.map((chart) => ({ ...withFormulas(chart, follow), id: newId() })),
  };
  const at = workbook.sheets.indexOf(sheet) + 1;
  workbook.sheets = [...workbook.sheets.slice(0, at), copy, ...workbook.sheets.slice(at)];
  return copy;
}

/** Moves a sheet to a position. */
export function moveSheet(workbook: Workbook, sheet: Sheet, position: number): void {
  requireOpenStructure(workbook);
  if (!Number.isInteger(position) || position < 0 || position >= workbook.sheets.length) {
    throw invalidArgument(`There is no position ${position}.`);
  }
  const others = workbook.sheets.filter((other) => other !== sheet);
  workbook.sheets = [...others.slice(0, position), sheet, ...others.slice(position)];
}

/** `owner` is the sheet on which the formula stands, undefined for names of the workbook. */
export type RewriteFormula = (formula: string, owner: Sheet | undefined) => string;

/** Changes every formula of the workbook, in cells, names, conditional formats, validations and charts; answers the cells. */
export function rewriteFormulas(workbook: Workbook, rewrite: RewriteFormula): readonly Place[] {
  const touched: Place[] = [];
  const names = (list: readonly DefinedName[], owner: Sheet | undefined): readonly DefinedName[] =>
    list.map((name) => ({ ...name, formula: rewrite(name.formula, owner) }));
  workbook.names = names(workbook.names, undefined);
  for (const sheet of workbook.sheets) {
    const own = (formula: string): string => rewrite(formula, sheet);
    sheet.names = names(sheet.names, sheet);
    for (const [key, cell] of sheet.cells) {
      if (cell.formula === undefined) continue;
      const formula = own(cell.formula);
      if (formula === cell.formula) continue;
      sheet.cells.set(key, { ...cell, formula });
      touched.push({ sheet, key });
    }
    sheet.conditionalFormats = sheet.conditionalFormats.map((format) => ({
      ...format,
      rule: rewritten(format.rule, own),
    }));
    sheet.validations = sheet.validations.map((validation) => ({
      ...validation,
      rule: rewritten(validation.rule, own),
    }));
    sheet.charts = sheet.charts.map((chart) => withFormulas(chart, own));
  }
  return touched;
}

function withFormulas(chart: Chart, rewrite: (formula: string) => string): Chart {
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      name: series.name.startsWith("=") ? `=${rewrite(series.name.slice(1))}` : series.name,
      values: rewrite(series.values),
      categories: rewrite(series.categories),
    })),
  };
}

/** Settings in which every text that begins with `=` is a formula. */
function rewritten(
  rule: Readonly<Record<string, unknown>>,
  rewrite: (formula: string) => string,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(rule).map(([key, setting]) => {
      if (typeof setting === "string" && setting.startsWith("="))
        return [key, `=${rewrite(setting.slice(1))}`];
      if (typeof setting === "object" && setting !== null && !Array.isArray(setting)) {
        return [key, rewritten(setting as Readonly<Record<string, unknown>>, rewrite)];
      }
      return [key, setting];
    }),
  );
}
