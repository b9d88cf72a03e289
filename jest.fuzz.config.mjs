import base from "./jest.config.mjs";

/** Damaged files, seeded; apart from the tests since it takes minutes: npm run fuzz. */
export default { ...base, roots: ["<rootDir>/test/fuzz"], testMatch: ["**/*.fuzz.ts"] };
