/**
 * The workbook that is open in Excel as the pane's workbench. Office.js is asked here, on the pane's own thread; what it
 * answers is kept and judged in another one. Cancelling ends that thread, and the next check starts another.
 */
import { type Answers, NO_ANSWERS } from "../../core/answers/answers";
import type { Evaluation } from "../../core/evaluate";
import type { SheetArea } from "../../core/workbook/address";
import type { ExcelHost, WorkbookRead } from "../../hosts/excel/host";
import type { Taker } from "../../hosts/excel/taker";
import { HostProblem } from "../../hosts/host";
import { EVALUATION_TEXTS } from "../../texts/evaluation";
import { EXCEL_TEXTS } from "../../texts/excel";
import { SHEET_NAMES } from "../../texts/sheets";
import type { Ask } from "../work/protocol";
import { anyThread, type StartThread } from "../work/thread";
import { startWork, type Work } from "../work/work";
import type { EvaluateRequest, Inserted, Workbench } from "../workbench";

export { createExcelHost } from "../../hosts/excel/host";

interface Checked {
  readonly read: WorkbookRead;
  readonly ask: Ask;
  readonly evaluation: Evaluation;
}

/**
 * Sweeps what an interrupted run left, and gives the bench. The answers are always those of the workbook: the pane
 * stores its own there at once, and what the officer types on our sheets counts beside them.
 * @param startThread where the workbook is kept and judged
 */
export async function openExcelBench(
  host: ExcelHost,
  startThread: StartThread = anyThread,
): Promise<Workbench> {
  await host.sweep();
  let work: Work | undefined;
  let checked: Checked | undefined;
  /** The work holds the workbook as `checked` says. */
  let isHeld = false;
  /** The answers that the pane shows. */
  let pane: Answers | undefined;
  let onStep: EvaluateRequest["onStep"] = () => {};

  function worked(): Work {
    if (work === undefined || work.hasEnded()) {
      work = startWork(startThread);
      isHeld = false;
    }
    return work;
  }

  /** Takes a reading to the thread as it is now: none of it goes to a later one. */
  function takerIn(started: Work, ask: Ask | undefined): Taker {
    const told: typeof onStep = (step) => onStep(step);
    return {
      begin: (sheets) => started.ask({ of: "book", kind: "begin", sheets, ask }),
      put: (grids) => started.ask({ of: "book", kind: "put", grids }),
      complete: (book) => started.ask({ of: "book", kind: "complete", book }, told),
      further: () => started.ask({ of: "book", kind: "further" }, told),
      again: (grids) => started.ask({ of: "book", kind: "again", grids }, told),
    };
  }

  async function check(started: Work, request: EvaluateRequest): Promise<Evaluation> {
    const { language, signal } = request;
    const ask = askOf(request);
    onStep = request.onStep;
    isHeld = false;
    const read = await host.read({
      taker: takerIn(started, ask),
      signal,
      onProgress: ({ done, of }) => request.onStep({ done, of, name: EVALUATION_TEXTS.reading[language] }),
    });
    return took(started, read, ask);
  }

  async function took(started: Work, read: WorkbookRead, ask: Ask): Promise<Evaluation> {
    const evaluation = await started.ask({ of: "book", kind: "judged" });
    checked = { read, ask, evaluation };
    isHeld = true;
    pane = evaluation.answers;
    return evaluation;
  }

  /** By the last check, where what changed since is known and it was asked for likewise. */
  async function recheck(started: Work, request: EvaluateRequest): Promise<Evaluation | undefined> {
    const ask = askOf(request);
    if (request.changedOnly !== true || request.answers !== undefined || checked === undefined)
      return undefined;
    if (!isHeld || JSON.stringify(ask) !== JSON.stringify(checked.ask)) return undefined;
    onStep = request.onStep;
    const { read } = checked;
    isHeld = false;
    return (await host.reread(read, request.signal)) ? took(started, read, ask) : undefined;
  }

  /** Ends at once when it is cancelled, whatever Excel is still busy with; its thread does nothing more. */
  function unlessCancelled<T>(
    { signal }: EvaluateRequest,
    result: (started: Work) => Promise<T>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const problem = new HostProblem("cancelled", EXCEL_TEXTS.cancelled);
      if (signal.aborted) {
        reject(problem);
        return;
      }
      const started = worked();
      const stop = (): void => {
        started.end(problem);
        reject(problem);
      };
      signal.addEventListener("abort", stop);
      result(started)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener("abort", stop));
    });
  }

  async function checkAndWrite(request: EvaluateRequest): Promise<Inserted> {
    const { evaluation, output } = await unlessCancelled(request, async (started) => {
      const now = await check(started, request);
      return { evaluation: now, output: await started.ask({ of: "book", kind: "score-sheets" }) };
    });
    const { sheets } = await host.write(output);
    return { evaluation, sheets: sheets.map(({ name }) => name) };
  }

  return {
    kind: "excel",
    evaluate: (request) =>
      unlessCancelled(
        request,
        async (started) => (await recheck(started, request)) ?? (await check(started, request)),
      ),
    keep: async (answers) => {
      const started = worked();
      // What stands on our sheets now decides which cells show the answers; where nothing else was heard, that is soon read.
      const isKnown = isHeld && checked !== undefined && (await host.reread(checked.read));
      isHeld = false;
      if (!isKnown) await host.read({ taker: takerIn(started, undefined) });
      const before = pane ?? NO_ANSWERS;
      const language = checked?.evaluation.language ?? "zh-CN";
      const { xml, xmlAlone, cells } = await started.ask({
        of: "book",
        kind: "entries",
        answers,
        before,
        language,
      });
      try {
        await host.keepAnswers(xml, cells);
      } catch (error) {
        if (!(error instanceof HostProblem && error.code === "protected-sheet")) throw error;
        await host.keepAnswers(xmlAlone, []);
      }
      pane = answers;
    },
    async insert(request): Promise<Inserted> {
      try {
        return await checkAndWrite(request);
      } catch (error) {
        if (!(error instanceof HostProblem && error.code === "changed-meanwhile")) throw error;
        // The officer typed between check and writing: once more with what stands there now.
        return checkAndWrite(request);
      }
    },
    async writeRules(request) {
      const output = await unlessCancelled(request, async (started) => {
        await check(started, request);
        return started.ask({ of: "book", kind: "rules-sheet" });
      });
      const { sheets } = await host.write(output);
      return { sheets: sheets.map(({ name }) => name) };
    },
    close: () => work?.end(new HostProblem("cancelled", EXCEL_TEXTS.cancelled)),
    live: {
      select: (area) => host.select(area),
      reveal: (area) => host.reveal(area),
      selection: () => host.selection(),
      mark: (findings) => host.mark(findings),
      clearMarks: () => host.clearMarks(),
      calculate: () => host.calculate(),
      onChange: (listener) =>
        host.onChange((areas) => {
          if (checked === undefined || areas.some((area) => concerns(area, checked))) listener();
        }),
    },
  };
}

function askOf({ packId, rules = {}, language }: EvaluateRequest): Ask {
  return { packId, rules, language };
}

/** Rows around a table whose change may make it longer or tell its unit or year. */
const AROUND = 10;

/** Whether the check may come out otherwise: cells in or near a table, on our sheets, or anywhere while one is missing. */
function concerns(area: SheetArea, checked: Checked | undefined): boolean {
  if (checked === undefined) return true;
  const { read, evaluation } = checked;
  if (!read.sheets.includes(area.sheet)) return true;
  if (read.ownSheets.includes(area.sheet)) return true;
  if (evaluation.checks.findings.some(({ rule }) => rule.startsWith("table."))) return true;
  if (area.sheet === SHEET_NAMES.rules) return true;
  return [...evaluation.tables, ...evaluation.forms].some(
    ({ place }) =>
      place.sheet === area.sheet &&
      area.top <= place.bottom + AROUND &&
      area.bottom >= place.top - AROUND &&
      area.left <= place.right + AROUND &&
      area.right >= place.left - AROUND,
  );
}
