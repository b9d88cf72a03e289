/** The host for the workbook that is open in Excel: the one layer that knows Office.js. */
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { EXCEL_TEXTS } from "../../texts/excel";
import { type Host, HostProblem } from "../host";
import { BLOCK_LIMITS, type BlockLimits } from "./blocks";
import { sweepLeftovers } from "./build-names";
import { type Later, later, listen } from "./changes";
import { beforeKeeping, keep, keepAsBefore } from "./keep";
import { clearMarks, markFindings } from "./marks";
import { newPending } from "./pending";
import { newQueue } from "./queue";
import { type Reading, readWorkbook } from "./read";
import { type RereadOptions, rereadChanged } from "./reread";
import { revealArea, selectArea, selectedArea } from "./select";
import { ANSWER_LIMIT, inExcel, type Session } from "./session";
import { writeOutput } from "./write";

export interface ExcelHostOptions {
  /** Milliseconds that Excel may take for one answer. */
  readonly answerLimit?: number;
  readonly blocks?: BlockLimits;
  /** How changes are gathered; a timer unless told otherwise. */
  readonly wait?: Later;
}

export interface ExcelHost extends Host {
  readonly kind: "excel";
  readonly live: true;
  /**
   * Puts what changed since the last reading into the snapshot that it gave, which must be this one; see reread.ts.
   * @returns false where only a full reading can tell
   */
  reread(snapshot: WorkbookSnapshot, options: RereadOptions): Promise<boolean>;
  /** Deletes unfinished sheets of an interrupted run; to be called at start. Gives how many. */
  sweep(): Promise<number>;
}

export function createExcelHost(options: ExcelHostOptions = {}): ExcelHost {
  const queue = newQueue();
  const limit = options.answerLimit ?? ANSWER_LIMIT;
  /** The reading that the next output is made from; none once something was written. */
  let last: Reading | undefined;
  /** Names by id, as last read. */
  let names: ReadonlyMap<string, string> = new Map();
  const ownIds = new Set<string>();
  /** The officer changed something since that reading began. */
  let changedSince = false;
  let writing = false;
  let listeners = 0;
  const pending = newPending(() => listeners > 0);

  /** What a failed writing left because Excel did not answer any more. */
  let left: (() => Promise<void>) | undefined;

  /** Next in the queue, once what was left is put back. */
  const next = <T>(operation: () => Promise<T>): Promise<T> =>
    queue.run(async () => {
      await left?.();
      left = undefined;
      return operation();
    });
  const excel = <T>(work: (session: Session) => Promise<T>): Promise<T> => next(() => inExcel(work, limit));

  function remember(reading: Reading): WorkbookSnapshot {
    const { ids, snapshot } = reading;
    last = reading;
    names = new Map(snapshot.sheets.map(({ name }, at) => [ids[at] ?? "", name]));
    ownIds.clear();
    for (const [id, name] of names) {
      if (snapshot.ownSheets.some(({ sheet }) => sheet === name)) ownIds.add(id);
    }
    return snapshot;
  }

  return {
    kind: "excel",
    live: true,
    read: (reading) =>
      excel(async (session) => {
        // From the first request on: what is typed while it is read may have been read or not.
        changedSince = false;
        pending.begin();
        try {
          return remember(await readWorkbook(session, reading, options.blocks ?? BLOCK_LIMITS));
        } catch (error) {
          pending.lose();
          throw error;
        }
      }),
    reread: (snapshot, rereading) =>
      excel(async (session) => {
        const heard = pending.take();
        if (heard === undefined || last?.snapshot !== snapshot) return false;
        const reading = last;
        changedSince = false;
        let isRead = false;
        // Half of a re-reading is none: nothing may be written from it.
        last = undefined;
        try {
          isRead = await rereadChanged(session, reading, heard, rereading, options.blocks ?? BLOCK_LIMITS);
          if (isRead) last = reading;
          return isRead;
        } finally {
          if (!isRead) pending.lose();
        }
      }),
    select: (area) => excel((session) => selectArea(session, area)),
    reveal: (area) => excel((session) => revealArea(session, area)),
    selection: () => excel(selectedArea),
    write: (output) =>
      next(async () => {
        if (last === undefined || changedSince) {
          throw new HostProblem("changed-meanwhile", EXCEL_TEXTS.changedMeanwhile);
        }
        const { ids, snapshot } = last;
        const expected = { ids, names: snapshot.sheets.map(({ name }) => name) };
        // What was read is no longer what stands there, whatever comes of the writing.
        last = undefined;
        pending.lose();
        writing = true;
        try {
          const written = await writeOutput(output, expected, limit, (putBack) => {
            left = putBack;
          });
          for (const id of written.ids) ownIds.add(id);
          return { sheets: output.sheets.map(({ kind, name }) => ({ kind, name })) };
        } finally {
          writing = false;
        }
      }),
    keepAnswers: (answersXml, cells) =>
      next(async () => {
        pending.lose();
        const before = await inExcel((session) => beforeKeeping(session, cells), limit);
        try {
          await inExcel((session) => keep(session, answersXml, cells), limit);
        } catch (error) {
          const putBack = (): Promise<void> => inExcel((session) => keepAsBefore(session, before), limit);
          await putBack().catch(() => {
            left = putBack;
          });
          throw error;
        }
      }),
    calculate: () =>
      excel(async (session) => {
        session.context.workbook.application.calculate("Recalculate");
        await session.sync();
      }),
    mark: (findings) => excel((session) => markFindings(session, findings)),
    clearMarks: () => excel(clearMarks),
    sweep: () => excel(sweepLeftovers),
    onChange: (listener) =>
      next(async () => {
        const listening = {
          nameOf: (id: string) => names.get(id),
          isOurs: (id: string) => writing || ownIds.has(id),
          onOfficer: () => {
            changedSince = true;
          },
          pending,
          wait: options.wait ?? later,
        };
        const stop = await inExcel((session) => listen(session, listening, listener), limit);
        listeners += 1;
        return () =>
          next(() => {
            listeners -= 1;
            pending.lose();
            return stop();
          });
      }),
  };
}
