/** Values of expressions with their cells and arithmetic. */
import { expect, test } from "@jest/globals";
import { compileExpression, evaluateExpression } from "../../../src/core/rules/language";
import { type Book, bookOf, type Column } from "./book";

const COLUMNS: readonly Column[] = [
  { name: "类", type: "text" },
  { name: "算", type: "money" },
  { name: "支", type: "money" },
  { name: "开工", type: "date" },
];
const BOOK = bookOf(
  {
    name: "表",
    columns: COLUMNS,
    rows: [
      ["甲", 10, 4, "2021年3月1日"],
      ["乙", 5.5, 5, undefined],
      ["甲", 20, "—", "待定"],
    ],
    totals: [["合计", 36, 9]],
  },
  { name: "缺表", columns: [{ name: "额", type: "money" }], rows: [], missing: true },
  { name: "元表", columns: [{ name: "额", type: "money" }], rows: [[5000]], unit: "元" },
);

function value(text: string, book: Book = BOOK) {
  const compiled = compileExpression(text, book.pack);
  if (!compiled.ok) throw new Error(compiled.errors.map(({ message }) => message.en).join());
  const found = evaluateExpression(compiled.value, book.context);
  return found.ok
    ? { value: found.value.toFixed(), unit: found.unit.name, text: found.text, cells: found.cells.length }
    : { why: found.why.en };
}

test.each([
  ["求和(表.算)", { value: "35.5", unit: "万元", text: "35.5", cells: 1 }],
  ["合计(表.算)", { value: "36", unit: "万元", text: "36", cells: 1 }],
  ["合计(表.支) / 合计(表.算)", { value: "0.25", unit: "", text: "9 ÷ 36", cells: 1 }],
  ['求和(表.算 当 表.类 = "甲") - 求和(表.支)', { value: "21", unit: "万元", text: "30 - 9", cells: 3 }],
  ["合计(元表.额) + 合计(表.算)", { value: "365000", unit: "元", text: "5000 + 36万元", cells: 2 }],
  ["2 * (合计(表.算) - 合计(表.支)) / 3", { value: "18", unit: "万元", text: "2 × (36 - 9) ÷ 3", cells: 1 }],
  ["计数(表)", { value: "3", unit: "", text: "3", cells: 0 }],
  [
    '计数(表 当 表.类 = "甲") / 计数(表)',
    { value: "0.6666666666666666666666666666666666666667", unit: "", text: "2 ÷ 3", cells: 0 },
  ],
  ["计数(表 当 有值(表.开工))", { value: "1", unit: "", text: "1", cells: 0 }],
  ["求和(表.算 - 表.支)", { value: "26.5", unit: "万元", text: "26.5", cells: 1 }],
  ["舍入(合计(表.算) / 7, 2)", { value: "5.14", unit: "万元", text: "5.14", cells: 1 }],
  ["最大(合计(表.算), 合计(表.支), 0)", { value: "36", unit: "万元", text: "36", cells: 1 }],
  ["绝对值(合计(表.支) - 合计(表.算))", { value: "27", unit: "万元", text: "27", cells: 1 }],
  ["舍入(7 / 2, 0)", { value: "4", unit: "", text: "4", cells: 0 }],
  ["-(合计(表.支) - 合计(表.算))", { value: "27", unit: "万元", text: "-(9 - 36)", cells: 1 }],
  ["合计(表.算) - (合计(表.支) - 1万元)", { value: "28", unit: "万元", text: "36 - (9 - 1)", cells: 1 }],
  ['计数(表) / 计数(表 当 表.类 = "丙")', { why: "the divisor is 0" }],
  ["合计(表.算) / (求和(表.算) - 35.5万元)", { why: "'表'!B4: the divisor is 0" }],
  ["求和(缺表.额)", { why: 'no table "缺表" was found' }],
  ["合计(表.算) / (合计(表.支) - 9万元)", { why: "'表'!C5: the divisor is 0" }],
  [
    "求和(表.算 当 表.开工 - 表.开工 <= 5)",
    { why: "'表'!D4: the cell does not hold the figure or date that it should" },
  ],
])("%s", (text, expected) => {
  expect(value(text)).toEqual(expected);
});
