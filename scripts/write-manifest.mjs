/** The manifest for an office's own server: `npm run manifest -- --base https://host/hengbiao [--out manifest.xml]`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./build-pane.mjs";

/** Where the manifest of the repository says the pane is. */
export const DEVELOPMENT = "https://localhost:3000";

/**
 * @param base address of the folder that the pane is served from, https, without query
 * @returns the manifest with every address under it
 */
export function manifestFor(manifest, base) {
  const url = new URL(base);
  if (url.protocol !== "https:") throw new TypeError("https");
  if (url.search !== "" || url.hash !== "") throw new TypeError("query");
  const folder = url.href.replace(/\/$/, "");
  const escaped = folder.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return manifest.replaceAll(DEVELOPMENT, escaped);
}

function main() {
  const { values } = parseArgs({ options: { base: { type: "string" }, out: { type: "string" } } });
  if (values.base === undefined) stop();
  let manifest;
  try {
    manifest = manifestFor(readFileSync(join(root, "manifest.xml"), "utf8"), values.base);
  } catch {
    stop();
  }
  if (values.out === undefined) process.stdout.write(manifest);
  else {
    writeFileSync(values.out, manifest);
    console.error(`已写入 Written: ${values.out}`);
  }
}

function stop() {
  console.error(
    "请给出窗格所在的 https 地址，例如：npm run manifest -- --base https://oa.example.cn/hengbiao --out manifest.xml\n" +
      "Give the https address that serves the pane, e.g. npm run manifest -- --base https://oa.example.cn/hengbiao --out manifest.xml",
  );
  process.exit(2);
}

if (process.argv[1]?.endsWith("write-manifest.mjs")) main();
