/** The pack of the yearly form against the schema and the linter. */
import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lintPack } from "../../src/core/pack/lint";

const FOLDER = join(__dirname, "../../src/packs/project-self-evaluation");
const PARTS = ["pack", "dimensions", "tables", "checks", "forms"];

test("lints without an error or a warning; its defaults are listed", () => {
  const source = Object.fromEntries(
    PARTS.map((name) => [`${name}.json`, readFileSync(join(FOLDER, `${name}.json`), "utf8")]),
  );
  const problems = lintPack(source);
  expect(problems.filter(({ level }) => level !== "notice")).toEqual([]);
  expect(problems.map(({ path }) => path)).toEqual(["checks[2]", "forms[0]"]);
});
