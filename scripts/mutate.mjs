/**
 * `npm run mutate`: a seeded sample of faults in amounts, intervals, recognition and scoring, and the share of them
 * that the tests notice, by group. MUTATE_SEED, MUTATE_WINDOWS (windows of eight lines a group), MUTATE_GROUP (one
 * group alone), MUTATE_PROCESSES.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { GROUPS, LEAST } from "./mutation-groups.mjs";

const NOTICED = ["Killed", "Timeout"];
const MISSED = ["Survived", "NoCoverage"];
const wanted = process.env.MUTATE_GROUP;
const names = Object.keys(GROUPS).filter((name) => wanted === undefined || name === wanted);
const stryker = path.join(import.meta.dirname, "../node_modules/.bin/stryker");
let low = names.length === 0;
let all = 0;
const lines = [];
for (const name of names) {
  const { status } = spawnSync(stryker, ["run"], {
    stdio: "inherit",
    // A smaller sample of generated workbooks than in the tests themselves.
    env: { VARIANTS: "12", ...process.env, MUTATE_GROUP: name },
  });
  if (status !== 0) process.exit(status ?? 1);
  const report = JSON.parse(readFileSync(`reports/mutation/${name}.json`, "utf8"));
  const mutants = Object.values(report.files).flatMap(({ mutants: found }) => found);
  const count = (states) => mutants.filter(({ status: state }) => states.includes(state)).length;
  const [noticed, missed] = [count(NOTICED), count(MISSED)];
  const share = (100 * noticed) / (noticed + missed);
  all += noticed + missed;
  low ||= share < LEAST;
  lines.push(`${name.padEnd(12)} ${share.toFixed(1).padStart(5)} % of ${noticed + missed} faults noticed`);
}
console.log([...lines, `${all} faults in all; at least ${LEAST} % are to be noticed in each group`].join("\n"));
process.exitCode = low ? 1 : 0;
