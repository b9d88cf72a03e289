/** A rules sheet read back: what it changes, what is left out and why; settings over it. */
import { describe, expect, test } from "@jest/globals";
import {
  partWords,
  reviseBySettings,
  reviseBySheet,
  type Revision,
} from "../../../src/core/revision/revision";
import { revise } from "../../../src/core/revision/revise";
import { readRulesSheet, rulesSheet } from "../../../src/core/revision/rules-sheet";
import type { SheetModel } from "../../../src/core/sheets/model";
import { SheetBuilder, type WorkbookSnapshot, workbookOf } from "../../../src/core/workbook/snapshot";
import { projectSelfEvaluation } from "../../../src/packs/project-self-evaluation/index";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021/index";

type Line = readonly string[];
const HEAD: Line = ["编号", "名称", "公式", "容差", "级别", "提示"];

function workbook(rows: readonly Line[], name = "校验规则"): WorkbookSnapshot {
  const sheet = new SheetBuilder(name);
  rows.forEach((line, row) => {
    line.forEach((text, column) => {
      if (text !== "") sheet.setText(row, column, text);
    });
  });
  return workbookOf([sheet]);
}

function linesOf(model: SheetModel): readonly Line[] {
  return model.rows.map(({ cells }) =>
    cells.map((cell) => {
      const value = cell?.value;
      return value?.kind === "text" ? value.text : value?.kind === "number" ? value.value : "";
    }),
  );
}

function revised(...rows: readonly Line[]): Revision {
  return revise(workbook([HEAD, ...rows]), pack, {});
}

const said = ({ problems }: Revision): readonly string[] => problems.map((problem) => problem["zh-CN"]);

describe.each(["zh-CN", "en"] as const)("an export in %s read back as it is", (language) => {
  test.each([pack, projectSelfEvaluation])("changes nothing", (one) => {
    const lines = linesOf(rulesSheet(one, [], language));
    const revision = revise(workbook(lines), one, {});
    expect(revision.changes).toEqual([]);
    expect(revision.problems).toEqual([]);
    expect(revision.pack.checks).toEqual(one.checks);
    expect(lines.length).toBeGreaterThan(one.checks.length);
  });
});

describe("edited rows", () => {
  test("a tolerance, a level, a formula", () => {
    const revision = revised(
      ["funds.row-total", "", "", "0.05万元", "警告", ""].map((text, at) =>
        at === 2 ? "投入.合计 = 投入.中央提前批 + 投入.中央新增" : text,
      ),
    );
    expect(revision.changes).toEqual([
      { id: "funds.row-total", by: "sheet", parts: ["formula", "tolerance", "level"] },
    ]);
    const check = revision.pack.checks.find(({ id }) => id === "funds.row-total");
    expect([check?.tolerance, check?.level, check?.formulas]).toEqual([
      "0.05万元",
      "warning",
      ["投入.合计 = 投入.中央提前批 + 投入.中央新增"],
    ]);
  });

  test("a new rule is added at the end", () => {
    const revision = revised(["our.own", "市级要求", "投入.合计 ≥ 0", "", "", "补齐"]);
    expect(revision.changes).toEqual([{ id: "our.own", by: "sheet", parts: ["new"] }]);
    expect(revision.pack.checks.at(-1)).toEqual({
      id: "our.own",
      name: { "zh-CN": "市级要求", en: "市级要求" },
      formulas: ["投入.合计 ≥ 0"],
      level: "error",
      help: { "zh-CN": "补齐", en: "补齐" },
    });
  });

  test("停用 switches a rule off", () => {
    const built = pack.checks.find(({ id }) => id === "funds.row-total");
    const revision = revised(["funds.row-total", "", (built?.formulas ?? []).join("\n"), "", "停用", ""]);
    expect(revision.off.map(({ id }) => id)).toEqual(["funds.row-total"]);
    expect(revision.pack.checks.map(({ id }) => id)).not.toContain("funds.row-total");
  });

  test("a tolerance typed as the number 0", () => {
    const sheet = new SheetBuilder("校验规则");
    HEAD.forEach((text, column) => sheet.setText(0, column, text));
    const built = pack.checks.find(({ id }) => id === "funds.row-total");
    sheet.setText(1, 0, "funds.row-total");
    sheet.setText(1, 2, (built?.formulas ?? []).join("\n"));
    sheet.setNumber(1, 3, 0);
    const revision = revise(workbookOf([sheet]), pack, {});
    expect(revision.changes).toEqual([{ id: "funds.row-total", by: "sheet", parts: ["tolerance"] }]);
  });
});

describe("rows that are wrong are named and left out", () => {
  test("a formula, with the character", () => {
    const revision = revised(["funds.row-total", "", "投入.合计 = 投入.中央追加", "", "", ""]);
    expect(said(revision)).toEqual([
      expect.stringMatching(
        /^校验规则表第 2 行（funds\.row-total）没有采用：公式第 9 个字符“投入\.中央追加”：/u,
      ),
    ]);
    expect(revision.pack.checks).toEqual(pack.checks);
  });

  test("the second formula of a rule", () => {
    const revision = revised(["our.own", "", "投入.合计 ≥ 0\n投入.合计 ≥", "", "", ""]);
    expect(said(revision)).toEqual([expect.stringContaining("公式（第 2 个）第 8 个字符")]);
  });

  test("a table of another pack", () => {
    const revision = revised(["our.own", "", "资金.得分 ≤ 资金.分值", "", "", ""]);
    expect(said(revision)).toEqual([expect.stringContaining("公式第 1 个字符")]);
    expect(revision.pack.checks).toEqual(pack.checks);
  });

  test.each([
    [["Funds Total", "", "投入.合计 ≥ 0", "", "", ""], "编号应以小写字母开头"],
    [["our.own", "", "投入.合计 ≥ 0", "半万元", "", ""], "容差“半万元”不认识"],
    [["our.own", "", "投入.合计 ≥ 0", "0.05户", "", ""], "容差“0.05户”不认识"],
    [["our.own", "", "投入.合计 ≥ 0", "", "严重", ""], "级别“严重”不认识"],
    [["our.own", "只有名称", "", "", "", ""], "没有公式"],
    [["", "没有编号", "投入.合计 ≥ 0", "", "", ""], "编号应以小写字母开头"],
  ])("%j", (line, words) => {
    const revision = revised(line);
    expect(said(revision)).toEqual([expect.stringContaining(words)]);
    expect(revision.pack.checks).toEqual(pack.checks);
  });

  test("an id that stands twice: the first counts", () => {
    const revision = revised(
      ["our.own", "", "投入.合计 ≥ 0", "", "", ""],
      ["our.own", "", "投入.合计 ≥ 1", "", "", ""],
    );
    expect(said(revision)).toEqual(["校验规则表第 3 行（our.own）没有采用：编号 our.own 重复。"]);
    expect(revision.pack.checks.at(-1)?.formulas).toEqual(["投入.合计 ≥ 0"]);
  });

  test("other rows of the sheet still count", () => {
    const built = pack.checks.find(({ id }) => id === "funds.row-total");
    const revision = revised(
      ["our.own", "", "投入.合计 ≥", "", "", ""],
      ["funds.row-total", "", (built?.formulas ?? []).join("\n"), "1万元", "", ""],
    );
    expect(revision.changes.map(({ id }) => id)).toEqual(["funds.row-total"]);
  });
});

describe("half a sheet", () => {
  test("without 公式, 名称 and 提示: levels and tolerances count, the rest is built in", () => {
    const revision = revise(
      workbook([
        ["编号", "容差", "级别"],
        ["funds.row-total", "0.1万元", "警告"],
      ]),
      pack,
      {},
    );
    expect(said(revision)).toEqual(["校验规则表缺少“名称、公式、提示”列，这些内容按内置的规则。"]);
    expect(revision.changes).toEqual([{ id: "funds.row-total", by: "sheet", parts: ["tolerance", "level"] }]);
  });

  test("without 编号 nothing of it counts", () => {
    const revision = revise(
      workbook([
        ["名称", "公式"],
        ["一条规则", "投入.合计 ≥ 0"],
      ]),
      pack,
      {},
    );
    expect(said(revision)).toEqual([expect.stringContaining("没有“编号”等表头")]);
    expect(revision.pack.checks).toEqual(pack.checks);
  });

  test("a workbook without the sheet", () => {
    expect(readRulesSheet(workbook([HEAD], "表1"))).toBeUndefined();
  });
});

describe("settings", () => {
  const plain = { pack, changes: [], off: [], problems: [] };

  test("switch off and change a tolerance", () => {
    const revision = reviseBySettings(plain, {
      "funds.row-total": { off: true },
      "funds.column-total": { tolerance: "0.02万元" },
      "no.such-rule": { off: true },
    });
    expect(revision.changes).toEqual([
      { id: "funds.row-total", by: "settings", parts: ["off"] },
      { id: "funds.column-total", by: "settings", parts: ["tolerance"] },
    ]);
  });

  test("win over the sheet", () => {
    const rows = [
      {
        row: 1,
        id: "funds.row-total",
        name: undefined,
        formula: undefined,
        tolerance: "1万元",
        level: "",
        help: "",
      },
    ];
    const revision = reviseBySettings(reviseBySheet(pack, rows), {
      "funds.row-total": { tolerance: "2万元" },
    });
    expect(revision.pack.checks.find(({ id }) => id === "funds.row-total")?.tolerance).toBe("2万元");
    expect(revision.changes.map(({ by }) => by)).toEqual(["sheet", "settings"]);
  });

  test("a tolerance that is none is left out", () => {
    expect(reviseBySettings(plain, { "funds.row-total": { tolerance: "一点" } }).changes).toEqual([]);
  });
});

describe("what a sheet may leave out or say oddly", () => {
  const funds = pack.checks.find(({ id }) => id === "funds.row-total");
  const formula = (funds?.formulas ?? []).join("\n");

  test("without 级别 and 容差 a rule keeps its own, a new one is an error", () => {
    const revision = revise(
      workbook([
        ["编号", "公式"],
        [
          "release.deadline",
          (pack.checks.find(({ id }) => id === "release.deadline")?.formulas ?? []).join("\n"),
        ],
        ["our.own", "投入.合计 ≥ 0"],
      ]),
      pack,
      {},
    );
    expect(revision.changes).toEqual([{ id: "our.own", by: "sheet", parts: ["new"] }]);
    expect(revision.pack.checks.find(({ id }) => id === "release.deadline")?.level).toBe("warning");
    expect(revision.pack.checks.at(-1)?.level).toBe("error");
  });

  test("a built-in rule whose formula was emptied stays as it was, and is told", () => {
    const revision = revised(["funds.row-total", "", "", "", "警告", ""]);
    expect(said(revision)).toEqual([expect.stringContaining("没有公式")]);
    expect(revision.pack.checks).toEqual(pack.checks);
  });

  test("a new rule that is switched off is told as such and not run", () => {
    const revision = revised(["our.own", "市级要求", "投入.合计 ≥ 0", "", "停用", ""]);
    expect(revision.off.map(({ id }) => id)).toEqual(["our.own"]);
    expect(revision.pack.checks).toEqual(pack.checks);
  });

  test("another name and help are changes; the pack's own words in either language are none", () => {
    const own = ["funds.row-total", funds?.name.en ?? "", formula, "", "", funds?.help["zh-CN"] ?? ""];
    expect(revised(own).changes).toEqual([]);
    const revision = revised(["funds.row-total", "合计相符", formula, "", "", "请补齐"]);
    expect(revision.changes).toEqual([{ id: "funds.row-total", by: "sheet", parts: ["name", "help"] }]);
    expect(partWords(["name", "help"], "zh-CN")).toBe("名称、提示");
    expect(partWords(["name", "help"], "en")).toMatch(/^[a-z ]+, [a-z ]+$/u);
  });

  test("blank rows between are passed over", () => {
    const revision = revised(["", "", "", "", "", ""], ["our.own", "", "投入.合计 ≥ 0", "", "", ""]);
    expect(revision.problems).toEqual([]);
    expect(revision.changes.map(({ id }) => id)).toEqual(["our.own"]);
  });

  test("TRUE for a tolerance, or a word of the language for a level, is told and not taken for blank", () => {
    const sheet = new SheetBuilder("校验规则");
    HEAD.forEach((text, column) => sheet.setText(0, column, text));
    sheet.setText(1, 0, "funds.row-total");
    sheet.setText(1, 2, formula);
    sheet.setBoolean(1, 3, true);
    expect(said(revise(workbookOf([sheet]), pack, {}))).toEqual([
      expect.stringContaining("容差“TRUE”不认识"),
    ]);
    expect(said(revised(["funds.row-total", "", formula, "", "constructor", ""]))).toEqual([
      expect.stringContaining("级别“constructor”不认识"),
    ]);
  });
});
