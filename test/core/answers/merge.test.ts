import { describe, expect, test } from "@jest/globals";
import { type Answers, NO_ANSWERS } from "../../../src/core/answers/answers";
import type { SheetEntry } from "../../../src/core/answers/entries";
import { explain } from "../../../src/core/answers/explanations";
import { claimsOf, explanationConflicts, merge, saysNotApplicable } from "../../../src/core/answers/merge";
import { readScore, uncountedScores } from "../../../src/core/answers/scores";
import type { WrittenEntry } from "../../../src/core/answers/written";
import type { FindingKey } from "../../../src/core/checks/finding";
import { PACK } from "./small-pack";

const CELL = { sheet: "绩效自评得分表", row: 5, column: 6 };

function entry(of: WrittenEntry, written: string, typed: string, formulaGone = false): SheetEntry {
  return { entry: of, cell: CELL, written, typed, formulaGone };
}

function answers(given: Partial<Answers>): Answers {
  return { ...NO_ANSWERS, ...given };
}

const SCORE: WrittenEntry = { kind: "score", no: "1" };
const EVIDENCE: WrittenEntry = { kind: "evidence", no: "1" };

describe("the file, then the sheet, then the part", () => {
  test("an untouched cell says nothing", () => {
    const part = answers({ scores: { "1": "5" }, evidence: { "1": "a\nb" } });
    const merged = merge(part, [entry(SCORE, "4", "4.0"), entry(EVIDENCE, "x\ny", "x\r\ny")], NO_ANSWERS);
    expect(merged.answers).toEqual(part);
    expect(merged.conflicts).toEqual([]);
  });

  test("an edited cell wins over the part, a blank one withdraws", () => {
    const part = answers({ scores: { "1": "5", "14": "3" }, evidence: { "1": "旧" } });
    const merged = merge(
      part,
      [
        entry(SCORE, "5", "4"),
        entry({ kind: "score", no: "14" }, "3", ""),
        entry(EVIDENCE, "旧", "新"),
        entry({ kind: "score", no: "17" }, "", "2"),
      ],
      NO_ANSWERS,
    );
    expect(merged.answers.scores).toEqual({ "1": "4", "17": "2" });
    expect(merged.answers.evidence).toEqual({ "1": "新" });
  });

  test("the file wins for its own keys only, and what the sheet says otherwise is listed", () => {
    const part = answers({ scores: { "1": "5", "14": "3" }, tables: { assets: "'a'!A1" }, pack: "old" });
    const file = answers({ scores: { "1": "2" }, tables: { funds: "'b'!A1" } });
    const merged = merge(part, [entry(SCORE, "5", "4"), entry({ kind: "score", no: "14" }, "3", "1")], file);
    expect(merged.answers).toMatchObject({
      scores: { "1": "2", "14": "1" },
      tables: { assets: "'a'!A1", funds: "'b'!A1" },
      pack: "old",
    });
    expect(merged.conflicts).toHaveLength(1);
    expect(merged.conflicts[0]?.["zh-CN"]).toContain("“2”");
    expect(merged.conflicts[0]?.["zh-CN"]).toContain("'绩效自评得分表'!G6 为“4”");
  });

  test("an equal figure or an untouched blank is no conflict, a withdrawn one is", () => {
    const file = answers({ scores: { "1": "4" } });
    expect(merge(NO_ANSWERS, [entry(SCORE, "5", "4.0")], file).conflicts).toEqual([]);
    expect(merge(NO_ANSWERS, [entry(SCORE, "", "")], file).conflicts).toEqual([]);
    expect(merge(NO_ANSWERS, [entry(SCORE, "5", "")], file).conflicts).toHaveLength(1);
  });

  test("not applicable and a score exclude each other, whoever speaks last", () => {
    const of: WrittenEntry = { kind: "score", no: "13" };
    const scored = answers({ scores: { "13": "10" } });
    const waived = answers({ notApplicable: ["13"] });
    const result = (part: Answers, entries: SheetEntry[], file: Answers): unknown => {
      const { scores, notApplicable } = merge(part, entries, file).answers;
      return { scores, notApplicable };
    };
    const isScored = (score: string): unknown => ({ scores: { "13": score }, notApplicable: [] });
    const isWaived = { scores: {}, notApplicable: ["13"] };
    expect(result(scored, [entry(of, "10", " 不适用 ")], NO_ANSWERS)).toEqual(isWaived);
    expect(result(waived, [entry(of, "不适用", "N/A")], NO_ANSWERS)).toEqual(isWaived);
    expect(result(waived, [entry(of, "不适用", "8")], NO_ANSWERS)).toEqual(isScored("8"));
    expect(result(waived, [entry(of, "不适用", "")], NO_ANSWERS)).toEqual({ scores: {}, notApplicable: [] });
    expect(result(waived, [], scored)).toEqual(isScored("10"));
    expect(result(scored, [], waived)).toEqual(isWaived);
    expect(merge(scored, [entry(of, "10", "10")], waived).conflicts[0]?.en).toContain("not applicable");
    expect(merge(waived, [entry(of, "不适用", "不适用")], waived).conflicts).toEqual([]);
    expect(saysNotApplicable("不适")).toBe(false);
  });

  test("evidence: the file's blank withdraws, a long text is cut in the sentence", () => {
    const part = answers({ evidence: { "1": "旧" } });
    expect(merge(part, [], answers({ evidence: { "1": "" } })).answers.evidence).toEqual({});
    const long = merge(
      NO_ANSWERS,
      [entry(EVIDENCE, "", "字".repeat(500))],
      answers({ evidence: { "1": "短" } }),
    );
    expect(long.answers.evidence).toEqual({ "1": "短" });
    expect(long.conflicts[0]?.["zh-CN"].length).toBeLessThan(200);
  });

  test("spaces are blank, a text that was cleared is gone, equal texts are no conflict", () => {
    const part = answers({ scores: { "1": "5" }, evidence: { "1": "旧" } });
    const cleared = merge(part, [entry(SCORE, "5", "  "), entry(EVIDENCE, "旧", " ")], NO_ANSWERS).answers;
    expect([cleared.scores, cleared.evidence]).toEqual([{}, {}]);
    expect(merge(part, [], answers({ evidence: { "1": " " } })).answers.evidence).toEqual({});
    const file = answers({ evidence: { "1": "a\nb" } });
    expect(
      merge(NO_ANSWERS, [entry(EVIDENCE, "", "a\r\nb "), entry(EVIDENCE, " ", "")], file).conflicts,
    ).toEqual([]);
    expect(
      merge(NO_ANSWERS, [entry(EVIDENCE, "x", "y\rz")], answers({ evidence: { "1": "y\nz" } })).conflicts,
    ).toEqual([]);
    const said = merge(NO_ANSWERS, [entry(EVIDENCE, "", "表")], file).conflicts[0];
    expect(said?.["zh-CN"]).toContain("答案文件为“a\nb”");
    expect(said?.en).toContain('says "a\nb"');
  });

  test("a figure with a unit is another text than the figure", () => {
    expect(merge(NO_ANSWERS, [entry(SCORE, "5", "5元")], NO_ANSWERS).answers.scores).toEqual({ "1": "5元" });
    expect(merge(NO_ANSWERS, [entry(SCORE, "优 ", " 优")], NO_ANSWERS).answers.scores).toEqual({});
    expect(merge(NO_ANSWERS, [entry(SCORE, "优", " 优 ")], NO_ANSWERS).answers.scores).toEqual({});
  });

  test("explanations of several findings stand side by side, also one kept by address", () => {
    const by = (row: string): FindingKey => ({
      rule: "r",
      table: "t",
      row,
      column: "c",
      left: "1",
      right: "2",
    });
    const kept = answers({
      explanations: [
        { finding: { by: "address", rule: "r", sheet: "s", row: 1, column: 1 }, text: "址甲" },
        { finding: { by: "address", rule: "r", sheet: "s", row: 2, column: 1 }, text: "址乙" },
        { finding: { by: "key", ...by("a") }, text: "甲" },
        { finding: { by: "key", ...by("b") }, text: "乙" },
      ],
    });
    const of: WrittenEntry = { kind: "explanation", finding: by("b") };
    const texts = (typed: string): string[] =>
      merge(kept, [entry(of, "乙", typed)], NO_ANSWERS).answers.explanations.map(({ text }) => text);
    expect(texts("丙")).toEqual(["址甲", "址乙", "甲", "丙"]);
    expect(texts("")).toEqual(["址甲", "址乙", "甲"]);
  });

  test("a score out of range stays as typed and is said not to count, on every run", () => {
    const merged = merge(
      NO_ANSWERS,
      [entry(SCORE, "", "6"), entry({ kind: "score", no: "14" }, "", "优")],
      NO_ANSWERS,
    );
    expect(merged.answers.scores).toEqual({ "1": "6", "14": "优" });
    const said = uncountedScores(PACK, merged.answers).map((one) => one["zh-CN"]);
    expect(said).toHaveLength(2);
    expect(said[0]).toContain("超出范围");
    expect(said[1]).toContain("“优”不是数字");
    expect(uncountedScores(PACK, answers({ scores: { "1": "5", "9": "10" } }))[0]?.en).toContain("computed");
    expect(readScore("6", "5")).toEqual({ ok: false, why: "out-of-range" });
  });

  test("a computed score overtyped is listed; one that was merely recalculated is not", () => {
    const live: WrittenEntry = { kind: "computed", no: "9", formula: true };
    const value: WrittenEntry = { kind: "computed", no: "9", formula: false };
    const of = (one: SheetEntry): number => merge(NO_ANSWERS, [one], NO_ANSWERS).conflicts.length;
    expect(of(entry(live, "10", "9.5", false))).toBe(0);
    expect(of(entry(live, "10", "9.5", true))).toBe(1);
    expect(of(entry(value, "10", "9.5"))).toBe(1);
    expect(of(entry(value, "10", "10.00"))).toBe(0);
    expect(merge(NO_ANSWERS, [entry(live, "10", "9.5", true)], NO_ANSWERS).answers.scores).toEqual({});
  });

  test("what the office typed over a computed score is its claim, a cleared cell claims nothing", () => {
    const value: WrittenEntry = { kind: "computed", no: "9", formula: false };
    const other: WrittenEntry = { kind: "computed", no: "2", formula: true };
    const entries = [
      entry(value, "10", "9.5"),
      entry(other, "5", "4", true),
      entry({ kind: "computed", no: "4", formula: false }, "4", " "),
      entry({ kind: "computed", no: "6", formula: false }, "4", "4.0"),
      entry(SCORE, "5", "3"),
    ];
    expect(claimsOf(entries)).toEqual({ "9": "9.5", "2": "4" });
  });

  test("explanations typed on the findings sheet, and the file's over them", () => {
    const key: FindingKey = { rule: "r", table: "t", row: "a", column: "c", left: "1", right: "2" };
    const of: WrittenEntry = { kind: "explanation", finding: key };
    const kept = answers({ explanations: [{ finding: { by: "key", ...key }, text: "旧" }] });
    const typed = merge(kept, [entry(of, "旧", "新")], NO_ANSWERS).answers.explanations;
    expect(typed).toEqual([{ finding: { by: "key", ...key }, text: "新" }]);
    expect(merge(kept, [entry(of, "旧", "")], NO_ANSWERS).answers.explanations).toEqual([]);
    const file = answers({
      explanations: [{ finding: { by: "address", rule: "r", sheet: "s", row: 0, column: 0 }, text: "文件" }],
    });
    const both = merge(kept, [entry(of, "旧", "新")], file).answers.explanations;
    const finding = {
      rule: "r",
      severity: "error",
      table: "t",
      cell: { sheet: "s", row: 0, column: 0 },
      message: "",
      key,
    } as const;
    const explained = explain([finding], both);
    expect(explained.findings[0]?.explanation).toBe("文件");
    expect(explanationConflicts(explained)[0]?.["zh-CN"]).toContain("“文件”取代原来的“新”");
  });
});
