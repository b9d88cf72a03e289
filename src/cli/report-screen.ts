/** What was found in a narrative, for people at a terminal: the sure findings, each with its sentences. */
import type { NarrativeResult } from "../core/narrative/check";
import type { Quote } from "../core/narrative/finding";
import type { Language } from "../core/pack/pack";
import { CLI_TEXTS } from "../texts/cli";
import { NARRATIVE_TEXTS } from "../texts/narrative";
import type { Paint } from "./terminal";

/** Letters shown on either side of a figure. */
const AROUND = 24;
const SHOWN = 4;

/** @returns lines without line ends */
export function reportLines(
  result: NarrativeResult,
  file: string,
  language: Language,
  paint: Paint,
): readonly string[] {
  const sure = result.findings.filter(({ confidence }) => confidence === "sure");
  const looks = result.findings.length - sure.length;
  const lines = [
    "",
    paint.bold(`${NARRATIVE_TEXTS.heading[language]}  ${file}`),
    `    ${NARRATIVE_TEXTS.summary(result.figures, result.stated.length)[language]}`,
    ...result.notes.map((note) => `    ${note}`),
  ];
  if (sure.length === 0 && result.figures > 0)
    lines.push(`    ${paint.good(NARRATIVE_TEXTS.agreed[language])}`);
  for (const { rule, severity, message, quotes } of sure) {
    lines.push(`  ${paint[severity](CLI_TEXTS.severity[severity][language])} ${rule}`, `    ${message}`);
    for (const quote of quotes.slice(0, SHOWN)) lines.push(paint.dim(`      ${snippet(quote)}`));
  }
  if (looks > 0) lines.push(`    ${NARRATIVE_TEXTS.looks(looks)[language]}`);
  if (result.oneSided.length > 0) {
    lines.push(`    ${NARRATIVE_TEXTS.oneSided(result.oneSided.length)[language]}`);
  }
  return lines;
}

/** The stretch of the sentence that holds its marked figures. */
function snippet({ text, marks }: Quote): string {
  const start = Math.max(0, Math.min(...marks.map((mark) => mark.start)) - AROUND);
  const end = Math.min(text.length, Math.max(...marks.map((mark) => mark.end)) + AROUND);
  const shown = text.slice(start, end).replaceAll(/\s+/gu, " ");
  return `“${start > 0 ? "…" : ""}${shown}${end < text.length ? "…" : ""}”`;
}
