/** Drafts: every figure is the workbook's, gaps are marked, what contradicts itself is left out, nothing to find. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Answers, NO_ANSWERS } from "../../../src/core/answers/answers";
import { type Evaluation, evaluate } from "../../../src/core/evaluate";
import { checkNarrative } from "../../../src/core/narrative/check";
import { type DraftReport, draftReport, narrativeOfDraft } from "../../../src/core/narrative/draft";
import { openWorkbook } from "../../../src/hosts/file/open";
import { openReport } from "../../../src/hosts/file/report/open-report";
import { writeDocx } from "../../../src/hosts/file/report/write-docx";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021/index";
import { CLAIMED } from "../../support/claimed";
import { validationErrors } from "../../support/validator";

const ANSWERS: Answers = { ...NO_ANSWERS, ...CLAIMED };

async function drafted(
  name: string,
  answers: Answers,
): Promise<{ evaluation: Evaluation; draft: DraftReport }> {
  const bytes = new Uint8Array(readFileSync(`assets/samples/bazhou-2021-${name}.xlsx`));
  const { snapshot } = await openWorkbook(bytes, `${name}.xlsx`);
  const evaluation = evaluate(snapshot, pack, answers, { language: "zh-CN", withFacts: true });
  return { evaluation, draft: draftReport(pack, evaluation) };
}

const CASES = [
  ["consistent", ANSWERS],
  ["consistent", NO_ANSWERS],
  ["as-reported", ANSWERS],
  ["as-reported", NO_ANSWERS],
] as const;

describe.each(CASES)("%s", (name, answers) => {
  let made: { evaluation: Evaluation; draft: DraftReport };
  let bytes: Uint8Array;
  beforeAll(async () => {
    made = await drafted(name, answers);
    bytes = await writeDocx(made.draft);
  });

  test("the draft read again and held against the workbook: nothing found", () => {
    const { facts = [], score } = made.evaluation;
    const result = checkNarrative(openReport(bytes), pack, { language: "zh-CN", workbook: { facts, score } });
    expect(result.findings).toEqual([]);
    expect(result.figures).toBeGreaterThan(15);
  });

  test("what is read from the .docx is what was drafted", () => {
    expect(openReport(bytes).paragraphs.map(({ text }) => text)).toEqual(
      narrativeOfDraft(made.draft.blocks).paragraphs.map(({ text }) => text),
    );
  });

  test("Microsoft's validator has nothing to say", () => {
    expect(validationErrors(new Map([["draft.docx", bytes]])).get("draft.docx")).toEqual([]);
  }, 60_000);
});

describe("the text", () => {
  const text = ({ blocks }: DraftReport): string =>
    narrativeOfDraft(blocks)
      .paragraphs.map((one) => one.text)
      .join("\n");

  test("the consistent workbook's figures stand in it, the truncated balance with a note", async () => {
    const { draft } = await drafted("consistent", ANSWERS);
    expect(draft.unsettled).toEqual([]);
    expect(text(draft)).toContain(
      "到位衔接资金142900.108万元，其中中央37585万元、自治区507.348万元、自治州3400万元、地方政府债券100000万元、县市配套1407.76万元。",
    );
    expect(text(draft)).toContain("结转结余334.26万元（个别数据因四舍五入存在尾差）。");
    expect(text(draft)).toContain("折算后基本分为99.25分，加分10分，减分0分，总分109.25分。");
  });

  test("of the contradictory one, what contradicts is a gap and no figure", async () => {
    const { draft } = await drafted("as-reported", ANSWERS);
    expect(draft.unsettled).toEqual(["1", "2", "9"]);
    expect(text(draft)).not.toContain("143400.108");
    expect(text(draft)).toContain("资产原值218462.48万元");
  });

  test("where every indicator applies the base is not scaled, and evidence stands with what is to be written", async () => {
    const scores = { ...CLAIMED.scores, "13": "15" };
    const { draft } = await drafted("consistent", {
      ...NO_ANSWERS,
      scores,
      evidence: { "1": "巴财发〔2021〕8号" },
    });
    // 84.36 + 15 of 100 points.
    expect(text(draft)).toContain("基本分99.36分，加分10分，减分0分，总分109.36分。");
    expect(text(draft)).not.toContain("折算");
    expect(text(draft)).toContain("【请补充：工作措施和成效；佐证材料：巴财发〔2021〕8号】");
  });

  test("a section without indicators has no heading, and the others are numbered on", async () => {
    const { evaluation } = await drafted("consistent", ANSWERS);
    const items = evaluation.score.items.filter(({ section }) => section !== "management");
    const { blocks } = draftReport(pack, { ...evaluation, score: { ...evaluation.score, items } });
    const headings = blocks.filter(({ kind }) => kind === "heading").map(({ runs }) => runs[0]?.text);
    expect(headings).toEqual([
      "一、自评结果",
      "二、资金保障情况",
      "三、资金使用成效情况",
      "四、加分情况",
      "五、减分情况",
      "六、存在的问题和下一步工作",
    ]);
  });

  test("without the officer's scores they are gaps, and so is the result", async () => {
    const { draft } = await drafted("consistent", NO_ANSWERS);
    const gaps = draft.blocks.flatMap(({ runs }) => runs.filter(({ gap }) => gap)).map((run) => run.text);
    expect(gaps.filter((gap) => gap === "【请填写：得分】")).toHaveLength(11);
    expect(gaps).toContain("【请填写：各项得分齐全后的自评结果】");
    expect(draft.gaps).toBe(gaps.length);
  });
});

describe("the form of an official document", () => {
  test("fonts for East Asian text only, exact line spacing, page numbers, highlighted gaps", async () => {
    const { openPackage, readPart } = await import("../../../src/hosts/file/package");
    const { draft } = await drafted("consistent", ANSWERS);
    const parts = openPackage(await writeDocx(draft));
    const part = (name: string): string => new TextDecoder().decode(readPart(parts, name));
    const body = part("word/document.xml");
    for (const font of ["方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"]) {
      expect(body).toContain(`w:eastAsia="${font}"`);
      expect(body).not.toContain(`w:ascii="${font}"`);
      expect(body).not.toContain(`w:hAnsi="${font}"`);
    }
    expect(body).toContain('w:ascii="Times New Roman"');
    const paragraphs = body.match(/<w:p>/gu) ?? [];
    expect(body.match(/w:line="560" w:lineRule="exact"/gu)).toHaveLength(paragraphs.length);
    expect(body).toContain('<w:highlight w:val="yellow"/>');
    expect(part("word/footer1.xml")).toMatch(/— .*PAGE.* —/su);
    expect(part("word/settings.xml")).toContain("evenAndOddHeaders");
  });
});
