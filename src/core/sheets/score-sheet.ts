/** 附件1 绩效自评得分表: a form with live scores that can be printed, filled in, and inserted again. */
import { PACK_TEXTS } from "../../texts/pack";
import { NOT_APPLICABLE_WORD, SCORE_HEADINGS, SHEET_NAMES, SHEET_TEXTS } from "../../texts/sheets";
import type { Evaluation } from "../evaluate";
import type { Pack } from "../pack/pack";
import type { ScoreItem } from "../scoring/score";
import { cellName } from "../workbook/address";
import { BLANK_HEAD, type FormHead } from "./earlier";
import { heightOf, widthOf } from "./layout";
import type { SheetModel } from "./model";
import { pageStarts } from "./pages";
import {
  BASIS,
  type Context,
  EVIDENCE,
  LINK,
  MAX,
  SCORE,
  SECTION,
  type Section,
  type SectionRows,
  WIDTHS,
} from "./score-form";
import { addItem } from "./score-item";
import { addBase, addBaseSum, addCap, addSectionSum, addTotal } from "./score-totals";
import {
  addBanner,
  addRow,
  blank,
  formulaCell,
  merge,
  type SheetWriter,
  sheetWriter,
  textCell,
} from "./sheet-writer";

/** @param head what the officer typed into the head of the earlier form */
export function scoreSheet(evaluation: Evaluation, pack: Pack, head: FormHead = BLANK_HEAD): SheetModel {
  const writer = sheetWriter(WIDTHS[evaluation.language]);
  const context: Context = { writer, evaluation, pack, head };
  const headerRow = addHead(context);
  const { scale } = pack;
  const base = partSections(context, "base").map((section) => addSection(context, section, undefined));
  const sumRow = addBaseSum(context, base);
  const baseRow = addBase(context, sumRow);
  const others: SectionRows[] = [];
  const signed: { readonly sign: "+" | "-"; readonly row: number }[] = [];
  for (const [part, cap, sign] of [
    ["bonus", scale.maxBonus, "+"],
    ["deduction", scale.maxDeduction, "-"],
  ] as const) {
    const sections = partSections(context, part);
    sections.forEach((section, index) => {
      // One cap over the whole part: where it has several sections only the last row could carry it, so each of a
      // single-section part carries its own.
      const rows = addSection(context, section, sections.length === 1 ? cap : undefined);
      others.push(rows);
      if (sections.length === 1) signed.push({ sign, row: rows.row });
      else if (index === sections.length - 1) {
        signed.push({
          sign,
          row: addCap(context, others.slice(-sections.length), cap, evaluation.score[part]),
        });
      }
    });
  }
  addTotal(context, baseRow, signed);
  addNotes(context);
  repeatSectionLabels(writer, headerRow);
  // The form is what is printed and sealed; the chart below it is for the eye.
  const lastPrinted = writer.rows.length - 1;
  const chart = addChartBlock(context, [...base, ...others]);
  return {
    kind: "score",
    name: SHEET_NAMES.score,
    columns: writer.columns,
    rows: writer.rows,
    merges: writer.merges,
    validations: writer.validations,
    chart,
    filter: undefined,
    freeze: { rows: headerRow + 1, columns: 0 },
    print: {
      orientation: "landscape",
      area: { top: 0, left: 0, bottom: lastPrinted, right: EVIDENCE },
      titleRows: { first: headerRow, last: headerRow },
      footer: SHEET_TEXTS.page[evaluation.language],
    },
  };
}

function addHead({ writer, evaluation, pack, head }: Context): number {
  const language = evaluation.language;
  const year = pack.year === undefined ? "" : String(pack.year);
  if (pack.attachment !== undefined) addBanner(writer, pack.attachment[language], "attachment");
  addBanner(writer, SHEET_TEXTS.scoreTitle(year)[language], "title", 2.4);
  addBanner(writer, SHEET_TEXTS.notice(evaluation.pack.title)[language], "note");
  const row = addRow(
    writer,
    [
      textCell(SHEET_TEXTS.unit[language], "note"),
      blank("note"),
      textCell(head.unit, "text-input"),
      blank("text-input"),
      blank("text-input"),
      textCell(SHEET_TEXTS.year(year)[language], "note"),
      textCell(SHEET_TEXTS.date[language], "note"),
      textCell(head.date, "text-input"),
      blank("text-input"),
      blank("note"),
    ],
    new Map([
      [0, widthOf(writer.columns, { left: 0, right: 1 })],
      [2, widthOf(writer.columns, { left: 2, right: 4 })],
      [BASIS, widthOf(writer.columns, { left: BASIS, right: LINK })],
    ]),
  );
  merge(writer, row, 0, 1);
  merge(writer, row, 2, 4);
  merge(writer, row, BASIS, LINK);
  const headings = SCORE_HEADINGS.map((heading) => textCell(heading[language], "header"));
  const header = addRow(writer, [...headings.slice(0, LINK), blank("header"), ...headings.slice(LINK)]);
  merge(writer, header, BASIS, LINK);
  return header;
}

/** A first-level cell that goes over two printed pages is divided there, so that both show its label. */
function repeatSectionLabels(writer: SheetWriter, headerRow: number): void {
  for (const start of pageStarts(writer, headerRow)) {
    const at = writer.merges.findIndex(
      ({ left, right, top, bottom }) =>
        left === SECTION && right === SECTION && top < start && start <= bottom,
    );
    const divided = writer.merges[at];
    const row = writer.rows[start];
    // A lone row is not worth a label of its own, the less so where the guess is off by a row.
    if (divided === undefined || row === undefined || start - divided.top < 2 || divided.bottom <= start)
      continue;
    writer.merges.splice(at, 1);
    merge(writer, divided.top, SECTION, SECTION, start - 1);
    merge(writer, start, SECTION, SECTION, divided.bottom);
    const label = writer.rows[divided.top]?.cells[SECTION];
    writer.rows[start] = {
      ...row,
      cells: row.cells.map((cell, column) => (column === SECTION ? label : cell)),
    };
  }
}

function partSections({ evaluation }: Context, part: ScoreItem["part"]): readonly Section[] {
  const sections = new Map<string, { readonly name: string; readonly items: ScoreItem[] }>();
  for (const item of evaluation.score.items) {
    if (item.part !== part) continue;
    const known = sections.get(item.section);
    if (known === undefined) sections.set(item.section, { name: item.sectionName, items: [item] });
    else known.items.push(item);
  }
  return [...sections.values()];
}

function addSection(context: Context, section: Section, cap: string | undefined): SectionRows {
  const { writer } = context;
  const first = writer.rows.length;
  section.items.forEach((item, index) => addItem(context, item, index === 0 ? section.name : ""));
  merge(writer, first, SECTION, SECTION, writer.rows.length - 1);
  return addSectionSum(context, section, first, cap);
}

function addNotes({ writer, evaluation, pack }: Context): void {
  const { language, revision } = evaluation;
  if (revision !== undefined && revision.summary !== "") addBanner(writer, revision.summary, "note");
  for (const open of pack.open ?? []) addBanner(writer, PACK_TEXTS.open(open)[language], "note");
  addBanner(writer, SHEET_TEXTS.howToFill(NOT_APPLICABLE_WORD[language])[language], "note");
  const [prepared, reviewed, head, seal] = SHEET_TEXTS.signatures.map((text) =>
    textCell(text[language], "note"),
  );
  const row = writer.rows.length;
  const cells = [prepared, undefined, undefined, undefined, reviewed, head, undefined, seal];
  writer.rows.push({ points: heightOf(2.5), cells });
  merge(writer, row, 0, 3);
  merge(writer, row, 5, 6);
  merge(writer, row, BASIS, EVIDENCE);
}

/** Rows that the chart covers beside and below its figures. */
const CHART_ROWS = 15;

function addChartBlock(
  { writer, evaluation }: Context,
  sections: readonly SectionRows[],
): SheetModel["chart"] {
  const language = evaluation.language;
  // A row of air, or the chart's edge is printed with the form.
  writer.rows.push({ points: 15, cells: [] });
  const top = addRow(writer, [
    undefined,
    textCell(SHEET_TEXTS.chartSection[language], "header"),
    textCell(SHEET_TEXTS.chartMax[language], "header"),
    textCell(SHEET_TEXTS.chartScore[language], "header"),
  ]);
  for (const { name, row, max, score } of sections) {
    addRow(writer, [
      undefined,
      textCell(name, "centered"),
      formulaCell(cellName({ row, column: MAX }), max, "centered"),
      formulaCell(cellName({ row, column: SCORE }), score, "centered"),
    ]);
  }
  const bottom = writer.rows.length - 1;
  while (writer.rows.length < top + CHART_ROWS) writer.rows.push({ points: 18, cells: [] });
  return {
    title: SHEET_TEXTS.chartTitle[language],
    source: { top, left: 1, bottom, right: 3 },
    place: { top, left: 4, bottom: top + CHART_ROWS - 1, right: EVIDENCE },
  };
}
