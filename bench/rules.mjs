/**
 * The rules over a made workbook, side by side with the same grouped sums by a plain loop over Maps of floats.
 *   npm run bench -- rules              200,000 projects, 100 counties
 *   npm run bench -- rules 10000 …      other numbers of projects, with the exponent of growth
 * Both read the same snapshot; each measures its own peak memory in a process of its own.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compileFormula, createContext, runFormula } from "../src/core/rules/language.ts";
import { runChecks } from "../src/core/checks/run.ts";
import { recognise } from "../src/core/tables/recognise.ts";
import { xjBridging2021 as pack } from "../src/packs/xj-bridging-2021/index.ts";
import { makeWorkbook } from "./workbook.mjs";

const GROUPED = ["cross.funds-projects", "cross.execution-projects", "cross.industry-projects"];

/** The same sums as the three rules, in floats: county by source, county's spending, industry by source. */
function mapLoop(sheet, rows) {
  const end = 3 + rows;
  const bySource = Array.from({ length: 6 }, () => new Map());
  for (let row = 3; row < end; row += 1) {
    const county = sheet.text(row, 1);
    bySource.forEach((sums, source) => sums.set(county, (sums.get(county) ?? 0) + sheet.number(row, 6 + source)));
  }
  const spent = new Map();
  for (let row = 3; row < end; row += 1) {
    const county = sheet.text(row, 1);
    spent.set(county, (spent.get(county) ?? 0) + sheet.number(row, 13));
  }
  const industry = new Map();
  for (let row = 3; row < end; row += 1) {
    if (sheet.text(row, 5) !== "产业发展") continue;
    for (let source = 0; source < 6; source += 1) industry.set(source, (industry.get(source) ?? 0) + sheet.number(row, 6 + source));
  }
  return [...bySource, spent, industry];
}

/** The three rules alone, from nothing read. */
function groupedSums(recognition, workbook) {
  const context = createContext(pack, recognition, workbook);
  for (const check of pack.checks.filter(({ id }) => GROUPED.includes(id))) {
    for (const text of check.formulas) {
      const compiled = compileFormula(text, pack);
      if (!compiled.ok) throw new Error(text);
      const { failed, notRun } = runFormula(compiled.value, context, { level: check.level, tolerance: undefined });
      if (failed.length + notRun.length > 0) throw new Error(`${check.id} should pass on the made workbook`);
    }
  }
}

/** All checks with the findings about the data, as every front runs them. */
function allChecks(recognition, workbook) {
  const result = runChecks(createContext(pack, recognition, workbook), { language: "zh-CN" });
  const bad = result.findings.length + result.notRun.length;
  if (bad > 0) throw new Error(`the made workbook should pass: ${JSON.stringify(result.findings.slice(0, 3))} ${JSON.stringify(result.notRun)}`);
  return result;
}

function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function measure(rows, rounds) {
  const { workbook, projects } = makeWorkbook(rows);
  const recognition = recognise(workbook, pack.tables, { dimensions: pack.dimensions, year: 2021 });
  if (recognition.tables.length !== pack.tables.length) throw new Error("a table of the made workbook was not recognised");
  const times = { map: [], grouped: [], all: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const map = time(() => mapLoop(projects, rows));
    const some = time(() => groupedSums(recognition, workbook));
    const all = time(() => allChecks(recognition, workbook));
    // The first round warms up.
    if (round === 0) continue;
    times.map.push(map);
    times.grouped.push(some);
    times.all.push(all);
  }
  return { rows, map: median(times.map), grouped: median(times.grouped), all: median(times.all) };
}

function peak(rows, what) {
  const { workbook, projects } = makeWorkbook(rows);
  const recognition = recognise(workbook, pack.tables, { dimensions: pack.dimensions, year: 2021 });
  if (what === "map") mapLoop(projects, rows);
  else allChecks(recognition, workbook);
  return process.resourceUsage().maxRSS / 1024;
}

function inOwnProcess(rows, what) {
  const args = ["--no-warnings", "--import", new URL("./loader.mjs", import.meta.url).href, fileURLToPath(import.meta.url), `--peak=${what}`, String(rows)];
  const child = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  return Number(child.stdout);
}

const args = process.argv.slice(2);
const wanted = args.find((arg) => arg.startsWith("--peak="));
const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
if (wanted !== undefined) {
  console.log(peak(sizes[0], wanted.slice("--peak=".length)));
} else {
  const results = [];
  for (const rows of sizes.length === 0 ? [200_000] : sizes) {
    const result = measure(rows, 5);
    results.push(result);
    const [map, rules] = [inOwnProcess(rows, "map"), inOwnProcess(rows, "rules")];
    const ms = (value) => `${value.toFixed(0)} ms`;
    console.log(`${rows} projects, 100 counties (medians of 5)`);
    console.log(`  plain Map loop over floats   ${ms(result.map)}`);
    console.log(`  grouped-sum rules            ${ms(result.grouped)}   ${(result.grouped / result.map).toFixed(2)} times`);
    console.log(`  all checks                   ${ms(result.all)}   ${(result.all / result.map).toFixed(2)} times`);
    console.log(`  peak memory                  ${map.toFixed(0)} MB with the loop, ${rules.toFixed(0)} MB with all checks   ${(rules / map).toFixed(2)} times`);
  }
  const [first, last] = [results[0], results.at(-1)];
  if (first !== last) {
    const exponent = Math.log(last.all / first.all) / Math.log(last.rows / first.rows);
    console.log(`growth of all checks from ${first.rows} to ${last.rows} rows: exponent ${exponent.toFixed(2)}`);
  }
}
