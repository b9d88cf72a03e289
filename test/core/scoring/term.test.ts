import { describe, expect, test } from "@jest/globals";
import { fractionOf } from "../../../src/core/scoring/fraction";
import {
  cellsOf,
  minus,
  number,
  over,
  plus,
  scoreFormula,
  type Term,
  times,
  valueOf,
  within,
} from "../../../src/core/scoring/term";

const cell = (value: string, formula: string): Term => ({
  kind: "figure",
  value: fractionOf(value),
  cells: [{ sheet: "表4", top: 12, left: 2, bottom: 12, right: 2 }],
  formula: { ok: true, formula },
});

describe("the live formula of a score", () => {
  test("is the nudged ROUND of its arithmetic", () => {
    const term = times(over(cell("1", "'表4'!D13"), cell("3", "'表4'!C13")), number("10"));
    expect(scoreFormula(term, 2)).toEqual({
      ok: true,
      text: "ROUND((('表4'!D13/'表4'!C13)*10)+SIGN((('表4'!D13/'表4'!C13)*10))*0.0000000001,2)",
    });
  });

  test("brackets a figure that is a sum, but not a call or a sheet's name with a sign in it", () => {
    const term = minus(cell("1", "'表-1'!A1+'表-1'!A2"), cell("1", "SUM('甲+乙'!A1:A3)"));
    expect(scoreFormula(term, 2)).toMatchObject({
      ok: true,
      text: expect.stringContaining("(('表-1'!A1+'表-1'!A2)-SUM('甲+乙'!A1:A3))"),
    });
  });

  test("an apostrophe in a sheet's name does not end the name", () => {
    const term = times(cell("2", "'O''Br-ien'!A1"), number("1"));
    expect(scoreFormula(term, 2)).toMatchObject({
      ok: true,
      text: expect.stringContaining("('O''Br-ien'!A1*1)"),
    });
  });

  test("is given on a tie, refused just beside it, given again beyond the nudge's reach", () => {
    const at = (value: string): boolean => scoreFormula(cell(value, "'S'!A1"), 2).ok;
    expect([
      at("3.365"),
      at("3.36500000005"),
      at("3.36499999995"),
      at("3.3649999999"),
      at("3.3649999997"),
    ]).toEqual([true, false, false, false, true]);
  });

  test("is refused from 100000 on, where a float's step passes the nudge", () => {
    expect(scoreFormula(cell("99999.99", "'S'!A1"), 2).ok).toBe(true);
    expect(scoreFormula(cell("100000", "'S'!A1"), 2).ok).toBe(false);
  });

  test("is refused where it would not fit a cell", () => {
    let term: Term = number("0");
    for (let index = 0; index < 300; index += 1) term = plus(term, cell("0.01", "'一个名字很长的工作表'!A1"));
    expect(scoreFormula(term, 2)).toMatchObject({
      ok: false,
      why: { en: expect.stringContaining("too long") },
    });
  });

  test("is refused where a figure has no formula, with the figure's reason", () => {
    const why = { "zh-CN": "文本数字", en: "held as text" };
    const term: Term = { kind: "figure", value: fractionOf("1"), cells: [], formula: { ok: false, why } };
    expect(scoreFormula(times(term, number("2")), 2)).toEqual({ ok: false, why });
  });
});

describe("band tests", () => {
  const banded = (left: string): Term => ({
    kind: "choose",
    tests: [{ left: cell(left, "'S'!A1"), relation: ">=", right: number("0.92"), then: number("5") }],
    otherwise: number("0"),
  });

  test("compare through ROUND to 8 decimals", () => {
    expect(scoreFormula(banded("0.95"), 2)).toMatchObject({
      ok: true,
      text: expect.stringContaining("IF(ROUND('S'!A1-0.92,8)>=0,5,0)"),
    });
  });

  test("hold on the limit, and fall to the value where the rounded test could differ from the exact one", () => {
    expect(scoreFormula(banded("0.92"), 2).ok).toBe(true);
    expect(scoreFormula(banded("0.91999999"), 2).ok).toBe(true);
    expect(scoreFormula(banded("0.919999996"), 2)).toMatchObject({
      ok: false,
      why: { en: expect.stringContaining("band") },
    });
    expect(valueOf(banded("0.919999996"))).toEqual(fractionOf("0"));
  });
});

test("a term divided by 0 has no value and no formula", () => {
  const term = over(number("1"), minus(number("2"), number("2")));
  expect(valueOf(term)).toBeUndefined();
  expect(scoreFormula(term, 2).ok).toBe(false);
  // Wherever in the arithmetic it stands, unless a test before has decided.
  const one = number("1");
  const choose = (tests: Extract<Term, { kind: "choose" }>["tests"], otherwise: Term): Term => ({
    kind: "choose",
    tests,
    otherwise,
  });
  for (const whole of [
    plus(one, term),
    plus(term, one),
    within(term, "4"),
    choose([{ left: term, relation: ">=", right: one, then: one }], one),
    choose([{ left: one, relation: "<=", right: term, then: one }], one),
    choose([{ left: one, relation: "<=", right: number("0"), then: one }], term),
  ])
    expect(valueOf(whole)).toBeUndefined();
  const decided = choose([{ left: one, relation: "<=", right: one, then: number("5") }], term);
  expect(valueOf(decided)).toEqual(fractionOf("5"));
});

test("a term is held between 0 and the maximum", () => {
  expect(["-1", "0", "2.5", "4", "9"].map((value) => valueOf(within(number(value), "4")))).toEqual(
    ["0", "0", "2.5", "4", "4"].map(fractionOf),
  );
});

test("cells are listed once, in order", () => {
  const first = cell("1", "'表4'!C13");
  const second: Term = { ...first, cells: [{ sheet: "表5", top: 0, left: 0, bottom: 1, right: 0 }] } as Term;
  expect(cellsOf(plus(plus(first, second), first)).map(({ sheet }) => sheet)).toEqual(["表4", "表5"]);
});
