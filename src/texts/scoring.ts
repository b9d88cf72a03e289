/** Sentences about scores that no single method owns. */
import type { Text } from "../core/pack/pack";

export const SCORING_TEXTS = {
  divisionByZero: (): Text => ({
    "zh-CN": "分母为 0，无法计算得分；请核对基础数据",
    en: "the divisor is 0, so there is no score; check the base data",
  }),
  moneyNeedsDivisor: (): Text => ({
    "zh-CN": "金额不能直接与数字比较；请在指标包里写明分母",
    en: "an amount cannot be compared with a plain number; give a denominator in the pack",
  }),
  unitsDiffer: (left: string, right: string): Text => ({
    "zh-CN": `分子（${left}）与分母（${right}）不是同一类数量；请修改指标包`,
    en: `numerator (${left}) and denominator (${right}) are quantities of different kinds; correct the pack`,
  }),
  tooLargeForFormula: (): Text => ({
    "zh-CN": "数值过大，表格公式的舍入不可靠，故直接写数值",
    en: "too large for a formula to round reliably, so the value is written",
  }),
  nearTie: (): Text => ({
    "zh-CN": "得分极接近四舍五入的分界，表格公式可能进错一位，故直接写数值",
    en: "so near to a rounding tie that a formula could round the wrong way, so the value is written",
  }),
  nearBand: (): Text => ({
    "zh-CN": "数值极接近分档界线，表格公式可能判错档，故直接写数值",
    en: "so near to a band's limit that a formula could take the wrong band, so the value is written",
  }),
  formulaTooLong: (): Text => ({
    "zh-CN": "公式过长，单元格放不下，故直接写数值",
    en: "the formula is too long for a cell, so the value is written",
  }),
  entered: (): Text => ({ "zh-CN": "手工填报", en: "entered by hand" }),
  notEntered: (max: string): Text => ({
    "zh-CN": `尚未填报；请填 0 至 ${max} 分`,
    en: `not entered yet; enter 0 to ${max} points`,
  }),
  deductionEntered: (score: string): Text => ({
    "zh-CN": `手工填报，扣 ${score} 分`,
    en: `entered by hand, ${score} points taken off`,
  }),
  scored: (max: string, score: string): Text => ({
    "zh-CN": `手工填报，满分 ${max} 分，自评 ${score} 分`,
    en: `entered by hand, ${score} of ${max} points`,
  }),
  outOfRange: (entry: string, max: string): Text => ({
    "zh-CN": `填写的「${entry}」不是 0 至 ${max} 之间、至多一位小数的分数，未计入；请改正`,
    en: `the entry "${entry}" is not a score from 0 to ${max} with at most one decimal and was not counted; correct it`,
  }),
  entryHasNoFormula: (): Text => ({
    "zh-CN": "手工填报的分数，没有公式",
    en: "a score entered by hand has no formula",
  }),
  noScore: (): Text => ({ "zh-CN": "没有得分，故没有公式", en: "there is no score, hence no formula" }),
  notApplicable: (scaling: string): Text => ({
    "zh-CN": `不适用，不计入满分；基本分折算：${scaling}`,
    en: `does not apply and leaves the maximum; base scaled: ${scaling}`,
  }),
  notApplicableOutside: (): Text => ({ "zh-CN": "不适用，不计分", en: "does not apply, not counted" }),
  base: (scale: string, sum: string, max: string, base: string): Text => ({
    "zh-CN": `${scale} × ${sum} ÷ ${max} = ${base}`,
    en: `${scale} × ${sum} ÷ ${max} = ${base}`,
  }),
  baseLeftOut: (scaling: string, left: string): Text => ({
    "zh-CN": `${scaling}（得分合计 ÷ 适用指标满分合计；不适用：${left}）`,
    en: `${scaling} (scores over applicable maxima; not applicable: ${left})`,
  }),
  noBase: (): Text => ({
    "zh-CN": "没有适用的指标，基本分为 0",
    en: "no indicator applies, so the base is 0",
  }),
  openErrors: (count: number): Text => ({
    "zh-CN": `提示：还有 ${count} 处错误未作说明，请先核实；程序不据此扣分`,
    en: `Note: errors not explained yet: ${count}; look into them first, the program takes nothing off for them`,
  }),
  withErrors: (basis: string, errors: string): Text => ({
    "zh-CN": `${basis}。${errors}`,
    en: `${basis}. ${errors}`,
  }),
  methodFaulty: (detail: string): Text => ({
    "zh-CN": `指标包里的计分方法有误，没有得分：${detail}`,
    en: `the pack's scoring method is faulty, so there is no score: ${detail}`,
  }),
  expressionFaulty: (expression: string, detail: Text): Text => ({
    "zh-CN": `指标包里的算式「${expression}」有误：${detail["zh-CN"]}`,
    en: `the pack's expression "${expression}" is faulty: ${detail.en}`,
  }),
  result: (sentence: Text, score: string): Text => ({
    "zh-CN": `${sentence["zh-CN"]}，得 ${score} 分`,
    en: `${sentence.en}: ${score} points`,
  }),
  noteBeside: (basis: string, why: string): Text => ({
    "zh-CN": `${basis}。注：${why}`,
    en: `${basis}. Note: ${why}`,
  }),

  parameterMissing: (name: string): Text => ({
    "zh-CN": `缺少参数「${name}」。`,
    en: `the parameter "${name}" is missing.`,
  }),
  parameterType: (what: Text): Text => ({ "zh-CN": `应为${what["zh-CN"]}。`, en: `should be ${what.en}.` }),
  nestedEntry: (name: string): Text => ({
    "zh-CN": `手工填报的方法 ${name} 不能作为组成部分。`,
    en: `${name} is entered by hand and cannot be a part.`,
  }),
  nestedTooDeep: (): Text => ({ "zh-CN": "计分方法嵌套过深。", en: "methods are nested too deep." }),
} as const;

/** Joins sentences with a semicolon. */
export function listed(texts: readonly Text[]): Text {
  return {
    "zh-CN": texts.map((text) => text["zh-CN"]).join("；"),
    en: texts.map((text) => text.en).join("; "),
  };
}
