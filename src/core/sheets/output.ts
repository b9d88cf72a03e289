/** What a host writes after a check: our two sheets with their names and ids, and the answers part that records them. */
import { type Answers, NO_ANSWERS } from "../answers/answers";
import { readAnswers, writeAnswers } from "../answers/xml";
import { writtenSheet } from "../answers/written";
import type { Evaluation } from "../evaluate";
import type { Finding } from "../checks/finding";
import type { Language, Pack } from "../pack/pack";
import { revise } from "../revision/revise";
import type { RuleSettings } from "../revision/revision";
import { rulesSheet } from "../revision/rules-sheet";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { changesSince, changesText } from "./changes";
import { BLANK_HEAD, readEarlierFindings, readEarlierScores } from "./earlier";
import { findingsInOrder, findingsSheet } from "./findings-sheet";
import { findOwnSheet, type RecordedSheet } from "./mark";
import { formsSheet } from "./forms-sheet";
import type { SheetKind, SheetModel } from "./model";
import { type PlannedSheet, planSheets } from "./plan";
import { scoreSheet } from "./score-sheet";

export interface SheetOutput {
  readonly sheets: readonly PlannedSheet[];
  /** Text of the answers part: the answers that won, and every cell of ours as written now. */
  readonly answersXml: string;
}

/** @param workbook as it was read for this evaluation */
export function sheetOutput(workbook: WorkbookSnapshot, pack: Pack, evaluation: Evaluation): SheetOutput {
  const stored = workbook.answersXml === undefined ? undefined : readAnswers(workbook.answersXml);
  const recorded: readonly RecordedSheet[] = stored?.sheets ?? [];
  const scores = earlier(workbook, "score", recorded, readEarlierScores);
  const findings = earlier(workbook, "findings", recorded, readEarlierFindings);
  const changes =
    scores === undefined && findings === undefined
      ? ""
      : changesText(changesSince(scores, findings, evaluation), evaluation.language);
  const models = [
    pack.indicators.length === 0
      ? formsSheet(evaluation)
      : scoreSheet(evaluation, pack, scores?.head ?? BLANK_HEAD),
    findingsSheet(evaluation, pack, changes),
  ];
  return outputOf(workbook, models, evaluation.answers, findingsInOrder(evaluation));
}

/** The rules in force as a sheet to be edited; all else that is stored stays as it is. */
export function rulesOutput(
  workbook: WorkbookSnapshot,
  pack: Pack,
  settings: RuleSettings,
  language: Language,
): SheetOutput {
  const revision = revise(workbook, pack, settings);
  const stored = workbook.answersXml === undefined ? undefined : readAnswers(workbook.answersXml);
  const model = rulesSheet(revision.pack, revision.off, language);
  return outputOf(workbook, [model], stored?.answers ?? NO_ANSWERS, []);
}

/** Plans the sheets and records them beside those of ours that are not written now. */
function outputOf(
  workbook: WorkbookSnapshot,
  models: readonly SheetModel[],
  answers: Answers,
  findings: readonly Finding[],
): SheetOutput {
  const stored = workbook.answersXml === undefined ? undefined : readAnswers(workbook.answersXml);
  const before = stored?.sheets ?? [];
  const sheets = planSheets(workbook, models, before);
  const kept = before.filter(({ kind }) => sheets.every((sheet) => sheet.kind !== kind));
  const written = sheets.map(({ model, id, name }) => writtenSheet(model, id, name, findings));
  return { sheets, answersXml: writeAnswers({ answers, sheets: [...kept, ...written] }) };
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
