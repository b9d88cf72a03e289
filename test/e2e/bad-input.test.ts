/** What goes wrong around a file: each ends in a clear sentence, and nothing that was said is lost. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as library from "@e965/xlsx";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { PANE_TEXTS as T } from "../../src/texts/pane";
import { inChromium } from "../support/chromium";
import { axeViolations, openPage, type Opened } from "./pane";
import { startPane } from "./served";

const SAMPLE = "assets/samples/bazhou-2021-as-reported.xlsx";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Lines around the ones in sight may stand in the page too. */
const MOST_LINES = 40;

inChromium("the file pane in Chromium when things go wrong", () => {
  const pane = startPane();

  async function opened(): Promise<Opened> {
    const one = await openPage(pane.browser, pane.served, { width: 320, language: "zh-CN" });
    await one.page.goto(`${pane.served.base}/taskpane.html`);
    await one.page.getByRole("button", { name: T.choose["zh-CN"] }).waitFor();
    return one;
  }

  async function checked(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
    await page.setInputFiles("input[type=file]", file);
    await page.getByRole("button", { name: T.check["zh-CN"], exact: true }).click();
    await page.getByRole("button", { name: T.checkAgain["zh-CN"] }).waitFor();
  }

  test.each([
    ["a text that calls itself a workbook", "表.xlsx", Buffer.from("县市,金额\n库尔勒市,1")],
    ["a picture", "表.xlsx", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["half a workbook", "半个.xlsx", readFileSync(SAMPLE).subarray(0, 20_000)],
    ["nothing", "空.xlsx", Buffer.alloc(0)],
    ["a format of WPS", "表.et", Buffer.from("d0cf11e0a1b11ae1", "hex")],
  ])(
    "%s is refused with a sentence, and another file can be chosen",
    async (_, name, buffer) => {
      const { page, errors, close } = await opened();
      await page.setInputFiles("input[type=file]", { name, mimeType: XLSX, buffer });
      const told = page.getByRole("main").locator("[class*=fui-MessageBar]").first();
      await told.waitFor();
      expect((await told.innerText()).length).toBeGreaterThan(8);
      expect(await axeViolations(page)).toEqual([]);
      await checked(page, SAMPLE);
      await page.getByRole("article").first().waitFor();
      expect(errors).toEqual([]);
      await close();
    },
    60_000,
  );

  test("two files dropped at once are refused, the open one stays", async () => {
    const { page, close } = await opened();
    await checked(page, SAMPLE);
    await page.getByRole("article").first().waitFor();
    await page.evaluate(() => {
      const files = new DataTransfer();
      for (const name of ["一.xlsx", "二.xlsx"]) files.items.add(new File(["x"], name));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: files, cancelable: true, bubbles: true }));
    });
    await page.getByText(T.oneFile["zh-CN"]).first().waitFor();
    expect(await page.getByRole("article").count()).toBeGreaterThan(0);
    await close();
  }, 60_000);

  test("a bad file dropped beside an open one changes nothing of it", async () => {
    const { page, close } = await opened();
    await checked(page, SAMPLE);
    await page.getByRole("tab", { name: T.tabScore["zh-CN"] }).click();
    const first = page.getByRole("region", { name: /^1 / });
    await first.getByLabel(T.score["zh-CN"]).fill("4");
    await page.keyboard.press("Enter");
    await page.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File(["no workbook"], "一.xlsx"));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: files, cancelable: true, bubbles: true }));
    });
    await page.getByRole("main").locator("[class*=fui-MessageBar]").first().waitFor();
    await page.getByRole("tab", { name: T.tabScore["zh-CN"] }).click();
    expect(await first.getByLabel(T.score["zh-CN"]).inputValue()).toBe("4");
    await close();
  }, 60_000);

  test("a download that the browser blocks can be had by the link that stays", async () => {
    const { page, close } = await opened();
    // A browser that swallows downloads which no one pressed.
    await page.evaluate(() => {
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    await checked(page, SAMPLE);
    await page.getByRole("button", { name: T.makeCopy["zh-CN"] }).click();
    const link = page.getByRole("link", { name: /-自评\.xlsx$/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    await close();
  }, 60_000);

  test("what was typed and not yet taken, or refused, is there after a reload", async () => {
    const { page, close } = await opened();
    await checked(page, SAMPLE);
    await page.getByRole("article").first().waitFor();
    await page.getByRole("button", { name: T.explain["zh-CN"], exact: true }).first().click();
    await page.getByRole("textbox", { name: T.explanation["zh-CN"] }).fill("写到一半");
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: T.tabScore["zh-CN"] }).click();
    const first = page.getByRole("region", { name: /^1 / });
    await first.getByLabel(T.evidence["zh-CN"]).fill("还没写完");
    await first.getByLabel(T.score["zh-CN"]).fill("5.5");
    await first.getByText(T.scoreRange("5")["zh-CN"]).waitFor();
    await page.reload();
    await page.getByRole("button", { name: /校验/ }).first().waitFor();
    const check = page.getByRole("button", { name: T.check["zh-CN"], exact: true });
    if (await check.isVisible()) await check.click();
    await page.getByRole("tab", { name: T.tabScore["zh-CN"] }).click();
    await first.waitFor();
    expect(await first.getByLabel(T.score["zh-CN"]).inputValue()).toBe("5.5");
    expect(await first.getByLabel(T.evidence["zh-CN"]).inputValue()).toBe("还没写完");
    await page.getByRole("tab", { name: T.tabCheck["zh-CN"] }).click();
    await page.getByRole("button", { name: T.explain["zh-CN"], exact: true }).first().click();
    expect(await page.getByRole("textbox", { name: T.explanation["zh-CN"] }).inputValue()).toBe("写到一半");
    await close();
  }, 60_000);

  test("a worker that dies is told, and the next check starts another", async () => {
    const { page, close } = await opened();
    await page.setInputFiles("input[type=file]", SAMPLE);
    const check = page.getByRole("button", { name: T.check["zh-CN"], exact: true });
    await check.waitFor();
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
    expect(await page.getByText(T.workerDied["zh-CN"]).count()).toBe(0);
    await close();
  }, 60_000);

  test("cancelling a check is told, and checking again works", async () => {
    const { page, close } = await opened();
    await page.setInputFiles("input[type=file]", SAMPLE);
    const check = page.getByRole("button", { name: T.check["zh-CN"], exact: true });
    await check.waitFor();
    // A worker that never comes to an end of its work.
    await page.evaluate(() => {
      const post = Object.getOwnPropertyDescriptor(Worker.prototype, "postMessage") ?? {};
      Worker.prototype.postMessage = function () {
        Object.defineProperty(Worker.prototype, "postMessage", post);
      };
    });
    await check.click();
    await page.getByRole("button", { name: T.cancel["zh-CN"], exact: true }).click();
    await page.getByText(T.cancelled["zh-CN"]).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await check.click();
    await page.getByRole("button", { name: `${T.errors["zh-CN"]} 6` }).waitFor();
    await close();
  }, 60_000);

  test("a table that is not recognised is pointed at by its address", async () => {
    const { page, close } = await opened();
    const book = library.readFile(SAMPLE);
    const sheet = book.Sheets["表5扶贫资产"];
    if (sheet === undefined) throw new Error("The sample has no such sheet.");
    // Two tables of the same kind: the officer has to pick.
    library.utils.book_append_sheet(book, sheet, "扶贫资产（旧）");
    const buffer = Buffer.from(library.write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array);
    await checked(page, { name: "两张.xlsx", mimeType: XLSX, buffer });
    const use = page.getByRole("button", { name: T.candidate("表5扶贫资产!A3:I14")["zh-CN"] });
    await use.first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await use.first().click();
    await use.first().waitFor({ state: "detached" });
    await page.getByRole("button", { name: new RegExp(`^${T.passed["zh-CN"]}`) }).click();
    await page.getByText(T.pointed["zh-CN"]).waitFor();
    await page.getByRole("button", { name: T.unpoint["zh-CN"] }).click();
    await page.getByText(T.pointed["zh-CN"]).waitFor({ state: "detached" });
    expect(await page.getByText(T.tables(7)["zh-CN"]).count()).toBe(1);
    await close();
  }, 60_000);

  test("a workbook without any table says so and what to do", async () => {
    const { page, close } = await opened();
    const book = library.utils.book_new();
    library.utils.book_append_sheet(
      book,
      library.utils.aoa_to_sheet([["通讯录"], ["姓名", "电话"]]),
      "Sheet1",
    );
    const buffer = Buffer.from(library.write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array);
    await checked(page, { name: "通讯录.xlsx", mimeType: XLSX, buffer });
    await page.getByText(T.noTable["zh-CN"]).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await close();
  }, 60_000);

  test("10,000 findings scroll with a handful of lines in the page", async () => {
    const { page, errors, close } = await opened();
    await checked(page, { name: "一万.xlsx", mimeType: XLSX, buffer: manyProjects(10_000) });
    await page.getByRole("article").first().waitFor();
    const lines = page.locator("li[aria-posinset]");
    const total = Number(await lines.first().getAttribute("aria-setsize"));
    expect(total).toBeGreaterThan(10_000);
    const list = page.getByRole("region", { name: T.tabCheck["zh-CN"] });
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      await list.evaluate((element, share) => {
        element.scrollTop = element.scrollHeight * share;
      }, part);
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      expect(await lines.count()).toBeLessThan(MOST_LINES);
    }
    await list.evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    await page.locator(`li[aria-posinset="${total}"]`).waitFor();
    expect(errors).toEqual([]);
    await close();
  }, 120_000);

  test("of 25,000 findings the first thousand of the rule are listed, and as many more when asked", async () => {
    const { page, errors, close } = await opened();
    await checked(page, { name: "两万五.xlsx", mimeType: XLSX, buffer: manyProjects(25_000) });
    await page.getByRole("button", { name: T.warnings["zh-CN"] }).click();
    const list = page.getByRole("region", { name: T.tabCheck["zh-CN"] });
    const left = page.getByText(/^还有 \d+ 条未列出。$/);
    /** Goes up from the end of the list, where findings of other rules may stand, until the line is in the page. */
    const countLeft = async (): Promise<number> => {
      await list.evaluate((element) => {
        element.scrollTop = element.scrollHeight;
      });
      while ((await left.count()) === 0) {
        await list.evaluate(async (element) => {
          element.scrollTop -= element.clientHeight;
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        });
      }
      return Number(/\d+/.exec((await left.textContent()) ?? "")?.[0]);
    };
    const before = await countLeft();
    expect(before).toBeGreaterThanOrEqual(24_000);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: T.listMore(1000)["zh-CN"] }).click();
    expect(await countLeft()).toBe(before - 1000);
    expect(errors).toEqual([]);
    await close();
  }, 120_000);

  test("a workbook of 50 MB is opened, with a word that it takes a while", async () => {
    const { page, errors, close } = await opened();
    const folder = mkdtempSync(join(tmpdir(), "hengbiao-large-"));
    const file = join(folder, "大.xlsx");
    writeFileSync(file, largeWorkbook(50_000_000));
    await page.setInputFiles("input[type=file]", file);
    await page.getByText(/文件有 \d+ MB/).waitFor();
    await page.getByRole("button", { name: T.check["zh-CN"], exact: true }).click({ timeout: 90_000 });
    await page.getByRole("button", { name: `${T.errors["zh-CN"]} 6` }).waitFor({ timeout: 90_000 });
    expect(errors).toEqual([]);
    rmSync(folder, { recursive: true });
    await close();
  }, 180_000);
});

/** The sample with as many projects more, none of them with a declared target. */
function manyProjects(count: number): Buffer {
  const book = library.readFile(SAMPLE);
  const sheet = book.Sheets["表3项目明细"];
  if (sheet === undefined) throw new Error("The sample has no such sheet.");
  const rows = library.utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null });
  const at = rows.findIndex((row) => row.some((cell) => cell === "合计"));
  const like = rows[at - 1] ?? [];
  const total = rows[at] ?? [];
  const name = rows.findIndex((row) =>
    row.some((cell) => typeof cell === "string" && cell.includes("项目名称")),
  );
  const headers = rows[name] ?? [];
  const nameColumn = headers.findIndex((cell) => typeof cell === "string" && cell.includes("项目名称"));
  const targetColumn = headers.findIndex((cell) => typeof cell === "string" && cell.includes("绩效目标"));
  const more = Array.from({ length: count }, (_, index) =>
    like.map((cell, column) => {
      if (column === nameColumn) return `新增项目${index + 1}`;
      if (column === targetColumn) return "否";
      return cell;
    }),
  );
  const wide = [...rows.slice(0, at), ...more, total];
  book.Sheets["表3项目明细"] = library.utils.aoa_to_sheet(wide);
  return Buffer.from(library.write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array);
}

/** The sample in a package of about that many bytes: a picture's worth of bytes that do not compress lies beside it. */
function largeWorkbook(bytes: number): Buffer {
  const parts = unzipSync(readFileSync(SAMPLE));
  const noise = new Uint8Array(bytes);
  const block = randomBytes(1_000_000);
  for (let at = 0; at < bytes; at += block.length) noise.set(block.subarray(0, bytes - at), at);
  return Buffer.from(zipSync({ ...parts, "xl/media/image1.png": [noise, { level: 0 }] }));
}
