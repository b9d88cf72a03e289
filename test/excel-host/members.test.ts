import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { classTables, wireName } from "./members/member";
import { workbookObject } from "./members/workbook";
import { newWorkbook } from "./model";

/** Members of Office.js by class, each with its requirement set, as Microsoft's type file tells them. */
function documented(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const text = readFileSync("node_modules/@types/office-js/index.d.ts", "utf8");
  const excel = text.slice(text.indexOf("declare namespace Excel {"));
  const classes = new Map<string, ReadonlyMap<string, string>>();
  const pattern =
    /((?:\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*)?)class (\w+)(?:<T>)? extends OfficeExtension\.ClientObject \{\n([\s\S]*?)\n {4}\}/g;
  for (const [, comment = "", name = "", body = ""] of excel.matchAll(pattern)) {
    const own = /\[Api set: ExcelApi ([\d.]+)/.exec(comment)?.[1] ?? "1.1";
    const members = new Map<string, string>();
    const member = /\n {8}\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*(?:readonly )?(\w+)[?(:<]/g;
    for (const [, remark = "", key = ""] of `\n${body}`.matchAll(member)) {
      const since = /\[Api set: ExcelApi ([\d.]+)/.exec(remark)?.[1] ?? own;
      if (!members.has(key)) members.set(key, since);
    }
    if (!classes.has(name)) classes.set(name, members);
  }
  return classes;
}

describe("the member tables", () => {
  workbookObject(newWorkbook());
  const known = documented();
  test.each([...classTables().keys()].map((name) => [name]))(
    "%s has only members of Office.js, with their requirement sets",
    (name) => {
      const table = classTables().get(name);
      const expected = known.get(name);
      if (table === undefined || expected === undefined) throw new Error(`Office.js has no class ${name}.`);
      const own = Object.entries(table.members).filter(([member]) => !member.startsWith("_"));
      expect(own.length).toBeGreaterThan(0);
      const wrong = own.flatMap(([member, { since }]) =>
        expected.get(member) === since
          ? []
          : [`${member}: ${since}, documented ${expected.get(member) ?? "nowhere"}`],
      );
      expect(wrong).toEqual([]);
    },
  );

  test("wire names are capitalised public names", () => {
    expect(wireName("getUsedRangeOrNullObject")).toBe("GetUsedRangeOrNullObject");
    expect(wireName("_KeepReference")).toBe("_KeepReference");
  });
});
