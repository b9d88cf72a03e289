/** Sheets that are being built: their temporary names and how leftovers of an interrupted run are known and swept. */
import type { Session } from "./session";

/** Hidden name on a sheet that is not finished. */
const BUILDING = "_hengbiao_building";
const TEMPORARY = /^~hengbiao-[0-9a-z]{8}$/;

export function temporaryName(): string {
  const random = Math.random().toString(36).slice(2).padEnd(8, "0").slice(0, 8);
  return `~hengbiao-${random}`;
}

/** A new sheet at the end of the workbook; its own hidden name says that it is ours to sweep. */
export function addBuilding(session: Session, name: string): Excel.Worksheet {
  const sheet = session.context.workbook.worksheets.add(name);
  sheet.names.add(BUILDING, "=TRUE").visible = false;
  return sheet;
}

export function finishBuilding(sheet: Excel.Worksheet): void {
  sheet.names.getItem(BUILDING).delete();
}

/**
 * Deletes unfinished sheets of an earlier run: those that bear both a temporary name and our hidden name, or a
 * temporary name and nothing at all.
 * @returns how many
 */
export async function sweepLeftovers(session: Session): Promise<number> {
  const sheets = session.context.workbook.worksheets.load("items/id,items/name");
  await session.sync();
  const suspects = sheets.items
    .filter(({ name }) => TEMPORARY.test(name))
    .map((sheet) => ({
      sheet,
      building: sheet.names.getItemOrNullObject(BUILDING),
      used: sheet.getUsedRangeOrNullObject(false),
    }));
  if (suspects.length === 0) return 0;
  await session.sync();
  const ours = suspects.filter(({ building, used }) => !building.isNullObject || used.isNullObject);
  for (const { sheet } of ours) sheet.delete();
  await session.sync();
  return ours.length;
}
