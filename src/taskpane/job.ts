/**
 * The one job that the screens and the ribbon call: check, explain, score, insert, mark. Holds what is shown as one
 * value; screens subscribe and never compute. One operation at a time: a later check takes the place of a running one.
 */
import { type Answers, NO_ANSWERS } from "../core/answers/answers";
import type { Finding } from "../core/checks/finding";
import type { Evaluation, Step } from "../core/evaluate";
import type { Language, Text } from "../core/pack/pack";
import type { PackRules, RuleSetting } from "../core/revision/revision";
import { cellAddress, type SheetArea } from "../core/workbook/address";
import { HostProblem } from "../hosts/host";
import { PANE_TEXTS } from "../texts/pane";
import { explained, withEntry, withoutKey } from "./answer-changes";
import { isScriptMissing } from "./missing";
import { NOTHING_TYPED, type TypedStore } from "./typed-store";
import type { Preview } from "./work/protocol";
import type { Inserted, Workbench } from "./workbench";

export interface Settings {
  readonly language: Language;
  readonly recheck: boolean;
  readonly marks: boolean;
  readonly packId: string | undefined;
  /** Rules that the officer switched off or gave another tolerance. */
  readonly rules: PackRules;
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
  /** The workbook changed since the check and re-checking is off. */
  readonly stale: boolean;
}

export interface Problem {
  readonly code: HostProblem["code"];
  readonly text: Text;
  /** What failed, where it can simply be tried again. */
  readonly retry: "checking" | "inserting" | undefined;
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
  /** Takes a cell as the first header cell of a table: the one given, else the officer's selection. */
  pointAt(table: string, place?: SheetArea): Promise<void>;
  /** Leaves the table to recognition again. */
  unpoint(table: string): Promise<void>;
  /** What was typed into a field and not yet taken, also before the pane was closed. */
  typed(field: string): string | undefined;
  /** Keeps what is being typed; undefined once it was taken. */
  type(field: string, text: string | undefined): void;
  /** Calculates what waits under manual calculation, then checks. */
  calculate(): Promise<void>;
  insert(): Promise<void>;
  /** Writes the rules in force as a sheet to be edited. */
  writeRules(): Promise<void>;
  /** What the settings say of one rule of the pack in use; undefined takes the pack's own back. */
  setRule(id: string, setting: RuleSetting | undefined): Promise<void>;
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

const IDLE: Activity = { kind: "idle" };
const DEFAULTS: Settings = { language: "zh-CN", recheck: true, marks: false, packId: undefined, rules: {} };

export function createJob(store: SettingsStore, typedStore: TypedStore = NOTHING_TYPED): Job {
  let state: JobState = {
    bench: undefined,
    activity: IDLE,
    evaluation: undefined,
    answers: NO_ANSWERS,
    settings: { ...DEFAULTS, ...store.load() },
    problem: undefined,
    news: undefined,
    inserted: undefined,
    hidden: undefined,
    preview: undefined,
    cancelled: false,
    stale: false,
  };
  const listeners = new Set<() => void>();
  let running: AbortController | undefined;
  let stopListening: (() => Promise<void>) | undefined;
  /** Counts openings, checks and answers: a result that comes late is dropped. */
  let turn = 0;
  /** Ends with the insertion that is on its way: answers wait for it instead of breaking it off. */
  let inserting: Promise<void> = Promise.resolve();
  /** The workbook does not hold the last answers yet, e.g. since a cell was being edited. */
  let unkept = false;
  let changedMeanwhile = false;

  function set(change: Partial<JobState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function fail(error: unknown, retry?: Problem["retry"]): void {
    if (error instanceof HostProblem && error.code === "cancelled") {
      set({ activity: IDLE, cancelled: true });
      return;
    }
    const told = isScriptMissing(error)
      ? new HostProblem("not-ready", PANE_TEXTS.partMissing)
      : error instanceof HostProblem
        ? error
        : undefined;
    const detail = error instanceof Error ? error.message : String(error);
    set({
      activity: IDLE,
      problem: {
        code: told?.code ?? "other",
        text: told?.text ?? PANE_TEXTS.unexpected(detail),
        retry,
      },
    });
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

  /** An open workbook is asked for its own answers: its sheets are read with it. A file knows only its first ones. */
  function answersFor(bench: Workbench): Answers | undefined {
    if (state.evaluation === undefined) return undefined;
    return bench.live === undefined || unkept ? state.answers : undefined;
  }

  async function run(kind: "checking" | "inserting", changedOnly = false): Promise<void> {
    const { bench } = state;
    if (bench === undefined) return;
    running?.abort();
    const controller = new AbortController();
    running = controller;
    turn += 1;
    const mine = turn;
    changedMeanwhile = false;
    set({
      activity: { kind, step: undefined },
      problem: undefined,
      news: undefined,
      cancelled: false,
      ...(kind === "inserting" ? { inserted: undefined } : {}),
    });
    const request = {
      changedOnly,
      packId: state.settings.packId,
      rules: state.settings.rules,
      answers: answersFor(bench),
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
        set({ evaluation, answers: evaluation.answers, stale: false, activity: IDLE });
        if (state.settings.marks) await bench.live?.mark(evaluation.checks.findings);
      } else {
        const inserted = await bench.insert(request);
        if (mine !== turn) return;
        const { evaluation } = inserted;
        unkept = false;
        set({
          evaluation,
          answers: evaluation.answers,
          inserted,
          stale: false,
          activity: IDLE,
          news: PANE_TEXTS.inserted(inserted.sheets),
        });
      }
    } catch (error) {
      if (mine === turn) fail(error, kind);
      return;
    }
    if (changedMeanwhile && mine === turn) workbookChanged();
  }

  /** Stores changed answers first, then judges anew with them. */
  async function answer(change: (answers: Answers) => Partial<Answers>): Promise<void> {
    await inserting;
    // A check that is on its way knows the answers of before: its result is dropped.
    if (state.activity.kind === "checking") running?.abort();
    turn += 1;
    const mine = turn;
    const answers = { ...state.answers, ...change(state.answers) };
    unkept = true;
    set({ answers, activity: IDLE });
    await withBench(async (bench) => {
      await bench.keep(answers);
      if (mine === turn) unkept = false;
    });
    if (mine === turn && state.evaluation !== undefined) {
      const { problem } = state;
      await run("checking");
      if (unkept && problem !== undefined && state.problem === undefined) set({ problem });
    }
  }

  function workbookChanged(): void {
    if (state.evaluation === undefined) return;
    if (!state.settings.recheck) set({ stale: true });
    else if (state.activity.kind === "idle") void run("checking", true);
    else changedMeanwhile = true;
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
      if (state.bench !== bench) state.bench?.close?.();
      unkept = false;
      set({
        bench,
        evaluation: undefined,
        answers: NO_ANSWERS,
        activity: IDLE,
        problem: undefined,
        news: undefined,
        inserted: undefined,
        preview: undefined,
        cancelled: false,
        stale: false,
      });
      await withBench(async (opened) => {
        stopListening = await opened.live?.onChange(workbookChanged);
      });
    },
    check: () => run("checking"),
    cancel() {
      if (state.activity.kind === "idle") return;
      running?.abort();
      turn += 1;
      set({ activity: IDLE, cancelled: true });
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
      answer(({ explanations }) => ({ explanations: explained(explanations, finding, text) })),
    setScore: (no, points) => answer(({ scores }) => ({ scores: withEntry(scores, no, points) })),
    setEvidence: (no, text) => answer(({ evidence }) => ({ evidence: withEntry(evidence, no, text) })),
    setApplies: (no, applies) =>
      answer(({ notApplicable }) => {
        const others = notApplicable.filter((other) => other !== no);
        return { notApplicable: applies ? others : [...others, no] };
      }),
    pointAt: (table, place) =>
      withBench(async (bench) => {
        const area = place ?? (await bench.live?.selection());
        if (area === undefined) return;
        const address = cellAddress({ sheet: area.sheet, row: area.top, column: area.left });
        await answer(({ tables }) => ({ tables: { ...tables, [table]: address } }));
      }),
    unpoint: (table) => answer(({ tables }) => ({ tables: withoutKey(tables, table) })),
    typed: (field) => typedStore.get(state.bench?.book ?? "", field),
    type: (field, text) => typedStore.put(state.bench?.book ?? "", field, text),
    async calculate() {
      await withBench(async (bench) => bench.live?.calculate?.());
      if (state.problem?.code === "manual-calculation") await run("checking");
    },
    insert() {
      inserting = run("inserting");
      return inserting;
    },
    writeRules: () =>
      withBench(async (bench) => {
        await inserting;
        const controller = new AbortController();
        const written = await bench.writeRules?.({
          packId: state.settings.packId,
          rules: state.settings.rules,
          answers: answersFor(bench),
          language: state.settings.language,
          signal: controller.signal,
          onStep: () => undefined,
        });
        const { evaluation } = state;
        if (written === undefined || evaluation === undefined) return;
        set({ news: PANE_TEXTS.inserted(written.sheets), inserted: { ...written, evaluation } });
      }),
    setRule(id, setting) {
      const pack = state.evaluation?.pack.id;
      if (pack === undefined) return Promise.resolve();
      const { rules } = state.settings;
      const { [id]: _before, ...others } = rules[pack] ?? {};
      const own = setting === undefined ? others : { ...others, [id]: setting };
      return this.configure({ rules: { ...rules, [pack]: own } });
    },
    clearMarks: () =>
      withBench(async (bench) => {
        if (bench.live !== undefined) set({ news: PANE_TEXTS.marksCleared(await bench.live.clearMarks()) });
      }),
    async configure(change) {
      const before = state.settings;
      const settings = { ...before, ...change };
      set({ settings });
      store.save(settings);
      const anew =
        before.language !== settings.language ||
        before.packId !== settings.packId ||
        before.rules !== settings.rules;
      if (anew && state.evaluation !== undefined) await run("checking");
      if (before.marks && !settings.marks) await this.clearMarks();
    },
    fail: (error) => fail(error),
    dismiss: () => set({ problem: undefined, news: undefined, cancelled: false }),
  };
}
