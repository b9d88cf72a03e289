/** A side of a comparison as a sum of columns with signs, where it is one: such sides are compared in integers. */
import type { Decimal } from "../figures/decimal";
import { tenTo } from "../figures/decimal";
import type { Node } from "./typed";

export type Leaf = Exclude<Node, { readonly kind: "arithmetic" | "negate" | "constant" | "text" }>;

export interface Linear {
  readonly terms: readonly { readonly sign: 1 | -1; readonly leaf: Leaf }[];
  /** Sum of the literals, in base units. */
  readonly constants: readonly Decimal[];
}

/** left - right as signed terms; undefined where a product, quotient or text stands in it. */
export function linearDifference(left: Node, right: Node): Linear | undefined {
  const terms: { readonly sign: 1 | -1; readonly leaf: Leaf }[] = [];
  const constants: Decimal[] = [];
  const open: { readonly sign: 1 | -1; readonly node: Node }[] = [
    { sign: -1, node: right },
    { sign: 1, node: left },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { sign, node } = next;
    const other = sign === 1 ? -1 : 1;
    switch (node.kind) {
      case "text":
        return undefined;
      case "constant": {
        const value = node.value.times(tenTo(node.unit?.power ?? 0));
        constants.push(sign === 1 ? value : value.negated());
        break;
      }
      case "negate":
        open.push({ sign: other, node: node.operand });
        break;
      case "arithmetic":
        if (node.operator !== "+" && node.operator !== "-") return undefined;
        open.push(
          { sign: node.operator === "+" ? sign : other, node: node.right },
          { sign, node: node.left },
        );
        break;
      case "days":
        // to - from: calendar days are a difference of two columns.
        if (node.working) terms.push({ sign, leaf: node });
        else open.push({ sign: other, node: node.from }, { sign, node: node.to });
        break;
      default:
        terms.push({ sign, leaf: node });
    }
  }
  return { terms, constants };
}
