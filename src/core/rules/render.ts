/** The canonical text of a formula; parsing it gives the same formula. */
import type { Language } from "../pack/pack";
import { BINDING, FUNCTION_NAMES, KEYWORDS, OPERATORS, TEST_NAMES } from "./names";
import type { Condition, Expression, Formula } from "./syntax";

const NAME = /^[\p{L}\p{M}_][\p{L}\p{M}_0-9０-９]*$/u;
/** Words that the grammar would take for its own. */
const RESERVED = /^(?:for|each|and|or|not|in|where|或者|或|并且|且|非|属于|当)$/i;

export function renderFormula(formula: Formula, language: Language): string {
  const { forEach, condition, where } = formula;
  const chinese = language === "zh-CN";
  const keys = forEach.map(({ name }) => renderName(name)).join(chinese ? "，" : ", ");
  const head = forEach.length === 0 ? "" : `${KEYWORDS.forEach[language]} ${keys}${chinese ? "：" : ": "}`;
  const tail = where === undefined ? "" : ` ${KEYWORDS.where[language]} ${renderCondition(where, language)}`;
  return head + renderCondition(condition, language) + tail;
}

/** A name as it may stand in a formula: in 「」 where it would else be misread. */
export function renderName(name: string): string {
  const plain =
    NAME.test(name) && !RESERVED.test(name) && !/^(?:每个|每一个)/.test(name) && !/^for[\s]*each/i.test(name);
  return plain ? name : `「${name}」`;
}

function renderText(value: string): string {
  if (!value.includes('"')) return `"${value}"`;
  return value.includes("”") ? `＂${value}＂` : `“${value}”`;
}

export function renderExpression(expression: Expression, language: Language): string {
  switch (expression.kind) {
    case "number":
      return expression.value + expression.unit;
    case "text":
      return renderText(expression.value);
    case "table":
      return renderName(expression.table);
    case "every-column":
      return `${renderName(expression.table)}.*`;
    case "column":
      return `${renderName(expression.table)}.${renderName(expression.column)}`;
    case "negate": {
      const inner = renderExpression(expression.operand, language);
      return expression.operand.kind === "arithmetic" ? `-(${inner})` : `-${inner}`;
    }
    case "arithmetic": {
      const { operator, left, right } = expression;
      return `${operand(left, BINDING[operator], false, language)} ${OPERATORS[operator][language]} ${operand(right, BINDING[operator], true, language)}`;
    }
    case "call": {
      const name = language === "zh-CN" ? FUNCTION_NAMES[expression.name] : expression.name;
      const where =
        expression.where === undefined
          ? ""
          : ` ${KEYWORDS.where[language]} ${renderCondition(expression.where, language)}`;
      return call(name, expression.operands, where, language);
    }
  }
}

function call(name: string, operands: readonly Expression[], where: string, language: Language): string {
  const list = operands
    .map((one) => renderExpression(one, language))
    .join(language === "zh-CN" ? "，" : ", ");
  return language === "zh-CN" ? `${name}（${list}${where}）` : `${name}(${list}${where})`;
}

/** A right-hand side of equal strength keeps its brackets: a - (b - c). */
function operand(expression: Expression, binding: number, right: boolean, language: Language): string {
  const text = renderExpression(expression, language);
  if (expression.kind !== "arithmetic") return text;
  const own = BINDING[expression.operator];
  return own < binding || (right && own === binding) ? `(${text})` : text;
}

const STRENGTH = { or: 1, and: 2, not: 3 } as const;

export function renderCondition(condition: Condition, language: Language): string {
  switch (condition.kind) {
    case "compare":
      return `${renderExpression(condition.left, language)} ${OPERATORS[condition.operator][language]} ${renderExpression(condition.right, language)}`;
    case "and":
    case "or": {
      const word = KEYWORDS[condition.kind][language];
      return `${joined(condition.left, STRENGTH[condition.kind], false, language)} ${word} ${joined(condition.right, STRENGTH[condition.kind], true, language)}`;
    }
    case "not":
      return `${KEYWORDS.not[language]} ${joined(condition.operand, STRENGTH.not, false, language)}`;
    case "in": {
      const list = condition.values
        .map((value) => renderExpression(value, language))
        .join(language === "zh-CN" ? "，" : ", ");
      return `${renderExpression(condition.operand, language)} ${KEYWORDS.in[language]} (${list})`;
    }
    case "present":
      return call(language === "zh-CN" ? TEST_NAMES.PRESENT : "PRESENT", [condition.operand], "", language);
    case "unique":
      return call(language === "zh-CN" ? TEST_NAMES.UNIQUE : "UNIQUE", condition.columns, "", language);
    case "same":
      return call(language === "zh-CN" ? TEST_NAMES.SAME : "SAME", condition.columns, "", language);
  }
}

function joined(condition: Condition, strength: number, right: boolean, language: Language): string {
  const text = renderCondition(condition, language);
  if (condition.kind !== "and" && condition.kind !== "or" && condition.kind !== "not") return text;
  const own = STRENGTH[condition.kind];
  return own < strength || (right && own === strength) ? `(${text})` : text;
}
