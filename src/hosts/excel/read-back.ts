/** Whether a sheet holds what was written: Excel reads text its own way, and protection or validation may interfere. */
import { type Area, cellName } from "../../core/workbook/address";
import type { SheetModel } from "../../core/sheets/model";
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";
import { readCells } from "./blocks";
import { areaOfModel } from "./fill";
import { expectedOf } from "./input";
import type { Session } from "./session";

/** Residue of binary arithmetic in a formula's value. */
const RESIDUE = 1e-9;

/** @throws HostProblem that names the first cell that differs */
export async function readBack(session: Session, sheet: Excel.Worksheet, model: SheetModel): Promise<void> {
  const area = areaOfModel(model);
  const seen = new Map<string, unknown>();
  const formulas = new Set<string>();
  await readCells(session, sheet, area, [
    ["values", (row, column, cell) => void seen.set(cellName({ row, column }), cell)],
    [
      "formulas",
      (row, column, cell) => {
        if (typeof cell === "string" && cell.startsWith("=")) formulas.add(cellName({ row, column }));
      },
    ],
  ]);
  const hidden = coveredCells(model.merges);
  for (const [row, { cells }] of model.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const place = cellName({ row, column });
      if (hidden.has(place)) continue;
      const isFormula = cell?.value.kind === "formula";
      if (!same(expectedOf(cell), seen.get(place) ?? "") || (isFormula && !formulas.has(place))) {
        throw new HostProblem("other", EXCEL_TEXTS.notWritten(place));
      }
    }
  }
}

function same(expected: string | number, read: unknown): boolean {
  if (typeof expected === "string") return expected === read;
  return typeof read === "number" && Math.abs(read - expected) <= RESIDUE * Math.max(1, Math.abs(expected));
}

function coveredCells(merges: readonly Area[]): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (row !== top || column !== left) covered.add(cellName({ row, column }));
      }
    }
  }
  return covered;
}
