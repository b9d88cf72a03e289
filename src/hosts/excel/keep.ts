/** Stores the answers part together with the cells of our sheets that show the answers, or neither. */
import type { EntryCell } from "../../core/answers/keep";
import { numberOrText } from "../../core/sheets/sheet-writer";
import { cellName } from "../../core/workbook/address";
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";
import { readPart, writePart } from "./answers-part";
import { type Input, inputAgain, inputOf } from "./input";
import type { Session } from "./session";

export interface KeptBefore {
  readonly xml: string | undefined;
  readonly cells: readonly { readonly sheet: string; readonly name: string; readonly input: Input }[];
}

/** What stands there now. @throws HostProblem that names protected sheets among those to be written */
export async function beforeKeeping(session: Session, cells: readonly EntryCell[]): Promise<KeptBefore> {
  const { worksheets } = session.context.workbook;
  const asked = cells.map(({ cell }) => {
    const sheet = worksheets.getItem(cell.sheet);
    return {
      sheet: cell.sheet,
      name: cellName(cell),
      range: sheet.getRange(cellName(cell)).load("formulas,values"),
      protection: sheet.protection.load("protected"),
    };
  });
  const xml = await readPart(session);
  const locked = asked.filter(({ protection }) => protection.protected).map(({ sheet }) => sheet);
  if (locked.length > 0) {
    throw new HostProblem("protected-sheet", EXCEL_TEXTS.protectedSheet([...new Set(locked)]));
  }
  return {
    xml,
    cells: asked.map(({ sheet, name, range }) => ({
      sheet,
      name,
      input: inputAgain(range.formulas[0]?.[0], range.values[0]?.[0]),
    })),
  };
}

export async function keep(session: Session, xml: string, cells: readonly EntryCell[]): Promise<void> {
  await writePart(session, xml);
  const { worksheets } = session.context.workbook;
  for (const { cell, value } of cells) {
    const input = inputOf({ value: numberOrText(value), style: "text" });
    worksheets.getItem(cell.sheet).getRange(cellName(cell)).formulas = [[input]];
  }
  if (cells.length > 0) await session.sync();
}

export async function keepAsBefore(session: Session, { xml, cells }: KeptBefore): Promise<void> {
  await writePart(session, xml);
  const { worksheets } = session.context.workbook;
  for (const { sheet, name, input } of cells) {
    worksheets.getItem(sheet).getRange(name).formulas = [[input]];
  }
  if (cells.length > 0) await session.sync();
}
