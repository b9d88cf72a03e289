/** How an error is put into a consistent table: one figure raised, or raised with all that its table says of it. */
import { add, compare, type Exact, quotient, shift, times, trim, whole } from "./exact";
import type { Random } from "./random";
import {
  type Cell,
  columnOf,
  type Figure,
  figureOf,
  type Row,
  rowsOf,
  type Table,
  type TableId,
} from "./table";

export type Sown = {
  readonly tables: ReadonlyMap<TableId, Table>;
  /** Cells that are already part of a plant. */
  readonly touched: Set<Cell>;
};

export type Plant = (sown: Sown, random: Random) => boolean;

/** The last printed place of a money column. */
export function place(table: Table, id: string): Exact {
  const column = columnOf(table, id);
  return column?.kind === "money" ? shift(whole(1), -(column.formatDecimals ?? 2)) : whole(1);
}

/** A difference that rounding may explain, or one that nothing explains. */
export function difference(random: Random, table: Table, id: string, value: Exact): Exact {
  const one = place(table, id);
  if (columnOf(table, id)?.kind === "count") return whole(random.int(1, 3));
  if (!table.openPrecision && random.chance(0.4)) return times(one, random.int(1, 12));
  const tenth = quotient(value.n < 0n ? whole(0) : value, whole(random.int(7, 30)), trim(one).s, "cut");
  return add(tenth, times(one, random.int(60, 900)));
}

export function free(sown: Sown, row: Row, id: string): Figure | undefined {
  const figure = figureOf(row, id);
  return figure === undefined || sown.touched.has(figure) ? undefined : figure;
}

export function raise(sown: Sown, row: Row, id: string, by: Exact): boolean {
  const figure = free(sown, row, id);
  if (figure === undefined) return false;
  figure.value = trim(add(figure.value, by));
  delete figure.stored;
  sown.touched.add(figure);
  return true;
}

/** Carries a change of a data row into the total rows, so that the column still adds up. */
export function carry(table: Table, id: string, by: Exact): void {
  for (const row of rowsOf(table, "total")) {
    const figure = figureOf(row, id);
    if (figure !== undefined) figure.value = trim(add(figure.value, by));
  }
}

export function bump(id: TableId, columns: readonly string[], role: "data" | "total"): Plant {
  return (sown, random) => {
    const table = sown.tables.get(id);
    if (table === undefined) return false;
    const rows = rowsOf(table, role);
    if (rows.length === 0) return false;
    const row = random.pick(rows);
    const column = random.pick(columns);
    const figure = free(sown, row, column);
    if (figure === undefined) return false;
    const by = difference(random, table, column, figure.value);
    const down = random.chance(0.4) && compare(figure.value, by) > 0;
    return raise(sown, row, column, down ? times(by, -1) : by);
  };
}

export const bumpTotal = (id: TableId, columns: readonly string[]): Plant => bump(id, columns, "total");
