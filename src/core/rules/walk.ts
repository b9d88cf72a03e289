/** Walking typed trees. */
import type { ColumnSpec } from "../pack/pack";
import type { Body, ColumnNode, Node, Test } from "./typed";

/** Every figure node of a tree, outermost first, from left to right. */
export function nodesOf(tree: Node | Test): readonly Node[] {
  const found: Node[] = [];
  visit(tree, (node) => {
    found.push(node);
    return true;
  });
  return found;
}

/** The columns that stand bare: in no SUM, COUNT or TOTAL. */
export function columnsOf(tree: Node | Test): readonly ColumnNode[] {
  const found: ColumnNode[] = [];
  visit(tree, (node) => {
    if (node.kind === "cell" || node.kind === "member") found.push(node);
    return node.kind !== "sum" && node.kind !== "count" && node.kind !== "total";
  });
  return found;
}

/** The columns that a series of comparisons looks at; of a dimension's members, all. */
export function columnsOfBody(body: Body): readonly ColumnSpec[] {
  if (body.kind !== "test") return body.columns.map(({ column }) => column);
  const trees = body.where === undefined ? [body.test] : [body.test, body.where];
  return trees.flatMap(nodesOf).flatMap((node) => {
    if (node.kind === "cell") return [node.column];
    return node.kind === "member" ? [...node.columns.values()] : [];
  });
}

/** @param enter gives false where the parts of a node are not wanted */
function visit(tree: Node | Test, enter: (node: Node) => boolean): void {
  switch (tree.kind) {
    case "compare":
    case "and":
    case "or":
      visit(tree.left, enter);
      visit(tree.right, enter);
      return;
    case "not":
    case "present":
      visit(tree.operand, enter);
      return;
    case "in":
      visit(tree.operand, enter);
      return;
    default:
      break;
  }
  if (!enter(tree)) return;
  switch (tree.kind) {
    case "cell":
    case "member":
    case "constant":
    case "text":
      return;
    case "sum":
      visit(tree.operand, enter);
      if (tree.where !== undefined) visit(tree.where, enter);
      return;
    case "count":
      if (tree.where !== undefined) visit(tree.where, enter);
      return;
    case "total":
    case "negate":
    case "abs":
    case "round":
      visit(tree.operand, enter);
      return;
    case "arithmetic":
      visit(tree.left, enter);
      visit(tree.right, enter);
      return;
    case "days":
      visit(tree.from, enter);
      visit(tree.to, enter);
      return;
    case "extreme":
      for (const operand of tree.operands) visit(operand, enter);
  }
}
