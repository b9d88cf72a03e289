/** Text in XML bytes: UTF-8, entities, line ends, and the `_xHHHH_` escapes of spreadsheet strings. */
import { damaged } from "./read-limits";

const AMPERSAND = 38;
const RETURN = 13;
const NEWLINE = 10;
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const units = new Uint16Array(512);

/**
 * The text of some bytes of XML.
 * @param escaped whether entities stand in it (false: CDATA)
 * @param part for the fault
 * @throws FileProblem damaged for bytes that are no UTF-8 and entities that XML does not know
 */
export function decodeUtf8(
  bytes: Uint8Array,
  start: number,
  end: number,
  escaped: boolean,
  part: string,
): string {
  if (end - start <= units.length) {
    let length = 0;
    let at = start;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte < 128) {
        if (
          (escaped && byte === AMPERSAND) ||
          byte === RETURN ||
          (byte < 32 && byte !== NEWLINE && byte !== 9)
        )
          break;
        units[length++] = byte;
        continue;
      }
      // Three bytes that carry a Chinese character; anything rarer goes the careful way below.
      if (byte < 0xe1 || byte > 0xec || at + 2 >= end) break;
      const second = (bytes[at + 1] as number) ^ 0x80;
      const third = (bytes[at + 2] as number) ^ 0x80;
      if ((second | third) > 63) break;
      units[length++] = ((byte & 15) << 12) | (second << 6) | third;
      at += 2;
    }
    if (at === end) return fromUnits(length);
  }
  let text: string;
  try {
    text = strict.decode(bytes.subarray(start, end));
  } catch {
    throw damaged(part);
  }
  return plainText(text, escaped, part);
}

function fromUnits(length: number): string {
  if (length < 24) {
    let text = "";
    for (let index = 0; index < length; index++) text += String.fromCharCode(units[index] as number);
    return text;
  }
  return String.fromCharCode(...units.subarray(0, length));
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Line ends and entities of decoded XML. */
function plainText(text: string, escaped: boolean, part: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (forbidden(lines)) throw damaged(part);
  if (!escaped || !lines.includes("&")) return lines;
  return lines.replace(/&([^;&]{0,10};?)/g, (_, entity: string) => {
    const name = entity.slice(0, -1);
    const named = entity.endsWith(";") ? NAMED[name] : undefined;
    if (named !== undefined) return named;
    const number = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}));$/.exec(entity);
    const code =
      number === null
        ? Number.NaN
        : Number.parseInt(number[1] ?? number[2] ?? "", number[1] === undefined ? 10 : 16);
    if (!isXmlCharacter(code)) throw damaged(part);
    return String.fromCodePoint(code);
  });
}

function forbidden(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 32 && unit !== 9 && unit !== 10) return true;
  }
  return false;
}

function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0x10ffff)
  );
}

/**
 * `_x000D_` → carriage return, `_x005F_` → "_": how spreadsheet strings hold characters that XML cannot.
 * Two escapes of a pair of surrogates make one character.
 */
export function unescapeString(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/**
 * Turns a part of whatever encoding into UTF-8 without BOM, piece by piece.
 * Packages are UTF-8 or UTF-16; another encoding declared in the first line is read if the platform knows it.
 */
export function utf8Pieces(part: string, onPiece: (piece: Uint8Array) => void): (piece: Uint8Array) => void {
  let start: Uint8Array | undefined = new Uint8Array(0);
  let decoder: TextDecoder | undefined;
  const encoder = new TextEncoder();
  const convert = (piece: Uint8Array): void => {
    if (decoder === undefined) onPiece(piece);
    else {
      try {
        onPiece(encoder.encode(decoder.decode(piece, { stream: true })));
      } catch (error) {
        if (error instanceof TypeError) throw damaged(part);
        throw error;
      }
    }
  };
  return (piece) => {
    if (start === undefined) {
      convert(piece);
      return;
    }
    let bytes = piece;
    if (start.length > 0) {
      bytes = new Uint8Array(start.length + piece.length);
      bytes.set(start);
      bytes.set(piece, start.length);
    }
    // A declaration is told from its first bytes; parts shorter than this come whole in one piece.
    if (bytes.length < 4) {
      start = bytes;
      return;
    }
    start = undefined;
    const encoding = encodingOf(bytes);
    if (encoding !== "utf-8") {
      try {
        decoder = new TextDecoder(encoding, { fatal: true });
      } catch {
        throw damaged(part);
      }
    }
    convert(encoding === "utf-8" && bytes[0] === 0xef ? bytes.subarray(3) : bytes);
  };
}

/** Encoding of an XML part by its BOM, the look of its first bytes, or its declaration. */
export function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if ((first === 0xff && second === 0xfe) || (first === 60 && second === 0 && fourth === 0))
    return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 60 && third === 0)) return "utf-16be";
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared =
    /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? "utf-8";
  return declared === "utf8" || declared.startsWith("utf-16") || declared === "us-ascii" ? "utf-8" : declared;
}

/** A small part as one text. */
export function decodePart(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw damaged(part);
  }
}
