/**
 * Passages: paragraphs that belong together, as one flat text without spaces and breaks whose every character knows
 * where it stands. Pages of a converted document end in the midst of sentences and even of numbers; what a page break
 * cut is put together again here.
 */
import type { Narrative, Paragraph, TextSpan } from "./document";

export interface Passage {
  /** Without spaces; digits, brackets and punctuation in one form (1 character for 1). */
  readonly flat: string;
  /** For each character of `flat`: its paragraph and its offset there. */
  readonly paragraphAt: Int32Array;
  readonly offsetAt: Int32Array;
  /** First paragraph. */
  readonly paragraph: number;
  /** Automatic number of the first paragraph. */
  readonly number: string;
}

const SPACE = /[\s\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]/u;
const ENDED = /[。！？；：!?;:…”」』]$/u;
/** A heading or list number at the start of a line. */
export const NUMBERED =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d]{1,3}[章节条部分]|\d{1,2}(?:[、．]|\.(?!\d)|[）)]))/u;
const CONTINUED = /^\s*(?:[，。、；：）)％%!！?？,;]|[.．]\d)/u;
/** "— 5 —", "第 5 页": a page's number between the halves of a sentence. */
const PAGE_NUMBER =
  /^\s*(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$/u;
/** "完成情况：…" begins something new. */
const LABELLED = /^\s*\p{Script=Han}{2,8}\s*[:：]/u;
const UNIT_START = /^\s*(?:[百千万亿]|元|个|户|人|分|%|％)/u;

/** The passages of a narrative in reading order. A table cell or a note never joins its neighbour. */
export function passagesOf(narrative: Narrative): readonly Passage[] {
  const passages: Passage[] = [];
  let group: Placed[] = [];
  const close = (): void => {
    const [first] = group;
    if (first !== undefined) passages.push(flatten(group, first));
    group = [];
  };
  narrative.paragraphs.forEach((paragraph, index) => {
    if (paragraph.place.kind === "body" && PAGE_NUMBER.test(paragraph.text)) return;
    const last = group.at(-1);
    if (last !== undefined && !continues(last.paragraph, paragraph)) close();
    group.push({ index, paragraph });
  });
  close();
  return passages;
}

interface Placed {
  readonly index: number;
  readonly paragraph: Paragraph;
}

/** Whether the next paragraph goes on with the sentence of the one before. */
function continues(last: Paragraph, next: Paragraph): boolean {
  if (last.place.kind !== "body" || next.place.kind !== "body") return false;
  const text = last.text.replace(/[\s\u3000]+$/u, "");
  if (next.number !== "" || NUMBERED.test(next.text) || LABELLED.test(next.text)) return false;
  if (text === "" || ENDED.test(text)) return false;
  if (CONTINUED.test(next.text)) return true;
  if (/\d[.．]?$/u.test(text) && (UNIT_START.test(next.text) || /^\s*\d/u.test(next.text))) return true;
  if (/^\s*[（(]/u.test(next.text) && /[，。；]/u.test(text)) return true;
  // Titles, signatures and lines of an address have no punctuation inside.
  if (NUMBERED.test(text) && !/[，。；]/u.test(text)) return false;
  return /[，。；：]/u.test(text) && text.length >= 12 && !/[）)]$/u.test(text);
}

const FOLDED: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  "‘": "“",
  "’": "”",
  "【": "（",
  "】": "）",
  "[": "〔",
  "]": "〕",
  "﹪": "%",
  "\u2212": "-",
  "﹣": "-",
  "｡": "。",
};

function flatten(group: readonly Placed[], first: Placed): Passage {
  const letters: string[] = [];
  const paragraphAt: number[] = [];
  const offsetAt: number[] = [];
  const quote = { open: false };
  for (const { index, paragraph } of group) {
    const { text } = paragraph;
    for (let offset = 0; offset < text.length; offset += 1) {
      const letter = text.charAt(offset);
      if (SPACE.test(letter) || letter === "*") {
        // Two numbers side by side stay two; a break inside a number goes.
        if (keepsApart(text, offset)) put(" ", index, offset);
        continue;
      }
      put(foldLetter(letter, text, offset, quote), index, offset);
    }
  }
  function put(letter: string, index: number, offset: number): void {
    letters.push(letter);
    paragraphAt.push(index);
    offsetAt.push(offset);
  }
  return {
    flat: letters.join(""),
    paragraphAt: Int32Array.from(paragraphAt),
    offsetAt: Int32Array.from(offsetAt),
    paragraph: first.index,
    number: first.paragraph.number,
  };
}

const DIGIT = /[\d０-９]/u;
const LEADING_SPACE = /^[\s\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]+/u;

/**
 * Whether the space at an offset parts two numbers (37585 507.348). Breaks never do, nor does a single space before
 * exactly three digits that end in a point or a unit (143 400.108万元).
 */
function keepsApart(text: string, offset: number): boolean {
  if (!DIGIT.test(text.charAt(offset - 1))) return false;
  const behind = text.slice(offset, offset + 80);
  const next = behind.replace(LEADING_SPACE, "");
  const gap = behind.slice(0, behind.length - next.length);
  if (/[\n\r\v\f]/u.test(gap) || !DIGIT.test(next.charAt(0))) return false;
  if (gap.length > 1) return true;
  const grouped = /(?:^|[^\d.])\d{1,3}(?: \d{3})*$/u.test(text.slice(Math.max(0, offset - 24), offset));
  return !(grouped && /^\d{3}(?: \d{3})*(?:\.\d+)?\s*(?:[十百千]?[万亿]|元)/u.test(next));
}

function foldLetter(letter: string, text: string, offset: number, quote: { open: boolean }): string {
  if (letter === '"' || letter === "＂") {
    quote.open = !quote.open;
    return quote.open ? "“" : "”";
  }
  const inside = DIGIT.test(text.charAt(offset - 1)) && DIGIT.test(text.charAt(offset + 1));
  // A comma between digits is a separator of thousands only if exactly three digits follow it, and none if full-width.
  if (letter === "," || letter === "，") return letter === "," && inside ? "," : "，";
  // A dash that was typed as the numeral one: 10一15万元.
  if (letter === "一" && inside) return "—";
  const code = letter.charCodeAt(0);
  const ascii = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : letter;
  return FOLDED[ascii] ?? ascii;
}

/** Where a stretch of flat text stands in the narrative: one span a paragraph. */
export function spansOf(passage: Passage, start: number, end: number): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  for (let at = start; at < end; at += 1) {
    const paragraph = passage.paragraphAt[at] ?? 0;
    const offset = passage.offsetAt[at] ?? 0;
    const last = spans.at(-1);
    if (last !== undefined && last.paragraph === paragraph) {
      spans[spans.length - 1] = { ...last, end: offset + 1 };
    } else spans.push({ paragraph, start: offset, end: offset + 1 });
  }
  return spans;
}

/** The text of those spans as it stands; what a page break parted is put together. */
export function quoteOf(narrative: Narrative, spans: readonly TextSpan[]): string {
  return spans
    .map(({ paragraph, start, end }) => narrative.paragraphs[paragraph]?.text.slice(start, end) ?? "")
    .join("");
}
