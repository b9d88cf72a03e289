/** What the pane loads before it can be used, what comes later, and what is said where that does not come. */
import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { PANE_TEXTS as T } from "../../src/texts/pane";
import { sharedCalculator, workbookFrom } from "../excel-host/boot";
import { serveExcel } from "../excel-host/chromium";
import { startHost } from "../excel-host/host";
import { inChromium } from "../support/chromium";
import { axeViolations, openPage, stickingOut } from "./pane";
import { startPane } from "./served";

const SAMPLE = "assets/samples/bazhou-2021-as-reported.xlsx";
/** Kilobytes of compressed scripts of ours that may come before the pane can be used. */
const INITIAL_LIMIT = 200;
/** Scripts that are not in the page from the start. */
const LATER = /\/\d+\.[0-9a-f]+\.js$/;

inChromium("the start of the pane in Chromium", () => {
  const pane = startPane();

  async function onFile() {
    const opened = await openPage(pane.browser, pane.served, { width: 320, language: "zh-CN" });
    return { ...opened, address: `${pane.served.base}/taskpane.html` };
  }

  async function inExcel() {
    const opened = await openPage(pane.browser, pane.served, { width: 320, language: "zh-CN" });
    const host = startHost(await workbookFrom(SAMPLE), sharedCalculator());
    await serveExcel(opened.page, host, "zh-CN");
    return { ...opened, address: `${pane.served.base}/taskpane.html?host=excel` };
  }

  test.each([
    ["a file", onFile, T.choose],
    ["Excel", inExcel, T.check],
  ])(
    `on %s at most ${INITIAL_LIMIT} KB of compressed scripts come before the first button`,
    async (_, open, button) => {
      const { page, address, close } = await open();
      await page.addInitScript(noteScripts, button["zh-CN"]);
      await page.goto(address);
      const scripts = await page.evaluate(
        () => (globalThis as unknown as { readonly scriptsBefore: Promise<string[]> }).scriptsBefore,
      );
      const ours = scripts.filter((script) => !script.includes("/office/"));
      const sizes = await Promise.all(ours.map(gzipped));
      expect(sizes.length).toBeGreaterThan(0);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(INITIAL_LIMIT * 1024);
      await close();
    },
    60_000,
  );

  test("a view whose script does not come leaves a sentence in its place, and the pane can be opened again", async () => {
    const { page, address, close } = await onFile();
    // Nothing is loaded ahead.
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    await page.goto(address);
    await page.setInputFiles("input[type=file]", SAMPLE);
    const score = page.getByRole("tab", { name: T.tabScore["zh-CN"] });
    await score.waitFor();
    await page.route(LATER, (route) => route.abort());
    await score.click();
    const alert = page.getByRole("alert");
    await alert.getByText(T.partMissing["zh-CN"]).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await stickingOut(page)).toEqual([]);
    await page.unroute(LATER);
    await alert.getByRole("button", { name: T.reload["zh-CN"] }).click();
    await page.getByText(T.notChecked["zh-CN"]).waitFor();
    await score.click();
    await page.getByText(T.scoreFirst["zh-CN"]).waitFor();
    await close();
  }, 60_000);

  test("in Excel a check whose program does not come is told, and the next one works", async () => {
    const { page, address, close } = await inExcel();
    await page.addInitScript(() => {
      const whenIdle = window.requestIdleCallback.bind(window);
      const waiting: IdleRequestCallback[] = [];
      window.requestIdleCallback = (work) => waiting.push(work);
      const goIdle = (): void => {
        window.requestIdleCallback = whenIdle;
        for (const work of waiting) whenIdle(work);
      };
      Object.assign(globalThis, { goIdle });
    });
    await page.goto(address);
    await page.getByRole("tab", { name: T.tabScore["zh-CN"] }).waitFor();
    await page.route(LATER, (route) => route.abort());
    await page.evaluate(() => (globalThis as unknown as { readonly goIdle: () => void }).goIdle());
    await page.getByText(T.partMissing["zh-CN"]).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.unroute(LATER);
    await page.getByRole("button", { name: T.check["zh-CN"], exact: true }).click();
    await page.getByRole("article").first().waitFor();
    expect(await page.getByText(T.partMissing["zh-CN"]).count()).toBe(0);
    await close();
  }, 60_000);
});

/** In the page, before its scripts: a promise of the scripts that were there when a button of that name was. */
function noteScripts(name: string): void {
  const scriptsBefore = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (![...document.querySelectorAll("button")].some(({ textContent }) => textContent === name)) return;
      observer.disconnect();
      const resources = performance.getEntriesByType("resource").map((resource) => resource.name);
      resolve(resources.filter((resource) => new URL(resource).pathname.endsWith(".js")));
    });
    observer.observe(document, { subtree: true, childList: true });
  });
  Object.assign(globalThis, { scriptsBefore });
}

async function gzipped(address: string): Promise<number> {
  const script = await fetch(address);
  return gzipSync(Buffer.from(await script.arrayBuffer()), { level: 9 }).length;
}
