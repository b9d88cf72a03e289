import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { headerRowsOf, isGroupRow, isTitleRow } from "../../../src/core/tables/header-rows";
import { type HeaderText, headerText } from "../../../src/core/tables/header-text";
import { lexiconOf } from "../../../src/core/tables/lexicon";
import { SheetBuilder } from "../../../src/core/workbook/snapshot";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021/index";
import { draw } from "./draw";

const lexicon = lexiconOf(pack.tables, pack.dimensions);
const words = [...lexicon.words];

describe("rows with header words", () => {
  const around = fc.constantFrom(
    "",
    "（万元）",
    "2021年",
    "截至2021年底",
    "其中：",
    "1.",
    "一、",
    "①",
    "12",
    "元",
    "金额单位万元",
    " ",
    "＼",
    "项目",
    "村",
  );
  const text = fc
    .tuple(
      around,
      fc.oneof(fc.constantFrom(...words), fc.constantFrom("产业路建设", "项目123", "合计", "１２３")),
      around,
    )
    .map((parts) => parts.join(""));

  test("are those whose cells read as words of the tables, however far the sparing of texts goes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }), (rows) => {
        const sheet = new SheetBuilder("表");
        rows.forEach((cells, row) => cells.forEach((cell, column) => sheet.setText(row, column, cell)));
        const isWord = (cell: string): boolean => {
          const { full, bare, pieces } = headerText(cell);
          return cell.length <= 60 && [full, bare, ...pieces].some((word) => lexicon.words.has(word));
        };
        const expected = rows.flatMap((cells, row) => (cells.every(isWord) ? [row] : []));
        const { worded } = headerRowsOf(sheet, { lexicon, read: headerText });
        expect([...worded]).toEqual(expected);
      }),
      { numRuns: 400, seed: 20211130 },
    );
  });

  test("lowest rows are given top to bottom: not one that years split, and all that a merged cell reaches", () => {
    const drawn = (rows: readonly (readonly (string | number | undefined)[])[], merges: readonly string[]) =>
      headerRowsOf(draw("表", rows, merges), { lexicon, read: headerText });
    const head = ["序号", "县市", "预算安排数", undefined, "实际支出数", undefined];
    const years = ["2020年", "2021年", "2020年", "2021年"];
    const body = [1, "轮台县", 9, 10, 9, 8];
    expect(drawn([head, [undefined, undefined, ...years], body], [])).toEqual({
      lowest: [1],
      worded: new Set([0]),
    });
    const tail = ["结转结余", "执行率", "结转原因"];
    expect(drawn([[...head, ...tail], [" ", "　", ...years.slice(0, 2), " ", " "], body], []).lowest).toEqual(
      [1],
    );
    expect(drawn([["预算执行"], head, body, [], body], []).lowest).toEqual([1]);
    expect(drawn([head], []).lowest).toEqual([0]);
    expect(drawn([head, [undefined, undefined, "北片", "南片"], body], []).lowest).toEqual([0, 1]);
    // The blank row is reached by the merged cell alone, after the row of words below it.
    const parts = [undefined, undefined, "预算安排数", undefined, "实际支出数", undefined];
    expect(drawn([head, [], parts, body], ["A1:A2"])).toEqual({ lowest: [0, 1, 2], worded: new Set([0, 2]) });
  });

  test("names of projects are told apart without being read as headers", () => {
    const sheet = new SheetBuilder("表");
    for (let row = 0; row < 500; row += 1) {
      sheet.setText(row, 0, `项目${row}`);
      sheet.setText(row, 1, `焉耆镇第${row}村饮水工程`);
    }
    let read = 0;
    const counted = (cell: string): HeaderText => {
      read += 1;
      return headerText(cell);
    };
    expect(headerRowsOf(sheet, { lexicon, read: counted }).worded.size).toBe(0);
    expect(read).toBe(0);
  });
});

describe("a row above headers", () => {
  const span = { left: 1, right: 3 };
  type Drawn = readonly [cells: readonly (string | undefined)[], merges: readonly string[]];
  const _ = undefined;
  const below = ["序号", "县市", "资产原值", "资产现值", "备注"];

  test.each<[...Drawn, boolean]>([
    [[_, "预算执行情况表"], ["B1:D1"], true],
    [["预算执行情况表"], ["A1:E1"], true],
    [["预算执行情况表"], ["A1:C1"], false],
    [[_, "预算执行情况表"], [], false],
    [[_, "预算执行情况表"], ["B1:C1"], false],
    [[_, _, "预算执行情况表"], ["C1:D1"], false],
    [["其他", "预算执行情况表", _, _, "其他"], ["B1:D1"], true],
    [[_, "预算", "支出", "执行率"], [], false],
    [[_, _, _, "单位：万元"], [], true],
    [[_, "填报日期", "2021年"], [], true],
    [[_, "附表3"], [], true],
    [["单位：万元"], [], false],
    [[_], [], false],
  ])("%j merged %j holds a title or a unit line: %s", (cells, merges, title) => {
    expect(isTitleRow(draw("表", [cells, below], merges), 0, span)).toBe(title);
  });

  test.each<[...Drawn, boolean]>([
    [[_, _, "资产原值"], ["C1:D1"], true],
    [[_, "别的"], ["B1:C1"], true],
    [[_, "别的"], ["B1:D1"], false],
    [[_, _, "资产原值"], [], true],
    [[_, _, "别的"], [], false],
    [[_, _, _, "资产原值"], [], true],
    [[_, "  ", "资产原值"], [], true],
    // A lone word over the first column heads no group; two words do.
    [[_, "资产原值"], [], false],
    [[_, "资产原值", "资产现值"], [], true],
    [[_, "资产原值", "单位：万元"], [], false],
    [["资产原值", _, _, _, "资产现值"], [], false],
    [[_], [], false],
  ])("%j merged %j holds group headers: %s", (cells, merges, groups) => {
    expect(isGroupRow(draw("表", [cells, below], merges), 0, span, { lexicon, read: headerText })).toBe(
      groups,
    );
  });
});
