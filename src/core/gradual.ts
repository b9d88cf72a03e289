/**
 * Reading by and by: a host that pays for every cell reads the values first, and of number formats and formulas only
 * what a check turns out to need. Formats are sampled by column; a column whose sample tells a unit or is mixed is
 * read whole, and so is every cell of a comparison that differs, since written precision decides there.
 */
import type { Evaluation } from "./evaluate";
import { areasOf, type CellRef, type SheetArea } from "./workbook/address";
import { parseNumberFormat, sectionFor } from "./workbook/number-format";
import type { SheetSnapshot, WorkbookSnapshot } from "./workbook/snapshot";

/** What a host is to read next; nothing in it: the evaluation stands. */
export interface Wanted {
  readonly formats: readonly SheetArea[];
  readonly formulas: readonly SheetArea[];
}

export interface GradualReading {
  /** The workbook as known so far, for the next evaluation: it notes what is asked of it. */
  view(workbook: WorkbookSnapshot): WorkbookSnapshot;
  /** What the evaluation of the last view lacked. A host reads all of it before the next view. */
  next(evaluation: Evaluation): Wanted;
  /** The format that the last evaluation took for a cell, read or by sample; undefined where none of its column counts. */
  assumed(cell: CellRef): string | undefined;
  /** The cell was written anew: its formula is asked for again when it is needed. Tells whether one was. */
  forget(cell: CellRef): boolean;
}

/** Columns with no more figures are read whole. */
const WHOLE = 16;
const FIRST = 4;
const LAST = 2;

/** What is known and asked of one column. */
interface Column {
  readonly sheet: SheetSnapshot;
  readonly column: number;
  readonly known: Set<number>;
  readonly asked: Set<number>;
  /** Format of a known cell, taken for the unknown ones. */
  sample: string;
}

export function readGradually(): GradualReading {
  const columns = new Map<string, Column>();
  const formulasAsked = new Map<string, CellRef>();
  const formulasKnown = new Set<string>();

  function columnOf(sheet: SheetSnapshot, column: number): Column {
    const key = `${column}!${sheet.name}`;
    let found = columns.get(key);
    if (found === undefined) {
      found = { sheet, column, known: new Set(), asked: new Set(), sample: "General" };
      columns.set(key, found);
    }
    return found;
  }

  function listening(sheet: SheetSnapshot): SheetSnapshot {
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      rowCount: sheet.rowCount,
      columnCount: sheet.columnCount,
      kind: (row, column) => sheet.kind(row, column),
      number: (row, column) => sheet.number(row, column),
      text: (row, column) => sheet.text(row, column),
      stored: (row, column) => sheet.stored(row, column),
      merges: sheet.merges,
      hiddenRow: (row) => sheet.hiddenRow(row),
      hiddenColumn: (column) => sheet.hiddenColumn(column),
      formula: (row, column) => {
        const key = `${row},${column}!${sheet.name}`;
        if (!formulasKnown.has(key) && sheet.kind(row, column) !== "blank") {
          formulasAsked.set(key, { sheet: sheet.name, row, column });
        }
        return sheet.formula(row, column);
      },
      format: (row, column) => {
        const own = columnOf(sheet, column);
        if (own.known.has(row)) return sheet.format(row, column);
        own.asked.add(row);
        return own.sample;
      },
    };
  }

  return {
    assumed({ sheet, row, column }) {
      const one = columns.get(`${column}!${sheet}`);
      if (one === undefined) return undefined;
      return one.known.has(row) ? one.sheet.format(row, column) : one.sample;
    },
    forget: ({ sheet, row, column }) => formulasKnown.delete(`${row},${column}!${sheet}`),
    view(workbook) {
      for (const one of columns.values()) one.asked.clear();
      formulasAsked.clear();
      return { ...workbook, sheets: workbook.sheets.map(listening) };
    },
    next(evaluation) {
      const differing = differingCells(evaluation);
      const formats: CellRef[] = [];
      for (const one of columns.values()) {
        const { sheet, column, known } = one;
        for (const row of missing(one, differing.get(sheet.name))) {
          formats.push({ sheet: sheet.name, row, column });
          known.add(row);
        }
      }
      const formulas = [...formulasAsked.values()];
      for (const key of formulasAsked.keys()) formulasKnown.add(key);
      return { formats: areasOf(formats), formulas: areasOf(formulas) };
    },
  };
}

/** Rows whose formats the column still lacks. */
function missing(column: Column, differing: readonly SheetArea[] | undefined): readonly number[] {
  const rows = [...column.asked].sort((a, b) => a - b);
  if (rows.length === 0) return [];
  const seen = [...column.known].map((row) => ({
    format: column.sheet.format(row, column.column),
    value: column.sheet.number(row, column.column),
  }));
  const [first] = seen;
  if (first === undefined && rows.length > WHOLE) {
    return [...rows.slice(0, FIRST), ...rows.slice(-LAST)];
  }
  if (first === undefined) return rows;
  column.sample = first.format;
  const alike = seen.every(({ format, value }) => format === first.format && isPlain(format, value));
  if (!alike) return rows;
  return rows.filter((row) =>
    differing?.some(
      ({ top, bottom, left, right }) =>
        row >= top && row <= bottom && column.column >= left && column.column <= right,
    ),
  );
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
