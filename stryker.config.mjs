/**
 * `npm run mutate`: small faults put into the rooms where a wrong figure would come from, one at a time; a test must
 * fail for each. A seeded sample of windows of lines, apart from the tests since it takes long.
 * MUTATE_SEED (1) and MUTATE_WINDOWS (36) set which and how many, MUTATE_ROOM one room alone.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Amounts and intervals, recognition, scoring. */
const ROOMS = ["src/core/figures", "src/core/tables", "src/core/scoring", "src/core/scoring/methods"];
const LINES = 8;

let state = Number(process.env.MUTATE_SEED ?? "1") >>> 0;
/** 0 to 1, decided by the seed (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** All windows of code in a room, without the comment at the head of a file and its imports. */
function windowsOf(room) {
  return readdirSync(room)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .flatMap((name) => {
      const file = path.posix.join(room, name);
      const lines = readFileSync(file, "utf8").split("\n");
      const first = lines.findLastIndex((line) => / from "[^"]*";$/.test(line)) + 2;
      const windows = [];
      for (let line = first; line < lines.length; line += LINES) {
        windows.push(`${file}:${line}-${Math.min(line + LINES - 1, lines.length - 1)}`);
      }
      return windows;
    });
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

const rooms = ROOMS.filter((room) => (process.env.MUTATE_ROOM ?? room) === room);
const mutate = drawn(rooms.flatMap(windowsOf), Number(process.env.MUTATE_WINDOWS ?? "36"));

export default {
  mutate,
  testRunner: "jest",
  jest: { projectType: "custom", configFile: "jest.mutate.config.mjs", enableFindRelatedTests: false },
  coverageAnalysis: "perTest",
  dryRunTimeoutMinutes: 30,
  // TypeScript 7 has no programming interface: a name that does not exist keeps the tool from asking for it.
  tsconfigFile: "no-tsconfig-for-mutation.json",
  ignorePatterns: ["biome.json", "dist", "reports", "docs", "bench", "findings"],
  concurrency: Number(process.env.MUTATE_PROCESSES ?? "2"),
  timeoutMS: 60_000,
  timeoutFactor: 3,
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
};
