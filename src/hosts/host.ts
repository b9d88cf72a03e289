/** What a host can do for a front: read the workbook, lead to a cell, keep the answers, write our sheets. */
import type { EntryCell } from "../core/answers/keep";
import type { Finding } from "../core/checks/finding";
import type { Text } from "../core/pack/pack";
import type { Wanted } from "../core/gradual";
import type { SheetModel } from "../core/sheets/model";
import type { SheetOutput } from "../core/sheets/output";
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
  write(output: SheetOutput): Promise<WriteResult>;
  /** Keeps the answers part and, with it, the cells of our sheets that show the answers; or neither. */
  keepAnswers(answersXml: string, cells: readonly EntryCell[]): Promise<void>;
  /** Calculates what waits under manual calculation. */
  calculate(): Promise<void>;
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
  /**
   * Called with what was read so far, until it wants nothing more: a live host leaves number formats and formulas out
   * at first. Where it is left out they stay unread.
   */
  readonly further?: (workbook: WorkbookSnapshot) => Wanted;
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
