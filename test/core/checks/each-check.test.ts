/** Every check of the 2021 notice: the sample passes it, and one changed figure fails it at the right cell. */
import { describe, expect, test } from "@jest/globals";
import { runChecks } from "../../../src/core/checks/run";
import { createContext } from "../../../src/core/rules/language";
import { recognise } from "../../../src/core/tables/recognise";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021/index";
import { added, before, type Edits } from "../../support/edited-sample";
import { loadWithLibrary } from "../../support/load-with-library";

describe("one changed figure", () => {
  test.each<[string, Edits, readonly string[]]>([
    [
      "a county's total",
      { "1!C5": 28848.385 },
      ["cross.funds-execution error 1!C5", "funds.column-total error 1!C14", "funds.row-total error 1!C5"],
    ],
    [
      "a printed total",
      { "1!C14": 142900.208 },
      ["cross.funds-execution error 1!C14", "funds.column-total error 1!C14", "funds.row-total error 1!C14"],
    ],
    ["an interval", { "2!G5": 5 }, ["release.days error 2!G5"]],
    [
      "a release date before the receipt",
      { "2!F4": "2020年11月30日" },
      ["release.date-order error 2!F4", "release.days error 2!G4"],
    ],
    ["a late release", { "2!F4": "2020年12月7日", "2!G4": 6 }, ["release.deadline warning 2!F4"]],
    ["a release on the fifth day", { "2!F4": "2020年12月6日", "2!G4": 5 }, []],
    [
      "an amount released",
      { "2!H5": 508.348 },
      ["cross.funds-release error 1!F14", "release.column-total error 2!H10"],
    ],
    [
      "a project's planned total",
      { "3!M6": 368.965 },
      ["projects.column-total error 3!M280", "projects.row-total error 3!M6"],
    ],
    [
      "a project's spending above its plan",
      { "3!N6": 369 },
      [
        "cross.execution-projects error 4!D4",
        "projects.column-total error 3!N280",
        "projects.overspent error 3!N6",
      ],
    ],
    ["a project completed before it began", { "3!P5": "2021年2月28日" }, ["projects.date-order error 3!P5"]],
    [
      "a project listed twice",
      {
        "3!B6": "库尔勒",
        "3!C6": "乃门莫敦镇",
        "3!D6": "第1村",
        "3!E6": "库尔勒乃门莫敦镇第1村良种牛羊养殖基地项目",
      },
      ["projects.duplicate warning 3!B6"],
    ],
    ["a project without a target", { "3!R5": "否" }, ["projects.target warning 3!R5"]],
    [
      "a carry-over",
      { "4!E8": 176.3 },
      ["execution.carryover error 4!E8", "execution.column-total warning 4!E13"],
    ],
    ["an execution rate", { "4!F8": 0.9884 }, ["execution.rate error 4!F8"]],
    ["a rate cut short", { "4!F13": 0.9976 }, ["execution.rate warning 4!F13"]],
    [
      "an asset's original value",
      { "5!D5": 44901.12 },
      ["assets.column-total error 5!D14", "assets.original-value error 5!D5"],
    ],
    [
      "a present value above the original",
      { "5!E5": 44910.12 },
      ["assets.column-total error 5!E14", "assets.present-value warning 5!E5"],
    ],
    ["industry's share", { "6!E4": 0.7951 }, ["industry.share warning 6!E4"]],
    [
      "industry above the funds",
      { "6!D5": 510, "6!E5": 1.0052 },
      [
        "cross.industry-projects error 6!D5",
        "industry.column-total error 6!D8",
        "industry.not-above error 6!D5",
      ],
    ],
    [
      "fewer people than households",
      { "7!D6": 500 },
      ["monitoring.column-total error 7!D14", "monitoring.people error 7!D6"],
    ],
    [
      "more mended than found",
      { "8!D4": 8, "8!D7": 16, "8!E4": 1.1429, "8!E7": 1.0667 },
      ["rectification.not-above error 8!D4", "rectification.not-above error 8!D7"],
    ],
    ["a rate of mending", { "8!E4": 0.9 }, ["rectification.rate error 8!E4"]],
    ["problems found", { "8!C7": 16, "8!E7": 0.9375 }, ["rectification.column-total error 8!C7"]],
    [
      "the budget of a county",
      { "4!C4": 28848.385 },
      [
        "cross.funds-execution error 1!C5",
        "execution.carryover error 4!E4",
        "execution.column-total error 4!C13",
      ],
    ],
    [
      "a project's source",
      { "3!G5": 71.026 },
      [
        "cross.funds-projects error 1!D5",
        "cross.industry-projects error 6!D4",
        "projects.column-total error 3!G280",
        "projects.row-total error 3!M5",
      ],
    ],
    [
      "funds of the industry table",
      { "6!C7": 3401, "6!E7": 0.7963 },
      ["cross.industry-funds error 6!C7", "industry.column-total error 6!C8"],
    ],
    ["a county by another name", { "5!B10": "焉耆县", "7!B10": "焉耆" }, []],
    [
      "a county missing in one table",
      { "7!B10": "婼羌县" },
      Array<string>(4)
        .fill("")
        .map((_none, index) => `cross.county-set error ${[1, 3, 4, 5][index]}!B${[3, 3, 3, 3][index]}`)
        .concat("cross.county-set error 7!B3")
        .sort(),
    ],
  ])("%s", (_name, edits, expected) => {
    expect(added(edits)).toEqual([...expected].sort());
  });
});

test("a category that is not 产业发展 leaves the industry sums short", () => {
  const found = added({ "3!F5": "产业" });
  expect(found).toHaveLength(4);
  expect(found.every((line) => line.startsWith("cross.industry-projects error 6!D"))).toBe(true);
});

test("every check of the pack compiles and compares something on the sample", () => {
  const rules = new Set(pack.checks.map(({ id }) => id));
  expect(rules.size).toBe(33);
  expect(before.notRun).toEqual([]);
});

test("a broken table stops only the rules that need it", () => {
  const workbook = loadWithLibrary("assets/samples/bazhou-2021-consistent.xlsx");
  const sheets = workbook.sheets.filter(({ name }) => name !== "表6产业占比");
  const recognition = recognise({ ...workbook, sheets }, pack.tables, {
    dimensions: pack.dimensions,
    year: 2021,
  });
  const result = runChecks(createContext(pack, recognition, { ...workbook, sheets }), { language: "zh-CN" });
  expect(result.findings.filter(({ severity }) => severity === "error")).toMatchObject([
    { rule: "table.missing", table: "industry" },
  ]);
  expect(result.notRun.map(({ rule, table }) => `${rule} ${table}`)).toEqual([
    "industry.share industry",
    "industry.column-total industry",
    "industry.not-above industry",
    "cross.industry-funds industry",
    "cross.industry-projects industry",
  ]);
  expect(result.counts.run).toBe(before.counts.run - 5 - 2 - 5 - 4 - 4);
});
