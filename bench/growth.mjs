/**
 * How the whole job grows with the rows.
 *   npm run bench -- growth [rounds] [rows …]      10,000 to 1,000,000 projects, 3 rounds each
 */
import path from "node:path";
import { CLI, exponent, inFolder, line, machine, madeFile, runOnce, median } from "./measure.mjs";

const [rounds = 3, ...wanted] = process.argv.slice(2).map(Number);
const sizes = wanted.length === 0 ? [10_000, 30_000, 100_000, 300_000, 1_000_000] : wanted;
await inFolder(async (folder) => {
  const files = [];
  for (const rows of sizes) files.push(await madeFile(folder, rows));
  const runs = sizes.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, file] of files.entries()) {
      runs[index].push(await runOnce([CLI, "check", file, "--out", path.join(folder, "copy.xlsx"), "--force"]));
    }
  }
  const results = runs.map((all) => Object.fromEntries(["wall", "cpu", "memory"].map((what) => [what, median(all.map((run) => run[what]))])));
  console.log(`growth of the whole job (medians of ${rounds}; ${machine()})`);
  for (const [index, result] of results.entries()) console.log(line(`${sizes[index]} projects`, result));
  const [first, last] = [results[0], results.at(-1)];
  const power = (what) => exponent(first[what], last[what], sizes[0], sizes.at(-1)).toFixed(2);
  console.log(`  exponents from ${sizes[0]} to ${sizes.at(-1)}: time ${power("wall")}, processor ${power("cpu")}, memory ${power("memory")}   (target: 1.1)`);
});
