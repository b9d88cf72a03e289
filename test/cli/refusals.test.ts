import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { main } from "../../src/cli/main";
import { memoryIo } from "../support/memory-io";

const SAMPLE = readFileSync("assets/samples/bazhou-2021-consistent.xlsx");

/** Runs a command that cannot run: exit code 2, nothing on standard output, one line; gives the line. */
async function refused(
  files: Readonly<Record<string, Uint8Array | string>>,
  ...argv: readonly string[]
): Promise<string> {
  const io = memoryIo(files);
  const before = new Map(io.content);
  expect(await main(argv, io)).toBe(2);
  expect(io.stdout()).toBe("");
  expect(io.stderr()).toMatch(/^hengbiao: [^\n]+\n$/);
  expect(io.content).toEqual(before);
  return io.stderr();
}

describe("inputs that cannot be checked", () => {
  test("missing file, folder, empty file, text: one line that names the file", async () => {
    for (const [file, word] of [
      ["没有.xlsx", "找不到"],
      ["夹", "文件夹"],
      ["空.xlsx", "空"],
      ["文本.xlsx", "文本文件"],
      ["半.xlsx", "损坏"],
    ] as const) {
      const line = await refused(
        {
          "夹/一.xlsx": SAMPLE,
          "空.xlsx": "",
          "文本.xlsx": "序号,县市",
          "半.xlsx": SAMPLE.subarray(0, 9_000),
        },
        "check",
        file,
      );
      expect(line).toContain(file);
      expect(line).toContain(word);
    }
  });

  test("an unknown pack names the bundled ones", async () => {
    expect(await refused({ "表.xlsx": SAMPLE }, "check", "表.xlsx", "--pack", "xj-2020")).toContain(
      "xj-bridging-2021",
    );
  });

  test("a pack that is no JSON", async () => {
    const line = await refused({ "表.xlsx": SAMPLE, "p.json": "{" }, "check", "表.xlsx", "--pack", "p.json");
    expect(line).toContain("p.json");
    expect(line).toContain("lint");
  });

  test("an answers file that is missing or no JSON", async () => {
    expect(await refused({ "表.xlsx": SAMPLE }, "check", "表.xlsx", "--answers", "a.json")).toContain(
      "a.json",
    );
    expect(
      await refused({ "表.xlsx": SAMPLE, "a.json": "{" }, "check", "表.xlsx", "--answers", "a.json"),
    ).toContain("a.json");
  });

  test("a score out of range in the answers file", async () => {
    const line = await refused(
      { "表.xlsx": SAMPLE, "a.json": '{"scores": {"1": "5.5"}}' },
      "check",
      "表.xlsx",
      "--answers",
      "a.json",
    );
    expect(line).toContain("5.5");
  });
});

describe("outputs that are refused before any work", () => {
  const files = { "表.xlsx": SAMPLE, "旧.xls": SAMPLE, "宏.xlsm": SAMPLE, "有.xlsx": "x", "a.json": "{}" };

  test.each([
    ["the input itself, even with --force", ["表.xlsx", "--out", "表.xlsx", "--force"], "输入"],
    ["a file that exists", ["表.xlsx", "--out", "有.xlsx"], "--force"],
    ["another extension", ["表.xlsx", "--out", "新.xlsm"], ".xlsx"],
    ["a plain workbook from one with macros", ["宏.xlsm", "--out", "新.xlsx"], ".xlsm"],
    ["a .xls", ["旧.xls", "--out", "新.xls"], ".xlsx"],
    ["a folder that does not exist", ["表.xlsx", "--out", "无/新.xlsx"], "文件夹"],
  ])("%s", async (_, argv, word) => {
    expect(await refused(files, "check", ...argv)).toContain(word);
  });
});
