/** What changed since our sheets were last written: scores, findings gone and new. */
import { SHEET_TEXTS } from "../../texts/sheets";
import type { Evaluation } from "../evaluate";
import { saysNotApplicable } from "../answers/merge";
import type { Finding, FindingKey } from "../checks/finding";
import type { EarlierFinding, EarlierScores } from "./earlier";

export interface Changes {
  readonly scores: readonly { readonly no: string; readonly before: string; readonly after: string }[];
  readonly total: { readonly before: string; readonly after: string } | undefined;
  /** Sentences of findings that stood on the sheet and are no more. */
  readonly gone: readonly string[];
  /** 序号 of the findings that are new. */
  readonly fresh: readonly number[];
}

/**
 * Compares with our earlier sheets. A finding is the same as long as its key is, figures included: one with other
 * figures is gone and new. Without a recorded key its sentence tells. Scores that the officer enters are the officer's
 * own changes and left out.
 * @param ordered the findings as they are numbered now
 */
export function changesSince(
  scores: EarlierScores | undefined,
  findings: readonly EarlierFinding[] | undefined,
  { score }: Evaluation,
  ordered: readonly Finding[],
): Changes {
  const changed = score.items.flatMap(({ no, status, score: after = "", entered }) => {
    const before = scores?.scores.get(no);
    if (before === undefined || status === "not-applicable" || entered) return [];
    return before === after || saysNotApplicable(before) ? [] : [{ no, before, after }];
  });
  const earlierTotal = scores?.total ?? "";
  const known = new Set((findings ?? []).map(identityOnSheet));
  const after = new Set(ordered.flatMap(({ key, message }) => [identity(key), firstLine(message)]));
  return {
    scores: changed,
    total:
      earlierTotal === "" || earlierTotal === score.total
        ? undefined
        : { before: earlierTotal, after: score.total },
    gone: (findings ?? [])
      .filter((one) => !after.has(identityOnSheet(one)))
      .map(({ message }) => firstLine(message)),
    fresh:
      findings === undefined
        ? []
        : ordered.flatMap(({ key, message }, index) =>
            known.has(identity(key)) || known.has(firstLine(message)) ? [] : [index + 1],
          ),
  };
}

function identity(key: FindingKey): string {
  return JSON.stringify([key.rule, key.table, key.row, key.column, key.left, key.right]);
}

function identityOnSheet({ key, message }: EarlierFinding): string {
  return key === undefined ? firstLine(message) : identity(key);
}

/** Below the sentence an earlier explanation may stand. */
function firstLine(message: string): string {
  return message.replace(/\n.*$/su, "").trim();
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
    parts.push(
      SHEET_TEXTS.findingsChanged(changes.gone.length, changes.fresh.length, numbers(changes.fresh)),
    );
  }
  if (parts.length === 0) parts.push(SHEET_TEXTS.nothingChanged);
  return (
    parts.map((part) => part[language]).join(language === "zh-CN" ? "；" : "; ") +
    (language === "zh-CN" ? "。" : ".")
  );
}

/** "2, 5–9": where the new findings stand; at most some, the rest is behind the dots. */
function numbers(sorted: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs.slice(0, 20).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return shown.join(", ") + (runs.length > shown.length ? "…" : "");
}
