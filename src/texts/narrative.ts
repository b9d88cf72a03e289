/** What is said about a narrative: its figures against each other, the workbook and the scores. */
import type { Text } from "../core/pack/pack";

function text(zh: string, en: string): Text {
  return { "zh-CN": zh, en };
}

const BANDS = {
  notice: text("四舍五入可以解释", "rounding explains it"),
  warning: text("截断（去尾）才能解释，请核对", "only truncation would explain it, check it"),
  error: text("请核对后改成一致", "check and make them agree"),
} as const;

export type Band = keyof typeof BANDS;

export const NARRATIVE_TEXTS = {
  parts: (total: string, parts: string, sum: string, difference: string, band: Band): Text =>
    text(
      `总数 ${total} 与所列各部分之和 ${sum}（${parts}）相差 ${difference}，${BANDS[band]["zh-CN"]}。`,
      `The total ${total} and its listed parts, ${sum} (${parts}), differ by ${difference}: ${BANDS[band].en}.`,
    ),
  partsOpen: (total: string, parts: string, sum: string, difference: string): Text =>
    text(
      `所列各部分之和 ${sum}（${parts}）比总数 ${total} 少 ${difference}；如未列全可不管，如已列全请核对。`,
      `The listed parts, ${sum} (${parts}), are ${difference} short of the total ${total}. Fine if some are left out; else check.`,
    ),
  rate: (rate: string, quotient: string, points: string, band: Band): Text =>
    text(
      `${rate} 与按金额计算的 ${points}（${quotient}）不符，${BANDS[band]["zh-CN"]}。`,
      `${rate} is not the quotient of its amounts, ${points} (${quotient}): ${BANDS[band].en}.`,
    ),
  rateElsewhere: (label: Text, rate: string, quotient: string, points: string, fitting: string): Text =>
    text(
      `${label["zh-CN"]} ${rate} 与 ${quotient} ＝ ${points} 不符${fitting === "" ? "" : `；按 ${fitting} 计算才相符`}。请核对后改成一致。`,
      `${label.en} ${rate} is not ${quotient} = ${points}${fitting === "" ? "" : `; it is that of ${fitting}`}. Check and make them agree.`,
    ),
  balance: (
    amount: string,
    spent: string,
    left: string,
    balance: string,
    difference: string,
    band: Band,
  ): Text =>
    text(
      `${amount} － ${spent} ＝ ${left}，文中余额为 ${balance}，相差 ${difference}，${BANDS[band]["zh-CN"]}。`,
      `${amount} - ${spent} = ${left}; the text says ${balance}, ${difference} apart: ${BANDS[band].en}.`,
    ),
  equal: (left: string, right: string): Text =>
    text(
      `文中说两者一致，但 ${left} 与 ${right} 不同。请核对。`,
      `The text says that they agree, but ${left} is not ${right}. Check them.`,
    ),
  aboveWhole: (part: string, whole: string): Text =>
    text(`“${part}”大于“${whole}”。请核对。`, `"${part}" is above "${whole}". Check them.`),
  above: (part: Text, partSaid: string, whole: Text, wholeSaid: string): Text =>
    text(
      `${part["zh-CN"]} ${partSaid} 大于 ${whole["zh-CN"]} ${wholeSaid}。请核对。`,
      `${part.en}, ${partSaid}, is above ${whole.en.toLowerCase()}, ${wholeSaid}. Check them.`,
    ),
  short: (part: Text, partSaid: string, whole: Text, wholeSaid: string, difference: string): Text =>
    text(
      `${part["zh-CN"]} ${partSaid} 比 ${whole["zh-CN"]} ${wholeSaid} 少 ${difference}。请核实是否漏报，或在文中说明原因。`,
      `${part.en}, ${partSaid}, is ${difference} short of ${whole.en.toLowerCase()}, ${wholeSaid}. See whether some are left out, or say why.`,
    ),
  repeated: (label: Text, values: readonly string[]): Text =>
    text(
      `“${label["zh-CN"]}”在文中有 ${values.length} 个不同的数：${values.join("；")}。请核对后改成一致。`,
      `"${label.en}" has ${values.length} different values in the text: ${values.join("; ")}. Check and make them one.`,
    ),
  repeatedClose: (label: Text, values: readonly string[], band: Band): Text =>
    text(
      `“${label["zh-CN"]}”在文中的几处写法有尾差：${values.join("；")}，${BANDS[band]["zh-CN"]}。`,
      `"${label.en}" is written with small differences: ${values.join("; ")}; ${BANDS[band].en}.`,
    ),
  place: (value: string, snippet: string): Text =>
    text(`${value}（“${snippet}”）`, `${value} ("${snippet}")`),
  byParts: (value: string, sum: string): Text =>
    text(`${value}（所列各部分之和 ${sum}）`, `${value} (its parts give ${sum})`),
  same: (
    left: Text,
    leftSaid: string,
    right: Text,
    rightSaid: string,
    difference: string,
    band: Band,
  ): Text =>
    text(
      `${left["zh-CN"]} ${leftSaid} 与 ${right["zh-CN"]} ${rightSaid} 是同一笔资金，相差 ${difference}，${BANDS[band]["zh-CN"]}。`,
      `${left.en}, ${leftSaid}, and ${right.en.toLowerCase()}, ${rightSaid}, are the same money but ${difference} apart: ${BANDS[band].en}.`,
    ),
  sumOfFacts: (label: Text, total: string, parts: string, sum: string): Text =>
    text(
      `${label["zh-CN"]} ${total} 与文中各处所述各部分之和 ${sum}（${parts}）不符。请核对。`,
      `${label.en}, ${total}, is not the sum of its parts as the text gives them, ${sum} (${parts}). Check them.`,
    ),
  workbook: (label: Text, said: string, held: string, difference: string, band: Band): Text =>
    text(
      `${label["zh-CN"]}：报告为 ${said}，工作簿为 ${held}，相差 ${difference}，${BANDS[band]["zh-CN"]}。`,
      `${label.en}: the report says ${said}, the workbook ${held}, ${difference} apart: ${BANDS[band].en}.`,
    ),
  notInReport: (label: Text, held: string): Text =>
    text(
      `${label["zh-CN"]}：工作簿为 ${held}，报告中没有找到。`,
      `${label.en}: the workbook says ${held}; it was not found in the report.`,
    ),
  notInWorkbook: (label: Text, said: string, why: string): Text =>
    text(
      `${label["zh-CN"]}：报告为 ${said}，工作簿中没有可对照的数（${why}）。`,
      `${label.en}: the report says ${said}; the workbook has nothing to hold against it (${why}).`,
    ),
  aboveMax: (no: string, name: string, score: string, max: string): Text =>
    text(
      `指标 ${no}（${name}）自评得分 ${score} 超过满分 ${max}。请核对。`,
      `Item ${no} (${name}): the claimed score ${score} is above its maximum ${max}. Check it.`,
    ),
  scoreItem: (no: string, name: string, claimed: string, computed: string, basis: string): Text =>
    text(
      `指标 ${no}（${name}）报告自评 ${claimed} 分，按工作簿计算为 ${computed} 分（${basis}）。请核对。`,
      `Item ${no} (${name}): the report claims ${claimed} points, the workbook gives ${computed} (${basis}). Check it.`,
    ),
  scoreSum: (sum: string, items: string, claimed: string): Text =>
    text(
      `各项自评得分合计 ${sum} 分（${items}），与报告所称 ${claimed} 分不符。请核对。`,
      `The claimed scores add up to ${sum} (${items}), not to the ${claimed} that the report claims. Check them.`,
    ),
  scoreScaled: (sum: string, items: string, claimed: string, left: string, max: string, base: string): Text =>
    text(
      `各项自评得分合计 ${sum} 分（${items}），报告称 ${claimed} 分：没有得分的${left}如不适用，按其余指标折算 ${base} × ${sum} ÷ ${max} ＝ ${claimed} 可以解释。请在报告中写明折算。`,
      `The claimed scores add up to ${sum} (${items}); the report claims ${claimed}. Leaving out ${left} as not applicable and scaling, ${base} × ${sum} ÷ ${max} = ${claimed}, would explain it. Say so in the report.`,
    ),
  leftOut: (items: readonly { readonly no: string; readonly name: string }[]): Text =>
    text(
      items.map(({ no, name }) => `指标 ${no}（${name}）`).join("、"),
      items.map(({ no, name }) => `item ${no} (${name})`).join(", "),
    ),
  bonusSum: (sum: string, claimed: string): Text =>
    text(
      `加分项自评合计 ${sum} 分，与报告所称加分 ${claimed} 分不符。请核对。`,
      `The claimed bonus items add up to ${sum}, not to the bonus of ${claimed} that the report claims. Check them.`,
    ),
  scoreTotal: (base: string, bonus: string, deduction: string, sum: string, claimed: string): Text =>
    text(
      `${base} ＋ ${bonus} － ${deduction} ＝ ${sum}，与报告所称总分 ${claimed} 不符。请核对。`,
      `${base} + ${bonus} - ${deduction} = ${sum}, not the total of ${claimed} that the report claims. Check it.`,
    ),
  scoreAgainst: (what: Text, claimed: string, computed: string): Text =>
    text(
      `报告所称${what["zh-CN"]} ${claimed} 分，评分表为 ${computed} 分。请核对。`,
      `The report claims a ${what.en} of ${claimed}, the score sheet has ${computed}. Check it.`,
    ),
  base: text("自评得分", "score"),
  total: text("总分", "total"),
  otherYear: (found: string, expected: string): Text =>
    text(
      `这份报告是 ${found} 年度的，所选指标包是 ${expected} 年度的：只核对了报告自身，没有与工作簿比较。请换用当年的报告或指标包。`,
      `This report is of ${found}, the pack of ${expected}: only the report itself was checked, not against the workbook. Choose the report or the pack of the same year.`,
    ),
  noFigures: text(
    "报告中没有找到可核对的数。请确认选对了文件；扫描件或图片里的文字读不到，请换成可复制文字的 .docx 或 .txt。",
    "No figures to check were found in the report. Make sure it is the right file; text in scans or pictures cannot be read, use a .docx or .txt with real text.",
  ),
  heading: text("报告核对", "Report"),
  summary: (figures: number, facts: number): Text =>
    text(`读到 ${figures} 个数，认出 ${facts} 项事实`, `${figures} figures read, ${facts} facts recognised`),
  looks: (count: number): Text =>
    text(`另有 ${count} 处请自行看一看（--json 可见）`, `${count} more to look at (see --json)`),
  oneSided: (count: number): Text =>
    text(
      `另有 ${count} 项只在报告或只在工作簿中（--json 可见）`,
      `${count} facts stand in only one of both (see --json)`,
    ),
  agreed: text("报告自身没有发现矛盾", "no contradiction found in the report"),
  drafted: (path: string, gaps: number): Text =>
    text(`已写入 ${path}，留有 ${gaps} 处【】待填写`, `written: ${path}, with ${gaps} gaps 【】 to fill in`),
  unsettled: (items: string): Text =>
    text(
      `指标 ${items} 的数据互相矛盾，未写入报告；请先用 hengbiao check 核对工作簿`,
      `the figures of items ${items} contradict each other and were left out; check the workbook first`,
    ),
} as const;
