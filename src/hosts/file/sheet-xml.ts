/** A sheet model as a worksheet part. */
import { type Area, areaName, cellName } from "../../core/workbook/address";
import type { RowModel, SheetModel, ValidationModel } from "../../core/sheets/model";
import { validationFormula } from "../../core/sheets/validation-formula";
import { cellXml, styleUse } from "./cell-xml";
import type { StyleUse } from "./styles";
import { RELATIONSHIPS, STRICT_RELATIONSHIPS } from "./workbook-part";
import { escapeXml } from "./xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";

export interface SheetFrame {
  readonly strict: boolean;
  styleIndex(use: StyleUse): number;
  /** <col> elements that stand on the sheet already, kept since the officer may have changed them. */
  readonly keptColumns: string | undefined;
  readonly selected: boolean;
  /** Relation ids; undefined where the sheet has no such part. */
  readonly drawing: string | undefined;
  readonly legacyDrawing: string | undefined;
  readonly printerSettings: string | undefined;
}

/** In pieces, since that of many findings is longer than a text can be. Elements in the order of the schema. */
export function* sheetXml(model: SheetModel, frame: SheetFrame): Generator<string> {
  const ns = frame.strict ? STRICT_MAIN : MAIN;
  const r = frame.strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  const used: Area = {
    top: 0,
    left: 0,
    bottom: Math.max(0, model.rows.length - 1),
    right: Math.max(0, model.columns.length - 1),
  };
  const links: string[] = [];
  yield [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${ns}" xmlns:r="${r}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${areaName(used)}"/>`,
    viewXml(model, frame.selected),
    '<sheetFormatPr defaultRowHeight="15"/>',
    frame.keptColumns === undefined ? columnsXml(model) : `<cols>${frame.keptColumns}</cols>`,
    "<sheetData>",
  ].join("");
  for (const [index, row] of model.rows.entries()) yield rowXml(index, row, frame, links);
  yield [
    "</sheetData>",
    model.filter === undefined ? "" : `<autoFilter ref="${areaName(model.filter)}"/>`,
    model.merges.length === 0
      ? ""
      : `<mergeCells count="${model.merges.length}">${model.merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`).join("")}</mergeCells>`,
    validationsXml(model.validations),
    links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${model.print.orientation}" fitToHeight="0"`,
    frame.printerSettings === undefined ? "/>" : ` r:id="${frame.printerSettings}"/>`,
    `<headerFooter><oddFooter>${escapeXml(`&C${model.print.footer}`)}</oddFooter></headerFooter>`,
    `<ignoredErrors><ignoredError sqref="${areaName(used)}" numberStoredAsText="1"/></ignoredErrors>`,
    frame.drawing === undefined ? "" : `<drawing r:id="${frame.drawing}"/>`,
    frame.legacyDrawing === undefined ? "" : `<legacyDrawing r:id="${frame.legacyDrawing}"/>`,
    "</worksheet>",
  ].join("");
}

function viewXml(model: SheetModel, selected: boolean): string {
  const { rows, columns } = model.freeze;
  const open = `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ""} workbookViewId="0">`;
  if (rows === 0 && columns === 0) return `${open}</sheetView></sheetViews>`;
  const pane = columns === 0 ? "bottomLeft" : rows === 0 ? "topRight" : "bottomRight";
  const splits = `${columns === 0 ? "" : ` xSplit="${columns}"`}${rows === 0 ? "" : ` ySplit="${rows}"`}`;
  const topLeft = cellName({ row: rows, column: columns });
  return (
    `${open}<pane${splits} topLeftCell="${topLeft}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${topLeft}" sqref="${topLeft}"/></sheetView></sheetViews>`
  );
}

/** Width in the file counts the 5 pixels of padding of the default font's 7-pixel digits. */
export function fileWidth(characters: number): string {
  return String(Math.floor(((characters * 7 + 5) / 7) * 256) / 256);
}

function columnsXml(model: SheetModel): string {
  if (model.columns.length === 0) return "";
  const columns = model.columns.map(
    ({ characters }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${fileWidth(characters)}" customWidth="1"/>`,
  );
  return `<cols>${columns.join("")}</cols>`;
}

/** @param links takes the row's links, which stand behind all rows */
function rowXml(row: number, { cells, points }: RowModel, frame: SheetFrame, links: string[]): string {
  let xml = `<row r="${row + 1}" ht="${points}" customHeight="1">`;
  cells.forEach((cell, column) => {
    if (cell === undefined) return;
    xml += cellXml(row, column, cell, frame.styleIndex(styleUse(cell)));
    if (cell.link !== undefined)
      links.push(`<hyperlink ref="${cellName({ row, column })}" location="${escapeXml(cell.link)}"/>`);
  });
  return `${xml}</row>`;
}

function validationsXml(validations: readonly ValidationModel[]): string {
  if (validations.length === 0) return "";
  const all = validations.map((validation) => {
    const cell = cellName({ row: validation.area.top, column: validation.area.left });
    return (
      `<dataValidation type="custom" allowBlank="1" showInputMessage="1" showErrorMessage="1"` +
      ` error="${escapeXml(validation.message.slice(0, 225))}" prompt="${escapeXml(validation.message.slice(0, 255))}"` +
      ` sqref="${areaName(validation.area)}"><formula1>${escapeXml(validationFormula(cell, validation))}</formula1></dataValidation>`
    );
  });
  return `<dataValidations count="${all.length}">${all.join("")}</dataValidations>`;
}
