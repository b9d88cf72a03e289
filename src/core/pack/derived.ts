/** Columns of a form's tables that are worked out or take labels. */
import type { Pack } from "./pack";

/** "table.column" of the columns that a form works out: they need no header wordings. */
export function derivedColumns(pack: Pack): ReadonlySet<string> {
  return new Set(
    (pack.forms ?? []).flatMap(({ record, list, grid }) => {
      const groups = pack.tables.find(({ id }) => id === list.groups.table);
      return [
        ...Object.keys(list.totals).map((id) => `${record}.${id}`),
        `${list.table}.${list.reached.column}`,
        `${list.table}.${list.claimed.column}`,
        ...(groups?.columns ?? []).map(({ id }) => `${list.groups.table}.${id}`),
        ...pack.tables
          .filter(({ id }) => id === grid.table || id === grid.parts)
          .flatMap(({ id, columns }) =>
            columns.filter(({ type }) => type === "key").map((one) => `${id}.${one.id}`),
          ),
      ];
    }),
  );
}
