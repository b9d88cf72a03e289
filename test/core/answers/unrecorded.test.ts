/** A score sheet of ours whose record another program dropped: every entry that stands is the officer's. */
import { describe, expect, test } from "@jest/globals";
import { unrecordedScores } from "../../../src/core/answers/unrecorded";
import { formatMark } from "../../../src/core/sheets/mark";
import { SheetBuilder, type WorkbookSnapshot, workbookOf } from "../../../src/core/workbook/snapshot";
import { PACK } from "./small-pack";

const HEADINGS = [
  "序号",
  "一级指标",
  "二级指标",
  "分值",
  "评分标准",
  "完成情况",
  "自评得分",
  "得分依据",
  "佐证材料",
];

function workbook(headings: readonly string[], row: number): WorkbookSnapshot {
  const sheet = new SheetBuilder("绩效自评得分表");
  headings.forEach((text, column) => sheet.setText(row, column, text));
  ["1", "9", "小计", "99"].forEach((no, index) => sheet.setText(row + 1 + index, 0, no));
  const mark = formatMark({ kind: "score", id: "4" });
  return workbookOf([sheet], { ownSheets: [{ sheet: sheet.name, mark }] });
}

describe("the record is made up from the headings", () => {
  test.each([0, 5])("with %d rows above, in either language", (row) => {
    for (const english of ["", "\nEnglish"]) {
      const headings = HEADINGS.map((heading) => heading + english);
      const written = unrecordedScores(workbook(headings, row), PACK);
      expect(written).toMatchObject({ kind: "score", id: "4", name: "绩效自评得分表" });
      expect(written?.headers).toEqual([
        { role: "key", at: `A${row + 1}`, text: headings[0] },
        { role: "score", at: `G${row + 1}`, text: headings[6] },
        { role: "evidence", at: `I${row + 1}`, text: headings[8] },
      ]);
      // Item 9 is computed: nobody enters its score. 小计 and an item of another pack are none.
      expect(written?.cells).toEqual([
        { at: `G${row + 2}`, key: "1", entry: { kind: "score", no: "1" }, value: "" },
        { at: `I${row + 2}`, key: "1", entry: { kind: "evidence", no: "1" }, value: "" },
        { at: `I${row + 3}`, key: "9", entry: { kind: "evidence", no: "9" }, value: "" },
      ]);
    }
  });

  test("a sheet that lacks one of the headings, or far down, cannot be told", () => {
    const renamed = HEADINGS.map((heading) => (heading === "佐证材料" ? "附件" : heading));
    expect(unrecordedScores(workbook(renamed, 0), PACK)).toBeUndefined();
    expect(unrecordedScores(workbook(HEADINGS, 60), PACK)).toBeUndefined();
  });

  test("a sheet of that name without our mark is the officer's", () => {
    const { sheets } = workbook(HEADINGS, 0);
    expect(unrecordedScores(workbookOf(sheets), PACK)).toBeUndefined();
  });
});
