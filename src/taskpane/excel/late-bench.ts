/**
 * The workbench in Excel before its program is there: the pane is in use at once, and the first thing that is asked of
 * the bench waits for it. Where opening fails that thing fails, and the next one tries again.
 */
import type { LiveWorkbook, Workbench } from "../workbench";

/** @param open loads the program and opens the bench on the workbook */
export function lateBench(book: string, open: () => Promise<Workbench>): Workbench {
  let opening: Promise<Workbench> | undefined;
  let listener: (() => void) | undefined;
  let stop: (() => Promise<void>) | undefined;

  async function opened(): Promise<Workbench> {
    opening ??= open();
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  }

  /** The bench, which also hears the workbook where that was asked for and could not be had before. */
  async function ready(): Promise<Workbench> {
    const bench = await opened();
    if (listener !== undefined) stop ??= await bench.live?.onChange(() => listener?.());
    return bench;
  }

  async function live(): Promise<LiveWorkbook> {
    const bench = await ready();
    if (bench.live === undefined) throw new Error("The workbook is not open in Excel.");
    return bench.live;
  }

  return {
    kind: "excel",
    book,
    evaluate: async (request) => (await ready()).evaluate(request),
    keep: async (answers) => (await ready()).keep(answers),
    insert: async (request) => (await ready()).insert(request),
    writeRules: async (request) => (await ready()).writeRules?.(request) ?? { sheets: [] },
    live: {
      select: async (area) => (await live()).select(area),
      reveal: async (area) => (await live()).reveal(area),
      selection: async () => (await live()).selection(),
      mark: async (findings) => (await live()).mark(findings),
      clearMarks: async () => (await live()).clearMarks(),
      calculate: async () => (await live()).calculate?.(),
      onChange: async (heard) => {
        listener = heard;
        await ready();
        return async () => {
          listener = undefined;
          const hearing = stop;
          stop = undefined;
          await hearing?.();
        };
      },
    },
  };
}
