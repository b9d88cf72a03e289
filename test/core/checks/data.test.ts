/** Findings about the data itself: each kind, its severity and its cell; none of them counted as a comparison. */
import { expect, test } from "@jest/globals";
import { runChecks } from "../../../src/core/checks/run";
import { createContext } from "../../../src/core/rules/language";
import { cellAddress } from "../../../src/core/workbook/address";
import { type Book, bookOf, type Column, COUNTIES } from "../rules/book";

const COLUMNS: readonly Column[] = [
  { name: "县市", type: "key", dimension: COUNTIES.name },
  { name: "金额", type: "money" },
  { name: "率", type: "rate" },
  { name: "日期", type: "date" },
];

function found(book: Book): readonly string[] {
  const result = runChecks(book.context, { language: "zh-CN" });
  expect(result.counts).toEqual({ run: 0, passed: 0, errors: 0, warnings: 0, notices: 0 });
  return result.findings.map(
    ({ rule, severity, cell, message }) =>
      `${rule} ${severity} ${cell === undefined ? "-" : cellAddress(cell)} ${message}`,
  );
}

test("nothing to say of figures, dates and marks for nothing", () => {
  const rows = [
    ["轮台县", 5, 0.5, "2021年4月20日"],
    ["和静县", "—", "/", "无"],
    ["若羌县", undefined, undefined, undefined],
  ];
  expect(found(bookOf({ name: "表", columns: COLUMNS, rows }))).toEqual([]);
});

test("cells that hold no figure", () => {
  const rows = [
    ["轮台县", { error: "#REF!" }, "很高", "待定"],
    [{ error: "#N/A" }, { formula: "C2*2" }, 0.5, 44300],
    ["若羌县", "1,234.50", "99.77%", "20210420"],
    [{ formula: "A9" }, 1, 0.5, 5],
  ];
  const totals = [["合计", "约1200", undefined, undefined]];
  expect([...found(bookOf({ name: "表", columns: COLUMNS, rows, totals }))].sort()).toEqual(
    [
      "data.error-value error '表'!A3 县市是错误值 #N/A，没有参加计算；请改正公式。",
      "data.error-value error '表'!B2 金额是错误值 #REF!，没有参加计算；请改正公式。",
      "data.not-calculated error '表'!B3 金额的公式没有计算结果；请在表格软件中重新计算并保存。",
      "data.text-number notice '表'!B4 金额“1,234.50”是文本，已按 1234.5万元 读取；请改为数字。",
      "data.not-a-number error '表'!B6 金额应为数字，单元格里是“约1200”。",
      "data.not-calculated error '表'!A5 县市的公式没有计算结果；请在表格软件中重新计算并保存。",
      "data.not-a-number error '表'!D5 日期应为日期，单元格里是“5”。",
      "data.not-a-number error '表'!C2 率应为数字，单元格里是“很高”。",
      "data.text-number notice '表'!C4 率“99.77%”是文本，已按 0.9977 读取；请改为数字。",
      "data.not-a-number error '表'!D2 日期应为日期，单元格里是“待定”。",
    ].sort(),
  );
});

test.each([
  [true, "TRUE"],
  [false, "FALSE"],
])("a truth value %s is no figure", (value, shown) => {
  const book = bookOf({ name: "表", columns: COLUMNS, rows: [["轮台县"]] });
  book.sheets.get("表")?.setBoolean(1, 1, value);
  expect(found(book)).toEqual([`data.not-a-number error '表'!B2 金额应为数字，单元格里是“${shown}”。`]);
});

test("units: tables apart from the others, columns apart from their table, cells apart from their header", () => {
  const table = (name: string, unit: string, more: Partial<Column> = {}) => ({
    name,
    unit,
    columns: [{ name: "额", type: "money" as const, ...more }],
    rows: [[5], [{ value: 60000, format: "0!.0," }]],
  });
  const messages = found(bookOf(table("甲", "万元"), table("乙", "万元", { unit: "元" }), table("丙", "元")));
  expect(messages).toEqual([
    "data.unit notice '甲'!A3 额列有 1 个单元格的单位与表头的万元不同；已换算。",
    "data.unit warning '乙'!A3 额列有 1 个单元格的数字格式显示的与表头的元不同，按存储的数值读取；请核对单位。",
    "data.unit notice '乙'!A1 额列的单位是元，本表是万元；已换算。",
    "data.unit warning '丙'!A3 额列有 1 个单元格的数字格式显示的与表头的元不同，按存储的数值读取；请核对单位。",
    "data.unit notice '丙'!A1 丙表的单位是元，其他表是万元；已换算。",
  ]);
});

test("a column that a table may lack is said where a check needs it", () => {
  const columns = COLUMNS.map(
    (column): Column =>
      column.name === "率" || column.name === "日期"
        ? { ...column, required: false, present: false }
        : column,
  );
  const book = bookOf({ name: "表", columns, rows: [["轮台县", 5]] });
  const check = {
    id: "rule",
    name: { "zh-CN": "", en: "" },
    formulas: ["表.率 <= 92%"],
    level: "error",
    help: { "zh-CN": "", en: "" },
  } as const;
  const pack = { ...book.pack, checks: [check] };
  const context = createContext(pack, book.context.recognition, book.context.workbook);
  const result = runChecks(context, { language: "zh-CN" });
  expect(result.findings.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`)).toEqual([
    "column.missing notice 表表没有“率”列，用到它的校验没有运行；有该列的请检查表头。",
  ]);
  expect(result.notRun).toEqual([{ rule: "rule", table: "表", why: "“表”表没有找到“率”列。" }]);
});

test("a column that a table may lack, and that two headings fit, is asked about once", () => {
  const columns = COLUMNS.map(
    (column): Column => (column.name === "率" ? { ...column, required: false, present: false } : column),
  );
  const book = bookOf({ name: "表", columns, rows: [["轮台县", 5]] });
  const text = { "zh-CN": "", en: "" };
  const check = { id: "rule", name: text, formulas: ["表.率 <= 92%"], level: "error", help: text } as const;
  const [table] = book.context.recognition.tables;
  const column = table?.spec.columns[2];
  if (table === undefined || column === undefined) throw new Error("drawn");
  const candidates = [2, 5].map((at) => ({ sheet: "表", row: 0, column: at }));
  const recognition = { ...book.context.recognition, missingColumns: [{ table, column, candidates }] };
  const context = createContext({ ...book.pack, checks: [check] }, recognition, book.context.workbook);
  expect(runChecks(context, { language: "zh-CN" }).findings.map(({ message }) => message)).toEqual([
    "表表有 2 列都像“率”：C1、F1；请改明表头。",
  ]);
});

test("a table that a pack may do without is not asked for", () => {
  const book = bookOf({ name: "表", columns: COLUMNS, rows: [], missing: true });
  const missing = book.context.recognition.missing.map((spec) => ({ ...spec, required: false }));
  const recognition = { ...book.context.recognition, missing };
  expect(found({ ...book, context: createContext(book.pack, recognition, book.context.workbook) })).toEqual(
    [],
  );
});

test("one place alone is in doubt for another reason than a second one", () => {
  const book = bookOf(
    { name: "甲", columns: COLUMNS, rows: [["轮台县", 1, 1, 44300]] },
    { name: "乙", columns: COLUMNS, rows: [], missing: true },
  );
  const { recognition, workbook } = book.context;
  const range = { top: 3, left: 1, bottom: 9, right: 4 };
  const ambiguous = recognition.missing.map((table) => ({
    table,
    candidates: [{ sheet: "丙", range, why: "" }],
  }));
  const context = createContext(book.pack, { ...recognition, missing: [], ambiguous }, workbook);
  expect(found({ ...book, context })).toEqual([
    "table.ambiguous error '丙'!B4 只有 '丙'!B4:E10 像乙表，但它也可能是别的表，或写着别的年份；如果就是它，请指定。",
  ]);
});

test("tables and columns that were not found, or fit twice", () => {
  const book = bookOf(
    { name: "甲", columns: COLUMNS, rows: [["轮台县", 1, 1, 44300]] },
    { name: "乙", columns: COLUMNS, rows: [], missing: true },
  );
  const [table] = book.context.recognition.tables;
  const [spec, other] = book.pack.tables;
  if (table === undefined || spec === undefined || other === undefined) throw new Error("both are drawn");
  const [, money, rate] = spec.columns;
  if (money === undefined || rate === undefined) throw new Error("drawn");
  const area = { top: 3, left: 1, bottom: 9, right: 4 };
  const context = createContext(
    book.pack,
    {
      tables: [table],
      missing: [other],
      ambiguous: [
        {
          table: spec,
          candidates: [
            { sheet: "甲", range: area, why: "" },
            { sheet: "丙", range: area, why: "" },
          ],
        },
      ],
      missingColumns: [
        { table, column: money, candidates: [] },
        { table, column: { ...rate, required: false }, candidates: [] },
        {
          table,
          column: rate,
          candidates: [
            { sheet: "甲", row: 0, column: 2 },
            { sheet: "甲", row: 0, column: 5 },
          ],
        },
      ],
    },
    book.context.workbook,
  );
  expect(found({ ...book, context })).toEqual([
    "table.missing error - 没有找到乙表；请检查表头，或指定它在哪里。",
    "table.ambiguous error '甲'!B4 有 2 处都像甲表：'甲'!B4:E10、'丙'!B4:E10；请指定用哪一处；若是一张表分成几处，请先合到一处。",
    "column.missing error '甲'!A1 甲表没有找到“金额”列；请检查表头。",
    "column.missing error '甲'!C1 甲表有 2 列都像“率”：C1、F1；请改明表头。",
  ]);
});
