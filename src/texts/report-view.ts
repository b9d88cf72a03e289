/** Every sentence and label of the pane's report view. */
import type { Text } from "../core/pack/pack";

function text(zh: string, en: string): Text {
  return { "zh-CN": zh, en };
}

export const REPORT_VIEW_TEXTS = {
  tab: text("报告核对", "Report"),
  hint: text(
    "选择自评报告（.docx 或 .txt），或把文字粘贴在下面：核对报告自身的数字，并与工作簿比较。",
    "Choose the self-evaluation report (.docx or .txt) or paste its text below: its figures are held against each other and against the workbook.",
  ),
  choose: text("选择报告", "Choose report"),
  paste: text("粘贴报告文字", "Paste the report's text"),
  checkPasted: text("核对粘贴的文字", "Check the pasted text"),
  pasted: text("粘贴的文字", "Pasted text"),
  other: text("换一份", "Another report"),
  draft: text("起草报告", "Draft a report"),
  drafting: text("正在起草…", "Drafting…"),
  draftNeedsCheck: text(
    "校验工作簿后可以起草报告。",
    "Check the workbook first, then a report can be drafted.",
  ),
  draftName: text("自评报告.docx", "self-evaluation-report.docx"),
  reading: (name: string): Text => text(`正在读取 ${name}…`, `Reading ${name}…`),
  noBook: text("尚未校验工作簿：只核对报告自身。", "The workbook is not checked yet: the report alone is."),
  showLooks: (count: number): Text =>
    text(`也显示 ${count} 处可疑（请自行判断）`, `Show ${count} more to look at and judge yourself`),
  look: text("请看一看", "Look"),
  all: text("没有发现不一致。", "Nothing disagrees."),
  cell: (cell: string): Text => text(`到工作簿 ${cell}`, `Go to ${cell}`),
  onlyOne: (count: number): Text =>
    text(`只在报告或只在工作簿中的 ${count} 项`, `${count} facts in only one of both`),
  more: (count: number): Text => text(`还有 ${count} 处`, `${count} more`),
  gaps: (gaps: number): Text =>
    text(
      `报告已起草，留有 ${gaps} 处【】待填写。`,
      `The report is drafted, with ${gaps} gaps 【】 to fill in.`,
    ),
  failed: (detail: string): Text =>
    text(`没有做成（${detail}）。请再试一次。`, `It failed (${detail}). Try again.`),
} as const;
