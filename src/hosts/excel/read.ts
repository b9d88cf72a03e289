/**
 * The open workbook → snapshot: values of all sheets first, then by rounds the number formats and formulas that the
 * evaluation turns out to need.
 */
import type { Wanted } from "../../core/gradual";
import type { Area, SheetArea } from "../../core/workbook/address";
import { newStore, SheetBuilder, type WorkbookSnapshot, workbookOf } from "../../core/workbook/snapshot";
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem, type ReadOptions } from "../host";
import { BLOCK_LIMITS, type Block, type BlockLimits, readBlocks } from "./blocks";
import { readOutline, type SheetOutline } from "./outline";
import type { Session } from "./session";

/** Rounds of evaluating and reading on; a workbook that wants more is judged by what is known then. */
export const ROUNDS = 6;
/** Lines asked one by one where only some are hidden. Headers and turned tables stand within. */
const LINES = 400;

export interface Reading {
  readonly snapshot: WorkbookSnapshot;
  /** Ids by sheet in the snapshot's order: a sheet keeps its id when it is renamed. */
  readonly ids: readonly string[];
  /** In the same order; kept so that changed cells can be put into the snapshot. */
  readonly sheets: readonly ReadSheet[];
}

export interface ReadSheet {
  readonly outline: SheetOutline;
  readonly builder: SheetBuilder;
}

export async function readWorkbook(
  session: Session,
  options: ReadOptions,
  limits: BlockLimits = BLOCK_LIMITS,
): Promise<Reading> {
  const stopIfAsked = (): void => {
    if (options.signal?.aborted === true) throw new HostProblem("cancelled", EXCEL_TEXTS.cancelled);
  };
  stopIfAsked();
  const outline = await readOutline(session);
  const store = newStore();
  const sheets = outline.sheets.map((one): ReadSheet => {
    const builder = new SheetBuilder(one.name, one.visibility, store);
    for (const merge of one.merges) builder.addMerge(merge);
    return { outline: one, builder };
  });
  const now = session.context.workbook.worksheets.load("items/id,items/name");
  const hidden = sheets.flatMap(askHiddenLines);
  const blocks = sheets.flatMap((sheet) => sheet.outline.used.map((area) => valuesBlock(sheet, area)));
  await readBlocks(
    session,
    blocks,
    (done, of) => {
      options.onProgress?.({ done, of, name: "" });
      stopIfAsked();
    },
    limits,
  );
  // Where no sheet holds anything, nothing was sent yet.
  await session.sync();
  for (const line of hidden) line();
  const changed =
    now.items.length !== sheets.length ||
    now.items.some(({ id, name }, at) => id !== sheets[at]?.outline.id || name !== sheets[at]?.outline.name);
  if (changed) throw new HostProblem("changed-meanwhile", EXCEL_TEXTS.changedMeanwhile);
  const snapshot = workbookOf(
    sheets.map(({ builder }) => builder),
    {
      date1904: outline.date1904,
      answersXml: outline.answersXml,
      ownSheets: outline.sheets.flatMap(({ name, mark }) =>
        mark === undefined ? [] : [{ sheet: name, mark }],
      ),
    },
  );
  for (let round = 0; options.further !== undefined && round < ROUNDS; round += 1) {
    stopIfAsked();
    const wanted = options.further(snapshot);
    const more = furtherBlocks(sheets, wanted);
    if (more.length === 0) break;
    await readBlocks(session, more, stopIfAsked, limits);
  }
  return { snapshot, ids: outline.sheets.map(({ id }) => id), sheets };
}

function valuesBlock({ outline, builder }: ReadSheet, area: Area): Block {
  return {
    sheet: outline.proxy,
    area,
    grid: "values",
    put: (row, column, cell) => putValue(builder, row, column, cell),
  };
}

/** A cell as Excel answered it among `values`. */
export function putValue(builder: SheetBuilder, row: number, column: number, cell: unknown): void {
  if (typeof cell === "number") builder.setNumber(row, column, cell);
  else if (typeof cell === "boolean") builder.setBoolean(row, column, cell);
  else if (typeof cell === "string") {
    // Excel answers an error by its name alone.
    if (ERROR.test(cell)) builder.setError(row, column, cell);
    else builder.setText(row, column, cell);
  }
}

const ERROR =
  /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)$/;

/** Asks for the lines of which some are hidden; the functions given take in what was answered. */
export function askHiddenLines({ outline, builder }: ReadSheet): readonly (() => void)[] {
  const [area] = outline.used;
  if (area === undefined) return [];
  const { proxy, hiddenRows, hiddenColumns } = outline;
  const lines: (() => void)[] = [];
  const lastRow = Math.min(area.bottom, area.top + LINES - 1);
  for (let row = area.top; row <= lastRow && hiddenRows !== "none"; row += 1) {
    if (hiddenRows === "all") builder.hideRow(row);
    else {
      const range = proxy.getRangeByIndexes(row, area.left, 1, 1).load("rowHidden");
      lines.push(() => {
        if (range.rowHidden) builder.hideRow(row);
      });
    }
  }
  const lastColumn = Math.min(area.right, area.left + LINES - 1);
  for (let column = area.left; column <= lastColumn && hiddenColumns !== "none"; column += 1) {
    if (hiddenColumns === "all") builder.hideColumn(column);
    else {
      const range = proxy.getRangeByIndexes(area.top, column, 1, 1).load("columnHidden");
      lines.push(() => {
        if (range.columnHidden) builder.hideColumn(column);
      });
    }
  }
  return lines;
}

export function furtherBlocks(sheets: readonly ReadSheet[], { formats, formulas }: Wanted): readonly Block[] {
  const on = ({ sheet }: SheetArea): ReadSheet | undefined =>
    sheets.find(({ outline }) => outline.name === sheet);
  const blocks: Block[] = [];
  for (const area of formats) {
    const sheet = on(area);
    if (sheet === undefined) continue;
    const put: Block["put"] = (row, column, cell) => {
      if (typeof cell === "string") sheet.builder.setFormat(row, column, cell);
    };
    blocks.push({ sheet: sheet.outline.proxy, area, grid: "numberFormat", put });
  }
  for (const area of formulas) {
    const sheet = on(area);
    if (sheet === undefined) continue;
    const { builder } = sheet;
    const put: Block["put"] = (row, column, cell) => {
      if (typeof cell !== "string" || !cell.startsWith("=")) return;
      // Text that was forced with an apostrophe reads the same as a formula.
      if (builder.text(row, column) === cell) return;
      builder.setFormula(row, column, cell.slice(1));
    };
    blocks.push({ sheet: sheet.outline.proxy, area, grid: "formulas", put });
  }
  return blocks;
}
