import { describe, expect, test } from "@jest/globals";
import { recognise } from "../../../src/core/tables/recognise";
import { areaName } from "../../../src/core/workbook/address";
import { loadWithLibrary } from "../../support/load-with-library";
import { DIMENSIONS, SPECS } from "./pack-tables";

describe.each(["bazhou-2021-consistent", "bazhou-2021-as-reported"])("%s", (name) => {
  const workbook = loadWithLibrary(`assets/samples/${name}.xlsx`);
  const recognition = recognise(workbook, SPECS, { dimensions: DIMENSIONS, year: 2021 });

  test("every table is found in its place", () => {
    expect(recognition.ambiguous).toEqual([]);
    expect(recognition.missing).toEqual([]);
    expect(
      recognition.tables.map((table) => [table.spec.id, table.sheet.name, areaName(table.range)]),
    ).toEqual([
      ["funds", "表1资金投入", "A3:I14"],
      ["release", "表2资金下达", "A3:H10"],
      ["projects", "表3项目明细", "A3:R280"],
      ["execution", "表4预算执行", "A3:G13"],
      ["assets", "表5扶贫资产", "A3:I14"],
      ["industry", "表6产业占比", "A3:E8"],
      ["monitoring", "表7巩固成果", "A3:F14"],
      ["rectification", "表8问题整改", "A3:F7"],
    ]);
  });

  test("every column is found", () => {
    expect(recognition.missingColumns).toEqual([]);
    for (const table of recognition.tables) {
      expect([...table.columns.keys()]).toEqual(table.spec.columns.map((column) => column.id));
      expect([...table.columns.values()].map((column) => column.column)).toEqual(
        table.spec.columns.map((_column, index) => index),
      );
    }
  });

  test("rows, totals and units", () => {
    const told = recognition.tables.map((table) => [
      table.spec.id,
      table.rows.length,
      table.totalRows.map((row) => row + 1),
      table.subtotalRows.length + table.partRows.length,
      table.unit.name,
    ]);
    expect(told).toEqual([
      ["funds", 9, [14], 0, "万元"],
      ["release", 6, [10], 0, "万元"],
      ["projects", 275, [280], 0, "万元"],
      ["execution", 9, [13], 0, "万元"],
      ["assets", 9, [14], 0, "万元"],
      ["industry", 4, [8], 0, "万元"],
      ["monitoring", 9, [14], 0, "元"],
      ["rectification", 3, [7], 0, "元"],
    ]);
  });

  test("it is sure of each", () => {
    for (const table of recognition.tables) expect(table.confidence).toBeGreaterThan(0.95);
  });
});
