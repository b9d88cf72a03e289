/**
 * A workbook file opened in the browser. Reading, checking and writing run in a worker: cancelling ends the worker,
 * and whatever ends it, the next request starts another with the same file.
 */
import type { Answers } from "../../core/answers/answers";
import type { SheetArea } from "../../core/workbook/address";
import { crc32 } from "../../hosts/file/crc32";
import { HostProblem } from "../../hosts/host";
import { PANE_TEXTS } from "../../texts/pane";
import type { Preview, Results } from "../work/protocol";
import type { StartThread } from "../work/thread";
import { startWork, type Work } from "../work/work";
import type { EvaluateRequest, Workbench } from "../workbench";

export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FileBench extends Workbench {
  readonly file: WorkbookFile;
  readonly book: string;
  close(): void;
}

/**
 * @param startThread where the work is done
 * @param kept answers of an earlier visit, used until the pane has its own
 * @param keep stores answers in the browser, so that a reload loses nothing
 * @param signal gives up opening
 * @returns once the file was read; rejects with a HostProblem where it cannot be
 */
export async function openFileBench(
  file: WorkbookFile,
  startThread: StartThread,
  kept: Answers | undefined,
  keep: (answers: Answers) => Promise<void>,
  signal?: AbortSignal,
): Promise<FileBench> {
  let current: { readonly work: Work; readonly opened: Promise<undefined> } | undefined;

  function end(problem: HostProblem): void {
    current?.work.end(problem);
    current = undefined;
  }

  async function start(): Promise<Work> {
    if (current === undefined || current.work.hasEnded()) {
      const work = startWork(startThread);
      const { name, bytes } = file;
      current = { work, opened: work.ask({ of: "file", kind: "open", name, bytes }) };
    }
    const { work, opened } = current;
    await opened;
    return work;
  }

  async function work<K extends "evaluate" | "insert" | "rules">(
    kind: K,
    request: EvaluateRequest,
  ): Promise<Results[K]> {
    const { packId, rules = {}, answers, language, signal, onStep } = request;
    const stop = (): void => end(new HostProblem("cancelled", PANE_TEXTS.cancelled));
    if (signal.aborted) throw new HostProblem("cancelled", PANE_TEXTS.cancelled);
    signal.addEventListener("abort", stop);
    try {
      const started = await start();
      return await started.ask(
        { of: "file", kind, packId, rules, answers: answers ?? kept, language },
        onStep,
      );
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  const giveUp = (): void => end(new HostProblem("cancelled", PANE_TEXTS.cancelled));
  signal?.addEventListener("abort", giveUp);
  try {
    await start();
  } catch (error) {
    end(new HostProblem("cancelled", PANE_TEXTS.cancelled));
    throw error;
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
  return {
    kind: "file",
    file,
    book: bookOf(file),
    evaluate: (request) => work("evaluate", request),
    insert: (request) => work("insert", request),
    writeRules: (request) => work("rules", request),
    keep,
    async peek(area: SheetArea): Promise<Preview> {
      return (await start()).ask({ of: "file", kind: "peek", area });
    },
    close: giveUp,
  };
}

/** The same file opened again, under whatever path, is the same book. */
export function bookOf({ name, bytes }: WorkbookFile): string {
  return `${name} ${bytes.length} ${crc32(bytes).toString(16)}`;
}
