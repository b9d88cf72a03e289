/** What a host writes after a check: our two sheets with their names and ids, and the answers part that records them. */
import { type Answers, NO_ANSWERS } from "../answers/answers";
import { merge } from "../answers/merge";
import { readAnswers, writeAnswers } from "../answers/xml";
import { type WrittenSheet, writtenSheet } from "../answers/written";
import type { Finding, FindingKey } from "../checks/finding";
import { entriesOf, type Evaluation } from "../evaluate";
import type { Language, Pack } from "../pack/pack";
import { revise } from "../revision/revise";
import type { RuleSettings } from "../revision/revision";
import { rulesSheet } from "../revision/rules-sheet";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { changesSince, changesText } from "./changes";
import { BLANK_HEAD, type EarlierFinding, readEarlierFindings, readEarlierScores } from "./earlier";
import { reportingUnit } from "./reporting-unit";
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
  /** What changed since our sheets were last written, a sentence; "" where there were none. */
  readonly changes: string;
}

/** @param workbook as it was read for this evaluation */
export function sheetOutput(workbook: WorkbookSnapshot, pack: Pack, evaluation: Evaluation): SheetOutput {
  const recorded: readonly WrittenSheet[] =
    (workbook.answersXml === undefined ? undefined : readAnswers(workbook.answersXml))?.sheets ?? [];
  const scores = earlier(workbook, "score", recorded, readEarlierScores);
  const findings = earlier(workbook, "findings", recorded, readEarlierFindings);
  const ordered = findingsInOrder(evaluation);
  const since =
    scores === undefined && findings === undefined
      ? undefined
      : changesSince(scores, findings && keyed(findings, recorded), evaluation, ordered);
  const changes = since === undefined ? "" : changesText(since, evaluation.language);
  // What the officer typed stays; a blank head takes what the workbook says of itself.
  const head = scores?.head ?? BLANK_HEAD;
  const models = [
    pack.indicators.length === 0
      ? formsSheet(evaluation)
      : scoreSheet(evaluation, pack, {
          ...head,
          unit: head.unit === "" ? reportingUnit(workbook) : head.unit,
        }),
    findingsSheet(evaluation, pack, changes, since?.gone),
  ];
  return { ...outputOf(workbook, models, evaluation.answers, ordered), changes };
}

/** The same with all cells made, as plain data that passes between threads: rows of findings make theirs when asked. */
export function asPlainData(output: SheetOutput): SheetOutput {
  const sheets = output.sheets.map((sheet) => {
    const rows = sheet.model.rows.map(({ points, cells }) => ({ points, cells }));
    return { ...sheet, model: { ...sheet.model, rows } };
  });
  return { ...output, sheets };
}

/** With the keys that the answers part records, which tell a finding from another in any language. */
function keyed(
  findings: readonly EarlierFinding[],
  recorded: readonly WrittenSheet[],
): readonly EarlierFinding[] {
  const keys = new Map<string, FindingKey>();
  for (const { kind, cells } of recorded) {
    if (kind !== "findings") continue;
    for (const { entry, key } of cells) if (entry.kind === "explanation") keys.set(key, entry.finding);
  }
  return findings.map((finding) => ({ ...finding, key: keys.get(finding.no) }));
}

/** The rules in force as a sheet to be edited; all else that is stored stays as it is. */
export function rulesOutput(
  workbook: WorkbookSnapshot,
  pack: Pack,
  settings: RuleSettings,
  language: Language,
): SheetOutput {
  const revision = revise(workbook, pack, settings);
  const { stored, entries } = entriesOf(workbook, pack);
  // Where the part is damaged, what stands on our sheets is all that is left.
  const answers = stored?.answers ?? merge(NO_ANSWERS, entries, NO_ANSWERS).answers;
  const model = rulesSheet(revision.pack, revision.off, language);
  return { ...outputOf(workbook, [model], answers, []), changes: "" };
}

/** Plans the sheets and records them beside those of ours that are not written now. */
function outputOf(
  workbook: WorkbookSnapshot,
  models: readonly SheetModel[],
  answers: Answers,
  findings: readonly Finding[],
): Omit<SheetOutput, "changes"> {
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
