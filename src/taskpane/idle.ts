/** Milliseconds after which a busy page, or one that no one sees, counts as idle. */
const LATEST = 500;

/** Resolves when what was to be shown is painted and the page has nothing else to do, or soon anyway. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => resolve();
    // Not every web view behind Excel tells when it is idle.
    if (typeof window.requestIdleCallback === "function") window.requestIdleCallback(go, { timeout: LATEST });
    else setTimeout(go, LATEST / 10);
  });
}
