/** Why a pack was chosen. */
import type { Text } from "../core/pack/pack";

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

export interface ChoiceFacts {
  readonly found: number;
  readonly of: number;
  readonly forms: number;
  readonly year: number | undefined;
  readonly yearFits: "same" | "other" | "unsaid";
  readonly years: readonly number[];
}

export const CHOICE_TEXTS = {
  chosen: (by: "workbook" | "officer" | "default", reason: Text): Text =>
    by === "workbook"
      ? text(`按工作簿选用：${reason["zh-CN"]}`, `chosen by the workbook: ${reason.en}`)
      : by === "officer"
        ? text(`按您的选择：${reason["zh-CN"]}`, `chosen by you: ${reason.en}`)
        : text(
            `没有指标包适用，用默认的：${reason["zh-CN"]}`,
            `no pack applies, so the default is taken: ${reason.en}`,
          ),
  alsoFits: (title: string, id: string, reason: string): Text =>
    text(`也适用：${title}（--pack ${id}）：${reason}`, `also applies: ${title} (--pack ${id}): ${reason}`),
  reason({ found, of, forms, year, yearFits, years }: ChoiceFacts): Text {
    const zh: string[] = [];
    const en: string[] = [];
    if (of > 0 && (found > 0 || forms === 0)) {
      zh.push(found === 0 ? "没有认出它的表" : `认出它的 ${of} 张必需表中的 ${found} 张`);
      en.push(found === 0 ? "none of its tables was found" : `${found} of its ${of} required tables found`);
    }
    if (forms > 0) {
      zh.push(`认出 ${forms} 张自评表`);
      en.push(`${forms} forms found`);
    } else if (of === 0) {
      zh.push("没有认出自评表");
      en.push("no form found");
    }
    if (year !== undefined) {
      if (yearFits === "same") {
        zh.push(`标题写明 ${year} 年度`);
        en.push(`titles name the year ${year}`);
      } else if (yearFits === "other") {
        zh.push(`标题写的是 ${years.join("、")} 年，不是 ${year} 年`);
        en.push(`titles name ${years.join(", ")}, not ${year}`);
      } else {
        zh.push(`工作簿没有写年度（指标包为 ${year} 年度）`);
        en.push(`the workbook names no year (the pack is for ${year})`);
      }
    }
    return text(zh.join("，"), en.join("; "));
  },
} as const;
