/**
 * A workbook that stays under check: after a figure or an answer has changed only what depends on it is done again,
 * with the result of a full evaluation. What is not surely independent is left to the full evaluation.
 */
import type { Answers } from "./answers/answers";
import { judgingOf } from "./checks/run";
import { type CheckMemory, newMemory, runsOf } from "./checks/memory";
import { answersWith, begin, concluded, type Evaluation, type EvaluateOptions, type Work } from "./evaluate";
import { rateUnit } from "./figures/rate";
import type { Pack } from "./pack/pack";
import { looksAt, reach, tellAnew } from "./rules/anew";
import type { TableData } from "./rules/context";
import { compileExpression, compileFormula } from "./rules/language";
import { runRowAnew } from "./rules/run";
import type { Reading } from "./scoring/prepared";
import type { TableColumn } from "./tables/table";
import { parseNumberFormat } from "./workbook/number-format";
import { type NotedReads, noteReads } from "./workbook/noted";
import { SheetBuilder, type WorkbookSnapshot } from "./workbook/snapshot";

/** A workbook whose figures the owner of the check may overwrite. */
export interface EditableWorkbook extends WorkbookSnapshot {
  readonly sheets: readonly SheetBuilder[];
}

/** The workbook if its sheets can be overwritten, as those that a file was read into can. */
export function editable(workbook: WorkbookSnapshot): EditableWorkbook | undefined {
  const sheets = workbook.sheets.flatMap((sheet) => (sheet instanceof SheetBuilder ? [sheet] : []));
  return sheets.length === workbook.sheets.length ? { ...workbook, sheets } : undefined;
}

/** A cell that held a figure and holds another; its format stays. */
export interface Refigured {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

export interface Checking {
  readonly evaluation: () => Evaluation;
  /**
   * Writes the figures into the workbook and checks again.
   * @returns undefined where only a full evaluation can tell; the figures are written all the same, and this checking
   * is of no further use
   */
  refigure(changes: readonly Refigured[]): Evaluation | undefined;
  /**
   * With other answers.
   * @param areAll see EvaluateOptions.answersAreAll
   * @returns undefined where tables are pointed at differently: then this checking is still that of before
   */
  answer(answers: Answers, areAll?: boolean): Evaluation | undefined;
}

/**
 * A full evaluation that is ready for changes.
 * @param seen what the evaluation reads the workbook through, where somebody listens (gradual.ts)
 */
export function startChecking(
  workbook: EditableWorkbook,
  pack: Pack,
  answers: Answers,
  options: EvaluateOptions,
  seen: WorkbookSnapshot = workbook,
): Checking {
  const { work, reads } = beginNoted(seen, pack, answers, options);
  const memory = newMemory();
  const readings = new Map<string, Reading>();
  let current = work;
  let evaluation = concluded(work, memory, readings);
  let lost = false;
  return {
    evaluation: () => evaluation,
    refigure(changes) {
      for (const change of changes)
        lost = !refigured({ work: current, memory, readings }, reads, workbook, change) || lost;
      if (lost) return undefined;
      evaluation = concluded(current, memory, readings);
      return evaluation;
    },
    answer(next, areAll = options.answersAreAll ?? false) {
      const merged = answersWith(workbook, current.stood, next, { ...options, answersAreAll: areAll });
      if (lost || !alike(merged.answers.tables, current.merged.answers.tables)) return undefined;
      current = { ...current, merged };
      evaluation = concluded(current, memory, readings);
      return evaluation;
    },
  };
}

function alike(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Recognition is the same as long as nothing changes that it read. */
function beginNoted(
  workbook: WorkbookSnapshot,
  pack: Pack,
  answers: Answers,
  options: EvaluateOptions,
): { readonly work: Work; readonly reads: NotedReads } {
  const reads = noteReads(workbook);
  const work = begin(reads.view, pack, answers, options, reads.stop);
  return { work: { ...work, workbook }, reads };
}

interface Kept {
  readonly work: Work;
  readonly memory: CheckMemory;
  readonly readings: Map<string, Reading>;
}

/** @returns false where the change may reach further than is known here */
function refigured(
  kept: Kept,
  reads: NotedReads,
  workbook: EditableWorkbook,
  { sheet: name, row, column, value }: Refigured,
): boolean {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) return false;
  const before = sheet.kind(row, column);
  if (before !== "number" || !Number.isFinite(value)) return false;
  const wasFormula = sheet.formula(row, column) !== undefined;
  sheet.setNumber(row, column, value);
  if (wasFormula || reads.read(name, row, column) || kept.work.forms.tables.length > 0) return false;
  if (workbook.ownSheets.some((own) => own.sheet === name)) return false;
  for (const data of kept.work.context.tables.values()) {
    if (data.table.sheet.name === name && !tableRefigured(kept, data, row, column)) return false;
  }
  return true;
}

function tableRefigured(kept: Kept, data: TableData, row: number, column: number): boolean {
  const { table } = data;
  const upright = table.orientation === "rows";
  const [at, across] = upright ? [row, column] : [column, row];
  const index = indexOf(data, at);
  if (index === undefined) return true;
  for (const place of table.columns.values()) {
    if (place.column === across && !cellRefigured(kept, data, place, index)) return false;
  }
  return true;
}

function indexOf({ rows }: TableData, row: number): number | undefined {
  const index = rows.indexOf(row);
  return index < 0 ? undefined : index;
}

function cellRefigured(kept: Kept, data: TableData, place: TableColumn, index: number): boolean {
  const { work, memory, readings } = kept;
  const { context } = work;
  const { table } = data;
  const row = data.rows[index]!;
  const { type } = place.spec;
  if (type === "text" || type === "key" || table.gathered !== undefined) return false;
  if (table.sheet.merges.some(({ top, bottom }) => row >= top && row <= bottom)) return false;
  // The unit of a column of money may be told by formats, and which of a format's sections counts by the figure.
  if (parseNumberFormat(table.sheet.format(row, place.column)).sections.length > 1) return false;
  if (type === "rate" && rateUnit(table.sheet, place.column, table.rows) !== place.unit) return false;
  // Findings about the data are not about amounts.
  if (!tellAnew(context, data, place, index)) memory.data.delete(place);
  for (const text of readings.keys()) {
    const compiled = compileExpression(text, work.pack);
    if (!compiled.ok || looksAt(compiled.value.node, place.spec)) readings.delete(text);
  }
  for (const check of context.pack.checks) {
    const runs = runsOf(memory, check.id);
    for (const text of check.formulas) {
      const compiled = compileFormula(text, context.pack);
      if (!compiled.ok) continue;
      for (const body of compiled.value.bodies) {
        const run = runs.get(body);
        const touched = run === undefined ? "none" : reach(body, table.spec, place.spec);
        if (touched === "all") runs.delete(body);
        else if (touched === "row" && run !== undefined && body.kind === "test")
          runs.set(body, runRowAnew(body, run, data, index, context, judgingOf(check)));
      }
    }
  }
  return true;
}
