/** The narrative's door: a report, a pack and, where there is one, the workbook's facts and score → findings. */
import { NARRATIVE_TEXTS } from "../../texts/narrative";
import type { Language, Pack } from "../pack/pack";
import type { Score } from "../scoring/score";
import { claimedPoints, judgeClaims, readClaims } from "./claims";
import type { Narrative } from "./document";
import { readEquals } from "./equals";
import { type Draft, finished, type ReportFinding } from "./finding";
import { judgeFacts, type Settled } from "./judge-facts";
import { judgeBalance, judgeEqual, judgeOutOf, judgeParts, judgeRateStatement } from "./judge-statements";
import { judgeAgainstWorkbook, type OneSided, oneSided } from "./judge-workbook";
import { mentionReader } from "./mentions";
import { readOutOfs } from "./out-of";
import { readParts } from "./parts";
import { passagesOf } from "./passage";
import { readBalances, readRates } from "./rates";
import { type Sentence, sentencesOf, type TextFigure } from "./sentences";
import { statedFacts } from "./stated-facts";
import type { WorkbookFact } from "./workbook-facts";

export interface NarrativeOptions {
  readonly language: Language;
  /** The workbook's facts and its score; without it the report is checked against itself alone. */
  readonly workbook?: { readonly facts?: readonly WorkbookFact[]; readonly score?: Score };
}

export interface NarrativeResult {
  /** Sure ones first, in the order of the text. */
  readonly findings: readonly ReportFinding[];
  /** Why something was not done, as sentences: another year's report, no figures. */
  readonly notes: readonly string[];
  /** Figures of fact that were read. */
  readonly figures: number;
  /** Ids of the pack's facts that the text states. */
  readonly stated: readonly string[];
  /** Facts that only the report or only the workbook has. */
  readonly oneSided: readonly OneSided[];
}

/** Never throws: a text without figures gives no findings and a note. */
export function checkNarrative(narrative: Narrative, pack: Pack, options: NarrativeOptions): NarrativeResult {
  const { language } = options;
  const { judgement } = pack;
  const read = passagesOf(narrative).map((passage) => ({ passage, sentences: sentencesOf(passage) }));
  const facts = pack.facts ?? [];
  const mentionsIn = mentionReader(pack);
  const mentions = read.flatMap(({ sentences }) => mentionsIn(sentences));
  const figures = read.reduce((sum, one) => sum + countFigures(one.sentences), 0);
  const year = yearOf(narrative, pack);
  const notes: string[] = [];
  if (figures === 0) notes.push(NARRATIVE_TEXTS.noFigures[language]);

  const parts = read
    .flatMap(({ sentences }) => readParts(sentences))
    .map((statement) => judgeParts(statement, judgement));
  const rates = read.flatMap(({ sentences }) => sentences.flatMap(readRates)).map(judgeRateStatement);
  const balances = read.flatMap(({ sentences }) => sentences.flatMap(readBalances));
  const outOfs = read.flatMap(({ sentences }) => sentences.flatMap(readOutOfs));
  const equals = read.flatMap(({ sentences }) => sentences.flatMap(readEquals));

  const settled: Settled = {
    totals: new Set(parts.map(({ total }) => total)),
    rates: new Set(
      rates.filter(({ passed, finding }) => passed || finding !== undefined).map(({ rate }) => rate),
    ),
    balances: new Set(balances.map(({ balance }) => balance)),
  };
  const stated = statedFacts(mentions, parts, facts, judgement);
  const byFacts = judgeFacts(stated, judgement, settled);
  const drafts: Draft[] = [
    ...withoutRepeats(parts.flatMap(({ finding }) => finding ?? [])),
    ...rates.flatMap(({ finding }) => finding ?? []),
    ...balances.flatMap((statement) => judgeBalance(statement, judgement) ?? []),
    ...equals.flatMap((statement) => judgeEqual(statement, judgement) ?? []),
    ...byFacts,
    ...outOfs.filter(({ part }) => !told(byFacts, part)).flatMap((statement) => judgeOutOf(statement) ?? []),
  ];
  const otherYear = year !== undefined;
  if (otherYear) notes.push(NARRATIVE_TEXTS.otherYear(year.found, year.expected)[language]);
  const workbook = otherYear ? undefined : options.workbook;
  const held = workbook?.facts ?? [];
  const against = judgeAgainstWorkbook(stated, held, judgement);
  const claims = judgeClaims(readClaims(read, pack), pack, workbook?.score);
  const findings = [...drafts, ...claims, ...against]
    .filter((draft) => !explained(draft))
    .map((draft) => finished(draft, narrative, language));
  return {
    findings: ordered(findings),
    notes,
    figures,
    stated: stated.map(({ fact }) => fact.id),
    oneSided: oneSided(stated, facts, held, narrative, language),
  };
}

/**
 * The scores that the report gives its indicators, by their no; none where it is another year's than the pack's.
 * Never throws.
 */
export function claimedScores(narrative: Narrative, pack: Pack): Readonly<Record<string, string>> {
  if (yearOf(narrative, pack) !== undefined) return {};
  const read = passagesOf(narrative).map((passage) => ({ passage, sentences: sentencesOf(passage) }));
  return claimedPoints(readClaims(read, pack));
}

/** The report itself says that amounts differ by rounding: no more need be said below an error, but of a rate. */
function explained({ rule, severity, at }: Draft): boolean {
  if (rule === "report.rate" || severity === "error") return false;
  return at.some((figure) => /尾差|四舍五入|截尾/u.test(figure.sentence.text));
}

function countFigures(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { figures }) => sum + figures.length, 0);
}

/** A list that can be read in two ways (a bracket behind 其中) is told once. */
function withoutRepeats(drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    const key = draft.at.map((figure) => `${figure.passage.paragraph}:${figure.start}`).join(",");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether a figure was told of as done out of a whole already. */
function told(drafts: readonly Draft[], figure: TextFigure): boolean {
  return drafts.some(({ rule, at }) => rule === "report.progress" && at.includes(figure));
}

/** Lines at the head in which a title can stand. */
const HEAD = 30;

/** The report's own year, where its title names another one than the pack's. */
function yearOf(
  narrative: Narrative,
  pack: Pack,
): { readonly found: string; readonly expected: string } | undefined {
  if (pack.year === undefined) return undefined;
  const expected = String(pack.year);
  for (const { text } of narrative.paragraphs.slice(0, HEAD)) {
    const plain = text.replace(/\s/gu, "");
    if (plain.length > 80 || /[。；，]/u.test(plain)) continue;
    const [, found] = /(?<!\d)(20\d{2})年度?.{0,50}?(?:自评|评价|总结)?.{0,6}报告/u.exec(plain) ?? [];
    if (found !== undefined) return found === expected ? undefined : { found, expected };
  }
  return undefined;
}

function ordered(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  const place = (finding: ReportFinding): number => {
    const [span] = finding.quotes[0]?.spans ?? [];
    return span === undefined ? Number.MAX_SAFE_INTEGER : span.paragraph * 1e6 + span.start;
  };
  const rank = (finding: ReportFinding): number => (finding.confidence === "sure" ? 0 : 1);
  return [...findings].sort((a, b) => rank(a) - rank(b) || place(a) - place(b));
}
