/** The judgement of an open workbook: in full while it is read by and by, later of what changed. */
import { NO_ANSWERS } from "../../core/answers/answers";
import { readAnswers } from "../../core/answers/xml";
import { choosePack } from "../../core/choose";
import { evaluate, type EvaluateOptions, type Evaluation, type Step } from "../../core/evaluate";
import { readGradually, type Wanted } from "../../core/gradual";
import type { Pack } from "../../core/pack/pack";
import type { RuleSettings } from "../../core/revision/revision";
import { type Checking, editable, startChecking } from "../../core/recheck";
import { type NotedReads, noteReads } from "../../core/workbook/noted";
import type { SheetArea } from "../../core/workbook/address";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { ChangedCell, Judge } from "../../hosts/excel/taker";
import type { Ask } from "./protocol";

export interface Judged {
  readonly pack: Pack;
  readonly ruleSettings: RuleSettings;
  readonly evaluation: Evaluation;
}

export interface Judging extends Judge {
  readonly judged: () => Judged | undefined;
}

/** @param packs in order of preference */
export function startJudging(
  packs: readonly [Pack, ...Pack[]],
  { packId, rules, language }: Ask,
  onStep: (step: Step) => void,
): Judging {
  const gradual = readGradually();
  let judged: Judged | undefined;
  let checking: Checking | undefined;
  /** What the choice of the pack read. */
  let choosing: NotedReads | undefined;

  function whole(read: WorkbookSnapshot): Wanted {
    choosing = noteReads(read);
    // The pack is told by the answers in the workbook, which are known only once it is read.
    const choice = choosePack(choosing.view, packs, packId ?? packOf(read));
    choosing.stop();
    const pack = packs.find(({ id }) => id === choice.chosen.id) ?? packs[0];
    const ruleSettings = rules[pack.id] ?? {};
    const options: EvaluateOptions = { language, choice, ruleSettings, withFacts: true, onStep };
    const sheets = editable(read);
    const seen = gradual.view(read);
    checking = sheets && startChecking(sheets, pack, NO_ANSWERS, options, seen);
    const evaluation = checking?.evaluation() ?? evaluate(seen, pack, NO_ANSWERS, options);
    judged = { pack, ruleSettings, evaluation };
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
    whole(workbook, told: readonly SheetArea[]) {
      gradual.told(told);
      return whole(workbook);
    },
    further: (workbook) =>
      judged !== undefined && gradual.stands() ? gradual.next(judged.evaluation) : whole(workbook),
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
  };
}

function packOf({ answersXml }: WorkbookSnapshot): string | undefined {
  return answersXml === undefined ? undefined : readAnswers(answersXml)?.answers.pack;
}
