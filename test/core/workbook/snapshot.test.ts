/** A sheet filled cell by cell: what was never set, what was taken back, what a formula without a value is. */
import { describe, expect, test } from "@jest/globals";
import { noteReads } from "../../../src/core/workbook/noted";
import { SheetBuilder, workbookOf } from "../../../src/core/workbook/snapshot";

describe("a filled sheet", () => {
  const sheet = new SheetBuilder("表1");
  sheet.setNumber(1, 1, 12.5);
  sheet.setFormat(1, 1, "0.00%");
  sheet.setBoolean(2, 1, false);
  sheet.setBoolean(3, 1, true);
  sheet.setError(4, 1, "#REF!");
  sheet.setText(2000, 3, "合计");

  test("cells that nobody set are blank, in the midst and outside", () => {
    for (const [row, column] of [
      [0, 0],
      [1, 2],
      [5, 1],
      [3000, 3],
      [1, 50],
    ] as const) {
      expect([sheet.kind(row, column), sheet.text(row, column), sheet.format(row, column)]).toEqual([
        "blank",
        "",
        "General",
      ]);
      expect(sheet.number(row, column)).toBeNaN();
      expect(sheet.stored(row, column)).toBe(true);
      expect(sheet.formula(row, column)).toBeUndefined();
    }
  });

  test("each kind has its own value and none of another", () => {
    expect([sheet.number(1, 1), sheet.text(1, 1), sheet.format(1, 1)]).toEqual([12.5, "", "0.00%"]);
    expect([sheet.number(2, 1), sheet.number(3, 1), sheet.kind(3, 1)]).toEqual([0, 1, "boolean"]);
    expect([sheet.kind(4, 1), sheet.text(4, 1)]).toEqual(["error", "#REF!"]);
    expect(sheet.number(4, 1)).toBeNaN();
    expect([sheet.rowCount, sheet.columnCount]).toEqual([2001, 4]);
  });

  test("numbers of a column come in the order of the rows asked for; all that is no number is none", () => {
    const numbers = sheet.numbers(1, Int32Array.of(4, 1, 2, 3, 0, 5, 3000));
    expect([...numbers]).toEqual([Number.NaN, 12.5, ...new Array<number>(5).fill(Number.NaN)]);
    expect([...sheet.numbers(50, Int32Array.of(1, 2))]).toEqual([Number.NaN, Number.NaN]);
    expect([...sheet.numbers(3, Int32Array.of(2000))]).toEqual([Number.NaN]);
  });

  test("a cleared cell is blank with its format, its neighbours stay, a cell that never was changes nothing", () => {
    const other = new SheetBuilder("表1");
    other.setNumber(0, 0, 1);
    other.setNumber(1, 0, 2);
    other.setFormat(1, 0, "0.0");
    other.setFormula(1, 0, "A1+1");
    other.setNumber(2, 0, 3);
    other.clear(1, 0);
    other.clear(5000, 7);
    expect([0, 1, 2].map((row) => other.kind(row, 0))).toEqual(["number", "blank", "number"]);
    expect([other.formula(1, 0), other.format(1, 0), other.rowCount]).toEqual([undefined, "0.0", 3]);
  });

  test("a formula without a stored value is told apart from a blank cell, until it has one", () => {
    const other = new SheetBuilder("表1");
    other.setFormula(0, 0, "B1*2", false);
    expect([other.kind(0, 0), other.stored(0, 0), other.formula(0, 0)]).toEqual(["blank", false, "B1*2"]);
    other.setNumber(0, 0, 4);
    expect([other.number(0, 0), other.stored(0, 0)]).toEqual([4, true]);
  });
});

describe("whose figures were read", () => {
  const rows = 200_002;
  const sheet = new SheetBuilder("明细");
  sheet.setNumber(rows - 1, 0, 7);
  const small = new SheetBuilder("表1");
  small.setNumber(0, 0, 1);
  small.setFormula(0, 0, "1");
  const workbook = workbookOf([sheet, small]);

  test("only cells whose figure was asked for, and none after the end", () => {
    const noted = noteReads(workbook);
    const [, view] = noted.view.sheets;
    expect([view?.number(0, 0), view?.text(0, 1), view?.formula(0, 0)]).toEqual([1, "", "1"]);
    noted.stop();
    view?.number(0, 2);
    expect([0, 1, 2].map((column) => noted.read("表1", 0, column))).toEqual([true, false, false]);
    expect(noted.read("明细", 0, 0)).toBe(false);
  });

  test("a column asked for at once is noted cell by cell", () => {
    const noted = noteReads(workbook);
    const [, view] = noted.view.sheets;
    expect([...(view?.numbers(0, Int32Array.of(0, 7)) ?? [])]).toEqual([1, Number.NaN]);
    noted.stop();
    view?.numbers(1, Int32Array.of(0));
    expect([noted.read("表1", 0, 0), noted.read("表1", 7, 0), noted.read("表1", 1, 0)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(noted.read("表1", 0, 1)).toBe(false);
  });

  test("who reads very many of a sheet depends on all of it", () => {
    const noted = noteReads(workbook);
    const [view] = noted.view.sheets;
    for (let row = 0; row < rows; row += 1) view?.number(row, 0);
    expect(noted.read("明细", 5, 9)).toBe(true);
    expect(noted.read("表1", 0, 0)).toBe(false);
  });
});
