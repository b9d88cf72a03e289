/**
 * Grids of cells in bounded requests. Excel on the web passes 5 MB of UTF-8 each way, and answers null for grids of
 * five million cells: blocks are cut by the bytes that the cells so far have taken, and cut again where one was too
 * much all the same.
 */
import { type Area, areaName } from "../../core/workbook/address";
import { codeOf } from "./problems";
import type { Session } from "./session";

export type GridName = "values" | "numberFormat" | "formulas";

export interface Block {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
  readonly grid: GridName;
  /** Takes one cell as Excel answered it. */
  readonly put: (row: number, column: number, cell: unknown) => void;
}

export interface BlockLimits {
  /** Bytes that one answer is meant to have at most. */
  readonly bytes: number;
  /** Bytes that a cell is taken to have before any was read. */
  readonly cellBytes: number;
}

export const BLOCK_LIMITS: BlockLimits = { bytes: 3_600_000, cellBytes: 20 };

/**
 * Reads all blocks, several in one request where they fit.
 * @param between called before each request with the cells read and left; throws to cancel
 */
export async function readBlocks(
  session: Session,
  blocks: readonly Block[],
  between: (done: number, of: number) => void = () => {},
  limits: BlockLimits = BLOCK_LIMITS,
): Promise<void> {
  const waiting = [...blocks].reverse();
  const of = blocks.reduce((sum, { area }) => sum + cellCount(area), 0);
  let done = 0;
  let bytes = 0;
  let most = Math.max(1, Math.floor(limits.bytes / limits.cellBytes));
  while (waiting.length > 0) {
    between(done, of);
    const batch = takeBatch(waiting, most);
    const cells = batch.reduce((sum, { area }) => sum + cellCount(area), 0);
    const ranges = batch.map(({ sheet, area, grid }) => sheet.getRange(areaName(area)).load(grid));
    try {
      await session.sync();
    } catch (error) {
      if (codeOf(error) !== "ResponsePayloadSizeLimitExceeded" || cells === 1) throw error;
      most = Math.floor(cells / 2);
      waiting.push(...batch.reverse());
      continue;
    }
    batch.forEach((block, index) => {
      const grid: unknown = ranges[index]?.[block.grid];
      if (!Array.isArray(grid)) {
        // Too many cells for one grid: Excel answers null and no error.
        waiting.push(...halves(block));
        return;
      }
      bytes += putGrid(block, grid);
      done += cellCount(block.area);
    });
    if (done > 0) most = Math.max(1, Math.floor(limits.bytes / Math.max(3, bytes / done)));
  }
}

function cellCount({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Blocks of at most so many cells together; the last one is cut where it does not fit. */
function takeBatch(waiting: Block[], most: number): Block[] {
  const batch: Block[] = [];
  let room = most;
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const width = block.area.right - block.area.left + 1;
    if (cellCount(block.area) <= room) {
      batch.push(block);
      room -= cellCount(block.area);
      continue;
    }
    const rows = Math.floor(room / width);
    if (rows > 0) {
      const { top } = block.area;
      batch.push({ ...block, area: { ...block.area, bottom: top + rows - 1 } });
      waiting.push({ ...block, area: { ...block.area, top: top + rows } });
    } else if (batch.length > 0) waiting.push(block);
    else {
      // One row alone is too much.
      const { left } = block.area;
      if (block.area.bottom > block.area.top) {
        waiting.push({ ...block, area: { ...block.area, top: block.area.top + 1 } });
      }
      const row = { ...block.area, bottom: block.area.top };
      waiting.push({ ...block, area: { ...row, left: left + room } });
      batch.push({ ...block, area: { ...row, right: left + room - 1 } });
    }
    return batch;
  }
  return batch;
}

/** Both halves, the one to read first behind. */
function halves(block: Block): readonly Block[] {
  const { top, left, bottom, right } = block.area;
  if (bottom > top) {
    const middle = top + Math.floor((bottom - top) / 2);
    return [
      { ...block, area: { ...block.area, top: middle + 1 } },
      { ...block, area: { ...block.area, bottom: middle } },
    ];
  }
  if (right === left) return [];
  const middle = left + Math.floor((right - left) / 2);
  return [
    { ...block, area: { ...block.area, left: middle + 1 } },
    { ...block, area: { ...block.area, right: middle } },
  ];
}

/** Hands over the cells; gives about how many bytes they had on the way. */
function putGrid({ area, put }: Block, grid: readonly unknown[]): number {
  let bytes = 0;
  grid.forEach((line, row) => {
    if (!Array.isArray(line)) return;
    line.forEach((cell: unknown, column) => {
      if (cell === "") {
        bytes += 3;
        return;
      }
      bytes += typeof cell === "string" ? 3 + utf8Length(cell) : 12;
      put(area.top + row, area.left + column, cell);
    });
  });
  return bytes;
}

/** Bytes of UTF-8, an upper bound where surrogates stand. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7ff) bytes += 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}
