/**
 * A workbook's tables as rules see them: each column read once, when a rule first asks for it; keys as small integers
 * that all tables share; rows by key.
 */
import { leastDecimals, readFigures } from "../figures/column";
import { readDates } from "../figures/date";
import type { FigureColumn } from "../figures/figure";
import type { ColumnSpec, KeyDimension, Pack, TableSpec } from "../pack/pack";
import { fold, splitBrackets } from "../tables/fold";
import { columnTexts, type TextColumn } from "../tables/column-texts";
import { type KeyIndex, keyIndex } from "../tables/keys";
import { cellOf, type Recognition, type Table, type TableColumn } from "../tables/table";
import type { CellRef } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { keyColumn } from "./compile";
import type { Test } from "./typed";

/** The keys of one dimension, over all tables. */
export interface Keys {
  readonly index: KeyIndex;
  /** Canonical keys; a key's number is its place here. */
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** Rows of one table by key number: those of key k are order[start[k]] … order[start[k + 1] - 1]. */
export interface RowsByKey {
  readonly start: Int32Array;
  readonly order: Int32Array;
}

export interface TableData {
  readonly table: Table;
  /** Data rows, then the printed 合计 rows. */
  readonly rows: Int32Array;
  readonly dataRows: number;
  readonly figures: Map<string, FigureColumn>;
  readonly texts: Map<string, TextColumn>;
  readonly keys: Map<string, Int32Array>;
  readonly byKey: Map<string, RowsByKey>;
}

export interface RuleContext {
  readonly pack: Pack;
  readonly recognition: Recognition;
  readonly workbook: WorkbookSnapshot;
  readonly tables: ReadonlyMap<string, TableData>;
  readonly keys: Map<string, Keys>;
  /** Rows that a condition picks, by condition: 1 picked, 0 not, 2 a cell cannot be read. */
  readonly masks: Map<Test, Uint8Array>;
  /** Sums by key, see groups.ts. */
  readonly sums: Map<string, GroupSums>;
}

/** Sums of one column over the rows of each key, at the column's scale and in its unit. */
export interface GroupSums {
  readonly sums: Float64Array;
  /** Keys whose sum passed the safe integers. */
  readonly big: ReadonlyMap<number, bigint>;
  /** 1 where a cell of the key's rows cannot be read. */
  readonly unreadable: Uint8Array;
  /** Key of each row and the rows that count, for sums that can be mended; undefined where they are made anew. */
  readonly rows:
    | { readonly groups: Int32Array | undefined; readonly mask: Uint8Array | undefined }
    | undefined;
}

/** Reads nothing yet: columns are read when a rule first needs them, and then kept. */
export function createContext(pack: Pack, recognition: Recognition, workbook: WorkbookSnapshot): RuleContext {
  const tables = new Map<string, TableData>();
  for (const table of recognition.tables) {
    const rows = new Int32Array(table.rows.length + table.totalRows.length);
    rows.set(table.rows);
    rows.set(table.totalRows, table.rows.length);
    tables.set(table.spec.id, {
      table,
      rows,
      dataRows: table.rows.length,
      figures: new Map(),
      texts: new Map(),
      keys: new Map(),
      byKey: new Map(),
    });
  }
  return { pack, recognition, workbook, tables, keys: new Map(), masks: new Map(), sums: new Map() };
}

export function tableData(context: RuleContext, spec: TableSpec): TableData | undefined {
  return context.tables.get(spec.id);
}

/** Figures, dates as day numbers: data rows first, then the 合计 rows. The column must be one that was found. */
export function figuresOf(context: RuleContext, data: TableData, place: TableColumn): FigureColumn {
  const known = data.figures.get(place.spec.id);
  if (known !== undefined) return known;
  const figures = readColumn(context, data, place, data.rows);
  data.figures.set(place.spec.id, figures);
  return figures;
}

/** A column's figures in some of its table's rows, or its dates. */
export function readColumn(
  context: RuleContext,
  { table: { sheet } }: TableData,
  { spec, column, unit, label }: TableColumn,
  rows: Int32Array,
): FigureColumn {
  if (spec.type === "date") return readDates(sheet, column, rows, context.workbook.date1904);
  return readFigures(sheet, column, rows, unit, leastDecimals(unit, context.pack.judgement), label);
}

/** Texts of the data rows; a merged cell's text stands for all its rows. */
export function textsOf(data: TableData, place: TableColumn): TextColumn {
  const known = data.texts.get(place.spec.id);
  if (known !== undefined) return known;
  const column = columnTexts(data.table, place);
  data.texts.set(place.spec.id, column);
  return column;
}

/** All keys of a dimension that stand in any table, or that the dimension names as members. */
export function keysOf(context: RuleContext, dimension: KeyDimension): Keys {
  const known = context.keys.get(dimension.name);
  if (known !== undefined) return known;
  const texts = new Set<string>();
  for (const data of context.tables.values()) {
    const spec = keyColumn(data.table.spec, dimension);
    const place = spec === undefined ? undefined : data.table.columns.get(spec.id);
    if (place !== undefined) for (const text of textsOf(data, place).texts) texts.add(text);
  }
  const index = keyIndex(dimension, texts);
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const add = (key: string): void => {
    if (key === "" || numbers.has(key)) return;
    numbers.set(key, names.push(key) - 1);
  };
  for (const member of dimension.members ?? []) add(member.name);
  for (const text of texts) add(index.keyOf(text));
  const keys = { index, names, numbers };
  context.keys.set(dimension.name, keys);
  return keys;
}

/**
 * Key number of each data row, -1 where the row has none; undefined where the column was not found.
 * @param data of a table that holds the dimension in a column
 */
export function rowKeys(
  context: RuleContext,
  data: TableData,
  dimension: KeyDimension,
): Int32Array | undefined {
  const known = data.keys.get(dimension.name);
  if (known !== undefined) return known;
  const place = data.table.columns.get(keyColumn(data.table.spec, dimension)!.id);
  if (place === undefined) return undefined;
  const { ids, texts } = textsOf(data, place);
  const keys = keysOf(context, dimension);
  const byText = texts.map((text) => keys.numbers.get(keys.index.keyOf(text)) ?? -1);
  const numbers = new Int32Array(ids.length);
  for (let index = 0; index < ids.length; index += 1) numbers[index] = byText[ids[index]!]!;
  data.keys.set(dimension.name, numbers);
  return numbers;
}

/** Rows of each key; built when a rule first has to look at one key's rows. */
export function rowsByKey(
  context: RuleContext,
  data: TableData,
  dimension: KeyDimension,
): RowsByKey | undefined {
  const known = data.byKey.get(dimension.name);
  if (known !== undefined) return known;
  const numbers = rowKeys(context, data, dimension);
  if (numbers === undefined) return undefined;
  const start = new Int32Array(keysOf(context, dimension).names.length + 1);
  for (const number of numbers) if (number >= 0) start[number + 1] = start[number + 1]! + 1;
  for (let key = 1; key < start.length; key += 1) start[key] = start[key]! + start[key - 1]!;
  const next = start.slice();
  const order = new Int32Array(start[start.length - 1]!);
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index]!;
    if (number < 0) continue;
    const place = next[number]!;
    order[place] = index;
    next[number] = place + 1;
  }
  const rows = { start, order };
  data.byKey.set(dimension.name, rows);
  return rows;
}

/** The cell of a table's index-th row (data rows first, then 合计 rows), as it really stands. */
export function cellAt(data: TableData, index: number, place: TableColumn): CellRef {
  return cellOf(data.table, data.rows[index]!, place.column);
}

/** What gives one spelling to texts of a column that a reader takes as equal; of one with a dimension, the canonical key. */
export function speller(context: RuleContext, column: ColumnSpec): (text: string) => string {
  const dimension =
    column.type === "key" || column.type === "text"
      ? context.pack.dimensions.find(({ name }) => name === column.dimension)
      : undefined;
  if (dimension === undefined) return fold;
  const { keyOf, isMember } = keysOf(context, dimension).index;
  if (column.type === "key") return keyOf;
  return (text) => {
    if (isMember(text)) return keyOf(text);
    // With a remark or a number, 是（已验收） and 一、产业发展, it is the same.
    const bare = splitBrackets(
      fold(text).replace(/^(?:\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、)/u, ""),
    ).bare;
    return isMember(bare) ? keyOf(bare) : fold(text);
  };
}
