/** Names that the forms of a pack use: each must be there, and grades fall. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { lintPack } from "../../../src/core/pack/lint";

type Json = Record<string, unknown>;

function problems(spoil: (form: Json, list: Json) => void): readonly string[] {
  const part = (name: string): string =>
    readFileSync(`src/packs/project-self-evaluation/${name}.json`, "utf8");
  const forms = JSON.parse(part("forms")) as Json[];
  const form = forms[0] as Json;
  spoil(form, form["list"] as Json);
  const names = ["pack", "dimensions", "tables", "checks"];
  const source = Object.fromEntries(names.map((name) => [`${name}.json`, part(name)]));
  return lintPack({ ...source, "forms.json": JSON.stringify(forms) })
    .filter(({ level }) => level === "error")
    .map(({ path, message }) => `${path}: ${message["zh-CN"]}`);
}

describe("what a form names and the pack lacks", () => {
  test("nothing", () => {
    expect(problems(() => undefined)).toEqual([]);
  });

  test.each<[string, (form: Json, list: Json) => void, string]>([
    [
      "the table of the form's own row",
      (form) => Object.assign(form, { record: "cover" }),
      "forms[0].record: 没有编号为 cover 的表；请在 tables 里定义。",
    ],
    [
      "the table of the first levels",
      (_form, list) => Object.assign(list, { groups: { table: "levels", points: "points" } }),
      "forms[0].list.groups.table: 没有编号为 levels 的表；请在 tables 里定义。",
    ],
    [
      "the column of its name",
      (form) => Object.assign(form, { name: "title" }),
      "forms[0].name: 表「表头」没有编号为 title 的列。",
    ],
    [
      "a level",
      (_form, list) => Object.assign(list, { levels: ["level1", "level9"] }),
      "forms[0].list.levels[1]: 表「指标」没有编号为 level9 的列。",
    ],
  ])("%s", (_what, spoil, expected) => {
    expect(problems(spoil)).toContain(expected);
  });

  test("grades that do not fall", () => {
    const label = { "zh-CN": "良", en: "good" };
    const grades = [
      { from: "60", label },
      { from: "80", label },
      { from: "80", label },
      { from: "0", label },
    ];
    expect(problems((form) => Object.assign(form, { grades }))).toEqual([
      "forms[0].grades[1].from: 等次要从高到低写。",
      "forms[0].grades[2].from: 等次要从高到低写。",
    ]);
  });

  test("a total that does not compile, with the character", () => {
    expect(problems((form) => Object.assign(form, { total: "合计行(指标.总得分)" }))).toEqual([
      expect.stringMatching(/^forms\[0\]\.total: 第 5 个字符「指标\.总得分」：表“指标”没有名为“总得分”的列/u),
    ]);
  });
});
