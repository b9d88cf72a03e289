/**
 * The drafted self-evaluation report as host-neutral blocks: the pack's sentences with the workbook's figures, what the
 * officer has to write as marked gaps. A sentence whose figures contradict each other is a gap too: what the workbook
 * has not settled must not stand in a report.
 */
import { DRAFT_TEXTS } from "../../texts/draft";
import type { Evaluation } from "../evaluate";
import type { Pack } from "../pack/pack";
import type { ScoreItem } from "../scoring/score";
import { checkNarrative } from "./check";
import type { Narrative } from "./document";
import type { ReportFinding } from "./finding";

export interface DraftRun {
  readonly text: string;
  /** To be filled in by the officer. */
  readonly gap: boolean;
}

export interface DraftBlock {
  readonly kind: "title" | "heading" | "subheading" | "paragraph" | "signature";
  readonly runs: readonly DraftRun[];
}

export interface DraftReport {
  readonly blocks: readonly DraftBlock[];
  /** Gaps left, for the front to say. */
  readonly gaps: number;
  /** Indicators whose figures contradict each other, by number. */
  readonly unsettled: readonly string[];
}

/** How a sentence with figures goes into the draft. */
type Treatment = "plain" | "rounding" | "gap";

/**
 * @param evaluation in Chinese, since the report is, and with the facts that the draft is checked against
 */
export function draftReport(pack: Pack, evaluation: Evaluation): DraftReport {
  const { facts = [] } = evaluation;
  const treatments = new Map<string, Treatment>();
  for (;;) {
    const built = buildBlocks(pack, evaluation, treatments);
    const { findings } = checkNarrative(narrativeOfDraft(built.blocks), pack, {
      language: "zh-CN",
      workbook: { facts, score: evaluation.score },
    });
    const changed = findings.map((finding) => treat(finding, built.items, treatments)).includes(true);
    if (!changed) {
      const unsettled = evaluation.score.items
        .map(({ no }) => no)
        .filter((no) => treatments.get(no) === "gap");
      const gaps = built.blocks.reduce((sum, { runs }) => sum + runs.filter(({ gap }) => gap).length, 0);
      return { blocks: built.blocks, gaps, unsettled };
    }
  }
}

/** The draft's text, as it is read again: one paragraph a block. */
export function narrativeOfDraft(blocks: readonly DraftBlock[]): Narrative {
  return {
    paragraphs: blocks.map(({ runs }) => ({
      text: runs.map(({ text }) => text).join(""),
      number: "",
      place: { kind: "body" },
    })),
  };
}

/** Marks the sentences of a finding; each goes at most from plain over a note on rounding to a gap, so that this ends. */
function treat(
  finding: ReportFinding,
  items: ReadonlyMap<number, string>,
  treatments: Map<string, Treatment>,
): boolean {
  let changed = false;
  for (const { spans } of finding.quotes) {
    const no = items.get(spans[0]?.paragraph ?? -1);
    if (no === undefined) continue;
    const before = treatments.get(no) ?? "plain";
    const next = before === "plain" && finding.severity !== "error" ? "rounding" : "gap";
    if (before === "gap") continue;
    treatments.set(no, next);
    changed = true;
  }
  return changed;
}

interface Built {
  readonly blocks: readonly DraftBlock[];
  /** Block with an indicator's facts → its number. */
  readonly items: ReadonlyMap<number, string>;
}

function buildBlocks(pack: Pack, evaluation: Evaluation, treatments: ReadonlyMap<string, Treatment>): Built {
  const { score } = evaluation;
  const blocks: DraftBlock[] = [];
  const items = new Map<number, string>();
  const put = (kind: DraftBlock["kind"], ...runs: readonly DraftRun[]): void => {
    blocks.push({ kind, runs });
  };
  const title = pack.title["zh-CN"].replace(/[（(][^）)]*[）)]\s*$/u, "");
  put("title", say(DRAFT_TEXTS.title(title)));
  put("paragraph", gap(DRAFT_TEXTS.addressee), say("："));
  put("paragraph", say(DRAFT_TEXTS.according), gap(DRAFT_TEXTS.notice), say(DRAFT_TEXTS.opening(title)));
  put("heading", say(DRAFT_TEXTS.heading(1, DRAFT_TEXTS.overview)));
  put("paragraph", ...overview(evaluation));
  let count = 1;
  for (const section of pack.sections) {
    const own = score.items.filter((item) => item.section === section.id);
    if (own.length === 0) continue;
    count += 1;
    put("heading", say(DRAFT_TEXTS.heading(count, DRAFT_TEXTS.section(section.label["zh-CN"]))));
    for (const item of own) {
      put("subheading", say(`${item.no}.${item.name}`));
      put("paragraph", ...scoreRuns(item));
      items.set(blocks.length, item.no);
      put("paragraph", ...factRuns(item, treatments.get(item.no) ?? "plain"));
    }
  }
  put("heading", say(DRAFT_TEXTS.heading(count + 1, DRAFT_TEXTS.problems)));
  put("paragraph", gap(DRAFT_TEXTS.problemsGap));
  put("signature", gap(DRAFT_TEXTS.office));
  put("signature", gap(DRAFT_TEXTS.date));
  return { blocks, items };
}

function overview({ score }: Evaluation): readonly DraftRun[] {
  if (!score.complete) return [gap(DRAFT_TEXTS.overviewGap)];
  const scaled = score.baseSum !== score.base;
  const left = score.items.filter(({ status }) => status === "not-applicable");
  return [
    say(
      scaled || left.length > 0
        ? DRAFT_TEXTS.scaled(
            score.baseSum,
            left.map(({ no, name }) => `第${no}项“${name}”`).join("、"),
            score.base,
          )
        : DRAFT_TEXTS.base(score.base),
    ),
    say(DRAFT_TEXTS.totals(score.bonus, score.deduction, score.total)),
  ];
}

function scoreRuns(item: ScoreItem): readonly DraftRun[] {
  switch (item.status) {
    case "not-applicable":
      return [say(DRAFT_TEXTS.notApplicable)];
    case "missing":
      return [say(DRAFT_TEXTS.score(item.part)), gap(DRAFT_TEXTS.scoreGap), say("。")];
    case "computed":
    case "manual":
      return [say(`${DRAFT_TEXTS.score(item.part)}${item.score ?? ""}分。`)];
  }
}

function factRuns(item: ScoreItem, how: Treatment): readonly DraftRun[] {
  const head = say(DRAFT_TEXTS.facts);
  const rest = gap(item.evidence === "" ? DRAFT_TEXTS.measures : DRAFT_TEXTS.measuresWith(item.evidence));
  if (item.facts === "") return [head, rest];
  switch (how) {
    case "plain":
      return [head, say(item.facts), rest];
    case "rounding":
      return [head, say(item.facts.replace(/。?$/u, DRAFT_TEXTS.rounding)), rest];
    case "gap":
      return [head, gap(DRAFT_TEXTS.unsettled), rest];
  }
}

function say(text: string): DraftRun {
  return { text, gap: false };
}

/** Gaps stand in 【】, so that they are seen in plain text too. */
function gap(text: string): DraftRun {
  return { text: `【${text}】`, gap: true };
}
