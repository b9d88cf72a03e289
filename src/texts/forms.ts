/** What is said about forms. */
import type { Text } from "../core/pack/pack";

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

export const FORM_TEXTS = {
  notRun: (form: string, why: string, others: number): Text =>
    text(
      `${form}：${why}${others > 0 ? `（另有 ${others} 张表单同样未运行。）` : ""}`,
      `${form}: ${why}${others > 0 ? ` (and ${others} more ${others === 1 ? "form" : "forms"})` : ""}`,
    ),
} as const;

/** The name stands in both languages, as those of our other sheets. */
export const FORM_SHEET_TEXTS = {
  name: "绩效自评汇总表",
  title: text("项目支出绩效自评汇总表", "Self-evaluation forms of projects"),
} as const;

export const FORM_HEADINGS: readonly Text[] = [
  text("序号", "序号\nNo."),
  text("项目名称", "项目名称\nProject"),
  text("位置", "位置\nCells"),
  text("总分", "总分\nTotal"),
  text("等次", "等次\nGrade"),
  text("错误", "错误\nErrors"),
  text("警告", "警告\nWarnings"),
  text("提示", "提示\nNotices"),
];
