/** Where a finding belongs: its table, the key of its row, its column. */
import { rowKeys } from "../answers/explanations";
import { canonical, type RuleContext, type TableData, textsOf } from "../rules/context";
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
      const real = cellOf(data.table, data.rows[index] ?? 0, place.column);
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
    if ((data.rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  if (low < data.dataRows && data.rows[low] === row) return low;
  for (let index = data.dataRows; index < data.rows.length; index += 1)
    if (data.rows[index] === row) return index;
  return undefined;
}

const keys = new WeakMap<TableData, readonly string[]>();

/** Keys of a table's rows as explanations know them: canonical names, the n-th of equals, 合计 for a total. */
export function keyOfRow(context: RuleContext, data: TableData, index: number): string {
  let known = keys.get(data);
  if (known === undefined) {
    known = rowKeys(rowsOf(context, data));
    keys.set(data, known);
  }
  return known[index] ?? "";
}

function* rowsOf(context: RuleContext, data: TableData): Iterable<readonly string[]> {
  const columns = data.table.spec.key.flatMap((id) => {
    const place = data.table.columns.get(id);
    return place === undefined ? [] : [{ spec: place.spec, ...textsOf(data, place) }];
  });
  const spelled = columns.map(({ spec, texts }) => texts.map((text) => canonical(context, spec, text)));
  for (let index = 0; index < data.dataRows; index += 1) {
    yield columns.map(({ ids }, number) => spelled[number]?.[ids[index] ?? 0] ?? "");
  }
  for (let index = data.dataRows; index < data.rows.length; index += 1) yield ["合计"];
}

/** A row's key as it stands on the sheet: "库尔勒市 英下乡 第2村 …"; "" for a 合计 row or one without a key. */
export function nameOfRow(data: TableData, index: number): string {
  if (index >= data.dataRows) return "";
  const parts = data.table.spec.key.flatMap((id) => {
    const place = data.table.columns.get(id);
    if (place === undefined) return [];
    const { ids, texts } = textsOf(data, place);
    return [(texts[ids[index] ?? 0] ?? "").trim()];
  });
  return parts.filter((part) => part !== "").join(" ");
}
