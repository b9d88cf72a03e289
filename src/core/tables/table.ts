/** A recognised table: where the pack's columns and rows stand on a sheet. Knows nothing of any notice. */
import type { Area, CellRef, SheetArea } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { ColumnSpec, TableSpec } from "../pack/pack";
import type { Unit } from "../figures/unit";

/**
 * Rows and columns of a table are those of `sheet`. Where the table stands on its side (headers in a column, records
 * side by side) `sheet` is a turned view of the real sheet, so that whoever reads figures need not know; whoever names
 * a cell to a person asks `cellOf` or `areaOf`.
 */
export interface Table {
  readonly spec: TableSpec;
  readonly sheet: SheetSnapshot;
  /** "columns": headers in a column; `sheet` is then the turned view. */
  readonly orientation: "rows" | "columns";
  /** Real place on the sheet: from the first header row to the last row of the table, 合计 row included. */
  readonly range: Area;
  readonly headerRows: { readonly first: number; readonly last: number };
  /** By column id; a column that was not found is absent. */
  readonly columns: ReadonlyMap<string, TableColumn>;
  /** Sheet rows of the data rows, top to bottom; no total, subtotal, part, note or blank row. */
  readonly rows: Int32Array;
  /** Sheet row of the printed 合计 row(s); two where it stands on top and below. */
  readonly totalRows: readonly number[];
  /** Total row → data rows that it says it leaves out, as 合计（不含州本级）; a total of all rows is absent. */
  readonly leftOut: ReadonlyMap<number, readonly number[]>;
  readonly subtotalRows: readonly number[];
  /** Rows that split the row above them, as townships below their county; in no sum. */
  readonly partRows: readonly number[];
  /** Unit of the table's money columns as told by the table, else by the pack. */
  readonly unit: Unit;
  /** 0 to 1: how surely this is the table. */
  readonly confidence: number;
  /**
   * Where `sheet` gathers cells that stand apart (a form's): the real cell behind each of its cells. Such a table
   * belongs to a form.
   */
  readonly gathered?: (row: number, column: number) => { readonly row: number; readonly column: number };
}

export interface TableColumn {
  readonly spec: ColumnSpec;
  /** Sheet column. */
  readonly column: number;
  /** Unit of this column's figures; rate columns: fraction or percent, decided once for the column. */
  readonly unit: Unit;
  /** Money: the unit that header or table names; `unit` is another where number formats show the stored figures so. */
  readonly label?: Unit;
  /** The header's wording as it stands, joined by "/". */
  readonly header: string;
  /** Lowest header cell, as it really stands. */
  readonly headerCell: CellRef;
}

/** The real cell behind row and column of the table's sheet. */
export function cellOf(table: Table, row: number, column: number): CellRef {
  const sheet = table.sheet.name;
  if (table.gathered !== undefined) return { sheet, ...table.gathered(row, column) };
  return table.orientation === "rows" ? { sheet, row, column } : { sheet, row: column, column: row };
}

/** The real area behind an area of the table's sheet. */
export function areaOf(table: Table, area: Area): SheetArea {
  const sheet = table.sheet.name;
  if (table.gathered !== undefined) {
    const [first, last] = [table.gathered(area.top, area.left), table.gathered(area.bottom, area.right)];
    return {
      sheet,
      top: Math.min(first.row, last.row),
      left: Math.min(first.column, last.column),
      bottom: Math.max(first.row, last.row),
      right: Math.max(first.column, last.column),
    };
  }
  if (table.orientation === "rows") return { sheet, ...area };
  return { sheet, top: area.left, left: area.top, bottom: area.right, right: area.bottom };
}

/** Two or more places that fit one table. */
export interface Ambiguity {
  readonly table: TableSpec;
  readonly candidates: readonly { readonly sheet: string; readonly range: Area; readonly why: string }[];
}

export interface Recognition {
  readonly tables: readonly Table[];
  readonly missing: readonly TableSpec[];
  readonly ambiguous: readonly Ambiguity[];
  readonly missingColumns: readonly MissingColumn[];
}

/** A column that no header fits, or that several fit alike: then `candidates` are their cells. */
export interface MissingColumn {
  readonly table: Table;
  readonly column: ColumnSpec;
  readonly candidates: readonly CellRef[];
}
