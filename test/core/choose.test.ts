/** The pack is chosen by the workbook's own headers and year, and the reason is told. */
import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { choosePack } from "../../src/core/choose";
import { type SheetSnapshot, workbookOf, type WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { openWorkbook } from "../../src/hosts/file/open";
import { loadPacks } from "../../src/packs/index";

const ROOT = join(__dirname, "../..");

async function snapshot(path: string): Promise<WorkbookSnapshot> {
  const opened = await openWorkbook(new Uint8Array(readFileSync(join(ROOT, path))), path);
  return opened.snapshot;
}

const base = () => snapshot("assets/samples/bazhou-2021-consistent.xlsx");
const forms = () => snapshot("test/fixtures/forms/three-on-a-sheet.xlsx");

test("a base data workbook of 2021", async () => {
  const choice = choosePack(await base(), await loadPacks());
  expect([choice.by, choice.chosen.id]).toEqual(["workbook", "xj-bridging-2021"]);
  expect(choice.chosen.reason["zh-CN"]).toContain("标题写明 2021 年度");
  expect(choice.others.map(({ id }) => id)).not.toContain("project-self-evaluation");
});

test("a workbook of forms", async () => {
  const choice = choosePack(await forms(), await loadPacks());
  expect([choice.by, choice.chosen.id]).toEqual(["workbook", "project-self-evaluation"]);
  expect(choice.chosen.reason["zh-CN"]).toBe("认出 3 张自评表");
});

test("a workbook with both: one is chosen, the other told", async () => {
  const [one, other] = [await base(), await forms()];
  const choice = choosePack(workbookOf([...one.sheets, ...other.sheets]), await loadPacks());
  expect(choice.chosen.id).toBe("xj-bridging-2021");
  expect(choice.others.map(({ id }) => id)).toContain("project-self-evaluation");
});

test("the officer's choice wins, and its reason tells how badly it fits", async () => {
  const choice = choosePack(await base(), await loadPacks(), "project-self-evaluation");
  expect([choice.by, choice.chosen.id, choice.chosen.fits]).toEqual([
    "officer",
    "project-self-evaluation",
    false,
  ]);
  expect(choice.chosen.reason["zh-CN"]).toBe("没有认出自评表");
  expect(choice.others[0]?.id).toBe("xj-bridging-2021");
});

test("nothing fits: the first pack, said to be the default", async () => {
  const choice = choosePack(workbookOf([]), await loadPacks());
  expect([choice.by, choice.chosen.id, choice.others]).toEqual(["default", "xj-bridging-2021", []]);
});

test("a ledger of thousands of rows is judged by its first ones", async () => {
  const { sheets } = await base();
  const long = sheets.map((sheet) => {
    if (sheet.name !== "表3项目明细") return sheet;
    const longer: SheetSnapshot = Object.create(sheet, { rowCount: { value: 5000 } });
    return longer;
  });
  const choice = choosePack(workbookOf(long), await loadPacks());
  expect([choice.by, choice.chosen.id]).toEqual(["workbook", "xj-bridging-2021"]);
  expect(choice.chosen.reason).toEqual(choosePack(await base(), await loadPacks()).chosen.reason);
});
