/** What the evaluation as a whole says: its steps, and answers that cannot be read. */
import type { Text } from "../core/pack/pack";

export const EVALUATION_TEXTS = {
  reading: { "zh-CN": "读取工作簿", en: "Reading the workbook" },
  recognising: { "zh-CN": "识别表格", en: "Recognising tables" },
  scoring: { "zh-CN": "计算得分", en: "Scoring" },
  answersUnreadable: {
    "zh-CN": "工作簿中保存的自评答案已损坏，无法读取；请重新填写，或用 --answers 提供。",
    en: "The answers kept in the workbook are damaged and cannot be read; enter them again or give them with --answers.",
  },
} as const satisfies Readonly<Record<string, Text>>;
