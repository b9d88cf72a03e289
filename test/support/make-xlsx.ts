/** Small packages made in code: each part is a text of XML that a test can replace. */
import { strToU8, zipSync } from "fflate";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface SheetSource {
  readonly name: string;
  /** Inside of <sheetData>. */
  readonly data?: string;
  /** Between the root's open tag and <sheetData>, and between </sheetData> and the end. */
  readonly before?: string;
  readonly after?: string;
  readonly state?: "visible" | "hidden" | "veryHidden";
}

export interface XlsxSource {
  readonly sheets: readonly SheetSource[];
  /** One <si> inside each. */
  readonly texts?: readonly string[];
  /** numFmtId of each cell style, 0 where it is left out; and codes of numbers that the file defines. */
  readonly styles?: readonly number[];
  readonly formats?: Readonly<Record<number, string>>;
  /** Inside of <workbook>, before and after <sheets>. */
  readonly workbookBefore?: string;
  readonly workbookAfter?: string;
  readonly strict?: boolean;
  /** Relations of the workbook beside those to its sheets, texts and styles: [kind, target]. */
  readonly relations?: readonly (readonly [string, string])[];
  /** Replaced or further parts; undefined removes one. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

/** Name → content of the parts, in the order of the package. */
export function xlsxParts(source: XlsxSource): Map<string, Uint8Array> {
  const main = source.strict === true ? STRICT_MAIN : MAIN;
  const office = source.strict === true ? STRICT_OFFICE : OFFICE;
  const texts: Record<string, string | Uint8Array | undefined> = {
    "[Content_Types].xml": contentTypes(source),
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${main}" xmlns:r="${office}">${source.workbookBefore ?? ""}<sheets>${source.sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`,
      )
      .join("")}</sheets>${source.workbookAfter ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": workbookRelations(source, office),
    "xl/styles.xml": styleSheet(source, main),
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${main}">${(source.texts ?? []).map((text) => `<si>${text}</si>`).join("")}</sst>`,
  };
  source.sheets.forEach((sheet, index) => {
    texts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${main}" xmlns:r="${office}">${sheet.before ?? ""}<sheetData>${sheet.data ?? ""}</sheetData>${sheet.after ?? ""}</worksheet>`;
  });
  const parts = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries({ ...texts, ...source.parts })) {
    if (content === undefined) continue;
    parts.set(name, typeof content === "string" ? strToU8(content) : content);
  }
  return parts;
}

/** The package's bytes. */
export function makeXlsx(source: XlsxSource): Uint8Array {
  return zipSync(Object.fromEntries(xlsxParts(source)), { level: 6 });
}

/** A package of one sheet named "表" with these rows. */
export function oneSheet(data: string, more: Omit<XlsxSource, "sheets"> = {}): Uint8Array {
  return makeXlsx({ ...more, sheets: [{ name: "表", data }] });
}

function workbookRelations(source: XlsxSource, office: string): string {
  const relations: (readonly [string, string])[] = [
    ...source.sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
    ["styles", "styles.xml"],
    ["sharedStrings", "sharedStrings.xml"],
    ...(source.relations ?? []),
  ];
  const lines = relations.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

function styleSheet(source: XlsxSource, main: string): string {
  const formats = Object.entries(source.formats ?? {});
  const quoted = (code: string): string =>
    code.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const numFmts = formats
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${quoted(code)}"/>`)
    .join("");
  const xfs = (source.styles ?? [0])
    .map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
    .join("");
  return `${HEAD}<styleSheet xmlns="${main}">${formats.length === 0 ? "" : `<numFmts count="${formats.length}">${numFmts}</numFmts>`}<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${source.styles?.length ?? 1}">${xfs}</cellXfs></styleSheet>`;
}

function contentTypes(source: XlsxSource): string {
  const base = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const overrides = [
    ["/xl/workbook.xml", `${base}.sheet.main+xml`],
    ["/xl/styles.xml", `${base}.styles+xml`],
    ["/xl/sharedStrings.xml", `${base}.sharedStrings+xml`],
    ...source.sheets.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, `${base}.worksheet+xml`]),
  ]
    .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
    .join("");
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
}
