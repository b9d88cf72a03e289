/** All forms of a workbook, each with tables that checks can speak of. */
import { moneyUnit, TEXT } from "../figures/unit";
import type { Unit } from "../figures/unit";
import type { ColumnSpec, FormSpec, Pack, TableSpec } from "../pack/pack";
import { cellText } from "../tables/cell-text";
import type { MissingColumn, Table, TableColumn } from "../tables/table";
import { columnUnit, labelUnit } from "../tables/units";
import { headerText } from "../tables/header-text";
import type { Area } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import type { Form } from "./form";
import { gather, type Gathered } from "./gather";
import { gridRows } from "./grid";
import { labelsOf } from "./labels";
import { listRows } from "./list";
import { columnsByLabel, type FormPlace, formPlaces, tableNamed } from "./places";
import { recordRow } from "./record";

/** Ids of the tables that forms are read into: they are looked for nowhere else. */
export function formTables(pack: Pack): ReadonlySet<string> {
  return new Set(
    (pack.forms ?? []).flatMap(({ record, grid, list }) => [
      record,
      grid.table,
      grid.parts,
      list.table,
      list.groups.table,
    ]),
  );
}

/** Forms in the order of sheets, then from top to bottom; sheets of ours are never looked at. */
export function readForms(workbook: WorkbookSnapshot, pack: Pack): readonly Form[] {
  if (pack.forms === undefined) return [];
  const own = new Set(workbook.ownSheets.map(({ sheet }) => sheet));
  const counts = new Map<string, number>();
  return workbook.sheets
    .filter(({ name }) => !own.has(name))
    .flatMap((sheet) => formPlaces(sheet, pack).map((place) => ({ sheet, place })))
    .map(({ sheet, place }) => {
      const form = readForm(sheet, place, pack);
      const name = form.name === "" ? sheet.name : form.name;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return { ...form, key: count === 1 ? name : `${name}#${count}` };
    });
}

interface Reading {
  readonly sheet: SheetSnapshot;
  readonly pack: Pack;
  readonly tables: Table[];
  readonly missingColumns: MissingColumn[];
}

function readForm(sheet: SheetSnapshot, place: FormPlace, pack: Pack): Omit<Form, "key"> {
  const { spec, range } = place;
  const specs = formSpecs(spec, pack);
  const reading: Reading = { sheet, pack, tables: [], missingColumns: [] };
  const head: Area = { ...range, bottom: headerTop(place) - 1 };
  const known = knownLabels(specs, spec);
  const record = recordRow(sheet, specs.record, head, known);
  const name = record[specs.record.columns.findIndex(({ id }) => id === spec.name)];
  const grid = gridRows(sheet, spec.grid, specs.whole, specs.parts, head, known);
  if (grid !== undefined) {
    addTable(reading, specs.whole, [grid.whole], undefined, grid.range, grid.unit, grid.headers);
    addTable(reading, specs.parts, grid.parts, undefined, grid.range, grid.unit, grid.headers);
  }
  const list = listRows(sheet, spec.list, specs.list, specs.groups, place);
  addTable(reading, specs.record, [withTotals(record, list.total, specs, spec)], undefined, head, undefined);
  addTable(reading, specs.list, list.indicators, list.total, list.range, undefined, place.headers);
  addTable(reading, specs.groups, list.groups, undefined, list.range, undefined);
  const { tables, missingColumns } = reading;
  const missing = Object.values(specs).filter(({ id }) => !tables.some((table) => table.spec.id === id));
  return {
    spec,
    sheet: sheet.name,
    range,
    name: textOf(sheet, name),
    recognition: { tables, missing, ambiguous: [], missingColumns },
  };
}

/** The form's own row with what its total row says. */
function withTotals(
  record: readonly Gathered[],
  total: readonly Gathered[] | undefined,
  specs: ReturnType<typeof formSpecs>,
  { list }: FormSpec,
): readonly Gathered[] {
  return record.map((cell, index) => {
    const from = list.totals[specs.record.columns[index]?.id ?? ""];
    if (from === undefined || total === undefined) return cell;
    return total[specs.list.columns.findIndex(({ id }) => id === from)] ?? cell;
  });
}

function headerTop({ headers }: FormPlace): number {
  return Math.min(...[...headers.values()].map(({ top }) => top));
}

function formSpecs(
  { record, grid, list }: FormSpec,
  pack: Pack,
): Readonly<Record<"record" | "whole" | "parts" | "list" | "groups", TableSpec>> {
  const named = (id: string): TableSpec => {
    const table = tableNamed(pack, id);
    // The linter refuses a pack whose forms name tables that it lacks.
    if (table === undefined) throw new RangeError(`no table ${id}`);
    return table;
  };
  return {
    record: named(record),
    whole: named(grid.table),
    parts: named(grid.parts),
    list: named(list.table),
    groups: named(list.groups.table),
  };
}

/** Every label that the form may bear: none of them is a value. */
function knownLabels(specs: Readonly<Record<string, TableSpec>>, spec: FormSpec): ReadonlySet<string> {
  const labels = Object.values(specs).flatMap(({ columns }) => [...columnsByLabel(columns).keys()]);
  return new Set([...labels, ...labelsOf([...spec.grid.rows, ...spec.list.ends])]);
}

function textOf(sheet: SheetSnapshot, cell: Gathered | undefined): string {
  if (cell === undefined || cell.kind === "blank") return "";
  return cell.kind === "text" ? cell.text : cellText(sheet, cell.at.row, cell.at.column).trim();
}

/** Puts gathered rows up as a table; `total` becomes its 合计 row. */
function addTable(
  reading: Reading,
  spec: TableSpec,
  rows: readonly (readonly Gathered[])[],
  total: readonly Gathered[] | undefined,
  range: Area,
  unitName: string | undefined,
  headers?: ReadonlyMap<string, Area>,
): void {
  const { sheet: real, missingColumns, tables } = reading;
  const all = total === undefined ? rows : [...rows, total];
  const { sheet, places } = gather(real, all);
  const unit = moneyUnit(unitName ?? spec.unit ?? "万元") ?? TEXT;
  const dataRows = Int32Array.from(rows.keys());
  const columns = new Map<string, TableColumn>();
  const cellRows = Int32Array.from(all.keys());
  spec.columns.forEach((column, index) => {
    columns.set(
      column.id,
      tableColumn(real, sheet, column, index, cellRows, unit, headers?.get(column.id), range),
    );
  });
  const table: Table = {
    spec,
    sheet,
    orientation: "rows",
    range,
    headerRows: { first: range.top, last: range.top },
    columns,
    rows: dataRows,
    totalRows: total === undefined ? [] : [rows.length],
    subtotalRows: [],
    partRows: [],
    leftOut: new Map(),
    unit,
    confidence: 1,
    gathered: places,
  };
  tables.push(table);
  if (headers === undefined) return;
  for (const column of spec.columns) {
    if (column.required && column.type !== "key" && column.type !== "text" && !headers.has(column.id))
      missingColumns.push({ table, column, candidates: [] });
  }
}

function tableColumn(
  real: SheetSnapshot,
  sheet: SheetSnapshot,
  spec: ColumnSpec,
  column: number,
  rows: Int32Array,
  unit: Unit,
  header: Area | undefined,
  range: Area,
): TableColumn {
  const cell = header ?? range;
  const text = header === undefined ? spec.name : cellText(real, header.top, header.left);
  const words = headerText(text);
  const place = { path: [words], raw: [text], row: 0, column };
  return {
    spec,
    column,
    unit: columnUnit(sheet, spec, place, rows, unit),
    ...(spec.type === "money" ? { label: labelUnit(place, unit) } : {}),
    header: text,
    headerCell: { sheet: real.name, row: cell.top, column: cell.left },
  };
}
