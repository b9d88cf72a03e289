/** Rules that an officer changed: the rules sheet, its faults, and how results tell of it. */
import type { Text } from "../core/pack/pack";

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

export const REVISION_TEXTS = {
  title: (pack: Text): Text => text(`校验规则：${pack["zh-CN"]}`, `Rules: ${pack.en}`),
  howTo: (): Text =>
    text(
      "可以改公式、容差（如 0.05万元，0 为必须相等，空白为按书写位数判断）、级别（错误、警告、停用）、名称和提示，也可以加新的行。一条规则有几个公式的，在单元格内分行写。删掉一行，该规则仍按内置的执行。改好后重新校验即生效；写错的行会指出来，不会采用。",
      "Formulas, tolerances (0.05万元; 0 for exact; blank: by the decimals written), levels (error, warning, off), names and help may be edited, and rows added. Several formulas of one rule stand on lines of one cell. A rule whose row is deleted stays as built in. Check again to put changes in force; a row that is wrong is named and left out.",
    ),
  page: text("第 &P 页，共 &N 页", "Page &P of &N"),
  noHeader: (sheet: string): Text =>
    text(
      `工作表“${sheet}”没有“编号”等表头，没有采用；表头应为：编号、名称、公式、容差、级别、提示。`,
      `The sheet "${sheet}" has no header row with 编号 and was not used; its headers are 编号, 名称, 公式, 容差, 级别, 提示.`,
    ),
  missingColumns: (names: readonly string[]): Text =>
    text(
      `校验规则表缺少“${names.join("、")}”列，这些内容按内置的规则。`,
      `The rules sheet lacks the columns ${names.join(", ")}; these are taken from the built-in rules.`,
    ),
  row: (row: number, id: string, fault: Text): Text =>
    text(
      `校验规则表第 ${row} 行${id === "" ? "" : `（${id}）`}没有采用：${fault["zh-CN"]}`,
      `Row ${row} of the rules sheet${id === "" ? "" : ` (${id})`} was left out: ${fault.en}`,
    ),
  doubled: (id: string): Text => text(`编号 ${id} 重复。`, `the id ${id} stands twice.`),
  badId: (): Text =>
    text(
      "编号应以小写字母开头，只用小写字母、数字、点和连字符。",
      "an id begins with a lower-case letter and has lower-case letters, digits, dots and hyphens only.",
    ),
  badLevel: (found: string): Text =>
    text(
      `级别“${found}”不认识，应为错误、警告或停用。`,
      `the level "${found}" is none of error, warning, off.`,
    ),
  badTolerance: (found: string): Text =>
    text(
      `容差“${found}”不认识，应为数字加金额单位（如 0.05万元）或 0。`,
      `the tolerance "${found}" is no number with a unit of money (0.05万元) or 0.`,
    ),
  noFormula: (): Text => text("没有公式。", "it has no formula."),
  formula: (line: number, position: number, near: string, message: Text): Text =>
    text(
      `公式${line === 0 ? "" : `（第 ${line} 个）`}第 ${position} 个字符${near === "" ? "" : `“${near}”`}：${message["zh-CN"]}`,
      `formula${line === 0 ? "" : ` ${line}`}, character ${position}${near === "" ? "" : ` ("${near}")`}: ${message.en}`,
    ),
  parts: {
    formula: text("公式", "formula"),
    tolerance: text("容差", "tolerance"),
    level: text("级别", "level"),
    name: text("名称", "name"),
    help: text("提示", "help"),
    off: text("停用", "off"),
    on: text("启用", "on"),
    new: text("新增", "new"),
  },
  changed: (name: string, by: "sheet" | "settings", parts: string): Text =>
    by === "sheet"
      ? text(`${name}〔工作簿规则：${parts}〕`, `${name} [workbook's rule: ${parts}]`)
      : text(`${name}〔设置中调整：${parts}〕`, `${name} [changed in settings: ${parts}]`),
  switchedOff: (by: "sheet" | "settings"): Text =>
    by === "sheet"
      ? text("已在工作簿的校验规则表中停用", "switched off on the workbook's rules sheet")
      : text("已在设置中停用", "switched off in the settings"),
  summary: (sheet: number, settings: number): Text => {
    const zh = [
      ...(sheet > 0 ? [`${sheet} 条规则以工作簿的“校验规则”表为准`] : []),
      ...(settings > 0 ? [`${settings} 条规则在设置中调整过`] : []),
    ];
    const en = [
      ...(sheet > 0 ? [`${sheet} rules go by the workbook's rules sheet`] : []),
      ...(settings > 0 ? [`${settings} rules are changed in the settings`] : []),
    ];
    return text(`${zh.join("，")}。`, `${en.join("; ")}.`);
  },
} as const;
