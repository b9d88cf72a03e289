/** One browser and one served pane for a file of tests. */
import { afterAll, beforeAll } from "@jest/globals";
import type { Browser } from "playwright-core";
import { launch, type Served, servePane } from "./pane";

/** To be called where the tests are declared; what it gives is there once they run. */
export function startPane(): { readonly browser: Browser; readonly served: Served } {
  let started: readonly [Served, Browser] | undefined;
  const now = (): readonly [Served, Browser] => {
    if (started === undefined) throw new Error("the pane is served only while tests run");
    return started;
  };
  beforeAll(async () => {
    started = await Promise.all([servePane(), launch()]);
  }, 120_000);
  afterAll(async () => {
    const [served, browser] = now();
    await browser.close();
    await served.stop();
  });
  return {
    get browser() {
      return now()[1];
    },
    get served() {
      return now()[0];
    },
  };
}
