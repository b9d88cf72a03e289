/** The guide for writing a pack, followed to the letter: its pack lints clean and gives what the guide says. */
import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { main } from "../../src/cli/main";
import ExcelJS from "exceljs";
import { memoryIo } from "../support/memory-io";

const GUIDE = readFileSync("docs/packs.md", "utf8");
const PACK = /<!-- guide pack begin -->\s*```json\n([\s\S]*?)```/u.exec(GUIDE)?.[1] ?? "";

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Sheet1");
  sheet.addRows([
    ["2024年公益性岗位补助情况表"],
    ["单位：万元"],
    ["村名", "岗位人数", "全年应发补助", "实际发放"],
    ["东村", 12, 8.64, 8.64],
    ["西村", 9, 6.48, 6.12],
    ["南村", 10, 7.2, 7.3],
    ["合计", 31, 22.32, 21.06],
  ]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test("its pack has nothing to be said about", async () => {
  const io = memoryIo({ "posts.json": PACK });
  expect(await main(["lint", "posts.json"], io)).toBe(0);
  expect(io.stdout()).toBe("指标包没有问题\n");
});

test("its misspelling is told with the columns that there are", async () => {
  const io = memoryIo({ "posts.json": PACK.replace("岗位.实发 ≤", "岗位.实付 ≤") });
  expect(await main(["lint", "posts.json"], io)).toBe(1);
  expect(io.stdout()).toContain("实付");
  expect(io.stdout()).toContain("实发");
});

test("its workbook has the two errors and the score that it names", async () => {
  const io = memoryIo({ "posts.json": PACK, "posts.xlsx": await workbook() });
  expect(await main(["check", "posts.xlsx", "--pack", "posts.json", "--json"], io)).toBe(1);
  const json: {
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly cell: string }[];
    readonly score: { readonly total: string };
  } = JSON.parse(io.stdout());
  expect(json.findings.map(({ rule, severity, cell }) => `${rule} ${severity} ${cell}`).sort()).toEqual([
    "posts.column-total error D7",
    "posts.paid error D6",
  ]);
  expect(json.score.total).toBe("94.35");
});
