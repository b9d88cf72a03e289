/** Errors put into a consistent workbook, each aimed at one rule; what else they lead to is the judge's to say. */
import { add, compare, exact, type Exact, quotient, shift, subtract, times, trim, whole } from "./exact";
import type { Random } from "./random";
import { rateFigure } from "./rows";
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
import { SOURCES } from "./world";

export type Sown = {
  readonly tables: ReadonlyMap<TableId, Table>;
  /** Cells that are already part of a plant. */
  readonly touched: Set<Cell>;
};

type Plant = (sown: Sown, random: Random) => boolean;

/** The last printed place of a money column. */
function place(table: Table, id: string): Exact {
  const column = columnOf(table, id);
  return column?.kind === "money" ? shift(whole(1), -(column.formatDecimals ?? 2)) : whole(1);
}

/** A difference that rounding may explain, or one that nothing explains. */
function difference(random: Random, table: Table, id: string, value: Exact): Exact {
  const one = place(table, id);
  if (columnOf(table, id)?.kind === "count") return whole(random.int(1, 3));
  if (!table.openPrecision && random.chance(0.4)) return times(one, random.int(1, 12));
  const tenth = quotient(value.n < 0n ? whole(0) : value, whole(random.int(7, 30)), trim(one).s, "cut");
  return add(tenth, times(one, random.int(60, 900)));
}

function free(sown: Sown, row: Row, id: string): Figure | undefined {
  const figure = figureOf(row, id);
  return figure === undefined || sown.touched.has(figure) ? undefined : figure;
}

function raise(sown: Sown, row: Row, id: string, by: Exact): boolean {
  const figure = free(sown, row, id);
  if (figure === undefined) return false;
  figure.value = trim(add(figure.value, by));
  delete figure.stored;
  sown.touched.add(figure);
  return true;
}

/** Carries a change of a data row into the total rows, so that the column still adds up. */
function carry(table: Table, id: string, by: Exact): void {
  for (const row of rowsOf(table, "total")) {
    const figure = figureOf(row, id);
    if (figure !== undefined) figure.value = trim(add(figure.value, by));
  }
}

function bump(id: TableId, columns: readonly string[], role: "data" | "total"): Plant {
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

const bumpTotal = (id: TableId, columns: readonly string[]): Plant => bump(id, columns, "total");

/** The total row leaves out one of the data rows without saying so. */
function totalLeavesOut(id: TableId): Plant {
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

function wrongRate(id: TableId, rate: string, part: string, all: string): Plant {
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

function swapDates(id: TableId, first: string, second: string): Plant {
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

function late(sown: Sown, random: Random): boolean {
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

function wrongDays(sown: Sown, random: Random): boolean {
  const table = sown.tables.get("release");
  const row = table === undefined ? undefined : random.pick(rowsOf(table, "data"));
  const days = row === undefined ? undefined : free(sown, row, "days");
  // Both the dates and the printed days must stay within five, or who is late would depend on which is believed.
  if (row === undefined || days === undefined || days.value.n >= 5n || days.value.n < 0n) return false;
  return raise(sown, row, "days", whole(1));
}

/** left becomes larger than right though it must not be. */
function above(id: TableId, pairs: readonly (readonly [string, string])[], following: boolean): Plant {
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

function fewerPeople(sown: Sown, random: Random): boolean {
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

function duplicate(sown: Sown, random: Random): boolean {
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

function labelled(id: string, from: string, to: string): Plant {
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
function disagree(
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

function projectSource(sown: Sown, random: Random): boolean {
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

function projectSpent(sown: Sown, random: Random): boolean {
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
function forgotten(sown: Sown, random: Random): boolean {
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

function spoilt(make: (random: Random, value: Figure) => Cell, kinds: readonly string[]): Plant {
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

const ERROR_CODES = ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?"] as const;
const WORDS = ["待定", "约300", "见附件", "正在统计", "12.3.4"] as const;

const ASSET_COLUMNS = ["invested", "original", "present", "household", "township", "village", "county"];
const COUNT_COLUMNS = ["households", "people", "clearedHouseholds", "clearedPeople"];

/** A plant for every rule that an error in the figures can break. */
export const PLANTS = {
  "funds.row-total": bump("funds", ["total"], "data"),
  "funds.column-total": bumpTotal("funds", [...SOURCES]),
  "release.days": wrongDays,
  "release.date-order": swapDates("release", "received", "released"),
  "release.deadline": late,
  "release.column-total": bumpTotal("release", ["amount"]),
  "projects.row-total": bump("projects", ["total"], "data"),
  "projects.column-total": bumpTotal("projects", [...SOURCES, "total", "spent"]),
  "projects.overspent": above("projects", [["spent", "total"]], false),
  "projects.date-order": swapDates("projects", "started", "completed"),
  "projects.duplicate": duplicate,
  "projects.target": labelled("target", "是", "否"),
  "execution.carryover": bump("execution", ["carryover"], "data"),
  "execution.rate": wrongRate("execution", "rate", "spent", "budget"),
  "execution.column-total": bumpTotal("execution", ["budget", "spent", "carryover"]),
  "assets.original-value": bump("assets", ["original"], "data"),
  "assets.present-value": above("assets", [["present", "original"]], false),
  "assets.column-total": bumpTotal("assets", ASSET_COLUMNS),
  "assets.total-leaves-out": totalLeavesOut("assets"),
  "industry.share": wrongRate("industry", "share", "industry", "funds"),
  "industry.column-total": bumpTotal("industry", ["funds", "industry"]),
  "industry.not-above": above("industry", [["industry", "funds"]], false),
  "monitoring.people": fewerPeople,
  "monitoring.column-total": bumpTotal("monitoring", COUNT_COLUMNS),
  "monitoring.total-leaves-out": totalLeavesOut("monitoring"),
  "rectification.not-above": above("rectification", [["mended", "found"]], true),
  "rectification.rate": wrongRate("rectification", "rate", "mended", "found"),
  "rectification.column-total": bumpTotal("rectification", ["found", "mended"]),
  "cross.funds-execution": disagree("execution", "budget", ["carryover"], ["rate", "spent", "budget"]),
  "cross.funds-release": disagree("release", "amount", []),
  "cross.funds-projects": projectSource,
  "cross.execution-projects": projectSpent,
  "cross.industry-funds": disagree("industry", "funds", [], ["share", "industry", "funds"]),
  "cross.industry-projects": labelled("category", "产业发展", "基础设施"),
  "cross.county-set": forgotten,
  "data.error-value": spoilt(
    (random) => ({ kind: "error", code: random.pick(ERROR_CODES) }),
    ["money", "count", "rate"],
  ),
  "data.not-a-number": spoilt((random) => ({ kind: "bad", text: random.pick(WORDS) }), ["money", "count"]),
} satisfies { readonly [rule: string]: Plant };

export type PlantKind = keyof typeof PLANTS;
export const PLANT_KINDS = Object.keys(PLANTS) as readonly PlantKind[];

/** The rule that a plant is aimed at. */
export function aimOf(kind: PlantKind): string {
  return kind.replace("total-leaves-out", "column-total");
}

/** Plants one error of a kind; false if the workbook has no fitting place. */
export function plant(kind: PlantKind, sown: Sown, random: Random): boolean {
  for (let attempt = 0; attempt < 12; attempt += 1) if (PLANTS[kind](sown, random)) return true;
  return false;
}
