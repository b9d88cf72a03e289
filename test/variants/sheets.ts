/** Puts blocks on sheets: one each, side by side or stacked, with the other sheets that workbooks have. */
import type { Features } from "./features";
import { formulasOf } from "./formulas";
import type { Block } from "./grid";
import type { Placed } from "./reads";
import { addressOf, type Box, type CellModel, type RowMark, type SheetModel } from "./model";
import type { Random } from "./random";
import { figureOf, rowsOf } from "./table";

export type Seat = { readonly block: Block; readonly down: number; readonly across: number };
export type SheetPlan = { readonly name: string; readonly seats: readonly Seat[]; readonly hidden?: boolean };

export const shiftBox = (box: Box, seat: Seat): Box => ({
  top: box.top + seat.down,
  left: box.left + seat.across,
  bottom: box.bottom + seat.down,
  right: box.right + seat.across,
});

export function placedOf(plan: SheetPlan, seat: Seat): Placed {
  return {
    table: seat.block.table,
    sheet: plan.name,
    at: (row, columnId) => {
      const [r, c] = seat.block.spot(row, columnId);
      return addressOf(r + seat.down, c + seat.across);
    },
  };
}

/** Seats blocks one under another, or next to one another. */
export function seatBlocks(
  random: Random,
  blocks: readonly Block[],
  how: "stacked" | "beside",
  start: readonly [number, number],
): Seat[] {
  let [down, across] = start;
  return blocks.map((block) => {
    const seat = { block, down, across };
    if (how === "stacked") down += block.outer.bottom + 1 + random.int(1, 3);
    else across += block.outer.right + 1 + random.int(1, 2);
    return seat;
  });
}

/** A sheet as it is stored, with formulas where the figures allow them. */
export function drawSheet(random: Random, features: Features, plan: SheetPlan): SheetModel {
  const cells: CellModel[] = [];
  const merges: Box[] = [];
  const rows: RowMark[] = [];
  const hiddenColumns: number[] = [];
  const alone = plan.seats.length === 1;
  let filter: Box | undefined;
  for (const [n, seat] of plan.seats.entries()) {
    const { block } = seat;
    const own = random.fork(`${block.table.id}${n}`);
    const { at } = placedOf(plan, seat);
    if (alone && features.has("filteredRows") && own.chance(0.4) && !block.table.transposed) {
      const whole = shiftBox(block.whole, seat);
      filter = { ...whole, top: shiftBox(block.header, seat).bottom };
      for (const row of rowsOf(block.table, "data")) {
        if (row.mergeDown === undefined && own.chance(0.3)) {
          rows.push({
            index: block.spot(row, block.table.columns[0]?.id ?? "")[0] + seat.down,
            hidden: true,
          });
        }
      }
    }
    const wanted = features.has("formulas") && own.chance(0.7);
    const leaveOut = features.has("uncalculated") && own.chance(0.5);
    const formulas = wanted
      ? formulasOf(own.fork("formulas"), block.table, at, leaveOut)
      : new Map<string, string>();
    const empty = new Set<string>();
    for (const row of block.table.rows) {
      for (const column of block.table.columns) {
        if (figureOf(row, column.id)?.uncalculated === true) empty.add(at(row, column.id));
      }
    }
    for (const cell of block.cells) {
      const row = cell.row + seat.down;
      const column = cell.column + seat.across;
      const address = addressOf(row, column);
      const formula = formulas.get(address);
      cells.push({
        ...cell,
        row,
        column,
        value: empty.has(address) ? { kind: "none" } : cell.value,
        ...(formula === undefined ? {} : { formula }),
      });
    }
    merges.push(...block.merges.map((box) => shiftBox(box, seat)));
    if (alone) {
      rows.push(...block.rows.map((mark) => ({ ...mark, index: mark.index + seat.down })));
      hiddenColumns.push(...block.hiddenColumns.map((column) => column + seat.across));
    }
  }
  const marks = new Map<number, RowMark>();
  for (const mark of rows) marks.set(mark.index, { ...marks.get(mark.index), ...mark });
  return {
    name: plan.name,
    hidden: plan.hidden === true,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    merges,
    rows: [...marks.values()].sort((a, b) => a.index - b.index),
    hiddenColumns,
    ...(filter === undefined ? {} : { filter }),
  };
}

/** A sheet of lines of text, a cell a part. */
export function textSheet(name: string, lines: readonly (readonly string[])[]): SheetModel {
  const cells = lines.flatMap((line, row) =>
    line.flatMap<CellModel>((part, column) =>
      part === "" ? [] : [{ row, column, value: { kind: "text", text: part } }],
    ),
  );
  return { name, hidden: false, cells, merges: [], rows: [], hiddenColumns: [] };
}

/** A sheet that holds only a picture of a table, as WPS stores pictures in cells. */
export function pictureSheet(name: string, title: string): SheetModel {
  const formula = '_xlfn.DISPIMG("ID_5A1C7E0B2D3F4A6B8C9D0E1F2A3B4C5D",1)';
  return {
    name,
    hidden: false,
    cells: [
      { row: 0, column: 0, value: { kind: "text", text: title } },
      {
        row: 1,
        column: 0,
        formula,
        value: { kind: "text", text: '=DISPIMG("ID_5A1C7E0B2D3F4A6B8C9D0E1F2A3B4C5D",1)' },
      },
    ],
    merges: [],
    rows: [],
    hiddenColumns: [],
  };
}
