/** Reading by and by: what is asked for, and that the outcome is that of a workbook read whole. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { NO_ANSWERS } from "../../src/core/answers/answers";
import { type Evaluation, evaluate } from "../../src/core/evaluate";
import { readGradually } from "../../src/core/gradual";
import type { SheetArea } from "../../src/core/workbook/address";
import { SheetBuilder, type WorkbookSnapshot, workbookOf } from "../../src/core/workbook/snapshot";
import { readXlsx } from "../../src/hosts/file/read-xlsx";
import { xjBridging2021 as pack } from "../../src/packs/xj-bridging-2021/index";

const whole = readXlsx(readFileSync("assets/samples/bazhou-2021-as-reported.xlsx"));
const judge = (workbook: WorkbookSnapshot): Evaluation =>
  evaluate(workbook, pack, NO_ANSWERS, { language: "zh-CN" });

/** The workbook as a host has it at first: formats are told only where `format` gives one. */
function bare(format: (sheet: string, row: number, column: number) => string | undefined): {
  readonly workbook: WorkbookSnapshot;
  readonly read: (areas: readonly SheetArea[]) => void;
} {
  const sheets = whole.sheets.map((from) => {
    const to = new SheetBuilder(from.name, from.visibility);
    for (const merge of from.merges) to.addMerge(merge);
    for (let row = 0; row < from.rowCount; row += 1) {
      for (let column = 0; column < from.columnCount; column += 1) {
        const kind = from.kind(row, column);
        if (kind === "number") to.setNumber(row, column, from.number(row, column));
        else if (kind === "text") to.setText(row, column, from.text(row, column));
        const told = format(from.name, row, column);
        if (told !== undefined) to.setFormat(row, column, told);
      }
    }
    return to;
  });
  return {
    workbook: workbookOf(sheets),
    read(areas) {
      for (const { sheet: name, top, bottom, left, right } of areas) {
        const from = whole.sheets.find((sheet) => sheet.name === name);
        const to = sheets.find((sheet) => sheet.name === name);
        for (let row = top; row <= bottom; row += 1)
          for (let column = left; column <= right; column += 1)
            to?.setFormat(row, column, from?.format(row, column) ?? "General");
      }
    },
  };
}

const trueFormat = (name: string, row: number, column: number): string | undefined =>
  whole.sheets.find((sheet) => sheet.name === name)?.format(row, column);
const everything = whole.sheets.map(
  ({ name, rowCount, columnCount }): SheetArea => ({
    sheet: name,
    top: 0,
    left: 0,
    bottom: rowCount - 1,
    right: columnCount - 1,
  }),
);

describe("reading by and by", () => {
  test("formats told beforehand are not asked for, and the judgement is that of the whole workbook", () => {
    const gradual = readGradually();
    gradual.told(everything);
    const evaluation = judge(gradual.view(bare(trueFormat).workbook));
    expect(gradual.next(evaluation).formats).toEqual([]);
    expect(evaluation).toEqual(judge(whole));
  });

  test("without them they are asked for by rounds until nothing is wanted, with the same outcome", () => {
    const gradual = readGradually();
    const { workbook, read } = bare(() => undefined);
    let evaluation = judge(gradual.view(workbook));
    let asked = 0;
    for (
      let wanted = gradual.next(evaluation);
      wanted.formats.length > 0;
      wanted = gradual.next(evaluation)
    ) {
      asked += 1;
      read(wanted.formats);
      if (!gradual.stands()) evaluation = judge(gradual.view(workbook));
    }
    expect(asked).toBeGreaterThan(0);
    expect(evaluation).toEqual(judge(whole));
  });

  test("a judgement stands only where every format is as it was taken for", () => {
    const other = (change: boolean): boolean => {
      const gradual = readGradually();
      const { workbook, read } = bare(() => undefined);
      const [first] = gradual.next(judge(gradual.view(workbook))).formats;
      if (first === undefined) throw new Error("nothing was asked for");
      expect(gradual.stands()).toBe(true);
      if (change) read([first]);
      return gradual.stands();
    };
    expect(other(false)).toBe(true);
    expect(other(true)).toBe(false);
  });

  test("formats told of the first rows stand for a long column; a cell of another unit among them has all read", () => {
    const sheet = new SheetBuilder("表");
    for (let row = 0; row < 1000; row += 1) {
      sheet.setNumber(row, 0, row);
      sheet.setFormat(row, 0, "0.000");
    }
    const askedAfter = (odd: string): readonly SheetArea[] => {
      sheet.setFormat(5, 0, odd);
      const gradual = readGradually();
      gradual.told([
        { sheet: "表", top: 0, left: 0, bottom: 9, right: 0 },
        { sheet: "表", top: 990, left: 0, bottom: 999, right: 0 },
      ]);
      const [view] = gradual.view(workbookOf([sheet])).sheets;
      for (let row = 0; row < 1000; row += 1) view?.format(row, 0);
      return gradual.next(judge(workbookOf([]))).formats;
    };
    expect(askedAfter("0.000")).toEqual([]);
    expect(askedAfter("0!.0,")).toEqual([{ sheet: "表", top: 10, left: 0, bottom: 989, right: 0 }]);
  });
});
