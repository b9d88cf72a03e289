/** What the pane and the thread that works for it say to each other; plain data only. */
import type { Answers } from "../../core/answers/answers";
import type { KeptAnswers } from "../../core/answers/keep";
import type { Evaluation, Step } from "../../core/evaluate";
import type { Wanted } from "../../core/gradual";
import type { Language, Text } from "../../core/pack/pack";
import type { PackRules } from "../../core/revision/revision";
import type { SheetOutput } from "../../core/sheets/output";
import type { SheetArea } from "../../core/workbook/address";
import type { BookTold, Grid, SheetTold } from "../../hosts/excel/taker";
import type { ProblemCode } from "../../hosts/host";
import type { Part } from "./parts";

/** Work on a workbook file. */
export type FileRequest = { readonly of: "file" } & (
  | { readonly kind: "open"; readonly name: string; readonly bytes: Uint8Array }
  | ({ readonly kind: "evaluate" | "insert" | "rules"; readonly answers: Answers | undefined } & Ask)
  | { readonly kind: "peek"; readonly area: SheetArea }
);

/** Work on the workbook that is open in Excel, whose cells are told piece by piece; see hosts/excel/taker.ts. */
export type BookRequest = {
  readonly of: "book";
} /** `ask`: how it is judged; it is kept unjudged without it. */ & (
  | { readonly kind: "begin"; readonly sheets: readonly SheetTold[]; readonly ask: Ask | undefined }
  | { readonly kind: "put" | "again"; readonly grids: readonly Grid[] }
  | { readonly kind: "complete"; readonly book: BookTold }
  | { readonly kind: "further" | "judged" | "score-sheets" | "rules-sheet" }
  | {
      readonly kind: "entries";
      readonly answers: Answers;
      readonly before: Answers;
      readonly language: Language;
    }
);

export type Request = FileRequest | BookRequest;

/** By what a workbook is judged. */
export interface Ask {
  readonly packId: string | undefined;
  readonly rules: PackRules;
  readonly language: Language;
}

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
  readonly begin: undefined;
  readonly put: undefined;
  readonly complete: Wanted;
  readonly further: Wanted;
  readonly again: Wanted | undefined;
  readonly judged: Evaluation;
  readonly "score-sheets": SheetOutput;
  readonly "rules-sheet": SheetOutput;
  readonly entries: KeptAnswers;
}

export type Result = Results[keyof Results];

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

/** A result comes in parts, the last of which says so. */
export type Answer = { readonly id: number } & (
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "part"; readonly part: Part; readonly last: boolean }
  | { readonly kind: "failed"; readonly code: ProblemCode; readonly text: Text }
);
