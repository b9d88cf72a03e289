import base from "./jest.config.mjs";

/** The tests that must notice a fault in amounts, intervals, recognition and scoring: npm run mutate. */
process.env.VARIANTS ??= "12";

/** One room alone needs its own tests only; intervals are those of the rules too. */
const room = process.env.MUTATE_ROOM?.replace("src/core/", "").split("/")[0];
const rooms =
  room === undefined
    ? ["figures", "tables", "scoring", "rules"]
    : room === "figures"
      ? [room, "rules"]
      : [room];

export default {
  ...base,
  roots: rooms.map((name) => `<rootDir>/test/core/${name}`),
  // Left out: what takes long, and what belongs to other rooms.
  testPathIgnorePatterns: [
    "/tables/invariance",
    "/scoring/(?:live-formula|working-days|samples|other-field)",
    "/rules/(?!tolerance)",
  ],
  reporters: [],
};
