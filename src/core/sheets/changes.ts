/** What changed since our sheets were last written: scores, findings gone and new. */
import { SHEET_TEXTS } from "../../texts/sheets";
import type { Evaluation } from "../evaluate";
import { saysNotApplicable } from "../answers/merge";
import type { EarlierScores } from "./earlier";

export interface Changes {
  readonly scores: readonly { readonly no: string; readonly before: string; readonly after: string }[];
  readonly total: { readonly before: string; readonly after: string } | undefined;
  /** Sentences of findings that stood on the sheet and are no more, and of those that are new. */
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
}

/**
 * Compares with our earlier sheets. A finding is the same as long as its sentence is, figures included: one with other
 * figures is gone and new. Scores that the officer enters are the officer's own changes and left out.
 * @param findings sentences of the earlier findings sheet
 */
export function changesSince(
  scores: EarlierScores | undefined,
  findings: readonly string[] | undefined,
  evaluation: Evaluation,
): Changes {
  const { score, checks } = evaluation;
  const changed = score.items.flatMap(({ no, status, score: after = "", entered }) => {
    const before = scores?.scores.get(no);
    if (before === undefined || status === "not-applicable" || entered) return [];
    return before === after || saysNotApplicable(before) ? [] : [{ no, before, after }];
  });
  const earlierTotal = scores?.total ?? "";
  const before = new Set(findings?.map(firstLine));
  const after = new Set(checks.findings.map(({ message }) => firstLine(message)));
  return {
    scores: changed,
    total:
      earlierTotal === "" || earlierTotal === score.total
        ? undefined
        : { before: earlierTotal, after: score.total },
    gone: findings === undefined ? [] : [...before].filter((message) => !after.has(message)),
    fresh: findings === undefined ? [] : [...after].filter((message) => !before.has(message)),
  };
}

/** Below the sentence an earlier explanation may stand. */
function firstLine(message: string): string {
  return message.split("\n")[0]?.trim() ?? "";
}

/** One sentence for a person. */
export function changesText(changes: Changes, language: Evaluation["language"]): string {
  const none = SHEET_TEXTS.noScore[language];
  const parts = changes.scores.map(({ no, before, after }) =>
    SHEET_TEXTS.scoreChanged(no, before || none, after || none),
  );
  if (changes.total !== undefined)
    parts.push(SHEET_TEXTS.totalChanged(changes.total.before, changes.total.after));
  if (changes.gone.length + changes.fresh.length > 0) {
    parts.push(SHEET_TEXTS.findingsChanged(changes.gone.length, changes.fresh.length));
  }
  if (parts.length === 0) parts.push(SHEET_TEXTS.nothingChanged);
  return (
    parts.map((part) => part[language]).join(language === "zh-CN" ? "；" : "; ") +
    (language === "zh-CN" ? "。" : ".")
  );
}
