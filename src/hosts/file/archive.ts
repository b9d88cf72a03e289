/**
 * The directory of a ZIP archive: where each entry stands, read without unpacking anything.
 * Own reader rather than fflate's, since untouched entries are later copied with their packed bytes.
 */
import { FILE_TEXTS } from "../../texts/files";
import type { PackageLimits } from "./limits";
import { FileProblem } from "./problem";

export interface ArchiveEntry {
  /** As stored, with "/" between folders and without a leading one. */
  readonly name: string;
  readonly flags: number;
  /** 0 stored, 8 deflated; anything else cannot be read, but is copied. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** DOS time and date, as stored. */
  readonly time: number;
  /** Where the local header, the data, and what belongs to the entry (data descriptor included) begin and end. */
  readonly start: number;
  readonly dataStart: number;
  readonly end: number;
  /** The entry's record in the directory, as stored. */
  readonly record: Uint8Array;
  /** Position of the 8-byte ZIP64 offset inside the record, -1 where the plain one holds. */
  readonly offset64: number;
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  readonly comment: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const DESCRIPTOR = 0x08074b50;
const FULL32 = 0xffffffff;

export const FLAG_ENCRYPTED = 1;
export const FLAG_DESCRIPTOR = 8;
export const FLAG_UTF8 = 0x800;

function damaged(detail: string): FileProblem {
  return new FileProblem(FILE_TEXTS.damaged(detail));
}

function mega(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

/** Reads the directory; throws FileProblem for anything that is no sound ZIP archive or is beyond the limits. */
export function readArchive(bytes: Uint8Array, limits: PackageLimits): Archive {
  if (bytes.length === 0) throw new FileProblem(FILE_TEXTS.empty);
  if (bytes.length > limits.packedBytes) {
    throw new FileProblem(FILE_TEXTS.tooLarge(mega(bytes.length), mega(limits.packedBytes)));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL) throw new FileProblem(FILE_TEXTS.notZip);
  const end = findEnd(view);
  const { count, size, offset } = readEnd(view, end);
  if (count > limits.entries) {
    throw new FileProblem(FILE_TEXTS.tooLarge(`${count} entries`, String(limits.entries)));
  }
  if (offset + size > end) throw damaged("directory");
  const entries: ArchiveEntry[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(bytes, view, at, offset + size);
    at += entry.record.length;
    total += entry.size;
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw damaged(`${entry.name} × 2`);
    names.add(key);
    checkSizes(entry, total, limits);
    entries.push(entry);
  }
  checkOverlap(entries, offset);
  return { entries, comment: bytes.slice(end + 22, end + 22 + view.getUint16(end + 20, true)) };
}

function checkSizes(entry: ArchiveEntry, total: number, limits: PackageLimits): void {
  if (entry.size > limits.partBytes) {
    throw new FileProblem(FILE_TEXTS.tooLarge(`${entry.name}: ${mega(entry.size)}`, mega(limits.partBytes)));
  }
  if (total > limits.unpackedBytes) {
    throw new FileProblem(FILE_TEXTS.tooLarge(mega(total), mega(limits.unpackedBytes)));
  }
  if (entry.size >= limits.ratioFrom && entry.size > entry.packed * limits.ratio) {
    const ratio = Math.round(entry.size / Math.max(1, entry.packed));
    throw new FileProblem(FILE_TEXTS.tooLarge(`${entry.name}: ${ratio} : 1`, `${limits.ratio} : 1`));
  }
}

/** Two entries may not share bytes: that is how a small archive pretends to hold much. */
function checkOverlap(entries: readonly ArchiveEntry[], directory: number): void {
  let before = 0;
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    if (entry.start < before || entry.end > directory) throw damaged(entry.name);
    before = entry.end;
  }
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  }
  throw damaged("ZIP");
}

function readEnd(view: DataView, end: number): { count: number; size: number; offset: number } {
  const plain = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
  };
  const saturated = plain.count === 0xffff || plain.size === FULL32 || plain.offset === FULL32;
  if (!saturated || end < 20 || view.getUint32(end - 20, true) !== LOCATOR64) return plain;
  const at = long(view, end - 12);
  if (at + 56 > end || view.getUint32(at, true) !== END64) throw damaged("ZIP64");
  return { count: long(view, at + 32), size: long(view, at + 40), offset: long(view, at + 48) };
}

/** A 64-bit count; beyond what a number holds exactly it is far beyond any limit. */
function long(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw damaged("ZIP64");
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, limit: number): ArchiveEntry {
  if (at + 46 > limit || view.getUint32(at, true) !== CENTRAL) throw damaged("directory");
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const length = 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + length > limit) throw damaged("directory");
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
  const name = decodeName(rawName);
  const sizes = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    start: view.getUint32(at + 42, true),
  };
  const offset64 = readExtra64(view, at + 46 + nameLength, extraLength, sizes);
  const { start, packed, size } = sizes;
  if (start + 30 > view.byteLength || view.getUint32(start, true) !== LOCAL) throw damaged(name);
  const localName = view.getUint16(start + 26, true);
  const dataStart = start + 30 + localName + view.getUint16(start + 28, true);
  if (dataStart + packed > view.byteLength) throw damaged(name);
  if (decodeName(bytes.subarray(start + 30, start + 30 + localName)) !== name) throw damaged(name);
  const crc = view.getUint32(at + 16, true);
  const descriptor =
    (flags & FLAG_DESCRIPTOR) === 0 ? 0 : descriptorLength(view, dataStart + packed, crc, packed);
  return {
    name,
    flags,
    method: view.getUint16(at + 10, true),
    crc,
    packed,
    size,
    time: view.getUint32(at + 12, true),
    start,
    dataStart,
    end: dataStart + packed + descriptor,
    record: bytes.subarray(at, at + length),
    offset64: offset64 < 0 ? -1 : offset64 - at,
  };
}

/** Takes the 64-bit values where the plain ones are saturated; gives the place of the offset among them, or -1. */
function readExtra64(
  view: DataView,
  from: number,
  length: number,
  sizes: { size: number; packed: number; start: number },
): number {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ["size", "packed", "start"] as const) {
      if (sizes[key] !== FULL32) continue;
      sizes[key] = long(view, field);
      if (key === "start") return field;
      field += 8;
    }
  }
  return -1;
}

/** A data descriptor has a signature or not, and 4- or 8-byte sizes: told by what fits. 0 where none does. */
function descriptorLength(view: DataView, at: number, crc: number, packed: number): number {
  for (const signature of [4, 0]) {
    if (signature === 4 && (at + 4 > view.byteLength || view.getUint32(at, true) !== DESCRIPTOR)) continue;
    if (at + signature + 12 > view.byteLength || view.getUint32(at + signature, true) !== crc) continue;
    if (view.getUint32(at + signature + 4, true) !== packed) continue;
    const wide =
      at + signature + 20 <= view.byteLength &&
      view.getUint32(at + signature + 8, true) === 0 &&
      long(view, at + signature + 4) === packed &&
      view.getUint32(at + signature + 16, true) === 0;
    return signature + (wide ? 20 : 12);
  }
  return 0;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const LATIN = new TextDecoder("latin1");

function decodeName(raw: Uint8Array): string {
  let name: string;
  try {
    name = UTF8.decode(raw);
  } catch {
    name = LATIN.decode(raw);
  }
  // Some Windows programs write "\" between folders.
  return name.replaceAll("\\", "/").replace(/^\/+/, "");
}
