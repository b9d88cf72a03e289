/** Live formula text: what is written, in which unit, and where there is none because it would be misread. */
import { describe, expect, test } from "@jest/globals";
import { areaAddress } from "../../../src/core/workbook/address";
import { compileExpression, excelFormula } from "../../../src/core/rules/language";
import { type Book, bookOf, type Cell, type Column, COUNTIES, SOURCES } from "./book";

const COLUMNS: readonly Column[] = [
  { name: "县市", type: "key", dimension: COUNTIES.name },
  { name: "来源", type: "key", dimension: SOURCES.name },
  { name: "算", type: "money" },
  { name: "支", type: "money" },
  { name: "收到", type: "date" },
  { name: "下达", type: "date" },
  { name: "类", type: "text" },
  { name: "户", type: "count", unit: "户" },
  { name: "率", type: "rate", unit: "%" },
  { name: "缺", type: "text", present: false },
];
const ROWS: readonly (readonly Cell[])[] = [
  ["轮台县", "中央", 10, 4, 44300, 44303, "路", 3, 40],
  ["和静县", "中央资金", 5.5, 5, 44300, 44309, "水", 4, 90],
  ["和静县", "县级", 20, undefined, 44300, undefined, "—", 5, 0],
];

function book(
  change: Readonly<Record<number, Readonly<Record<number, Cell>>>> = {},
  totals: readonly (readonly Cell[])[] = [
    ["合计", undefined, 35.5, 9, undefined, undefined, undefined, 12, 25],
  ],
): Book {
  const rows = ROWS.map((cells, row) => cells.map((cell, index) => change[row]?.[index] ?? cell));
  return bookOf(
    { name: "表1'资金", columns: COLUMNS, rows, totals },
    { name: "元表", columns: [{ name: "额", type: "money" }], rows: [[5000]], unit: "元" },
    { name: "空白", columns: [{ name: "额", type: "money" }], rows: [] },
  );
}

function written(text: string, one = book()): string {
  const compiled = compileExpression(
    text.replaceAll("表.", "「表1'资金」.").replaceAll("元「表1'资金」.", "元表."),
    one.pack,
  );
  if (!compiled.ok) throw new Error(compiled.errors.map(({ message }) => message.en).join());
  const found = excelFormula(compiled.value, one.context);
  return found.ok ? found.formula : found.why["zh-CN"];
}

const S = "'表1''资金'!";

describe("what is written", () => {
  test.each([
    ["合计(表.算)", `${S}$C$5`],
    ["求和(表.支)", `SUM(${S}$D$2:$D$4)`],
    ["合计(表.支) / 合计(表.算)", `${S}$D$5/${S}$C$5`],
    ["1 - 合计(表.支) / (合计(表.算) - 合计(表.支))", `1-${S}$D$5/(${S}$C$5-${S}$D$5)`],
    ['求和(表.算 当 表.县市 = "和静县")', `SUMPRODUCT((${S}$A$2:$A$4="和静县")*${S}$C$2:$C$4)`],
    [
      '求和(表.算 当 表.来源 属于 ("中央"))',
      `SUMPRODUCT(((${S}$B$2:$B$4="中央")+(${S}$B$2:$B$4="中央资金"))*${S}$C$2:$C$4)`,
    ],
    [
      "求和(表.算 当 天数(表.收到, 表.下达) <= 5天)",
      `SUMPRODUCT((${S}$E$2:$E$4<>"")*(${S}$F$2:$F$4<>"")*((${S}$F$2:$F$4-${S}$E$2:$E$4)<=5)*${S}$C$2:$C$4)`,
    ],
    ["计数(表1)", `ROWS(${S}$A$2:$A$4)`],
    ["计数(表1 当 有值(表.下达)) / 计数(表1)", `SUMPRODUCT((${S}$F$2:$F$4<>"")*1)/ROWS(${S}$A$2:$A$4)`],
    ["求和(表.算 - 表.支)", `SUMPRODUCT(((${S}$C$2:$C$4)-(${S}$D$2:$D$4)))`],
    ["合计(元表.额) + 合计(表.算)", `SUM('元表'!$A$2)+${S}$C$5*10000`],
    ["合计(表.算) + 合计(元表.额)", `${S}$C$5+SUM('元表'!$A$2)*0.0001`],
    ["合计(表.算) + 5000元", `${S}$C$5+0.5`],
    ["最小(合计(表.算), 合计(表.支))", `MIN(${S}$C$5,${S}$D$5)`],
    ["最大(合计(表.算), 合计(表.支))", `MAX(${S}$C$5,${S}$D$5)`],
    ["绝对值(合计(表.支) - 合计(表.算))", `ABS(${S}$D$5-${S}$C$5)`],
    // Amounts within a quotient stand in the unit of the first: 5000 元 are half a 万元.
    ["最大(合计(表.算), 合计(元表.额)) / 合计(表.支)", `MAX(${S}$C$5,SUM('元表'!$A$2)*0.0001)/${S}$D$5`],
    // A rate held in points is written as it stands.
    ["合计(表.率)", `(${S}$I$5*0.01)*100`],
    ["求和(-表.支)", `SUMPRODUCT((-1*(${S}$D$2:$D$4)))`],
    ['求和(表.算 当 表.类 <> "路")', `SUMPRODUCT((1-(${S}$G$2:$G$4="路"))*${S}$C$2:$C$4)`],
    [
      '求和(表.算 当 表.类 = "路" 且 非 有值(表.类))',
      `SUMPRODUCT((${S}$G$2:$G$4="路")*(1-(${S}$G$2:$G$4<>"")*(${S}$G$2:$G$4<>"—"))*${S}$C$2:$C$4)`,
    ],
    [
      '求和(表.算 当 表.类 = "路" 或 表.类 = "水")',
      `SUMPRODUCT((((${S}$G$2:$G$4="路")+(${S}$G$2:$G$4="水"))>0)*${S}$C$2:$C$4)`,
    ],
    ["求和(表.算 当 表.户 >= 4户)", `SUMPRODUCT((${S}$H$2:$H$4>=4)*${S}$C$2:$C$4)`],
    [
      "求和(表.算 当 表.算 > 表.支)",
      `SUMPRODUCT((ROUND((${S}$C$2:$C$4)-(${S}$D$2:$D$4),8)>0)*${S}$C$2:$C$4)`,
    ],
    [
      "求和(表.算 当 表.率 > 50%)",
      `SUMPRODUCT((${S}$I$2:$I$4<>"")*(ROUND((${S}$I$2:$I$4*0.01)-(0.5),8)>0)*${S}$C$2:$C$4)`,
    ],
    [
      "求和(表.算 当 表.下达 > 表.收到)",
      `SUMPRODUCT((${S}$F$2:$F$4<>"")*(${S}$E$2:$E$4<>"")*(${S}$F$2:$F$4>${S}$E$2:$E$4)*${S}$C$2:$C$4)`,
    ],
    ["舍入(合计(表.算), 1)", `ROUND(${S}$C$5+SIGN(${S}$C$5)*0.0000000001,1)`],
  ])("%s", (text, formula) => {
    expect(written(text.replaceAll("计数(表1", "计数(「表1'资金」"))).toBe(formula);
  });

  test("no double minus, no unquoted sheet, no whole columns", () => {
    const formula = written("-合计(表.算) - -合计(表.支)");
    expect(formula).not.toContain("--");
    expect(formula).toBe(`(-${S}$C$5)-(-${S}$D$5)`);
  });

  test("the cells that it reads go with the formula", () => {
    const compiled = compileExpression("求和(「表1'资金」.算)", book().pack);
    if (!compiled.ok) throw new Error("compiles");
    const found = excelFormula(compiled.value, book().context);
    expect(found.ok && found.references.map(areaAddress)).toEqual([`${S}C2:C4`]);
  });
});

const TOO_INVOLVED = "条件较复杂，无法写成各软件结果一致的公式";

describe("where there is none", () => {
  test.each<[string, Book, string]>([
    ["求和(表.算)", book({ 0: { 2: "10" } }), "有数值以文本形式存放，公式无法可靠读取"],
    ["求和(表.算)", book({ 0: { 2: "12元" } }), "有数值以文本形式存放，公式无法可靠读取"],
    [
      '求和(表.支 当 表.县市 = "和静县")',
      book({ 2: { 3: "—" } }),
      "有单元格以“—”等符号表示无，公式会把它当作文字",
    ],
    [
      "求和(表.算 当 天数(表.收到, 表.下达) <= 5天)",
      book({ 0: { 4: "2021年4月14日" } }),
      "有数值以文本形式存放，公式无法可靠读取",
    ],
    [
      "求和(表.算 当 天数(表.收到, 表.下达) <= 5天)",
      book({ 0: { 5: { value: 44303.5, format: "yyyy/m/d h:mm" } } }),
      "日期带有时刻或不是日期序号",
    ],
    [
      "求和(表.算 当 工作日(表.收到, 表.下达) <= 5天)",
      book(),
      "工作日按国务院放假安排计算，表格公式没有这一日历",
    ],
    ["求和(空白.额)", book(), "没有数据行"],
    ["求和(表.算)", book({ 0: { 2: { value: 5, format: '0"元"' } } }), "有单元格的单位与列不同"],
    ['求和(表.算 当 表.县市 = "和静县")', book({ 0: { 2: { error: "#REF!" } } }), "有单元格不是数值"],
    ["求和(绝对值(表.算 - 表.支))", book(), TOO_INVOLVED],
    ['求和(表.算 当 "和静县" = 表.县市)', book(), TOO_INVOLVED],
    ["求和(表.算 当 表.县市 = 表.类)", book(), TOO_INVOLVED],
    ["求和(表.算 当 表.户 属于 (3, 4))", book(), TOO_INVOLVED],
    ["求和(表.算 当 有值(表.收到))", book({ 0: { 4: "待定" } }), "有单元格不是数值"],
    // Engines take A路 and a路 for the same text; we do not.
    ['求和(表.算 当 表.类 = "A路")', book({ 0: { 6: "a路" } }), "有文字只差大小写"],
    // The value needs no column of the right side, the formula would.
    ["求和(表.算 当 表.算 > 0 或 有值(表.缺))", book(), "“表1'资金”表没有找到“缺”列"],
    ['求和(表.算 当 表.县市 = "和静县")', book({ 0: { 0: 5 } }), "用作条件的列里有数字"],
    ["合计(表.算)", book({}, [["合计", undefined, { error: "#REF!" }, 9]]), `${S}C5：单元格是错误值`],
  ])("%s", (text, one, why) => {
    expect(written(text, one)).toBe(why);
  });
});
