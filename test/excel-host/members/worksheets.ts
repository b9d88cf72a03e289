// WorksheetCollection: the sheets by position, name or id.
import { itemNotFound } from "../failure";
import { type Sheet, sheetNamed, type Workbook } from "../model";
import { addSheet } from "../sheets";
import { isOmitted, textOf } from "./arguments";
import { registration } from "./event-registration";
import { type Argument, call, defineClass, object, type ObjectOf } from "./member";
import { sheetTarget } from "./sheet-target";
import { worksheetObject } from "./worksheet";

function sheetOf(workbook: Workbook, key: Argument): Sheet | undefined {
  const text = textOf(key);
  return workbook.sheets.find((sheet) => sheet.id === text) ?? sheetNamed(workbook, text);
}

function visible(workbook: Workbook, visibleOnly: Argument | undefined): readonly Sheet[] {
  return visibleOnly === true
    ? workbook.sheets.filter((sheet) => sheet.visibility === "Visible")
    : workbook.sheets;
}

export const worksheetsObject: ObjectOf<Workbook> = defineClass<Workbook>({
  className: "WorksheetCollection",
  items: (workbook) => workbook.sheets.map((sheet) => worksheetObject(sheetTarget(workbook, sheet))),
  index: (workbook, key) => {
    const sheet = sheetOf(workbook, key);
    if (sheet === undefined) throw itemNotFound(`There is no sheet ${textOf(key)}.`);
    return worksheetObject(sheetTarget(workbook, sheet));
  },
  members: {
    add: object("1.1", (workbook, [name], session) => {
      const sheet = addSheet(workbook, isOmitted(name) ? undefined : textOf(name));
      session.announce({ type: 13, sheetId: sheet.id, args: { worksheetId: sheet.id, source: "Local" } });
      return worksheetObject(sheetTarget(workbook, sheet));
    }),
    getActiveWorksheet: object("1.1", (workbook) => {
      const sheet = workbook.sheets.find((candidate) => candidate.id === workbook.activeSheetId);
      if (sheet === undefined) throw itemNotFound("No sheet is active.");
      return worksheetObject(sheetTarget(workbook, sheet));
    }),
    getItemOrNullObject: object("1.4", (workbook, [key]) => {
      const sheet = sheetOf(workbook, key ?? null);
      return sheet === undefined ? null : worksheetObject(sheetTarget(workbook, sheet));
    }),
    getFirst: object("1.5", (workbook, [visibleOnly]) => {
      const sheet = visible(workbook, visibleOnly)[0];
      return sheet === undefined ? null : worksheetObject(sheetTarget(workbook, sheet));
    }),
    getLast: object("1.5", (workbook, [visibleOnly]) => {
      const sheet = visible(workbook, visibleOnly).at(-1);
      return sheet === undefined ? null : worksheetObject(sheetTarget(workbook, sheet));
    }),
    getCount: call("1.4", (workbook, [visibleOnly]) => visible(workbook, visibleOnly).length),
    ...registration("Workbook"),
  },
});
