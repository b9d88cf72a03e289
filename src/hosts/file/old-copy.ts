/**
 * A workbook of an old format as a new .xlsx: all its sheets with values, number formats, merges, widths and what is
 * hidden. Formulas become their values; only one without a stored value stays a formula, so that it is told again.
 */
import { areaName, cellName } from "../../core/workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import { builtInFormats } from "./number-formats";
import { newPackage } from "./package";
import { escapeXml } from "./xml";

/** Characters of the default font, by column. */
export type ColumnWidths = ReadonlyMap<number, number>;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** First number that a file may give to a format of its own. */
const FIRST_FORMAT = 164;

/** Columns of a BIFF sheet: those behind the last cell may be hidden too. */
const OLD_COLUMNS = 256;

/** @param widths of each sheet's columns, by the sheet's position */
export function oldAsPackage(workbook: WorkbookSnapshot, widths: readonly ColumnWidths[]): Uint8Array {
  const styles: Styles = { indexes: new Map([["General", 0]]), codes: ["General"] };
  const parts = new Map<string, Uint8Array>();
  const put = (name: string, pieces: readonly string[]): void => {
    parts.set(name, encoded([HEAD, ...pieces]));
  };
  put("[Content_Types].xml", [contentTypes(workbook.sheets.length)]);
  put("_rels/.rels", [relations([["officeDocument", "xl/workbook.xml"]])]);
  put("xl/workbook.xml", [workbookXml(workbook)]);
  put("xl/_rels/workbook.xml.rels", [
    relations([
      ...workbook.sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
  ]);
  workbook.sheets.forEach((sheet, index) => {
    put(
      `xl/worksheets/sheet${index + 1}.xml`,
      sheetXml(sheet, widths[index] ?? new Map(), styles, index === firstVisible(workbook)),
    );
  });
  put("xl/styles.xml", [stylesXml(styles.codes)]);
  return newPackage(parts);
}

interface Styles {
  readonly indexes: Map<string, number>;
  readonly codes: string[];
}

function styleIndex({ indexes, codes }: Styles, code: string): number {
  const known = indexes.get(code);
  if (known !== undefined) return known;
  const index = codes.push(code) - 1;
  indexes.set(code, index);
  return index;
}

/** Pieces of text, so that a large sheet is not joined into one string. */
function encoded(pieces: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const encodedPieces = pieces.map((piece) => encoder.encode(piece));
  const whole = new Uint8Array(encodedPieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of encodedPieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function sheetXml(
  sheet: SheetSnapshot,
  widths: ColumnWidths,
  styles: Styles,
  first: boolean,
): readonly string[] {
  const view = `<sheetViews><sheetView${first ? ' tabSelected="1"' : ""} workbookViewId="0"/></sheetViews>`;
  const pieces = [`<worksheet xmlns="${MAIN}">${view}${columnsXml(sheet, widths)}<sheetData>`];
  for (let row = 0; row < sheet.rowCount; row++) {
    const cells: string[] = [];
    for (let column = 0; column < sheet.columnCount; column++) {
      const cell = cellXml(sheet, row, column, styles);
      if (cell !== "") cells.push(cell);
    }
    const hidden = sheet.hiddenRow(row);
    if (cells.length > 0 || hidden) {
      pieces.push(`<row r="${row + 1}"${hidden ? ' hidden="1"' : ""}>${cells.join("")}</row>`);
    }
  }
  const merges = sheet.merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`);
  const merged =
    merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`;
  pieces.push(`</sheetData>${merged}</worksheet>`);
  return pieces;
}

function columnsXml(sheet: SheetSnapshot, widths: ColumnWidths): string {
  const columns: string[] = [];
  const last = Math.max(OLD_COLUMNS, sheet.columnCount, ...[...widths.keys()].map((column) => column + 1));
  for (let column = 0; column < last; column++) {
    const width = widths.get(column);
    const hidden = sheet.hiddenColumn(column);
    if (width === undefined && !hidden) continue;
    const place = `min="${column + 1}" max="${column + 1}"`;
    const size = width === undefined ? 'width="9"' : `width="${Math.min(255, width)}" customWidth="1"`;
    columns.push(`<col ${place} ${size}${hidden ? ' hidden="1"' : ""}/>`);
  }
  return columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
}

function cellXml(sheet: SheetSnapshot, row: number, column: number, styles: Styles): string {
  const kind = sheet.kind(row, column);
  const formula = sheet.stored(row, column) ? undefined : sheet.formula(row, column);
  if (kind === "blank" && formula === undefined) return "";
  const style = styleIndex(styles, sheet.format(row, column));
  const start = `<c r="${cellName({ row, column })}"${style === 0 ? "" : ` s="${style}"`}`;
  switch (kind) {
    case "blank":
      return `${start}><f>${escapeXml(formula ?? "")}</f></c>`;
    case "number":
      return `${start}><v>${sheet.number(row, column)}</v></c>`;
    case "boolean":
      return `${start} t="b"><v>${sheet.number(row, column)}</v></c>`;
    case "error":
      return `${start} t="e"><v>${escapeXml(sheet.text(row, column))}</v></c>`;
    case "text":
      return `${start} t="inlineStr"><is><t xml:space="preserve">${textXml(sheet.text(row, column))}</t></is></c>`;
  }
}

/** Control characters but tab and line feed, and two that are no characters. */
const UNHOLDABLE = /[^\t\n\u0020-\ufffd]/g;

/** What XML cannot hold, and what reads like an escape, is escaped as spreadsheet strings do it. */
function textXml(text: string): string {
  const safe = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(UNHOLDABLE, escapeUnit)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, escapeUnit);
  return safe.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

function stylesXml(codes: readonly string[]): string {
  const builtIn = new Map([...builtInFormats].map(([number, code]) => [code, number]));
  const own: string[] = [];
  const formats = codes.map((code) => {
    const known = builtIn.get(code);
    if (known !== undefined) return known;
    const number = FIRST_FORMAT + own.length;
    own.push(`<numFmt numFmtId="${number}" formatCode="${escapeXml(code)}"/>`);
    return number;
  });
  const xfs = formats.map(
    (number) =>
      `<xf numFmtId="${number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return [
    `<styleSheet xmlns="${MAIN}">`,
    own.length === 0 ? "" : `<numFmts count="${own.length}">${own.join("")}</numFmts>`,
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${xfs.length}">${xfs.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    "</styleSheet>",
  ].join("");
}

function firstVisible({ sheets }: WorkbookSnapshot): number {
  return Math.max(
    0,
    sheets.findIndex(({ visibility }) => visibility === "visible"),
  );
}

function workbookXml(workbook: WorkbookSnapshot): string {
  const { sheets, date1904 } = workbook;
  const entries = sheets.map(
    ({ name, visibility }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${visibility === "visible" ? "" : ` state="${visibility}"`} r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><bookViews><workbookView activeTab="${firstVisible(workbook)}"/></bookViews><sheets>${entries.join("")}</sheets></workbook>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const override = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="${TYPES}.${type}+xml"/>`;
  const overrides = [
    override("/xl/workbook.xml", "sheet.main"),
    override("/xl/styles.xml", "styles"),
    ...Array.from({ length: sheets }, (_, index) =>
      override(`/xl/worksheets/sheet${index + 1}.xml`, "worksheet"),
    ),
  ];
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}
