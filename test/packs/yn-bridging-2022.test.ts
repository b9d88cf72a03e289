/** The Yunnan pack: its known points are scored, what is not known is said by the linter and the score sheet. */
import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NO_ANSWERS } from "../../src/core/answers/answers";
import { evaluate } from "../../src/core/evaluate";
import { lintPack } from "../../src/core/pack/lint";
import { scoreSheet } from "../../src/core/sheets/score-sheet";
import { BLANK_HEAD } from "../../src/core/sheets/earlier";
import { SheetBuilder, workbookOf } from "../../src/core/workbook/snapshot";
import { ynBridging2022 as pack } from "../../src/packs/yn-bridging-2022/index";

const FOLDER = join(__dirname, "../../src/packs/yn-bridging-2022");

test("lints with the warnings of what is to be filled in, and no other", () => {
  const parts = ["pack", "tables", "checks", "indicators"];
  const source = Object.fromEntries(
    parts.map((name) => [`${name}.json`, readFileSync(join(FOLDER, `${name}.json`), "utf8")]),
  );
  const problems = lintPack(source);
  expect(problems.filter(({ level }) => level === "error")).toEqual([]);
  expect(problems.filter(({ level }) => level === "warning").map(({ path }) => path)).toEqual([
    "open[0]",
    "open[1]",
    "open[2]",
    "indicators[3].open",
    "indicators[4].open",
    "indicators[5].open",
  ]);
});

const HEAD = [
  "资金名称",
  "文号",
  "金额",
  "收到日期",
  "下达县级日期",
  "再分配金额",
  "再分配下达日期",
  "县级收到日期",
  "下达项目单位日期",
];

function release(rows: readonly (readonly (string | number)[])[]) {
  const sheet = new SheetBuilder("资金分解下达");
  sheet.setText(0, 0, "2022年度资金分解下达情况表");
  sheet.setText(1, 0, "单位：万元");
  HEAD.forEach((text, column) => sheet.setText(2, column, text));
  rows.forEach((line, row) => {
    line.forEach((value, column) => {
      if (typeof value === "number") sheet.setNumber(3 + row, column, value);
      else if (value !== "") sheet.setText(3 + row, column, value);
    });
  });
  return evaluate(workbookOf([sheet]), pack, NO_ANSWERS, { language: "zh-CN" });
}

const points = (evaluation: ReturnType<typeof release>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(evaluation.score.items.map(({ no, score }) => [no, score]));

describe("the 7 points of release", () => {
  test("all in time", () => {
    const score = points(
      release([
        ["中央资金", "1号", 100, "2022-03-01", "2022-03-16", 40, "2022-03-31", "2022-03-16", "2022-03-31"],
      ]),
    );
    expect([score["1.1"], score["1.2"], score["1.3"]]).toEqual(["0.5", "0.5", "6"]);
  });

  // 18 of 15 to 30 days: 12/15 of 0.5 is 0.4; 45 of 30 to 60: half of 0.5, 0.25. From 16 March 2022 the 30th working
  // day is 28 April (2 April was worked, 4 and 5 April were off, 24 April was worked): 20/25 of 6 is 4.8.
  test("on the straight lines, in natural and in working days", () => {
    const score = points(
      release([
        ["中央资金", "1号", 100, "2022-03-01", "2022-03-19", 40, "2022-04-15", "2022-03-16", "2022-04-27"],
      ]),
    );
    expect([score["1.1"], score["1.2"]]).toEqual(["0.4", "0.25"]);
    expect(score["1.3"]).toBe("4.8");
  });

  test("too late for all", () => {
    const score = points(
      release([
        ["中央资金", "1号", 100, "2022-03-01", "2022-03-31", 40, "2022-04-30", "2022-03-16", "2022-07-29"],
      ]),
    );
    expect([score["1.1"], score["1.2"], score["1.3"]]).toEqual(["0", "0", "0"]);
  });
});

test("the score is incomplete, and its sheet says what is open", () => {
  const evaluation = release([
    ["中央资金", "1号", 100, "2022-03-01", "2022-03-16", 40, "2022-03-31", "2022-03-16", "2022-03-31"],
  ]);
  expect([evaluation.score.complete, evaluation.score.base]).toEqual([false, "7"]);
  const sheet = scoreSheet(evaluation, pack, BLANK_HEAD);
  const words = sheet.rows.flatMap(({ cells }) =>
    cells.map((cell) => (cell?.value.kind === "text" ? cell.value.text : "")),
  );
  expect(words.some((text) => text.includes("待补充：除资金分解下达的 7 分外"))).toBe(true);
  expect(words.some((text) => text.includes("待补充：按通知把这 93 分拆成各项指标"))).toBe(true);
});
