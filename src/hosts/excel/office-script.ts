/** Microsoft's library beside the page, unmodified; no other host is asked for it. */
const OFFICE_SCRIPT = "office/office.js";

/** What became of the script stands on its element: who asked for it first may be another script of the page. */
type Outcome = "came" | "failed";

/** Puts Office.js into the page, unless that was done. */
export function askForOffice(document: Document): HTMLScriptElement {
  const there = document.querySelector<HTMLScriptElement>(`script[src="${OFFICE_SCRIPT}"]`);
  if (there !== null) return there;
  const script = document.createElement("script");
  const note = (outcome: Outcome) => (): void => {
    script.dataset["outcome"] = outcome;
  };
  script.src = OFFICE_SCRIPT;
  script.addEventListener("load", note("came"));
  script.addEventListener("error", note("failed"));
  document.head.append(script);
  return script;
}

/** Resolves once it is known whether the script came; never rejects. */
export function officeCame(document: Document): Promise<boolean> {
  const script = askForOffice(document);
  return new Promise((resolve) => {
    const told = (): void => {
      const { outcome } = script.dataset;
      if (outcome !== undefined) resolve(outcome === "came");
    };
    told();
    script.addEventListener("load", told);
    script.addEventListener("error", told);
  });
}
