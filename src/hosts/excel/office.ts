/**
 * Waiting for Office.js: every end is a known state within a few seconds. "No host" and "no answer" are two cases:
 * an Excel that was claimed by the address but is not there never answers at all.
 */
import { officeCame } from "./office-script";
import { WANTED_API } from "./problems";

export type OfficeState =
  | {
      readonly kind: "excel";
      /** Colour of Excel's own theme, where it tells one. */
      readonly background: string | undefined;
      readonly language: string;
      /** Where the workbook is stored; "" where it never was. */
      readonly address: string;
    }
  | { readonly kind: "too-old" }
  | { readonly kind: "no-host" }
  | { readonly kind: "blocked" }
  | { readonly kind: "silent" };

const READY_LIMIT = 5000;

/** Puts Office.js into the page unless it is there, and waits for it. Never rejects. */
export async function startOffice(
  page: Window & typeof globalThis,
  limit = READY_LIMIT,
): Promise<OfficeState> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const loading = { scriptThere: officeOf(page) !== undefined };
  const late = new Promise<OfficeState>((resolve) => {
    timer = setTimeout(() => resolve({ kind: loading.scriptThere ? "silent" : "blocked" }), limit);
  });
  try {
    return await Promise.race([answered(page, loading), late]);
  } finally {
    clearTimeout(timer);
    // Office.js takes these two away from the page.
    Reflect.deleteProperty(page.history, "pushState");
    Reflect.deleteProperty(page.history, "replaceState");
  }
}

async function answered(
  page: Window & typeof globalThis,
  loading: { scriptThere: boolean },
): Promise<OfficeState> {
  if (!loading.scriptThere) {
    if (!(await officeCame(page.document))) return { kind: "blocked" };
    loading.scriptThere = true;
  }
  const office = officeOf(page);
  if (office === undefined) return { kind: "blocked" };
  const { host } = await office.onReady();
  // Outside any host, null: the types do not tell.
  if (String(host) !== "Excel") return { kind: "no-host" };
  const { context } = office;
  if (!context.requirements.isSetSupported("ExcelApi", WANTED_API)) return { kind: "too-old" };
  return {
    kind: "excel",
    background: backgroundOf(context),
    language: context.displayLanguage,
    address: context.document?.url ?? "",
  };
}

/** An older Excel has no theme to tell, and asking it may fail: a colour is no reason not to start. */
function backgroundOf(context: Office.Context): string | undefined {
  try {
    return context.officeTheme?.bodyBackgroundColor;
  } catch {
    return undefined;
  }
}

function officeOf(page: object): typeof Office | undefined {
  const found = page as { readonly Office?: typeof Office };
  return typeof found.Office?.onReady === "function" ? found.Office : undefined;
}
