/** The test that an input cell of ours puts to what is typed, as a spreadsheet formula. */
import type { ValidationModel } from "./model";

/**
 * Without "=": true for a number within the bounds and with no more decimals than allowed, or for one of the words.
 * @param cell A1 of the cell itself
 */
export function validationFormula(cell: string, validation: ValidationModel): string {
  const { minimum, maximum, decimals, words } = validation;
  const places = `,ABS(${cell}-ROUND(${cell},${decimals}))<0.00000001`;
  // IF, since AND would go on to compare a text with the bounds.
  const number = `IF(ISNUMBER(${cell}),AND(${cell}>=${minimum},${cell}<=${maximum}${places}),FALSE)`;
  const alternatives = words.map((word) => `${cell}="${word.replaceAll('"', '""')}"`);
  return alternatives.length === 0 ? number : `OR(${[number, ...alternatives].join(",")})`;
}
