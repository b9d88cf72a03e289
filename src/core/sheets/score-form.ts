/** What the parts of the score sheet share: its columns and what it is made from. */
import type Decimal from "decimal.js";
import type { Evaluation } from "../evaluate";
import type { Language, Pack } from "../pack/pack";
import type { ScoreItem } from "../scoring/score";
import type { FormHead } from "./earlier";
import type { SheetWriter } from "./sheet-writer";

/**
 * Characters of 序号, 一级指标, 二级指标, 分值, 评分标准, 完成情况, 自评得分, 得分依据 (words, and a link), 佐证材料.
 * The link stands in a cell of its own, since LibreOffice shows a linked text on one line only.
 */
export const WIDTHS: Readonly<Record<Language, readonly number[]>> = {
  "zh-CN": [6, 14, 18, 6, 30, 33, 10, 30, 22, 15],
  // Longer texts in shorter words: fewer lines where the words stand.
  en: [6, 13, 20, 8, 36, 32, 10, 36, 22, 14],
};
export const NO = 0;
export const SECTION = 1;
export const MAX = 3;
export const SCORE = 6;
export const BASIS = 7;
export const LINK = 8;
export const EVIDENCE = 9;

export interface Section {
  readonly name: string;
  readonly items: readonly ScoreItem[];
}

/** A section's row of sums, with what stands in it. */
export interface SectionRows {
  readonly name: string;
  readonly row: number;
  readonly max: string;
  readonly score: string;
}

export interface Context {
  readonly writer: SheetWriter;
  readonly evaluation: Evaluation;
  readonly pack: Pack;
  readonly head: FormHead;
}

export function plain(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}
