import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Finding, Severity } from "../../../src/core/checks/finding";
import { createExcelHost } from "../../../src/hosts/excel/host";
import type { BootedExcel } from "../../excel-host/boot";
import { newWorkbook, sheetNamed } from "../../excel-host/model";
import { differences, snapshot } from "../../excel-host/snapshot";
import { LIMIT, open, problemOfCall, startExcel } from "./excel";

function finding(
  sheet: string,
  row: number,
  column: number,
  severity: Severity,
  explanation?: string,
): Finding {
  const key = { rule: "r", table: "t", row: "", column: "", left: "", right: "" };
  const base = { rule: "r", severity, table: "t", cell: { sheet, row, column }, message: "", key };
  return explanation === undefined ? base : { ...base, explanation };
}

describe("marks in the cells of findings", () => {
  let excel: BootedExcel;
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  afterAll(() => excel.close());

  const formats = (name: string): readonly string[] =>
    (sheetNamed(excel.host.workbook, name)?.conditionalFormats ?? []).map(
      ({ areas, format }) =>
        `${areas.map(({ row, column, rows, columns }) => `${row},${column}+${rows}x${columns}`).join()} ${String(format["fill/color"])}`,
    );

  /** An officer's own formats before, between and after ours. */
  async function officersFormat(sheet: string, address: string, formula: string): Promise<void> {
    await excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      const own = range.conditionalFormats.add("Custom");
      own.custom.rule.formula = formula;
      own.custom.format.fill.color = "#00FF00";
      await context.sync();
    });
  }

  test(
    "each open finding's cell once, by its gravest; marking again replaces, clearing removes exactly ours",
    async () => {
      await open(excel, newWorkbook(["甲", "乙"]));
      const host = createExcelHost();
      await officersFormat("甲", "A1:B9", '=N("mine")=0');
      const before = snapshot(excel.host.workbook);
      const findings = [
        finding("甲", 2, 1, "warning"),
        finding("甲", 2, 1, "error"),
        finding("甲", 3, 1, "error"),
        finding("甲", 5, 0, "notice"),
        finding("乙", 0, 0, "error", "说明过"),
      ];
      await host.mark(findings);
      await host.mark(findings);
      expect([...formats("甲")].sort()).toEqual(["0,0+9x2 #00FF00", "2,1+2x1 #F8CBAD", "5,0+1x1 #DDEBF7"]);
      expect(formats("乙")).toEqual([]);
      expect(await host.clearMarks()).toBe(2);
      expect(differences(before, snapshot(excel.host.workbook))).toEqual([]);
      expect(await host.clearMarks()).toBe(0);
    },
    LIMIT,
  );

  test(
    "ours are found again among the officer's that came later",
    async () => {
      await open(excel, newWorkbook(["甲"]));
      const host = createExcelHost();
      await host.mark([
        finding("甲", 0, 0, "error"),
        finding("甲", 4, 4, "warning"),
        finding("甲", 8, 0, "error"),
      ]);
      await officersFormat("甲", "A1", "=A1>5");
      await officersFormat("甲", "C1:D4", "=C1=0");
      expect(await host.clearMarks()).toBe(3);
      expect([...formats("甲")].sort()).toEqual(["0,0+1x1 #00FF00", "0,2+4x2 #00FF00"]);
    },
    LIMIT,
  );

  test(
    "a protected sheet is named and the others are marked",
    async () => {
      await open(excel, newWorkbook(["甲", "乙"]));
      const host = createExcelHost();
      excel.host.user.protectSheet("甲");
      const problem = await problemOfCall(
        host.mark([finding("甲", 0, 0, "error"), finding("乙", 0, 0, "error")]),
      );
      expect([problem.code, problem.text["zh-CN"]]).toEqual([
        "protected-sheet",
        expect.stringContaining("“甲”"),
      ]);
      expect([formats("甲").length, formats("乙").length]).toEqual([0, 1]);
      excel.host.user.protectSheet("乙");
      expect((await problemOfCall(host.clearMarks())).code).toBe("protected-sheet");
      excel.host.user.protectSheet("乙", false);
      expect(await host.clearMarks()).toBe(1);
    },
    LIMIT,
  );
});
