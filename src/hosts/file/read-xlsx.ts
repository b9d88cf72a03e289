/**
 * An .xlsx, .xlsm or .xltx package → snapshot. Large parts are unpacked piece by piece and scanned once; small ones are
 * parsed. This is the only reading path for such packages.
 */
import {
  formatId,
  newStore,
  SheetBuilder,
  type SharedStore,
  type WorkbookSnapshot,
  workbookOf,
} from "../../core/workbook/snapshot";
import { readCellFormats } from "./number-formats";
import { FILE_TEXTS } from "../../texts/files";
import { LIMITS } from "./limits";
import { findPart, type Inflater, openPackage, type Package, readPart, streamPart } from "./package";
import { readRelations, type Relation, workbookPart } from "./relations";
import { SharedTexts } from "./shared-texts";
import { type SheetContext, SheetReceiver } from "./sheet-receiver";
import { readSmallXml } from "./small-xml";
import { readOutline } from "./workbook-outline";
import { decodePart, utf8Pieces } from "./xml-text";
import { XmlScanner } from "./xml-scanner";
import type { ArchiveEntry } from "./archive";
import { beyond, damaged, READ_LIMITS } from "./read-limits";
import { FileProblem } from "./problem";

/** Namespace of the custom XML part that holds the answers. */
export const ANSWERS_NAMESPACE = "urn:hengbiao:answers:1";

/** Called as parts are read; a host shows it, or throws to cancel. Bytes are unpacked bytes of all large parts. */
export type ReadProgress = (done: number, of: number) => void;

/** @throws FileProblem; whatever onProgress throws */
export function readXlsx(
  bytes: Uint8Array,
  onProgress: ReadProgress = () => {},
  inflate?: Inflater,
): WorkbookSnapshot {
  const parts = openPackage(bytes, LIMITS, inflate);
  const main = mainPart(parts);
  const workbook = readOutline(wholePart(parts, main), main);
  const relations = readRelations(parts, main);
  const store = newStore();
  const targets = workbook.sheets.map((sheet) => sheetPart(sheet.relation, relations, parts, main));
  const texts = partOfType(relations, "sharedStrings", parts);
  const progress = progressOver([texts, ...targets], onProgress);

  const receiver = new SharedTexts(store, texts?.name ?? "");
  if (texts !== undefined) scan(parts, texts, new XmlScanner(texts.name, "sst", receiver), progress);
  const context: SheetContext = {
    store,
    firstText: receiver.first,
    textCount: receiver.count,
    formats: cellFormats(parts, partOfType(relations, "styles", parts), store),
    date1904: workbook.date1904,
    spent: { cells: 0, pages: 0, formulas: 0 },
  };
  const sheets = workbook.sheets.map(({ name, visibility }, index) => {
    const sheet = new SheetBuilder(name, visibility, store);
    const entry = targets[index];
    if (entry !== undefined) {
      scan(
        parts,
        entry,
        new XmlScanner(entry.name, "worksheet", new SheetReceiver(sheet, context, entry.name)),
        progress,
      );
    }
    return sheet;
  });
  if (sheets.length === 0) throw damaged(main);
  return workbookOf(sheets, {
    date1904: workbook.date1904,
    answersXml: answersXml(parts, relations),
    ownSheets: workbook.ownSheets,
  });
}

/** Other packages are told apart, so that the officer hears what the file is. */
function mainPart(parts: Package): string {
  if (findPart(parts, "mimetype") !== undefined) throw new FileProblem(FILE_TEXTS.otherFormat(".ods"));
  const main = workbookPart(parts);
  if (/\.bin$/i.test(main)) throw new FileProblem(FILE_TEXTS.otherFormat(".xlsb"));
  if (/^word\//i.test(main)) throw new FileProblem(FILE_TEXTS.otherFormat(".docx"));
  if (/^ppt\//i.test(main)) throw new FileProblem(FILE_TEXTS.otherFormat(".pptx"));
  return main;
}

function scan(
  parts: Package,
  entry: ArchiveEntry,
  scanner: XmlScanner,
  progress: (bytes: number) => void,
): void {
  const push = utf8Pieces(entry.name, (piece) => scanner.push(piece));
  streamPart(parts, entry.name, (piece) => {
    push(piece);
    progress(piece.length);
  });
  scanner.end();
}

/** The text of a part that is small in any sound workbook. */
function wholePart(parts: Package, name: string): string {
  if ((findPart(parts, name)?.size ?? 0) > READ_LIMITS.wholePart) throw beyond("wholePart", name);
  return decodePart(readPart(parts, name), name);
}

/** Charts and dialogs on sheets of their own hold no cells: undefined. */
function sheetPart(
  id: string,
  relations: readonly Relation[],
  parts: Package,
  main: string,
): ArchiveEntry | undefined {
  const relation = relations.find((candidate) => candidate.id === id);
  if (relation === undefined) throw damaged(main);
  if (relation.kind !== "worksheet") return undefined;
  const entry = relation.part === undefined ? undefined : findPart(parts, relation.part);
  if (entry === undefined) throw damaged(main);
  return entry;
}

function partOfType(relations: readonly Relation[], type: string, parts: Package): ArchiveEntry | undefined {
  const target = relations.find((relation) => relation.kind === type)?.part;
  return target === undefined ? undefined : findPart(parts, target);
}

function cellFormats(parts: Package, entry: ArchiveEntry | undefined, store: SharedStore): Int32Array {
  if (entry === undefined) return new Int32Array(0);
  const codes = readCellFormats(wholePart(parts, entry.name), entry.name);
  return Int32Array.from(codes, (code) => formatId(store, code));
}

/**
 * The custom XML part of our namespace: among those that the workbook refers to, then among all, since LibreOffice moves
 * the relation to the package's root with a target that leads nowhere.
 */
function answersXml(parts: Package, relations: readonly Relation[]): string | undefined {
  const related = relations.flatMap(({ kind, part }) => {
    const entry = kind === "customXml" && part !== undefined ? findPart(parts, part) : undefined;
    return entry === undefined ? [] : [entry];
  });
  const items = parts.entries.filter(({ name }) => /^customXml\/[^/]+\.xml$/.test(name));
  for (const entry of new Set([...related, ...items])) {
    // A part of another program is none of our business, however large or broken.
    const text = quietly(() => wholePart(parts, entry.name));
    if (
      text !== undefined &&
      text.includes(ANSWERS_NAMESPACE) &&
      rootNamespace(text, entry.name) === ANSWERS_NAMESPACE
    ) {
      return text;
    }
  }
  return undefined;
}

function rootNamespace(text: string, part: string): string | undefined {
  let found: string | undefined;
  readSmallXml(text, part, {
    open: ({ uri }, path) => {
      if (path.length === 0) found = uri;
    },
  });
  return found;
}

function quietly(read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileProblem) return undefined;
    throw error;
  }
}

function progressOver(
  entries: readonly (ArchiveEntry | undefined)[],
  onProgress: ReadProgress,
): (bytes: number) => void {
  const total = entries.reduce((sum, entry) => sum + (entry?.size ?? 0), 0);
  let done = 0;
  return (bytes) => {
    done += bytes;
    onProgress(done, total);
  };
}
