import { describe, expect, test } from "@jest/globals";
import { sharedCalculator } from "./boot";
import { startHost } from "./host";
import { cellKey, newWorkbook } from "./model";
import { snapshot, differences } from "./snapshot";

describe("rows that the officer inserts and deletes", () => {
  const opened = () => {
    const host = startHost(newWorkbook(["表", "得分"]), sharedCalculator());
    host.user.write("表", "A1:A4", [[1], [2], [3], ["=SUM(A1:A3)"]]);
    host.user.write("得分", "A1:A2", [["=表!A4*10"], ["=表!$A$2"]]);
    return host;
  };
  const cell = (host: ReturnType<typeof opened>, sheet: number, row: number) =>
    host.workbook.sheets[sheet]?.cells.get(cellKey(row, 0));

  test("an inserted row moves what is below it, and sums that span it grow", () => {
    const host = opened();
    host.user.insertRows("表", 3);
    host.user.write("表", "A3", [[10]]);
    expect(cell(host, 0, 4)).toMatchObject({ formula: "SUM(A1:A4)", value: 16 });
    expect(cell(host, 1, 0)).toMatchObject({ formula: "表!A5*10", value: 160 });
    expect(cell(host, 1, 1)).toMatchObject({ formula: "表!$A$2", value: 2 });
  });

  test("a deleted row breaks what pointed at it alone, and shortens what spanned it", () => {
    const host = opened();
    host.user.deleteRows("表", 2);
    expect(cell(host, 0, 2)).toMatchObject({ formula: "SUM(A1:A2)", value: 4 });
    expect(cell(host, 1, 0)).toMatchObject({ formula: "表!A3*10", value: 40 });
    expect(cell(host, 1, 1)).toMatchObject({ formula: "#REF!", value: { error: "#REF!" } });
  });

  test("an inserted row that is deleted again leaves no trace", () => {
    const host = opened();
    const before = snapshot(host.workbook);
    host.user.insertRows("表", 2, 3);
    expect(differences(before, snapshot(host.workbook))).not.toEqual([]);
    host.user.deleteRows("表", 2, 3);
    expect(differences(before, snapshot(host.workbook))).toEqual([]);
  });
});
