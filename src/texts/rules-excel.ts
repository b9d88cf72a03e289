/** Why a score or fact has no live formula: the sheet then carries the value itself. */
import type { Text } from "../core/pack/pack";

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

export const EXCEL_WHY = {
  noRows: () => text("没有数据行", "there are no data rows"),
  workingDays: () =>
    text(
      "工作日按国务院放假安排计算，表格公式没有这一日历",
      "working days follow the State Council's calendar, which formulas do not know",
    ),
  scattered: () => text("数据行过于分散", "the data rows are too scattered"),
  textFigure: () =>
    text(
      "有数值以文本形式存放，公式无法可靠读取",
      "a figure is held as text, which a formula cannot read reliably",
    ),
  converted: () => text("有单元格的单位与列不同", "a cell is in another unit than its column"),
  unreadable: () => text("有单元格不是数值", "a cell holds no figure"),
  mark: () =>
    text(
      "有单元格以“—”等符号表示无，公式会把它当作文字",
      "a cell holds a mark for nothing, which a formula takes for text",
    ),
  times: () => text("日期带有时刻或不是日期序号", "a date carries a time of day or is no serial number"),
  letters: () => text("有文字只差大小写", "texts differ in capital letters only"),
  spellings: () => text("同一名称的写法过多", "one name has too many spellings"),
  numberKeys: () => text("用作条件的列里有数字", "the column that is matched holds numbers"),
  merged: () =>
    text("用作条件的列有跨行合并的单元格", "the column that is matched has cells merged over rows"),
  tooInvolved: () =>
    text(
      "条件较复杂，无法写成各软件结果一致的公式",
      "the condition is too involved for a formula that all programs calculate alike",
    ),
};
