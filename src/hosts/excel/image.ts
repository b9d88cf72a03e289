/** How a sheet of ours stands before it is written in place, and the way back to it: batches of Excel do not roll back. */
import { type Area, areaName, MAX_COLUMNS, MAX_ROWS } from "../../core/workbook/address";
import type { SheetModel } from "../../core/sheets/model";
import { type Batch, inRows, newBatch } from "./batch";
import { readCells } from "./blocks";
import { utf8Length } from "./cells";
import { type FilterImage, filterAgain } from "./filter";
import { inputAgain } from "./input";
import { areaOfRange, mergesWithin, parseAreas } from "./outline";
import type { Session } from "./session";

/** One grid of cells, by row and column from the area's corner. */
export type Grid = readonly (readonly unknown[])[];

export interface RowImage {
  readonly points: number;
  readonly standard: boolean;
}

export interface ValidationImage {
  readonly area: Area;
  readonly type: string;
  readonly rule: Excel.DataValidationRule;
  readonly prompt: Excel.DataValidationPrompt;
  readonly errorAlert: Excel.DataValidationErrorAlert;
  readonly ignoreBlanks: boolean;
}

export interface SheetImage {
  /** Our columns, as far down as the sheet or the model reaches. */
  readonly area: Area;
  readonly formulas: Grid;
  readonly values: Grid;
  readonly numberFormats: Grid;
  readonly looks: readonly (readonly Excel.CellProperties[])[];
  readonly merges: readonly Area[];
  readonly rows: readonly RowImage[];
  /** Cell by cell of the columns that the model validates. */
  readonly validations: readonly ValidationImage[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly printArea: Area | undefined;
  readonly titleRows: Area | undefined;
  readonly filter: FilterImage | undefined;
  readonly charts: readonly { readonly id: string; readonly name: string; readonly title: string }[];
}

/** Cells whose looks are asked in one request, at some 500 bytes each. */
const LOOKS_CELLS = 5000;
const LINES_AT_ONCE = 2000;

const WANTED_LOOKS: Excel.CellPropertiesLoadOptions = {
  hyperlink: true,
  format: {
    font: {
      name: true,
      size: true,
      bold: true,
      italic: true,
      strikethrough: true,
      color: true,
      underline: true,
    },
    fill: { color: true, pattern: true },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
    shrinkToFit: true,
  },
};

/** @param filter as it was before showAll: rows that it hides tell no height */
export async function takeImage(
  session: Session,
  sheet: Excel.Worksheet,
  model: SheetModel,
  filter: FilterImage | undefined,
): Promise<SheetImage> {
  const used = sheet.getUsedRange(false).load("rowIndex,columnIndex,rowCount,columnCount");
  const freeze = sheet.freezePanes
    .getLocationOrNullObject()
    .load("rowIndex,columnIndex,rowCount,columnCount");
  const printArea = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
  const titleRows = sheet.pageLayout
    .getPrintTitleRowsOrNullObject()
    .load("rowIndex,columnIndex,rowCount,columnCount");
  const charts = sheet.charts.load("items/id,items/name,items/title/text");
  await session.sync();
  const width = model.columns.length;
  const bottom = Math.max(model.rows.length - 1, areaOfRange(used).bottom);
  const area: Area = { top: 0, left: 0, bottom, right: width - 1 };
  const formulas = emptyGrid(area);
  const values = emptyGrid(area);
  const numberFormats = emptyGrid(area);
  await readCells(session, sheet, area, [
    ["formulas", into(formulas)],
    ["values", into(values)],
    ["numberFormat", into(numberFormats)],
  ]);
  const print = printArea.isNullObject ? undefined : parseAreas(printArea.address)[0];
  return {
    area,
    formulas,
    values,
    numberFormats,
    looks: await readLooks(session, sheet, area),
    merges: await mergesWithin(session, sheet, area),
    rows: await readRows(session, sheet, area),
    validations: await readValidations(session, sheet, area, model),
    freeze: freeze.isNullObject
      ? { rows: 0, columns: 0 }
      : {
          rows: freeze.rowCount === MAX_ROWS ? 0 : freeze.rowCount,
          columns: freeze.columnCount === MAX_COLUMNS ? 0 : freeze.columnCount,
        },
    printArea: print,
    titleRows: titleRows.isNullObject ? undefined : areaOfRange(titleRows),
    filter,
    charts: charts.items.map(({ id, name, title }) => ({ id, name, title: title.text })),
  };
}

function emptyGrid(area: Area): unknown[][] {
  return Array.from({ length: area.bottom + 1 }, () => new Array<unknown>(area.right + 1).fill(""));
}

function into(grid: unknown[][]): (row: number, column: number, cell: unknown) => void {
  return (row, column, cell) => {
    const line = grid[row];
    if (line !== undefined) line[column] = cell;
  };
}

async function readLooks(
  session: Session,
  sheet: Excel.Worksheet,
  area: Area,
): Promise<readonly (readonly Excel.CellProperties[])[]> {
  const looks: (readonly Excel.CellProperties[])[] = [];
  for (const piece of inRows(area, LOOKS_CELLS)) {
    const read = sheet.getRange(areaName(piece)).getCellProperties(WANTED_LOOKS);
    await session.sync();
    looks.push(...read.value);
  }
  return looks;
}

async function readRows(session: Session, sheet: Excel.Worksheet, area: Area): Promise<readonly RowImage[]> {
  const rows: RowImage[] = [];
  for (let first = 0; first <= area.bottom; first += LINES_AT_ONCE) {
    const formats: Excel.RangeFormat[] = [];
    for (let row = first; row <= Math.min(area.bottom, first + LINES_AT_ONCE - 1); row += 1) {
      formats.push(sheet.getRangeByIndexes(row, 0, 1, 1).format.load("rowHeight,useStandardHeight"));
    }
    await session.sync();
    for (const { rowHeight, useStandardHeight } of formats) {
      rows.push({ points: rowHeight, standard: useStandardHeight });
    }
  }
  return rows;
}

async function readValidations(
  session: Session,
  sheet: Excel.Worksheet,
  area: Area,
  model: SheetModel,
): Promise<readonly ValidationImage[]> {
  const asked = validatedColumns(model).flatMap((column) =>
    Array.from({ length: area.bottom + 1 }, (_, row) => ({
      area: { top: row, left: column, bottom: row, right: column },
      validation: sheet
        .getRangeByIndexes(row, column, 1, 1)
        .dataValidation.load("type,rule,prompt,errorAlert,ignoreBlanks"),
    })),
  );
  if (asked.length > 0) await session.sync();
  return asked.flatMap(({ area: cell, validation }) => {
    const { type, rule, prompt, errorAlert, ignoreBlanks } = validation;
    return type === "None" ? [] : [{ area: cell, type, rule, prompt, errorAlert, ignoreBlanks }];
  });
}

export function validatedColumns({ validations }: SheetModel): readonly number[] {
  return [...new Set(validations.map(({ area }) => area.left))];
}

/** Puts the sheet back as it was. Everything is set anew: nobody knows which writes were carried out. */
export async function restoreSheet(
  session: Session,
  sheet: Excel.Worksheet,
  model: SheetModel,
  image: SheetImage,
): Promise<void> {
  const batch = newBatch(session);
  const charts = sheet.charts.load("items/id");
  await session.sync();
  const whole = sheet.getRange(areaName(image.area));
  await batch.add(200, () => {
    const known = new Set(image.charts.map(({ id }) => id));
    for (const chart of charts.items) if (!known.has(chart.id)) chart.delete();
    whole.unmerge();
    whole.format.fill.clear();
    whole.clear("Hyperlinks");
  });
  await writeCellsAgain(batch, sheet, image);
  await batch.send();
  for (const merge of image.merges) {
    await batch.add(300, () => sheet.getRange(areaName(merge)).merge(false));
  }
  for (const [row, { points, standard }] of image.rows.entries()) {
    await batch.add(300, () => {
      const { format } = sheet.getRangeByIndexes(row, 0, 1, 1);
      if (standard) format.useStandardHeight = true;
      else format.rowHeight = points;
    });
  }
  for (const column of validatedColumns(model)) {
    sheet.getRangeByIndexes(0, column, image.area.bottom + 1, 1).dataValidation.clear();
  }
  for (const { area, rule, prompt, errorAlert, ignoreBlanks } of image.validations) {
    await batch.add(1200, () => {
      const { dataValidation } = sheet.getRange(areaName(area));
      dataValidation.rule = rule;
      dataValidation.prompt = prompt;
      dataValidation.errorAlert = errorAlert;
      dataValidation.ignoreBlanks = ignoreBlanks;
    });
  }
  await batch.add(1000, () => {
    setFreeze(sheet, image.freeze);
    if (image.printArea !== undefined) sheet.pageLayout.setPrintArea(areaName(image.printArea));
    if (image.titleRows !== undefined) sheet.pageLayout.setPrintTitleRows(rowsName(image.titleRows));
    filterAgain(sheet, image.filter);
  });
  await batch.send();
}

async function writeCellsAgain(batch: Batch, sheet: Excel.Worksheet, image: SheetImage): Promise<void> {
  for (const piece of inRows(image.area, LOOKS_CELLS)) {
    const range = (): Excel.Range => sheet.getRange(areaName(piece));
    const lines = <T>(grid: readonly T[]): readonly T[] => grid.slice(piece.top, piece.bottom + 1);
    const inputs = lines(image.formulas).map((line, row) =>
      line.map((formula, column) => inputAgain(formula, image.values[piece.top + row]?.[column])),
    );
    for (const [row, line] of lines(image.looks).entries()) {
      for (const [column, { hyperlink }] of line.entries()) {
        if (hyperlink === undefined || hyperlink === null) continue;
        await batch.add(500, () => {
          sheet.getRangeByIndexes(piece.top + row, column, 1, 1).hyperlink = hyperlink;
        });
      }
    }
    const formats = lines(image.numberFormats).map((line) => [...line]);
    await batch.add(gridBytes(formats), () => {
      range().numberFormat = formats;
    });
    await batch.add(gridBytes(inputs), () => {
      range().formulas = inputs;
    });
    const looks = lines(image.looks).map((line) => line.map(settable));
    await batch.add(gridBytes(looks), () => {
      range().setCellProperties(looks);
    });
  }
}

/** Without the pattern "None", which is the fill cleared before, and without the link, set apart. */
function settable({ format }: Excel.CellProperties): Excel.SettableCellProperties {
  const { fill, ...rest } = format ?? {};
  if (fill?.color === undefined || fill.pattern === "None") return { format: rest };
  return { format: { ...rest, fill: { color: fill.color } } };
}

/** About how many bytes a grid takes on the way. */
export function gridBytes(grid: readonly (readonly unknown[])[]): number {
  return utf8Length(JSON.stringify(grid));
}

export function setFreeze(
  sheet: Excel.Worksheet,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): void {
  const { freezePanes } = sheet;
  if (rows === 0 && columns === 0) freezePanes.unfreeze();
  else if (columns === 0) freezePanes.freezeRows(rows);
  else if (rows === 0) freezePanes.freezeColumns(columns);
  else freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
}

/** "3:4" */
export function rowsName({ top, bottom }: Pick<Area, "top" | "bottom">): string {
  return `${top + 1}:${bottom + 1}`;
}
