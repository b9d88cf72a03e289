/** Word documents made part by part, for what writers of .docx never write: tracked changes, breaks inside numbers. */
import { newPackage } from "../../src/hosts/file/package";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const KINDS = ["numbering", "styles", "footnotes"] as const;

export type MadeParts = Partial<Readonly<Record<(typeof KINDS)[number], string>>>;

/** @param body content of w:body; @param parts content of the root elements of other parts */
export function madeDocx(body: string, parts: MadeParts = {}): Uint8Array {
  const kinds = KINDS.filter((kind) => parts[kind] !== undefined);
  const files = new Map<string, string>([
    [
      "[Content_Types].xml",
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${kinds
        .map((kind) => `<Override PartName="/word/${kind}.xml" ContentType="${TYPES}.${kind}+xml"/>`)
        .join("")}</Types>`,
    ],
    ["_rels/.rels", relations([["officeDocument", "word/document.xml"]])],
    ["word/_rels/document.xml.rels", relations(kinds.map((kind) => [kind, `${kind}.xml`]))],
    [
      "word/document.xml",
      `<w:document ${W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`,
    ],
    ...kinds.map((kind): [string, string] => [
      `word/${kind}.xml`,
      `<w:${kind} ${W}>${parts[kind] ?? ""}</w:${kind}>`,
    ]),
  ]);
  return newPackage(new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)])));
}

function relations(list: readonly (readonly [string, string])[]): string {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const entries = list.map(
    ([kind, target], index) => `<Relationship Id="r${index}" Type="${type}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join("")}</Relationships>`;
}

/** A paragraph of one run. */
export function p(text: string, properties = ""): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`;
}

export function r(text: string, properties = ""): string {
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}
