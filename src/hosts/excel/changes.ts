/**
 * Hearing what the officer changes. `onChanged` says nothing of cells that were recalculated, so `onCalculated` is
 * heard too. Many events of one act come together to the listener once it has been quiet for a moment.
 */
import type { SheetArea } from "../../core/workbook/address";
import { parseAreas } from "./outline";
import type { Pending } from "./pending";
import type { Session } from "./session";

/** Milliseconds without a change after which the listener hears of those before. */
const QUIET = 400;

/** Calls the function later unless it is asked again before: gives the way to call it off. */
export type Later = (call: () => void) => () => void;

export const later: Later = (call) => {
  const timer = setTimeout(call, QUIET);
  return () => clearTimeout(timer);
};

export interface Listening {
  /** What the sheets were called when last read, by id; undefined for one that came since. */
  readonly nameOf: (id: string) => string | undefined;
  /** Sheets of ours, and any sheet while we write: formulas recalculated and sheets added there are no news. */
  readonly isOurs: (id: string) => boolean;
  /** Called at once when the officer changed cells or sheets. */
  readonly onOfficer: () => void;
  /** Gathers what the next re-check has to read. */
  readonly pending: Pending;
  readonly wait: Later;
}

/** @returns the way to stop, to be called with a session of the same context */
export async function listen(
  session: Session,
  { nameOf, isOurs, onOfficer, pending, wait }: Listening,
  listener: (areas: readonly SheetArea[]) => void,
): Promise<() => Promise<void>> {
  let heard: SheetArea[] = [];
  let callOff: (() => void) | undefined;
  const add = (id: string, address: string): void => {
    const sheet = nameOf(id) ?? "";
    const areas = parseAreas(address);
    heard.push(...(areas.length === 0 ? [WHOLE] : areas).map((area) => ({ sheet, ...area })));
    callOff?.();
    callOff = wait(() => {
      callOff = undefined;
      const areas = heard;
      heard = [];
      listener(areas);
    });
  };
  const moved = (id: string): void => {
    if (isOurs(id)) return;
    onOfficer();
    pending.lose();
    add(id, "");
  };
  const { worksheets } = session.context.workbook;
  const handlers = [
    worksheets.onChanged.add(async ({ worksheetId, address, triggerSource, changeType }) => {
      if (triggerSource === "ThisLocalAddin") return;
      onOfficer();
      const areas = parseAreas(address);
      if (changeType !== "RangeEdited" || areas.length === 0) pending.lose();
      else pending.edit(worksheetId, areas);
      add(worksheetId, address);
    }),
    worksheets.onCalculated.add(async ({ worksheetId, address }) => {
      pending.calculate(worksheetId);
      if (!isOurs(worksheetId)) add(worksheetId, address);
    }),
    // What formats and sorting do to cells is not told by area: nothing is re-read by halves after them.
    worksheets.onFormatChanged.add(async () => pending.lose()),
    worksheets.onRowSorted.add(async ({ worksheetId }) => moved(worksheetId)),
    worksheets.onColumnSorted.add(async ({ worksheetId }) => moved(worksheetId)),
    worksheets.onDeleted.add(async ({ worksheetId }) => {
      pending.lose();
      if (isOurs(worksheetId)) return;
      onOfficer();
      add(worksheetId, "");
    }),
    worksheets.onAdded.add(async ({ worksheetId }) => {
      pending.lose();
      if (isOurs(worksheetId)) return;
      onOfficer();
      add(worksheetId, "");
    }),
  ];
  await session.sync();
  return async () => {
    callOff?.();
    for (const handler of handlers) handler.remove();
    await session.sync();
  };
}

/** A sheet as a whole: which cells is not said. */
const WHOLE = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
