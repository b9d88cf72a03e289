/**
 * From the navigation to the pane in use, in Chromium with a processor slowed down four times, beside a page of the same
 * tool chain that shows one button. Both forms: on a file, and in the simulated Excel with Microsoft's own Office.js.
 *   npm run bench -- start [rounds]      9 rounds; CHROMIUM names another browser than /usr/bin/chromium
 */
import { cpSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { chromium } from "playwright-core";
import webpack from "webpack";
import { buildPane, dist } from "../scripts/build-pane.mjs";
import { serveFolder } from "../scripts/serve.mjs";
import { PANE_TEXTS } from "../src/texts/pane";
import { sharedCalculator, supportedMatrix, workbookFrom } from "../test/excel-host/boot";
import { installExternal } from "../test/excel-host/external";
import { startHost } from "../test/excel-host/host";
import { inFolder, machine, median, ROOT } from "./measure.mjs";

const [rounds = 9] = process.argv.slice(2).map(Number);
const SLOWER = 4;
const TARGET = 1.5;
const MOST_KB = 200;
const SAMPLE = path.join(ROOT, "assets/samples/bazhou-2021-as-reported.xlsx");
const LANGUAGE = "zh-CN";

const require = createRequire(import.meta.url);

await inFolder(async (folder) => {
  buildPane();
  await buildHello(folder);
  cpSync(path.join(dist, "office"), path.join(folder, "office"), { recursive: true });
  const servers = await Promise.all([dist, folder].map(served));
  const [pane, hello] = servers.map((server) => `http://127.0.0.1:${server.address().port}`);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const candidates = new Map([
    ["hello", { url: `${hello}/hello.html`, button: "hello", answer: answersHello }],
    ["pane on a file", { url: `${pane}/taskpane.html`, button: PANE_TEXTS.choose[LANGUAGE], answer: answersFile }],
    ["hello with Office.js", { url: `${hello}/hello-excel.html`, button: "hello", excel: true, answer: answersHello }],
    ["pane in Excel", { url: `${pane}/taskpane.html?host=excel`, button: PANE_TEXTS.check[LANGUAGE], excel: true, answer: answersExcel }],
  ]);
  const runs = new Map([...candidates.keys()].map((name) => [name, []]));
  try {
    // The first of each warms the disk's cache and is not counted.
    for (let round = -1; round < rounds; round += 1) {
      for (const [name, candidate] of candidates) {
        const run = await startOnce(browser, candidate);
        if (round >= 0) runs.get(name).push(run);
      }
    }
    const title = `start to usable in Chromium ${browser.version()}, processor ${SLOWER} times slower, nothing cached`;
    console.log(`${title} (medians of ${rounds}; ${machine()})`);
    for (const [name, all] of runs) console.log(line(name, all));
    const told = [
      verdict("on a file, to hello", ratio(runs, "pane on a file", "hello"), TARGET),
      verdict("in Excel, to hello with Office.js", ratio(runs, "pane in Excel", "hello with Office.js"), TARGET),
      verdict("scripts on a file, KB", ours(runs, "pane on a file"), MOST_KB),
      verdict("scripts in Excel but Office.js, KB", ours(runs, "pane in Excel"), MOST_KB),
    ];
    for (const { text } of told) console.log(text);
    if (told.some(({ met }) => !met)) process.exitCode = 1;
  } finally {
    await browser.close();
    for (const server of servers) server.close();
  }
});

/** The bare page: the pane's own configuration with another entry. */
function buildHello(folder) {
  const pane = require("../webpack.config.js").find((one) => typeof one === "function")({}, { mode: "production" });
  const page = (filename, template) => new HtmlWebpackPlugin({ filename, template: path.join(ROOT, "bench/peers", template) });
  const [rule] = pane.module.rules;
  return new Promise((resolve, reject) => {
    webpack(
      {
        ...pane,
        mode: "production",
        context: ROOT,
        entry: { hello: "./bench/peers/hello.tsx" },
        output: { ...pane.output, path: folder, clean: false },
        cache: false,
        module: { ...pane.module, rules: [{ ...rule, include: path.join(ROOT, "bench/peers") }] },
        plugins: [page("hello.html", "hello.html"), page("hello-excel.html", "hello-excel.html")],
      },
      (error, stats) => (error !== null || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString("errors-only"))) : resolve()),
    );
  });
}

function served(folder) {
  return new Promise((resolve) => {
    const server = createServer(serveFolder(folder)).listen(0, "127.0.0.1", () => resolve(server));
  });
}

/**
 * One start with nothing cached.
 * @returns ms from the navigation until the button was painted, the scripts that it took, ms until it answered a press
 */
async function startOnce(browser, { url, button, excel, answer }) {
  const context = await browser.newContext({ viewport: { width: 350, height: 720 }, locale: LANGUAGE });
  try {
    const page = await context.newPage();
    if (excel === true) await insideExcel(page);
    await page.addInitScript(watch, button);
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(url, { waitUntil: "commit" });
    const { usable, scripts } = await page.evaluate(() => globalThis.usable);
    const { metrics } = await session.send("Performance.getMetrics");
    const busy = 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
    const loaded = await Promise.all(scripts.map(async (script) => ({ url: script, size: await gzipped(script) })));
    const answered = await answer(page, button);
    return { usable, busy, answered, loaded };
  } finally {
    await context.close();
  }
}

/**
 * In the page, before its scripts: a promise of the time when a button with that name was painted and takes clicks, and
 * of the scripts that had come when it was put there.
 */
function watch(name) {
  globalThis.usable = new Promise((resolve) => {
    const look = () => {
      const found = [...document.querySelectorAll("button")].find((one) => one.textContent === name);
      if (found === undefined || found.disabled || found.getAttribute("aria-disabled") === "true") return;
      if (found.getBoundingClientRect().width === 0) return;
      observer.disconnect();
      const resources = performance.getEntriesByType("resource").map((entry) => entry.name);
      const scripts = resources.filter((resource) => new URL(resource).pathname.endsWith(".js"));
      // The second frame after the change begins once the first was painted.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve({ usable: performance.now(), scripts })));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

async function gzipped(url) {
  return gzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()), { level: 9 }).length;
}

async function insideExcel(page) {
  const host = startHost(await workbookFrom(SAMPLE), sharedCalculator());
  await page.exposeFunction("simulatedExcelExchange", (body, flags) => host.exchange(body, flags));
  const settings = { matrix: supportedMatrix(host.switches.requirementSet), locale: LANGUAGE, documentUrl: `C:\\${host.workbook.name}` };
  await page.addInitScript({
    content: `window.simulatedExcelFire = (${installExternal.toString()})(
      window, ${JSON.stringify(settings)}, (body, flags) => window.simulatedExcelExchange(body, flags));`,
  });
}

/** The button does what it is there for; what is waited for is the first thing that the officer sees of it. */
async function pressed(page, name, seen) {
  const start = performance.now();
  await Promise.all([seen(), page.getByRole("button", { name, exact: true }).click()]);
  return performance.now() - start;
}

function answersHello(page, name) {
  return pressed(page, name, () => page.locator("body[data-answered]").waitFor());
}

function answersFile(page, name) {
  return pressed(page, name, () => page.waitForEvent("filechooser"));
}

function answersExcel(page, name) {
  return pressed(page, name, () => page.getByRole("progressbar").waitFor());
}

function isOffice({ url }) {
  return new URL(url).pathname.startsWith("/office/");
}

function kilobytes(scripts) {
  return scripts.reduce((sum, { size }) => sum + size, 0) / 1024;
}

function ours(runs, name) {
  return median(runs.get(name).map(({ loaded }) => kilobytes(loaded.filter((one) => !isOffice(one)))));
}

function ratio(runs, a, b) {
  const usable = (name) => median(runs.get(name).map((run) => run.usable));
  return usable(a) / usable(b);
}

function line(name, all) {
  const ms = (what) => `${median(all.map((run) => run[what])).toFixed(0).padStart(6)} ms`;
  const sorted = all.map(({ usable }) => usable).sort((a, b) => a - b);
  const { loaded } = all[0];
  const own = loaded.filter((one) => !isOffice(one));
  const office = loaded.filter(isOffice);
  const scripts = `${own.length} scripts of ${kilobytes(own).toFixed(0)} KB`;
  const beside = office.length === 0 ? "" : `, Office.js ${kilobytes(office).toFixed(0)} KB`;
  return `  ${name.padEnd(36)}${ms("usable")} (${sorted[0].toFixed(0)} to ${sorted.at(-1).toFixed(0)}), main thread busy ${ms("busy")}, a press answered in ${ms("answered")}; ${scripts}${beside}`;
}

function verdict(name, value, target) {
  const met = value <= target;
  return { met, text: `  ${name.padEnd(36)}${value.toFixed(2).padStart(6)}   (target: ${target}${met ? "" : ": MISSED"})` };
}
