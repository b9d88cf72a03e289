/** What is said when Excel cannot do what was asked: what is the matter and what to do, in both languages. */
import type { Text } from "../core/pack/pack";

export const EXCEL_TEXTS = {
  cellEdit: {
    "zh-CN": "有单元格正在编辑。请先按 Enter 或 Esc 结束编辑，再重试。",
    en: "A cell is being edited. Press Enter or Esc first, then try again.",
  },
  protectedSheet: (names: readonly string[]): Text => ({
    "zh-CN": `工作表${names.map((name) => `“${name}”`).join("、")}受保护，不能写入。请在“审阅”中撤销工作表保护后重试。`,
    en: `Protected, so nothing can be written there: ${names.join(", ")}. Unprotect the sheet (Review) and try again.`,
  }),
  denied: {
    "zh-CN": "Excel 拒绝了写入（工作表或工作簿受保护）。请在“审阅”中撤销保护后重试。",
    en: "Excel refused to write: a sheet or the workbook is protected. Unprotect it (Review) and try again.",
  },
  protectedStructure: {
    "zh-CN": "工作簿的结构受保护，不能添加工作表。请在“审阅”中撤销“保护工作簿”后重试。",
    en: "The workbook's structure is protected, so no sheet can be added. Unprotect the workbook (Review) and try again.",
  },
  readOnly: {
    "zh-CN": "工作簿是以只读方式打开的。请先另存一份副本，再在副本中写入。",
    en: "The workbook is open read-only. Save a copy first and write into the copy.",
  },
  manualCalculation: {
    "zh-CN": "工作簿是手动计算，有公式还没有重新计算，数字可能是旧的。请按 F9 计算后再校验。",
    en: "The workbook calculates manually and some formulas are out of date. Press F9 to calculate, then check again.",
  },
  tooOld: (wanted: string): Text => ({
    "zh-CN": `这个版本的 Excel 太旧（需要 ExcelApi ${wanted}）。请更新 Office，或在浏览器中打开衡表并选择工作簿文件。`,
    en: `This Excel is too old (ExcelApi ${wanted} is needed). Update Office, or open Hengbiao in a browser and choose the workbook file.`,
  }),
  scriptBlocked: {
    "zh-CN":
      "没有载入 Office 的脚本（可能被网络拦截）。请检查网络后重新打开窗格，或在浏览器中打开衡表并选择工作簿文件。",
    en: "Office's script could not be loaded (the network may block it). Check the network and open the pane again, or open Hengbiao in a browser and choose the workbook file.",
  },
  noHost: {
    "zh-CN": "衡表没有运行在 Excel 里。请从 Excel 的功能区打开，或直接选择工作簿文件。",
    en: "Hengbiao is not running inside Excel. Open it from Excel's ribbon, or choose a workbook file.",
  },
  silent: {
    "zh-CN": "Excel 没有应答。请关闭窗格后重新打开；若仍无应答，请重启 Excel。",
    en: "Excel does not answer. Close the pane and open it again; if that does not help, restart Excel.",
  },
  lost: {
    "zh-CN": "与 Excel 的连接中断或超时。请重试；若仍失败，请关闭窗格后重新打开。",
    en: "The connection to Excel was lost or took too long. Try again; if it fails again, close the pane and open it anew.",
  },
  tooLarge: {
    "zh-CN": "数据量超出 Excel 一次能传送的上限。请删去无关的工作表或空白区域后重试。",
    en: "There is more data than Excel passes on at once. Remove sheets or blank areas that are not needed and try again.",
  },
  sheetTooLarge: (name: string): Text => ({
    "zh-CN": `工作表“${name}”的已用区域过大。请删去远处的多余单元格（选中后“清除全部”）再重试。`,
    en: `The used area of the sheet “${name}” is too large. Clear stray cells far away from the tables and try again.`,
  }),
  changedMeanwhile: {
    "zh-CN": "工作簿在处理中被改动（工作表被增删、改名或数字被修改）。没有写入任何内容，请重新校验。",
    en: "The workbook was changed meanwhile (a sheet came, went or was renamed, or figures changed). Nothing was written; check again.",
  },
  sheetGone: (name: string): Text => ({
    "zh-CN": `工作表“${name}”已不在工作簿中。请重新校验。`,
    en: `The sheet “${name}” is no longer in the workbook. Check again.`,
  }),
  cancelled: { "zh-CN": "已取消，工作簿没有改动。", en: "Cancelled; the workbook is unchanged." },
  notWritten: (place: string): Text => ({
    "zh-CN": `写入后核对不一致（${place}），已恢复原状。请重试；若仍出现，请检查该处的数据验证或保护。`,
    en: `What was written does not read back (${place}); everything was put back. Try again; if it stays, look for protection there.`,
  }),
  notRestored: {
    "zh-CN": "写入失败，恢复原状时 Excel 也没有应答。请用“撤销”或不保存关闭后重新打开，再重试。",
    en: "Writing failed and Excel did not answer when the old state was put back. Undo, or close without saving and open again, then retry.",
  },
  other: (detail: string): Text => ({
    "zh-CN": `Excel 报告错误：${detail}。工作簿没有改动，请重试；若仍出现，请重新打开工作簿。`,
    en: `Excel reports an error: ${detail}. The workbook is unchanged; try again, or open the workbook anew if it stays.`,
  }),
} as const;
