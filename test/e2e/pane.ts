/** The built pane, served as an officer gets it, in a real browser. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumPath } from "../support/chromium-path";

export interface Served {
  /** Address of the folder, without the page. */
  readonly base: string;
  readonly stop: () => Promise<void>;
}

/** `npm start` on a free port. */
export async function servePane(): Promise<Served> {
  const server = spawn(process.execPath, [resolve("scripts/serve.mjs"), "--port", "0"]);
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const base = await new Promise<string>((found, failed) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const match = /(http:\/\/localhost:\d+)\/taskpane\.html/.exec(said);
      if (match?.[1] !== undefined) found(match[1]);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.once("exit", () => failed(new Error(said)));
  });
  return {
    base,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}

export async function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ["--no-sandbox"],
  });
}

export interface Opened {
  readonly page: Page;
  /** Addresses asked for beyond the server's own. */
  readonly foreign: string[];
  /** Errors that no one caught, and refusals of the page's policy. */
  readonly errors: string[];
  readonly close: () => Promise<void>;
}

export interface Look {
  readonly width: number;
  readonly language: "zh-CN" | "en";
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
}

/** A page of its own, with nothing kept from others, not yet on the pane. */
export async function openPage(browser: Browser, { base }: Served, look: Look): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 720 },
    colorScheme: look.colorScheme ?? "light",
    forcedColors: look.forcedColors ?? "none",
    reducedMotion: "reduce",
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${base}/`) && !/^(?:data|blob):/.test(url)) foreign.push(url);
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.addInitScript((language) => {
    if (localStorage.getItem("hengbiao.settings") === null)
      localStorage.setItem("hengbiao.settings", JSON.stringify({ language }));
  }, look.language);
  return { page, foreign, errors, close: () => context.close() };
}

const axe = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** Ids and elements of what axe finds wrong; the guards that Fluent's focus keeper puts in are left out. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = globalThis as unknown as {
      readonly axe: {
        run(
          context: object,
          options: object,
        ): Promise<{
          readonly violations: readonly {
            readonly id: string;
            readonly nodes: readonly {
              readonly html: string;
              readonly any: readonly { readonly message: string }[];
            }[];
          }[];
        }>;
      };
    };
    const { violations } = await found.axe.run(
      { exclude: [["[data-tabster-dummy]"]] },
      { resultTypes: ["violations"] },
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, any }) => `${id}: ${html.slice(0, 160)} ${any.map(({ message }) => message).join(" ")}`,
      ),
    );
  });
}

/** What sticks out of the page to the side; the sheet's cells to look at scroll by themselves. */
export async function stickingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main *")]
      .filter((element) => element.closest("table") === null)
      .filter((element) => {
        const { width, right } = element.getBoundingClientRect();
        // One pixel is what is hidden from sight but not from screen readers.
        return width > 1 && right > document.documentElement.clientWidth + 1;
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  );
}
