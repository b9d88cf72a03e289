/**
 * Limits on what a workbook may hold, each checked before the memory is spent. They leave room for a province's ledger
 * (a million rows of 20 columns) and stop files made to exhaust a machine. Sizes of parts are limited in limits.ts.
 */
import { FILE_TEXTS } from "../../texts/files";
import { FileProblem } from "./problem";

export const READ_LIMITS = {
  /** Unpacked bytes of a part that is parsed whole (workbook, relations, styles, answers). */
  wholePart: 32_000_000,
  /** Bytes of an .xls file, which its library holds several times over. */
  oldFile: 64_000_000,
  sheets: 1_000,
  /** Cells with a value or formula, in all sheets. */
  cells: 40_000_000,
  /** Pages of 1024 rows of one column that hold a cell: bounds memory where cells are strewn far apart. */
  pages: 40_000,
  sharedTexts: 20_000_000,
  /** Characters of one text. Excel's own limit is 32,767; other writers exceed it. */
  textLength: 1_000_000,
  formulas: 5_000_000,
  merges: 200_000,
  /** Bytes of one tag or one text of XML, as it stands in the part. */
  token: 4_000_000,
  xmlDepth: 128,
  attributes: 256,
} as const;

export type ReadLimit = keyof typeof READ_LIMITS;

/** @param place part or cell, "" for none */
export function beyond(limit: ReadLimit, place = ""): FileProblem {
  return new FileProblem(FILE_TEXTS.tooMany(limit, READ_LIMITS[limit], place));
}

/** @param place part, and cell where one is known */
export function damaged(place: string): FileProblem {
  return new FileProblem(FILE_TEXTS.damaged(place));
}
