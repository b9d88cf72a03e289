/** hengbiao rules and explain: the rules as a worksheet, edited, taken back; every result says so. */
import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import * as library from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { main } from "../../src/cli/main";
import { convert, withLibreOffice } from "../support/libreoffice";
import { memoryIo, type MemoryIo } from "../support/memory-io";
import { withReplaced } from "../support/packages";
import { EVALUATION_TEXTS } from "../../src/texts/evaluation";

const SAMPLE = new Uint8Array(readFileSync("assets/samples/bazhou-2021-as-reported.xlsx"));

interface Json {
  readonly changes?: readonly {
    readonly id: string;
    readonly by: string;
    readonly parts: readonly string[];
  }[];
  readonly problems?: readonly string[];
  readonly rules?: {
    readonly summary: string;
    readonly changes: readonly { readonly id: string }[];
    readonly problems: readonly string[];
  };
  readonly score?: { readonly items: readonly { readonly no: string; readonly score?: string }[] };
  readonly findings?: readonly {
    readonly rule: string;
    readonly ruleBy?: string;
    readonly tolerance?: string;
  }[];
}

async function run(
  io: MemoryIo,
  ...argv: readonly string[]
): Promise<{ readonly code: number; readonly json: Json }> {
  const before = io.stdout().length;
  const code = await main([...argv, "--json"], io);
  expect(io.stderr()).toBe("");
  const json: Json = JSON.parse(io.stdout().slice(before));
  return { code, json };
}

async function exported(): Promise<{ readonly io: MemoryIo; readonly bytes: Uint8Array }> {
  const io = memoryIo({ "表.xlsx": SAMPLE });
  await run(io, "rules", "表.xlsx", "--out", "规则.xlsx");
  const bytes = io.content.get("规则.xlsx");
  if (bytes === undefined) throw new Error("no copy was written");
  return { io, bytes };
}

test("an export that nobody edited changes no rule and no finding", async () => {
  const { io } = await exported();
  const { json } = await run(io, "rules", "规则.xlsx");
  expect([json.changes, json.problems]).toEqual([[], []]);
  const before = await run(io, "check", "表.xlsx");
  const after = await run(io, "check", "规则.xlsx");
  expect(after.json.findings).toEqual(before.json.findings);
  expect(after.json.rules).toBeUndefined();
});

test("a copy with score and findings keeps the rules sheet and goes by it", async () => {
  const { io } = await exported();
  await run(io, "check", "规则.xlsx", "--out", "结果.xlsx");
  const { json } = await run(io, "rules", "结果.xlsx", "--out", "再次.xlsx");
  const names = library.read(io.content.get("再次.xlsx") ?? new Uint8Array()).SheetNames;
  expect(names.filter((name) => name.startsWith("校验规则"))).toEqual(["校验规则"]);
  expect([json.changes, json.problems]).toEqual([[], []]);
});

/** Edits the text of one cell of a flat OpenDocument sheet. */
function edited(fods: string, before: string, after: string): string {
  const parts = fods.split(before);
  expect(parts.length).toBeGreaterThan(1);
  return parts.join(after);
}

// LibreOffice opens the export and saves it as its own flat format; there one tolerance and one formula are edited;
// LibreOffice opens the result and saves it as .xlsx.
withLibreOffice("edited by way of LibreOffice", () => {
  test("exactly one tolerance and one formula differ", async () => {
    const { bytes } = await exported();
    const flat = new TextDecoder().decode(
      convert(new Map([["rules.xlsx", bytes]]), "fods").get("rules.fods"),
    );
    const formula = "执行.结转结余 = 执行.预算安排数 - 执行.实际支出";
    const source = readFileSync("src/packs/xj-bridging-2021/checks.json", "utf8");
    const carryover =
      /"id": "execution\.carryover"[\s\S]*?"formulas": \[\s*"([^"]*)"/u.exec(source)?.[1] ?? formula;
    const changed = edited(flat, `<text:p>${carryover}</text:p>`, `<text:p>${carryover} + 0万元</text:p>`);
    const row =
      /(<text:p>funds\.row-total<\/text:p>(?:(?!<\/table:table-row>)[\s\S])*?<\/table:table-cell>(?:(?!<\/table:table-row>)[\s\S])*?)<table:table-cell([^>]*)\/>/u;
    expect(changed).toMatch(row);
    const toleranced = changed.replace(
      row,
      '$1<table:table-cell$2 office:value-type="string"><text:p>0.05万元</text:p></table:table-cell>',
    );
    const back = convert(new Map([["edited.fods", new TextEncoder().encode(toleranced)]]), "xlsx").get(
      "edited.xlsx",
    );
    const io = memoryIo({ "edited.xlsx": back ?? new Uint8Array() });
    const { json } = await run(io, "rules", "edited.xlsx");
    expect(json.problems).toEqual([]);
    expect(json.changes).toEqual([
      { id: "funds.row-total", by: "sheet", parts: ["tolerance"] },
      { id: "execution.carryover", by: "sheet", parts: ["formula"] },
    ]);
    const checked = await run(io, "check", "edited.xlsx");
    expect(checked.json.rules?.summary).toBe("2 条规则以工作簿的“校验规则”表为准。");
    const told = checked.json.findings?.filter(({ rule }) => rule === "funds.row-total") ?? [];
    expect(told.length).toBeGreaterThan(0);
    for (const finding of told) expect([finding.ruleBy, finding.tolerance]).toEqual(["sheet", "0.05"]);
  });
});

describe("explain", () => {
  test("a rule of a pack", async () => {
    const io = memoryIo({});
    expect(await main(["explain", "form.execution-points"], io)).toBe(0);
    expect(io.stdout()).toContain("怎么办");
    expect(io.stdout()).toContain("10 分应得 8.62 分");
    expect(io.stdout()).toContain("默认口径，请对照当年通知核实");
  });

  test("a finding of no pack, in English", async () => {
    const io = memoryIo({});
    expect(await main(["explain", "data.text-number", "--lang", "en"], io)).toBe(0);
    expect(io.stdout()).toContain("convert it to a number");
  });

  test("an unknown rule names its neighbours", async () => {
    const io = memoryIo({});
    expect(await main(["explain", "funds.total"], io)).toBe(2);
    expect(io.stderr()).toContain("funds.row-total");
  });
});

test("damaged answers: the export says so, and keeps the scores that stand on the score sheet", async () => {
  const answers = JSON.stringify({ scores: { "1": "5", "3": "4" } });
  const io = memoryIo({ "表.xlsx": SAMPLE, "答.json": answers });
  await run(io, "check", "表.xlsx", "--answers", "答.json", "--out", "评分.xlsx");
  const scored = io.content.get("评分.xlsx");
  if (scored === undefined) throw new Error("no copy was written");
  const part = Object.keys(unzipSync(scored)).find((name) =>
    strFromU8(unzipSync(scored, { filter: (file) => file.name === name })[name] ?? new Uint8Array()).includes(
      'urn:hengbiao:answers:1"',
    ),
  );
  if (part === undefined) throw new Error("no answers part");
  const damaged = withReplaced(scored, part, (xml) =>
    xml.replace("<answers", "<anwsers").replace("</answers", "</anwsers"),
  );
  const after = memoryIo({ "坏.xlsx": damaged });
  const { code, json } = await run(after, "rules", "坏.xlsx", "--out", "规则.xlsx");
  expect(code).toBe(1);
  expect(json.problems).toEqual([EVALUATION_TEXTS.answersUnreadable["zh-CN"]]);
  const { json: checked } = await run(after, "check", "规则.xlsx");
  const scores = new Map(checked.score?.items.map(({ no, score }) => [no, score]));
  expect([scores.get("1"), scores.get("3")]).toEqual(["5", "4"]);
});
