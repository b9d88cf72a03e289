/** The words of the rule language in Chinese and English, and how both are written canonically. */
import type { Language } from "../pack/pack";
import type { ArithmeticOperator, ComparisonOperator, FunctionName } from "./syntax";

/** Canonical Chinese name of each function. */
export const FUNCTION_NAMES: Readonly<Record<FunctionName, string>> = {
  SUM: "求和",
  COUNT: "计数",
  TOTAL: "合计",
  TOTALROW: "合计行",
  DAYS: "天数",
  WORKDAYS: "工作日",
  ROUND: "舍入",
  MIN: "最小",
  MAX: "最大",
  ABS: "绝对值",
};

/** What a test is called: these give true or false. */
export const TEST_NAMES = { PRESENT: "有值", UNIQUE: "不重复", SAME: "同集合" } as const;
export type TestName = keyof typeof TEST_NAMES;

/** Every spelling of a function or test, in upper case, with what it stands for. */
export const FUNCTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...FUNCTION_NAMES, ...TEST_NAMES }).flatMap(([name, chinese]) => [
    [name, name],
    [chinese, name],
  ]),
);

export const KEYWORDS = {
  forEach: { "zh-CN": "每个", en: "FOR EACH" },
  where: { "zh-CN": "当", en: "WHERE" },
  and: { "zh-CN": "且", en: "AND" },
  or: { "zh-CN": "或", en: "OR" },
  not: { "zh-CN": "非", en: "NOT" },
  in: { "zh-CN": "属于", en: "IN" },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const OPERATORS: Readonly<
  Record<ArithmeticOperator | ComparisonOperator, Readonly<Record<Language, string>>>
> = {
  "+": { "zh-CN": "+", en: "+" },
  "-": { "zh-CN": "-", en: "-" },
  "*": { "zh-CN": "×", en: "*" },
  "/": { "zh-CN": "÷", en: "/" },
  "=": { "zh-CN": "=", en: "=" },
  "<>": { "zh-CN": "≠", en: "<>" },
  "<": { "zh-CN": "<", en: "<" },
  "<=": { "zh-CN": "≤", en: "<=" },
  ">": { "zh-CN": ">", en: ">" },
  ">=": { "zh-CN": "≥", en: ">=" },
};

/** How tightly an operator binds; equal ones from left to right. */
export const BINDING: Readonly<Record<ArithmeticOperator, number>> = { "+": 1, "-": 1, "*": 2, "/": 2 };

/** A formula longer than this is refused unread. */
export const MAX_LENGTH = 2000;
/** Brackets and signs within one another. */
export const MAX_NESTING = 50;
