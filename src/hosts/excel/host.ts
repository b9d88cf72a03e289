/** The host for the workbook that is open in Excel: the one layer that knows Office.js. */
import type { EntryCell } from "../../core/answers/keep";
import type { Finding } from "../../core/checks/finding";
import type { SheetModel } from "../../core/sheets/model";
import type { SheetOutput } from "../../core/sheets/output";
import type { SheetArea } from "../../core/workbook/address";
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";
import { BLOCK_LIMITS, type BlockLimits } from "./blocks";
import { sweepLeftovers } from "./build-names";
import { type Later, later, listen } from "./changes";
import { beforeKeeping, keep, keepAsBefore } from "./keep";
import { clearMarks, markFindings } from "./marks";
import { newPending } from "./pending";
import { newQueue } from "./queue";
import { type Reading, type ReadOptions, readWorkbook } from "./read";
import { rereadChanged } from "./reread";
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

/** Calls are queued: one operation at a time. Every call fails with a HostProblem or not at all. */
export interface ExcelHost {
  /** Reads the open workbook for the taker, as far as that wants; number formats and formulas are left out at first. */
  read(options: ReadOptions): Promise<WorkbookRead>;
  /**
   * Reads for the taker what changed since that reading, which must be the last; see reread.ts.
   * @returns false where only a full reading can tell
   */
  reread(read: WorkbookRead, signal?: AbortSignal): Promise<boolean>;
  /** Selects the cells; "hidden" where a sheet, row or column is hidden: nothing is unhidden then. */
  select(area: SheetArea): Promise<"selected" | "hidden">;
  /** Unhides what hides the area, after the officer agreed, and selects it. */
  reveal(area: SheetArea): Promise<void>;
  /** The cells that the officer has selected now. */
  selection(): Promise<SheetArea>;
  /** Writes the answers part, then our sheets in place; on any failure the workbook is as it was. */
  write(output: SheetOutput): Promise<WriteResult>;
  /** Keeps the answers part and, with it, the cells of our sheets that show the answers; or neither. */
  keepAnswers(answersXml: string, cells: readonly EntryCell[]): Promise<void>;
  /** Calculates what waits under manual calculation. */
  calculate(): Promise<void>;
  /** Colours the cells of findings; replaces earlier marks of ours. */
  mark(findings: readonly Finding[]): Promise<void>;
  /** Removes exactly our marks; gives how many. */
  clearMarks(): Promise<number>;
  /** Hears changed and recalculated cells, debounced; gives the way to stop. */
  onChange(listener: (areas: readonly SheetArea[]) => void): Promise<() => Promise<void>>;
  /** Deletes unfinished sheets of an interrupted run; to be called at start. Gives how many. */
  sweep(): Promise<number>;
}

/** What was read, by name. */
export interface WorkbookRead {
  /** Names of the sheets, in order. */
  readonly sheets: readonly string[];
  /** Those that bear our mark. */
  readonly ownSheets: readonly string[];
}

export interface WriteResult {
  readonly sheets: readonly { readonly kind: SheetModel["kind"]; readonly name: string }[];
}

export function createExcelHost({
  answerLimit: limit = ANSWER_LIMIT,
  blocks = BLOCK_LIMITS,
  wait = later,
}: ExcelHostOptions = {}): ExcelHost {
  const queue = newQueue();
  /** The reading that the next output is made from; none once something was written. */
  let last: { readonly reading: Reading; readonly read: WorkbookRead } | undefined;
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

  function remember(reading: Reading): WorkbookRead {
    const outlines = reading.sheets.map(({ outline }) => outline);
    const read = {
      sheets: outlines.map(({ name }) => name),
      ownSheets: outlines.filter(({ mark }) => mark !== undefined).map(({ name }) => name),
    };
    last = { reading, read };
    names = new Map(outlines.map(({ id, name }) => [id, name]));
    ownIds.clear();
    for (const { id, mark } of outlines) if (mark !== undefined) ownIds.add(id);
    return read;
  }

  return {
    read: (options) =>
      excel(async (session) => {
        // From the first request on: what is typed while it is read may have been read or not.
        changedSince = false;
        pending.begin();
        try {
          return remember(await readWorkbook(session, options, blocks));
        } catch (error) {
          pending.lose();
          throw error;
        }
      }),
    reread: (read, signal) =>
      excel(async (session) => {
        const heard = pending.take();
        if (heard === undefined || last?.read !== read) return false;
        const before = last;
        changedSince = false;
        let isRead = false;
        // Half of a re-reading is none: nothing may be written from it.
        last = undefined;
        try {
          isRead = await rereadChanged(session, before.reading, heard, signal, blocks);
          if (isRead) last = before;
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
        const outlines = last.reading.sheets.map(({ outline }) => outline);
        const expected = { ids: outlines.map(({ id }) => id), names: outlines.map(({ name }) => name) };
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
          wait,
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
