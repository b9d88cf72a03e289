/**
 * The one door: workbook + pack + answers → evaluation. Every front end calls it.
 */
import type { Answers } from "./answers/answers";
import type { CheckResult } from "./checks/finding";
import type { Language, Pack } from "./pack/pack";
import type { Score } from "./scoring/score";
import type { Recognition } from "./tables/table";
import type { WorkbookSnapshot } from "./workbook/snapshot";

export interface EvaluateOptions {
  readonly language: Language;
  /** Called between tables and rules; a host uses it for progress and throws to cancel. */
  readonly onStep?: (step: { readonly done: number; readonly of: number; readonly name: string }) => void;
}

export interface Evaluation {
  readonly pack: { readonly id: string; readonly version: string };
  readonly recognition: Recognition;
  readonly checks: CheckResult;
  readonly score: Score;
  /** Entries on our sheets that differ from an answers file, and answers that could not be taken, as sentences. */
  readonly conflicts: readonly string[];
  /** Explanations that match no finding; kept, never dropped. */
  readonly unmatchedExplanations: readonly string[];
}

export declare function evaluate(
  workbook: WorkbookSnapshot,
  pack: Pack,
  answers: Answers,
  options: EvaluateOptions,
): Evaluation;
