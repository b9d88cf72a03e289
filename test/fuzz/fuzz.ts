/**
 * `npm run fuzz`: damaged files through the whole job. Each must end in a result or in one clear sentence within 5 s
 * and 1 GB, without a crash, a hang or an unhandled rejection. Children do the work; this process watches them, so that
 * a mutant that hangs or dies is named. FUZZ_MUTANTS (10,000), FUZZ_SEED (1), FUZZ_FROM (0) and FUZZ_CHILDREN (2).
 *
 * Old files are first read without the thread that guards the library. A mutant that takes too long or dies is run
 * once more by itself, so that a busy machine is not taken for a hang, and with the guard, which then has to end it.
 */
import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Message } from "./child";

const setting = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const COUNT = setting("FUZZ_MUTANTS", 10_000);
const SEED = setting("FUZZ_SEED", 1);
const FROM = setting("FUZZ_FROM", 0);
const CHILDREN = setting("FUZZ_CHILDREN", 2);
/** Of processor time, so that a busy machine is not taken for a slow program; without that figure, of the clock. */
const SECONDS = 5;
/** Of the clock, for a mutant that waits for ever. */
const LONGEST = 90;
const MEGABYTES = 1_000;
/** Mutants of one child: its memory is measured afresh with each. */
const BATCH = 250;
const GUARD = path.resolve("dist/cli/convert-worker.js");

const faults: string[] = [];
const repeated: string[] = [];
const ends = new Map<string, number>();
let slowest = 0;
let highest = 0;
let done = 0;

function fault(text: string): void {
  faults.push(text);
  process.stdout.write(`fault: ${text}\n`);
}

/** Seconds that a process has used of a processor; undefined where the system does not tell. */
function used(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    // User and system time, in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** Runs from..to in one child; gives the first mutant that is still to be run. */
function batch(from: number, to: number, again: boolean): Promise<number> {
  return new Promise((resolve) => {
    const child: ChildProcess = fork(
      path.join(__dirname, "child.js"),
      [String(SEED), String(from), String(to), ...(again ? [GUARD] : [])],
      { execArgv: [`--max-old-space-size=${MEGABYTES}`], stdio: ["ignore", "ignore", "ignore", "ipc"] },
    );
    let next = from;
    let running:
      | { readonly label: string; readonly since: number; readonly used: number | undefined }
      | undefined;
    let timer: NodeJS.Timeout | undefined;
    let why = "died";
    /** What the running mutant has taken: processor time if it is known, else of the clock. */
    const taken = (): number => {
      const clock = (performance.now() - (running?.since ?? 0)) / 1_000;
      const now = used(child.pid);
      return now === undefined || running?.used === undefined || clock > LONGEST ? clock : now - running.used;
    };
    child.on("message", (message: Message) => {
      clearInterval(timer);
      if (message.kind === "start") {
        running = { label: message.label, since: performance.now(), used: used(child.pid) };
        timer = setInterval(() => {
          if (taken() <= SECONDS) return;
          why = `longer than ${SECONDS} s`;
          child.kill("SIGKILL");
        }, 500);
        return;
      }
      const label = running?.label ?? "";
      slowest = Math.max(slowest, taken());
      highest = Math.max(highest, message.peak);
      if (message.end.kind === "fault") fault(`${message.index} ${label}: ${message.end.why}`);
      if (message.peak > MEGABYTES) {
        fault(`${message.index} ${label}: ${message.peak.toFixed(0)} MB`);
        child.kill("SIGKILL");
      }
      const key = `${label.split(":")[0]} ${message.end.kind}`;
      ends.set(key, (ends.get(key) ?? 0) + 1);
      done++;
      if (done % 1_000 === 0) process.stdout.write(`${done} of ${COUNT}, ${faults.length} faults\n`);
      next = message.index + 1;
      running = undefined;
    });
    child.on("exit", () => {
      clearInterval(timer);
      if (running === undefined) {
        resolve(next);
        return;
      }
      const at = next;
      const { label } = running;
      if (again) {
        fault(`${at} ${label}: ${why}`);
        done++;
        resolve(at + 1);
      } else {
        repeated.push(`${at} ${label}: ${why}`);
        resolve(batch(at, at + 1, true).then(() => at + 1));
      }
    });
  });
}

async function worker(queue: number[]): Promise<void> {
  for (let start = queue.shift(); start !== undefined; start = queue.shift()) {
    const to = Math.min(start + BATCH, FROM + COUNT);
    for (let from = start; from < to; ) from = await batch(from, to, false);
  }
}

async function run(): Promise<void> {
  const queue = Array.from({ length: Math.ceil(COUNT / BATCH) }, (_none, at) => FROM + at * BATCH);
  await Promise.all(Array.from({ length: CHILDREN }, () => worker(queue)));
  process.stdout.write(
    `${[
      `${done} mutants of seed ${SEED}: ${JSON.stringify(Object.fromEntries([...ends].sort(([a], [b]) => a.localeCompare(b))))}`,
      `slowest ${slowest.toFixed(2)} s, highest memory of a process ${highest.toFixed(0)} MB`,
      `run a second time, with the guard around the library: ${repeated.length}`,
      ...repeated.map((one) => `  ${one}`),
      `faults: ${faults.length}`,
      ...faults.map((one) => `  ${one}`),
    ].join("\n")}\n`,
  );
  process.exitCode = faults.length === 0 && done === COUNT ? 0 : 1;
}

void run();
