/** Hands a finished copy to the browser's downloads, and keeps it at hand where the browser refuses. */
import type { Finished } from "../workbench";

let last: { readonly file: Finished; readonly address: string } | undefined;

/** Address of the file while the pane is open; the one of the file before is let go. */
export function addressOf(file: Finished): string {
  if (last?.file === file) return last.address;
  if (last !== undefined) URL.revokeObjectURL(last.address);
  last = { file, address: URL.createObjectURL(new Blob([file.bytes.slice()])) };
  return last.address;
}

export function download(file: Finished): void {
  const link = document.createElement("a");
  link.href = addressOf(file);
  link.download = file.name;
  link.click();
}
