/**
 * The one job that the screens and the ribbon call: check, explain, score, insert, mark. Holds what is shown as one
 * value; screens subscribe and never compute. One operation at a time: a later check takes the place of a running one.
 */
import { type Answers, type Explanation, NO_ANSWERS } from "../core/answers/answers";
import type { Finding } from "../core/checks/finding";
import type { Evaluation, Step } from "../core/evaluate";
import type { Language, Text } from "../core/pack/pack";
import { cellAddress, type SheetArea } from "../core/workbook/address";
import { HostProblem } from "../hosts/host";
import { PANE_TEXTS } from "../texts/pane";
import type { Preview } from "./file/protocol";
import type { Inserted, Workbench } from "./workbench";

export interface Settings {
  readonly language: Language;
  readonly recheck: boolean;
  readonly marks: boolean;
  readonly packId: string | undefined;
}

export type Activity =
  | { readonly kind: "idle" }
  | { readonly kind: "checking" | "inserting"; readonly step: Step | undefined };

export interface JobState {
  readonly bench: Workbench | undefined;
  readonly activity: Activity;
  readonly evaluation: Evaluation | undefined;
  readonly answers: Answers;
  readonly settings: Settings;
  /** What went wrong last, until it is dismissed or overtaken. */
  readonly problem: Problem | undefined;
  /** What went well last. */
  readonly news: Text | undefined;
  readonly inserted: Inserted | undefined;
  /** An area that is hidden: the officer is asked before it is shown. */
  readonly hidden: SheetArea | undefined;
  /** Cells to look at where there is no Excel to select them in. */
  readonly preview: Preview | undefined;
  readonly cancelled: boolean;
}

export interface Problem {
  readonly code: HostProblem["code"];
  readonly text: Text;
}

export interface Job {
  readonly state: () => JobState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes a workbench into work; undefined closes it. */
  open(bench: Workbench | undefined): Promise<void>;
  check(): Promise<void>;
  cancel(): void;
  locate(area: SheetArea): Promise<void>;
  reveal(): Promise<void>;
  stayHidden(): void;
  closePreview(): void;
  explain(finding: Finding, text: string): Promise<void>;
  setScore(no: string, points: string): Promise<void>;
  setEvidence(no: string, text: string): Promise<void>;
  setApplies(no: string, applies: boolean): Promise<void>;
  /** Takes the officer's selection as the first header cell of a table. */
  pointAt(table: string): Promise<void>;
  insert(): Promise<void>;
  clearMarks(): Promise<void>;
  configure(settings: Partial<Settings>): Promise<void>;
  dismiss(): void;
  /** Shows what went wrong outside the job, e.g. a file that cannot be opened. */
  fail(error: unknown): void;
}

export interface SettingsStore {
  load(): Partial<Settings>;
  save(settings: Settings): void;
}

const DEFAULTS: Settings = { language: "zh-CN", recheck: true, marks: false, packId: undefined };

export function createJob(store: SettingsStore): Job {
  let state: JobState = {
    bench: undefined,
    activity: { kind: "idle" },
    evaluation: undefined,
    answers: NO_ANSWERS,
    settings: { ...DEFAULTS, ...store.load() },
    problem: undefined,
    news: undefined,
    inserted: undefined,
    hidden: undefined,
    preview: undefined,
    cancelled: false,
  };
  const listeners = new Set<() => void>();
  let running: AbortController | undefined;
  let stopListening: (() => Promise<void>) | undefined;
  /** Counts openings and checks: an answer that comes late is dropped. */
  let turn = 0;

  function set(change: Partial<JobState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function fail(error: unknown): void {
    if (error instanceof HostProblem && error.code === "cancelled") {
      set({ activity: { kind: "idle" }, cancelled: true });
      return;
    }
    const problem: Problem =
      error instanceof HostProblem
        ? { code: error.code, text: error.text }
        : {
            code: "other",
            text: PANE_TEXTS.unexpected(error instanceof Error ? error.message : String(error)),
          };
    set({ activity: { kind: "idle" }, problem });
  }

  /** Runs one operation on the open bench; failures become the shown problem. */
  async function withBench(operation: (bench: Workbench) => Promise<void>): Promise<void> {
    const { bench } = state;
    if (bench === undefined) return;
    try {
      await operation(bench);
    } catch (error) {
      fail(error);
    }
  }

  async function run(kind: "checking" | "inserting"): Promise<void> {
    await withBench(async (bench) => {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      turn += 1;
      const mine = turn;
      set({
        activity: { kind, step: undefined },
        problem: undefined,
        news: undefined,
        cancelled: false,
        inserted: undefined,
      });
      const request = {
        packId: state.settings.packId,
        answers: state.evaluation === undefined ? undefined : state.answers,
        language: state.settings.language,
        signal: controller.signal,
        onStep: (step: Step) => {
          if (mine === turn) set({ activity: { kind, step } });
        },
      };
      try {
        if (kind === "checking") {
          const evaluation = await bench.evaluate(request);
          if (mine !== turn) return;
          set({ evaluation, answers: evaluation.answers, activity: { kind: "idle" } });
          if (state.settings.marks) await bench.live?.mark(evaluation.checks.findings);
        } else {
          const inserted = await bench.insert(request);
          if (mine !== turn) return;
          const { evaluation } = inserted;
          set({
            evaluation,
            answers: evaluation.answers,
            inserted,
            activity: { kind: "idle" },
            news: PANE_TEXTS.inserted(inserted.sheets),
          });
        }
      } catch (error) {
        if (mine === turn) throw error;
      }
    });
  }

  /** Stores changed answers first, then judges anew with them. */
  async function answer(change: Partial<Answers>): Promise<void> {
    const answers = { ...state.answers, ...change };
    set({ answers });
    await withBench(async (bench) => bench.keep(answers));
    if (state.evaluation !== undefined) await run("checking");
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async open(bench) {
      running?.abort();
      turn += 1;
      await stopListening?.();
      stopListening = undefined;
      set({
        bench,
        evaluation: undefined,
        answers: NO_ANSWERS,
        activity: { kind: "idle" },
        problem: undefined,
        news: undefined,
        inserted: undefined,
        preview: undefined,
        cancelled: false,
      });
      await withBench(async (opened) => {
        stopListening = await opened.live?.onChange(() => {
          if (state.settings.recheck && state.evaluation !== undefined && state.activity.kind === "idle") {
            void run("checking");
          }
        });
      });
    },
    check: () => run("checking"),
    cancel() {
      running?.abort();
      turn += 1;
      set({ activity: { kind: "idle" }, cancelled: true });
    },
    locate: (area) =>
      withBench(async (bench) => {
        if (bench.live === undefined) set({ preview: await bench.peek?.(area) });
        else if ((await bench.live.select(area)) === "hidden") set({ hidden: area });
      }),
    reveal: () =>
      withBench(async (bench) => {
        const area = state.hidden;
        set({ hidden: undefined });
        if (area !== undefined) await bench.live?.reveal(area);
      }),
    stayHidden: () => set({ hidden: undefined }),
    closePreview: () => set({ preview: undefined }),
    explain: (finding, text) =>
      answer({ explanations: explained(state.answers.explanations, finding, text) }),
    setScore: (no, points) => answer({ scores: withEntry(state.answers.scores, no, points) }),
    setEvidence: (no, text) => answer({ evidence: withEntry(state.answers.evidence, no, text) }),
    setApplies(no, applies) {
      const others = state.answers.notApplicable.filter((other) => other !== no);
      return answer({ notApplicable: applies ? others : [...others, no] });
    },
    pointAt: (table) =>
      withBench(async (bench) => {
        if (bench.live === undefined) return;
        const { sheet, top, left } = await bench.live.selection();
        const address = cellAddress({ sheet, row: top, column: left });
        await answer({ tables: { ...state.answers.tables, [table]: address } });
      }),
    insert: () => run("inserting"),
    clearMarks: () =>
      withBench(async (bench) => {
        if (bench.live !== undefined) set({ news: PANE_TEXTS.marksCleared(await bench.live.clearMarks()) });
      }),
    async configure(change) {
      const before = state.settings;
      const settings = { ...before, ...change };
      set({ settings });
      store.save(settings);
      const anew = before.language !== settings.language || before.packId !== settings.packId;
      if (anew && state.evaluation !== undefined) await run("checking");
      if (before.marks && !settings.marks) await this.clearMarks();
    },
    fail,
    dismiss: () => set({ problem: undefined, news: undefined, cancelled: false }),
  };
}

/** An empty text withdraws the entry. */
function withEntry(
  entries: Readonly<Record<string, string>>,
  key: string,
  text: string,
): Record<string, string> {
  const rest = Object.fromEntries(Object.entries(entries).filter(([other]) => other !== key));
  return text.trim() === "" ? rest : { ...rest, [key]: text };
}

function explained(all: readonly Explanation[], finding: Finding, text: string): readonly Explanation[] {
  const others = all.filter(({ finding: named }) => !names(named, finding));
  return text.trim() === "" ? others : [...others, { finding: { by: "key", ...finding.key }, text }];
}

function names(named: Explanation["finding"], finding: Finding): boolean {
  if (named.by === "address") {
    const { cell } = finding;
    return (
      named.rule === finding.rule &&
      cell !== undefined &&
      named.sheet === cell.sheet &&
      named.row === cell.row &&
      named.column === cell.column
    );
  }
  const { key } = finding;
  return (
    named.rule === key.rule &&
    named.table === key.table &&
    named.row === key.row &&
    named.column === key.column
  );
}
