/** More findings than a sheet of Excel holds: nothing is lost without a word, and the sheet stays sound. */
import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../../../src/core/checks/finding";
import { readEntries } from "../../../src/core/answers/entries";
import { writtenSheet } from "../../../src/core/answers/written";
import { FINDING_LIMITS, findingsInOrder, findingsSheet } from "../../../src/core/sheets/findings-sheet";
import { formatMark } from "../../../src/core/sheets/mark";
import type { CellModel, SheetModel } from "../../../src/core/sheets/model";
import { asPlainData } from "../../../src/core/sheets/output";
import { SheetBuilder, workbookOf } from "../../../src/core/workbook/snapshot";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021";
import { assetFinding, sampleEvaluation } from "../../support/evaluations";

const NONE = { ...FINDING_LIMITS, rows: 1_000, links: 1_000, recorded: 1_000_000 };

function evaluationOf(findings: readonly Finding[], more: Parameters<typeof sampleEvaluation>[0] = {}) {
  const evaluation = sampleEvaluation(more);
  return { ...evaluation, checks: { ...evaluation.checks, findings } };
}

function shown(cell: CellModel | undefined): string {
  if (cell === undefined || cell.value.kind === "empty") return "";
  return cell.value.kind === "text" ? cell.value.text : cell.value.value;
}

function numbers(model: SheetModel): readonly string[] {
  return model.rows.map(({ cells }) => shown(cells[0])).filter((text) => /^\d+$/.test(text));
}

function notes(model: SheetModel): string {
  const header = model.print.titleRows?.first ?? 0;
  return model.rows
    .slice(0, header)
    .map(({ cells }) => shown(cells[0]))
    .join("\n");
}

const OPEN = Array.from({ length: 40 }, (_none, row) => assetFinding("error", row));

describe("the limits of Excel", () => {
  test("are those that Excel documents", () => {
    expect(FINDING_LIMITS).toMatchObject({ rows: 1_048_576, links: 65_530 });
  });

  test.each(["zh-CN", "en"] as const)(
    "1,100,000 findings fill the sheet and the rest is told (%s)",
    (language) => {
      const [one] = OPEN;
      if (one === undefined) throw new Error("no finding");
      const evaluation = evaluationOf(new Array<Finding>(1_100_000).fill(one), { language });
      const model = findingsSheet(evaluation, pack);
      expect(model.rows.length).toBeLessThanOrEqual(1_048_576);
      expect(model.rows.length).toBeGreaterThan(1_048_500);
      const header = model.print.titleRows?.first ?? 0;
      const filled = (model.filter?.bottom ?? 0) - header;
      expect(shown(model.rows[header + filled]?.cells[0])).toBe(String(filled));
      expect(notes(model)).toContain(
        language === "zh-CN"
          ? `另有${1_100_000 - filled}条未列入本表`
          : `${1_100_000 - filled} more findings are not listed`,
      );
      expect(notes(model)).toContain("--json");
      // Three links a row, then one that does not fit.
      const linked = Math.floor(65_530 / 3);
      expect(model.rows[header + linked]?.cells.filter((cell) => cell?.link !== undefined)).toHaveLength(3);
      expect(model.rows[header + linked + 1]?.cells.filter((cell) => cell?.link !== undefined)).toEqual([]);
      expect(notes(model)).toContain(String(linked));
    },
  );
});

test("all of them where they fit, and not a word of limits", () => {
  const model = findingsSheet(evaluationOf(OPEN), pack, "", [], NONE);
  expect(numbers(model)).toEqual(OPEN.map((_finding, index) => String(index + 1)));
  expect(notes(model)).not.toMatch(/Excel|--json|--answers/);
});

test("the officer's explanations, what was not run and what is gone stay on the sheet", () => {
  const explained = [50, 51].map((row) => assetFinding("error", row, { explanation: `说明${row}` }));
  const evaluation = evaluationOf([...OPEN, ...explained], { unmatchedExplanations: ["旧说明"] });
  const model = findingsSheet(evaluation, pack, "有变化。", ["已改正的一条"], { ...NONE, rows: 30 });
  const lines = model.rows.map(({ cells }) => cells.map(shown).join("|"));
  expect(model.rows.length).toBeLessThanOrEqual(30);
  for (const text of [
    "说明50",
    "说明51",
    "旧说明",
    "已改正的一条",
    ...evaluation.checks.notRun.map(({ why }) => why),
  ])
    expect(lines.filter((line) => line.includes(text))).toHaveLength(1);
  const listed = numbers(model);
  expect(listed.slice(-2)).toEqual(["41", "42"]);
  expect(notes(model)).toContain(`另有${42 - listed.length}条未列入本表`);
  for (const { top, bottom } of model.merges) {
    expect(bottom).toBeLessThan(model.rows.length);
    expect(shown(model.rows[top]?.cells[0])).not.toMatch(/^\d+$/);
  }
});

test("cells beyond the links that Excel takes are plain", () => {
  const model = findingsSheet(evaluationOf(OPEN), pack, "", [], { ...NONE, links: 7 });
  const links = model.rows.map(({ cells }) => cells.filter((cell) => cell?.link !== undefined).length);
  expect(links.filter((count) => count > 0)).toEqual([3, 3]);
  const third = model.rows.find(({ cells }) => shown(cells[0]) === "3")?.cells[5];
  expect(third).toMatchObject({ style: "wrapped", value: { kind: "text", text: "表5扶贫资产!D3" } });
  expect(notes(model)).toContain("只有前2条可以点击跳转");
});

describe("findings that the answers part has no room for", () => {
  const explained = assetFinding("error", 50, { explanation: "附件有误" });
  const evaluation = evaluationOf([...OPEN, explained]);
  const model = findingsSheet(evaluation, pack, "", [], { ...NONE, recorded: 1_500 });
  const written = writtenSheet(model, "1", model.name, findingsInOrder(evaluation));

  test("cannot be explained on the sheet, which says so; what is explained stays recorded", () => {
    const keys = written.cells.map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.length).toBeLessThan(10);
    expect(keys.slice(0, -1)).toEqual(keys.slice(0, -1).map((_key, index) => String(index + 1)));
    expect(keys.at(-1)).toBe("41");
    expect(notes(model)).toContain(`可在本表填写说明的是前${keys.length - 1}条`);
    expect(numbers(model)).toHaveLength(41);
  });

  test("what the officer types there all the same is told with its place", () => {
    const sheet = new SheetBuilder(model.name);
    model.rows.forEach(({ cells }, row) => {
      cells.forEach((cell, column) => {
        if (shown(cell) !== "") sheet.setText(row, column, shown(cell));
      });
    });
    const row = model.rows.findIndex(({ cells }) => shown(cells[0]) === "30");
    sheet.setText(row, 10, "已核实");
    const workbook = workbookOf([sheet], { ownSheets: [{ sheet: model.name, mark: formatMark(written) }] });
    const read = readEntries(workbook, [written]);
    expect(read.problems.map((problem) => problem["zh-CN"])).toEqual([
      expect.stringMatching(new RegExp(`K${row + 1} .*“已核实”`)),
    ]);
    expect(read.entries.find(({ typed }) => typed === "附件有误")).toBeDefined();
  });
});

test("as plain data the rows pass between threads and say the same", () => {
  const evaluation = evaluationOf(OPEN);
  const model = findingsSheet(evaluation, pack);
  const planned = { kind: model.kind, id: "1", name: model.name, model, replaces: false };
  const [sheet] = structuredClone(asPlainData({ sheets: [planned], answersXml: "", changes: "" })).sheets;
  expect(sheet?.model.rows).toEqual(model.rows.map(({ points, cells }) => ({ points, cells })));
  expect(numbers(model)).toHaveLength(40);
});
