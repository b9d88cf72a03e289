import { describe, expect, test } from "@jest/globals";
import { heightOf, linesOf, linkText, textWidth } from "../../../src/core/sheets/layout";

describe("wrapped text", () => {
  test("a Chinese character takes the room of two letters", () => {
    expect(textWidth("资产A1")).toBe(6);
    expect(textWidth("（一）１２")).toBe(10);
  });

  test("a column of 22 holds ten Chinese characters a line", () => {
    expect(linesOf("资".repeat(10), 22)).toBe(1);
    expect(linesOf("资".repeat(11), 22)).toBe(2);
    expect(linesOf("资".repeat(31), 22)).toBe(4);
  });

  test("a number is not divided at the end of a line", () => {
    // 8 characters leave 4 units; 142900.108 begins a new line.
    expect(linesOf("资金到位合计数为142900.108", 22)).toBe(2);
    expect(linesOf("资金到位142900.108", 22)).toBe(1);
  });

  test("a word longer than the line is cut", () => {
    expect(linesOf("x".repeat(45), 22)).toBe(3);
  });

  test("line breaks count, empty lines too", () => {
    expect(linesOf("甲\n乙\n\n丙", 22)).toBe(4);
    expect(linesOf("", 22)).toBe(1);
  });

  test("a row grows with its lines up to what programs show", () => {
    expect(heightOf(2)).toBeGreaterThan(heightOf(1));
    expect(heightOf(1000)).toBe(409);
  });
});

describe("the words of a link, on one line", () => {
  const area = { sheet: "表3项目明细", top: 4, left: 14, bottom: 278, right: 14 };

  test("sheet and cells where there is room", () => {
    expect(linkText(area, 30)).toBe("表3项目明细!O5:O279");
  });

  test("the sheet's name shortened, the cells always whole", () => {
    const text = linkText(area, 17);
    expect(text).toBe("表3项…!O5:O279");
    expect(textWidth(text)).toBeLessThanOrEqual(17);
    expect(linkText(area, 8)).toBe("O5:O279");
  });
});
