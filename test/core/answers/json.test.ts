import { describe, expect, test } from "@jest/globals";
import { packOfAnswers, parseAnswers } from "../../../src/core/answers/json";
import { PACK } from "./small-pack";

function problem(value: unknown): string {
  const read = parseAnswers(typeof value === "string" ? value : JSON.stringify(value), PACK);
  if (read.ok) return "taken";
  expect(read.problem.en).not.toBe("");
  return read.problem["zh-CN"];
}

test("a whole answers file", () => {
  const file = {
    scores: { "1": "4.5", "14": 5, "17": "0" },
    evidence: { "1": "财建〔2021〕1号", "9": "决算表" },
    notApplicable: ["13"],
    explanations: { "assets.original-value@'表5扶贫资产'!D8": "待核" },
    tables: { assets: "'表5扶贫资产'!$A$3" },
    pack: "small",
  };
  expect(parseAnswers(`\ufeff${JSON.stringify(file)}`, PACK)).toEqual({
    ok: true,
    answers: {
      scores: { "1": "4.5", "14": "5", "17": "0" },
      evidence: { "1": "财建〔2021〕1号", "9": "决算表" },
      notApplicable: ["13"],
      explanations: [
        {
          finding: { by: "address", rule: "assets.original-value", sheet: "表5扶贫资产", row: 7, column: 3 },
          text: "待核",
        },
      ],
      tables: { assets: "'表5扶贫资产'!A3" },
      pack: "small",
    },
  });
  expect(packOfAnswers(JSON.stringify(file))).toBe("small");
  expect(packOfAnswers("[]")).toBeUndefined();
  expect(packOfAnswers("{")).toBeUndefined();
});

test("an item named twice as not applicable, once as a number, is named once", () => {
  const reading = parseAnswers(JSON.stringify({ notApplicable: [13, "13"] }), PACK);
  expect(reading.ok && reading.answers.notApplicable).toEqual(["13"]);
});

test("an empty file answers nothing", () => {
  expect(problem({})).toBe("taken");
});

describe("what is wrong is named in one sentence", () => {
  test.each([
    ["{", "有效的 JSON"],
    ["", "有效的 JSON"],
    [[], "对象"],
    ["null", "对象"],
    [{ score: {} }, "“score”"],
    [{ scores: [] }, "scores"],
    [{ scores: { "2": "5" } }, "“2”"],
    [{ scores: { "9": "10" } }, "指标 9"],
    [{ scores: { "1": "5.1" } }, "超出范围"],
    [{ scores: { "1": "-0.1" } }, "超出范围"],
    [{ scores: { "17": "10.5" } }, "0 到 10"],
    [{ scores: { "1": "4.55" } }, "最多一位小数"],
    [{ scores: { "1": 4.55 } }, "最多一位小数"],
    [{ scores: { "1": "优" } }, "不是数字"],
    [{ scores: { "1": "" } }, "不是数字"],
    [{ scores: { "1": "50%" } }, "不是数字"],
    [{ scores: { "1": null } }, "scores.1"],
    [{ evidence: { "1": 5 } }, "evidence.1"],
    [{ evidence: { "99": "x" } }, "“99”"],
    [{ evidence: { "1": "字".repeat(32768) } }, "32767"],
    [{ notApplicable: "13" }, "notApplicable"],
    [{ notApplicable: ["1"] }, "指标 1"],
    [{ notApplicable: ["8"] }, "“8”"],
    [{ notApplicable: ["13"], scores: { "13": "5" } }, "指标 13"],
    [{ explanations: { "assets.original-value": "x" } }, "说明的键"],
    [{ explanations: { "@'表5'!D8": "x" } }, "说明的键"],
    [{ explanations: { "r@D8": "x" } }, "说明的键"],
    [{ explanations: { "r@'表5'!D8:D9": "x" } }, "说明的键"],
    [{ tables: { funds: "'表1'!A3" } }, "“funds”"],
    [{ tables: { assets: "A3" } }, "A3"],
    [{ pack: 5 }, "pack"],
  ])("%j: %s", (value, words) => {
    expect(problem(value)).toContain(words);
  });

  test("trailing zeros are no decimals, and a number is kept plain", () => {
    const read = parseAnswers('{"scores": {"1": "4.50", "13": "１５", "14": 0}}', PACK);
    expect(read.ok && read.answers.scores).toEqual({ "1": "4.5", "13": "15", "14": "0" });
  });
});
