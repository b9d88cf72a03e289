/** Reports in every encoding, and files that are none: one sentence that says what and what to do. */
import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { FileProblem } from "../../../../src/hosts/file/problem";
import { openReport } from "../../../../src/hosts/file/report/open-report";
import { madeDocx, p } from "../../../support/docx-parts";

const SENTENCE = "全州到位衔接资金1520.5万元。";
/** 全州到位衔接资金1520.5万元。 in GB18030. */
const GB18030 = Uint8Array.from([
  0xc8, 0xab, 0xd6, 0xdd, 0xb5, 0xbd, 0xce, 0xbb, 0xcf, 0xce, 0xbd, 0xd3, 0xd7, 0xca, 0xbd, 0xf0, 0x31, 0x35,
  0x32, 0x30, 0x2e, 0x35, 0xcd, 0xf2, 0xd4, 0xaa, 0xa1, 0xa3,
]);

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (letter) => letter.charCodeAt(0))];
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe("text files", () => {
  test.each([
    ["UTF-8", utf8(SENTENCE)],
    ["UTF-8 with a mark", utf8(`\ufeff${SENTENCE}`)],
    ["UTF-16 little-endian with a mark", utf16(SENTENCE, false, true)],
    ["UTF-16 big-endian with a mark", utf16(SENTENCE, true, true)],
    ["UTF-16 little-endian without a mark", utf16(SENTENCE, false, false)],
    ["UTF-16 big-endian without a mark", utf16(SENTENCE, true, false)],
    ["GB18030", GB18030],
  ])("%s", (_, bytes) => {
    expect(openReport(bytes).paragraphs.map(({ text }) => text)).toEqual([SENTENCE]);
  });

  test("lines are paragraphs, blank ones are none", () => {
    expect(openReport(utf8("甲\r\n\r\n乙\n　\n丙")).paragraphs.map(({ text }) => text)).toEqual([
      "甲",
      "乙",
      "丙",
    ]);
  });
});

describe("refused with what to do", () => {
  const ole = (name: string): Uint8Array =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...utf16(name, false, false)]);
  const docx = madeDocx(p(SENTENCE));
  const cases: readonly (readonly [string, Uint8Array, RegExp, RegExp])[] = [
    ["an empty file", new Uint8Array(), /空的/u, /empty/u],
    ["an old Word document", ole("WordDocument"), /\.doc.*另存为 \.docx/u, /old Word.*save it as \.docx/u],
    ["a PDF", utf8("%PDF-1.7\n"), /PDF.*\.docx/u, /PDF.*\.docx/u],
    ["an encrypted document", ole("EncryptedPackage"), /加密.*去掉打开密码/u, /encrypted.*password/u],
    [
      "a workbook",
      new Uint8Array(readFileSync("assets/samples/bazhou-2021-consistent.xlsx")),
      /工作簿/u,
      /workbook/u,
    ],
    ["a document cut off", docx.subarray(0, docx.length - 60), /损坏或不完整/u, /damaged/u],
    ["a document whose XML is broken", madeDocx("<w:p>"), /损坏或不完整/u, /damaged/u],
    ["a document without text", madeDocx("<w:p/>"), /没有文字.*扫描件/u, /no text/u],
    [
      "bytes of nothing",
      Uint8Array.from([0x81, 0x20, 0xff, 0x80, 0xff]),
      /乱码|没有文字/u,
      /garbled|no text/u,
    ],
    [
      "UTF-8 read as GBK and saved",
      utf8("鍏ㄥ窞鍒颁綅琛旀帴璧勯噾1520.5涓囧厓锛屽叾涓腑澶祫閲?00涓囧厓銆?"),
      /乱码.*UTF-8/u,
      /garbled.*UTF-8/u,
    ],
    [
      "UTF-8 read as Latin-1 and saved",
      utf8(Array.from(utf8(SENTENCE.repeat(3)), (byte) => String.fromCharCode(byte)).join("")),
      /乱码/u,
      /garbled/u,
    ],
    ["text with replacement marks", utf8("资金\ufffd\ufffd\ufffd万元"), /乱码/u, /garbled/u],
  ];
  test.each(cases)("%s", (_, bytes, zh, en) => {
    let problem: unknown;
    try {
      openReport(bytes);
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(FileProblem);
    const text = problem instanceof FileProblem ? problem.text : undefined;
    expect(text?.["zh-CN"]).toMatch(zh);
    expect(text?.en).toMatch(en);
    expect(text?.["zh-CN"]).not.toMatch(/\n/u);
  });
});
