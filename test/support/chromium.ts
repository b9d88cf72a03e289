/** Where this machine has a Chromium for Playwright. */
import { existsSync } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of the browser; undefined where this machine has none. `CHROMIUM` names another one. */
export function chromiumPath(): string | undefined {
  const wanted = process.env["CHROMIUM"];
  return [...(wanted === undefined ? [] : [wanted]), ...places].find((path) => existsSync(path));
}
