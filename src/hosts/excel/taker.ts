/**
 * Who takes what a reading brings. Office.js answers on the pane's own thread only; the snapshot is made of the
 * answers, and judged, wherever the taker is: a worker, or here. What passes is plain data.
 */
import type { Wanted } from "../../core/gradual";
import type { Area, SheetArea } from "../../core/workbook/address";
import {
  BLANK,
  type CellKind,
  ERROR,
  formatId,
  newStore,
  type SharedStore,
  SheetBuilder,
  TEXT,
  textId,
  type Visibility,
  type WorkbookSnapshot,
  workbookOf,
} from "../../core/workbook/snapshot";
import { type Cells, eachCell } from "./cells";

export type GridName = "values" | "numberFormat" | "formulas";

/** Cells as Excel answered them. */
export interface Grid {
  /** Index of the sheet. */
  readonly sheet: number;
  readonly area: Area;
  readonly name: GridName;
  readonly cells: Cells;
  /** Of a re-check: the cells were written, and not only calculated. */
  readonly edited?: boolean;
}

export interface SheetTold {
  readonly name: string;
  readonly visibility: Visibility;
}

/** What is told of the sheets beside their cells, once those are read. */
export interface BookTold {
  /** In the order of sheets. */
  readonly sheets: readonly {
    readonly merges: readonly Area[];
    readonly hiddenRows: readonly number[];
    readonly hiddenColumns: readonly number[];
    /** Text of the mark of ours. */
    readonly mark: string | undefined;
  }[];
  readonly date1904: boolean;
  readonly answersXml: string | undefined;
}

/** The calls come one after the other, each answered once it is taken in. */
export interface Taker {
  /** A reading begins. */
  begin(sheets: readonly SheetTold[]): Promise<void>;
  put(grids: readonly Grid[]): Promise<void>;
  /** All values are there. @returns what is to be read on */
  complete(book: BookTold): Promise<Wanted>;
  /** What was wanted is there. */
  further(): Promise<Wanted>;
  /** Cells of the last reading anew. @returns undefined where only a full reading can tell */
  again(grids: readonly Grid[]): Promise<Wanted | undefined>;
}

/** A cell whose contents are others than before, or that was written in whatever way. */
export interface ChangedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: CellKind;
  /** Its number format now, where it was written and not only calculated. */
  readonly format: string | undefined;
}

export interface Judge {
  /** @param told areas whose number formats were read beforehand */
  whole(workbook: WorkbookSnapshot, told: readonly SheetArea[]): Wanted;
  /** What was wanted was read. */
  further(workbook: WorkbookSnapshot): Wanted;
  changed(workbook: WorkbookSnapshot, cells: readonly ChangedCell[]): Wanted | undefined;
}

export interface TakerHere extends Taker {
  /** Of the last complete reading. */
  readonly workbook: () => WorkbookSnapshot | undefined;
}

const NOTHING: Wanted = { formats: [], formulas: [] };

/** @param judge wanted nothing more where it is left out */
export function takeHere(judge?: Judge): TakerHere {
  let store = newStore();
  let sheets: readonly SheetBuilder[] = [];
  let told: SheetArea[] = [];
  let workbook: WorkbookSnapshot | undefined;

  function put(grid: Grid): void {
    const { name, area, cells } = grid;
    const sheet = sheets[grid.sheet];
    if (sheet === undefined) return;
    switch (name) {
      case "values":
        putValues(sheet, store, area, cells);
        return;
      case "numberFormat": {
        if (workbook === undefined) told.push({ sheet: sheet.name, ...area });
        const ids = cells.texts.map((format) => formatId(store, format));
        eachPlace(area, cells, (row, column, index) => {
          sheet.setStoredFormat(row, column, ids[cells.values[index] ?? 0] ?? 0);
        });
        return;
      }
      case "formulas":
        eachCell(area, cells, (row, column, cell) => {
          if (typeof cell !== "string" || !cell.startsWith("=")) return;
          // Text that was forced with an apostrophe reads the same as a formula.
          if (sheet.text(row, column) !== cell) sheet.setFormula(row, column, cell.slice(1));
        });
    }
  }

  return {
    workbook: () => workbook,
    async begin(names) {
      store = newStore();
      sheets = names.map(({ name, visibility }) => new SheetBuilder(name, visibility, store));
      told = [];
      workbook = undefined;
    },
    async put(grids) {
      for (const grid of grids) put(grid);
    },
    async complete(book) {
      book.sheets.forEach(({ merges, hiddenRows, hiddenColumns }, at) => {
        for (const merge of merges) sheets[at]?.addMerge(merge);
        for (const row of hiddenRows) sheets[at]?.hideRow(row);
        for (const column of hiddenColumns) sheets[at]?.hideColumn(column);
      });
      const ownSheets = sheets.flatMap(({ name }, at) => {
        const mark = book.sheets[at]?.mark;
        return mark === undefined ? [] : [{ sheet: name, mark }];
      });
      const { date1904, answersXml } = book;
      workbook = workbookOf(sheets, { date1904, answersXml, ownSheets });
      return judge?.whole(workbook, told) ?? NOTHING;
    },
    async further() {
      return (workbook && judge?.further(workbook)) ?? NOTHING;
    },
    async again(grids) {
      if (workbook === undefined) return undefined;
      const changed: ChangedCell[] = [];
      for (const grid of grids) {
        const sheet = sheets[grid.sheet];
        if (sheet === undefined || !putAgain(sheet, grid, formatsIn(grids, grid), changed)) return undefined;
      }
      return judge === undefined ? NOTHING : judge.changed(workbook, changed);
    },
  };
}

/** Places that hold something. */
function eachPlace(
  { top, bottom, left, right }: Area,
  { kinds }: Cells,
  visit: (row: number, column: number, index: number) => void,
): void {
  let index = 0;
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1, index += 1) {
      if (kinds[index] !== BLANK) visit(row, column, index);
    }
  }
}

/** Each text is looked up once, however many cells hold it. */
function putValues(
  sheet: SheetBuilder,
  store: SharedStore,
  area: Area,
  { kinds, values, texts }: Cells,
): void {
  const ids = Int32Array.from(texts, (text) => textId(store, text));
  sheet.setArea(area, texts.some(isError) ? withErrors(kinds, values, texts) : kinds, values, ids);
}

/** Excel answers an error by its name alone: it came as a text. */
function withErrors(kinds: Uint8Array, values: Float64Array, texts: readonly string[]): Uint8Array {
  return kinds.map((kind, index) => (kind === TEXT && isError(texts[values[index]!]!) ? ERROR : kind));
}

function putValue(sheet: SheetBuilder, row: number, column: number, cell: unknown): void {
  if (typeof cell === "number") sheet.setNumber(row, column, cell);
  else if (typeof cell === "boolean") sheet.setBoolean(row, column, cell);
  else if (typeof cell === "string") {
    if (isError(cell)) sheet.setError(row, column, cell);
    else sheet.setText(row, column, cell);
  }
}

function isError(text: string): boolean {
  return text.charCodeAt(0) === HASH && ERROR_NAME.test(text);
}

const HASH = 0x23;
const ERROR_NAME =
  /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)$/;

const COLUMNS = 16_384;

/** Number formats of the written cells of a grid, by place. */
function formatsIn(grids: readonly Grid[], { sheet, edited }: Grid): ReadonlyMap<number, string> {
  const formats = new Map<number, string>();
  if (edited !== true) return formats;
  for (const grid of grids) {
    if (grid.sheet !== sheet || grid.name !== "numberFormat") continue;
    eachCell(grid.area, grid.cells, (row, column, cell) => {
      if (typeof cell === "string") formats.set(row * COLUMNS + column, cell);
    });
  }
  return formats;
}

/** @returns false where a cell at the end of the sheet went blank: how far the sheet reaches is then to be read */
function putAgain(
  sheet: SheetBuilder,
  grid: Grid,
  formats: ReadonlyMap<number, string>,
  changed: ChangedCell[],
): boolean {
  const { area, edited = false } = grid;
  if (grid.name !== "values") return true;
  const values = new Map<number, unknown>();
  eachCell(area, grid.cells, (row, column, cell) => values.set(row * COLUMNS + column, cell));
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const value = values.get(row * COLUMNS + column);
      if (!edited && isValue(sheet, row, column, value)) continue;
      const before = sheet.kind(row, column);
      const isLast = row + 1 >= sheet.rowCount || column + 1 >= sheet.columnCount;
      if (value === undefined && before !== "blank" && isLast) return false;
      if (edited || value === undefined) sheet.clear(row, column);
      putValue(sheet, row, column, value);
      const format = edited ? (formats.get(row * COLUMNS + column) ?? "General") : undefined;
      changed.push({ sheet: sheet.name, row, column, before, format });
    }
  }
  return true;
}

function isValue(sheet: SheetBuilder, row: number, column: number, value: unknown): boolean {
  switch (sheet.kind(row, column)) {
    case "blank":
      return value === undefined;
    case "number":
      return typeof value === "number" && sheet.number(row, column) === value;
    case "boolean":
      return typeof value === "boolean" && sheet.number(row, column) === (value ? 1 : 0);
    case "text":
    case "error":
      return sheet.text(row, column) === value;
  }
}
