/** The workbook is kept and judged in a thread of its own: what passes is plain data, and its end is survived. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createExcelHost } from "../../../src/hosts/excel/host";
import { openExcelBench } from "../../../src/taskpane/excel/excel-bench";
import type { Answer, Asked } from "../../../src/taskpane/work/protocol";
import { type StartThread, thisThread } from "../../../src/taskpane/work/thread";
import type { Workbench } from "../../../src/taskpane/workbench";
import { PANE_TEXTS } from "../../../src/texts/pane";
import type { BootedExcel } from "../../excel-host/boot";
import { CONSISTENT, LIMIT, open, problemOfCall, request, startExcel } from "./excel";

interface Threads {
  readonly start: StartThread;
  readonly started: () => number;
  readonly alive: () => number;
  /** Called with what is asked of a thread, before it is; may kill it. */
  onAsked: (asked: Asked, die: () => void) => void;
}

/** Threads that take and give copies, as workers do. */
function threads(): Threads {
  let started = 0;
  let alive = 0;
  const all: Threads = {
    started: () => started,
    alive: () => alive,
    onAsked: () => {},
    start: (onAnswer, onDeath) => {
      started += 1;
      alive += 1;
      let isDead = false;
      const inner = thisThread((answer: Answer) => onAnswer(structuredClone(answer)), onDeath);
      const end = (): void => {
        if (!isDead) alive -= 1;
        isDead = true;
        inner.end();
      };
      const die = (): void => {
        end();
        onDeath();
      };
      return {
        send: (asked) => {
          all.onAsked(asked, die);
          inner.send(structuredClone(asked));
        },
        end,
      };
    },
  };
  return all;
}

describe("the thread behind the open workbook", () => {
  let excel: BootedExcel;
  let bench: Workbench;
  let made: Threads;
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  beforeEach(async () => {
    await open(excel, CONSISTENT);
    made = threads();
    bench = await openExcelBench(createExcelHost(), made.start);
  });
  afterAll(() => excel.close());

  test(
    "copies of what passes give what the pane's own thread gives, and one thread does it all",
    async () => {
      const here = await openExcelBench(createExcelHost());
      expect(await bench.evaluate(request())).toEqual(await here.evaluate(request()));
      const { evaluation, sheets } = await bench.insert(request());
      expect(sheets).toEqual(["绩效自评得分表", "校验结果"]);
      await bench.keep({ ...evaluation.answers, scores: { "3": "2" } });
      expect((await bench.evaluate(request())).answers.scores["3"]).toBe("2");
      expect((await bench.writeRules?.(request()))?.sheets).toHaveLength(1);
      expect([made.started(), made.alive()]).toEqual([1, 1]);
      bench.close?.();
      expect(made.alive()).toBe(0);
    },
    LIMIT,
  );

  test.each(["begin", "put", "complete", "further", "judged", "score-sheets"])(
    "dies at “%s”: told as one problem, nothing written, and the next try is done by another",
    async (kind) => {
      const before = excel.host.workbook.sheets.map(({ name }) => name);
      made.onAsked = (asked, die) => {
        if (asked.request.kind === kind) die();
      };
      const problem = await problemOfCall(bench.insert(request()));
      expect([problem.code, problem.text]).toEqual(["other", PANE_TEXTS.workerDied]);
      expect(excel.host.workbook.sheets.map(({ name }) => name)).toEqual(before);
      expect(made.alive()).toBe(0);
      made.onAsked = () => {};
      expect((await bench.insert(request())).sheets).toHaveLength(2);
      expect([made.started(), made.alive()]).toEqual([2, 1]);
    },
    LIMIT,
  );

  test(
    "dies between a check and a re-check: all is read again",
    async () => {
      const stop = await bench.live?.onChange(() => {});
      const first = await bench.evaluate(request());
      let kill = (): void => {};
      made.onAsked = (_, die) => {
        kill = die;
      };
      await bench.evaluate(request({ changedOnly: true }));
      kill();
      excel.host.clearLog();
      expect(await bench.evaluate(request({ changedOnly: true }))).toEqual(first);
      expect(excel.host.log.length).toBeGreaterThan(2);
      expect(made.started()).toBe(2);
      await stop?.();
    },
    LIMIT,
  );

  test(
    "cancelling needs no answer of Excel, and leaves no thread",
    async () => {
      const controller = new AbortController();
      const impatient = await openExcelBench(createExcelHost({ answerLimit: 500 }), made.start);
      excel.host.switches.connection = "silent";
      const checking = impatient.evaluate(request({ signal: controller.signal }));
      controller.abort();
      expect((await problemOfCall(checking)).code).toBe("cancelled");
      expect(made.alive()).toBe(0);
    },
    LIMIT,
  );

  test.each(["put", "complete", "judged"])(
    "cancelling at “%s” leaves no thread, and none is started for what Excel still answers",
    async (kind) => {
      const controller = new AbortController();
      made.onAsked = (asked) => {
        if (asked.request.kind === kind) controller.abort();
      };
      const checking = bench.evaluate(request({ signal: controller.signal }));
      expect((await problemOfCall(checking)).code).toBe("cancelled");
      await excel.host.settled();
      expect([made.started(), made.alive()]).toEqual([1, 0]);
      made.onAsked = () => {};
      expect((await bench.evaluate(request())).tables.length).toBeGreaterThan(0);
      expect(made.alive()).toBe(1);
    },
    LIMIT,
  );
});
