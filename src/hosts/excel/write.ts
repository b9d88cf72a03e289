/**
 * Writes the answers part and our sheets. A new sheet is built under a temporary name and gets its own last; a sheet
 * that stands is changed in place and never deleted, since formulas and names of the officer may refer to it. Batches
 * of Excel do not roll back: on any failure everything is put back from what was read before.
 */
import { formatMark, MARK_NAME } from "../../core/sheets/mark";
import type { SheetOutput } from "../../core/sheets/output";
import type { PlannedSheet } from "../../core/sheets/plan";
import { areaName } from "../../core/workbook/address";
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";
import { readPart, writePart } from "./answers-part";
import { addBuilding, finishBuilding, temporaryName } from "./build-names";
import { chartStands, ownCharts } from "./chart";
import { areaOfModel, fillSheet } from "./fill";
import { type FilterImage, filterAgain, readFilter, showAll } from "./filter";
import { restoreSheet, type SheetImage, takeImage } from "./image";
import { problemOf } from "./problems";
import { readBack } from "./read-back";
import { inExcel, type Session } from "./session";

/** The sheets as they were read for this output: what is there now must be the same. */
export interface Expected {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

interface Standing {
  readonly id: string;
  readonly filter: FilterImage | undefined;
  /** Taken once the filter hides nothing any more. */
  image: SheetImage | undefined;
}

/** One sheet on its way. */
interface Site {
  readonly planned: PlannedSheet;
  /** Of a sheet that stands. */
  readonly standing: Standing | undefined;
  readonly temporary: string;
  /** Known once a new sheet was added. */
  id: string | undefined;
}

interface Before {
  readonly answersXml: string | undefined;
  /** Formulas are calculated when asked only. */
  readonly manual: boolean;
  readonly sites: readonly Site[];
}

/**
 * @param onLeft told how to put everything back where Excel did not answer then: to be tried before anything else
 * @returns ids of our sheets
 */
export async function writeOutput(
  output: SheetOutput,
  expected: Expected,
  limit: number,
  onLeft: (putBack: () => Promise<void>) => void,
): Promise<{ readonly ids: readonly string[] }> {
  const before = await inExcel((session) => prepare(session, output, expected), limit);
  try {
    await inExcel((session) => carryOut(session, output, before), limit);
  } catch (error) {
    try {
      await putBack(before, limit);
    } catch (failure) {
      onLeft(() => putBack(before, limit));
      if (problemOf(error).code === "lost-connection") throw error;
      throw new HostProblem("other", EXCEL_TEXTS.notRestored, { cause: failure });
    }
    throw error;
  }
  return { ids: before.sites.flatMap(({ id }) => id ?? []) };
}

/** Reads what will be changed; refuses before anything is. */
async function prepare(session: Session, output: SheetOutput, expected: Expected): Promise<Before> {
  const { workbook } = session.context;
  workbook.load("readOnly");
  const structure = workbook.protection.load("protected");
  const application = workbook.application.load("calculationMode");
  const sheets = workbook.worksheets.load("items/id,items/name,items/protection/protected");
  await session.sync();
  if (workbook.readOnly) throw new HostProblem("read-only", EXCEL_TEXTS.readOnly);
  const changed =
    sheets.items.length !== expected.ids.length ||
    sheets.items.some(({ id, name }, at) => id !== expected.ids[at] || name !== expected.names[at]);
  if (changed) throw new HostProblem("changed-meanwhile", EXCEL_TEXTS.changedMeanwhile);
  if (structure.protected && output.sheets.some(({ replaces }) => !replaces)) {
    throw new HostProblem("protected-structure", EXCEL_TEXTS.protectedStructure);
  }
  const standing = output.sheets.map(({ name, replaces }) =>
    replaces ? sheets.items.find((sheet) => sheet.name === name) : undefined,
  );
  const locked = standing.filter((sheet) => sheet?.protection.protected === true);
  if (locked.length > 0) {
    const names = locked.map((sheet) => sheet?.name ?? "");
    throw new HostProblem("protected-sheet", EXCEL_TEXTS.protectedSheet(names));
  }
  const sites: Site[] = [];
  for (const [index, planned] of output.sheets.entries()) {
    const sheet = standing[index];
    sites.push({
      planned,
      standing: sheet && { id: sheet.id, filter: await readFilter(session, sheet), image: undefined },
      temporary: temporaryName(),
      id: sheet?.id,
    });
  }
  const manual = application.calculationMode === "Manual";
  return { answersXml: await readPart(session), manual, sites };
}

async function carryOut(session: Session, output: SheetOutput, { sites, manual }: Before): Promise<void> {
  const { worksheets } = session.context.workbook;
  for (const { standing, planned } of sites) {
    if (standing === undefined) continue;
    const sheet = worksheets.getItem(standing.id);
    showAll(sheet, standing.filter);
    standing.image = await takeImage(session, sheet, planned.model, standing.filter);
  }
  await writePart(session, output.answersXml);
  const sheets: Excel.Worksheet[] = [];
  for (const site of sites) {
    const { planned, standing } = site;
    const sheet =
      standing === undefined ? addBuilding(session, site.temporary) : worksheets.getItem(standing.id);
    if (standing === undefined) {
      sheet.load("id");
      await session.sync();
      site.id = sheet.id;
    }
    await fillSheet(session, sheet, planned.model, standing?.image);
    // Each formula was calculated as it came, perhaps before those that it reads.
    if (manual) sheet.getRange(areaName(areaOfModel(planned.model))).calculate();
    await readBack(session, sheet, planned.model);
    sheets.push(sheet);
  }
  // Last, in one request: marks, names, and charts whose place others have taken.
  for (const [index, { planned, standing }] of sites.entries()) {
    const sheet = sheets[index];
    if (sheet === undefined || standing !== undefined) continue;
    finishBuilding(sheet);
    sheet.names.add(MARK_NAME, `="${formatMark(planned)}"`).visible = false;
    sheet.name = planned.name;
  }
  for (const [index, { planned, standing }] of sites.entries()) {
    if (standing?.image !== undefined) dropOldCharts(sheets[index], planned, standing.image);
  }
  await session.sync();
}

/** A chart that could not stay has been drawn anew beside it. */
function dropOldCharts(sheet: Excel.Worksheet | undefined, { model }: PlannedSheet, image: SheetImage): void {
  const { chart } = model;
  if (chart === undefined || sheet === undefined || chartStands(image, model, chart)) return;
  for (const { id } of ownCharts(image, chart.title)) sheet.charts.getItem(id).delete();
}

/** Puts everything back, last changed first. */
function putBack({ answersXml, sites }: Before, limit: number): Promise<void> {
  return inExcel(async (session) => {
    for (const site of [...sites].reverse()) await putBackSheet(session, site);
    await writePart(session, answersXml);
  }, limit);
}

async function putBackSheet(session: Session, { planned, standing, temporary, id }: Site): Promise<void> {
  const { worksheets } = session.context.workbook;
  if (standing !== undefined) {
    const sheet = worksheets.getItem(standing.id);
    if (standing.image !== undefined) await restoreSheet(session, sheet, planned.model, standing.image);
    else filterAgain(sheet, standing.filter);
    await session.sync();
    return;
  }
  const built = worksheets.getItemOrNullObject(id ?? temporary);
  await session.sync();
  if (built.isNullObject) return;
  built.delete();
  await session.sync();
}
