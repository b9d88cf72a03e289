/** Evaluation → the JSON object that other tools read. Amounts and scores are decimal strings. */
import type { Finding, Side } from "../core/checks/finding";
import type { Evaluation } from "../core/evaluate";
import type { FormSummary } from "../core/forms/check";
import type { ScoreItem } from "../core/scoring/score";
import { areaAddress, areaName, cellName } from "../core/workbook/address";
import { type Fields, listed } from "./json-pieces";

export interface Program {
  readonly name: "hengbiao";
  readonly version: string;
}

export interface Copy {
  /** Path of the copy that was written, undefined where none was asked for. */
  readonly out: string | undefined;
  /** What is to be known about it. */
  readonly notes: readonly string[];
}

export function evaluationJson(
  evaluation: Evaluation,
  program: Program,
  copy: Copy = { out: undefined, notes: [] },
): Fields & { readonly findings: Iterable<unknown> } {
  const { pack, choice, revision, tables, forms, checks, score, conflicts, unmatchedExplanations } =
    evaluation;
  return {
    program,
    pack: { id: pack.id, version: pack.version },
    ...(choice === undefined ? {} : { packChoice: choice }),
    ...(revision === undefined ? {} : { rules: revision }),
    tables: tables.map(({ id, place, unit }) => ({ id, sheet: place.sheet, range: areaName(place), unit })),
    ...(forms.length === 0 ? {} : { forms: forms.map(formJson) }),
    findings: listed(checks.findings, (finding) => findingJson(finding, revision)),
    notRun: checks.notRun.map(({ rule, table, why }) => ({ rule, ...(table === "" ? {} : { table }), why })),
    checks: { ...checks.counts },
    score: {
      items: score.items.map(itemJson),
      base: score.base,
      bonus: score.bonus,
      deduction: score.deduction,
      total: score.total,
      complete: score.complete,
      basis: score.baseBasis,
    },
    conflicts,
    unmatchedExplanations,
    ...(copy.out === undefined ? {} : { out: copy.out }),
    ...(copy.notes.length === 0 ? {} : { notes: copy.notes }),
  };
}

function formJson({ place, assumed, ...form }: FormSummary): Fields {
  return withoutUndefined({
    ...form,
    sheet: place.sheet,
    range: areaName(place),
    assumed: assumed ? true : undefined,
  });
}

function findingJson(finding: Finding, revision: Evaluation["revision"]): Fields {
  const { rule, severity, table, cell, message, left, right } = finding;
  return withoutUndefined({
    rule,
    severity,
    table: table === "" ? undefined : table,
    form: finding.form,
    // The last that changed the rule: the workbook's rules sheet or the settings.
    ruleBy: revision?.changes.filter(({ id }) => id === rule).at(-1)?.by,
    sheet: cell?.sheet,
    cell: cell === undefined ? undefined : cellName(cell),
    message,
    left: left === undefined ? undefined : sideJson(left),
    right: right === undefined ? undefined : sideJson(right),
    difference: finding.difference,
    tolerance: finding.tolerance,
    unit: finding.unit,
    explanation: finding.explanation,
    formerExplanation: finding.formerExplanation,
  });
}

function sideJson({ value, cells, label }: Side): Fields {
  return { value, cells: cells.map(areaAddress), label };
}

function itemJson(item: ScoreItem): Fields {
  return withoutUndefined({
    no: item.no,
    name: item.name,
    section: item.sectionName,
    max: item.max,
    score: item.score,
    status: item.status,
    basis: item.basis,
    cells: item.cells.map(areaAddress),
    evidence: item.evidence === "" ? undefined : item.evidence,
    assumed: item.assumed ? true : undefined,
  });
}

/** Fields that mean nothing are left out. */
function withoutUndefined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
