/**
 * Which rows a condition picks, where it asks for texts or for whether anything stands there: told once for each
 * different text, or for a column at a time, instead of once a row.
 */
import { isNothing } from "../figures/amount";
import { FIGURE, NOT_A_NUMBER, NOTHING } from "../figures/figure";
import { speller, figuresOf, type RuleContext, type TableData, textsOf } from "./context";
import type { Node, Test } from "./typed";

/**
 * 1 for each data row that the condition picks, 0 for the others; undefined where it asks for more than that of the
 * table's own columns, or a cell cannot be read.
 */
export function textMask(test: Test, data: TableData, context: RuleContext): Uint8Array | undefined {
  const known = context.masks.get(test);
  if (known !== undefined) return known;
  const mask = maskOf(test, data, context);
  if (mask !== undefined) context.masks.set(test, mask);
  return mask;
}

function maskOf(test: Test, data: TableData, context: RuleContext): Uint8Array | undefined {
  switch (test.kind) {
    case "compare": {
      if (test.quantity !== "text") return undefined;
      const wanted = test.operator === "=";
      const [column, literal] = test.left.kind === "text" ? [test.right, test.left] : [test.left, test.right];
      return literal.kind === "text" ? among(column, [literal], wanted, data, context) : undefined;
    }
    case "in":
      return among(test.operand, test.values, true, data, context);
    case "present":
      return test.operand.quantity === "text"
        ? byText(test.operand, data, () => (text) => !isNothing(text))
        : byFigure(test.operand, data, context);
    case "and":
    case "or": {
      const left = maskOf(test.left, data, context);
      const right = left === undefined ? undefined : maskOf(test.right, data, context);
      if (left === undefined || right === undefined) return undefined;
      for (let index = 0; index < left.length; index += 1) {
        const [a, b] = [left[index]!, right[index]!];
        left[index] = test.kind === "and" ? a & b : a | b;
      }
      return left;
    }
    case "not": {
      const mask = maskOf(test.operand, data, context);
      return mask?.map((picked) => 1 - picked);
    }
  }
}

/** 1 where a figure or date stands that can be read. */
function byFigure(node: Node, data: TableData, context: RuleContext): Uint8Array | undefined {
  if (node.kind !== "cell" || node.table !== data.table.spec) return undefined;
  const place = data.table.columns.get(node.column.id);
  if (place === undefined) return undefined;
  const { states } = figuresOf(context, data, place);
  const mask = new Uint8Array(data.dataRows);
  for (let index = 0; index < mask.length; index += 1) {
    const state = states[index] ?? NOTHING;
    if (state === FIGURE) mask[index] = 1;
    else if (state !== NOTHING && state !== NOT_A_NUMBER) return undefined;
  }
  return mask;
}

function among(
  column: Node,
  values: readonly Node[],
  wanted: boolean,
  data: TableData,
  context: RuleContext,
): Uint8Array | undefined {
  const texts = values.flatMap((value) => (value.kind === "text" ? [value.value] : []));
  if (texts.length < values.length) return undefined;
  return byText(column, data, (spec) => {
    const spell = speller(context, spec);
    const literals = new Set(texts.map(spell));
    return (text) => literals.has(spell(text)) === wanted;
  });
}

function byText(
  node: Node,
  data: TableData,
  pickerOf: (spec: Extract<Node, { readonly kind: "cell" }>["column"]) => (text: string) => boolean,
): Uint8Array | undefined {
  if (node.kind !== "cell" || node.quantity !== "text" || node.table !== data.table.spec) return undefined;
  const place = data.table.columns.get(node.column.id);
  if (place === undefined) return undefined;
  const { ids, texts } = textsOf(data, place);
  const picks = pickerOf(node.column);
  const picked = texts.map((text) => (picks(text) ? 1 : 0));
  const mask = new Uint8Array(ids.length);
  for (let index = 0; index < ids.length; index += 1) mask[index] = picked[ids[index]!]!;
  return mask;
}
