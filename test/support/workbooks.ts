/** Workbook packages made part by part, so that each test knows what it holds. */
import { strToU8, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const ML = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
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

/** The small workbook in spellings that valid files have and libraries stumble over. */
export type Spelling =
  | "strict"
  | "prefixed"
  | "absolute targets"
  | "no cell references"
  | "1904"
  | "macros"
  | "template";

export function spelledWorkbook(spelling: Spelling): Uint8Array {
  const strict = spelling === "strict";
  const main = strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : MAIN;
  const relations = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : R;
  const x = spelling === "prefixed" ? "x:" : "";
  const r = spelling === "prefixed" ? "rel" : "r";
  const declare = `xmlns${x === "" ? "" : ":x"}="${main}"`;
  const ref = (name: string): string => (spelling === "no cell references" ? "" : ` r="${name}"`);
  const target = (name: string): string => (spelling === "absolute targets" ? `/xl/${name}` : name);
  const rels = (all: readonly (readonly [string, string, string])[]): string =>
    relationships(all.map(([id, kind, to]) => [id, `${relations}/${kind}`, to]));
  const types: Partial<Record<Spelling, string>> = {
    macros: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    template: `${ML}.template.main+xml`,
  };
  const macros = spelling === "macros";
  return packed({
    "[Content_Types].xml": contentTypes(
      {
        "xl/workbook.xml": types[spelling] ?? `${ML}.sheet.main+xml`,
        "xl/worksheets/sheet1.xml": `${ML}.worksheet+xml`,
        "xl/styles.xml": `${ML}.styles+xml`,
      },
      macros ? { bin: "application/vnd.ms-office.vbaProject" } : {},
    ),
    "_rels/.rels": rels([
      ["rId1", "officeDocument", spelling === "absolute targets" ? "/xl/workbook.xml" : "xl/workbook.xml"],
    ]),
    "xl/workbook.xml": `<${x}workbook ${declare} xmlns:${r}="${relations}"${strict ? ' conformance="strict"' : ""}><${x}workbookPr${spelling === "1904" ? ' date1904="1"' : ""}/><${x}sheets><${x}sheet name="数据" sheetId="1" ${r}:id="rId1"/></${x}sheets><${x}definedNames><${x}definedName name="合计数">'数据'!$B$1</${x}definedName></${x}definedNames></${x}workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ["rId1", `${relations}/worksheet`, target("worksheets/sheet1.xml")],
      ["rId2", `${relations}/styles`, target("styles.xml")],
      ...(macros
        ? [
            [
              "rId3",
              "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
              "vbaProject.bin",
            ] as const,
          ]
        : []),
    ]),
    "xl/worksheets/sheet1.xml": `<${x}worksheet ${declare}><${x}sheetData><${x}row${ref("1")}><${x}c${ref("A1")} t="inlineStr"><${x}is><${x}t>甲</${x}t></${x}is></${x}c><${x}c${ref("B1")} s="1"><${x}v>44316</${x}v></${x}c></${x}row></${x}sheetData></${x}worksheet>`,
    "xl/styles.xml": `<${x}styleSheet ${declare}><${x}fonts count="1"><${x}font><${x}sz val="11"/><${x}name val="宋体"/></${x}font></${x}fonts><${x}fills count="2"><${x}fill><${x}patternFill patternType="none"/></${x}fill><${x}fill><${x}patternFill patternType="gray125"/></${x}fill></${x}fills><${x}borders count="1"><${x}border><${x}left/><${x}right/><${x}top/><${x}bottom/><${x}diagonal/></${x}border></${x}borders><${x}cellStyleXfs count="1"><${x}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></${x}cellStyleXfs><${x}cellXfs count="2"><${x}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><${x}xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></${x}cellXfs><${x}cellStyles count="1"><${x}cellStyle name="常规" xfId="0" builtinId="0"/></${x}cellStyles></${x}styleSheet>`,
    ...(macros ? { "xl/vbaProject.bin": new Uint8Array([208, 207, 17, 224, 1, 2, 3]) } : {}),
  });
}
