/** The indicators of a form: one row each, levels filled down, up to the row of the total. */
import { type Measure, parseMeasure, reached } from "../figures/target";
import { fifteenDigits } from "../figures/fifteen";
import { decimalOf, plain } from "../figures/decimal";
import type { ColumnSpec, FormList, TableSpec } from "../pack/pack";
import { cellText } from "../tables/cell-text";
import { fold } from "../tables/fold";
import { parseNumberFormat, sectionFor } from "../workbook/number-format";
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Gathered, Place } from "./gather";
import { extent, isAnchor, labelOf, labelsOf, seen } from "./labels";
import type { FormPlace } from "./places";
import { type Read, valueIn } from "./value";

export interface ListRows {
  readonly indicators: readonly (readonly Gathered[])[];
  readonly total: readonly Gathered[] | undefined;
  readonly groups: readonly (readonly Gathered[])[];
  readonly range: Area;
}

export function listRows(
  sheet: SheetSnapshot,
  list: FormList,
  table: TableSpec,
  groups: TableSpec,
  place: FormPlace,
): ListRows {
  const { headers, range } = place;
  const columns = columnsWithHeaders(table, headers);
  const ends = labelsOf(list.ends);
  const levels = new Map<string, string>();
  const indicators: (readonly Gathered[])[] = [];
  const heads: Place[] = [];
  let total: readonly Gathered[] | undefined;
  const first = Math.max(...[...headers.values()].map(({ bottom }) => bottom)) + 1;
  const weights = Math.min(...figureHeaders(table, headers).map(({ left }) => left));
  let last = first - 1;
  for (let row = first; row <= range.bottom && total === undefined; row += 1) {
    if (isRepeated(place, row)) continue;
    const words = labelsLeft(sheet, row, range.left, weights - 1);
    if (words.some((word) => ends.has(word))) {
      total = line(sheet, row, table, columns, levels, list);
      last = row;
      break;
    }
    if (words.some((word) => word === "小计")) continue;
    const { head, another } = fillLevels(sheet, row, list, headers, levels);
    if (!holdsIndicator(sheet, row, columns, list)) continue;
    if (head !== undefined && (heads.length === 0 || another)) heads.push(head);
    indicators.push(line(sheet, row, table, columns, levels, list));
    last = row;
  }
  const top = Math.min(...[...headers.values()].map((header) => header.top));
  return {
    indicators,
    total,
    groups: heads.flatMap((head) => groupLine(sheet, groups, list, head)),
    range: { top, left: range.left, bottom: Math.max(last, top), right: range.right },
  };
}

/** The columns that the form has, by id, in the order of the table. */
type Columns = ReadonlyMap<string, { readonly column: ColumnSpec; readonly header: Area }>;

function columnsWithHeaders(table: TableSpec, headers: ReadonlyMap<string, Area>): Columns {
  return new Map(
    table.columns.flatMap((column) => {
      const header = headers.get(column.id);
      return header === undefined ? [] : [[column.id, { column, header }] as const];
    }),
  );
}

function figureHeaders(table: TableSpec, headers: ReadonlyMap<string, Area>): readonly Area[] {
  return table.columns.flatMap(({ id, type }) => {
    const header = type === "score" ? headers.get(id) : undefined;
    return header === undefined ? [] : [header];
  });
}

/** Header rows that a page break repeats, whatever their height. */
function isRepeated({ repeated, headers }: FormPlace, row: number): boolean {
  const heights = [...headers.values()].map(({ top, bottom }) => bottom - top);
  const height = Math.max(...heights);
  return repeated.some((first) => row >= first && row <= first + height);
}

function labelsLeft(sheet: SheetSnapshot, row: number, left: number, right: number): readonly string[] {
  const labels: string[] = [];
  for (let column = left; column <= right; column += 1) {
    if (isAnchor(sheet, row, column)) labels.push(labelOf(cellText(sheet, row, column)));
  }
  return labels;
}

/** Takes over what the row says of its levels; gives the cell of its first level, and whether that is another one. */
function fillLevels(
  sheet: SheetSnapshot,
  row: number,
  list: FormList,
  headers: ReadonlyMap<string, Area>,
  levels: Map<string, string>,
): { readonly head: Place | undefined; readonly another: boolean } {
  let head: Place | undefined;
  let another = false;
  list.levels.forEach((id, index) => {
    const header = headers.get(id);
    if (header === undefined) return;
    const text = seen(sheet, row, header.left);
    const { top, left } = extent(sheet, row, header.left);
    // A merge from the left margin is a note or a heading of something else.
    if (text === "" || left < header.left) {
      if (index === list.levels.length - 1) levels.delete(id);
      return;
    }
    if (index === 0) head = { row: top, column: left };
    if (levels.get(id) === text) return;
    another ||= index === 0;
    levels.set(id, text);
    for (const lower of list.levels.slice(index + 1)) levels.delete(lower);
  });
  return { head, another };
}

/** A row in which points begin, or which has a name and a target of which one begins there. */
function holdsIndicator(sheet: SheetSnapshot, row: number, columns: Columns, list: FormList): boolean {
  const holds = [...columns.values()].flatMap(({ column, header }) => {
    const { kind, at } = valueIn(sheet, row, header, column);
    return kind === "cell" ? [{ column, at }] : [];
  });
  if (holds.some(({ column }) => column.type === "score")) return true;
  const named = holds.filter(({ column: { id } }) => id === list.levels.at(-1) || id === list.reached.target);
  return named.length === 2 && named.some(({ at }) => at.row === row);
}

function line(
  sheet: SheetSnapshot,
  row: number,
  table: TableSpec,
  columns: Columns,
  levels: ReadonlyMap<string, string>,
  list: FormList,
): readonly Gathered[] {
  // Where a column stands that the form does not have.
  const left = Math.min(...[...columns.values()].map(({ header }) => header.left));
  const value = (id: string): Read => {
    const own = columns.get(id);
    if (own === undefined) return { kind: "blank", at: { row, column: left } };
    return valueIn(sheet, row, own.header, own.column);
  };
  const { target, actual, lessIsBetter } = list.reached;
  return table.columns.map(({ id }): Gathered => {
    if (list.levels.includes(id)) {
      const at: Place = { row, column: columns.get(id)?.header.left ?? left };
      return derived(at, levels.get(id) ?? "");
    }
    const [wanted, got] = [value(target), value(actual)];
    const claim = claimOf(written(sheet, got), list);
    if (id === list.claimed.column) return derived(got.at, claim?.name ?? "");
    if (id === list.reached.column) {
      const names = [...levels.values()].join(" ");
      const better = lessIsBetter.some((word) => names.includes(word));
      return derived(
        got.at,
        reachedWord(written(sheet, wanted), written(sheet, got), better, claim?.reached),
      );
    }
    return value(id);
  });
}

function derived(at: Place, text: string): Gathered {
  return text === "" ? { kind: "blank", at } : { kind: "text", at, text };
}

/** A cell as it reads: a number with a % format as points with the sign. */
function written(sheet: SheetSnapshot, cell: Read): string {
  if (cell.kind === "blank") return "";
  const { row, column } = cell.at;
  if (sheet.kind(row, column) !== "number") return sheet.text(row, column).trim();
  const number = sheet.number(row, column);
  const { units, scale } = fifteenDigits(number);
  const { percent } = sectionFor(parseNumberFormat(sheet.format(row, column)), number);
  const value = decimalOf(units, scale);
  return percent ? `${plain(value.times(100))}%` : plain(value);
}

function claimOf(text: string, list: FormList): FormList["claimed"]["grades"][number] | undefined {
  const folded = fold(text);
  if (folded === "" || parseMeasure(text) !== undefined) return undefined;
  return list.claimed.grades.find(({ words }) => words.some((word) => folded.includes(word)));
}

/** 是, 否, 疑否, 不定; "" where one of the two is blank. */
function reachedWord(
  target: string,
  actual: string,
  lessIsBetter: boolean,
  claimed: boolean | undefined,
): string {
  if (target === "" || actual === "") return "";
  const [wanted, got]: readonly (Measure | undefined)[] = [parseMeasure(target), parseMeasure(actual)];
  if (wanted !== undefined && got !== undefined) {
    if (fold(target) === fold(actual)) return "是";
    switch (reached(wanted, got, lessIsBetter)) {
      case "met":
        return "是";
      case "missed":
        return "否";
      case "likely-missed":
        return "疑否";
      case "unclear":
        return "不定";
    }
  }
  if (claimed !== undefined) return claimed ? "是" : "否";
  return fold(target) === fold(actual) ? "是" : "不定";
}

const HEADING_POINTS = /[(（]\s*([\d.]{1,6})\s*分?\s*[)）]|([\d.]{1,6})\s*分/u;

/** One row a first level whose heading names points; none where it names none. */
function groupLine(
  sheet: SheetSnapshot,
  groups: TableSpec,
  list: FormList,
  head: Place,
): readonly (readonly Gathered[])[] {
  const text = cellText(sheet, head.row, head.column).trim();
  const match = HEADING_POINTS.exec(text.normalize("NFKC"));
  const points = match?.[1] ?? match?.[2] ?? "";
  if (points === "") return [];
  const line = groups.columns.map(({ id, type }): Gathered => {
    if (type === "key") return { kind: "text", at: head, text };
    return id === list.groups.points ? derived(head, points) : { kind: "blank", at: head };
  });
  return [line];
}
