/** What the officer says: manual scores, evidence, what does not apply, explanations, tables pointed at, pack. */

export interface Answers {
  /** Indicator no → points as typed. */
  readonly scores: Readonly<Record<string, string>>;
  readonly evidence: Readonly<Record<string, string>>;
  readonly notApplicable: readonly string[];
  readonly explanations: readonly Explanation[];
  /** Table id → address of its first header cell. */
  readonly tables: Readonly<Record<string, string>>;
  readonly pack: string | undefined;
}

/**
 * An explanation names its finding either by key (stored by us) or by address (`RULE@'SHEET'!CELL`, written by hand).
 */
export interface Explanation {
  readonly finding:
    | {
        readonly by: "key";
        readonly rule: string;
        readonly table: string;
        readonly row: string;
        readonly column: string;
        readonly left: string;
        readonly right: string;
      }
    | {
        readonly by: "address";
        readonly rule: string;
        readonly sheet: string;
        readonly row: number;
        readonly column: number;
      };
  readonly text: string;
}

export const NO_ANSWERS: Answers = {
  scores: {},
  evidence: {},
  notApplicable: [],
  explanations: [],
  tables: {},
  pack: undefined,
};
