/** 附件1 绩效自评得分表: a form with live scores that can be printed, filled in, and inserted again. */
import { PACK_TEXTS } from "../../texts/pack";
import Decimal from "decimal.js";
import { NOT_APPLICABLE } from "../../texts/answers";
import { NOT_APPLICABLE_WORD, SCORE_HEADINGS, SHEET_NAMES, SHEET_TEXTS } from "../../texts/sheets";
import type { Evaluation } from "../evaluate";
import type { Language, Pack } from "../pack/pack";
import type { ScoreItem } from "../scoring/score";
import { type Area, areaName, cellAddress, cellName, type SheetArea } from "../workbook/address";
import { BLANK_HEAD, type FormHead } from "./earlier";
import { heightOf, linkText, widthOf } from "./layout";
import type { CellModel, SheetModel } from "./model";

import { countedScore, leftOutPoints, roundedSum, scaledBase } from "./score-formulas";
import { pageStarts } from "./pages";
import {
  addBanner,
  addRow,
  blank,
  formulaCell,
  merge,
  numberOrText,
  type SheetWriter,
  sheetWriter,
  textCell,
  valueCell,
} from "./sheet-writer";

/**
 * Characters of 序号, 一级指标, 二级指标, 分值, 评分标准, 完成情况, 自评得分, 得分依据 (words, and a link), 佐证材料.
 * The link stands in a cell of its own, since LibreOffice shows a linked text on one line only.
 */
const WIDTHS: Readonly<Record<Language, readonly number[]>> = {
  "zh-CN": [6, 14, 18, 6, 30, 33, 10, 30, 22, 15],
  // Longer texts in shorter words: fewer lines where the words stand.
  en: [6, 13, 20, 8, 36, 32, 10, 36, 22, 14],
};
const NO = 0;
const SECTION = 1;
const MAX = 3;
const SCORE = 6;
const BASIS = 7;
const LINK = 8;
const EVIDENCE = 9;

/** A section's subtotal row, or undefined where the section shows none. */
interface SectionRows {
  readonly name: string;
  readonly row: number;
  readonly max: string;
  readonly score: string;
}

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

interface Context {
  readonly writer: SheetWriter;
  readonly evaluation: Evaluation;
  readonly pack: Pack;
  readonly head: FormHead;
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

interface Section {
  readonly name: string;
  readonly items: readonly ScoreItem[];
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
  const { writer, evaluation, pack } = context;
  const language = evaluation.language;
  const first = writer.rows.length;
  section.items.forEach((item, index) => addItem(context, item, index === 0 ? section.name : ""));
  const last = writer.rows.length - 1;
  merge(writer, first, SECTION, SECTION, last);
  const at = (column: number, index: number): string => cellName({ row: first + index, column });
  const scores = section.items.map((item, index) => countedScore(item, at(SCORE, index), at(MAX, index)));
  const leftOut = section.items.flatMap(
    (item, index) => leftOutPoints(item, at(SCORE, index), at(MAX, index)) ?? [],
  );
  const decimals = pack.scale.decimals;
  const all = (column: number): string => `SUM(${at(column, 0)}:${at(column, section.items.length - 1)})`;
  const sum = roundedSum(scores, decimals, all(SCORE));
  const value = sumScores(section.items);
  const capped = cap !== undefined && value.greaterThan(cap) ? new Decimal(cap) : value;
  const label =
    cap === undefined ? SHEET_TEXTS.subtotal(section.name) : SHEET_TEXTS.capped(section.name, cap);
  const row = addTotalsRow(
    writer,
    label[language],
    cap === undefined
      ? formulaCell(
          [all(MAX), ...leftOut.map((points) => `-${points}`)].join(""),
          plain(sumMaxima(section.items)),
          "subtotal",
        )
      : valueCell(cap, "subtotal"),
    formulaCell(cap === undefined ? sum : `MIN(${cap},${sum})`, plain(capped), "subtotal-score"),
    "",
    "subtotal",
  );
  return {
    name: section.name,
    row,
    max: plain(cap === undefined ? sumMaxima(section.items) : new Decimal(cap)),
    score: plain(capped),
  };
}

function addItem(context: Context, item: ScoreItem, sectionLabel: string): void {
  const { writer, evaluation } = context;
  const language = evaluation.language;
  const criterion = item.assumed ? `${item.criterion}\n${SHEET_TEXTS.assumed[language]}` : item.criterion;
  const row = addRow(
    writer,
    [
      valueCell(item.no, "centered"),
      textCell(sectionLabel, "centered"),
      textCell(item.name, "wrapped"),
      valueCell(item.max, "centered"),
      textCell(criterion, "wrapped"),
      textCell(item.facts, "wrapped"),
      scoreCell(context, item),
      textCell(basisText(item, language), "wrapped"),
      linkCell(item, writer.columns[LINK]?.characters ?? 0),
      textCell(item.evidence, "text-input", { entry: { kind: "evidence", no: item.no } }),
    ],
    new Map([[SECTION, 0]]),
  );
  if (!item.entered) return;
  const word = item.mayNotApply ? NOT_APPLICABLE_WORD[language] : "";
  const area: Area = { top: row, left: SCORE, bottom: row, right: SCORE };
  writer.validations.push({
    area,
    minimum: "0",
    maximum: item.max,
    decimals: 1,
    words: item.mayNotApply ? Object.values(NOT_APPLICABLE).flat() : [],
    message: SHEET_TEXTS.entryHint(item.max, word)[language],
  });
}

/** Cells that the officer fills in name their entry; a score of ours has none. */
function scoreCell({ evaluation }: Context, item: ScoreItem): CellModel {
  const entry = { entry: { kind: "score", no: item.no } } as const;
  if (item.status === "not-applicable") {
    return textCell(NOT_APPLICABLE_WORD[evaluation.language], "score-input", entry);
  }
  if (item.entered) {
    // An entry out of range has no score; it stays as typed, and its look says that it does not count.
    const { scores, notApplicable } = evaluation.answers;
    const word = notApplicable.includes(item.no) ? NOT_APPLICABLE_WORD[evaluation.language] : "";
    const typed = item.score ?? scores[item.no] ?? word;
    return valueCell(typed, item.score === undefined && typed !== "" ? "error" : "score-input", entry);
  }
  // A score that may be declared not applicable takes that word; its cell is an entry too.
  const more = item.mayNotApply ? entry : {};
  if (item.score === undefined) return { ...blank("score"), ...more };
  if (item.formula.kind === "formula")
    return { ...formulaCell(item.formula.text, item.score, "score"), ...more };
  return { value: numberOrText(item.score), style: "score", ...more };
}

function basisText(item: ScoreItem, language: Language): string {
  const why = item.status === "computed" && item.formula.kind === "value" ? item.formula.why : undefined;
  return [
    item.basis,
    ...(item.cells.length > 1 ? [SHEET_TEXTS.cells(cellList(item.cells, language))[language]] : []),
    ...(why === undefined ? [] : [SHEET_TEXTS.valueOnly(why)[language]]),
  ].join("\n");
}

/** More are not named. */
const MOST_CELLS = 8;

/** "表4预算执行!D13、C13；表3项目明细!Q5:Q279": all cells of a score, since only one of them can be a link. */
function cellList(areas: readonly SheetArea[], language: Language): string {
  const bySheet = new Map<string, string[]>();
  for (const area of areas.slice(0, MOST_CELLS)) {
    const known = bySheet.get(area.sheet);
    if (known === undefined) bySheet.set(area.sheet, [areaName(area)]);
    else known.push(areaName(area));
  }
  const chinese = language === "zh-CN";
  const list = [...bySheet].map(([sheet, names]) => `${sheet}!${names.join(chinese ? "、" : ", ")}`);
  const more = areas.length > MOST_CELLS ? SHEET_TEXTS.moreCells(areas.length)[language] : "";
  return list.join(chinese ? "；" : "; ") + more;
}

/** Leads to the first of the cells that the score rests on. */
function linkCell({ cells }: ScoreItem, characters: number): CellModel {
  const [first] = cells;
  if (first === undefined) return blank("wrapped");
  return textCell(linkText(first, characters), "link", {
    link: cellAddress({ sheet: first.sheet, row: first.top, column: first.left }),
  });
}

/** A row of totals: label over the first three columns, points, score, remark. */
function addTotalsRow(
  writer: SheetWriter,
  label: string,
  max: CellModel,
  score: CellModel,
  remark: string,
  style: "subtotal" | "total",
): number {
  const row = addRow(
    writer,
    [
      textCell(label, style),
      blank(style),
      blank(style),
      max,
      blank(style),
      blank(style),
      score,
      textCell(remark, style),
      blank(style),
      blank(style),
    ],
    new Map([
      [NO, widthOf(writer.columns, { left: NO, right: 2 })],
      [BASIS, widthOf(writer.columns, { left: BASIS, right: EVIDENCE })],
    ]),
  );
  merge(writer, row, NO, 2);
  merge(writer, row, 4, 5);
  merge(writer, row, BASIS, EVIDENCE);
  return row;
}

function addBaseSum({ writer, evaluation, pack }: Context, sections: readonly SectionRows[]): number {
  const cells = (column: number): readonly string[] => sections.map(({ row }) => cellName({ row, column }));
  const { applicableMax, baseSum } = evaluation.score;
  return addTotalsRow(
    writer,
    SHEET_TEXTS.baseSum[evaluation.language],
    formulaCell(roundedSum(cells(MAX), pack.scale.decimals), applicableMax, "subtotal"),
    formulaCell(roundedSum(cells(SCORE), pack.scale.decimals), baseSum, "subtotal-score"),
    "",
    "subtotal",
  );
}

function addBase({ writer, evaluation, pack }: Context, sumRow: number): number {
  const { base, decimals } = pack.scale;
  const sum = cellName({ row: sumRow, column: SCORE });
  const maxima = cellName({ row: sumRow, column: MAX });
  return addTotalsRow(
    writer,
    SHEET_TEXTS.base(base)[evaluation.language],
    valueCell(base, "subtotal"),
    formulaCell(scaledBase(base, sum, maxima, decimals), evaluation.score.base, "subtotal-score"),
    evaluation.score.baseBasis,
    "subtotal",
  );
}

/** A part of several sections has one cap over them all. */
function addCap(
  { writer, evaluation, pack }: Context,
  sections: readonly SectionRows[],
  cap: string,
  value: string,
): number {
  const cells = sections.map(({ row }) => cellName({ row, column: SCORE }));
  const names = sections.map(({ name }) => name).join(evaluation.language === "zh-CN" ? "、" : ", ");
  return addTotalsRow(
    writer,
    SHEET_TEXTS.capped(names, cap)[evaluation.language],
    valueCell(cap, "subtotal"),
    formulaCell(`MIN(${cap},${roundedSum(cells, pack.scale.decimals)})`, value, "subtotal-score"),
    "",
    "subtotal",
  );
}

function addTotal(
  { writer, evaluation, pack }: Context,
  baseRow: number,
  signed: readonly { readonly sign: "+" | "-"; readonly row: number }[],
): void {
  const cell = (row: number): string => cellName({ row, column: SCORE });
  const terms = signed.map(({ sign, row }) => `${sign}${cell(row)}`).join("");
  const { total, complete, items } = evaluation.score;
  const missing = items.filter(({ status }) => status === "missing").map(({ no }) => no);
  addTotalsRow(
    writer,
    SHEET_TEXTS.total[evaluation.language],
    blank("total"),
    formulaCell(`ROUND(${cell(baseRow)}${terms},${pack.scale.decimals})`, total, "total-score"),
    complete ? "" : SHEET_TEXTS.incomplete(missing.join(", "))[evaluation.language],
    "total",
  );
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

function sumScores(items: readonly ScoreItem[]): Decimal {
  return items.reduce((sum, { score }) => sum.plus(score ?? 0), new Decimal(0));
}

function sumMaxima(items: readonly ScoreItem[]): Decimal {
  return items.reduce(
    (sum, { max, status }) => (status === "not-applicable" ? sum : sum.plus(max)),
    new Decimal(0),
  );
}

function plain(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}
