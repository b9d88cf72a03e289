/** Every sentence and label of the pane and the ribbon, in both languages. */
import type { Text } from "../core/pack/pack";

function text(zh: string, en: string): Text {
  return { "zh-CN": zh, en };
}

export const PANE_TEXTS = {
  title: text("衡表", "Hengbiao"),
  check: text("一键校验", "Check"),
  checkAgain: text("重新校验", "Check again"),
  cancel: text("取消", "Cancel"),
  insert: text("插入评分表", "Insert score sheet"),
  insertAgain: text("更新评分表", "Update score sheet"),
  makeCopy: text("生成评分表", "Make score sheet"),
  downloadHint: text(
    "副本已交给浏览器下载；若没有开始，请点：",
    "The copy went to your downloads; if it did not start, press:",
  ),
  retry: text("重试", "Try again"),
  reload: text("重新打开", "Open again"),
  calculate: text("计算并校验", "Calculate and check"),
  openInBrowser: text("在浏览器中打开衡表", "Open Hengbiao in a browser"),
  connecting: text("正在连接 Excel…", "Reaching Excel…"),
  noBook: text(
    "没有打开的工作簿。请按上面的提示处理，或在浏览器中打开衡表并选择文件。",
    "No workbook is open. Follow the advice above, or open Hengbiao in a browser and choose the file.",
  ),
  stale: text(
    "工作簿已改动，下面是改动前的结果。",
    "The workbook has changed; what follows was found before.",
  ),
  clearMarks: text("清除标注", "Clear marks"),
  dismiss: text("关闭", "Dismiss"),
  tabCheck: text("校验", "Checks"),
  tabScore: text("评分", "Score"),
  tabSettings: text("设置", "Settings"),
  error: text("错误", "Error"),
  warning: text("警告", "Warning"),
  notice: text("提示", "Notice"),
  filters: text("按结果筛选", "Filter the results"),
  errors: text("错误", "Errors"),
  warnings: text("警告", "Warnings"),
  notices: text("提示", "Notices"),
  passed: text("通过", "Passed"),
  explainedCount: text("已说明", "Explained"),
  notRun: text("未运行", "Not run"),
  locate: text("定位", "Go to"),
  explain: text("说明", "Explain"),
  copy: text("复制", "Copy"),
  notCopied: text(
    "浏览器不允许复制，请手工选中文字。",
    "The browser does not allow copying; select the text by hand.",
  ),
  copied: text("已复制。", "Copied."),
  save: text("保存", "Save"),
  close: text("取消", "Cancel"),
  explainTitle: text("说明这一处差异", "Explain this difference"),
  explainHint: text(
    "写明原因，例如“质量保证金尚未支付”。说明会随工作簿保存；数字改变后会重新提示。",
    "Say why, e.g. “retention money not yet paid”. It is kept in the workbook; if the figures change the finding opens again.",
  ),
  explanation: text("说明", "Explanation"),
  former: (old: string): Text =>
    text(`数字已变，原说明：${old}`, `Figures changed; explained before as: ${old}`),
  left: text("左方", "Left"),
  right: text("右方", "Right"),
  difference: text("相差", "Difference"),
  tolerance: text("允许", "Allowed"),
  tables: (count: number): Text => text(`已识别 ${count} 张表`, `${count} tables recognised`),
  missingTables: text("未找到或无法确定的表", "Tables not found or not certain"),
  pointAt: text(
    "指定表头：先在表格中选中表头的第一个单元格，再点这里",
    "Select the first header cell, then press here",
  ),
  pointShort: text("用选中的单元格作表头", "Use the selected cell as header"),
  pointHint: text("请指定这张表表头的第一个单元格：", "Say where this table's first header cell is:"),
  pointSheet: text("工作表", "Sheet"),
  pointCell: text("单元格", "Cell"),
  pointHere: text("指定", "Use"),
  pointBad: text("请填单元格地址，如 A3。", "Enter a cell's address such as A3."),
  pointed: text("由您指定", "Pointed at by you"),
  unpoint: text("撤回指定", "Withdraw"),
  candidate: (place: string): Text => text(`指定 ${place}`, `Use ${place}`),
  openTables: text("未找到的可选表", "Optional tables not found"),
  withCount: (label: string, count: number): Text => text(`${label}（${count}）`, `${label} (${count})`),
  notListed: (count: number): Text =>
    text(`还有 ${count} 条未列出。`, count === 1 ? "1 more is not listed." : `${count} more are not listed.`),
  listMore: (count: number): Text => text(`再列出 ${count} 条`, `List ${count} more`),
  otherFindings: text("其他", "Others"),
  explainedApart: text("已说明的差异", "Explained differences"),
  entriesToMend: text("填写内容需要核对", "Entries to look at"),
  strayExplanation: (said: string): Text =>
    text(`这条说明已没有对应的问题：${said}`, `This explanation belongs to no finding any more: ${said}`),
  rows: (count: number): Text => text(`${count} 行`, `${count} rows`),
  allWell: text("全部一致，没有发现问题。", "Everything agrees; nothing was found."),
  allExplained: text("没有未说明的问题。", "Nothing is left unexplained."),
  nothingFiltered: text("没有符合筛选的结果。", "Nothing matches the filter."),
  notChecked: text(
    "还没有校验。点“一键校验”，衡表会核对表内、表间的每一个数字。",
    "Not checked yet. Press “Check”: every figure within and across tables is compared.",
  ),
  noTable: text(
    "没有找到可识别的表。请确认打开的是基础数据表，或在下面指定表头。",
    "No table was recognised. Make sure that the base data workbook is open, or point at the headers below.",
  ),
  cancelled: text("已取消，工作簿没有改动。", "Cancelled; the workbook is unchanged."),
  checking: (name: string): Text => text(`正在校验：${name}`, `Checking: ${name}`),
  inserting: text("正在写入评分表…", "Writing the score sheet…"),
  inserted: (sheets: readonly string[]): Text =>
    text(`已写入：${sheets.join("、")}。`, `Written: ${sheets.join(", ")}.`),
  marksCleared: (count: number): Text => text(`已清除 ${count} 处标注。`, `${count} marks cleared.`),
  hiddenTitle: text("单元格被隐藏", "The cells are hidden"),
  hiddenQuestion: text(
    "这些单元格在隐藏的工作表、行或列里。要取消隐藏并定位吗？",
    "These cells are on a hidden sheet, row or column. Unhide and go there?",
  ),
  reveal: text("取消隐藏并定位", "Unhide and go"),
  score: text("得分", "Score"),
  max: text("分值", "Maximum"),
  pointsOfMax: text("得分 / 分值", "Score / maximum"),
  total: text("总分", "Total"),
  base: text("基础分", "Base"),
  bonus: text("加分", "Bonus"),
  deduction: text("减分", "Deduction"),
  claimed: (claim: string, computed: string): Text =>
    text(`单位填报 ${claim}，计算得 ${computed}`, `Claimed ${claim}, computed ${computed}`),
  reported: (claim: string, here: string): Text =>
    text(`自评报告写 ${claim}，这里得 ${here}`, `The report has ${claim}, here ${here}`),
  criterion: text("评分标准", "Criterion"),
  incomplete: (count: number): Text => text(`还有 ${count} 项未填`, `${count} items still open`),
  computed: text("自动计算", "Computed"),
  manual: text("人工评分", "Scored by hand"),
  missing: text("待填", "Open"),
  notApplicable: text("不适用", "Does not apply"),
  evidence: text("佐证材料", "Evidence"),
  basis: text("得分依据", "Basis"),
  assumed: text("默认口径，请对照当年通知核实", "A default of ours: check it against the notice"),
  scoreRange: (max: string): Text =>
    text(`请填 0 至 ${max}，最多一位小数。`, `Enter 0 to ${max}, one decimal at most.`),
  chart: text("各部分得分与分值", "Score against maximum by section"),
  scoreFirst: text("校验之后才有评分。", "Check first, then the score stands here."),
  language: text("语言", "Language"),
  recheck: text("改动后自动重新校验", "Check again when cells change"),
  marks: text("在单元格上标注问题", "Mark findings in the cells"),
  rules: text("校验规则", "Rules"),
  rulesHint: text(
    "可以停用规则、改容差（如 0.05万元；0 为必须相等；留空按书写位数判断），只影响这台电脑。要改公式，请写入“校验规则”工作表再改。",
    "Switch rules off or give them another tolerance (0.05万元; 0 for exact; blank: by the decimals written), on this computer only. To edit formulas write the rules sheet.",
  ),
  rulesAfterCheck: text(
    "校验之后可在这里查看和调整规则。",
    "Check first; the rules can then be seen and changed here.",
  ),
  writeRules: text("写入“校验规则”工作表", "Write the rules sheet"),
  ruleOn: (name: string): Text => text(`启用：${name}`, `In force: ${name}`),
  ruleTolerance: text("容差", "Tolerance"),
  badTolerance: text(
    "请写数字加金额单位，如 0.05万元，或 0。",
    "Write a number with a unit of money, as 0.05万元, or 0.",
  ),
  resetRule: text("恢复", "Reset"),
  resetRules: text("全部恢复", "Reset all"),
  alsoFits: (title: string, reason: string): Text =>
    text(`也适用：${title}（${reason}）`, `Also applies: ${title} (${reason})`),
  whatToDo: text("怎么办", "What to do"),
  meaning: text("含义", "Meaning"),
  pack: text("规则包", "Rule pack"),
  packByWorkbook: text("按工作簿自动选择", "Chosen by the workbook"),
  packInUse: (title: string, version: string): Text =>
    text(`正在使用：${title}（${version}）`, `In use: ${title} (${version})`),
  privacy: text(
    "所有计算都在本机完成，数据不会离开这台电脑。",
    "Everything is calculated on this computer; nothing leaves it.",
  ),
  openTitle: text("打开基础数据表", "Open the base data workbook"),
  openHint: text(
    "把 .xlsx、.xlsm 或 .xls 文件拖到这里，或点下面的按钮选择。文件只在本机处理，原文件不会改动。",
    "Drop an .xlsx, .xlsm or .xls file here, or choose one. It is handled on this computer only; the file itself is not changed.",
  ),
  choose: text("选择文件", "Choose a file"),
  openOther: text("换一个文件", "Other file"),
  trySample: text("用示例试一试", "Try the sample"),
  noSample: text(
    "示例没有载入。请检查网络后重试，或选择您自己的文件。",
    "The sample could not be loaded. Check the network and try again, or choose a file of your own.",
  ),
  cannotRead: (name: string): Text =>
    text(
      `无法读取“${name}”（可能是文件夹，或文件已被移走）。请选择一个工作簿文件。`,
      `“${name}” cannot be read (it may be a folder, or was moved away). Choose a workbook file.`,
    ),
  draftNotKept: text(
    "浏览器不允许保存草稿：刷新页面后需要重新打开文件。请在离开前生成评分表。",
    "This browser keeps no drafts: after a reload the file has to be opened anew. Make the score sheet before you leave.",
  ),
  oneFile: text("一次只能打开一个文件，请只拖入一个工作簿。", "One file at a time: drop a single workbook."),
  opening: (name: string): Text => text(`正在打开 ${name}…`, `Opening ${name}…`),
  tooBig: (megabytes: number): Text =>
    text(
      `文件有 ${megabytes} MB，处理可能需要一些时间。`,
      `The file has ${megabytes} MB; this may take a while.`,
    ),
  workerDied: text(
    "处理程序意外停止，原文件没有改动。请重试；若文件很大，请关闭其他程序后再试。",
    "The work stopped unexpectedly; the file is unchanged. Try again; for a large file close other programs first.",
  ),
  sheetGone: (name: string): Text =>
    text(
      `工作表“${name}”已不在工作簿中。请重新校验。`,
      `The sheet “${name}” is no longer in the workbook. Check again.`,
    ),
  preview: (place: string): Text => text(`单元格 ${place}`, `Cells ${place}`),
  risk: text(
    "未说明的错误可能被认定为数据作假（-10 分），请先核实。",
    "Unexplained errors may be read as falsified data (-10): look into them first.",
  ),
  partMissing: text(
    "窗格的这一部分没有载入（网络不通，或窗格已更新）。请检查网络后重新打开；工作簿没有改动，已填的内容都保留。",
    "This part of the pane could not be loaded (no network, or the pane was updated). Check the network and open it again; the workbook is unchanged and what you entered is kept.",
  ),
  unexpected: (detail: string): Text =>
    text(
      `出现意外错误，工作簿没有改动：${detail}。请重试；若仍出现，请联系维护人员。`,
      `Something unexpected happened and the workbook is unchanged: ${detail}. Try again; if it stays, tell the maintainers.`,
    ),
} as const;
