/** Leading to cells: selecting, unhiding when the officer agreed, and what is selected now. */
import { areaName, parseAddress, type SheetArea } from "../../core/workbook/address";
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";
import type { Session } from "./session";

/** @throws HostProblem where the sheet is no longer there */
export async function selectArea(session: Session, area: SheetArea): Promise<"selected" | "hidden"> {
  const sheet = await sheetOf(session, area.sheet);
  const range = sheet.getRange(areaName(area)).load("hidden");
  await session.sync();
  // null: only some of the cells are hidden, the others can be seen.
  if (sheet.visibility !== "Visible" || range.hidden === true) return "hidden";
  await go(session, sheet, area);
  return "selected";
}

/** Unhides the sheet and those rows and columns of the area that are hidden. */
export async function revealArea(session: Session, area: SheetArea): Promise<void> {
  const sheet = await sheetOf(session, area.sheet);
  if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
  const range = sheet.getRange(areaName(area)).load("rowHidden,columnHidden");
  await session.sync();
  const again = sheet.getRange(areaName(area));
  if (range.rowHidden !== false) again.rowHidden = false;
  if (range.columnHidden !== false) again.columnHidden = false;
  await go(session, sheet, area);
}

async function go(session: Session, sheet: Excel.Worksheet, area: SheetArea): Promise<void> {
  sheet.activate();
  sheet.getRange(areaName(area)).select();
  await session.sync();
}

async function sheetOf(session: Session, name: string): Promise<Excel.Worksheet> {
  const sheet = session.context.workbook.worksheets.getItemOrNullObject(name).load("id,visibility");
  await session.sync();
  if (sheet.isNullObject) throw new HostProblem("sheet-gone", EXCEL_TEXTS.sheetGone(name));
  return sheet;
}

export async function selectedArea(session: Session): Promise<SheetArea> {
  const range = session.context.workbook.getSelectedRange().load("address");
  await session.sync();
  const area = parseAddress(range.address);
  if (area !== undefined) return area;
  // A whole column or row: its first cell.
  const cell = session.context.workbook.getActiveCell().load("address");
  await session.sync();
  const first = parseAddress(cell.address);
  if (first === undefined) throw new HostProblem("other", EXCEL_TEXTS.other(range.address));
  return first;
}
