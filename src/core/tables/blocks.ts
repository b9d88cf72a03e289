/** Finds header blocks on a sheet. */
import type { SheetSnapshot } from "../workbook/snapshot";
import { bestOfEach, readBand, type BlockSearch } from "./band";
import type { Block } from "./block";
import { headerRowsOf, isGroupRow, rowsAbove } from "./header-rows";

const MAX_DEPTH = 5;
/** Least share of a table's columns by weight. */
export const LEAST_COVERAGE = 0.55;
const POINTED_COVERAGE = 0.2;

/** All blocks of a sheet, best reading of each place; blocks of different tables may still overlap. */
export function blocksOf(
  sheet: SheetSnapshot,
  orientation: "rows" | "columns",
  search: BlockSearch,
): readonly Block[] {
  const { lowest, worded } = headerRowsOf(sheet, search);
  const found = lowest.flatMap((last) =>
    blocksAbove(sheet, orientation, last, worded, search, LEAST_COVERAGE),
  );
  return bestOfEach(found);
}

/** Blocks that a person pointed at: the cell lies in the header rows and at or left of the block's first column. */
export function blocksAt(
  sheet: SheetSnapshot,
  orientation: "rows" | "columns",
  cell: { readonly row: number; readonly column: number },
  search: BlockSearch,
): readonly Block[] {
  const found: Block[] = [];
  const { worded } = headerRowsOf(sheet, search);
  const end = Math.min(cell.row + 12, sheet.rowCount);
  for (let last = cell.row; last < end; last++) {
    found.push(...blocksAbove(sheet, orientation, last, worded, search, POINTED_COVERAGE));
  }
  return bestOfEach(
    found.filter(
      (block) =>
        cell.row >= block.headerRows.first &&
        cell.row <= block.headerRows.last &&
        cell.column <= block.right &&
        cell.column >= block.left - 1,
    ),
  );
}

/** Best block of each table whose lowest header row is the given one. */
function blocksAbove(
  sheet: SheetSnapshot,
  orientation: "rows" | "columns",
  last: number,
  worded: ReadonlySet<number>,
  search: BlockSearch,
  least: number,
): readonly Block[] {
  const rows = rowsAbove(sheet, last, MAX_DEPTH, worded);
  const best = new Map<string, { block: Block; depth: number }>();
  const readings: (readonly Block[])[] = [];
  for (let depth = 1; depth <= rows.length; depth++) {
    const blocks = readBand(sheet, orientation, rows.slice(rows.length - depth), search, least);
    readings.push(blocks);
    for (const block of blocks) {
      const id = `${block.specIndex}:${segmentId(block)}`;
      const before = best.get(id);
      if (before === undefined || block.fit > before.block.fit + 1e-9) best.set(id, { block, depth });
    }
  }
  return [...best.values()].flatMap(({ block, depth }) => {
    let chosen: Block | undefined = block;
    // A group header above belongs to the table even where the table can be read without it.
    for (let more = depth; more < rows.length; more++) {
      const row = rows[rows.length - 1 - more]!;
      if (chosen === undefined || !isGroupRow(sheet, row, block, search)) break;
      if (chosen.headerRows.first - row > 1) break;
      chosen = readings[more]!.find(
        (other) =>
          other.specIndex === block.specIndex && other.left <= block.right && other.right >= block.left,
      );
    }
    return chosen === undefined ? [] : [chosen];
  });
}

function segmentId(block: Block): number {
  return Math.min(...[...block.columns.values()].map((header) => header.column));
}
