// The automatic filter of a sheet. Of the criteria the chosen texts of a column and "=text" are carried out.
import type { Area } from "../address";
import { textJson } from "../cells";
import { invalidArgument, invalidOperation } from "../failure";
import { type AutomaticFilter, cellKey, type Sheet, type Workbook } from "../model";
import { integerOf, isOmitted } from "./arguments";
import { type Argument, call, defineClass, type Json, object, value, type ObjectOf } from "./member";
import { areaArgument, rangeObject } from "./range";
import { hideLines } from "./range-format";
import { type SheetTarget, sheetOf } from "./sheet-target";

type Criteria = Readonly<Record<string, Json>>;

function criteriaOf(given: Argument | undefined): Criteria {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw invalidArgument("Criteria of a filter were expected.");
  return given as Criteria;
}

function passes({ filterOn, values, criterion1 }: Criteria, text: string): boolean {
  if (filterOn === "Values" && Array.isArray(values)) return values.includes(text);
  if (filterOn === "Custom" && typeof criterion1 === "string" && criterion1.startsWith("="))
    return criterion1.slice(1) === text;
  throw invalidOperation(`The simulated Excel does not filter on ${JSON.stringify(filterOn)}.`);
}

function setFilter(workbook: Workbook, sheet: Sheet, filter: AutomaticFilter | undefined): void {
  const below = ({ row, rows }: Area): readonly [number, number] => [row + 1, rows - 1];
  if (sheet.filter !== undefined && sheet.filter.criteria.size > 0)
    hideLines(sheet.rows, ...below(sheet.filter.area), false);
  sheet.filter = filter;
  if (filter === undefined) return;
  const [first, count] = below(filter.area);
  for (let row = first; row < first + count; row += 1) {
    const isShown = [...filter.criteria].every(([column, criteria]) => {
      const cell = sheet.cells.get(cellKey(row, filter.area.column + column));
      return passes(criteria, cell === undefined ? "" : String(textJson(workbook, cell)));
    });
    if (!isShown) hideLines(sheet.rows, row, 1, true);
  }
}

export const autoFilterObject: ObjectOf<SheetTarget> = defineClass<SheetTarget>({
  className: "AutoFilter",
  members: {
    enabled: value("1.9", (target) => sheetOf(target).filter !== undefined),
    isDataFiltered: value("1.9", (target) => (sheetOf(target).filter?.criteria.size ?? 0) > 0),
    criteria: value("1.9", (target) => {
      const { filter } = sheetOf(target);
      if (filter === undefined) throw invalidOperation("There is no filter on the sheet.");
      return Array.from({ length: filter.area.columns }, (_, column) => {
        return filter.criteria.get(column) ?? null;
      });
    }),
    apply: call("1.9", (target, [range, column, criteria]) => {
      const sheet = sheetOf(target);
      const area = areaArgument(target, range);
      const stands = sheet.filter;
      const isSame =
        stands !== undefined &&
        (["row", "column", "rows", "columns"] as const).every((side) => stands.area[side] === area[side]);
      const kept = new Map(isSame ? stands.criteria : []);
      if (!isOmitted(column)) kept.set(integerOf(column), criteriaOf(criteria));
      setFilter(target.workbook, sheet, { area, criteria: kept });
    }),
    clearCriteria: call("1.9", (target) => {
      const sheet = sheetOf(target);
      if (sheet.filter !== undefined)
        setFilter(target.workbook, sheet, { area: sheet.filter.area, criteria: new Map() });
    }),
    remove: call("1.9", (target) => {
      setFilter(target.workbook, sheetOf(target), undefined);
    }),
    getRangeOrNullObject: object("1.9", (target) => {
      const { filter } = sheetOf(target);
      return filter === undefined ? null : rangeObject({ ...target, area: filter.area });
    }),
  },
});
