import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ACTION_IDS, startCommands } from "../../../src/commands/actions";
import type { Job } from "../../../src/taskpane/job";
import { createJob } from "../../../src/taskpane/job";

type Action = (event?: { completed: () => void }) => Promise<void>;

describe("the ribbon's commands", () => {
  const actions = new Map<string, Action>();
  let shown: number;
  beforeEach(() => {
    actions.clear();
    shown = 0;
    Object.defineProperty(globalThis, "Office", {
      configurable: true,
      value: {
        actions: { associate: (id: string, action: Action) => void actions.set(id, action) },
        addin: {
          showAsTaskpane: async () => {
            shown += 1;
          },
        },
        context: { requirements: { isSetSupported: (name: string) => name === "SharedRuntime" } },
      },
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, "Office");
  });

  /** A job that notes what it is asked to do; checking fails. */
  function noting(done: string[]): Job {
    return {
      ...createJob({ load: () => ({}), save: () => {} }),
      check: async () => {
        done.push("check");
        throw new Error("failed");
      },
      insert: async () => void done.push("insert"),
      clearMarks: async () => void done.push("clearMarks"),
    };
  }

  test("each id of the manifest is associated, shows the pane and does its work", async () => {
    const done: string[] = [];
    startCommands(noting(done), Promise.resolve());
    expect([...actions.keys()].sort()).toEqual(Object.values(ACTION_IDS).sort());
    for (const id of [ACTION_IDS.openPane, ACTION_IDS.insertScoreSheet, ACTION_IDS.clearMarks]) {
      await actions.get(id)?.();
    }
    expect([done, shown]).toEqual([["insert", "clearMarks"], 3]);
  });

  test("Excel hears that a command is over even when it failed", async () => {
    startCommands(noting([]), Promise.resolve());
    let completed = 0;
    const run = actions.get(ACTION_IDS.check)?.({ completed: () => (completed += 1) });
    await expect(run).rejects.toThrow("failed");
    expect(completed).toBe(1);
  });
});
