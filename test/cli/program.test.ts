/** The program as it is built, in processes of its own. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import * as library from "@e965/xlsx";
import { readXlsx } from "../../src/hosts/file/read-xlsx";

const SAMPLE = resolve("assets/samples/bazhou-2021-as-reported.xlsx");
let folder = "";
let program = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hengbiao-program-"));
  const built = join(folder, "built");
  execFileSync(process.execPath, [
    resolve("node_modules/webpack/bin/webpack.js"),
    "--config-name",
    "cli",
    "--mode",
    "development",
    "--devtool",
    "false",
    "--output-path",
    built,
  ]);
  program = join(built, "hengbiao.js");
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...argv: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

describe("the program", () => {
  test("checks the sample: one JSON object on standard output, exit code 1", () => {
    const { code, out } = run("check", SAMPLE, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      program: { name: "hengbiao" },
      checks: { errors: 6, warnings: 46 },
    });
  });

  test("a .xls is converted in a thread of its own and gives the same findings", () => {
    const book = library.read(readFileSync(SAMPLE), { cellNF: true, cellStyles: true });
    writeFileSync(
      join(folder, "旧.xls"),
      library.write(book, { type: "buffer", bookType: "biff8" }) as Buffer,
    );
    const [old, fresh] = [run("check", "旧.xls", "--json"), run("check", SAMPLE, "--json")];
    const { findings: theirs } = JSON.parse(fresh.out) as { findings: unknown };
    expect([old.code, (JSON.parse(old.out) as { findings: unknown }).findings]).toEqual([1, theirs]);
  });

  test("one line and exit code 2 for files of the real disk that cannot be read or written", () => {
    writeFileSync(join(folder, "空.xlsx"), "");
    for (const [argv, word] of [
      [["check", "没有.xlsx"], "找不到"],
      [["check", "."], "文件夹"],
      [["check", "空.xlsx"], "空"],
      [["check", SAMPLE, "--out", "无/新.xlsx"], "文件夹"],
      [["check", SAMPLE, "--out", "空.xlsx"], "--force"],
    ] as const) {
      const { code, out, err } = run(...argv);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(/^hengbiao: [^\n]+\n$/);
      expect(err).toContain(word);
    }
  });

  test("an input reached by a link is never covered", () => {
    const copy = join(folder, "输入.xlsx");
    writeFileSync(copy, readFileSync(SAMPLE));
    execFileSync("ln", ["-s", copy, join(folder, "链接.xlsx")]);
    execFileSync("ln", [copy, join(folder, "硬链接.xlsx")]);
    for (const out of ["链接.xlsx", "硬链接.xlsx", "./输入.xlsx"]) {
      expect(run("check", "输入.xlsx", "--out", out, "--force").code).toBe(2);
    }
    expect(readFileSync(copy).equals(readFileSync(SAMPLE))).toBe(true);
  });

  test("a reader that stops early does no harm", () => {
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${program}" check "${SAMPLE}" --json | head -c 10`],
      {
        encoding: "utf8",
      },
    );
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("lint reads a folder and a file", () => {
    const { code, out } = run("lint", resolve("src/packs/xj-bridging-2021"), "--json");
    expect(code).toBe(0);
    const { problems } = JSON.parse(out) as { problems: readonly { level: string }[] };
    expect(problems.filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("killed while it writes", () => {
  test("the output is absent or complete, and what was there before stays until it is", async () => {
    const old = readFileSync(resolve("assets/samples/bazhou-2021-consistent.xlsx"));
    const started = performance.now();
    expect(run("check", SAMPLE, "--out", "整.xlsx").code).toBe(1);
    const whole = performance.now() - started;
    const complete = readFileSync(join(folder, "整.xlsx"));
    expect(readXlsx(complete).sheets.at(-1)?.name).toBe("校验结果");
    const seen = new Set<string>();
    for (let step = 1; step <= 16; step++) {
      const name = `死${step}.xlsx`;
      const target = join(folder, name);
      const replaced = step % 2 === 0;
      if (replaced) writeFileSync(target, old);
      const child = spawn(process.execPath, [program, "check", SAMPLE, "--out", name, "--force"], {
        cwd: folder,
        stdio: "ignore",
      });
      const timer = setTimeout(() => child.kill("SIGKILL"), whole * (0.4 + step * 0.045));
      await new Promise((resolved) => child.once("exit", resolved));
      clearTimeout(timer);
      const now = existsSync(target) ? readFileSync(target) : undefined;
      const state =
        now === undefined
          ? "absent"
          : now.equals(complete)
            ? "complete"
            : replaced && now.equals(old)
              ? "as before"
              : "broken";
      seen.add(state);
    }
    expect([...seen].filter((state) => state === "broken")).toEqual([]);
    // Half-written files are under other names and never taken for the output.
    expect(readdirSync(folder).filter((name) => name.endsWith(".xlsx") && name.startsWith("."))).toEqual([]);
  }, 120_000);
});
