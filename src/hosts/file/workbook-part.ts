/** The workbook part as it stands: its sheets, names, relations and spelling (prefix, strict or transitional). */
import { FILE_TEXTS } from "../../texts/files";
import type { Text } from "../../core/pack/pack";
import { findPart, type Package, readPart } from "./package";
import { FileProblem } from "./problem";
import { decodeXml, readRelations, type Relation, workbookPart } from "./relations";
import { child, children, parseXml, type XmlElement } from "./xml";

export interface WorkbookPart {
  readonly name: string;
  readonly text: string;
  readonly root: XmlElement;
  readonly relations: readonly Relation[];
  /** In the order of <sheets>; the index is what localSheetId counts. */
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly NameEntry[];
  /** ISO strict namespaces. */
  readonly strict: boolean;
}

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly relation: string;
  /** undefined where the relation leads nowhere. */
  readonly part: string | undefined;
}

export interface NameEntry {
  readonly name: string;
  /** Position of the sheet that it belongs to; undefined for the workbook's own. */
  readonly scope: number | undefined;
  readonly value: string;
  readonly element: XmlElement;
}

const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/** @throws FileProblem where the package holds no sound workbook part */
export function readWorkbookPart(pack: Package): WorkbookPart {
  const name = workbookPart(pack);
  const text = decodeXml(readPart(pack, name));
  const root = parseXml(text, name);
  if (root.local !== "workbook") throw new FileProblem(FILE_TEXTS.notWorkbook);
  const relations = readRelations(pack, name);
  const sheetList = child(root, "sheets");
  if (sheetList === undefined) throw new FileProblem(FILE_TEXTS.badXml(name));
  const nameList = child(root, "definedNames");
  return {
    name,
    text,
    root,
    relations,
    strict: root.uri === STRICT_MAIN,
    sheets: children(sheetList, "sheet").map((element) => {
      const relation = relationId(element);
      return {
        name: element.attributes.name ?? "",
        sheetId: Number(element.attributes.sheetId),
        relation,
        part: relations.find((each) => each.id === relation)?.part,
      };
    }),
    names: (nameList === undefined ? [] : children(nameList, "definedName")).map((element) => ({
      name: element.attributes.name ?? "",
      scope:
        element.attributes.localSheetId === undefined ? undefined : Number(element.attributes.localSheetId),
      value: element.text,
      element,
    })),
  };
}

/** Whatever the prefix: the attribute "id" with one. */
function relationId(element: XmlElement): string {
  return Object.entries(element.attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
}

/** Why nothing may be written into this package, or undefined where it may: told before any work starts. */
export function refusalToWrite(pack: Package): Text | undefined {
  const signed =
    pack.entries.some((entry) => entry.name.toLowerCase().startsWith("_xmlsignatures/")) ||
    readRelations(pack, "").some((relation) => relation.type.includes("/digital-signature/"));
  if (signed) return FILE_TEXTS.signed;
  const workbook = readWorkbookPart(pack);
  const lock = child(workbook.root, "workbookProtection")?.attributes.lockStructure;
  return lock === "1" || lock === "true" ? FILE_TEXTS.structureLocked : undefined;
}

/** The part that the workbook leads to by a relation of this kind. */
export function relatedPart(pack: Package, workbook: WorkbookPart, kind: string): string | undefined {
  const part = workbook.relations.find((relation) => relation.kind === kind)?.part;
  return part !== undefined && findPart(pack, part) !== undefined ? part : undefined;
}
