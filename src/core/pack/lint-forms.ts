/** Names in the forms of a pack: tables and columns that are not there, grades out of order. */
import { Decimal } from "../figures/decimal";
import { PACK_TEXTS } from "../../texts/pack";
import { lintExpression } from "./lint-formulas";
import type { FormSpec, Pack, TableSpec } from "./pack";
import { type PackProblem, packError } from "./problem";

export function lintForms(pack: Pack): readonly PackProblem[] {
  return (pack.forms ?? []).flatMap((form, index) => lintForm(form, pack, `forms[${index}]`));
}

function lintForm(form: FormSpec, pack: Pack, path: string): readonly PackProblem[] {
  const { record, name, grid, list } = form;
  const { levels, groups, reached, claimed } = list;
  const wanted: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    [
      `${path}.record`,
      record,
      [
        [`${path}.name`, name],
        ...Object.keys(list.totals).map((id) => [`${path}.list.totals.${id}`, id] as const),
      ],
    ],
    [`${path}.grid.table`, grid.table, []],
    [`${path}.grid.parts`, grid.parts, []],
    [
      `${path}.list.table`,
      list.table,
      [
        ...levels.map((id, at) => [`${path}.list.levels[${at}]`, id] as const),
        ...Object.values(list.totals).map((id) => [`${path}.list.totals`, id] as const),
        [`${path}.list.reached.column`, reached.column],
        [`${path}.list.reached.target`, reached.target],
        [`${path}.list.reached.actual`, reached.actual],
        [`${path}.list.claimed.column`, claimed.column],
      ],
    ],
    [`${path}.list.groups.table`, groups.table, [[`${path}.list.groups.points`, groups.points]]],
  ];
  const problems = wanted.flatMap(([place, id, columns]): readonly PackProblem[] => {
    const table = pack.tables.find((one) => one.id === id);
    if (table === undefined) return [packError(place, PACK_TEXTS.unknownTable(id))];
    return columns.flatMap(([where, column]) => unknown(table, where, column));
  });
  let before = new Decimal(Number.POSITIVE_INFINITY);
  form.grades.forEach(({ from }, at) => {
    if (before.lessThanOrEqualTo(from))
      problems.push(packError(`${path}.grades[${at}].from`, PACK_TEXTS.gradesFall()));
    before = new Decimal(from);
  });
  return problems.length > 0 ? problems : lintExpression(form.total, pack, `${path}.total`);
}

function unknown(table: TableSpec, path: string, column: string): readonly PackProblem[] {
  if (table.columns.some(({ id }) => id === column)) return [];
  return [packError(path, PACK_TEXTS.unknownColumn(column, table.name))];
}
