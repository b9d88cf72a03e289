/**
 * A ledger with a wrong figure in every row: the whole command with its written copy and with its JSON.
 *   npm run bench -- findings [rows] [rounds]      200,000 projects, 5 rounds
 */
import path from "node:path";
import { CLI, inFolder, line, machine, madeFile, ratios, sideBySide } from "./measure.mjs";

const [rows = 200_000, rounds = 5] = process.argv.slice(2).map(Number);
await inFolder(async (folder) => {
  const file = await madeFile(folder, rows, "wrong");
  const out = ["--out", path.join(folder, "copy.xlsx"), "--force"];
  const names = ["hengbiao: with the written copy", "hengbiao: with JSON", "hengbiao: with both", "SheetJS dense: reading only"];
  const results = await sideBySide(
    new Map([
      [names[0], [CLI, "check", file, ...out]],
      [names[1], [CLI, "check", file, "--json"]],
      [names[2], [CLI, "check", file, ...out, "--json"]],
      [names[3], ["bench/peers/sheetjs.cjs", file]],
    ]),
    rounds,
  );
  console.log(`${rows + 1} findings (medians of ${rounds}; ${machine()})`);
  for (const [name, result] of results) console.log(line(name, result));
  for (const name of names.slice(0, 3)) {
    console.log(ratios(`${name.slice(10)}, to SheetJS dense`, results.get(name), results.get(names[3]), "memory below 1 GB"));
  }
});
