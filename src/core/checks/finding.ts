/** What checking gives: findings as values, never exceptions; counts; what was not run and why. */
import type { CellRef, SheetArea } from "../workbook/address";

export type Severity = "error" | "warning" | "notice";

/** One side of a failed comparison. */
export interface Side {
  /** Plain decimal in the finding's unit, date as YYYY-MM-DD, or text. */
  readonly value: string;
  readonly cells: readonly SheetArea[];
  /** What the side is, in the field's words: "到户＋到乡＋到村＋到县". */
  readonly label: string;
}

export interface Finding {
  /** Id of the rule, as in the pack or data.*, table.*, column.*, report.*. */
  readonly rule: string;
  readonly severity: Severity;
  /** Id of the table to look at first; "" where a finding belongs to none. */
  readonly table: string;
  /** Where to look first; undefined where there is no cell (a missing table). */
  readonly cell: CellRef | undefined;
  /** One plain sentence with the figures, in the language asked for. */
  readonly message: string;
  readonly left?: Side;
  readonly right?: Side;
  /** left - right, plain decimal in `unit`. */
  readonly difference?: string;
  /** min(u, cap), plain decimal in `unit`. */
  readonly tolerance?: string;
  /** Unit of value, difference and tolerance: that of the left side. */
  readonly unit?: string;
  /** Of a finding on a form: the form's key among the forms of the workbook. */
  readonly form?: string;
  /** Follows the finding's row through moves and renames; see answers. */
  readonly key: FindingKey;
  /** The officer's explanation of this very finding. */
  readonly explanation?: string;
  /** An explanation given for other figures in the same place. */
  readonly formerExplanation?: string;
}

/** Rule, table, row key (n-th of equals), column and both figures. */
export interface FindingKey {
  readonly rule: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly left: string;
  readonly right: string;
}

export interface NotRun {
  readonly rule: string;
  /** Id of the table that it could not run on; "" where it needs several. */
  readonly table: string;
  readonly why: string;
}

/** run = passed + errors + warnings + notices; findings of data.*, table.*, column.*, report.* stand outside. */
export interface CheckCounts {
  readonly run: number;
  readonly passed: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
  readonly counts: CheckCounts;
}
