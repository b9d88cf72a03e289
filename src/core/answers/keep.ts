/**
 * Keeping the pane's answers between two insertions: the part, and the cells of our sheets that show what was changed.
 * An answer that the pane did not touch leaves its cell alone: what the officer typed there meanwhile still wins.
 */
import { NOT_APPLICABLE_WORD } from "../../texts/sheets";
import type { Language } from "../pack/pack";
import type { CellRef } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Answers } from "./answers";
import { readEntries, type SheetEntry } from "./entries";
import type { WrittenCell, WrittenEntry } from "./written";
import { readAnswers, writeAnswers } from "./xml";

/** One of our cells and what it shows from now on; "" for blank. */
export interface EntryCell {
  readonly cell: CellRef;
  readonly value: string;
}

export interface KeptAnswers {
  readonly cells: readonly EntryCell[];
  /** The part when the cells are written with it. */
  readonly xml: string;
  /** The part where no cell can be written: cells that nobody touched say nothing, so that it wins all the same. */
  readonly xmlAlone: string;
}

/**
 * @param workbook as it stands now
 * @param before the answers that the pane had until now
 */
export function keepAnswers(
  workbook: WorkbookSnapshot,
  answers: Answers,
  before: Answers,
  language: Language,
): KeptAnswers {
  const stored = workbook.answersXml === undefined ? undefined : readAnswers(workbook.answersXml);
  const sheets = stored?.sheets ?? [];
  const cells: EntryCell[] = [];
  const shownNow = new Map<string, string>();
  for (const entry of readEntries(workbook, sheets).entries) {
    const value = shownOf(entry.entry, answers, language);
    if (value === undefined || value === shownOf(entry.entry, before, language)) continue;
    if (value !== entry.typed) cells.push({ cell: entry.cell, value });
    shownNow.set(identity(entry.entry), value);
  }
  const updated = sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell): WrittenCell => {
      const value = shownNow.get(identity(cell.entry));
      return value === undefined ? cell : { ...cell, value };
    }),
  }));
  return {
    cells,
    xml: writeAnswers({ answers, sheets: updated }),
    xmlAlone: writeAnswers({ answers, sheets }),
  };
}

/** What the cell of an entry shows for the answers; undefined for our own scores. */
function shownOf(entry: WrittenEntry, answers: Answers, language: Language): string | undefined {
  switch (entry.kind) {
    case "score":
      return answers.notApplicable.includes(entry.no)
        ? NOT_APPLICABLE_WORD[language]
        : (answers.scores[entry.no] ?? "");
    case "evidence":
      return answers.evidence[entry.no] ?? "";
    case "explanation": {
      const key = identity(entry);
      const said = answers.explanations.find(
        ({ finding }) =>
          finding.by === "key" && identity({ kind: "explanation", finding: withoutBy(finding) }) === key,
      );
      return said?.text ?? "";
    }
    case "computed":
      return undefined;
  }
}

type KeyFinding = Extract<Answers["explanations"][number]["finding"], { readonly by: "key" }>;

function withoutBy({ rule, table, row, column, left, right }: KeyFinding): SheetFinding {
  return { rule, table, row, column, left, right };
}

type SheetFinding = Extract<SheetEntry["entry"], { readonly kind: "explanation" }>["finding"];

function identity(entry: WrittenEntry): string {
  if (entry.kind !== "explanation") return `${entry.kind}:${entry.no}`;
  const { rule, table, row, column, left, right } = entry.finding;
  return JSON.stringify([rule, table, row, column, left, right]);
}
