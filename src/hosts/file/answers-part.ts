/** The custom XML item that holds the answers: found by its namespace, written in place, else added with properties. */
import { ANSWERS_NAMESPACE } from "../../core/answers/xml";
import { findPart, type Package, readPart } from "./package";
import { decodeXml, relationsName } from "./relations";
import { freePart, type NewParts, put, relationsXml } from "./new-parts";
import { RELATIONSHIPS, STRICT_RELATIONSHIPS, type WorkbookPart } from "./workbook-part";
import { parseXml } from "./xml";

/** Names the item among a workbook's custom XML items; there is one of ours in a workbook. */
const ITEM_ID = "{7B3C1E52-5C0B-4F0B-9E64-2F0A6C1D8A11}";

/**
 * Name of the part with our namespace, undefined where there is none. LibreOffice moves its relation from the workbook
 * to the package's root, with a target outside of it, so the items themselves are looked through as well.
 */
export function findAnswersPart(pack: Package, workbook: WorkbookPart): string | undefined {
  return (
    relatedAnswers(pack, workbook) ??
    pack.entries.find(({ name }) => /^customXml\/[^/]+\.xml$/.test(name) && isAnswers(pack, name))?.name
  );
}

function relatedAnswers(pack: Package, workbook: WorkbookPart): string | undefined {
  return workbook.relations.find(
    ({ kind, part }) => kind === "customXml" && part !== undefined && isAnswers(pack, part),
  )?.part;
}

function isAnswers(pack: Package, part: string): boolean {
  if (findPart(pack, part) === undefined) return false;
  const text = decodeXml(readPart(pack, part));
  // Looked for before parsing: other programs' items may hold anything.
  if (!text.includes(ANSWERS_NAMESPACE)) return false;
  try {
    return parseXml(text, part).uri === ANSWERS_NAMESPACE;
  } catch {
    return false;
  }
}

/** Adds the item's parts; gives the item's name where the workbook needs a new relation to it. */
export function answersParts(
  pack: Package,
  workbook: WorkbookPart,
  xml: string,
  parts: NewParts,
): string | undefined {
  const existing = findAnswersPart(pack, workbook);
  if (existing !== undefined) {
    put(parts, existing, xml);
    return relatedAnswers(pack, workbook) === undefined ? existing : undefined;
  }
  const item = freePart(pack, parts, "customXml/item");
  put(parts, item, xml);
  const properties = freePart(pack, parts, "customXml/itemProps");
  const schema = workbook.strict
    ? "http://purl.oclc.org/ooxml/officeDocument/customXml"
    : "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
  put(
    parts,
    properties,
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
      `<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${schema}"><ds:schemaRefs><ds:schemaRef ds:uri="${ANSWERS_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  const base = workbook.strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  const target = properties.slice(properties.lastIndexOf("/") + 1);
  put(
    parts,
    relationsName(item),
    relationsXml([{ id: "rId1", type: `${base}/customXmlProps`, target, external: false }]),
  );
  return item;
}
