/** Findings about the data itself, whatever the rules: tables and columns not found, cells that hold no figure. */
import { DATA_TEXTS } from "../../texts/checks";
import { plain } from "../figures/decimal";
import {
  CONVERTED,
  ERROR_VALUE,
  type FigureColumn,
  NOT_A_NUMBER,
  NOT_CALCULATED,
  SHOWN_OTHERWISE,
} from "../figures/figure";
import { valueAt } from "../figures/sum";
import type { ColumnSpec, Language, Pack, Text } from "../pack/pack";
import { compileFormula } from "../rules/compile";
import { columnsOfBody } from "../rules/walk";
import { cellAt, figuresOf, type RuleContext, type TableData } from "../rules/context";
import type { TableColumn } from "../tables/table";
import { areaAddress, areasOf, type CellRef, cellName } from "../workbook/address";
import type { Finding, Severity } from "./finding";
import { keyOfRow } from "./places";

interface Gathering {
  readonly context: RuleContext;
  readonly language: Language;
  readonly findings: Finding[];
}

/** @param known findings about the cells of columns that still hold; those of other columns are added */
export function dataFindings(
  context: RuleContext,
  language: Language,
  known?: Map<TableColumn, readonly Finding[]>,
): readonly Finding[] {
  const gathering: Gathering = { context, language, findings: [] };
  notFound(gathering);
  const needed = columnsOfChecks(context.pack);
  for (const data of context.tables.values()) {
    optionalColumns(data, needed, gathering);
    for (const place of data.table.columns.values()) {
      let found = known?.get(place);
      if (found === undefined) {
        found = columnFindings(data, place, gathering);
        known?.set(place, found);
      }
      for (const finding of found) gathering.findings.push(finding);
    }
  }
  tableUnits(gathering);
  return gathering.findings;
}

function add(
  gathering: Gathering,
  rule: string,
  severity: Severity,
  table: string,
  cell: CellRef | undefined,
  message: Text,
  key: { readonly row: string; readonly column: string; readonly value: string },
  cells: readonly CellRef[] = cell === undefined ? [] : [cell],
): void {
  const { language } = gathering;
  const finding: { -readonly [Name in keyof Finding]: Finding[Name] } = {
    rule,
    severity,
    table,
    cell,
    message: message[language],
    key: { rule, table, row: key.row, column: key.column, left: key.value, right: "" },
  };
  if (cells.length > 0) finding.left = { value: key.value, cells: areasOf(cells), label: "" };
  gathering.findings.push(finding);
}

function notFound(gathering: Gathering): void {
  const { recognition } = gathering.context;
  const none = { row: "", column: "", value: "" };
  for (const spec of recognition.missing) {
    if (spec.required)
      add(gathering, "table.missing", "error", spec.id, undefined, DATA_TEXTS.tableMissing(spec.label), none);
  }
  for (const { table, candidates } of recognition.ambiguous) {
    const places = candidates.map(({ sheet, range }) => areaAddress({ sheet, ...range }));
    const first = candidates[0]!;
    const cell = { sheet: first.sheet, row: first.range.top, column: first.range.left };
    add(
      gathering,
      "table.ambiguous",
      "error",
      table.id,
      cell,
      places.length === 1
        ? DATA_TEXTS.tableInDoubt(table.label, places[0]!)
        : DATA_TEXTS.tableAmbiguous(table.label, places),
      none,
      [],
    );
  }
  for (const { table, column, candidates } of recognition.missingColumns) {
    if (!column.required && candidates.length < 2) continue;
    const [first] = candidates;
    const cell = first ?? { sheet: table.sheet.name, row: table.range.top, column: table.range.left };
    const message =
      candidates.length < 2
        ? DATA_TEXTS.columnMissing(table.spec.label, column.label)
        : DATA_TEXTS.columnUnclear(table.spec.label, column.label, candidates.map(cellName));
    add(
      gathering,
      "column.missing",
      "error",
      table.spec.id,
      cell,
      message,
      { ...none, column: column.id },
      candidates,
    );
  }
}

/** Columns that a table may lack, but not without leaving a check out. */
function optionalColumns(data: TableData, needed: ReadonlySet<ColumnSpec>, gathering: Gathering): void {
  const { table } = data;
  for (const column of table.spec.columns) {
    if (column.required || table.columns.has(column.id) || !needed.has(column)) continue;
    const unclear = gathering.context.recognition.missingColumns.some(
      (one) => one.table === table && one.column === column && one.candidates.length > 1,
    );
    if (unclear) continue;
    const cell = { sheet: table.sheet.name, row: table.range.top, column: table.range.left };
    const message = DATA_TEXTS.optionalMissing(table.spec.label, column.label);
    const key = { row: "", column: column.id, value: "" };
    add(gathering, "column.missing", "notice", table.spec.id, cell, message, key, []);
  }
}

/** Columns that a check of the pack cannot do without. */
function columnsOfChecks(pack: Pack): ReadonlySet<ColumnSpec> {
  const needed = new Set<ColumnSpec>();
  for (const text of pack.checks.flatMap(({ formulas }) => formulas)) {
    const compiled = compileFormula(text, pack);
    if (!compiled.ok) continue;
    for (const body of compiled.value.bodies) {
      if (body.kind === "test" && body.optional) continue;
      for (const column of columnsOfBody(body)) needed.add(column);
    }
  }
  return needed;
}

function columnFindings(data: TableData, place: TableColumn, all: Gathering): readonly Finding[] {
  const gathering: Gathering = { ...all, findings: [] };
  if (place.spec.type === "text" || place.spec.type === "key") textColumn(data, place, gathering);
  else figureColumn(data, place, gathering);
  return gathering.findings;
}

function textColumn(data: TableData, place: TableColumn, gathering: Gathering): void {
  const { sheet } = data.table;
  const { ids } = sheet.textIds(place.column, data.rows);
  for (let index = 0; index < data.rows.length; index += 1) {
    if (ids[index]! >= 0) continue;
    const row = data.rows[index]!;
    const kind = sheet.kind(row, place.column);
    if (kind === "error") badCell(data, place, index, "data.error-value", gathering);
    else if (kind === "blank" && !sheet.stored(row, place.column))
      badCell(data, place, index, "data.not-calculated", gathering);
  }
}

function badCell(
  data: TableData,
  place: TableColumn,
  index: number,
  rule: "data.error-value" | "data.not-calculated" | "data.not-a-number",
  gathering: Gathering,
): void {
  const { sheet } = data.table;
  const row = data.rows[index]!;
  const value = shown(data, row, place.column);
  const { label } = place.spec;
  const message =
    rule === "data.error-value"
      ? DATA_TEXTS.errorValue(label, sheet.text(row, place.column))
      : rule === "data.not-calculated"
        ? DATA_TEXTS.notCalculated(label)
        : place.spec.type === "date"
          ? DATA_TEXTS.notADate(label, value)
          : DATA_TEXTS.notANumber(label, value);
  const key = { row: keyOfRow(gathering.context, data, index), column: place.spec.id, value };
  add(gathering, rule, "error", data.table.spec.id, cellAt(data, index, place), message, key);
}

function shown(data: TableData, row: number, column: number): string {
  const { sheet } = data.table;
  switch (sheet.kind(row, column)) {
    case "number":
      return String(sheet.number(row, column));
    case "boolean":
      return sheet.number(row, column) === 1 ? "TRUE" : "FALSE";
    case "text":
    case "error":
      return sheet.text(row, column).trim();
    case "blank":
      return "";
  }
}

function figureColumn(data: TableData, place: TableColumn, gathering: Gathering): void {
  const figures = figuresOf(gathering.context, data, place);
  const { states, fromText, marks } = figures;
  const dates = place.spec.type === "date";
  let marked = 0;
  for (let index = 0; index < figures.length; index += 1) {
    const state = states[index];
    if (state === ERROR_VALUE) badCell(data, place, index, "data.error-value", gathering);
    else if (state === NOT_A_NUMBER) badCell(data, place, index, "data.not-a-number", gathering);
    else if (state === NOT_CALCULATED) badCell(data, place, index, "data.not-calculated", gathering);
    // On a form 10分 and 86% are words as much as figures.
    else if (fromText[index] === 1 && !dates && data.table.gathered === undefined)
      textNumber(data, place, figures, index, gathering);
    marked |= marks[index]!;
  }
  if ((marked & CONVERTED) !== 0) unitOfCells(data, place, figures, CONVERTED, gathering);
  if ((marked & SHOWN_OTHERWISE) !== 0) unitOfCells(data, place, figures, SHOWN_OTHERWISE, gathering);
  columnUnit(data, place, gathering);
}

function textNumber(
  data: TableData,
  place: TableColumn,
  figures: FigureColumn,
  index: number,
  gathering: Gathering,
): void {
  const value = shown(data, data.rows[index]!, place.column);
  const read = plain(valueAt(figures, index)) + figures.unit.name;
  const key = { row: keyOfRow(gathering.context, data, index), column: place.spec.id, value };
  const message = DATA_TEXTS.textNumber(place.spec.label, value, read);
  add(gathering, "data.text-number", "notice", data.table.spec.id, cellAt(data, index, place), message, key);
}

/** One finding for all cells of a column that are marked alike. */
function unitOfCells(
  data: TableData,
  place: TableColumn,
  figures: FigureColumn,
  mark: number,
  gathering: Gathering,
): void {
  const cells: CellRef[] = [];
  for (let index = 0; index < figures.length; index += 1) {
    if ((figures.marks[index]! & mark) !== 0) cells.push(cellAt(data, index, place));
  }
  const converted = mark === CONVERTED;
  const labelled = place.label ?? figures.unit;
  const message = (converted ? DATA_TEXTS.cellUnit : DATA_TEXTS.shownUnit)(
    place.spec.label,
    cells.length,
    labelled.name,
  );
  const key = { row: "", column: place.spec.id, value: figures.unit.name };
  add(
    gathering,
    "data.unit",
    converted ? "notice" : "warning",
    data.table.spec.id,
    cells[0],
    message,
    key,
    cells,
  );
}

function columnUnit(data: TableData, place: TableColumn, gathering: Gathering): void {
  const { table } = data;
  if (
    place.unit.dimension !== "money" ||
    table.unit.dimension !== "money" ||
    place.unit.power === table.unit.power
  )
    return;
  const key = { row: "", column: place.spec.id, value: place.unit.name };
  const message = DATA_TEXTS.columnUnit(place.spec.label, place.unit.name, table.unit.name);
  add(gathering, "data.unit", "notice", table.spec.id, place.headerCell, message, key);
}

/** Tables in another unit than most. */
function tableUnits(gathering: Gathering): void {
  const money = [...gathering.context.tables.values()].filter(
    ({ table }) =>
      table.unit.dimension === "money" &&
      [...table.columns.values()].some(({ unit }) => unit.dimension === "money"),
  );
  const counts = new Map<string, number>();
  for (const { table } of money) counts.set(table.unit.name, (counts.get(table.unit.name) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  if (usual === undefined || counts.size < 2) return;
  for (const { table } of money) {
    if (table.unit.name === usual[0]) continue;
    const { sheet, range, spec } = table;
    const cell = { sheet: sheet.name, row: range.top, column: range.left };
    const message = DATA_TEXTS.tableUnit(spec.label, table.unit.name, usual[0]);
    add(gathering, "data.unit", "notice", spec.id, cell, message, {
      row: "",
      column: "",
      value: table.unit.name,
    });
  }
}
