/** Where the printed form goes on to a new page: worked out from its lengths, since no host can be asked. */
import type { SheetModel } from "./model";

const POINTS_PER_INCH = 72;
/** A4 landscape less the margins that the hosts set, in points. */
const PAPER = {
  width: 841.9 - 0.8 * POINTS_PER_INCH,
  height: 595.3 - 1.2 * POINTS_PER_INCH,
};
/**
 * Pixels of a digit and of a column's padding, at 96 to the inch. The workbook's default font decides: 7 for Calibri 11,
 * 8 for 宋体 11. Between them the label stands on both pages under either.
 */
const DIGIT = 7.5;
const PADDING = 5;
const POINTS_PER_PIXEL = 0.75;

/**
 * First rows of the second and following pages, one page wide, with the header row repeated. Programs differ by a few
 * points and officers change widths: a guess that may serve the looks only.
 */
export function pageStarts(
  { columns, rows }: Pick<SheetModel, "columns" | "rows">,
  headerRow: number,
): readonly number[] {
  const width = columns.reduce(
    (sum, { characters }) => sum + (characters * DIGIT + PADDING) * POINTS_PER_PIXEL,
    0,
  );
  const height = PAPER.height / Math.min(1, PAPER.width / width);
  const starts: number[] = [];
  let used = 0;
  rows.forEach(({ points }, row) => {
    if (used + points > height) {
      starts.push(row);
      used = rows[headerRow]?.points ?? 0;
    }
    used += points;
  });
  return starts;
}
