/**
 * One changed figure on a large ledger: the re-check beside the full check of what was read already.
 *   npm run bench -- recheck [rows] [rounds]      200,000 projects, 15 changed cells
 */
import { NO_ANSWERS } from "../src/core/answers/answers.ts";
import { evaluate } from "../src/core/evaluate.ts";
import { startChecking } from "../src/core/recheck.ts";
import { xjBridging2021 as pack } from "../src/packs/xj-bridging-2021/index.ts";
import { machine, median } from "./measure.mjs";
import { makeWorkbook } from "./workbook.mjs";

const [rows = 200_000, rounds = 15] = process.argv.slice(2).map(Number);
const options = { language: "zh-CN" };
const { workbook, projects } = makeWorkbook(rows);
const time = (work) => {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
};
const full = [];
const again = [];
let checking = startChecking(workbook, pack, NO_ANSWERS, options);
for (let round = 0; round <= rounds; round += 1) {
  const row = 4 + ((round * 7919) % (rows - 1));
  const column = 6 + (round % 6);
  const stood = projects.number(row, column);
  const change = (value) => [{ sheet: projects.name, row, column, value }];
  const wrong = time(() => checking.refigure(change(stood + 0.5)));
  if (wrong.result === undefined || wrong.result.checks.findings.length === 0) throw new Error("the change was not found");
  const right = time(() => checking.refigure(change(stood)));
  if (right.result?.checks.findings.length !== 0) throw new Error("the change was not taken back");
  const { ms } = time(() => evaluate(workbook, pack, NO_ANSWERS, options));
  if (round === 0) continue; // warms up
  again.push(wrong.ms, right.ms);
  full.push(ms);
}
const [a, b] = [median(again), median(full)];
console.log(`one changed figure on ${rows} projects (medians of ${again.length} and ${rounds}; ${machine()})`);
console.log(`  full check, the file read already   ${b.toFixed(0)} ms`);
console.log(`  re-check                            ${a.toFixed(2)} ms   ${((100 * a) / b).toFixed(2)} %   (target: 1 % of the full check)`);
