/**
 * Small XML parts as trees that remember where each element stands in the text, so that an edit changes nothing but
 * its own place: prefixes, order, spacing and unknown content stay.
 */
import { SaxesParser } from "saxes";
import { FILE_TEXTS } from "../../texts/files";
import { FileProblem } from "./problem";

export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** By name as written: "name", "r:id". */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, joined. */
  readonly text: string;
  /** Prefix → namespace, as declared on this element alone. */
  readonly declares: Readonly<Record<string, string>>;
  /** From "<" to behind the ">" of the open tag, and to behind the close tag; equal for an empty-element tag. */
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

/** XML with deeper nesting than any spreadsheet part has is refused. */
export const MAX_DEPTH = 200;

type Draft = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlElement[] };

/**
 * @param text the part, without byte order mark
 * @param part its name, for the message
 * @throws FileProblem where it is not well-formed with namespaces, declares a document type or nests too deep
 */
export function parseXml(text: string, part: string): XmlElement {
  const problem = new FileProblem(FILE_TEXTS.badXml(part));
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Draft[] = [];
  let root: XmlElement | undefined;
  parser.on("error", () => {
    throw problem;
  });
  parser.on("doctype", () => {
    throw problem;
  });
  parser.on("opentag", (tag) => {
    if (open.length >= MAX_DEPTH) throw problem;
    const attributes: Record<string, string> = {};
    for (const [name, attribute] of Object.entries(tag.attributes)) attributes[name] = attribute.value;
    const end = parser.position;
    // "<" cannot stand inside an open tag, so the last one before its end begins it.
    const start = text.lastIndexOf("<", end - 1);
    const element: Draft = {
      name: tag.name,
      local: tag.local,
      uri: tag.uri,
      attributes,
      children: [],
      text: "",
      declares: { ...tag.ns },
      start,
      openEnd: end,
      closeStart: end,
      end,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const takeText = (content: string): void => {
    const top = open.at(-1);
    if (top !== undefined) top.text += content;
  };
  parser.on("text", takeText);
  parser.on("cdata", takeText);
  parser.on("closetag", (tag) => {
    const element = open.pop();
    if (element === undefined) throw problem;
    if (tag.isSelfClosing) return;
    element.end = parser.position;
    element.closeStart = text.lastIndexOf("<", element.end - 1);
  });
  parser.write(text).close();
  if (root === undefined) throw problem;
  return root;
}

export function child(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((each) => each.local === local && each.uri === element.uri);
}

export function children(element: XmlElement, local: string): readonly XmlElement[] {
  return element.children.filter((each) => each.local === local && each.uri === element.uri);
}

/** "x:" where the element is written with a prefix, else "". */
export function prefixOf(element: XmlElement): string {
  const colon = element.name.indexOf(":");
  return colon < 0 ? "" : element.name.slice(0, colon + 1);
}

/** Replaces text[start, end) by `insert`. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** Applies edits that do not overlap; several at one place keep their order. */
export function applyEdits(text: string, edits: readonly XmlEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.index - b.index);
  let result = "";
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.start < at) throw new Error("edits overlap");
    result += text.slice(at, edit.start) + edit.insert;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Puts content behind the last child of an element, opening an empty-element tag where need be. */
export function appendInside(text: string, element: XmlElement, content: string): XmlEdit {
  if (element.closeStart !== element.end || element.openEnd !== element.end) {
    return { start: element.closeStart, end: element.closeStart, insert: content };
  }
  const slash = text.lastIndexOf("/", element.end);
  return { start: slash, end: element.end, insert: `>${content}</${element.name}>` };
}

export function removeElement(element: XmlElement): XmlEdit {
  return { start: element.start, end: element.end, insert: "" };
}

/** Sets an attribute of the open tag, adding it where it is absent. */
export function setAttribute(text: string, element: XmlElement, name: string, value: string): XmlEdit {
  const open = text.slice(element.start, element.openEnd);
  const match = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`).exec(open);
  if (match !== null) {
    const start = element.start + match.index + (match[1] ?? "").length;
    return { start, end: start + (match[2] ?? "").length, insert: `"${escapeXml(value)}"` };
  }
  const at = element.start + 1 + element.name.length;
  return { start: at, end: at, insert: ` ${name}="${escapeXml(value)}"` };
}

/** For text and for attribute values in double quotes; line breaks in attributes are kept. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;")
    .replaceAll("\t", "&#9;");
}
