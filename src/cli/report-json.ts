/** What was found in a narrative → JSON: findings beside those of the workbook, with quote, figures and confidence. */
import type { NarrativeResult } from "../core/narrative/check";
import type { ReportFinding } from "../core/narrative/finding";
import type { Pack } from "../core/pack/pack";
import { areaAddress, cellName } from "../core/workbook/address";
import type { evaluationJson, Program } from "./json";
import { type Fields, joined } from "./json-pieces";

/** The object of `hengbiao report`. */
export function reportJson(result: NarrativeResult, pack: Pack, program: Program): Fields {
  const count = (severity: string): number =>
    result.findings.filter((one) => one.severity === severity && one.confidence === "sure").length;
  return {
    program,
    pack: { id: pack.id, version: pack.version },
    findings: result.findings.map(findingJson),
    report: {
      ...summaryJson(result),
      errors: count("error"),
      warnings: count("warning"),
      notices: count("notice"),
    },
  };
}

/** The object of `hengbiao check` with the report's findings behind the workbook's. */
export function withReport(json: ReturnType<typeof evaluationJson>, result: NarrativeResult): Fields {
  return {
    ...json,
    findings: joined(json.findings, result.findings.map(findingJson)),
    report: summaryJson(result),
  };
}

function summaryJson(result: NarrativeResult): Fields {
  return {
    figures: result.figures,
    facts: result.stated,
    notes: result.notes,
    oneSided: result.oneSided.map(({ fact, only, message, cells }) => ({
      fact,
      only,
      message,
      cells: cells.map(areaAddress),
    })),
  };
}

function findingJson(finding: ReportFinding): Fields {
  const cell = finding.right?.cells[0];
  const side = (one: ReportFinding["left"]): Fields | undefined =>
    one === undefined ? undefined : { value: one.value, cells: one.cells.map(areaAddress) };
  const fields: Fields = {
    rule: finding.rule,
    severity: finding.severity,
    sheet: cell?.sheet,
    cell: cell === undefined ? undefined : cellName({ row: cell.top, column: cell.left }),
    message: finding.message,
    left: side(finding.left),
    right: side(finding.right),
    difference: finding.difference,
    tolerance: finding.tolerance,
    unit: finding.unit === "" ? undefined : finding.unit,
    quote: finding.quote,
    quotes: finding.quotes.map(({ text, spans, marks }) => ({
      text,
      // Paragraphs as read, counted from 1.
      paragraph: (spans[0]?.paragraph ?? 0) + 1,
      figures: marks.map(({ start, end }) => text.slice(start, end)),
    })),
    figures: finding.figures,
    confidence: finding.confidence,
    fact: finding.fact === "" ? undefined : finding.fact,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
