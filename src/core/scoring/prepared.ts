/** A method of a pack ready to score, what it asks about the workbook and what it answers. */
import type { Unit } from "../figures/unit";
import type { Text } from "../pack/pack";
import type { SheetArea } from "../workbook/address";
import type { Fraction } from "./fraction";
import type { Term } from "./term";

/** What an expression of the pack comes to in the workbook. */
export type Reading =
  | {
      readonly ok: true;
      readonly value: Fraction;
      readonly unit: Unit;
      readonly cells: readonly SheetArea[];
      /** The arithmetic in figures: "231", "14645 + 22940". */
      readonly text: string;
      readonly formula:
        | { readonly ok: true; readonly formula: string }
        | { readonly ok: false; readonly why: Text };
    }
  | { readonly ok: false; readonly why: Text; readonly cells: readonly SheetArea[] };

/** How the checks of one id came out. */
export type CheckState =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly errors: number; readonly cells: readonly SheetArea[] }
  | { readonly kind: "not-run"; readonly why: string };

/** What a method may ask about the workbook. */
export interface ScoringInput {
  readonly read: (expression: string) => Reading;
  readonly check: (id: string) => CheckState;
}

/** Raw points before rounding, with the sentence that tells how they came about; or why there are none. */
export type Outcome =
  | { readonly ok: true; readonly term: Term; readonly sentence: Text }
  | { readonly ok: false; readonly why: Text; readonly cells: readonly SheetArea[] };

/** A method that scores from figures, its parameters read and checked once. */
export interface ComputedMethod {
  readonly kind: "computed";
  readonly name: string;
  readonly uses: Uses;
  readonly score: (input: ScoringInput) => Outcome;
}

/** A method's parameters read and checked once. */
export type Prepared =
  | { readonly kind: "entered"; readonly name: string; readonly tellsErrors: boolean; readonly uses: Uses }
  | ComputedMethod;

/** What a prepared method refers to, with places in the pack, for the linter. */
export interface Uses {
  /** `made` ones are put together by the method of its parameters. */
  readonly expressions: readonly { readonly path: string; readonly text: string; readonly made: boolean }[];
  readonly checks: readonly { readonly path: string; readonly id: string }[];
}
