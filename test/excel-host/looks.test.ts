import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type BootedExcel, bootExcel } from "./boot";
import { newWorkbook } from "./model";
import { differences, snapshot } from "./snapshot";

const limit = 30_000;

describe("looks, rules and pages through Office.js", () => {
  let excel: BootedExcel;
  beforeAll(async () => {
    excel = await bootExcel();
  }, 60_000);
  beforeEach(() => excel.host.open(newWorkbook(["表"])));
  afterAll(() => excel.close());

  const onSheet = <T>(
    batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
  ): Promise<T> => excel.Excel.run((context) => batch(context.workbook.worksheets.getItem("表"), context));

  test(
    "formats are read back, mixed ones as null",
    async () => {
      const read = await onSheet(async (sheet, context) => {
        const head = sheet.getRange("A1:C1");
        head.format.fill.color = "#DDEBF7";
        head.format.font.bold = true;
        head.format.wrapText = true;
        head.format.columnWidth = 90;
        head.format.rowHeight = 30;
        for (const side of ["EdgeTop", "EdgeBottom", "InsideVertical"] as const) {
          head.format.borders.getItem(side).style = "Continuous";
        }
        sheet.getRange("A2:C3").numberFormat = [
          ["@", "0.00", "General"],
          ["@", "0.00", "General"],
        ];
        const both = sheet.getRange("A1:A2").load("format/fill/color,format/font/bold,format/columnWidth");
        const one = sheet.getRange("B1").load("format/fill/color,format/rowHeight,format/wrapText");
        const line = sheet.getRange("B1").format.borders.getItem("EdgeLeft").load("style,weight,color");
        const formats = sheet.getRange("A2:B3").load("numberFormat");
        await context.sync();
        return {
          both: [both.format.fill.color, both.format.font.bold, both.format.columnWidth],
          one: [one.format.fill.color, one.format.rowHeight, one.format.wrapText],
          line: line.style,
          formats: formats.numberFormat,
        };
      });
      expect(read).toEqual({
        both: [null, null, 90],
        one: ["#DDEBF7", 30, true],
        line: "Continuous",
        formats: [
          ["@", "0.00"],
          ["@", "0.00"],
        ],
      });
    },
    limit,
  );

  test(
    "merging keeps the first cell only, and covered cells take nothing",
    async () => {
      const values = await onSheet(async (sheet, context) => {
        sheet.getRange("A1:B2").values = [
          [1, 2],
          [3, 4],
        ];
        sheet.getRange("A1:B1").merge();
        await context.sync();
        sheet.getRange("A1:B2").values = [
          [5, 6],
          [7, 8],
        ];
        const range = sheet.getRange("A1:B2").load("values");
        const merged = sheet.getRange("A1:B2").getMergedAreasOrNullObject().load("address");
        await context.sync();
        return [range.values, merged.address];
      });
      expect(values).toEqual([
        [
          [5, ""],
          [7, 8],
        ],
        "表!A1:B1",
      ]);
    },
    limit,
  );

  test(
    "a conditional format's id is its priority, and the next one takes the first place",
    async () => {
      const ids = await onSheet(async (sheet, context) => {
        const first = sheet.getRange("A1").conditionalFormats.add("Custom");
        first.custom.rule.formula = '=("mark"<>"")*TRUE';
        first.custom.format.fill.color = "#FFC7CE";
        first.load("id");
        await context.sync();
        const before = first.id;
        sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
        const all = sheet.getRange("A1:C3").conditionalFormats.load("items/id,items/type");
        await context.sync();
        const rules = all.items.map((item) => item.custom.rule.load("formula"));
        await context.sync();
        all.items[1]?.delete();
        const count = sheet.getRange().conditionalFormats.getCount();
        await context.sync();
        return [before, all.items.map((item) => item.id), rules.map((rule) => rule.formula), count.value];
      });
      expect(ids).toEqual(["0", ["0", "1"], ["=TRUE", '=("mark"<>"")*TRUE'], 1]);
    },
    limit,
  );

  test(
    "validation, links, panes and the page",
    async () => {
      const read = await onSheet(async (sheet, context) => {
        const cells = sheet.getRange("C2:C5");
        cells.dataValidation.rule = { decimal: { formula1: 0, formula2: 10, operator: "Between" } };
        cells.dataValidation.errorAlert = {
          showAlert: true,
          style: "Stop",
          title: "得分",
          message: "0 到 10",
        };
        sheet.getRange("A1").hyperlink = { documentReference: "表!C2", textToDisplay: "去" };
        sheet.getRange("D2").dataValidation.rule = {
          list: { inCellDropDown: true, source: sheet.getRange("H1:H3") },
        };
        const list = sheet.getRange("D2").load("dataValidation/rule");
        sheet.freezePanes.freezeRows(2);
        sheet.pageLayout.orientation = "Landscape";
        sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
        sheet.pageLayout.setPrintArea("A1:F20");
        sheet.pageLayout.setPrintTitleRows("$1:$2");
        sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页";
        sheet.showGridlines = false;
        await context.sync();
        const part = sheet.getRange("C3").load("dataValidation/rule,dataValidation/type");
        const link = sheet.getRange("A1").load("hyperlink,values");
        const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
        const area = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
        const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
        sheet.load("showGridlines");
        await context.sync();
        return {
          type: part.dataValidation.type,
          rule: part.dataValidation.rule.decimal,
          source: list.dataValidation.rule.list?.source,
          link: [link.hyperlink.documentReference, link.values],
          pages: [titles.address, area.address, frozen.address, sheet.showGridlines],
        };
      });
      expect(read).toEqual({
        type: "Decimal",
        rule: { formula1: 0, formula2: 10, operator: "Between" },
        source: "=表!$H$1:$H$3",
        link: ["表!C2", [["去"]]],
        pages: ["表!1:2", "表!A1:F20", "表!1:2", false],
      });
    },
    limit,
  );

  test(
    "a chart of one range follows its renamed sheet and goes",
    async () => {
      const series = await onSheet(async (sheet, context) => {
        const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
        chart.title.text = "得分";
        chart.axes.valueAxis.minimum = 0;
        chart.setPosition("D1", "H10");
        chart.name = "得分图";
        await context.sync();
        sheet.name = "新 表";
        const found = sheet.charts.getItem("得分图");
        found.series.load("items/name");
        await context.sync();
        const name = found.series.items[0]?.name;
        found.delete();
        const count = sheet.charts.getCount();
        await context.sync();
        return [name, count.value];
      });
      expect(series).toEqual(["='新 表'!$B$1", 0]);
    },
    limit,
  );

  test(
    "more than 1500 cells travel in slices; a short last row fails after the first slice was written",
    async () => {
      const grid = Array.from({ length: 400 }, (_, row) =>
        Array.from({ length: 5 }, (__, column) => row * 5 + column),
      );
      const sum = await onSheet(async (sheet, context) => {
        sheet.getRange("A1:E400").values = grid;
        sheet.getRange("G1").formulas = [["=SUM(A1:E400)"]];
        const range = sheet.getRange("G1").load("values");
        await context.sync();
        return range.values[0]?.[0];
      });
      expect(sum).toBe((1999 * 2000) / 2);
      excel.host.open(newWorkbook(["表"]));
      const ragged = [...grid.slice(0, 399), [1]];
      const work = onSheet(async (sheet, context) => {
        sheet.getRange("A1:E400").values = ragged;
        await context.sync();
      });
      await expect(work).rejects.toMatchObject({ code: "InvalidArgument" });
      expect(excel.host.workbook.sheets[0]?.cells.size).toBe(1500);
    },
    limit,
  );

  test(
    "a workbook that was changed and changed back equals the one before; every change shows",
    async () => {
      const before = snapshot(excel.host.workbook);
      const change = (value: unknown, color: string | undefined): Promise<void> =>
        onSheet(async (sheet, context) => {
          const range = sheet.getRange("B2");
          range.values = [[value]];
          if (color === undefined) range.format.fill.clear();
          else range.format.fill.color = color;
          await context.sync();
        });
      await change("甲", "#FF0000");
      expect(
        differences(before, snapshot(excel.host.workbook)).map((difference) => difference.place),
      ).toEqual(["sheet/表/cell/B2"]);
      await change("", undefined);
      expect(differences(before, snapshot(excel.host.workbook))).toEqual([]);
    },
    limit,
  );
});
