// Range: cells of one sheet.
import {
  type Area,
  areaText,
  boundingArea,
  maxColumns,
  maxRows,
  parseArea,
  quotedSheetName,
  sharedArea,
  splitSheet,
} from "../address";
import {
  eachCell,
  formulaJson,
  grid,
  gridOf,
  mergeArea,
  requireFormattable,
  requireUnlocked,
  restyle,
  storeCell,
  textJson,
  usedArea,
  valueJson,
  valueType,
  writeCells,
} from "../cells";
import { cellsWithin } from "../calculate";
import { ExcelFailure, invalidArgument, invalidOperation, itemNotFound } from "../failure";
import { tokens } from "../formula-text";
import { cellKey, type Hyperlink, type Line, type Sheet, sheetNamed, type Workbook } from "../model";
import type { Session } from "../session";
import { flagOf, integerOf, isHostObject, isOmitted, settingsOf, textOf, wordOf } from "./arguments";
import { readCellProperties, writeCellProperties } from "./cell-properties";
import { conditionalFormatsObject } from "./conditional-formats";
import { dataValidationObject } from "./data-validation";
import {
  type Argument,
  call,
  defineClass,
  type HostObject,
  type Json,
  type Member,
  object,
  value,
  type ObjectOf,
} from "./member";
import { rangeAreasObject } from "./range-areas";
import { hideLines, rangeFormatObject } from "./range-format";
import { type RangeTarget, type SheetTarget, sheetOf } from "./sheet-target";
import { worksheetObject } from "./worksheet";

/** The area that a name or a reference text stands for, `undefined` when it is no single area. */
export function namedArea(
  workbook: Workbook,
  sheet: Sheet | undefined,
  name: string,
): RangeTarget | undefined {
  const wanted = name.toLowerCase();
  const found =
    sheet?.names.find((candidate) => candidate.name.toLowerCase() === wanted) ??
    workbook.names.find((candidate) => candidate.name.toLowerCase() === wanted);
  return found === undefined ? undefined : formulaArea(workbook, sheet, found.formula);
}

/** The area that a formula of one plain reference means. */
export function formulaArea(
  workbook: Workbook,
  sheet: Sheet | undefined,
  formula: string,
): RangeTarget | undefined {
  const [token, more] = tokens(formula);
  if (token?.kind !== "reference" || more !== undefined) return undefined;
  const owner = token.sheets[0] === undefined ? sheet : sheetNamed(workbook, token.sheets[0]);
  const area = parseArea(token.text);
  return owner === undefined || area === undefined ? undefined : { workbook, sheetId: owner.id, area };
}

/** What a range object stands for. */
export function rangeTarget(argument: Argument | undefined): RangeTarget {
  if (isHostObject(argument) && argument.className === "Range") return argument.self as RangeTarget;
  throw invalidArgument("A range was expected.");
}

/** An argument that may be a range of the same workbook or an address on the sheet. */
export function areaArgument(target: SheetTarget, argument: Argument | undefined): Area {
  if (isHostObject(argument)) {
    const other = rangeTarget(argument);
    if (other.sheetId !== target.sheetId) throw invalidArgument("The range is on another sheet.");
    return other.area;
  }
  const area = parseArea(splitSheet(textOf(argument)).rest);
  if (area === undefined) throw invalidArgument(`${textOf(argument)} is no address.`);
  return area;
}

/** The address with its sheet, as `range.address` shows it. */
export function fullAddress(target: RangeTarget): string {
  return `${quotedSheetName(sheetOf(target).name)}!${areaText(target.area)}`;
}

function within(target: RangeTarget, area: Area): HostObject {
  const fits =
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows > 0 &&
    area.columns > 0 &&
    area.row + area.rows <= maxRows &&
    area.column + area.columns <= maxColumns;
  if (!fits) throw invalidArgument("The area lies outside the sheet.");
  return rangeObject({ ...target, area });
}

function written(target: RangeTarget, given: Argument, session: Session): void {
  if (isHostObject(given)) throw invalidArgument("A cell holds no object.");
  writeCells(target.workbook, sheetOf(target), target.area, given);
  session.changed(sheetOf(target), target.area);
}

function formulasOf(target: RangeTarget): Json {
  return grid(target.workbook, sheetOf(target), target.area, "", formulaJson);
}

function writeNumberFormats(target: RangeTarget, given: Argument, session: Session): void {
  if (isHostObject(given)) throw invalidArgument("A number format is a text.");
  const sheet = sheetOf(target);
  const { row: top, column: left } = target.area;
  const at = gridOf(target.area, given);
  requireFormattable(sheet, "allowFormatCells");
  if (!Array.isArray(given)) {
    if (given === null) return;
    const format = numberFormat(given);
    restyle(target.workbook, sheet, target.area, (style) => ({ ...style, numberFormat: format }));
  } else {
    restyle(
      target.workbook,
      sheet,
      target.area,
      (style, format) => (format === "" ? style : { ...style, numberFormat: format }),
      (row, column) => {
        const format = at(row - top, column - left);
        return format === null ? "" : numberFormat(format);
      },
    );
  }
  session.announce({
    type: 18,
    sheetId: sheet.id,
    args: { worksheetId: sheet.id, address: areaText(target.area), source: "Local" },
  });
}

function numberFormat(given: Json): string {
  if (typeof given !== "string" || given === "")
    throw invalidArgument("A number format is a text that is not empty.");
  return given;
}

function lineHidden(lines: ReadonlyMap<number, Line>, from: number, count: number, whole: number): Json {
  if (count === whole) return null;
  let hidden = 0;
  for (let at = from; at < from + count; at += 1) if (lines.get(at)?.hidden === true) hidden += 1;
  return hidden === 0 ? false : hidden === count ? true : null;
}

function readHyperlink(target: RangeTarget): Json {
  const sheet = sheetOf(target);
  const key = cellKey(target.area.row, target.area.column);
  const link = sheet.hyperlinks.get(key);
  if (link === undefined) return null;
  const cell = sheet.cells.get(key);
  return { ...link, textToDisplay: cell === undefined ? "" : textJson(target.workbook, cell) };
}

function writeHyperlink(target: RangeTarget, given: Argument, session: Session): void {
  const sheet = sheetOf(target);
  requireUnlocked(target.workbook, sheet, target.area);
  const settings = settingsOf(given);
  const link: Hyperlink = {
    ...(isOmitted(settings["address"]) ? {} : { address: textOf(settings["address"]) }),
    ...(isOmitted(settings["documentReference"])
      ? {}
      : { documentReference: textOf(settings["documentReference"]) }),
    ...(isOmitted(settings["screenTip"]) ? {} : { screenTip: textOf(settings["screenTip"]) }),
  };
  if (link.address === undefined && link.documentReference === undefined)
    throw invalidArgument("A hyperlink needs a target.");
  eachCell(target.area, (row, column) => sheet.hyperlinks.set(cellKey(row, column), link));
  restyle(target.workbook, sheet, target.area, (style) => ({
    ...style,
    font: { ...style.font, color: "#0563C1", underline: "Single" },
  }));
  const shown = settings["textToDisplay"];
  if (!isOmitted(shown)) written(target, textOf(shown), session);
}

/** Takes contents, formats or links away. */
function clear(target: RangeTarget, applyTo: Argument | undefined, session: Session): void {
  const sheet = sheetOf(target);
  const what = isOmitted(applyTo)
    ? "All"
    : wordOf(applyTo, ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"]);
  requireUnlocked(target.workbook, sheet, target.area);
  if (what === "All" || what === "Contents") {
    for (const [key, cell] of cellsWithin(sheet, target.area)) {
      storeCell(target.workbook, sheet, key, { value: undefined, style: cell.style });
    }
  }
  if (what === "All" || what === "Formats") {
    restyle(target.workbook, sheet, target.area, () => target.workbook.normalStyle);
  }
  if (what === "All") {
    sheet.conditionalFormats = withoutArea(sheet.conditionalFormats, target.area);
    sheet.validations = withoutArea(sheet.validations, target.area);
    sheet.merges = sheet.merges.filter((merge) => sharedArea(merge, target.area) === undefined);
  }
  if (what !== "Contents" && what !== "Formats") {
    for (const [key] of [...sheet.hyperlinks]) {
      const row = Math.floor(key / maxColumns);
      const at = { row, column: key % maxColumns, rows: 1, columns: 1 };
      if (sharedArea(target.area, at) !== undefined) sheet.hyperlinks.delete(key);
    }
  }
  if (what === "All" || what === "Contents") session.changed(sheet, target.area);
}

/** Settings that hold for areas, with one area taken out of each. */
export function withoutArea<T extends { readonly areas: readonly Area[] }>(
  list: readonly T[],
  area: Area,
): readonly T[] {
  return list.flatMap((entry) => {
    const areas = entry.areas.flatMap((own) => remainder(own, area));
    return areas.length === 0 ? [] : [{ ...entry, areas }];
  });
}

/** What is left of an area without another. */
export function remainder(area: Area, taken: Area): readonly Area[] {
  const shared = sharedArea(area, taken);
  if (shared === undefined) return [area];
  const { row, column } = area;
  const below = shared.row + shared.rows;
  const right = shared.column + shared.columns;
  return [
    { row, column, rows: shared.row - row, columns: area.columns },
    { row: shared.row, column, rows: shared.rows, columns: shared.column - column },
    { row: shared.row, column: right, rows: shared.rows, columns: column + area.columns - right },
    { row: below, column, rows: row + area.rows - below, columns: area.columns },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}

/** Refuses an area that cuts through a merged one. */
function requireWholeMerges(sheet: Sheet, area: Area): void {
  for (const merge of sheet.merges) {
    const shared = sharedArea(merge, area);
    if (shared !== undefined && shared.rows * shared.columns < merge.rows * merge.columns) {
      throw invalidOperation("The area cuts through merged cells.");
    }
  }
}

function moved(
  since: string,
  area: (area: Area, first: number, second: number) => Area,
): Member<RangeTarget> {
  return object(since, (target, [first, second]) =>
    within(
      target,
      area(target.area, isOmitted(first) ? 0 : integerOf(first), isOmitted(second) ? 0 : integerOf(second)),
    ),
  );
}

function used(target: RangeTarget, valuesOnly: Argument | undefined): HostObject | null {
  const sheet = sheetOf(target);
  const found = usedArea(target.workbook, sheet, valuesOnly === true, target.area);
  return found === undefined ? null : within(target, found);
}

export const rangeObject: ObjectOf<RangeTarget> = defineClass<RangeTarget>({
  className: "Range",
  keepable: true,
  members: {
    values: value(
      "1.1",
      (target) => grid(target.workbook, sheetOf(target), target.area, "", (cell) => valueJson(cell.value)),
      written,
    ),
    formulas: value("1.1", formulasOf, written),
    formulasLocal: value("1.1", formulasOf, written),
    text: value("1.1", (target) =>
      grid(target.workbook, sheetOf(target), target.area, "", (cell) => textJson(target.workbook, cell)),
    ),
    numberFormat: value(
      "1.1",
      (target) =>
        grid(
          target.workbook,
          sheetOf(target),
          target.area,
          (style) => style.numberFormat,
          (cell) => cell.style.numberFormat,
        ),
      writeNumberFormats,
    ),
    valueTypes: value("1.1", (target) =>
      grid(target.workbook, sheetOf(target), target.area, "Empty", (cell) => valueType(cell.value)),
    ),
    address: value("1.1", fullAddress),
    addressLocal: value("1.1", fullAddress),
    cellCount: value("1.1", (target) => {
      const count = target.area.rows * target.area.columns;
      return count >= 2 ** 31 ? -1 : count;
    }),
    rowCount: value("1.1", (target) => target.area.rows),
    columnCount: value("1.1", (target) => target.area.columns),
    rowIndex: value("1.1", (target) => target.area.row),
    columnIndex: value("1.1", (target) => target.area.column),
    isEntireColumn: value("1.7", (target) => target.area.rows === maxRows),
    isEntireRow: value("1.7", (target) => target.area.columns === maxColumns),
    hidden: value("1.2", (target) => {
      const sheet = sheetOf(target);
      const rows = lineHidden(sheet.rows, target.area.row, target.area.rows, maxRows);
      const columns = lineHidden(sheet.columns, target.area.column, target.area.columns, maxColumns);
      return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
    }),
    rowHidden: value(
      "1.2",
      (target) => lineHidden(sheetOf(target).rows, target.area.row, target.area.rows, maxRows),
      (target, hidden) => {
        requireFormattable(sheetOf(target), "allowFormatRows");
        hideLines(sheetOf(target).rows, target.area.row, target.area.rows, flagOf(hidden));
      },
    ),
    columnHidden: value(
      "1.2",
      (target) => lineHidden(sheetOf(target).columns, target.area.column, target.area.columns, maxColumns),
      (target, hidden) => {
        requireFormattable(sheetOf(target), "allowFormatColumns");
        hideLines(sheetOf(target).columns, target.area.column, target.area.columns, flagOf(hidden));
      },
    ),
    hyperlink: value("1.7", readHyperlink, writeHyperlink),
    conditionalFormats: object("1.6", (target) => conditionalFormatsObject(target)),
    dataValidation: object("1.8", (target) => dataValidationObject(target)),
    format: object("1.1", (target) => rangeFormatObject(target)),
    worksheet: object("1.1", (target) => worksheetObject(target)),
    calculate: call("1.6", (target, _args, session) =>
      session.reworded(
        cellsWithin(sheetOf(target), target.area).flatMap(([key, cell]) =>
          cell.formula === undefined ? [] : [{ sheet: sheetOf(target), key }],
        ),
      ),
    ),
    getCellProperties: call("1.9", (target, [asked]) => readCellProperties(target, asked)),
    setCellProperties: call("1.9", (target, [given]) => writeCellProperties(target, given)),
    clear: call("1.1", (target, [applyTo], session) => clear(target, applyTo, session)),
    merge: call("1.2", (target, [across]) => {
      const sheet = sheetOf(target);
      requireFormattable(sheet, "allowFormatCells");
      requireWholeMerges(sheet, target.area);
      if (across === true) {
        for (let row = 0; row < target.area.rows; row += 1) {
          mergeArea(target.workbook, sheet, { ...target.area, row: target.area.row + row, rows: 1 });
        }
      } else if (target.area.rows * target.area.columns > 1) mergeArea(target.workbook, sheet, target.area);
    }),
    unmerge: call("1.2", (target) => {
      const sheet = sheetOf(target);
      requireFormattable(sheet, "allowFormatCells");
      sheet.merges = sheet.merges.filter((merge) => sharedArea(merge, target.area) === undefined);
    }),
    select: call("1.1", (target, _args, session) => {
      const sheet = sheetOf(target);
      if (sheet.visibility !== "Visible")
        throw invalidOperation("A cell of a hidden sheet cannot be selected.");
      target.workbook.activeSheetId = sheet.id;
      target.workbook.selection = target.area;
      session.announce({
        type: 14,
        sheetId: sheet.id,
        args: { worksheetId: sheet.id, address: areaText(target.area) },
      });
    }),
    getCell: moved("1.1", (area, row, column) => ({
      row: area.row + row,
      column: area.column + column,
      rows: 1,
      columns: 1,
    })),
    getRow: moved("1.1", (area, row) => ({ ...area, row: area.row + row, rows: 1 })),
    getColumn: moved("1.1", (area, column) => ({ ...area, column: area.column + column, columns: 1 })),
    getLastRow: moved("1.1", (area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 })),
    getLastColumn: moved("1.1", (area) => ({ ...area, column: area.column + area.columns - 1, columns: 1 })),
    getLastCell: moved("1.1", (area) => ({
      row: area.row + area.rows - 1,
      column: area.column + area.columns - 1,
      rows: 1,
      columns: 1,
    })),
    getEntireRow: moved("1.1", (area) => ({ ...area, column: 0, columns: maxColumns })),
    getEntireColumn: moved("1.1", (area) => ({ ...area, row: 0, rows: maxRows })),
    getOffsetRange: moved("1.1", (area, rows, columns) => ({
      ...area,
      row: area.row + rows,
      column: area.column + columns,
    })),
    getResizedRange: moved("1.2", (area, rows, columns) => ({
      ...area,
      rows: area.rows + rows,
      columns: area.columns + columns,
    })),
    getAbsoluteResizedRange: moved("1.7", (area, rows, columns) => ({ ...area, rows, columns })),
    getRowsBelow: moved("1.2", (area, count) => ({ ...area, row: area.row + area.rows, rows: count || 1 })),
    getRowsAbove: moved("1.2", (area, count) => ({
      ...area,
      row: area.row - (count || 1),
      rows: count || 1,
    })),
    getColumnsAfter: moved("1.2", (area, count) => ({
      ...area,
      column: area.column + area.columns,
      columns: count || 1,
    })),
    getColumnsBefore: moved("1.2", (area, count) => ({
      ...area,
      column: area.column - (count || 1),
      columns: count || 1,
    })),
    getBoundingRect: object("1.1", (target, [other]) =>
      within(target, boundingArea(target.area, areaArgument(target, other))),
    ),
    getIntersection: object("1.1", (target, [other]) => {
      const shared = sharedArea(target.area, areaArgument(target, other));
      if (shared === undefined) throw itemNotFound("The ranges share no cell.");
      return within(target, shared);
    }),
    getIntersectionOrNullObject: object("1.4", (target, [other]) => {
      const shared = sharedArea(target.area, areaArgument(target, other));
      return shared === undefined ? null : within(target, shared);
    }),
    getMergedAreasOrNullObject: object("1.13", (target) => {
      const areas = sheetOf(target).merges.filter((merge) => sharedArea(merge, target.area) !== undefined);
      // Documented: with more than 512 merged areas in the range there is no result.
      if (areas.length > 512)
        throw new ExcelFailure("GeneralException", "There are too many merged areas.", 500);
      return areas.length === 0
        ? null
        : rangeAreasObject({ workbook: target.workbook, sheetId: target.sheetId, areas });
    }),
    getUsedRange: object("1.1", (target, [valuesOnly]) => {
      return used(target, valuesOnly) ?? within(target, { ...target.area, rows: 1, columns: 1 });
    }),
    getUsedRangeOrNullObject: object("1.4", (target, [valuesOnly]) => used(target, valuesOnly)),
    _ValidateArraySize: call("1.3", (target, [rows, columns]) => {
      if (rows !== target.area.rows || columns !== target.area.columns) {
        throw new ExcelFailure(
          "InvalidArgument",
          `The number of rows or columns in the input array doesn't match ${target.area.rows} × ${target.area.columns}.`,
        );
      }
      return null;
    }),
  },
});
