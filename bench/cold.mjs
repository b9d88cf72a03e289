/**
 * The command on the sample, whole process from cold, beside a script that only reads the file with SheetJS.
 *   npm run bench -- cold [rounds]      11 rounds
 */
import { CLI, line, machine, ratios, sideBySide } from "./measure.mjs";

const [rounds = 11] = process.argv.slice(2).map(Number);
const sample = "assets/samples/bazhou-2021-as-reported.xlsx";
const names = ["hengbiao check", "SheetJS dense: reading only"];
const results = await sideBySide(
  new Map([
    [names[0], [CLI, "check", sample, "--json"]],
    [names[1], ["bench/peers/sheetjs.cjs", sample]],
  ]),
  rounds,
);
console.log(`the sample from cold (medians of ${rounds}; ${machine()})`);
for (const [name, result] of results) console.log(line(name, result));
console.log(ratios("to SheetJS dense", results.get(names[0]), results.get(names[1]), "time 1.5"));
