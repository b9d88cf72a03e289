import base from "./jest.config.mjs";

/** The tests that must notice a fault in amounts, intervals, recognition and scoring: npm run mutate. */
process.env.VARIANTS ??= "12";

export default {
  ...base,
  roots: ["<rootDir>/test/core"],
  testPathIgnorePatterns: ["/test/core/(?:sheets|narrative|answers|pack|workbook)/"],
  reporters: [],
};
