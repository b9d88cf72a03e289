/** Text of a shared formula's dependents: the first cell's text with its relative references moved. */
import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS } from "../../core/workbook/address";

/**
 * Strings, quoted sheet names and bracketed parts stand as they are; a name with a bracket, dot or letter around a thing
 * that looks like a cell is no cell.
 */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[\p{L}_\\][\p{L}\p{N}_.\\?]*(?=[(!])|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])|[\p{L}\p{N}_.\\?]+/gu;

/**
 * @param formula of the first cell, without "="
 * @param rows and columns from the first cell to the dependent
 */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (whole: string, ...parts: (string | undefined)[]) => {
    const [dc, c, dr, r, dc1, c1, dc2, c2, dr1, r1, dr2, r2] = parts;
    if (c !== undefined && r !== undefined) {
      if (Number.isNaN(columnIndex(c)) || Number(r) < 1 || Number(r) > MAX_ROWS) return whole;
      return joined(column(dc, c, columns), "", row(dr, r, rows));
    }
    if (c1 !== undefined && c2 !== undefined)
      return joined(column(dc1, c1, columns), ":", column(dc2, c2, columns));
    if (r1 !== undefined && r2 !== undefined) return joined(row(dr1, r1, rows), ":", row(dr2, r2, rows));
    return whole;
  });
}

function joined(first: string | undefined, between: string, second: string | undefined): string {
  return first === undefined || second === undefined ? "#REF!" : first + between + second;
}

/** Undefined where the reference leaves the sheet. */
function column(dollar: string | undefined, name: string, by: number): string | undefined {
  if (dollar === "$") return `$${name}`;
  const moved = columnIndex(name) + by;
  return moved >= 0 && moved < MAX_COLUMNS ? columnName(moved) : undefined;
}

function row(dollar: string | undefined, digits: string, by: number): string | undefined {
  if (dollar === "$") return `$${digits}`;
  const moved = Number(digits) + by;
  return moved >= 1 && moved <= MAX_ROWS ? String(moved) : undefined;
}
