/**
 * Reading by and by: a host that pays for every cell reads the values first, and of number formats and formulas only
 * what a check turns out to need. Formats are sampled by column; a column whose sample tells a unit or is mixed is
 * read whole, and so is every cell of a comparison that differs, since written precision decides there.
 */
import type { Evaluation } from "./evaluate";
import { areasOf, type CellRef, type SheetArea } from "./workbook/address";
import { parseNumberFormat, sectionFor } from "./workbook/number-format";
import type { SheetSnapshot, WorkbookSnapshot } from "./workbook/snapshot";
import { SheetView } from "./workbook/view";

/** What a host is to read next; nothing in it: the evaluation stands. */
export interface Wanted {
  readonly formats: readonly SheetArea[];
  readonly formulas: readonly SheetArea[];
}

export interface GradualReading {
  /** Formats that a host read before any was asked for; to be told before the first view. */
  told(areas: readonly SheetArea[]): void;
  /** The workbook as known so far, for the next evaluation: it notes what is asked of it. */
  view(workbook: WorkbookSnapshot): WorkbookSnapshot;
  /** What the evaluation of the last view lacked. A host reads all of it before the next view. */
  next(evaluation: Evaluation): Wanted;
  /** Whether all that `next` wanted, now that it was read, is what the evaluation took for it: then it still stands. */
  stands(): boolean;
  /** The format that the last evaluation took for a cell, read or by sample; undefined where it asked for none. */
  assumed(cell: CellRef): string | undefined;
  /** The cell was written anew: its formula is asked for again when it is needed. Tells whether one was. */
  forget(cell: CellRef): boolean;
}

/** Columns with no more figures are read whole. */
const WHOLE = 16;
const FIRST = 4;
const LAST = 2;

const UNSAMPLED = "General";

/** What is noted of a cell's format. */
const ASKED = 1;
const KNOWN = 2;
/** Read by the host of its own accord; known once it is asked for. */
const TOLD = 4;

/** What is known and asked of one column. */
interface Column {
  readonly sheet: SheetSnapshot;
  readonly column: number;
  /** By row. */
  marks: Uint8Array;
  /** Format of a known cell, taken for the unknown ones. */
  sample: string | undefined;
  /** Cells were asked for while there was no sample. */
  guessed: boolean;
  /** Cells were wanted for a sample. */
  drawn: boolean;
}

/** A format that is to be read, and what was taken for it. */
interface Expected {
  readonly column: Column;
  readonly row: number;
  readonly format: string;
}

interface Listener {
  columnOf(sheet: SheetSnapshot, column: number): Column;
  formatOf(column: Column, row: number): string;
  formulaAsked(sheet: SheetSnapshot, row: number, column: number): void;
}

/** Tells a listener which formats and formulas are asked for. */
class ListeningSheet extends SheetView {
  private readonly columns: (Column | undefined)[] = [];

  constructor(
    sheet: SheetSnapshot,
    private readonly listener: Listener,
  ) {
    super(sheet);
  }

  override formula(row: number, column: number): string | undefined {
    this.listener.formulaAsked(this.sheet, row, column);
    return this.sheet.formula(row, column);
  }

  override format(row: number, column: number): string {
    const known = (this.columns[column] ??= this.listener.columnOf(this.sheet, column));
    return this.listener.formatOf(known, row);
  }
}

export function readGradually(): GradualReading {
  const columns = new Map<string, Column>();
  const formulasAsked = new Map<string, CellRef>();
  const formulasKnown = new Set<string>();
  const told = new Map<string, SheetArea[]>();
  let expected: readonly Expected[] = [];
  let unread: readonly CellRef[] = [];
  let sheets = new Map<string, SheetSnapshot>();
  let isEvaluated = false;
  let isGuess = false;

  function columnOf(sheet: SheetSnapshot, column: number): Column {
    const key = `${column}!${sheet.name}`;
    let found = columns.get(key);
    if (found === undefined) {
      const marks = new Uint8Array(sheet.rowCount);
      found = { sheet, column, marks, sample: undefined, guessed: false, drawn: false };
      for (const { left, right, top, bottom } of told.get(sheet.name) ?? []) {
        if (column >= left && column <= right) marks.fill(TOLD, top, bottom + 1);
      }
      columns.set(key, found);
    }
    return found;
  }

  function formatOf(own: Column, row: number): string {
    const mark = own.marks[row] ?? 0;
    if (row >= own.marks.length) own.marks = longer(own.marks, row);
    own.marks[row] = mark | ASKED;
    if ((mark & (KNOWN | TOLD)) !== 0) {
      const format = own.sheet.format(row, own.column);
      if ((mark & KNOWN) === 0) {
        own.marks[row] = mark | ASKED | KNOWN;
        own.sample ??= format;
      }
      return format;
    }
    if (own.sample === undefined) own.guessed = true;
    return own.sample ?? UNSAMPLED;
  }

  function formulaAsked(sheet: SheetSnapshot, row: number, column: number): void {
    const key = `${row},${column}!${sheet.name}`;
    if (!formulasKnown.has(key) && sheet.kind(row, column) !== "blank") {
      formulasAsked.set(key, { sheet: sheet.name, row, column });
    }
  }

  return {
    told(areas) {
      for (const area of areas) {
        const known = told.get(area.sheet);
        if (known === undefined) told.set(area.sheet, [area]);
        else known.push(area);
      }
    },
    assumed({ sheet, row, column }) {
      const one = columns.get(`${column}!${sheet}`);
      const mark = one?.marks[row] ?? 0;
      if (one === undefined || mark === 0 || mark === TOLD) return undefined;
      return (mark & KNOWN) !== 0 ? one.sheet.format(row, column) : (one.sample ?? UNSAMPLED);
    },
    forget: ({ sheet, row, column }) => formulasKnown.delete(`${row},${column}!${sheet}`),
    view(workbook) {
      for (const one of columns.values()) {
        one.guessed = false;
        const { marks } = one;
        for (let row = 0; row < marks.length; row += 1) {
          const mark = marks[row] ?? 0;
          if ((mark & KNOWN) !== 0) one.sample ??= one.sheet.format(row, one.column);
          marks[row] = mark & ~ASKED;
        }
      }
      formulasAsked.clear();
      sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
      return {
        ...workbook,
        sheets: workbook.sheets.map(
          (sheet) => new ListeningSheet(sheet, { columnOf, formatOf, formulaAsked }),
        ),
      };
    },
    next(evaluation) {
      const differing = differingCells(evaluation);
      const wanted: Expected[] = [];
      isGuess = false;
      for (const column of columns.values()) {
        const rows = missing(column, differing.get(column.sheet.name));
        if (rows.length > 0 && column.guessed && column.sample !== undefined) isGuess = true;
        for (const row of rows) {
          wanted.push({ column, row, format: column.sample ?? UNSAMPLED });
          column.marks[row] = (column.marks[row] ?? 0) | KNOWN;
        }
      }
      expected = wanted;
      unread = [...formulasAsked.values()];
      isEvaluated = true;
      for (const key of formulasAsked.keys()) formulasKnown.add(key);
      formulasAsked.clear();
      const formats = wanted.map(({ column: { sheet, column }, row }) => ({
        sheet: sheet.name,
        row,
        column,
      }));
      return { formats: areasOf(formats), formulas: areasOf(unread) };
    },
    stands: () =>
      isEvaluated &&
      !isGuess &&
      expected.every(({ column: { sheet, column }, row, format }) => sheet.format(row, column) === format) &&
      unread.every(({ sheet, row, column }) => sheets.get(sheet)?.formula(row, column) === undefined),
  };
}

function longer(marks: Uint8Array, row: number): Uint8Array {
  const more = new Uint8Array(row * 2);
  more.set(marks);
  return more;
}

/** Rows whose formats the column still lacks. */
function missing(one: Column, differing: readonly SheetArea[] | undefined): readonly number[] {
  const { sheet, column, marks } = one;
  let asked = 0;
  let unknown = 0;
  for (let row = 0; row < marks.length; row += 1) {
    const mark = marks[row]!;
    if ((mark & ASKED) === 0) continue;
    asked += 1;
    if ((mark & KNOWN) === 0) unknown += 1;
  }
  if (!one.drawn) {
    one.drawn = true;
    const lacking = drawnFrom(marks, asked).filter((row) => ((marks[row] ?? 0) & KNOWN) === 0);
    if (lacking.length > 0) return lacking;
  }
  if (unknown === 0) return [];
  let sample: string | undefined;
  let alike = true;
  for (let row = 0; row < marks.length && alike; row += 1) {
    if ((marks[row]! & KNOWN) === 0) continue;
    const format = sheet.format(row, column);
    sample ??= format;
    alike = format === sample && isPlain(format, sheet.number(row, column));
  }
  const isLacking = (mark: number): boolean => (mark & ASKED) !== 0 && (mark & KNOWN) === 0;
  if (!alike) return rowsWith(marks, isLacking);
  if (differing !== undefined) {
    const differs = covered(differing, column, marks.length);
    const rows = rowsWith(marks, (mark, row) => isLacking(mark) && (differs[row] ?? 0) > 0);
    if (rows.length > 0) return rows;
  }
  // Judged without the sample that is known now: one more cell, and all is judged again.
  return one.guessed && sample !== UNSAMPLED ? [marks.findIndex(isLacking)] : [];
}

/** The cells that stand for a column: its first and last, or all where they are few. */
function drawnFrom(marks: Uint8Array, asked: number): readonly number[] {
  if (asked <= WHOLE) return rowsWith(marks, (mark) => (mark & ASKED) !== 0);
  const drawn: number[] = [];
  for (let row = 0; drawn.length < FIRST; row += 1) if (((marks[row] ?? 0) & ASKED) !== 0) drawn.push(row);
  const last: number[] = [];
  for (let row = marks.length - 1; last.length < LAST; row -= 1)
    if (((marks[row] ?? 0) & ASKED) !== 0) last.unshift(row);
  return [...drawn, ...last];
}

function rowsWith(marks: Uint8Array, isOne: (mark: number, row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < marks.length; row += 1) if (isOne(marks[row] ?? 0, row)) rows.push(row);
  return rows;
}

/** How many of the areas hold the column's cell, by row. */
function covered(areas: readonly SheetArea[], column: number, rows: number): Int32Array {
  const counts = new Int32Array(rows + 1);
  for (const { top, bottom, left, right } of areas) {
    if (column < left || column > right || top >= rows) continue;
    counts[top] = (counts[top] ?? 0) + 1;
    const after = Math.min(bottom + 1, rows);
    counts[after] = (counts[after] ?? 0) - 1;
  }
  for (let row = 1; row < rows; row += 1) counts[row] = (counts[row] ?? 0) + (counts[row - 1] ?? 0);
  return counts;
}

/** A format that tells no unit: neither divides nor names one, nor shows a rate as per cent. */
function isPlain(format: string, value: number): boolean {
  const section = sectionFor(parseNumberFormat(format), value);
  if (section.kind === "date") return true;
  return section.digits && section.shift === 0 && !section.percent && !/[万亿元]/u.test(section.literal);
}

/** Cells of comparisons that differ, tolerated or not, and of findings about the data, by sheet. */
function differingCells({ checks }: Evaluation): ReadonlyMap<string, readonly SheetArea[]> {
  const bySheet = new Map<string, SheetArea[]>();
  const add = (area: SheetArea): void => {
    const areas = bySheet.get(area.sheet);
    if (areas === undefined) bySheet.set(area.sheet, [area]);
    else areas.push(area);
  };
  for (const { cell, left, right } of checks.findings) {
    if (cell !== undefined) {
      const { sheet, row, column } = cell;
      add({ sheet, top: row, bottom: row, left: column, right: column });
    }
    for (const area of [...(left?.cells ?? []), ...(right?.cells ?? [])]) add(area);
  }
  return bySheet;
}
