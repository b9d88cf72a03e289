/** A small .xlsx writer of the tests' own: XML strings and a zip, the same bytes for the same workbook. */
import { strToU8, zipSync } from "fflate";
import { addressOf, type CellModel, rangeOf, type SheetModel, type WorkbookModel } from "./model";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** One black pixel. */
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

type Numbered = { readonly items: readonly string[]; readonly at: (item: string) => number };

/** Numbers items in the order in which they are first asked for. */
function numbered(): Numbered {
  const items: string[] = [];
  const known = new Map<string, number>();
  const at = (item: string): number => {
    const number = known.get(item) ?? items.length;
    if (number === items.length) items.push(item);
    known.set(item, number);
    return number;
  };
  return { items, at };
}

function cellXml(cell: CellModel, texts: Numbered | undefined, formats: Numbered): string {
  const style = cell.format === undefined ? "" : ` s="${formats.at(cell.format) + 1}"`;
  const formula = cell.formula === undefined ? "" : `<f>${escaped(cell.formula)}</f>`;
  const start = `<c r="${addressOf(cell.row, cell.column)}"${style}`;
  const { value } = cell;
  if (value.kind === "none") return formula === "" ? `${start}/>` : `${start}>${formula}</c>`;
  if (value.kind === "number") return `${start}>${formula}<v>${value.digits}</v></c>`;
  if (value.kind === "error") return `${start} t="e">${formula}<v>${escaped(value.code)}</v></c>`;
  if (formula !== "") return `${start} t="str">${formula}<v>${escaped(value.text)}</v></c>`;
  if (texts !== undefined) return `${start} t="s"><v>${texts.at(value.text)}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value.text)}</t></is></c>`;
}

function sheetXml(
  sheet: SheetModel,
  texts: Numbered | undefined,
  formats: Numbered,
  wrongDimension: boolean,
): string {
  const lines = new Map<number, CellModel[]>();
  for (const cell of sheet.cells) lines.set(cell.row, [...(lines.get(cell.row) ?? []), cell]);
  for (const mark of sheet.rows) if (!lines.has(mark.index)) lines.set(mark.index, []);
  const rows = [...lines.entries()]
    .sort(([a], [b]) => a - b)
    .map(([index, cells]) => {
      const mark = sheet.rows.find((one) => one.index === index);
      const hidden = mark?.hidden === true ? ' hidden="1"' : "";
      const outline = mark?.outline === undefined ? "" : ` outlineLevel="${mark.outline}"`;
      const inner = cells.map((cell) => cellXml(cell, texts, formats)).join("");
      return `<row r="${index + 1}"${hidden}${outline}>${inner}</row>`;
    })
    .join("");
  const bottom = Math.max(0, ...sheet.cells.map((cell) => cell.row));
  const right = Math.max(0, ...sheet.cells.map((cell) => cell.column));
  const dimension = wrongDimension ? "A1" : rangeOf({ top: 0, left: 0, bottom, right });
  const columns = sheet.hiddenColumns
    .map((column) => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1" customWidth="1"/>`)
    .join("");
  const filter = sheet.filter === undefined ? "" : `<autoFilter ref="${rangeOf(sheet.filter)}"/>`;
  const merges = sheet.merges.map((box) => `<mergeCell ref="${rangeOf(box)}"/>`).join("");
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="${dimension}"/>` +
    (columns === "" ? "" : `<cols>${columns}</cols>`) +
    `<sheetData>${rows}</sheetData>${filter}` +
    (merges === "" ? "" : `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`) +
    "</worksheet>"
  );
}

function stylesXml(formats: readonly string[]): string {
  const custom = formats.flatMap((format, at) =>
    format.startsWith("builtin:") ? [] : [`<numFmt numFmtId="${164 + at}" formatCode="${escaped(format)}"/>`],
  );
  const id = (format: string, at: number): string =>
    format.startsWith("builtin:") ? format.slice("builtin:".length) : String(164 + at);
  const uses = formats.map(
    (format, at) =>
      `<xf numFmtId="${id(format, at)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}">` +
    (custom.length === 0 ? "" : `<numFmts count="${custom.length}">${custom.join("")}</numFmts>`) +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${uses.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${uses.join("")}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

type Relation = readonly [type: string, target: string];

function relationsXml(relations: readonly Relation[]): string {
  const items = relations.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function pictureParts(): { readonly [path: string]: Uint8Array } {
  const etc = "http://www.wps.cn/officeDocument/2017/etCustomData";
  const drawing = "http://schemas.openxmlformats.org/drawingml/2006/";
  return {
    "xl/cellimages.xml": strToU8(
      `${HEAD}<etc:cellImages xmlns:xdr="${drawing}spreadsheetDrawing" xmlns:r="${RELATIONS}" xmlns:a="${drawing}main" xmlns:etc="${etc}">` +
        '<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="ID_5A1C7E0B2D3F4A6B8C9D0E1F2A3B4C5D"/><xdr:cNvPicPr/></xdr:nvPicPr>' +
        '<xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>' +
        '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>' +
        "</xdr:pic></etc:cellImage></etc:cellImages>",
    ),
    "xl/_rels/cellimages.xml.rels": strToU8(relationsXml([[`${RELATIONS}/image`, "media/image1.png"]])),
    "xl/media/image1.png": Uint8Array.from(Buffer.from(PIXEL, "base64")),
  };
}

/** The bytes of a workbook file. */
export function toXlsx(workbook: WorkbookModel): Uint8Array {
  const texts = workbook.inlineStrings ? undefined : numbered();
  const formats = numbered();
  const pages = workbook.sheets.map((sheet) => sheetXml(sheet, texts, formats, workbook.wrongDimension));
  const pictures = workbook.sheets.some((sheet) =>
    sheet.cells.some((cell) => cell.formula?.includes("DISPIMG") === true),
  );
  const relations: Relation[] = pages.map((_, at) => [
    `${RELATIONS}/worksheet`,
    `worksheets/sheet${at + 1}.xml`,
  ]);
  relations.push([`${RELATIONS}/styles`, "styles.xml"]);
  if (texts !== undefined) relations.push([`${RELATIONS}/sharedStrings`, "sharedStrings.xml"]);
  if (pictures) relations.push(["http://www.wps.cn/officeDocument/2020/cellImage", "cellimages.xml"]);
  const sheets = workbook.sheets.map((sheet, at) => {
    const state = sheet.hidden ? ' state="hidden"' : "";
    return `<sheet name="${escaped(sheet.name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  const filters = workbook.sheets.flatMap((sheet, at) => {
    if (sheet.filter === undefined) return [];
    const range = rangeOf(sheet.filter).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
    const target = `'${sheet.name.replace(/'/g, "''")}'!${range}`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${escaped(target)}</definedName>`,
    ];
  });
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const override = (path: string, kind: string): string =>
    `<Override PartName="/${path}" ContentType="${kind}"/>`;
  const contentTypes =
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
    override("xl/workbook.xml", `${type}sheet.main+xml`) +
    pages.map((_, at) => override(`xl/worksheets/sheet${at + 1}.xml`, `${type}worksheet+xml`)).join("") +
    override("xl/styles.xml", `${type}styles+xml`) +
    (texts === undefined ? "" : override("xl/sharedStrings.xml", `${type}sharedStrings+xml`)) +
    (pictures ? override("xl/cellimages.xml", "application/vnd.wps-officedocument.cellimage+xml") : "") +
    "</Types>";
  const shared = (texts?.items ?? [])
    .map((item) => `<si><t xml:space="preserve">${escaped(item)}</t></si>`)
    .join("");
  const parts: { [path: string]: Uint8Array } = {
    "[Content_Types].xml": strToU8(contentTypes),
    "_rels/.rels": strToU8(relationsXml([[`${RELATIONS}/officeDocument`, "xl/workbook.xml"]])),
    "xl/workbook.xml": strToU8(
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${workbook.date1904 ? ' date1904="1"' : ""}/>` +
        `<sheets>${sheets.join("")}</sheets>` +
        (filters.length === 0 ? "" : `<definedNames>${filters.join("")}</definedNames>`) +
        "</workbook>",
    ),
    "xl/_rels/workbook.xml.rels": strToU8(relationsXml(relations)),
    "xl/styles.xml": strToU8(stylesXml(formats.items)),
    ...(texts === undefined
      ? {}
      : { "xl/sharedStrings.xml": strToU8(`${HEAD}<sst xmlns="${MAIN}">${shared}</sst>`) }),
    ...(pictures ? pictureParts() : {}),
  };
  for (const [at, page] of pages.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(page);
  return zipSync(parts, { level: 1, mtime: new Date(2021, 11, 31) });
}
