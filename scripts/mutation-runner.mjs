/**
 * Runs the tests of `npm run mutate` in the process of the mutation tool. Jest starts an environment for every fault,
 * which takes many times as long as the tests themselves; here only the modules are evaluated anew, so that nothing
 * that one fault left in a cache meets the next.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { transformSync } from "@swc/core";
import { GROUPS } from "./mutation-groups.mjs";

const require = createRequire(import.meta.url);
/** The tool goes to its copy of the project after it has loaded this file. */
const placed = (file) => path.join(process.cwd(), file);
/** Jest's own `expect`, which its globals are made of. */
const { jestExpect: expect } = createRequire(require.resolve("@jest/globals"))("@jest/expect");
/** What the mutation tool's code in the sources looks at: the active fault, the running test, what was reached. */
const told = (globalThis.__stryker__ ??= {});

/** Test files of the group, relative to the project; the small ones first, which most often take less time. */
function testFiles() {
  const { tests, leftOut = [], last = [] } = GROUPS[process.env.MUTATE_GROUP];
  return readdirSync(placed("test/core"), { recursive: true })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".test.ts") && !leftOut.includes(file))
    .filter((file) => tests.some((place) => file.startsWith(place)))
    .sort((a, b) => last.indexOf(a) - last.indexOf(b) || sizeOf(a) - sizeOf(b))
    .map((file) => `test/core/${file}`);
}

function sizeOf(file) {
  return statSync(placed(`test/core/${file}`)).size;
}

const transformed = new Map();
function load(module, file) {
  let code = transformed.get(file);
  if (code === undefined) {
    code = transformSync(readFileSync(file, "utf8"), { filename: file, module: { type: "commonjs" } }).code;
    transformed.set(file, code);
  }
  module._compile(code, file);
}
const plainScript = Module._extensions[".js"];
const isOurs = (file) => !file.includes(`${path.sep}node_modules${path.sep}`);
Module._extensions[".ts"] = load;
Module._extensions[".js"] = (module, file) => (isOurs(file) ? load : plainScript)(module, file);

let collecting = [];
let prefix = "";
function collect(name, run) {
  collecting.push({ name: `${prefix}${name}`, run });
}
function within(name, run) {
  const before = prefix;
  prefix += `${name} › `;
  run();
  prefix = before;
}
const each = (declare) => (rows) => (name, run) => {
  for (const [index, row] of rows.entries())
    declare(`${name} #${index}`, () => run(...(Array.isArray(row) ? row : [row])));
};
const globals = {
  expect,
  test: Object.assign(collect, { each: each(collect) }),
  describe: Object.assign(within, { each: each(within) }),
};
const plainLoad = Module._load;
Module._load = (request, ...rest) => (request === "@jest/globals" ? globals : plainLoad(request, ...rest));

/** What stands outside the tests of a file, its modules' constants too, counts as one more test of it. */
const LOADING = "(loading)";

/** The tests of a file, all of our modules evaluated anew. */
function testsOf(file) {
  for (const known of Object.keys(require.cache)) if (isOurs(known)) delete require.cache[known];
  // A file that failed in the middle of a group before has left the group's name.
  [collecting, prefix] = [[], ""];
  require(placed(file));
  const seen = new Map();
  return collecting.map(({ name, run }) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { id: `${file}#${name}${times === 1 ? "" : ` (${times})`}`, run };
  });
}

async function outcomeOf(id, file, run) {
  told.currentTestId = id;
  const start = performance.now();
  const about = () => ({ id, name: id, fileName: placed(file), timeSpentMs: performance.now() - start });
  try {
    await run();
    return { ...about(), status: TestStatus.Success };
  } catch (error) {
    return { ...about(), status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
  } finally {
    told.currentTestId = undefined;
  }
}

/** @param wanted tests that reach the fault; undefined for all. Where the loading does, all of its file do. */
async function run(wanted, stopAtFailure) {
  const outcomes = [];
  const failed = () => stopAtFailure && outcomes.at(-1)?.status === TestStatus.Failed;
  for (const file of testFiles()) {
    const loading = `${file}#${LOADING}`;
    const all = wanted === undefined || wanted.has(loading);
    if (!all && ![...wanted].some((id) => id.startsWith(`${file}#`))) continue;
    let tests = [];
    outcomes.push(await outcomeOf(loading, file, () => void (tests = testsOf(file))));
    for (const { id, run: body } of tests) {
      if (failed()) break;
      if (all || wanted.has(id)) outcomes.push(await outcomeOf(id, file, body));
    }
    if (failed()) break;
  }
  return { status: DryRunStatus.Complete, tests: outcomes };
}

function inProcess() {
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    async dryRun() {
      told.activeMutant = undefined;
      const result = await run(undefined, false);
      return { ...result, mutantCoverage: told.mutantCoverage };
    },
    async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
      told.hitCount = hitLimit === undefined ? undefined : 0;
      told.hitLimit = hitLimit;
      told.activeMutant = activeMutant.id;
      const result = await run(testFilter === undefined ? undefined : new Set(testFilter), !disableBail);
      return toMutantRunResult(determineHitLimitReached(told.hitCount, told.hitLimit) ?? result);
    },
  };
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", inProcess)];
