/**
 * Working days by the State Council's yearly notices: public holidays off, make-up weekends (调休上班) worked.
 * The data are those of the package chinese-days, used as data alone: its own functions go through Date.
 */
import calendar from "chinese-days/dist/chinese-days.json";
import { dayNumber, isoDate, weekday } from "./date";

const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(calendar.holidays));
/** The package lacks it: 国办发明电〔2005〕35号, 一、元旦, has Saturday 31 December 2005 worked. */
const LACKING = "2005-12-31";
const MAKE_UP_DAYS: ReadonlySet<string> = new Set([...Object.keys(calendar.workdays), LACKING]);
const YEARS = Object.keys(calendar.holidays).map((day) => Number(day.slice(0, 4)));

/** Years for which the calendar is known, both included. A later year's notice is issued late in the year before. */
export const CALENDAR_YEARS = { first: Math.min(...YEARS), last: Math.max(...YEARS) } as const;
const FIRST_DAY = dayNumber({ year: CALENDAR_YEARS.first, month: 1, day: 1 })!;
const LAST_DAY = dayNumber({ year: CALENDAR_YEARS.last, month: 12, day: 31 })!;
const SATURDAY = 5;

export type WorkingDays =
  | { readonly kind: "days"; readonly days: number }
  /** A date lies outside the years of the calendar; weekends alone would count wrongly. */
  | { readonly kind: "no-calendar"; readonly year: number };

/** True where the office works on that day. Only for days within CALENDAR_YEARS. */
export function isWorkingDay(day: number): boolean {
  const date = isoDate(day);
  if (MAKE_UP_DAYS.has(date)) return true;
  return weekday(day) < SATURDAY && !HOLIDAYS.has(date);
}

/** Working days before day FIRST_DAY + i, so that a count of any span is one subtraction. */
let counted: Int32Array | undefined;

function counts(): Int32Array {
  if (counted !== undefined) return counted;
  const table = new Int32Array(LAST_DAY - FIRST_DAY + 2);
  for (let index = 0; index < table.length - 1; index += 1) {
    table[index + 1] = table[index]! + (isWorkingDay(FIRST_DAY + index) ? 1 : 0);
  }
  counted = table;
  return table;
}

/**
 * Working days after `from` up to and including `to`, as deadlines count (the day of receipt does not count);
 * negative where `to` lies before `from`. Received on a Friday and released on the next Monday is 1.
 * @param from day number
 * @param to day number
 */
export function workingDaysBetween(from: number, to: number): WorkingDays {
  for (const day of [from, to]) {
    if (day < FIRST_DAY || day > LAST_DAY)
      return { kind: "no-calendar", year: Number(isoDate(day).slice(0, 4)) };
  }
  const table = counts();
  const upTo = (day: number): number => table[day - FIRST_DAY + 1]!;
  return { kind: "days", days: upTo(to) - upTo(from) };
}
