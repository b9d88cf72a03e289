/**
 * Small faults put into the places where a wrong figure would come from, one at a time; a test must fail for each.
 * scripts/mutate.mjs runs this once for each group; MUTATE_GROUP names it, MUTATE_SEED and MUTATE_WINDOWS say which
 * and how many windows of lines are drawn.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DEFAULTS, GROUPS } from "./scripts/mutation-groups.mjs";

const LINES = 8;
const name = process.env.MUTATE_GROUP ?? "amounts";
const group = GROUPS[name];

let state = Number(process.env.MUTATE_SEED ?? DEFAULTS.seed) >>> 0;
/** 0 to 1, decided by the seed (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** All windows of code in a file, without the comment at its head and its imports. */
function windowsOf(file) {
  const lines = readFileSync(file, "utf8").split("\n");
  const first = lines.findLastIndex((line) => / from "[^"]*";$/.test(line)) + 2;
  const windows = [];
  for (let line = first; line < lines.length; line += LINES) {
    windows.push(`${file}:${line}-${Math.min(line + LINES - 1, lines.length - 1)}`);
  }
  return windows;
}

/** As many of the windows as wanted, in an order that the seed decides. */
function drawn(windows, count) {
  const left = [...windows];
  const chosen = [];
  while (chosen.length < count && left.length > 0) {
    chosen.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return chosen;
}

const files = group.code.flatMap((place) =>
  place.endsWith(".ts")
    ? [place]
    : readdirSync(place)
        .filter((file) => file.endsWith(".ts") && !group.without?.includes(file))
        .sort()
        .map((file) => path.posix.join(place, file)),
);

export default {
  mutate: drawn(files.flatMap(windowsOf), Number(process.env.MUTATE_WINDOWS ?? DEFAULTS.windows)),
  plugins: ["./scripts/mutation-runner.mjs"],
  testRunner: "in-process",
  coverageAnalysis: "perTest",
  dryRunTimeoutMinutes: 30,
  // TypeScript 7 has no programming interface: a name that does not exist keeps the tool from asking for it.
  tsconfigFile: "no-tsconfig-for-mutation.json",
  ignorePatterns: ["biome.json", "dist", "reports", "bench", "findings"],
  concurrency: Number(process.env.MUTATE_PROCESSES ?? "2"),
  timeoutMS: 60_000,
  timeoutFactor: 3,
  warnings: { slow: false },
  reporters: ["clear-text", "json"],
  jsonReporter: { fileName: `reports/mutation/${name}.json` },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
};
