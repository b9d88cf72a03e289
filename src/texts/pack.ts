/** Sentences about packs: reading them and linting them. */
import type { Text } from "../core/pack/pack";

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

const TYPES: ReadonlyMap<string, Text> = new Map([
  ["object", text("应写成一组名称和内容：{ … }。", "must be names with their values: { … }.")],
  ["array", text("应写成列表：[ … ]。", "must be a list: [ … ].")],
  ["string", text("应写成引号里的文字。", "must be a text in quotation marks.")],
  ["integer", text("应为整数，不加引号。", "must be a whole number without quotation marks.")],
  ["boolean", text("应为 true 或 false，不加引号。", "must be true or false without quotation marks.")],
]);

/** What each pattern of the schema asks for. */
const PATTERNS: ReadonlyMap<string, Text> = new Map([
  [
    "^[a-z][a-z0-9.-]*$",
    text(
      "编号应以小写字母开头，只用小写字母、数字、点和连字符。",
      "an id begins with a small letter and has small letters, digits, points and hyphens only.",
    ),
  ],
  [
    "^[0-9]{1,5}(\\.[0-9]{1,2})?$",
    text(
      '应为引号里的数，最多两位小数，如 "5"。',
      'must be a number in quotation marks, at most two decimals: "5".',
    ),
  ],
  [
    "^[0-9]{1,12}(\\.[0-9]{1,8})?[^0-9.]{0,10}$",
    text(
      '应为数和单位，如 "0.05万元"；不留容差写 "0"。',
      'must be a number with its unit: "0.05万元"; "0" for none.',
    ),
  ],
  [
    "^[0-9A-Za-z.-]+$",
    text("序号只用数字、英文字母、点和连字符。", "a number has digits, letters, points and hyphens only."),
  ],
]);

const LIMITS: ReadonlyMap<string, (most: string) => Text> = new Map([
  ["minLength", (): Text => text("不能是空白。", "must not be blank.")],
  ["maxLength", (most: string): Text => text(`最多 ${most} 个字符。`, `at most ${most} characters.`)],
  ["minItems", (most: string): Text => text(`至少要有 ${most} 项。`, `needs at least ${most}.`)],
  ["maxItems", (most: string): Text => text(`最多 ${most} 项。`, `at most ${most} items.`)],
  ["maxProperties", (most: string): Text => text(`最多 ${most} 项。`, `at most ${most} items.`)],
  ["minimum", (most: string): Text => text(`不能小于 ${most}。`, `must not be below ${most}.`)],
  ["maximum", (most: string): Text => text(`不能大于 ${most}。`, `must not be above ${most}.`)],
]);

export const PACK_TEXTS = {
  tooLarge: (limit: number): Text => ({
    "zh-CN": `指标包超过 ${limit} 个字符，未读取；请删减后再试。`,
    en: `the pack is longer than ${limit} characters and was not read; shorten it.`,
  }),
  tooDeep: (limit: number): Text => ({
    "zh-CN": `指标包嵌套超过 ${limit} 层，未读取；请检查括号。`,
    en: `the pack is nested deeper than ${limit} levels and was not read; check its brackets.`,
  }),
  tooMany: (limit: number): Text => ({
    "zh-CN": `指标包的内容超过 ${limit} 项，未读取；请删减后再试。`,
    en: `the pack holds more than ${limit} values and was not read; shorten it.`,
  }),
  notJson: (detail: string): Text => ({
    "zh-CN": `不是正确的 JSON（${detail}）；请按指标包格式检查。`,
    en: `is not proper JSON (${detail}); check it against the pack format.`,
  }),
  numberTooLarge: (): Text => ({
    "zh-CN": "数字过大；分值、金额请写成引号内的十进制数。",
    en: "number too large; write points and amounts as decimals in quotation marks.",
  }),
  forbiddenName: (name: string): Text => ({
    "zh-CN": `不允许的名称「${name}」；请改名。`,
    en: `the name "${name}" is not allowed; rename it.`,
  }),
  notAnObject: (): Text => ({
    "zh-CN": "指标包应是一个 JSON 对象。",
    en: "a pack is one JSON object.",
  }),
  noPackFile: (): Text => ({
    "zh-CN": "文件夹里没有 pack.json；请指向指标包所在的文件夹。",
    en: "the folder has no pack.json; point at the folder of the pack.",
  }),
  unknownPart: (name: string, known: string): Text => ({
    "zh-CN": `不认识的文件 ${name}；指标包文件夹里的 JSON 文件只能是 ${known}。`,
    en: `unknown file ${name}; the JSON files of a pack folder are ${known}.`,
  }),
  givenTwice: (name: string, file: string): Text => ({
    "zh-CN": `pack.json 和 ${file} 都写了 ${name}；请只留一处。`,
    en: `both pack.json and ${file} give ${name}; keep one of them.`,
  }),
  newer: (found: string, known: number): Text => ({
    "zh-CN": `指标包是第 ${found} 版格式，本程序只认识到第 ${known} 版；请升级程序。`,
    en: `the pack has format ${found}, this program knows formats up to ${known}; update the program.`,
  }),
  required: (name: string): Text => ({ "zh-CN": `缺少「${name}」。`, en: `"${name}" is missing.` }),
  unknownProperty: (name: string): Text => ({
    "zh-CN": `不认识的名称「${name}」；请检查拼写。`,
    en: `unknown name "${name}"; check its spelling.`,
  }),
  /** @param type as the schema calls it */
  wrongType: (type: string): Text => TYPES.get(type) ?? { "zh-CN": `应为 ${type}。`, en: `must be ${type}.` },
  oneOf: (values: readonly string[]): Text => ({
    "zh-CN": `只能是 ${values.join("、")}。`,
    en: `must be ${values.length === 1 ? "" : "one of "}${values.join(", ")}.`,
  }),
  /** @param pattern as the schema has it */
  pattern: (pattern: string): Text =>
    PATTERNS.get(pattern) ?? {
      "zh-CN": `写法不对，应符合 ${pattern}。`,
      en: `wrong form, should match ${pattern}.`,
    },
  /** @param keyword of the schema: maxLength, minItems … */
  limit: (keyword: string, most: string): Text =>
    LIMITS.get(keyword)?.(most) ?? {
      "zh-CN": `不符合指标包格式（${keyword}）。`,
      en: `against the format (${keyword}).`,
    },
  more: (count: number): Text => ({
    "zh-CN": `另有 ${count} 处问题未列出。`,
    en: `${count} more problems not listed.`,
  }),

  doubled: (what: string): Text => ({ "zh-CN": `「${what}」重复。`, en: `"${what}" stands twice.` }),
  unknownDimension: (name: string): Text => ({
    "zh-CN": `没有名为「${name}」的维度；请在 dimensions 里定义。`,
    en: `no dimension is named "${name}"; define it in dimensions.`,
  }),
  unknownMember: (name: string, dimension: string): Text => ({
    "zh-CN": `维度「${dimension}」没有成员「${name}」。`,
    en: `dimension "${dimension}" has no member "${name}".`,
  }),
  unknownColumn: (id: string, table: string): Text => ({
    "zh-CN": `表「${table}」没有编号为 ${id} 的列。`,
    en: `table "${table}" has no column with the id ${id}.`,
  }),
  open: (what: Text): Text => ({
    "zh-CN": `待补充：${what["zh-CN"]}。`,
    en: `to be filled in: ${what.en}.`,
  }),
  unknownTable: (id: string): Text => ({
    "zh-CN": `没有编号为 ${id} 的表；请在 tables 里定义。`,
    en: `no table has the id ${id}; define it in tables.`,
  }),
  gradesFall: (): Text => ({
    "zh-CN": "等次要从高到低写。",
    en: "grades are written from the best down.",
  }),
  unknownSection: (id: string): Text => ({
    "zh-CN": `没有编号为 ${id} 的部分；请在 sections 里定义。`,
    en: `no section has the id ${id}; define it in sections.`,
  }),
  unknownUnit: (name: string): Text => ({
    "zh-CN": `不认识的金额单位「${name}」。`,
    en: `unknown unit of money "${name}".`,
  }),
  noHeaders: (): Text => ({
    "zh-CN": "没有表头写法，表格识别不到这一列。",
    en: "no header wordings, so the column is never recognised.",
  }),
  /** @param position of the first character concerned, counted from 1 */
  formula: (detail: Text, position: number, near: string): Text => ({
    "zh-CN": `第 ${position} 个字符${near === "" ? "" : `「${near}」`}：${detail["zh-CN"]}`,
    en: `character ${position}${near === "" ? "" : ` ("${near}")`}: ${detail.en}`,
  }),
  neverTrue: (value: string, dimension: string): Text => ({
    "zh-CN": `条件永远不成立：维度「${dimension}」没有成员「${value}」。`,
    en: `the condition never holds: dimension "${dimension}" has no member "${value}".`,
  }),
  columnWithoutHeaders: (column: string): Text => ({
    "zh-CN": `永远不会运行：列「${column}」没有表头写法，识别不到。`,
    en: `never runs: column "${column}" has no header wordings and is never recognised.`,
  }),
  unknownFact: (id: string): Text => ({
    "zh-CN": `没有编号为“${id}”的事实；请检查拼写。`,
    en: `there is no fact "${id}"; check its spelling.`,
  }),
  unknownCheck: (id: string): Text => ({
    "zh-CN": `没有编号为 ${id} 的规则。`,
    en: `no check has the id ${id}.`,
  }),
  unknownTolerance: (unit: string): Text => ({
    "zh-CN": `不认识的单位「${unit}」。`,
    en: `unknown unit "${unit}".`,
  }),
  sameFormula: (other: string): Text => ({
    "zh-CN": `与规则 ${other} 的公式相同，永远不会发现新问题。`,
    en: `the same formula as check ${other}, so it never finds anything new.`,
  }),
  alwaysEqual: (): Text => ({
    "zh-CN": "公式两边相同，永远不会发现问题。",
    en: "both sides are the same, so it never finds anything.",
  }),
  maxima: (sum: string, total: string): Text => ({
    "zh-CN": `各指标分值合计 ${sum} 分，与总分 ${total} 分不符。`,
    en: `the maxima add up to ${sum}, not to ${total}.`,
  }),
  maximaBelow: (sum: string, limit: string): Text => ({
    "zh-CN": `各指标分值合计 ${sum} 分，达不到上限 ${limit} 分。`,
    en: `the maxima add up to ${sum} and never reach the limit of ${limit}.`,
  }),
  wrongPart: (method: string, part: string): Text => ({
    "zh-CN": `计分方法 ${method} 不能用在「${part}」部分。`,
    en: `method ${method} does not belong in a section of the part "${part}".`,
  }),
  emptyText: (language: string): Text => ({
    "zh-CN": `${language} 文本为空。`,
    en: `the ${language} text is empty.`,
  }),
  missingEnglish: (): Text => ({
    "zh-CN": "缺少 en 文本，英文界面将显示中文。",
    en: "the en text is missing; Chinese is shown instead.",
  }),
  notTranslated: (): Text => ({
    "zh-CN": "en 文本仍是中文。",
    en: "the en text is still Chinese.",
  }),
  unusedPlace: (name: string): Text => ({
    "zh-CN": `完成情况的句子用到 {${name}}，但 values 里没有它。`,
    en: `the sentence uses {${name}}, which values lacks.`,
  }),
  unusedValue: (name: string): Text => ({
    "zh-CN": `values 里的 ${name} 没有在句子中用到。`,
    en: `the value ${name} is not used in the sentence.`,
  }),
  assumed: (name: Text): Text => ({
    "zh-CN": `† 「${name["zh-CN"]}」用的是默认口径，请对照当年通知核实。`,
    en: `† "${name.en}" goes by our default; check it against the year's notice.`,
  }),
  unknownMethod: (name: string, known: string): Text => ({
    "zh-CN": `没有名为 ${name} 的计分方法；可用的有 ${known}。`,
    en: `no scoring method is named ${name}; there are ${known}.`,
  }),
  unknownParameter: (name: string, known: string): Text => ({
    "zh-CN": `计分方法没有参数「${name}」${known === "" ? "，它不需要参数" : `；可用的有 ${known}`}。`,
    en: `the method has no parameter "${name}"; ${known === "" ? "it takes none" : `there are ${known}`}.`,
  }),
} as const;
