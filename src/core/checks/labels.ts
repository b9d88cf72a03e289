/** What the sides of a comparison are, in the labels of the pack: "到户＋到乡＋到村＋到县（行业部门）". */
import { DESCRIBE } from "../../texts/rules-words";
import type { Language, Text } from "../pack/pack";
import { BINDING } from "../rules/names";
import type { Comparison, RuleContext } from "../rules/language";
import { keysOf } from "../rules/context";
import type { ColumnNode, Node, Test } from "../rules/typed";
import { nodesOf } from "../rules/walk";

interface Naming {
  readonly language: Language;
  readonly context: RuleContext;
  readonly comparison: Comparison;
  /** The only table of the comparison, which needs no naming. */
  readonly table: string | undefined;
}

/** Labels that no key takes part in: one text for all rows. */
const labels = new WeakMap<Node, Partial<Record<Language, string>>>();

export function sideLabel(
  node: Node | undefined,
  comparison: Comparison,
  context: RuleContext,
  language: Language,
): string {
  if (node === undefined) return "";
  if (comparison.point.keys.length > 0) return labelOf(node, comparison, context, language);
  let known = labels.get(node);
  if (known === undefined) labels.set(node, (known = {}));
  return (known[language] ??= labelOf(node, comparison, context, language));
}

function labelOf(node: Node, comparison: Comparison, context: RuleContext, language: Language): string {
  const tables = new Set(comparison.body.tables.map(({ id }) => id));
  const table = tables.size === 1 ? [...tables][0] : undefined;
  return words(node, { language, context, comparison, table });
}

/** The tables that a side looks at, by id, in their order. */
export function tablesOfSide(node: Node | undefined): readonly string[] {
  if (node === undefined) return [];
  return [...new Set(nodesOf(node).flatMap((one) => ("table" in one ? [one.table.id] : [])))];
}

function words(node: Node, naming: Naming): string {
  const { language } = naming;
  switch (node.kind) {
    case "constant":
      return "";
    case "text":
      return DESCRIBE.quoted(node.value)[language];
    case "cell":
    case "member":
      return column(node, naming);
    case "negate":
      return `-${bracketed(node.operand, 3, true, naming)}`;
    case "abs":
      return DESCRIBE.functions.ABS([words(node.operand, naming)], "")[language];
    case "round":
      return DESCRIBE.functions.ROUND([words(node.operand, naming), String(node.decimals)], "")[language];
    case "extreme":
      return DESCRIBE.functions[node.greatest ? "MAX" : "MIN"](
        node.operands.map((one) => part(one, naming)),
        "",
      )[language];
    case "arithmetic": {
      const sign = DESCRIBE.operators[node.operator][language];
      return (
        bracketed(node.left, BINDING[node.operator], false, naming) +
        sign +
        bracketed(node.right, BINDING[node.operator], true, naming)
      );
    }
    case "sum": {
      const inner = { ...naming, table: node.table.id };
      const table = node.table.id === naming.table ? "" : node.table.label[language];
      return DESCRIBE.functions.SUM([part(node.operand, inner), table], condition(node.where, inner))[
        language
      ];
    }
    case "count": {
      const where = condition(node.where, { ...naming, table: node.table.id });
      return DESCRIBE.functions.COUNT([node.table.label[language]], where)[language];
    }
    case "total":
      return DESCRIBE.functions[node.printed ? "TOTALROW" : "TOTAL"]([column(node.operand, naming)], "")[
        language
      ];
    case "days":
      return DESCRIBE.functions[node.working ? "WORKDAYS" : "DAYS"](
        [part(node.from, naming), part(node.to, naming)],
        "",
      )[language];
  }
}

/** Inside a longer label a literal is worth saying. */
function part(node: Node, naming: Naming): string {
  return node.kind === "constant" ? node.value.toFixed() + (node.unit?.name ?? "") : words(node, naming);
}

function bracketed(node: Node, binding: number, right: boolean, naming: Naming): string {
  const text = part(node, naming);
  if (node.kind !== "arithmetic") return text;
  const own = BINDING[node.operator];
  return own < binding || (right && own === binding) ? `(${text})` : text;
}

function column(node: ColumnNode, naming: Naming): string {
  const { language } = naming;
  const label = columnLabel(node, naming)[language];
  if (node.table.id === naming.table) return label;
  return DESCRIBE.columnOfTable(node.table.label[language], label)[language];
}

function columnLabel(node: ColumnNode, naming: Naming): Text {
  if (node.kind === "cell") return node.column.label;
  const key = naming.comparison.point.keys.find(({ dimension }) => dimension === node.dimension)!;
  // A member without a column was not compared.
  return node.columns.get(keysOf(naming.context, node.dimension).names[key.number]!)!.label;
}

function condition(test: Test | undefined, naming: Naming): string {
  if (test === undefined) return "";
  const { language } = naming;
  switch (test.kind) {
    case "compare":
      return `${part(test.left, naming)}${DESCRIBE.operators[test.operator][language]}${part(test.right, naming)}`;
    case "and":
    case "or":
      return DESCRIBE[test.kind](condition(test.left, naming), condition(test.right, naming))[language];
    case "not":
      return DESCRIBE.not(condition(test.operand, naming))[language];
    case "in":
      return DESCRIBE.in(
        part(test.operand, naming),
        test.values.map((value) => part(value, naming)),
      )[language];
    case "present":
      return DESCRIBE.present(column(test.operand, naming))[language];
  }
}
