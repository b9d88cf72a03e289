/** Formulas where a spreadsheet's own result is the printed figure; some of them never calculated. */
import { add, compare, quotient, subtract, total, trim, ZERO } from "./exact";
import type { Random } from "./random";
import { columnOf, type Figure, figureOf, type Row, rowsOf, type Table } from "./table";
import { SOURCES } from "./world";

export type Address = (row: Row, columnId: string) => string;

const SUMS: { readonly [table: string]: readonly [string, readonly string[]] } = {
  funds: ["total", [...SOURCES]],
  projects: ["total", [...SOURCES]],
  assets: ["original", ["household", "township", "village", "county"]],
};
const RATES: { readonly [table: string]: readonly [string, string, string] } = {
  execution: ["rate", "spent", "budget"],
  industry: ["share", "industry", "funds"],
  rectification: ["rate", "mended", "found"],
};

/** A figure that a formula can use: stored as a number. Cells with nothing are left out by SUM. */
function operand(row: Row, id: string): Figure | "nothing" | "unfit" {
  const cell = row.cells[id];
  if (cell?.kind === "nothing") return "nothing";
  return cell?.kind === "figure" && cell.text === undefined && cell.uncalculated !== true ? cell : "unfit";
}

function sumFits(target: Figure, parts: readonly (readonly [Row, string])[]): boolean {
  const operands = parts.map(([row, id]) => operand(row, id));
  if (operands.includes("unfit")) return false;
  const sum = total(operands.map((one) => (one === "nothing" || one === "unfit" ? ZERO : one.value)));
  return compare(sum, target.value) === 0;
}

const sameUnit = (table: Table, ids: readonly string[]): boolean =>
  new Set(ids.map((id) => columnOf(table, id)?.unit)).size === 1;

/** Cells next to each other in one column or row, told as a range where they are one. */
function listed(addresses: readonly string[]): string {
  const first = addresses[0] ?? "";
  const last = addresses.at(-1) ?? first;
  const split = (address: string): readonly [string, number] => {
    const digitsAt = address.search(/\d/);
    return [address.slice(0, digitsAt), Number(address.slice(digitsAt))];
  };
  const [column, row] = split(first);
  const block = addresses.every((one, at) => {
    const [c, r] = split(one);
    return c === column && r === row + at;
  });
  return block && addresses.length > 1 ? `${first}:${last}` : addresses.join(",");
}

/** Formula texts by address; figures that are left without a stored value are marked so. */
export function formulasOf(
  random: Random,
  table: Table,
  at: Address,
  leaveOut: boolean,
): ReadonlyMap<string, string> {
  const formulas = new Map<string, string>();
  const give = (row: Row, id: string, formula: string): void => {
    formulas.set(at(row, id), formula);
    const figure = figureOf(row, id);
    if (leaveOut && figure !== undefined && random.chance(0.5)) {
      figure.uncalculated = true;
      delete figure.stored;
    }
  };
  const fit = (row: Row, id: string): Figure | undefined => {
    const cell = operand(row, id);
    return cell === "nothing" || cell === "unfit" ? undefined : cell;
  };
  const sum = SUMS[table.id];
  const rate = RATES[table.id];
  for (const row of table.rows) {
    if (row.role === "continuation") continue;
    if (sum !== undefined && sameUnit(table, [sum[0], ...sum[1]]) && row.role === "data") {
      const target = fit(row, sum[0]);
      const parts = sum[1].map((id) => [row, id] as const);
      if (target !== undefined && sumFits(target, parts)) {
        give(row, sum[0], `SUM(${listed(sum[1].map((id) => at(row, id)))})`);
      }
    }
    const rated = rate === undefined ? undefined : columnOf(table, rate[0]);
    if (rate !== undefined && rated !== undefined && rated.rateForm !== "percent-text") {
      const [target, part, all] = [fit(row, rate[0]), fit(row, rate[1]), fit(row, rate[2])];
      if (target === undefined || part === undefined || all === undefined || all.value.n <= 0n) continue;
      if (columnOf(table, rate[1])?.unit !== columnOf(table, rate[2])?.unit) continue;
      const division = `${at(row, rate[1])}/${at(row, rate[2])}`;
      if (rated.rateForm === "live") {
        const gap = subtract(quotient(part.value, all.value, 15, "round"), target.value);
        if (trim(gap).s >= 14 || gap.n === 0n) give(row, rate[0], division);
      } else if (compare(quotient(part.value, all.value, 4, "round"), target.value) === 0) {
        give(row, rate[0], rated.rateForm === "points" ? `ROUND(${division}*100,2)` : `ROUND(${division},4)`);
      }
    }
    const days = table.id === "release" ? fit(row, "days") : undefined;
    const from = fit(row, "received");
    const to = fit(row, "released");
    if (
      days !== undefined &&
      from !== undefined &&
      to !== undefined &&
      from.stored === undefined &&
      to.stored === undefined
    ) {
      if (compare(add(from.value, days.value), to.value) === 0) {
        give(row, "days", `${at(row, "released")}-${at(row, "received")}`);
      }
    }
  }
  for (const row of rowsOf(table, "total")) {
    for (const column of table.columns) {
      if (column.kind !== "money" && column.kind !== "count") continue;
      const target = fit(row, column.id);
      const rows = rowsOf(table, "data").filter(
        (one) => table.totalExcludes === undefined || one.county !== table.totalExcludes,
      );
      if (target === undefined || rows.length > 60) continue;
      if (
        sumFits(
          target,
          rows.map((one) => [one, column.id] as const),
        )
      ) {
        give(row, column.id, `SUM(${listed(rows.map((one) => at(one, column.id)))})`);
      }
    }
  }
  return formulas;
}
