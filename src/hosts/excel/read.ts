/**
 * Reading the open workbook: values of all sheets first, then by rounds the number formats and formulas that the
 * judgement turns out to need. What is answered goes to the taker; here stays only what the next request needs.
 */
import type { Wanted } from "../../core/gradual";
import type { Area, SheetArea } from "../../core/workbook/address";
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";
import { BLOCK_LIMITS, type Block, type BlockLimits, isLarge, readBlocks } from "./blocks";
import { readOutline, type SheetOutline } from "./outline";
import type { Session } from "./session";
import type { Taker } from "./taker";

/** Rounds of judging and reading on; a workbook that wants more is judged by what is known then. */
export const ROUNDS = 6;
/** Lines asked one by one where only some are hidden. Headers and turned tables stand within. */
const LINES = 400;

export interface ReadOptions {
  readonly taker: Taker;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly of: number }) => void;
}

/** What stays known of a reading. */
export interface Reading {
  readonly taker: Taker;
  readonly sheets: readonly ReadSheet[];
}

export interface ReadSheet {
  readonly outline: SheetOutline;
  readonly hidden: Hidden;
}

/** Hidden lines among those that were asked. */
export interface Hidden {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

export function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new HostProblem("cancelled", EXCEL_TEXTS.cancelled);
}

export async function readWorkbook(
  session: Session,
  { taker, signal, onProgress }: ReadOptions,
  limits: BlockLimits = BLOCK_LIMITS,
): Promise<Reading> {
  stopIfAsked(signal);
  const outline = await readOutline(session);
  const sheets = outline.sheets.map((one): ReadSheet => {
    return { outline: one, hidden: { rows: new Set(), columns: new Set() } };
  });
  await taker.begin(outline.sheets.map(({ name, visibility }) => ({ name, visibility })));
  const now = session.context.workbook.worksheets.load("items/id,items/name");
  const lines = sheets.flatMap(askHiddenLines);
  const values = sheets.flatMap(({ outline: { proxy, used } }, sheet) =>
    used.map((area): Block => ({ proxy, sheet, area, name: "values" })),
  );
  await readBlocks(session, isLarge(values, limits) ? [...beforehand(sheets), ...values] : values, {
    take: (grids) => taker.put(grids),
    between: (done, of) => {
      onProgress?.({ done, of });
      stopIfAsked(signal);
    },
    limits,
  });
  // Where no sheet holds anything, nothing was sent yet.
  await session.sync();
  for (const line of lines) line();
  const changed =
    now.items.length !== sheets.length ||
    now.items.some(({ id, name }, at) => id !== sheets[at]?.outline.id || name !== sheets[at]?.outline.name);
  if (changed) throw new HostProblem("changed-meanwhile", EXCEL_TEXTS.changedMeanwhile);
  stopIfAsked(signal);
  let wanted = await taker.complete({
    sheets: sheets.map(({ outline: { merges, mark }, hidden }) => ({
      merges,
      mark,
      hiddenRows: [...hidden.rows],
      hiddenColumns: [...hidden.columns],
    })),
    date1904: outline.date1904,
    answersXml: outline.answersXml,
  });
  for (let round = 1; round < ROUNDS; round += 1) {
    stopIfAsked(signal);
    const more = furtherBlocks(sheets, wanted);
    if (more.length === 0) break;
    await readFurther(session, taker, more, signal, limits);
    stopIfAsked(signal);
    wanted = await taker.further();
  }
  return { taker, sheets };
}

export function readFurther(
  session: Session,
  taker: Taker,
  blocks: readonly Block[],
  signal: AbortSignal | undefined,
  limits: BlockLimits,
): Promise<void> {
  return readBlocks(session, blocks, {
    take: (grids) => taker.put(grids),
    between: () => stopIfAsked(signal),
    limits,
  });
}

/** Number formats of sheets with no more cells are read whole beforehand. */
const FEW_CELLS = 20_000;
/** Of longer sheets those of the first rows, headers among them, and of the last. */
const FIRST_ROWS = 64;
const LAST_ROWS = 16;

/** Number formats that come with the first values of a large workbook: judging it twice takes longer than reading them. */
function beforehand(sheets: readonly ReadSheet[]): readonly Block[] {
  return sheets.flatMap(({ outline: { proxy, used } }, sheet) =>
    used.flatMap((area) =>
      endsOf(area).map((end): Block => ({ proxy, sheet, area: end, name: "numberFormat" })),
    ),
  );
}

function endsOf(area: Area): readonly Area[] {
  const { top, bottom, left, right } = area;
  if ((bottom - top + 1) * (right - left + 1) <= FEW_CELLS) return [area];
  return [
    { ...area, bottom: Math.min(bottom, top + FIRST_ROWS - 1) },
    { ...area, top: Math.max(top + FIRST_ROWS, bottom - LAST_ROWS + 1) },
  ].filter((end) => end.bottom >= end.top);
}

/** Asks for the lines of which some are hidden; the functions given take in what was answered. */
export function askHiddenLines({ outline, hidden }: ReadSheet): readonly (() => void)[] {
  const [area] = outline.used;
  if (area === undefined) return [];
  const { proxy, hiddenRows, hiddenColumns } = outline;
  const lines: (() => void)[] = [];
  const lastRow = Math.min(area.bottom, area.top + LINES - 1);
  for (let row = area.top; row <= lastRow && hiddenRows !== "none"; row += 1) {
    if (hiddenRows === "all") hidden.rows.add(row);
    else {
      const range = proxy.getRangeByIndexes(row, area.left, 1, 1).load("rowHidden");
      lines.push(() => {
        if (range.rowHidden) hidden.rows.add(row);
      });
    }
  }
  const lastColumn = Math.min(area.right, area.left + LINES - 1);
  for (let column = area.left; column <= lastColumn && hiddenColumns !== "none"; column += 1) {
    if (hiddenColumns === "all") hidden.columns.add(column);
    else {
      const range = proxy.getRangeByIndexes(area.top, column, 1, 1).load("columnHidden");
      lines.push(() => {
        if (range.columnHidden) hidden.columns.add(column);
      });
    }
  }
  return lines;
}

export function furtherBlocks(sheets: readonly ReadSheet[], { formats, formulas }: Wanted): readonly Block[] {
  const blocks = (areas: readonly SheetArea[], name: Block["name"]): readonly Block[] =>
    areas.flatMap(({ sheet: wanted, top, left, bottom, right }) => {
      const sheet = sheets.findIndex(({ outline }) => outline.name === wanted);
      const proxy = sheets[sheet]?.outline.proxy;
      return proxy === undefined ? [] : [{ proxy, sheet, area: { top, left, bottom, right }, name }];
    });
  return [...blocks(formats, "numberFormat"), ...blocks(formulas, "formulas")];
}
