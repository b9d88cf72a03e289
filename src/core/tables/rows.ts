/** From the headers down: which rows are the table's, and what each is. */
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Block } from "./blocks";
import { cellText } from "./cell-text";
import { isFigureText, isNothingMark, rowLabel, type RowLabel } from "./labels";
import { mergesOf } from "./merges";
import { placeLevel } from "./places";

export interface TableRows {
  readonly rows: readonly number[];
  readonly totalRows: readonly number[];
  readonly subtotalRows: readonly number[];
  readonly partRows: readonly number[];
  /** Last row of the table. */
  readonly last: number;
}

/** A second copy of the headers further down, as page breaks leave them: rows from `from` to `to` are no data. */
export interface Copy {
  readonly from: number;
  readonly to: number;
}

interface Layout {
  readonly sheet: SheetSnapshot;
  readonly left: number;
  readonly right: number;
  readonly labels: readonly number[];
  readonly keys: readonly number[];
  readonly keySet: ReadonlySet<number>;
  readonly figures: readonly number[];
  readonly all: readonly number[];
  readonly number: number | undefined;
  /** The one column of places that is the whole key. */
  readonly place: number | undefined;
}

interface Line {
  readonly row: number;
  kind: "data" | "total" | "subtotal" | "part";
  readonly label: RowLabel | undefined;
}

/** So many blank rows end a table whatever follows. */
const MAX_GAP = 60;

/**
 * Walks down a block.
 * @param copies repeated headers of this very table
 * @param stop first row that belongs to another table in these columns
 */
export function rowsOf(block: Block, copies: readonly Copy[], stop: number): TableRows {
  const layout = layoutOf(block);
  const { sheet } = layout;
  const lines: Line[] = [];
  let gap = 0;
  let skipTo = -1;
  const end = Math.min(sheet.rowCount, stop);
  for (let row = block.headerRows.last + 1; row < end; row++) {
    if (row <= skipTo) continue;
    const copy = copies.find((one) => one.from === row);
    if (copy !== undefined) {
      skipTo = copy.to;
      gap = 0;
      continue;
    }
    const verdict = judge(layout, row, gap, lines, row - block.headerRows.last <= 3);
    if (verdict === "blank") {
      if (++gap > MAX_GAP) break;
      continue;
    }
    if (verdict === "end") break;
    gap = 0;
    if (verdict !== "skip") lines.push(verdict);
  }
  return sorted(layout, lines, block.headerRows.last);
}

function layoutOf(block: Block): Layout {
  const { spec, sheet } = block;
  const at = (id: string): number => block.columns.get(id)?.column ?? -1;
  const ofType = (test: (type: string, id: string) => boolean): number[] =>
    spec.columns.filter(({ type, id }) => test(type, id) && block.columns.has(id)).map(({ id }) => at(id));
  const figures = ofType((type) => type !== "text" && type !== "key");
  const keys = ofType((type, id) => type === "key" || spec.key.includes(id));
  const first = Math.min(...figures, block.right + 1);
  const labels = new Set<number>(keys);
  for (let column = block.left; column < first; column++) labels.add(column);
  const numbered = spec.columns.find(
    ({ type, id }) => type === "text" && !spec.key.includes(id) && block.columns.has(id) && at(id) < first,
  );
  const keyColumn = spec.columns.find(({ type }) => type === "key");
  return {
    sheet,
    left: block.left,
    right: block.right,
    labels: [...labels].sort((a, b) => a - b),
    keys,
    keySet: new Set(keys),
    figures,
    all: [...block.columns.values()].map((header) => header.column),
    number: numbered === undefined ? undefined : at(numbered.id),
    place:
      spec.key.length === 1 && keyColumn !== undefined && keyColumn.id === spec.key[0]
        ? at(keyColumn.id)
        : undefined,
  };
}

type Verdict = "blank" | "end" | "skip" | Line;

/** Whether a row holds any figure; where it holds none, how many marks and words stand where figures belong. */
function figuresIn(
  layout: Layout,
  row: number,
): { readonly figures: number; readonly marks: number; readonly words: number } {
  const { sheet } = layout;
  let marks = 0;
  let words = 0;
  for (const column of layout.figures) {
    switch (sheet.kind(row, column)) {
      case "number":
      case "error":
      case "boolean":
        return SOME;
      case "text": {
        const text = sheet.text(row, column);
        if (text.trim() === "") break;
        if (isNothingMark(text)) marks++;
        else if (isFigureText(text)) return SOME;
        else words++;
        break;
      }
      case "blank":
        if (!sheet.stored(row, column)) return SOME;
        break;
    }
  }
  return { figures: 0, marks, words };
}

const SOME = { figures: 1, marks: 0, words: 0 };

function judge(
  layout: Layout,
  row: number,
  gap: number,
  lines: readonly Line[],
  nearHeader: boolean,
): Verdict {
  const { sheet } = layout;
  const { figures, marks, words } = figuresIn(layout, row);
  let label: RowLabel | undefined;
  let firstColumn = -1;
  let texts = 0;
  let ownKey = false;
  for (const column of layout.labels) {
    const kind = sheet.kind(row, column);
    if (kind !== "text") {
      if (kind !== "number") continue;
      texts++;
      ownKey ||= layout.keySet.has(column);
      if (firstColumn < 0) firstColumn = column;
      continue;
    }
    const text = sheet.text(row, column);
    if (text.trim() === "") continue;
    texts++;
    ownKey ||= layout.keySet.has(column);
    if (firstColumn < 0) firstColumn = column;
    const found = label === undefined ? rowLabel(text) : undefined;
    if (found !== undefined && (found.kind !== "note" || firstColumn === column)) label = found;
  }
  if (label?.kind === "note") return "end";
  if (label?.kind === "aside") return "skip";
  const hasKey = ownKey || layout.keys.some((column) => keyCell(sheet, row, column) !== "");
  const sharedKey = hasKey && texts === 0;
  if (figures === 0 && marks === 0 && words === 0) {
    if (lines.at(-1)?.kind === "data" && isRest(layout, row)) return "skip";
    if (texts === 0) return restOf(layout, row);
    return judgeWords(layout, row, gap, lines, label, texts, firstColumn);
  }
  if (nearHeader && label === undefined && lines.length === 0 && isColumnNumbers(layout, row)) return "skip";
  if (label?.kind === "total" || label?.kind === "total-of") return { row, kind: "total", label };
  if (label?.kind === "subtotal") return { row, kind: "subtotal", label };
  if (label?.kind === "part") return { row, kind: "part", label };
  if (words > 0 && figures === 0 && (gap > 0 || 2 * (words + marks) >= layout.figures.length)) {
    const place = layout.place === undefined ? "" : keyCell(sheet, row, layout.place);
    if (gap > 0 || placeLevel(place) !== "county") return "end";
  }
  if (lines.at(-1)?.kind === "data" && isRest(layout, row)) return "skip";
  if (!hasKey) return unlabelled(layout, row, gap, lines, texts);
  if (gap > 0 && !sharedKey && !continues(layout, row, figures, closed(lines))) return "end";
  return { row, kind: "data", label };
}

/** Rows with words but no figures: blank counties, headings inside the table, titles and lines of what follows. */
function judgeWords(
  layout: Layout,
  row: number,
  gap: number,
  lines: readonly Line[],
  label: RowLabel | undefined,
  texts: number,
  firstColumn: number,
): Verdict {
  const { sheet, place } = layout;
  const firstText = cellText(sheet, row, firstColumn);
  if (label?.kind === "total" || label?.kind === "total-of") return { row, kind: "total", label };
  if (label?.kind === "subtotal") return { row, kind: "subtotal", label };
  if (label?.kind === "part") return { row, kind: "part", label };
  const area = mergesOf(sheet).at(row, firstColumn);
  const wide = area !== undefined && area.right > area.left;
  const heading = closed(lines) && !/^\s*[(（]?[一二三四五六七八九十]/.test(firstText) ? "end" : "skip";
  if (wide || /^\s*(?:表|附)/.test(firstText)) return heading;
  if (place === undefined) return texts < 2 || gap > 0 ? heading : { row, kind: "data", label };
  const key = cellText(sheet, row, place).trim();
  const level = placeLevel(key);
  if (key === "" || key.length > 24 || (level === "unknown" && (gap > 0 || !isNumbered(layout, row))))
    return heading;
  return { row, kind: "data", label };
}

/** True once the 合计 row below the data has passed. */
function closed(lines: readonly Line[]): boolean {
  return lines.at(-1)?.kind === "total" && lines.some((line) => line.kind === "data");
}

function isNumbered(layout: Layout, row: number): boolean {
  return layout.number !== undefined && /^\d+$/.test(cellText(layout.sheet, row, layout.number).trim());
}

/** A row blank in keys and figures may still hold a note beside the table's known columns. */
function restOf(layout: Layout, row: number): Verdict {
  const { sheet } = layout;
  for (let column = Math.max(0, layout.left - 2); column <= layout.right; column++) {
    if (sheet.kind(row, column) !== "text") continue;
    const text = sheet.text(row, column);
    if (text.trim() === "") continue;
    return rowLabel(text)?.kind === "note" ? "end" : "skip";
  }
  return "blank";
}

/** Figures without a key: the amount of a merged key's row, a sum without a word, or something beside the table. */
function unlabelled(
  layout: Layout,
  row: number,
  gap: number,
  lines: readonly Line[],
  texts: number,
): Verdict {
  const { sheet } = layout;
  const before = lines.at(-1);
  const sums = layout.figures.some((column) =>
    /\b(?:SUM|SUBTOTAL)\(/i.test(sheet.formula(row, column) ?? ""),
  );
  const note = restOf(layout, row);
  if (note === "end") return "end";
  if (before?.kind === "total" || (gap > 0 && !sums)) return "end";
  if (sums && texts === 0 && gap <= 1) return { row, kind: "total", label: { kind: "total", strong: false } };
  return { row, kind: "data", label: undefined };
}

/** After blank rows only what looks like the table goes on with it; after its 合计 row the more so. */
function continues(layout: Layout, row: number, figures: number, after: boolean): boolean {
  if (figures === 0) return false;
  if (layout.place === undefined) return !after || isNumbered(layout, row);
  const key = keyCell(layout.sheet, row, layout.place);
  if (placeLevel(key) !== "unknown" || isNumbered(layout, row)) return true;
  return !after && key.length <= 12 && !/[:：。]/.test(key);
}

/** Further row of one record: all its figures are merged with those above, as where a project has two villages. */
function isRest(layout: Layout, row: number): boolean {
  const merges = mergesOf(layout.sheet);
  let merged = 0;
  for (const column of layout.figures) {
    const area = merges.at(row, column);
    if (area !== undefined && area.top < row) merged++;
    else if (layout.sheet.kind(row, column) !== "blank" || !layout.sheet.stored(row, column)) return false;
  }
  return merged > 0;
}

/** Columns left out of the numbering between two that have a number. */
const MAX_STEP = 6;

/** 栏次: 1, 2, 3 … or 甲, 乙, 1, 2 under the headers. */
function isColumnNumbers(layout: Layout, row: number): boolean {
  const { sheet } = layout;
  const keysAreNumbers = layout.keys.every((column) => {
    const text = cellText(sheet, row, column).trim();
    return text === "" || /^(?:[甲乙丙丁戊]|栏次|行次|[(（]?\d{1,2}[)）]?)$/.test(text);
  });
  if (!keysAreNumbers) return false;
  let before = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const column of [...layout.figures].sort((a, b) => a - b)) {
    const text = cellText(sheet, row, column).trim();
    if (text === "") continue;
    const number = /^[(（]?(\d{1,2})[)）]?(?:\s*[=＝].*)?$/.exec(text)?.[1];
    if (number === undefined || Number(number) <= before) return false;
    if (Number(number) > Math.max(before, 0) + MAX_STEP) return false;
    before = Number(number);
    count++;
  }
  return count >= 2;
}

function keyCell(sheet: SheetSnapshot, row: number, column: number): string {
  const own = cellText(sheet, row, column);
  if (own !== "") return own.trim();
  const area = mergesOf(sheet).at(row, column);
  return area === undefined ? "" : cellText(sheet, area.top, area.left).trim();
}

function sorted(layout: Layout, lines: Line[], headerLast: number): TableRows {
  settleTotals(layout, lines);
  settleSections(layout, lines);
  settleParts(layout, lines);
  const of = (kind: Line["kind"]): number[] =>
    lines.filter((line) => line.kind === kind).map(({ row }) => row);
  return {
    rows: of("data"),
    totalRows: of("total"),
    subtotalRows: of("subtotal"),
    partRows: of("part"),
    last: lines.at(-1)?.row ?? headerLast,
  };
}

/** Which of the rows that say 合计 are the whole table's. */
function settleTotals(layout: Layout, lines: Line[]): void {
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
      for (const { line } of edge) if (line !== strong[0]?.line) line.kind = "subtotal";
    }
  }
  const inner = totals.filter(({ index }) => index > firstData && index < lastData);
  const outer = totals.filter(
    ({ line, index }) => (index < firstData || index > lastData) && line.kind === "total",
  );
  if (inner.length === 0 || (outer.length === 0 && inner.length === 1)) return;
  for (const { line } of inner) line.kind = "subtotal";
  const last = outer.find(({ index }) => index > lastData);
  const lastInner = inner.at(-1);
  if (last === undefined || lastInner === undefined || strongTotal(last.line)) return;
  // Each part has its 合计 and so has the last: the figures tell whether that one is the whole table's.
  if (closerToPart(layout, lines, last.line, lastInner.index)) last.line.kind = "subtotal";
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
function settleSections(layout: Layout, lines: Line[]): void {
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
function settleParts(layout: Layout, lines: Line[]): void {
  const column = layout.place;
  if (column === undefined) return;
  const data = lines.filter((line) => line.kind === "data");
  const levels = data.map((line) => placeLevel(keyCell(layout.sheet, line.row, column)));
  const counties = data.filter((_line, index) => levels[index] === "county");
  if (counties.length === 0) return;
  const indented = (line: Line): boolean => /^[\s\u3000]/.test(layout.sheet.text(line.row, column));
  const plain = counties.some((line) => !indented(line));
  const numberOf = (line: Line): string =>
    layout.number === undefined ? "" : cellText(layout.sheet, line.row, layout.number).trim();
  const numbered = counties.some((line) => /^\d+$/.test(numberOf(line)));
  let underCounty = false;
  data.forEach((line, index) => {
    const level = levels[index];
    const number = numberOf(line);
    const sub = numbered && (number === "" || /^\d+[.．-]\d+$|^[(（①-⑳]/.test(number));
    const inside = plain && indented(line);
    const heads = level === "county" ? !(inside && sub) : level === "unknown" && numbered && !sub && !inside;
    if (heads) underCounty = true;
    else if (underCounty && (level === "below" || (inside && sub))) line.kind = "part";
  });
}
