/** A sheet seen on its side. */
import { expect, test } from "@jest/globals";
import { turned } from "../../../src/core/tables/turned";
import { draw } from "./draw";

test("every cell keeps all that it holds, at its mirrored place", () => {
  const sheet = draw(
    "侧",
    [
      ["县市", "轮台县", "和静县"],
      ["预算数", 10, 20],
    ],
    ["A1:A2", "B1:C1"],
    "hidden",
  );
  sheet.setFormula(1, 2, "B2*2", false);
  sheet.setFormula(1, 1, "5+5");
  sheet.setFormat(1, 1, "0.00");
  sheet.setError(0, 2, "#REF!");
  sheet.hideRow(1);
  sheet.hideColumn(2);
  const view = turned(sheet);

  expect([view.name, view.visibility, view.rowCount, view.columnCount]).toEqual(["侧", "hidden", 3, 2]);
  expect([view.kind(0, 0), view.kind(1, 1), view.kind(2, 0)]).toEqual(["text", "number", "error"]);
  expect([view.text(1, 0), view.text(0, 1), view.text(2, 0)]).toEqual(["轮台县", "预算数", "#REF!"]);
  expect([view.number(1, 1), view.number(2, 1)]).toEqual([10, sheet.number(1, 2)]);
  // 预算数, 10, nothing stored: along the second line of the sheet, from its end.
  expect([...view.numbers(1, Int32Array.of(2, 1, 0))]).toEqual([Number.NaN, 10, Number.NaN]);
  expect([view.formula(2, 1), view.formula(1, 1), view.formula(1, 0)]).toEqual(["B2*2", "5+5", undefined]);
  expect([view.stored(2, 1), view.stored(1, 1)]).toEqual([false, true]);
  expect([view.format(1, 1), view.format(1, 0)]).toEqual(["0.00", "General"]);
  expect(view.merges).toEqual([
    { top: 0, left: 0, bottom: 0, right: 1 },
    { top: 1, left: 0, bottom: 2, right: 0 },
  ]);
  expect([0, 1, 2].map((row) => view.hiddenRow(row))).toEqual([false, false, true]);
  expect([0, 1].map((column) => view.hiddenColumn(column))).toEqual([false, true]);
});

test("is made once for a sheet", () => {
  const sheet = draw("侧", [["县市"]]);
  expect(turned(sheet)).toBe(turned(sheet));
  expect(turned(draw("侧", [["县市"]]))).not.toBe(turned(sheet));
});
