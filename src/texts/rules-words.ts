/** The words in which a rule is told to people. */
import type { Text } from "../core/pack/pack";

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

type Call = (operands: readonly string[], where: string) => Text;

const FUNCTIONS: Readonly<
  Record<"SUM" | "COUNT" | "TOTAL" | "TOTALROW" | "DAYS" | "WORKDAYS" | "ROUND" | "MIN" | "MAX" | "ABS", Call>
> = {
  SUM: ([what = "", table = ""], where) =>
    text(
      `${table === "" ? "" : `${table}表中`}${where === "" ? "各行" : `${where}的`}${what}之和`,
      `sum of ${what}${table === "" ? "" : ` (${table})`}${where === "" ? "" : ` where ${where}`}`,
    ),
  COUNT: ([table = ""], where) =>
    text(
      where === "" ? `${table}表的行数` : `${table}表中${where}的行数`,
      `number of rows (${table})${where === "" ? "" : ` where ${where}`}`,
    ),
  TOTAL: ([what = ""]) => text(`${what}（合计）`, `${what}, in total`),
  TOTALROW: ([what = ""]) => text(`合计行的${what}`, `${what} in the total row`),
  DAYS: ([from = "", to = ""]) => text(`${from}至${to}的天数`, `days from ${from} to ${to}`),
  WORKDAYS: ([from = "", to = ""]) => text(`${from}至${to}的工作日`, `working days from ${from} to ${to}`),
  ROUND: ([what = "", decimals = ""]) =>
    text(`${what}（四舍五入到 ${decimals} 位小数）`, `${what} rounded to ${decimals} decimals`),
  MIN: (what) => text(`${what.join("、")}中最小的`, `the least of ${what.join(", ")}`),
  MAX: (what) => text(`${what.join("、")}中最大的`, `the greatest of ${what.join(", ")}`),
  ABS: ([what = ""]) => text(`${what}的绝对值`, `size of ${what}`),
};

export const DESCRIBE = {
  functions: FUNCTIONS,
  operators: {
    "+": text("＋", " + "),
    "-": text("－", " - "),
    "*": text("×", " × "),
    "/": text("÷", " ÷ "),
    "=": text("=", "="),
    "<>": text("≠", "≠"),
    "<": text("<", "<"),
    "<=": text("≤", "≤"),
    ">": text(">", ">"),
    ">=": text("≥", "≥"),
  },
  quoted: (value: string) => text(`“${value}”`, `"${value}"`),
  everyColumn: () => text("各列", "each column"),
  columnOfTable: (table: string, column: string) => text(`${table}表的${column}`, `${column} (${table})`),
  forEach: (keys: readonly string[], body: string) =>
    text(`每个${keys.join("、每个")}：${body}`, `for each ${keys.join(" and ")}: ${body}`),
  where: (condition: string) => text(`（${condition}的各行）`, ` (rows where ${condition})`),
  and: (left: string, right: string) => text(`${left}且${right}`, `${left} and ${right}`),
  or: (left: string, right: string) => text(`${left}或${right}`, `${left} or ${right}`),
  not: (what: string) => text(`并非${what}`, `not ${what}`),
  in: (what: string, values: readonly string[]) =>
    text(`${what}属于${values.join("、")}`, `${what} is one of ${values.join(", ")}`),
  present: (what: string) => text(`${what}已填`, `${what} is filled in`),
  unique: (what: readonly string[]) =>
    text(`${what.join("、")}不重复`, `no two rows share ${what.join(", ")}`),
  same: (what: readonly string[]) => text(`${what.join("、")}一致`, `the same keys in ${what.join(", ")}`),
};
