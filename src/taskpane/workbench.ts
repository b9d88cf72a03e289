/**
 * What the pane works on: the workbook in Excel, or a file opened in the browser. Both give the same job;
 * the screens know only this.
 */
import type { Answers } from "../core/answers/answers";
import type { Finding } from "../core/checks/finding";
import type { Evaluation, Step } from "../core/evaluate";
import type { Language } from "../core/pack/pack";
import type { PackRules } from "../core/revision/revision";
import type { SheetArea } from "../core/workbook/address";
import type { Preview } from "./work/protocol";

export interface Workbench {
  readonly kind: "excel" | "file";
  /** Tells this workbook from others, for what is kept beside it in the browser. */
  readonly book?: string;
  /** Lets go of what the bench holds. */
  close?(): void;
  /** Reads the workbook anew and evaluates it. Without answers, those that the workbook holds. */
  evaluate(request: EvaluateRequest): Promise<Evaluation>;
  /** Stores the answers where they are found again when the pane was closed. */
  keep(answers: Answers): Promise<void>;
  /** Writes score sheet and findings sheet; checks again first, so that what is written is what stands there. */
  insert(request: EvaluateRequest): Promise<Inserted>;
  /** Writes the rules in force as a sheet to be edited. */
  writeRules?(request: EvaluateRequest): Promise<WrittenSheets>;
  /** Only where the workbook is open in Excel. */
  readonly live?: LiveWorkbook;
  /** Only where it is not: the cells around an area, to look at. */
  peek?(area: SheetArea): Promise<Preview>;
}

/** What only an open workbook can do. */
export interface LiveWorkbook {
  select(area: SheetArea): Promise<"selected" | "hidden">;
  reveal(area: SheetArea): Promise<void>;
  /** The cells that the officer has selected now. */
  selection(): Promise<SheetArea>;
  mark(findings: readonly Finding[]): Promise<void>;
  clearMarks(): Promise<number>;
  /** Calculates what waits under manual calculation. */
  calculate?(): Promise<void>;
  /** Gives the way to stop hearing. */
  onChange(listener: () => void): Promise<() => Promise<void>>;
}

export interface EvaluateRequest {
  /** Only what changed, as an open workbook told it, need be read and judged anew; the outcome is that of a full check. */
  readonly changedOnly?: boolean;
  readonly packId: string | undefined;
  /** By pack and rule: what the officer switched off or gave another tolerance. */
  readonly rules?: PackRules;
  readonly answers: Answers | undefined;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
}

export interface WrittenSheets {
  readonly sheets: readonly string[];
  /** File bench: the finished copy, offered for download. */
  readonly file?: Finished;
}

export interface Inserted extends WrittenSheets {
  readonly evaluation: Evaluation;
}

export interface Finished {
  readonly name: string;
  readonly bytes: Uint8Array;
}
