/** From the headers down: which rows are the table's, and what each is. */
import type { Block } from "./block";
import { leftOutOf, settleParts, settleSections, settleTotals } from "./row-kinds";
import { layoutOf, type Layout, type Line } from "./row-layout";
import { goesOnBelow, judge } from "./row-verdict";

export interface TableRows {
  readonly rows: readonly number[];
  readonly totalRows: readonly number[];
  readonly leftOut: ReadonlyMap<number, readonly number[]>;
  readonly subtotalRows: readonly number[];
  readonly partRows: readonly number[];
  /** Last row of the table. */
  readonly last: number;
}

/** A second copy of the headers further down, as page breaks leave them: rows from `from` to `to` are no data. */
export interface Copy {
  readonly from: number;
  readonly to: number;
}

/** So many blank rows end a table whatever follows. */
const MAX_GAP = 60;

/**
 * Walks down a block.
 * @param copies repeated headers of this very table
 * @param stop first row that belongs to another table in these columns
 */
export function rowsOf(block: Block, copies: readonly Copy[], stop: number): TableRows {
  const layout = layoutOf(block);
  const { sheet } = layout;
  const lines: Line[] = [];
  let gap = 0;
  let skipTo = -1;
  const end = Math.min(sheet.rowCount, stop);
  for (let row = block.headerRows.last + 1; row < end; row++) {
    if (row <= skipTo) continue;
    const copy = copies.find((one) => one.from === row);
    if (copy !== undefined) {
      skipTo = copy.to;
      gap = 0;
      continue;
    }
    const verdict = judge(layout, row, gap, lines, row - block.headerRows.last <= 3);
    if (verdict === "blank") {
      if (++gap > MAX_GAP) break;
      continue;
    }
    if (verdict === "end") {
      // A note between the rows, as over a second lot of projects, ends nothing.
      if (goesOnBelow(layout, row, gap, lines)) continue;
      break;
    }
    gap = 0;
    if (verdict !== "skip") lines.push(verdict);
  }
  return sorted(layout, lines, block.headerRows.last);
}

function sorted(layout: Layout, lines: Line[], headerLast: number): TableRows {
  settleTotals(layout, lines);
  settleSections(layout, lines);
  settleParts(layout, lines);
  const leftOut = leftOutOf(layout, lines);
  const of = (kind: Line["kind"]): number[] =>
    lines.filter((line) => line.kind === kind).map(({ row }) => row);
  return {
    rows: of("data"),
    totalRows: of("total"),
    leftOut,
    subtotalRows: of("subtotal"),
    partRows: of("part"),
    last: lines.at(-1)?.row ?? headerLast,
  };
}
