/** What a check says of itself while it runs. */
import { expect, test } from "@jest/globals";
import { runChecks } from "../../../src/core/checks/run";
import { createContext } from "../../../src/core/rules/language";
import { recognise } from "../../../src/core/tables/recognise";
import type { Language } from "../../../src/core/pack/pack";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021/index";
import { loadWithLibrary } from "../../support/load-with-library";

const workbook = loadWithLibrary("assets/samples/bazhou-2021-consistent.xlsx");

/** Rule → what was told before it. */
function told(language: Language): ReadonlyMap<string, string> {
  const names: string[] = [];
  const context = createContext(
    pack,
    recognise(workbook, pack.tables, { dimensions: pack.dimensions, year: 2021 }),
    workbook,
  );
  runChecks(context, {
    language,
    onRule: (done, of, table) => {
      expect([done, of]).toEqual([names.length, pack.checks.length]);
      names.push(table);
    },
  });
  return new Map(pack.checks.map(({ id }, index) => [id, names[index] ?? ""]));
}

test.each([
  ["release.days", "资金下达", "Release of funds"],
  ["projects.duplicate", "项目明细", "Projects"],
  ["rectification.column-total", "问题整改", "Problems mended"],
  // Between tables: the one on the left.
  ["cross.execution-projects", "预算执行", "Budget execution"],
  ["cross.industry-funds", "产业占比", "Share for industry"],
])("%s: the table at work is named", (rule, chinese, english) => {
  expect(told("zh-CN").get(rule)).toBe(chinese);
  expect(told("en").get(rule)).toBe(english);
});

test("a rule that cannot be read, or that names no table, goes by its own name", () => {
  const name = { "zh-CN": "自拟规则", en: "Own rule" };
  const check = { id: "own", name, level: "error", help: name } as const;
  const checks = [
    { ...check, formulas: ["资产.没有这一列 = 0元"] },
    { ...check, formulas: ["1 = 1"] },
  ];
  const context = createContext(
    { ...pack, checks },
    recognise(workbook, [], { dimensions: [], year: 2021 }),
    workbook,
  );
  const names: string[] = [];
  runChecks(context, { language: "zh-CN", onRule: (_done, _of, table) => names.push(table) });
  expect(names).toEqual(["自拟规则", "自拟规则"]);
});

test("rules of one table follow each other, so its name stands until it is done", () => {
  const own = [...told("zh-CN")].filter(([id]) => !id.startsWith("cross.")).map(([, table]) => table);
  const turns = own.filter((table, index) => table !== own[index - 1]);
  expect(turns).toEqual([...new Set(turns)]);
  expect(turns).toHaveLength(8);
});
