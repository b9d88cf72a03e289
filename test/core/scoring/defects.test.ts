/** Base data with faults: what can be scored is, what cannot says why, and formulas stand only where they hold. */
import { describe, expect, test } from "@jest/globals";
import { itemOf, scoreChanged } from "./changed-sample";

const RELEASE = "表2资金下达";
const PROJECTS = "表3项目明细";
const EXECUTION = "表4预算执行";
const ASSETS = "表5扶贫资产";
const RECTIFICATION = "表8问题整改";

describe("a cell that is no figure", () => {
  test("an error leaves no score, names the cell and makes the result incomplete", () => {
    const score = scoreChanged(EXECUTION, { D13: { error: "#REF!" } });
    expect(itemOf(score, "9")).toMatchObject({ status: "missing", score: undefined, facts: "" });
    expect(itemOf(score, "9").basis).toContain("'表4预算执行'!D13");
    // Item 8 rests on the same figure.
    expect(itemOf(score, "8").status).toBe("missing");
    expect(score.complete).toBe(false);
  });

  test("words where a date belongs leave no score", () => {
    expect(itemOf(scoreChanged(RELEASE, { F5: "待定" }), "2").basis).toContain("'表2资金下达'!F5");
  });

  test("a missing table leaves no score and names the table", () => {
    const item = itemOf(scoreChanged(EXECUTION, undefined), "9");
    expect(item).toMatchObject({ status: "missing", score: undefined });
    expect(item.basis).toContain("预算执行");
  });
});

describe("a figure that formulas cannot read is scored, and its score written as a value with the reason", () => {
  test.each([
    ["an amount held as text", { H6: "100,000.000" }, "5"],
    ["a date held as text", { F5: "2020.12.28" }, "5"],
    // 507.348 of 142900.108 without a date is not in time: 5 × 142392.76 ÷ 142900.108 = 4.98224…
    ["a date not given", { F5: "—" }, "4.98"],
  ])("%s", (_what, changes, points) => {
    const item = itemOf(scoreChanged(RELEASE, changes), "2");
    expect(item).toMatchObject({ status: "computed", score: points, formula: { kind: "value" } });
    expect(item.formula.kind === "value" ? item.formula.why : "").not.toBe("");
  });
});

describe("figures that differ", () => {
  test("released on the sixth day is not in time, on the fifth it is", () => {
    // 2020-12-01 is day 44166; the row's 14645 of 142900.108 are late: 5 × 128255.108 ÷ 142900.108 = 4.48758…
    expect(itemOf(scoreChanged(RELEASE, { F4: 44_172, G4: 6 }), "2").score).toBe("4.49");
    expect(itemOf(scoreChanged(RELEASE, { F4: 44_171, G4: 5 }), "2").score).toBe("5");
  });

  test("spent exactly 92%, and one in the last place below", () => {
    // 92% of 142900.108 is 131468.09936.
    expect(itemOf(scoreChanged(EXECUTION, { D13: 131_468.09936 }), "9")).toMatchObject({ score: "10" });
    const below = itemOf(scoreChanged(EXECUTION, { D13: 131_468.09935 }), "9");
    expect(below.score).toBe("10");
    expect(below.basis).toContain("按直线计");
    expect(itemOf(scoreChanged(EXECUTION, { D13: 114_320.0864 }), "9")).toMatchObject({ score: "0" });
  });

  test("each group of checks on assets costs a point, explained or not", () => {
    // 到户 of one county is off: its row, its total and nothing else.
    const score = scoreChanged(ASSETS, { F5: 12_507.96 });
    expect(itemOf(score, "7")).toMatchObject({ status: "computed", score: "2", formula: { kind: "value" } });
    expect(itemOf(score, "7").basis).toContain("2 组未通过");
  });

  test("a blank total leaves its check undone, hence item 7 without a score", () => {
    const item = itemOf(scoreChanged(ASSETS, { E14: undefined }), "7");
    expect(item.status).toBe("missing");
    expect(item.basis).toContain("assets.column-total");
  });

  test("no problems found is nothing to divide by", () => {
    const item = itemOf(scoreChanged(RECTIFICATION, { C7: 0, D7: 0 }), "6");
    expect(item).toMatchObject({ status: "missing", score: undefined });
    expect(item.basis).toContain("分母为 0");
  });

  test("a project not started and not completed costs its shares", () => {
    // 3 × 274/275 + 4 × 274/275 + 3 = 9.97454…
    expect(itemOf(scoreChanged(PROJECTS, { O5: undefined, P5: undefined, Q5: "否" }), "8").score).toBe(
      "9.97",
    );
  });
});
