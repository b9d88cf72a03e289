/** The asking side of one thread: each request is answered once, or fails with a HostProblem. */
import type { Step } from "../../core/evaluate";
import { HostProblem } from "../../hosts/host";
import { PANE_TEXTS } from "../../texts/pane";
import { gather, type Gathering } from "./parts";
import type { Answer, Request, Result, Results } from "./protocol";
import type { StartThread, Thread } from "./thread";

export interface Work {
  /** Requests are answered in their order. */
  ask<K extends keyof Results>(
    request: Request & { readonly kind: K },
    onStep?: (step: Step) => void,
  ): Promise<Results[K]>;
  /** Ends the thread; what was asked of it, and what will be, fails with the problem. */
  readonly end: (problem: HostProblem) => void;
  readonly hasEnded: () => boolean;
}

interface Waiting {
  readonly onStep: ((step: Step) => void) | undefined;
  readonly result: Gathering;
  readonly done: (result: Result) => void;
  readonly failed: (problem: HostProblem) => void;
}

export function startWork(startThread: StartThread): Work {
  let lastId = 0;
  let ended: HostProblem | undefined;
  const waiting = new Map<number, Waiting>();
  const thread: Thread = startThread(take, () => end(new HostProblem("other", PANE_TEXTS.workerDied)));

  function take(answer: Answer): void {
    const one = waiting.get(answer.id);
    if (one === undefined) return;
    switch (answer.kind) {
      case "step":
        one.onStep?.(answer.step);
        return;
      case "part":
        one.result.add(answer.part);
        if (!answer.last) return;
        waiting.delete(answer.id);
        // The thread answers each request with the result of its kind.
        one.done(one.result.value() as Result);
        return;
      case "failed":
        waiting.delete(answer.id);
        one.failed(new HostProblem(answer.code, answer.text));
    }
  }

  function end(problem: HostProblem): void {
    if (ended !== undefined) return;
    ended = problem;
    thread.end();
    const left = [...waiting.values()];
    waiting.clear();
    for (const { failed } of left) failed(problem);
  }

  return {
    ask: <K extends keyof Results>(
      request: Request & { readonly kind: K },
      onStep?: (step: Step) => void,
    ): Promise<Results[K]> =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) {
          reject(ended);
          return;
        }
        lastId += 1;
        const done = (result: Result): void => resolve(result as Results[K]);
        waiting.set(lastId, { onStep, result: gather(), done, failed: reject });
        thread.send({ id: lastId, request });
      }),
    end,
    hasEnded: () => ended !== undefined,
  };
}
