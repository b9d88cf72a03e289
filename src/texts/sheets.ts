/** Everything that stands on the score sheet and the findings sheet, but what pack and checks say themselves. */
import type { Text } from "../core/pack/pack";

/** What our form writes for an indicator that does not apply; the answers room reads more words. */
export const NOT_APPLICABLE_WORD: Text = { "zh-CN": "不适用", en: "N/A" };

/**
 * Names of the sheets and the headings by which they are found again are the same in both languages, since other
 * programs and offices look for them; English stands below the Chinese heading.
 */
export const SHEET_NAMES = { score: "绩效自评得分表", findings: "校验结果", rules: "校验规则" } as const;

export const SCORE_HEADINGS: readonly Text[] = [
  { "zh-CN": "序号", en: "序号\nNo." },
  { "zh-CN": "一级指标", en: "一级指标\nSection" },
  { "zh-CN": "二级指标", en: "二级指标\nIndicator" },
  { "zh-CN": "分值", en: "分值\nPoints" },
  { "zh-CN": "评分标准", en: "评分标准\nCriterion" },
  { "zh-CN": "完成情况", en: "完成情况\nFacts" },
  { "zh-CN": "自评得分", en: "自评得分\nScore" },
  { "zh-CN": "得分依据", en: "得分依据\nBasis" },
  { "zh-CN": "佐证材料", en: "佐证材料\nEvidence" },
];

export const FINDING_HEADINGS: readonly Text[] = [
  { "zh-CN": "序号", en: "序号\nNo." },
  { "zh-CN": "级别", en: "级别\nLevel" },
  { "zh-CN": "表", en: "表\nTable" },
  { "zh-CN": "规则", en: "规则\nRule" },
  { "zh-CN": "问题", en: "问题\nFinding" },
  { "zh-CN": "位置", en: "位置\nCell" },
  { "zh-CN": "左值", en: "左值\nLeft" },
  { "zh-CN": "右值", en: "右值\nRight" },
  { "zh-CN": "差额", en: "差额\nDifference" },
  { "zh-CN": "允许差", en: "允许差\nTolerance" },
  { "zh-CN": "说明", en: "说明\nExplanation" },
];

export const RULE_HEADINGS: readonly Text[] = [
  { "zh-CN": "编号", en: "编号\nId" },
  { "zh-CN": "名称", en: "名称\nName" },
  { "zh-CN": "公式", en: "公式\nFormula" },
  { "zh-CN": "容差", en: "容差\nTolerance" },
  { "zh-CN": "级别", en: "级别\nLevel" },
  { "zh-CN": "提示", en: "提示\nHelp" },
];

export const SHEET_TEXTS = {
  scoreTitle: (year: string): Text => ({
    "zh-CN": year === "" ? "绩效自评得分表" : `${year}年度绩效自评得分表`,
    en: year === "" ? "Self-evaluation scores" : `Self-evaluation scores ${year}`,
  }),
  unit: { "zh-CN": "填报单位：", en: "Reporting unit:" },
  year: (year: string): Text => ({ "zh-CN": `年度：${year}`, en: `Year: ${year}` }),
  date: { "zh-CN": "日期：", en: "Date:" },
  notice: (title: string): Text => ({ "zh-CN": `依据：${title}`, en: `By: ${title}` }),
  assumed: { "zh-CN": "†默认口径，请对照当年通知核实", en: "† Our default: check it against the notice" },
  valueOnly: (why: string): Text => ({
    "zh-CN": `此得分为数值，非公式：${why}`,
    en: `A value, not a formula: ${why}`,
  }),
  cells: (list: string): Text => ({ "zh-CN": `取数单元格：${list}`, en: `Cells: ${list}` }),
  moreCells: (count: number): Text => ({ "zh-CN": ` 等${count}处`, en: ` and others, ${count} in all` }),
  subtotal: (section: string): Text => ({ "zh-CN": `${section}小计`, en: `${section}: subtotal` }),
  capped: (label: string, most: string): Text => ({
    "zh-CN": `${label}合计（最高${most}分）`,
    en: `${label}: total, at most ${most}`,
  }),
  baseSum: { "zh-CN": "适用指标合计", en: "Applicable indicators" },
  base: (scale: string): Text => ({
    "zh-CN": `基础得分（按${scale}分折算）`,
    en: `Base, scaled to ${scale}`,
  }),
  total: { "zh-CN": "总分（基础得分＋加分－减分）", en: "Total (base + bonus − deductions)" },
  incomplete: (numbers: string): Text => ({
    "zh-CN": `尚未得分：${numbers}。未得分的指标按0分计，分值照计；补齐后总分才完整。`,
    en: `No score yet: ${numbers}. They count 0 and keep their points; the total is complete once they are filled in.`,
  }),
  howToFill: (word: string): Text => ({
    "zh-CN": `浅黄色单元格由填报单位填写；得分最多一位小数；允许不适用的指标可填“${word}”。其余得分随基础数据自动计算。`,
    en: `Fill in the pale yellow cells; scores have at most one decimal; where an indicator may not apply, enter “${word}”. All other scores follow the base data.`,
  }),
  signatures: [
    { "zh-CN": "填报人：", en: "Prepared by:" },
    { "zh-CN": "审核人：", en: "Reviewed by:" },
    { "zh-CN": "单位负责人：", en: "Head of unit:" },
    { "zh-CN": "（单位盖章）", en: "(seal)" },
  ],
  chartTitle: { "zh-CN": "各部分得分与分值", en: "Scores and points by section" },
  chartSection: { "zh-CN": "部分", en: "Section" },
  chartMax: { "zh-CN": "分值", en: "Points" },
  chartScore: { "zh-CN": "得分", en: "Score" },
  entryHint: (max: string, word: string): Text => ({
    "zh-CN": `请填0至${max}，最多一位小数${word === "" ? "" : `；不适用时填“${word}”`}。`,
    en: `Enter 0 to ${max} with at most one decimal${word === "" ? "" : `, or “${word}”`}.`,
  }),
  page: { "zh-CN": "第 &P 页 共 &N 页", en: "Page &P of &N" },
  findingsTitle: { "zh-CN": "校验结果", en: "Findings" },
  counts: (run: number, passed: number, errors: number, warnings: number, notices: number): Text => ({
    "zh-CN": `共比较${run}项：通过${passed}项，错误${errors}项，警告${warnings}项，提示${notices}项。`,
    en: `${run} comparisons: ${passed} passed, ${errors} errors, ${warnings} warnings, ${notices} notices.`,
  }),
  dataCounts: (count: number): Text => ({
    "zh-CN": `另有数据本身的问题${count}项。`,
    en: `Besides, ${count} findings about the data itself.`,
  }),
  explainedCount: (count: number): Text => ({
    "zh-CN": `其中已说明${count}项，列于后。`,
    en: `${count} of them are explained, listed apart below.`,
  }),
  notRunCount: (count: number): Text => ({
    "zh-CN": `未执行${count}项，列于后。`,
    en: `${count} checks were not run, listed below.`,
  }),
  notListed: (count: number, rows: number): Text => ({
    "zh-CN": `另有${count}条未列入本表：Excel一张表最多${rows}行。全部问题见任务窗格或命令行--json的输出；改正一批后重新校验，其余会补列出来。`,
    en: `${count} more findings are not listed here: a sheet of Excel has at most ${rows} rows. All of them are in the task pane and in the command's --json output; mend some and check again, and the others move up.`,
  }),
  notLinked: (count: number, links: number): Text => ({
    "zh-CN": `只有前${count}条可以点击跳转：Excel一张表最多${links}个链接。`,
    en: `Only the first ${count} lead to their cells by a click: a sheet of Excel has at most ${links} links.`,
  }),
  notRecorded: (count: number): Text => ({
    "zh-CN": `可在本表填写说明的是前${count}条和已有说明的；其余的说明请在任务窗格或--answers文件里填写。`,
    en: `Explanations can be entered here for the first ${count} findings and those explained already; enter others in the task pane or an --answers file.`,
  }),
  noFindings: { "zh-CN": "未发现问题。", en: "Nothing was found." },
  explained: { "zh-CN": "已说明的问题", en: "Explained findings" },
  notRun: { "zh-CN": "未执行的检查", en: "Checks that were not run" },
  why: { "zh-CN": "原因", en: "Why" },
  former: (text: string): Text => ({
    "zh-CN": `原说明（数字已变）：${text}`,
    en: `Earlier, for other figures: ${text}`,
  }),
  severity: {
    error: { "zh-CN": "错误", en: "Error" },
    warning: { "zh-CN": "警告", en: "Warning" },
    notice: { "zh-CN": "提示", en: "Notice" },
  },
  unmatched: (text: string): Text => ({
    "zh-CN": `没有对应问题的说明，予以保留：${text}`,
    en: `An explanation that matches no finding, kept: ${text}`,
  }),
  changesSince: { "zh-CN": "与上次相比：", en: "Since last time: " },
  scoreChanged: (no: string, before: string, after: string): Text => ({
    "zh-CN": `指标${no}得分由${before}变为${after}`,
    en: `indicator ${no} from ${before} to ${after}`,
  }),
  totalChanged: (before: string, after: string): Text => ({
    "zh-CN": `总分由${before}变为${after}`,
    en: `total from ${before} to ${after}`,
  }),
  findingsChanged: (gone: number, fresh: number, numbers: string): Text => ({
    "zh-CN": `消除问题${gone}项，新增问题${fresh}项${numbers === "" ? "" : `（序号${numbers}）`}`,
    en: `findings: ${gone} gone, ${fresh} new${numbers === "" ? "" : ` (no. ${numbers})`}`,
  }),
  gone: { "zh-CN": "上次有、本次已消除的问题", en: "Findings of last time that are gone" },
  nothingChanged: { "zh-CN": "没有变化", en: "nothing changed" },
  noScore: { "zh-CN": "无", en: "none" },
} as const;

/** Names of the findings that belong to no rule of a pack. */
export const FINDING_NAMES: Readonly<Record<string, Text>> = {
  "table.missing": { "zh-CN": "缺少表", en: "Table missing" },
  "table.ambiguous": { "zh-CN": "表不唯一", en: "Table not unique" },
  "column.missing": { "zh-CN": "缺少列", en: "Column missing" },
  "data.error-value": { "zh-CN": "错误值", en: "Error value" },
  "data.not-a-number": { "zh-CN": "不是数字", en: "Not a number" },
  "data.text-number": { "zh-CN": "文本型数字", en: "Figure held as text" },
  "data.not-calculated": { "zh-CN": "公式未计算", en: "Formula not calculated" },
  "data.unit": { "zh-CN": "单位不一致", en: "Units differ" },
};
