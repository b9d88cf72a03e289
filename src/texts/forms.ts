/** What is said about forms. */
import type { Text } from "../core/pack/pack";

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

export const FORM_TEXTS = {
  notRun: (form: string, why: string, others: number): Text =>
    text(
      `${form}：${why}${others > 0 ? `（另有 ${others} 张表单同样未运行）` : ""}`,
      `${form}: ${why}${others > 0 ? ` (and ${others} more forms)` : ""}`,
    ),
} as const;
