import base from "./jest.config.mjs";

/** The tests that must notice a fault in amounts, intervals, recognition and scoring: npm run mutate. */
process.env.VARIANTS ??= "12";

export default {
  ...base,
  roots: ["figures", "tables", "scoring", "rules"].map((room) => `<rootDir>/test/core/${room}`),
  // Left out: what takes long, and what belongs to other rooms.
  testPathIgnorePatterns: [
    "/tables/invariance",
    "/scoring/(?:live-formula|working-days|samples|other-field)",
    "/rules/(?!tolerance)",
  ],
  reporters: [],
};
