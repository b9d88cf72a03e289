/** Changes in the cells of a workbook package, as if the officer had typed them. */
import { buildPackage, openPackage, readPart } from "../../src/hosts/file/package";
import { decodeXml } from "../../src/hosts/file/relations";

/** Sets stored values of cells that hold no formula. @param changes part → A1 → value as stored */
export function withCells(
  bytes: Uint8Array,
  changes: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Uint8Array {
  const pack = openPackage(bytes);
  const replaced = new Map<string, Uint8Array>();
  for (const [part, cells] of Object.entries(changes)) {
    let text = decodeXml(readPart(pack, part));
    for (const [name, value] of Object.entries(cells)) {
      const cell = new RegExp(`(<c r="${name}"[^>]*>)<v>[^<]*</v>`);
      if (!cell.test(text)) throw new Error(`${part} has no value in ${name}`);
      text = text.replace(cell, `$1<v>${value}</v>`);
    }
    replaced.set(part, new TextEncoder().encode(text));
  }
  return buildPackage(pack, { replaced, added: new Map(), removed: new Set() });
}

/** Replaces the text of one part. */
export function withReplaced(bytes: Uint8Array, part: string, edit: (text: string) => string): Uint8Array {
  const pack = openPackage(bytes);
  const text = edit(decodeXml(readPart(pack, part)));
  const replaced = new Map([[part, new TextEncoder().encode(text)]]);
  return buildPackage(pack, { replaced, added: new Map(), removed: new Set() });
}
