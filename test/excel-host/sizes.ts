// Column widths: characters of the file format and points of Office.js are different measures.

/** Pixels of the widest digit of the default font, Calibri 11. */
const digitPixels = 7;

/** Points of a width in characters as the file stores it, cell padding included. */
export function columnPoints(fileWidth: number): number {
  return Math.trunc(((256 * fileWidth + Math.trunc(128 / digitPixels)) / 256) * digitPixels) * 0.75;
}

/** Points of a width in characters as Excel shows it: padding of 5 pixels comes on top. */
export function shownColumnPoints(characters: number): number {
  return Math.round(characters * digitPixels + 5) * 0.75;
}
