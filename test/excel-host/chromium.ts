// The simulated Excel behind a page of a real browser: the model stays in Node, the page gets the bridge only.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { officeFolder, supportedMatrix } from "./boot";
import { installExternal } from "./external";
import type { ExcelHost } from "./host";

/** Files that the library asks for, at whatever address: `office.js`, the Excel part, the texts of a language. */
const libraryFile =
  /\/((?:[a-z]{2}-[a-z]{2}\/)?(?:office|excel-win32-16\.01|office_strings)(?:\.debug)?\.js)(?:\?.*)?$/i;

/**
 * Prepares a page that is not yet opened: each document in it finds itself in Excel. Other scripts of Microsoft's
 * address are refused, so that a page that wants more fails instead of asking the network.
 */
export async function serveExcel(page: Page, host: ExcelHost, locale = "zh-CN"): Promise<void> {
  await page.exposeFunction("simulatedExcelExchange", (body: string, flags: number) =>
    host.exchange(body, flags),
  );
  const settings = {
    matrix: supportedMatrix(host.switches.requirementSet),
    locale,
    documentUrl: `C:\\${host.workbook.name}`,
  };
  await page.addInitScript({
    content: `window.simulatedExcelFire = (${installExternal.toString()})(
      window, ${JSON.stringify(settings)}, (body, flags) => window.simulatedExcelExchange(body, flags));`,
  });
  host.onEvent((nativeId, payload) => {
    const fire = `window.simulatedExcelFire(${nativeId}, ${JSON.stringify(payload)})`;
    page.evaluate(fire).catch(() => {
      // The page was closed while an event was on its way.
    });
  });
  await page.route(libraryFile, async (route) => {
    const name = libraryFile.exec(route.request().url())?.[1]?.toLowerCase() ?? "";
    const file = join(officeFolder, name);
    if (existsSync(file)) await route.fulfill({ path: file, contentType: "text/javascript" });
    else await route.abort();
  });
}
