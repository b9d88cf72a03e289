/** The indicators of a form: one row each, levels filled down, up to the row of the total. */
import { type Measure, parseMeasure, reached } from "../figures/target";
import { fifteenDigits } from "../figures/fifteen";
import { decimalOf, plain } from "../figures/decimal";
import type { FormList, TableSpec } from "../pack/pack";
import { cellText } from "../tables/cell-text";
import { fold } from "../tables/fold";
import { parseNumberFormat, sectionFor } from "../workbook/number-format";
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Gathered, Place } from "./gather";
import { extent, isAnchor, labelOf, labelsOf, seen } from "./labels";
import type { FormPlace } from "./places";
import { valueIn } from "./value";

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
      total = line(sheet, row, table, headers, levels, list);
      last = row;
      break;
    }
    if (words.some((word) => word === "小计")) continue;
    const before = levels.get(list.levels[0] ?? "");
    const head = fillLevels(sheet, row, list, headers, levels);
    if (!holdsIndicator(sheet, row, table, headers, list)) continue;
    if (head !== undefined && (heads.length === 0 || before !== levels.get(list.levels[0] ?? "")))
      heads.push(head);
    indicators.push(line(sheet, row, table, headers, levels, list));
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

/** Takes over what the row says of its levels; gives the cell of its first level. */
function fillLevels(
  sheet: SheetSnapshot,
  row: number,
  list: FormList,
  headers: ReadonlyMap<string, Area>,
  levels: Map<string, string>,
): Place | undefined {
  let head: Place | undefined;
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
    levels.set(id, text);
    for (const lower of list.levels.slice(index + 1)) levels.delete(lower);
  });
  return head;
}

/** A row in which points begin, or which has a name and a target of which one begins there. */
function holdsIndicator(
  sheet: SheetSnapshot,
  row: number,
  table: TableSpec,
  headers: ReadonlyMap<string, Area>,
  list: FormList,
): boolean {
  const value = (id: string | undefined): Gathered | undefined => {
    const header = headers.get(id ?? "");
    const column = table.columns.find((one) => one.id === id);
    const found =
      header === undefined || column === undefined ? undefined : valueIn(sheet, row, header, column);
    return found?.kind === "cell" ? found : undefined;
  };
  if (table.columns.some(({ id, type }) => type === "score" && value(id) !== undefined)) return true;
  const [name, target] = [value(list.levels.at(-1)), value(list.reached.target)];
  return name !== undefined && target !== undefined && (name.at.row === row || target.at.row === row);
}

function line(
  sheet: SheetSnapshot,
  row: number,
  table: TableSpec,
  headers: ReadonlyMap<string, Area>,
  levels: ReadonlyMap<string, string>,
  list: FormList,
): readonly Gathered[] {
  const value = (id: string): Gathered => {
    const header = headers.get(id);
    const column = table.columns.find((one) => one.id === id);
    if (header === undefined || column === undefined) return { kind: "blank", at: anyPlace(row, headers) };
    return valueIn(sheet, row, header, column);
  };
  const { target, actual, lessIsBetter } = list.reached;
  return table.columns.map(({ id }): Gathered => {
    const level = levels.get(id);
    if (list.levels.includes(id)) {
      const at =
        headers.get(id) === undefined ? anyPlace(row, headers) : { row, column: headers.get(id)?.left ?? 0 };
      return level === undefined ? { kind: "blank", at } : { kind: "text", at, text: level };
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

function anyPlace(row: number, headers: ReadonlyMap<string, Area>): Place {
  return { row, column: [...headers.values()][0]?.left ?? 0 };
}

function derived(at: Place, text: string): Gathered {
  return text === "" ? { kind: "blank", at } : { kind: "text", at, text };
}

/** A cell as it reads: a number with a % format as points with the sign. */
function written(sheet: SheetSnapshot, cell: Gathered): string {
  if (cell.kind === "text") return cell.text;
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
