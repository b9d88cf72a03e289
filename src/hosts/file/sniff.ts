/** What a file is, told by its first bytes and not by its name. */

export type FileKind =
  /** A zip archive, as .xlsx, .xlsm, .xltx are. */
  | "package"
  /** An OLE container with a workbook, or a bare BIFF stream: .xls. */
  | "biff"
  /** An OLE container that holds an encrypted package. */
  | "encrypted"
  /** HTML or SpreadsheetML 2003, as many systems export under the name .xls. */
  | "markup"
  /** Known, and no workbook of ours. */
  | "other"
  | "text"
  | "unknown";

export interface FileNature {
  readonly kind: FileKind;
  /** What an "other" file is: "PDF", ".doc". */
  readonly name: string;
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const KNOWN: readonly (readonly [string, readonly number[]])[] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["RAR", [0x52, 0x61, 0x72, 0x21]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
];

/** @param bytes the whole file, not empty */
export function natureOf(bytes: Uint8Array): FileNature {
  if (begins(bytes, [0x50, 0x4b])) return { kind: "package", name: "" };
  if (begins(bytes, OLE)) return oleNature(bytes);
  for (const [name, mark] of KNOWN) if (begins(bytes, mark)) return { kind: "other", name };
  // BOF of a bare BIFF stream: record 9, version in its high byte, length 4 to 16.
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && (bytes[2] ?? 0) >= 4 && bytes[3] === 0) {
    return { kind: "biff", name: "" };
  }
  if (firstSign(bytes) === 60) return { kind: "markup", name: "" };
  return { kind: isText(bytes) ? "text" : "unknown", name: "" };
}

/** Names in the container's directory are UTF-16. */
function oleNature(bytes: Uint8Array): FileNature {
  if (holdsUtf16(bytes, "EncryptedPackage")) return { kind: "encrypted", name: "" };
  if (holdsUtf16(bytes, "Workbook") || holdsUtf16(bytes, "Book")) return { kind: "biff", name: "" };
  if (holdsUtf16(bytes, "WordDocument")) return { kind: "other", name: ".doc" };
  if (holdsUtf16(bytes, "PowerPoint Document")) return { kind: "other", name: ".ppt" };
  return { kind: "unknown", name: "" };
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let index = 0;
    while (
      index < word.length &&
      bytes[at + 2 * index] === word.charCodeAt(index) &&
      bytes[at + 2 * index + 1] === 0
    ) {
      index++;
    }
    if (index === word.length) return true;
  }
  return false;
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** The first byte that is no byte order mark, space or zero. */
function firstSign(bytes: Uint8Array): number {
  for (let at = 0; at < Math.min(bytes.length, 1024); at++) {
    const byte = bytes[at] as number;
    if (![0xef, 0xbb, 0xbf, 0xff, 0xfe, 0, 9, 10, 13, 32].includes(byte)) return byte;
  }
  return 0;
}

function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}
