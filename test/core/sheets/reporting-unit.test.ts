import { describe, expect, test } from "@jest/globals";
import { reportingUnit } from "../../../src/core/sheets/reporting-unit";
import { SheetBuilder, workbookOf } from "../../../src/core/workbook/snapshot";

/** A sheet whose first rows hold these texts. */
function sheet(name: string, rows: readonly (readonly string[])[]): SheetBuilder {
  const builder = new SheetBuilder(name);
  rows.forEach((texts, row) =>
    texts.forEach((text, column) => {
      if (text !== "") builder.setText(row, column, text);
    }),
  );
  return builder;
}

const COVER = [
  "封面",
  [
    ["评价年度", "2021年度"],
    ["填报单位", "某州乡村振兴局、财政局"],
  ],
] as const;

describe("the reporting unit that the workbook states", () => {
  test.each([
    ["填报单位：某州财政局", "某州财政局"],
    ["填报单位(盖章):某州财政局", "某州财政局"],
    ["填表单位：某州财政局    单位：万元", "某州财政局"],
    ["填报单位：某州财政局 填报日期：2022年1月5日", "某州财政局"],
    ["填报单位：某州财政局（公章）", "某州财政局"],
    ["填报单位：________", ""],
    ["填报单位负责人：张某", ""],
    ["填报单位须知：逐项填写", ""],
    ["单位：万元", ""],
  ])("%s", (line, unit) => {
    expect(reportingUnit(workbookOf([sheet("表1", [["标题"], [line]])]))).toBe(unit);
  });

  test("stands in the cell to the right, but another label is no unit", () => {
    expect(reportingUnit(workbookOf([sheet("表1", [["填报单位：", "", "某县财政局"]])]))).toBe("某县财政局");
    expect(reportingUnit(workbookOf([sheet("表1", [["填报单位：", "", "单位：万元"]])]))).toBe("");
    const dated = sheet("表1", [["填报单位：", "", "", "某县财政局"]]);
    dated.setNumber(0, 2, 44_540);
    expect(reportingUnit(workbookOf([dated]))).toBe("");
  });

  test("is taken where all tables agree, left to the officer where they do not", () => {
    const first = sheet("表1", [["填报单位：某州财政局"]]);
    expect(reportingUnit(workbookOf([first, sheet("表2", [["填报单位：某州财政局"]])]))).toBe("某州财政局");
    expect(reportingUnit(workbookOf([first, sheet("表2", [["填报单位：某县财政局"]])]))).toBe("");
  });

  test("a cover speaks for the whole where it names the tables' unit too", () => {
    const cover = sheet(...COVER);
    const of = (line: string): string => reportingUnit(workbookOf([cover, sheet("表1", [[line]])]));
    expect(of("填报单位：某州乡村振兴局")).toBe("某州乡村振兴局、财政局");
    expect(of("填报单位：某县乡村振兴局")).toBe("");
  });

  test("our own sheets and hidden ones are not asked", () => {
    const own = sheet("绩效自评得分表", [["填报单位：", "某县财政局"]]);
    const hidden = new SheetBuilder("去年", "hidden");
    hidden.setText(0, 0, "填报单位：某市财政局");
    const workbook = workbookOf([sheet("表1", [["填报单位：某州财政局"]]), own, hidden], {
      ownSheets: [{ sheet: "绩效自评得分表", mark: "score:1" }],
    });
    expect(reportingUnit(workbook)).toBe("某州财政局");
  });
});
