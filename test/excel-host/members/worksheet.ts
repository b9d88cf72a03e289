// Worksheet and what hangs on it directly: protection, frozen panes.
import { type Area, parseArea, splitSheet } from "../address";
import { usedArea } from "../cells";
import { accessDenied, invalidArgument, invalidOperation } from "../failure";
import { deleteSheet, moveSheet, renameSheet } from "../sheets";
import { colorOf, flagOf, integerOf, isOmitted, numberOf, settingsOf, textOf, wordOf } from "./arguments";
import { autoFilterObject } from "./auto-filter";
import { chartsObject } from "./charts";
import { registration } from "./event-registration";
import { type Argument, call, defineClass, object, value, type ObjectOf } from "./member";
import { namesObject } from "./names";
import { pageLayoutObject } from "./page-layout";
import { type SheetTarget, sheetOf } from "./sheet-target";
import { areaArgument, namedArea, rangeObject } from "./range";

const protectionObject: ObjectOf<SheetTarget> = defineClass<SheetTarget>({
  className: "WorksheetProtection",
  members: {
    protected: value("1.2", (target) => sheetOf(target).protection !== undefined),
    protect: call("1.2", (target, [options]) => {
      const sheet = sheetOf(target);
      if (sheet.protection !== undefined) throw accessDenied("The sheet is protected already.");
      sheet.protection = isOmitted(options) ? {} : { ...settingsOf(options) };
    }),
    unprotect: call("1.7", (target, [password], session) => {
      if (session.passwordProtected && isOmitted(password)) throw accessDenied("The password is missing.");
      sheetOf(target).protection = undefined;
    }),
  },
});

const freezePanesObject: ObjectOf<SheetTarget> = defineClass<SheetTarget>({
  className: "WorksheetFreezePanes",
  members: {
    freezeRows: call("1.7", (target, [count]) => {
      sheetOf(target).freeze = { rows: integerOf(count ?? 1), columns: 0 };
    }),
    freezeColumns: call("1.7", (target, [count]) => {
      sheetOf(target).freeze = { rows: 0, columns: integerOf(count ?? 1) };
    }),
    freezeAt: call("1.7", (target, [range]) => {
      const area = areaArgument(target, range);
      sheetOf(target).freeze = {
        rows: area.rows === 1_048_576 ? 0 : area.row + area.rows,
        columns: area.columns === 16_384 ? 0 : area.column + area.columns,
      };
    }),
    unfreeze: call("1.7", (target) => {
      sheetOf(target).freeze = { rows: 0, columns: 0 };
    }),
    getLocationOrNullObject: object("1.7", (target) => {
      const { rows, columns } = sheetOf(target).freeze;
      if (rows === 0 && columns === 0) return null;
      const area: Area = { row: 0, column: 0, rows: rows || 1_048_576, columns: columns || 16_384 };
      return rangeObject({ ...target, area });
    }),
  },
});

function rangeAt(target: SheetTarget, area: Area): ReturnType<typeof rangeObject> {
  sheetOf(target);
  return rangeObject({ ...target, area });
}

/** The area of `getRange(address)`: an address, a name, or nothing for the whole sheet. */
function addressed(target: SheetTarget, address: Argument | undefined): ReturnType<typeof rangeObject> {
  if (isOmitted(address)) return rangeAt(target, { row: 0, column: 0, rows: 1_048_576, columns: 16_384 });
  const { sheet, rest } = splitSheet(textOf(address));
  if (sheet !== undefined && sheet.toLowerCase() !== sheetOf(target).name.toLowerCase()) {
    throw invalidArgument(`${textOf(address)} is on another sheet.`);
  }
  const area = parseArea(rest);
  if (area !== undefined) return rangeAt(target, area);
  const named = namedArea(target.workbook, sheetOf(target), rest);
  if (named === undefined) throw invalidArgument(`${textOf(address)} is no address.`);
  return rangeObject(named);
}

export const worksheetObject: ObjectOf<SheetTarget> = defineClass<SheetTarget>({
  className: "Worksheet",
  identity: (target) => ({ Id: sheetOf(target).id }),
  wireNames: { Gridlines: "showGridlines", Headings: "showHeadings" },
  members: {
    name: value(
      "1.1",
      (target) => sheetOf(target).name,
      (target, name, session) => {
        const sheet = sheetOf(target);
        const before = sheet.name;
        renameSheet(target.workbook, sheet, textOf(name));
        session.announce({
          type: 25,
          sheetId: sheet.id,
          args: { worksheetId: sheet.id, nameBefore: before, nameAfter: sheet.name, source: "Local" },
        });
      },
    ),
    id: value("1.1", (target) => sheetOf(target).id),
    position: value(
      "1.1",
      (target) => target.workbook.sheets.indexOf(sheetOf(target)),
      (target, position) => moveSheet(target.workbook, sheetOf(target), integerOf(position)),
    ),
    visibility: value(
      "1.1",
      (target) => sheetOf(target).visibility,
      (target, visibility) => {
        const sheet = sheetOf(target);
        const chosen = wordOf(visibility, ["Visible", "Hidden", "VeryHidden"]);
        if (target.workbook.structureProtected) throw accessDenied("The workbook's structure is protected.");
        const others = target.workbook.sheets.filter((other) => other !== sheet);
        if (chosen !== "Visible" && !others.some((other) => other.visibility === "Visible")) {
          throw invalidOperation("A workbook must hold at least one visible sheet.");
        }
        sheet.visibility = chosen === "Visible" ? "Visible" : chosen === "Hidden" ? "Hidden" : "VeryHidden";
      },
    ),
    tabColor: value(
      "1.7",
      (target) => sheetOf(target).tabColor,
      (target, color) => {
        sheetOf(target).tabColor = color === "" ? "" : colorOf(color);
      },
    ),
    standardWidth: value(
      "1.7",
      (target) => sheetOf(target).standardWidth,
      (target, width) => {
        sheetOf(target).standardWidth = numberOf(width);
      },
    ),
    standardHeight: value("1.7", (target) => sheetOf(target).standardHeight),
    showGridlines: value(
      "1.8",
      (target) => sheetOf(target).showGridlines,
      (target, shown) => {
        sheetOf(target).showGridlines = flagOf(shown);
      },
    ),
    showHeadings: value(
      "1.8",
      (target) => sheetOf(target).showHeadings,
      (target, shown) => {
        sheetOf(target).showHeadings = flagOf(shown);
      },
    ),
    autoFilter: object("1.9", (target) => autoFilterObject(target)),
    charts: object("1.1", (target) => chartsObject(target)),
    freezePanes: object("1.7", (target) => freezePanesObject(target)),
    names: object("1.4", (target) => namesObject({ workbook: target.workbook, sheet: sheetOf(target) })),
    pageLayout: object("1.9", (target) => pageLayoutObject(target)),
    protection: object("1.2", (target) => protectionObject(target)),
    activate: call("1.1", (target, _args, session) => {
      const sheet = sheetOf(target);
      if (sheet.visibility !== "Visible") throw invalidOperation("A hidden sheet cannot be activated.");
      const changed = target.workbook.activeSheetId !== sheet.id;
      target.workbook.activeSheetId = sheet.id;
      target.workbook.selection = { row: 0, column: 0, rows: 1, columns: 1 };
      if (changed) session.announce({ type: 11, sheetId: sheet.id, args: { worksheetId: sheet.id } });
    }),
    calculate: call("1.6", (_target, [all], session) => session.calculate(all === true)),
    delete: call("1.1", (target, _args, session) => {
      const sheet = sheetOf(target);
      session.reworded(deleteSheet(target.workbook, sheet));
      session.announce({ type: 15, sheetId: sheet.id, args: { worksheetId: sheet.id, source: "Local" } });
    }),
    getCell: object("1.1", (target, [row, column]) =>
      rangeAt(target, cellAt(integerOf(row), integerOf(column), 1, 1)),
    ),
    getRange: object("1.1", (target, [address]) => addressed(target, address)),
    getRangeByIndexes: object("1.7", (target, [row, column, rows, columns]) =>
      rangeAt(target, cellAt(integerOf(row), integerOf(column), integerOf(rows), integerOf(columns))),
    ),
    getUsedRange: object("1.1", (target, [valuesOnly]) => {
      const area = usedArea(target.workbook, sheetOf(target), valuesOnly === true);
      return rangeAt(target, area ?? cellAt(0, 0, 1, 1));
    }),
    getUsedRangeOrNullObject: object("1.4", (target, [valuesOnly]) => {
      const area = usedArea(target.workbook, sheetOf(target), valuesOnly === true);
      return area === undefined ? null : rangeAt(target, area);
    }),
    ...registration((target: SheetTarget) => target.sheetId),
  },
});

function cellAt(row: number, column: number, rows: number, columns: number): Area {
  const fits =
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    row + rows <= 1_048_576 &&
    column + columns <= 16_384;
  if (!fits) throw invalidArgument("The area lies outside the sheet.");
  return { row, column, rows, columns };
}
