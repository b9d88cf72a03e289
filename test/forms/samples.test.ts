/** The sample forms: right ones and the mistakes that published forms show, each with everything that must be said. */
import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NO_ANSWERS } from "../../src/core/answers/answers";
import { type Evaluation, evaluate } from "../../src/core/evaluate";
import { cellName } from "../../src/core/workbook/address";
import { openWorkbook } from "../../src/hosts/file/open";
import { projectSelfEvaluation } from "../../src/packs/project-self-evaluation/index";

async function sample(name: string): Promise<Evaluation> {
  const file = `${name}.xlsx`;
  const bytes = new Uint8Array(readFileSync(join(__dirname, "../fixtures/forms", file)));
  const { snapshot } = await openWorkbook(bytes, file);
  return evaluate(snapshot, projectSelfEvaluation, NO_ANSWERS, { language: "zh-CN" });
}

function told(evaluation: Evaluation): readonly string[] {
  return evaluation.checks.findings.map(
    ({ rule, severity, cell }) => `${rule} ${severity} ${cell === undefined ? "" : cellName(cell)}`,
  );
}

describe("right forms", () => {
  test("86.20% of 10 points are 8.62", async () => {
    const evaluation = await sample("right");
    expect(told(evaluation)).toEqual([]);
    expect(evaluation.forms.map(({ name, total, grade }) => [name, total, grade])).toEqual([
      ["农村供水工程维修养护", "98.62", "优"],
    ]);
  });

  test("four indicators of 22.5 under a total of 100, the 10 of the rate not shown", async () => {
    const evaluation = await sample("four-indicators");
    expect(told(evaluation)).toEqual([]);
    expect(evaluation.forms[0]?.total).toBe("100");
  });
});

describe("mistakes of published forms", () => {
  test("86% scored 9 of 10: right only as a whole number", async () => {
    const evaluation = await sample("whole-points");
    expect(told(evaluation)).toEqual(["form.execution-points warning I6"]);
    expect(evaluation.checks.findings[0]?.message).toContain("8.6204");
  });

  test("a total of 0 over an appropriation of 90", async () => {
    expect(told(await sample("zero-total"))).toEqual([
      "form.funds-parts error D6",
      "form.funds-parts error E6",
      "form.funds-parts error F6",
    ]);
  });

  test("weights as text; full points and a missing reason for missed targets; words that claim less", async () => {
    expect(told(await sample("missed-targets"))).toEqual([
      "form.full-points-missed warning H13",
      "form.reason-missing error I14",
      "form.worded-points warning H15",
    ]);
  });

  test("weights that do not sum, in their heading and altogether", async () => {
    expect(told(await sample("weights-short"))).toEqual([
      "form.heading-weights error B13",
      "form.weights error G6",
    ]);
  });

  test("three forms on a sheet: each has its own findings", async () => {
    const evaluation = await sample("three-on-a-sheet");
    expect(evaluation.forms.map(({ key, errors, total }) => [key, errors, total])).toEqual([
      ["水源地保护", 0, "98.62"],
      ["管网改造", 1, "99.62"],
      ["水质检测", 1, "98.26"],
    ]);
    expect(evaluation.checks.findings.map(({ form, rule }) => [form, rule])).toEqual([
      ["管网改造", "form.points-within-weight"],
      ["水质检测", "form.total"],
    ]);
  });
});
