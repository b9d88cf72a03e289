/**
 * One changed figure on the sample, in Chromium, beside the full check there.
 *   npm run bench -- chromium [rounds]      40 rounds; CHROMIUM names another browser than /usr/bin/chromium
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import webpack from "webpack";
import { inFolder, machine, median, ROOT } from "./measure.mjs";

const [rounds = 40] = process.argv.slice(2).map(Number);
await inFolder(async (folder) => {
  await built(folder);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ path: path.join(folder, "page.js") });
    const sample = readFileSync(path.join(ROOT, "assets/samples/bazhou-2021-as-reported.xlsx")).toString("base64");
    const { full, again } = await page.evaluate(([base64, times]) => globalThis.measureSample(base64, times), [sample, rounds]);
    console.log(`one changed figure on the sample in Chromium ${browser.version()} (medians of ${again.length} and ${full.length}; ${machine()})`);
    console.log(`  full check, the file read already   ${median(full).toFixed(1)} ms`);
    console.log(`  re-check                            ${median(again).toFixed(1)} ms; 9 of 10 within ${[...again].sort((a, b) => a - b)[Math.floor(again.length * 0.9)].toFixed(1)} ms   (target: 16 ms)`);
  } finally {
    await browser.close();
  }
});

function built(folder) {
  return new Promise((resolve, reject) => {
    webpack(
      {
        mode: "production",
        entry: path.join(ROOT, "bench/chromium-page.mjs"),
        output: { path: folder, filename: "page.js" },
        resolve: { extensions: [".ts", ".js"] },
        module: { rules: [{ test: /\.ts$/, use: "swc-loader" }, { test: /\.mjs$/, resolve: { fullySpecified: false } }] },
        performance: { hints: false },
      },
      (error, stats) => (error !== null || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString("errors-only"))) : resolve()),
    );
  });
}
