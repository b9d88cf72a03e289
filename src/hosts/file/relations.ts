/** Relations of a package's parts and the way from a part to its targets. */
import { SaxesParser } from "saxes";
import { FILE_TEXTS } from "../../texts/files";
import { findPart, type Package, partName, readPart } from "./package";
import { FileProblem } from "./problem";

export interface Relation {
  readonly id: string;
  /** As stored: transitional and strict files name types by different addresses. */
  readonly type: string;
  /** Last word of the type, the same in both: "worksheet", "styles", "officeDocument". */
  readonly kind: string;
  /** As stored. */
  readonly target: string;
  /** Name of the part meant; undefined for an external target or one that leaves the package. */
  readonly part: string | undefined;
  readonly external: boolean;
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels"; "" (the package itself) → "_rels/.rels". */
export function relationsName(part: string): string {
  const cut = part.lastIndexOf("/") + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** The relations of a part, none where it has no relations part. Throws FileProblem where they are no sound XML. */
export function readRelations(pack: Package, part: string): readonly Relation[] {
  const name = relationsName(part);
  return findPart(pack, name) === undefined
    ? []
    : parseRelations(decodeXml(readPart(pack, name)), part, name);
}

export function parseRelations(xml: string, part: string, name: string): readonly Relation[] {
  const relations: Relation[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => {
    throw new FileProblem(FILE_TEXTS.badXml(name));
  });
  parser.on("opentag", (tag) => {
    if (tag.local !== "Relationship") return;
    const value = (key: string): string => tag.attributes[key]?.value ?? "";
    const external = value("TargetMode") === "External";
    const type = value("Type");
    relations.push({
      id: value("Id"),
      type,
      kind: type.slice(type.lastIndexOf("/") + 1),
      target: value("Target"),
      part: external ? undefined : resolveTarget(part, value("Target")),
      external,
    });
  });
  parser.write(xml).close();
  return relations;
}

/** The part that a target means, seen from the part that names it; undefined where it leaves the package. */
export function resolveTarget(from: string, target: string): string | undefined {
  const path = target.replaceAll("\\", "/").replace(/#.*$/, "");
  const steps = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  const name = steps.join("/");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Name of the workbook part. Throws FileProblem where the package holds no workbook. */
export function workbookPart(pack: Package): string {
  for (const relation of readRelations(pack, "")) {
    if (relation.kind !== "officeDocument" || relation.part === undefined) continue;
    const entry = findPart(pack, relation.part);
    if (entry !== undefined) return partName(entry.name);
  }
  throw new FileProblem(FILE_TEXTS.notWorkbook);
}

/** XML bytes as text: UTF-8, or UTF-16 by its byte order mark; the mark itself is dropped. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}
