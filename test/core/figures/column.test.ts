import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { leastDecimals, readFigures } from "../../../src/core/figures/column";
import { type Decimal, decimalOf, plain } from "../../../src/core/figures/decimal";
import { CONVERTED, FIGURE, type FigureColumn, SHOWN_OTHERWISE } from "../../../src/core/figures/figure";
import { ExactSum, unitsAt, valueAt } from "../../../src/core/figures/sum";
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

function read(cells: readonly Cell[], unit: Unit, label: Unit = unit): FigureColumn {
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
  return readFigures(sheet, 3, rows, unit, leastDecimals(unit, RULES), label);
}

const STATES = ["nothing", "figure", "not-a-number", "error-value", "not-calculated"];

function values(column: FigureColumn): (string | undefined)[] {
  return [...column.states].map((state, index) =>
    state === FIGURE ? plain(valueAt(column, index)) : STATES[state],
  );
}

function sumOf(column: FigureColumn): Decimal {
  const sum = new ExactSum();
  column.states.forEach((state, index) => {
    if (state === FIGURE) sum.add(unitsAt(column, index));
  });
  return decimalOf(sum.total(), column.scale);
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

  test("yuan that their format shows in the label's unit are shown as they should be, others among them not", () => {
    const column = read(
      [
        [88480000, "0!.0,"],
        [70000000, "0!.0000"],
        [50000000, "#,##0.00,,"],
        [6000000, "General"],
      ],
      YUAN,
      WAN,
    );
    expect(values(column)).toEqual(["88480000", "70000000", "50000000", "6000000"]);
    expect([...column.marks]).toEqual([0, 0, SHOWN_OTHERWISE, 0]);
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
        [0.5, "0%"],
        [5, ";;;"],
        [0, '0.00;-0.00;"—"'],
      ],
      WAN,
    );
    expect(values(column)).toEqual(["2184624800", "5", "0.5", "5", "0"]);
    expect([...column.marks]).toEqual([
      SHOWN_OTHERWISE,
      SHOWN_OTHERWISE,
      SHOWN_OTHERWISE,
      SHOWN_OTHERWISE,
      0,
    ]);
  });

  test("counts are exact and keep 户 from 人", () => {
    const column = read([4219, "459户", "1.3万户", "12人", "5元"], countUnit("户"));
    expect(values(column)).toEqual(["4219", "459", "13000", "not-a-number", "not-a-number"]);
    expect([...column.decimals]).toEqual([0, 0, 0, 0, 0]);
    expect(values(read(["275个", "275项"], countUnit("个")))).toEqual(["275", "275"]);
    expect(values(read(["5天", 5, "5户"], DAYS))).toEqual(["5", "5", "not-a-number"]);
  });

  test("a count that is no whole number keeps its digits and still adds no tolerance", () => {
    const people = read([12.5, [12.25, "0.00"], "12.75人"], countUnit("人"));
    expect(values(people)).toEqual(["12.5", "12.25", "12.75"]);
    expect([...people.decimals]).toEqual([0, 0, 0]);
    expect([...read([2.5, "1.5天"], DAYS).decimals]).toEqual([0, 0]);
  });

  test.each([
    ["5户", "户", "5"],
    ["5户次", "户", "5"],
    ["5人", "户", "not-a-number"],
    ["5户", "人", "not-a-number"],
    ["5名", "人", "5"],
    ["5人次", "人", "5"],
    ["5个", "人", "not-a-number"],
    ["5人", "个", "not-a-number"],
    ["5户", "个", "not-a-number"],
    ["5条", "项", "5"],
    ["5户", "", "5"],
    ["1.5万", "户", "15000"],
    ["¥5", "户", "not-a-number"],
    ["5天", "户", "not-a-number"],
  ])("%s in a column of %s is %s", (text, unit, expected) => {
    expect(values(read([text], countUnit(unit)))).toEqual([expected]);
  });

  test("what is glued must be of the column's kind", () => {
    expect(values(read(["5万", "5个", "5个工作日"], DAYS))).toEqual(["not-a-number", "not-a-number", "5"]);
    expect(values(read(["5万", "5元", "5‰"], FRACTION))).toEqual(["not-a-number", "not-a-number", "0.005"]);
    expect(values(read(["5个", "5天"], WAN))).toEqual(["not-a-number", "not-a-number"]);
  });

  test("a format that divides or shows a time fixes no decimals and is marked, in counts too", () => {
    const amounts = read(
      [
        [5, "0.000%"],
        [5, "0.0,"],
        [5, "h:mm"],
        [5, '0.0"元"'],
        [5, '0.000"万元"'],
      ],
      WAN,
    );
    expect([...amounts.decimals]).toEqual([2, 2, 2, 4, 3]);
    expect([...amounts.marks].map((marks) => marks !== 0)).toEqual([true, true, true, true, false]);
    const counts = read(
      [
        [50000, "0!.0,"],
        [5, "0"],
        [5, "yyyy/m/d"],
      ],
      countUnit("户"),
    );
    expect(values(counts)).toEqual(["50000", "5", "5"]);
    expect([...counts.marks]).toEqual([SHOWN_OTHERWISE, 0, SHOWN_OTHERWISE]);
  });

  test.each([
    ['0!.0,"千万元"', "元", "5000"],
    ['0.00,,"百万元"', "元", "5"],
    ['0.00"千万元"', "万元", "5000"],
    ['0.00"百万元"', "万元", "500"],
    ['0.00"千元"', "万元", "0.5"],
    ['0.00"万 元"', "元", "50000"],
    ['0.00"百元"', "元", "500"],
    ['0.00"亿"', "万元", "50000"],
    ['0.00"万"', "元", "50000"],
    ['0"."00,,"亿"', "万元", "0.0005"],
  ])("5 with the format %s in a column of %s", (format, unit, expected) => {
    const column = read([[5, format]], money(unit));
    expect(values(column)).toEqual([expected]);
    expect((column.marks[0] ?? 0) & SHOWN_OTHERWISE).toBe(SHOWN_OTHERWISE);
  });

  test("all figures stand at one scale, as plain numbers while these are exact", () => {
    const column = read([1.5, 2, "0.125"], WAN);
    expect(column.scale).toBe(3);
    expect([...column.units]).toEqual([1500, 2000, 125]);
    expect(column.big).toBeUndefined();
    const tiny = read([1e-20, 0], WAN);
    expect([...tiny.units]).toEqual([1, 0]);
    expect(tiny.big).toBeUndefined();
    const mixed = read([90071992547.40991, 0.00001], WAN);
    expect(mixed.big).toBeUndefined();
    expect(read([90071992547.41, 0.000001], WAN).big).toEqual([90071992547410000n, 1n]);
  });

  test("a number that is none is said so", () => {
    expect(values(read([Number.POSITIVE_INFINITY, Number.NaN, 1], WAN))).toEqual([
      "not-a-number",
      "not-a-number",
      "1",
    ]);
  });

  test("up to 200% a % cell among points is a fraction", () => {
    expect(values(read([[2, "0%"], [2.01, "0%"], 98], PERCENT))).toEqual(["200", "2.01", "98"]);
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
    const column = read([99.77, "99.77%", "99.8", [0.9977, "0.00%"], [99.77, "0.00%"], 100, 0.5], PERCENT);
    expect(values(column)).toEqual(["99.77", "99.77", "99.8", "99.77", "99.77", "100", "0.5"]);
    expect([...column.decimals]).toEqual([2, 2, 2, 2, 2, 2, 2]);
  });

  test("digits beyond the safe integers are kept", () => {
    const column = read(["9007199254740993", "0.0000001", 1e20], WAN);
    expect(column.big).toBeDefined();
    expect(values(column)).toEqual(["9007199254740993", "0.0000001", "100000000000000000000"]);
    expect(plain(sumOf(column))).toBe("100009007199254740993.0000001");
  });

  test("a sum beyond what a double holds exactly", () => {
    // 200 times 999,999,999,999.97: 19,999,999,999,999,940 hundredths, past 2^53.
    const column = read(
      Array.from({ length: 200 }, () => 999_999_999_999.97),
      WAN,
    );
    expect(column.big).toBeUndefined();
    expect(plain(sumOf(column))).toBe("199999999999994");
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
