/** What is said when a report cannot be read or a draft not written. */
import type { Text } from "../core/pack/pack";

function text(zh: string, en: string): Text {
  return { "zh-CN": zh, en };
}

export const REPORT_FILE_TEXTS = {
  empty: text(
    "报告文件是空的（0 字节）。请重新导出或换一份报告。",
    "The report is empty (0 bytes). Export it again or choose another file.",
  ),
  oldWord: text(
    "这是旧版 Word 文档（.doc）。请用 Word 或 WPS 打开后另存为 .docx 再试。",
    "This is an old Word document (.doc). Open it in Word or WPS, save it as .docx and try again.",
  ),
  otherFormat: (format: string): Text =>
    text(
      `这是 ${format} 文件，不是 Word 文档（.docx）或文本文件（.txt）。请在原软件中另存为 .docx，或把文字粘贴到 .txt 再试。`,
      `This is a ${format} file, not a Word document (.docx) or a text file (.txt). Save it as .docx, or paste its text into a .txt file, and try again.`,
    ),
  workbook: text(
    "这是 Excel 工作簿，不是报告。报告请选 Word 文档（.docx）或文本文件（.txt）。",
    "This is an Excel workbook, not a report. Choose a Word document (.docx) or a text file (.txt).",
  ),
  notWord: text(
    "这个压缩包里没有 Word 文档。报告请选 .docx 或 .txt 文件。",
    "There is no Word document in this package. Choose a .docx or .txt file.",
  ),
  encrypted: text(
    "报告已加密。请在 Word 或 WPS 中去掉打开密码后另存再试。",
    "The report is encrypted. Remove the password in Word or WPS, save it and try again.",
  ),
  damaged: (part: string): Text =>
    text(
      `报告已损坏或不完整（${part}）。请用 Word 或 WPS 打开修复后另存再试。`,
      `The report is damaged or incomplete (${part}). Let Word or WPS repair it, save it anew and try again.`,
    ),
  tooLong: (limit: string): Text =>
    text(
      `报告太长（上限 ${limit} 字）。请分成几份再试。`,
      `The report is too long (limit ${limit} characters). Split it and try again.`,
    ),
  garbled: text(
    "报告是乱码，文字编码不对。请用 Word、WPS 或记事本打开原文件，另存为 UTF-8 编码的 .txt 或 .docx 再试。",
    "The report's characters are garbled by a wrong encoding. Open the original and save it as a UTF-8 .txt or as .docx, then try again.",
  ),
  noText: text(
    "报告里没有文字。扫描件或图片里的文字读不到，请换成可复制文字的 .docx 或 .txt。",
    "There is no text in the report. Text in scans or pictures cannot be read; use a .docx or .txt with real text.",
  ),
} as const;
