/** Many writes in few requests: sent when the next one would be too much for one request. */
import type { Area } from "../../core/workbook/address";
import type { Session } from "./session";

/** Bytes of one request; Excel on the web takes 5 MB. */
export const REQUEST_BYTES = 3_000_000;

export interface Batch {
  /**
   * @param bytes about how many the write takes on the way
   * @param write queues it
   */
  add(bytes: number, write: () => void): Promise<void>;
  /** Sends what is left. */
  send(): Promise<void>;
}

export function newBatch(session: Session): Batch {
  let queued = 0;
  return {
    async add(bytes, write) {
      if (queued > 0 && queued + bytes > REQUEST_BYTES) {
        await session.sync();
        queued = 0;
      }
      write();
      queued += bytes;
    },
    async send() {
      queued = 0;
      await session.sync();
    },
  };
}

/** Rows of an area in pieces of at most so many cells. */
export function inRows(area: Area, cells: number): readonly Area[] {
  const rows = Math.max(1, Math.floor(cells / (area.right - area.left + 1)));
  const pieces: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += rows) {
    pieces.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  }
  return pieces;
}
