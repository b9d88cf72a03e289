/** What a host writes after a check: our two sheets with their names and ids, and the answers part that records them. */
import { readAnswers, writeAnswers } from "../answers/xml";
import { writtenSheet } from "../answers/written";
import type { Evaluation } from "../evaluate";
import type { Pack } from "../pack/pack";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { changesSince, changesText } from "./changes";
import { BLANK_HEAD, readEarlierFindings, readEarlierScores } from "./earlier";
import { findingsInOrder, findingsSheet } from "./findings-sheet";
import { findOwnSheet, type RecordedSheet } from "./mark";
import type { SheetKind } from "./model";
import { type PlannedSheet, planSheets } from "./plan";
import { scoreSheet } from "./score-sheet";

export interface SheetOutput {
  readonly sheets: readonly PlannedSheet[];
  /** Text of the answers part: the answers that won, and every cell of ours as written now. */
  readonly answersXml: string;
}

/** @param workbook as it was read for this evaluation */
export function sheetOutput(workbook: WorkbookSnapshot, pack: Pack, evaluation: Evaluation): SheetOutput {
  const recorded: readonly RecordedSheet[] =
    (workbook.answersXml === undefined ? undefined : readAnswers(workbook.answersXml))?.sheets ?? [];
  const scores = earlier(workbook, "score", recorded, readEarlierScores);
  const findings = earlier(workbook, "findings", recorded, readEarlierFindings);
  const changes =
    scores === undefined && findings === undefined
      ? ""
      : changesText(changesSince(scores, findings, evaluation), evaluation.language);
  const models = [
    scoreSheet(evaluation, pack, scores?.head ?? BLANK_HEAD),
    findingsSheet(evaluation, pack, changes),
  ];
  const sheets = planSheets(workbook, models, recorded);
  const ordered = findingsInOrder(evaluation);
  const written = sheets.map(({ model, id, name }) => writtenSheet(model, id, name, ordered));
  return { sheets, answersXml: writeAnswers({ answers: evaluation.answers, sheets: written }) };
}

function earlier<T>(
  workbook: WorkbookSnapshot,
  kind: SheetKind,
  recorded: readonly RecordedSheet[],
  read: (sheet: SheetSnapshot) => T | undefined,
): T | undefined {
  const own = findOwnSheet(kind, workbook.ownSheets, recorded);
  const sheet = workbook.sheets.find(({ name }) => name === own?.sheet);
  return sheet === undefined ? undefined : read(sheet);
}
