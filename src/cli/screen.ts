/** An evaluation for people at a terminal: findings grouped by table and rule, what was not run, the score. */
import type { Finding, Severity } from "../core/checks/finding";
import type { Evaluation } from "../core/evaluate";
import type { Language } from "../core/pack/pack";
import type { ScoreItem } from "../core/scoring/score";
import { areaAddress, cellName } from "../core/workbook/address";
import { CHOICE_TEXTS } from "../texts/choice";
import { CLI_TEXTS, joinCounts } from "../texts/cli";
import { padEnd, padStart, type Paint, textWidth } from "./terminal";

/** Of one rule in one table; the others are counted. */
const SHOWN = 5;
const ORDER: readonly Severity[] = ["error", "warning", "notice"];

/** @returns lines without line ends */
export function screenLines(evaluation: Evaluation, file: string, paint: Paint): readonly string[] {
  const { language } = evaluation;
  return [
    paint.bold(`${evaluation.pack.title}  ${evaluation.pack.id} ${evaluation.pack.version}`),
    ...choiceLines(evaluation, paint),
    ...revisionLines(evaluation, paint),
    `${file}  ${recognisedLine(evaluation)}`,
    ...formLines(evaluation, paint),
    ...tableLines(evaluation, paint),
    ...listLines(
      CLI_TEXTS.notRun[language],
      evaluation.checks.notRun.map(({ rule, why }) => `${rule}  ${why}`),
      paint,
    ),
    ...listLines(CLI_TEXTS.conflicts[language], evaluation.conflicts, paint),
    ...listLines(CLI_TEXTS.unmatched[language], evaluation.unmatchedExplanations, paint),
    ...(evaluation.score.items.length === 0 ? [] : scoreLines(evaluation, paint)),
    "",
    countsLine(evaluation, paint),
  ];
}

function choiceLines({ choice, language }: Evaluation, paint: Paint): readonly string[] {
  if (choice === undefined) return [];
  return [
    paint.dim(choice.reason),
    ...choice.others.map(({ id, title, reason }) => CHOICE_TEXTS.alsoFits(title, id, reason)[language]),
  ];
}

function revisionLines({ revision }: Evaluation, paint: Paint): readonly string[] {
  if (revision === undefined) return [];
  const { summary, problems } = revision;
  return [...(summary === "" ? [] : [paint.warning(summary)]), ...problems.map((one) => paint.warning(one))];
}

function recognisedLine({ tables, forms, language }: Evaluation): string {
  const parts = [
    ...(tables.length > 0 || forms.length === 0 ? [CLI_TEXTS.recognised(tables.length)[language]] : []),
    ...(forms.length > 0 ? [CLI_TEXTS.recognisedForms(forms.length)[language]] : []),
  ];
  return joinCounts(parts, language);
}

/** The list of all forms with total, grade and counts, then the findings of each that has any. */
function formLines(evaluation: Evaluation, paint: Paint): readonly string[] {
  const { forms, checks, language } = evaluation;
  if (forms.length === 0) return [];
  const width = Math.min(40, Math.max(...forms.map(({ key }) => textWidth(key))));
  const lines = ["", paint.bold(CLI_TEXTS.formList[language])];
  for (const { key, place, total, grade, assumed } of forms) {
    const own = checks.findings.filter(({ form }) => form === key);
    const result = `${padStart(total ?? "—", 7)} ${padEnd(`${grade ?? ""}${assumed && grade !== undefined ? "†" : ""}`, 6)}`;
    lines.push(
      `  ${padEnd(key, width)} ${result} ${severityCounts(own, language, paint)}  ${paint.dim(areaAddress(place))}`,
    );
  }
  if (forms.some(({ assumed, grade }) => assumed && grade !== undefined))
    lines.push(paint.dim(`    ${CLI_TEXTS.assumed[language]}`));
  for (const { key, place } of forms) {
    const own = checks.findings.filter(({ form }) => form === key);
    if (own.length > 0) lines.push(...groupLines(`${key}  ${areaAddress(place)}`, own, evaluation, paint));
  }
  return lines;
}

function tableLines(evaluation: Evaluation, paint: Paint): readonly string[] {
  const { language, tables, checks } = evaluation;
  const lines: string[] = [];
  const known = new Set(tables.map(({ id }) => id));
  const homeless = checks.findings.filter(({ table, form }) => form === undefined && !known.has(table));
  if (homeless.length > 0)
    lines.push(...groupLines(CLI_TEXTS.workbookWide[language], homeless, evaluation, paint));
  for (const { id, label, place, unit } of tables) {
    const title = `${label}  ${areaAddress(place)}${unit === "" ? "" : `  ${unit}`}`;
    lines.push(
      ...groupLines(
        title,
        checks.findings.filter(({ table }) => table === id),
        evaluation,
        paint,
      ),
    );
  }
  return lines;
}

function groupLines(
  title: string,
  findings: readonly Finding[],
  evaluation: Evaluation,
  paint: Paint,
): readonly string[] {
  const { language } = evaluation;
  const lines = ["", `${paint.bold(title)}  ${severityCounts(findings, language, paint)}`];
  const rules = grouped(findings);
  for (const severity of ORDER) {
    for (const [rule, all] of rules) {
      const some = all.filter((finding) => finding.severity === severity);
      if (some.length === 0) continue;
      const name = evaluation.rules.find(({ id }) => id === rule)?.name;
      const count = some.length > 1 ? ` × ${some.length}` : "";
      lines.push(
        `  ${paint[severity](CLI_TEXTS.severity[severity][language])} ${rule}${name === undefined ? "" : `  ${name}`}${count}`,
      );
      for (const finding of some.slice(0, SHOWN)) lines.push(...findingLines(finding, language, paint));
      if (some.length > SHOWN)
        lines.push(`      ${paint.dim(CLI_TEXTS.more(some.length - SHOWN)[language])}`);
    }
  }
  return lines;
}

function grouped(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return groups;
}

function findingLines(finding: Finding, language: Language, paint: Paint): readonly string[] {
  const { cell, message, explanation, formerExplanation } = finding;
  const lines = [`    ${cell === undefined ? "" : `${padEnd(cellName(cell), 6)} `}${message}`];
  if (explanation !== undefined)
    lines.push(paint.dim(`      ${CLI_TEXTS.explained[language]}${explanation}`));
  if (formerExplanation !== undefined) {
    lines.push(paint.dim(`      ${CLI_TEXTS.formerly[language]}${formerExplanation}`));
  }
  return lines;
}

function severityCounts(findings: readonly Finding[], language: Language, paint: Paint): string {
  const parts = ORDER.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [paint[severity](`${CLI_TEXTS.severity[severity][language]} ${count}`)];
  });
  return parts.length === 0 ? paint.good(CLI_TEXTS.noFindings[language]) : joinCounts(parts, language);
}

function listLines(title: string, entries: readonly string[], paint: Paint): readonly string[] {
  if (entries.length === 0) return [];
  return ["", paint.bold(`${title} ${entries.length}`), ...entries.map((entry) => `    ${entry}`)];
}

function scoreLines({ language, score }: Evaluation, paint: Paint): readonly string[] {
  const lines = ["", paint.bold(CLI_TEXTS.score[language])];
  const width = Math.max(...score.items.map(({ name }) => textWidth(name)), 0);
  for (const item of score.items) lines.push(itemLine(item, width, language, paint));
  if (score.items.some(({ assumed }) => assumed)) lines.push(paint.dim(`    ${CLI_TEXTS.assumed[language]}`));
  const totals = [
    `${CLI_TEXTS.base[language]} ${score.base}`,
    `${CLI_TEXTS.bonus[language]} ${score.bonus}`,
    `${CLI_TEXTS.deduction[language]} ${score.deduction}`,
    `${CLI_TEXTS.total[language]} ${score.total}`,
  ];
  const incomplete = score.complete ? "" : paint.warning(CLI_TEXTS.incomplete[language]);
  lines.push(`    ${paint.bold(joinCounts(totals, language))}${incomplete}`);
  if (score.baseBasis !== "") lines.push(`    ${score.baseBasis}`);
  return lines;
}

function itemLine(item: ScoreItem, width: number, language: Language, paint: Paint): string {
  const points = `${padStart(item.score ?? "—", 6)} / ${padEnd(item.max, 3)}`;
  const status = CLI_TEXTS.status[item.status][language];
  const shown = item.status === "missing" ? paint.warning(status) : paint.dim(status);
  const mark = item.assumed ? "†" : " ";
  return `  ${padStart(item.no, 3)} ${padEnd(item.name, width)} ${points} ${mark} ${shown}  ${paint.dim(item.basis)}`.trimEnd();
}

function countsLine({ language, checks }: Evaluation, paint: Paint): string {
  const { run, passed, errors, warnings, notices } = checks.counts;
  const parts = [
    `${CLI_TEXTS.comparisons[language]} ${run}`,
    `${CLI_TEXTS.passed[language]} ${passed}`,
    (errors > 0 ? paint.error : paint.good)(`${CLI_TEXTS.severity.error[language]} ${errors}`),
    `${CLI_TEXTS.severity.warning[language]} ${warnings}`,
    `${CLI_TEXTS.severity.notice[language]} ${notices}`,
  ];
  return joinCounts(parts, language);
}
