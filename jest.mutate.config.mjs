import base from "./jest.config.mjs";
import { GROUPS } from "./scripts/mutation-groups.mjs";

// A smaller sample of generated workbooks than in the tests themselves.
process.env.VARIANTS ??= "12";
const { tests } = GROUPS[process.env.MUTATE_GROUP ?? "amounts"];

/** The tests that must notice a fault in one group of code: see scripts/mutate.mjs. */
export default {
  ...base,
  testMatch: tests.map((place) => `<rootDir>/test/core/${place}.test.ts`),
  // Left out: what takes long, and what belongs to other rooms.
  testPathIgnorePatterns: ["/tables/invariance", "/scoring/(?:live-formula|other-field)"],
  reporters: [],
};
