/** Where this machine has a Chromium for Playwright. */
import { programPath } from "./programs";

/** Path of the browser; undefined where this machine has none. `CHROMIUM` names another one. */
export function chromiumPath(): string | undefined {
  return programPath(process.env["CHROMIUM"], ["chromium", "chromium-browser", "google-chrome"]);
}
