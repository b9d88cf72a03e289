/** Parts on their way into a package, and what they are called. */
import type { PlannedSheet } from "../../core/sheets/plan";
import { findPart, type Package, type PartContent, partOf } from "./package";
import { escapeXml } from "./xml";

/** A sheet of ours with all that its parts need to know. */
export interface Placement extends PlannedSheet {
  /** Position in <sheets>. */
  readonly position: number;
  readonly part: string;
}

/** Parts of the new package by name; a part that the package has is replaced. */
export type NewParts = Map<string, PartContent>;

/** Parts are written as UTF-8, whatever they were. */
export function put(parts: NewParts, name: string, text: string): void {
  const declared = text.replace(
    /^(<\?xml[^>]*encoding\s*=\s*)("[^"]*"|'[^']*')/,
    (all, head: string, encoding: string) => (/utf-8/i.test(encoding) ? all : `${head}"UTF-8"`),
  );
  parts.set(name, new TextEncoder().encode(declared));
}

/** Characters encoded at once: longer texts are not taken for short-lived by the garbage collection. */
const PIECE = 16_384;

/** Puts a text of ours, in UTF-8 by its declaration, that comes in pieces. */
export function putPieces(parts: NewParts, name: string, pieces: Iterable<string>): void {
  parts.set(name, partOf(encoded(pieces)));
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}

/** "xl/worksheets/sheet" → "xl/worksheets/sheet7.xml", the first number that neither package nor new parts have. */
export function freePart(pack: Package, parts: NewParts, stem: string, first: number | "" = 1): string {
  for (let number = first; ; number = number === "" ? 1 : number + 1) {
    const name = `${stem}${number}.xml`;
    if (findPart(pack, name) === undefined && !parts.has(name)) return name;
  }
}

export interface NewRelation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

export function relationsXml(relations: readonly NewRelation[]): string {
  const all = relations.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`
  );
}

/** "rId7": the first number that is free. */
export function freeId(taken: readonly string[]): string {
  const used = new Set(taken);
  for (let number = 1; ; number += 1) {
    if (!used.has(`rId${number}`)) return `rId${number}`;
  }
}
