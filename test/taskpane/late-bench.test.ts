/** The bench in Excel before its program is there. */
import { expect, test } from "@jest/globals";
import { NO_ANSWERS } from "../../src/core/answers/answers";
import { lateBench } from "../../src/taskpane/excel/late-bench";
import { createJob } from "../../src/taskpane/job";
import type { Workbench } from "../../src/taskpane/workbench";
import { PANE_TEXTS as T } from "../../src/texts/pane";
import { madeEvaluation } from "../support/made-evaluation";

/** A bench whose workbook changes when told so. */
function excel() {
  const listeners = new Set<() => void>();
  const kept: unknown[] = [];
  const none = (): Promise<void> => Promise.resolve();
  const bench: Workbench = {
    kind: "excel",
    evaluate: async () => madeEvaluation([]),
    keep: async (answers) => {
      kept.push(answers);
    },
    insert: async () => ({ evaluation: madeEvaluation([]), sheets: ["绩效自评得分表"] }),
    live: {
      select: async () => "hidden",
      reveal: none,
      selection: async () => ({ sheet: "表1", top: 2, left: 0, bottom: 2, right: 0 }),
      mark: none,
      clearMarks: async () => 3,
      onChange: async (listener) => {
        listeners.add(listener);
        return async () => {
          listeners.delete(listener);
        };
      },
    },
  };
  return { bench, kept, listeners };
}

function chunkError(): Error {
  return Object.assign(new Error("Loading chunk 448 failed."), { name: "ChunkLoadError" });
}

function newJob() {
  return createJob({ load: () => ({}), save: () => undefined });
}

test("a check that is asked for before the program is there waits for it", async () => {
  const { bench } = excel();
  let arrive = (_bench: Workbench): void => undefined;
  const program = new Promise<Workbench>((resolve) => {
    arrive = resolve;
  });
  const job = newJob();
  const inUse = new Promise<void>((resolve) => {
    const stop = job.subscribe(() => {
      if (job.state().bench === undefined) return;
      stop();
      resolve();
    });
  });
  const opened = job.open(lateBench("表.xlsx", () => program));
  await inUse;
  const checked = job.check();
  expect(job.state().bench?.book).toBe("表.xlsx");
  expect(job.state().activity.kind).toBe("checking");
  arrive(bench);
  await Promise.all([opened, checked]);
  expect(job.state().evaluation).toBeDefined();
  expect(job.state().problem).toBeUndefined();
});

test("a program that does not come is told in a sentence; the next check asks again and hears the workbook", async () => {
  const { bench, listeners } = excel();
  let asked = 0;
  const job = newJob();
  await job.open(
    lateBench("表.xlsx", async () => {
      asked += 1;
      if (asked === 1) throw chunkError();
      return bench;
    }),
  );
  expect(job.state().problem?.text).toEqual(T.partMissing);
  await job.check();
  expect(job.state().problem).toBeUndefined();
  expect(job.state().evaluation).toBeDefined();
  expect(listeners.size).toBe(1);
  expect(asked).toBe(2);
});

test("the workbook is heard once, and no more when the bench is put away", async () => {
  const { bench, listeners } = excel();
  const job = newJob();
  await job.open(lateBench("表.xlsx", async () => bench));
  await job.check();
  await job.check();
  expect(listeners.size).toBe(1);
  await job.open(undefined);
  expect(listeners.size).toBe(0);
});

test("all else goes to the bench", async () => {
  const { bench, kept } = excel();
  const late = lateBench("表.xlsx", async () => bench);
  const area = { sheet: "表1", top: 0, left: 0, bottom: 0, right: 0 };
  expect(await late.live?.select(area)).toBe("hidden");
  expect(await late.live?.selection()).toMatchObject({ top: 2 });
  expect(await late.live?.clearMarks()).toBe(3);
  await late.keep(NO_ANSWERS);
  expect(kept).toEqual([NO_ANSWERS]);
});
