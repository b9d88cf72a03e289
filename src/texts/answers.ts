/** What is said about answers: manual scores, evidence, what does not apply, explanations, tables pointed at. */
import type { Text } from "../core/pack/pack";

/** Words that an officer types where an item does not apply. */
export const NOT_APPLICABLE: Readonly<Record<"zh-CN" | "en", readonly string[]>> = {
  "zh-CN": ["不适用", "不涉及"],
  en: ["not applicable", "n/a"],
};

export const ANSWER_TEXTS = {
  /** What a file says of an item that it lists as such. */
  notApplicable: { "zh-CN": "不适用", en: "not applicable" },
  notJson: {
    "zh-CN": "答案文件不是有效的 JSON。请检查逗号、引号和括号后再试。",
    en: "The answers file is not valid JSON. Check its commas, quotes and brackets and try again.",
  },
  notObject: (where: string): Text => ({
    "zh-CN": `答案文件${where === "" ? "" : `的 ${where} `}应为一个 JSON 对象 {…}。请按文档改正。`,
    en: `The answers file${where === "" ? "" : `'s ${where}`} must be a JSON object {…}. Mend it as documented.`,
  }),
  notList: (where: string): Text => ({
    "zh-CN": `答案文件的 ${where} 应为一个列表 […]，如 ["13"]。请改正。`,
    en: `The answers file's ${where} must be a list […] such as ["13"]. Mend it.`,
  }),
  notText: (where: string): Text => ({
    "zh-CN": `答案文件的 ${where} 应为文字。请用引号括起来。`,
    en: `The answers file's ${where} must be text. Put it in quotes.`,
  }),
  tooLong: (where: string, limit: number): Text => ({
    "zh-CN": `答案文件的 ${where} 超过 ${limit} 个字符，一个单元格放不下。请缩短。`,
    en: `The answers file's ${where} is longer than the ${limit} characters that a cell holds. Shorten it.`,
  }),
  unknownField: (name: string, known: string): Text => ({
    "zh-CN": `答案文件里的“${name}”不认识。可用的有：${known}。`,
    en: `The answers file has an unknown field "${name}". Known are: ${known}.`,
  }),
  unknownItem: (where: string, no: string, known: string): Text => ({
    "zh-CN": `答案文件的 ${where} 里有指标“${no}”，指标包里没有它。现有指标：${known}。`,
    en: `The answers file's ${where} names item "${no}", which the pack does not have. Its items: ${known}.`,
  }),
  computedItem: (no: string, name: string): Text => ({
    "zh-CN": `指标 ${no}（${name}）的得分由程序计算，不接受人工打分。请从 scores 中删去它。`,
    en: `Item ${no} (${name}) is computed and takes no score by hand. Remove it from scores.`,
  }),
  scoreNotNumber: (no: string, name: string, typed: string): Text => ({
    "zh-CN": `指标 ${no}（${name}）的得分“${typed}”不是数字。请填写数字，如 4.5。`,
    en: `Item ${no} (${name}): the score "${typed}" is no number. Enter one such as 4.5.`,
  }),
  scoreOutOfRange: (no: string, name: string, typed: string, max: string): Text => ({
    "zh-CN": `指标 ${no}（${name}）的得分 ${typed} 超出范围，应在 0 到 ${max} 之间。请改正。`,
    en: `Item ${no} (${name}): the score ${typed} is out of range. It must be from 0 to ${max}.`,
  }),
  scoreTooFine: (no: string, name: string, typed: string): Text => ({
    "zh-CN": `指标 ${no}（${name}）的得分 ${typed} 小数过多，最多一位小数。请改正。`,
    en: `Item ${no} (${name}): the score ${typed} has too many decimals. At most one is taken.`,
  }),
  alwaysApplies: (no: string, name: string): Text => ({
    "zh-CN": `指标 ${no}（${name}）不能标为不适用。请从 notApplicable 中删去它。`,
    en: `Item ${no} (${name}) cannot be marked as not applicable. Remove it from notApplicable.`,
  }),
  scoredAndNotApplicable: (no: string, name: string): Text => ({
    "zh-CN": `指标 ${no}（${name}）既打了分又标为不适用。请只保留一个。`,
    en: `Item ${no} (${name}) is both scored and marked as not applicable. Keep one of the two.`,
  }),
  badExplanation: (key: string): Text => ({
    "zh-CN": `说明的键“${key}”写法不对，应为 规则@'工作表'!单元格，如 assets.original-value@'表5扶贫资产'!D8。`,
    en: `The explanation key "${key}" is malformed. Write RULE@'SHEET'!CELL, such as assets.original-value@'表5扶贫资产'!D8.`,
  }),
  unknownTable: (id: string, known: string): Text => ({
    "zh-CN": `答案文件的 tables 里有表“${id}”，指标包里没有它。现有的表：${known}。`,
    en: `The answers file's tables names table "${id}", which the pack does not have. Its tables: ${known}.`,
  }),
  badTablePlace: (id: string, address: string): Text => ({
    "zh-CN": `表 ${id} 的位置“${address}”写法不对，应为其第一个表头单元格，如 '表5扶贫资产'!A3。`,
    en: `The place "${address}" of table ${id} is malformed. Give its first header cell, such as '表5扶贫资产'!A3.`,
  }),
  sheetOverruled: (place: string, what: Text, file: Text, typed: string): Text => ({
    "zh-CN": `${what["zh-CN"]}：答案文件为“${file["zh-CN"]}”，${place} 为“${typed}”，以答案文件为准。`,
    en: `${what.en}: the answers file says "${file.en}", ${place} says "${typed}"; the answers file is taken.`,
  }),
  scoreOf: (no: string): Text => ({ "zh-CN": `指标 ${no} 的得分`, en: `Score of item ${no}` }),
  evidenceOf: (no: string): Text => ({
    "zh-CN": `指标 ${no} 的佐证材料`,
    en: `Evidence for item ${no}`,
  }),
  explanationReplaced: (rule: string, row: string, taken: string, left: string): Text => ({
    "zh-CN": `${rule}${row === "" ? "" : `（${row}）`}的说明：答案文件的“${taken}”取代原来的“${left}”。`,
    en: `Explanation of ${rule}${row === "" ? "" : ` (${row})`}: "${taken}" of the answers file replaces "${left}".`,
  }),
  overtyped: (no: string, place: string, typed: string): Text => ({
    "zh-CN": `指标 ${no} 的得分由程序计算，${place} 被改成“${typed}”，未采用；再次写入时恢复公式。`,
    en: `Item ${no} is computed; ${place} was changed to "${typed}", which is not taken. Writing again restores it.`,
  }),
  notCounted: (problem: Text): Text => ({
    "zh-CN": `${problem["zh-CN"]}在改正之前不计入总分。`,
    en: `${problem.en} It is not counted until then.`,
  }),
  entriesNotFound: (sheet: string, header: string): Text => ({
    "zh-CN": `在“${sheet}”里找不到表头“${header}”，其中的填写内容未能读回；沿用上次保存的内容。`,
    en: `The header "${header}" is not on "${sheet}" any more, so what was typed there could not be read back; what was kept last is used.`,
  }),
  entryWithoutFinding: (cell: string, text: string): Text => ({
    "zh-CN": `${cell} 填写的说明所在行没有登记问题，未能采用：“${text}”。请在任务窗格或答案文件里填写。`,
    en: `The explanation typed in ${cell} stands in a row without a recorded finding and is not taken: "${text}". Enter it in the task pane or an answers file.`,
  }),
} as const;
