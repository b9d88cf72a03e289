/** What goes wrong between a front and a workbook, whatever holds it. */
import type { Text } from "../core/pack/pack";

export type ProblemCode =
  | "cell-edit"
  | "protected-sheet"
  | "protected-structure"
  | "read-only"
  | "manual-calculation"
  | "too-old"
  | "not-ready"
  | "lost-connection"
  | "too-large"
  | "changed-meanwhile"
  | "sheet-gone"
  | "unreadable"
  | "cancelled"
  | "other";

/** A failure that the officer can read: what happened and what to do. */
export class HostProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly text: Text,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.name = "HostProblem";
  }
}
