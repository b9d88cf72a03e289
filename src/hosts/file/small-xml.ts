/** Small parts (workbook, relations, styles) read with a namespace-aware parser; large ones have a scanner of their own. */
import { SaxesParser } from "saxes";
import { beyond, damaged, READ_LIMITS } from "./read-limits";

export interface XmlElement {
  readonly uri: string;
  readonly local: string;
  /** By local name, without those that declare namespaces; an attribute of another namespace as "uri|local". */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface SmallXmlReader {
  /** @param path local names from the root to this element's parent */
  open?(element: XmlElement, path: readonly string[]): void;
  /** @param text all text directly in the element */
  close?(element: XmlElement, path: readonly string[], text: string): void;
}

const XMLNS = "http://www.w3.org/2000/xmlns/";

/**
 * @param part for the fault
 * @throws FileProblem damaged for ill-formed XML or a DTD, limit for nesting too deep
 */
export function readSmallXml(text: string, part: string, reader: SmallXmlReader): void {
  const parser = new SaxesParser({ xmlns: true });
  const elements: { readonly element: XmlElement; text: string }[] = [];
  const path: string[] = [];
  const fail = (): never => {
    throw damaged(part);
  };
  parser.on("error", fail);
  parser.on("doctype", fail);
  parser.on("opentag", (tag) => {
    if (elements.length >= READ_LIMITS.xmlDepth) throw beyond("xmlDepth", part);
    const attributes = new Map<string, string>();
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      if (uri !== XMLNS) attributes.set(uri === "" ? local : `${uri}|${local}`, value);
    }
    const element = { uri: tag.uri, local: tag.local, attributes };
    reader.open?.(element, path);
    elements.push({ element, text: "" });
    path.push(tag.local);
  });
  const addText = (piece: string): void => {
    const inner = elements.at(-1);
    if (inner !== undefined) inner.text += piece;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const inner = elements.pop();
    path.pop();
    if (inner !== undefined) reader.close?.(inner.element, path, inner.text);
  });
  parser.write(text).close();
}
