/** Names that a sheet of ours may take. */

export const LONGEST_SHEET_NAME = 31;

/**
 * The wanted name, made fit for a sheet: without the characters that sheet names refuse, at most 31 long, and
 * numbered "… (2)" where a sheet has it already, upper and lower case being one.
 */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const base = wanted.replaceAll(/[\\/?*[\]:]/g, "").replaceAll(/^'+|'+$/g, "");
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = base.slice(0, LONGEST_SHEET_NAME - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}
