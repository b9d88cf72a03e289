/**
 * Grids of cells in bounded requests. Excel on the web passes 5 MB of UTF-8 each way, and answers null for grids of
 * five million cells; and Office.js parses an answer on the pane's own thread in one go. So blocks are cut by the bytes
 * that the cells so far have taken, and cut again where one was too much all the same.
 */
import { type Area, areaName } from "../../core/workbook/address";
import { BLANK_BYTES, type CellVisit, eachCell, packed } from "./cells";
import { codeOf } from "./problems";
import type { Session } from "./session";
import type { Grid, GridName } from "./taker";

export interface Block {
  readonly proxy: Excel.Worksheet;
  /** Index of the sheet. */
  readonly sheet: number;
  readonly area: Area;
  readonly name: GridName;
  readonly edited?: boolean;
}

export interface BlockLimits {
  /** Bytes that one answer is meant to have at most. */
  readonly bytes: number;
  /** Bytes that a cell is taken to have before any of its sheet was read. */
  readonly cellBytes: number;
}

export const BLOCK_LIMITS: BlockLimits = { bytes: 1_800_000, cellBytes: 20 };

export interface ReadingBlocks {
  /** Takes what was answered; the next request is on its way meanwhile. */
  readonly take: (grids: readonly Grid[]) => Promise<void>;
  /** Called before each request with the cells read and all; throws to cancel. */
  readonly between?: (done: number, of: number) => void;
  readonly limits?: BlockLimits;
}

/** What the cells of one sheet have taken so far. */
interface Rate {
  bytes: number;
  cells: number;
}

/** Bytes that asking for one block takes, and its answer beside the cells. */
const ASKING_BYTES = 600;
/** Rows of each sheet that are read first where a workbook is large, to know how long its cells are. */
const PROBE_ROWS = 100;

interface Flight {
  readonly batch: readonly Block[];
  readonly ranges: readonly Excel.Range[];
  readonly answer: Promise<void>;
}

/** Requests on their way at a time: Excel gathers the next answer while this thread parses the one before. */
const FLIGHTS = 2;

/** Reads all blocks, several in one request where they fit; every request is waited for, whatever fails. */
export async function readBlocks(
  session: Session,
  blocks: readonly Block[],
  { take, between = () => {}, limits = BLOCK_LIMITS }: ReadingBlocks,
): Promise<void> {
  const of = cellsOf(blocks);
  const rates = new Map<string, Rate>();
  const waiting = (isLarge(blocks, limits) ? probed(blocks) : [...blocks]).reverse();
  const bytesOf = (block: Block): number => bytesOfCell(rates.get(rateOf(block)), limits);
  let room = limits.bytes;
  let done = 0;
  let taken: Promise<void> = Promise.resolve();
  const send = (): Flight | undefined => {
    if (waiting.length === 0) return undefined;
    between(done, of);
    const batch = takeBatch(waiting, room, bytesOf);
    const ranges = batch.map(({ proxy, area, name }) => proxy.getRange(areaName(area)).load(name));
    const answer = session.sync();
    // Whoever waits for it hears of its failure; nobody does where something else fails before.
    answer.catch(() => undefined);
    return { batch, ranges, answer };
  };
  const flights: Flight[] = [];
  try {
    for (;;) {
      // The first rows tell how much the others take.
      if (flights.length < (done === 0 ? 1 : FLIGHTS)) {
        // What is asked before Office.js took what was asked before would come with that.
        if (flights.length > 0) await turn();
        const next = send();
        if (next !== undefined) {
          flights.push(next);
          continue;
        }
      }
      const [flight] = flights;
      if (flight === undefined) break;
      const { batch, ranges, answer } = flight;
      try {
        await answer;
      } catch (error) {
        if (codeOf(error) !== "ResponsePayloadSizeLimitExceeded" || cellsOf(batch) === 1) throw error;
        const tried = batch.reduce((sum, block) => sum + cellCount(block.area) * bytesOf(block), 0);
        room = Math.min(room, tried) / 2;
        waiting.push(...[...batch].reverse());
        flights.shift();
        continue;
      }
      flights.shift();
      const grids: Grid[] = [];
      batch.forEach((block, index) => {
        const lines: unknown = ranges[index]?.[block.name];
        if (!Array.isArray(lines)) {
          // Too many cells for one grid: Excel answers null and no error.
          waiting.push(...halves(block));
          return;
        }
        const { proxy: _proxy, ...told } = block;
        const { cells, bytes } = packed(block.area, lines);
        grids.push({ ...told, cells });
        const rate = rates.get(rateOf(block)) ?? { bytes: 0, cells: 0 };
        rate.bytes += bytes;
        rate.cells += cellCount(block.area);
        rates.set(rateOf(block), rate);
        done += cellCount(block.area);
      });
      const next = send();
      if (next !== undefined) flights.push(next);
      await taken;
      taken = take(grids);
      taken.catch(() => undefined);
    }
    await taken;
  } finally {
    await Promise.all(flights.map(({ answer }) => answer.catch(() => undefined)));
  }
}

/** Our own sheets hold sentences. */
const SENTENCES: BlockLimits = { ...BLOCK_LIMITS, cellBytes: 300 };

/** Cells of one area of a sheet of ours that hold something, grid by grid. */
export async function readCells(
  session: Session,
  proxy: Excel.Worksheet,
  area: Area,
  visits: readonly (readonly [name: GridName, visit: CellVisit])[],
): Promise<void> {
  await readBlocks(
    session,
    visits.map(([name], sheet) => ({ proxy, sheet, area, name })),
    {
      take: async (grids) => {
        // A grid may hold some of the area's rows only.
        for (const grid of grids) eachCell(grid.area, grid.cells, visits[grid.sheet]?.[1] ?? (() => {}));
      },
      limits: SENTENCES,
    },
  );
}

function turn(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done);
  });
}

/** Whether more is to be read than fits one answer. */
export function isLarge(blocks: readonly Block[], limits: BlockLimits): boolean {
  return cellsOf(blocks) * limits.cellBytes > limits.bytes;
}

function cellsOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { area }) => sum + cellCount(area), 0);
}

function rateOf({ sheet, name }: Block): string {
  return `${sheet} ${name}`;
}

function bytesOfCell(rate: Rate | undefined, { cellBytes }: BlockLimits): number {
  return rate === undefined ? cellBytes : Math.max(BLANK_BYTES, rate.bytes / rate.cells);
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
    room -= ASKING_BYTES;
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
