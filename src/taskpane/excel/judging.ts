/** The judgement of an open workbook: in full while it is read by and by, later of what changed. */
import { NO_ANSWERS } from "../../core/answers/answers";
import { readAnswers } from "../../core/answers/xml";
import { choosePack } from "../../core/choose";
import { evaluate, type EvaluateOptions, type Evaluation } from "../../core/evaluate";
import { readGradually, type Wanted } from "../../core/gradual";
import type { Pack } from "../../core/pack/pack";
import { type Checking, editable, startChecking } from "../../core/recheck";
import { type NotedReads, noteReads } from "../../core/workbook/noted";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { ChangedCell } from "../../hosts/excel/reread";
import { HostProblem } from "../../hosts/host";
import { EXCEL_TEXTS } from "../../texts/excel";
import type { EvaluateRequest } from "../workbench";

export interface Judged {
  readonly pack: Pack;
  readonly evaluation: Evaluation;
}

export interface Judging {
  /** Judges all of what was read so far; tells what is to be read on. */
  readonly whole: (workbook: WorkbookSnapshot) => Wanted;
  /** Judges anew after cells of the same snapshot got other contents. Undefined: it is to be read in full. */
  readonly changed: (workbook: WorkbookSnapshot, cells: readonly ChangedCell[]) => Wanted | undefined;
  readonly judged: () => Judged | undefined;
  /** Steps go to this request from now on. False where it asks for another judgement. */
  follow(request: EvaluateRequest): boolean;
}

/** @param packs in order of preference */
export function startJudging(packs: readonly [Pack, ...Pack[]], first: EvaluateRequest): Judging {
  const gradual = readGradually();
  let request = first;
  let judged: Judged | undefined;
  let checking: Checking | undefined;
  /** What the choice of the pack read. */
  let choosing: NotedReads | undefined;

  function whole(read: WorkbookSnapshot): Wanted {
    choosing = noteReads(read);
    // The pack is told by the answers in the workbook, which are known only once it is read.
    const choice = choosePack(choosing.view, packs, request.packId ?? packOf(read));
    choosing.stop();
    const pack = packs.find(({ id }) => id === choice.chosen.id) ?? packs[0];
    const options: EvaluateOptions = {
      language: request.language,
      choice,
      ruleSettings: request.rules?.[pack.id] ?? {},
      withFacts: true,
      onStep: (step) => {
        if (request.signal.aborted) throw new HostProblem("cancelled", EXCEL_TEXTS.cancelled);
        request.onStep(step);
      },
    };
    const sheets = editable(read);
    const seen = gradual.view(read);
    checking = sheets && startChecking(sheets, pack, NO_ANSWERS, options, seen);
    const evaluation = checking?.evaluation() ?? evaluate(seen, pack, NO_ANSWERS, options);
    judged = { pack, evaluation };
    return gradual.next(evaluation);
  }

  /** Undefined where a cell held or holds anything but a figure, or more than comparisons depends on it. */
  function refigured(workbook: WorkbookSnapshot, cells: readonly ChangedCell[]): Evaluation | undefined {
    const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
    const figures = cells.flatMap(({ sheet, row, column, before }) => {
      const now = sheets.get(sheet);
      if (before !== "number" || now?.kind(row, column) !== "number") return [];
      return [{ sheet, row, column, value: now.number(row, column) }];
    });
    if (figures.length < cells.length) return undefined;
    if (figures.some(({ sheet, row, column }) => choosing?.read(sheet, row, column) !== false))
      return undefined;
    return checking?.refigure(figures);
  }

  return {
    whole,
    changed(workbook, cells) {
      const own = new Set(workbook.ownSheets.map(({ sheet }) => sheet));
      let isFormulaTold = false;
      for (const cell of cells) {
        const { sheet, format } = cell;
        if (own.has(sheet)) return undefined;
        const assumed = gradual.assumed(cell);
        if (format !== undefined && assumed !== undefined && assumed !== format) return undefined;
        if (format !== undefined && gradual.forget(cell)) isFormulaTold = true;
      }
      if (judged === undefined || cells.length === 0 || isFormulaTold) return whole(workbook);
      const evaluation = refigured(workbook, cells);
      if (evaluation === undefined) return whole(workbook);
      judged = { ...judged, evaluation };
      return gradual.next(evaluation);
    },
    judged: () => judged,
    follow(next) {
      const alike =
        next.answers === undefined &&
        next.packId === request.packId &&
        next.language === request.language &&
        JSON.stringify(next.rules ?? {}) === JSON.stringify(request.rules ?? {});
      if (alike) request = next;
      return alike;
    },
  };
}

function packOf({ answersXml }: WorkbookSnapshot): string | undefined {
  return answersXml === undefined ? undefined : readAnswers(answersXml)?.answers.pack;
}
