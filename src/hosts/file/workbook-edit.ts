/** The workbook part and its relations with our sheets, names and items in them. */
import { formatMark, MARK_NAME } from "../../core/sheets/mark";
import { areaName, quoteSheet } from "../../core/workbook/address";
import type { Package } from "./package";
import { findPart, readPart } from "./package";
import { decodeXml, relationsName } from "./relations";
import { freeId, type Placement, relationsXml } from "./new-parts";
import { RELATIONSHIPS, STRICT_RELATIONSHIPS, type WorkbookPart } from "./workbook-part";
import {
  appendInside,
  applyEdits,
  child,
  escapeXml,
  parseXml,
  prefixOf,
  removeElement,
  type XmlEdit,
  type XmlElement,
} from "./xml";

export interface OtherEdits {
  /** Id of a relation that goes. */
  readonly dropRelation: string | undefined;
  /** Name of a new styles part, and of a new custom XML item. */
  readonly styles: string | undefined;
  readonly answers: string | undefined;
}

/** Text of both parts. */
export function editWorkbook(
  pack: Package,
  workbook: WorkbookPart,
  placed: readonly Placement[],
  other: OtherEdits,
): { readonly workbook: string; readonly relations: string } {
  const base = workbook.strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  const taken = workbook.relations.map(({ id }) => id);
  const added: { id: string; type: string; target: string }[] = [];
  const relate = (kind: string, part: string): string => {
    const id = freeId([...taken, ...added.map((relation) => relation.id)]);
    added.push({ id, type: `${base}/${kind}`, target: targetOf(workbook.name, part) });
    return id;
  };
  const fresh = placed
    .filter((sheet) => !sheet.replaces)
    .map((sheet) => ({ sheet, id: relate("worksheet", sheet.part) }));
  if (other.styles !== undefined) relate("styles", other.styles);
  if (other.answers !== undefined) relate("customXml", other.answers);
  return {
    workbook: applyEdits(workbook.text, [
      ...sheetEdits(workbook, fresh, base),
      ...nameEdits(workbook, placed),
    ]),
    relations: editRelations(pack, workbook, added, other.dropRelation),
  };
}

function targetOf(from: string, part: string): string {
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  return folder !== "" && part.startsWith(folder) ? part.slice(folder.length) : `/${part}`;
}

function editRelations(
  pack: Package,
  workbook: WorkbookPart,
  added: readonly { readonly id: string; readonly type: string; readonly target: string }[],
  drop: string | undefined,
): string {
  const name = relationsName(workbook.name);
  if (findPart(pack, name) === undefined)
    return relationsXml(added.map((relation) => ({ ...relation, external: false })));
  const text = decodeXml(readPart(pack, name));
  const root = parseXml(text, name);
  const edits = root.children
    .filter(({ attributes }) => drop !== undefined && attributes.Id === drop)
    .map(removeElement);
  const prefix = prefixOf(root);
  const content = added
    .map(
      ({ id, type, target }) =>
        `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"/>`,
    )
    .join("");
  if (content !== "") edits.push(appendInside(text, root, content));
  return applyEdits(text, edits);
}

function sheetEdits(
  workbook: WorkbookPart,
  fresh: readonly { readonly sheet: Placement; readonly id: string }[],
  base: string,
): readonly XmlEdit[] {
  const list = child(workbook.root, "sheets");
  if (list === undefined || fresh.length === 0) return [];
  const prefix = prefixOf(list);
  const declared = [list, workbook.root]
    .flatMap((element) => Object.entries(element.declares))
    .find(([name, uri]) => name !== "" && uri === base)?.[0];
  let sheetId = Math.max(0, ...workbook.sheets.map((sheet) => sheet.sheetId).filter(Number.isFinite));
  const elements = fresh.map(({ sheet, id }) => {
    sheetId += 1;
    const relation = declared === undefined ? `xmlns:r="${base}" r:id="${id}"` : `${declared}:id="${id}"`;
    return `<${prefix}sheet name="${escapeXml(sheet.name)}" sheetId="${sheetId}" ${relation}/>`;
  });
  return [appendInside(workbook.text, list, elements.join(""))];
}

/** Names that we write anew on each run; others on our sheets are the officer's. */
const OUR_NAMES = [MARK_NAME, "_xlnm.Print_Area", "_xlnm.Print_Titles", "_xlnm._FilterDatabase"];

function nameEdits(workbook: WorkbookPart, placed: readonly Placement[]): readonly XmlEdit[] {
  const positions = new Set(placed.map((sheet) => sheet.position));
  const edits = workbook.names
    .filter(({ name, scope }) => scope !== undefined && positions.has(scope) && OUR_NAMES.includes(name))
    .map(({ element }) => removeElement(element));
  const prefix = prefixOf(workbook.root);
  const content = placed.flatMap((sheet) => namesOf(sheet, prefix)).join("");
  if (content === "") return edits;
  const list = child(workbook.root, "definedNames");
  if (list !== undefined) return [...edits, appendInside(workbook.text, list, content)];
  const before = ["externalReferences", "functionGroups", "sheets"]
    .map((local) => child(workbook.root, local))
    .find((element): element is XmlElement => element !== undefined);
  const at = before?.end ?? workbook.root.closeStart;
  return [
    ...edits,
    { start: at, end: at, insert: `<${prefix}definedNames>${content}</${prefix}definedNames>` },
  ];
}

function namesOf(sheet: Placement, prefix: string): readonly string[] {
  const named = (name: string, value: string, hidden: boolean): string =>
    `<${prefix}definedName name="${name}" localSheetId="${sheet.position}"${hidden ? ' hidden="1"' : ""}>${escapeXml(value)}</${prefix}definedName>`;
  const { print, filter } = sheet.model;
  const quoted = quoteSheet(sheet.name);
  const absolute = (area: string): string => `${quoted}!${area.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
  const names = [named(MARK_NAME, `"${formatMark(sheet)}"`, true)];
  names.push(named("_xlnm.Print_Area", absolute(areaName(print.area)), false));
  if (print.titleRows !== undefined) {
    const { first, last } = print.titleRows;
    names.push(named("_xlnm.Print_Titles", `${quoted}!$${first + 1}:$${last + 1}`, false));
  }
  if (filter !== undefined) names.push(named("_xlnm._FilterDatabase", absolute(areaName(filter)), true));
  return names;
}
