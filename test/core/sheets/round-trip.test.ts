/** Insert, edit entries, insert again: entries are kept, our sheets stay where they are, nothing grows. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { NO_ANSWERS } from "../../../src/core/answers/answers";
import { type Evaluation, evaluate } from "../../../src/core/evaluate";
import { sheetOutput } from "../../../src/core/sheets/output";
import { openPackage, readPart } from "../../../src/hosts/file/package";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { decodeXml } from "../../../src/hosts/file/relations";
import { writeSheets } from "../../../src/hosts/file/splice";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021";
import { withReplaced } from "../../support/packages";

const SAMPLE = new Uint8Array(readFileSync("assets/samples/bazhou-2021-as-reported.xlsx"));
const SCORE_PART = "xl/worksheets/sheet10.xml";
const FINDINGS_PART = "xl/worksheets/sheet11.xml";

function run(bytes: Uint8Array): Evaluation {
  return evaluate(readXlsx(bytes), pack, NO_ANSWERS, { language: "zh-CN" });
}

function insert(bytes: Uint8Array): Uint8Array {
  return writeSheets(bytes, sheetOutput(readXlsx(bytes), pack, run(bytes)));
}

/** Types a text into a cell of ours, as a program stores it. */
function type(bytes: Uint8Array, part: string, cell: string, value: string): Uint8Array {
  const pattern = new RegExp(`<c r="${cell}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`);
  return withReplaced(bytes, part, (text) => {
    if (!pattern.test(text)) throw new Error(`no cell ${cell}`);
    const content = /^\d/.test(value)
      ? `><v>${value}</v></c>`
      : ` t="inlineStr"><is><t>${value}</t></is></c>`;
    return text.replace(pattern, `<c r="${cell}" s="$1"${value === "" ? "/>" : content}`);
  });
}

/** A1 name of a cell in the row of a number on our sheet. */
function cellOf(bytes: Uint8Array, sheetName: string, no: string, column: string): string {
  const sheet = readXlsx(bytes).sheets.find(({ name }) => name === sheetName);
  for (let row = 0; row < (sheet?.rowCount ?? 0); row += 1) {
    const shown = sheet?.kind(row, 0) === "number" ? String(sheet.number(row, 0)) : sheet?.text(row, 0);
    if (shown === no) return `${column}${row + 1}`;
  }
  throw new Error(`no row ${no}`);
}

describe("our sheets inserted ten times with edits between", () => {
  let bytes = insert(SAMPLE);
  const names = (of: Uint8Array): readonly string[] => openPackage(of).entries.map(({ name }) => name);
  const definedNames = (of: Uint8Array): number =>
    decodeXml(readPart(openPackage(of), "xl/workbook.xml")).match(/<definedName /g)?.length ?? 0;
  const first = {
    parts: names(bytes),
    names: definedNames(bytes),
    styles: readPart(openPackage(bytes), "xl/styles.xml"),
  };

  const typed: readonly (readonly [no: string, value: string])[] = [
    ["1", "5"],
    ["3", "3.5"],
    ["5", "4"],
    ["10", "8"],
    ["11", "20"],
    ["13", "不适用"],
    ["14", "5"],
    ["15", "4.5"],
    ["16", "1"],
    ["17", "0"],
  ];
  typed.forEach(([no, value], index) => {
    bytes = type(bytes, SCORE_PART, cellOf(bytes, "绩效自评得分表", no, "G"), value);
    if (index === 0) bytes = type(bytes, SCORE_PART, cellOf(bytes, "绩效自评得分表", "1", "J"), "财政局文件");
    if (index === 1) bytes = type(bytes, FINDINGS_PART, cellOf(bytes, "校验结果", "1", "K"), "已更正上报");
    bytes = insert(bytes);
  });
  const after = run(bytes);

  test("every entry is kept and counts", () => {
    const entries = after.score.items.filter(({ no }) => typed.some(([entered]) => entered === no));
    expect(
      entries.map(({ no, score, status }) => [no, status === "not-applicable" ? "不适用" : score]),
    ).toEqual(typed);
    expect(after.score.items.find(({ no }) => no === "1")?.evidence).toBe("财政局文件");
    expect(after.checks.findings.filter(({ explanation }) => explanation === "已更正上报").length).toBe(1);
  });

  test("no part, no name and no style is added", () => {
    expect(names(bytes)).toEqual(first.parts);
    expect(definedNames(bytes)).toBe(first.names);
    // The explained finding has a look that the first writing had no use for; written once more nothing is added.
    expect(readPart(openPackage(insert(bytes)), "xl/styles.xml")).toEqual(
      readPart(openPackage(bytes), "xl/styles.xml"),
    );
    expect(readPart(openPackage(bytes), "xl/styles.xml").length - first.styles.length).toBeLessThan(1500);
  });

  test("an untouched workbook written again is the same bytes", () => {
    const settled = insert(bytes);
    expect(Buffer.compare(insert(settled), settled)).toBe(0);
  });

  test("blanking a cell withdraws the entry", () => {
    const cell = cellOf(bytes, "绩效自评得分表", "1", "G");
    const withdrawn = run(type(bytes, SCORE_PART, cell, ""));
    expect(withdrawn.score.items.find(({ no }) => no === "1")?.status).toBe("missing");
  });

  test("an entry out of range stays as typed, is flagged and does not count", () => {
    const cell = cellOf(bytes, "绩效自评得分表", "1", "G");
    const over = insert(type(bytes, SCORE_PART, cell, "7"));
    expect(run(over).score.items.find(({ no }) => no === "1")?.score).toBeUndefined();
    expect(decodeXml(readPart(openPackage(over), SCORE_PART))).toMatch(
      new RegExp(`<c r="${cell}" s="\\d+"><v>7</v></c>`),
    );
  });

  test("不适用 for an indicator that always applies stays, is flagged and does not count", () => {
    const cell = cellOf(bytes, "绩效自评得分表", "5", "G");
    const refused = type(bytes, SCORE_PART, cell, "不适用");
    const evaluation = run(refused);
    expect(evaluation.score.items.find(({ no }) => no === "5")?.status).toBe("missing");
    expect(evaluation.conflicts.join()).toMatch(/指标 5（.*“不适用”不是数字/u);
    const again = readXlsx(insert(refused)).sheets.find(({ name }) => name === "绩效自评得分表");
    expect(again?.text(Number(cell.slice(1)) - 1, 6)).toBe("不适用");
  });

  test("the reporting unit is the workbook's own; another that the officer types stays", () => {
    const head = (of: Uint8Array): string | undefined =>
      readXlsx(of)
        .sheets.find(({ name }) => name === "绩效自评得分表")
        ?.text(3, 2);
    expect(head(bytes)).toBe("巴音郭楞蒙古自治州乡村振兴局、财政局");
    expect(head(insert(type(bytes, SCORE_PART, "C4", "某州乡村振兴局")))).toBe("某州乡村振兴局");
  });

  test("a program that drops the answers part takes no entry of the score sheet away", () => {
    const snapshot = readXlsx(bytes);
    expect(snapshot.answersXml).toBeDefined();
    const lost = evaluate({ ...snapshot, answersXml: undefined }, pack, NO_ANSWERS, { language: "zh-CN" });
    expect(lost.score.total).toBe(after.score.total);
    expect(lost.score.items.map(({ no, score, status }) => [no, score, status])).toEqual(
      after.score.items.map(({ no, score, status }) => [no, score, status]),
    );
    expect(lost.score.items.find(({ no }) => no === "1")?.evidence).toBe("财政局文件");
    expect(lost.conflicts).toEqual(after.conflicts);
  });

  test("widths that the officer changed are kept, and the sheet stays where it was moved", () => {
    const wide = withReplaced(bytes, SCORE_PART, (text) =>
      text.replace(/<col min="5" max="5" width="[^"]*"/, '<col min="5" max="5" width="44.5"'),
    );
    const moved = withReplaced(wide, "xl/workbook.xml", swapLastSheets);
    const again = insert(moved);
    expect(decodeXml(readPart(openPackage(again), SCORE_PART))).toContain(
      '<col min="5" max="5" width="44.5" customWidth="1"/>',
    );
    expect(
      readXlsx(again)
        .sheets.slice(-2)
        .map(({ name }) => name),
    ).toEqual(["校验结果", "绩效自评得分表"]);
    const kinds = new Map(readXlsx(again).ownSheets.map(({ sheet, mark }) => [sheet, mark.split(":")[0]]));
    expect(kinds.get("校验结果")).toBe("findings");
    expect(kinds.get("绩效自评得分表")).toBe("score");
  });
});

/** The last two sheets change places, with the names that belong to them, as a spreadsheet program does it. */
function swapLastSheets(text: string): string {
  const sheets = text.match(/<sheet [^>]*\/>/g) ?? [];
  const [a = "", b = ""] = sheets.slice(-2);
  const [last, before] = [sheets.length - 1, sheets.length - 2];
  return text
    .replace(a + b, b + a)
    .replaceAll(
      new RegExp(`localSheetId="(${before}|${last})"`, "g"),
      (_, position: string) => `localSheetId="${Number(position) === last ? before : last}"`,
    );
}
