/** Rows whose cells are merged downwards: one project over two villages has its figures once. */
import { sharedFigure } from "../tables/keys";
import type { TableData } from "./context";

/** How the cells of a row that a rule looks at are merged. */
export const APART = 0;
/** All over the same rows, and this is the first of them: the rule is tried here. */
export const FIRST = 1;
/** All over the same rows, and this is a further one: it was tried at the first. */
export const FURTHER = 2;

/**
 * For each row of a table whether the given columns, all of them found, are merged over the same rows; undefined where none of them
 * is merged downwards. Rows with some cells merged otherwise than others are APART; their figures are not read.
 */
export function mergedAlike(data: TableData, columns: readonly string[]): Uint8Array | undefined {
  const { sheet, columns: places } = data.table;
  const at = columns.map((id) => places.get(id)!.column);
  const [top, bottom] = [data.rows[0]!, data.rows[data.dataRows - 1]!];
  const touched = sheet.merges.some(
    (area) =>
      area.top < area.bottom &&
      area.bottom >= top &&
      area.top <= bottom &&
      at.some((column) => column >= area.left && column <= area.right),
  );
  if (!touched) return undefined;
  const alike = new Uint8Array(data.rows.length);
  for (let index = 0; index < data.dataRows; index += 1) {
    const row = data.rows[index]!;
    const areas = columns.map((id) => sharedFigure(data.table, row, id));
    const [first] = areas;
    if (first === undefined) continue;
    const same = areas.every((area) => area?.top === first.top && area.bottom === first.bottom);
    if (same) alike[index] = row === first.top ? FIRST : FURTHER;
  }
  return alike;
}
