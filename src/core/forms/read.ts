/** All forms of a workbook, each with tables that checks can speak of. */
import { moneyUnit, TEXT } from "../figures/unit";
import type { Unit } from "../figures/unit";
import type { ColumnSpec, FormSpec, Pack, TableSpec } from "../pack/pack";
import { cellText } from "../tables/cell-text";
import type { Table, TableColumn } from "../tables/table";
import { columnUnit, labelUnit } from "../tables/units";
import { headerText } from "../tables/header-text";
import type { Area } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import type { Form } from "./form";
import { gather, type Gathered } from "./gather";
import { gridRows } from "./grid";
import { labelsOf } from "./labels";
import { listRows } from "./list";
import { columnsByLabel, type FormPlace, formPlaces } from "./places";
import { recordRow } from "./record";
import { type FormTables, formSpecs } from "./specs";

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
  const own = new Set(workbook.ownSheets.map(({ sheet }) => sheet));
  const counts = new Map<string, number>();
  return workbook.sheets
    .filter(({ name }) => !own.has(name))
    .flatMap((sheet) =>
      (pack.forms ?? []).flatMap((spec) => formPlaces(sheet, spec, pack).map((place) => ({ sheet, place }))),
    )
    .map(({ sheet, place }) => {
      const form = readForm(sheet, place, pack);
      const name = form.name === "" ? sheet.name : form.name;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return { ...form, key: count === 1 ? name : `${name}#${count}` };
    });
}

function readForm(sheet: SheetSnapshot, place: FormPlace, pack: Pack): Omit<Form, "key"> {
  const { spec, range } = place;
  const specs = formSpecs(spec, pack);
  const tables: Table[] = [];
  const add = (
    table: TableSpec,
    rows: readonly (readonly Gathered[])[],
    at: Area,
    more: TableParts = {},
  ): void => {
    tables.push(tableOf(sheet, table, rows, at, more));
  };
  const head: Area = { ...range, bottom: headerTop(place) - 1 };
  const known = knownLabels(specs, spec);
  const record = recordRow(sheet, specs.record, head, known);
  const name = record[specs.record.columns.findIndex(({ id }) => id === spec.name)];
  const grid = gridRows(sheet, spec.grid, specs.whole, specs.parts, head, known);
  if (grid !== undefined) {
    const { headers, unit } = grid;
    add(specs.whole, [grid.whole], grid.range, { headers, unit });
    add(specs.parts, grid.parts, grid.range, { headers, unit });
  }
  const list = listRows(sheet, spec.list, specs.list, specs.groups, place);
  add(specs.record, [withTotals(record, list.total, specs, spec)], head);
  add(specs.list, list.indicators, list.range, { total: list.total, headers: place.headers });
  add(specs.groups, list.groups, list.range);
  const missing = Object.values<TableSpec>({ ...specs }).filter(
    ({ id }) => !tables.some((table) => table.spec.id === id),
  );
  return {
    spec,
    sheet: sheet.name,
    range,
    name: textOf(sheet, name),
    // A list or grid is only found with its required columns.
    recognition: { tables, missing, ambiguous: [], missingColumns: [] },
  };
}

/** The form's own row with what its total row says. */
function withTotals(
  record: readonly Gathered[],
  total: readonly Gathered[] | undefined,
  specs: FormTables,
  { list }: FormSpec,
): readonly Gathered[] {
  if (total === undefined) return record;
  return record.map((cell, index) => {
    const own = specs.record.columns[index];
    const from = specs.list.columns.findIndex(({ id }) => own !== undefined && id === list.totals[own.id]);
    return total[from] ?? cell;
  });
}

function headerTop({ headers }: FormPlace): number {
  return Math.min(...[...headers.values()].map(({ top }) => top));
}

/** Every label that the form may bear: none of them is a value. */
function knownLabels(specs: FormTables, spec: FormSpec): ReadonlySet<string> {
  const labels = Object.values<TableSpec>({ ...specs }).flatMap(({ columns }) => [
    ...columnsByLabel(columns).keys(),
  ]);
  return new Set([...labels, ...labelsOf([...spec.grid.rows, ...spec.list.ends])]);
}

function textOf(sheet: SheetSnapshot, cell: Gathered | undefined): string {
  if (cell === undefined || cell.kind === "blank") return "";
  return cell.kind === "text" ? cell.text : cellText(sheet, cell.at.row, cell.at.column).trim();
}

interface TableParts {
  /** Becomes its 合计 row. */
  readonly total?: readonly Gathered[] | undefined;
  /** Name of the money unit that the form states. */
  readonly unit?: string | undefined;
  readonly headers?: ReadonlyMap<string, Area>;
}

/** Gathered rows put up as a table. */
function tableOf(
  real: SheetSnapshot,
  spec: TableSpec,
  rows: readonly (readonly Gathered[])[],
  range: Area,
  { total, unit: unitName, headers }: TableParts,
): Table {
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
  return {
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
