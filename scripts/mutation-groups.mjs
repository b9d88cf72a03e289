/** What `npm run mutate` puts faults into, and the tests that must notice them. */
export const GROUPS = {
  amounts: {
    code: ["src/core/figures"],
    without: ["judge.ts"],
    tests: ["figures/"],
  },
  intervals: {
    code: ["src/core/figures/judge.ts", "src/core/rules/compare.ts"],
    tests: ["figures/judge.", "rules/tolerance.", "rules/scopes.", "rules/keys.", "rules/conditions."],
  },
  recognition: {
    code: ["src/core/tables"],
    tests: ["tables/"],
    // Takes long.
    leftOut: ["tables/invariance.test.ts"],
    // A fault that a test of one room notices needs no generated workbook.
    last: ["tables/variants.test.ts"],
  },
  scoring: {
    code: ["src/core/scoring", "src/core/scoring/methods"],
    tests: ["scoring/"],
    leftOut: ["scoring/live-formula.test.ts"],
  },
};

export const DEFAULTS = { seed: "1", windows: "14" };
/** Least share of the faults in each group that a test notices. */
export const LEAST = 80;
