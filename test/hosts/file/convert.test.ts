/** Threads that never end or end badly: a stand-in program for the library that would. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { convertInThread } from "../../../src/hosts/file/node/convert";
import { FileProblem } from "../../../src/hosts/file/problem";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hengbiao-convert-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, text: string): string {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, `const { parentPort, workerData } = require("node:worker_threads");\n${text}`);
  return file;
}

const BYTES = Uint8Array.of(1, 2, 3);

async function sentence(script: string): Promise<string> {
  try {
    await convertInThread(script, BYTES);
    return "";
  } catch (error) {
    if (error instanceof FileProblem) return error.text["zh-CN"];
    throw error;
  }
}

describe("the thread that converts old workbooks", () => {
  test("gives the bytes back", async () => {
    const script = program(
      "fine",
      "parentPort.postMessage({ ok: true, bytes: workerData.map((byte) => byte * 2) });",
    );
    expect(await convertInThread(script, BYTES)).toEqual(Uint8Array.of(2, 4, 6));
  });

  test("passes the sentence of a file that cannot be read", async () => {
    const script = program(
      "refused",
      `parentPort.postMessage({ ok: false, text: { "zh-CN": "已加密", en: "encrypted" } });`,
    );
    expect(await sentence(script)).toBe("已加密");
  });

  test("is ended where it runs for ever", async () => {
    expect(await sentence(program("endless", "for (;;);"))).toContain("损坏");
  }, 60_000);

  test("may fail, end without a word, or run out of memory", async () => {
    expect(await sentence(program("throws", `throw new Error("x");`))).toContain("损坏");
    expect(await sentence(program("silent", ""))).toContain("损坏");
    expect(
      await sentence(program("greedy", "const all = []; for (;;) all.push(new Array(1000).fill({}));")),
    ).toContain("损坏");
  }, 60_000);
});
