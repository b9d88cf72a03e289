/** Finds the wanted tables of a workbook by their headers, says how surely, and asks where two places fit one. */
import type { ColumnSpec, KeyDimension, TableSpec } from "../pack/pack";
import { areaName, parseAddress, quoteSheet, type Area } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import type { BlockSearch } from "./band";
import { meet } from "./block";
import { blocksAt } from "./blocks";
import { candidatesOf, pointedCandidate, type Candidate } from "./candidates";
import { fold } from "./fold";
import { headerText } from "./header-text";
import { lexiconOf } from "./lexicon";
import { yearsIn } from "./surroundings";
import type { Ambiguity, MissingColumn, Recognition, Table, TableColumn } from "./table";
import { turned } from "./turned";
import { columnUnit, labelUnit, tableUnit } from "./units";

export interface RecogniseOptions {
  /** The pack's dimensions: a column that is a member of one is known by the member's synonyms too. */
  readonly dimensions?: readonly KeyDimension[];
  /** Year that the pack evaluates: tables of another year stand back. */
  readonly year?: number;
  /** Table id → address of its first header cell; wins over everything found. */
  readonly pointed?: Readonly<Record<string, string>>;
  /** Called when every place and row is settled; what is read of the sheets from then on tells only units. */
  readonly onPlaced?: () => void;
}

/** Candidates nearer than this in score are alike. */
const CLEAR = 0.3;

/** Recognises the tables; sheets of ours are never looked at. */
export function recognise(
  workbook: WorkbookSnapshot,
  specs: readonly TableSpec[],
  options: RecogniseOptions = {},
): Recognition {
  const own = new Set(workbook.ownSheets.map(({ sheet }) => sheet));
  const sheets = workbook.sheets.filter(({ name }) => !own.has(name));
  const lexicon = lexiconOf(specs, options.dimensions ?? []);
  const year = options.year !== undefined && namesYear(sheets, options.year) ? options.year : undefined;
  const search: BlockSearch = { lexicon, year, read: headerText };
  const found = sheets.flatMap((sheet) => candidatesOf(sheet, search));

  const tables: Table[] = [];
  const missing: TableSpec[] = [];
  const ambiguous: Ambiguity[] = [];
  const pointedPlaces: Candidate[] = [];
  const choices = new Map<string, Candidate | undefined>();
  for (const spec of specs) {
    const address = options.pointed?.[spec.id];
    if (address === undefined) continue;
    const chosen = pointedAt(sheets, spec, address, search);
    choices.set(spec.id, chosen);
    if (chosen !== undefined) pointedPlaces.push(chosen);
  }
  options.onPlaced?.();
  for (const spec of specs) {
    const isPointed = choices.has(spec.id);
    const open = found.filter((one) => !taken(one, pointedPlaces));
    const choice = isPointed ? choices.get(spec.id) : choose(spec, open, found);
    if (choice === undefined) missing.push(spec);
    else if ("candidates" in choice) ambiguous.push(choice);
    else tables.push(tableOf(choice, isPointed));
  }
  return {
    tables,
    missing,
    ambiguous,
    missingColumns: tables.flatMap((table) => missingColumnsOf(table, found, pointedPlaces)),
  };
}

function taken(candidate: Candidate, places: readonly Candidate[]): boolean {
  return places.some(
    ({ block, range }) => block.sheet.name === candidate.block.sheet.name && meet(range, candidate.range),
  );
}

/** Whether the wanted year stands in a title, a cover or a sheet name; a workbook of another year has no year to prefer. */
function namesYear(sheets: readonly SheetSnapshot[], year: number): boolean {
  return sheets.some((sheet) => {
    const texts = [sheet.name];
    for (let row = 0; row < Math.min(sheet.rowCount, 12); row++) {
      for (let column = 0; column < Math.min(sheet.columnCount, 12); column++) {
        const text = sheet.text(row, column);
        if (text.includes(String(year))) texts.push(fold(text));
      }
    }
    return yearsIn(texts).single.includes(year);
  });
}

function pointedAt(
  sheets: readonly SheetSnapshot[],
  spec: TableSpec,
  address: string,
  search: BlockSearch,
): Candidate | undefined {
  const cell = parseAddress(address);
  if (cell === undefined) return undefined;
  const sheet =
    cell.sheet === ""
      ? sheets.length === 1
        ? sheets[0]
        : undefined
      : sheets.find(({ name }) => name === cell.sheet);
  if (sheet === undefined) return undefined;
  const index = search.lexicon.specs.indexOf(spec);
  const upright = blocksAt(sheet, "rows", { row: cell.top, column: cell.left }, search);
  const onSide = blocksAt(turned(sheet), "columns", { row: cell.left, column: cell.top }, search);
  const fits = [...upright, ...onSide]
    .filter((block) => block.specIndex === index)
    .sort((a, b) => distance(a, cell) - distance(b, cell) || b.fit - a.fit);
  const best = fits[0];
  return best === undefined ? undefined : pointedCandidate(sheet, best, search);
}

function distance(
  block: { readonly left: number; readonly orientation: "rows" | "columns" },
  cell: Area,
): number {
  return Math.abs(block.left - (block.orientation === "rows" ? cell.left : cell.top));
}

/** The one candidate that stands out; all that are alike; or none. */
function choose(
  spec: TableSpec,
  open: readonly Candidate[],
  all: readonly Candidate[],
): Candidate | Ambiguity | undefined {
  const own = open.filter(({ block }) => block.spec === spec);
  if (own.length === 0) return undefined;
  const best = Math.max(...own.map(({ score }) => score));
  let left: readonly Candidate[] = own.filter(({ score }) => best - score < CLEAR);
  const bestYear = Math.max(...left.map(({ year }) => year));
  left = left.filter(({ year }) => year === bestYear);
  if (left.some((one) => one.rows.rows.length > 0)) left = left.filter((one) => one.rows.rows.length > 0);
  const only = left.length === 1 ? left[0] : undefined;
  if (only === undefined) return ambiguity(spec, left, () => "headers fit alike");
  if (only.year === 0) return ambiguity(spec, left, () => "title names another year");
  const rival = all.find(
    (other) =>
      other !== only &&
      other.block.spec !== spec &&
      other.block.sheet === only.block.sheet &&
      meet(other.range, only.range) &&
      headersMeet(other, only),
  );
  if (rival !== undefined) return ambiguity(spec, left, () => `fits ${rival.block.spec.name} as well`);
  return only;
}

function headersMeet(a: Candidate, b: Candidate): boolean {
  return (
    a.block.headerRows.first <= b.block.headerRows.last && b.block.headerRows.first <= a.block.headerRows.last
  );
}

function ambiguity(
  spec: TableSpec,
  candidates: readonly Candidate[],
  why: (candidate: Candidate) => string,
): Ambiguity {
  return {
    table: spec,
    candidates: candidates.map((candidate) => ({
      sheet: candidate.block.sheet.name,
      range: candidate.range,
      why: `${quoteSheet(candidate.block.sheet.name)}!${areaName(candidate.range)}: ${why(candidate)}`,
    })),
  };
}

function tableOf(candidate: Candidate, pointed: boolean): Table {
  const { block, rows, around, range } = candidate;
  const money = block.spec.columns.flatMap(({ id, type }) =>
    type === "money" ? [block.columns.get(id)] : [],
  );
  const unit = tableUnit(
    around.units,
    money.filter((header) => header !== undefined),
    block.spec.unit,
  );
  const dataRows = Int32Array.from(rows.rows);
  const columns = new Map<string, TableColumn>();
  for (const spec of block.spec.columns) {
    const header = block.columns.get(spec.id);
    if (header === undefined) continue;
    columns.set(spec.id, {
      spec,
      column: header.column,
      unit: columnUnit(block.sheet, spec, header, dataRows, unit),
      ...(spec.type === "money" ? { label: labelUnit(header, unit) } : {}),
      header: header.raw.join("/"),
      headerCell:
        block.orientation === "rows"
          ? { sheet: block.sheet.name, row: header.row, column: header.column }
          : { sheet: block.sheet.name, row: header.column, column: header.row },
    });
  }
  return {
    spec: block.spec,
    sheet: block.sheet,
    orientation: block.orientation,
    range,
    headerRows: block.headerRows,
    columns,
    rows: dataRows,
    totalRows: rows.totalRows,
    leftOut: rows.leftOut,
    subtotalRows: rows.subtotalRows,
    partRows: rows.partRows,
    unit,
    confidence: pointed ? 1 : Math.round(Math.max(0, Math.min(1, candidate.score)) * 100) / 100,
  };
}

function missingColumnsOf(
  table: Table,
  found: readonly Candidate[],
  pointed: readonly Candidate[],
): readonly MissingColumn[] {
  const block = [...pointed, ...found].find(
    (one) =>
      one.block.spec === table.spec &&
      one.block.sheet === table.sheet &&
      one.block.headerRows === table.headerRows,
  )?.block;
  return table.spec.columns
    .filter(
      (column: ColumnSpec) =>
        !table.columns.has(column.id) && (column.required || block?.unclear.has(column.id) === true),
    )
    .map((column) => ({
      table,
      column,
      candidates: (block?.unclear.get(column.id) ?? []).map((header) =>
        table.orientation === "rows"
          ? { sheet: table.sheet.name, row: header.row, column: header.column }
          : { sheet: table.sheet.name, row: header.column, column: header.row },
      ),
    }));
}
