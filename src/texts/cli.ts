/** Every sentence of the command line. */
import type { Language, Text } from "../core/pack/pack";

export const CLI_TEXTS = {
  help: {
    "zh-CN": `衡表 hengbiao：核对并评分基础数据工作簿

用法
  hengbiao check 工作簿 [选项]     认表、校验、评分（.xlsx .xlsm .xltx .xls）
  hengbiao report 报告 [选项]      只核对自评报告自身的数字（.docx .txt）
  hengbiao draft 工作簿 --out 报告.docx [选项]
                                   用工作簿的数字起草自评报告
  hengbiao rules 工作簿 [--out 文件]
                                   列出现行校验规则；--out 另存一份带“校验规则”表的工作簿，供修改
  hengbiao explain 规则编号        这条规则什么意思，发现问题怎么办
  hengbiao lint 指标包 [--json]    检查指标包（JSON 文件或文件夹）

选项
  --pack 指标包    内置指标包编号，或指标包文件、文件夹
  --answers 文件   人工评分、佐证、说明等（JSON）
  --report 文件    check：同时核对自评报告（.docx .txt）与工作簿是否一致
  --out 文件       另存一份带“绩效自评得分表”和“校验结果”的工作簿，原有内容不变
  --force          允许覆盖已有的输出文件（绝不覆盖输入文件）
  --json           在标准输出给出一个 JSON 对象
  --lang 语言      zh-CN（默认）或 en

  --help           本说明
  --version        版本号

退出码  0 没有错误级问题；1 有；2 未能运行（标准错误给出一行原因）
`,
    en: `hengbiao 衡表: checks and scores a base data workbook

Usage
  hengbiao check WORKBOOK [options]   recognise, check, score (.xlsx .xlsm .xltx .xls)
  hengbiao report REPORT [options]    check the figures of a report alone (.docx .txt)
  hengbiao draft WORKBOOK --out REPORT.docx [options]
                                      draft the report with the workbook's figures
  hengbiao rules WORKBOOK [--out FILE]
                                      list the rules in force; with --out write a copy with a rules
                                      sheet to be edited
  hengbiao explain RULE               what a rule means and what to do about its findings
  hengbiao lint PACK [--json]         look over a pack (JSON file or folder)

Options
  --pack PACK      id of a bundled pack, or a pack's file or folder
  --answers FILE   manual scores, evidence, explanations and so on (JSON)
  --report FILE    check: hold a report (.docx .txt) against the workbook too
  --out FILE       write a copy with score sheet and findings sheet, all else untouched
  --force          let an existing output file be replaced (never an input)
  --json           one JSON object on standard output
  --lang LANGUAGE  zh-CN (default) or en

  --help           this text
  --version        the version

Exit code  0 no error-level finding; 1 at least one; 2 could not run (one line on standard error says why)
`,
  },
  noCommand: {
    "zh-CN": "缺少命令。用法：hengbiao check 工作簿；全部用法见 hengbiao --help",
    en: "no command given. Usage: hengbiao check WORKBOOK; see hengbiao --help",
  },
  unknownCommand: (near: string): Text => ({
    "zh-CN": `没有这个命令。是否想用 hengbiao ${near}？全部用法见 hengbiao --help`,
    en: `no such command. Did you mean hengbiao ${near}? See hengbiao --help`,
  }),
  unknownOption: (near: string): Text => ({
    "zh-CN": `没有这个选项。${near === "" ? "" : `是否想用 ${near}？`}全部用法见 hengbiao --help`,
    en: `no such option.${near === "" ? "" : ` Did you mean ${near}?`} See hengbiao --help`,
  }),
  optionOfOther: (command: string): Text => ({
    "zh-CN": `hengbiao ${command} 没有这个选项。全部用法见 hengbiao --help`,
    en: `hengbiao ${command} has no such option. See hengbiao --help`,
  }),
  twice: { "zh-CN": "这个选项给了两次，请只给一次", en: "this option is given twice; give it once" },
  noValueWanted: {
    "zh-CN": "这个选项不带值，请去掉“=”及其后的内容",
    en: "this option takes no value; drop the = and what follows",
  },
  valueMissing: {
    "zh-CN": "这个选项后面缺少值。以“-”开头的值请写成 --选项=值",
    en: "the value of this option is missing. Write a value that begins with - as --option=value",
  },
  unknownLanguage: { "zh-CN": "--lang 只能是 zh-CN 或 en", en: "--lang takes zh-CN or en" },
  noOperand: {
    rules: {
      "zh-CN": "请给出工作簿：hengbiao rules 工作簿",
      en: "name the workbook: hengbiao rules WORKBOOK",
    },
    explain: {
      "zh-CN": "请给出规则编号，如 hengbiao explain funds.row-total",
      en: "name the rule, as in hengbiao explain funds.row-total",
    },
    report: {
      "zh-CN": "请给出要核对的报告：hengbiao report 报告",
      en: "name the report to check: hengbiao report REPORT",
    },
    draft: {
      "zh-CN": "请给出数字所在的工作簿：hengbiao draft 工作簿 --out 报告.docx",
      en: "name the workbook that has the figures: hengbiao draft WORKBOOK --out REPORT.docx",
    },
    check: {
      "zh-CN": "请给出要检查的工作簿：hengbiao check 工作簿",
      en: "name the workbook to check: hengbiao check WORKBOOK",
    },
    lint: {
      "zh-CN": "请给出要检查的指标包：hengbiao lint 指标包",
      en: "name the pack to look over: hengbiao lint PACK",
    },
  },
  draftWithoutOut: {
    "zh-CN": "请给出要写的报告：hengbiao draft 工作簿 --out 报告.docx",
    en: "name the report to write: hengbiao draft WORKBOOK --out REPORT.docx",
  },
  unknownRule: (near: readonly string[]): Text => ({
    "zh-CN": `没有这条规则。${near.length === 0 ? "" : `相近的有：${near.join("、")}。`}全部规则见 hengbiao rules 工作簿`,
    en: `no such rule.${near.length === 0 ? "" : ` Near it: ${near.join(", ")}.`} See all with hengbiao rules WORKBOOK`,
  }),
  ruleParts: {
    meaning: { "zh-CN": "含义", en: "meaning" },
    formula: { "zh-CN": "公式", en: "formula" },
    level: { "zh-CN": "级别", en: "level" },
    tolerance: { "zh-CN": "容差", en: "tolerance" },
    tables: { "zh-CN": "涉及的表", en: "tables" },
    help: { "zh-CN": "怎么办", en: "what to do" },
    pack: { "zh-CN": "指标包", en: "pack" },
  },
  byDecimals: { "zh-CN": "按数字的书写位数判断", en: "by the decimals that figures are written with" },
  rulesInForce: (count: number, off: number): Text => ({
    "zh-CN": `现行规则 ${count} 条${off > 0 ? `，停用 ${off} 条` : ""}`,
    en: `${count} rules in force${off > 0 ? `, ${off} switched off` : ""}`,
  }),
  rowsLeftOut: { "zh-CN": "没有采用的行", en: "rows left out" },
  extraWord: {
    "zh-CN": "多出来的内容。一次检查一个文件；带空格的文件名请加引号",
    en: "one word too many. One file at a time; quote a name that holds spaces",
  },
  missing: {
    "zh-CN": "找不到这个文件。请检查路径和文件名",
    en: "there is no such file. Check its path and name",
  },
  folder: { "zh-CN": "这是文件夹。请给出其中的文件", en: "this is a folder. Name a file in it" },
  denied: {
    "zh-CN": "没有权限读取或写入。请检查权限，或换一个位置",
    en: "permission denied. Check its permissions or choose another place",
  },
  noFolder: {
    "zh-CN": "所在文件夹不存在。请先建立，或换一个位置",
    en: "its folder does not exist. Make it first or choose another place",
  },
  full: { "zh-CN": "磁盘空间不足。请清理后再试", en: "the disk is full. Make room and try again" },
  busy: {
    "zh-CN": "文件正被其他程序使用。请关闭后再试",
    en: "the file is in use by another program. Close it and try again",
  },
  ioFailure: (detail: string): Text => ({
    "zh-CN": `读写失败（${detail}）。请检查磁盘和路径`,
    en: `reading or writing failed (${detail}). Check disk and path`,
  }),
  unexpected: (detail: string): Text => ({
    "zh-CN": `程序内部出错（${detail}）。请带上工作簿反馈给维护者`,
    en: `the program failed (${detail}). Please report it with the workbook`,
  }),
  noTables: (pack: string): Text => ({
    "zh-CN": `没有认出指标包 ${pack} 的任何一张表。请确认是基础数据工作簿，表头没有被删改；或用 --pack 换指标包，用 --answers 的 tables 指明表头位置`,
    en: `no table of pack ${pack} was recognised. Make sure that this is a base data workbook with its headers; or choose another --pack, or point at the headers by tables in --answers`,
  }),
  unknownPack: (known: string): Text => ({
    "zh-CN": `没有这个指标包。内置的有：${known}；自备的请给出文件或文件夹路径`,
    en: `no such pack. Bundled: ${known}; of your own give the path of its file or folder`,
  }),
  badPack: (detail: string, more: number): Text => ({
    "zh-CN": `指标包有误：${detail}${more > 0 ? `（另有 ${more} 处）` : ""}。用 hengbiao lint 查看全部`,
    en: `the pack is faulty: ${detail}${more > 0 ? ` (and ${more} more)` : ""}. See all with hengbiao lint`,
  }),
  badAnswers: (detail: Text): Text => detail,
  outIsInput: {
    "zh-CN": "输出不能覆盖输入文件。请换一个文件名",
    en: "the output may not replace an input. Choose another name",
  },
  outExists: {
    "zh-CN": "输出文件已存在。请换一个文件名，或加 --force 覆盖",
    en: "the output file exists. Choose another name, or add --force to replace it",
  },
  outExtension: (wanted: string): Text => ({
    "zh-CN": `输出文件的扩展名应为 ${wanted}`,
    en: `the output file must have the extension ${wanted}`,
  }),
  fromOld: {
    "zh-CN": "来源是 .xls：另存的 .xlsx 含其全部工作表的值、数字格式、合并和列宽，不含图表、图片等其他内容",
    en: "the source is a .xls: the .xlsx holds all its sheets with values, number formats, merges and widths, and nothing else of it",
  },
  written: (path: string): Text => ({ "zh-CN": `已写入 ${path}`, en: `written: ${path}` }),
  reading: { "zh-CN": "正在读取", en: "reading" },
  severity: {
    error: { "zh-CN": "错误", en: "error" },
    warning: { "zh-CN": "警告", en: "warning" },
    notice: { "zh-CN": "提示", en: "notice" },
  },
  passed: { "zh-CN": "通过", en: "passed" },
  comparisons: { "zh-CN": "比对", en: "comparisons" },
  noFindings: { "zh-CN": "无问题", en: "nothing found" },
  workbookWide: { "zh-CN": "整个工作簿", en: "the workbook" },
  recognised: (tables: number): Text => ({
    "zh-CN": `认出 ${tables} 张表`,
    en: `${tables} tables recognised`,
  }),
  recognisedForms: (forms: number): Text => ({
    "zh-CN": `认出 ${forms} 张自评表`,
    en: `${forms} forms recognised`,
  }),
  formList: { "zh-CN": "自评表一览（总分、等次、问题）", en: "forms (total, grade, findings)" },
  more: (count: number): Text => ({
    "zh-CN": `…同一规则另有 ${count} 处（--json 或 --out 可见全部）`,
    en: `… ${count} more of this rule (all of them by --json or --out)`,
  }),
  explained: { "zh-CN": "已说明：", en: "explained: " },
  formerly: { "zh-CN": "原说明（数字已变）：", en: "earlier explanation (figures have changed): " },
  notRun: { "zh-CN": "未运行", en: "not run" },
  conflicts: { "zh-CN": "填报冲突", en: "conflicting answers" },
  unmatched: { "zh-CN": "对不上任何问题的说明（已保留）", en: "explanations that match no finding (kept)" },
  score: { "zh-CN": "自评得分", en: "score" },
  status: {
    computed: { "zh-CN": "自动", en: "computed" },
    manual: { "zh-CN": "人工", en: "manual" },
    "not-applicable": { "zh-CN": "不适用", en: "n/a" },
    missing: { "zh-CN": "未填", en: "missing" },
  },
  assumed: {
    "zh-CN": "† 默认口径，请对照当年通知核实",
    en: "† our default; check it against the notice of the year",
  },
  base: { "zh-CN": "基础分", en: "base" },
  bonus: { "zh-CN": "加分", en: "bonus" },
  deduction: { "zh-CN": "减分", en: "deductions" },
  total: { "zh-CN": "总分", en: "total" },
  incomplete: { "zh-CN": "（有未填项，暂计 0 分）", en: " (missing items count 0 for now)" },
  packClean: { "zh-CN": "指标包没有问题", en: "nothing to say about the pack" },
} as const;

/** 错误 3，警告 1 */
export function joinCounts(parts: readonly string[], language: Language): string {
  return parts.join(language === "zh-CN" ? "，" : ", ");
}
