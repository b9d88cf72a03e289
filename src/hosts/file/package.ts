/**
 * An Office package (.xlsx/.xlsm) as a list of parts: opened lazily, and built anew with every untouched entry's
 * packed bytes copied as they stand.
 */
import { Deflate, deflateSync, Inflate, inflateSync } from "fflate";
import { FILE_TEXTS } from "../../texts/files";
import { type ArchiveEntry, FLAG_DESCRIPTOR, FLAG_ENCRYPTED, FLAG_UTF8, readArchive } from "./archive";
import { crc32 } from "./crc32";
import { LIMITS, type PackageLimits } from "./limits";
import { FileProblem } from "./problem";

export interface Package {
  readonly bytes: Uint8Array;
  /** In the file's order, folders included. */
  readonly entries: readonly ArchiveEntry[];
  readonly comment: Uint8Array;
  readonly limits: PackageLimits;
  /** By lower-case name: part names are equal ignoring case. */
  readonly index: ReadonlyMap<string, ArchiveEntry>;
  /** The host's own way to unpack a part at once, where it has a faster one. */
  readonly inflate: Inflater | undefined;
}

/** @returns the unpacked bytes, `size` of them in a sound part; throws where the data is damaged */
export type Inflater = (packed: Uint8Array, size: number) => Uint8Array;

/** Parts up to this size are unpacked at once where the host has a way of its own. */
const AT_ONCE = 4_000_000;

/** What becomes of a package; names as `partName` gives them, without a leading "/". */
export interface PackageChanges {
  /** Existing parts with new content. */
  readonly replaced: ReadonlyMap<string, PartContent>;
  /** New parts, in this order, behind the existing ones. */
  readonly added: ReadonlyMap<string, PartContent>;
  readonly removed: ReadonlySet<string>;
}

export type PartContent = Uint8Array | PackedPart;

/** A part that was packed while it was made, and never stood in memory whole. */
export interface PackedPart {
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/** The pieces as one part: packed as they come where they are more than a few MB. */
export function partOf(pieces: Iterable<Uint8Array>): PartContent {
  const whole: Uint8Array[] = [];
  const packed: Uint8Array[] = [];
  let size = 0;
  let crc = 0;
  let deflate: Deflate | undefined;
  for (const piece of pieces) {
    size += piece.length;
    crc = crc32(piece, crc);
    if (deflate === undefined) whole.push(piece);
    else deflate.push(piece);
    if (deflate !== undefined || size <= AT_ONCE) continue;
    deflate = new Deflate({ level: 6 }, (bytes) => packed.push(bytes));
    for (const one of whole.splice(0)) deflate.push(one);
  }
  if (deflate === undefined) return concatenate(whole);
  deflate.push(new Uint8Array(), true);
  return { packed: concatenate(packed), size, crc };
}

/** Reads the directory of a package; no part is unpacked. Throws FileProblem. */
export function openPackage(bytes: Uint8Array, limits: PackageLimits = LIMITS, inflate?: Inflater): Package {
  // A plain view of the same memory: the slice() of Node's Buffer would share what we then change.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { entries, comment } = readArchive(plain, limits);
  const index = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return { bytes: plain, entries, comment, limits, index, inflate };
}

export function findPart(pack: Package, name: string): ArchiveEntry | undefined {
  return pack.index.get(partName(name).toLowerCase());
}

/** "/xl/workbook.xml" → "xl/workbook.xml". */
export function partName(name: string): string {
  return name.startsWith("/") ? name.slice(1) : name;
}

/** The unpacked bytes of a part, length and checksum verified. Throws FileProblem where it is missing or damaged. */
export function readPart(pack: Package, name: string): Uint8Array {
  const entry = requirePart(pack, name);
  const data = pack.bytes.subarray(entry.dataStart, entry.dataStart + entry.packed);
  if (entry.method === 0) return verified(entry, data.slice());
  // The declared size is within the limits; DEFLATE cannot give more than 1032 bytes a byte.
  if (entry.size > entry.packed * 1032 + 1024) throw new FileProblem(FILE_TEXTS.damaged(entry.name));
  let content: Uint8Array;
  try {
    content =
      pack.inflate === undefined
        ? inflateSync(data, { out: new Uint8Array(entry.size) })
        : pack.inflate(data, entry.size);
  } catch {
    throw new FileProblem(FILE_TEXTS.damaged(entry.name));
  }
  return verified(entry, content);
}

/**
 * Hands a part's bytes on in pieces, so that a large sheet need not stand in memory whole.
 * Throws FileProblem before or while pieces come; a piece handed on may belong to a damaged part.
 */
export function streamPart(pack: Package, name: string, take: (piece: Uint8Array) => void): void {
  const entry = requirePart(pack, name);
  if (pack.inflate !== undefined && entry.size <= AT_ONCE) {
    const content = readPart(pack, name);
    if (content.length > 0) take(content);
    return;
  }
  const data = pack.bytes.subarray(entry.dataStart, entry.dataStart + entry.packed);
  let length = 0;
  let checksum = 0;
  const pass = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > entry.size) throw new FileProblem(FILE_TEXTS.damaged(entry.name));
    checksum = crc32(piece, checksum);
    if (piece.length > 0) take(piece);
  };
  const step = 32_768;
  if (entry.method === 0) {
    for (let at = 0; at < data.length; at += step) pass(data.subarray(at, at + step));
  } else {
    const inflate = new Inflate(pass);
    for (let at = 0; at < data.length; at += step) {
      const piece = data.subarray(at, at + step);
      // Errors of the reader of pieces pass through; only the unpacking itself is judged here.
      pushPiece(inflate, piece, at + step >= data.length, entry);
    }
  }
  if (length !== entry.size || checksum !== entry.crc) throw new FileProblem(FILE_TEXTS.damaged(entry.name));
}

/** fflate's own errors carry a numeric code. */
function pushPiece(inflate: Inflate, piece: Uint8Array, final: boolean, entry: ArchiveEntry): void {
  try {
    inflate.push(piece, final);
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "number") {
      throw new FileProblem(FILE_TEXTS.damaged(entry.name));
    }
    throw error;
  }
}

function requirePart(pack: Package, name: string): ArchiveEntry {
  const entry = findPart(pack, name);
  if (entry === undefined) throw new FileProblem(FILE_TEXTS.missingPart(partName(name)));
  if ((entry.flags & FLAG_ENCRYPTED) !== 0) throw new FileProblem(FILE_TEXTS.encrypted);
  if (entry.method !== 0 && entry.method !== 8) throw new FileProblem(FILE_TEXTS.damaged(entry.name));
  return entry;
}

function verified(entry: ArchiveEntry, content: Uint8Array): Uint8Array {
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new FileProblem(FILE_TEXTS.damaged(entry.name));
  }
  return content;
}

/** 1980-01-01 00:00, the first date that an archive can hold: the same input gives the same bytes. */
const FIRST_DATE = 0x0021_0000;

/**
 * The package with the changes made. Untouched entries keep their order, names, flags and packed bytes.
 * A name in `replaced` that the package lacks, or in `added` that it has, is a fault of the caller and throws.
 */
export function buildPackage(original: Package, changes: PackageChanges): Uint8Array {
  const replaced = lowerKeys(changes.replaced);
  const removed = new Set([...changes.removed].map((name) => partName(name).toLowerCase()));
  const blocks: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  const put = (block: Uint8Array, record: Uint8Array): void => {
    blocks.push(block);
    records.push(record);
    at += block.length;
  };
  for (const entry of original.entries) {
    const key = entry.name.toLowerCase();
    if (removed.has(key)) continue;
    const content = replaced.get(key);
    if (content === undefined) put(copyEntry(original, entry), copyRecord(entry, at));
    else put(...newEntry(entry.name, content, entry.time, at));
    replaced.delete(key);
  }
  if (replaced.size > 0) throw new Error(`no such part to replace: ${[...replaced.keys()].join(", ")}`);
  for (const [name, content] of changes.added) {
    if (findPart(original, name) !== undefined && !removed.has(partName(name).toLowerCase())) {
      throw new Error(`part exists already: ${name}`);
    }
    put(...newEntry(partName(name), content, FIRST_DATE, at));
  }
  return concatenate([...blocks, ...records, endRecord(records, at, original.comment)]);
}

/** A new package of these parts, in this order. */
export function newPackage(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const empty: Package = {
    bytes: new Uint8Array(),
    entries: [],
    comment: new Uint8Array(),
    limits: LIMITS,
    index: new Map(),
    inflate: undefined,
  };
  return buildPackage(empty, { replaced: new Map(), added: parts, removed: new Set() });
}

function lowerKeys(parts: ReadonlyMap<string, PartContent>): Map<string, PartContent> {
  return new Map([...parts].map(([name, content]) => [partName(name).toLowerCase(), content]));
}

function copyEntry(original: Package, entry: ArchiveEntry): Uint8Array {
  const block = original.bytes.subarray(entry.start, entry.end);
  if (!lacksDescriptor(entry)) return block;
  const copy = block.slice();
  const view = new DataView(copy.buffer);
  view.setUint16(6, entry.flags & ~FLAG_DESCRIPTOR, true);
  view.setUint32(14, entry.crc, true);
  view.setUint32(18, entry.packed, true);
  view.setUint32(22, entry.size, true);
  return copy;
}

/** A descriptor is announced but none stands behind the data: the header takes what it would have said. */
function lacksDescriptor(entry: ArchiveEntry): boolean {
  return (entry.flags & FLAG_DESCRIPTOR) !== 0 && entry.end === entry.dataStart + entry.packed;
}

function copyRecord(entry: ArchiveEntry, at: number): Uint8Array {
  const record = entry.record.slice();
  const view = new DataView(record.buffer);
  if (lacksDescriptor(entry)) view.setUint16(8, entry.flags & ~FLAG_DESCRIPTOR, true);
  if (entry.offset64 < 0) view.setUint32(42, at, true);
  else {
    view.setUint32(entry.offset64, at, true);
    view.setUint32(entry.offset64 + 4, 0, true);
  }
  return record;
}

function newEntry(name: string, content: PartContent, time: number, at: number): [Uint8Array, Uint8Array] {
  const encoded = new TextEncoder().encode(name);
  const { data, stored, crc, size } = packedData(content);
  // Version, flags, method, time, checksum, sizes, lengths: the same 26 bytes in both headers.
  const common = new DataView(new ArrayBuffer(26));
  common.setUint16(0, 20, true);
  common.setUint16(2, encoded.length === name.length ? 0 : FLAG_UTF8, true);
  common.setUint16(4, stored ? 0 : 8, true);
  common.setUint32(6, time, true);
  common.setUint32(10, crc, true);
  common.setUint32(14, data.length, true);
  common.setUint32(18, size, true);
  common.setUint16(22, encoded.length, true);
  const shared = new Uint8Array(common.buffer);
  const record = new Uint8Array(46 + encoded.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  record.set(shared, 6);
  view.setUint32(42, at, true);
  record.set(encoded, 46);
  return [concatenate([Uint8Array.of(0x50, 0x4b, 3, 4), shared, encoded, data]), record];
}

function packedData(content: PartContent): {
  readonly data: Uint8Array;
  readonly stored: boolean;
  readonly crc: number;
  readonly size: number;
} {
  if (!(content instanceof Uint8Array)) return { ...content, data: content.packed, stored: false };
  const deflated = deflateSync(content, { level: 6 });
  const stored = deflated.length >= content.length;
  return { data: stored ? content : deflated, stored, crc: crc32(content), size: content.length };
}

function endRecord(records: readonly Uint8Array[], at: number, comment: Uint8Array): Uint8Array {
  const end = new Uint8Array(22 + comment.length);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, records.length, true);
  view.setUint16(10, records.length, true);
  view.setUint32(
    12,
    records.reduce((sum, record) => sum + record.length, 0),
    true,
  );
  view.setUint32(16, at, true);
  view.setUint16(20, comment.length, true);
  end.set(comment, 22);
  return end;
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
