/** Whole processes side by side: each run a process of its own, the candidates in turn, medians, ratios to the peer. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SPENT = path.join(ROOT, "bench/spent.cjs");

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @returns wall and processor time in ms, peak memory in MB; exit codes 0 and 1 are the job done */
export async function runOnce(args) {
  const start = performance.now();
  const child = spawn(process.execPath, ["--require", SPENT, ...args], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const [spent, complaint, [code]] = await Promise.all([text(child.stdio[3]), text(child.stderr), once(child, "close")]);
  const wall = performance.now() - start;
  if (code !== 0 && code !== 1) throw new Error(`${args.join(" ")}: ${complaint}`);
  return { wall, ...JSON.parse(spent) };
}

/**
 * @param candidates name → arguments of node; the first warms the disk's cache in a run that does not count
 * @returns name → medians
 */
export async function sideBySide(candidates, rounds) {
  const runs = new Map([...candidates.keys()].map((name) => [name, []]));
  await runOnce([...candidates.values()][0]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of candidates) runs.get(name).push(await runOnce(args));
  }
  return new Map(
    [...runs].map(([name, all]) => [name, Object.fromEntries(["wall", "cpu", "memory"].map((what) => [what, median(all.map((run) => run[what]))]))]),
  );
}

export function line(name, { wall, cpu, memory }) {
  return `  ${name.padEnd(44)}${wall.toFixed(0).padStart(8)} ms ${cpu.toFixed(0).padStart(8)} ms of processor ${memory.toFixed(0).padStart(6)} MB`;
}

export function ratios(name, a, b, target) {
  const ratio = (what) => (a[what] / b[what]).toFixed(3);
  return `  ${name.padEnd(44)}time ${ratio("wall")}, processor ${ratio("cpu")}, memory ${ratio("memory")}   (target: ${target})`;
}

/** Growth from a to b: the power of the rows that a quantity follows. */
export function exponent(a, b, rowsA, rowsB) {
  return Math.log(b / a) / Math.log(rowsB / rowsA);
}

export function machine() {
  return `node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? "?"}), load ${loadavg()[0].toFixed(1)}`;
}

/** Runs work with a folder that is gone afterwards. */
export async function inFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), "hengbiao-bench-"));
  const tidy = () => rmSync(folder, { recursive: true, force: true });
  const stop = () => {
    tidy();
    process.exit(130);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return await work(folder);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    tidy();
  }
}

/** The made workbook of so many projects as a file in the folder. @param figures "wrong": see makeWorkbook */
export async function madeFile(folder, rows, figures = "right") {
  const file = path.join(folder, `${rows}-${figures}.xlsx`);
  await runOnce(["--no-warnings", "--import", new URL("./loader.mjs", import.meta.url).href, path.join(ROOT, "bench/file.mjs"), String(rows), file, figures]);
  return file;
}

export const CLI = path.join(ROOT, "dist/cli/hengbiao.js");
