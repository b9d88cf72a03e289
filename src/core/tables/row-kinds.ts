/** What only all rows together tell: which 合计 is the whole table's, which rows split others. */
import { cellText } from "./cell-text";
import { fold } from "./fold";
import { type PlaceLevel, placeLevel, placeName } from "./places";
import { keyCell, type Layout, type Line } from "./row-layout";

/** Which of the rows that say 合计 are the whole table's. */
export function settleTotals(layout: Layout, lines: Line[]): void {
  const keys = new Set<string>();
  if (lines.some((line) => line.label?.kind === "total-of")) {
    for (const line of lines) {
      if (line.kind === "data")
        for (const column of layout.keys) keys.add(keyCell(layout.sheet, line.row, column));
    }
  }
  for (const line of lines) {
    if (line.label?.kind === "total-of" && named(line.label.name, keys)) line.kind = "subtotal";
  }
  if (!lines.some(({ kind }) => kind === "subtotal")) settleNamed(layout, lines);
  const of = (kind: Line["kind"]): { readonly line: Line; readonly index: number }[] => {
    const found: { line: Line; index: number }[] = [];
    lines.forEach((line, index) => {
      if (line.kind === kind) found.push({ line, index });
    });
    return found;
  };
  const isData = (line: Line): boolean => line.kind === "data";
  const firstData = lines.some(isData) ? lines.findIndex(isData) : lines.length;
  let lastData = lines.length - 1;
  while (lastData >= 0 && lines[lastData]?.kind !== "data") lastData--;
  const totals = of("total");
  if (totals.length === 0) {
    const subtotals = of("subtotal");
    const only = subtotals.length === 1 ? subtotals[0] : undefined;
    if (only !== undefined && (only.index < firstData || only.index > lastData)) only.line.kind = "total";
    return;
  }
  for (const edge of [
    totals.filter(({ index }) => index < firstData),
    totals.filter(({ index }) => index > lastData),
  ]) {
    const strong = edge.filter(({ line }) => line.label?.kind === "total" && line.label.strong);
    if (edge.length > 1 && strong.length === 1) {
      for (const { line } of edge) if (line !== strong[0]!.line) line.kind = "subtotal";
    }
  }
  const inner = totals.filter(({ index }) => index > firstData && index < lastData);
  const outer = totals.filter((one) => !inner.includes(one));
  if (inner.length === 0 || (outer.length === 0 && inner.length === 1)) return;
  for (const { line } of inner) line.kind = "subtotal";
  const last = outer.find(({ index }) => index > lastData);
  if (last === undefined || strongTotal(last.line)) return;
  // Each part has its 合计 and so has the last: the figures tell whether that one is the whole table's.
  if (closerToPart(layout, lines, last.line, inner.at(-1)!.index)) last.line.kind = "subtotal";
}

const PREFECTURE = /(?:地区|州|盟)$/;

/**
 * A first or last row that holds the sums of all others is a total of the table: under the name of the prefecture,
 * 喀什地区, or, where no row says 合计, without a number among rows that have one, as 哈密市 among its districts.
 */
function settleNamed(layout: Layout, lines: readonly Line[]): void {
  const data = lines.filter(({ kind }) => kind === "data");
  const told = lines.some(({ kind }) => kind === "total");
  const column = layout.place ?? layout.keys[0];
  if (column === undefined || data.length < 3) return;
  const { sheet } = layout;
  const numberOf = (line: Line): string =>
    layout.number === undefined ? "" : cellText(sheet, line.row, layout.number).trim();
  const named = [data[0]!, data[data.length - 1]!].filter((line) => {
    if (layout.keys.some((key) => key !== column && keyCell(sheet, line.row, key) !== "")) return false;
    const name = keyCell(sheet, line.row, column);
    if (PREFECTURE.test(name)) return true;
    return (
      !told &&
      layout.place !== undefined &&
      placeLevel(name) === "county" &&
      data.every((other) => (numberOf(other) === "") === (other === line))
    );
  });
  for (const line of named) {
    if (!holdsSums(layout, line, data)) continue;
    line.kind = "total";
    return;
  }
}

/** Whether most of a row's figures, and two at least, are the sums of the other rows'. */
function holdsSums(layout: Layout, line: Line, data: readonly Line[]): boolean {
  let sums = 0;
  let figures = 0;
  for (const column of layout.figures) {
    const value = figureAt(layout, line.row, column);
    if (value === 0) continue;
    figures++;
    let others = 0;
    for (const other of data) if (other !== line) others += figureAt(layout, other.row, column);
    if (Math.abs(value - others) <= 1e-3 * Math.abs(value)) sums++;
  }
  return sums >= 2 && 2 * sums > figures;
}

/** Only to tell kinds of rows apart: no amount is judged by it. */
function figureAt({ sheet }: Layout, row: number, column: number): number {
  if (sheet.kind(row, column) === "number") return sheet.number(row, column);
  const typed = Number(fold(sheet.text(row, column)).replaceAll(",", ""));
  return Number.isFinite(typed) ? typed : 0;
}

function strongTotal(line: Line): boolean {
  return line.label?.kind === "total" && line.label.strong;
}

function named(name: string, keys: ReadonlySet<string>): boolean {
  for (const key of keys) if (key !== "" && (key.startsWith(name) || name.startsWith(key))) return true;
  return false;
}

function closerToPart(layout: Layout, lines: readonly Line[], total: Line, lastInner: number): boolean {
  let whole = 0;
  let part = 0;
  for (const column of layout.figures) {
    const value = layout.sheet.number(total.row, column);
    if (Number.isNaN(value)) continue;
    let all = 0;
    let after = 0;
    lines.forEach((line, index) => {
      const figure = layout.sheet.number(line.row, column);
      if (line.kind !== "data" || Number.isNaN(figure)) return;
      all += figure;
      if (index > lastInner) after += figure;
    });
    if (all === after) continue;
    if (Math.abs(value - after) < Math.abs(value - all)) part++;
    else whole++;
  }
  return part > whole;
}

const CHINESE_NUMBER = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$/;

/** 一, 二 … among rows numbered 1, 2 … head their sections and hold the sections' sums. */
export function settleSections(layout: Layout, lines: Line[]): void {
  const column = layout.number;
  if (column === undefined || layout.place !== undefined) return;
  const heads = lines.filter(
    (line) =>
      line.kind === "data" &&
      layout.sheet.kind(line.row, column) === "text" &&
      CHINESE_NUMBER.test(layout.sheet.text(line.row, column).trim()),
  );
  if (heads.length === 0) return;
  const others = lines.some(
    (line) => line.kind === "data" && /^\d+$/.test(cellText(layout.sheet, line.row, column).trim()),
  );
  if (others) for (const line of heads) line.kind = "subtotal";
}

/** Townships below their county split the county's figures. */
export function settleParts(layout: Layout, lines: Line[]): void {
  const column = layout.place;
  if (column === undefined) return;
  const levelOf = (line: Line): PlaceLevel => placeLevel(keyCell(layout.sheet, line.row, column));
  const counties = lines.filter((line) => line.kind === "data" && levelOf(line) === "county");
  if (counties.length === 0) return;
  const indented = (line: Line): boolean => /^[\s\u3000]/.test(layout.sheet.text(line.row, column));
  const plain = counties.some((line) => !indented(line));
  const numberOf = (line: Line): string =>
    layout.number === undefined ? "" : cellText(layout.sheet, line.row, layout.number).trim();
  const numbered = counties.some((line) => /^\d+$/.test(numberOf(line)));
  let underCounty = false;
  for (const line of lines) {
    // 其中：… splits a row that need be no county (州本级), and the townships behind it go on splitting that.
    if (line.kind === "part") underCounty = true;
    if (line.kind !== "data") continue;
    const level = levelOf(line);
    const number = numberOf(line);
    const sub = numbered && (number === "" || /^\d+[.．-]\d+$|^[(（①-⑳]/.test(number));
    const inside = plain && indented(line);
    const heads = level === "county" ? !(inside && sub) : level === "unknown" && numbered && !sub && !inside;
    if (heads) underCounty = true;
    else if (underCounty && (level === "below" || (inside && sub))) line.kind = "part";
  }
}

/**
 * The rows that a total leaves out by its own words. One that names what no row bears cannot be held to any rows: it
 * is no total of the table then.
 */
export function leftOutOf(layout: Layout, lines: Line[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  for (const line of lines) {
    if (line.kind !== "total" || line.label?.kind !== "total" || line.label.without.length === 0) continue;
    const rows = line.label.without.map((name) =>
      lines.filter(
        ({ row, kind }) =>
          kind === "data" && layout.keys.some((key) => sameName(keyCell(layout.sheet, row, key), name)),
      ),
    );
    if (rows.some((of) => of.length === 0)) line.kind = "subtotal";
    else
      found.set(
        line.row,
        rows.flat().map(({ row }) => row),
      );
  }
  return found;
}

function sameName(a: string, b: string): boolean {
  const first = placeName(a);
  const second = placeName(b);
  return (
    first.stem === second.stem && (first.kind === second.kind || first.kind === "" || second.kind === "")
  );
}
