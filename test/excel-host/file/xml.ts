// A small XML reader for the parts of a package: elements by local name with attributes and text. Names of prefixes do
// not matter to it. It takes what spreadsheet programs write; declarations of types are skipped, not read.

export interface XmlElement {
  /** Without prefix. */
  readonly localName: string;
  /** By the name as written, prefix included. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text inside, also that of elements below. */
  readonly textContent: string;
}

interface OpenElement {
  readonly localName: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: OpenElement[];
  textContent: string;
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return named[name] ?? whole;
  });
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function attributesOf(text: string): ReadonlyMap<string, string> {
  if (text.trim() === "") return noAttributes;
  const found = new Map<string, string>();
  for (const [, name = "", double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(name, decoded(double ?? single ?? ""));
  }
  return found;
}

const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** The root element of an XML text; fails when elements are not closed in order. */
export function parseXml(source: string): XmlElement {
  const holder: OpenElement = {
    localName: "",
    name: "",
    attributes: noAttributes,
    children: [],
    textContent: "",
  };
  const open: OpenElement[] = [holder];
  let at = 0;
  const addText = (text: string): void => {
    const current = open[open.length - 1];
    if (current !== undefined && text !== "") current.textContent += text;
  };
  for (const match of source.matchAll(markup)) {
    const [whole, data, closing, opening, attributes = "", empty] = match;
    addText(decoded(source.slice(at, match.index)));
    at = match.index + whole.length;
    if (data !== undefined) addText(data);
    else if (opening !== undefined) {
      const element: OpenElement = {
        name: opening,
        localName: opening.slice(opening.indexOf(":") + 1),
        attributes: attributesOf(attributes),
        children: [],
        textContent: "",
      };
      open[open.length - 1]?.children.push(element);
      if (empty !== "/") open.push(element);
    } else if (closing !== undefined) {
      const closed = open.pop();
      if (closed?.name !== closing) throw new Error(`</${closing}> closes nothing.`);
      addText(closed.textContent);
    }
  }
  const [root, more] = holder.children;
  if (root === undefined || more !== undefined || open.length > 1)
    throw new Error("The text is not one XML element.");
  return root;
}
