/** A script that comes after the start of the pane could not be loaded. */

/** Whether an `import()` failed for want of its script, as webpack tells it. */
export function isScriptMissing(error: unknown): boolean {
  return error instanceof Error && error.name === "ChunkLoadError";
}
