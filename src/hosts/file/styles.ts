/**
 * The styles part: our looks are appended, nothing of the user's moves. A look that stands there already, from an
 * earlier run or after another program rewrote the part, is used again, so that the part does not grow.
 */
import type { StyleName } from "../../core/sheets/model";
import { FILE_TEXTS } from "../../texts/files";
import { FileProblem } from "./problem";
import { BORDER, FILE_STYLES, FONTS, fillXml, NO_BORDER } from "./style-table";
import {
  appendInside,
  applyEdits,
  child,
  children,
  escapeXml,
  parseXml,
  prefixOf,
  setAttribute,
  type XmlEdit,
  type XmlElement,
} from "./xml";

const PLAIN_XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';

function patternFill(type: string): string {
  return `<fill><patternFill patternType="${type}"/></fill>`;
}

/** A style, and whether its text must stay text when the officer edits the cell ("=…" typed as text). */
export interface StyleUse {
  readonly style: StyleName;
  readonly quoted: boolean;
}

export interface StyleAppender {
  /** Index of the cell format, appended where there is none. */
  indexOf(use: StyleUse): number;
  /**
   * The part's new text; equal to the old where nothing had to be appended.
   * @throws FileProblem where the part is full
   */
  text(): string;
}

/** Spreadsheet programs take no more cell formats than this. */
const MOST_FORMATS = 64_000;

const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

/** @throws FileProblem where the part is no sound XML */
export function styleAppender(text: string, part: string): StyleAppender {
  const root = parseXml(text, part);
  const fonts = collection(root, "fonts", "font", [FONTS.body]);
  const fills = collection(root, "fills", "fill", [patternFill("none"), patternFill("gray125")]);
  const borders = collection(root, "borders", "border", [NO_BORDER]);
  const formats = formatCollection(root);
  const xfs = collection(root, "cellXfs", "xf", [PLAIN_XF]);
  const baseXf = child(root, "cellStyleXfs") === undefined ? "" : ' xfId="0"';
  const indices = new Map<string, number>();
  const appended = (use: StyleUse): number => {
    const look = FILE_STYLES[use.style];
    const fill = fillXml(look.fill);
    const numFmt = formats.idOf(look.format);
    const ids = {
      numFmtId: numFmt,
      fontId: fonts.indexOf(FONTS[look.font]),
      fillId: fill === undefined ? 0 : fills.indexOf(fill),
      borderId: borders.indexOf(look.border ? BORDER : NO_BORDER),
    };
    const more =
      (look.wrap ? ' wrapText="1"' : "") +
      (look.indent === 0 ? "" : ` indent="${look.indent}"`) +
      (look.shrink ? ' shrinkToFit="1"' : "");
    const xf =
      `<xf numFmtId="${ids.numFmtId}" fontId="${ids.fontId}" fillId="${ids.fillId}" borderId="${ids.borderId}"${baseXf}` +
      `${use.quoted ? ' quotePrefix="1"' : ""}${numFmt === 0 ? "" : ' applyNumberFormat="1"'} applyFont="1"` +
      `${fill === undefined ? "" : ' applyFill="1"'}${look.border ? ' applyBorder="1"' : ""} applyAlignment="1">` +
      `<alignment horizontal="${look.horizontal}" vertical="${look.vertical}"${more}/></xf>`;
    return xfs.indexOf(xf);
  };
  return {
    text: () => {
      if (xfs.length() > MOST_FORMATS) throw new FileProblem(FILE_TEXTS.stylesFull);
      return withAppended(text, root, [formats, fonts, fills, borders, xfs]);
    },
    indexOf: (use) => {
      const key = keyOf(use);
      let index = indices.get(key);
      if (index === undefined) indices.set(key, (index = appended(use)));
      return index;
    },
  };
}

function keyOf(use: StyleUse): string {
  return `${use.style}${use.quoted ? " quoted" : ""}`;
}

interface Appendable {
  readonly name: string;
  readonly existing: XmlElement | undefined;
  readonly appended: readonly string[];
  length(): number;
}

interface Collection extends Appendable {
  /** Index of an equal element, appended where there is none. */
  indexOf(xml: string): number;
}

/** @param first what programs take for granted at the first indices; appended where the part has fewer */
function collection(root: XmlElement, name: string, item: string, first: readonly string[]): Collection {
  const existing = child(root, name);
  const known = new Map<string, number>();
  const present = existing === undefined ? [] : children(existing, item);
  present.forEach((element, index) => {
    const key = canonical(element);
    if (!known.has(key)) known.set(key, index);
  });
  const appended: string[] = first.slice(present.length);
  return {
    name,
    existing,
    appended,
    length: () => present.length + appended.length,
    indexOf: (xml) => {
      const key = canonical(parseXml(xml, name));
      const found = known.get(key);
      if (found !== undefined) return found;
      const index = present.length + appended.length;
      appended.push(xml);
      known.set(key, index);
      return index;
    },
  };
}

/** Formats that every program knows by number. */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  "0": 1,
  "0.00": 2,
  "#,##0": 3,
  "#,##0.00": 4,
};

function formatCollection(root: XmlElement): Appendable & { idOf(code: string): number } {
  const existing = child(root, "numFmts");
  const known = new Map<string, number>();
  // Ids below 164 are the programs' own, whether or not the part lists them.
  let highest = 163;
  for (const element of existing === undefined ? [] : children(existing, "numFmt")) {
    const id = Number(element.attributes.numFmtId);
    if (id > highest) highest = id;
    const code = element.attributes.formatCode ?? "";
    if (!known.has(code)) known.set(code, id);
  }
  for (const code of Object.keys(BUILT_IN)) known.delete(code);
  const appended: string[] = [];
  return {
    name: "numFmts",
    existing,
    appended,
    length: () => (existing?.children.length ?? 0) + appended.length,
    idOf: (code) => {
      const found = BUILT_IN[code] ?? known.get(code);
      if (found !== undefined) return found;
      highest += 1;
      appended.push(`<numFmt numFmtId="${highest}" formatCode="${escapeXml(code)}"/>`);
      known.set(code, highest);
      return highest;
    },
  };
}

/** The same for elements that mean the same: prefix, order of attributes and of children, default values do not count. */
function canonical(element: XmlElement): string {
  const attributes = Object.entries(element.attributes)
    .filter(([name, value]) => !name.startsWith("xmlns") && !isDefault(element.local, name, value))
    .map(([name, value]) => `${name}=${value === "true" ? "1" : value}`)
    .sort();
  const inner = element.children.map(canonical).sort();
  return `${element.local}(${attributes.join(",")})[${inner.join(";")}]`;
}

function isDefault(element: string, name: string, value: string): boolean {
  const off = value === "0" || value === "false";
  if (element === "xf")
    return off && name !== "numFmtId" && name !== "fontId" && name !== "fillId" && name !== "borderId";
  if (element === "b" || element === "i") return name === "val" && !off;
  return element === "u" && name === "val" && value === "single";
}

function withAppended(text: string, root: XmlElement, collections: readonly Appendable[]): string {
  const prefix = prefixOf(root);
  const prefixed = (xml: string): string =>
    prefix === "" ? xml : xml.replaceAll(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
  const edits: XmlEdit[] = [];
  for (const each of collections) {
    if (each.appended.length === 0) continue;
    const content = prefixed(each.appended.join(""));
    if (each.existing !== undefined) {
      edits.push(...growing(text, each.existing, content, each.length()));
      continue;
    }
    const whole = `<${prefix}${each.name} count="${each.length()}">${content}</${prefix}${each.name}>`;
    const rank = ORDER.indexOf(each.name);
    const next = root.children.find((element) => ORDER.indexOf(element.local) > rank);
    edits.push(
      next === undefined
        ? appendInside(text, root, whole)
        : { start: next.start, end: next.start, insert: whole },
    );
  }
  return applyEdits(text, edits);
}

function growing(text: string, element: XmlElement, content: string, count: number): readonly XmlEdit[] {
  if (element.openEnd === element.end) {
    // An empty-element tag is written anew, since both edits would touch its end.
    const open = text.slice(element.start, element.end).replace(/\s+count\s*=\s*("[^"]*"|'[^']*')/, "");
    const insert = `${open.replace(/\/>$/, ` count="${count}">`)}${content}</${element.name}>`;
    return [{ start: element.start, end: element.end, insert }];
  }
  return [setAttribute(text, element, "count", String(count)), appendInside(text, element, content)];
}

/** For a workbook without a styles part. @param namespace that of the workbook's root */
export function emptyStyles(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}"></styleSheet>`;
}
