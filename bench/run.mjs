/** npm run bench -- NAME …: runs bench/NAME.mjs over the sources as they stand. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [name = "", ...rest] = process.argv.slice(2);
const script = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
if (!/^[a-z-]+$/.test(name) || !existsSync(script)) {
  console.error("usage: npm run bench -- rules [rows …]");
  process.exit(2);
}
const loader = new URL("./loader.mjs", import.meta.url).href;
const { status } = spawnSync(process.execPath, ["--no-warnings", "--import", loader, script, ...rest], { stdio: "inherit" });
process.exit(status ?? 1);
