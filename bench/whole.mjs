/**
 * The whole job (read, recognise, check, score, write a copy) on a ledger, beside libraries that only open the file.
 *   npm run bench -- whole [rows] [rounds]      200,000 projects of 18 columns, 5 rounds
 */
import path from "node:path";
import { CLI, inFolder, line, machine, madeFile, ratios, sideBySide } from "./measure.mjs";

const [rows = 200_000, rounds = 5] = process.argv.slice(2).map(Number);
await inFolder(async (folder) => {
  const file = await madeFile(folder, rows);
  const names = ["hengbiao: the whole job", "SheetJS dense: reading only", "exceljs: loading only"];
  const results = await sideBySide(
    new Map([
      [names[0], [CLI, "check", file, "--out", path.join(folder, "copy.xlsx"), "--force"]],
      [names[1], ["bench/peers/sheetjs.cjs", file]],
      [names[2], ["bench/peers/exceljs.cjs", file]],
    ]),
    rounds,
  );
  console.log(`whole job on ${rows} projects (medians of ${rounds}; ${machine()})`);
  for (const [name, result] of results) console.log(line(name, result));
  const [ours, sheetjs, exceljs] = names.map((name) => results.get(name));
  console.log(ratios("to SheetJS dense", ours, sheetjs, "time 0.5, memory 0.6"));
  console.log(ratios("to exceljs", ours, exceljs, "time 0.4"));
});
