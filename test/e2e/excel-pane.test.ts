/** The pane in the simulated Excel: the built page, Microsoft's library, an in-memory workbook. Not real Excel. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { WANTED_API } from "../../src/hosts/excel/problems";
import { PANE_TEXTS as T } from "../../src/texts/pane";
import { sharedCalculator, workbookFrom } from "../excel-host/boot";
import { serveExcel } from "../excel-host/chromium";
import { defaultSwitches, type ExcelHost, startHost } from "../excel-host/host";
import { inChromium } from "../support/chromium";
import { axeViolations, type Look, openPage, stickingOut } from "./pane";
import { startPane } from "./served";

const SAMPLE = "assets/samples/bazhou-2021-as-reported.xlsx";
const LOOKS: readonly Look[] = [
  { width: 320, language: "zh-CN" },
  { width: 450, language: "en" },
];
const SCORES = "绩效自评得分表";
const FINDINGS = "校验结果";

inChromium("the pane in the simulated Excel in Chromium", () => {
  const pane = startPane();

  async function inExcel(look: Look, requirementSet = defaultSwitches.requirementSet) {
    const host = startHost(await workbookFrom(SAMPLE), sharedCalculator());
    host.switches.requirementSet = requirementSet;
    const opened = await openPage(pane.browser, pane.served, look);
    await serveExcel(opened.page, host, look.language === "en" ? "en-US" : "zh-CN");
    await opened.page.goto(`${pane.served.base}/taskpane.html?host=excel`);
    return { host, ...opened };
  }

  test.each(LOOKS)(
    "checks, locates, explains, scores, inserts, re-checks, runs again and clears marks at $width px in $language",
    async (look) => {
      const { host, page, foreign, errors, close } = await inExcel(look);
      const say = (text: Readonly<Record<Look["language"], string>>): string => text[look.language];
      const button = (text: Readonly<Record<Look["language"], string>>) =>
        page.getByRole("button", { name: say(text), exact: true });
      const counted = (text: Readonly<Record<Look["language"], string>>, count: number) =>
        page.getByRole("button", { name: `${say(text)} ${count}`, exact: true }).waitFor();

      await button(T.check).click();
      await counted(T.errors, 6);
      await counted(T.warnings, 46);
      expect(await axeViolations(page)).toEqual([]);

      await button(T.locate).first().click();
      await expectSelected(host, page, "表1资金投入", { row: 13, column: 2 });

      await button(T.explain).first().click();
      await page.getByRole("textbox", { name: say(T.explanation) }).fill("年末追加。");
      expect(await axeViolations(page)).toEqual([]);
      await button(T.save).click();
      await counted(T.errors, 5);
      await counted(T.explainedCount, 1);

      await page.getByRole("tab", { name: say(T.tabScore) }).click();
      const first = page.getByRole("region", { name: /^1 / });
      await first.getByLabel(say(T.score)).fill("4.5");
      await page.keyboard.press("Enter");
      await first.getByText("4.5", { exact: true }).first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await stickingOut(page)).toEqual([]);

      const before = names(host);
      await button(T.insert).click();
      await page.getByText(say(T.inserted([SCORES, FINDINGS]))).waitFor();
      expect(names(host)).toEqual([...before, SCORES, FINDINGS]);

      // The officer changes a figure in Excel; the pane notices by itself.
      await page.getByRole("tab", { name: say(T.tabCheck) }).click();
      await counted(T.errors, 5);
      // A county's original value typed over: its row no longer adds up, nor does the total row.
      host.user.write("表5扶贫资产", "D9", [[20000]]);
      await counted(T.errors, 7);

      await button(T.insert).click();
      await page.getByText(say(T.inserted([SCORES, FINDINGS]))).waitFor();
      expect(names(host)).toEqual([...before, SCORES, FINDINGS]);

      await page.getByRole("tab", { name: say(T.tabSettings) }).click();
      await page.getByLabel(say(T.marks)).click();
      await button(T.checkAgain).click();
      await page.getByRole("progressbar").waitFor({ state: "detached" });
      await host.settled();
      await until(host, page, () => markCount(host) > 0);
      expect(markCount(host)).toBeGreaterThan(0);
      expect(await axeViolations(page)).toEqual([]);
      await button(T.clearMarks).click();
      await page
        .getByText(/已清除|marks cleared/)
        .first()
        .waitFor();
      await host.settled();
      expect(markCount(host)).toBe(0);

      await host.settled();
      expect(host.keptReferences()).toBe(0);
      expect(foreign).toEqual([]);
      expect(errors).toEqual([]);
      const sets = host.usedMembers().map(({ since }) => since);
      expect(highest(sets)).toBe(WANTED_API);
      await close();
    },
    90_000,
  );

  test("what the officer said is there again when the pane opens anew", async () => {
    const { host, page, close } = await inExcel({ width: 320, language: "zh-CN" });
    await page.getByRole("button", { name: T.check["zh-CN"], exact: true }).click();
    await page.getByRole("tab", { name: T.tabScore["zh-CN"] }).click();
    const first = page.getByRole("region", { name: /^1 / });
    await first.getByLabel(T.score["zh-CN"]).fill("3.5");
    await page.keyboard.press("Enter");
    await first.getByText("3.5", { exact: true }).first().waitFor();
    await page.getByRole("progressbar").waitFor({ state: "detached" });
    await first.getByLabel(T.evidence["zh-CN"]).fill("尚未写完的佐证");
    await host.settled();
    await page.reload();
    await page.getByRole("button", { name: T.check["zh-CN"], exact: true }).click();
    await page.getByRole("tab", { name: T.tabScore["zh-CN"] }).click();
    await first.waitFor();
    expect(await first.getByLabel(T.score["zh-CN"]).inputValue()).toBe("3.5");
    expect(await first.getByLabel(T.evidence["zh-CN"]).inputValue()).toBe("尚未写完的佐证");
    await close();
  }, 60_000);

  test("the ribbon's commands work before anything was pressed in the pane", async () => {
    const { host, page, errors, close } = await inExcel({ width: 320, language: "zh-CN" });
    await page.waitForFunction(() => typeof Office === "object" && typeof Excel === "object");
    await command(page, "insertScoreSheet");
    expect(names(host)).toEqual(expect.arrayContaining([SCORES, FINDINGS]));
    await command(page, "check");
    await page.getByRole("button", { name: `${T.errors["zh-CN"]} 6` }).waitFor();
    await command(page, "clearMarks");
    expect(errors).toEqual([]);
    await close();
  }, 60_000);

  test("an Excel that is too old is told plainly and shown the way to the browser pane", async () => {
    const { page, close } = await inExcel({ width: 320, language: "zh-CN" }, "1.9");
    await page.getByText(/这个版本的 Excel 太旧/).waitFor();
    const link = page.getByRole("link", { name: T.openInBrowser["zh-CN"] });
    expect(await link.getAttribute("href")).toBe("taskpane.html");
    expect(await axeViolations(page)).toEqual([]);
    await close();
  }, 60_000);

  test("a cell that is being edited is told, and trying again works", async () => {
    const { host, page, errors, close } = await inExcel({ width: 320, language: "zh-CN" });
    await page.getByRole("button", { name: T.check["zh-CN"], exact: true }).waitFor();
    await host.settled();
    host.switches.cellEdit = true;
    await page.getByRole("button", { name: T.check["zh-CN"], exact: true }).click();
    await page
      .getByText(/有单元格正在编辑/)
      .first()
      .waitFor();
    host.switches.cellEdit = false;
    await page.getByRole("button", { name: T.retry["zh-CN"] }).click();
    await page.getByRole("button", { name: `${T.errors["zh-CN"]} 6` }).waitFor();
    expect(errors).toEqual([]);
    await close();
  }, 60_000);

  test("a check runs in a worker; cancelling ends it, and one that dies is told", async () => {
    const { host, page, errors, close } = await inExcel({ width: 320, language: "zh-CN" });
    const check = page.getByRole("button", { name: T.check["zh-CN"], exact: true });
    await check.waitFor();
    await host.settled();
    // Excel takes its time: the officer has enough of it.
    host.switches.latency = 500;
    const started = page.waitForEvent("worker");
    await check.click();
    const ended = (await started).waitForEvent("close");
    await page.getByRole("button", { name: T.cancel["zh-CN"], exact: true }).click();
    await page.getByText(T.cancelled["zh-CN"]).first().waitFor();
    await ended;
    expect(page.workers()).toEqual([]);
    host.switches.latency = 0;
    await host.settled();
    expect(page.workers()).toEqual([]);
    await page.evaluate(() => {
      const post = Object.getOwnPropertyDescriptor(Worker.prototype, "postMessage") ?? {};
      Worker.prototype.postMessage = function (this: Worker) {
        Object.defineProperty(Worker.prototype, "postMessage", post);
        this.dispatchEvent(new ErrorEvent("error", { message: "out of memory", cancelable: true }));
      };
    });
    await check.click();
    await page.getByText(T.workerDied["zh-CN"]).first().waitFor();
    await page.getByRole("button", { name: T.retry["zh-CN"] }).click();
    await page.getByRole("button", { name: `${T.errors["zh-CN"]} 6` }).waitFor();
    expect(page.workers()).toHaveLength(1);
    expect(errors).toEqual([]);
    await close();
  }, 60_000);

  test("hidden cells are shown only after the officer agreed", async () => {
    const { host, page, close } = await inExcel({ width: 320, language: "zh-CN" });
    const sheet = host.workbook.sheets.find(({ name }) => name === "表1资金投入");
    if (sheet === undefined) throw new Error("The sample has no such sheet.");
    sheet.visibility = "Hidden";
    await page.getByRole("button", { name: T.check["zh-CN"], exact: true }).click();
    await page.getByRole("button", { name: T.locate["zh-CN"] }).first().click();
    await page.getByRole("dialog").waitFor();
    expect(sheet.visibility).toBe("Hidden");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: T.reveal["zh-CN"] }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expectSelected(host, page, "表1资金投入", { row: 13, column: 2 });
    expect(sheet.visibility).toBe("Visible");
    await close();
  }, 60_000);

  test("the manifest asks for the requirement set of the newest member used", () => {
    const manifest = readFileSync("manifest.xml", "utf8");
    expect(manifest).toContain(`<Set Name="ExcelApi" MinVersion="${WANTED_API}"/>`);
  });
});

function names(host: ExcelHost): readonly string[] {
  return host.workbook.sheets.map(({ name }) => name);
}

function markCount(host: ExcelHost): number {
  return host.workbook.sheets.reduce((sum, { conditionalFormats }) => sum + conditionalFormats.length, 0);
}

/** Waits, request by request, until the host is as expected. */
async function until(host: ExcelHost, page: Page, reached: () => boolean): Promise<void> {
  for (let frames = 0; frames < 600 && !reached(); frames += 1) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    await host.settled();
  }
}

async function expectSelected(
  host: ExcelHost,
  page: Page,
  name: string,
  cell: { readonly row: number; readonly column: number },
): Promise<void> {
  const active = (): string | undefined =>
    host.workbook.sheets.find(({ id }) => id === host.workbook.activeSheetId)?.name;
  await until(host, page, () => active() === name && host.workbook.selection.row === cell.row);
  expect(active()).toBe(name);
  expect(host.workbook.selection).toMatchObject(cell);
}

/** What Excel does when the button of that function name is pressed; resolves when the command says it is completed. */
async function command(page: Page, id: string): Promise<void> {
  await page.waitForFunction((name) => {
    const actions = Office.actions as unknown as {
      readonly _association: { readonly mappings: Readonly<Record<string, unknown>> };
    };
    return Object.keys(actions._association.mappings).some((key) => key.toLowerCase() === name.toLowerCase());
  }, id);
  await page.evaluate(
    (name) =>
      new Promise<void>((completed) => {
        const actions = Office.actions as unknown as {
          readonly _association: {
            readonly mappings: Readonly<Record<string, (event: { completed(): void }) => void>>;
          };
        };
        const { mappings } = actions._association;
        const key = Object.keys(mappings).find((one) => one.toLowerCase() === name.toLowerCase()) ?? "";
        mappings[key]?.({ completed });
      }),
    id,
  );
}

/** "1.13" is above "1.9". */
function highest(sets: readonly (string | undefined)[]): string {
  const minors = sets.map((set) => Number(/^(?:ExcelApi )?1\.(\d+)$/.exec(set ?? "")?.[1] ?? 0));
  return `1.${Math.max(...minors)}`;
}
