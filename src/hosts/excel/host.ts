/** The host for the workbook that is open in Excel: the one layer that knows Office.js. */
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { EXCEL_TEXTS } from "../../texts/excel";
import { type Host, HostProblem } from "../host";
import { BLOCK_LIMITS, type BlockLimits } from "./blocks";
import { sweepLeftovers } from "./build-names";
import { type Later, later, listen } from "./changes";
import { beforeKeeping, keep, keepAsBefore } from "./keep";
import { clearMarks, markFindings } from "./marks";
import { newQueue } from "./queue";
import { type Reading, readWorkbook } from "./read";
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
        return remember(await readWorkbook(session, reading, options.blocks ?? BLOCK_LIMITS));
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
          wait: options.wait ?? later,
        };
        const stop = await inExcel((session) => listen(session, listening, listener), limit);
        return () => next(stop);
      }),
  };
}
