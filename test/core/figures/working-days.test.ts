import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { dayOfText } from "../../../src/core/figures/date";
import { CALENDAR_YEARS, isWorkingDay, workingDaysBetween } from "../../../src/core/figures/working-days";

function day(text: string): number {
  const number = dayOfText(text);
  if (number === undefined) throw new Error(text);
  return number;
}

function between(from: string, to: string): number | string {
  const counted = workingDaysBetween(day(from), day(to));
  return counted.kind === "days" ? counted.days : `no calendar for ${counted.year}`;
}

describe("working days by the State Council's calendar", () => {
  test("the day of receipt does not count, the day of release does", () => {
    expect(between("2021-04-20", "2021-04-20")).toBe(0);
    expect(between("2021-04-20", "2021-04-21")).toBe(1);
    expect(between("2021-04-16", "2021-04-19")).toBe(1);
    expect(between("2021-04-19", "2021-04-16")).toBe(-1);
  });

  test("Spring Festival of 2021 and its make-up days", () => {
    // Off 11 to 17 February; Sunday the 7th and Saturday the 20th worked.
    expect(isWorkingDay(day("2021-02-07"))).toBe(true);
    expect(isWorkingDay(day("2021-02-20"))).toBe(true);
    expect(isWorkingDay(day("2021-02-11"))).toBe(false);
    expect(isWorkingDay(day("2021-02-17"))).toBe(false);
    expect(between("2021-02-05", "2021-02-18")).toBe(5);
  });

  test("May Day of 2021: Sunday 25 April worked", () => {
    expect(between("2021-04-23", "2021-04-30")).toBe(6);
  });

  test("National Day of 2026: Sunday 20 September and Saturday 10 October worked", () => {
    expect(between("2026-09-30", "2026-10-10")).toBe(3);
    expect(between("2026-09-18", "2026-09-20")).toBe(1);
  });

  test("make-up days that calendars in circulation lack", () => {
    // Notices 〔2005〕35号 (New Year of 2006) and 〔2012〕33号 (Tomb Sweeping Day and National Day of 2013).
    expect(between("2005-12-30", "2006-01-04")).toBe(2);
    expect(between("2013-04-03", "2013-04-08")).toBe(2);
    expect(between("2013-10-11", "2013-10-14")).toBe(2);
  });

  test("a year that the calendar does not know is said, never counted by weekends", () => {
    expect(CALENDAR_YEARS).toEqual({ first: 2004, last: 2026 });
    expect(between("2026-12-31", "2027-01-04")).toBe("no calendar for 2027");
    expect(between("2003-12-31", "2004-01-04")).toBe("no calendar for 2003");
    expect(between("2004-01-01", "2026-12-31")).toEqual(expect.any(Number));
    // The last days that it knows: Monday to Thursday, none of them off.
    expect(between("2026-12-28", "2026-12-31")).toBe(3);
  });

  test("spans add up", () => {
    const any = fc.integer({ min: day("2004-01-01"), max: day("2026-12-31") });
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const days = (from: number, to: number): number => {
          const counted = workingDaysBetween(from, to);
          return counted.kind === "days" ? counted.days : Number.NaN;
        };
        expect(days(a, b) + days(b, c)).toBe(days(a, c));
      }),
    );
  });
});
