/** Pictures of the pane for the documents: `npm run screenshots` draws each view and state into docs/images. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { root } from "./build-pane.mjs";

const folder = join(root, "docs/images");
const SAMPLE = join(root, "assets/samples/bazhou-2021-as-reported.xlsx");
const CONSISTENT = join(root, "assets/samples/bazhou-2021-consistent.xlsx");

const WORDS = {
  "zh-CN": {
    choose: "选择文件",
    check: "一键校验",
    again: "重新校验",
    locate: "定位",
    explain: "说明",
    explanation: "说明",
    reason: "质量保证金尚未支付，合同附后。",
    score: "评分",
    report: "报告核对",
    settings: "设置",
    make: "生成评分表",
    passed: "通过",
    points: "得分",
    evidence: "佐证材料",
    proof: "州财政局支出责任文件〔2021〕12号",
    save: "保存",
    notChecked: /还没有校验/,
    reportFile: /报告|选择/,
  },
  en: {
    choose: "Choose a file",
    check: "Check",
    again: "Check again",
    locate: "Go to",
    explain: "Explain",
    explanation: "Explanation",
    reason: "Retention money not yet paid; contract attached.",
    score: "Score",
    report: "Report",
    settings: "Settings",
    make: "Make score sheet",
    passed: "Passed",
    points: "Score",
    evidence: "Evidence",
    proof: "Finance bureau, document 12 of 2021",
    save: "Save",
    notChecked: /Not checked yet/,
    reportFile: /report|choose/i,
  },
};

const LOOKS = [
  { name: "320-zh", width: 320, language: "zh-CN", colorScheme: "light" },
  { name: "320-en-dark", width: 320, language: "en", colorScheme: "dark" },
  { name: "450-zh-dark", width: 450, language: "zh-CN", colorScheme: "dark" },
  { name: "450-en", width: 450, language: "en", colorScheme: "light" },
];

const browserPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
if (browserPath === undefined) {
  console.error("没有找到 Chromium。No Chromium was found.");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const server = spawn(process.execPath, [join(root, "scripts/serve.mjs"), "--port", "0"]);
const base = await new Promise((found) => {
  server.stdout.on("data", (chunk) => {
    const address = /(http:\/\/localhost:\d+)\//.exec(String(chunk))?.[1];
    if (address !== undefined) found(address);
  });
});
const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
try {
  for (const look of LOOKS) await draw(look);
} finally {
  await browser.close();
  server.kill();
}

async function draw({ name, width, language, colorScheme }) {
  const words = WORDS[language];
  const context = await browser.newContext({
    viewport: { width, height: 720 },
    colorScheme,
    reducedMotion: "reduce",
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  await page.addInitScript((chosen) => {
    localStorage.setItem("hengbiao.settings", JSON.stringify({ language: chosen }));
  }, language);
  const button = (text) => page.getByRole("button", { name: text, exact: true });
  const picture = async (view) => {
    await page.mouse.move(1, 719);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `pane-${view}-${name}.png`) });
  };
  const idle = () => page.getByRole("progressbar").waitFor({ state: "detached" });

  await page.goto(`${base}/taskpane.html`);
  await button(words.choose).waitFor();
  await picture("open");
  await page.setInputFiles("input[type=file]", { name: "不是工作簿.xlsx", mimeType: "text/plain", buffer: Buffer.from("a,b") });
  await page.locator("[class*=fui-MessageBar]").first().waitFor();
  await picture("refused");
  await page.setInputFiles("input[type=file]", SAMPLE);
  await button(words.check).waitFor();
  await page.getByText(words.notChecked).waitFor();
  await picture("ready");
  await button(words.check).click();
  await page.getByRole("article").first().waitFor();
  await picture("check");
  await button(words.locate).first().click();
  await page.getByRole("table").waitFor();
  await picture("locate");
  await button(words.explain).first().click();
  await page.getByRole("textbox", { name: words.explanation }).fill(words.reason);
  await picture("explain");
  await button(words.save).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await idle();
  await page.getByRole("tab", { name: words.score, exact: true }).click();
  const first = page.getByRole("region", { name: /^1 / });
  await first.getByLabel(words.points).fill("5");
  await first.getByLabel(words.evidence).fill(words.proof);
  await page.keyboard.press("Tab");
  await idle();
  await first.getByText("5", { exact: true }).first().waitFor();
  await picture("score");
  await page.getByRole("tab", { name: words.report }).click();
  await page.getByRole("tab", { name: words.report, selected: true }).waitFor();
  await page.locator("main").getByRole("button", { name: words.reportFile }).first().waitFor();
  await picture("report");
  await page.getByRole("tab", { name: words.settings }).click();
  await page.getByRole("combobox").first().waitFor();
  await picture("settings");
  await button(words.make).click();
  await page.getByRole("link").first().waitFor();
  await page.getByRole("tab").first().click();
  await page.getByRole("article").first().waitFor();
  await picture("written");
  await page.getByRole("button", { name: new RegExp(`^${words.passed}`) }).click();
  await picture("tables");
  await context.close();
  await drawWell({ name, width, language, colorScheme });
}

/** A workbook with nothing but warnings, as the consistent sample is. */
async function drawWell({ name, width, language, colorScheme }) {
  const words = WORDS[language];
  const context = await browser.newContext({ viewport: { width, height: 720 }, colorScheme, reducedMotion: "reduce", deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  await page.addInitScript((chosen) => {
    localStorage.setItem("hengbiao.settings", JSON.stringify({ language: chosen }));
  }, language);
  await page.goto(`${base}/taskpane.html`);
  await page.setInputFiles("input[type=file]", CONSISTENT);
  await page.getByRole("button", { name: words.check, exact: true }).click();
  await page.getByRole("article").first().waitFor();
  await page.screenshot({ path: join(folder, `pane-warnings-${name}.png`) });
  await context.close();
}
