/** The list of all forms of a workbook, which stands where a score sheet would. */
import { describe, expect, test } from "@jest/globals";
import type { FormSummary } from "../../../src/core/forms/check";
import { formsSheet } from "../../../src/core/sheets/forms-sheet";
import type { CellModel } from "../../../src/core/sheets/model";
import { sheetOutput } from "../../../src/core/sheets/output";
import { SheetBuilder, workbookOf } from "../../../src/core/workbook/snapshot";
import { projectSelfEvaluation } from "../../../src/packs/project-self-evaluation/index";
import { sampleEvaluation } from "../../support/evaluations";

function form(key: string, top: number, more: Partial<FormSummary>): FormSummary {
  return {
    id: "self-evaluation",
    label: "项目支出绩效自评表",
    key,
    name: key,
    place: { sheet: "自评表", top, left: 0, bottom: top + 9, right: 8 },
    total: "98.62",
    grade: "优",
    assumed: true,
    errors: 0,
    warnings: 0,
    notices: 0,
    ...more,
  };
}

const FORMS = [
  form("水源地保护", 0, { warnings: 2 }),
  form("管网改造", 12, { total: "76", grade: "中", assumed: false, errors: 1, notices: 3 }),
  form("水质检测", 24, { total: undefined, grade: undefined }),
];

function shown(cell: CellModel | undefined): string {
  if (cell === undefined || cell.value.kind === "empty") return "";
  return cell.value.kind === "text" ? cell.value.text : cell.value.value;
}

function lines(forms: readonly FormSummary[], more = {}): readonly (readonly string[])[] {
  return formsSheet(sampleEvaluation({ forms, ...more })).rows.map(({ cells }) => cells.map(shown));
}

describe("the list of forms", () => {
  const model = formsSheet(sampleEvaluation({ forms: FORMS }));

  test("has a row a form with its place, total, grade and counts; a grade by our default is marked", () => {
    const header = model.print.titleRows?.first ?? -1;
    expect(lines(FORMS).slice(header, header + 4)).toEqual([
      ["序号", "项目名称", "位置", "总分", "等次", "错误", "警告", "提示"],
      ["1", "水源地保护", "自评表!A1:I10", "98.62", "优†", "0", "2", "0"],
      ["2", "管网改造", "自评表!A13:I22", "76", "中", "1", "0", "3"],
      ["3", "水质检测", "自评表!A25:I34", "", "", "0", "0", "0"],
    ]);
    expect(model.rows[header + 1]?.cells[2]?.link).toBe("'自评表'!A1:I10");
    expect(model.rows[header + 1]?.cells[3]?.value).toEqual({ kind: "number", value: "98.62" });
    expect(model.filter).toEqual({ top: header, left: 0, bottom: header + 3, right: 7 });
  });

  test("says what † means, and only where it stands", () => {
    expect(lines(FORMS).at(-1)?.[0]).toContain("†默认口径");
    expect(lines(FORMS.slice(1)).at(-1)?.[0]).toBe("2");
  });

  test("says by which rules it was checked, where they are not the pack's", () => {
    const revision = { summary: "已按设置停用1条规则。", changes: [], off: [], problems: [] };
    expect(lines(FORMS, { revision }).map(([first]) => first)).toContain("已按设置停用1条规则。");
    const unchanged = { ...revision, summary: "" };
    expect(lines(FORMS, { revision: unchanged })).toEqual(lines(FORMS));
  });

  test("without forms there is a header and no filter", () => {
    expect(formsSheet(sampleEvaluation()).filter).toBeUndefined();
    expect(lines([]).at(-1)?.[1]).toBe("项目名称");
  });
});

test("a pack without indicators gets this list in place of a score sheet", () => {
  const workbook = workbookOf([new SheetBuilder("自评表")]);
  const { sheets, changes } = sheetOutput(
    workbook,
    projectSelfEvaluation,
    sampleEvaluation({ forms: FORMS }),
  );
  expect(sheets.map(({ kind, name }) => [kind, name])).toEqual([
    ["score", "绩效自评汇总表"],
    ["findings", "校验结果"],
  ]);
  expect(changes).toBe("");
});
