import { describe, expect, test } from "@jest/globals";
import { findOwnSheet, parseMark } from "../../../src/core/sheets/mark";
import { planSheets } from "../../../src/core/sheets/plan";
import { freeSheetName } from "../../../src/core/sheets/sheet-name";
import { SheetBuilder } from "../../../src/core/workbook/snapshot";
import { sampleModel } from "../../support/sheet-models";

const NAME = "绩效自评得分表";

function workbook(sheets: Readonly<Record<string, string | undefined>>) {
  return {
    sheets: Object.keys(sheets).map((name) => new SheetBuilder(name)),
    ownSheets: Object.entries(sheets).flatMap(([sheet, mark]) =>
      mark === undefined ? [] : [{ sheet, mark }],
    ),
  };
}

function planned(
  sheets: Readonly<Record<string, string | undefined>>,
  recorded: Parameters<typeof planSheets>[2] = [],
) {
  return planSheets(workbook(sheets), [sampleModel("数据")], recorded).map(({ name, id, replaces }) => [
    name,
    id,
    replaces,
  ]);
}

describe("which sheet is ours", () => {
  test("a new workbook gets a new sheet", () => {
    expect(planned({ 数据: undefined })).toEqual([[NAME, "1", false]]);
  });

  test("our sheet is replaced where it stands, also renamed", () => {
    expect(planned({ 我的得分: "score:1", 数据: undefined })).toEqual([["我的得分", "1", true]]);
  });

  test("of a sheet and its copy the recorded one is ours", () => {
    const recorded = [{ kind: "score", id: "1", name: NAME }] as const;
    expect(planned({ [NAME]: "score:1", [`${NAME} (2)`]: "score:1" }, recorded)).toEqual([[NAME, "1", true]]);
  });

  test("if neither bears the recorded name both are the officer's, and the new one has an id of its own", () => {
    const recorded = [{ kind: "score", id: "1", name: NAME }] as const;
    expect(planned({ 留存: "score:1", 草稿: "score:1" }, recorded)).toEqual([[NAME, "2", false]]);
  });

  test("a user's sheet of our name is never replaced", () => {
    expect(planned({ [NAME]: undefined })).toEqual([[`${NAME} (2)`, "1", false]]);
  });

  test("a mark of another kind or none of ours says nothing", () => {
    expect(parseMark("findings:7f")).toEqual({ kind: "findings", id: "7f" });
    expect(parseMark('="score:1"')).toEqual({ kind: "score", id: "1" });
    expect(parseMark("score")).toBeUndefined();
    expect(parseMark("other:1")).toBeUndefined();
    expect(findOwnSheet("score", [{ sheet: "甲", mark: "findings:1" }], [])).toBeUndefined();
  });
});

describe("names of sheets", () => {
  test("are numbered on a clash, upper and lower case being one", () => {
    expect(freeSheetName("Score", ["SCORE", "score (2)"])).toBe("Score (3)");
  });

  test("have at most 31 characters, number included, and none that sheet names refuse", () => {
    const long = "表".repeat(40);
    expect(freeSheetName(long, [])).toBe("表".repeat(31));
    expect(freeSheetName(long, ["表".repeat(31)])).toBe(`${"表".repeat(27)} (2)`);
    expect(freeSheetName("a/b:c?d*e[f]g\\h", [])).toBe("abcdefgh");
  });

  test("in a workbook of 200 sheets", () => {
    const taken = Array.from({ length: 200 }, (_, index) => (index === 0 ? NAME : `${NAME} (${index + 1})`));
    expect(freeSheetName(NAME, taken)).toBe(`${NAME} (201)`);
  });
});
