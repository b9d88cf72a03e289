// The zip and XML side of an .xlsx: parts by name, relations, elements by local name whatever their prefix.
import JSZip from "jszip";
import { parseXml, type XmlElement } from "./xml";

export interface Relation {
  readonly id: string;
  /** Last step of the type, `worksheet` or `customXml`; the same in transitional and strict files. */
  readonly type: string;
  /** Part name, or the address of an external target. */
  readonly target: string;
  readonly external: boolean;
}

export interface Package {
  /** Text of a part, `undefined` when there is none. */
  readonly text: (part: string) => string | undefined;
  readonly relations: (part: string) => readonly Relation[];
}

/** Opens the bytes of an .xlsx; fails when they are no zip. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const file of Object.values(zip.files)) {
    if (/\.(xml|rels|vml)$/i.test(file.name)) parts.set(file.name.toLowerCase(), await file.async("string"));
  }
  const text = (part: string): string | undefined => parts.get(part.toLowerCase());
  return { text, relations: (part) => readRelations(text, part) };
}

function readRelations(text: Package["text"], part: string): readonly Relation[] {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const source = text(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (source === undefined) return [];
  return children(parseXml(source), "Relationship").map((relation) => {
    const external = attribute(relation, "TargetMode") === "External";
    const target = attribute(relation, "Target") ?? "";
    return {
      id: attribute(relation, "Id") ?? "",
      type: (attribute(relation, "Type") ?? "").split("/").at(-1) ?? "",
      target: external ? target : resolvePart(folder, target),
      external,
    };
  });
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** Child elements, all or those with one local name. */
export function children(parent: XmlElement | undefined, name?: string): readonly XmlElement[] {
  const all = parent?.children ?? [];
  return name === undefined ? all : all.filter((element) => element.localName === name);
}

/** The first child element with that local name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((element) => element.localName === name);
}

/** All elements below with that local name, in document order. */
export function descendants(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return children(parent).flatMap((element) => [
    ...(element.localName === name ? [element] : []),
    ...descendants(element, name),
  ]);
}

/** An attribute by local name, with or without prefix. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const plain = element?.attributes.get(name);
  if (plain !== undefined || element === undefined) return plain;
  for (const [key, text] of element.attributes) if (key.endsWith(`:${name}`)) return text;
  return undefined;
}

/** An attribute as a yes or no of the format: `1`, `true`, `on`. */
export function flag(element: XmlElement | undefined, name: string, otherwise = false): boolean {
  const text = attribute(element, name);
  return text === undefined ? otherwise : /^(1|true|on)$/i.test(text);
}

/** An attribute as a number. */
export function numeric(element: XmlElement | undefined, name: string): number | undefined {
  const text = attribute(element, name);
  return text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text);
}

/** Text with the format's `_x000D_` escapes taken out. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
