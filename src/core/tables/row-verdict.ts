/** What one row below the headers is, by its labels, keys and figures. */
import { cellText } from "./cell-text";
import { isFigureText, isNothingMark, rowLabel, type RowLabel } from "./labels";
import { mergesOf } from "./merges";
import { placeLevel } from "./places";
import { keyCell, type Layout, type Line } from "./row-layout";

export type Verdict = "blank" | "end" | "skip" | Line;

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

export function judge(
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
      if (kind === "blank") label ??= partAbove(layout, row, column);
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
  if (label?.kind === "aside" || (closed(lines) && isOfYear(layout, row, firstColumn))) return "skip";
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

/** 其中 merged down beside several rows is said of each of them. */
function partAbove({ sheet }: Layout, row: number, column: number): RowLabel | undefined {
  const area = mergesOf(sheet).at(row, column);
  if (area === undefined || area.top === row) return undefined;
  const label = rowLabel(cellText(sheet, area.top, area.left));
  return label?.kind === "part" ? label : undefined;
}

/** 2020年合计 below the 合计 of this year. */
function isOfYear({ sheet }: Layout, row: number, column: number): boolean {
  return column >= 0 && /^\s*(?:19|20)\d{2}\s*年/.test(cellText(sheet, row, column));
}

/** Rows that a note may take. */
const NOTE_ROWS = 6;

/** True for a note among the rows: right below it the table goes on with a row that can be no one else's. */
export function goesOnBelow(layout: Layout, row: number, gap: number, lines: readonly Line[]): boolean {
  const { sheet, labels } = layout;
  const isNote = labels.some((column) => rowLabel(cellText(sheet, row, column))?.kind === "note");
  if (!isNote || gap > 0 || closed(lines)) return false;
  for (let next = row + 1; next <= row + NOTE_ROWS; next++) {
    const below = judge(layout, next, 0, lines, false);
    if (below === "skip") continue;
    if (typeof below === "string") return false;
    return below.kind !== "data" || continues(layout, next, figuresIn(layout, next).figures, true);
  }
  return false;
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
  const own = gap === 0 && (isNumbered(layout, row) || key.endsWith("本级"));
  if (key === "" || key.length > 24 || (level === "unknown" && !own)) return heading;
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
  if (isPrepared(layout, row)) return "skip";
  const before = lines.at(-1);
  const sums = layout.figures.some((column) => sumsRows(layout.sheet.formula(row, column) ?? "", row));
  const note = restOf(layout, row);
  if (note === "end") return "end";
  if (before?.kind === "total" || (gap > 0 && !sums)) return "end";
  if (sums && texts === 0)
    return { row, kind: "total", label: { kind: "total", strong: false, without: [] } };
  return { row, kind: "data", label: undefined };
}

/** A row with formulas that wait for its figures: they give 0, and where they divide an error. */
function isPrepared({ sheet, figures }: Layout, row: number): boolean {
  return figures.every((column) => {
    if (sheet.kind(row, column) === "blank") return sheet.stored(row, column);
    const waits = sheet.number(row, column) === 0 || sheet.text(row, column) === "#DIV/0!";
    return waits && sheet.formula(row, column) !== undefined;
  });
}

/** Whether a formula adds up cells of other rows: SUM(C5:C20), C5+C6+C7. */
function sumsRows(formula: string, row: number): boolean {
  if (!/\b(?:SUM|SUBTOTAL)\(|\d\+\$?[A-Z]/i.test(formula)) return false;
  const rows = [...formula.matchAll(/[A-Z]{1,3}\$?(\d+)/gi)].map(([, digits]) => Number(digits) - 1);
  return rows.length > 1 && rows.every((one) => one !== row);
}

/** After blank rows only what looks like the table goes on with it; after its 合计 row the more so. */
function continues(layout: Layout, row: number, figures: number, after: boolean): boolean {
  if (layout.place === undefined) return !after || isNumbered(layout, row);
  const key = keyCell(layout.sheet, row, layout.place);
  // A county that has nothing to report, or not yet, is one of the table's.
  if (figures === 0) return !after && placeLevel(key) === "county";
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
