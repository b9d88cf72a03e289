// RangeAreas: several areas of one sheet, as merged areas and print areas are answered.
import { type Area, areaText, quotedSheetName } from "../address";
import { defineClass, object, value, type ObjectOf } from "./member";
import { rangeObject } from "./range";
import { type SheetTarget, sheetOf } from "./sheet-target";

export interface AreasTarget extends SheetTarget {
  readonly areas: readonly Area[];
}

const rangesObject: ObjectOf<AreasTarget> = defineClass<AreasTarget>({
  className: "RangeCollection",
  items: (target) =>
    target.areas.map((area) => rangeObject({ workbook: target.workbook, sheetId: target.sheetId, area })),
  members: {
    getItemAt: object("1.9", (target, [index]) => {
      const area = typeof index === "number" ? target.areas[index] : undefined;
      return area === undefined
        ? null
        : rangeObject({ workbook: target.workbook, sheetId: target.sheetId, area });
    }),
  },
});

function addresses(target: AreasTarget): string {
  const sheet = quotedSheetName(sheetOf(target).name);
  return target.areas.map((area) => `${sheet}!${areaText(area)}`).join(",");
}

export const rangeAreasObject: ObjectOf<AreasTarget> = defineClass<AreasTarget>({
  className: "RangeAreas",
  keepable: true,
  members: {
    address: value("1.9", addresses),
    addressLocal: value("1.9", addresses),
    areaCount: value("1.9", (target) => target.areas.length),
    cellCount: value("1.9", (target) =>
      target.areas.reduce((sum, area) => sum + area.rows * area.columns, 0),
    ),
    areas: object("1.9", (target) => rangesObject(target)),
  },
});
