/** Workbook packages made part by part, so that each test knows what it holds. */
import { strToU8, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const ML = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export function packed(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

export function relationships(
  relations: readonly (readonly [id: string, kind: string, target: string])[],
): string {
  const all = relations.map(
    ([id, kind, target]) =>
      `<Relationship Id="${id}" Type="${kind.includes(":") ? kind : `${R}/${kind}`}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

export function contentTypes(
  overrides: Readonly<Record<string, string>>,
  defaults: Readonly<Record<string, string>> = {},
): string {
  const all = [
    ...Object.entries({
      rels: "application/vnd.openxmlformats-package.relationships+xml",
      xml: "application/xml",
      ...defaults,
    }).map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`),
    ...Object.entries(overrides).map(
      ([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`,
    ),
  ];
  return `<Types xmlns="${PACKAGE}/content-types">${all.join("")}</Types>`;
}

/** One sheet named 数据 with one text; no styles part. */
export function smallWorkbook(): Uint8Array {
  return packed({
    "[Content_Types].xml": contentTypes({
      "xl/workbook.xml": `${ML}.sheet.main+xml`,
      "xl/worksheets/sheet1.xml": `${ML}.worksheet+xml`,
    }),
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${R}"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/sheet1.xml"]]),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData></worksheet>`,
  });
}
