/** What the schema refuses, said in words: no keyword, pattern or type name of a schema reaches the reader. */
import { describe, expect, test } from "@jest/globals";
import schema from "../../../docs/pack.schema.json";
import { readPack } from "../../../src/core/pack/load";
import { schoolText } from "./school";

type Pack = Record<string, unknown>;
const first = (pack: Pack, part: string): Pack => (pack[part] as Pack[])[0] as Pack;

/** "path: 中文 / English" of everything that is refused. */
function refused(spoil: (pack: Pack) => void): readonly string[] {
  const result = readPack(schoolText(spoil));
  return result.ok
    ? []
    : result.problems.map(({ path, message }) => `${path}: ${message["zh-CN"]} / ${message.en}`);
}

describe("each way of being wrong", () => {
  test.each<[string, (pack: Pack) => void, readonly string[]]>([
    [
      "a list where names belong",
      (pack) => Object.assign(pack, { title: "x" }),
      ["title: 应写成一组名称和内容：{ … }。 / must be names with their values: { … }."],
    ],
    [
      "a text where a whole number belongs",
      (pack) => Object.assign(pack, { year: "2021" }),
      ["year: 应为整数，不加引号。 / must be a whole number without quotation marks."],
    ],
    [
      "a word where yes or no belongs",
      (pack) => Object.assign(first(pack, "indicators"), { assumed: "yes" }),
      [
        "indicators[0].assumed: 应为 true 或 false，不加引号。 / must be true or false without quotation marks.",
      ],
    ],
    [
      "a year before all notices",
      (pack) => Object.assign(pack, { year: 1900 }),
      ["year: 不能小于 1949。 / must not be below 1949."],
    ],
    [
      "a year after all notices",
      (pack) => Object.assign(pack, { year: 3000 }),
      ["year: 不能大于 2200。 / must not be above 2200."],
    ],
    [
      "a blank version",
      (pack) => Object.assign(pack, { version: "" }),
      ["version: 不能是空白。 / must not be blank."],
    ],
    [
      "a long version",
      (pack) => Object.assign(pack, { version: "1".repeat(41) }),
      ["version: 最多 40 个字符。 / at most 40 characters."],
    ],
    [
      "no formula",
      (pack) => Object.assign(first(pack, "checks"), { formulas: [] }),
      ["checks[0].formulas: 至少要有 1 项。 / needs at least 1."],
    ],
    [
      "an id in capitals",
      (pack) => Object.assign(first(pack, "checks"), { id: "Budget Total" }),
      [
        "checks[0].id: 编号应以小写字母开头，只用小写字母、数字、点和连字符。 / an id begins with a small letter and has small letters, digits, points and hyphens only.",
      ],
    ],
    [
      "a tolerance in words",
      (pack) => Object.assign(first(pack, "checks"), { tolerance: "不多" }),
      [
        'checks[0].tolerance: 应为数和单位，如 "0.05万元"；不留容差写 "0"。 / must be a number with its unit: "0.05万元"; "0" for none.',
      ],
    ],
    [
      "an indicator numbered in Chinese",
      (pack) => Object.assign(first(pack, "indicators"), { no: "一" }),
      [
        "indicators[0].no: 序号只用数字、英文字母、点和连字符。 / a number has digits, letters, points and hyphens only.",
      ],
    ],
    ["another format", (pack) => Object.assign(pack, { format: 0 }), ["format: 只能是 1。 / must be 1."]],
    [
      "a level that is none",
      (pack) => Object.assign(first(pack, "checks"), { level: "fatal" }),
      ["checks[0].level: 只能是 error、warning。 / must be one of error, warning."],
    ],
    [
      "a unit that is no money, once",
      (pack) => Object.assign(pack["judgement"] as Pack, { decimals: { 块: 2 } }),
      ['judgement.decimals: 不认识的名称「块」；请检查拼写。 / unknown name "块"; check its spelling.'],
    ],
    [
      "a member without its dimension",
      (pack) => Object.assign((first(pack, "tables")["columns"] as Pack[])[1] as Pack, { member: "东区" }),
      ['tables[0].columns[1]: 缺少「dimension」。 / "dimension" is missing.'],
    ],
    [
      "a sentence with too many values",
      (pack) => {
        const values = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`v${at}`, "1"]));
        Object.assign(first(pack, "indicators"), {
          facts: { sentence: { "zh-CN": "无", en: "none" }, values },
        });
      },
      ["indicators[0].facts.values: 最多 50 项。 / at most 50 items."],
    ],
  ])("%s", (_what, spoil, expected) => {
    expect(refused(spoil)).toEqual(expected);
  });
});

/** All values of a keyword anywhere in the schema, names of properties left out. */
function valuesOf(keyword: string, node: unknown, within = ""): readonly unknown[] {
  if (Array.isArray(node)) return node.flatMap((child) => valuesOf(keyword, child));
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) => [
    ...(name === keyword && within !== "properties" ? [child] : []),
    ...valuesOf(keyword, child, name),
  ]);
}

test("the schema has no pattern or type that is not told in words", async () => {
  const { PACK_TEXTS } = await import("../../../src/texts/pack");
  // Of a property's name only the name is told.
  const named = valuesOf("propertyNames", schema).flatMap((one) => valuesOf("pattern", one));
  const patterns = valuesOf("pattern", schema).filter((pattern) => !named.includes(pattern));
  expect(patterns.length).toBeGreaterThan(3);
  for (const pattern of patterns) expect(PACK_TEXTS.pattern(String(pattern)).en).not.toContain("^");
  const types = new Set(valuesOf("type", schema).map(String));
  expect(types.size).toBeGreaterThan(3);
  for (const type of types)
    expect(PACK_TEXTS.wrongType(type)["zh-CN"]).not.toContain(type === "boolean" ? "boolean" : type);
});
