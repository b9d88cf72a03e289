/** Which merged area covers a cell. */
import { expect, test } from "@jest/globals";
import { mergesOf } from "../../../src/core/tables/merges";
import { parseAddress } from "../../../src/core/workbook/address";
import { draw } from "./draw";

const CELLS = Array.from({ length: 9 }, () => Array.from({ length: 6 }, (_one, column) => `第${column}`));

test("every cell of a merged area and no other, in whatever order a file lists them", () => {
  const areas = ["B7:C9", "A1:F1", "B3:B5", "E4:F4", "B2:C2", "A4:A5", "D3:D3"];
  const merges = mergesOf(draw("表", CELLS, areas));
  const found = CELLS.flatMap((cells, row) =>
    cells.flatMap((_text, column) => {
      const area = merges.at(row, column);
      return area === undefined ? [] : [[row, column, area.top, area.left, area.bottom, area.right].join()];
    }),
  );
  const expected = areas
    .filter((name) => name !== "D3:D3")
    .flatMap((name) => {
      const { top, left, bottom, right } = parseAddress(name)!;
      const cells: string[] = [];
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++)
          cells.push([row, column, top, left, bottom, right].join());
      return cells;
    });
  expect(found.sort()).toEqual(expected.sort());
});

test("an area that reaches beyond the filled columns covers those that are filled", () => {
  const merges = mergesOf(draw("表", [["标题", "其他"]], ["A1:XFD2"]));
  expect([0, 1].map((column) => merges.at(1, column)?.right)).toEqual([16_383, 16_383]);
  expect(merges.at(2, 0)).toBeUndefined();
});

test("are read once for a sheet", () => {
  const sheet = draw("表", CELLS, ["A1:B1"]);
  expect(mergesOf(sheet)).toBe(mergesOf(sheet));
});

test("of a broken file with millions of merged cells the first two million are looked at", () => {
  const sheet = draw("表", [["头"]]);
  sheet.setText(0, 16_383, "尾");
  for (let row = 0; row < 260; row += 2)
    sheet.addMerge({ top: row, left: 0, bottom: row + 1, right: 16_383 });
  const merges = mergesOf(sheet);
  expect(merges.at(0, 16_383)).toBeDefined();
  expect(merges.at(258, 16_383)).toBeUndefined();
});
