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
  /** Bytes that a cell is taken to have before any of its sheet was read. */
  readonly cellBytes: number;
}

export const BLOCK_LIMITS: BlockLimits = { bytes: 3_600_000, cellBytes: 20 };

/** What the cells of one sheet have taken so far. */
interface Rate {
  bytes: number;
  cells: number;
}

/** Rows of each sheet that are read first where a workbook is large, to know how long its cells are. */
const PROBE_ROWS = 100;
/** A blank cell: two quotes and a comma. */
const LEAST_BYTES = 3;

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
  const of = blocks.reduce((sum, { area }) => sum + cellCount(area), 0);
  const rates = new Map<Excel.Worksheet, Rate>();
  const large = of * limits.cellBytes > limits.bytes;
  const waiting = (large ? probed(blocks) : [...blocks]).reverse();
  let room = limits.bytes;
  let done = 0;
  while (waiting.length > 0) {
    between(done, of);
    const batch = takeBatch(waiting, room, (block) => bytesOfCell(rates, block, limits));
    const cells = batch.reduce((sum, { area }) => sum + cellCount(area), 0);
    const ranges = batch.map(({ sheet, area, grid }) => sheet.getRange(areaName(area)).load(grid));
    try {
      await session.sync();
    } catch (error) {
      if (codeOf(error) !== "ResponsePayloadSizeLimitExceeded" || cells === 1) throw error;
      const tried = batch.reduce(
        (sum, block) => sum + cellCount(block.area) * bytesOfCell(rates, block, limits),
        0,
      );
      room = Math.min(room, tried) / 2;
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
      const rate = rates.get(block.sheet) ?? { bytes: 0, cells: 0 };
      rate.bytes += putGrid(block, grid);
      rate.cells += cellCount(block.area);
      rates.set(block.sheet, rate);
      done += cellCount(block.area);
    });
  }
}

function bytesOfCell(
  rates: ReadonlyMap<Excel.Worksheet, Rate>,
  block: Block,
  { cellBytes }: BlockLimits,
): number {
  const rate = rates.get(block.sheet);
  return rate === undefined ? cellBytes : Math.max(LEAST_BYTES, rate.bytes / rate.cells);
}

/** The first rows of every block before all others. */
function probed(blocks: readonly Block[]): Block[] {
  const first: Block[] = [];
  const rest: Block[] = [];
  for (const block of blocks) {
    const { top, bottom } = block.area;
    const last = Math.min(bottom, top + PROBE_ROWS - 1);
    first.push({ ...block, area: { ...block.area, bottom: last } });
    if (last < bottom) rest.push({ ...block, area: { ...block.area, top: last + 1 } });
  }
  return [...first, ...rest];
}

function cellCount({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Blocks of at most so many bytes together; the last one is cut where it does not fit, at least one cell is taken. */
function takeBatch(waiting: Block[], bytes: number, bytesOf: (block: Block) => number): Block[] {
  const batch: Block[] = [];
  let room = bytes;
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const each = bytesOf(block);
    const width = block.area.right - block.area.left + 1;
    if (cellCount(block.area) * each <= room) {
      batch.push(block);
      room -= cellCount(block.area) * each;
      continue;
    }
    const rows = Math.floor(room / (width * each));
    if (rows > 0) {
      const { top } = block.area;
      batch.push({ ...block, area: { ...block.area, bottom: top + rows - 1 } });
      waiting.push({ ...block, area: { ...block.area, top: top + rows } });
    } else if (batch.length > 0) waiting.push(block);
    else takeRowPiece(block, Math.max(1, Math.floor(room / each)), batch, waiting);
    return batch;
  }
  return batch;
}

/** One row alone is too much: some of its cells. */
function takeRowPiece(block: Block, cells: number, batch: Block[], waiting: Block[]): void {
  const { top, left, bottom, right } = block.area;
  const last = Math.min(right, left + cells - 1);
  if (bottom > top) waiting.push({ ...block, area: { ...block.area, top: top + 1 } });
  if (last < right) waiting.push({ ...block, area: { ...block.area, bottom: top, left: last + 1 } });
  batch.push({ ...block, area: { ...block.area, bottom: top, right: last } });
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
