/** Progress of a job on standard error, once it takes longer than a second: one line that is written over. */
import type { Io } from "./io";

/** Milliseconds before the first sign of life and between two: a log gets a line now and then. */
const TERMINAL = { first: 1_000, next: 200 } as const;
const LOG = { first: 5_000, next: 5_000 } as const;

export interface Progress {
  /** @param share done, 0 to 1 */
  step(name: string, share: number): void;
  /** Clears the terminal's line. */
  end(): void;
}

export function startProgress(io: Io): Progress {
  const { err } = io;
  const pace = err.isTerminal ? TERMINAL : LOG;
  const start = io.now();
  let last = -Infinity;
  let shown = false;
  return {
    step(name, share) {
      const now = io.now();
      if (now - start < pace.first || now - last < pace.next) return;
      last = now;
      shown = true;
      const line = `${name} ${Math.floor(Math.min(1, Math.max(0, share)) * 100)}%`;
      err.write(err.isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end() {
      if (shown && err.isTerminal) err.write("\r\u001b[K");
      shown = false;
    },
  };
}
