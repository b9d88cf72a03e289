/** The report that lies on the desk: read from a file or pasted, kept while the pane is open. */
import type { Narrative } from "../../core/narrative/document";
import type { Text } from "../../core/pack/pack";
import { PANE_TEXTS } from "../../texts/pane";
import { REPORT_VIEW_TEXTS as T } from "../../texts/report-view";
import { isScriptMissing } from "../missing";

export interface DeskState {
  /** Name of the file; "" for pasted text. */
  readonly name: string | undefined;
  readonly narrative: Narrative | undefined;
  /** Name of the file that is being read. */
  readonly reading: string | undefined;
  readonly problem: Text | undefined;
}

export interface Desk {
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  open(file: Pick<File, "name" | "arrayBuffer">): Promise<void>;
  paste(text: string): Promise<void>;
  clear(): void;
}

const EMPTY: DeskState = { name: undefined, narrative: undefined, reading: undefined, problem: undefined };

export function createDesk(): Desk {
  let state = EMPTY;
  const listeners = new Set<() => void>();
  /** Counts readings: one that comes late is dropped. */
  let turn = 0;

  function set(next: DeskState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  async function lay(name: string, read: () => Promise<Narrative>): Promise<void> {
    turn += 1;
    const mine = turn;
    set({ ...state, reading: name, problem: undefined });
    try {
      const narrative = await read();
      if (mine === turn) set({ ...EMPTY, name, narrative });
    } catch (error) {
      // The report before stays.
      if (mine === turn) set({ ...state, reading: undefined, problem: problemOf(error) });
    }
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (file) =>
      lay(file.name, async () => {
        const { openReport } = await import("../../hosts/file/report/open-report");
        return openReport(new Uint8Array(await file.arrayBuffer()));
      }),
    paste: (text) =>
      lay("", async () => {
        const { openReport } = await import("../../hosts/file/report/open-report");
        return openReport(new TextEncoder().encode(text));
      }),
    clear: () => {
      turn += 1;
      set(EMPTY);
    },
  };
}

function problemOf(error: unknown): Text {
  if (isScriptMissing(error)) return PANE_TEXTS.partMissing;
  if (error instanceof Error && "text" in error && isText(error.text)) return error.text;
  return T.failed(error instanceof Error ? error.message : String(error));
}

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "zh-CN" in value && "en" in value;
}
