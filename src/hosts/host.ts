/** What a host can do for a front: read the workbook, lead to a cell, keep the answers, write our sheets. */
import type { Finding } from "../core/checks/finding";
import type { Text } from "../core/pack/pack";
import type { SheetModel } from "../core/sheets/model";
import type { SheetArea } from "../core/workbook/address";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";

/** Calls on one host are queued by it: one operation at a time. Every call fails with a HostProblem or not at all. */
export interface Host {
  readonly kind: "excel" | "file";
  /** Marks in the user's cells (conditional formats of ours) and selection exist only where a workbook is live. */
  readonly live: boolean;
  read(options: ReadOptions): Promise<WorkbookSnapshot>;
  /** Selects the cells; "hidden" where a sheet, row or column is hidden: nothing is unhidden then. */
  select(area: SheetArea): Promise<"selected" | "hidden">;
  /** Unhides what hides the area, after the officer agreed, and selects it. */
  reveal(area: SheetArea): Promise<void>;
  /** The cells that the officer has selected now. */
  selection(): Promise<SheetArea>;
  /** Writes the answers part, then our sheets in place; on any failure the workbook is as it was. */
  write(output: HostOutput): Promise<WriteResult>;
  /** Colours the cells of findings; replaces earlier marks of ours. */
  mark(findings: readonly Finding[]): Promise<void>;
  /** Removes exactly our marks; gives how many. */
  clearMarks(): Promise<number>;
  /** Hears changed and recalculated cells, debounced; gives the way to stop. */
  onChange(listener: (areas: readonly SheetArea[]) => void): Promise<() => Promise<void>>;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: {
    readonly done: number;
    readonly of: number;
    readonly name: string;
  }) => void;
  /** Number formats and formulas that a first reading may leave out, wanted now. */
  readonly wanted?: readonly SheetArea[];
}

export interface HostOutput {
  /** Text of the answers part; it holds the values of our cells as written now. */
  readonly answersXml: string;
  /** None: only the answers are kept. */
  readonly sheets: readonly SheetModel[];
}

export interface WriteResult {
  readonly sheets: readonly { readonly kind: SheetModel["kind"]; readonly name: string }[];
}

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
