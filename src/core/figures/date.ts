/**
 * Dates in every form that officers write. A day number counts days from 1899-12-30 in the proleptic Gregorian
 * calendar, so that from 1900-03-01 on it is the serial of a workbook with 1900 dates. No clock, no time zone.
 */
import { showsDate } from "../workbook/number-format";
import type { SheetSnapshot } from "../workbook/snapshot";
import { fold, isNothing } from "./amount";
import { type Draft, finish, newDraft, stateOf } from "./column";
import { FIGURE, type FigureColumn, NOT_A_NUMBER } from "./figure";
import { DATE } from "./unit";

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 1970-01-01 back to 1899-12-30. */
const UNIX_EPOCH = 25_569;
/** Serial 0 of a workbook with 1904 dates is 1904-01-01. */
const SHIFT_1904 = 1_462;
const LAST_DAY = 2_958_465;
/** Without a date format only serials of these years are believed: 1980-01-01 to 2100-12-31. */
const FIRST_LIKELY = 29_221;
const LAST_LIKELY = 73_415;

/** Day number of a calendar day; undefined for one that does not exist (2021-02-30) or before 1900 or after 9999. */
export function dayNumber({ year, month, day }: CalendarDay): number | undefined {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > daysInMonth(year, month)) return undefined;
  // Days from civil, counted in years that begin in March so that the leap day comes last.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return era * 146_097 + days - 719_468 + UNIX_EPOCH;
}

/** The calendar day of a day number. */
export function calendarDay(number: number): CalendarDay {
  const days = number - UNIX_EPOCH + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: year + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(number: number): number {
  return (((number - 2) % 7) + 7) % 7;
}

/** "2021-04-20". */
export function isoDate(number: number): string {
  const { year, month, day } = calendarDay(number);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Day number of a serial; the time of day is dropped. Serials 1 to 59 of the 1900 system are one day off because it
 * counts a 1900-02-29 that never was; 60, that day itself, is none.
 */
export function dayOfSerial(serial: number, date1904: boolean): number | undefined {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial)) return undefined;
  if (date1904) return whole < 0 || whole + SHIFT_1904 > LAST_DAY ? undefined : whole + SHIFT_1904;
  if (whole < 1 || whole === 60 || whole > LAST_DAY) return undefined;
  return whole < 60 ? whole + 1 : whole;
}

/**
 * Day number of a stored number: 20210420 as such, else a serial; without a date format only a whole serial of
 * likely years, since 2021.4 and 5 are no dates.
 */
export function dayOfNumber(number: number, format: string, date1904: boolean): number | undefined {
  if (Number.isInteger(number) && number > LAST_DAY) return dayOfDigits(String(number));
  const day = dayOfSerial(number, date1904);
  if (day === undefined || showsDate(format, number)) return day;
  return Number.isInteger(number) && day >= FIRST_LIKELY && day <= LAST_LIKELY ? day : undefined;
}

const TIME = String.raw`(?:[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`;
const MARKED = new RegExp(String.raw`^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]${TIME}$`, "u");
const SEPARATED = new RegExp(String.raw`^(\d{4})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})${TIME}$`, "u");
const CHINESE =
  /^([〇○零一二三四五六七八九]{4})年([元一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿]{1,3})[日号]$/u;

/**
 * Day number of a date written as text: 2021年4月20日, 2021.4.20, 2021-04-20, 2021/4/20, 20210420,
 * 二〇二一年四月二十日, full-width digits, a time of day behind it. undefined for what is no whole date
 * (2021年4月, 21.4.20, 4/20/2021) and for days that do not exist.
 */
export function dayOfText(text: string): number | undefined {
  const folded = fold(text);
  if (/^\d{8}$/u.test(folded)) return dayOfDigits(folded);
  const marked = MARKED.exec(folded);
  if (marked !== null) return dayOf(marked[1], marked[2], marked[3]);
  const separated = SEPARATED.exec(folded);
  if (separated !== null) return dayOf(separated[1], separated[3], separated[4]);
  const chinese = CHINESE.exec(folded.replace(/\s/gu, ""));
  if (chinese === null) return undefined;
  const [, year, month, day] = chinese;
  const digits = year!
    .split("")
    .map((letter) => (letter === "○" ? 0 : "〇一二三四五六七八九".indexOf(letter)));
  return dayNumber({
    year: Number(digits.map((digit) => Math.max(digit, 0)).join("")),
    month: month === "元" ? 1 : chineseNumber(month!),
    day: chineseNumber(day!),
  });
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): number | undefined {
  return dayNumber({ year: Number(year), month: Number(month), day: Number(day) });
}

function dayOfDigits(digits: string): number | undefined {
  return digits.length === 8 ? dayOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)) : undefined;
}

/** 一 to 三十一, also 廿 for twenty; 0 for anything else, which is no day and no month. */
function chineseNumber(text: string): number {
  const match = /^(?:([一二三])?(十)|(廿))?([一二三四五六七八九])?$/u.exec(text);
  if (match === null) return 0;
  const tens = match[3] === undefined ? (match[2] === undefined ? 0 : digit(match[1] ?? "一")) : 2;
  return tens * 10 + (match[4] === undefined ? 0 : digit(match[4]));
}

function digit(letter: string): number {
  return "〇一二三四五六七八九".indexOf(letter);
}

/**
 * A column of dates: units are day numbers, scale 0. What is no date is "not-a-number"; a date held as text has
 * `fromText` 1.
 */
export function readDates(
  sheet: SheetSnapshot,
  column: number,
  rows: Int32Array,
  date1904: boolean,
): FigureColumn {
  const draft = newDraft(rows.length);
  const numbers = sheet.numbers(column, rows);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const value = numbers[index]!;
    if (Number.isFinite(value)) {
      put(draft, index, dayOfNumber(value, sheet.format(row, column), date1904), false);
      continue;
    }
    const kind = sheet.kind(row, column);
    if (kind !== "text") draft.states[index] = stateOf(kind, sheet.stored(row, column));
    else {
      const text = sheet.text(row, column);
      if (!isNothing(text)) put(draft, index, dayOfText(text), true);
    }
  }
  return finish(draft, DATE);
}

function put(draft: Draft, index: number, day: number | undefined, fromText: boolean): void {
  if (day === undefined) {
    draft.states[index] = NOT_A_NUMBER;
    return;
  }
  draft.states[index] = FIGURE;
  draft.units[index] = day;
  draft.fromText[index] = fromText ? 1 : 0;
}
