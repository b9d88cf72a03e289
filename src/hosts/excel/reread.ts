/**
 * A re-check's reading: after changes that Excel told by area only the changed areas and the sheets that were calculated
 * are read again, in the same request that asks whether the workbook's structure is still the one that was read.
 */
import type { Wanted } from "../../core/gradual";
import { type Area, areaName } from "../../core/workbook/address";
import { type CellKind, SheetBuilder, type WorkbookSnapshot } from "../../core/workbook/snapshot";
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";
import { type Block, type BlockLimits, readBlocks } from "./blocks";
import {
  areaOfRange,
  areasOfText,
  askSheet,
  hiddenLines,
  isRefusal,
  refuseUncalculated,
  type SheetOutline,
  visibilityOf,
} from "./outline";
import type { HeardChanges } from "./pending";
import { codeOf } from "./problems";
import { askHiddenLines, furtherBlocks, putValue, type Reading, type ReadSheet, ROUNDS } from "./read";
import type { Session } from "./session";

/** A cell whose contents are others than before, or that was written in whatever way. */
export interface ChangedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: CellKind;
  /** Its number format now, where it was written and not only calculated. */
  readonly format: string | undefined;
}

export interface RereadOptions {
  readonly signal?: AbortSignal;
  /** Like that of ReadOptions; the changed cells come with the first call. Undefined: only a full reading can tell. */
  readonly further: (workbook: WorkbookSnapshot, changed: readonly ChangedCell[]) => Wanted | undefined;
}

/** More edited cells, and more cells of calculated sheets, are no small reading any more. */
const MOST_EDITED = 20_000;
const MOST_CALCULATED = 400_000;

interface Again {
  readonly sheet: ReadSheet;
  readonly area: Area;
  readonly edited: boolean;
  readonly values: Map<number, unknown>;
  readonly formats: Map<number, string>;
}

const COLUMNS = 16_384;

/** @returns false where only a full reading can tell; the reading is of no further use then */
export async function rereadChanged(
  session: Session,
  { snapshot, sheets: before }: Reading,
  heard: HeardChanges,
  { further, signal }: RereadOptions,
  limits: BlockLimits,
): Promise<boolean> {
  const stopIfAsked = (): void => {
    if (signal?.aborted === true) throw new HostProblem("cancelled", EXCEL_TEXTS.cancelled);
  };
  stopIfAsked();
  const { workbook } = session.context;
  const sheets = before.map(({ outline, builder }): ReadSheet => {
    return { outline: { ...outline, proxy: workbook.worksheets.getItem(outline.id) }, builder };
  });
  const again = areasAgain(sheets, heard);
  if (again === undefined) return false;
  const isSame = askStructure(session, sheets);
  try {
    await readBlocks(session, again.flatMap(blocksOf), stopIfAsked, limits);
    // Where no cell is read, nothing was sent yet.
    await session.sync();
  } catch (error) {
    // A sheet that went, or more merged areas than one answer holds.
    if (codeOf(error) === "ItemNotFound" || isRefusal(error)) return false;
    throw error;
  }
  if (!isSame()) return false;
  const changed: ChangedCell[] = [];
  for (const one of again) if (!putAgain(one, changed)) return false;
  let wanted = further(snapshot, changed);
  for (let round = 0; wanted !== undefined && round < ROUNDS; round += 1) {
    stopIfAsked();
    const more = furtherBlocks(sheets, wanted);
    if (more.length === 0) break;
    await readBlocks(session, more, stopIfAsked, limits);
    wanted = further(snapshot, []);
  }
  return wanted !== undefined;
}

/** Undefined where that is too much, or on a sheet that was not read. */
function areasAgain(
  sheets: readonly ReadSheet[],
  { edited, calculated }: HeardChanges,
): readonly Again[] | undefined {
  const ids = new Set(sheets.map(({ outline }) => outline.id));
  if ([...edited.keys(), ...calculated].some((id) => !ids.has(id))) return undefined;
  const again: Again[] = [];
  let writtenCells = 0;
  let calculatedCells = 0;
  for (const sheet of sheets) {
    const { id, used } = sheet.outline;
    for (const area of withoutRepeats(edited.get(id) ?? [])) {
      writtenCells += cellCount(area);
      again.push({ sheet, area, edited: true, values: new Map(), formats: new Map() });
    }
    if (!calculated.has(id)) continue;
    for (const area of used) {
      calculatedCells += cellCount(area);
      again.push({ sheet, area, edited: false, values: new Map(), formats: new Map() });
    }
  }
  return writtenCells > MOST_EDITED || calculatedCells > MOST_CALCULATED ? undefined : again;
}

function withoutRepeats(areas: readonly Area[]): readonly Area[] {
  return [...new Map(areas.map((area) => [areaName(area), area])).values()];
}

function blocksOf({ sheet, area, edited, values, formats }: Again): readonly Block[] {
  const { proxy } = sheet.outline;
  const ofValues: Block = {
    sheet: proxy,
    area,
    grid: "values",
    put: (row, column, cell) => values.set(row * COLUMNS + column, cell),
  };
  if (!edited) return [ofValues];
  const put: Block["put"] = (row, column, cell) => {
    if (typeof cell === "string") formats.set(row * COLUMNS + column, cell);
  };
  return [ofValues, { sheet: proxy, area, grid: "numberFormat", put }];
}

/** Queues the questions about the structure; the function given tells, once answered, whether it is as it was read. */
function askStructure(session: Session, sheets: readonly ReadSheet[]): () => boolean {
  const { workbook } = session.context;
  const now = workbook.worksheets.load("items/id,items/name,items/visibility");
  const application = workbook.application.load("calculationMode,calculationState");
  const asked = sheets.map(({ outline, builder }) => {
    const scratch = new SheetBuilder(outline.name);
    const lines = askHiddenLines({ outline, builder: scratch });
    return { outline, builder, scratch, lines, ...askSheet(outline.proxy, true) };
  });
  return () => {
    refuseUncalculated(application);
    if (now.items.length !== sheets.length) return false;
    return asked.every(({ outline, builder, scratch, lines, used, mark, areas }, at) => {
      const told = now.items[at];
      for (const line of lines) line();
      const area = areaOfRange(used);
      const [known, ...strips] = outline.used;
      return (
        told !== undefined &&
        told.id === outline.id &&
        told.name === outline.name &&
        visibilityOf(told.visibility) === outline.visibility &&
        (mark.isNullObject ? undefined : String(mark.formula)) === outline.mark &&
        known !== undefined &&
        strips.length === 0 &&
        areaName(area) === areaName(known) &&
        hiddenLines(used.rowHidden) === outline.hiddenRows &&
        hiddenLines(used.columnHidden) === outline.hiddenColumns &&
        sameLines(outline, known, scratch, builder) &&
        sameAreas(areasOfText(areas), outline.merges)
      );
    });
  };
}

function sameLines(
  { hiddenRows, hiddenColumns }: SheetOutline,
  { top, left, bottom, right }: Area,
  now: SheetBuilder,
  before: SheetBuilder,
): boolean {
  for (let row = top; hiddenRows === "some" && row <= bottom; row += 1)
    if (now.hiddenRow(row) !== before.hiddenRow(row)) return false;
  for (let column = left; hiddenColumns === "some" && column <= right; column += 1)
    if (now.hiddenColumn(column) !== before.hiddenColumn(column)) return false;
  return true;
}

function sameAreas(a: readonly Area[], b: readonly Area[]): boolean {
  const names = new Set(b.map(areaName));
  return a.length === b.length && a.every((area) => names.has(areaName(area)));
}

/** @returns false where a cell at the end of the sheet went blank: how far the sheet reaches is then to be read */
function putAgain({ sheet, area, edited, values, formats }: Again, changed: ChangedCell[]): boolean {
  const { builder, outline } = sheet;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const key = row * COLUMNS + column;
      const value = values.get(key);
      if (!edited && isValue(builder, row, column, value)) continue;
      const before = builder.kind(row, column);
      const isLast = row + 1 >= builder.rowCount || column + 1 >= builder.columnCount;
      if (value === undefined && before !== "blank" && isLast) return false;
      if (edited || value === undefined) builder.clear(row, column);
      putValue(builder, row, column, value);
      const format = edited ? (formats.get(key) ?? "General") : undefined;
      changed.push({ sheet: outline.name, row, column, before, format });
    }
  }
  return true;
}

function isValue(builder: SheetBuilder, row: number, column: number, value: unknown): boolean {
  switch (builder.kind(row, column)) {
    case "blank":
      return value === undefined;
    case "number":
      return typeof value === "number" && builder.number(row, column) === value;
    case "boolean":
      return typeof value === "boolean" && builder.number(row, column) === (value ? 1 : 0);
    case "text":
    case "error":
      return builder.text(row, column) === value;
  }
}

function cellCount({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}
