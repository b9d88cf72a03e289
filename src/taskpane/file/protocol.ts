/** What the pane and its file worker say to each other; plain data only. */
import type { Answers } from "../../core/answers/answers";
import type { Evaluation, Step } from "../../core/evaluate";
import type { Language, Text } from "../../core/pack/pack";
import type { SheetArea } from "../../core/workbook/address";
import type { PackRules } from "../../core/revision/revision";
import type { ProblemCode } from "../../hosts/host";

export type Request =
  | { readonly kind: "open"; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: "evaluate" | "insert" | "rules";
      readonly packId: string | undefined;
      readonly rules: PackRules;
      readonly answers: Answers | undefined;
      readonly language: Language;
    }
  | { readonly kind: "peek"; readonly area: SheetArea };

export interface Results {
  readonly open: undefined;
  readonly evaluate: Evaluation;
  readonly insert: {
    readonly evaluation: Evaluation;
    readonly sheets: readonly string[];
    readonly file: { readonly name: string; readonly bytes: Uint8Array };
  };
  readonly rules: {
    readonly sheets: readonly string[];
    readonly file: { readonly name: string; readonly bytes: Uint8Array };
  };
  readonly peek: Preview;
}

/** Cells around an area, as they read. */
export interface Preview {
  readonly area: SheetArea;
  /** Row numbers and column letters as the officer knows them. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly { readonly text: string; readonly meant: boolean }[];
  }[];
}

export interface Asked {
  readonly id: number;
  readonly request: Request;
}

export type Answer =
  | { readonly id: number; readonly kind: "step"; readonly step: Step }
  | { readonly id: number; readonly kind: "done"; readonly result: Results[keyof Results] }
  | { readonly id: number; readonly kind: "failed"; readonly code: ProblemCode; readonly text: Text };
