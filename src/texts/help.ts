/** What to do about findings that belong to no pack. */
import type { Text } from "../core/pack/pack";
import { FINDING_NAMES } from "./sheets";

interface HelpTexts {
  readonly name: Text;
  readonly help: Text;
}

function entry(id: string, chinese: string, english: string): readonly [string, HelpTexts] {
  const help = { "zh-CN": chinese, en: english };
  return [id, { name: FINDING_NAMES[id] ?? { "zh-CN": id, en: id }, help }];
}

function report(id: string, name: Text, chinese: string, english: string): readonly [string, HelpTexts] {
  return [id, { name, help: { "zh-CN": chinese, en: english } }];
}

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

export const GENERAL_HELP: Readonly<Record<string, HelpTexts>> = Object.fromEntries([
  entry(
    "table.missing",
    "在工作簿里找不到这张表：确认表没有被删掉，表头文字没有改动；表还在的，选中它表头的第一个单元格，用“指定表头”告诉程序。",
    "The workbook does not seem to hold this table. See that it was not deleted and its headers are worded as usual; where it is there, select its first header cell and point at it.",
  ),
  entry(
    "table.ambiguous",
    "有两处都像这张表（多半是复制出来的旧表）：删掉或改名不用的那一份，或用“指定表头”选定一处。若是一张表分成（一）（二）几处，选一处会漏掉其余的行：先把它们合到一处。",
    "Two places look like this table, an old copy most likely. Delete or rename the one not in use, or point at the right one. Where one table was parted over several places, put it together first: one of them alone would leave rows out.",
  ),
  entry(
    "column.missing",
    "表里缺少这一列，或表头写法认不出：补上这一列，或把表头改回通知的写法。",
    "The table lacks this column or its header is not understood. Add it, or word the header as the notice does.",
  ),
  entry(
    "data.error-value",
    "单元格是 #REF!、#DIV/0! 等错误值：多半是公式引用的行列被删了，请重写公式或直接填数。",
    "The cell holds #REF!, #DIV/0! or the like: a formula lost what it refers to. Write it anew or enter the figure.",
  ),
  entry(
    "data.not-a-number",
    "应填数字的地方是文字：只填数字，单位写在表头；没有的填 0、留空或用“-”。",
    "Words stand where a figure belongs. Enter the figure alone; for nothing enter 0, a dash, or leave it blank.",
  ),
  entry(
    "data.text-number",
    "数字是以文本保存的，程序照样读了，但 Excel 的求和会漏掉它：选中后用“转换为数字”。",
    "The figure is held as text. It was read all the same, but Excel's sums leave it out: convert it to a number.",
  ),
  entry(
    "data.not-calculated",
    "公式没有保存计算结果：用 Excel 或 WPS 打开，重新计算并保存后再校验。",
    "The formula has no stored result. Open the workbook in Excel or WPS, calculate, save and check again.",
  ),
  entry(
    "data.unit",
    "单位不一致：程序已按各自的单位换算；请核对表头的单位和数字格式是否写对。",
    "Units differ and were converted. See that the units in headers and number formats are right.",
  ),
  ...(
    [
      ["report.parts", text("分项之和", "Sum of parts")],
      ["report.rate", text("比率", "Rate")],
      ["report.equal", text("前后一致", "Same figure")],
      ["report.balance", text("结余", "Balance")],
      ["report.progress", text("进度", "Progress")],
      ["report.repeated", text("重复出现的数字", "Figure stated twice")],
      ["report.same", text("相同事实", "Same fact")],
      ["report.workbook", text("报告与基础数据表", "Report against workbook")],
      ["report.score-item", text("报告中的单项得分", "Score of an indicator in the report")],
      ["report.score-sum", text("报告中的得分之和", "Sum of scores in the report")],
      ["report.score-total", text("报告中的总分", "Total in the report")],
    ] as const
  ).map(([id, name]) =>
    report(
      id,
      name,
      "对照报告里的这句话和基础数据表：以核实后的数字为准，两边改成一致；请您核对的，确认无误即可不管。",
      "Compare the sentence of the report with the workbook and mend whichever is wrong; what you are only asked to look at may be left where it is right.",
    ),
  ),
]);
