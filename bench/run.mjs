/** npm run bench [-- NAME …]: runs bench/NAME.mjs over the sources as they stand; without a name, all of them in turn. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ALL = ["whole", "growth", "findings", "recheck", "chromium", "excel", "start", "cold", "rules"];
const [name, ...rest] = process.argv.slice(2);
const loader = new URL("./loader.mjs", import.meta.url).href;
for (const one of name === undefined ? ALL : [name]) {
  const script = fileURLToPath(new URL(`./${one}.mjs`, import.meta.url));
  if (!ALL.includes(one) || !existsSync(script)) {
    console.error(`usage: npm run bench [-- ${ALL.join(" | ")} …]`);
    process.exit(2);
  }
  const { status } = spawnSync(process.execPath, ["--no-warnings", "--import", loader, script, ...rest], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
