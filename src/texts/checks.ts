/** The sentences of findings: figures first, in the officer's own numbers, then what they mean. */
import type { Text } from "../core/pack/pack";

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

function joined(parts: readonly Text[]): Text {
  return { "zh-CN": parts.map((part) => part["zh-CN"]).join(""), en: parts.map((part) => part.en).join("") };
}

type Signs = Readonly<Record<"=" | "<>" | "<" | "<=" | ">" | ">=", Text>>;

/** What is so where the rule says otherwise. */
const FIGURES_SIGNS: Signs = {
  "=": text("≠", "≠"),
  "<>": text("＝", "="),
  "<": text("不小于", "is not below"),
  "<=": text("大于", "is above"),
  ">": text("不大于", "is not above"),
  ">=": text("小于", "is below"),
};
const DATE_SIGNS: Signs = {
  "=": text("≠", "≠"),
  "<>": text("＝", "="),
  "<": text("不早于", "is not before"),
  "<=": text("晚于", "is after"),
  ">": text("不晚于", "is not after"),
  ">=": text("早于", "is before"),
};

export const CHECK_TEXTS = {
  joined,
  totalRow: () => text("合计行", "Total row"),
  row: (key: Text) => text(`${key["zh-CN"]}：`, `${key.en}: `),
  sides: (
    left: string,
    leftValue: string,
    operator: keyof Signs,
    right: string,
    rightValue: string,
    dates: boolean,
    language: "zh-CN" | "en",
  ) => {
    const sign = (dates ? DATE_SIGNS : FIGURES_SIGNS)[operator][language];
    return [left, leftValue, sign, right, rightValue].filter((part) => part !== "").join(" ");
  },
  apart: (difference: string) => text(`，相差 ${difference}`, `; difference ${difference}`),
  beyond: (tolerance: string) =>
    text(`，超出尾数允许的 ${tolerance}。`, `, more than the ${tolerance} that rounding allows.`),
  rounding: () => text("，四舍五入的尾数可以解释。", ", which rounding explains."),
  truncation: () =>
    text("，像是截去了尾数而没有四舍五入。", ", as if digits were cut off instead of rounded."),
  wholePoints: () =>
    text(
      "：四舍五入到整数才相等，请按一位或两位小数填写。",
      ": equal only when rounded to a whole number; write one or two decimals.",
    ),
  stop: () => text("。", "."),
  shouldBe: (value: string) => text(`，应为 ${value}`, `; it should be ${value}`),
  days: (difference: string) => text(`，相差 ${difference} 天。`, `; difference ${difference} days.`),
  wrongText: (label: Text, found: string, wanted: string) =>
    found === ""
      ? text(`${label["zh-CN"]}为空，应为“${wanted}”。`, `${label.en} is blank; it should be "${wanted}".`)
      : text(
          `${label["zh-CN"]}为“${found}”，应为“${wanted}”。`,
          `${label.en} is "${found}"; it should be "${wanted}".`,
        ),
  forbiddenText: (label: Text, found: string) =>
    text(`${label["zh-CN"]}不应为“${found}”。`, `${label.en} should not be "${found}".`),
  unmet: (rule: Text) => text(`不符合：${rule["zh-CN"]}。`, `Not met: ${rule.en}.`),
  duplicate: (what: string, first: string) => text(`${what} 与 ${first} 重复。`, `${what} repeats ${first}.`),
  keyMissing: (table: Text, key: string, other: Text, cell: string) =>
    text(
      `${table["zh-CN"]}表没有“${key}”，${other["zh-CN"]}表有（${cell}）。`,
      `${table.en} lacks "${key}", which ${other.en} has (${cell}).`,
    ),
  someCells: (cells: readonly string[], count: number) =>
    cells.length < count
      ? text(`${cells.join("、")} 等 ${count} 处`, `${cells.join(", ")} and more, ${count} in all`)
      : text(cells.join("、"), cells.join(", ")),
  at: (cells: Text, why: Text) => text(`${cells["zh-CN"]}：${why["zh-CN"]}`, `${cells.en}: ${why.en}`),
  reasons: (reasons: readonly Text[]) =>
    text(`${reasons.map((one) => one["zh-CN"]).join("；")}。`, `${reasons.map((one) => one.en).join("; ")}.`),
  badRule: (formula: string, place: number, why: Text) =>
    text(
      `公式“${formula}”第 ${place} 个字符：${why["zh-CN"]}`,
      `formula "${formula}", character ${place}: ${why.en}`,
    ),
};

export const DATA_TEXTS = {
  tableMissing: (table: Text) =>
    text(
      `没有找到${table["zh-CN"]}表；请检查表头，或指定它在哪里。`,
      `No table "${table.en}" was found; check its headers, or point at it.`,
    ),
  /** One place alone is in doubt where it may be another table, or names another year. */
  tableInDoubt: (table: Text, place: string) =>
    text(
      `只有 ${place} 像${table["zh-CN"]}表，但它也可能是别的表，或写着别的年份；如果就是它，请指定。`,
      `Only ${place} looks like the table "${table.en}", but it may be another table, or names another year; point at it if it is the one.`,
    ),
  tableAmbiguous: (table: Text, places: readonly string[]) =>
    text(
      `有 ${places.length} 处都像${table["zh-CN"]}表：${places.join("、")}；请指定用哪一处；若是一张表分成几处，请先合到一处。`,
      `${places.length} places look like the table "${table.en}": ${places.join(", ")}; point at the right one, or put the parts of one table together.`,
    ),
  columnMissing: (table: Text, column: Text) =>
    text(
      `${table["zh-CN"]}表没有找到“${column["zh-CN"]}”列；请检查表头。`,
      `${table.en} has no column "${column.en}"; check its headers.`,
    ),
  optionalMissing: (table: Text, column: Text) =>
    text(
      `${table["zh-CN"]}表没有“${column["zh-CN"]}”列，用到它的校验没有运行；有该列的请检查表头。`,
      `${table.en} has no column "${column.en}", and the checks that need it were not run; if it has one, check its header.`,
    ),
  columnUnclear: (table: Text, column: Text, cells: readonly string[]) =>
    text(
      `${table["zh-CN"]}表有 ${cells.length} 列都像“${column["zh-CN"]}”：${cells.join("、")}；请改明表头。`,
      `${cells.length} columns of ${table.en} look like "${column.en}": ${cells.join(", ")}; tell their headers apart.`,
    ),
  errorValue: (column: Text, value: string) =>
    text(
      `${column["zh-CN"]}是错误值 ${value}，没有参加计算；请改正公式。`,
      `${column.en} holds the error ${value} and takes no part; mend the formula.`,
    ),
  notANumber: (column: Text, value: string) =>
    text(
      `${column["zh-CN"]}应为数字，单元格里是“${value}”。`,
      `${column.en} should be a figure; the cell holds "${value}".`,
    ),
  notADate: (column: Text, value: string) =>
    text(
      `${column["zh-CN"]}应为日期，单元格里是“${value}”。`,
      `${column.en} should be a date; the cell holds "${value}".`,
    ),
  textNumber: (column: Text, value: string, read: string) =>
    text(
      `${column["zh-CN"]}“${value}”是文本，已按 ${read} 读取；请改为数字。`,
      `${column.en} "${value}" is text, read as ${read}; make it a number.`,
    ),
  notCalculated: (column: Text) =>
    text(
      `${column["zh-CN"]}的公式没有计算结果；请在表格软件中重新计算并保存。`,
      `The formula in ${column.en} has no stored value; recalculate and save the workbook.`,
    ),
  tableUnit: (table: Text, unit: string, usual: string) =>
    text(
      `${table["zh-CN"]}表的单位是${unit}，其他表是${usual}；已换算。`,
      `${table.en} is in ${unit}, other tables in ${usual}; converted.`,
    ),
  columnUnit: (column: Text, unit: string, usual: string) =>
    text(
      `${column["zh-CN"]}列的单位是${unit}，本表是${usual}；已换算。`,
      `${column.en} is in ${unit}, its table in ${usual}; converted.`,
    ),
  cellUnit: (column: Text, count: number, usual: string) =>
    text(
      `${column["zh-CN"]}列有 ${count} 个单元格的单位与表头的${usual}不同；已换算。`,
      `${count} cells of ${column.en} are in another unit than the header's ${usual}; converted.`,
    ),
  shownUnit: (column: Text, count: number, usual: string) =>
    text(
      `${column["zh-CN"]}列有 ${count} 个单元格的数字格式显示的与表头的${usual}不同，按存储的数值读取；请核对单位。`,
      `The number format of ${count} cells of ${column.en} shows something else than the header's ${usual}; the stored value was read. Check the unit.`,
    ),
};
