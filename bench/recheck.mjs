/**
 * One changed figure on a large ledger: the re-check beside the full check, the file read with it or read already.
 *   npm run bench -- recheck [rows] [rounds]      200,000 projects, 15 changed cells
 */
import { readFileSync } from "node:fs";
import { NO_ANSWERS } from "../src/core/answers/answers.ts";
import { evaluate } from "../src/core/evaluate.ts";
import { startChecking } from "../src/core/recheck.ts";
import { openWorkbook } from "../src/hosts/file/open.ts";
import { xjBridging2021 as pack } from "../src/packs/xj-bridging-2021/index.ts";
import { inFolder, machine, madeFile, median } from "./measure.mjs";
import { makeWorkbook } from "./workbook.mjs";

const [rows = 200_000, rounds = 15] = process.argv.slice(2).map(Number);
const options = { language: "zh-CN" };
const { workbook, projects } = makeWorkbook(rows);
async function time(work) {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
const full = [];
const evaluated = [];
const again = [];
const checking = startChecking(workbook, pack, NO_ANSWERS, options);
await inFolder(async (folder) => {
  const bytes = new Uint8Array(readFileSync(await madeFile(folder, rows)));
  for (let round = 0; round <= rounds; round += 1) {
    const row = 4 + ((round * 7919) % (rows - 1));
    const column = 6 + (round % 6);
    const stood = projects.number(row, column);
    const change = (value) => [{ sheet: projects.name, row, column, value }];
    const wrong = await time(() => checking.refigure(change(stood + 0.5)));
    if (wrong.result === undefined || wrong.result.checks.findings.length === 0) throw new Error("the change was not found");
    const right = await time(() => checking.refigure(change(stood)));
    if (right.result?.checks.findings.length !== 0) throw new Error("the change was not taken back");
    const read = await time(async () => (await openWorkbook(bytes, "ledger.xlsx")).snapshot);
    const { ms } = await time(() => evaluate(read.result, pack, NO_ANSWERS, options));
    if (round === 0) continue; // warms up
    again.push(wrong.ms, right.ms);
    evaluated.push(ms);
    full.push(read.ms + ms);
  }
});
const [a, b, c] = [again, full, evaluated].map(median);
console.log(`one changed figure on ${rows} projects (medians of ${again.length} and ${rounds}; ${machine()})`);
console.log(`  full check                          ${b.toFixed(0)} ms`);
console.log(`  full check, the file read already   ${c.toFixed(0)} ms`);
console.log(`  re-check                            ${a.toFixed(2)} ms   ${((100 * a) / b).toFixed(2)} % of the full check (target: 1 %), ${((100 * a) / c).toFixed(2)} % of it without reading`);
