import { describe, expect, test } from "@jest/globals";
import { documented } from "./documented";
import { classTables, wireName } from "./members/member";
import { workbookObject } from "./members/workbook";
import { newWorkbook } from "./model";

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
