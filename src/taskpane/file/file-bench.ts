/**
 * A workbook file opened in the browser. Reading, checking and writing run in a worker: cancelling ends the worker,
 * and whatever ends it, the next request starts another with the same file.
 */
import type { Answers } from "../../core/answers/answers";
import type { SheetArea } from "../../core/workbook/address";
import { crc32 } from "../../hosts/file/crc32";
import { HostProblem } from "../../hosts/host";
import { PANE_TEXTS } from "../../texts/pane";
import type { EvaluateRequest, Workbench } from "../workbench";
import type { Answer, Asked, Preview, Request, Results } from "./protocol";

export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Waiting {
  readonly onStep: EvaluateRequest["onStep"] | undefined;
  readonly done: (result: Results[keyof Results]) => void;
  readonly failed: (problem: HostProblem) => void;
}

export interface FileBench extends Workbench {
  readonly file: WorkbookFile;
  readonly book: string;
  close(): void;
}

/**
 * @param startWorker gives a fresh worker that runs `worker.ts`
 * @param kept answers of an earlier visit, used until the pane has its own
 * @param keep stores answers in the browser, so that a reload loses nothing
 * @param signal gives up opening
 * @returns once the file was read; rejects with a HostProblem where it cannot be
 */
export async function openFileBench(
  file: WorkbookFile,
  startWorker: () => Worker,
  kept: Answers | undefined,
  keep: (answers: Answers) => Promise<void>,
  signal?: AbortSignal,
): Promise<FileBench> {
  let worker: Worker | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function end(problem: HostProblem): void {
    worker?.terminate();
    worker = undefined;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { failed } of left) failed(problem);
  }

  function send<K extends keyof Results>(
    request: Request & { readonly kind: K },
    onStep?: EvaluateRequest["onStep"],
  ): Promise<Results[K]> {
    return new Promise((resolve, reject) => {
      lastId += 1;
      const asked: Asked = { id: lastId, request };
      // The worker answers each request with the result of its kind.
      waiting.set(lastId, { onStep, done: (result) => resolve(result as Results[K]), failed: reject });
      worker?.postMessage(asked);
    });
  }

  async function start(): Promise<void> {
    if (worker !== undefined) return;
    worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const one = waiting.get(data.id);
      if (one === undefined) return;
      if (data.kind === "step") {
        one.onStep?.(data.step);
        return;
      }
      waiting.delete(data.id);
      if (data.kind === "done") one.done(data.result);
      else one.failed(new HostProblem(data.code, data.text));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end(new HostProblem("other", PANE_TEXTS.workerDied));
    };
    await send({ kind: "open", name: file.name, bytes: file.bytes });
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
      await start();
      return await send({ kind, packId, rules, answers: answers ?? kept, language }, onStep);
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
      await start();
      return send({ kind: "peek", area });
    },
    close: giveUp,
  };
}

/** The same file opened again, under whatever path, is the same book. */
export function bookOf({ name, bytes }: WorkbookFile): string {
  return `${name} ${bytes.length} ${crc32(bytes).toString(16)}`;
}
