/**
 * The one door: workbook + pack + answers → evaluation. Every front end calls it.
 */
import type { Answers } from "./answers/answers";
import type { CheckResult } from "./checks/finding";
import type { Language, Pack } from "./pack/pack";
import type { Score } from "./scoring/score";
import type { SheetArea } from "./workbook/address";
import type { WorkbookSnapshot } from "./workbook/snapshot";

export interface EvaluateOptions {
  readonly language: Language;
  /** Called between tables and rules; a host shows progress and throws to cancel. */
  readonly onStep?: (step: Step) => void;
}

export interface Step {
  readonly done: number;
  readonly of: number;
  /** What is being worked on, in the language asked for. */
  readonly name: string;
}

/** Plain data throughout, so that it passes between a worker and a screen as it is. */
export interface Evaluation {
  readonly pack: { readonly id: string; readonly version: string; readonly title: string };
  readonly language: Language;
  /** Tables as recognised, in the pack's order. */
  readonly tables: readonly TableSummary[];
  /** Rules of the pack, for names and help beside their findings. */
  readonly rules: readonly RuleSummary[];
  readonly checks: CheckResult;
  readonly score: Score;
  /** Entries on our sheets that differ from an answers file, and answers that could not be taken, as sentences. */
  readonly conflicts: readonly string[];
  /** Explanations that match no finding; kept, never dropped. */
  readonly unmatchedExplanations: readonly string[];
  /** The answers that won, to be stored with our sheets. */
  readonly answers: Answers;
}

/** What was recognised and how surely. */
export interface TableSummary {
  readonly id: string;
  readonly label: string;
  readonly place: SheetArea;
  /** Name of the money unit; "" where the table has no money. */
  readonly unit: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly rows: number;
  readonly columns: readonly { readonly id: string; readonly header: string; readonly place: SheetArea }[];
}

export interface RuleSummary {
  readonly id: string;
  readonly name: string;
  /** What to do about a finding of this rule. */
  readonly help: string;
  readonly formulas: readonly string[];
}

export declare function evaluate(
  workbook: WorkbookSnapshot,
  pack: Pack,
  answers: Answers,
  options: EvaluateOptions,
): Evaluation;
