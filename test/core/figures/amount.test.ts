import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isNothing, parseAmount } from "../../../src/core/figures/amount";
import { decimalOf, plain } from "../../../src/core/figures/decimal";

function value(text: string): string {
  const amount = parseAmount(text);
  if (amount.kind !== "amount") return amount.kind;
  const unit = amount.unit === undefined ? "" : ` ${amount.unit.power} ${amount.unit.base}`;
  return plain(decimalOf(amount.units, amount.scale)) + unit;
}

describe("amounts as officers write them", () => {
  test.each([
    ["334.26", "334.26"],
    ["-12", "-12"],
    ["+12", "12"],
    ["1,234,567.80", "1234567.8"],
    ["１２，３４５．６７", "12345.67"],
    ["－１２", "-12"],
    ["−12", "-12"],
    ["\u3000334.26\u00a0", "334.26"],
    ["\n 334.26\t", "334.26"],
    ["(12)", "-12"],
    ["（1,234.50）", "-1234.5"],
    ["12-", "-12"],
    ["00012", "12"],
    ["¥1,234.50", "1234.5"],
    ["￥12", "12"],
    ["-¥12", "-12"],
    ["0", "0"],
    ["-0.00", "0"],
  ])("%j is %s", (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test.each([
    ["14.29亿元", "14.29 8 元"],
    ["142900.108万元", "142900.108 4 元"],
    ["142900.108 万元", "142900.108 4 元"],
    ["4500.85（万元）", "4500.85 4 元"],
    ["20 (户)", "20 0 户"],
    ["5元", "5 0 元"],
    ["3千元", "3 3 元"],
    ["3百元", "3 2 元"],
    ["3百万元", "3 6 元"],
    ["3千万元", "3 7 元"],
    ["14.29亿", "14.29 8 "],
    ["99.77%", "99.77 -2 %"],
    ["９９．７７％", "99.77 -2 %"],
    ["-5%", "-5 -2 %"],
    ["(5%)", "-5 -2 %"],
    ["(5)万元", "-5 4 元"],
    ["4219户", "4219 0 户"],
    ["1.3万人", "1.3 4 人"],
    ["275个", "275 0 个"],
    ["12项", "12 0 项"],
    ["5天", "5 0 天"],
    ["25个工作日", "25 0 天"],
  ])("%j is %s: the unit glued to it", (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test.each(["", " ", "\u3000", "-", "—", "——", "－", "–", "/", "／", "无", " 无 "])(
    "%j is nothing",
    (text) => {
      expect(parseAmount(text)).toEqual({ kind: "nothing" });
      expect(isNothing(text)).toBe(true);
    },
  );

  test.each([
    "1.2.3",
    "12,34",
    "1,23",
    "0x1A",
    "0b11",
    "1_000",
    "Infinity",
    "NaN",
    "334.26①",
    "10²",
    "1e5",
    "1E5",
    ".5",
    "5.",
    "12 34",
    "--12",
    "-12-",
    "+12-",
    "(-12)",
    "(12",
    "12)",
    "(12))",
    "12%%",
    "12万元元",
    "12吨位",
    "约12",
    "12左右",
    "12（含税）",
    "12（万元）元",
    "12元整好",
    "十二",
    "½",
    "٣",
    "12.",
    "¥¥12",
    "¥-",
    "12-%",
    "2021-04-20",
    "2021.4.20",
    "(5%)%",
    "1'000",
    "12345678901234567",
    "1.12345678901234567",
  ])("%j is refused", (text) => {
    expect(parseAmount(text)).toEqual({ kind: "not-a-number" });
  });

  test.each(["¥12", "￥12", "-¥12", "¥-12", "(¥12)", "￥ 12元"])("%j bears a currency sign", (text) => {
    expect(parseAmount(text)).toMatchObject({ kind: "amount", currency: true });
  });

  test("edges of any length and any number of leading zeros", () => {
    expect(parseAmount("\u3000\u3000 12 \u00a0\u200b")).toMatchObject({ units: 12n, currency: false });
    expect(parseAmount("(12)")).toMatchObject({ units: -12n, currency: false });
    expect(parseAmount(`${"0".repeat(20)}1234567890123456.1234567890123456`)).toMatchObject({ scale: 16 });
    expect(parseAmount("000")).toMatchObject({ units: 0n });
  });

  test("keeps the decimals as written", () => {
    expect(parseAmount("17290.10")).toMatchObject({ units: 1729010n, scale: 2 });
    expect(parseAmount("100000.000")).toMatchObject({ units: 100000000n, scale: 3 });
  });

  const integer = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  const scale = fc.integer({ min: 0, max: 15 });

  test("reads back every amount that is printed, exactly", () => {
    fc.assert(
      fc.property(integer, scale, (units, places) => {
        const written = decimalOf(units, places);
        const read = parseAmount(written.toFixed(places));
        if (read.kind !== "amount") throw new Error("refused");
        expect(read.scale).toBe(places);
        expect(read.units).toBe(units);
      }),
    );
  });

  test("means the same in full width, with separators, in brackets or with the minus behind", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.integer({ min: 0, max: 6 }),
        (units, places) => {
          const text = decimalOf(units, places).toFixed(places);
          const [whole = "", decimals] = text.split(".");
          const grouped =
            whole.replace(/\B(?=(?:\d{3})+$)/gu, ",") + (decimals === undefined ? "" : `.${decimals}`);
          const wide = text.replace(/[0-9.]/gu, (letter) =>
            String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
          );
          const positive = plain(decimalOf(units, places));
          expect([grouped, wide, `\u3000${text} `].map(value)).toEqual([positive, positive, positive]);
          const negative = plain(decimalOf(-units, places));
          expect([`(${grouped})`, `（${wide}）`, `${text}-`, `－${wide}`].map(value)).toEqual(
            Array(4).fill(negative),
          );
        },
      ),
    );
  });
});
