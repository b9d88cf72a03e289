import { describe, expect, test } from "@jest/globals";
import { type PackSource, readPack } from "../../../src/core/pack/load";
import { schoolFiles, schoolText } from "./school";

/** Paths and Chinese messages of what was refused. */
function refused(source: PackSource): readonly (readonly [string, string])[] {
  const result = readPack(source);
  return result.ok ? [] : result.problems.map(({ path, message }) => [path, message["zh-CN"]] as const);
}

describe("reading a pack", () => {
  test("a folder and one file with the same content are the same pack", () => {
    const folder = readPack(schoolFiles());
    expect(folder).toMatchObject({ ok: true, pack: { id: "school-budget", tables: [{ id: "budget" }] } });
    expect(readPack(schoolText())).toEqual(folder);
  });

  test("a byte order mark and a README beside are no matter", () => {
    expect(readPack(`\uFEFF${schoolText()}`).ok).toBe(true);
    expect(readPack({ ...schoolFiles(), "README.md": "{ not json" }).ok).toBe(true);
  });

  test("without English the Chinese text is shown", () => {
    const text = schoolText((pack) => {
      pack["title"] = { "zh-CN": "只有中文" };
    });
    expect(readPack(text)).toMatchObject({
      ok: true,
      pack: { title: { "zh-CN": "只有中文", en: "只有中文" } },
    });
  });

  test("a property given in pack.json and in a file of its own is refused", () => {
    const files = schoolFiles();
    const head = JSON.parse(files["pack.json"] ?? "") as object;
    expect(refused({ ...files, "pack.json": JSON.stringify({ ...head, tables: [] }) })).toEqual([
      ["tables", "pack.json 和 tables.json 都写了 tables；请只留一处。"],
    ]);
  });

  test("a JSON file that is no part is named, as its spelling may be wrong", () => {
    expect(refused({ ...schoolFiles(), "table.json": "[]" })[0]?.[0]).toBe("table.json");
  });

  test("a folder without pack.json says so", () => {
    expect(refused({ "tables.json": "[]" })).toEqual([
      ["", "文件夹里没有 pack.json；请指向指标包所在的文件夹。"],
    ]);
  });

  test("a list where the pack belongs, in a file of its own or in the folder", () => {
    expect(refused("[]")).toEqual([["", "指标包应是一个 JSON 对象。"]]);
    expect(refused({ ...schoolFiles(), "pack.json": "[]" })).toEqual([
      ["pack.json", "指标包应是一个 JSON 对象。"],
    ]);
  });

  test("broken JSON names its file", () => {
    expect(refused({ ...schoolFiles(), "checks.json": "[{]" })[0]?.[0]).toBe("checks.json");
  });

  test("a newer format is refused with what to do", () => {
    const text = schoolText((pack) => {
      pack["format"] = 2;
    });
    expect(refused(text)).toEqual([["format", "指标包是第 2 版格式，本程序只认识到第 1 版；请升级程序。"]]);
  });
});

describe("the schema names the place", () => {
  test.each<[string, (pack: Record<string, unknown>) => void, string, string]>([
    ["a missing property", (pack) => delete pack["scale"], "", "缺少「scale」。"],
    [
      "a misspelt property",
      (pack) => Object.assign(pack, { indicator: [] }),
      "",
      "不认识的名称「indicator」；请检查拼写。",
    ],
    ["a wrong type", (pack) => Object.assign(pack, { tables: {} }), "tables", "应写成列表：[ … ]。"],
    [
      "points as a number",
      (pack) => Object.assign(pack, { scale: { base: 20, maxBonus: "0", maxDeduction: "3", decimals: 2 } }),
      "scale.base",
      "应写成引号里的文字。",
    ],
    [
      "a word outside a list",
      (pack) => Object.assign(pack, { sections: [{ id: "a", label: { "zh-CN": "甲" }, part: "extra" }] }),
      "sections[0].part",
      "只能是 base、bonus、deduction。",
    ],
  ])("of %s", (_what, spoil, path, message) => {
    expect(refused(schoolText(spoil))).toContainEqual([path, message]);
  });
});
