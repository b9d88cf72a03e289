import { describe, expect, test } from "@jest/globals";
import { FEATURES } from "./features";
import { makeVariant } from "./makeVariant";
import { aimOf, PLANT_KINDS } from "./plants";
import { toXlsx } from "./write";

const ABOUT_THE_DATA = [
  "data.text-number",
  "data.unit",
  "data.not-calculated",
  "column.missing",
  "table.missing",
  "table.ambiguous",
];

describe("the generator", () => {
  test("gives the same workbook for the same seed, and another for another", () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const first = toXlsx(makeVariant(seed).workbook);
      expect(Buffer.from(toXlsx(makeVariant(seed).workbook)).equals(first)).toBe(true);
      expect(Buffer.from(toXlsx(makeVariant(seed + 1).workbook)).equals(first)).toBe(false);
    }
  });

  test("expects nothing of the plain workbook without errors", () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const variant = makeVariant(seed, { only: [], plants: 0 });
      expect(variant.findings).toEqual([]);
      expect(variant.tables).toHaveLength(8);
      expect(variant.asks).toEqual([]);
    }
  });

  test.each(FEATURES)("%s alone makes no figure disagree", (feature) => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const { findings } = makeVariant(seed, { only: [feature, "otherUnits"], plants: 0 });
      expect(findings.filter((finding) => finding.min > 0 && !ABOUT_THE_DATA.includes(finding.rule))).toEqual(
        [],
      );
    }
  });

  test("makes no figure disagree when all features are mixed", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { findings } = makeVariant(seed, { plants: 0 });
      expect(findings.filter((finding) => finding.min > 0 && !ABOUT_THE_DATA.includes(finding.rule))).toEqual(
        [],
      );
    }
  });

  test.each(PLANT_KINDS)("an error planted as %s is found by the rule it is aimed at", (kind) => {
    let planted = 0;
    for (let seed = 1; seed <= 16; seed += 1) {
      const variant = makeVariant(seed, { only: [], plants: [kind] });
      if (variant.plants.length === 0) continue;
      planted += 1;
      const aimed = variant.findings.filter((finding) => finding.rule === aimOf(kind) && finding.min > 0);
      expect(aimed.length).toBeGreaterThan(0);
    }
    expect(planted).toBeGreaterThan(12);
  });
});
