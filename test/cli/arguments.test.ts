import { describe, expect, test } from "@jest/globals";
import { main } from "../../src/cli/main";
import { parseCommand } from "../../src/cli/arguments";
import { memoryIo } from "../support/memory-io";

describe("a command line that is understood", () => {
  test("check with all its options, before and after the workbook", () => {
    expect(
      parseCommand([
        "--json",
        "check",
        "表.xlsx",
        "--pack=p",
        "--answers",
        "a.json",
        "--out",
        "o.xlsx",
        "--force",
        "--lang",
        "en",
      ]),
    ).toEqual({
      kind: "check",
      workbook: "表.xlsx",
      pack: "p",
      answers: "a.json",
      out: "o.xlsx",
      force: true,
      json: true,
      language: "en",
    });
  });

  test("a workbook alone", () => {
    expect(parseCommand(["check", "表.xlsx"])).toEqual({
      kind: "check",
      workbook: "表.xlsx",
      pack: undefined,
      answers: undefined,
      out: undefined,
      force: false,
      json: false,
      language: "zh-CN",
    });
  });

  test("a workbook whose name begins with a dash, behind --", () => {
    expect(parseCommand(["check", "--", "-表.xlsx"])).toMatchObject({ workbook: "-表.xlsx" });
  });

  test("lint, help and version", () => {
    expect(parseCommand(["lint", "p.json"])).toEqual({
      kind: "lint",
      pack: "p.json",
      json: false,
      language: "zh-CN",
    });
    expect(parseCommand(["-h"]).kind).toBe("help");
    expect(parseCommand(["check", "--help"]).kind).toBe("help");
    expect(parseCommand(["--version"]).kind).toBe("version");
  });
});

describe("a command line that is not", () => {
  test.each<[string, readonly string[], string, string]>([
    ["no command", [], "", "--help"],
    ["an unknown command", ["chek", "x"], "chek", "hengbiao check"],
    ["an unknown option", ["check", "x", "--jsno"], "--jsno", "--json"],
    ["an unknown short option", ["check", "x", "-q"], "-q", "--help"],
    ["no workbook", ["check"], "", "check"],
    ["two workbooks", ["check", "a", "b c"], "b c", ""],
    ["an option without its value", ["check", "x", "--out"], "--out", ""],
    ["an option whose value is an option", ["check", "x", "--out", "--json"], "--out", ""],
    ["a switch with a value", ["check", "x", "--json=yes"], "--json", ""],
    ["an option twice", ["check", "x", "--out", "a", "--out", "b"], "--out", ""],
    ["an option of another command", ["lint", "p", "--out", "x"], "--out", "lint"],
    ["an unknown language", ["check", "x", "--lang", "fr"], "fr", "zh-CN"],
  ])("%s ends in exit code 2 and one line with a hint", async (_, argv, subject, hint) => {
    const io = memoryIo({});
    expect(await main(argv, io)).toBe(2);
    expect(io.stdout()).toBe("");
    expect(io.stderr()).toMatch(/^hengbiao: [^\n]+\n$/);
    expect(io.stderr()).toContain(subject);
    expect(io.stderr()).toContain(hint);
  });

  test("the line is in the language asked for, wherever that stands", async () => {
    const io = memoryIo({});
    await main(["chek", "--lang=en"], io);
    expect(io.stderr()).toContain("no such command");
  });
});
