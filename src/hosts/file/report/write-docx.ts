/**
 * A draft as .docx in the form of Chinese official documents (GB/T 9704): 小标宋 title, 黑体 and 楷体 headings, 仿宋
 * body, fixed line spacing of 28 points, page numbers "— 1 —". East Asian fonts are set for East Asian text only.
 */
import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import type { DraftBlock, DraftReport } from "../../../core/narrative/draft";

/** Half points: 二号 and 三号 are 22 and 16 points, 四号 14. */
const SIZE_TITLE = 44;
const SIZE_BODY = 32;
const SIZE_PAGE = 28;
/** Twentieths of a point. */
const LINE = 28 * 20;
/** Millimetres to twentieths of a point. */
const MM = 56.7;
const LATIN = "Times New Roman";

const FONTS: Readonly<Record<DraftBlock["kind"], string>> = {
  title: "方正小标宋简体",
  heading: "黑体",
  subheading: "楷体_GB2312",
  paragraph: "仿宋_GB2312",
  signature: "仿宋_GB2312",
};

/** @returns the bytes of the .docx */
export async function writeDocx(draft: DraftReport): Promise<Uint8Array> {
  const [title] = draft.blocks;
  const document = new Document({
    title: title?.runs.map(({ text }) => text).join("") ?? "",
    creator: "Hengbiao",
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: fontOf("仿宋_GB2312"), size: SIZE_BODY } } },
      paragraphStyles: [outline("Heading1", "heading 1", 0), outline("Heading2", "heading 2", 1)],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
            margin: {
              top: Math.round(37 * MM),
              bottom: Math.round(35 * MM),
              left: Math.round(28 * MM),
              right: Math.round(26 * MM),
              footer: Math.round(28 * MM),
            },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: draft.blocks.map(paragraphOf),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function outline(
  id: string,
  name: string,
  level: number,
): {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string;
  readonly next: string;
  readonly quickFormat: boolean;
  readonly paragraph: { readonly outlineLevel: number };
} {
  return {
    id,
    name,
    basedOn: "Normal",
    next: "Normal",
    quickFormat: true,
    paragraph: { outlineLevel: level },
  };
}

function paragraphOf(block: DraftBlock): Paragraph {
  const { kind, runs } = block;
  const size = kind === "title" ? SIZE_TITLE : SIZE_BODY;
  return new Paragraph({
    ...layoutOf(kind),
    spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: kind === "title" ? LINE : 0 },
    children: runs.map(
      ({ text, gap }) =>
        new TextRun({ text, size, font: fontOf(FONTS[kind]), ...(gap ? { highlight: "yellow" } : {}) }),
    ),
  });
}

function layoutOf(kind: DraftBlock["kind"]): IParagraphOptions {
  // Two characters of 三号, said in characters too so that it follows the font.
  const indent = { firstLine: SIZE_BODY * 20, firstLineChars: 200 };
  switch (kind) {
    case "title":
      return { alignment: AlignmentType.CENTER };
    case "heading":
      return { style: "Heading1", indent, keepNext: true };
    case "subheading":
      return { style: "Heading2", indent, keepNext: true };
    case "paragraph":
      return { indent, alignment: AlignmentType.BOTH };
    case "signature":
      return { alignment: AlignmentType.RIGHT, indent: { right: SIZE_BODY * 40 } };
  }
}

/** Latin letters and digits keep a Latin font; quotation marks are East Asian here. */
function fontOf(eastAsian: string): {
  readonly ascii: string;
  readonly hAnsi: string;
  readonly cs: string;
  readonly eastAsia: string;
  readonly hint: string;
} {
  return { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: eastAsian, hint: "eastAsia" };
}

/** "— 1 —", one character in from the outer edge. */
function pageNumber(alignment: "left" | "right"): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === "right" ? { right: SIZE_PAGE * 10 } : { left: SIZE_PAGE * 10 },
        children: [
          new TextRun({
            children: ["— ", PageNumber.CURRENT, " —"],
            size: SIZE_PAGE,
            font: { ascii: "宋体", hAnsi: "宋体", cs: LATIN, eastAsia: "宋体" },
          }),
        ],
      }),
    ],
  });
}
