/** Errors that only another table or the words of a table show, and cells that hold no figure. */
import { compare, times } from "./exact";
import type { Random } from "./random";
import { rateFigure } from "./facts";
import { type Cell, columnOf, type Figure, figureOf, rowsOf, type TableId } from "./table";
import { SOURCES } from "./world";
import { carry, difference, free, place, type Plant, raise, type Sown } from "./sowing";

export function duplicate(sown: Sown, random: Random): boolean {
  const table = sown.tables.get("projects");
  if (table === undefined) return false;
  const rows = rowsOf(table, "data").filter((row) => row.mergeDown?.name === undefined);
  const first = random.pick(rows);
  const second = rows.find((row) => row !== first && row.county === first.county);
  if (second === undefined) return false;
  for (const id of ["township", "village", "name"]) {
    const from = first.cells[id];
    const to = second.cells[id];
    if (from?.kind === "label" && to?.kind === "label") to.text = from.text;
  }
  return true;
}

export function labelled(id: string, from: string, to: string): Plant {
  return (sown, random) => {
    const table = sown.tables.get("projects");
    if (table === undefined || columnOf(table, id) === undefined) return false;
    const rows = rowsOf(table, "data").filter((row) => {
      const cell = row.cells[id];
      const batches = ["centralAdvance", "centralNew", "region", "prefecture"].map((source) =>
        figureOf(row, source),
      );
      const counts =
        id !== "category" || batches.some((figure) => figure !== undefined && figure.value.n > 0n);
      return cell?.kind === "label" && cell.text === from && row.mergeDown?.name === undefined && counts;
    });
    if (rows.length === 0) return false;
    const cell = random.pick(rows).cells[id];
    if (cell?.kind === "label") cell.text = to;
    return true;
  };
}

/** Changes a figure and all that its own table says of it, so that only another table disagrees. */
export function disagree(
  id: TableId,
  column: string,
  alike: readonly string[],
  rate?: readonly [string, string, string],
): Plant {
  return (sown, random) => {
    const table = sown.tables.get(id);
    if (table === undefined) return false;
    const row = random.pick(rowsOf(table, "data"));
    const figure = free(sown, row, column);
    if (
      figure === undefined ||
      figure.value.n <= 0n ||
      table.columns.some((one) => one.kind === "money" && one.unit !== table.unit)
    ) {
      return false;
    }
    const by = difference(random, table, column, figure.value);
    raise(sown, row, column, by);
    carry(table, column, by);
    for (const other of alike) {
      raise(sown, row, other, by);
      carry(table, other, by);
    }
    const rated = rate === undefined ? undefined : columnOf(table, rate[0]);
    if (rate === undefined || rated === undefined) return true;
    for (const one of [row, ...rowsOf(table, "total")]) {
      const top = figureOf(one, rate[1]);
      const bottom = figureOf(one, rate[2]);
      if (top !== undefined && bottom !== undefined)
        one.cells[rate[0]] = rateFigure(rated, top.value, bottom.value);
    }
    return true;
  };
}

export function projectSource(sown: Sown, random: Random): boolean {
  const table = sown.tables.get("projects");
  if (table === undefined) return false;
  const row = random.pick(rowsOf(table, "data"));
  const [from, to] = random.shuffled(SOURCES);
  const less = from === undefined ? undefined : free(sown, row, from);
  const more = to === undefined ? undefined : free(sown, row, to);
  if (from === undefined || to === undefined || less === undefined || more === undefined) return false;
  if (less.value.n <= 0n || more.value.n <= 0n) return false;
  const one = place(table, from);
  const by = times(one, random.int(30, 200));
  if (compare(less.value, by) <= 0) return false;
  for (const [id, amount] of [
    [from, times(by, -1)],
    [to, by],
  ] as const) {
    raise(sown, row, id, amount);
    carry(table, id, amount);
  }
  return true;
}

export function projectSpent(sown: Sown, random: Random): boolean {
  const table = sown.tables.get("projects");
  if (table === undefined) return false;
  const row = random.pick(rowsOf(table, "data"));
  const figure = free(sown, row, "spent");
  if (figure === undefined) return false;
  const by = times(place(table, "spent"), -random.int(30, 900));
  if (compare(figure.value, times(by, -1)) <= 0) return false;
  carry(table, "spent", by);
  return raise(sown, row, "spent", by);
}

/** A county that one table forgot, with totals that know nothing of it either. */
export function forgotten(sown: Sown, random: Random): boolean {
  const table = sown.tables.get(random.pick(["assets", "monitoring"] as const));
  if (table === undefined) return false;
  const rows = rowsOf(table, "data").filter((row) => row.county !== table.totalExcludes);
  const gone = random.pick(rows);
  if (rows.length < 4 || Object.values(gone.cells).some((cell) => sown.touched.has(cell))) return false;
  for (const column of table.columns) {
    const figure = figureOf(gone, column.id);
    if (figure !== undefined && (column.kind === "money" || column.kind === "count")) {
      carry(table, column.id, times(figure.value, -1));
    }
  }
  const out = new Set([gone, ...(gone.parts ?? [])]);
  table.rows = table.rows.filter((row) => !out.has(row));
  for (const row of rowsOf(table, "subtotal")) {
    const at = row.parts?.indexOf(gone) ?? -1;
    if (at >= 0) row.parts?.splice(at, 1);
  }
  return true;
}

export function spoilt(make: (random: Random, value: Figure) => Cell, kinds: readonly string[]): Plant {
  return (sown, random) => {
    const table = random.pick([...sown.tables.values()]);
    const columns = table.columns.filter(
      (column) => kinds.includes(column.kind) && !column.id.startsWith("extra"),
    );
    if (columns.length === 0) return false;
    const { id } = random.pick(columns);
    const row = random.pick(table.rows.filter((one) => one.role === "data" || one.role === "total"));
    const figure = free(sown, row, id);
    if (figure === undefined) return false;
    const cell = make(random, figure);
    row.cells[id] = cell;
    sown.touched.add(cell);
    return true;
  };
}
