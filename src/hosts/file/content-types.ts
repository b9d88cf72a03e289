/** The content types part: overrides for our new parts, none for parts that went. */
import { findPart, type Package, readPart } from "./package";
import { decodeXml } from "./relations";
import type { NewParts } from "./new-parts";
import {
  appendInside,
  applyEdits,
  children,
  escapeXml,
  parseXml,
  prefixOf,
  removeElement,
  setAttribute,
} from "./xml";

const CONTENT_TYPES = "[Content_Types].xml";
const SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Content type by what the part's name begins with; relations go by their extension. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/worksheets\/sheet[^/]*\.xml$/i, `${SHEET_ML}.worksheet+xml`],
  [/^xl\/styles[^/]*\.xml$/i, `${SHEET_ML}.styles+xml`],
  [/^xl\/drawings\/drawing[^/]*\.xml$/i, "application/vnd.openxmlformats-officedocument.drawing+xml"],
  [/^xl\/charts\/chart[^/]*\.xml$/i, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
  [
    /^customXml\/itemProps[^/]*\.xml$/i,
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  ],
  [/^customXml\/item[^/]*\.xml$/i, "application/xml"],
];

const TEMPLATE = /template(\.macroEnabled)?\.main\+xml$/;

const RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";

/** @param parts every part that is written, new and replaced @param removed names of the parts that go */
export function editContentTypes(pack: Package, parts: NewParts, removed: ReadonlySet<string>): string {
  const text = decodeXml(readPart(pack, CONTENT_TYPES));
  const root = parseXml(text, CONTENT_TYPES);
  const prefix = prefixOf(root);
  const overrides = children(root, "Override");
  const gone = new Set([...removed].map((name) => `/${name}`.toLowerCase()));
  const edits = overrides
    .filter(({ attributes }) => gone.has((attributes.PartName ?? "").toLowerCase()))
    .map(removeElement);
  // A copy of a template is a workbook: no program opens a .xlsx that calls itself a template.
  for (const override of overrides) {
    const type = override.attributes.ContentType ?? "";
    if (TEMPLATE.test(type))
      edits.push(setAttribute(text, override, "ContentType", type.replace(TEMPLATE, "sheet$1.main+xml")));
  }
  let added = "";
  const relations = children(root, "Default").some(
    ({ attributes }) => attributes.Extension?.toLowerCase() === "rels",
  );
  if (!relations) added += `<${prefix}Default Extension="rels" ContentType="${RELATIONS_TYPE}"/>`;
  for (const name of parts.keys()) {
    if (findPart(pack, name) !== undefined) continue;
    const type = TYPES.find(([pattern]) => pattern.test(name))?.[1];
    if (type === undefined) continue;
    added += `<${prefix}Override PartName="${escapeXml(`/${name}`)}" ContentType="${type}"/>`;
  }
  if (added !== "") edits.push(appendInside(text, root, added));
  return applyEdits(text, edits);
}

/**
 * The type of a part by its override, else by its extension; undefined where the package gives none.
 * @param text of the content types part
 */
export function contentTypeReader(text: string): (name: string) => string | undefined {
  const root = parseXml(text, CONTENT_TYPES);
  const types = (local: string, key: string): Map<string, string | undefined> =>
    new Map(
      children(root, local).map(({ attributes }) => [
        (attributes[key] ?? "").toLowerCase(),
        attributes.ContentType,
      ]),
    );
  const overrides = types("Override", "PartName");
  const defaults = types("Default", "Extension");
  return (name) => {
    const path = `/${name}`.toLowerCase();
    return overrides.get(path) ?? defaults.get(path.slice(path.lastIndexOf(".") + 1));
  };
}
