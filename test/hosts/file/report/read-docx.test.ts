/** What of a .docx reaches the narrative: changes, breaks, cells, notes, text boxes, numbers. */
import { describe, expect, test } from "@jest/globals";
import { readDocx } from "../../../../src/hosts/file/report/read-docx";
import { madeDocx, p, r } from "../../../support/docx-parts";

const texts = (bytes: Uint8Array): readonly string[] => readDocx(bytes).paragraphs.map(({ text }) => text);

describe("tracked changes", () => {
  test("what was deleted is gone, what was inserted stays", () => {
    const body = `<w:p>${r("到位资金")}<w:del w:id="1" w:author="a"><w:r><w:delText>3500</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${r("3400")}</w:ins>${r("万元。")}</w:p>`;
    expect(texts(madeDocx(body))).toEqual(["到位资金3400万元。"]);
  });

  test("a move counts where it went, not where it came from", () => {
    const body = `<w:p><w:moveFrom w:id="1" w:author="a">${r("支出10万元。")}</w:moveFrom></w:p><w:p><w:moveTo w:id="2" w:author="a">${r("支出10万元。")}</w:moveTo></w:p>`;
    expect(texts(madeDocx(body))).toEqual(["支出10万元。"]);
  });

  test("a deleted paragraph mark joins two paragraphs", () => {
    const body = `${p("到位资金14", '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>')}${p("00万元。")}`;
    expect(texts(madeDocx(body))).toEqual(["到位资金1400万元。"]);
  });

  test("a deleted row's runs are deleted, its mark deletes nothing else", () => {
    const row = (content: string, mark = ""): string =>
      `<w:tr>${mark === "" ? "" : `<w:trPr>${mark}</w:trPr>`}<w:tc><w:p>${content}</w:p></w:tc></w:tr>`;
    const body = `<w:tbl>${row('<w:del w:id="2"><w:r><w:delText>5</w:delText></w:r></w:del>', '<w:del w:id="1" w:author="a"/>')}${row(r("6"))}</w:tbl>`;
    expect(texts(madeDocx(body))).toEqual(["6"]);
  });
});

describe("breaks", () => {
  test("line and page breaks stay, also inside a number", () => {
    const body = `<w:p>${r("资金1434")}<w:r><w:br/></w:r>${r("00.108万")}<w:r><w:lastRenderedPageBreak/><w:br w:type="page"/></w:r>${r("元")}</w:p>`;
    expect(texts(madeDocx(body))).toEqual(["资金1434\n00.108万\n元"]);
  });

  test("a number split over runs is whole", () => {
    expect(texts(madeDocx(`<w:p>${r("1434", "<w:b/>")}${r("00.1")}${r("08万元")}</w:p>`))).toEqual([
      "143400.108万元",
    ]);
  });

  test("tabs and hyphens are text, tab stops are not", () => {
    const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>${r("甲")}<w:r><w:tab/></w:r>${r("乙")}<w:r><w:noBreakHyphen/></w:r>${r("丙")}</w:p>`;
    expect(texts(madeDocx(body))).toEqual(["甲\t乙-丙"]);
  });
});

describe("signs that are no text", () => {
  const sign = (font: string, char: string): string =>
    `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;

  test("the minus of the font Symbol is the amount's sign", () => {
    const body = `<w:p>${r("结余")}${sign("Symbol", "F02D")}${r("5.3万元")}</w:p>`;
    expect(texts(madeDocx(body))).toEqual(["结余-5.3万元"]);
  });

  test("a picture from a font keeps the numbers beside it apart", () => {
    const body = `<w:p>${r("12")}${sign("Wingdings", "F0E0")}${r("34")}${sign("宋体", "00D7")}${r("2")}${sign("Symbol", "")}${sign("Symbol", "FFFFFFFF")}${r("5")}</w:p>`;
    expect(texts(madeDocx(body))).toEqual(["12〓34×2〓〓5"]);
  });

  test("the parts of an equation do not run together into one number", () => {
    const part = (name: string, text: string): string =>
      `<m:${name}><m:r><m:t>${text}</m:t></m:r></m:${name}>`;
    const body = `<w:p>${r("完成率")}<m:oMath><m:f>${part("num", "80")}${part("den", "100")}</m:f></m:oMath>${r("，")}<m:oMath><m:sSup>${part("e", "10")}${part("sup", "2")}</m:sSup></m:oMath></w:p>`;
    expect(texts(madeDocx(body))).toEqual(["完成率80/100，10^2"]);
  });
});

describe("not shown", () => {
  test("hidden text, field codes and phonetic guides are left out, a field's result stays", () => {
    const body = `<w:p>${r("甲", "<w:vanish/>")}${r("乙", '<w:vanish w:val="0"/>')}<w:r><w:instrText>PAGE 5</w:instrText></w:r>${r("丙")}<w:r><w:ruby><w:rt>${r("dīng")}</w:rt><w:rubyBase>${r("丁")}</w:rubyBase></w:ruby></w:r></w:p>`;
    expect(texts(madeDocx(body))).toEqual(["乙丙丁"]);
  });

  test("a text box counts once, not again as its fallback", () => {
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body = `<w:p>${r("正文")}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box("框内5万元")}</mc:Choice><mc:Fallback>${box("框内5万元")}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(texts(madeDocx(body))).toEqual(["框内5万元", "正文"]);
  });
});

describe("places", () => {
  test("cells know table, row and column; a nested table has its own", () => {
    const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
    const nested = `<w:tbl><w:tr>${cell(p("内"))}</w:tr></w:tbl><w:p/>`;
    const body = `<w:tbl><w:tr>${cell(p("甲"))}${cell(nested)}</w:tr><w:tr>${cell(p("乙"))}${cell(p("5"))}</w:tr></w:tbl>${p("后文")}`;
    expect(readDocx(madeDocx(body)).paragraphs.map(({ text, place }) => [text, place])).toEqual([
      ["甲", { kind: "cell", table: 0, row: 0, column: 0 }],
      ["内", { kind: "cell", table: 1, row: 0, column: 0 }],
      ["乙", { kind: "cell", table: 0, row: 1, column: 0 }],
      ["5", { kind: "cell", table: 0, row: 1, column: 1 }],
      ["后文", { kind: "body" }],
    ]);
  });

  test("footnotes are read, their separators are not", () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${p("----")}</w:footnote><w:footnote w:id="1">${p("含质保金5万元。")}</w:footnote>`;
    expect(readDocx(madeDocx(p("正文"), { footnotes })).paragraphs).toEqual([
      { text: "正文", number: "", place: { kind: "body" } },
      { text: "含质保金5万元。", number: "", place: { kind: "note" } },
    ]);
  });
});

describe("automatic numbers", () => {
  const level = (ilvl: number, format: string, text: string, more = ""): string =>
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, "chineseCounting", "%1、")}${level(1, "chineseCounting", "（%2）")}${level(2, "decimal", "%3.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
  const numbered = (text: string, list: number, at: number): string =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const numbers = (body: string, styles?: string): readonly string[] =>
    readDocx(madeDocx(body, { numbering, ...(styles === undefined ? {} : { styles }) })).paragraphs.map(
      ({ number }) => number,
    );

  test("levels count, a higher one begins the lower ones anew", () => {
    const body =
      numbered("甲", 1, 0) +
      numbered("乙", 1, 1) +
      numbered("丙", 1, 2) +
      numbered("丁", 1, 2) +
      numbered("戊", 1, 1) +
      numbered("己", 1, 2) +
      numbered("庚", 1, 0);
    expect(numbers(body)).toEqual(["一、", "（一）", "1.", "2.", "（二）", "1.", "二、"]);
  });

  test("a list with a start of its own begins anew", () => {
    expect(numbers(numbered("甲", 1, 0) + numbered("乙", 1, 0) + numbered("丙", 2, 0))).toEqual([
      "一、",
      "二、",
      "一、",
    ]);
  });

  test("a paragraph is numbered by its style, also by the one that it is based on; 0 takes the number away", () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const body =
      p("甲", '<w:pStyle w:val="a"/>') +
      p("乙", '<w:pStyle w:val="b"/>') +
      p("丙", '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(numbers(body, styles)).toEqual(["1.", "2.", ""]);
  });
});
