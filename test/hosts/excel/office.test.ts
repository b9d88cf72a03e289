import { describe, expect, test } from "@jest/globals";
import { JSDOM } from "jsdom";
import { startOffice } from "../../../src/hosts/excel/office";
import { bootExcel } from "../../excel-host/boot";
import { newWorkbook } from "../../excel-host/model";
import { LIMIT } from "./excel";

type Page = Window & typeof globalThis;

function page(office?: object): Page {
  const { window } = new JSDOM("<!doctype html><head></head><body></body>");
  const made = window as unknown as Page;
  if (office !== undefined) Object.assign(made, { Office: office });
  return made;
}

/** What the page's script element does once it is there: nothing is fetched in these pages. */
function onScript(made: Page, act: (script: HTMLScriptElement) => void): void {
  new made.MutationObserver(() => {
    const script = made.document.querySelector("script");
    if (script !== null) act(script);
  }).observe(made.document.head, { childList: true });
}

describe("waiting for Office.js", () => {
  test("a script that is blocked", async () => {
    const made = page();
    onScript(made, (script) => script.dispatchEvent(new made.Event("error")));
    expect(await startOffice(made, 2000)).toEqual({ kind: "blocked" });
  });

  test("a script that is never answered", async () => {
    expect(await startOffice(page(), 20)).toEqual({ kind: "blocked" });
  });

  test("a script that loads and brings no Office", async () => {
    const made = page();
    onScript(made, (script) => script.dispatchEvent(new made.Event("load")));
    expect(await startOffice(made, 2000)).toEqual({ kind: "blocked" });
  });

  test("an Excel that never answers", async () => {
    const silent = { onReady: () => new Promise<never>(() => {}) };
    expect(await startOffice(page(silent), 20)).toEqual({ kind: "silent" });
  });

  test("no host", async () => {
    const none = { onReady: async () => ({ host: null, platform: null }) };
    expect(await startOffice(page(none), 2000)).toEqual({ kind: "no-host" });
  });

  test("Word is not Excel", async () => {
    expect(await startOffice(page({ onReady: async () => ({ host: "Word" }) }), 2000)).toEqual({
      kind: "no-host",
    });
  });

  test.each([
    ["1.17", "excel"],
    ["1.12", "too-old"],
  ])(
    "the real library over an Excel with ExcelApi %s: %s",
    async (requirementSet, kind) => {
      const excel = await bootExcel(newWorkbook(), { switches: { requirementSet } });
      const state = await startOffice(excel.window);
      expect(state.kind).toBe(kind);
      // The library takes pushState away; the page has it again.
      expect(typeof excel.window.history.pushState).toBe("function");
      excel.close();
    },
    LIMIT,
  );
});
