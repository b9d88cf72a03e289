/**
 * A .docx as a narrative: paragraphs in reading order with their automatic numbers, cells, footnotes and text boxes.
 * Tracked deletions and hidden text are left out, insertions are kept; line and page breaks stay as "\n". Equations are
 * written in a row.
 */
import { SaxesParser, type SaxesTagNS } from "saxes";
import type { Narrative, Paragraph, Place } from "../../../core/narrative/document";
import { REPORT_FILE_TEXTS } from "../../../texts/report-files";
import { findPart, openPackage, type Package, readPart } from "../package";
import { decodeXml, readRelations } from "../relations";
import { parseXml, type XmlElement } from "../xml";
import { type Numbering, readNumbering } from "./numbering";
import { ReportProblem } from "./problem";

const WORD: readonly string[] = [
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
const MATH: readonly string[] = [
  "http://schemas.openxmlformats.org/officeDocument/2006/math",
  "http://purl.oclc.org/ooxml/officeDocument/math",
];
/** What stands between two parts of an equation that are written one above the other: 80 over 100 is not 80100. */
const BETWEEN: ReadonlyMap<string, string> = new Map([
  ["den", "/"],
  ["sup", "^"],
  ["sub", "_"],
]);
const DEPTH = 400;
/** Some 3000 pages. */
export const MAX_LETTERS = 3_000_000;

/** @throws FileProblem for a package that is no sound Word document */
export function readDocx(bytes: Uint8Array): Narrative {
  const pack = openPackage(bytes);
  const main = readRelations(pack, "").find(({ kind }) => kind === "officeDocument")?.part;
  if (main === undefined) throw new ReportProblem(REPORT_FILE_TEXTS.notWord);
  if (/^xl\//iu.test(main)) throw new ReportProblem(REPORT_FILE_TEXTS.workbook);
  const relations = readRelations(pack, main);
  const partOf = (kind: string): string | undefined => relations.find((one) => one.kind === kind)?.part;
  const numbering = readNumbering(treeOf(pack, partOf("numbering")), treeOf(pack, partOf("styles")));
  const paragraphs = [...readStory(pack, main, numbering, "body")];
  for (const kind of ["footnotes", "endnotes"]) {
    const part = partOf(kind);
    if (part !== undefined && findPart(pack, part) !== undefined) {
      paragraphs.push(...readStory(pack, part, numbering, "note"));
    }
  }
  return { paragraphs };
}

function treeOf(pack: Package, part: string | undefined): XmlElement | undefined {
  if (part === undefined || findPart(pack, part) === undefined) return undefined;
  return parseXml(decodeXml(readPart(pack, part)), part);
}

interface OpenParagraph {
  text: string;
  style: string;
  list: string | undefined;
  level: number | undefined;
  /** The paragraph mark was deleted: the next paragraph goes on in it. */
  markDeleted: boolean;
}

interface OpenTable {
  readonly index: number;
  row: number;
  column: number;
}

/** Content that is not shown: deleted, moved away, field codes, the fallback of what is shown otherwise, phonetic guides. */
const UNSHOWN = new Set(["del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rt"]);

function readStory(
  pack: Package,
  part: string,
  numbering: Numbering,
  story: "body" | "note",
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const open: OpenParagraph[] = [];
  const tables: OpenTable[] = [];
  const path: string[] = [];
  let tableCount = 0;
  let unshown = 0;
  let hiddenRun = false;
  let letters = 0;
  let separator = false;
  let pending: OpenParagraph | undefined;
  const problem = new ReportProblem(REPORT_FILE_TEXTS.damaged(part));

  const place = (): Place => {
    const table = tables.at(-1);
    if (story === "note") return { kind: "note" };
    if (table === undefined) return { kind: "body" };
    return { kind: "cell", table: table.index, row: table.row, column: table.column };
  };
  const put = (text: string): void => {
    const paragraph = open.at(-1);
    if (paragraph === undefined || unshown > 0 || hiddenRun || separator) return;
    letters += text.length;
    if (letters > MAX_LETTERS) throw new ReportProblem(REPORT_FILE_TEXTS.tooLong(String(MAX_LETTERS)));
    paragraph.text += text;
  };
  const close = (paragraph: OpenParagraph): void => {
    if (paragraph.markDeleted) {
      pending = paragraph;
      return;
    }
    const number = paragraph.text === "" ? "" : numbering(paragraph);
    if (paragraph.text.trim() !== "") paragraphs.push({ text: paragraph.text, number, place: place() });
  };

  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => {
    throw problem;
  });
  parser.on("doctype", () => {
    throw problem;
  });
  parser.on("opentag", (tag) => {
    if (path.length >= DEPTH) throw problem;
    path.push(tag.local);
    // A deleted paragraph mark, or the properties of a change, are no deleted content.
    if (UNSHOWN.has(tag.local) && path.at(-2) !== "rPr" && path.at(-2) !== "trPr") unshown += 1;
    if (WORD.includes(tag.uri)) opened(tag);
    else if (MATH.includes(tag.uri)) put(BETWEEN.get(tag.local) ?? "");
  });
  parser.on("closetag", (tag) => {
    path.pop();
    if (UNSHOWN.has(tag.local) && path.at(-1) !== "rPr" && path.at(-1) !== "trPr") unshown -= 1;
    if (!WORD.includes(tag.uri)) return;
    if (tag.local === "p") {
      const paragraph = open.pop();
      if (paragraph !== undefined) close(paragraph);
    } else if (tag.local === "r") hiddenRun = false;
    else if (tag.local === "tbl") tables.pop();
    else if (tag.local === "footnote" || tag.local === "endnote") separator = false;
    else if (tag.local === "sectPr" || tag.local === "body") flush();
  });
  const takeText = (text: string): void => {
    if (path.at(-1) === "t") put(text);
  };
  parser.on("text", takeText);
  parser.on("cdata", takeText);

  function flush(): void {
    if (pending !== undefined) close({ ...pending, markDeleted: false });
    pending = undefined;
  }

  function opened(tag: SaxesTagNS): void {
    const above = path.at(-2) ?? "";
    const paragraph = open.at(-1);
    switch (tag.local) {
      case "p":
        open.push(pending ?? { text: "", style: "", list: undefined, level: undefined, markDeleted: false });
        pending = undefined;
        (open.at(-1) ?? { markDeleted: false }).markDeleted = false;
        return;
      case "pStyle":
        if (above === "pPr" && paragraph !== undefined && path.at(-3) === "p")
          paragraph.style = attribute(tag);
        return;
      case "numId":
        if (above === "numPr" && paragraph !== undefined && !path.includes("pPrChange")) {
          paragraph.list = attribute(tag);
        }
        return;
      case "ilvl":
        if (above === "numPr" && paragraph !== undefined && !path.includes("pPrChange")) {
          paragraph.level = Number(attribute(tag)) || 0;
        }
        return;
      case "del":
      case "moveFrom":
        if (above === "rPr" && path.at(-3) === "pPr" && paragraph !== undefined) paragraph.markDeleted = true;
        return;
      case "vanish":
        if (above === "rPr" && path.at(-3) === "r") hiddenRun = !/^(?:0|false|off)$/u.test(attribute(tag));
        return;
      case "br":
      case "cr":
        return put("\n");
      case "tab":
      case "ptab":
        if (above === "r") put("\t");
        return;
      case "noBreakHyphen":
        return put("-");
      case "sym":
        return put(symbol(attribute(tag, "font"), Number.parseInt(attribute(tag, "char"), 16)));
      case "tbl":
        tables.push({ index: tableCount, row: -1, column: -1 });
        tableCount += 1;
        return;
      case "tr": {
        const table = tables.at(-1);
        if (table !== undefined) Object.assign(table, { row: table.row + 1, column: -1 });
        return;
      }
      case "tc": {
        const table = tables.at(-1);
        if (table !== undefined) table.column += 1;
        return;
      }
      case "footnote":
      case "endnote":
        separator = /separator|notice/iu.test(attribute(tag, "type"));
        return;
    }
  }

  parser.write(decodeXml(readPart(pack, part))).close();
  flush();
  return paragraphs;
}

/**
 * A character of a symbol font, stored with F000 added. Symbol has signs and digits where ASCII has them, the minus of a
 * negative amount among them; a picture of another font is 〓, so that the digits beside it do not become one number.
 */
function symbol(font: string, code: number): string {
  if (!(code >= 0x20 && code <= 0xfffd)) return "〓";
  if (code < 0xf000 || code > 0xf0ff) return String.fromCodePoint(code);
  const sign = code - 0xf000;
  return font === "Symbol" && sign >= 0x20 && sign < 0x40 ? String.fromCharCode(sign) : "〓";
}

/** An attribute by its local name, whatever the prefix. */
function attribute(tag: SaxesTagNS, local = "val"): string {
  return Object.values(tag.attributes).find((one) => one.local === local)?.value ?? "";
}
