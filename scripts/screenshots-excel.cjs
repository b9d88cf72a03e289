// Pictures of the pane in the simulated Excel, not a real one: `node scripts/screenshots-excel.cjs`, into docs/images.
require("./read-typescript.cjs");
const { join } = require("node:path");
const { sharedCalculator, workbookFrom } = require("../test/excel-host/boot.ts");
const { serveExcel } = require("../test/excel-host/chromium.ts");
const { startHost } = require("../test/excel-host/host.ts");
const { sheetNamed } = require("../test/excel-host/model.ts");
const { launch, openPage, servePane } = require("../test/e2e/pane.ts");
const { PANE_TEXTS: T } = require("../src/texts/pane.ts");

const SAMPLE = "assets/samples/bazhou-2021-as-reported.xlsx";
const LOOKS = [
  { name: "320-zh", width: 320, language: "zh-CN", locale: "zh-CN", proof: "州财政局支出责任文件〔2021〕12号" },
  { name: "450-en", width: 450, language: "en", locale: "en-US", proof: "Finance bureau, document 12 of 2021" },
];

async function draw(browser, served, look) {
  const host = startHost(await workbookFrom(SAMPLE), sharedCalculator());
  const { page, close } = await openPage(browser, served, look);
  await serveExcel(page, host, look.locale);
  const say = (text) => text[look.language];
  const button = (text) => page.getByRole("button", { name: say(text), exact: true });
  const picture = async (view) => {
    await page.mouse.move(1, 719);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(__dirname, `../docs/images/excel-${view}-${look.name}.png`) });
  };
  const idle = () => page.getByRole("progressbar").waitFor({ state: "detached" });

  await page.goto(`${served.base}/taskpane.html?host=excel`);
  await button(T.check).click();
  await page.getByRole("article").first().waitFor();
  await idle();
  await picture("check");
  // Where the cells stand in sight Excel selects them and the pane stays as it is: what it shows is the question.
  sheetNamed(host.workbook, "表1资金投入").visibility = "Hidden";
  await button(T.locate).first().click();
  await page.getByRole("dialog").waitFor();
  await picture("hidden");
  await button(T.reveal).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("tab", { name: say(T.tabScore) }).click();
  const first = page.getByRole("region", { name: /^1 / });
  await first.getByLabel(say(T.score)).fill("4.5");
  await first.getByLabel(say(T.evidence)).fill(look.proof);
  await page.keyboard.press("Tab");
  await first.getByText("4.5", { exact: true }).first().waitFor();
  await idle();
  await picture("score");
  await button(T.insert).click();
  await page.getByText(say(T.inserted(["绩效自评得分表", "校验结果"]))).waitFor();
  await idle();
  await picture("inserted");
  await close();
}

async function main() {
  const served = await servePane();
  const browser = await launch();
  try {
    for (const look of LOOKS) await draw(browser, served, look);
  } finally {
    await browser.close();
    await served.stop();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
