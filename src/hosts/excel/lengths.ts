/** Lengths of a sheet model in Excel's measures. */

/** Pixels of the widest digit of the default font, and of the padding of a column. */
const DIGIT = 7;
const PADDING = 5;
const POINTS_PER_PIXEL = 0.75;
/** Excel takes no wider column and no higher row. */
const WIDEST = 1790;
const HIGHEST = 409;

/** `columnWidth` of Office.js is in points, not in characters of the default font. */
export function columnPoints(characters: number): number {
  return Math.min(WIDEST, Math.round(characters * DIGIT + PADDING) * POINTS_PER_PIXEL);
}

export function rowPoints(points: number): number {
  return Math.min(HIGHEST, points);
}
