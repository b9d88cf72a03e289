/** Draws the icons of the manifest from their SVG sources: `node scripts/draw-icons.mjs` (needs Chromium). */
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const sizes = { 16: "hengbiao-small.svg", 32: "hengbiao.svg", 64: "hengbiao.svg", 80: "hengbiao.svg" };
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
for (const [size, source] of Object.entries(sizes)) {
  const side = Number(size);
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const svg = readFileSync(`assets/icons/${source}`, "utf8").replace("<svg ", `<svg width="${side}" height="${side}" `);
  await page.setContent(`<style>body{margin:0;background:transparent}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: `assets/icons/icon-${side}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
