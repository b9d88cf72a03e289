/** Progress of a job on standard error, once it takes longer than a second. */
import type { Io } from "./io";

const PATIENCE = 1_000;
/** Between two signs of life: a terminal's line is written over, a log gets a line now and then. */
const TERMINAL_STEP = 200;
const LOG_STEP = 5_000;

export interface Progress {
  /** @param share done, 0 to 1 */
  step(name: string, share: number): void;
  /** Clears the terminal's line. */
  end(): void;
}

export function startProgress(io: Io): Progress {
  const { err } = io;
  const start = io.now();
  let last = -Infinity;
  let shown = false;
  return {
    step(name, share) {
      const now = io.now();
      if (now - start < PATIENCE || now - last < (err.isTerminal ? TERMINAL_STEP : LOG_STEP)) return;
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
