/** A file that cannot be put in place: one sentence that says why, the old file as it was, nothing left beside it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import promises from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { nodeFiles } from "../../src/cli/node-io";
import { FileProblem } from "../../src/hosts/file/problem";

const { open: realOpen, rename: realRename } = promises;
const open = jest.spyOn(promises, "open");
const rename = jest.spyOn(promises, "rename");

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: said by the system`), { code });
}

let folder = "";
let target = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hengbiao-saving-"));
  target = join(folder, "新.xlsx");
  open.mockImplementation(realOpen);
  rename.mockImplementation(realRename);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The sentence of a save that fails; everything in the folder stays as it was. */
async function failing(): Promise<string> {
  writeFileSync(target, "旧");
  const problem: unknown = await nodeFiles.save(target, new Uint8Array(100_000)).catch((error) => error);
  expect(readdirSync(folder)).toEqual(["新.xlsx"]);
  expect(readFileSync(target, "utf8")).toBe("旧");
  if (!(problem instanceof FileProblem)) throw new Error("saved, or no sentence");
  return problem.text["zh-CN"];
}

/** The disk takes the first half of a file and then fails. */
function fullAfterHalf(code: string): void {
  open.mockImplementation(async (...given) => {
    const handle = await realOpen(...given);
    const write = handle.writeFile.bind(handle);
    handle.writeFile = async (data) => {
      if (data instanceof Uint8Array) await write(data.subarray(0, data.length / 2));
      throw systemError(code);
    };
    return handle;
  });
}

describe("saving", () => {
  test("a sound disk: complete, and nothing beside it", async () => {
    await nodeFiles.save(target, new Uint8Array([1, 2, 3]));
    expect(readdirSync(folder)).toEqual(["新.xlsx"]);
    expect([...readFileSync(target)]).toEqual([1, 2, 3]);
  });

  test.each([
    ["the disk is full", "ENOSPC", "空间"],
    ["the quota is used up", "EDQUOT", "空间"],
  ])("%s half way", async (_what, code, word) => {
    fullAfterHalf(code);
    expect(await failing()).toContain(word);
  });

  test.each([
    ["no permission in the folder", "EACCES", "权限"],
    ["a disk that is read only", "EROFS", "权限"],
  ])("%s", async (_what, code, word) => {
    open.mockRejectedValue(systemError(code));
    expect(await failing()).toContain(word);
  });

  test.each([
    ["the target is open in another program", "EBUSY", "其他程序"],
    ["the target is open in Excel on Windows", "EPERM", "其他程序"],
  ])("%s", async (_what, code, word) => {
    rename.mockRejectedValue(systemError(code));
    expect(await failing()).toContain(word);
  });

  test("a failure without a sentence of its own is told by its code", async () => {
    rename.mockRejectedValue(systemError("EIO"));
    expect(await failing()).toContain("EIO");
  });
});
