/** Names in the tables and dimensions of a pack: doubled or unknown ones. */
import { PACK_TEXTS } from "../../texts/pack";
import { moneyUnit } from "../figures/unit";
import { derivedColumns } from "./derived";
import type { ColumnSpec, Pack, TableSpec } from "./pack";
import { type PackProblem, packError } from "./problem";

export function lintTables(pack: Pack): readonly PackProblem[] {
  return [
    ...doubled("dimensions", pack.dimensions, "name"),
    ...pack.dimensions.flatMap(({ members }, index) =>
      doubled(`dimensions[${index}].members`, members ?? [], "name"),
    ),
    ...doubled("tables", pack.tables, "id"),
    ...doubled("tables", pack.tables, "name"),
    ...doubled("sections", pack.sections, "id"),
    ...doubled("checks", pack.checks, "id"),
    ...doubled("facts", pack.facts ?? [], "id"),
    ...lintFacts(pack),
    ...pack.tables.flatMap((table, index) => lintTable(table, pack, `tables[${index}]`)),
  ];
}

/** Facts name each other by id; a misspelt one would never be compared. */
function lintFacts(pack: Pack): readonly PackProblem[] {
  const facts = pack.facts ?? [];
  const known = new Set(facts.map(({ id }) => id));
  return facts.flatMap((fact, index) => {
    const { parts = [], quotient, difference, same, outOf, short } = fact;
    const named = [
      ...parts.flat(),
      ...(quotient === undefined ? [] : [quotient.of, quotient.over]),
      ...(difference === undefined ? [] : [difference.of, difference.less]),
      ...[same, outOf].filter((id) => id !== undefined),
      ...(short?.after ?? []),
    ];
    return [...new Set(named)]
      .filter((id) => !known.has(id))
      .map((id) => packError(`facts[${index}]`, PACK_TEXTS.unknownFact(id)));
  });
}

function lintTable(table: TableSpec, pack: Pack, path: string): readonly PackProblem[] {
  const problems = [
    ...doubled(`${path}.columns`, table.columns, "id"),
    ...doubled(`${path}.columns`, table.columns, "name"),
    ...table.columns.flatMap((column, index) =>
      lintColumn(
        column,
        pack,
        `${path}.columns[${index}]`,
        derivedColumns(pack).has(`${table.id}.${column.id}`),
      ),
    ),
  ];
  const ids = new Set(table.columns.map(({ id }) => id));
  table.key.forEach((id, index) => {
    if (!ids.has(id))
      problems.push(packError(`${path}.key[${index}]`, PACK_TEXTS.unknownColumn(id, table.name)));
  });
  if (table.unit !== undefined && moneyUnit(table.unit) === undefined) {
    problems.push(packError(`${path}.unit`, PACK_TEXTS.unknownUnit(table.unit)));
  }
  return problems;
}

function lintColumn(column: ColumnSpec, pack: Pack, path: string, derived: boolean): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  if (column.headers.length === 0 && !derived) {
    problems.push({ level: "warning", path: `${path}.headers`, message: PACK_TEXTS.noHeaders() });
  }
  if (column.dimension === undefined) return problems;
  const dimension = pack.dimensions.find(({ name }) => name === column.dimension);
  if (dimension === undefined) {
    problems.push(packError(`${path}.dimension`, PACK_TEXTS.unknownDimension(column.dimension)));
  } else if (
    column.member !== undefined &&
    dimension.kind === "members" &&
    dimension.members?.some(({ name }) => name === column.member) !== true
  ) {
    problems.push(packError(`${path}.member`, PACK_TEXTS.unknownMember(column.member, dimension.name)));
  }
  return problems;
}

/** One error for each item whose name stood before. */
function doubled<K extends string>(
  path: string,
  items: readonly Readonly<Record<K, string>>[],
  name: K,
): PackProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    if (seen.has(item[name])) return [packError(`${path}[${index}].${name}`, PACK_TEXTS.doubled(item[name]))];
    seen.add(item[name]);
    return [];
  });
}
