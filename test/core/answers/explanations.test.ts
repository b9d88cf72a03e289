import { describe, expect, test } from "@jest/globals";
import type { Explanation } from "../../../src/core/answers/answers";
import { explain, rowKeys } from "../../../src/core/answers/explanations";
import type { Finding, FindingKey } from "../../../src/core/checks/finding";

function key(row: string, left = "1", right = "2"): FindingKey {
  return { rule: "assets.original-value", table: "assets", row, column: "original", left, right };
}

function finding(one: FindingKey, row = 7): Finding {
  return {
    rule: one.rule,
    severity: "error",
    table: one.table,
    cell: { sheet: "表5", row, column: 3 },
    message: "",
    key: one,
  };
}

function byKey(one: FindingKey, text: string): Explanation {
  return { finding: { by: "key", ...one }, text };
}

function byAddress(row: number, text: string, sheet = "表5"): Explanation {
  return { finding: { by: "address", rule: "assets.original-value", sheet, row, column: 3 }, text };
}

describe("explanations follow their findings", () => {
  test("the same row and figures, wherever the row stands now", () => {
    const { findings, kept, unmatched } = explain(
      [finding(key("和静县"), 99)],
      [byKey(key("和静县"), "已核")],
    );
    expect(findings[0]?.explanation).toBe("已核");
    expect(kept).toEqual([byKey(key("和静县"), "已核")]);
    expect(unmatched).toEqual([]);
  });

  test("other figures open the finding again beside the old text, which is kept", () => {
    const old = byKey(key("和静县", "1", "2"), "已核");
    const { findings, kept, unmatched } = explain([finding(key("和静县", "1", "3"))], [old]);
    expect(findings[0]?.explanation).toBeUndefined();
    expect(findings[0]?.formerExplanation).toBe("已核");
    expect(kept).toEqual([old]);
    expect(unmatched).toEqual([]);
  });

  test("explained anew, the old text is done with", () => {
    const now = byKey(key("和静县", "1", "3"), "新");
    const { findings, kept } = explain([finding(key("和静县", "1", "3"))], [now, byKey(key("和静县"), "旧")]);
    expect(findings[0]?.explanation).toBe("新");
    expect(kept).toEqual([now]);
  });

  test("one that matches nothing is kept and listed", () => {
    const lost = [byKey(key("尉犁县"), "x"), byAddress(50, "y")];
    const { kept, unmatched } = explain([finding(key("和静县"))], lost);
    expect(kept).toEqual(lost);
    expect(unmatched).toEqual(lost);
  });

  test("one by address becomes one by key, and the first given wins", () => {
    const { findings, kept, overruled } = explain(
      [finding(key("和静县"))],
      [byAddress(7, "文件"), byKey(key("和静县"), "表上")],
    );
    expect(findings[0]?.explanation).toBe("文件");
    expect(kept).toEqual([byKey(key("和静县"), "文件")]);
    expect(overruled.map(({ taken, left }) => [taken.text, left.text])).toEqual([["文件", "表上"]]);
  });

  test("of one by address and one by key for the same finding the first given wins, the other is told", () => {
    const [address, named] = [byAddress(7, "按地址"), byKey(key("和静县"), "按行")];
    for (const [first, second] of [
      [address, named],
      [named, address],
    ] as const) {
      const { findings, overruled } = explain([finding(key("和静县"))], [first, second]);
      expect(findings[0]?.explanation).toBe(first.text);
      expect(overruled.map(({ taken, left }) => [taken.text, left.text])).toEqual([
        [first.text, second.text],
      ]);
    }
  });

  test("an address is of one rule, one sheet whatever its case, one cell", () => {
    const there = { ...finding(key("a")), cell: { sheet: "Sheet1", row: 7, column: 3 } };
    expect(explain([there], [byAddress(7, "x", "SHEET1")]).findings[0]?.explanation).toBe("x");
    expect(explain([there], [byAddress(8, "x", "Sheet1")]).findings[0]?.explanation).toBeUndefined();
    const other = { ...there, rule: "other" };
    expect(explain([other], [byAddress(7, "x", "Sheet1")]).findings[0]?.explanation).toBeUndefined();
    expect(explain([{ ...there, cell: undefined }], [byAddress(7, "x", "Sheet1")]).unmatched).toHaveLength(1);
  });

  test("a blank one from the file withdraws what was said", () => {
    const { findings, kept, unmatched } = explain(
      [finding(key("和静县"))],
      [byAddress(7, " "), byKey(key("和静县"), "旧")],
    );
    expect(findings[0]?.explanation).toBeUndefined();
    expect(kept).toEqual([]);
    expect(unmatched).toEqual([]);
  });

  test("two findings in one place keep their own texts", () => {
    const [first, second] = [key("合计", "1", "2"), key("合计", "1", "9")];
    const { findings, kept } = explain(
      [finding(first), finding(second), finding(key("合计", "1", "5"))],
      [byKey(second, "乙"), byKey(first, "甲"), byKey(key("合计", "0", "0"), "旧")],
    );
    expect(findings.map((one) => one.explanation)).toEqual(["甲", "乙", undefined]);
    expect(findings[2]?.formerExplanation).toBe("旧");
    expect(kept.map(({ text }) => text).sort()).toEqual(["甲", "乙", "旧"].sort());
  });
});

test("row keys count equals and keep their parts apart", () => {
  expect(rowKeys([["焉耆县"], ["和静县"], ["焉耆县"], ["焉耆县"]])).toEqual([
    "焉耆县",
    "和静县",
    "焉耆县#2",
    "焉耆县#3",
  ]);
  expect(new Set(rowKeys([["a", "b"], ["a|b"], ["a\\", "b"], ["a#2"], ["a"], ["a"]])).size).toBe(6);
});
