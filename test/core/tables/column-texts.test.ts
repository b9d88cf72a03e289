/** Names of projects, read as a reader of every single cell reads them, and no text under two numbers. */
import { describe, expect, test } from "@jest/globals";
import { columnTexts } from "../../../src/core/tables/column-texts";
import { newStore, SheetBuilder } from "../../../src/core/workbook/snapshot";
import { type Cell, findOne } from "./draw";

const SOURCES = ["中央提前批", "中央新增", "自治区", "自治州", "地方政府债券", "县市配套"];
const TERMS = ["开工日期", "完工日期", "是否完工", "绩效目标"];
const HEAD = [
  "序号",
  "县市",
  "乡镇",
  "村",
  "项目名称",
  "项目类别",
  ...SOURCES,
  "计划投入合计",
  "实际支出",
  ...TERMS,
];
const NAME = HEAD.indexOf("项目名称");

/** A name, or one that is merged over several projects. */
type Named = Cell | { readonly text: string; readonly rows: number };

function nameTexts(
  names: readonly Named[],
  repeats: boolean,
): { readonly read: readonly string[]; readonly texts: readonly string[] } {
  const store = newStore();
  const sheet = new SheetBuilder("项目", "visible", store);
  HEAD.forEach((header, column) => sheet.setText(0, column, header));
  let row = 0;
  const put = (column: number, cell: Cell): void => {
    if (typeof cell === "number") sheet.setNumber(row, column, cell);
    else if (cell !== undefined && repeats) {
      // As a file may: each cell's text for itself, though others say the same.
      sheet.setStoredText(row, column, store.texts.push(cell) - 1);
      store.distinct = false;
    } else if (cell !== undefined) sheet.setText(row, column, cell);
  };
  for (const name of names) {
    const { text, rows } = typeof name === "object" ? name : { text: name, rows: 1 };
    if (rows > 1) sheet.addMerge({ top: row + 1, bottom: row + rows, left: NAME, right: NAME });
    for (let more = 0; more < rows; more += 1) {
      row += 1;
      const cells = [
        row,
        "轮台县",
        "甲乡",
        "一村",
        more === 0 ? text : undefined,
        "产业发展",
        1,
        1,
        1,
        1,
        1,
        1,
        6,
        6,
        44256,
        44300,
        "是",
        "是",
      ];
      cells.forEach((cell, column) => put(column, cell));
    }
  }
  const table = findOne([sheet], "projects");
  const place = [...table.columns.values()].find(({ column }) => column === NAME);
  if (place === undefined) throw new Error("项目名称 was not found");
  const { ids, texts } = columnTexts(table, place);
  return { read: [...ids].map((id) => texts[id] ?? "no such text"), texts };
}

describe.each([
  ["texts that stand in memory once", false],
  ["texts that a file repeats", true],
])("%s", (_kind, repeats) => {
  test.each<[string, readonly Named[], readonly string[]]>([
    ["names that come again", ["水渠", "道路", "水渠", "水渠"], ["水渠", "道路", "水渠", "水渠"]],
    [
      "ditto marks, and the name above once more",
      ["水渠", "道路", "同上", "〃", "水渠"],
      ["水渠", "道路", "道路", "道路", "水渠"],
    ],
    ["a mark with nothing above it", ["同上", "水渠", "同上"], ["", "水渠", "水渠"]],
    [
      "a merged name that stands alone elsewhere",
      ["道路", { text: "水渠", rows: 3 }, "水渠", "道路"],
      ["道路", "水渠", "水渠", "水渠", "水渠", "道路"],
    ],
    [
      "a number and the same as text",
      [2021, "水渠", "2021", "水渠", 2021],
      ["2021", "水渠", "2021", "水渠", "2021"],
    ],
    ["a blank name between others", ["水渠", undefined, "水渠", undefined], ["水渠", "", "水渠", ""]],
  ])("%s", (_what, names, expected) => {
    const { read, texts } = nameTexts(names, repeats);
    expect(read).toEqual(expected);
    // Under two numbers a project that was entered twice would pass for two.
    expect([...texts].sort()).toEqual([...new Set(expected)].sort());
  });
});
