/** Tests that need a Chromium. */
import { chromiumPath } from "./chromium-path";
import { describeWith } from "./describe-with";

/** `describe` for tests that need the browser. */
export const inChromium = describeWith("Chromium", chromiumPath());
