/**
 * The full check of a large open workbook through Office.js, in the built pane, beside loading its values alone; then the
 * same with as many findings as projects.
 *   npm run bench -- excel [rows] [rounds]      200,000 projects, 5 rounds; CHROMIUM names another browser
 */
import { chromium } from "playwright-core";
import { buildPane, dist } from "../scripts/build-pane.mjs";
import { bookOf, servePaneInExcel, withFindings } from "./excel-host.mjs";
import { machine, median } from "./measure.mjs";

const [rows = 200_000, rounds = 5] = process.argv.slice(2).map(Number);
const LIMIT = 600_000;
/** Checks that are cancelled, each a little later than the one before. */
const CANCELLED = 9;
buildPane();
const { host, address, prepare, stop } = await servePaneInExcel(bookOf(rows), dist);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 350, height: 720 } });
  page.setDefaultTimeout(LIMIT);
  page.on("pageerror", (error) => { throw error; });
  await prepare(page);
  await page.goto(address);
  await page.getByRole("button", { name: "一键校验", exact: true }).waitFor();
  await page.evaluate(watch);
  const checks = [];
  const loads = [];
  let blocks = [];
  for (let round = 0; round <= rounds; round += 1) {
    host.clearLog();
    const check = await traced(browser, page, () => page.evaluate(() => globalThis.measured.check()));
    await host.settled();
    const sent = host.log.map(({ requestBytes, responseBytes }) => [requestBytes, responseBytes]);
    if (round === 0) blocks = host.log.flatMap(({ request }) => valuesIn(request));
    const load = await traced(browser, page, () => page.evaluate((areas) => globalThis.measured.load(areas), blocks));
    await host.settled();
    if (round === 0) continue; // warms up
    checks.push({ ...check, requests: sent.length, largest: Math.max(...sent.flat()) });
    loads.push(load);
  }
  const of = (list, what) => median(list.map((one) => one[what]));
  console.log(`full check of ${rows} projects in the pane, Chromium ${browser.version()}, simulated Excel (medians of ${rounds}; ${machine()})`);
  console.log(`  values alone, in the same ${blocks.length} blocks   ${of(loads, "ms").toFixed(0)} ms; longest task ${of(loads, "longest").toFixed(0)} ms, ${of(loads, "longestSpent").toFixed(0)} ms of processor`);
  console.log(`  full check   ${of(checks, "ms").toFixed(0)} ms   ratio ${(of(checks, "ms") / of(loads, "ms")).toFixed(2)}   (target: 1.2)`);
  console.log(`  largest request or answer   ${(of(checks, "largest") / 1e6).toFixed(2)} MB in ${of(checks, "requests")} requests   (target: 4 MB)`);
  const worst = (what) => `${of(checks, what).toFixed(0)} ms, at worst ${Math.max(...checks.map((one) => one[what])).toFixed(0)} ms`;
  console.log(`  longest task of the pane's thread   by the clock ${worst("longest")}; of processor ${worst("longestSpent")}   (target: 100 ms)`);
  console.log(`  steps of progress seen   ${of(checks, "steps")}`);
  const answers = [];
  for (let at = 1; at <= CANCELLED; at += 1) {
    const answered = await page.evaluate((delay) => globalThis.measured.cancel(delay), (of(checks, "ms") * at) / (CANCELLED + 1));
    if (answered === undefined) continue;
    await Promise.all(page.workers().map((worker) => new Promise((gone) => worker.once("close", gone))));
    await host.settled();
    answers.push(answered);
  }
  console.log(`  cancelling answers within   ${median(answers).toFixed(0)} ms, at worst ${Math.max(...answers).toFixed(0)} ms, ${answers.length} times spread over a check; no worker is left   (target: 200 ms)`);
  withFindings(host.workbook, rows);
  const many = await traced(browser, page, () => page.evaluate(() => globalThis.measured.check()));
  const found = await page.evaluate(() => globalThis.measured.found());
  console.log(`  with a finding for each project (${found})   ${many.ms.toFixed(0)} ms; longest task by the clock ${many.longest.toFixed(0)} ms, of processor ${many.longestSpent.toFixed(0)} ms   (target: 100 ms)`);
} finally {
  await browser.close();
  await stop();
}

/** @returns what the work gives, and the longest task of the page's main thread meanwhile: by the clock, and of processor */
async function traced(browser, page, work) {
  await browser.startTracing(page, { categories: ["toplevel"] });
  const result = await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === "ThreadControllerImpl::RunTask" && main.has(`${pid} ${tid}`));
  const longest = (what) => Math.max(...tasks.map((task) => task[what] ?? 0)) / 1000;
  return { ...result, longest: longest("dur"), longestSpent: longest("tdur") };
}

/** Areas whose values a request asks for, one list a request. */
function valuesIn(body) {
  const { Actions, ObjectPaths } = JSON.parse(body);
  const areas = Actions.flatMap(({ QueryInfo, ObjectPathId }) => {
    if (!QueryInfo?.Select?.includes("values")) return [];
    const range = ObjectPaths[ObjectPathId];
    return [[ObjectPaths[range.ParentObjectPathId].ArgumentInfo.Arguments[0], range.ArgumentInfo.Arguments[0]]];
  });
  return areas.length === 0 ? [] : [areas];
}

/** In the page. */
function watch() {
  const button = (name) => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
  async function timed(work) {
    const start = performance.now();
    const more = await work();
    return { ms: performance.now() - start, ...more };
  }
  const bar = () => document.querySelector('[role="progressbar"], progress');
  globalThis.measured = {
    check: () =>
      timed(async () => {
        const seen = new Set();
        const ended = new Promise((done) => {
          let began = false;
          const observer = new MutationObserver(() => {
            const now = bar();
            if (now !== null) {
              began = true;
              seen.add(`${now.getAttribute("aria-valuenow")}/${now.getAttribute("aria-valuemax")}`);
            } else if (began) {
              observer.disconnect();
              done();
            }
          });
          observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        });
        (button("一键校验") ?? button("重新校验")).click();
        await ended;
        return { steps: seen.size };
      }),
    /** From the moment that the officer's click is due, whatever the thread is busy with then, until the pane says so. */
    cancel: async (delay) => {
      (button("一键校验") ?? button("重新校验")).click();
      while (button("取消") === undefined) await new Promise((done) => setTimeout(done));
      const due = performance.now() + delay;
      await new Promise((done) => setTimeout(done, delay));
      const cancel = button("取消");
      if (cancel === undefined) return undefined; // it was done before
      cancel.click();
      while (bar() !== null) await new Promise((done) => setTimeout(done));
      return performance.now() - due;
    },
    found: () => [...document.querySelectorAll("fieldset button")].map(({ textContent }) => textContent).slice(0, 3).join("，"),
    load: (requests) =>
      timed(async () => {
        const context = new Excel.RequestContext();
        for (const areas of requests) {
          for (const [sheet, area] of areas) context.workbook.worksheets.getItem(sheet).getRange(area).load("values");
          await context.sync();
        }
        return {};
      }),
  };
}
