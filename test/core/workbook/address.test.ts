/** A1 spelling of places: what is read, what is refused, cells put together as areas. */
import { describe, expect, test } from "@jest/globals";
import { areasOf, columnIndex, columnName, parseAddress } from "../../../src/core/workbook/address";

describe("columns", () => {
  test.each([
    ["A", 0],
    ["Z", 25],
    ["AA", 26],
    ["az", 51],
    ["XFD", 16_383],
  ])("%s is the column %d", (name, index) => {
    expect(columnIndex(name)).toBe(index);
    expect(columnName(index)).toBe(name.toUpperCase());
  });

  test.each(["XFE", "ZZZ", "AAAA", "", "1", "表"])("%j is none", (name) => {
    expect(columnIndex(name)).toBeNaN();
  });
});

describe("addresses", () => {
  test.each([
    ["D8", { sheet: "", top: 7, left: 3, bottom: 7, right: 3 }],
    ["$D$8", { sheet: "", top: 7, left: 3, bottom: 7, right: 3 }],
    ["表5!A3:I14", { sheet: "表5", top: 2, left: 0, bottom: 13, right: 8 }],
    ["'It''s 5'!I14:A3", { sheet: "It's 5", top: 2, left: 0, bottom: 13, right: 8 }],
    [" A1:XFD1048576 ", { sheet: "", top: 0, left: 0, bottom: 1_048_575, right: 16_383 }],
  ])("%s", (text, area) => {
    expect(parseAddress(text)).toEqual(area);
  });

  test.each([
    "A0",
    "A1:B0",
    "XFE1",
    "A1:XFE1",
    "A1048577",
    "A1:A1048577",
    "A",
    "1",
    "A1:",
    "表!",
    "'表'A1",
    "",
  ])("%j is none", (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe("cells as areas", () => {
  const at = (
    name: string,
    bottom?: number,
  ): { sheet: string; row: number; column: number; bottom?: number } => {
    const area = parseAddress(name);
    return {
      sheet: area?.sheet ?? "",
      row: area?.top ?? 0,
      column: area?.left ?? 0,
      ...(bottom === undefined ? {} : { bottom }),
    };
  };
  const names = (cells: Parameters<typeof areasOf>[0]): readonly string[] =>
    areasOf(cells).map(
      ({ sheet, top, left, bottom, right }) =>
        `${sheet}!${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}`,
    );

  test("runs down a column, then equal runs side by side, whatever their order", () => {
    expect(names([at("表!B3"), at("表!A2"), at("表!B2"), at("表!A3"), at("表!D2")])).toEqual([
      "表!A2:B3",
      "表!D2:D2",
    ]);
  });

  test("a run that holds another one, and runs that touch, are one", () => {
    expect(names([at("表!A1", 9), at("表!A3", 4), at("表!A11", 11)])).toEqual(["表!A1:A12"]);
  });

  test("unequal runs side by side stay apart, and so do sheets", () => {
    expect(names([at("表!A1", 4), at("表!B1", 3), at("别表!C1")])).toEqual([
      "表!A1:A5",
      "表!B1:B4",
      "别表!C1:C1",
    ]);
  });
});
