import { describe, expect, test } from "@jest/globals";
import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { type Answers, type Explanation, NO_ANSWERS } from "../../../src/core/answers/answers";
import { ANSWERS_NAMESPACE, readAnswers, writeAnswers } from "../../../src/core/answers/xml";
import type { StoredAnswers, WrittenEntry } from "../../../src/core/answers/written";
import type { FindingKey } from "../../../src/core/checks/finding";

const KEY: FindingKey = {
  rule: "assets.original-value",
  table: "assets",
  row: "焉耆县",
  column: "original",
  left: "17290.12",
  right: "17290.22",
};

const FULL: StoredAnswers = {
  answers: {
    scores: { "1": "5", "17": "0" },
    evidence: { "1": '财建〔2021〕1号 <附件> & "表"\r\n第二行\t完' },
    notApplicable: ["13"],
    explanations: [
      { finding: { by: "key", ...KEY }, text: "分摊尾差，已核" },
      { finding: { by: "address", rule: "r", sheet: "O'Brien 表", row: 7, column: 3 }, text: "x" },
    ],
    tables: { assets: "'表5扶贫资产'!A3" },
    pack: "xj-bridging-2021",
  },
  sheets: [
    {
      kind: "score",
      id: "7f3a",
      name: "绩效自评得分表",
      headers: [{ role: "key", at: "A5", text: "序号" }],
      cells: [
        { at: "G6", key: "1", entry: { kind: "score", no: "1" }, value: "5" },
        { at: "I6", key: "1", entry: { kind: "evidence", no: "1" }, value: "" },
        { at: "G7", key: "2", entry: { kind: "computed", no: "2", formula: true }, value: "5" },
      ],
    },
    {
      kind: "findings",
      id: "9",
      name: "校验结果",
      headers: [],
      cells: [{ at: "K8", key: "1", entry: { kind: "explanation", finding: KEY }, value: "已核" }],
    },
  ],
};

describe("the answers part", () => {
  test("holds everything and gives it back", () => {
    expect(readAnswers(writeAnswers(FULL))).toEqual(FULL);
    expect(readAnswers(writeAnswers({ answers: NO_ANSWERS, sheets: [] }))).toEqual({
      answers: NO_ANSWERS,
      sheets: [],
    });
  });

  test("any text comes back as it was", () => {
    const any = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.constantFrom(
        "]]>",
        "_x0041_",
        "_x005F_",
        "_x005F_x0041_",
        "\u0000\u0008",
        "\ud800",
        "a\udc00b",
        "\ufffe",
        " \n ",
        "\r\n",
        "&#13;",
      ),
    );
    const key = fc.record({ rule: any, table: any, row: any, column: any, left: any, right: any });
    const explanation: fc.Arbitrary<Explanation> = fc.record({
      finding: key.map((one) => ({ by: "key" as const, ...one })),
      text: any,
    });
    const answers: fc.Arbitrary<Answers> = fc.record({
      scores: fc.dictionary(any, any),
      evidence: fc.dictionary(any, any),
      notApplicable: fc.array(any),
      explanations: fc.array(explanation),
      tables: fc.dictionary(any, any),
      pack: fc.option(any, { nil: undefined }),
    });
    const entry: fc.Arbitrary<WrittenEntry> = fc.oneof(
      any.map((no) => ({ kind: "score" as const, no })),
      key.map((finding) => ({ kind: "explanation" as const, finding })),
      fc.record({ kind: fc.constant("computed" as const), no: any, formula: fc.boolean() }),
    );
    const sheets = fc.array(
      fc.record({
        kind: fc.constantFrom("score" as const, "findings" as const),
        id: any,
        name: any,
        headers: fc.array(
          fc.record({ role: fc.constantFrom("key" as const, "score" as const), at: any, text: any }),
        ),
        cells: fc.array(fc.record({ at: any, key: any, entry, value: any })),
      }),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(answers, sheets, (given, written) => {
        const stored = { answers: given, sheets: written };
        const xml = writeAnswers(stored);
        // A second reader agrees that it is well-formed.
        const root = new DOMParser({
          onError: (_, message) => {
            throw new Error(message);
          },
        }).parseFromString(xml, "text/xml").documentElement;
        expect(root?.namespaceURI).toBe(ANSWERS_NAMESPACE);
        const read = readAnswers(xml);
        expect(JSON.stringify(read?.sheets)).toBe(JSON.stringify(written));
        expect(JSON.stringify(read?.answers)).toBe(JSON.stringify(given));
      }),
    );
  });

  test.each([
    ["nothing", ""],
    ["no XML", "answers"],
    ["cut off", writeAnswers(FULL).slice(0, -5)],
    ["another namespace", '<answers xmlns="urn:hengbiao:answers:2"/>'],
    ["another root", `<sheet xmlns="${ANSWERS_NAMESPACE}"/>`],
    ["a document type", `<!DOCTYPE answers [<!ENTITY a "b">]><answers xmlns="${ANSWERS_NAMESPACE}"/>`],
    ["an undeclared entity", `<answers xmlns="${ANSWERS_NAMESPACE}"><score no="1">&a;</score></answers>`],
  ])("%s is refused", (_, xml) => {
    expect(readAnswers(xml)).toBeUndefined();
  });

  test("reads what another program wrote its own way, and passes over what it does not know", () => {
    const xml = `<?xml version="1.0"?><h:answers xmlns:h="${ANSWERS_NAMESPACE}" xmlns:o="urn:other" pack="p" o:x="1">
      <!-- note --><h:score no='1'><![CDATA[4.5]]></h:score><h:later no="2"><h:score no="9">1</h:score></h:later>
      <o:score no="3">5</o:score><h:score>5</h:score><h:explanation>x</h:explanation>
      <h:sheet kind="later" id="1"/><h:sheet kind="score"/>
      <h:sheet kind="score" id="1"><h:cell at="A1" entry="later" no="1"/><h:cell entry="score" no="1"/></h:sheet></h:answers>`;
    expect(readAnswers(xml)).toEqual({
      answers: { ...NO_ANSWERS, scores: { "1": "4.5" }, pack: "p" },
      sheets: [{ kind: "score", id: "1", name: "", headers: [], cells: [] }],
    });
  });

  test("passes over what lacks what it needs and takes missing parts of a key as blank", () => {
    const xml = `<answers xmlns="${ANSWERS_NAMESPACE}"><explanation at="'表5'!D8">x</explanation>
      <explanation rule="r" at="nowhere">x</explanation><explanation rule="r">已核</explanation>
      <sheet kind="rules" id="3"/>
      <sheet kind="findings" id="2"><header at="A1" role="other">序号</header><header role="key">序号</header>
      <cell at="K1" entry="explanation">x</cell><cell at="K2" entry="score">5</cell>
      <cell at="K3" entry="explanation" rule="r"><b><c>deep</c></b>已核</cell></sheet></answers>`;
    const finding = { rule: "r", table: "", row: "", column: "", left: "", right: "" };
    expect(readAnswers(xml)).toEqual({
      answers: { ...NO_ANSWERS, explanations: [{ finding: { by: "key", ...finding }, text: "已核" }] },
      sheets: [
        { kind: "rules", id: "3", name: "", headers: [], cells: [] },
        {
          kind: "findings",
          id: "2",
          name: "",
          headers: [],
          cells: [{ at: "K3", key: "", entry: { kind: "explanation", finding }, value: "已核" }],
        },
      ],
    });
  });

  test("its schema knows every element and attribute that we write", () => {
    const schema = new DOMParser().parseFromString(readFileSync("docs/answers.xsd", "utf8"), "text/xml");
    expect(schema.documentElement?.getAttribute("targetNamespace")).toBe(ANSWERS_NAMESPACE);
    const declared = (kind: string): Set<string | null> =>
      new Set([...schema.getElementsByTagName(`xs:${kind}`)].map((one) => one.getAttribute("name")));
    const written = new DOMParser().parseFromString(writeAnswers(FULL), "text/xml");
    const elements = [...written.getElementsByTagName("*")];
    expect(elements.length).toBeGreaterThan(12);
    expect([...declared("element")]).toEqual(expect.arrayContaining(elements.map((one) => one.localName)));
    const attributes = elements.flatMap((one) => [...one.attributes].map(({ name }) => name));
    expect([...declared("attribute"), "xmlns"]).toEqual(expect.arrayContaining(attributes));
  });
});
