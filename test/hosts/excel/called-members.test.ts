/** The least requirement set is what the code calls: told by the source, not by what a test happens to run. */
import { beforeAll, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { WANTED_API } from "../../../src/hosts/excel/problems";
import { documented } from "../../excel-host/documented";
import { classTables, sinceOf } from "../../excel-host/members/member";
import { workbookObject } from "../../excel-host/members/workbook";
import { newWorkbook } from "../../excel-host/model";
import { reaches } from "../../excel-host/session";

interface CalledMember {
  readonly className: string;
  readonly member: string;
  readonly file: string;
}

/** Of the client library and of every collection: as old as the class, so they say nothing. */
const OF_THE_LIBRARY: ReadonlySet<string> = new Set(["load", "items", "getItem", "context"]);

let called: readonly CalledMember[] = [];

beforeAll(() => {
  // The member tables are filled as the classes are made.
  workbookObject(newWorkbook());
  const printed = execFileSync(process.execPath, ["test/hosts/excel/called-members.mjs"], {
    encoding: "utf8",
  });
  const told: readonly CalledMember[] = JSON.parse(printed);
  called = told.filter(({ className }) => classTables().has(className));
}, 60_000);

/** Events of a collection have no line in the tables, where the client library's own registrations stand for them. */
const events = documented();

function setOf({ className, member }: CalledMember): string | undefined {
  return (
    sinceOf(className, member) ?? (/^on[A-Z]/u.test(member) ? events.get(className)?.get(member) : undefined)
  );
}

const nameOf = ({ className, member }: CalledMember): string => `${className}.${member}`;

test("the scan sees calls, values, patterns and events", () => {
  expect(called.map(nameOf)).toEqual(
    expect.arrayContaining([
      "Range.getMergedAreasOrNullObject",
      "Worksheet.visibility",
      "Range.rowIndex",
      "WorksheetCollection.onChanged",
      "Chart.setPosition",
    ]),
  );
});

test("every member that is called has a requirement set", () => {
  const unknown = called.filter((one) => !OF_THE_LIBRARY.has(one.member) && setOf(one) === undefined);
  expect(unknown).toEqual([]);
});

test("the newest member that is called, the code's own least set and the manifest's are one", () => {
  const sets = called.flatMap((one) => setOf(one) ?? []);
  const newest = sets.reduce((most, one) => (reaches(most, one) ? most : one), "1.1");
  const manifest = readFileSync("manifest.xml", "utf8");
  const asked = /<Set Name="ExcelApi" MinVersion="([\d.]+)"\/>/u.exec(manifest)?.[1];
  expect([newest, WANTED_API]).toEqual([asked, asked]);
});
