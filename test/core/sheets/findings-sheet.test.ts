import { describe, expect, test } from "@jest/globals";
import { findingsInOrder, findingsSheet } from "../../../src/core/sheets/findings-sheet";
import type { CellModel, SheetModel } from "../../../src/core/sheets/model";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021";
import { assetFinding, sampleEvaluation } from "../../support/evaluations";

function shown(cell: CellModel | undefined): string {
  if (cell === undefined || cell.value.kind === "empty") return "";
  return cell.value.kind === "text" ? cell.value.text : cell.value.value;
}

function texts(model: SheetModel): readonly (readonly string[])[] {
  return model.rows.map(({ cells }) => cells.map(shown));
}

function row(model: SheetModel, number: string): readonly (CellModel | undefined)[] {
  return model.rows.find(({ cells }) => shown(cells[0]) === number)?.cells ?? [];
}

describe("the findings sheet", () => {
  const evaluation = sampleEvaluation();
  const model = findingsSheet(evaluation, pack, "没有变化。");

  test("errors come first, explained findings apart behind, none is left out", () => {
    expect(
      findingsInOrder(evaluation).map(({ severity, explanation }) => [severity, explanation !== undefined]),
    ).toEqual([
      ["error", false],
      ["error", false],
      ["warning", false],
      ["notice", true],
    ]);
    const lines = texts(model).map(([first]) => first ?? "");
    expect(lines.indexOf("已说明的问题")).toBe(lines.indexOf("3") + 1);
    expect(lines.indexOf("4")).toBe(lines.indexOf("已说明的问题") + 1);
    expect(model.filter?.bottom).toBe(lines.indexOf("3"));
  });

  test("a row has both sides with their cells, difference and tolerance", () => {
    const cells = row(model, "1");
    expect(cells.map(shown)).toEqual([
      "1",
      "错误",
      pack.tables.find(({ id }) => id === "assets")?.label["zh-CN"],
      "资产原值等于各级之和",
      "资产原值17290.12 ≠ 到户＋到乡＋到村＋到县17290.22，相差-0.10，超出尾数允许的0.05（第8行）。",
      "表5扶贫资产!D8",
      "17290.12",
      "17290.22",
      "-0.1",
      "0.05",
      "",
    ]);
    expect([5, 6, 7].map((column) => cells[column]?.link)).toEqual([
      "'表5扶贫资产'!D8",
      "'表5扶贫资产'!D8",
      "'表5扶贫资产'!F8",
    ]);
    expect(cells[6]?.value.kind).toBe("number");
  });

  test("the explanation's cell names its finding and holds what was said", () => {
    expect(row(model, "1")[10]?.entry).toEqual({ kind: "explanation", index: 0 });
    expect(row(model, "4")[10]).toEqual({
      value: { kind: "text", text: "审计后调整，见会议纪要" },
      style: "text-input",
      entry: { kind: "explanation", index: 3 },
    });
  });

  test("counts stand on top, what changed below them, what was not run at the end", () => {
    const lines = texts(model);
    expect(lines[1]?.[0]).toBe(
      "共比较931项：通过928项，错误1项，警告1项，提示1项。另有数据本身的问题1项。其中已说明1项，列于后。未执行1项，列于后。",
    );
    expect(lines[2]?.[0]).toBe("与上次相比：没有变化。");
    expect(lines.at(-1)?.[4]).toBe("没有找到表“巩固成果”，因此没有执行。");
  });

  test("an explanation for other figures stands beside the reopened finding", () => {
    const findings = [assetFinding("error", 7, { formerExplanation: "已核实" })];
    const reopened = findingsSheet(sampleEvaluation({ checks: { ...evaluation.checks, findings } }), pack);
    expect(shown(row(reopened, "1")[4])).toContain("\n原说明（数字已变）：已核实");
    expect(shown(row(reopened, "1")[10])).toBe("");
  });

  test("text that looks like a formula stays text; a figure of 16 digits too", () => {
    const left = { value: "1234567890123456.7", cells: [], label: "" };
    const right = { value: "=1+1", cells: [], label: "" };
    const findings = [assetFinding("error", 7, { left, right, message: "=cmd" })];
    const cells = row(
      findingsSheet(sampleEvaluation({ checks: { ...evaluation.checks, findings } }), pack),
      "1",
    );
    expect([4, 6, 7].map((column) => cells[column]?.value)).toEqual([
      { kind: "text", text: "=cmd" },
      { kind: "text", text: "1234567890123456.7" },
      { kind: "text", text: "=1+1" },
    ]);
  });

  test("without findings it says so and has no filter", () => {
    const clean = findingsSheet(
      sampleEvaluation({ checks: { ...evaluation.checks, findings: [], notRun: [] } }),
      pack,
    );
    expect(texts(clean).flat()).toContain("未发现问题。");
    expect(clean.filter).toBeUndefined();
  });

  test("what the rules were changed by, and what could not be read of it, stands with the counts", () => {
    const revision = {
      summary: "1 rule is switched off.",
      changes: [],
      off: [],
      problems: ["Row 7 was not read."],
    };
    const english = findingsSheet(sampleEvaluation({ language: "en", revision }), pack);
    expect(texts(english)[1]?.[0]).toMatch(/ 1 rule is switched off\. Row 7 was not read\.$/u);
  });

  test("a side without a value shows where it was looked for; a table that the pack lacks by its id", () => {
    const cells = [{ sheet: "表5扶贫资产", top: 6, left: 3, bottom: 6, right: 4 }];
    const left = { value: "", cells, label: "" };
    const { right: _right, ...bare } = assetFinding("error", 7, { left, table: "other" });
    const shownCells = row(
      findingsSheet(sampleEvaluation({ checks: { ...evaluation.checks, findings: [bare] } }), pack),
      "1",
    ).map(shown);
    expect([shownCells[2], shownCells[6], shownCells[7]]).toEqual(["other", "D7:E7", ""]);
  });

  test("what is gone since the last sheet stands at its end", () => {
    const gone = ["原来的问题一", "原来的问题二"];
    const first = texts(findingsSheet(evaluation, pack, "", gone)).map(([text]) => text);
    expect(first.slice(-3)).toEqual(["上次有、本次已消除的问题", ...gone]);
    expect(texts(findingsSheet(evaluation, pack)).map(([text]) => text)).toEqual(first.slice(0, -3));
  });
});
