// Starts Microsoft's unmodified Office.js over the simulated Excel, in a window of its own or in a given one.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { type Calculator, createCalculator } from "./calculate";
import { type Exchange, installExternal } from "./external";
import { readXlsx } from "./file/read-xlsx";
import { type ExcelHost, startHost, type Switches } from "./host";
import { newWorkbook, type Workbook } from "./model";

export interface BootOptions {
  readonly switches?: Partial<Switches>;
  /** Also sets the globals `Excel`, `Office` and `OfficeExtension` of the test until `close()`. */
  readonly globals?: boolean;
  readonly locale?: string;
  /** The window of Jest's jsdom environment, for tests of screens; without it one is made. */
  readonly window?: Window & typeof globalThis;
}

export interface BootedExcel {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: ExcelHost;
  readonly window: Window & typeof globalThis;
  readonly close: () => void;
}

/** Path of a file of the packages that the tests use. */
function packageFile(name: string): string {
  return join(process.cwd(), "node_modules", name);
}

export const officeFolder = packageFile("@microsoft/office-js/dist");

let calculator: Calculator | undefined;

/** The engine, loaded once per test file. */
export function sharedCalculator(): Calculator {
  calculator ??= createCalculator(readFileSync(packageFile("@ironcalc/wasm/wasm_bg.wasm")));
  return calculator;
}

/** A workbook from the path or the bytes of an .xlsx; a model stays what it is, nothing gives one empty sheet. */
export async function workbookFrom(source?: string | Uint8Array | Workbook): Promise<Workbook> {
  if (source === undefined) return newWorkbook();
  if (typeof source === "string") return readXlsx(readFileSync(source), source.split(/[\\/]/).at(-1));
  return source instanceof Uint8Array || "byteLength" in source ? readXlsx(source as Uint8Array) : source;
}

/** What `GetSupportedMatrix` says for a requirement set. */
export function supportedMatrix(requirementSet: string): Readonly<Record<string, string>> {
  return { ExcelApi: requirementSet, DelayForCellEdit: "1.1", RichApiRuntime: "1.2" };
}

const scripts = new Map<string, Script>();

function compiled(file: string): Script {
  const known =
    scripts.get(file) ?? new Script(readFileSync(join(officeFolder, file), "utf8"), { filename: file });
  scripts.set(file, known);
  return known;
}

const scriptBase = "https://office.invalid/dist/";

/** Runs scripts of the library when the page asks for them: nothing is fetched. */
function serveScripts(window: Window & typeof globalThis, run: (file: string) => void): void {
  const observer = new window.MutationObserver((records) => {
    for (const node of records.flatMap((record) => [...record.addedNodes])) {
      const source = node instanceof window.HTMLScriptElement ? node.src : "";
      if (!source.startsWith(scriptBase)) continue;
      run(source.slice(scriptBase.length));
      node.dispatchEvent(new window.Event("load"));
    }
  });
  observer.observe(window.document, { childList: true, subtree: true });
}

/**
 * Starts Excel with a workbook: path or bytes of an .xlsx, a model, or nothing for one empty sheet. Resolves when
 * `Office.onReady` has answered and the library's own first request is done; the log is empty then.
 */
export async function bootExcel(
  source?: string | Uint8Array | Workbook,
  options: BootOptions = {},
): Promise<BootedExcel> {
  const host = startHost(await workbookFrom(source), sharedCalculator(), options.switches);
  const made = options.window === undefined ? await newWindow() : undefined;
  const window = options.window ?? made?.window;
  if (window === undefined) throw new Error("There is no window to start Office.js in.");
  const settings = {
    matrix: supportedMatrix(host.switches.requirementSet),
    locale: options.locale ?? "zh-CN",
    documentUrl: `C:\\${host.workbook.name}`,
  };
  const exchange: Exchange = (body, flags) => host.exchange(body, flags);
  host.onEvent(installExternal(window, settings, exchange));
  serveScripts(window, (file) => {
    if (made === undefined) window.eval(readFileSync(join(officeFolder, file), "utf8"));
    else made.run(compiled(file));
  });
  const script = window.document.createElement("script");
  script.src = `${scriptBase}office.js`;
  window.document.head.append(script);
  const office = await ready(window, host);
  const extension = window as unknown as { readonly OfficeExtension: typeof OfficeExtension };
  const excel = window as unknown as { readonly Excel: typeof Excel };
  const restore = options.globals === true ? setGlobals(window) : () => {};
  return {
    Excel: excel.Excel,
    Office: office,
    OfficeExtension: extension.OfficeExtension,
    host,
    window,
    close: () => {
      restore();
      made?.window.close();
    },
  };
}

interface MadeWindow {
  readonly window: Window & typeof globalThis;
  readonly run: (script: Script) => void;
}

/** jsdom is loaded when it is needed only: it cannot be loaded inside Jest's own jsdom environment. */
async function newWindow(): Promise<MadeWindow> {
  const { JSDOM, VirtualConsole } = await import("jsdom");
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => {
    throw error;
  });
  const page = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: "https://pane.invalid/taskpane.html",
    runScripts: "outside-only",
    virtualConsole,
  });
  const context = page.getInternalVMContext();
  return {
    window: page.window as unknown as Window & typeof globalThis,
    run: (script) => {
      script.runInContext(context);
    },
  };
}

async function ready(window: Window & typeof globalThis, host: ExcelHost): Promise<typeof Office> {
  const tries = 1000;
  const page = window as unknown as { readonly Office?: typeof Office };
  for (let attempt = 0; page.Office?.onReady === undefined; attempt += 1) {
    if (attempt === tries) throw new Error("office.js did not start.");
    await new Promise((done) => setTimeout(done, 5));
  }
  const office = page.Office;
  await office.onReady();
  for (let attempt = 0; host.log.length === 0 && attempt < 40; attempt += 1) {
    await new Promise((done) => setTimeout(done, 5));
  }
  await host.settled();
  host.clearLog();
  return office;
}

const globalNames = ["Excel", "Office", "OfficeExtension"] as const;

function setGlobals(window: object): () => void {
  const before = globalNames.map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const name of globalNames) {
    Object.defineProperty(globalThis, name, {
      value: Reflect.get(window, name),
      configurable: true,
      writable: true,
    });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  };
}
