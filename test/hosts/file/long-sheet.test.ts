/** A findings sheet of many MB: packed and verified while it streams, read again, and written anew in its place. */
import { expect, test } from "@jest/globals";
import { findingsSheet } from "../../../src/core/sheets/findings-sheet";
import { planSheets } from "../../../src/core/sheets/plan";
import { openPackage } from "../../../src/hosts/file/package";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { writeSheets } from "../../../src/hosts/file/splice";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021";
import { assetFinding, sampleEvaluation } from "../../support/evaluations";
import { makeXlsx } from "../../support/make-xlsx";

const COUNT = 8_000;

test("8,000 findings", () => {
  const evaluation = sampleEvaluation();
  const findings = Array.from({ length: COUNT }, (_none, row) => assetFinding("error", row));
  const model = findingsSheet({ ...evaluation, checks: { ...evaluation.checks, findings } }, pack);
  const bytes = makeXlsx({ sheets: [{ name: "表5扶贫资产" }] });
  const once = writeSheets(bytes, { sheets: planSheets(readXlsx(bytes), [model], []) });
  const again = writeSheets(once, { sheets: planSheets(readXlsx(once), [model], []) });
  for (const written of [once, again]) {
    const { sheets } = readXlsx(written);
    expect(sheets.map(({ name }) => name)).toEqual(["表5扶贫资产", "校验结果"]);
    const sheet = sheets[1];
    const last = model.filter?.bottom ?? 0;
    expect(sheet?.number(last, 0)).toBe(COUNT);
    expect(sheet?.text(last, 4)).toContain(`（第${COUNT}行）`);
  }
  const part = openPackage(once).entries.find(({ name }) => name.endsWith("sheet2.xml"));
  expect(part?.size).toBeGreaterThan(4_000_000);
});
