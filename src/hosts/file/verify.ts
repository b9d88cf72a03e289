/**
 * Our own check of a package before it may replace anything: what Microsoft's validator does not see, and that the
 * user's parts are the same bytes. A failure here is a fault of ours or a package beyond what we understand; either
 * way nothing is written.
 */
import { FILE_TEXTS } from "../../texts/files";
import type { ArchiveEntry } from "./archive";
import { contentTypeReader } from "./content-types";
import { findPart, openPackage, type Package, readPart, streamPart } from "./package";
import { FileProblem } from "./problem";
import { decodeXml, parseRelations } from "./relations";
import { startSheetCheck } from "./verify-sheet";
import { readWorkbookPart, relatedPart, type WorkbookPart } from "./workbook-part";
import { child, children, parseXml, type XmlElement } from "./xml";

export interface Written {
  /** Names of the parts that we wrote, new and replaced. */
  readonly written: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  /** Names of the worksheet parts of our sheets. */
  readonly ours: readonly string[];
}

/** @throws FileProblem naming the first thing that is not as it should be */
export function verifyPackage(original: Package, result: Uint8Array, what: Written): void {
  const built = openPackage(result, original.limits);
  checkUntouched(original, built, what);
  const contentType = contentTypeReader(decodeXml(readPart(built, "[Content_Types].xml")));
  for (const name of what.written) {
    // Our sheets, which may be long, are read once, below.
    if (!what.ours.includes(name)) parseXml(decodeXml(readPart(built, name)), name);
    if (name !== "[Content_Types].xml" && contentType(name) === undefined) fail(`content type: ${name}`);
  }
  checkRelations(original, built, what);
  const workbook = readWorkbookPart(built);
  checkWorkbook(workbook);
  const formats = checkStyles(original, built, workbook);
  const names = new Set(workbook.sheets.map((sheet) => sheet.name.toLowerCase()));
  for (const part of what.ours) {
    const check = startSheetCheck(part, { formats, sheetNames: names });
    streamPart(built, part, (piece) => check.take(piece));
    const problem = check.problem();
    if (problem !== undefined) fail(`${part}: ${problem}`);
  }
}

function fail(detail: string): never {
  throw new FileProblem(FILE_TEXTS.notVerified(detail));
}

function checkUntouched(original: Package, built: Package, what: Written): void {
  const lower = (names: Iterable<string>): Set<string> =>
    new Set([...names].map((name) => name.toLowerCase()));
  const written = lower(what.written);
  const removed = lower(what.removed);
  const expected = original.entries.filter((entry) => !removed.has(entry.name.toLowerCase()));
  expected.forEach((entry, index) => {
    const other = built.entries[index];
    if (other?.name !== entry.name) return fail(`order: ${entry.name}`);
    if (!written.has(entry.name.toLowerCase()) && !sameData(original, entry, built, other))
      fail(`changed: ${entry.name}`);
  });
  for (const entry of built.entries.slice(expected.length)) {
    if (!written.has(entry.name.toLowerCase())) fail(`unexpected: ${entry.name}`);
  }
}

function sameData(a: Package, entry: ArchiveEntry, b: Package, other: ArchiveEntry): boolean {
  if (entry.crc !== other.crc || entry.packed !== other.packed || entry.method !== other.method) return false;
  for (let at = 0; at < entry.packed; at += 1) {
    if (a.bytes[entry.dataStart + at] !== b.bytes[other.dataStart + at]) return false;
  }
  return true;
}

/** Every target that a relation names is there, unless the input lacked it too. */
function checkRelations(original: Package, built: Package, what: Written): void {
  const removed = new Set([...what.removed].map((name) => name.toLowerCase()));
  for (const { name } of built.entries) {
    const match = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name);
    if (match === null) continue;
    const from = `${match[1] ?? ""}${match[2] ?? ""}`;
    const relations = parseRelations(decodeXml(readPart(built, name)), from, name);
    const ids = new Set(relations.map(({ id }) => id));
    if (ids.size !== relations.length) fail(`relation ids: ${name}`);
    for (const { part, external, target } of relations) {
      if (external || (part !== undefined && findPart(built, part) !== undefined)) continue;
      const wasThere = part !== undefined && findPart(original, part) !== undefined;
      const ourRelations = what.written.has(name) && findPart(original, name) === undefined;
      if (wasThere || ourRelations || (part !== undefined && removed.has(part.toLowerCase())))
        fail(`${name} → ${target}`);
    }
  }
}

function checkWorkbook(workbook: WorkbookPart): void {
  const names = new Set<string>();
  const ids = new Set<number>();
  for (const sheet of workbook.sheets) {
    const key = sheet.name.toLowerCase();
    if (names.has(key) || sheet.name.length > 31 || sheet.name === "") fail(`sheet name: ${sheet.name}`);
    if (ids.has(sheet.sheetId)) fail(`sheetId: ${sheet.sheetId}`);
    if (sheet.part === undefined) fail(`sheet without part: ${sheet.name}`);
    names.add(key);
    ids.add(sheet.sheetId);
  }
  const scoped = new Set<string>();
  for (const { name, scope } of workbook.names) {
    if (scope !== undefined && !(scope >= 0 && scope < workbook.sheets.length)) fail(`localSheetId: ${name}`);
    const key = `${scope ?? ""} ${name.toLowerCase()}`;
    if (scoped.has(key)) fail(`name twice: ${name}`);
    scoped.add(key);
  }
}

/** Old styles stand where they stood; counts are right. Gives the number of cell formats. */
function checkStyles(original: Package, built: Package, workbook: WorkbookPart): number {
  const part = relatedPart(built, workbook, "styles");
  if (part === undefined) return fail("styles");
  const text = decodeXml(readPart(built, part));
  const root = parseXml(text, part);
  const before = findPart(original, part) === undefined ? undefined : decodeXml(readPart(original, part));
  const oldRoot = before === undefined ? undefined : parseXml(before, part);
  const counts = new Map<string, number>();
  for (const name of ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"]) {
    const list = child(root, name);
    const now = list?.children ?? [];
    counts.set(name, now.length);
    const was = oldRoot === undefined ? [] : (child(oldRoot, name)?.children ?? []);
    was.forEach((element, index) => {
      if (before !== undefined && slice(before, element) !== slice(text, now[index]))
        fail(`styles: ${name} ${index}`);
    });
    if (now.length > was.length && Number(list?.attributes.count) !== now.length)
      fail(`styles: ${name} count`);
  }
  const xfs = child(root, "cellXfs");
  for (const xf of xfs === undefined ? [] : children(xfs, "xf")) {
    const within = (attribute: string, list: string): boolean =>
      Number(xf.attributes[attribute] ?? 0) < Math.max(1, counts.get(list) ?? 0);
    if (!within("fontId", "fonts") || !within("fillId", "fills") || !within("borderId", "borders"))
      fail("styles: xf");
  }
  return counts.get("cellXfs") ?? 0;
}

function slice(text: string, element: XmlElement | undefined): string | undefined {
  return element === undefined ? undefined : text.slice(element.start, element.end);
}
