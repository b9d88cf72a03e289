/** Rows of a table drawn beside the letter of what each is. */
import { expect } from "@jest/globals";
import type { SheetBuilder } from "../../../src/core/workbook/snapshot";
import { type Cell, draw, findOne } from "./draw";

const _ = undefined;
export const HEAD: readonly Cell[] = ["序号", "县市", "预算数", "支出数", "结转结余", "执行率", "结转原因"];
export const A: readonly Cell[] = [1, "轮台县", 10, 8, 2, 0.8];
export const B: readonly Cell[] = [2, "和静县", 20, 20, 0, 1];
export const C: readonly Cell[] = [3, "焉耆回族自治县", 5, 5, 0, 1];
export const SUM: readonly Cell[] = [_, "合计", 35, 33, 2, 0.94];
export const PROJECT_HEAD: readonly Cell[] = [
  ...["序号", "县市", "乡镇", "村", "项目名称", "项目类别", "中央提前批", "中央新增", "自治区", "自治州"],
  ...["地方政府债券", "县市配套", "计划投入合计", "实际支出", "开工日期", "完工日期", "是否完工", "绩效目标"],
];

/** d data, T 合计 of the table, S of a part, p splits the row above, - none of the table's; the headers stand above them. */
export type Letter = "d" | "T" | "S" | "p" | "-";
export type Lettered = readonly [Letter, ...Cell[]];

interface More {
  readonly merges?: readonly string[];
  /** What is not drawn: errors, truth values, formulas. */
  readonly touch?: (sheet: SheetBuilder) => void;
  readonly table?: string;
  readonly head?: readonly Cell[];
}

export function expectLetters(lines: readonly Lettered[], more: More = {}): void {
  const { merges, touch = () => {}, table: id = "execution", head = HEAD } = more;
  const sheet = draw("表", [head, ...lines.map(([, ...cells]) => cells)], merges);
  touch(sheet);
  const table = findOne([sheet], id);
  const letters = lines.map(([, ...cells], index): string => {
    const row = index + 1;
    const kinds: readonly (readonly [Letter, readonly number[]])[] = [
      ["d", [...table.rows]],
      ["T", table.totalRows],
      ["S", table.subtotalRows],
      ["p", table.partRows],
    ];
    const letter = kinds.find(([, rows]) => rows.includes(row))?.[0] ?? "-";
    return `${letter} ${cells.join(" ")}`;
  });
  expect(letters).toEqual(lines.map(([letter, ...cells]) => `${letter} ${cells.join(" ")}`));
  const own = lines.map(([letter], index) => (letter === "-" ? 0 : index + 1));
  expect(table.range.bottom).toBe(Math.max(...own));
}

export const d = (row: readonly Cell[]): Lettered => ["d", ...row];
export const T = (row: readonly Cell[]): Lettered => ["T", ...row];
