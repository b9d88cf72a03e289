/** 校验结果: one row a finding, with a column that the officer fills in; counts on top; what was not run below. */
import { FINDING_HEADINGS, SHEET_NAMES, SHEET_TEXTS } from "../../texts/sheets";
import type { Finding, Severity } from "../checks/finding";
import type { Evaluation } from "../evaluate";
import type { Language, Pack, Text } from "../pack/pack";
import { MAX_ROWS } from "../workbook/address";
import { type FindingColumns, findingColumns, FindingRow, linksOf, PLACE_WIDTH } from "./finding-row";
import type { SheetModel } from "./model";
import { addBanner, addRow, blank, merge, type SheetWriter, sheetWriter, textCell } from "./sheet-writer";

/** Characters of 序号, 级别, 表, 规则, 问题, 位置, 左值, 右值, 差额, 允许差, 说明. */
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

/** What a sheet may hold. */
export interface FindingLimits {
  readonly rows: number;
  readonly links: number;
  /** Bytes that the answers part may take for telling findings again by their rows. */
  readonly recorded: number;
}

/**
 * Rows and links are Excel's own limits; a file with more is damaged in its eyes. The answers part passes to Excel on
 * the web in one request, which takes 5 MB, and is read whole.
 */
export const FINDING_LIMITS: FindingLimits = { rows: MAX_ROWS, links: 65_530, recorded: 2_500_000 };

/**
 * @param changes what changed since the last sheet, a sentence; "" where there was none
 * @param gone sentences of the findings that stood on the last sheet and are no more
 */
export function findingsSheet(
  evaluation: Evaluation,
  pack: Pack,
  changes = "",
  gone: readonly string[] = [],
  limits = FINDING_LIMITS,
): SheetModel {
  const writer = sheetWriter(WIDTHS);
  const { language } = evaluation;
  const shared = findingColumns(evaluation, pack, writer.columns);
  const ordered = findingsInOrder(evaluation);
  const firstExplained = ordered.findIndex(({ explanation }) => explanation !== undefined);
  const openCount = firstExplained < 0 ? ordered.length : firstExplained;
  const below = sheetWriter(WIDTHS);
  addNotRun(below, evaluation, shared);
  addGone(below, evaluation, gone);
  for (const text of evaluation.unmatchedExplanations)
    addBanner(below, SHEET_TEXTS.unmatched(text)[language], "note");
  const room = limits.rows - below.rows.length - MOST_HEAD_ROWS;
  const listing = listed(ordered, openCount, room, limits);
  addBanner(writer, SHEET_TEXTS.findingsTitle[language], "title", 2.4);
  addBanner(writer, summary(evaluation), "note");
  if (changes !== "") addBanner(writer, `${SHEET_TEXTS.changesSince[language]}${changes}`, "note");
  const left = leftOut(listing, ordered.length, limits, language);
  if (left !== "") addBanner(writer, left, "note");
  const headerRow = addRow(
    writer,
    FINDING_HEADINGS.map((heading) => textCell(heading[language], "header")),
  );
  const add = (index: number): void => {
    const finding = ordered[index];
    if (finding === undefined) return;
    const extras = { linked: listing.linked(index), recorded: listing.recorded(index) };
    writer.rows.push(new FindingRow(shared, finding, index, extras));
  };
  for (let index = 0; index < listing.open; index += 1) add(index);
  if (openCount === 0) addBanner(writer, SHEET_TEXTS.noFindings[language], "centered");
  const filterEnd = writer.rows.length - 1;
  if (listing.explained > 0) {
    addBanner(writer, SHEET_TEXTS.explained[language], "subtotal");
    for (let index = 0; index < listing.explained; index += 1) add(openCount + index);
  }
  append(writer, below);
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

/** Title, summary, changes, what is left out, headings; one where nothing is open, one above the explained. */
const MOST_HEAD_ROWS = 7;

/** How much of the findings a sheet takes: the officer's explanations before all, then in the order of the sheet. */
interface Listing {
  readonly open: number;
  readonly explained: number;
  readonly links: number;
  readonly records: number;
  /** By index into the findings in the order of the sheet. */
  linked(index: number): boolean;
  recorded(index: number): boolean;
}

function listed(
  ordered: readonly Finding[],
  openCount: number,
  room: number,
  limits: FindingLimits,
): Listing {
  const explained = Math.min(ordered.length - openCount, Math.max(0, room));
  const open = Math.min(openCount, Math.max(0, room) - explained);
  const isListed = (index: number): boolean =>
    index < openCount ? index < open : index < openCount + explained;
  // The rows of the explained stand below, so that their share is taken off first.
  let bytes = limits.recorded;
  for (let index = openCount; index < openCount + explained; index += 1) bytes -= recordBytes(ordered[index]);
  let records = 0;
  for (; records < open; records += 1) {
    bytes -= recordBytes(ordered[records]);
    if (bytes < 0) break;
  }
  let links = limits.links;
  let lastLinked = -1;
  for (let index = 0; index < ordered.length; index += 1) {
    const finding = ordered[index];
    if (finding === undefined || !isListed(index)) continue;
    links -= linksOf(finding);
    if (links < 0) break;
    lastLinked = index;
  }
  return {
    open,
    explained,
    links: lastLinked < openCount ? lastLinked + 1 : open + lastLinked + 1 - openCount,
    records,
    linked: (index) => index <= lastLinked,
    recorded: (index) => index < records || index >= openCount,
  };
}

/** About what a blank cell of the explanations takes in the answers part. */
function recordBytes(finding: Finding | undefined): number {
  if (finding === undefined) return 0;
  const { rule, table, row, column, left, right } = finding.key;
  const letters = [rule, table, row, column, left, right].reduce((sum, text) => sum + text.length, 0);
  return 160 + 3 * letters;
}

/** What the officer would miss on the sheet, in plain sentences; "" where nothing is left out. */
function leftOut(listing: Listing, count: number, limits: FindingLimits, language: Language): string {
  const { open, explained, links, records } = listing;
  const rows = open + explained;
  const sentences: Text[] = [];
  if (rows < count) sentences.push(SHEET_TEXTS.notListed(count - rows, limits.rows));
  if (links < rows) sentences.push(SHEET_TEXTS.notLinked(links, limits.links));
  if (records < open) sentences.push(SHEET_TEXTS.notRecorded(records));
  return sentences.map((sentence) => sentence[language]).join(language === "zh-CN" ? "" : " ");
}

function append(writer: SheetWriter, below: SheetWriter): void {
  const down = writer.rows.length;
  for (const row of below.rows) writer.rows.push(row);
  for (const area of below.merges)
    writer.merges.push({ ...area, top: area.top + down, bottom: area.bottom + down });
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

function addNotRun(writer: SheetWriter, evaluation: Evaluation, shared: FindingColumns): void {
  const { language, checks } = evaluation;
  if (checks.notRun.length === 0) return;
  addBanner(writer, SHEET_TEXTS.notRun[language], "subtotal");
  const left = WIDTHS.slice(4).reduce((sum, width) => sum + width, 0);
  for (const { rule, table, why } of checks.notRun) {
    const cells = WIDTHS.map(() => blank("wrapped"));
    cells[2] = textCell(shared.tableLabel(table), "wrapped");
    cells[3] = textCell(shared.ruleName(rule), "wrapped");
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
