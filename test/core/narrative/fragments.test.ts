/** Precision and recall over fragments with known answers; each fragment by itself too. */
import { describe, expect, test } from "@jest/globals";
import { checkNarrative } from "../../../src/core/narrative/check";
import { narrativeOfText } from "../../../src/core/narrative/document";
import { xjBridging2021 } from "../../../src/packs/xj-bridging-2021/index";
import { FRAGMENTS } from "./fragments";

function sureRules(text: string): readonly string[] {
  const { findings } = checkNarrative(narrativeOfText(text), xjBridging2021, { language: "zh-CN" });
  return findings.filter(({ confidence }) => confidence === "sure").map(({ rule }) => rule);
}

describe("fragments", () => {
  test.each(FRAGMENTS.map((fragment) => [fragment.name, fragment] as const))("%s", (_, { text, sure }) => {
    expect([...sureRules(text)].sort()).toEqual([...sure].sort());
  });
});

describe("over all fragments", () => {
  test("every sure finding is true and every contradiction is found", () => {
    const counts = { found: 0, true: 0, wanted: 0 };
    for (const { text, sure } of FRAGMENTS) {
      const left = [...sure];
      for (const rule of sureRules(text)) {
        counts.found += 1;
        const at = left.indexOf(rule);
        if (at < 0) continue;
        left.splice(at, 1);
        counts.true += 1;
      }
      counts.wanted += sure.length;
    }
    expect(FRAGMENTS.length).toBeGreaterThanOrEqual(40);
    expect(counts.wanted).toBeGreaterThanOrEqual(25);
    // Precision and recall, each as a fraction of the hand-made answers.
    expect(counts.true / counts.found).toBe(1);
    expect(counts.true / counts.wanted).toBe(1);
  });
});
