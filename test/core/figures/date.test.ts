import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  calendarDay,
  dayNumber,
  dayOfNumber,
  dayOfSerial,
  dayOfText,
  isoDate,
  readDates,
  weekday,
} from "../../../src/core/figures/date";
import { SheetBuilder } from "../../../src/core/workbook/snapshot";

function iso(day: number | undefined): string {
  return day === undefined ? "none" : isoDate(day);
}

describe("dates as text", () => {
  test.each([
    "2021年4月20日",
    "2021年04月20日",
    "2021.4.20",
    "2021-04-20",
    "2021/4/20",
    "20210420",
    "２０２１年４月２０日",
    "２０２１．４．２０",
    "二〇二一年四月二十日",
    "二○二一年四月二十日",
    "二零二一年四月廿日",
    " 2021年4月20日 ",
    "2021 年 4 月 20 日",
    "2021年4月20号",
    "2021-04-20 00:00:00",
    "2021/4/20 9:30",
    "2021-04-20T00:00:00",
  ])("%j is 2021-04-20", (text) => {
    expect(iso(dayOfText(text))).toBe("2021-04-20");
  });

  test.each([
    ["二〇二〇年十月十一日", "2020-10-11"],
    ["二〇二〇年十二月三十一日", "2020-12-31"],
    ["二〇二〇年元月一日", "2020-01-01"],
    ["2020-02-29", "2020-02-29"],
    ["2000.2.29", "2000-02-29"],
  ])("%j is %s", (text, expected) => {
    expect(iso(dayOfText(text))).toBe(expected);
  });

  test.each([
    "2021年4月",
    "2021.4",
    "4月20日",
    "21.4.20",
    "4/20/2021",
    "2021-02-30",
    "2021年2月29日",
    "1900-02-29",
    "2100-02-29",
    "2021-13-01",
    "2021-00-10",
    "2021-4-0",
    "20210230",
    "2021042",
    "2021.4/20",
    "2021-4.20",
    "二〇二一年十三月一日",
    "二〇二一年四月二二日",
    "二〇二一年四月三十一日",
    "待定",
    "二〇二一年四月",
    "2021年4月20日前",
    "99999999",
    "44316",
  ])("%j is no date", (text) => {
    expect(dayOfText(text)).toBeUndefined();
  });
});

describe("dates as numbers", () => {
  test("serials of both systems", () => {
    expect(iso(dayOfSerial(44306, false))).toBe("2021-04-20");
    expect(iso(dayOfSerial(44306.75, false))).toBe("2021-04-20");
    expect(iso(dayOfSerial(42844, true))).toBe("2021-04-20");
    expect(iso(dayOfSerial(0, true))).toBe("1904-01-01");
    expect(iso(dayOfSerial(2958465, false))).toBe("9999-12-31");
    expect(dayOfSerial(2958466, false)).toBeUndefined();
    expect(dayOfSerial(Number.NaN, false)).toBeUndefined();
    // 1904-01-01 is serial 1462 of the other system, so 9999-12-31 is 2958465 - 1462.
    expect(iso(dayOfSerial(2957003, true))).toBe("9999-12-31");
    expect(dayOfSerial(2957004, true)).toBeUndefined();
    expect(dayOfSerial(-1, true)).toBeUndefined();
  });

  test("the 1900-02-29 that never was", () => {
    expect(dayOfSerial(0, false)).toBeUndefined();
    expect(iso(dayOfSerial(1, false))).toBe("1900-01-01");
    expect(iso(dayOfSerial(59, false))).toBe("1900-02-28");
    expect(dayOfSerial(60, false)).toBeUndefined();
    expect(iso(dayOfSerial(61, false))).toBe("1900-03-01");
  });

  test("20210420 as a number, a serial without a date format, and numbers that are no dates", () => {
    expect(iso(dayOfNumber(20210420, "General", false))).toBe("2021-04-20");
    expect(dayOfNumber(2021042012, "General", false)).toBeUndefined();
    expect(dayOfNumber(20210230, "General", false)).toBeUndefined();
    expect(iso(dayOfNumber(44306, "General", false))).toBe("2021-04-20");
    expect(iso(dayOfNumber(100, 'yyyy"年"m"月"d"日"', false))).toBe("1900-04-09");
    expect(dayOfNumber(2021.4, "General", false)).toBeUndefined();
    expect(dayOfNumber(5, "General", false)).toBeUndefined();
    expect(dayOfNumber(44306.5, "0.00", false)).toBeUndefined();
  });
});

describe("day numbers", () => {
  test("are those of the calendar, day after day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2958464 }), (day) => {
        // JavaScript's own UTC calendar is the second opinion.
        const expected = new Date((day - 25569) * 86_400_000).toISOString().slice(0, 10);
        expect(isoDate(day)).toBe(expected);
        expect(dayNumber(calendarDay(day))).toBe(day);
        expect(weekday(day)).toBe((new Date((day - 25569) * 86_400_000).getUTCDay() + 6) % 7);
        expect(dayOfText(expected)).toBe(day);
      }),
    );
  });
});

const STATES = ["nothing", "figure", "not-a-number", "error-value", "not-calculated"];

test("a column of dates", () => {
  const sheet = new SheetBuilder("表2");
  sheet.setNumber(0, 0, 44306);
  sheet.setFormat(0, 0, "yyyy/m/d");
  sheet.setText(1, 0, "2021年4月20日");
  sheet.setText(2, 0, "—");
  sheet.setText(3, 0, "2021年4月");
  sheet.setError(5, 0, "#N/A");
  sheet.setFormula(6, 0, "B7", false);
  sheet.setBoolean(7, 0, true);
  const column = readDates(sheet, 0, Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7), false);
  expect([...column.states].map((state) => STATES[state])).toEqual([
    "figure",
    "figure",
    "nothing",
    "not-a-number",
    "nothing",
    "error-value",
    "not-calculated",
    "not-a-number",
  ]);
  expect([...column.units.slice(0, 2)]).toEqual([44306, 44306]);
  expect([...column.fromText.slice(0, 2)]).toEqual([0, 1]);
  expect(column.scale).toBe(0);
});
