import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { CellModel, CellValue as ModelValue } from "../../../src/core/sheets/model";
import { MARK_NAME } from "../../../src/core/sheets/mark";
import { createExcelHost, type ExcelHost } from "../../../src/hosts/excel/host";
import { cellName } from "../../../src/core/workbook/address";
import { validationFormula } from "../../../src/core/sheets/validation-formula";
import { FILE_STYLES, FONTS } from "../../../src/hosts/file/style-table";
import { SHEET_TEXTS } from "../../../src/texts/sheets";
import type { BootedExcel } from "../../excel-host/boot";
import { type CellValue, cellKey, newWorkbook, type Sheet, sheetNamed } from "../../excel-host/model";
import { snapshot, differences } from "../../excel-host/snapshot";
import { makeVariant } from "../../variants/makeVariant";
import { toXlsx } from "../../variants/write";
import { checkForOutput, LIMIT, open, problemOfCall, REPORTED, startExcel, read } from "./excel";

describe("writing our sheets into the open workbook", () => {
  let excel: BootedExcel;
  let host: ExcelHost;
  const small = toXlsx(makeVariant(3, { only: [], plants: ["execution.rate"] }).workbook);
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  afterAll(() => excel.close());

  const start = async (bytes: Uint8Array): Promise<void> => {
    await open(excel, bytes);
    host = createExcelHost();
  };
  const sheet = (name: string): Sheet => {
    const found = sheetNamed(excel.host.workbook, name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  };
  const insert = async (): Promise<readonly string[]> => {
    const { output } = await checkForOutput(host);
    return (await host.write(output)).sheets.map(({ name }) => name);
  };

  test(
    "the sheets hold what the models say, and nothing else of the workbook changes",
    async () => {
      await start(REPORTED);
      const before = snapshot(excel.host.workbook);
      const { output } = await checkForOutput(host);
      await host.write(output);
      for (const { model, name, kind, id } of output.sheets) {
        const written = sheet(name);
        const covered = new Set(
          model.merges.flatMap((merge) =>
            cellsOf(merge).filter((place) => place !== cellName({ row: merge.top, column: merge.left })),
          ),
        );
        model.rows.forEach(({ cells, points }, row) => {
          expect(written.rows.get(row)?.size).toBe(points);
          cells.forEach((cell, column) => {
            if (cell === undefined || covered.has(cellName({ row, column }))) return;
            const stands = written.cells.get(cellKey(row, column));
            expect([cellName({ row, column }), shown(stands?.value)]).toEqual([
              cellName({ row, column }),
              wanted(cell.value),
            ]);
            expect(stands?.formula !== undefined).toBe(cell.value.kind === "formula");
            expect(written.hyperlinks.get(cellKey(row, column))?.documentReference).toBe(cell.link);
          });
        });
        expect(written.merges).toHaveLength(model.merges.length);
        expect(written.validations).toHaveLength(model.validations.length);
        model.rows.forEach(({ cells }, row) =>
          cells.forEach((cell, column) => {
            if (cell === undefined) return;
            const { font, horizontal, indent, shrink, wrap, format } = FILE_STYLES[cell.style];
            // Both hosts give a style the same look.
            expect([row, column, written.cells.get(cellKey(row, column))?.style]).toMatchObject([
              row,
              column,
              {
                numberFormat: format,
                horizontalAlignment: `${horizontal.charAt(0).toUpperCase()}${horizontal.slice(1)}`,
                indentLevel: indent,
                shrinkToFit: shrink,
                wrapText: wrap,
                font: {
                  name: /<name val="(.*?)"/.exec(FONTS[font])?.[1],
                  bold: FONTS[font].includes("<b/>"),
                },
              },
            ]);
          }),
        );
        expect(written.validations.map(({ rule }) => rule)).toEqual(
          model.validations.map((validation) => {
            const { top: row, left: column } = validation.area;
            return { custom: { formula: `=${validationFormula(cellName({ row, column }), validation)}` } };
          }),
        );
        // One series a column of figures, each over all sections.
        expect(
          written.charts.map(({ chartType, series, properties }) => [
            chartType,
            series.length,
            properties["title/text"],
          ]),
        ).toEqual(
          [model.chart ?? []]
            .flat()
            .map(({ source, title }) => ["BarClustered", source.right - source.left, title]),
        );
        expect(written.pageLayout).toMatchObject({
          orientation: "Landscape",
          zoom: { horizontalFitToPages: 1 },
          "headersFooters/defaultForAllPages/centerFooter": model.print.footer,
        });
        expect(written.freeze).toEqual({ rows: model.freeze.rows, columns: 0 });
        expect(written.names.find((one) => one.name === MARK_NAME)).toMatchObject({
          formula: `"${kind}:${id}"`,
          visible: false,
        });
        expect(written.names.map((one) => one.name)).not.toContain("_hengbiao_building");
      }
      const ours = output.sheets.map(({ name }) => `sheet/${name}/`);
      const others = differences(before, snapshot(excel.host.workbook)).filter(
        ({ place }) => !ours.some((prefix) => place.startsWith(prefix)),
      );
      expect(others.map(({ place }) => place)).toEqual(["workbook", "customXml/0"]);
      expect(excel.host.workbook.customXmlParts.map(({ xml }) => xml)).toEqual([output.answersXml]);
      expect(excel.host.keptReferences()).toBe(0);
    },
    LIMIT,
  );

  test(
    "the looks: fonts, fills, number formats, widths in points",
    async () => {
      await start(small);
      await insert();
      const written = sheet("绩效自评得分表");
      const title = written.cells.get(cellKey(1, 0));
      expect(title?.style).toMatchObject({ font: { name: "黑体", size: 18 }, horizontalAlignment: "Center" });
      const header = written.cells.get(cellKey(4, 0))?.style;
      expect(header).toMatchObject({ fill: "#D9E2F3", wrapText: true });
      expect(Object.keys(header?.borders ?? {}).sort()).toEqual([
        "EdgeBottom",
        "EdgeLeft",
        "EdgeRight",
        "EdgeTop",
      ]);
      expect(written.cells.get(cellKey(5, 6))?.style.numberFormat).toBe("0.00");
      // 6 characters of 7 pixels and 5 of padding, at 0.75 points a pixel.
      expect(written.columns.get(0)?.size).toBe((6 * 7 + 5) * 0.75);
    },
    LIMIT,
  );

  test(
    "a findings sheet of thousands of rows is written in requests that Excel on the web takes",
    async () => {
      await start(small);
      const { output } = await checkForOutput(host);
      const [score, findings] = output.sheets;
      if (score === undefined || findings === undefined) throw new Error("no sheets");
      const row = { points: 33, cells: findings.model.columns.map((_, column) => longCell(column)) };
      const rows = Array.from({ length: 1500 }, () => row);
      const model = { ...findings.model, rows, merges: [], filter: undefined };
      excel.host.clearLog();
      await host.write({ ...output, sheets: [score, { ...findings, model }] });
      const bytes = excel.host.log.map(({ requestBytes }) => requestBytes);
      expect(bytes.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(5 * 1024 * 1024);
      expect(Math.max(...bytes)).toBeLessThan(4_000_000);
      expect(sheet("校验结果").cells.get(cellKey(1499, 10))?.value).toBe("合计行不等于各行之和，请核对10");
    },
    LIMIT,
  );

  test(
    "a formula of the officer that refers to our total follows it through ten inserts",
    async () => {
      await start(small);
      await insert();
      const score = sheet("绩效自评得分表");
      const total = [...score.cells].find(([, cell]) => cell.value === SHEET_TEXTS.total["zh-CN"]);
      const row = Math.floor((total?.[0] ?? 0) / 16_384);
      expect(total).toBeDefined();
      excel.host.user.addSheet("我的汇总");
      excel.host.user.write("我的汇总", "A1", [[`=绩效自评得分表!G${row + 1}*2`]]);
      const ids = excel.host.workbook.sheets.map(({ id }) => id);
      const seen = new Set<unknown>();
      for (let time = 0; time < 10; time += 1) {
        excel.host.user.write("表4预算执行", "C4", [[1000 + time]]);
        await insert();
        const cell = sheet("我的汇总").cells.get(0);
        const stands = score.cells.get(cellKey(row, 6));
        expect(cell?.formula).toBe(`绩效自评得分表!G${row + 1}*2`);
        expect(cell?.value).toBe(Number(stands?.value) * 2);
        seen.add(cell?.value);
        expect(excel.host.workbook.sheets.map(({ id }) => id)).toEqual(ids);
      }
      expect(excel.host.workbook.customXmlParts).toHaveLength(1);
      expect(score.charts).toHaveLength(1);
      expect([...seen].every((value) => typeof value === "number")).toBe(true);
    },
    LIMIT,
  );

  test(
    "inserting again without a change leaves the workbook as it is, but for the sentence of changes",
    async () => {
      await start(small);
      await insert();
      await insert();
      const before = snapshot(excel.host.workbook);
      await insert();
      expect(differences(before, snapshot(excel.host.workbook))).toEqual([]);
    },
    LIMIT,
  );

  test(
    "a renamed sheet of ours is still ours; the officer's widths and notes beside it stay",
    async () => {
      await start(small);
      await insert();
      excel.host.user.renameSheet("绩效自评得分表", "自评（报送稿）");
      excel.host.user.write("自评（报送稿）", "L5", [["请张处审核"]]);
      await excel.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("自评（报送稿）").getRange("H:H").format.columnWidth = 300;
        await context.sync();
      });
      expect(await insert()).toEqual(["自评（报送稿）", "校验结果"]);
      expect(sheet("自评（报送稿）").cells.get(cellKey(4, 11))?.value).toBe("请张处审核");
      expect(sheet("自评（报送稿）").columns.get(7)?.size).toBe(300);
      expect(sheetNamed(excel.host.workbook, "绩效自评得分表")).toBeUndefined();
    },
    LIMIT,
  );

  test(
    "an officer's sheet with our name is left alone and ours gets a number",
    async () => {
      await start(small);
      excel.host.user.addSheet("绩效自评得分表");
      excel.host.user.write("绩效自评得分表", "A1:B1", [["去年的", 95]]);
      const before = [...sheet("绩效自评得分表").cells];
      expect(await insert()).toEqual(["绩效自评得分表 (2)", "校验结果"]);
      expect([...sheet("绩效自评得分表").cells]).toEqual(before);
      expect(await insert()).toEqual(["绩效自评得分表 (2)", "校验结果"]);
      expect([...sheet("绩效自评得分表").cells]).toEqual(before);
    },
    LIMIT,
  );

  test(
    "a name of 31 characters that is taken is cut for its number",
    async () => {
      await start(small);
      const { output } = await checkForOutput(host);
      const long = "绩".repeat(31);
      excel.host.user.addSheet(long);
      await read(host);
      const [first] = output.sheets;
      if (first === undefined) throw new Error("no sheet");
      // What the plan gives where the wanted name has 31 characters and is taken.
      const name = `${"绩".repeat(27)} (2)`;
      expect(name).toHaveLength(31);
      await host.write({ ...output, sheets: [{ ...first, name }] });
      expect(sheetNamed(excel.host.workbook, name)).toBeDefined();
      await read(host);
      const problem = await problemOfCall(host.write({ ...output, sheets: [{ ...first, name: long }] }));
      expect(problem.code).toBe("other");
      expect(excel.host.workbook.sheets.filter((one) => one.name.startsWith("~hengbiao"))).toEqual([]);
    },
    LIMIT,
  );

  test(
    "leftovers of an interrupted run are swept at the next start, other sheets with such names stay",
    async () => {
      await open(excel, newWorkbook(["表", "~hengbiao-abcd1234", "~hengbiao-empty000", "~hengbiao-用户"]));
      excel.host.user.write("~hengbiao-abcd1234", "A1", [["half"]]);
      excel.host.user.addSheet("~hengbiao-mine0000");
      excel.host.user.write("~hengbiao-mine0000", "A1", [["officer's own"]]);
      await excel.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("~hengbiao-abcd1234").names.add("_hengbiao_building", "=TRUE");
        await context.sync();
      });
      expect(await createExcelHost().sweep()).toBe(2);
      expect(excel.host.workbook.sheets.map(({ name }) => name)).toEqual([
        "表",
        "~hengbiao-用户",
        "~hengbiao-mine0000",
      ]);
    },
    LIMIT,
  );

  test(
    "values changed between check and insert: refused, nothing lost",
    async () => {
      await open(excel, small);
      let hear = (): void => {};
      const heard = new Promise<void>((done) => {
        hear = done;
      });
      host = createExcelHost({
        wait: (call) => {
          call();
          return () => {};
        },
      });
      const stop = await host.onChange(() => hear());
      const { output } = await checkForOutput(host);
      excel.host.user.write("表4预算执行", "C4", [[7]]);
      await heard;
      const before = snapshot(excel.host.workbook);
      expect((await problemOfCall(host.write(output))).code).toBe("changed-meanwhile");
      expect(differences(before, snapshot(excel.host.workbook))).toEqual([]);
      await stop();
    },
    LIMIT,
  );

  test(
    "a sheet renamed between check and insert: refused, nothing written",
    async () => {
      await start(small);
      const { output } = await checkForOutput(host);
      excel.host.user.renameSheet("表4预算执行", "改名");
      const before = snapshot(excel.host.workbook);
      expect((await problemOfCall(host.write(output))).code).toBe("changed-meanwhile");
      expect(differences(before, snapshot(excel.host.workbook))).toEqual([]);
    },
    LIMIT,
  );
});

function longCell(column: number): CellModel {
  return { value: { kind: "text", text: `合计行不等于各行之和，请核对${column}` }, style: "wrapped" };
}

/** Numbers without the residue of binary arithmetic. */
function shown(value: CellValue | undefined): string {
  if (typeof value === "object") return value.error;
  return typeof value === "number" ? value.toFixed(9) : String(value ?? "");
}

function wanted(value: ModelValue): string {
  if (value.kind === "empty") return "";
  return value.kind === "text" ? value.text : Number(value.value).toFixed(9);
}

function cellsOf(area: {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}): readonly string[] {
  const cells: string[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) cells.push(cellName({ row, column }));
  }
  return cells;
}
