/** Draws small sheets for tests: rows of cells, merges in A1 notation. */
import type { KeyDimension, TableSpec } from "../../../src/core/pack/pack";
import { recognise, type RecogniseOptions } from "../../../src/core/tables/recognise";
import type { Recognition, Table } from "../../../src/core/tables/table";
import { cellOf } from "../../../src/core/tables/table";
import { columnTexts } from "../../../src/core/tables/column-texts";
import { cellName, parseAddress } from "../../../src/core/workbook/address";
import {
  SheetBuilder,
  workbookOf,
  type SheetSnapshot,
  type Visibility,
} from "../../../src/core/workbook/snapshot";
import { DIMENSIONS, SPECS } from "./pack-tables";

export type Cell = string | number | undefined;

export function draw(
  name: string,
  rows: readonly (readonly Cell[])[],
  merges: readonly string[] = [],
  visibility: Visibility = "visible",
): SheetBuilder {
  const sheet = new SheetBuilder(name, visibility);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (typeof cell === "number") sheet.setNumber(row, column, cell);
      else if (cell !== undefined && cell !== "") sheet.setText(row, column, cell);
    });
  });
  for (const text of merges) {
    const area = parseAddress(text);
    if (area === undefined) throw new Error(`no area: ${text}`);
    sheet.addMerge({ top: area.top, left: area.left, bottom: area.bottom, right: area.right });
  }
  return sheet;
}

/** Recognises some of the pack's tables. */
export function find(
  sheets: readonly SheetSnapshot[],
  ids: readonly string[],
  options: RecogniseOptions = {},
  specs: readonly TableSpec[] = SPECS,
  dimensions: readonly KeyDimension[] = DIMENSIONS,
): Recognition {
  const wanted = specs.filter((spec) => ids.includes(spec.id));
  return recognise(workbookOf(sheets), wanted, { dimensions, year: 2021, ...options });
}

/** Recognises one table and gives it. */
export function findOne(sheets: readonly SheetSnapshot[], id: string, options: RecogniseOptions = {}): Table {
  const { tables, missing, ambiguous } = find(
    sheets,
    SPECS.map((spec) => spec.id),
    options,
  );
  const table = tables.find((one) => one.spec.id === id);
  if (table === undefined) {
    throw new Error(
      `${id} not found; missing ${missing.length}, ambiguous ${JSON.stringify(ambiguous.map((one) => one.table.id))}`,
    );
  }
  return table;
}

/** Column id → real place of its first data cell, in A1 notation. */
export function places(table: Table): Readonly<Record<string, string>> {
  const first = table.rows[0] ?? -1;
  return Object.fromEntries(
    [...table.columns].map(([id, { column }]) => [id, cellName(cellOf(table, first, column))]),
  );
}

/** Keys of the data rows. */
export function keys(table: Table, column: string): readonly string[] {
  const place = table.columns.get(column);
  if (place === undefined) return [];
  const { ids, texts } = columnTexts(table, place);
  return [...ids].map((id) => texts[id] ?? "no such text");
}
