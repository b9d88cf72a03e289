/** A formula with its names looked up and its quantities known: what evaluation walks. */
import type Decimal from "decimal.js";
import type { Unit } from "../figures/unit";
import type { ColumnSpec, KeyDimension, TableSpec } from "../pack/pack";
import type { ComparisonOperator, Span } from "./syntax";

/** "number" has no dimension of its own: a bare literal, or a quantity by a like quantity times another. */
export type Quantity = "money" | "count" | "rate" | "score" | "days" | "number" | "date" | "text";

/** A column of the current row, or of the rows of the current key. */
export interface CellNode {
  readonly kind: "cell";
  readonly table: TableSpec;
  readonly column: ColumnSpec;
  readonly quantity: Quantity;
  readonly at: Span;
}

/** The column that is the current member of a dimension. */
export interface MemberNode {
  readonly kind: "member";
  readonly table: TableSpec;
  readonly dimension: KeyDimension;
  readonly columns: ReadonlyMap<string, ColumnSpec>;
  readonly quantity: Quantity;
  readonly at: Span;
}

export type ColumnNode = CellNode | MemberNode;

export interface SumNode {
  readonly kind: "sum";
  readonly table: TableSpec;
  readonly operand: Node;
  readonly where: Test | undefined;
  readonly quantity: Quantity;
  readonly at: Span;
}

export interface CountNode {
  readonly kind: "count";
  readonly table: TableSpec;
  readonly where: Test | undefined;
  readonly quantity: "count";
  readonly at: Span;
}

export interface TotalNode {
  readonly kind: "total";
  /** True for TOTALROW: only the printed 合计 row will do. */
  readonly printed: boolean;
  readonly operand: ColumnNode;
  readonly quantity: Quantity;
  readonly at: Span;
}

export type Node =
  | ColumnNode
  | SumNode
  | CountNode
  | TotalNode
  /** In `unit`. */
  | {
      readonly kind: "constant";
      readonly value: Decimal;
      readonly unit: Unit | undefined;
      readonly quantity: Quantity;
      readonly at: Span;
    }
  | { readonly kind: "text"; readonly value: string; readonly quantity: "text"; readonly at: Span }
  | {
      readonly kind: "negate" | "abs";
      readonly operand: Node;
      readonly quantity: Quantity;
      readonly at: Span;
    }
  | {
      readonly kind: "arithmetic";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Node;
      readonly right: Node;
      readonly quantity: Quantity;
      readonly at: Span;
    }
  | {
      readonly kind: "days";
      readonly working: boolean;
      readonly from: Node;
      readonly to: Node;
      readonly quantity: "days";
      readonly at: Span;
    }
  | {
      readonly kind: "round";
      readonly operand: Node;
      readonly decimals: number;
      readonly quantity: Quantity;
      readonly at: Span;
    }
  | {
      readonly kind: "extreme";
      readonly greatest: boolean;
      readonly operands: readonly Node[];
      readonly quantity: Quantity;
      readonly at: Span;
    };

export type Test =
  | {
      readonly kind: "compare";
      readonly operator: ComparisonOperator;
      readonly left: Node;
      readonly right: Node;
      /** What both sides are. */
      readonly quantity: Quantity;
      readonly at: Span;
    }
  | { readonly kind: "and" | "or"; readonly left: Test; readonly right: Test; readonly at: Span }
  | { readonly kind: "not"; readonly operand: Test; readonly at: Span }
  | { readonly kind: "in"; readonly operand: Node; readonly values: readonly Node[]; readonly at: Span }
  | { readonly kind: "present"; readonly operand: ColumnNode; readonly at: Span };

/** Where a rule is tried. */
export type Scope =
  /** Each row of one table, the printed 合计 rows too where every column can stand in one. */
  | { readonly kind: "rows"; readonly table: TableSpec; readonly totals: boolean }
  /** Each key, or each combination of keys, of the dimensions. */
  | { readonly kind: "keys"; readonly dimensions: readonly KeyDimension[] }
  /** Once. */
  | { readonly kind: "whole" };

/** One series of comparisons. */
export type Body =
  | {
      readonly kind: "test";
      readonly scope: Scope;
      readonly test: Test;
      readonly where: Test | undefined;
      readonly tables: readonly TableSpec[];
      readonly optional: boolean;
    }
  | {
      readonly kind: "unique";
      readonly table: TableSpec;
      readonly columns: readonly CellNode[];
      readonly where: Test | undefined;
      readonly tables: readonly TableSpec[];
    }
  | { readonly kind: "same"; readonly columns: readonly CellNode[]; readonly tables: readonly TableSpec[] };
