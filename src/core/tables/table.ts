/** A recognised table: where the pack's columns and rows stand on a sheet. Knows nothing of any notice. */
import type { Area, CellRef } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { ColumnSpec, TableSpec } from "../pack/pack";
import type { Unit } from "../figures/unit";

export interface Table {
  readonly spec: TableSpec;
  readonly sheet: SheetSnapshot;
  /** From the first header row to the last row of the table, 合计 row included. */
  readonly range: Area;
  readonly headerRows: { readonly first: number; readonly last: number };
  /** By column id; a column that was not found is absent. */
  readonly columns: ReadonlyMap<string, TableColumn>;
  /** Sheet rows of the data rows, top to bottom; no total, subtotal, note or blank row. */
  readonly rows: Int32Array;
  /** Sheet row of the printed 合计 row(s); two where it stands on top and below. */
  readonly totalRows: readonly number[];
  readonly subtotalRows: readonly number[];
  /** Unit of the table's money columns as told by the table, else by the pack. */
  readonly unit: Unit;
  /** 0 to 1: how surely this is the table. */
  readonly confidence: number;
}

export interface TableColumn {
  readonly spec: ColumnSpec;
  /** Sheet column. */
  readonly column: number;
  /** Unit of this column's figures; rate columns: fraction or percent, decided once for the column. */
  readonly unit: Unit;
  /** The header's wording as it stands, joined by "/". */
  readonly header: string;
  /** Lowest header cell. */
  readonly headerCell: CellRef;
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
  readonly missingColumns: readonly { readonly table: Table; readonly column: ColumnSpec }[];
}
