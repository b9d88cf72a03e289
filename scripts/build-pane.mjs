/** Builds the pane where there is none yet or its sources are newer. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
export const dist = join(root, "dist");

const sources = ["src", "assets", "manifest.xml", "webpack.config.js", ".swcrc", "package-lock.json"];

/** @returns true where it was built now; throws where building fails */
export function buildPane() {
  const page = join(dist, "taskpane.html");
  const built = existsSync(page) ? statSync(page).mtimeMs : 0;
  if (sources.every((source) => newest(join(root, source)) < built)) return false;
  const webpack = join(root, "node_modules/webpack/bin/webpack.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [webpack, "--config-name", "pane", "--mode", "production"],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The pane could not be built:\n${stdout}${stderr}`);
  return true;
}

/** Time of the latest change in a file or folder; 0 where there is none. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name))),
    stat.mtimeMs,
  );
}
