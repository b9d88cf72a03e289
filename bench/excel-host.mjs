/** The made workbook in the simulated Excel, and the built pane on one address with it: asked over HTTP, it runs outside of the page. */
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { serveFolder } from "../scripts/serve.mjs";
import { sharedCalculator, supportedMatrix } from "../test/excel-host/boot.ts";
import { installExternal } from "../test/excel-host/external.ts";
import { startHost } from "../test/excel-host/host.ts";
import { cellKey, defaultStyle, newWorkbook } from "../test/excel-host/model.ts";
import { makeWorkbook } from "./workbook.mjs";

const EXCHANGE = "/exchange";

/** @returns the made workbook of so many projects as the simulated Excel holds it */
export function bookOf(rows) {
  const { workbook } = makeWorkbook(rows);
  const book = newWorkbook(workbook.sheets.map(({ name }) => name));
  const styles = new Map();
  const styleOf = (numberFormat) => {
    if (!styles.has(numberFormat)) styles.set(numberFormat, { ...defaultStyle, numberFormat });
    return styles.get(numberFormat);
  };
  book.normalStyle = styleOf("General");
  for (const [at, sheet] of workbook.sheets.entries()) {
    const { cells } = book.sheets[at];
    for (let row = 0; row < sheet.rowCount; row += 1) {
      for (let column = 0; column < sheet.columnCount; column += 1) {
        const kind = sheet.kind(row, column);
        if (kind === "blank") continue;
        const value = kind === "number" ? sheet.number(row, column) : sheet.text(row, column);
        cells.set(cellKey(row, column), { value, style: styleOf(sheet.format(row, column)) });
      }
    }
  }
  return book;
}

/** Every project has no declared target: as many warnings as projects. */
export function withFindings(book, rows) {
  const { cells } = book.sheets.find(({ name }) => name === "表3项目明细");
  for (let row = 3; row < rows + 3; row += 1) {
    const key = cellKey(row, 17);
    cells.set(key, { ...cells.get(key), value: "否" });
  }
}

/** @returns host, address of the pane, what prepares a page for it, and the way to stop */
export async function servePaneInExcel(book, folder) {
  const host = startHost(book, sharedCalculator());
  const files = serveFolder(folder);
  const server = createServer((request, response) => {
    if (request.method !== "POST" || request.url !== EXCHANGE) return files(request, response);
    text(request)
      .then((body) => host.exchange(body))
      .then(({ status, body }) => {
        response.writeHead(200, { "content-type": "text/plain; charset=utf-8", "x-status": String(status) });
        response.end(body);
      });
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const settings = { matrix: supportedMatrix(host.switches.requirementSet), locale: "zh-CN", documentUrl: "C:\\ledger.xlsx" };
  const ask = `async (body) => {
    const answer = await fetch(${JSON.stringify(EXCHANGE)}, { method: "POST", body });
    return { status: Number(answer.headers.get("x-status")), body: await answer.text() };
  }`;
  return {
    host,
    address: `http://localhost:${server.address().port}/taskpane.html?host=excel`,
    async prepare(page) {
      await page.addInitScript({ content: `window.simulatedExcelFire = (${installExternal})(window, ${JSON.stringify(settings)}, ${ask});` });
      host.onEvent((id, payload) => void page.evaluate(`window.simulatedExcelFire(${id}, ${JSON.stringify(payload)})`).catch(() => {}));
    },
    stop: () => new Promise((stopped) => { server.closeAllConnections(); server.close(stopped); }),
  };
}
