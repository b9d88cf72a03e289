/** What is said when a file cannot be read or written: what is the matter and what to do, in both languages. */
import type { Text } from "../core/pack/pack";

/** What a workbook may hold only so much of. */
const COUNTED = {
  oldFile: { "zh-CN": "xls 文件的字节数", en: "bytes of an .xls file" },
  wholePart: { "zh-CN": "文件内部部件的字节数", en: "bytes of an inner part" },
  sheets: { "zh-CN": "工作表数", en: "sheets" },
  cells: { "zh-CN": "单元格数", en: "cells" },
  pages: { "zh-CN": "分散的单元格区域数", en: "scattered areas of cells" },
  sharedTexts: { "zh-CN": "文本数", en: "texts" },
  textLength: { "zh-CN": "单个文本的字数", en: "characters of one text" },
  formulas: { "zh-CN": "公式数", en: "formulas" },
  merges: { "zh-CN": "合并区域数", en: "merged areas" },
  token: { "zh-CN": "单个标记的字节数", en: "bytes of one tag or text" },
  xmlDepth: { "zh-CN": "XML 嵌套层数", en: "depth of XML" },
  attributes: { "zh-CN": "单个元素的属性数", en: "attributes of one element" },
} as const satisfies Readonly<Record<string, Text>>;

export const FILE_TEXTS = {
  empty: {
    "zh-CN": "文件是空的（0 字节）。请重新导出或换一份工作簿。",
    en: "The file is empty (0 bytes). Export it again or choose another workbook.",
  },
  notZip: {
    "zh-CN": "这不是 Excel 工作簿（.xlsx/.xlsm）。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。",
    en: "This is not an Excel workbook (.xlsx/.xlsm). Open it in Excel or WPS, save it as .xlsx and try again.",
  },
  plainText: {
    "zh-CN": "这是文本文件，不是 Excel 工作簿。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。",
    en: "This is a text file, not an Excel workbook. Open it in Excel or WPS, save it as .xlsx and try again.",
  },
  otherFormat: (format: string): Text => ({
    "zh-CN": `这是 ${format} 文件，不是 Excel 工作簿（.xlsx/.xlsm/.xls）。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
    en: `This is a ${format} file, not an Excel workbook (.xlsx/.xlsm/.xls). Open it in Excel or WPS, save it as .xlsx and try again.`,
  }),
  damaged: (detail: string): Text => ({
    "zh-CN": `文件已损坏或不完整（${detail}）。请重新获取原文件，或用 Excel 打开修复后另存再试。`,
    en: `The file is damaged or incomplete (${detail}). Get the original again, or let Excel repair it and save it anew.`,
  }),
  encrypted: {
    "zh-CN": "文件已加密。请在 Excel 或 WPS 中去掉打开密码后另存再试。",
    en: "The file is encrypted. Remove the password in Excel or WPS, save it and try again.",
  },
  tooLarge: (what: string, limit: string): Text => ({
    "zh-CN": `文件超出可处理的上限（${what}，上限 ${limit}）。请删去无关的工作表或图片后再试。`,
    en: `The file is beyond what can be handled (${what}, limit ${limit}). Remove sheets or pictures that are not needed and try again.`,
  }),
  tooMany: (what: keyof typeof COUNTED, limit: number, place: string): Text => ({
    "zh-CN": `文件超出可处理的上限（${COUNTED[what]["zh-CN"]}${place === "" ? "" : `，${place}`}，上限 ${limit}）。请删去无关的工作表和空白区域，或拆分后再试。`,
    en: `The file is beyond what can be handled (${COUNTED[what].en}${place === "" ? "" : `, ${place}`}, limit ${limit}). Remove sheets and blank areas that are not needed, or split it, and try again.`,
  }),
  missingPart: (part: string): Text => ({
    "zh-CN": `文件不完整：缺少 ${part}。请用 Excel 打开修复后另存再试。`,
    en: `The file is incomplete: ${part} is missing. Let Excel repair it, save it and try again.`,
  }),
  badXml: (part: string): Text => ({
    "zh-CN": `文件已损坏：${part} 的内容无法解析。请用 Excel 打开修复后另存再试。`,
    en: `The file is damaged: ${part} cannot be parsed. Let Excel repair it, save it and try again.`,
  }),
  notWorkbook: {
    "zh-CN": "这个压缩包里没有工作簿。请选择 Excel 工作簿（.xlsx/.xlsm）。",
    en: "There is no workbook in this package. Choose an Excel workbook (.xlsx/.xlsm).",
  },
  stylesFull: {
    "zh-CN": "工作簿的单元格格式已达上限，无法再添加工作表。请在 Excel 中清理多余的单元格样式后再试。",
    en: "The workbook has as many cell formats as it can hold. Remove unused cell styles in Excel and try again.",
  },
  structureLocked: {
    "zh-CN": "工作簿的结构已受保护，不能添加工作表。请在 Excel“审阅”中撤销“保护工作簿”后再试。",
    en: "The workbook's structure is protected, so no sheet can be added. Unprotect the workbook (Review) and try again.",
  },
  signed: {
    "zh-CN": "工作簿带有数字签名，写入会使签名失效。请先另存一份去掉签名的副本再试。",
    en: "The workbook is digitally signed and writing would break the signature. Save a copy without the signature and try again.",
  },
  notVerified: (detail: string): Text => ({
    "zh-CN": `写出前的自检没有通过（${detail}），因此没有写出任何文件。请把此工作簿用 Excel 另存为 .xlsx 后再试。`,
    en: `The check before writing failed (${detail}), so nothing was written. Save the workbook as .xlsx in Excel and try again.`,
  }),
} as const;
