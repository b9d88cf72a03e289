/** The tables of a pack that a form is read into. */
import type { FormSpec, Pack, TableSpec } from "../pack/pack";

export interface FormTables {
  /** The form's own row. */
  readonly record: TableSpec;
  readonly whole: TableSpec;
  readonly parts: TableSpec;
  readonly list: TableSpec;
  readonly groups: TableSpec;
}

/** @throws RangeError where the pack lacks one, which the linter refuses */
export function formSpecs({ record, grid, list }: FormSpec, pack: Pack): FormTables {
  const named = (id: string): TableSpec => {
    const table = pack.tables.find((one) => one.id === id);
    if (table === undefined) throw new RangeError(`no table ${id}`);
    return table;
  };
  return {
    record: named(record),
    whole: named(grid.table),
    parts: named(grid.parts),
    list: named(list.table),
    groups: named(list.groups.table),
  };
}
