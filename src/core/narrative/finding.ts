/** Findings about a narrative: plain data, each with the sentences that it speaks of. */
import { plain } from "../figures/decimal";
import type { Language, Text } from "../pack/pack";
import type { Severity } from "../checks/finding";
import type { SheetArea } from "../workbook/address";
import type { Narrative, TextSpan } from "./document";
import { quoteOf, spansOf } from "./passage";
import type { Sentence, TextFigure } from "./sentences";

/** "look": the reader should look; never counted as an error. */
export type Confidence = "sure" | "look";

export interface Quote {
  /** The sentence as it stands in the report. */
  readonly text: string;
  readonly spans: readonly TextSpan[];
  /** Figures concerned: [start, end) in `text`. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export type ReportRule =
  | "report.parts"
  | "report.rate"
  | "report.balance"
  | "report.equal"
  | "report.progress"
  | "report.repeated"
  | "report.same"
  | "report.workbook"
  | "report.score-item"
  | "report.score-sum"
  | "report.score-total";

export interface ReportFinding {
  readonly rule: ReportRule;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  /** First of `quotes`; "" where it has none. */
  readonly quote: string;
  readonly quotes: readonly Quote[];
  /** The figures concerned, plain decimals in `unit`. */
  readonly figures: readonly string[];
  readonly unit: string;
  readonly difference?: string;
  readonly tolerance?: string;
  readonly left?: { readonly value: string; readonly cells: readonly SheetArea[] };
  readonly right?: { readonly value: string; readonly cells: readonly SheetArea[] };
  /** The pack's fact that it is about; "" for none. */
  readonly fact: string;
}

/** A finding before its words are chosen. */
export interface Draft extends Omit<ReportFinding, "message" | "quote" | "quotes"> {
  readonly message: Text;
  /** Figures whose sentences are quoted; the first is where to look. */
  readonly at: readonly TextFigure[];
}

export function finished(draft: Draft, narrative: Narrative, language: Language): ReportFinding {
  const { at, message, ...rest } = draft;
  const quotes = quotesOf(at, narrative);
  // What the reader should look at is no error.
  const severity = rest.confidence === "look" && rest.severity === "error" ? "warning" : rest.severity;
  return { ...rest, severity, message: message[language], quote: quotes[0]?.text ?? "", quotes };
}

/** One quote a sentence, its figures marked, in order of first mention. */
export function quotesOf(figures: readonly TextFigure[], narrative: Narrative): readonly Quote[] {
  const bySentence = new Map<Sentence, TextFigure[]>();
  for (const figure of figures) {
    const list = bySentence.get(figure.sentence);
    if (list === undefined) bySentence.set(figure.sentence, [figure]);
    else if (!list.includes(figure)) list.push(figure);
  }
  return [...bySentence].map(([sentence, own]) => {
    const spans = spansOf(sentence.passage, sentence.start, sentence.end);
    const text = quoteOf(narrative, spans);
    return { text, spans, marks: own.map((figure) => markOf(figure, spans)) };
  });
}

/** Where a figure stands in the quote of its sentence. */
function markOf(
  figure: TextFigure,
  spans: readonly TextSpan[],
): { readonly start: number; readonly end: number } {
  const place = (flat: number): number => {
    const paragraph = figure.passage.paragraphAt[flat] ?? 0;
    const offset = figure.passage.offsetAt[flat] ?? 0;
    let at = 0;
    for (const span of spans) {
      if (span.paragraph === paragraph) return at + offset - span.start;
      at += span.end - span.start;
    }
    return at;
  };
  return { start: place(figure.start), end: place(figure.end - 1) + 1 };
}

/** "143400.108万元": the figure in its own unit, as plain as it can be said. */
export function said(figure: {
  readonly value: TextFigure["value"];
  readonly unit: TextFigure["unit"];
}): string {
  return plain(figure.value) + figure.unit.name;
}
