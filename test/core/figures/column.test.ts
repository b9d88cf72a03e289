import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readFigure } from "../../../src/core/figures/cell";
import { leastDecimals, readFigures } from "../../../src/core/figures/column";
import { decimalOf, plain } from "../../../src/core/figures/decimal";
import { CONVERTED, type FigureColumn, SHOWN_OTHERWISE, STATES } from "../../../src/core/figures/figure";
import { sumOf, valueAt } from "../../../src/core/figures/sum";
import { countUnit, DAYS, FRACTION, moneyUnit, PERCENT, type Unit } from "../../../src/core/figures/unit";
import { SheetBuilder } from "../../../src/core/workbook/snapshot";

const RULES = { decimals: { 万元: 2 }, rateDecimals: 4 };

function money(name: string): Unit {
  const unit = moneyUnit(name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
}

const WAN = money("万元");
const YUAN = money("元");

type Cell =
  | number
  | string
  | boolean
  | undefined
  | { error: string }
  | { formula: string }
  | [number, string];

function read(cells: readonly Cell[], unit: Unit): FigureColumn {
  const sheet = new SheetBuilder("表");
  cells.forEach((cell, row) => {
    if (typeof cell === "number") sheet.setNumber(row, 3, cell);
    else if (typeof cell === "string") sheet.setText(row, 3, cell);
    else if (typeof cell === "boolean") sheet.setBoolean(row, 3, cell);
    else if (Array.isArray(cell)) {
      sheet.setNumber(row, 3, cell[0]);
      sheet.setFormat(row, 3, cell[1]);
    } else if (cell !== undefined && "error" in cell) sheet.setError(row, 3, cell.error);
    else if (cell !== undefined) sheet.setFormula(row, 3, cell.formula, false);
  });
  const rows = Int32Array.from(cells.keys());
  return readFigures(sheet, 3, rows, unit, leastDecimals(unit, RULES));
}

function values(column: FigureColumn): string[] {
  return [...column.states].map((state, index) =>
    STATES[state] === "figure" ? plain(valueAt(column, index)) : (STATES[state] ?? "?"),
  );
}

describe("a column of figures", () => {
  test("tells figures, nothing, and what is neither apart", () => {
    const column = read(
      [1.5, "2.25", undefined, "—", "", "待定", true, { error: "#REF!" }, { formula: "A1" }, 0, "1.2.3"],
      WAN,
    );
    expect(values(column)).toEqual([
      "1.5",
      "2.25",
      "nothing",
      "nothing",
      "nothing",
      "not-a-number",
      "not-a-number",
      "error-value",
      "not-calculated",
      "0",
      "not-a-number",
    ]);
    expect([...column.fromText]).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("reads only the rows asked for, in their order", () => {
    const sheet = new SheetBuilder("表");
    for (let row = 0; row < 5; row += 1) sheet.setNumber(row, 0, row * 10);
    expect(values(readFigures(sheet, 0, Int32Array.of(4, 1), WAN, 2))).toEqual(["40", "10"]);
  });

  test("written precision: own decimals, at least the fixed format's, else the unit's", () => {
    const column = read(
      [
        100000,
        [100000, "#,##0.000_ "],
        [334.268, "0.00"],
        [5, "General"],
        [5, "0.0##"],
        [5, "0"],
        [5, "#,##0"],
        [5, "0.0"],
        "100",
        "100.500",
      ],
      WAN,
    );
    expect([...column.decimals]).toEqual([2, 3, 3, 2, 2, 2, 2, 1, 2, 3]);
  });

  test("the asset parts sum exactly, which floats do not", () => {
    const column = read([65185.23, 9504.33, 59063.22, 84709.7], WAN);
    expect(plain(sumOf(column))).toBe("218462.48");
    expect(plain(sumOf(column, [0, 3]))).toBe("149894.93");
  });

  test("a float residue is cut to 15 digits", () => {
    expect(values(read([218462.47999999998, 0.1 + 0.2], WAN))).toEqual(["218462.48", "0.3"]);
  });

  test("a unit glued to the text converts exactly and is marked", () => {
    const column = read(["14.29亿元", "5元", "3.5万元", "12", "1.2亿", "5户", "5%", "¥5", "¥5万元"], WAN);
    expect(values(column)).toEqual([
      "142900",
      "0.0005",
      "3.5",
      "12",
      "12000",
      "not-a-number",
      "not-a-number",
      "not-a-number",
      "5",
    ]);
    expect([...column.marks]).toEqual([CONVERTED, CONVERTED, 0, 0, CONVERTED, 0, 0, 0, 0]);
    expect(values(read(["¥5", "1.5万元"], YUAN))).toEqual(["5", "15000"]);
  });

  test("元 shown as 万元 under a label 万元 is converted; under a label 元 it stays and is marked", () => {
    const wan = read(
      [
        [1234567.8, "0!.0,"],
        [1234567.8, '0"."0,'],
        [5, "0.00"],
      ],
      WAN,
    );
    expect(values(wan)).toEqual(["123.45678", "123.45678", "5"]);
    expect([...wan.marks]).toEqual([CONVERTED, CONVERTED, 0]);
    const yuan = read(
      [
        [1234567.8, "0!.0,"],
        [1234567.8, "#,##0.00,,"],
        [1234567.8, '0!.0,"万"'],
      ],
      YUAN,
    );
    expect(values(yuan)).toEqual(["1234567.8", "1234567.8", "1234567.8"]);
    expect([...yuan.marks]).toEqual([SHOWN_OTHERWISE, SHOWN_OTHERWISE, SHOWN_OTHERWISE]);
  });

  test("a format that names another unit than the label", () => {
    const column = read(
      [
        [5, '0.00"万元"'],
        [5, '0.00"元"'],
        [50000, '0!.0,"万元"'],
      ],
      WAN,
    );
    expect(values(column)).toEqual(["5", "0.0005", "5"]);
    expect([...column.marks]).toEqual([0, CONVERTED + SHOWN_OTHERWISE, CONVERTED]);
  });

  test("an amount that its format shows as a date or a percentage is taken as stored and marked", () => {
    const column = read(
      [
        [2184624800, 'yyyy"年"m"月"d"日"'],
        [5, "0.00%"],
        [5, ";;;"],
        [0, '0.00;-0.00;"—"'],
      ],
      WAN,
    );
    expect(values(column)).toEqual(["2184624800", "5", "5", "0"]);
    expect([...column.marks]).toEqual([SHOWN_OTHERWISE, SHOWN_OTHERWISE, SHOWN_OTHERWISE, 0]);
  });

  test("counts are exact and keep 户 from 人", () => {
    const column = read([4219, "459户", "1.3万户", "12人", "5元"], countUnit("户"));
    expect(values(column)).toEqual(["4219", "459", "13000", "not-a-number", "not-a-number"]);
    expect([...column.decimals]).toEqual([0, 0, 0, 0, 0]);
    expect(values(read(["275个", "275项"], countUnit("个")))).toEqual(["275", "275"]);
    expect(values(read(["5天", 5, "5户"], DAYS))).toEqual(["5", "5", "not-a-number"]);
  });

  test("rates as fractions", () => {
    const column = read(
      [0.9977, [0.8, "0.00%"], [0.8, "0.000%"], "99.77%", "0.5", 0.997660827856171, [1, "0%"]],
      FRACTION,
    );
    expect(values(column)).toEqual(["0.9977", "0.8", "0.8", "0.9977", "0.5", "0.997660827856171", "1"]);
    expect([...column.decimals]).toEqual([4, 4, 5, 4, 4, 15, 4]);
    expect([...column.marks]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test("rates in points, a % cell among them", () => {
    const column = read([99.77, "99.77%", "99.8", [0.9977, "0.00%"], [99.77, "0.00%"], 100], PERCENT);
    expect(values(column)).toEqual(["99.77", "99.77", "99.8", "99.77", "99.77", "100"]);
    expect([...column.decimals]).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test("digits beyond the safe integers are kept", () => {
    const column = read(["9007199254740993", "0.0000001", 1e20], WAN);
    expect(column.big).toBeDefined();
    expect(values(column)).toEqual(["9007199254740993", "0.0000001", "100000000000000000000"]);
    expect(plain(sumOf(column))).toBe("100009007199254740993.0000001");
  });

  test("one cell reads as its column does", () => {
    const sheet = new SheetBuilder("表5");
    sheet.setText(7, 3, "１７２９０．１２");
    sheet.setError(8, 3, "#DIV/0!");
    const reading = readFigure(sheet, 7, 3, WAN, 2);
    if (reading.state !== "figure") throw new Error(reading.state);
    expect(plain(reading.figure.value)).toBe("17290.12");
    expect(reading.figure).toMatchObject({
      decimals: 2,
      fromText: true,
      marks: 0,
      cell: { sheet: "表5", row: 7, column: 3 },
    });
    expect(readFigure(sheet, 8, 3, WAN, 2)).toEqual({ state: "error-value" });
    expect(readFigure(sheet, 9, 3, WAN, 2)).toEqual({ state: "nothing" });
  });

  test("sums are exact whatever the order, as numbers or as text", () => {
    const amounts = fc.array(
      fc.record({
        units: fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }),
        scale: fc.integer({ min: 0, max: 6 }),
        text: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1000 }), (list, seed) => {
        const cells = list.map(({ units, scale, text }) => {
          const written = decimalOf(units, scale).toFixed();
          return text ? written : Number(written);
        });
        const turn = seed % cells.length;
        const turned = [...cells.slice(turn), ...cells.slice(0, turn)].reverse();
        // The expected sum in plain integers of the sixth decimal.
        const expected = list.reduce(
          (sum, { units, scale }) => sum + BigInt(units) * 10n ** BigInt(6 - scale),
          0n,
        );
        const sum = plain(decimalOf(expected, 6));
        expect(plain(sumOf(read(cells, WAN)))).toBe(sum);
        expect(plain(sumOf(read(turned, WAN)))).toBe(sum);
      }),
    );
  });
});

test("least written precision by unit", () => {
  expect(leastDecimals(WAN, RULES)).toBe(2);
  expect(leastDecimals(YUAN, RULES)).toBe(2);
  expect(leastDecimals(FRACTION, RULES)).toBe(4);
  expect(leastDecimals(PERCENT, RULES)).toBe(2);
  expect(leastDecimals(countUnit("户"), RULES)).toBe(0);
});
