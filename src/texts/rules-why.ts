/** Why a rule or a score could not be calculated. Each is a clause that stands after the cells concerned. */
import type { Text } from "../core/pack/pack";

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

export const WHY = {
  at: (cells: string, why: Text) => text(`${cells}：${why["zh-CN"]}`, `${cells}: ${why.en}`),
  tableMissing: (table: Text) => text(`没有找到“${table["zh-CN"]}”表`, `no table "${table.en}" was found`),
  tableAmbiguous: (table: Text) =>
    text(
      `“${table["zh-CN"]}”表在哪一处还没有认定，请先指定`,
      `it is not settled which place is the table "${table.en}"; point at it first`,
    ),
  columnMissing: (table: Text, column: Text) =>
    text(
      `“${table["zh-CN"]}”表没有找到“${column["zh-CN"]}”列`,
      `table "${table.en}" has no column "${column.en}"`,
    ),
  noMember: (table: Text, name: string) =>
    text(`“${table["zh-CN"]}”表没有“${name}”列`, `table "${table.en}" has no column for "${name}"`),
  noTotalRow: (table: Text) =>
    text(`“${table["zh-CN"]}”表没有合计行`, `table "${table.en}" has no total row`),
  noRow: (table: Text) => text(`“${table["zh-CN"]}”表没有这一行`, `table "${table.en}" has no such row`),
  noKeys: (dimension: Text) =>
    text(`各表没有共同的“${dimension["zh-CN"]}”`, `the tables share no "${dimension.en}"`),
  tooManyKeys: (most: number) =>
    text(`分组的组合超过 ${most} 个`, `there are more than ${most} combinations of keys`),
  noRows: (table: Text) => text(`“${table["zh-CN"]}”表没有数据行`, `table "${table.en}" has no data rows`),
  severalRows: (table: Text) =>
    text(`“${table["zh-CN"]}”表中有多行，无法确定用哪一行`, `table "${table.en}" has several such rows`),
  blankTotal: () => text("合计行此处为空", "the total row is blank here"),
  nothing: () => text("单元格为空", "the cell is empty"),
  merged: () =>
    text("数值所在单元格跨行合并，无法分到各行", "the figure stands in a cell merged over several rows"),
  divisionByZero: () => text("除数为 0", "the divisor is 0"),
  errorValue: () => text("单元格是错误值", "the cell holds an error value"),
  notANumber: () =>
    text("单元格里不是应有的数字或日期", "the cell does not hold the figure or date that it should"),
  notCalculated: () =>
    text(
      "公式没有计算结果，请在表格软件中重新计算并保存",
      "the formula has no stored value; recalculate and save the workbook",
    ),
  noCalendar: (year: number) =>
    text(`没有 ${year} 年的工作日历，无法计算工作日`, `there is no working-day calendar for ${year}`),
};
