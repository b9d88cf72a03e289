/**
 * A re-check's reading: after changes that Excel told by area only the changed areas and the sheets that were calculated
 * are read again, in the same request that asks whether the workbook's structure is still the one that was read.
 */
import { type Area, areaName } from "../../core/workbook/address";
import { type Block, type BlockLimits, readBlocks } from "./blocks";
import {
  areaOfRange,
  areasOfText,
  askSheet,
  hiddenLines,
  isRefusal,
  refuseUncalculated,
  visibilityOf,
} from "./outline";
import type { HeardChanges } from "./pending";
import { codeOf } from "./problems";
import {
  askHiddenLines,
  furtherBlocks,
  type Hidden,
  readFurther,
  type Reading,
  type ReadSheet,
  ROUNDS,
  stopIfAsked,
} from "./read";
import type { Session } from "./session";
import type { Grid } from "./taker";

/** More edited cells, and more cells of calculated sheets, are no small reading any more. */
const MOST_EDITED = 20_000;
const MOST_CALCULATED = 400_000;

/** @returns false where only a full reading can tell; the reading is of no further use then */
export async function rereadChanged(
  session: Session,
  { taker, sheets: before }: Reading,
  heard: HeardChanges,
  signal: AbortSignal | undefined,
  limits: BlockLimits,
): Promise<boolean> {
  stopIfAsked(signal);
  const { workbook } = session.context;
  const sheets = before.map(({ outline, hidden }): ReadSheet => {
    return { outline: { ...outline, proxy: workbook.worksheets.getItem(outline.id) }, hidden };
  });
  const again = blocksAgain(sheets, heard);
  if (again === undefined) return false;
  const isSame = askStructure(session, sheets);
  const grids: Grid[] = [];
  try {
    await readBlocks(session, again, {
      take: async (answered) => {
        grids.push(...answered);
      },
      between: () => stopIfAsked(signal),
      limits,
    });
    // Where no cell is read, nothing was sent yet.
    await session.sync();
  } catch (error) {
    // A sheet that went, or more merged areas than one answer holds.
    if (codeOf(error) === "ItemNotFound" || isRefusal(error)) return false;
    throw error;
  }
  if (!isSame()) return false;
  stopIfAsked(signal);
  let wanted = await taker.again(grids);
  for (let round = 0; wanted !== undefined && round < ROUNDS; round += 1) {
    stopIfAsked(signal);
    const more = furtherBlocks(sheets, wanted);
    if (more.length === 0) break;
    await readFurther(session, taker, more, signal, limits);
    stopIfAsked(signal);
    wanted = await taker.further();
  }
  return wanted !== undefined;
}

/** Undefined where that is too much, or where nothing was read before. */
function blocksAgain(
  sheets: readonly ReadSheet[],
  { edited, calculated }: HeardChanges,
): readonly Block[] | undefined {
  const ids = new Set(sheets.map(({ outline }) => outline.id));
  if ([...edited.keys(), ...calculated].some((id) => !ids.has(id))) return undefined;
  const again: Block[] = [];
  let writtenCells = 0;
  let calculatedCells = 0;
  for (const [sheet, { outline }] of sheets.entries()) {
    const { id, used, proxy } = outline;
    for (const area of withoutRepeats(edited.get(id) ?? [])) {
      // Between the strips of a long sheet nothing stood: what stands there now would not be read when it is calculated.
      if (used.length > 1 && !used.some((strip) => isWithin(area, strip))) return undefined;
      writtenCells += cellCount(area);
      again.push({ proxy, sheet, area, name: "values", edited: true });
      again.push({ proxy, sheet, area, name: "numberFormat", edited: true });
    }
    if (!calculated.has(id)) continue;
    for (const area of used) {
      calculatedCells += cellCount(area);
      again.push({ proxy, sheet, area, name: "values" });
    }
  }
  return writtenCells > MOST_EDITED || calculatedCells > MOST_CALCULATED ? undefined : again;
}

function isWithin(area: Area, other: Area): boolean {
  return (
    area.top >= other.top &&
    area.bottom <= other.bottom &&
    area.left >= other.left &&
    area.right <= other.right
  );
}

function withoutRepeats(areas: readonly Area[]): readonly Area[] {
  return [...new Map(areas.map((area) => [areaName(area), area])).values()];
}

/** Queues the questions about the structure; the function given tells, once answered, whether it is as it was read. */
function askStructure(session: Session, sheets: readonly ReadSheet[]): () => boolean {
  const { workbook } = session.context;
  const now = workbook.worksheets.load("items/id,items/name,items/visibility");
  const application = workbook.application.load("calculationMode,calculationState");
  const asked = sheets.map(({ outline, hidden }) => {
    const hiddenNow: Hidden = { rows: new Set(), columns: new Set() };
    const lines = askHiddenLines({ outline, hidden: hiddenNow });
    return { outline, hidden, hiddenNow, lines, ...askSheet(outline.proxy, true) };
  });
  return () => {
    refuseUncalculated(application);
    if (now.items.length !== sheets.length) return false;
    return asked.every(({ outline, hidden, hiddenNow, lines, used, mark, areas }, at) => {
      const told = now.items[at];
      for (const line of lines) line();
      return (
        told !== undefined &&
        told.id === outline.id &&
        told.name === outline.name &&
        visibilityOf(told.visibility) === outline.visibility &&
        (mark.isNullObject ? undefined : String(mark.formula)) === outline.mark &&
        areaName(areaOfRange(used)) === areaName(outline.reach) &&
        hiddenLines(used.rowHidden) === outline.hiddenRows &&
        hiddenLines(used.columnHidden) === outline.hiddenColumns &&
        sameLines(hiddenNow.rows, hidden.rows) &&
        sameLines(hiddenNow.columns, hidden.columns) &&
        sameAreas(areasOfText(areas), outline.merges)
      );
    });
  };
}

function sameLines(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((line) => b.has(line));
}

function sameAreas(a: readonly Area[], b: readonly Area[]): boolean {
  const names = new Set(b.map(areaName));
  return a.length === b.length && a.every((area) => names.has(areaName(area)));
}

function cellCount({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}
