/** What a program says of a workbook, in the shape of the command line's JSON, and how it can fail. */
export type AnsweredTable = {
  readonly id: string;
  readonly sheet: string;
  readonly range: string;
  readonly unit?: string | undefined;
  /** Told only by programs that can: pack column to column letter, data rows and total rows as the answer tells them. */
  readonly columns?: { readonly [columnId: string]: string } | undefined;
  readonly dataRows?: readonly string[] | undefined;
  readonly totalRows?: readonly string[] | undefined;
};
export type AnsweredFinding = {
  readonly rule: string;
  readonly severity: string;
  readonly sheet?: string | undefined;
  readonly cell?: string | undefined;
  readonly message?: string | undefined;
};
export type Answer = {
  readonly tables: readonly AnsweredTable[];
  readonly findings: readonly AnsweredFinding[];
};

export type FailureKind =
  | "crashed"
  | "table asked"
  | "table missed"
  | "table wrong"
  | "not asked"
  | "false finding"
  | "missed finding"
  | "wrong severity";

/** Notes a failure of the variant at hand. */
export type Fail = (kind: FailureKind, what: string) => void;
