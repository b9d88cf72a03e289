/** The score: each indicator with its points, how they came about, and the total. */
import type { SheetArea } from "../workbook/address";

export type ScoreStatus = "computed" | "manual" | "not-applicable" | "missing";

export interface ScoreItem {
  readonly no: string;
  readonly name: string;
  /** Id and label of the section. */
  readonly section: string;
  readonly sectionName: string;
  readonly part: "base" | "bonus" | "deduction";
  /** Plain decimal. */
  readonly max: string;
  /** Plain decimal; undefined where there is none. */
  readonly score: string | undefined;
  readonly status: ScoreStatus;
  /** How the score came about: formula and figures, or why there is none. */
  readonly basis: string;
  /** Sentence for 完成情况, "" where the pack has none or its figures are missing. */
  readonly facts: string;
  readonly cells: readonly SheetArea[];
  /** The live formula that gives the score, or why the sheet carries the value. */
  readonly formula: LiveFormula;
  readonly evidence: string;
  /** The officer gives the points (manual, bonus, deduction items). */
  readonly entered: boolean;
  readonly mayNotApply: boolean;
  /** Scoring criterion as the form prints it. */
  readonly criterion: string;
  readonly assumed: boolean;
}

export type LiveFormula =
  | { readonly kind: "formula"; readonly text: string }
  | { readonly kind: "value"; readonly why: string };

export interface Score {
  readonly items: readonly ScoreItem[];
  readonly base: string;
  readonly bonus: string;
  readonly deduction: string;
  readonly total: string;
  /** False while an item is missing. */
  readonly complete: boolean;
  /** Sum of the applicable maxima and of the scores, before scaling. */
  readonly applicableMax: string;
  readonly baseSum: string;
  /** How the base came about, with what was left out: "100 × 84.36 ÷ 85 = 99.25（…）". */
  readonly baseBasis: string;
}
