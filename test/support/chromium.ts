/** Where this machine has a Chromium for Playwright. */
import { describeWith, programPath } from "./programs";

/** Path of the browser; undefined where this machine has none. `CHROMIUM` names another one. */
export function chromiumPath(): string | undefined {
  return programPath(process.env["CHROMIUM"], ["chromium", "chromium-browser", "google-chrome"]);
}

/** `describe` for tests that need the browser. */
export const inChromium = describeWith("Chromium", chromiumPath());
