/** Turns raw facts of the world into the cells of a row, in the units and forms of the columns. */
import { type Exact, fifteenDigits, quotient, trim, whole } from "./exact";
import { type Cell, type Column, type Figure, type TableId, UNIT_POWER } from "./table";

/** A line of raw facts: money in fen, counts and dates as numbers, labels as text; rates come from the money. */
export type Facts = { readonly [columnId: string]: bigint | number | string };

const fen = (amount: bigint, column: Column): Exact =>
  trim({ n: amount, s: 2 + UNIT_POWER[column.unit ?? "万元"] });

/** A rate as the column holds it: four decimals, or the quotient as a spreadsheet stores it. */
export function rateFigure(column: Column, part: Exact, all: Exact): Figure {
  if (column.rateForm !== "live") return { kind: "figure", value: trim(quotient(part, all, 4, "round")) };
  const stored = Number(quotient(part, all, 30, "cut").n) / 1e30;
  return { kind: "figure", value: fifteenDigits(stored), stored: String(stored) };
}

const RATES: { readonly [table in TableId]?: readonly [rate: string, part: string, all: string] } = {
  execution: ["rate", "spent", "budget"],
  industry: ["share", "industry", "funds"],
  rectification: ["rate", "mended", "found"],
};

/** The cells of a row: nothing where the facts are silent. */
export function cellsOf(table: TableId, columns: readonly Column[], facts: Facts): { [id: string]: Cell } {
  const cells: { [id: string]: Cell } = {};
  const rate = RATES[table];
  const number = (id: string): Exact => {
    const fact = facts[id];
    return typeof fact === "bigint" ? { n: fact, s: 0 } : whole(Number(fact));
  };
  for (const column of columns) {
    const fact = facts[column.id];
    if (column.kind === "rate" && rate !== undefined && facts[rate[2]] !== undefined) {
      cells[column.id] = rateFigure(column, number(rate[1]), number(rate[2]));
    } else if (fact === undefined) cells[column.id] = { kind: "nothing", mark: "" };
    else if (typeof fact === "string") cells[column.id] = { kind: "label", text: fact };
    else if (typeof fact === "bigint") cells[column.id] = { kind: "figure", value: fen(fact, column) };
    else cells[column.id] = { kind: "figure", value: whole(fact) };
  }
  return cells;
}
