/** Where the work is done: in a worker, or on the pane's own thread where a webview has none. */
import type { Answer, Asked } from "./protocol";

export interface Thread {
  send(asked: Asked): void;
  /** Ends it with all it holds, in the middle of whatever it does. */
  end(): void;
}

/** @param onDeath it ended by itself */
export type StartThread = (onAnswer: (answer: Answer) => void, onDeath: () => void) => Thread;

export const workerThread: StartThread = (onAnswer, onDeath) => {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
  worker.onerror = (event) => {
    event.preventDefault();
    onDeath();
  };
  return {
    send: (asked) => worker.postMessage(asked, handedOver(asked)),
    end: () => worker.terminate(),
  };
};

/** Cells are nobody's here once they were sent. */
function handedOver({ request }: Asked): Transferable[] {
  if (request.kind !== "put" && request.kind !== "again") return [];
  return request.grids.flatMap(({ cells: { kinds, values } }) => [kinds.buffer, values.buffer]);
}

export const thisThread: StartThread = (onAnswer) => {
  let ended = false;
  const serving = import("./serve").then(({ serve }) =>
    serve((answer) => {
      if (!ended) onAnswer(answer);
    }),
  );
  return {
    send: (asked) => void serving.then((take) => take(asked)),
    end: () => {
      ended = true;
    },
  };
};

export const anyThread: StartThread = (onAnswer, onDeath) =>
  (typeof Worker === "undefined" ? thisThread : workerThread)(onAnswer, onDeath);
