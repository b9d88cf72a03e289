/**
 * One conversation with Excel, with a limit on every request: an Excel that never answers ends in a known state too.
 * The context is our own, not that of `Excel.run`: ranges live for one request only, so no reference is kept and none
 * has to be cleaned up by a request of its own.
 */
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";
import { problemOf } from "./problems";

/** Milliseconds that Excel may take to answer one request; recalculating a large workbook takes long. */
export const ANSWER_LIMIT = 120_000;

export interface Session {
  readonly context: Excel.RequestContext;
  /** Sends what is queued and waits for the answer. */
  sync(): Promise<void>;
}

/**
 * Runs the work on the open workbook. A range is used between two syncs only; sheets live longer, they go by id.
 * @param limit milliseconds for each answer
 * @throws HostProblem only
 */
export async function inExcel<T>(work: (session: Session) => Promise<T>, limit = ANSWER_LIMIT): Promise<T> {
  try {
    const context = new Excel.RequestContext();
    const session: Session = { context, sync: () => within(context.sync(), limit) };
    return await work(session);
  } catch (error) {
    throw problemOf(error);
  }
}

/** Rejects as a lost connection when nothing came within the limit. */
async function within<T>(answer: Promise<T>, limit: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HostProblem("lost-connection", EXCEL_TEXTS.lost)), limit);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
