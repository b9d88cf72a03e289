/** One cell as a figure: what a column reading gives, for a single place. */
import type { SheetSnapshot } from "../workbook/snapshot";
import { readFigures } from "./column";
import { readDates } from "./date";
import { type Figure, type FigureColumn, type FigureState, STATES } from "./figure";
import { valueAt } from "./sum";
import type { Unit } from "./unit";

export type CellReading =
  | { readonly state: "figure"; readonly figure: Figure }
  | { readonly state: Exclude<FigureState, "figure"> };

/** The i-th reading of a column as a figure with its cell, or why it is none. */
export function figureAt(
  column: FigureColumn,
  index: number,
  cell: { readonly sheet: string; readonly row: number; readonly column: number },
): CellReading {
  const state = STATES[column.states[index] ?? 0] ?? "nothing";
  if (state !== "figure") return { state };
  return {
    state,
    figure: {
      value: valueAt(column, index),
      unit: column.unit,
      decimals: column.decimals[index] ?? 0,
      cell,
      fromText: column.fromText[index] === 1,
      marks: column.marks[index] ?? 0,
    },
  };
}

/**
 * Reads one cell; `least` is the least written precision in the unit (see `leastDecimals`).
 * A date's value is its day number.
 */
export function readFigure(
  sheet: SheetSnapshot,
  row: number,
  column: number,
  unit: Unit,
  least: number,
  date1904 = false,
): CellReading {
  const rows = Int32Array.of(row);
  const read =
    unit.dimension === "date"
      ? readDates(sheet, column, rows, date1904)
      : readFigures(sheet, column, rows, unit, least);
  return figureAt(read, 0, { sheet: sheet.name, row, column });
}
