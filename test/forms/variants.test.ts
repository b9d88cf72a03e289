/** 500 seeded variants of the form with known answers: recognised, nothing missed, nothing said falsely. */
import { describe, expect, test } from "@jest/globals";
import { cellName } from "../../src/core/workbook/address";
import { makeVariant } from "./makeVariant";
import { judged } from "./reading";

const SEEDS = Number(process.env["FORM_SEEDS"] ?? "500");
const FIRST = Number(process.env["FORM_FIRST"] ?? "1");

interface Told {
  readonly recognised: string[];
  readonly falsely: string[];
  readonly missed: string[];
  forms: number;
  mistakes: number;
}

function measure(): Told {
  const told: Told = { recognised: [], falsely: [], missed: [], forms: 0, mistakes: 0 };
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    const { sheets, forms } = makeVariant(seed);
    const evaluation = judged(sheets);
    const wanted = forms.map(({ sheet, project, total }) => `${sheet} ${project} ${total}`);
    const got = evaluation.forms.map(({ place, name, total }) => `${place.sheet} ${name} ${total ?? "none"}`);
    if (wanted.join("\n") !== got.join("\n"))
      told.recognised.push(`${seed}: ${wanted.join()} ≠ ${got.join()}`);
    const expected = forms.flatMap(({ sheet, project, expected: all }) =>
      all.map((one) => `${sheet} ${project} ${one.rule} ${cellName(one)}`),
    );
    const found = evaluation.checks.findings.map(
      ({ form, rule, cell }) =>
        `${cell?.sheet ?? ""} ${form ?? ""} ${rule} ${cell === undefined ? "" : cellName(cell)}`,
    );
    told.forms += forms.length;
    told.mistakes += expected.length;
    const messages = new Map(evaluation.checks.findings.map(({ message }, index) => [found[index], message]));
    for (const one of found)
      if (!expected.includes(one)) told.falsely.push(`${seed}: ${one} ${messages.get(one)}`);
    for (const one of expected) if (!found.includes(one)) told.missed.push(`${seed}: ${one}`);
    if (new Set(found).size !== found.length) told.falsely.push(`${seed}: twice`);
  }
  return told;
}

describe("forms with known answers", () => {
  const told = measure();

  test("there are forms and mistakes enough to tell", () => {
    expect(told.forms).toBeGreaterThan(SEEDS);
    expect(told.mistakes).toBeGreaterThan(SEEDS / 2);
  });

  test("every form is recognised with its name and total", () => {
    expect(told.recognised).toEqual([]);
  });

  test("nothing is said of what is right", () => {
    expect(told.falsely).toEqual([]);
  });

  test("no planted mistake is missed", () => {
    expect(told.missed).toEqual([]);
  });
});
