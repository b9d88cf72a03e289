import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { withMethods } from "../../../scripts/methods-manual";

test("the manual lists the methods as they are (node scripts/write-pack-manual.cjs)", () => {
  const manual = readFileSync(join(__dirname, "../../../docs/packs.md"), "utf8");
  expect(withMethods(manual)).toBe(manual);
});
