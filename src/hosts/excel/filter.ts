/** The automatic filter on a sheet of ours: what the officer chose to see stays chosen, and hides no new finding. */
import { type Area, areaName } from "../../core/workbook/address";
import { areaOfRange } from "./outline";
import type { Session } from "./session";

export interface FilterImage {
  readonly area: Area;
  /** By column of the area; undefined where all is shown. */
  readonly criteria: readonly (Excel.FilterCriteria | undefined)[];
}

export async function readFilter(
  session: Session,
  { autoFilter }: Excel.Worksheet,
): Promise<FilterImage | undefined> {
  const range = autoFilter.getRangeOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount");
  await session.sync();
  if (range.isNullObject) return undefined;
  // Asked only now: a sheet without a filter has no criteria to tell.
  autoFilter.load("criteria");
  await session.sync();
  const told: readonly unknown[] = autoFilter.criteria;
  return {
    area: areaOfRange(range),
    criteria: told.map((one) => (isCriteria(one) ? withoutNulls(one) : undefined)),
  };
}

function isCriteria(told: unknown): told is Excel.FilterCriteria {
  return typeof told === "object" && told !== null && "filterOn" in told && typeof told.filterOn === "string";
}

/** What Excel tells as null may not be sent back as such. */
function withoutNulls(criteria: Excel.FilterCriteria): Excel.FilterCriteria {
  const { filterOn, ...rest } = criteria;
  const given = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined);
  return { filterOn, ...Object.fromEntries(given) };
}

/** Hidden rows tell no height, and a row that is hidden may be another one after the writing. */
export function showAll({ autoFilter }: Excel.Worksheet, filter: FilterImage | undefined): void {
  if (filter?.criteria.some((one) => one !== undefined) === true) autoFilter.clearCriteria();
}

/** As it was, where everything on the sheet is as it was. */
export function filterAgain({ autoFilter }: Excel.Worksheet, filter: FilterImage | undefined): void {
  autoFilter.remove();
  if (filter === undefined) return;
  const area = areaName(filter.area);
  autoFilter.apply(area);
  for (const [column, criteria] of filter.criteria.entries()) {
    if (criteria !== undefined) autoFilter.apply(area, column, criteria);
  }
}

/**
 * On the area that is written now. Kept are choices of texts and conditions over the same columns; what counts or
 * looks at colours is not, since it means other rows now.
 */
export function filterAnew(
  sheet: Excel.Worksheet,
  wanted: Area | undefined,
  before: FilterImage | undefined,
): void {
  if (wanted === undefined) {
    if (before !== undefined) sheet.autoFilter.remove();
    return;
  }
  const isSameColumns = before?.area.left === wanted.left && before.area.right === wanted.right;
  const kept = (isSameColumns ? before.criteria : []).map((criteria) =>
    criteria?.filterOn === "Values" || criteria?.filterOn === "Custom" ? criteria : undefined,
  );
  filterAgain(sheet, { area: wanted, criteria: kept });
}
