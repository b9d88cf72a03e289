import { describe, expect, test } from "@jest/globals";
import { readEntries } from "../../../src/core/answers/entries";
import { writtenSheet, type WrittenSheet } from "../../../src/core/answers/written";
import { formatMark } from "../../../src/core/sheets/mark";
import type { CellModel, SheetModel, StyleName } from "../../../src/core/sheets/model";
import { SheetBuilder, workbookOf } from "../../../src/core/workbook/snapshot";

function text(value: string, style: StyleName = "text"): CellModel {
  return { value: { kind: "text", text: value }, style };
}

const EMPTY = { kind: "empty" } as const;

const ROWS: readonly (readonly CellModel[])[] = [
  [text("绩效自评得分表", "title")],
  [text("序号", "header"), text("指标", "header"), text("自评得分", "header"), text("佐证材料", "header")],
  [
    text("1"),
    text("甲"),
    { value: { kind: "number", value: "5" }, style: "score-input", entry: { kind: "score", no: "1" } },
    { value: EMPTY, style: "text-input", entry: { kind: "evidence", no: "1" } },
  ],
  [
    text("9"),
    text("乙"),
    { value: { kind: "formula", formula: "1+9", value: "10", type: "number" }, style: "score" },
    { value: EMPTY, style: "text-input", entry: { kind: "evidence", no: "9" } },
  ],
  [text(""), text("小计"), { value: { kind: "number", value: "15" }, style: "subtotal-score" }],
];

const MODEL: SheetModel = {
  kind: "score",
  name: "绩效自评得分表",
  columns: [],
  rows: ROWS.map((cells) => ({ points: 20, cells })),
  merges: [],
  validations: [],
  chart: undefined,
  filter: undefined,
  freeze: { rows: 2, columns: 0 },
  print: {
    orientation: "landscape",
    area: { top: 0, left: 0, bottom: 4, right: 3 },
    titleRows: undefined,
    footer: "",
  },
};

const WRITTEN = writtenSheet(MODEL, "7f3a", "绩效自评得分表", []);

/** The sheet as written, with rows and columns shifted and cells changed by hand. */
function sheet(name: string, down: number, right: number, change: (one: SheetBuilder) => void): SheetBuilder {
  const built = new SheetBuilder(name);
  MODEL.rows.forEach(({ cells }, row) => {
    cells.forEach((cell, column) => {
      const at = [row + down, column + right] as const;
      const value = cell?.value;
      if (value === undefined || value.kind === "empty") return;
      if (value.kind === "text") built.setText(...at, value.text);
      else built.setNumber(...at, Number(value.value));
      if (value.kind === "formula") built.setFormula(...at, value.formula);
    });
  });
  change(built);
  return built;
}

function entriesOf(built: SheetBuilder, written: WrittenSheet = WRITTEN): string[] {
  const workbook = workbookOf([built], { ownSheets: [{ sheet: built.name, mark: formatMark(written) }] });
  return readEntries(workbook, [written]).entries.map(
    ({ entry, cell, written: was, typed, formulaGone }) =>
      `${entry.kind}${entry.kind === "explanation" ? "" : ` ${entry.no}`} ${cell.row},${cell.column} ${was}→${typed}${formulaGone ? " gone" : ""}`,
  );
}

describe("what stands on our sheets", () => {
  test("the record of a sheet: headers and entries, no subtotal", () => {
    expect(WRITTEN.headers).toEqual([
      { role: "key", at: "A2", text: "序号" },
      { role: "score", at: "C2", text: "自评得分" },
      { role: "evidence", at: "D2", text: "佐证材料" },
    ]);
    expect(WRITTEN.cells.map(({ at, key, value }) => `${at} ${key} ${value}`)).toEqual([
      "C3 1 5",
      "D3 1 ",
      "C4 9 10",
      "D4 9 ",
    ]);
  });

  test("is read back with its edits", () => {
    const built = sheet("绩效自评得分表", 0, 0, (one) => {
      one.setNumber(2, 2, 4.5);
      one.setText(2, 3, " 文件\r\n第二行 ");
    });
    expect(entriesOf(built)).toEqual([
      "score 1 2,2 5→4.5",
      "evidence 1 2,3 →文件\n第二行",
      "computed 9 3,2 10→10",
      "evidence 9 3,3 →",
    ]);
  });

  test("follows inserted rows and columns and a renamed sheet", () => {
    expect(entriesOf(sheet("我的得分", 3, 2, (one) => one.setNumber(5, 4, 3)))[0]).toBe("score 1 5,4 5→3");
  });

  test("follows sorted rows by their number, also where numbers are numbers", () => {
    const built = new SheetBuilder("绩效自评得分表");
    ["序号", "指标", "自评得分", "佐证材料"].forEach((word, column) => built.setText(1, column, word));
    built.setNumber(2, 0, 9);
    built.setNumber(2, 2, 8);
    built.setNumber(3, 0, 1);
    built.setNumber(3, 2, 5);
    expect(entriesOf(built)).toEqual([
      "score 1 3,2 5→5",
      "evidence 1 3,3 →",
      "computed 9 2,2 10→8 gone",
      "evidence 9 2,3 →",
    ]);
  });

  test("a row or header that is gone says nothing, and the header is named", () => {
    const built = sheet("绩效自评得分表", 0, 0, (one) => {
      one.setText(3, 0, "x");
      one.setText(1, 3, "附件");
    });
    expect(entriesOf(built)).toEqual(["score 1 2,2 5→5"]);
    const workbook = workbookOf([built], { ownSheets: [{ sheet: built.name, mark: formatMark(WRITTEN) }] });
    expect(readEntries(workbook, [WRITTEN]).problems.map((one) => one["zh-CN"])).toEqual([
      expect.stringContaining("佐证材料"),
    ]);
  });

  test("of sheets with one mark the recorded name is read, a copy is the officer's", () => {
    const original = sheet("绩效自评得分表", 0, 0, () => undefined);
    const copy = sheet("绩效自评得分表 (2)", 0, 0, (one) => one.setNumber(2, 2, 1));
    const mark = formatMark(WRITTEN);
    const ownSheets = [copy, original].map(({ name }) => ({ sheet: name, mark }));
    const read = readEntries(workbookOf([copy, original], { ownSheets }), [WRITTEN]);
    expect(read.entries[0]).toMatchObject({ typed: "5", cell: { sheet: "绩效自评得分表" } });
  });

  test("of rows with one number the one nearest to where it was is read, whichever side a copy stands", () => {
    const copied = (at: number): string | undefined =>
      entriesOf(
        sheet("绩效自评得分表", 0, 0, (one) => {
          one.setText(at, 0, "9");
          one.setNumber(at, 2, 7);
        }),
      )[2];
    expect(copied(9)).toBe("computed 9 3,2 10→10");
    const above = sheet("绩效自评得分表", 0, 0, (one) => one.setText(2, 0, "9"));
    expect(entriesOf(above)).toEqual(["computed 9 3,2 10→10", "evidence 9 3,3 →"]);
  });

  test("a record of a sheet that is gone, or of a header without a place, gives no entry", () => {
    expect(readEntries(workbookOf([]), [WRITTEN])).toEqual({ entries: [], problems: [] });
    const headers = WRITTEN.headers.map((one) => ({ ...one, at: "?" }));
    const built = sheet("绩效自评得分表", 0, 0, () => undefined);
    const workbook = workbookOf([built], { ownSheets: [{ sheet: built.name, mark: formatMark(WRITTEN) }] });
    const read = readEntries(workbook, [{ ...WRITTEN, headers }]);
    expect([read.entries, read.problems.length]).toEqual([[], 3]);
  });

  test("a logical value or an error in an entry is what it shows, a number beyond all numbers nothing", () => {
    const built = sheet("绩效自评得分表", 0, 0, (one) => {
      one.setNumber(2, 2, Number.POSITIVE_INFINITY);
      one.setBoolean(2, 3, true);
      one.setBoolean(3, 2, false);
      one.setError(3, 3, "#N/A");
    });
    expect(entriesOf(built)).toEqual([
      "score 1 2,2 5→",
      "evidence 1 2,3 →TRUE",
      "computed 9 3,2 10→FALSE",
      "evidence 9 3,3 →#N/A",
    ]);
  });
});
