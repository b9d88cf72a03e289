// The automatic filter of a sheet: its area; criteria are not simulated.
import { invalidOperation } from "../failure";
import { isOmitted } from "./arguments";
import { call, defineClass, object, value, type ObjectOf } from "./member";
import { areaArgument, rangeObject } from "./range";
import { type SheetTarget, sheetOf } from "./sheet-target";

export const autoFilterObject: ObjectOf<SheetTarget> = defineClass<SheetTarget>({
  className: "AutoFilter",
  members: {
    enabled: value("1.9", (target) => sheetOf(target).filter !== undefined),
    isDataFiltered: value("1.9", () => false),
    apply: call("1.9", (target, [range, column, criteria]) => {
      if (!isOmitted(column) || !isOmitted(criteria)) {
        throw invalidOperation("The simulated Excel filters by no criteria.");
      }
      sheetOf(target).filter = areaArgument(target, range);
    }),
    remove: call("1.9", (target) => {
      sheetOf(target).filter = undefined;
    }),
    getRangeOrNullObject: object("1.9", (target) => {
      const { filter } = sheetOf(target);
      return filter === undefined ? null : rangeObject({ ...target, area: filter });
    }),
  },
});
