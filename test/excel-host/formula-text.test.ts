import { describe, expect, test } from "@jest/globals";
import { formulaText, movedFormula, tokens, withSheetDeleted, withSheetRenamed } from "./formula-text";

describe("formula text", () => {
  test.each([
    "SUM('表5(资产)'!A1:B2,资产!$C$3)*2%",
    'IF(A1="A1!B2",1,-2.5E-3)&"x""y"',
    "VLOOKUP(A1,[1]Sheet1!$A:$B,2,FALSE)",
    "合计区*ROUND(LOG10(5),1)",
    "SUM(1:3)+SUM(A:C)",
    "'O''Brien 表'!A1",
  ])("tokens of %s joined give it back", (formula) => {
    expect(formulaText(tokens(formula))).toBe(formula);
  });

  test("a renamed sheet is followed, quoted as its new name needs, texts are left alone", () => {
    expect(withSheetRenamed("表5!A1+SUM('表5'!B1:B2)&\"表5!A1\"&表55!A1", "表5", "表5 (旧)")).toBe(
      "'表5 (旧)'!A1+SUM('表5 (旧)'!B1:B2)&\"表5!A1\"&表55!A1",
    );
    expect(withSheetRenamed("Sheet1!A1", "SHEET1", "资产")).toBe("资产!A1");
    expect(withSheetRenamed("Sheet1!A1", "Sheet1", "R1")).toBe("'R1'!A1");
  });

  test("references to a deleted sheet break, the rest stays", () => {
    expect(withSheetDeleted("SUM(得分!A1:A9,B1)+得分!总分", "得分")).toBe("SUM(#REF!,B1)+#REF!");
    expect(withSheetDeleted('HYPERLINK("#得分!A1","得分")', "得分")).toBe('HYPERLINK("#得分!A1","得分")');
  });

  test("moved formulas keep what is fixed", () => {
    expect(movedFormula("A1+$B1+C$1+$D$1+SUM(E:E)+SUM($2:2)+LOG10(A1)", 2, 1)).toBe(
      "B3+$B3+D$1+$D$1+SUM(F:F)+SUM($2:4)+LOG10(B3)",
    );
  });
});
