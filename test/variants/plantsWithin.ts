/** Errors within a table: totals, rates, dates, figures above what they may be. */
import { add, compare, exact, quotient, shift, subtract, times, trim, whole } from "./exact";
import type { Random } from "./random";
import { columnOf, figureOf, rowsOf, type TableId } from "./table";
import { carry, difference, free, type Plant, raise, type Sown } from "./sowing";

/** The total row leaves out one of the data rows without saying so. */
export function totalLeavesOut(id: TableId): Plant {
  return (sown, random) => {
    const table = sown.tables.get(id);
    const total = table === undefined ? undefined : rowsOf(table, "total")[0];
    if (table === undefined || total === undefined || table.totalExcludes !== undefined) return false;
    const row = random.pick(rowsOf(table, "data"));
    return table.columns
      .filter((column) => column.kind === "money" || column.kind === "count")
      .map((column) => {
        const left = free(sown, row, column.id);
        return (
          left !== undefined && left.value.n > 0n && raise(sown, total, column.id, times(left.value, -1))
        );
      })
      .some((done) => done);
  };
}

export function wrongRate(id: TableId, rate: string, part: string, all: string): Plant {
  return (sown, random) => {
    const table = sown.tables.get(id);
    const column = table === undefined ? undefined : columnOf(table, rate);
    if (table === undefined || column === undefined) return false;
    const rows = random.shuffled(table.rows.filter((row) => row.role === "data" || row.role === "total"));
    const cutting = random.chance(0.5);
    for (const row of rows) {
      const figure = free(sown, row, rate);
      const top = figureOf(row, part);
      const bottom = figureOf(row, all);
      if (figure === undefined || top === undefined || bottom === undefined || bottom.value.n <= 0n) continue;
      const cut = trim(quotient(top.value, bottom.value, 4, "cut"));
      const rounded = trim(quotient(top.value, bottom.value, 4, "round"));
      const same = columnOf(table, part)?.unit === columnOf(table, all)?.unit;
      if (cutting && (!same || compare(cut, rounded) === 0)) continue;
      figure.value = cutting
        ? cut
        : trim(subtract(figure.value.s > 6 ? rounded : figure.value, shift(whole(random.int(2, 900)), -4)));
      if (figure.value.n <= 0n) figure.value = exact("0.0321");
      delete figure.stored;
      sown.touched.add(figure);
      return true;
    }
    return false;
  };
}

export function swapDates(id: TableId, first: string, second: string): Plant {
  return (sown, random) => {
    const table = sown.tables.get(id);
    if (table === undefined) return false;
    const row = random.pick(rowsOf(table, "data"));
    const from = free(sown, row, first);
    const to = free(sown, row, second);
    if (from === undefined || to === undefined) return false;
    [from.value, to.value] = [to.value, from.value];
    const days = figureOf(row, "days");
    if (days !== undefined) days.value = times(days.value, -1);
    for (const figure of [from, to]) sown.touched.add(figure);
    return true;
  };
}

export function late(sown: Sown, random: Random): boolean {
  const table = sown.tables.get("release");
  if (table === undefined) return false;
  const row = random.pick(rowsOf(table, "data"));
  const from = free(sown, row, "received");
  const to = free(sown, row, "released");
  if (from === undefined || to === undefined) return false;
  const wait = random.int(6, 25);
  to.value = add(from.value, whole(wait));
  const days = figureOf(row, "days");
  if (days !== undefined) days.value = whole(wait);
  for (const figure of [from, to]) sown.touched.add(figure);
  return true;
}

export function wrongDays(sown: Sown, random: Random): boolean {
  const table = sown.tables.get("release");
  const row = table === undefined ? undefined : random.pick(rowsOf(table, "data"));
  const days = row === undefined ? undefined : free(sown, row, "days");
  // Both the dates and the printed days must stay within five, or who is late would depend on which is believed.
  if (row === undefined || days === undefined || days.value.n >= 5n || days.value.n < 0n) return false;
  return raise(sown, row, "days", whole(1));
}

/** left becomes larger than right though it must not be. */
export function above(id: TableId, pairs: readonly (readonly [string, string])[], following: boolean): Plant {
  return (sown, random) => {
    const table = sown.tables.get(id);
    const pair = random.pick(pairs);
    if (table === undefined) return false;
    const row = random.pick(rowsOf(table, "data"));
    const left = free(sown, row, pair[0]);
    const right = free(sown, row, pair[1]);
    const columns = pair.map((column) => columnOf(table, column));
    if (left === undefined || right === undefined || columns[0]?.unit !== columns[1]?.unit) return false;
    const by = add(subtract(right.value, left.value), difference(random, table, pair[0], right.value));
    if (by.n <= 0n || !raise(sown, row, pair[0], by)) return false;
    if (following || random.chance(0.5)) carry(table, pair[0], by);
    return true;
  };
}

export function fewerPeople(sown: Sown, random: Random): boolean {
  const table = sown.tables.get("monitoring");
  if (table === undefined) return false;
  const row = random.pick(rowsOf(table, "data"));
  const [households, people] = random.pick([
    ["households", "people"],
    ["clearedHouseholds", "clearedPeople"],
  ] as const);
  const many = free(sown, row, households);
  const few = free(sown, row, people);
  if (many === undefined || few === undefined) return false;
  const by = subtract(subtract(many.value, whole(random.int(1, 5))), few.value);
  carry(table, people, by);
  return raise(sown, row, people, by);
}
