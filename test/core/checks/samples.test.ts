/** All checks of the 2021 pack on both sample workbooks. */
import { describe, expect, test } from "@jest/globals";
import { runChecks } from "../../../src/core/checks/run";
import type { CheckResult, Finding } from "../../../src/core/checks/finding";
import { createContext } from "../../../src/core/rules/language";
import { recognise } from "../../../src/core/tables/recognise";
import { cellAddress } from "../../../src/core/workbook/address";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021/index";
import { loadWithLibrary } from "../../support/load-with-library";

function check(name: string): CheckResult {
  const workbook = loadWithLibrary(`assets/samples/${name}.xlsx`);
  const recognition = recognise(workbook, pack.tables, { dimensions: pack.dimensions, year: 2021 });
  return runChecks(createContext(pack, recognition, workbook), { language: "zh-CN" });
}

function place(finding: Finding): string {
  return `${finding.rule} ${finding.cell === undefined ? "" : cellAddress(finding.cell)}`;
}

const WARNINGS = [
  "execution.carryover '表4预算执行'!E12",
  "execution.carryover '表4预算执行'!E13",
  ...Array<string>(44).fill("projects.target"),
];

describe("the consistent workbook", () => {
  const result = check("bazhou-2021-consistent");

  test("no error, no notice, nothing left out", () => {
    expect(result.findings.filter(({ severity }) => severity !== "warning")).toEqual([]);
    expect(result.notRun).toEqual([]);
  });

  test("warnings: two amounts cut short, 44 projects without a declared target", () => {
    const warnings = result.findings.map((one) => (one.rule === "projects.target" ? one.rule : place(one)));
    expect(warnings.sort()).toEqual([...WARNINGS].sort());
  });

  test("as many comparisons as the rules and rows make", () => {
    const run = 10 + 7 + 6 * 3 + 1 + 276 * 2 + 8 + 275 * 3 + 20 + 3 + 20 + 7 + 5 + 2 + 5 + 20 + 4 + 8 + 2;
    const across = 10 + 5 + 54 + 9 + 4 + 4 + 45;
    expect(result.counts).toEqual({
      run: run + across,
      passed: run + across - 46,
      errors: 0,
      warnings: 46,
      notices: 0,
    });
  });
});

describe("the workbook as reported", () => {
  const result = check("bazhou-2021-as-reported");

  test("exactly the six errors, each with both figures", () => {
    const errors = result.findings.filter(({ severity }) => severity === "error");
    const figures = errors.map((one) =>
      [place(one), one.left?.value, one.right?.value, one.difference].join(" "),
    );
    expect(figures.sort()).toEqual(
      [
        "funds.row-total '表1资金投入'!C14 143400.108 143000.108 400",
        "funds.column-total '表1资金投入'!C14 143400.108 142900.108 500",
        "funds.column-total '表1资金投入'!G14 3500 3400 100",
        "cross.funds-execution '表1资金投入'!C14 143400.108 142900.108 500",
        "cross.funds-release '表1资金投入'!G14 3500 3900 -400",
        "cross.industry-funds '表6产业占比'!C7 3400 3500 -100",
      ].sort(),
    );
  });

  test("the same warnings", () => {
    const warnings = result.findings
      .filter(({ severity }) => severity === "warning")
      .map((one) => (one.rule === "projects.target" ? one.rule : place(one)));
    expect(warnings.sort()).toEqual([...WARNINGS].sort());
    expect(result.findings.some(({ severity }) => severity === "notice")).toBe(false);
  });
});
