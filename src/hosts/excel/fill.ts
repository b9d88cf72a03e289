/** A sheet model → a sheet in Excel: a new one, or the one that stands, changed in place. */
import { type Area, areaName, cellName } from "../../core/workbook/address";
import type { SheetModel } from "../../core/sheets/model";
import { validationFormula } from "../../core/sheets/validation-formula";
import { type Batch, inRows, newBatch } from "./batch";
import { addChart, chartStands } from "./chart";
import { filterAnew } from "./filter";
import { gridBytes, rowsName, type SheetImage, setFreeze, validatedColumns } from "./image";
import { inputOf } from "./input";
import { columnPoints, rowPoints } from "./lengths";
import type { Session } from "./session";
import { cellProperties, type Look, LOOKS, PLAIN } from "./styles";

/** Cells written by one setting of looks, at some 500 bytes each. */
const PIECE_CELLS = 4000;

/**
 * Writes the sheet; the caller puts everything back where it fails. The officer's column widths, page settings and
 * what stands right of our columns stay.
 * @param image of the sheet that stands; undefined for a new, empty one
 */
export async function fillSheet(
  session: Session,
  sheet: Excel.Worksheet,
  model: SheetModel,
  image: SheetImage | undefined,
): Promise<void> {
  const batch = newBatch(session);
  const area = image?.area ?? areaOfModel(model);
  if (image !== undefined) {
    await batch.add(500, () => {
      const whole = sheet.getRange(areaName(area));
      whole.unmerge();
      whole.format.fill.clear();
      whole.clear("Hyperlinks");
    });
  }
  await writeLinks(batch, sheet, model);
  for (const piece of inRows(area, PIECE_CELLS)) await writePiece(batch, sheet, model, piece);
  await batch.send();
  for (const merge of model.merges) {
    await batch.add(300, () => sheet.getRange(areaName(merge)).merge(false));
  }
  await writeHeights(batch, sheet, model, image);
  await writeValidations(batch, sheet, model, image);
  await batch.add(2000, () => {
    if (image === undefined) {
      model.columns.forEach(({ characters }, column) => {
        sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = columnPoints(characters);
      });
      writePage(sheet, model);
    }
    writeView(sheet, model, image);
    const { chart } = model;
    if (chart !== undefined && (image === undefined || !chartStands(image, model, chart))) {
      addChart(sheet, chart);
    }
  });
  await batch.send();
}

export function areaOfModel(model: SheetModel): Area {
  return {
    top: 0,
    left: 0,
    bottom: Math.max(0, model.rows.length - 1),
    right: Math.max(0, model.columns.length - 1),
  };
}

/** First, since Excel changes the font of a linked cell. */
async function writeLinks(batch: Batch, sheet: Excel.Worksheet, model: SheetModel): Promise<void> {
  for (const [row, { cells }] of model.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const link = cell?.link;
      if (link === undefined) continue;
      await batch.add(400, () => {
        sheet.getRangeByIndexes(row, column, 1, 1).hyperlink = { documentReference: link };
      });
    }
  }
}

/** Formats before contents, since a cell formatted as text would keep a formula as text. */
async function writePiece(
  batch: Batch,
  sheet: Excel.Worksheet,
  model: SheetModel,
  piece: Area,
): Promise<void> {
  const range = (): Excel.Range => sheet.getRange(areaName(piece));
  const grid = <T>(of: (row: number, column: number) => T): T[][] =>
    Array.from({ length: piece.bottom - piece.top + 1 }, (_, down) =>
      Array.from({ length: piece.right - piece.left + 1 }, (__, across) =>
        of(piece.top + down, piece.left + across),
      ),
    );
  const lookAt = (row: number, column: number): Look => {
    const style = model.rows[row]?.cells[column]?.style;
    return style === undefined ? PLAIN : LOOKS[style];
  };
  const formats = grid((row, column) => lookAt(row, column).numberFormat);
  const inputs = grid((row, column) => inputOf(model.rows[row]?.cells[column]));
  const looks = grid((row, column) => cellProperties(lookAt(row, column)));
  await batch.add(gridBytes(formats), () => {
    range().numberFormat = formats;
  });
  await batch.add(gridBytes(inputs), () => {
    range().formulas = inputs;
  });
  await batch.add(gridBytes(looks), () => {
    range().setCellProperties(looks);
  });
}

/** Equal neighbours in one setting. */
async function writeHeights(
  batch: Batch,
  sheet: Excel.Worksheet,
  model: SheetModel,
  image: SheetImage | undefined,
): Promise<void> {
  let first = 0;
  for (let row = 0; row < model.rows.length; row += 1) {
    const points = rowPoints(model.rows[row]?.points ?? 15);
    if (row + 1 < model.rows.length && rowPoints(model.rows[row + 1]?.points ?? 15) === points) continue;
    const [from, count] = [first, row - first + 1];
    first = row + 1;
    const stand = image?.rows.slice(from, from + count);
    if (stand?.length === count && stand.every((one) => !one.standard && one.points === points)) continue;
    await batch.add(300, () => {
      sheet.getRangeByIndexes(from, 0, count, 1).format.rowHeight = points;
    });
  }
}

async function writeValidations(
  batch: Batch,
  sheet: Excel.Worksheet,
  model: SheetModel,
  image: SheetImage | undefined,
): Promise<void> {
  if (image !== undefined) {
    for (const column of validatedColumns(model)) {
      await batch.add(300, () =>
        sheet.getRangeByIndexes(0, column, image.area.bottom + 1, 1).dataValidation.clear(),
      );
    }
  }
  for (const validation of model.validations) {
    await batch.add(1500, () => {
      const { dataValidation } = sheet.getRange(areaName(validation.area));
      const { top: row, left: column } = validation.area;
      dataValidation.rule = {
        custom: { formula: `=${validationFormula(cellName({ row, column }), validation)}` },
      };
      dataValidation.errorAlert = {
        showAlert: true,
        style: "Stop",
        title: "",
        message: validation.message.slice(0, 225),
      };
      dataValidation.prompt = { showPrompt: true, title: "", message: validation.message.slice(0, 255) };
      dataValidation.ignoreBlanks = true;
    });
  }
}

function writePage({ pageLayout }: Excel.Worksheet, { print }: SheetModel): void {
  pageLayout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.paperSize = "A4";
  pageLayout.centerHorizontally = true;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintMargins("Inches", {
    left: 0.4,
    right: 0.4,
    top: 0.6,
    bottom: 0.6,
    header: 0.3,
    footer: 0.3,
  });
  pageLayout.headersFooters.defaultForAllPages.centerFooter = print.footer;
  pageLayout.setPrintArea(areaName(print.area));
  if (print.titleRows !== undefined) {
    const { first, last } = print.titleRows;
    pageLayout.setPrintTitleRows(rowsName({ top: first, bottom: last }));
  }
}

/** What follows the rows: frozen panes, filter, and where the officer kept them the printed area and title rows. */
function writeView(sheet: Excel.Worksheet, model: SheetModel, image: SheetImage | undefined): void {
  const { freeze, filter, print } = model;
  if (freeze.rows !== image?.freeze.rows || freeze.columns !== image.freeze.columns) setFreeze(sheet, freeze);
  filterAnew(sheet, filter, image?.filter);
  if (image?.printArea !== undefined && areaName(image.printArea) !== areaName(print.area)) {
    sheet.pageLayout.setPrintArea(areaName(print.area));
  }
  const { titleRows } = print;
  if (image?.titleRows !== undefined && titleRows !== undefined && image.titleRows.top !== titleRows.first) {
    sheet.pageLayout.setPrintTitleRows(rowsName({ top: titleRows.first, bottom: titleRows.last }));
  }
}
