/**
 * One pass over the bytes of a large XML part (a sheet, the shared texts) as they are unpacked: tags and texts of the
 * spreadsheet namespace, whatever its prefix, without ever holding the part as a string.
 * Ill-formed XML and DTDs are faults; so are tags, texts and nesting beyond the limits.
 */
import { decodeUtf8 } from "./xml-text";
import { beyond, damaged, READ_LIMITS } from "./read-limits";
import { FileProblem } from "./problem";

/** Receives the elements of the spreadsheet namespace and the texts that it asked for. */
export interface XmlReceiver {
  /** @param name see nameCode; attributes are read from the scanner during the call */
  open(name: number, scanner: XmlScanner): void;
  close(name: number): void;
  /** True while the texts at this place matter. */
  readonly wantsText: boolean;
  /** A piece of text of the current element, XML-escaped unless it comes from CDATA; a text may come in several pieces. */
  text(bytes: Uint8Array, start: number, end: number, escaped: boolean): void;
}

/** Transitional and strict. */
export const SPREADSHEET_NAMESPACES: readonly string[] = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
];

const LT = 60;
const GT = 62;
const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const COLON = 58;
const BANG = 33;
const QUESTION = 63;

/** Elements and attributes are told apart by this code of their local name. */
export function nameCode(name: string): number {
  let code = 0;
  for (let index = 0; index < name.length; index++) code = (Math.imul(code, 31) + name.charCodeAt(index)) | 0;
  return code;
}

const XMLNS = nameCode("xmlns");
const XMLNS_FIRST = 120;

interface Binding {
  readonly depth: number;
  readonly prefix: number;
  readonly before: boolean;
}

export class XmlScanner {
  /** Attributes of the tag being told, four numbers each: code and start of the name, start and end of the value. */
  private readonly attributes = new Int32Array(4 * READ_LIMITS.attributes);
  private attributeEnd = 0;
  private declares = false;
  private buffer: Uint8Array = new Uint8Array(0);
  private carry: Uint8Array = new Uint8Array(0);
  private worthScanning = 0;
  /** Codes of the qualified names of the open elements. */
  private readonly open = new Int32Array(READ_LIMITS.xmlDepth);
  private depth = 0;
  private rootSeen = false;
  /** Prefix code → whether it stands for the spreadsheet namespace. */
  private readonly bindings = new Map<number, boolean>();
  private readonly rebound: Binding[] = [];
  private knownPrefix = -1;
  private knownOurs = false;

  /**
   * @param part for faults
   * @param root local name that the outermost element must have
   */
  constructor(
    private readonly part: string,
    private readonly root: string,
    private readonly receiver: XmlReceiver,
  ) {}

  /** The next bytes of the part, UTF-8 without BOM. They are not kept beyond the next call. */
  push(piece: Uint8Array): void {
    let bytes = piece;
    if (this.carry.length > 0) {
      bytes = new Uint8Array(this.carry.length + piece.length);
      bytes.set(this.carry);
      bytes.set(piece, this.carry.length);
    }
    const waits = bytes.length < this.worthScanning;
    const used = waits ? 0 : this.scan(bytes);
    if (bytes.length - used > READ_LIMITS.token) {
      throw beyond("token", this.part);
    }
    this.carry = waits ? bytes : bytes.slice(used);
    if (waits) return;
    // A long tag or text is looked at anew only when twice as much of it has come.
    this.worthScanning = this.carry.length < 65_536 ? 0 : 2 * this.carry.length;
  }

  /** After the last bytes. */
  end(): void {
    this.carry = this.carry.subarray(this.scan(this.carry));
    for (const byte of this.carry) if (!isSpace(byte)) throw this.fault();
    if (this.depth > 0 || !this.rootSeen) throw this.fault();
  }

  /** Text of an attribute without prefix, entities decoded; undefined where the tag has none of that name. */
  attribute(name: number): string | undefined {
    const at = this.find(name);
    if (at < 0) return undefined;
    return decodeUtf8(
      this.buffer,
      this.attributes[at + 2] as number,
      this.attributes[at + 3] as number,
      true,
      this.part,
    );
  }

  /** A whole number not below 0; -1 where there is no such attribute, NaN where it holds anything else. */
  attributeInteger(name: number): number {
    const at = this.find(name);
    if (at < 0) return -1;
    return readInteger(this.buffer, this.attributes[at + 2] as number, this.attributes[at + 3] as number);
  }

  /** First byte and end of an attribute's value in `bytes`, for receivers that read bytes; false where there is none. */
  locate(name: number, place: { start: number; end: number }): boolean {
    const at = this.find(name);
    if (at < 0) return false;
    place.start = this.attributes[at + 2] as number;
    place.end = this.attributes[at + 3] as number;
    return true;
  }

  get bytes(): Uint8Array {
    return this.buffer;
  }

  fault(place = ""): FileProblem {
    return damaged(place === "" ? this.part : `${this.part} ${place}`);
  }

  private find(name: number): number {
    for (let at = 0; at < this.attributeEnd; at += 4) if (this.attributes[at] === name) return at;
    return -1;
  }

  /** Returns the position up to which the bytes were used; the rest is an unfinished tag or text. */
  private scan(bytes: Uint8Array): number {
    this.buffer = bytes;
    const { length } = bytes;
    let at = 0;
    while (at < length) {
      if (bytes[at] !== LT) {
        const end = textEnd(bytes, at);
        if (end < 0) return at;
        this.tellText(bytes, at, end);
        at = end;
        continue;
      }
      const next = bytes[at + 1];
      if (next === undefined) return at;
      let end: number;
      if (next === SLASH) end = this.readClose(bytes, at + 2);
      else if (next === BANG) end = this.readDeclaration(bytes, at);
      else if (next === QUESTION) end = after(bytes, at + 2, "?>");
      else end = this.readOpen(bytes, at + 1);
      if (end < 0) return at;
      at = end;
    }
    return at;
  }

  private tellText(bytes: Uint8Array, start: number, end: number): void {
    if (this.receiver.wantsText) this.receiver.text(bytes, start, end, true);
    else if (this.depth === 0) {
      for (let at = start; at < end; at++) if (!isSpace(bytes[at] as number)) throw this.fault();
    }
  }

  /** <name a="1" …> from behind "<"; -1 where it is unfinished. */
  private readOpen(bytes: Uint8Array, start: number): number {
    const { length } = bytes;
    let at = start;
    let whole = 0;
    let local = 0;
    let prefix = 0;
    let byte = 0;
    for (; at < length; at++) {
      byte = bytes[at] as number;
      if (byte === GT || byte === SLASH || isSpace(byte)) break;
      if (byte === LT || byte === QUOTE || byte === EQUALS) throw this.fault();
      if (byte === COLON) {
        prefix = whole;
        local = 0;
      } else local = (Math.imul(local, 31) + byte) | 0;
      whole = (Math.imul(whole, 31) + byte) | 0;
    }
    if (at === length) return -1;
    if (at === start) throw this.fault();
    this.attributeEnd = 0;
    this.declares = false;
    let closed = false;
    for (;;) {
      while (at < length && isSpace(bytes[at] as number)) at++;
      if (at >= length) return -1;
      byte = bytes[at] as number;
      if (byte === GT) break;
      if (byte === SLASH) {
        if (at + 1 >= length) return -1;
        if (bytes[at + 1] !== GT) throw this.fault();
        closed = true;
        at++;
        break;
      }
      at = this.readAttribute(bytes, at);
      if (at < 0) return -1;
    }
    if (this.depth === 0 && this.rootSeen) throw this.fault();
    if (this.depth >= READ_LIMITS.xmlDepth) throw beyond("xmlDepth", this.part);
    this.open[this.depth++] = whole;
    if (this.declares) this.declare(bytes);
    const ours = this.isOurs(prefix);
    if (!this.rootSeen) {
      this.rootSeen = true;
      if (!ours || local !== nameCode(this.root)) throw this.fault();
    }
    if (ours) this.receiver.open(local, this);
    if (closed) {
      if (ours) this.receiver.close(local);
      this.leave();
    }
    return at + 1;
  }

  /** name="value"; leaves code and place in `attributes`; -1 where it is unfinished. */
  private readAttribute(bytes: Uint8Array, start: number): number {
    const { length } = bytes;
    let at = start;
    let name = 0;
    for (; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === EQUALS || isSpace(byte)) break;
      if (byte === LT || byte === GT || byte === QUOTE || byte === APOSTROPHE) throw this.fault();
      name = (Math.imul(name, 31) + byte) | 0;
    }
    while (at < length && isSpace(bytes[at] as number)) at++;
    if (at >= length) return -1;
    if (bytes[at] !== EQUALS || at === start) throw this.fault();
    at++;
    while (at < length && isSpace(bytes[at] as number)) at++;
    if (at >= length) return -1;
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.fault();
    const value = at + 1;
    for (at = value; at < length && bytes[at] !== quote; at++) if (bytes[at] === LT) throw this.fault();
    if (at >= length) return -1;
    if (this.attributeEnd >= this.attributes.length) {
      throw beyond("attributes", this.part);
    }
    this.attributes[this.attributeEnd] = name;
    this.attributes[this.attributeEnd + 1] = start;
    this.attributes[this.attributeEnd + 2] = value;
    this.attributes[this.attributeEnd + 3] = at;
    this.attributeEnd += 4;
    if (bytes[start] === XMLNS_FIRST && startsWith(bytes, start, "xmlns")) this.declares = true;
    return at + 1;
  }

  private declare(bytes: Uint8Array): void {
    for (let slot = 0; slot < this.attributeEnd; slot += 4) {
      const start = this.attributes[slot + 1] as number;
      const value = this.attributes[slot + 2] as number;
      if (!startsWith(bytes, start, "xmlns")) continue;
      let prefix = 0;
      if (bytes[start + 5] === COLON) {
        for (let at = start + 6; bytes[at] !== EQUALS && !isSpace(bytes[at] as number); at++) {
          prefix = (Math.imul(prefix, 31) + (bytes[at] as number)) | 0;
        }
      } else if (this.attributes[slot] !== XMLNS) continue;
      const uri = decodeUtf8(bytes, value, this.attributes[slot + 3] as number, true, this.part);
      const before = this.bindings.get(prefix) ?? false;
      this.rebound.push({ depth: this.depth, prefix, before });
      this.bindings.set(prefix, SPREADSHEET_NAMESPACES.includes(uri.trim()));
      this.knownPrefix = -1;
    }
  }

  private isOurs(prefix: number): boolean {
    if (prefix !== this.knownPrefix) {
      this.knownPrefix = prefix;
      this.knownOurs = this.bindings.get(prefix) ?? false;
    }
    return this.knownOurs;
  }

  /** </name> from behind "</"; -1 where it is unfinished. */
  private readClose(bytes: Uint8Array, start: number): number {
    const { length } = bytes;
    let at = start;
    let whole = 0;
    let local = 0;
    let prefix = 0;
    for (; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === GT || isSpace(byte)) break;
      if (byte === COLON) {
        prefix = whole;
        local = 0;
      } else local = (Math.imul(local, 31) + byte) | 0;
      whole = (Math.imul(whole, 31) + byte) | 0;
    }
    while (at < length && isSpace(bytes[at] as number)) at++;
    if (at >= length) return -1;
    if (bytes[at] !== GT || this.depth === 0 || this.open[this.depth - 1] !== whole) throw this.fault();
    if (this.isOurs(prefix)) this.receiver.close(local);
    this.leave();
    return at + 1;
  }

  private leave(): void {
    for (let last = this.rebound.at(-1); last?.depth === this.depth; last = this.rebound.at(-1)) {
      this.bindings.set(last.prefix, last.before);
      this.rebound.pop();
      this.knownPrefix = -1;
    }
    this.depth--;
  }

  /** A comment or CDATA from its "<"; a DTD is refused, since entities of its own could be anything. */
  private readDeclaration(bytes: Uint8Array, start: number): number {
    if (bytes.length < start + 9 && after(bytes, start, ">") < 0) return -1;
    if (startsWith(bytes, start, "<!--")) return after(bytes, start + 4, "-->");
    if (!startsWith(bytes, start, "<![CDATA[") || this.depth === 0) throw this.fault();
    const end = after(bytes, start + 9, "]]>");
    if (end >= 0 && this.receiver.wantsText) this.receiver.text(bytes, start + 9, end - 3, false);
    return end;
  }
}

export function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

/** Digits only; NaN for anything else. */
export function readInteger(bytes: Uint8Array, start: number, end: number): number {
  let first = start;
  let last = end;
  while (first < last && isSpace(bytes[first] as number)) first++;
  while (last > first && isSpace(bytes[last - 1] as number)) last--;
  if (first === last || last - first > 10) return Number.NaN;
  let value = 0;
  for (let at = first; at < last; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function textEnd(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) if (bytes[at] === LT) return at;
  return -1;
}

/** The position behind the next `mark`; -1 where there is none. */
function after(bytes: Uint8Array, start: number, mark: string): number {
  const first = mark.charCodeAt(0);
  for (let at = bytes.indexOf(first, start); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, at, mark)) return at + mark.length;
  }
  return -1;
}

function startsWith(bytes: Uint8Array, start: number, mark: string): boolean {
  for (let index = 0; index < mark.length; index++) {
    if (bytes[start + index] !== mark.charCodeAt(index)) return false;
  }
  return true;
}
