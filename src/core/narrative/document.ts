/**
 * A narrative as a host hands it over: paragraphs in reading order, each with its place. Deleted text (tracked
 * deletions) is not in it, inserted text is.
 */

export type Place =
  | { readonly kind: "body" }
  /** A cell of a table; all counted from 0. */
  | { readonly kind: "cell"; readonly table: number; readonly row: number; readonly column: number }
  /** A footnote or endnote. */
  | { readonly kind: "note" };

export interface Paragraph {
  /** As it stands; a line break or page break inside the paragraph is "\n". */
  readonly text: string;
  /** Automatic number as shown, "1." or "（一）"; it is not part of `text`. "" for none. */
  readonly number: string;
  readonly place: Place;
}

export interface Narrative {
  readonly paragraphs: readonly Paragraph[];
}

/** A stretch of one paragraph's text, end excluded; paragraphs are counted from 0. */
export interface TextSpan {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Text that was pasted or read from a .txt: each line is a paragraph, blank lines are left out. */
export function narrativeOfText(text: string): Narrative {
  const paragraphs: Paragraph[] = [];
  for (const line of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)) {
    if (line.trim() !== "") paragraphs.push({ text: line, number: "", place: { kind: "body" } });
  }
  return { paragraphs };
}
