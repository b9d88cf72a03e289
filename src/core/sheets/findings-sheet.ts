/** 校验结果: one row a finding, with a column that the officer fills in; counts on top; what was not run below. */
import { FINDING_HEADINGS, FINDING_NAMES, SHEET_NAMES, SHEET_TEXTS } from "../../texts/sheets";
import type { Finding, Severity, Side } from "../checks/finding";
import type { Evaluation } from "../evaluate";
import type { Pack } from "../pack/pack";
import { areaName, cellAddress } from "../workbook/address";
import { linkText, textWidth } from "./layout";
import type { CellModel, SheetModel, StyleName } from "./model";
import {
  addBanner,
  addRow,
  blank,
  merge,
  numberOrText,
  type SheetWriter,
  sheetWriter,
  textCell,
  valueCell,
} from "./sheet-writer";

/** Characters of 序号, 级别, 表, 规则, 问题, 位置, 左值, 右值, 差额, 允许差, 说明. */
const PLACE_WIDTH = 19;
const WIDTHS = [6, 7, 14, 18, 46, PLACE_WIDTH, 15, 15, 12, 10, 28];
const LAST = WIDTHS.length - 1;

/** The findings in the order of the sheet: by severity, the explained ones apart behind. */
export function findingsInOrder(evaluation: Evaluation): readonly Finding[] {
  const { findings } = evaluation.checks;
  const open = findings.filter(({ explanation }) => explanation === undefined);
  const explained = findings.filter(({ explanation }) => explanation !== undefined);
  return [...open.sort(bySeverity), ...explained.sort(bySeverity)];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function bySeverity(a: Finding, b: Finding): number {
  return RANK[a.severity] - RANK[b.severity];
}

/**
 * @param changes what changed since the last sheet, a sentence; "" where there was none
 * @param gone sentences of the findings that stood on the last sheet and are no more
 */
export function findingsSheet(
  evaluation: Evaluation,
  pack: Pack,
  changes = "",
  gone: readonly string[] = [],
): SheetModel {
  const writer = sheetWriter(WIDTHS);
  const { language } = evaluation;
  const ordered = findingsInOrder(evaluation);
  const openCount = ordered.filter(({ explanation }) => explanation === undefined).length;
  addBanner(writer, SHEET_TEXTS.findingsTitle[language], "title", 2.4);
  addBanner(writer, summary(evaluation), "note");
  if (changes !== "") addBanner(writer, `${SHEET_TEXTS.changesSince[language]}${changes}`, "note");
  const headerRow = addRow(
    writer,
    FINDING_HEADINGS.map((heading) => textCell(heading[language], "header")),
  );
  ordered
    .slice(0, openCount)
    .forEach((finding, index) => addFinding(writer, evaluation, pack, finding, index));
  if (openCount === 0) addBanner(writer, SHEET_TEXTS.noFindings[language], "centered");
  const filterEnd = writer.rows.length - 1;
  if (openCount < ordered.length) {
    addBanner(writer, SHEET_TEXTS.explained[language], "subtotal");
    ordered
      .slice(openCount)
      .forEach((finding, index) => addFinding(writer, evaluation, pack, finding, openCount + index));
  }
  addNotRun(writer, evaluation, pack);
  addGone(writer, evaluation, gone);
  for (const text of evaluation.unmatchedExplanations)
    addBanner(writer, SHEET_TEXTS.unmatched(text)[language], "note");
  return {
    kind: "findings",
    name: SHEET_NAMES.findings,
    columns: writer.columns,
    rows: writer.rows,
    merges: writer.merges,
    validations: [],
    chart: undefined,
    filter: openCount === 0 ? undefined : { top: headerRow, left: 0, bottom: filterEnd, right: LAST },
    freeze: { rows: headerRow + 1, columns: 0 },
    print: {
      orientation: "landscape",
      area: { top: 0, left: 0, bottom: writer.rows.length - 1, right: LAST },
      titleRows: { first: headerRow, last: headerRow },
      footer: SHEET_TEXTS.page[language],
    },
  };
}

function summary({ checks, revision, language }: Evaluation): string {
  const { run, passed, errors, warnings, notices } = checks.counts;
  const explained = checks.findings.filter(({ explanation }) => explanation !== undefined).length;
  const data = checks.findings.length - errors - warnings - notices;
  const sentences = [SHEET_TEXTS.counts(run, passed, errors, warnings, notices)];
  if (data > 0) sentences.push(SHEET_TEXTS.dataCounts(data));
  if (explained > 0) sentences.push(SHEET_TEXTS.explainedCount(explained));
  if (checks.notRun.length > 0) sentences.push(SHEET_TEXTS.notRunCount(checks.notRun.length));
  const said = sentences.map((sentence) => sentence[language]);
  if (revision !== undefined) said.push(revision.summary, ...revision.problems);
  return said.filter((one) => one !== "").join(language === "zh-CN" ? "" : " ");
}

function addFinding(
  writer: SheetWriter,
  evaluation: Evaluation,
  pack: Pack,
  finding: Finding,
  index: number,
): void {
  const { language } = evaluation;
  const style: StyleName = finding.explanation === undefined ? finding.severity : "explained";
  const former =
    finding.explanation === undefined && finding.formerExplanation !== undefined
      ? `\n${SHEET_TEXTS.former(finding.formerExplanation)[language]}`
      : "";
  addRow(writer, [
    valueCell(String(index + 1), "centered"),
    textCell(SHEET_TEXTS.severity[finding.severity][language], style),
    textCell(tableLabel(evaluation, pack, finding.table), "wrapped"),
    textCell(ruleName(evaluation, finding.rule), "wrapped"),
    textCell(`${finding.message}${former}`, "wrapped"),
    placeCell(finding),
    sideCell(finding.left),
    sideCell(finding.right),
    valueCell(finding.difference ?? "", "amount"),
    valueCell(finding.tolerance ?? "", "amount"),
    textCell(finding.explanation ?? "", "text-input", { entry: { kind: "explanation", index } }),
  ]);
}

function tableLabel({ language }: Evaluation, pack: Pack, id: string): string {
  return pack.tables.find((table) => table.id === id)?.label[language] ?? id;
}

function ruleName({ rules, language }: Evaluation, id: string): string {
  return rules.find((rule) => rule.id === id)?.name ?? FINDING_NAMES[id]?.[language] ?? id;
}

function placeCell({ cell }: Finding): CellModel {
  if (cell === undefined) return blank("wrapped");
  const { sheet, row, column } = cell;
  const area = { sheet, top: row, left: column, bottom: row, right: column };
  return textCell(linkText(area, PLACE_WIDTH), "link", { link: cellAddress(cell) });
}

/** A figure leads to its cells; a text or date stands as text; a figure too long for its column stands as text too. */
function sideCell(side: Side | undefined): CellModel {
  if (side === undefined) return blank("amount");
  const [area] = side.cells;
  const link =
    area === undefined ? {} : { link: cellAddress({ sheet: area.sheet, row: area.top, column: area.left }) };
  const value = numberOrText(side.value);
  if (value.kind === "number" && textWidth(side.value) <= 13) return { value, style: "amount", ...link };
  return textCell(side.value === "" && area !== undefined ? areaName(area) : side.value, "wrapped", link);
}

function addNotRun(writer: SheetWriter, evaluation: Evaluation, pack: Pack): void {
  const { language, checks } = evaluation;
  if (checks.notRun.length === 0) return;
  addBanner(writer, SHEET_TEXTS.notRun[language], "subtotal");
  const left = WIDTHS.slice(4).reduce((sum, width) => sum + width, 0);
  for (const { rule, table, why } of checks.notRun) {
    const cells = WIDTHS.map(() => blank("wrapped"));
    cells[2] = textCell(tableLabel(evaluation, pack, table), "wrapped");
    cells[3] = textCell(ruleName(evaluation, rule), "wrapped");
    cells[4] = textCell(why, "wrapped");
    const row = addRow(writer, cells, new Map([[4, left]]));
    merge(writer, row, 0, 1);
    merge(writer, row, 4, LAST);
  }
}

/** More are counted on top, not listed. */
const MOST_GONE = 200;

function addGone(writer: SheetWriter, { language }: Evaluation, gone: readonly string[]): void {
  if (gone.length === 0) return;
  addBanner(writer, SHEET_TEXTS.gone[language], "subtotal");
  for (const message of gone.slice(0, MOST_GONE)) addBanner(writer, message, "wrapped");
}
