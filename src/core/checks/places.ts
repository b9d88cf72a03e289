/** Where a finding belongs: its table, the key of its row, its column. */
import { rowKey, rowKeys } from "../answers/explanations";
import { speller, type RuleContext, type TableData, textsOf } from "../rules/context";
import { cellOf } from "../tables/table";
import type { CellRef } from "../workbook/address";

export interface Place {
  readonly data: TableData;
  /** Row of the table, 合计 rows last; undefined for a header cell. */
  readonly index: number | undefined;
  readonly column: string;
}

/** The table, row and column of a cell, looked for in the given tables. */
export function placeOfCell(
  context: RuleContext,
  tables: readonly string[],
  cell: CellRef,
): Place | undefined {
  for (const id of tables) {
    const data = context.tables.get(id);
    if (data === undefined || data.table.sheet.name !== cell.sheet) continue;
    if (data.table.gathered !== undefined) {
      const found = placeOfGathered(data, cell);
      if (found !== undefined) return found;
      continue;
    }
    const upright = data.table.orientation === "rows";
    const [row, column] = upright ? [cell.row, cell.column] : [cell.column, cell.row];
    const place = [...data.table.columns.values()].find((one) => one.column === column);
    if (place === undefined) continue;
    return { data, index: indexOf(data, row), column: place.spec.id };
  }
  return undefined;
}

function placeOfGathered(data: TableData, cell: CellRef): Place | undefined {
  for (let index = 0; index < data.rows.length; index += 1) {
    for (const place of data.table.columns.values()) {
      const real = cellOf(data.table, data.rows[index]!, place.column);
      if (real.row === cell.row && real.column === cell.column) return { data, index, column: place.spec.id };
    }
  }
  return undefined;
}

function indexOf(data: TableData, row: number): number | undefined {
  let low = 0;
  let high = data.dataRows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (data.rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  if (low < data.dataRows && data.rows[low] === row) return low;
  for (let index = data.dataRows; index < data.rows.length; index += 1)
    if (data.rows[index] === row) return index;
  return undefined;
}

interface Keys {
  readonly parts: (index: number, part: number) => string;
  readonly width: number;
  asked: number;
  all: readonly string[] | undefined;
}

const keys = new WeakMap<TableData, Keys>();
/** Rows whose keys are told one by one before those of all rows are worth their memory. */
const ONE_BY_ONE = 16;

/** Key of a table's row as explanations know it: canonical names, the n-th of equals, 合计 for a total. */
export function keyOfRow(context: RuleContext, data: TableData, index: number): string {
  let known = keys.get(data);
  if (known === undefined) keys.set(data, (known = keysOf(context, data)));
  known.asked += 1;
  if (known.all === undefined && known.asked <= ONE_BY_ONE) return keyAlone(data, known, index);
  known.all ??= rowKeys(rowsOf(data, known));
  return known.all[index]!;
}

function keysOf(context: RuleContext, data: TableData): Keys {
  const columns = data.table.spec.key.flatMap((id) => {
    const place = data.table.columns.get(id);
    return place === undefined
      ? []
      : [
          {
            spell: speller(context, place.spec),
            spelled: [] as (string | undefined)[],
            ...textsOf(data, place),
          },
        ];
  });
  const parts = (index: number, part: number): string => {
    const column = columns[part]!;
    const id = column.ids[index]!;
    return (column.spelled[id] ??= column.spell(column.texts[id]!));
  };
  return { parts, width: columns.length, asked: 0, all: undefined };
}

function* rowsOf(data: TableData, { parts, width }: Keys): Iterable<readonly string[]> {
  for (let index = 0; index < data.rows.length; index += 1) yield partsAt(data, parts, width, index);
}

function partsAt(data: TableData, parts: Keys["parts"], width: number, index: number): readonly string[] {
  if (index >= data.dataRows) return ["合计"];
  return Array.from({ length: width }, (_none, part) => parts(index, part));
}

/** Looks for earlier rows with the same parts, column by column. */
function keyAlone(data: TableData, { parts, width }: Keys, index: number): string {
  const own = partsAt(data, parts, width, index);
  const wanted = own.map((part) => part.trim());
  let count = 1;
  if (index >= data.dataRows || width === 1) {
    for (let other = width === 1 ? 0 : data.dataRows; other < index; other += 1) {
      if (partsAt(data, parts, width, other)[0]!.trim() === wanted[0]) count += 1;
    }
    return rowKey(own, count);
  }
  for (let other = 0; other < index; other += 1) {
    let part = 0;
    while (part < width && parts(other, part).trim() === wanted[part]) part += 1;
    if (part === width) count += 1;
  }
  return rowKey(own, count);
}

/** A row's key as it stands on the sheet: "库尔勒市 英下乡 第2村 …"; "" for a 合计 row or one without a key. */
export function nameOfRow(data: TableData, index: number): string {
  if (index >= data.dataRows) return "";
  const parts = data.table.spec.key.flatMap((id) => {
    const place = data.table.columns.get(id);
    if (place === undefined) return [];
    const { ids, texts } = textsOf(data, place);
    return [texts[ids[index]!]!.trim()];
  });
  return parts.filter((part) => part !== "").join(" ");
}
