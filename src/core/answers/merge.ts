/**
 * Three voices about one answer: the answers file wins for its own keys, then what the officer typed on our sheets
 * (a cell that differs from what we wrote; blank withdraws), then the part in the workbook. An untouched cell says
 * nothing.
 */
import { ANSWER_TEXTS, NOT_APPLICABLE } from "../../texts/answers";
import type { FindingKey } from "../checks/finding";
import { parseAmount } from "../figures/amount";
import { type Decimal, decimalOf } from "../figures/decimal";
import type { Text } from "../pack/pack";
import { cellAddress } from "../workbook/address";
import type { Answers, Explanation } from "./answers";
import type { SheetEntry } from "./entries";
import type { Explained } from "./explanations";
import { scoreText } from "./scores";
import type { WrittenEntry } from "./written";

export interface Merged {
  /** Scores that cannot count stay as typed (see `uncountedScores`); the file's explanations come first. */
  readonly answers: Answers;
  /** What the sheets say otherwise than the file, and computed scores overtyped. */
  readonly conflicts: readonly Text[];
}

/** Long entries are cut in sentences. */
const QUOTED = 60;

/** True for 不适用, not applicable and the like. */
export function saysNotApplicable(typed: string): boolean {
  const word = typed.trim().toLowerCase();
  return [...NOT_APPLICABLE["zh-CN"], ...NOT_APPLICABLE.en].includes(word);
}

export function merge(part: Answers, entries: readonly SheetEntry[], file: Answers): Merged {
  const voice: Voice = {
    scores: new Map(Object.entries(part.scores)),
    evidence: new Map(Object.entries(part.evidence)),
    notApplicable: new Set(part.notApplicable),
    explanations: new Map(part.explanations.map((one) => [identity(one.finding), one])),
  };
  const conflicts: Text[] = [];
  for (const one of entries) {
    const { entry, typed } = one;
    if (entry.kind === "computed") {
      if (overtyped(one)) {
        conflicts.push(ANSWER_TEXTS.overtyped(entry.no, cellAddress(one.cell), quoted(typed)));
      }
    } else if (edited(one)) take(voice, entry, typed);
  }
  for (const [no, typed] of Object.entries(file.scores)) {
    voice.scores.set(no, typed);
    voice.notApplicable.delete(no);
  }
  for (const no of file.notApplicable) {
    voice.notApplicable.add(no);
    voice.scores.delete(no);
  }
  for (const [no, text] of Object.entries(file.evidence)) {
    if (text.trim() === "") voice.evidence.delete(no);
    else voice.evidence.set(no, text);
  }
  conflicts.push(...entries.flatMap((entry) => overruled(entry, file)));
  return {
    answers: {
      scores: Object.fromEntries(voice.scores),
      evidence: Object.fromEntries(voice.evidence),
      notApplicable: [...voice.notApplicable],
      explanations: [...file.explanations, ...voice.explanations.values()],
      tables: { ...part.tables, ...file.tables },
      pack: file.pack ?? part.pack,
    },
    conflicts,
  };
}

/** True where something else stands on a score that the program computes. */
function overtyped({ entry, written, typed, formulaGone }: SheetEntry): boolean {
  return entry.kind === "computed" && (!entry.formula || formulaGone) && !sameScore(written, typed);
}

/** Computed scores that the office typed over: item no → what it claims, as typed. Blank claims nothing. */
export function claimsOf(entries: readonly SheetEntry[]): Readonly<Record<string, string>> {
  const claims: Record<string, string> = {};
  for (const one of entries) {
    if (one.entry.kind === "computed" && one.typed.trim() !== "" && overtyped(one))
      claims[one.entry.no] = one.typed;
  }
  return claims;
}

interface Voice {
  readonly scores: Map<string, string>;
  readonly evidence: Map<string, string>;
  readonly notApplicable: Set<string>;
  readonly explanations: Map<string, Explanation>;
}

function take(voice: Voice, entry: Exclude<WrittenEntry, { kind: "computed" }>, typed: string): void {
  const blank = typed.trim() === "";
  switch (entry.kind) {
    case "score":
      voice.scores.delete(entry.no);
      voice.notApplicable.delete(entry.no);
      if (saysNotApplicable(typed)) voice.notApplicable.add(entry.no);
      else if (!blank) voice.scores.set(entry.no, scoreText(typed));
      break;
    case "evidence":
      if (blank) voice.evidence.delete(entry.no);
      else voice.evidence.set(entry.no, typed);
      break;
    case "explanation": {
      const finding: Explanation["finding"] = { by: "key", ...entry.finding };
      if (blank) voice.explanations.delete(identity(finding));
      else voice.explanations.set(identity(finding), { finding, text: typed });
      break;
    }
  }
}

function edited({ entry, written, typed }: SheetEntry): boolean {
  return entry.kind === "score" ? !sameScore(written, typed) : lines(written) !== lines(typed);
}

/** What the sheet shows and the file says otherwise; an untouched blank is no voice. */
function overruled(entry: SheetEntry, file: Answers): readonly Text[] {
  const { typed } = entry;
  if (typed.trim() === "" && !edited(entry)) return [];
  const place = cellAddress(entry.cell);
  if (entry.entry.kind === "score") {
    const { no } = entry.entry;
    const said = file.scores[no];
    const what = ANSWER_TEXTS.scoreOf(no);
    if (said !== undefined && !sameScore(said, typed)) {
      return [ANSWER_TEXTS.sheetOverruled(place, what, { "zh-CN": said, en: said }, quoted(typed))];
    }
    if (file.notApplicable.includes(no) && !saysNotApplicable(typed)) {
      return [ANSWER_TEXTS.sheetOverruled(place, what, ANSWER_TEXTS.notApplicable, quoted(typed))];
    }
    return [];
  }
  if (entry.entry.kind !== "evidence") return [];
  const said = file.evidence[entry.entry.no];
  if (said === undefined || lines(said) === lines(typed)) return [];
  const cut = quoted(said);
  const what = ANSWER_TEXTS.evidenceOf(entry.entry.no);
  return [ANSWER_TEXTS.sheetOverruled(place, what, { "zh-CN": cut, en: cut }, quoted(typed))];
}

/** Explanations of the file that differ from those kept or typed for the same finding, as sentences. */
export function explanationConflicts(explained: Explained): readonly Text[] {
  return explained.overruled.map(({ key, taken, left }) =>
    ANSWER_TEXTS.explanationReplaced(key.rule, key.row, quoted(taken.text), quoted(left.text)),
  );
}

function identity(finding: Explanation["finding"]): string {
  if (finding.by === "address") {
    return JSON.stringify([finding.rule, finding.sheet, finding.row, finding.column]);
  }
  const key: FindingKey = finding;
  return JSON.stringify([key.rule, key.table, key.row, key.column, key.left, key.right]);
}

function scoreOf(text: string): Decimal | undefined {
  const amount = parseAmount(text);
  return amount.kind === "amount" && amount.unit === undefined
    ? decimalOf(amount.units, amount.scale)
    : undefined;
}

/** 5 and 5.0 are one score; 不适用 and N/A are one word. */
function sameScore(a: string, b: string): boolean {
  const [first, second] = [scoreOf(a), scoreOf(b)];
  if (first !== undefined && second !== undefined) return first.equals(second);
  return a.trim() === b.trim() || (saysNotApplicable(a) && saysNotApplicable(b));
}

/** Programs store line ends their own way. */
function lines(text: string): string {
  return text.replace(/\r\n?/gu, "\n").trim();
}

function quoted(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
