/** What a reading asks first: which sheets there are, how far each reaches, marks, merges, what is hidden, the answers. */
import { ANSWERS_NAMESPACE } from "../../core/answers/xml";
import { MARK_NAME } from "../../core/sheets/mark";
import { type Area, areaName, parseAddress } from "../../core/workbook/address";
import type { Visibility } from "../../core/workbook/snapshot";
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";
import { codeOf } from "./problems";
import type { Session } from "./session";

export interface SheetOutline {
  readonly proxy: Excel.Worksheet;
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  /** Area that holds all cells with contents, and smaller ones that do where it is large. */
  readonly reach: Area;
  readonly used: readonly Area[];
  readonly merges: readonly Area[];
  /** Text of the mark of ours. */
  readonly mark: string | undefined;
  readonly hiddenRows: HiddenLines;
  readonly hiddenColumns: HiddenLines;
}

/** Of the used area: "some" asks line by line. */
export type HiddenLines = "none" | "all" | "some";

export interface WorkbookOutline {
  readonly sheets: readonly SheetOutline[];
  readonly date1904: boolean;
  readonly answersXml: string | undefined;
}

/** More cells than this in one sheet's used area: perhaps a stray cell far away, so the area is looked at in strips. */
const LARGE = 5_000_000;
const STRIP_ROWS = 16_384;
/** More cells than this are not read. */
const MOST_CELLS = 20_000_000;

/** Two requests, and one more for a sheet with a stray cell far away. */
export async function readOutline(session: Session): Promise<WorkbookOutline> {
  const { workbook } = session.context;
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const application = workbook.application.load("calculationMode,calculationState");
  const day = workbook.functions.date(1904, 1, 2).load("value");
  const parts = workbook.customXmlParts.getByNamespace(ANSWERS_NAMESPACE).load("items/id");
  await session.sync();
  refuseUncalculated(application);
  const xml = parts.items[0]?.getXml();
  const asked = await askSheets(session, sheets.items);
  const outlines: SheetOutline[] = [];
  for (const { proxy, used, mark, merges } of asked) {
    const area = areaOfRange(used);
    outlines.push({
      proxy,
      id: proxy.id,
      name: proxy.name,
      visibility: visibilityOf(proxy.visibility),
      reach: area,
      used: cells(area) <= LARGE ? [area] : await usedStrips(session, proxy, area),
      merges,
      mark: mark.isNullObject ? undefined : String(mark.formula),
      hiddenRows: hiddenLines(used.rowHidden),
      hiddenColumns: hiddenLines(used.columnHidden),
    });
  }
  return { sheets: outlines, date1904: day.value === 1, answersXml: xml?.value };
}

export interface Asked {
  readonly proxy: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly mark: Excel.NamedItem;
  readonly merges: readonly Area[];
}

const USED = "rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden";

/** Excel gives no merged areas where there are more than 512 in one range, and then fails: they are asked apart. */
async function askSheets(session: Session, sheets: readonly Excel.Worksheet[]): Promise<readonly Asked[]> {
  const ask = (withMerges: boolean): readonly AskedSheet[] =>
    sheets.map((proxy) => askSheet(proxy, withMerges));
  let asked = ask(true);
  let crowded = false;
  try {
    await session.sync();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    crowded = true;
    asked = ask(false);
    await session.sync();
  }
  const complete: Asked[] = [];
  for (const one of asked) {
    const merges = crowded
      ? await mergesWithin(session, one.proxy, areaOfRange(one.used))
      : areasOfText(one.areas);
    complete.push({ ...one, merges });
  }
  return complete;
}

type AskedSheet = Asked & { readonly areas: Excel.RangeAreas | undefined };

/** Queues what is asked of a sheet as a whole. */
export function askSheet(proxy: Excel.Worksheet, withMerges: boolean): AskedSheet {
  const used = proxy.getUsedRange(true).load(USED);
  const mark = proxy.names.getItemOrNullObject(MARK_NAME).load("formula");
  const areas = withMerges ? used.getMergedAreasOrNullObject().load("address") : undefined;
  return { proxy, used, mark, merges: [], areas };
}

/** Not an error of the connection or of the workbook's state. */
export function isRefusal(error: unknown): boolean {
  const code = codeOf(error);
  return code === "GeneralException" || code === "InvalidArgument" || code === "InvalidOperation";
}

/** Merged areas however many there are, by halves where they are too many. */
export async function mergesWithin(
  session: Session,
  sheet: Excel.Worksheet,
  area: Area,
): Promise<readonly Area[]> {
  const areas = sheet.getRange(areaName(area)).getMergedAreasOrNullObject().load("address");
  try {
    await session.sync();
    return areasOfText(areas);
  } catch (error) {
    if (!isRefusal(error) || area.top === area.bottom) throw error;
    const middle = area.top + Math.floor((area.bottom - area.top) / 2);
    const upper = await mergesWithin(session, sheet, { ...area, bottom: middle });
    const lower = await mergesWithin(session, sheet, { ...area, top: middle + 1 });
    const known = new Set(upper.map(areaName));
    return [...upper, ...lower.filter((one) => !known.has(areaName(one)))];
  }
}

export function areasOfText(areas: Excel.RangeAreas | undefined): readonly Area[] {
  return areas === undefined || areas.isNullObject ? [] : parseAreas(areas.address);
}

/** Areas of "'表 1'!A1:B2,'表 1'!C3"; commas inside quotes are part of a sheet's name. */
export function parseAreas(text: string): readonly Area[] {
  const pieces = text.match(/(?:'(?:[^']|'')*'|[^,'])+/gu) ?? [];
  return pieces.flatMap((piece) => {
    const area = parseAddress(piece);
    if (area === undefined) return [];
    const { top, left, bottom, right } = area;
    return [{ top, left, bottom, right }];
  });
}

export function areaOfRange(range: Excel.Range): Area {
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = range;
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
}

function cells({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** The used areas of strips of rows: a stray cell in the last row then costs one strip. */
async function usedStrips(session: Session, sheet: Excel.Worksheet, area: Area): Promise<readonly Area[]> {
  const strips: Excel.Range[] = [];
  for (let top = area.top; top <= area.bottom; top += STRIP_ROWS) {
    const bottom = Math.min(area.bottom, top + STRIP_ROWS - 1);
    const strip = sheet.getRange(areaName({ ...area, top, bottom })).getUsedRangeOrNullObject(true);
    strips.push(strip.load("rowIndex,columnIndex,rowCount,columnCount"));
  }
  await session.sync();
  const used = strips.filter((strip) => !strip.isNullObject).map(areaOfRange);
  if (used.reduce((sum, one) => sum + cells(one), 0) > MOST_CELLS) {
    throw new HostProblem("too-large", EXCEL_TEXTS.sheetTooLarge(sheet.name));
  }
  return used;
}

export function visibilityOf(told: string): Visibility {
  return told === "Visible" ? "visible" : told === "Hidden" ? "hidden" : "veryHidden";
}

/** @throws HostProblem where formulas wait to be calculated */
export function refuseUncalculated({ calculationMode, calculationState }: Excel.Application): void {
  if (calculationMode === "Manual" && calculationState !== "Done") {
    throw new HostProblem("manual-calculation", EXCEL_TEXTS.manualCalculation);
  }
}

/** Excel tells null where only some of the lines are hidden. */
export function hiddenLines(told: boolean | null): HiddenLines {
  return told === null ? "some" : told ? "all" : "none";
}
