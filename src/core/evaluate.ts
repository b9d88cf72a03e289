/**
 * The one door: workbook + pack + answers → evaluation. Every front end calls it.
 */
import { REVISION_TEXTS } from "../texts/revision";
import { CHOICE_TEXTS } from "../texts/choice";
import { EVALUATION_TEXTS } from "../texts/evaluation";
import { type Answers, NO_ANSWERS } from "./answers/answers";
import { type EntriesRead, readEntries } from "./answers/entries";
import { explain } from "./answers/explanations";
import { claimsOf, explanationConflicts, merge, type Merged } from "./answers/merge";
import { uncountedScores } from "./answers/scores";
import { unrecordedScores } from "./answers/unrecorded";
import { readAnswers } from "./answers/xml";
import type { PackChoice } from "./choose";
import type { CheckResult, NotRun } from "./checks/finding";
import type { CheckMemory } from "./checks/memory";
import { runChecks } from "./checks/run";
import { added, checkForms, type FormSummary, splitPack } from "./forms/check";
import { type WorkbookFact, workbookFacts } from "./narrative/workbook-facts";
import type { Language, Pack, Text } from "./pack/pack";
import { type TableSummary, tablesOf, type UnplacedTable, unplacedOf } from "./placed";
import { revise } from "./revision/revise";
import type { Revision, RuleChange, RuleSettings } from "./revision/revision";
import { ruleSummary, type RuleSummary } from "./help";
import { createContext, type RuleContext } from "./rules/language";
import { computeScore } from "./scoring/compute";
import type { Reading } from "./scoring/prepared";
import type { Score } from "./scoring/score";
import { recognise } from "./tables/recognise";
import type { WorkbookSnapshot } from "./workbook/snapshot";

export interface EvaluateOptions {
  readonly language: Language;
  /** Called between the steps of the work; a host shows progress and throws to cancel. */
  readonly onStep?: (step: Step) => void;
  /** The values of the pack's facts are wanted too, for a report to be held against. */
  readonly withFacts?: boolean;
  /** What the officer's settings say of rules; they win over the workbook's rules sheet. */
  readonly ruleSettings?: RuleSettings;
  /** Why this pack, where it was chosen by `choosePack`; told with the results. */
  readonly choice?: PackChoice;
  /** The answers given are all there are: nothing is read from the workbook's own part and sheets. */
  readonly answersAreAll?: boolean;
}

export interface Step {
  readonly done: number;
  readonly of: number;
  /** What is being worked on, in the language asked for: a table's label while rules run. */
  readonly name: string;
}

/** Plain data throughout, so that it passes between a worker and a screen as it is. */
export interface Evaluation {
  readonly pack: { readonly id: string; readonly version: string; readonly title: string };
  readonly language: Language;
  /** Why this pack, and which others apply; absent where the front named one itself. */
  readonly choice?: ToldChoice;
  /** Tables as recognised, in the pack's order. */
  readonly tables: readonly TableSummary[];
  /** Tables that the officer can point at: not found, or several places fit. */
  readonly unplaced: readonly UnplacedTable[];
  /** Names of the workbook's sheets, in order. */
  readonly sheets: readonly string[];
  /** Forms in the order of sheets; empty where the pack has none. */
  readonly forms: readonly FormSummary[];
  /** Rules in force, for names and help beside their findings; a changed rule's name says so. */
  readonly rules: readonly RuleSummary[];
  /** Rules that do not go by the pack, and rows of the rules sheet that were left out; absent where all go by the pack. */
  readonly revision?: ToldRevision;
  readonly checks: CheckResult;
  readonly score: Score;
  /** Computed scores that the office typed over on our score sheet: item no → what it claims, as typed. */
  readonly claims: Readonly<Record<string, string>>;
  /** Entries on our sheets that differ from an answers file, and answers that could not be taken, as sentences. */
  readonly conflicts: readonly string[];
  /** Explanations that match no finding; kept, never dropped. */
  readonly unmatchedExplanations: readonly string[];
  /** The answers that won, to be stored with our sheets. */
  readonly answers: Answers;
  /** Values of the pack's facts, in its order, where they were asked for. */
  readonly facts?: readonly WorkbookFact[];
}

export interface ToldChoice {
  readonly by: PackChoice["by"];
  readonly reason: string;
  readonly others: readonly { readonly id: string; readonly title: string; readonly reason: string }[];
}

export interface ToldRevision {
  /** One sentence: how many rules, by what. */
  readonly summary: string;
  readonly changes: readonly RuleChange[];
  /** Rules that are switched off. */
  readonly off: readonly RuleSummary[];
  readonly problems: readonly string[];
}

export type { RuleSummary } from "./help";

/**
 * @param answers those of an answers file or of the pane; they win over the workbook's own
 * @returns what was found; what could not run or be scored says why, nothing is thrown but by `onStep`
 */
export function evaluate(
  workbook: WorkbookSnapshot,
  original: Pack,
  answers: Answers,
  options: EvaluateOptions,
): Evaluation {
  return concluded(begin(workbook, original, answers, options));
}

/** A workbook on its way through the job, once its tables are recognised: see recheck.ts. */
export interface Work {
  readonly workbook: WorkbookSnapshot;
  /** As the workbook and the settings change it. */
  readonly pack: Pack;
  readonly revision: Revision;
  readonly options: EvaluateOptions;
  readonly context: RuleContext;
  /** The pack's part for forms. */
  readonly forms: Pack;
  readonly stood: Stood;
  readonly merged: Merged;
}

/** @param onPlaced see `recognise` */
export function begin(
  workbook: WorkbookSnapshot,
  original: Pack,
  answers: Answers,
  options: EvaluateOptions,
  onPlaced?: () => void,
): Work {
  const revision = revise(workbook, original, options.ruleSettings ?? {});
  const { pack } = revision;
  const { book, forms } = splitPack(pack);
  stepsOf(options, book.checks.length)(0, EVALUATION_TEXTS.recognising[options.language]);
  const stood = entriesOf(workbook, pack);
  const merged = answersWith(workbook, stood, answers, options);
  const recognition = recognise(workbook, book.tables, {
    dimensions: pack.dimensions,
    pointed: merged.answers.tables,
    ...(pack.year === undefined ? {} : { year: pack.year }),
    ...(onPlaced === undefined ? {} : { onPlaced }),
  });
  const context = createContext(book, recognition, workbook);
  return { workbook, pack, revision, options, context, forms, stood, merged };
}

/**
 * Checks and scores.
 * @param memory what still holds of an earlier conclusion over the same context
 * @param readings likewise, of the expressions that are scored
 */
export function concluded(work: Work, memory?: CheckMemory, readings?: Map<string, Reading>): Evaluation {
  const { workbook, pack, revision, options, context, forms, stood, merged } = work;
  const { recognition } = context;
  const { language } = options;
  const rules = context.pack.checks.length;
  const step = stepsOf(options, rules);
  const said = (texts: readonly Text[]): readonly string[] => texts.map((text) => text[language]);
  const found = runChecks(context, {
    language,
    onRule: (done, _of, table) => step(done + 1, table),
    ...(memory === undefined ? {} : { memory }),
  });
  const formed = checkForms(workbook, forms, language, (_done, _of, name) => step(rules + 1, name));
  const explained = explain([...found.findings, ...formed.checks.findings], merged.answers.explanations);
  const checks: CheckResult = {
    findings: explained.findings,
    notRun: [...found.notRun, ...formed.checks.notRun, ...switchedOff(revision, language)],
    counts: added(found.counts, formed.checks.counts),
  };

  step(rules + 1, EVALUATION_TEXTS.scoring[language]);
  const score = computeScore(pack, context, checks, merged.answers, language, readings);
  const conflicts = [
    ...merged.conflicts,
    ...explanationConflicts(explained),
    ...uncountedScores(pack, merged.answers),
  ];
  return {
    pack: { id: pack.id, version: pack.version, title: pack.title[language] },
    language,
    ...(options.choice === undefined ? {} : { choice: toldChoice(options.choice, language) }),
    tables: tablesOf(recognition, pack, language),
    unplaced: unplacedOf(recognition, language),
    sheets: workbook.sheets.map(({ name }) => name),
    forms: formed.forms,
    rules: pack.checks.map((check) => ruleSummary(check, revision, pack, language)),
    ...toldRevision(revision, language),
    checks,
    score,
    claims: claimsOf(stood.entries),
    conflicts: said(conflicts),
    unmatchedExplanations: explained.unmatched.map(({ text }) => text),
    answers: { ...merged.answers, explanations: explained.kept },
    ...(options.withFacts === true ? { facts: workbookFacts(pack, context) } : {}),
  };
}

function switchedOff({ off, changes }: Revision, language: Language): readonly NotRun[] {
  return off.map(({ id }) => {
    const by = changes.filter((change) => change.id === id).at(-1)?.by ?? "sheet";
    return { rule: id, table: "", why: REVISION_TEXTS.switchedOff(by)[language] };
  });
}

function toldRevision(revision: Revision, language: Language): { readonly revision?: ToldRevision } {
  const { changes, problems, off, pack } = revision;
  if (changes.length === 0 && problems.length === 0) return {};
  const by = (one: RuleChange["by"]): number => changes.filter((change) => change.by === one).length;
  const summary = changes.length === 0 ? "" : REVISION_TEXTS.summary(by("sheet"), by("settings"))[language];
  return {
    revision: {
      summary,
      changes,
      off: off.map((check) => ruleSummary(check, revision, pack, language)),
      problems: problems.map((problem) => problem[language]),
    },
  };
}

type Stepping = (done: number, name: string) => void;

function stepsOf(options: EvaluateOptions, rules: number): Stepping {
  return (done, name) => options.onStep?.({ done, of: rules + 2, name });
}

function toldChoice({ by, chosen, others }: PackChoice, language: Language): ToldChoice {
  return {
    by,
    reason: CHOICE_TEXTS.chosen(by, chosen.reason)[language],
    others: others.map(({ id, title, reason }) => ({ id, title: title[language], reason: reason[language] })),
  };
}

export interface Stood extends EntriesRead {
  readonly stored: ReturnType<typeof readAnswers>;
}

/** What the answers part records and what stands on our sheets. */
export function entriesOf(workbook: WorkbookSnapshot, pack: Pack): Stood {
  const stored = workbook.answersXml === undefined ? undefined : readAnswers(workbook.answersXml);
  const recorded = stored?.sheets ?? [];
  const lost = recorded.some(({ kind }) => kind === "score") ? undefined : unrecordedScores(workbook, pack);
  return { stored, ...readEntries(workbook, lost === undefined ? recorded : [...recorded, lost]) };
}

/** What the officer said: the file's or pane's word first, then what stands on our sheets, then the part. */
export function answersWith(
  workbook: WorkbookSnapshot,
  stood: Stood,
  answers: Answers,
  options: EvaluateOptions,
): Merged {
  if (options.answersAreAll === true) return { answers, conflicts: [] };
  const { stored, entries, problems } = stood;
  const merged = merge(stored?.answers ?? NO_ANSWERS, entries, answers);
  const unreadable = workbook.answersXml !== undefined && stored === undefined;
  return {
    answers: merged.answers,
    conflicts: [
      ...(unreadable ? [EVALUATION_TEXTS.answersUnreadable] : []),
      ...problems,
      ...merged.conflicts,
    ],
  };
}
