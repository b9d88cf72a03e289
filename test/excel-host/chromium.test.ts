import { expect, test } from "@jest/globals";
import { chromium } from "playwright-core";
import { inChromium } from "../support/chromium";
import { chromiumPath } from "../support/chromium-path";
import { sharedCalculator, workbookFrom } from "./boot";
import { serveExcel } from "./chromium";
import { startHost } from "./host";

const executablePath = chromiumPath();

inChromium("the simulated Excel in Chromium", () => {
  test("a page with Office.js reads, writes and hears events", async () => {
    const workbook = await workbookFrom("assets/samples/bazhou-2021-consistent.xlsx");
    const host = startHost(workbook, sharedCalculator());
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ["--no-sandbox"],
    });
    try {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await serveExcel(page, host);
      await page.route("https://pane.invalid/", (route) =>
        route.fulfill({
          contentType: "text/html",
          body: '<!doctype html><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
        }),
      );
      await page.goto("https://pane.invalid/");
      const read = await page.evaluate(async () => {
        const info = await Office.onReady();
        return Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("封面");
          const heard = new Promise<string>((done) => {
            sheet.onChanged.add(async (event) => done(event.address));
          });
          const range = sheet.getRange("B7").load("values");
          await context.sync();
          sheet.getRange("D1:D2").values = [["=1+1"], ["好"]];
          const written = sheet.getRange("D1:D2").load("values");
          await context.sync();
          return { host: info.host, date: range.values, written: written.values, heard: await heard };
        });
      });
      expect(read).toEqual({ host: "Excel", date: [[44540]], written: [[2], ["好"]], heard: "D1:D2" });
      expect(errors).toEqual([]);
      await host.settled();
      expect(host.keptReferences()).toBe(0);
    } finally {
      await browser.close();
    }
  }, 120_000);
});
