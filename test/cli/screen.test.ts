import { describe, expect, test } from "@jest/globals";
import { startProgress } from "../../src/cli/progress";
import { screenLines } from "../../src/cli/screen";
import { padEnd, paintFor, textWidth } from "../../src/cli/terminal";
import { madeEvaluation, ORIGINAL_VALUE, targets } from "../support/made-evaluation";
import { memoryIo } from "../support/memory-io";

const PLAIN = paintFor(false, {});

function screen(...given: Parameters<typeof madeEvaluation>): string {
  return screenLines(madeEvaluation(...given), "表.xlsx", PLAIN).join("\n");
}

describe("the report on a terminal", () => {
  test("findings stand under their table with place, sentence and counts", () => {
    const text = screen([ORIGINAL_VALUE]);
    const lines = text.split("\n");
    const table = lines.findIndex((line) => line.startsWith("扶贫资产"));
    expect(lines[table]).toBe("扶贫资产  '表5扶贫资产'!A3:I14  万元  错误 1");
    expect(lines[table + 1]).toBe("  错误 assets.original-value  资产原值等于四级之和");
    expect(lines[table + 2]).toBe(`    D8     ${ORIGINAL_VALUE.message}`);
    expect(text).toContain("项目明细  '表3'!A3:R81  无问题");
  });

  test("many findings of one rule are shown in part and counted whole", () => {
    const text = screen(targets(44));
    expect(text).toContain("警告 projects.target  绩效目标申报 × 44");
    expect(text.match(/个项目没有绩效目标/g)).toHaveLength(5);
    expect(text).toContain("另有 39 处");
  });

  test("a finding that belongs to no recognised table is not lost", () => {
    expect(
      screen([{ ...ORIGINAL_VALUE, rule: "table.missing", table: "release", cell: undefined }]),
    ).toContain("整个工作簿  错误 1");
  });

  test("what was not run comes with why; the score with its items and its sum", () => {
    const text = screen([]);
    expect(text).toContain("未运行 2\n    release.days  没有找到表“资金下达”");
    expect(text).toContain("基础分 40，加分 0，减分 0，总分 40（有未填项，暂计 0 分）");
    expect(text).toContain("† 默认口径");
    expect(text.split("\n").at(-1)).toBe("比对 100，通过 100，错误 0，警告 0，提示 0");
  });

  test("columns line up where names are Chinese", () => {
    const [nine, thirteen] = screen([])
      .split("\n")
      .filter((line) => line.includes(" / "));
    const column = (line = ""): number => textWidth(line.slice(0, line.indexOf(" / ")));
    expect(column(nine)).toBe(column(thirteen));
    expect(textWidth(padEnd("表5（资产）", 20))).toBe(20);
  });

  test("in English", () => {
    const lines = screenLines({ ...madeEvaluation(targets(6)), language: "en" }, "t.xlsx", PLAIN);
    expect(lines).toContain("      … 1 more of this rule (all of them by --json or --out)");
    expect(lines.at(-1)).toBe("comparisons 106, passed 100, error 0, warning 6, notice 0");
  });
});

describe("colour", () => {
  test("only on a terminal, and not where NO_COLOR is set", () => {
    expect(paintFor(true, {}).error("x")).toBe("\u001b[31mx\u001b[39m");
    expect(paintFor(false, {}).error("x")).toBe("x");
    expect(paintFor(true, { NO_COLOR: "1" }).error("x")).toBe("x");
    expect(paintFor(true, { NO_COLOR: "" }).error("x")).not.toBe("x");
    expect(paintFor(true, { TERM: "dumb" }).error("x")).toBe("x");
  });
});

describe("progress", () => {
  /** Steps at these milliseconds after the start. */
  function run(terminal: boolean, ...times: readonly number[]): string {
    let now = 0;
    const io = memoryIo({}, { terminal, now: () => now });
    const progress = startProgress(io);
    for (const time of times) {
      now = time;
      progress.step("正在读取", time / 10_000);
    }
    progress.end();
    return io.stderr();
  }

  test("nothing within the first second", () => {
    expect(run(true, 10, 500, 999)).toBe("");
    expect(run(false, 10, 500, 999)).toBe("");
  });

  test("a terminal's line is written over and cleared in the end", () => {
    expect(run(true, 1_000, 1_100, 1_300)).toBe("\r\u001b[K正在读取 10%\r\u001b[K正在读取 13%\r\u001b[K");
  });

  test("a log gets a plain line now and then", () => {
    expect(run(false, 1_500, 5_100, 6_600, 10_200)).toBe("正在读取 51%\n正在读取 100%\n");
  });
});
