/** Packs meant to do harm are refused before anything of theirs is looked at closely. */
import { describe, expect, test } from "@jest/globals";
import { lintPack } from "../../../src/core/pack/lint";
import { MAX_CHARACTERS, MAX_DEPTH } from "../../../src/core/pack/limits";
import { readPack } from "../../../src/core/pack/load";
import { schoolText } from "./school";

function refusal(text: string): string {
  const result = readPack(text);
  return result.ok ? "" : result.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n");
}

describe("hostile packs", () => {
  test("nesting without end is refused by its depth, when read and by the linter", () => {
    const deep = "[".repeat(1_000_000);
    expect(refusal(deep)).toContain(`deeper than ${MAX_DEPTH}`);
    expect(lintPack(deep)[0]?.message.en).toContain(`deeper than ${MAX_DEPTH}`);
    expect(refusal(`{"a":${'{"a":'.repeat(100_000)}1${"}".repeat(100_001)}`)).toContain("deeper");
  });

  test("brackets inside texts are no nesting", () => {
    const text = schoolText((pack) => {
      pack["title"] = { "zh-CN": `${"[{".repeat(100)}\\"`, en: "x" };
    });
    expect(refusal(text)).toBe("");
  });

  test("a text beyond the limit is not read", () => {
    expect(refusal(" ".repeat(MAX_CHARACTERS + 1))).toContain("longer than");
  });

  test("more values than any notice has are refused", () => {
    expect(refusal(`{"x":[${"0,".repeat(300_000)}0]}`)).toContain("more than");
  });

  test.each(["1e308", "1e999", "123456789012345678901234567890"])(
    "the number %s is refused with its place",
    (number) => {
      expect(refusal(schoolText().replace('"cap":10', `"cap":${number}`))).toContain(
        "judgement.cap: number too large",
      );
    },
  );

  test.each(["1e9999999", "9".repeat(100_000), "0x10", "1_000", "Infinity"])(
    "points of %.10s… are refused",
    (points) => {
      const text = schoolText((pack) => {
        pack["scale"] = { base: points, maxBonus: "0", maxDeduction: "3", decimals: 2 };
      });
      expect(refusal(text)).toContain("scale.base: must be a number in quotation marks");
    },
  );

  test("names that reach a prototype are refused, and touch none", () => {
    expect(refusal('{"__proto__":{"polluted":1}}')).toContain('"__proto__" is not allowed');
    expect(refusal(schoolText().replace('"planned":"TOTAL', '"constructor":"TOTAL'))).toContain(
      '"constructor" is not allowed',
    );
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("10,000 rules are refused with the limit", () => {
    const text = schoolText((pack) => {
      const [check] = pack["checks"] as readonly object[];
      pack["checks"] = Array.from({ length: 10_000 }, (_, index) => ({ ...check, id: `rule.${index}` }));
    });
    expect(refusal(text)).toContain("checks: at most 1000 items");
  });

  test("thousands of faults are told in bounded number", () => {
    const text = schoolText((pack) => {
      pack["checks"] = Array.from({ length: 900 }, () => ({ nothing: true }));
    });
    const result = readPack(text);
    expect(result.ok ? 0 : result.problems.length).toBe(51);
    expect(refusal(text)).toContain("more problems not listed");
  });

  test("a pattern in a pack is only text", () => {
    const text = schoolText((pack) => {
      pack["tables"] = JSON.parse(
        JSON.stringify(pack["tables"]).replace('"经费预算"', '"(a+)+$"'),
      ) as unknown;
    });
    expect(readPack(text)).toMatchObject({
      ok: true,
      pack: { tables: [{ titles: ["部门预算", "(a+)+$"] }] },
    });
  });
});
