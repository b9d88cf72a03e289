/** What the rule language says: errors of a formula, why something was not run, how a formula reads aloud. */
import type { Text } from "../core/pack/pack";

function text(chinese: string, english: string): Text {
  return { "zh-CN": chinese, en: english };
}

/** What the grammar could have taken, by the name it gives it. */
export const EXPECTATIONS: Readonly<Record<string, Text>> = {
  name: text("表名或列名", "a name"),
  number: text("数字", "a number"),
  text: text("引号中的文字", "a text in quotes"),
  function: text("函数", "a function"),
  end: text("公式结束", "the end of the formula"),
  "comparison (= <> < <= > >=)": text("比较符号（= ≠ < ≤ > ≥）", "a comparison (= <> < <= > >=)"),
  "+ or -": text("+ 或 -", "+ or -"),
  "* or /": text("× 或 ÷", "* or /"),
  "(": text("（", "("),
  ")": text("）", ")"),
  ".": text("“.”", '"."'),
  ":": text("冒号", "a colon"),
  ",": text("逗号", "a comma"),
  "-": text("负号", "a minus sign"),
  "FOR EACH": text("每个", "FOR EACH"),
  WHERE: text("当", "WHERE"),
  AND: text("且", "AND"),
  OR: text("或", "OR"),
  NOT: text("非", "NOT"),
  IN: text("属于", "IN"),
};

const QUANTITIES: Readonly<Record<string, Text>> = {
  money: text("金额", "money"),
  count: text("数量", "a count"),
  rate: text("比率", "a rate"),
  days: text("天数", "days"),
  number: text("数字", "a number"),
  date: text("日期", "a date"),
  text: text("文字", "text"),
};

export const RULE_TEXTS = {
  tooLong: (most: number) =>
    text(`公式超过 ${most} 个字符，请拆成几条。`, `The formula has more than ${most} characters; split it.`),
  tooDeep: (most: number) =>
    text(
      `括号嵌套超过 ${most} 层，请拆成几条。`,
      `Brackets are nested more than ${most} deep; split the formula.`,
    ),
  longNumber: () => text("数字超过 40 位。", "The number has more than 40 digits."),
  /** @param ended the text ends where more was wanted */
  unexpected: (
    ended: boolean,
    expected: { readonly "zh-CN": readonly string[]; readonly en: readonly string[] },
  ) =>
    text(
      `${ended ? "公式在此中断" : "不能用在这里"}，此处应为：${expected["zh-CN"].join("、")}。`,
      `${ended ? "The formula ends here" : "This cannot stand here"}; expected: ${expected.en.join(", ")}.`,
    ),
  unknownFunction: (
    name: string,
    names: { readonly "zh-CN": readonly string[]; readonly en: readonly string[] },
  ) =>
    text(
      `没有名为“${name}”的函数；有：${names["zh-CN"].join("、")}。`,
      `There is no function named "${name}"; there are: ${names.en.join(", ")}.`,
    ),
  figureWanted: () =>
    text("此处应为数值或文字，而不是条件。", "A figure or text belongs here, not a condition."),
  conditionWanted: () =>
    text(
      "此处应为条件（如 甲 = 乙），而不是数值。",
      "A condition (such as a = b) belongs here, not a figure.",
    ),
  whereOnlyInSums: () =>
    text("“当”只能写在求和、计数里或公式末尾。", "WHERE belongs in SUM, COUNT or at the end of the formula."),
  dividesByZero: () => text("除数总是 0。", "The divisor is always 0."),
  operands: (name: string, count: number) =>
    text(`${name} 应有 ${count} 个参数。`, `${name} takes ${count} argument${count === 1 ? "" : "s"}.`),
  unknownTable: (name: string, names: readonly string[]) =>
    text(
      `没有名为“${name}”的表；有：${names.join("、")}。`,
      `There is no table named "${name}"; there are: ${names.join(", ")}.`,
    ),
  unknownColumn: (table: string, name: string, names: readonly string[]) =>
    text(
      `表“${table}”没有名为“${name}”的列；有：${names.join("、")}。`,
      `Table "${table}" has no column named "${name}"; it has: ${names.join(", ")}.`,
    ),
  unknownDimension: (name: string, names: readonly string[]) =>
    text(
      `没有名为“${name}”的分组；有：${names.join("、")}。`,
      `There is no dimension named "${name}"; there are: ${names.join(", ")}.`,
    ),
  dimensionTwice: (name: string) => text(`分组“${name}”写了两次。`, `Dimension "${name}" is named twice.`),
  noMembers: (table: string, dimension: string) =>
    text(`表“${table}”没有按“${dimension}”分列的列。`, `Table "${table}" has no columns by "${dimension}".`),
  noKey: (table: string, dimension: string) =>
    text(
      `表“${table}”没有“${dimension}”列，不能按它分组。`,
      `Table "${table}" has no column of "${dimension}" to group by.`,
    ),
  unknownUnit: (word: string) =>
    text(
      `不认识单位“${word}”；可用元、万元、亿元、%、天、户、人、个等。`,
      `Unknown unit "${word}"; use 元, 万元, 亿元, %, 天, 户, 人, 个 or the like.`,
    ),
  tableAlone: (name: string) => text(`“${name}”后缺少“.列名”。`, `"${name}" lacks ".column".`),
  starOnlyInRules: () => text("“表.*”只能用在校验公式中。", "table.* belongs in a rule only."),
  twoStars: () => text("一个公式中只能有一个表用“.*”。", "Only one table of a formula may stand with .*."),
  nothingAdditive: (table: string) =>
    text(`表“${table}”没有可加总的列。`, `Table "${table}" has no column that adds up.`),
  noFigure: (quantity: string) =>
    quantity === "date"
      ? text(
          "日期不能这样计算；两个日期可以相减。",
          "Dates cannot be calculated with like this; two dates may be subtracted.",
        )
      : text("文字不能计算。", "Text cannot be calculated with."),
  doNotCombine: (operator: string, left: string, right: string) =>
    text(
      `${QUANTITIES[left]?.["zh-CN"] ?? left}与${QUANTITIES[right]?.["zh-CN"] ?? right}不能用“${operator}”计算。`,
      `${QUANTITIES[left]?.en ?? left} and ${QUANTITIES[right]?.en ?? right} cannot be combined by "${operator}".`,
    ),
  doNotCompare: (left: string, right: string) =>
    text(
      `${QUANTITIES[left]?.["zh-CN"] ?? left}与${QUANTITIES[right]?.["zh-CN"] ?? right}不能比较${
        [left, right].includes("money") && [left, right].includes("number")
          ? "，请给数字加上单位，如 5万元"
          : ""
      }。`,
      `${QUANTITIES[left]?.en ?? left} and ${QUANTITIES[right]?.en ?? right} cannot be compared${
        [left, right].includes("money") && [left, right].includes("number")
          ? "; give the number a unit, such as 5万元"
          : ""
      }.`,
    ),
  textOrder: () => text("文字只能用 = 或 ≠ 比较。", "Texts are compared by = or <> only."),
  columnWanted: () => text("此处应为“表.列”。", "A table.column belongs here."),
  literalWanted: () =>
    text("“属于”的括号里只能写文字或数字。", "Only texts or numbers may stand in the brackets of IN."),
  dateWanted: () => text("此处应为日期列。", "A date column belongs here."),
  decimalsWanted: () =>
    text("舍入的第二个参数应为小数位数。", "The second argument of ROUND is the number of decimals."),
  countTakesTable: () =>
    text("计数的参数应为表名，如 计数(项目)。", "COUNT takes a table, as in COUNT(项目)."),
  sumInSum: () => text("求和里不能再写求和、计数或合计。", "SUM, COUNT or TOTAL cannot stand within SUM."),
  oneTable: () => text("此处只能用同一张表的列。", "Only columns of one table may stand here."),
  twoTables: (first: string, second: string) =>
    text(
      `公式中并列了“${first}”与“${second}”两张表的列，请写明“每个 …：”或用求和、合计。`,
      `Columns of two tables, "${first}" and "${second}", stand bare; write FOR EACH …: or use SUM or TOTAL.`,
    ),
  whereNeedsRows: () =>
    text("公式末尾的“当”只能用于逐行的规则。", "WHERE at the end belongs to rules by row only."),
  setsStandAlone: () =>
    text("不重复、同集合须单独成为一条公式。", "UNIQUE and SAME stand alone in a formula."),
  sameNeedsKeys: () =>
    text(
      "同集合只能比较同一种分组的列，如各表的县市列。",
      "SAME compares key columns of one dimension only.",
    ),
  bareColumn: () =>
    text(
      "此处要得到一个值，列应放在求和、计数或合计里。",
      "One value is wanted: put the column in SUM, COUNT or TOTAL.",
    ),
};
