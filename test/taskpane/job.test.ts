/** The job that every screen calls: what the officer says is never lost to what the program is doing meanwhile. */
import { describe, expect, test } from "@jest/globals";
import { type Answers, NO_ANSWERS } from "../../src/core/answers/answers";
import type { Evaluation } from "../../src/core/evaluate";
import { HostProblem } from "../../src/hosts/host";
import { createJob, type Settings } from "../../src/taskpane/job";
import type { EvaluateRequest, Inserted, LiveWorkbook, Workbench } from "../../src/taskpane/workbench";
import { madeEvaluation } from "../support/made-evaluation";

interface Step<T> {
  readonly request: EvaluateRequest;
  readonly finish: (result: T) => void;
  readonly break: (error: unknown) => void;
}

/** A workbench whose work the test finishes by hand. */
function heldBench(live?: Partial<LiveWorkbook>) {
  const checks: Step<Evaluation>[] = [];
  const inserts: Step<Inserted>[] = [];
  const kept: Answers[] = [];
  const refuse: unknown[] = [];
  const bench: Workbench = {
    kind: live === undefined ? "file" : "excel",
    evaluate: (request) =>
      new Promise((finish, stop) => {
        checks.push({ request, finish, break: stop });
      }),
    insert: (request) =>
      new Promise((finish, stop) => {
        inserts.push({ request, finish, break: stop });
      }),
    keep: async (answers) => {
      const error = refuse.shift();
      if (error !== undefined) throw error;
      kept.push(answers);
    },
    ...(live === undefined ? {} : { live: { ...NOTHING_LIVE, ...live } }),
  };
  return { bench, checks, inserts, kept, refuse };
}

const NOTHING_LIVE: LiveWorkbook = {
  select: async () => "selected",
  reveal: async () => undefined,
  selection: async () => ({ sheet: "表5", top: 2, left: 0, bottom: 2, right: 0 }),
  mark: async () => undefined,
  clearMarks: async () => 0,
  onChange: async () => async () => undefined,
};

/** As evaluating gives it: with the answers that it was asked with. */
function evaluated(answers: Answers | undefined): Evaluation {
  return { ...madeEvaluation([]), answers: answers ?? NO_ANSWERS };
}

/** Lets everything that waits for nothing outside go on. */
async function rest(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
}

async function started(bench: Workbench, settings: Partial<Settings> = {}) {
  const job = createJob({ load: () => settings, save: () => undefined });
  await job.open(bench);
  return job;
}

async function checkedJob(held: ReturnType<typeof heldBench>, settings: Partial<Settings> = {}) {
  const job = await started(held.bench, settings);
  void job.check();
  held.checks[0]?.finish(evaluated(undefined));
  await rest();
  return job;
}

describe("answers while work is under way", () => {
  test("an answer given during a check is kept, and the late result of that check is dropped", async () => {
    const held = heldBench();
    const job = await checkedJob(held);
    void job.check();
    void job.setScore("1", "4");
    await rest();
    held.checks[1]?.finish(evaluated(NO_ANSWERS));
    await rest();
    expect(job.state().answers.scores).toEqual({ "1": "4" });
    expect(held.kept.at(-1)?.scores).toEqual({ "1": "4" });
    expect(held.checks[2]?.request.answers?.scores).toEqual({ "1": "4" });
  });

  test("two answers given at once are both kept", async () => {
    const held = heldBench();
    const job = await checkedJob(held);
    void job.setScore("1", "4");
    void job.setEvidence("1", "纪要");
    await rest();
    expect(held.kept.at(-1)).toMatchObject({ scores: { "1": "4" }, evidence: { "1": "纪要" } });
  });

  test("an answer given while the sheets are being written waits and breaks nothing off", async () => {
    const held = heldBench();
    const job = await checkedJob(held);
    void job.insert();
    void job.setScore("1", "4");
    await rest();
    expect(held.inserts[0]?.request.signal.aborted).toBe(false);
    expect(held.kept).toEqual([]);
    held.inserts[0]?.finish({ evaluation: evaluated(NO_ANSWERS), sheets: ["评分表"] });
    await rest();
    expect(job.state().answers.scores).toEqual({ "1": "4" });
    expect(held.kept.at(-1)?.scores).toEqual({ "1": "4" });
  });

  test("an answer that Excel does not take is told, and the next check goes with it", async () => {
    const held = heldBench({});
    const job = await checkedJob(held);
    held.refuse.push(new HostProblem("cell-edit", { "zh-CN": "正在编辑", en: "editing" }));
    void job.setScore("1", "4");
    await rest();
    const asked = held.checks[1];
    expect(asked?.request.answers?.scores).toEqual({ "1": "4" });
    asked?.finish(evaluated(asked.request.answers));
    await rest();
    expect(job.state().problem?.code).toBe("cell-edit");
    expect(job.state().answers.scores).toEqual({ "1": "4" });
  });

  test("an open workbook that holds the answers is asked for its own, so that its sheets are read", async () => {
    const held = heldBench({});
    const job = await checkedJob(held);
    void job.setScore("1", "4");
    await rest();
    expect(held.checks[1]?.request.answers).toBeUndefined();
  });
});

describe("changes in the workbook", () => {
  function changing() {
    const heard: (() => void)[] = [];
    const held = heldBench({
      onChange: async (listener) => {
        heard.push(listener);
        return async () => undefined;
      },
    });
    return { held, change: () => heard.forEach((listener) => listener()) };
  }

  test("are checked by themselves", async () => {
    const { held, change } = changing();
    const job = await checkedJob(held);
    change();
    expect(held.checks).toHaveLength(2);
    // Only what changed; a check that the officer asks for looks at everything.
    expect(held.checks[1]?.request.changedOnly).toBe(true);
    held.checks[1]?.finish(evaluated(undefined));
    await rest();
    void job.check();
    expect(held.checks[2]?.request.changedOnly).toBe(false);
  });

  test("during a check are checked after it", async () => {
    const { held, change } = changing();
    await checkedJob(held);
    change();
    change();
    expect(held.checks).toHaveLength(2);
    held.checks[1]?.finish(evaluated(undefined));
    await rest();
    expect(held.checks).toHaveLength(3);
  });

  test("are told and not checked where the officer switched that off", async () => {
    const { held, change } = changing();
    const job = await checkedJob(held, { recheck: false });
    change();
    expect(held.checks).toHaveLength(1);
    expect(job.state().stale).toBe(true);
    void job.check();
    held.checks[1]?.finish(evaluated(undefined));
    await rest();
    expect(job.state().stale).toBe(false);
  });

  test("before the first check ask for none", async () => {
    const { held, change } = changing();
    await started(held.bench);
    change();
    expect(held.checks).toEqual([]);
  });
});

describe("what goes wrong", () => {
  test("is shown with what can be tried again, and overtaken by success", async () => {
    const held = heldBench();
    const job = await checkedJob(held);
    void job.insert();
    held.inserts[0]?.break(new HostProblem("protected-structure", { "zh-CN": "受保护", en: "protected" }));
    await rest();
    expect(job.state().problem).toMatchObject({ code: "protected-structure", retry: "inserting" });
    expect(job.state().activity.kind).toBe("idle");
    void job.insert();
    held.inserts[1]?.finish({ evaluation: evaluated(undefined), sheets: ["评分表"] });
    await rest();
    expect(job.state().problem).toBeUndefined();
  });

  test("a cancelled check ends at once, and its late result changes nothing", async () => {
    const held = heldBench();
    const job = await started(held.bench);
    void job.check();
    job.cancel();
    expect(job.state()).toMatchObject({ cancelled: true, activity: { kind: "idle" } });
    expect(held.checks[0]?.request.signal.aborted).toBe(true);
    held.checks[0]?.finish(evaluated(undefined));
    await rest();
    expect(job.state().evaluation).toBeUndefined();
  });
});

test("a table is pointed at by the selection in Excel, or by a place, and left again", async () => {
  const held = heldBench({});
  const job = await checkedJob(held);
  await Promise.race([job.pointAt("assets"), rest()]);
  expect(held.kept.at(-1)?.tables).toEqual({ assets: "'表5'!A3" });
  void job.pointAt("funds", { sheet: "表1", top: 3, left: 1, bottom: 9, right: 4 });
  await rest();
  expect(held.kept.at(-1)?.tables).toEqual({ assets: "'表5'!A3", funds: "'表1'!B4" });
  void job.unpoint("assets");
  await rest();
  expect(held.kept.at(-1)?.tables).toEqual({ funds: "'表1'!B4" });
});
