/** Rows of totals: sums of sections, the base score made of them, caps, the total. */
import Decimal from "decimal.js";
import { SHEET_TEXTS } from "../../texts/sheets";
import type { ScoreItem } from "../scoring/score";
import { cellName } from "../workbook/address";
import { widthOf } from "./layout";
import type { CellModel } from "./model";
import {
  BASIS,
  type Context,
  EVIDENCE,
  MAX,
  NO,
  plain,
  SCORE,
  type Section,
  type SectionRows,
} from "./score-form";
import { countedScore, leftOutPoints, roundedSum, scaledBase } from "./score-formulas";
import { addRow, blank, formulaCell, merge, type SheetWriter, textCell, valueCell } from "./sheet-writer";

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

/** @param first row of the section's first indicator; its rows follow one another */
export function addSectionSum(
  context: Context,
  section: Section,
  first: number,
  cap: string | undefined,
): SectionRows {
  const { writer, evaluation, pack } = context;
  const language = evaluation.language;
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

export function addBaseSum({ writer, evaluation, pack }: Context, sections: readonly SectionRows[]): number {
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

export function addBase({ writer, evaluation, pack }: Context, sumRow: number): number {
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
export function addCap(
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

export function addTotal(
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

function sumScores(items: readonly ScoreItem[]): Decimal {
  return items.reduce((sum, { score }) => sum.plus(score ?? 0), new Decimal(0));
}

function sumMaxima(items: readonly ScoreItem[]): Decimal {
  return items.reduce(
    (sum, { max, status }) => (status === "not-applicable" ? sum : sum.plus(max)),
    new Decimal(0),
  );
}
