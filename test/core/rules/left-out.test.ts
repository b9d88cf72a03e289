import { describe, expect, test } from "@jest/globals";
import { NO_ANSWERS } from "../../../src/core/answers/answers";
import { evaluate } from "../../../src/core/evaluate";
import { workbookOf } from "../../../src/core/workbook/snapshot";
import { xjBridging2021 } from "../../../src/packs/xj-bridging-2021/index";
import { draw } from "../tables/draw";

/** Findings of 预算执行's column totals, with a 合计 of the given label and budget. */
function findings(label: string, budget: number): readonly string[] {
  const sheet = draw("预算执行", [
    ["序号", "县市", "预算安排数", "实际支出数", "结转结余数", "执行率"],
    [1, "轮台县", 10, 8, 2, 0.8],
    [2, "和静县", 20, 20, 0, 1],
    [3, "州本级", 5, 5, 0, 1],
    [undefined, label, budget, 28, 2, 0.9333],
  ]);
  const { checks } = evaluate(workbookOf([sheet]), xjBridging2021, NO_ANSWERS, { language: "zh-CN" });
  return checks.findings
    .filter(({ rule }) => rule === "execution.column-total")
    .map(({ left, right }) => `${left?.value} ${right?.value}`);
}

describe("a 合计 row that says what it leaves out", () => {
  test("is held to the other rows", () => {
    expect(findings("合计（不含州本级）", 30)).toEqual([]);
    expect(findings("合计（不含州本级）", 35)).toEqual(["35 30"]);
  });

  test("one that says nothing is held to all rows", () => {
    expect(findings("合计", 35)).toEqual(["28 33"]);
  });
});
